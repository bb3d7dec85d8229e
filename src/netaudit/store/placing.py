"""Giving a finished database its place on the disk: whole, private, and never over another.

While it is being written it bears a name of its own beside that place. Such names outlive
only a process that was killed, and are then swept away.
"""

import errno
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netaudit.errors import StoreBusy, note_late
from netaudit.store.committing import unfinished

#: How a store, and a copy of it, are named while they are written.
HALF_MADE = r"(\.v\d+-\w+\.bak)?\.new-\d+(-journal)?"
#: Seconds after which nobody can still be writing, whatever runs under the same number.
_ABANDONED = 600.0


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it, for the user only; return those made, outermost first."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
    return missing[::-1]


def place(connection: sqlite3.Connection, path: Path) -> None:
    """Write a copy of the open database to `path`; StoreBusy if that name is taken by then."""
    with drafted(connection, path) as draft:
        give_name(draft, path)
    sync_names(path.parent)


@contextmanager
def drafted(connection: sqlite3.Connection, path: Path) -> Iterator[Path]:
    """Yield a copy of the open database, private and on the disk, that is to have its place there.

    What it is not named by then is gone at the end.
    """
    beside = path.with_name(f"{path.name}.new-{os.getpid()}")
    with suppress(FileNotFoundError):
        beside.unlink()
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        # As bytes, for a name may hold bytes that are no text.
        connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(beside),))
        sync(beside)
        yield beside
    finally:
        for left in (beside, beside.with_name(f"{beside.name}-journal")):
            with suppress(OSError):  # gone with its new name; else it is swept away later
                left.unlink()


def give_name(draft: Path, path: Path, *, over: bool = False) -> None:
    """Name a finished file: in the place of another, or unless another process named one first."""
    if over:
        draft.replace(path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise StoreBusy(
            f"{path}: another netaudit has just made this file", hint="run the command again"
        ) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise
        draft.rename(path)


def sync_names(folder: Path) -> None:
    """Have the system write the names in a folder to the disk, where the disk can be told so.

    What was named is in its place by then, so that an error is no failure any more.
    """
    try:
        sync(folder)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            note_late(unfinished(folder, error.strerror or "it cannot be synced"))


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(path: Path, ending: str = HALF_MADE) -> None:
    """Remove what a killed process left half-made beside `path`, or as its second name.

    `ending` is the pattern of what follows the name of `path` in such names.
    """
    for left in half_made(path, ending):
        with suppress(OSError):  # gone already, or not ours to remove
            left.unlink()


def half_made(path: Path, ending: str = HALF_MADE) -> Iterator[Path]:
    """Yield what `sweep` removes."""
    for left in named_like(path, ending):
        with suppress(OSError):
            if (path.exists() and left.samefile(path)) or _is_abandoned(left):
                yield left


def _is_abandoned(left: Path) -> bool:
    number = int(left.name.rpartition(".new-")[2].partition("-")[0])
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):  # it runs, as another user
        pass
    return time.time() - left.stat().st_mtime > _ABANDONED


def named_like(path: Path, ending: str) -> Iterator[Path]:
    """Yield the files beside `path`, where one may look, named as it is and on by a pattern."""
    wanted = re.compile(re.escape(path.name) + ending, re.ASCII)
    with suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            if wanted.fullmatch(entry.name):
                yield Path(entry.path)
