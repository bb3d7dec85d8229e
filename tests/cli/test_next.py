"""`netaudit next`."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli.program import Run
from cli.test_match import sit
from netaudit.errors import ExitCode

ACT = "netaudit snooze NAME 30d, netaudit ignore NAME, netaudit cadence NAME 3w"


def suggested(run: Run, *arguments: str) -> list[dict[str, str]]:
    """Return the rows of the JSON report."""
    shown = json.loads(run("next", "--format", "json", *arguments).stdout)
    rows: list[dict[str, str]] = shown["sections"][0]["tables"]["people"]
    return rows


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("imported")
def test_five_people_with_whole_reasons_on_a_narrow_screen(run: Run) -> None:
    result = run("next")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.split("\n")
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 30
    rows = suggested(run)
    assert len(rows) == 5
    assert {row["kind"] for row in rows} == {"waiting", "asked", "new", "screen"}
    # A reason may be broken into lines, but is not cut, and names stand before it.
    for row in rows:
        (line,) = (line for line in lines if line.startswith(f"  {row['person']} "))
        assert row["reason"].startswith(line[len(row["person"]) + 2 :].strip())
        last = row["reason"].split()[-1]
        assert any(line.endswith(last) for line in lines)
    assert "…" not in result.stdout
    assert ACT in words(result.stdout)


@pytest.mark.usefixtures("imported")
def test_more_or_fewer_people_can_be_asked_for(run: Run) -> None:
    assert suggested(run, "--limit", "2") == suggested(run)[:2]
    many = suggested(run, "--limit", "1000")
    shown = json.loads(run("next", "-f", "json").stdout)["sections"][0]["figures"]
    assert shown == {"suggested": 5, "with_reason": len(many)}
    assert len({row["person"] for row in many}) > 12
    lines = run("next", "--limit", "12").stdout.split("\n")
    assert all(any(row["person"] in line for line in lines) for row in many[:12])
    for wrong in ("0", "-1", "few"):
        result = run("next", "--limit", wrong)
        assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")


@pytest.mark.usefixtures("imported")
def test_the_audit_and_the_week_suggest_the_same(run: Run) -> None:
    rows = suggested(run)
    for command in ("report", "weekly"):
        sections = json.loads(run(command, "--format", "json").stdout)["sections"]
        (found,) = (one["tables"]["people"] for one in sections if one["key"] == "next")
        assert found == rows


@pytest.mark.usefixtures("imported")
def test_every_format_holds_them(run: Run, home: Path) -> None:
    rows = suggested(run, "--ids")
    assert all(row["person_id"] for row in rows)
    table = list(csv.DictReader(io.StringIO(run("next", "-f", "csv", "--ids").stdout)))
    assert [row["person_id"] for row in table] == [row["person_id"] for row in rows]
    assert all(row["since"] and row["days"] for row in table if row["kind"] != "screen")
    assert all({"since", "days"} <= row.keys() for row in rows)
    page = run("next", "--format", "markdown").stdout
    assert page.startswith("# Your next conversations")
    assert "| person | why |" in page
    assert ACT in page
    run("next", "-o", "next.txt")
    assert (home / "next.txt").read_text("utf-8") == run("next").stdout


@pytest.mark.usefixtures("imported")
def test_it_is_of_a_day_and_the_same_each_time(run: Run) -> None:
    assert run("next").stdout == run("next", "--as-of", "2026-11-15").stdout == run("next").stdout
    earlier = run("next", "--as-of", "2026-06-30", "--timezone", "Asia/Tokyo", "-f", "json").stdout
    shown = json.loads(earlier)
    assert shown["as_of"] == "2026-06-30"
    assert shown["options"] == {"window": "365d", "limit": "5", "timezone": "Asia/Tokyo"}
    assert shown["sections"][0]["tables"]["people"] != suggested(run)


@pytest.mark.usefixtures("imported")
def test_whoever_is_snoozed_or_ignored_makes_room(run: Run) -> None:
    first, second, *_ = suggested(run, "--ids")
    assert run("snooze", first["person_id"], "30d").exit_code == 0
    assert run("ignore", second["person_id"]).exit_code == 0
    for day, gone in (("2026-12-14", {first["person"]}), ("2026-12-15", set())):
        names = {row["person"] for row in suggested(run, "--limit", "1000", "--as-of", day)}
        assert second["person"] not in names
        assert (first["person"] not in names) == bool(gone)


def test_who_moved_between_two_exports_is_told(run: Run, connections: Path) -> None:
    assert run("import", str(connections)).exit_code == 0
    connections.write_text(
        connections.read_text("utf-8").replace(",Acme,Baker", ",Blue <b>Kiln</b>,Baker")
        + "Dee,Newcome,https://www.linkedin.com/in/dee-example,,,,14 Nov 2026\n",
        "utf-8",
    )
    assert run("import", str(connections)).exit_code == 0
    reasons = {row["person"]: row["reason"] for row in suggested(run)}
    assert reasons["Ben Okoro-Example"] == "now at Blue <b>Kiln</b> (before: Acme)"
    assert reasons["Dee Newcome"] == "connected on 14 Nov 2026, no contact recorded yet"
    page = run("next", "--format", "markdown").stdout
    assert "<b>" not in page


def test_without_a_store_and_without_a_reason_it_says_what_to_do(run: Run, home: Path) -> None:
    nothing = run("next")
    assert nothing.exit_code == ExitCode.NO_STORE
    assert "begin with: netaudit import" in nothing.stderr
    (home / "log.csv").write_text("date,person,channel\n2026-11-14,Ana Example,call\n", "utf-8")
    assert run("import", "log.csv").exit_code == 0
    result = run("next")
    assert result.exit_code == 0
    said = words(result.stdout)
    assert "Nothing on record is a reason to talk to anybody." in said
    assert "netaudit cadence NAME 3w says how often you want to be in touch" in said
    assert max(map(len, result.stdout.split("\n"))) <= 80
    assert "snooze" not in said


@pytest.mark.slow
@pytest.mark.usefixtures("imported")
def test_a_terminal_gets_colours_unless_it_wants_none(home: Path) -> None:
    day = ("--as-of", "2026-11-15", "--timezone", "UTC")
    plain = sit(home, "", "next", *day, NO_COLOR="1")
    assert "\x1b" not in plain
    assert ACT in plain
    assert "\x1b[" in sit(home, "", "next", *day)
    narrow = sit(home, "", "next", *day, width=50, NO_COLOR="1")
    assert max(map(len, narrow.splitlines())) <= 50
