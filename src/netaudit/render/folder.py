"""A folder of files that is replaced as a whole or left alone.

A new folder is made beside it, and both change their names: the old one goes to
`.NAME.netaudit-old`, the new one to its place. Between these two steps, and only then, there is no
folder of that name; whoever is killed there leaves the old one under the other name, and the next
run puts it back before it does anything else.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from netaudit.errors import Unwritable, UsageError

#: What a file manager leaves in a folder that somebody looked at.
_NOBODYS = ".DS_Store"


def write_folder(files: Mapping[str, str], path: Path, *, ours: Collection[str]) -> None:
    """Write files, by name, into a folder that holds nothing else afterwards.

    It is private to its owner. Where it is there already it is replaced only if all it holds are
    files with names of `ours`. A link to a folder stays, and the folder is replaced.
    """
    try:
        place = path.resolve()
        _refuse(path, place)
        aside = place.with_name(f".{place.name}.netaudit-old")
        if aside.exists():
            _clear_up(place, aside, ours)
        if place.exists():
            _refuse_foreign(place, path, ours)
        fresh = Path(tempfile.mkdtemp(dir=place.parent, prefix=".netaudit-"))
        try:
            _fill(fresh, files)
            _swap(fresh, place, aside)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        if aside.exists():
            _remove(aside, ours)
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def _refuse(path: Path, place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise UsageError(f"{path} is a file, and no folder", hint="name a folder")
    with suppress(FileNotFoundError):  # whoever is in a folder that is gone
        if place in {Path.cwd(), *Path.cwd().parents}:
            raise UsageError(
                f"{path} is the folder you are in, and would be replaced as a whole",
                hint=f"name one in it: {path / 'netaudit-tables'}/",
            )
    if not place.parent.is_dir():
        raise Unwritable(
            f"cannot write {path}: there is no folder {path.parent}",
            hint="make the folder, or name another",
        )


def _refuse_foreign(place: Path, path: Path, ours: Collection[str]) -> None:
    """Refuse a folder with anything in it that would be lost."""
    for one in sorted(place.iterdir()):
        if one.is_symlink() or not one.is_file() or one.name not in {*ours, _NOBODYS}:
            raise UsageError(
                f"{path / one.name} is nothing that this report writes, and would be lost",
                hint="name a folder that is empty or not there yet",
            )
        if not one.stat().st_mode & stat.S_IWUSR:
            raise Unwritable(f"{path / one.name} is read-only, and is kept", hint="name another")


def _clear_up(place: Path, aside: Path, ours: Collection[str]) -> None:
    """Put back, or take away, what a run left that was killed."""
    _refuse_foreign(aside, aside, ours)
    if place.exists():
        _remove(aside, ours)
    else:
        aside.rename(place)


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())


def _swap(fresh: Path, place: Path, aside: Path) -> None:
    try:
        if place.exists():
            place.rename(aside)
        fresh.rename(place)
    except BaseException:
        if aside.exists() and not place.exists():
            aside.rename(place)
        raise


def _remove(folder: Path, ours: Collection[str]) -> None:
    """Take away a folder and the files in it; one that came there meanwhile stays."""
    with suppress(OSError):
        for name in (*ours, _NOBODYS):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
