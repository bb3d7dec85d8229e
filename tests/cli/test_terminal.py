"""How lines of words are folded for the place where they are read."""

import io
import os
import pty
import sys
from collections import Counter
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.cli import accounting, terminal
from netaudit.errors import ExitCode
from netaudit.render import cells
from netaudit.store.staging import FileAccount, SnapshotAccount

PATH = "/home/somebody/a-long-folder/of-exports/Basic_LinkedInDataExport_11-15-2026.zip"
SENTENCE = f"error: {PATH}: this is the export of another member than the ones before"
HINT = "is it whole, and yours? If it is right, add --yes; list what there is: netaudit imports"


class Terminal(io.StringIO):
    """Says that somebody looks at it, and knows no size."""

    def isatty(self) -> bool:
        return True


WIDTHS = pytest.mark.parametrize("width", [40, 60, 80, 100])


def sit_at(width: int, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make stdout and stderr a terminal of that width (in the test: a fixture's would be lost)."""
    monkeypatch.setenv("COLUMNS", str(width))
    seen = Terminal()
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, seen)
    return seen


def snapshot(*files: FileAccount) -> SnapshotAccount:
    return SnapshotAccount("linkedin", "Basic_LinkedInDataExport_11-15-2026.zip", files=list(files))


def file(name: str) -> FileAccount:
    aside = Counter({"contacts without address or number": 1_204, "repeated rows": 3})
    return FileAccount(name, "linkedin-contacts", 15_212, 12_000, 1_002, 1_000, aside, 3)


EQUATION = (
    "read 15,212 = 12,000 new + 1,000 unchanged + 1,002 updated + 1,207 set aside + 3 skipped"
)


def test_the_equation_is_one_line() -> None:
    assert accounting.equation(file("x")) == EQUATION
    assert accounting.equation(FileAccount("x", "log")) == "read 0 = 0"


@WIDTHS
@pytest.mark.parametrize("indent", [0, 6])
def test_accounts_are_folded_between_their_terms(
    monkeypatch: pytest.MonkeyPatch, width: int, indent: int
) -> None:
    sit_at(width, monkeypatch)
    lines = list(accounting.snapshot_lines([snapshot(file("Contacts.csv"), file("x"))], indent))
    assert max(map(len, lines)) <= width
    assert all(line.startswith(" " * indent) for line in lines)
    terms = [line.strip() for line in lines]
    assert " ".join(terms).count(EQUATION) == 2
    for whole in ("+ 1,207 set aside", "= 12,000 new", "3 repeated rows"):
        assert sum(whole in line for line in lines) == 2


def test_an_account_hangs_under_its_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at(60, monkeypatch)
    assert list(accounting.snapshot_lines([snapshot(file("Contacts.csv"), file("x"))]))[1:6] == [
        "  Contacts.csv  read 15,212 = 12,000 new + 1,000 unchanged",
        "                + 1,002 updated + 1,207 set aside",
        "                + 3 skipped",
        "                  aside: 1,204 contacts without address or",
        "                    number, 3 repeated rows",
    ]


@pytest.mark.parametrize(
    ("kind", "one"),
    [
        ("contacts without address or number", "contact without address or number"),
        ("posts to accounts that are gone", "post to accounts that are gone"),
        ("posts that name people without their ids", "post that names people without their ids"),
        ("entries with only a date", "entry with only a date"),
        ("replies to yourself", "reply to yourself"),
        ("people no longer followed", "person no longer followed"),
        ("further skills of one endorsement", "further skill of one endorsement"),
        ("your own addresses", "your own address"),
        ("AI coach chats", "AI coach chat"),
        ("between others", "between others"),
        ("your own profile", "your own profile"),
        ("yourself", "yourself"),
    ],
)
def test_a_single_row_is_set_aside_in_the_singular(
    monkeypatch: pytest.MonkeyPatch, kind: str, one: str
) -> None:
    sit_at(100, monkeypatch)
    for number, said in ((1, f"aside: 1 {one}"), (2, f"aside: 2 {kind}")):
        account = FileAccount("x", "log", number, set_aside=Counter({kind: number}))
        lines = list(accounting.snapshot_lines([snapshot(account)]))
        assert lines[-1].strip() == said


@WIDTHS
@pytest.mark.parametrize("name", ["n" * 250 + ".csv", "長い名前" * 40, "a name of words " * 12])
def test_a_very_long_name_has_lines_of_its_own(
    monkeypatch: pytest.MonkeyPatch, width: int, name: str
) -> None:
    sit_at(width, monkeypatch)
    lines = list(accounting.snapshot_lines([snapshot(file("x.csv"), file(name))], indent=6))
    assert max(map(cells.width, lines)) <= width
    shown = "".join("".join(lines).split())
    assert "".join(name.split()) in shown
    beside = [line for line in lines if "read 15,212" in line]
    assert beside[0].index("read") == beside[1].index("read")


@WIDTHS
def test_lists_are_folded_between_their_words(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    sit_at(width, monkeypatch)
    words = ["Ad Targeting.csv", "Learning.csv", "n" * 200 + ".csv", "m" * 20 + " n" * 60]
    lines = accounting.folded("Passed over, nothing in them is read: ", words, indent=2)
    assert max(map(len, lines)) <= width
    assert sum("Ad Targeting.csv," in line for line in lines) == 1
    assert lines[0].startswith("Passed over")
    assert all(line.startswith("    ") for line in lines[1:])
    assert accounting.folded("goes: ", [], indent=6) == []


def test_without_a_terminal_lines_are_those_of_a_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    lines = list(accounting.snapshot_lines([snapshot(file("Contacts.csv"))]))
    assert 60 < max(map(len, lines)) <= 79
    monkeypatch.setattr(sys, "stdout", None)
    assert list(accounting.snapshot_lines([snapshot(file("Contacts.csv"))])) == lines


@pytest.mark.parametrize("width", [40, 60, 100])
def test_without_a_terminal_an_exported_width_holds_as_for_reports(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    run("import", str(EXAMPLES / "linkedin"), str(EXAMPLES / "log.csv"))
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("imports").stdout.rstrip("\n").split("\n")
    assert width - 20 < max(map(len, shown)) <= width


@pytest.mark.parametrize(("columns", "expected"), [("10", 40), ("72", 72), ("250", 100)])
def test_lines_are_neither_too_short_nor_too_long(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.line_width(Terminal()) == expected
    assert terminal.line_width(io.StringIO()) == terminal.line_width(None) == expected


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5"])
def test_a_width_that_is_none_is_not_heeded(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.line_width(io.StringIO()) == terminal.line_width(None) == 79


def test_a_terminal_that_knows_no_size_is_taken_for_a_usual_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "__stdout__", None)
    assert terminal.line_width(Terminal()) == 79
    controller, end = pty.openpty()
    with os.fdopen(controller, "rb"), os.fdopen(end, "w", encoding="utf-8") as stream:
        assert terminal.line_width(stream) >= 40


@WIDTHS
def test_warnings_are_folded_for_a_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    seen = sit_at(width, monkeypatch)
    terminal.warn(SENTENCE, hint=HINT)
    lines = seen.getvalue().rstrip("\n").split("\n")
    assert [line for line in lines if len(line) > width and PATH not in line] == []
    assert any(f"{PATH}:" in line for line in lines)
    start = next(place for place, line in enumerate(lines) if line.startswith("  hint: is it"))
    assert all(line.startswith("    ") for line in lines[1:start])
    assert all(line.startswith(" " * 8) for line in lines[start + 1 :])
    assert " ".join(" ".join(lines).split()) == f"netaudit: {SENTENCE} hint: {HINT}"


def test_warnings_stay_whole_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal.warn(SENTENCE, hint=HINT)
    assert capsys.readouterr().err == f"netaudit: {SENTENCE}\n  hint: {HINT}\n"


def test_a_hint_may_be_several_lines(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.warn("a\nb", hint="which:\n  x\x1b\ny")
    assert capsys.readouterr().err == (
        f"netaudit: a b\n  hint: which:\n{' ' * 10}x\N{REPLACEMENT CHARACTER}\n{' ' * 8}y\n"
    )


_RIGHT_FILE = "is it the right file? An export is a ZIP, a folder, or CSV files"


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("a.png", b"\x89PNG\r\n", _RIGHT_FILE),
        ("a.pdf", b"%PDF-1.7", _RIGHT_FILE),
        ("a.csv", b"a\0b\0\n\0", _RIGHT_FILE),
        ("a.zip", b"PK\x07\x08PK", "put the parts together"),
        ("a.csv", b"<html>sign in", "download the export again"),
        (
            "a.csv",
            b"a,b\n1,2\n",
            "it reads exports of LinkedIn and X, as ZIP, folder or single files,",
        ),
    ],
)
def test_a_refused_file_is_told_what_would_be_read(
    run: Run, home: Path, name: str, content: bytes, hint: str
) -> None:
    (home / name).write_bytes(content)
    result = run("import", name)
    assert result.exit_code == ExitCode.REFUSED
    assert f"\n  hint: {hint}" in result.stderr
