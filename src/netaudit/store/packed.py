"""All messages as columns: to read them takes a thirtieth of the time that a million rows take.

They are derived from `message`, and made anew at the end of every transaction that changed it. No
message comes or goes without a change of what snapshots state: a digest of that tells whether the
columns are those of the messages. A checksum of each tells whether it is what was written; where
it is not, the rows are read.
"""

import sqlite3
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.signedinteger]
    Packed = tuple[npt.NDArray[np.integer], ...]

#: The columns, and the order in which the rows of all of them stand.
NAMES = ("account", "at", "direction", "conversation", "size", "channel")
#: Rows that are Python's integers at a time.
_ROWS = 50_000
#: Small numbers share one, since a row costs as much as it has numbers.
_QUERY = (
    "SELECT account_id, at, conversation, (size << 16) | (channel_id << 2) | direction"
    " FROM message ORDER BY account_id, message.at, message.direction, conversation, size"
)


def pack(connection: sqlite3.Connection) -> None:
    """Write the columns unless they are there, and up to date."""
    of = _stated(connection)
    if _held(connection) != (dict.fromkeys(NAMES, of) if of else {}):
        _write(connection, _columns(connection) if of else (), of)


def mend(connection: sqlite3.Connection) -> None:
    """Drop columns that are not what was written, so that they are made anew."""
    if not _are_sound(connection):
        _write(connection, (), b"")


def write(connection: sqlite3.Connection, columns: "Packed") -> None:
    """Write these columns, of all messages there are: who has them need not read the rows.

    What snapshots state has to be written already.
    """
    _write(connection, columns, _stated(connection))


def packed(columns: "Iterable[Integers]") -> "Packed":
    """Return columns in the order of NAMES as they are kept, to be written later."""
    return tuple(map(_small, columns))


def columns(connection: sqlite3.Connection) -> "dict[str, Integers] | None":
    """Return the columns of all messages, None where there are none, or none to rely on."""
    if not _are_sound(connection):
        return None
    import numpy as np

    found = {
        name: np.frombuffer(content, dtype=kind).astype(np.int64)
        for name, kind, content in connection.execute(
            "SELECT name, type, content FROM message_column"
        )
    }
    return {name: found[name] for name in NAMES}


def _are_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether there are columns, up to date, and as they were written."""
    if _held(connection) != dict.fromkeys(NAMES, _stated(connection)):
        return False
    rows = connection.execute("SELECT type, content, checksum FROM message_column")
    return all(_checksum(kind, content) == checksum for kind, content, checksum in rows)


def wrong(connection: sqlite3.Connection) -> int:
    """Count the columns that are not what the messages give."""
    held = {name: row for name, *row in connection.execute("SELECT * FROM message_column")}
    of = _stated(connection)
    rows = _rows(_columns(connection), of) if of else ()
    found = {name: row for name, *row in rows}
    return sum(held.get(name) != found.get(name) for name in held.keys() | found.keys())


def _held(connection: sqlite3.Connection) -> dict[str, bytes]:
    """Return of which messages each column is; the columns themselves are not read."""
    return dict(connection.execute("SELECT name, of FROM message_column"))


def _stated(connection: sqlite3.Connection) -> bytes:
    """Return a digest of which messages snapshots state, nothing where none states any."""
    from hashlib import blake2b

    digest = None
    for row in connection.execute(
        "SELECT snapshot_id, first_id, bits FROM stated WHERE fact = 'message' ORDER BY snapshot_id"
    ):
        digest = digest or blake2b(digest_size=16)
        digest.update(repr(row).encode())
    return b"" if digest is None else digest.digest()


def _write(
    connection: sqlite3.Connection, columns: "Iterable[npt.NDArray[np.integer]]", of: bytes
) -> None:
    connection.execute("DELETE FROM message_column")
    query = "INSERT INTO message_column (name, of, type, checksum, content) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(query, _rows(columns, of) if of else ())


def _rows(
    columns: "Iterable[npt.NDArray[np.integer]]", of: bytes
) -> "Iterator[tuple[str, bytes, str, int, bytes]]":
    """Yield columns as rows of their table, one at a time: they are large."""
    for name, column in zip(NAMES, columns, strict=True):
        kind, content = column.dtype.str, column.tobytes()
        yield name, of, kind, _checksum(kind, content), content


def _checksum(kind: str, content: bytes) -> int:
    from zlib import crc32

    return crc32(content, crc32(kind.encode()))


def _columns(connection: sqlite3.Connection) -> "Iterator[npt.NDArray[np.integer]]":
    """Yield each column in the smallest type that holds it; what was yielded is let go."""
    import numpy as np

    pieces: list[list[npt.NDArray[np.integer]]] = [[] for _ in NAMES]
    rows = connection.execute(_QUERY)
    while some := rows.fetchmany(_ROWS):
        flat = np.fromiter(chain.from_iterable(some), np.int64, 4 * len(some))
        account, at, conversation, rest = flat.reshape(-1, 4).T
        piece = (account, at, rest & 3, conversation, rest >> 16, rest >> 2 & 0x3FFF)
        for kept, column in zip(pieces, piece, strict=True):
            kept.append(_small(column))
    while pieces:
        yield np.concatenate(pieces.pop(0))


def _small(column: "Integers") -> "npt.NDArray[np.integer]":
    """Return the same numbers, little end first, in no more bytes than they take."""
    import numpy as np

    most = column.max()
    for kind in ("|u1", "<u2", "<u4"):
        if column.min() >= 0 and most <= np.iinfo(kind).max:
            return column.astype(kind)
    return column.astype("<i8")
