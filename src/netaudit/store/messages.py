"""Messages on their way into the store: as columns, sorted and matched by NumPy.

A message stands in the store once for each of its people. Row by row SQLite would look up each
of a million; whole columns are compared in a fraction of that time.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from netaudit.store.packed import NAMES, packed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from netaudit.store.packed import Packed

    Integers = npt.NDArray[np.signedinteger[Any]]

#: Rows that become Python's integers at a time: as columns they take a fifth of the room.
_ROWS = 20_000
#: Rows that one statement inserts: to start one takes SQLite as long as a row.
_TOGETHER = 100
_INSERT = (
    "INSERT INTO message (account_id, at, direction, conversation, size, channel_id, id) VALUES "
)
_VALUES = "(?, ?, ?, ?, ?, ?, ?)"
#: The later columns of `message`, which are the same in store and file.
_SAME = "account_id, at, direction, conversation, size, id"


class Columns(NamedTuple):
    """Messages by column, a row for each person of each, in the order of their first four.

    `account` is a local number of the staging, or an id of the store. `head` is 1 in one row of
    every message, so that messages can be counted.
    """

    account: "Integers"
    at: "Integers"
    direction: "Integers"
    conversation: "Integers"
    size: "Integers"
    channel: "Integers"
    head: "Integers"

    def take(self, places: "Integers | npt.NDArray[np.bool_] | slice") -> "Columns":
        """Return the rows at `places`."""
        return Columns(*(column[places] for column in self))


def each_once(columns: Columns) -> Columns:
    """Sort rows; where several say the same, leave the first one with the largest size."""
    import numpy as np

    moment = columns.at * 4 + columns.direction  # one column less to sort by
    order = np.lexsort((columns.conversation, moment, columns.account))  # stable
    new = np.ones(len(order), dtype=bool)
    new[1:] = False
    for column in (columns.account, moment, columns.conversation):
        placed = column[order]
        new[1:] |= placed[1:] != placed[:-1]
    firsts = np.flatnonzero(new)
    size = np.maximum.reduceat(columns.size[order], firsts)
    return columns.take(order[firsts])._replace(size=size)


def distinct(columns: Columns) -> Columns:
    """Sort rows; of those that say the very same leave one, also of their size."""
    import numpy as np

    keys = (columns.account, columns.at, columns.direction, columns.conversation, columns.size)
    order = np.lexsort(keys[::-1])
    new = np.ones(len(order), dtype=bool)
    new[1:] = False
    for column in keys:
        placed = column[order]
        new[1:] |= placed[1:] != placed[:-1]
    return columns.take(order[new])


class Counts(Protocol):
    """The account of a file, as far as `write` keeps it."""

    added: int
    updated: int
    unchanged: int


@dataclass(frozen=True)
class Written:
    """What `write` did. `ids` are of all the facts stated; `new`: some were not there before.

    `whole` are all messages that the store has, packed, where there were none before.
    """

    ids: "range | Integers"
    new: bool
    whole: "Packed | None" = None


def write(
    connection: sqlite3.Connection, columns: Columns, ids: "Integers | list[int]", file: Counts
) -> Written:
    """Write the messages of a file that the store does not have, and count them in `file`.

    `ids` are those of the accounts, by their local number. A message that the store has with
    another number of people is one more fact, and counted as updated.
    """
    import numpy as np

    if not len(columns.at):
        return Written(range(0), new=False)
    columns = _by_account(columns, np.asarray(ids, dtype=np.int64)[columns.account])
    if connection.execute("SELECT 1 FROM message LIMIT 1").fetchone() is None:
        _insert(connection, columns, 1)
        file.added += int(columns.head.sum())
        whole = packed(columns[: len(NAMES)])
        return Written(range(1, 1 + len(columns.at)), new=True, whole=whole)
    # There is no index of ids. To read the whole table for the last one, once an import, costs
    # less than to keep an index.
    last = before = connection.execute("SELECT max(id) FROM message").fetchone()[0]
    stated = []
    for piece in _pieces(columns):
        found, known = _match(piece, _stored(connection, piece.account))
        new = found == 0
        count = int(new.sum())
        found[new] = np.arange(last + 1, last + 1 + count)
        _insert(connection, piece.take(new), last + 1)
        last += count
        heads = piece.head == 1
        file.added += int((heads & ~known).sum())
        file.updated += int((heads & known & new).sum())
        file.unchanged += int((heads & ~new).sum())
        stated.append(found)
    return Written(np.concatenate(stated), new=last > before)


def _pieces(columns: Columns) -> Iterator[Columns]:
    """Yield the rows in pieces that keep accounts whole, so that memory need not hold them all."""
    import numpy as np

    starts = np.flatnonzero(np.diff(columns.account, prepend=-1))
    cuts = starts[np.diff(starts // _ROWS, prepend=-1) > 0].tolist()
    for start, stop in pairwise([*cuts, len(columns.at)]):
        yield columns.take(slice(start, stop))


def _by_account(columns: Columns, account: "Integers") -> Columns:
    """Put the ids of accounts for their local numbers; the order of the others stays."""
    import numpy as np

    columns = columns._replace(account=account)
    if (account[1:] >= account[:-1]).all():  # as at a first import, and at that of a new year
        return columns
    return columns.take(np.argsort(account, kind="stable"))


def _insert(connection: sqlite3.Connection, columns: Columns, first: int) -> None:
    """Insert rows that are in the order of the table and not in it; ids run from `first`."""
    import numpy as np

    for start in range(0, len(columns.at), _ROWS):
        content = [column[start : start + _ROWS] for column in columns[:-1]]  # without head
        count = len(content[0])
        rows = np.column_stack([*content, np.arange(first + start, first + start + count)])
        whole = count - count % _TOGETHER
        together = rows[:whole].reshape(-1, _TOGETHER * rows.shape[1]).tolist()
        connection.executemany(_INSERT + ", ".join([_VALUES] * _TOGETHER), together)
        connection.executemany(_INSERT + _VALUES, rows[whole:].tolist())


def _stored(connection: sqlite3.Connection, account: "Integers") -> "Integers":
    """Return what the store has of these accounts (sorted): an array (6, rows), as _SAME."""
    import numpy as np

    query = f"SELECT {_SAME} FROM message WHERE account_id = ?"
    accounts = account[np.flatnonzero(np.diff(account, prepend=-1))].tolist()
    rows = chain.from_iterable(map(connection.execute, repeat(query), zip(accounts, strict=True)))
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return flat.reshape(-1, 6).T


def _match(columns: Columns, stored: "Integers") -> "tuple[Integers, npt.NDArray[np.bool_]]":
    """Look every row up in what is stored.

    Return its id, 0 where it is new, and whether it is there with whatever number of people.
    """
    import numpy as np

    count, ours = stored.shape[1], len(columns.at)
    both = [np.concatenate(pair) for pair in zip(stored[:5], columns[:5], strict=True)]
    order = np.lexsort(both[::-1])  # stable: where the two are equal, the stored one is first
    same = np.ones(count + ours - 1, dtype=bool)
    for column in both[:4]:
        placed = column[order]
        same &= placed[1:] == placed[:-1]
    size = both[4][order]
    exact = np.append(False, same & (size[1:] == size[:-1]))
    # Rows of one message stand together: those with a stored one among them are known.
    group = np.cumsum(np.append(True, ~same)) - 1
    from_store = order < count
    known = np.zeros(group[-1] + 1, dtype=bool)
    known[group[from_store]] = True
    ids = np.zeros(count + ours, dtype=np.int64)
    ids[:count] = stored[5]
    before = np.append(0, ids[order][:-1])
    found = np.zeros(count + ours, dtype=np.int64)
    found[order] = np.where(exact, before, 0)
    met = np.zeros(count + ours, dtype=bool)
    met[order] = known[group]
    return found[count:], met[count:]
