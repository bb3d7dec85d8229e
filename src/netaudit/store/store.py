"""The store: one SQLite file that holds the facts and the user's decisions.

Opened so that a committed import survives a power cut, a reader never blocks for long, only
the user can read the file, and a file that is not ours is never touched.
"""

import os
import shlex
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from netaudit import clock
from netaudit.errors import NetauditError, NoStore, StoreBusy, StoreDamaged, Unwritable
from netaudit.records import Account, Decision, Owner
from netaudit.store import migrations, packed, placing, values
from netaudit.store.committing import immediate

WAIT = 30.0
_FULL = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"}


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into an error with a sentence and an exit code."""
    try:
        yield
    except UnicodeDecodeError:  # SQLite quotes what it finds in the place of a table's layout
        raise damaged(path) from None
    except sqlite3.Error as error:
        if type(error) is sqlite3.OperationalError and not hasattr(error, "sqlite_errorname"):
            raise damaged(path) from None  # Python's own, of a text in a cell that is none
        if not hasattr(error, "sqlite_errorname"):  # Python's own: a mistake of ours
            raise
        raise _translated(path, error.sqlite_errorname, error) from None
    except OSError as error:
        raise Unwritable(f"{path}: {error.strerror or 'cannot be used'}") from None


def _translated(path: Path, name: str, error: sqlite3.Error) -> NetauditError:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(f"{path}: another netaudit is running", hint="try again in a moment")
    if name.startswith("SQLITE_NOTADB"):
        return _foreign(path)
    if name.startswith("SQLITE_CORRUPT"):
        return damaged(path)
    if name.startswith("SQLITE_CANTOPEN") and not os.access(path, os.R_OK):
        return Unwritable(f"{path}: cannot be opened", hint="is it yours to read?")
    if any(name.startswith(known) for known in _FULL) or name.startswith("SQLITE_IOERR"):
        return Unwritable(
            f"{path}: cannot be written: {error}", hint="is the disk full, or read-only?"
        )
    return StoreDamaged(f"{path}: the store does not answer as it should: {error}")


def damaged(path: Path) -> StoreDamaged:
    """Return the error that a store is damaged, with the way back."""
    return StoreDamaged(
        f"{path}: the store is damaged", hint=f"{way_back(path)}; netaudit doctor tells more"
    )


def way_back(path: Path) -> str:
    """Say how to come back from a damaged store: by the newest copy beside it, or by another."""
    if copies := migrations.backups(path):
        return f"netaudit restore {shlex.quote(str(copies[-1]))} puts the newest copy in its place"
    return "netaudit restore FILE puts a copy in its place, if you have one elsewhere"


def _foreign(path: Path) -> StoreDamaged:
    hint = "name another one: --store"
    if migrations.backups(path):
        hint = way_back(path)
    return StoreDamaged(f"{path}: not a store of netaudit", hint=hint)


class Store:
    """An open store. Use as a context manager; it closes itself at the end."""

    def __init__(self, connection: sqlite3.Connection, path: Path, now: Callable[[], int]) -> None:
        self.connection = connection
        self.path = path
        self.now = now
        self.unborn = False
        self._placed = False
        self._forgone = False

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
            _check_kind(path)
            connection = sqlite3.connect(path, isolation_level=None, timeout=wait)
            try:
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
        nothing behind. What others left half-made beside the store is swept away.
        """
        with sentences(self.path):
            if self.unborn:
                made = placing.make_folder(self.path.parent)
                placing.place(self.connection, self.path)
                for folder in made:
                    placing.sync_names(folder.parent)
                self.unborn, self._placed = False, True
            placing.sweep(self.path)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if isinstance(error, values.ODD):
                self._doubt()
        finally:
            self.connection.close()

    def _doubt(self) -> None:
        """Raise StoreDamaged if the store holds what may be behind an error that is no bug."""
        try:
            self.check()
            with sentences(self.path):
                if next(values.impossible(self.connection), None) is not None:
                    raise damaged(self.path)
        except StoreDamaged:
            raise
        except (NetauditError, sqlite3.Error):
            return  # it cannot be looked at now, and the error under way is told

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all of a change or none of it."""
        if self._placed:
            raise RuntimeError("this is the draft of a store that has its place: open that one")
        with sentences(self.path), immediate(self.connection):
            self._forgone = False
            yield self.connection
            if self._forgone:
                self.connection.execute("ROLLBACK")
            else:
                packed.pack(self.connection)

    def forgo(self) -> None:
        """Have the transaction under way end without a trace."""
        self._forgone = True

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """See the store in several questions as it was at the first; writers wait so long."""
        with sentences(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def owner(self, source: str) -> Owner | None:
        """Return whose exports of a source the store holds, as the newest of them says.

        Addresses, numbers and handles are those that any of them states.
        """
        with sentences(self.path):
            row = self.connection.execute(
                "SELECT owner_slug, owner_name FROM snapshot"
                " WHERE source = ? AND (owner_slug <> '' OR owner_name <> '')"
                " ORDER BY owner_slug = '', exported_on DESC, owner_slug, owner_name LIMIT 1",
                (source,),
            ).fetchone()
            stated = self.connection.execute(
                "SELECT DISTINCT owner_keys FROM snapshot WHERE source = ?", (source,)
            ).fetchall()
        if row is None:
            return None
        keys = sorted({key for (keys,) in stated for key in keys.split()})
        handles = tuple(key[1:] for key in keys if key.startswith("@"))
        emails = tuple(key for key in keys if "@" in key[1:])
        phones = tuple(key for key in keys if "@" not in key)
        return Owner(row[0] or None, row[1], emails, phones, handles)

    def owner_links(self, source: str) -> frozenset[str]:
        """Return the ends of all profile links, or ids, that were ever the owner's."""
        with sentences(self.path):
            rows = self.connection.execute(
                "SELECT DISTINCT owner_slug FROM snapshot WHERE source = ?", (source,)
            ).fetchall()
        return frozenset(row[0] for row in rows) - {""}

    def decisions(self) -> Sequence[Decision]:
        """Return what the user decided and did not decide otherwise since, the oldest first."""
        with sentences(self.path):
            rows = self.connection.execute(
                "SELECT d.kind, a.platform, a.kind, a.key, b.platform, b.kind, b.key"
                " FROM decision d JOIN account a ON a.id = d.account_id"
                " JOIN account b ON b.id = d.other_id ORDER BY d.import_id, d.id"
            ).fetchall()
        standing: dict[frozenset[Account], Decision] = {}
        for kind, *keys in rows:
            one, other = Account(*keys[:3]), Account(*keys[3:])
            about = frozenset({one, other})
            standing.pop(about, None)
            standing[about] = Decision(kind, one, other)
        return list(standing.values())

    def check(self) -> None:
        """Read the whole file and raise StoreDamaged if it contradicts itself."""
        with sentences(self.path):
            answer = self.connection.execute("PRAGMA quick_check").fetchone()[0]
            foreign = self.connection.execute("PRAGMA foreign_key_check").fetchone()
        if answer != "ok" or foreign is not None:
            raise StoreDamaged(f"{self.path}: the store is damaged", hint=way_back(self.path))

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
            hint="begin with: netaudit import YOUR-EXPORT.zip; without one, look around with: "
            "netaudit demo",
        )


