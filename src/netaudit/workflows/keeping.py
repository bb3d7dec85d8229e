"""A copy of the store in a safe place, and the way back from there."""

import os
import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netaudit import clock
from netaudit.config import expanded
from netaudit.errors import InputRefused, StoreDamaged, Unwritable, UsageError
from netaudit.store import Store, copies, placing, restoring
from netaudit.store.copies import Contents
from netaudit.store.forget import forget_again
from netaudit.store.restoring import Present, Restored
from netaudit.workflows.naming import resolve_links

#: How a copy is named in a folder: by its day.
_DATED = "netaudit-{:%Y-%m-%d}.db"
_HALF_MADE = r"\d{4}-\d\d-\d\d\.db\.new-\d+(-journal)?"


@dataclass(frozen=True)
class BackedUp:
    """A copy as it was made, or would be; `exposed`: its disk lets others read it."""

    path: Path
    held: Contents
    size: int
    exposed: bool = False


def place_of(written: str, day: date) -> Path:
    """Return the file that a path of the command line means: in a folder one named by the day.

    A link is followed: the copy comes where it leads.
    """
    path = expanded(Path(written))
    if written.endswith("/") and not path.is_dir():
        raise Unwritable(f"there is no folder {path}", hint="make it; is the disk there?")
    if path.is_dir():
        path /= _DATED.format(day)
    return Path(os.path.realpath(path))


def is_own_folder(folder: Path) -> bool:
    """Tell whether a folder is there for the store alone, as the usual one is."""
    return folder.name == "netaudit"


def replaces(place: Path, store: Path) -> bool:
    """Tell whether an earlier copy would be replaced there; refuse what must not be lost."""
    restoring.refuse_itself(place, store)
    folder = Path(os.path.realpath(store)).parent
    if is_own_folder(folder) and place.is_relative_to(folder):
        raise UsageError(
            f"{place} lies in the folder of the store, and would be lost with it",
            hint="name a place on another disk",
        )
    if not place.parent.is_dir():
        raise Unwritable(f"there is no folder {place.parent}", hint="make it; is the disk there?")
    if not place.exists():
        return False
    try:
        if place.is_file() and copies.header(place).is_ours:
            return True
    except OSError as error:
        raise Unwritable(f"{place}: {error.strerror}") from None
    raise UsageError(f"{place} is no store of netaudit, and would be lost", hint="name another")


def back_up(store: Path, place: Path, *, over: bool, dry_run: bool = False) -> BackedUp:
    """Write a whole and checked copy of the store; with `over` in the place of an earlier one.

    What a killed process left half-made under such names is swept away.
    """
    with Store.open(store) as opened:
        if dry_run:
            opened.check()
            return BackedUp(place, copies.contents(opened.connection), opened.path.stat().st_size)
        held = copies.write(opened, place, over=over)
    placing.sweep(place)
    placing.sweep(place.with_name("netaudit-"), _HALF_MADE)
    made = place.stat()
    return BackedUp(place, held, made.st_size, exposed=bool(made.st_mode & 0o077))


def inspect(file: Path, store: Path) -> tuple[Contents, Present]:
    """Check the file that is to be restored; return what it holds, and what the store is now."""
    if not file.exists():
        raise InputRefused(f"there is no file {file}", hint="is the disk there?")
    restoring.refuse_itself(file, store)
    if file.is_dir():
        raise UsageError(f"{file} is a folder", hint="name the copy in it")
    try:
        held = restoring.inspect(file)
    except StoreDamaged as error:
        hint = error.hint or _import_of(file) or "nothing was changed"
        raise StoreDamaged(error.message, hint=hint) from None
    return held, restoring.present(Path(os.path.realpath(store)))


def _import_of(file: Path) -> str | None:
    """Return how to bring in a file that is no copy, if it is an export or a log."""
    from netaudit.importers import claim, exported, open_input

    try:
        files = open_input(file).files if file.is_file() else []
        known = any(exported.is_exported(one) or claim(one) is not None for one in files)
    except InputRefused:
        known = False
    if not known:
        return None
    return f"that is no copy but an export or a log: netaudit import {shlex.quote(str(file))}"


def changed(path: Path) -> int:
    """Return when a file was last written, by whatever command or tool."""
    return int(path.stat().st_mtime)


def left_out(file: Path, store: Path) -> int | None:
    """Count whom restoring a copy would leave out, as the user had them forgotten."""
    return restoring.left_out(file, Path(os.path.realpath(store)), _forget_again)


def restore(file: Path, store: Path) -> Restored:
    """Put a copy in the place of the store; who was forgotten stays forgotten."""
    return restoring.restore(file, store, clock.now(), _forget_again)


def _forget_again(draft: Store) -> int:
    return forget_again(draft, resolve_links)


def size(number: int) -> str:
    """Write a number of bytes as people read it."""
    for unit, worth in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= worth:
            return f"{number / worth:.1f} {unit}"
    return f"{number} bytes"
