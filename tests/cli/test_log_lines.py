"""`netaudit log -`: entries from standard input, all of them or none."""

import re
from pathlib import Path

import pytest

from cli.program import Run
from cli.test_log_entries import digest, listed
from netaudit.cli import asking, dictating
from netaudit.errors import ExitCode

LINES = """\
# what I remember of this week
'Ana Ruiz-Example' coffee --on yesterday --note 'of "tea" # and more'

  "Ben Okoro-Example" 'ana@example.com' meal --on monday
'Zoran O"Unheard' call --new --in
'zoran o"unheard' sms --asked ''
"""


@pytest.fixture(autouse=True)
def _list(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")


def test_each_line_is_an_entry_and_all_are_one_import(run: Run) -> None:
    result = run("log", "-", stdin=LINES)
    assert (result.exit_code, result.stderr) == (0, "")
    told = listed(run)
    assert result.stdout.count("Logged: ") == 4
    assert 'Logged: call with Zoran O"Unheard (new) on 2026-11-15 (from them)\n' in result.stdout
    assert result.stdout.endswith(
        "\nTo take it back: netaudit undo 2; to change one: netaudit log --list\n"
    )
    assert [(e["day"], e["person"], e["channel"], e["direction"]) for e in told] == [
        ("2026-11-15", 'Zoran O"Unheard', "sms", "out"),
        ("2026-11-15", 'Zoran O"Unheard', "call", "in"),
        ("2026-11-14", "Ana Ruiz-Example", "coffee", "both"),
        ("2026-11-09", "Ben Okoro-Example", "meal", "both"),
        ("2026-11-09", "Ana Ruiz-Example", "meal", "both"),
    ]  # fmt: skip
    assert told[2]["note"] == 'of "tea" # and more'
    shown = " ".join(run("imports", "--last", "1").stdout.split())
    assert shown.endswith("on 2026-11-15; and 1 more")
    run("undo", "--yes")
    assert listed(run) == []


def test_a_dry_run_tells_of_each_line(run: Run, home: Path) -> None:
    before = digest(home)
    result = run("log", "-", "--dry-run", stdin=LINES)
    assert result.exit_code == 0
    assert result.stdout.count("Would be logged: ") == 4
    assert 'call with Zoran O"Unheard (new) on 2026-11-15 (from them)\n' in result.stdout
    assert 'sms with Zoran O"Unheard on 2026-11-15 (from me)\n' in result.stdout
    assert result.stdout.endswith("Nothing was written: this was a dry run.\n")
    assert digest(home) == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Nobody coffee", "'Nobody' is nobody in the store by that name"),
        ("'Cleo Twin' coffee", "'Cleo Twin' fits several people"),
        ("ana coffee --on may", "'may' is no day netaudit is sure of"),
        ("ana coffee --on tomorrow", "'tomorrow' has not come yet"),
        ("ana --in --out", "--in, --out and --both exclude one another"),
        ("ana --via telepathy", "there is no channel 'telepathy'"),
        ("ana cofee", "the nearest channel is 'coffee'"),
        ("coffee", "whom did you talk to?"),
        ("--note x", "whom did you talk to?"),
        ("Conan O'Brien coffee", "a quote is not closed"),
        ("ana --colour", "No such option: --colour\n"), ("ana --forma", "option: --forma\n"),
        ("ana beer", "'beer' is nobody in the store, and no channel"),
        ("ana --on", "'--on' requires an argument"),
        ("ana --edit k7rt", "--edit goes with the whole command, and not with a line"),
        ("ana -h", "--help goes with the whole command, and not with a line"),
        ("ana --store other.db", "--store goes with the whole command"),
        ("-", "'-' is n"),
        ("'Ana Ruiz-Example' --new", "nobody of these is new"),
        ("\0", "is nobody in the store"), ("'' call", "is no name"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_nothing_is_written(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    before = digest(home)
    result = run("log", "-", stdin=f"ana coffee\n\n{line}\nben call\n")
    assert (result.exit_code, result.stdout) == (ExitCode.REFUSED, "")
    assert result.stderr.startswith("netaudit: error: standard input:3: ")
    assert said in result.stderr
    assert digest(home) == before


def test_all_bad_lines_are_named(run: Run, home: Path) -> None:
    before = digest(home)
    result = run("log", "-", stdin="Nobody call\nana coffee\nana --on\n" + "Noone call\n" * 30)
    assert (result.exit_code, result.stdout) == (ExitCode.REFUSED, "")
    told = re.findall(r"netaudit: error: standard input:(\d+): ", result.stderr)
    assert told == ["1", "3", *(str(number) for number in range(4, 22))]
    assert result.stderr.endswith(
        "standard input: 32 lines cannot be used, of which 20 are named; nothing was written\n"
    )
    assert digest(home) == before


def test_at_a_terminal_it_is_said_how_to_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictating, "is_terminal", lambda _: True)
    assert run("log", "-", stdin="ana call\n").stderr == "One entry a line; Ctrl-D ends.\n"


@pytest.mark.parametrize(
    "header", ["date,person,channel", '\ufeff"Date";"Person"', "# x\nperson\tdate"]
)
def test_a_csv_is_to_be_imported(run: Run, header: str) -> None:
    result = run("log", "-", stdin=f"{header}\n2026-11-03,Ana\n")
    assert result.exit_code == ExitCode.REFUSED
    assert "this is the header of a CSV" in result.stderr
    assert "netaudit import log.csv" in result.stderr


@pytest.mark.parametrize("nothing", ["", "\n\n", "# nothing today\n"])
def test_of_nothing_nothing_is_written(run: Run, home: Path, nothing: str) -> None:
    before = digest(home)
    result = run("log", "-", stdin=nothing)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Nothing was written: there is no entry in it.\n"
    assert digest(home) == before


def test_the_same_line_twice_is_named(run: Run) -> None:
    assert run("log", "ana", "coffee").stderr == ""
    result = run("log", "-", stdin="ana call\nana call\nana sms\n\nana coffee\n")
    assert result.exit_code == 0
    assert "the very same entry as in line 2, 5 was there already; it now counts twice" in (
        result.stderr
    )
    assert "netaudit undo 3" in result.stderr


def test_a_first_log_needs_no_store(run: Run, home: Path) -> None:
    fresh = ("--store", str(home / "fresh.db"))
    assert run("log", "-", *fresh, stdin="ana coffee\n").exit_code == ExitCode.NO_STORE
    refused = run("log", "-", *fresh, stdin="'Ana Ruiz' coffee --new\nben call\n")
    assert refused.exit_code == ExitCode.REFUSED
    assert not (home / "fresh.db").exists()
    assert run("log", "-", *fresh, stdin="'Ana Ruiz' coffee --new\r\n").exit_code == 0
    assert len(listed(run, *fresh)) == 1


def test_what_is_no_text_is_refused(run: Run) -> None:
    from typer.testing import CliRunner

    from netaudit.cli import app

    result = CliRunner().invoke(app, ["log", "-"], input=b"ana coffee\n\xff\xfe\n")
    assert result.exit_code == ExitCode.REFUSED
    assert "standard input:2: this is not UTF-8" in result.stderr
