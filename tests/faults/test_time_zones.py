"""Days that are 23 or 25 hours long, and a user who travels: instants stay, days are local."""

import json
from pathlib import Path

import pytest

from faults.forked import Forks
from store.snapshots import counts, rows

ANA = "https://www.linkedin.com/in/ana-ruiz-example"
ME = "https://www.linkedin.com/in/robin-quist-example"
HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    f"Ana,Ruiz,{ANA},,,,01 Feb 2024\n"
)
#: Paris leaves out 02:00 to 03:00 on 31 March 2024, and has it twice on 27 October 2024.
MOMENTS = [
    "2024-03-30 22:59:59", "2024-03-30 23:00:00", "2024-03-31 00:59:59", "2024-03-31 01:00:00",
    "2024-03-31 21:59:59", "2024-03-31 22:00:00", "2024-10-27 00:30:00", "2024-10-27 01:30:00",
    "2024-10-27 22:59:59", "2024-10-27 23:00:00",
]  # fmt: skip
#: On how many days that was in Paris, and in Greenwich.
PARIS, UTC = 5, 3


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    lines = "".join(
        f"c,,Ana Ruiz,{ANA},Robin Quist,{ME},{moment} UTC,,hi {number},INBOX\n"
        for number, moment in enumerate(MOMENTS)
    )
    (folder / "messages.csv").write_text(HEADER + lines, "utf-8")
    (folder / "Connections.csv").write_text(CONNECTIONS, "utf-8")
    return folder


def contact_days(program: Forks, path: Path, zone: str) -> int:
    """Return on how many days of a place there was contact."""
    words = ("show", "Ana Ruiz", "--as-of", "2024-12-31", "--timezone", zone, "--store", path)
    done = program.run(*words, "-f", "json")
    assert done.code == 0, done
    figures = {one["key"]: one["figures"] for one in json.loads(done.out)["sections"]}
    return int(figures["contact"]["contact_days"])


@pytest.mark.parametrize("zone", ["Europe/Paris", "UTC", "Pacific/Auckland"])
def test_instants_are_kept_whatever_the_zone_and_days_are_those_of_the_place(
    program: Forks, export: Path, tmp_path: Path, zone: str
) -> None:
    path = tmp_path / "netaudit.db"
    words = ("import", export, "--me", ME, "--store", path)
    done = program.run(*words, env={"TZ": zone})
    assert done.code == 0, done
    assert rows(path, "SELECT datetime(at, 'unixepoch') FROM message ORDER BY at") == [
        (moment,) for moment in MOMENTS
    ]
    held = counts(path)
    for another in ("America/New_York", "Asia/Kathmandu", zone):
        assert program.run(*words, env={"TZ": another}).code == 0
        assert program.run("import", export / "messages.csv", "--store", path,
                           env={"TZ": another}).code == 0  # fmt: skip
    assert counts(path)["message"] == held["message"] == len(MOMENTS)
    assert contact_days(program, path, "Europe/Paris") == PARIS
    assert contact_days(program, path, "UTC") == UTC


def test_a_log_is_not_doubled_by_travelling(program: Forks, tmp_path: Path) -> None:
    path, log = tmp_path / "netaudit.db", tmp_path / "log.csv"
    log.write_text(
        "date,person,channel\n2024-03-31,Ana Ruiz,coffee\n2024-10-27,Ana Ruiz,call\n", "utf-8"
    )
    for zone in ("Europe/Paris", "Pacific/Auckland", "America/Los_Angeles"):
        assert program.run("import", log, "--store", path, env={"TZ": zone}).code == 0
        listed = program.run("log", "--list", "--timezone", zone, "--store", path).out
        assert [day in listed for day in ("31 Mar 2024", "2024-03-31")].count(True) == 1
        assert contact_days(program, path, zone) == 2, "a day is that day everywhere"
    assert counts(path)["entry"] == 2


@pytest.mark.parametrize("day", ["2024-03-31", "2024-10-27"])
def test_no_day_is_lost_or_twice_where_the_clocks_change(
    program: Forks, export: Path, tmp_path: Path, day: str
) -> None:
    """The age of a contact is told in days of the calendar, not in spans of 24 hours."""
    path = tmp_path / "netaudit.db"
    assert program.run("import", export, "--me", ME, "--store", path).code == 0
    assert program.run("log", "Ana Ruiz", "coffee", "--on", day, "--store", path).code == 0
    following = f"{day[:8]}{int(day[8:]) + 1}" if day != "2024-03-31" else "2024-04-01"
    as_of = ("--as-of", following, "--timezone", "Europe/Paris", "--store", path)
    made = json.loads(program.run("show", "Ana Ruiz", "-f", "json", *as_of).out)
    latest = next(
        section["tables"]["latest"] for section in made["sections"] if "latest" in section["tables"]
    )
    assert latest[0]["day"] == following
    assert latest[1]["day"] == day


def test_the_same_week_is_told_wherever_the_machine_stands(
    program: Forks, export: Path, tmp_path: Path
) -> None:
    path = tmp_path / "netaudit.db"
    assert program.run("import", export, "--me", ME, "--store", path).code == 0
    words = ("weekly", "--as-of", "2024-04-01", "--timezone", "Europe/Paris", "--store", path)
    told = {program.run(*words, env={"TZ": zone}).out for zone in ("UTC", "Asia/Tokyo", "")}
    assert len(told) == 1
