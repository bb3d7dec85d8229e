"""What an export of netaudit tells on its way into the store.

It holds several snapshots, which one import brings, and what the user said of people. A message,
an entry and a signal is told of the first snapshot only that stated it.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.records import Account, Decision, End, Interactions, Preference
from netaudit.store import bitmap
from netaudit.store.messages import Columns, distinct
from netaudit.store.tombstones import Forgotten

if TYPE_CHECKING:
    from netaudit.store.staging import FileAccount

DIRECTION = {"in": 0, "out": 1}
CHANNEL = {"linkedin": 1, "dm": 2, "reply": 3, "mention": 4}
#: How many people may be forgotten: each costs every import a look at all accounts.
MOST_FORGOTTEN = 1000
#: The kind of lines about people whom the user had forgotten elsewhere, and has here.
ON_RECORD = "marks of people who are on record here"


@dataclass
class Sayings:
    """What the user said, in its order; each with the account of lines that counts it.

    A preference without an account is about everybody with its tag. `removed` are ids of entries;
    `forgotten` are digests by the keys they were made with, one key for each person.
    """

    decisions: "list[tuple[Decision, FileAccount]]" = field(default_factory=list)
    preferences: "list[tuple[Preference, Account | None, FileAccount]]" = field(
        default_factory=list
    )
    removed: "list[tuple[str, FileAccount]]" = field(default_factory=list)
    forgotten: "dict[bytes, tuple[set[bytes], FileAccount]]" = field(default_factory=dict)


class Messages:
    """The messages of a snapshot, as compact columns."""

    def __init__(self) -> None:
        self._numbers: dict[End, int] = {}
        self._ends = array("i")
        self._at = array("q")
        self._conversations = array("q")

    def add(self, told: Interactions) -> None:
        """Take many."""
        for end in told.ends:
            self._ends.append(self._numbers.setdefault(end, len(self._numbers)))
        self._at.fromlist(list(told.at))
        self._conversations.fromlist(list(told.conversations))

    def __len__(self) -> int:
        return len(self._at)

    @property
    def latest(self) -> int:
        """The day of the last one."""
        return EPOCH_DAY + max(self._at) // SECONDS_PER_DAY

    def columns(self, accounts: dict[Account, int]) -> tuple[Columns, int]:
        """Return each once, and how many were repeated; `accounts` are the local numbers."""
        import numpy as np

        ends = tuple(self._numbers)
        place = np.frombuffer(self._ends, dtype=np.int32)
        people = [accounts.setdefault(end.accounts[0], len(accounts)) for end in ends]
        columns = distinct(
            Columns(
                np.array(people, dtype=np.int32)[place],
                np.frombuffer(self._at, dtype=np.int64),
                np.array([DIRECTION[end.direction] for end in ends], dtype=np.int8)[place],
                np.frombuffer(self._conversations, dtype=np.int64),
                np.array([end.size for end in ends], dtype=np.int32)[place],
                np.array([CHANNEL[end.channel] for end in ends], dtype=np.int8)[place],
                np.ones(len(place), dtype=np.int8),
            )
        )
        return columns, len(place) - len(columns.at)


def is_held(
    connection: sqlite3.Connection, snapshots: Iterable[int], stated: Mapping[str, bitmap.Stored]
) -> bool:
    """Tell whether one of these snapshots states all of this, and perhaps more."""
    facts = {fact: bitmap.as_integer(bits) for fact, bits in stated.items()}
    for number in snapshots:
        held = _stated(connection, "WHERE snapshot_id = ?", number)
        if not any(bits & ~held.get(fact, 0) for fact, bits in facts.items()):
            return True
    return False


def is_stated(connection: sqlite3.Connection, stated: Mapping[str, bitmap.Stored]) -> bool:
    """Tell whether the snapshots of the store together state all of this."""
    held = _stated(connection, "")
    return not any(bitmap.as_integer(bits) & ~held.get(fact, 0) for fact, bits in stated.items())


def _stated(connection: sqlite3.Connection, where: str, *values: int) -> dict[str, int]:
    held: dict[str, int] = {}
    for fact, *bits in connection.execute(
        f"SELECT fact, first_id, bits FROM stated {where}", values
    ):
        held[fact] = held.get(fact, 0) | bitmap.as_integer(bitmap.Stored(*bits))
    return held


def write_said(
    connection: sqlite3.Connection,
    import_id: int | None,
    said: Sayings,
    ids: Mapping[Account, int],
    standing: Sequence[Decision],
) -> bool:
    """Write what the user said behind what stands; return whether anything of it is new.

    What stands already just so, and in this order, is not written again.
    """
    return any([
        _decide(connection, import_id, said, ids, standing),
        _prefer(connection, import_id, said, ids),
        _remove(connection, import_id, said),
        _forget(connection, said),
    ])  # fmt: skip


def _count(accounts: "Iterable[FileAccount]", *, new: bool) -> bool:
    for account in accounts:
        account.added += new
        account.unchanged += not new
    return new


def _decide(
    connection: sqlite3.Connection,
    import_id: int | None,
    said: Sayings,
    ids: Mapping[Account, int],
    standing: Sequence[Decision],
) -> bool:
    """Of several about the same two the last one holds; it is written alone."""
    last: dict[frozenset[Account], Decision] = {}
    for decision, _ in said.decisions:
        about = frozenset(decision[1:])
        last.pop(about, None)
        last[about] = decision
    held = {frozenset(one[1:]): one.kind for one in standing}
    known = {about: kind for about, kind in held.items() if about in last}
    new = list(known.items()) != [(about, one.kind) for about, one in last.items()]
    if new:
        connection.executemany(
            "INSERT INTO decision (import_id, kind, account_id, other_id) VALUES (?, ?, ?, ?)",
            [(import_id, one.kind, ids[one.account], ids[one.other]) for one in last.values()],
        )
    return _count((account for _, account in said.decisions), new=new) and bool(last)


def _prefer(
    connection: sqlite3.Connection, import_id: int | None, said: Sayings, ids: Mapping[Account, int]
) -> bool:
    last: dict[tuple[Any, ...], str] = {}
    for one, account, _ in said.preferences:
        about = (one.matter, one.tag, None if account is None else ids[account])
        last.pop(about, None)
        last[about] = one.value
    held: dict[tuple[Any, ...], str] = {}
    for *about, value in connection.execute(
        "SELECT matter, tag, account_id, value FROM preference ORDER BY import_id, id"
    ):
        held.pop(tuple(about), None)
        held[tuple(about)] = value
    new = [(of, value) for of, value in held.items() if of in last] != list(last.items())
    if new:
        connection.executemany(
            "INSERT INTO preference (import_id, matter, tag, account_id, value)"
            " VALUES (?, ?, ?, ?, ?)",
            [(import_id, *about, value) for about, value in last.items()],
        )
    return _count((account for *_, account in said.preferences), new=new) and bool(last)


def _remove(connection: sqlite3.Connection, import_id: int | None, said: Sayings) -> bool:
    held = {entry for (entry,) in connection.execute("SELECT entry FROM withdrawn")}
    fresh = {entry for entry, _ in said.removed} - held
    connection.executemany(
        "INSERT INTO withdrawn VALUES (?, ?)", [(import_id, entry) for entry in sorted(fresh)]
    )
    for entry, account in said.removed:
        _count([account], new=entry in fresh)
    return bool(fresh)


def _forget(connection: sqlite3.Connection, said: Sayings) -> bool:
    """Keep the digests of those who are not on record; the others were not forgotten here."""
    if not said.forgotten:
        return False
    rows = connection.execute("SELECT platform, kind, key FROM account")
    everybody = [Account(*row) for row in rows]
    known = set(connection.execute(
        "SELECT s.key, t.digest FROM tombstone t JOIN secret s ON s.id = t.secret_id"
    ))  # fmt: skip
    new = False
    for key, (digests, account) in said.forgotten.items():
        if known.issuperset((key, digest) for digest in digests):  # to try everybody takes long
            account.unchanged += len(digests)
            continue
        theirs = Forgotten({key: digests})
        if any(one in theirs for one in everybody):
            account.set_aside[ON_RECORD] += len(digests)
            continue
        connection.execute("INSERT OR IGNORE INTO secret (key) VALUES (?)", (key,))
        for digest in sorted(digests):
            count = connection.execute(
                "INSERT OR IGNORE INTO tombstone SELECT id, ? FROM secret WHERE key = ?",
                (digest, key),
            ).rowcount
            new |= _count([account], new=count > 0)
    return new
