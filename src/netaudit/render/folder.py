"""A folder of files that is replaced as a whole or left alone.

A new folder is made beside it, and both change their names: the old one goes to
`.NAME.netaudit-old`, the new one to its place. Between these two steps, and only then, there is no
folder of that name; whoever is killed there leaves the old one under the other name, and the next
run puts it back before it does anything else.

What netaudit wrote is known by `.netaudit` in it, in the format of `sha256sum`. A folder that has
anything else in it, or a file that is not any more what it was, is not replaced.
"""

import fcntl
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import file_digest, sha256
from pathlib import Path

from netaudit.errors import StoreBusy, Unwritable, UsageError
from netaudit.render.base import refuse_in_use

MANIFEST = ".netaudit"
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\n]+)\n", re.ASCII)
#: What a file manager leaves in a folder that somebody looked at.
_NOBODYS = ".DS_Store"
_UNFINISHED = ".netaudit-"
_HINT = "name a folder that is empty or not there yet"
#: How often, and how many seconds apart, it is tried to be the only one at work.
_TRIES, _PAUSE = 600, 0.05


def write_folder(files: Mapping[str, str], path: Path, *, refuse: Iterable[Path] = ()) -> None:
    """Write files, by name, into a folder that holds nothing else afterwards but the manifest.

    It is private to its owner. A link to a folder stays, and the folder is replaced. `refuse`
    names files that must not be lost or made by a slip of the keyboard.
    """
    try:
        place = _checked(path, files, refuse)
        with _alone(place.parent, path) as is_alone:
            aside = place.with_name(f".{place.name}.netaudit-old")
            if os.path.lexists(aside):
                _clear_up(place, aside)
            _refuse_foreign(place, path)
            if is_alone:
                _sweep(place.parent)
            fresh = Path(tempfile.mkdtemp(dir=place.parent, prefix=_UNFINISHED))
            try:
                _fill(fresh, files)
                _swap(fresh, place, aside, path)
            except BaseException:
                shutil.rmtree(fresh, ignore_errors=True)
                raise
            if aside.exists():
                _empty(aside, place)
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def check_folder(files: Mapping[str, str], path: Path, *, refuse: Iterable[Path] = ()) -> None:
    """Refuse what `write_folder` would refuse, and write nothing."""
    try:
        _refuse_foreign(_checked(path, files, refuse), path)
    except OSError as error:
        raise Unwritable(f"cannot write {path}: {error.strerror}") from error


def _checked(path: Path, names: Iterable[str], refuse: Iterable[Path]) -> Path:
    """Return the place that a path leads to, unless nothing may be written there."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_dir():
        raise UsageError(f"{path} is a file, and no folder", hint="name a folder")
    here: set[Path] = {Path(place.anchor)}  # also for whoever is in a folder that is gone
    with suppress(FileNotFoundError):
        here |= {Path.cwd(), *Path.cwd().parents}
    if place in here:
        raise UsageError(
            f"{path} is the folder you are in or one around it, and would be replaced as a whole",
            hint=f"name one in it: {path / 'netaudit-tables'}/",
        )
    if not place.parent.is_dir():
        raise Unwritable(
            f"cannot write {path}: there is no folder {path.parent}",
            hint="make the folder, or name another",
        )
    kept = tuple(refuse)
    for name in names:
        refuse_in_use(path / name, kept)
    return place


@contextmanager
def _alone(parent: Path, path: Path) -> Iterator[bool]:
    """Keep every other netaudit from replacing folders in `parent`; tell whether that worked."""
    handle = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield _is_locked(handle, path)
    finally:
        os.close(handle)


def _is_locked(handle: int, path: Path) -> bool:
    for _ in range(_TRIES):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:  # a file system without locks
            return False
        else:
            return True
    raise StoreBusy(f"another netaudit is writing beside {path}", hint="try again in a moment")


def _written(folder: Path) -> dict[str, str]:
    """Return the hash that each file of netaudit's had in a folder, by name."""
    manifest = folder / MANIFEST
    if not _is_plain(manifest):
        return {}
    text = manifest.read_text("utf-8", "replace")
    found = {name: digest for digest, name in _LINE.findall(text)}
    # A file that holds anything else is somebody's own.
    return found if text == _listing(found) else {}


def _listing(digests: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items())


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_unchanged(path: Path, written: Mapping[str, str]) -> bool:
    if path.name not in written or not _is_plain(path):
        return False
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == written[path.name]


def _refuse_foreign(folder: Path, shown: Path) -> None:
    """Refuse a folder with anything in it that would be lost."""
    if not folder.exists():
        return
    written = _written(folder)
    for one in sorted(folder.iterdir()):
        is_ours = one.name == _NOBODYS or (one.name == MANIFEST and written)
        if is_ours and _is_plain(one):
            continue
        if one.name not in written or not _is_plain(one):
            what = "is nothing that netaudit wrote"
        elif not _is_unchanged(one, written):
            what = "was changed since netaudit wrote it"
        elif not one.stat().st_mode & stat.S_IWUSR:
            raise Unwritable(f"{shown / one.name} is read-only, and is kept", hint="name another")
        else:
            continue
        raise UsageError(f"{shown / one.name} {what}, and would be lost", hint=_HINT)


def _clear_up(place: Path, aside: Path) -> None:
    """Put back, or take away, what a run left that was killed."""
    is_folder = aside.is_dir() and not aside.is_symlink()
    if not is_folder or (any(aside.iterdir()) and not _written(aside)):
        raise UsageError(f"{aside} is nothing that netaudit wrote, and is in the way", hint=_HINT)
    if place.exists():
        _empty(aside, place)
    else:
        aside.rename(place)


def _sweep(parent: Path) -> None:
    """Take away what writers left that were killed; one at work would have the lock."""
    for left in parent.glob(f"{_UNFINISHED}*"):
        if left.is_symlink() or not left.is_dir() or left.stat().st_uid != os.getuid():
            continue
        with suppress(OSError):
            names = {*_written(left), MANIFEST}
            if all(one.name in names and _is_plain(one) for one in left.iterdir()):
                shutil.rmtree(left)


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    """Write the manifest first, so that a folder left half full is known as well."""
    contents = {name: text.encode("utf-8", "backslashreplace") for name, text in files.items()}
    digests = {name: sha256(content).hexdigest() for name, content in contents.items()}
    for name, content in ({MANIFEST: _listing(digests).encode()} | contents).items():
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _swap(fresh: Path, place: Path, aside: Path, shown: Path) -> None:
    try:
        if place.exists():
            place.rename(aside)
            _refuse_foreign(aside, shown)  # what came or was changed meanwhile
        fresh.rename(place)
    except BaseException:
        if aside.exists() and not place.exists():
            aside.rename(place)
        raise


def _empty(aside: Path, place: Path) -> None:
    """Take away an old folder; what came into it meanwhile goes to the new one, or is named."""
    written = _written(aside)
    for one in aside.iterdir():
        if one.name == _NOBODYS or _is_unchanged(one, written):
            one.unlink()
        elif one.name != MANIFEST and not os.path.lexists(place / one.name):
            one.rename(place / one.name)
    left = [one.name for one in aside.iterdir() if one.name != MANIFEST or not written]
    if left:
        raise Unwritable(
            f"{aside / left[0]} came while the tables were replaced, and has no place in them",
            hint="move it away, and remove that folder",
        )
    (aside / MANIFEST).unlink(missing_ok=True)
    aside.rmdir()