def _check_file(path: Path) -> None:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StoreDamaged(f"{path}: not a file")
    if found.st_size == 0:
        raise StoreDamaged(
            f"{path}: the file is empty; it was a store, or never was one",
            hint=way_back(path) + "; remove the empty file to begin anew",
        )
    if found.st_nlink > 1:  # two while a store gets its name, and after a kill just then
        placing.sweep(path)
        if path.stat().st_nlink > 1:
            raise StoreDamaged(
                f"{path}: the file has a second name (a hard link), so it is not written",
                hint="copy it in place of linking it",
            )


def _check_kind(path: Path) -> None:
    """Look at what the first page says of the file, without the least change to it.

    An ordinary connection may fold the journal of a foreign database into it; this one looks
    at the file as it lies there, and can write nothing. The setting lets it look also at one
    that was killed in the middle of a change, and whose journal holds the other half.
    """
    place = f"file:{quote(os.fsencode(path))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(place, uri=True)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != migrations.APPLICATION_ID or version < 1:
        raise _foreign(path)
    if version > migrations.VERSION:
        raise migrations.newer(path, version)


def _configure(connection: sqlite3.Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if mode != "delete":
        connection.execute("PRAGMA journal_mode = DELETE")
    for setting in (
        "synchronous = EXTRA", "foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON",
        "mmap_size = 0", "secure_delete = ON", "temp_store = FILE",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {setting}")
