"""Writing all of a change or none of it, and knowing which when the disk reports an error.

The last that a commit does is to take the journal off the disk, and to have the folder written. An
error of the latter looks to SQLite like any other, although the change is there and stays. Whoever
is told that it failed would do it again: a log entry would count twice.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from netaudit.errors import Unwritable, note_late

#: Seconds to wait for another process that writes just then.
_WAIT = 10.0


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """Run one transaction; the caller may end it with a ROLLBACK."""
    connection.execute("BEGIN IMMEDIATE")
    with ExitStack() as witnesses:
        try:
            # Nobody else can write from here on. A large change will keep readers out as well.
            witness = witnesses.enter_context(_opened_again(connection))
            before = _version(witness)
            yield
            if connection.in_transaction:
                _commit(connection, witness, before)
        except BaseException:
            # A full disk has rolled back already; a second ROLLBACK would hide the reason.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def unfinished(path: Path, reason: str) -> Unwritable:
    """Say that something is done, although the disk reported an error at the end of it."""
    return Unwritable(
        f"{path}: it is done, but the disk reported an error while finishing: {reason}",
        hint="is the disk well? netaudit doctor looks at the store",
    )


def _commit(connection: sqlite3.Connection, witness: sqlite3.Connection, before: int) -> None:
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if connection.in_transaction:
            raise
        if not _is_there(connection, witness, before):
            raise
        note_late(unfinished(Path(os.fsdecode(_file_of(connection))), str(error)))


def _is_there(connection: sqlite3.Connection, witness: sqlite3.Connection, before: int) -> bool:
    """Tell whether a change for which an error was reported is in the file all the same."""
    try:
        with _opened_again(connection) as another:
            # Rolls back what was cut short; to the witness even that would be a change.
            another.execute("SELECT count(*) FROM sqlite_master").fetchall()
        return _version(witness) != before
    except sqlite3.Error:  # a disk that answers nothing: only what is known to be there counts
        return False


def _opened_again(connection: sqlite3.Connection) -> closing[sqlite3.Connection]:
    """Open once more what a connection writes to; of a nameless file that is another one."""
    return closing(sqlite3.connect(_file_of(connection), isolation_level=None, timeout=_WAIT))


def _file_of(connection: sqlite3.Connection) -> bytes:
    """Return the file of a connection: as bytes, for a name may hold bytes that are no text."""
    file: bytes = connection.execute(
        "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
    ).fetchall()[0][0]
    return file


def _version(witness: sqlite3.Connection) -> int:
    """Return a number that is another one once somebody else has written."""
    version: int = witness.execute("PRAGMA data_version").fetchall()[0][0]
    return version
