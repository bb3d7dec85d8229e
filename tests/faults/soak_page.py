"""The page that `make soak` writes: what became of each command, and with what that was found."""

import os
import platform
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

#: Column of a table -> what is counted there.
_KILLED = {
    "kills": "runs", "as before": "before", "complete": "after",
    "lost after acknowledgement": "lost", "half": "half", "tracebacks": "traceback",
}  # fmt: skip
_FAILED = {
    "errors": "runs", "as before": "before", "complete": "after", "lost though said done": "lost",
    "done though said failed": "untrue", "half": "half", "tracebacks": "traceback",
}  # fmt: skip
#: What must never be.
_WRONG = ("lost", "untrue", "half", "traceback")

_HEAD = """# Killed, and run into errors

Written by `make soak`. Each run is of one command on a small store of its own; afterwards it is
looked whether the store, and what else the command writes, is as it was before or what an
undisturbed run leaves; SQLite checks it, and one command in four is run once more, which has to
succeed and to leave nothing lying about. *Half* counts all that is neither.

"""
_AT_RANDOM = """\
`kill -9`, spread over the time that a run takes. One in twenty is of a process with the start of
Python and all; the others are forks of a process that has loaded the program.

"""
_AT_CALLS = """\
By `strace`, before each call that opens, writes, syncs, names or removes a file of the store, of a
copy or of an export. The migration is to a version that is made up.

"""
_BY_ERRORS = """\
Each of the same calls fails twice, once as on a full disk and once as on a broken one (`ENOSPC`,
`EIO`); once it is that call alone, once all further ones of its kind as well. Complete are also
those where the error came when all was done: that is said, and is no failure.

"""
_SECTIONS = {
    "random": ("Killed at moments of chance", _AT_RANDOM, _KILLED),
    "calls": ("Killed at every call", _AT_CALLS, _KILLED),
    "errors": ("An error at every call", _BY_ERRORS, _FAILED),
}


@dataclass(frozen=True)
class Row:
    """What became of the runs of a command."""

    name: str
    found: Counter[str]

    @property
    def wrong(self) -> bool:
        """Whether anything was that must never be."""
        return any(self.found[one] for one in _WRONG)

    def __str__(self) -> str:
        """Tell it in a line, for who waits."""
        wanted = ("runs", "before", "after", *_WRONG)
        return f"{self.name}: " + ", ".join(f"{self.found[one]} {one}" for one in wanted)


def page(tables: Mapping[str, Sequence[Row]], seconds: int, refused: str = "") -> str:
    """Return the page; `refused` says why there is nothing about single calls."""
    cores = os.cpu_count()
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    made_by = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    on = f"{cores} core{'s' if cores != 1 else ''}, {seconds:,} seconds"
    parts = [_HEAD, f"{today}, {made_by}, {on}.\n"]
    for kind, (title, told, columns) in _SECTIONS.items():
        parts.append(f"\n## {title}\n\n")
        if kind in tables:
            parts += [told, *_table(tables[kind], columns)]
        else:
            parts.append(f"Not done: {refused}\n")
    return "".join(parts)


def _table(rows: Sequence[Row], columns: Mapping[str, str]) -> list[str]:
    total = Row("all", sum((row.found for row in rows), Counter()))
    lines = [["command", *columns], ["---", *("---:" for _ in columns)]]
    lines += [[row.name, *(f"{row.found[of]:,}" for of in columns.values())]
              for row in (*rows, total)]  # fmt: skip
    return [f"| {' | '.join(line)} |\n" for line in lines]
