"""Putting a copy in the place of the store, at once, and without bringing back who was forgotten.

A store in use is not replaced as a file: another process that has the old one open would write
its journal beside the new one, and SQLite would roll that back into it. All rows change in one
transaction of the store instead.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from netaudit import clock
from netaudit.errors import NetauditError, StoreBusy, StoreDamaged, UsageError
from netaudit.store import copies, migrations, placing
from netaudit.store.copies import Contents, HalfChangedError
from netaudit.store.store import WAIT, Store, sentences

#: Deletes from a store whoever its tombstones are about, and returns how many people.
Forget = Callable[[Store], int]
Tombstones = list[tuple[bytes, bytes]]
#: Tables that a store of ours has, and hardly any other database.
_OURS = {"snapshot", "stated", "tombstone"}


@dataclass(frozen=True)
class Present:
    """What is in the place of the store, if anything: `held` of a whole one, or what is `wrong`.

    Neither is known of one that was left in the middle of a change.
    """

    is_there: bool = True
    held: Contents | None = None
    wrong: str | None = None


@dataclass(frozen=True)
class Restored:
    """What became of the store that was there: `copy` of a whole one, or where a damaged one is.

    `forgotten` counts people of the copy who were left out, None where it is not known whom the
    user had forgotten.
    """

    copy: Path | None = None
    aside: Path | None = None
    forgotten: int | None = 0


def inspect(path: Path) -> Contents:
    """Check a copy from its first page to its last, and return what it holds."""
    copies.check_kind(path)
    with copies.looking(path) as connection:
        copies.examine(connection, path)
        with sentences(path):
            return copies.contents(connection)


def present(path: Path) -> Present:
    """Look at what is in the place of the store; a StoreDamaged if a copy must not replace it."""
    if not path.exists():
        return Present(is_there=False)
    with sentences(path):
        if not path.is_file():
            raise StoreDamaged(f"{path}: not a file", hint="name another one: --store")
        told = copies.header(path)
    if _is_of_another(path, told):
        raise StoreDamaged(f"{path}: not a store of netaudit", hint="name another one: --store")
    if told.is_ours and told.version > migrations.VERSION:
        raise migrations.newer(path, told.version)
    try:
        copies.check_kind(path)
        with copies.looking(path) as connection:
            copies.examine(connection, path, deep=False)
            return Present(held=copies.contents(connection))
    except HalfChangedError:
        return Present()
    except StoreDamaged as error:
        return Present(wrong=error.message)


def _is_of_another(path: Path, told: copies.Header) -> bool:
    """Tell whether a database is another program's: by its number, else by what it holds."""
    if not told.is_database or told.is_ours:
        return False
    if told.application:
        return True
    place = f"file:{quote(os.fsencode(path))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(place, uri=True)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            names = {name for (name,) in tables}
    except (sqlite3.Error, UnicodeDecodeError):
        return False  # nobody can read it any more
    return bool(names) and names.isdisjoint(_OURS)


def refuse_itself(file: Path, path: Path) -> None:
    """Refuse the store as the copy of itself, by whatever name."""
    with suppress(OSError):
        if file.samefile(path):
            raise UsageError(f"{file} is the store itself", hint="name a copy of it")


def restore(file: Path, path: Path, now: int, forget: Forget, *, wait: float = WAIT) -> Restored:
    """Put the copy `file`, which was inspected, in the place of the store at `path`."""
    path = Path(os.path.realpath(path))
    with sentences(path):
        made = placing.make_folder(path.parent)
    try:
        with _draft_of(file, path) as draft:
            done = _put(draft, file, path, now, forget, wait)
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    with sentences(path):
        placing.sync_names(path.parent)
        placing.sweep(path)
    return done


@contextmanager
def _draft_of(file: Path, path: Path) -> Iterator[Path]:
    """Yield a copy of the copy beside the store, of the newest version."""
    with ExitStack() as drafts:
        with copies.looking(file) as source, copies.speaking_of(file, path):
            draft = drafts.enter_context(placing.drafted(source, path))
        with sentences(path), closing(_connected(draft)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] < migrations.VERSION:
                migrations.advance(connection, file)
            copies.examine(connection, file)
        yield draft


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _put(draft: Path, file: Path, path: Path, now: int, forget: Forget, wait: float) -> Restored:
    if not path.exists():
        aside = _set_aside(path, now)
        with sentences(path):
            placing.give_name(draft, path)
        return Restored(aside=aside)
    try:
        with Store.open(path, wait=wait) as opened:
            copies.examine(opened.connection, path, deep=False)
            return _exchange(opened, draft, file, now, forget)
    except StoreDamaged:
        if present(path).wrong is None:
            raise
    _refuse_busy(path, wait)
    tombstones = _legible(path)
    forgotten = None if tombstones is None else _forgotten_in(draft, tombstones, forget)
    aside = _set_aside(path, now)
    with sentences(path):
        placing.give_name(draft, path, over=True)
    return Restored(aside=aside, forgotten=forgotten)


