"""From an export to what it tells, and what to say of one that is not whole."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from netaudit.errors import InputRefused
from netaudit.importers.exported.fields import Wrong
from netaudit.importers.exported.lines import objects
from netaudit.importers.exported.parsing import ENTRY, READ, Parser
from netaudit.importers.exported.told import Told, Unknown
from netaudit.importers.source import File
from netaudit.records import Problem, Where

_VERSION = 1
#: Messages that are told at a time.
_RUN = 10_000
#: Nobody mends so many lines one by one.
_MOST_PROBLEMS = 10_000
#: So many things of a newer netaudit are named.
_FEW = 8
_AGAIN = "make the export again: netaudit export -o FILE.jsonl"


def is_exported(file: File) -> bool:
    """Tell from its first line whether a file is an export of netaudit's, of whatever version."""
    return _version(file) is not None


def _version(file: File) -> object:
    first = file.head.split(b"\n", 1)[0]
    if not first.startswith(b'{"netaudit":') or len(first) > 1000:
        return None
    with suppress(ValueError, RecursionError):
        head = json.loads(first)
        if head.get("netaudit") == "export":
            return head.get("version", 0)
    return None


def read(file: File, notices: list[str]) -> Iterator[Told]:
    """Yield what an export tells, line by line; messages come many at a time.

    One of another version, one that breaks off, and one whose snapshots are not told rightly is
    an InputRefused.
    """
    version = _version(file)
    if version != _VERSION or isinstance(version, bool):
        newer = isinstance(version, int) and version > _VERSION
        raise InputRefused(
            f"{file.shown}: an export of version {str(version)[:20]}; this netaudit reads"
            f" {_VERSION}",
            hint="upgrade netaudit" if newer else _AGAIN,
        )
    yield from _Reader(file, notices).told()


class _Reader:
    """One reading."""

    def __init__(self, file: File, notices: list[str]) -> None:
        self._file = file
        self._notices = notices
        self._parser = Parser()
        self._strange: dict[str, None] = {}

    def told(self) -> Iterator[Told]:
        """Yield all that is told, messages behind everything else of their run."""
        problems, ended = 0, False
        for found in objects(self._file):
            if isinstance(found, Problem):
                told: Told | None = found
            elif found[0] == 1:
                continue
            elif ended := found[1].get("type") == "end":
                break
            else:
                told = self._line(*found)
            if told is not None:
                yield told
                problems += isinstance(told, Problem)
                if problems > _MOST_PROBLEMS:
                    raise InputRefused(
                        f"{self._file.shown}: more than {_MOST_PROBLEMS:,} lines that cannot be"
                        " read",
                        hint=_AGAIN,
                    )
            if self._parser.waiting >= _RUN:
                yield from self._parser.messages()
        yield from self._parser.messages()
        if not ended:
            raise InputRefused(
                f"{self._file.shown}: breaks off, as its last line is missing", hint=_AGAIN
            )
        if self._strange:
            self._notices.append(
                f"{self._file.shown}: not read, as only a newer netaudit knows them: "
                + ", ".join(self._strange)
            )

    def _line(self, number: int, line: dict[str, Any]) -> Told | None:
        """Return what a line tells; None where it waits."""
        kind = line.get("type")
        if kind == "interaction" and "entry" in line:
            kind = ENTRY
        if not isinstance(kind, str) or kind not in READ:
            self._notice(f"lines of the type {str(kind)[:30]!r}")
            return Unknown(number)
        known, reader = READ[kind]
        if not line.keys() <= known:
            for name in sorted(line.keys() - known):
                self._notice(f"the field {name[:30]!r} of '{line['type']}'")
        try:
            return reader(self._parser, number, line)
        except Wrong as wrong:
            if kind == "snapshot":
                raise InputRefused(f"{self._file.shown}:{number}: {wrong}", hint=_AGAIN) from None
            return Problem(Where(self._file.shown, number), "bad-line", str(wrong))

    def _notice(self, strange: str) -> None:
        if len(self._strange) < _FEW:
            self._strange[strange] = None
