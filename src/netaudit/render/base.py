"""What a renderer is, and how its text leaves the program: the whole of it or nothing."""

import io
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol, TextIO

from netaudit.errors import ExitCode, Unwritable, UsageError
from netaudit.report import Report

# Links to open files, among them the `/dev/fd/63` of a shell's `>(command)`: never replaced.
_STREAMS = ("/dev/fd/", "/dev/stdout", "/dev/stderr", "/proc/")


# How databases and archives begin: the store and its copies, and exports as they were downloaded.
_DATABASE = b"SQLite format 3\0"
_ARCHIVES = (
    b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07",
)  # fmt: skip
#: What stands at this place in the header of a tar.
_TAR, _TAR_AT = b"ustar", 257
#: How a file is named while it is written, with the number of the process.
_HALF_WRITTEN = re.compile(r"\.netaudit-(\d+)-\w{8}", re.ASCII)
_EXECUTABLE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH


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
    that must not be lost to a slip of the keyboard, such as the store; see `refuse_unfit`.
    """
    write_pieces([text], path, refuse=refuse)


def write_pieces(
    pieces: Iterable[str], path: Path | None = None, *, refuse: Iterable[Path] = ()
) -> None:
    """Write text that is too long to be held at once, as `write_out` does."""
    if path is None:
        _to_stdout(pieces)
        return
    refuse_unfit(path, refuse)
    data = (text.encode("utf-8", "backslashreplace") for text in pieces)
    try:
        if _is_stream(path):
            with path.open("ab") as stream:
                stream.writelines(data)
        else:
            _replace(path, data)
    except BrokenPipeError:
        raise SystemExit(ExitCode.PIPE) from None
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def refuse_unfit(path: Path, refuse: Iterable[Path] = ()) -> None:
    """Refuse a place that can take no file, or where one would be lost that is nobody's report.

    No database, no archive, no program and nothing read-only is ever replaced.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name a file in it")
    refuse_in_use(path, refuse)
    if not path.parent.is_dir():
        raise Unwritable(
            f"cannot write {path}: there is no folder {path.parent}",
            hint="make the folder, or name another",
        )
    try:
        if path.is_file() and not _is_stream(path):
            _refuse_kept(path)
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def refuse_in_use(path: Path, refuse: Iterable[Path]) -> None:
    """Refuse a place that is one of these, or leads to one."""
    if any(_same(path, kept) for kept in refuse):
        raise UsageError(f"{path} is in use by netaudit and would be lost", hint="name another")


def _same(path: Path, kept: Path) -> bool:
    try:
        return path.samefile(kept)
    except OSError:  # one of the two is not there yet, or a link to itself
        return os.path.realpath(path) == os.path.realpath(kept)


def _refuse_kept(path: Path) -> None:
    # A link that is replaced takes nothing with it but a command of that name.
    what = None if path.is_symlink() else _contained(path)
    if what is None and _is_program(path):
        what = "a program"
    if what is not None:
        raise UsageError(f"{path} is {what}, and would be lost", hint="name another")
    if not path.lstat().st_mode & stat.S_IWUSR:
        raise Unwritable(f"{path} is read-only, and is kept", hint="name another")


def _contained(path: Path) -> str | None:
    with path.open("rb") as file:
        head = file.read(_TAR_AT + len(_TAR))
    if head.startswith(_ARCHIVES) or head[_TAR_AT:] == _TAR:
        return "an archive"
    return "a database" if head.startswith(_DATABASE) else None


def _is_program(path: Path) -> bool:
    if not path.stat().st_mode & _EXECUTABLE:
        return False
    # Disks of Windows and cameras say it of every file, also of one just made.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".netaudit-") as fresh:
        return not os.fstat(fresh.fileno()).st_mode & _EXECUTABLE


def _is_stream(path: Path) -> bool:
    if str(path.absolute()).startswith(_STREAMS):
        return True
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _replace(path: Path, data: Iterable[bytes]) -> None:
    _sweep(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".netaudit-{os.getpid()}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - a plain name, as mkstemp gave it
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sweep(folder: Path) -> None:
    """Remove what a killed process left there half-written: it holds what was to be private."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (found := _HALF_WRITTEN.fullmatch(entry.name)) and _is_gone(int(found[1])):
                with suppress(OSError):  # gone already, a folder, or not ours to remove
                    Path(entry.path).unlink()


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):  # it runs, as another user
        pass
    return False


def _to_stdout(pieces: Iterable[str]) -> None:
    out = sys.stdout
    if out is None:  # the shell's `>&-`
        raise Unwritable("cannot write: standard output is closed")
    for text in pieces:
        _put(text, out)


def _put(text: str, out: TextIO) -> None:
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
