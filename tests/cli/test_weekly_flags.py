"""What the weekly summary offers to whoever has it mailed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import time_machine

from cli.program import EXAMPLES, Run
from netaudit.errors import ExitCode
from netaudit.render import FORMATS, cells

QUIET_DAY = "2028-03-01"
NOTHING_NEW = "netaudit: nothing changed since the week before, and nothing was written\n"


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("more", [(), ("--anonymize",), ("--section", "waiting"), ("-f", "json")])
def test_where_nothing_changed_nothing_is_written(
    run: Run, home: Path, more: tuple[str, ...]
) -> None:
    (home / "week.md").write_text("last week's")
    command = ("weekly", "--as-of", QUIET_DAY, "--only-if-changed", *more)
    for output in ((), ("-o", "-"), ("-o", "week.md")):
        result = run(*command, *output)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", NOTHING_NEW)
        assert run(*command, *output, "--quiet").output == ""
    assert (home / "week.md").read_text() == "last week's"
    assert not (home / "-").exists()


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("name", ["week.md", "tables/"])
def test_a_file_that_is_not_there_yet_is_written_in_any_case(
    run: Run, home: Path, name: str
) -> None:
    """Else whoever has just installed a job would not know whether it works."""
    command = ("weekly", "--as-of", QUIET_DAY, "--only-if-changed", "-o", name)
    first = run(*command)
    assert (first.exit_code, first.output) == (0, "")
    written = home / name if name == "week.md" else home / name / "notes.csv"
    whole = home / f"whole-{name}"
    assert run("weekly", "--as-of", QUIET_DAY, "-o", f"whole-{name}").exit_code == 0
    same = whole if name == "week.md" else whole / "notes.csv"
    assert written.read_bytes() == same.read_bytes() != b""
    before = written.stat()
    assert run(*command).stderr == NOTHING_NEW
    assert (written.stat().st_ino, written.stat().st_mtime_ns) == (
        before.st_ino, before.st_mtime_ns
    )  # fmt: skip


@pytest.mark.usefixtures("imported")
def test_where_something_changed_the_summary_is_the_same_as_ever(run: Run, home: Path) -> None:
    for more in ((), ("-f", "json"), ("--anonymize",)):
        result = run("weekly", "--only-if-changed", *more)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == run("weekly", *more).stdout
    assert run("weekly", "--only-if-changed", "-o", "week.md").exit_code == 0
    assert (home / "week.md").read_text().startswith("# Your week")


@pytest.mark.usefixtures("imported")
def test_only_what_is_shown_is_compared(run: Run) -> None:
    """The day has another suggestion, and nothing else that is new."""
    day = "2027-02-13"
    assert run("weekly", "--only-if-changed", "--as-of", day).stdout != ""
    part = run("weekly", "--only-if-changed", "--as-of", day, "--section", "week")
    assert (part.stdout, part.stderr) == ("", NOTHING_NEW)


LATER = ("2027-03-10", "2027-03-08", "2027-03-14", "2027-03-15")
RECORDED = (
    ("import", "linkedin.csv"),
    ("log", "Ben Okoro-Example", "coffee", "--on", "2026-10-12"),
    ("tag", "Ben Okoro-Example", "mentor"),
    ("ignore", "Ben Okoro-Example"),
)


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda words: words[0])
def test_what_was_recorded_since_the_week_began_is_news(
    run: Run, connections: Path, recorded: tuple[str, ...]
) -> None:
    """Whatever days it is of: the week before is made from the same record now."""
    run("import", str(connections))
    command = ("weekly", "--only-if-changed", "--timezone", "Asia/Tokyo", "--as-of")
    assert [run(*command, day).stdout for day in LATER] == [""] * 4
    with connections.open("a", encoding="utf-8") as file:
        file.write("Dora,Late-Example,https://www.linkedin.com/in/dora-example,,,,3 Mar 2025\n")
    with time_machine.travel("2027-03-07T15:30:00Z", tick=False):  # the 8th in Tokyo
        done = run(*recorded)
    assert done.exit_code == 0, done.output
    shown = [run(*command, day).stdout != "" for day in LATER]
    assert shown == [True, True, True, False]
    assert run("weekly", "--only-if-changed", "--as-of", "2027-03-14").stdout == ""  # in UTC


@pytest.mark.usefixtures("imported")
def test_the_first_week_without_data_says_that_an_export_is_due(run: Run) -> None:
    known, unknown = (
        run("weekly", "--only-if-changed", "--as-of", day) for day in ("2026-11-20", "2026-11-27")
    )
    assert "A new export is due" in unknown.stdout
    assert "A new export is due" not in known.stdout


@pytest.mark.usefixtures("imported")
def test_wrong_options_are_named_also_where_nothing_changed(run: Run) -> None:
    command = ("weekly", "--as-of", QUIET_DAY, "--only-if-changed", "--quiet")
    for more in (("-f", "pdf"), ("--table", "x"), ("--section", "x"), ("-f", "csv")):
        result = run(*command, *more)
        assert result.exit_code == ExitCode.USAGE
        assert result.stderr.startswith("netaudit: error: ")


@pytest.mark.usefixtures("imported")
def test_limits_are_judged_whether_anything_changed_or_not(run: Run, home: Path) -> None:
    limit = ("--fail-on", "people_waiting>=0")
    for day, more in (("today", ""), (QUIET_DAY, NOTHING_NEW)):
        command = ("weekly", "--only-if-changed", "--as-of", day, *limit)
        result = run(*command)
        assert result.exit_code == ExitCode.CROSSED
        assert result.stderr.startswith(f"{more}netaudit: people_waiting is ")
        quiet = run(*command, "--quiet")
        assert (quiet.exit_code, quiet.stderr) == (ExitCode.CROSSED, "")
        assert quiet.stdout == result.stdout


@pytest.mark.usefixtures("imported")
def test_quiet_says_nothing_but_errors(run: Run) -> None:
    unknown = ("--as-of", "2027-06-01", "--fail-on", "people_touched<3")
    assert run("weekly", *unknown).stderr != ""
    assert run("weekly", *unknown, "--quiet").stderr == ""
    assert run("weekly", "--quiet").stdout == run("weekly").stdout
    assert "netaudit: error: " in run("weekly", "--quiet", "--by", "them").stderr


def test_both_are_in_the_help(run: Run) -> None:
    told = run("weekly", "--help").stdout
    assert "--only-if-changed" in told
    assert "--quiet" in told


@pytest.mark.unwatched
@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    "columns", [None, "200", "120", "79", "0", "abc", "-5", "9" * 40, "１２０"]
)
def test_a_mail_has_lines_of_78_at_most(
    run: Run, home: Path, columns: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    wanted = run("weekly").stdout
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert run("weekly").stdout == wanted
    assert max(map(cells.width, wanted.split("\n"))) <= 78
    for day in ("2026-11-15", "2027-03-01", "1999-01-01"):
        lines = run("weekly", "--as-of", day).stdout.split("\n")
        assert max(map(cells.width, lines)) <= 78
        run("weekly", "--as-of", day, "-o", "week.txt")
        assert (home / "week.txt").read_text().split("\n") == lines


@pytest.mark.unwatched
@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("columns", "width"),
    [("120", 120), ("200", 200), ("999", 200), ("7", 40), ("0", 80), ("abc", 80), ("-60", 80)],
)
def test_an_exported_width_counts_where_there_is_no_terminal(
    run: Run, home: Path, columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    run("report", "-o", "plain.txt")
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("report").stdout.split("\n")
    assert max(map(cells.width, lines)) == width
    run("report", "-o", "report.txt")  # a file is read anywhere
    assert (home / "report.txt").read_text() == (home / "plain.txt").read_text()
    narrow = run("weekly").stdout.split("\n")
    assert max(map(cells.width, narrow)) == min(width, 78)


DUE = ("A new export is due", "Get a copy of your data")


@pytest.mark.parametrize(
    "exports", [("linkedin",), ("linkedin/Connections.csv",), ("linkedin", "x")]
)
def test_that_an_export_is_due_is_on_the_first_screen_and_in_every_format(
    run: Run, home: Path, exports: tuple[str, ...]
) -> None:
    run("import", *(str(EXAMPLES / name) for name in exports))
    wanted = [*DUE, *(["Download an archive of your data"] if "x" in exports else [])]
    late = ("weekly", "--as-of", "2027-03-01")
    screen = " ".join("\n".join(run(*late).stdout.split("\n")[:24]).split())
    assert screen.index(DUE[0]) < screen.index("The week")
    for form in FORMATS:
        if form == "csv":
            assert run(*late, "-f", form, "-o", "late/").exit_code == 0
            told = (home / "late" / "notes.csv").read_text("utf-8")
        else:
            told = " ".join(run(*late, "-f", form).stdout.split())
        assert [words for words in wanted if words not in told] == []
        assert [words for words in wanted if words not in screen] == []
    known = run("weekly", "--as-of", "2026-11-14").stdout
    assert "A new export is due" not in known
    missing = "No messages of LinkedIn were imported" in known and DUE[1] in " ".join(known.split())
    assert missing == (exports == ("linkedin/Connections.csv",))


def test_who_logs_every_week_is_told_that_an_export_is_due(run: Run) -> None:
    """Whatever was logged: LinkedIn's data ended long ago all the same."""
    run("import", str(EXAMPLES / "linkedin"))
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False):
        assert run("log", "Else Nobody-Example", "coffee", "--new").exit_code == 0
    shown = " ".join(run("weekly", "--as-of", "2027-03-01").stdout.split())
    assert "you were in touch with 1 person" in shown
    assert shown.count("A new export is due") == 2  # in the headline, and how to get it
    assert "LinkedIn data ends 14 Nov 2026" in shown
    assert "What was said on LinkedIn in the week is not known" in shown
    assert "Added to the list unknown" in shown


