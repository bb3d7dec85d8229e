"""The words in which the catalogue is written, and how an entry is held against the program.

An entry is a row of the catalogue of bad inputs, something the user may well do, and what the
program owes them for it. Each is run with a store that already holds something, which has to be
as it was wherever nothing is imported.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import pytest
from typer.testing import Result

from cli.program import Run
from netaudit.config import store_path
from netaudit.errors import ExitCode

#: How many rows each table has, by the letter that its numbers begin with. A row that is not for
#: this program stands with the reason in the `LEFT_OUT` of the module of its table.
TABLES = {"C": 26, "E": 11, "Z": 19, "J": 18, "D": 14, "U": 20, "K": 21}
#: The tables of which the program reads nothing, and why no entry is owed for their rows.
UNREAD = {
    "V": "vCards are written by `export`, and never read",
    "M": "no mail is read, neither mbox nor Maildir",
    "I": "no calendar is read",
    "X": "no XML is read",
}
#: Everybody in the inputs is a Kaltenbrun, so that nobody can stand in a complaint unnoticed.
_PEOPLE = re.compile("kaltenbrun", re.IGNORECASE)
_COMPLAINT = "netaudit: "
_HINT = "  hint: "
#: Bytes that are written under a name, or text, which is written as UTF-8; large ones are made
#: when they are wanted.
Content = str | bytes
Made = Content | Callable[[], Content]
_Test = TypeVar("_Test", bound=Callable[..., object])


class Outcome(Enum):
    """What is owed to an input: how the program ends, and whether it may change the store."""

    #: Taken without a word.
    ACCEPTED = "A"
    #: Taken, and said once.
    SAID = "N"
    #: The record is left out, counted and named by file and line; the rest is taken.
    SKIPPED = "S"
    #: The file is refused by one sentence; nothing is written.
    REFUSED = "E"
    #: The command is not understood; nothing is written.
    USAGE = "U"


A, N, S, E, U = Outcome
_CODES = {
    A: ExitCode.DONE, N: ExitCode.DONE, S: ExitCode.SKIPPED, E: ExitCode.REFUSED,
    U: ExitCode.USAGE,
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An entry of the catalogue.

    `files` lie in the folder where the program is run, or are laid there by a function; unless a
    `command` is given, they are imported. `complaints` are all there may be on stderr, hints
    aside, each by words of it in their order. `told` are words on stdout. `account` is what the
    import has to say of its rows, such as `read 3 = 2 new + 1 skipped`. Afterwards the command
    `then` shows each of `shown`, and none of `hidden`. `environment` is set for both. `code` is
    given where the program ends by another number than its outcome says. The program may take
    `seconds` of the processor.
    """

    row: str
    what: str
    outcome: Outcome
    files: Mapping[str, Made] | Callable[[Path], object] = field(default_factory=dict)
    command: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    account: str = ""
    then: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    code: int | None = None
    seconds: float = 3.0
    #: Whether a hint has to say what to do; where the sentence says it, none has to.
    hinted: bool = False

    def __str__(self) -> str:
        """Return what the test of this entry is called by."""
        return f"{self.row} {self.what}"


def each_of(*cases: Case) -> pytest.MarkDecorator:
    """Parametrize a test by entries, under their names."""
    return pytest.mark.parametrize("case", cases, ids=str)


def covers(*rows: str) -> Callable[[_Test], _Test]:
    """Mark a test that is no entry, but proves rows of the catalogue all the same."""

    def mark(test: _Test) -> _Test:
        test.__dict__["rows"] = rows
        return test

    return mark


def rows_of(module: Any) -> frozenset[str]:  # noqa: ANN401 - a module has what it has
    """Return the rows that the tests of a module prove."""
    found: set[str] = set()
    for value in vars(module).values():
        found.update(getattr(value, "rows", ()) if callable(value) else ())
        for mark in getattr(value, "pytestmark", ()):
            values = mark.args[1] if mark.name == "parametrize" else ()
            found.update(case.row for case in values if isinstance(case, Case))
    return frozenset(found)


def hold(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Do what an entry says, and hold the program to what it owes; return what it answered."""
    names = _lay_out(case, home)
    for name, value in case.environment.items():
        monkeypatch.setenv(name, value)
    before = state()
    begun = time.process_time()
    result = run(*(case.command or ("import", *names)))
    taken = time.process_time() - begun
    _ended_well(case, result)
    assert taken < case.seconds
    if case.outcome in {E, U}:
        assert state() == before
    for words in case.told:
        assert words in result.stdout, result.output
    assert case.account in _accounts(result.stdout), result.output
    if case.then:
        shown = run(*case.then)
        assert shown.exit_code == ExitCode.DONE, shown.output
        for words in case.shown:
            assert words in shown.stdout, shown.output
        for words in case.hidden:
            assert words not in shown.stdout, shown.output
    return result


def _lay_out(case: Case, home: Path) -> list[str]:
    """Write the files of an entry; return the names of all that came to lie there."""
    already = set(home.iterdir())
    if callable(case.files):
        case.files(home)
    else:
        for name, made in case.files.items():
            content = made() if callable(made) else made
            place = home / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
    return sorted(path.name for path in set(home.iterdir()) - already)


def state() -> Mapping[str, str]:
    """Return a digest of every file in the folder of the store, the store among them."""
    folder = store_path().parent
    if not folder.exists():
        return {}
    files = sorted(folder.iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _ended_well(case: Case, result: Result) -> None:
    """Look at the exit code and at stderr: whole sentences, as many as owed, about nobody."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == (_CODES[case.outcome] if case.code is None else case.code), (
        result.output
    )
    assert "Traceback" not in result.output
    assert not _PEOPLE.search(result.stderr), result.stderr
    lines = [line for line in result.stderr.splitlines() if not line.startswith(_HINT)]
    assert all(line.startswith(_COMPLAINT) for line in lines), result.stderr
    assert len(lines) == len(case.complaints), result.stderr
    for line, words in zip(lines, case.complaints, strict=True):
        assert words in line, result.stderr
    if case.outcome in {E, U}:
        assert len(lines) == 1
        assert lines[0].startswith(f"{_COMPLAINT}error: ")
        assert _HINT in result.stderr or not case.hinted
    elif case.outcome is S:
        assert any(re.search(r":\d+: .* \[[a-z-]+\]$", line) for line in lines), result.stderr


def _accounts(stdout: str) -> str:
    """Return stdout on one line, once every account in it adds up."""
    whole = " ".join(stdout.split())
    for found in re.finditer(
        r"read ([\d,]+) = ([\d,]+(?: [a-z]+)*(?: \+ [\d,]+(?: [a-z]+)+)*)", whole
    ):
        parts = re.findall(r"[\d,]+", found[2])
        assert _number(found[1]) == sum(map(_number, parts)), found[0]
    return whole


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def fsdecode(name: bytes) -> str:
    """Return a file name of any bytes as Python holds it."""
    return os.fsdecode(name)
