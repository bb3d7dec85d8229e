"""The store: one SQLite file that holds the facts and the user's decisions.

Opened so that a committed import survives a power cut, a reader never blocks for long, only
the user can read the file, and a file that is not ours is never touched.
"""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from netaudit import clock
from netaudit.errors import NetauditError, NoStore, StoreBusy, StoreDamaged, Unwritable
from netaudit.records import Account, Decision, Owner
from netaudit.store import migrations

WAIT = 30.0
_ABANDONED = 600.0
_FULL = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into an error with a sentence and an exit code."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translated(path, error) from None
    except OSError as error:
        raise Unwritable(f"{path}: {error.strerror or 'cannot be used'}") from None


def _translated(path: Path, error: sqlite3.Error) -> NetauditError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(f"{path}: another netaudit is running", hint="try again in a moment")
    if any(name.startswith(known) for known in _DAMAGED):
        return StoreDamaged(f"{path}: the store is damaged", hint=_newest_backup(path))
    if any(name.startswith(known) for known in _FULL) or name.startswith("SQLITE_IOERR"):
        return Unwritable(
            f"{path}: cannot be written: {error}", hint="is the disk full, or read-only?"
        )
    return StoreDamaged(f"{path}: the store does not answer as it should: {error}")


def _newest_backup(path: Path) -> str:
    copies = migrations.backups(path)
    return f"the newest copy is {copies[-1]}" if copies else "there is no copy of it"


class Store:
    """An open store. Use as a context manager; it closes itself at the end."""

    def __init__(self, connection: sqlite3.Connection, path: Path, now: Callable[[], int]) -> None:
        self.connection = connection
        self.path = path
        self.now = now
        self.unborn = False

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        now: Callable[[], int] = clock.now,
        wait: float = WAIT,
    ) -> "Store":
        """Open the store at `path`; begin a new one if `create` and there is none.

        Raises NoStore, StoreBusy, StoreDamaged (damaged, foreign or newer) or Unwritable.
        """
        with sentences(path):
            path = Path(os.path.realpath(path))
            if not path.exists():
                _refuse_missing(path, create=create)
                return cls._begin(path, now)
            _check_file(path)
            connection = sqlite3.connect(path, isolation_level=None, timeout=wait)
            try:
                _check_kind(connection, path)
                _configure(connection)
                migrations.migrate(connection, path, now())
            except BaseException:
                connection.close()
                raise
        return cls(connection, path, now)

    @classmethod
    def _begin(cls, path: Path, now: Callable[[], int]) -> "Store":
        """Begin a store in a nameless temporary file; `publish` gives it its place."""
        connection = sqlite3.connect("", isolation_level=None)
        migrations.create(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        store = cls(connection, path, now)
        store.unborn = True
        return store

    def publish(self) -> None:
        """Give a new store its place on the disk, whole, after its first import.

        Until then there is no file, so that a first import that is refused or killed leaves
        nothing behind.
        """
        if not self.unborn:
            return
        with sentences(self.path):
            for folder in reversed([f for f in self.path.parents if not f.exists()]):
                folder.mkdir(mode=0o700, exist_ok=True)
            beside = self.path.with_name(f"{self.path.name}.new-{os.getpid()}")
            _sweep(self.path, beside)
            try:
                os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                self.connection.execute("VACUUM INTO ?", (str(beside),))
                _sync(beside)
                _give_name(beside, self.path)
            finally:
                with suppress(FileNotFoundError):
                    beside.unlink()
            _sync(self.path.parent)
        self.unborn = False

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of a change or none of it."""
        with sentences(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk has rolled back already; a second ROLLBACK would hide the reason.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def owner(self) -> Owner | None:
        """Return whose exports the store holds, as the newest of them says."""
        row = self.connection.execute(
            "SELECT owner_slug, owner_name FROM snapshot WHERE owner_slug <> '' OR owner_name <> ''"
            " ORDER BY owner_slug = '', exported_on DESC, id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else Owner(row[0] or None, row[1])

    def decisions(self) -> Sequence[Decision]:
        """Return what the user decided, oldest first."""
        rows = self.connection.execute(
            "SELECT d.kind, a.platform, a.kind, a.key, b.platform, b.kind, b.key FROM decision d"
            " JOIN account a ON a.id = d.account_id LEFT JOIN account b ON b.id = d.other_id"
            " ORDER BY d.id"
        )
        return [
            Decision(kind, Account(*one), Account(*other) if other[0] else None)
            for kind, one, other in ((r[0], r[1:4], r[4:7]) for r in rows)
        ]

    def check(self) -> None:
        """Read the whole file and raise StoreDamaged if it contradicts itself."""
        with sentences(self.path):
            answer = self.connection.execute("PRAGMA quick_check").fetchone()[0]
            foreign = self.connection.execute("PRAGMA foreign_key_check").fetchone()
        if answer != "ok" or foreign is not None:
            raise StoreDamaged(f"{self.path}: the store is damaged", hint=_newest_backup(self.path))

    def back_up(self) -> Path:
        """Lay a copy beside the store and return where."""
        with sentences(self.path):
            return migrations.back_up(self.connection, self.path, migrations.VERSION, self.now())


def _refuse_missing(path: Path, *, create: bool) -> None:
    if copies := migrations.backups(path):
        raise StoreDamaged(
            f"{path}: the store is gone, but copies of it lie beside its place",
            hint=f"rename the newest one: {copies[-1]}",
        )
    if not create:
        raise NoStore(
            f"there is no store yet at {path}",
            hint="begin with: netaudit import YOUR-EXPORT.zip",
        )


def _sweep(path: Path, beside: Path) -> None:
    """Remove what a killed first import left behind."""
    for left in path.parent.glob(f"{path.name}.new-*"):
        with suppress(FileNotFoundError):
            if left == beside or time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_name(beside: Path, path: Path) -> None:
    """Name a finished store, unless another process named one first."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise StoreBusy(
            f"{path}: another netaudit has just made this store", hint="run the command again"
        ) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise
        beside.rename(path)


def _check_file(path: Path) -> None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StoreDamaged(f"{path}: not a file")
    if found.st_size == 0:
        raise StoreDamaged(
            f"{path}: the file is empty; it was a store, or never was one",
            hint=_newest_backup(path) + "; remove the empty file to begin anew",
        )
    tries = 0
    while path.stat().st_nlink > 1:  # two while it is being made, for a moment
        tries += 1
        if tries > 20:
            raise StoreDamaged(
                f"{path}: the file has a second name (a hard link), so it is not written",
                hint="copy it in place of linking it",
            )
        time.sleep(0.01)


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != migrations.APPLICATION_ID:
        raise StoreDamaged(f"{path}: not a store of netaudit", hint="name another one: --store")
    if version > migrations.VERSION:
        raise StoreDamaged(
            f"{path}: written by a newer netaudit (store version {version}; this one knows "
            f"{migrations.VERSION})",
            hint="upgrade netaudit",
        )


def _configure(connection: sqlite3.Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")
    for setting in (
        "synchronous = EXTRA", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON",
        "mmap_size = 0", "secure_delete = ON", "temp_store = FILE",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {setting}")