def test_an_empty_record_is_told_how_to_begin(run: Run) -> None:
    run("import", str(EXAMPLES / "linkedin"))
    shown = run("weekly", "--as-of", "2001-01-01").stdout
    assert "import an export that reaches there" in " ".join(shown.split())


#: Writes every report in every format into a folder, as of a day, at a time of its own.
PROGRAM = """
import sys
import time_machine
from itertools import product
from pathlib import Path
from typer.testing import CliRunner
from netaudit.cli import app
from netaudit.render import FORMATS
folder, clock = Path(sys.argv[1]), float(sys.argv[2])
folder.mkdir()
day = ["--as-of", "2026-11-15", "--timezone", "Europe/Lisbon"]
with time_machine.travel(clock):
    for command, form, names in product(("weekly", "report", "next"), FORMATS, (0, 1)):
        more = [*day, "-f", form, *(["--anonymize"] if names else [])]
        place = folder / f"{command}{names}.{form}"
        if form == "csv":
            more += ["-o", f"{place}/"]
        done = CliRunner().invoke(app, [command, *more])
        assert done.exit_code == 0, done.output
        if form != "csv":
            place.write_bytes(done.stdout_bytes)
"""


@pytest.mark.unwatched
@pytest.mark.usefixtures("imported")
def test_the_same_day_gives_the_same_bytes_wherever_and_whenever(home: Path) -> None:
    """In processes of their own: with other hashes, another local time zone, and later on."""
    places = (("1", "UTC", "1794744000"), ("2", "Pacific/Apia", "1894744000"))
    found = []
    for seed, zone, clock in places:
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(home / seed), clock],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}, cwd=home, check=True,
        )  # fmt: skip
        files = sorted(path for path in (home / seed).rglob("*") if path.is_file())
        found.append({str(path.relative_to(home / seed)): path.read_bytes() for path in files})
    assert len(found[0]) > 100
    assert all(map(len, found[0].values()))
    assert found[0] == found[1]


@pytest.mark.usefixtures("imported")
def test_a_missed_week_can_be_asked_for(run: Run) -> None:
    shown = json.loads(run("weekly", "-f", "json", "--as-of", "2026-11-08").stdout)
    now = json.loads(run("weekly", "-f", "json").stdout)
    assert shown["sections"][0]["figures"] == now["sections"][0]["previous"]
