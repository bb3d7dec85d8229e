"""What a renderer is, and how its text leaves the program: the whole of it or nothing."""

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol, TextIO

from netaudit.errors import ExitCode, Unwritable, UsageError
from netaudit.report import Report

# Links to open files, among them the `/dev/fd/63` of a shell's `>(command)`: never replaced.
_STREAMS = ("/dev/fd/", "/dev/stdout", "/dev/stderr", "/proc/")


# How databases and archives begin: the store and its copies, and exports as they were downloaded.
_DATABASE = b"SQLite format 3\0"
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


class Renderer(Protocol):
    """Writes a report in one format."""

    def render(self, report: Report, out: TextIO) -> None:
        """Write the report; the same report always gives the same text."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the caller knows of the place of output; each format takes what concerns it.

    `ascii_only` is for an output whose encoding has no more. `full` shows all rows of all
    sections, `table` names the one that CSV takes, `ids` adds the ids of persons.
    """

    width: int = 80
    colour: bool = False
    ascii_only: bool = False
    full: bool = False
    ids: bool = False
    table: str | None = None


def to_text(renderer: Renderer, report: Report) -> str:
    """Render the whole report before a byte of it is written anywhere."""
    out = io.StringIO()
    renderer.render(report, out)
    return out.getvalue()


def write_out(text: str, path: Path | None = None, *, refuse: Iterable[Path] = ()) -> None:
    """Write text to stdout, or to a file that is either replaced as a whole or left alone.

    The file is private to its owner. A link is replaced, not followed. `refuse` names files
    that must not be lost to a slip of the keyboard, such as the store; no database and no archive
    is ever replaced.
    """
    if path is None:
        _to_stdout(text)
        return
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name a file in it")
    if any(_same(path, kept) for kept in refuse):
        raise UsageError(f"{path} is in use by netaudit and would be lost", hint="name another")
    data = text.encode("utf-8", "backslashreplace")
    try:
        _refuse_kept(path)
        if _is_stream(path):
            with path.open("ab") as stream:
                stream.write(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def _same(path: Path, kept: Path) -> bool:
    try:
        return path.samefile(kept)
    except OSError:  # one of the two is not there yet
        return path.resolve() == kept.resolve()


def _refuse_kept(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head.startswith((_DATABASE, *_ARCHIVES)):
        what = "a database" if head == _DATABASE else "an archive"
        raise UsageError(f"{path} is {what}, and would be lost", hint="name another")


def _is_stream(path: Path) -> bool:
    if str(path.absolute()).startswith(_STREAMS):
        return True
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".netaudit-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - a plain name, as mkstemp gave it
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _to_stdout(text: str) -> None:
    out = sys.stdout
    if out is None:  # the shell's `>&-`
        raise Unwritable("cannot write: standard output is closed")
    encoding = out.encoding or "utf-8"
    try:
        out.write(text.encode(encoding, "backslashreplace").decode(encoding))
        out.flush()
    except BrokenPipeError:
        abandon(out)
        raise SystemExit(ExitCode.PIPE) from None
    except OSError as error:
        abandon(out)
        _unwritable(error)
    except ValueError:
        raise Unwritable("cannot write: standard output is closed") from None


def _unwritable(error: OSError) -> NoReturn:
    raise Unwritable(f"cannot write to standard output: {error.strerror}") from error


def abandon(out: TextIO) -> None:
    """Let what is left in the buffer go nowhere, so that Python's exit does not fail again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # not a real file: a test's
        return
