"""What can go wrong, as the user is told it: a sentence, a hint, and an exit code.

Sentences name files, lines, options and ids; never the people in the data.
"""

from collections.abc import Iterator
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """The exit codes of the program; any other number is a failure too."""

    DONE = 0
    BUG = 1
    USAGE = 2
    SKIPPED = 3
    REFUSED = 4
    NO_STORE = 10
    BUSY = 11
    DAMAGED = 12
    UNWRITABLE = 13
    CROSSED = 20
    INTERRUPTED = 130
    PIPE = 141
    TERMINATED = 143


#: One line for each exit code, for the help and the docs.
EXIT_CODES: dict[ExitCode, str] = {
    ExitCode.DONE: "done",
    ExitCode.BUG: "a bug in netaudit",
    ExitCode.USAGE: "the command or the configuration is not understood; nothing was changed",
    ExitCode.SKIPPED: "done, but some records were left out; each is named on stderr",
    ExitCode.REFUSED: "an input was refused; nothing was written",
    ExitCode.NO_STORE: "there is no store yet: import something first",
    ExitCode.BUSY: "another netaudit is writing to the store",
    ExitCode.DAMAGED: "the store is damaged, foreign, or newer than this program",
    ExitCode.UNWRITABLE: "the disk is full, read-only, or not permitted",
    ExitCode.CROSSED: "a figure crossed a limit of --fail-on; the report is written",
    ExitCode.INTERRUPTED: "interrupted by Ctrl-C; nothing half-written",
    ExitCode.PIPE: "whoever read the output stopped reading; what was done is done",
    ExitCode.TERMINATED: "terminated; nothing half-written",
}


class NetauditError(Exception):
    """A failure with a sentence for the user, a hint at what to do, and an exit code."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(NetauditError):
    """An option, an argument or a configuration value that makes no sense."""

    exit_code = ExitCode.USAGE


class InputRefused(NetauditError):
    """A file that is not imported as a whole; the store stays as it was."""

    exit_code = ExitCode.REFUSED


class NoStore(NetauditError):
    """Something was asked about a store that does not exist."""

    exit_code = ExitCode.NO_STORE


class StoreBusy(NetauditError):
    """Another process held the store for longer than we wait."""

    exit_code = ExitCode.BUSY


class StoreDamaged(NetauditError):
    """The store cannot be read, is no store of ours, or comes from a newer program."""

    exit_code = ExitCode.DAMAGED


class Unwritable(NetauditError):
    """The disk is full or read-only, or permission is missing."""

    exit_code = ExitCode.UNWRITABLE


_late: list[NetauditError] = []


def note_late(error: NetauditError) -> None:
    """Keep in mind what went wrong when all was done: no failure, but to be said."""
    _late.append(error)


def late() -> Iterator[NetauditError]:
    """Yield what went wrong when all was done, each sentence once, and forget it."""
    told = {error.message: error for error in _late}
    _late.clear()
    yield from told.values()
