"""The user's crontab, read and written through the program `crontab`: the one process started."""

import fcntl
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from netaudit.errors import Unwritable

if TYPE_CHECKING:
    import subprocess

_SECONDS = 20
#: It stands in both marks of the block.
_MARK = b" netaudit weekly "
# Vixie's, cronie's and macOS's words; then BusyBox's.
_NONE_YET = re.compile(rb"no crontab for|can't open .*no such file", re.IGNORECASE)
_OTHERS = "where there is no cron: netaudit schedule --print systemd, or --print launchd"


def exists() -> bool:
    """Tell whether this machine has the program."""
    return shutil.which("crontab") is not None


def read() -> bytes:
    """Return the crontab; one that is not there yet is empty."""
    done = _run("-l")
    if done.returncode == 0:
        return done.stdout
    if done.stdout.strip() or not _NONE_YET.search(done.stderr):
        _refuse("crontab does not show what it holds", done.stderr)
    return b""


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other netaudit of this user changes the crontab, and keep others waiting."""
    held = os.open(Path.home(), os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system of another machine may know no locks
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def replace(old: bytes, new: bytes, folder: Path) -> None:
    """Put `new` in the place of `old`, and look whether it is there.

    What is half there is put back. What somebody else wrote meanwhile is left alone. Until all is
    well, `old` lies in a file of that folder; it stays where the crontab does not hold it again.
    """
    if read() != old:
        raise Unwritable("the crontab was changed meanwhile; nothing was written", hint="try again")
    aside = _put_aside(old, folder)
    failure = _failure(new)
    found = _shown()
    if found is not None and _is_kept(new, found):
        aside.unlink()
        return
    if found is not None and found != old and _is_part(found, new):
        _failure(old)
        found = _shown()
    said = failure or Unwritable("crontab did not keep what was written")
    if found == old:
        aside.unlink()
        raise Unwritable(f"{said.message}; it holds what it held before", hint=said.hint)
    now = "does not show what it holds now" if found is None else "holds something else now"
    raise Unwritable(
        f"{said.message}, and it {now}", hint=f"see `crontab -l`; it held before: {aside}"
    )


def _put_aside(content: bytes, folder: Path) -> Path:
    """Write a private file; where there is no such folder yet, among temporary ones."""
    where = folder if folder.is_dir() else None
    handle, name = tempfile.mkstemp(dir=where, prefix=".netaudit-crontab-")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _is_kept(new: bytes, found: bytes) -> bool:
    """Tell whether all of it is there and no mark more; who adds a line meanwhile, does no harm."""
    lines, there = Counter(new.split(b"\n")), Counter(found.split(b"\n"))
    return lines <= there and not any(_MARK in line for line in there - lines)


def _is_part(found: bytes, new: bytes) -> bool:
    """Tell whether all that is there is of what was to be written, the last line perhaps cut."""
    return new.startswith(found) or Counter(found.split(b"\n")) <= Counter(new.split(b"\n"))


def _failure(content: bytes) -> Unwritable | None:
    """Write, and return what went wrong; what is there now is another question."""
    try:
        done = _run("-", content) if content else _run("-r")
        if done.returncode != 0:
            _refuse("crontab refuses what was to be written", done.stderr)
    except Unwritable as failure:
        return failure
    return None


def _shown() -> bytes | None:
    try:
        return read()
    except Unwritable:
        return None


def _run(argument: str, content: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # crontab has no other way in, and no other command a use for it

    program = shutil.which("crontab")
    if program is None:
        raise Unwritable("there is no program `crontab` on this machine", hint=_OTHERS)
    try:
        return subprocess.run(  # noqa: S603 - a program of the system's, and no shell
            [program, argument],
            input=b"" if content is None else content,
            capture_output=True, check=False, timeout=_SECONDS,
            env=os.environ | {"LC_ALL": "C"},  # its words are read
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Unwritable(f"crontab did not answer within {_SECONDS} seconds") from None
    except OSError as error:
        raise Unwritable(f"crontab cannot be started: {error.strerror}", hint=_OTHERS) from None


def _refuse(sentence: str, said: bytes) -> NoReturn:
    words = said.decode(errors="replace").strip().partition("\n")[0][:200]
    raise Unwritable(sentence, hint=f"it said: {words}" if words else _OTHERS)
