"""What can be told of the state of a store that is only looked at."""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netaudit.metrics.horizon import Source
from netaudit.records import Account, Decision, Direction, Entry
from netaudit.store import bitmap, packed
from netaudit.store.facts import entry_id, short_id
from netaudit.store.links import Resolve, describe, row_of
from netaudit.store.load.imports import COVERING
from netaudit.store.store import Store

_FACTS = ("profile", "tie", "message", "entry", "signal", "note")
#: By the numbers that stand in the store.
_DIRECTIONS: tuple[Direction, ...] = ("in", "out", "both")
#: How often, at most, accounts that were to have the same short id took another one.
_ATTEMPTS = 5
#: Clocks of machines differ by so many seconds.
_CLOCKS_DIFFER = 120


@dataclass(frozen=True)
class Pages:
    """The size of the file in bytes, and how much of it is free."""

    size: int
    free: int


def pages(connection: sqlite3.Connection) -> Pages:
    """Return how large the store is, and how much of it will be used again."""
    count, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return Pages(count * size, free * size)


def sources(connection: sqlite3.Connection, today: int) -> tuple[Source, ...]:
    """Return the sources that exports bring, each with the day of its newest one.

    As `metrics.horizon` tells it: a list alone counts only where a source has nothing else.
    """
    rows = connection.execute(
        "SELECT s.source, max(s.exported_on),"
        " EXISTS (SELECT 1 FROM snapshot_file f JOIN json_each(?) c ON c.value = f.format"
        "  WHERE f.snapshot_id = s.id) AS told"
        " FROM snapshot s JOIN import i ON i.id = s.import_id"
        " WHERE i.command = 'import' AND s.source <> 'log' GROUP BY s.source, told ORDER BY told",
        (json.dumps(COVERING),),
    )
    found = {
        source: Source(source, day, None if day is None else max(0, today - day), bool(told))
        for source, day, told in rows
    }
    return tuple(found[source] for source in sorted(found))


def last_logged(
    connection: sqlite3.Connection, before: int
) -> tuple[int | None, int | None] | None:
    """Return moment and day of the newest entry of the log, one of them None; None without any.

    An entry of the future, from the instant `before`, is a plan and not counted.
    """
    row: tuple[int | None, int | None] | None = connection.execute(
        "SELECT at, day FROM (SELECT at, day, coalesce(at, (day - 719163) * 86400) AS instant"
        " FROM current_entry WHERE logged) WHERE instant < ? ORDER BY instant DESC LIMIT 1",
        (before,),
    ).fetchone()
    return row


def from_the_future(connection: sqlite3.Connection, now: int) -> int:
    """Count the imports that say they were made later than now."""
    query = "SELECT count(*) FROM import WHERE imported_at > ?"
    return int(connection.execute(query, (now + _CLOCKS_DIFFER,)).fetchone()[0])


def contradictions(store: Store, resolve: Resolve) -> Iterator[str]:
    """Recompute all that follows from the facts, and tell where it does not; nothing is written."""
    with store.reading() as connection:
        if wrong := sum(not _follows(*row) for row in _accounts(connection)):
            yield f"{wrong:,} short ids of accounts"
        if wrong := sum(short != entry_id(entry) for short, entry in _entries(connection)):
            yield f"{wrong:,} short ids of entries"
        if wrong := _astray(connection, resolve, store.decisions()):
            yield f"{wrong:,} links of accounts to people"
        if wrong := sum(not whole for whole in _bitmaps(connection)):
            yield f"{wrong:,} lists of what an import stated"
        if wrong := packed.wrong(connection):
            yield f"{wrong:,} columns of messages"


def _accounts(connection: sqlite3.Connection) -> Iterator[tuple[str, Account]]:
    for short, *account in connection.execute("SELECT short_id, platform, kind, key FROM account"):
        yield short, Account(*account)


def _follows(short: str, account: Account) -> bool:
    return any(short == short_id(account, attempt) for attempt in range(_ATTEMPTS))


def _entries(connection: sqlite3.Connection) -> Iterator[tuple[str, Entry]]:
    for (
        short,
        platform,
        kind,
        key,
        written,
        at,
        day,
        channel,
        medium,
        way,
        *rest,
    ) in connection.execute(
        "SELECT e.short_id, a.platform, a.kind, a.key, e.written, e.at, e.day, e.channel,"
        " e.medium, e.direction, e.purpose, e.note, e.size, e.ref, e.occurrence, e.logged"
        " FROM entry e JOIN account a ON a.id = e.account_id"
    ):
        purpose, note, size, ref, occurrence, logged = rest
        yield short, Entry(
            0, Account(platform, kind, key), written, at, day, channel, medium, _DIRECTIONS[way],
            purpose, note, size, ref, occurrence, logged=bool(logged),
        )  # fmt: skip


def _astray(connection: sqlite3.Connection, resolve: Resolve, decisions: Sequence[Decision]) -> int:
    """Count the accounts whose link is another one than is derived; nothing is written."""
    stored = {row[0]: row for row in connection.execute("SELECT * FROM link")}
    short = dict(connection.execute("SELECT id, short_id FROM account"))
    derived = {
        link.account_id: row_of(link, short) for link in resolve(describe(connection), decisions)
    }
    return sum(stored.get(n) != derived.get(n) for n in stored.keys() | derived.keys())


def _bitmaps(connection: sqlite3.Connection) -> Iterator[bool]:
    """Tell of each bitmap whether every fact that it means is there."""
    for fact in _FACTS:
        ids = [number for (number,) in connection.execute(f"SELECT id FROM {fact}")]
        packed = bitmap.pack(ids)
        there = 0 if packed is None else bitmap.as_integer(packed)
        for row in connection.execute("SELECT first_id, bits FROM stated WHERE fact = ?", (fact,)):
            try:
                yield not bitmap.as_integer(bitmap.Stored(*row)) & ~there
            except (zlib.error, ValueError, OverflowError, MemoryError):
                yield False