def _exchange(opened: Store, draft: Path, file: Path, now: int, forget: Forget) -> Restored:
    """Put the rows of the draft in the place of all others, while nobody else can write."""
    path, connection, copy = opened.path, opened.connection, None
    # It has no effect within a transaction. Dropped rows are not to take others with them.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with opened.transaction():
            copy = _copy_aside(path, now)
            forgotten = _forgotten_in(draft, _tombstones(connection), forget)
            # Only now: a transaction locks whatever is attached when it begins.
            connection.execute("ATTACH CAST(? AS TEXT) AS draft", (os.fsencode(draft),))
            _take_over(connection)
    except BaseException:
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise
    migrations.prune(path, spare=file)
    return Restored(copy, forgotten=forgotten)


def _copy_aside(path: Path, now: int) -> Path:
    """Copy the store as it is, under a name that no copy has yet."""
    while (copy := migrations.copy_of(path, migrations.VERSION, now)).exists():
        now += 1
    # By SQLite alone: to open and close the file in any other way drops the lock that is held.
    with closing(sqlite3.connect(path, isolation_level=None, timeout=WAIT)) as connection:
        placing.place(connection, copy)
    return copy


#: Derived, and written at the end of every change where it is missing.
_MADE_ANEW = {"message_column"}


def _take_over(connection: sqlite3.Connection) -> None:
    """Replace the rows of every table by those of the draft."""
    tables = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' AND name IN (SELECT name FROM draft.sqlite_master WHERE type = 'table')"
    ).fetchall()
    for (table,) in tables:
        named = connection.execute("SELECT name FROM main.pragma_table_info(?)", (table,))
        columns = ", ".join(f'"{name}"' for (name,) in named)
        connection.execute(f'DELETE FROM main."{table}"')
        if table in _MADE_ANEW:
            continue
        connection.execute(
            f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM draft."{table}"'
        )
    # An id of an import is never used twice, also not for one that is gone with the restoring.
    connection.execute(
        "UPDATE main.sqlite_sequence SET seq = max(seq, coalesce("
        " (SELECT d.seq FROM draft.sqlite_sequence d WHERE d.name = sqlite_sequence.name), 0))"
    )
    connection.execute(
        "INSERT INTO main.sqlite_sequence SELECT name, seq FROM draft.sqlite_sequence"
        " WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)"
    )


def _tombstones(connection: sqlite3.Connection) -> Tombstones:
    return connection.execute(
        "SELECT s.key, t.digest FROM tombstone t JOIN secret s ON s.id = t.secret_id"
    ).fetchall()


def _legible(path: Path) -> Tombstones | None:
    """Return the tombstones of a damaged store, None where they cannot be read."""
    try:
        with copies.looking(path) as connection:
            return _tombstones(connection)
    except NetauditError:
        return None


def _forgotten_in(draft: Path, tombstones: Tombstones, forget: Forget) -> int:
    """Lay tombstones in a draft, and delete whom they are about."""
    if not tombstones:
        return 0
    with Store.open(draft) as store:
        return _forgotten(store, tombstones, forget)


def _forgotten(store: Store, tombstones: Tombstones, forget: Forget) -> int:
    with store.transaction() as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO secret (key) VALUES (?)", {(key,) for key, _ in tombstones}
        )
        connection.executemany(
            "INSERT OR IGNORE INTO tombstone SELECT id, ?2 FROM secret WHERE key = ?1",
            tombstones,
        )
    return forget(store)


def left_out(file: Path, path: Path, forget: Forget) -> int | None:
    """Count the people of a copy whom restoring it at `path` would leave out, and change nothing.

    None where it is not known whom the user had forgotten.
    """
    tombstones = _legible(path) if path.exists() else []
    if not tombstones:
        return None if tombstones is None else 0
    # In a nameless temporary file.
    with closing(sqlite3.connect("", isolation_level=None)) as draft:
        with copies.looking(file) as source, sentences(file):
            source.backup(draft)
        if draft.execute("PRAGMA user_version").fetchone()[0] < migrations.VERSION:
            migrations.advance(draft, file)
        return _forgotten(Store(draft, file, clock.now), tombstones, forget)


def _refuse_busy(path: Path, wait: float) -> None:
    """Wait until nobody writes to a damaged store either, as far as that can be told."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=wait)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise StoreBusy(
                f"{path}: another netaudit is running", hint="try again in a moment"
            ) from None


def _set_aside(path: Path, now: int) -> Path | None:
    """Give what is in the place of the store a name that says it is damaged; return that.

    A journal goes first: left alone, it would be rolled back into whatever comes there. The file
    keeps its own name as well, until another takes it, so that there is always one.
    """
    aside = path.with_name(f"{path.name}.damaged-{migrations.compact(now)}")
    while aside.exists():
        now += 1
        aside = path.with_name(f"{path.name}.damaged-{migrations.compact(now)}")
    with sentences(path):
        moved = False
        for end in ("-journal", "-wal", "-shm"):
            beside = path.with_name(f"{path.name}{end}")
            if beside.is_file():
                beside.rename(f"{aside}{end}")
                moved = True
        if not path.exists():
            return aside.with_name(f"{aside.name}-journal") if moved else None
        try:
            os.link(path, aside)
        except OSError:  # a file system without hard links
            path.rename(aside)
        return aside
