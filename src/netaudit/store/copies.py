"""Copies of the store, or what is said to be one: looked into without a change, and made whole."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from netaudit.errors import StoreDamaged
from netaudit.store import migrations, placing
from netaudit.store.store import WAIT, Store, sentences

_MAGIC = b"SQLite format 3\0"
#: What speaks of the store that is read, while another file is written.
_OF_THE_SOURCE = (
    "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_READ",
    "SQLITE_IOERR_SHORT_READ",
)  # fmt: skip


class Header(NamedTuple):
    """What the first bytes of a file say: read without SQLite, which may change a file."""

    is_database: bool
    application: int
    version: int
    uses_wal: bool

    @property
    def is_ours(self) -> bool:
        """Whether it is a store of this program, of whatever version."""
        ours = self.application == migrations.APPLICATION_ID
        return self.is_database and ours and self.version > 0


class Contents(NamedTuple):
    """What a store holds, in numbers; `written`: when something was last brought in."""

    people: int
    interactions: int
    written: int | None


class HalfChangedError(StoreDamaged):
    """A process was killed in the middle of a change, which has to be rolled back first."""


def header(path: Path) -> Header:
    """Read the first bytes of a file. Not while the store is open: closing it drops the locks."""
    with path.open("rb") as file:
        first = file.read(100)
    is_database = first.startswith(_MAGIC) and len(first) == 100
    application, version = (int.from_bytes(first[at : at + 4]) for at in (68, 60))
    return Header(is_database, application, version, first[18:20] == b"\2\2")


def check_kind(path: Path) -> Header:
    """Raise StoreDamaged unless the file is a store that this program knows."""
    with sentences(path):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise StoreDamaged(f"{path}: not a file")
        if found.st_size == 0:
            raise StoreDamaged(f"{path}: the file is empty")
        told = header(path)
    if not told.is_ours:
        raise StoreDamaged(f"{path}: not a store of netaudit")
    if told.version > migrations.VERSION:
        raise migrations.newer(path, told.version)
    return told


@contextmanager
def looking(path: Path, wait: float = WAIT) -> Iterator[sqlite3.Connection]:
    """Open a store so that nothing at all is written, also where it lies on a read-only disk.

    Raises HalfChangedError where the file can only be read after a change was rolled back.
    """
    place = f"file:{quote(os.fsencode(path))}?mode=ro"
    with sentences(path):
        if header(path).uses_wal:  # of some tool; SQLite would make files beside it
            log = path.with_name(f"{path.name}-wal")
            if log.exists() and log.stat().st_size > 0:
                raise _half_changed(path)
            place += "&immutable=1"
        with closing(sqlite3.connect(place, uri=True, isolation_level=None, timeout=wait)) as found:
            for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
                found.execute(f"PRAGMA {setting}")
            try:
                found.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname.startswith("SQLITE_READONLY"):
                    raise _half_changed(path) from None
                raise
            yield found


def _half_changed(path: Path) -> HalfChangedError:
    return HalfChangedError(
        f"{path}: a change of it was never finished, and has to be rolled back",
        hint=f"netaudit backup NEW.db --store '{path}' does so, and makes a whole copy",
    )


def examine(connection: sqlite3.Connection, path: Path, *, deep: bool = True) -> None:
    """Raise StoreDamaged if the open store contradicts itself, or is not laid out as ours are."""
    with sentences(path):
        check = "integrity_check" if deep else "quick_check"
        answer = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
        foreign = connection.execute("PRAGMA foreign_key_check").fetchone()
        laid_out = _laid_out(connection)
    if answer != "ok" or foreign is not None:
        raise StoreDamaged(f"{path}: the store is damaged")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrations.create(fresh)
        missing = {one for one in _laid_out(fresh) - laid_out if one[0] != "index"}
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == migrations.VERSION and missing:
        raise StoreDamaged(f"{path}: the store lacks {min(missing)[1]}")
    if any(kind == "trigger" for kind, _ in laid_out):  # it would act while the store is used
        raise StoreDamaged(f"{path}: the store holds triggers, which none of netaudit's does")


def _laid_out(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT type, name FROM sqlite_master"))


def contents(connection: sqlite3.Connection) -> Contents:
    """Count what an open store holds."""
    return Contents(
        *connection.execute(
            "SELECT (SELECT count(DISTINCT person_id) FROM link WHERE verdict <> 'ambiguous'),"
            " (SELECT count(*) FROM message) + (SELECT count(*) FROM current_entry),"
            " (SELECT max(imported_at) FROM import)"
        ).fetchone()
    )


def write(opened: Store, target: Path, *, over: bool) -> Contents:
    """Write a checked copy of an open store to `target`; with `over` in the place of another."""
    with speaking_of(opened.path, target), placing.drafted(opened.connection, target) as draft:
        with looking(draft) as copied:
            examine(copied, target)
            held = contents(copied)
        placing.give_name(draft, target, over=over)
    with sentences(target):
        placing.sync_names(target.parent)
    return held


@contextmanager
def speaking_of(source: Path, target: Path) -> Iterator[None]:
    """Say of which of two files it is that SQLite or the system speaks."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        with sentences(source if name.startswith(_OF_THE_SOURCE) else target):
            raise
    except OSError:
        with sentences(target):
            raise
