"""The entries of the user's log, and those that count no more because the user removed them."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from netaudit.errors import UsageError
from netaudit.records import Account, Direction, Entry
from netaudit.store import bitmap
from netaudit.store.accounts import Whose, called
from netaudit.store.linking import Logged
from netaudit.store.links import Resolve, relink
from netaudit.store.staging import DIRECTION
from netaudit.store.store import Store, sentences

#: An id, or its beginning, which has to tell it from all others.
_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{4,8}")
_DIRECTIONS: dict[int, Direction] = {0: "in", 1: "out", 2: "both"}
_TO_LIST = "the ids of your entries: netaudit log --list"


class LogEntry(NamedTuple):
    """An entry that counts: its id as typed, and what it says, as in `records.Entry`.

    `person` is the number of the leading account of whose it is; None where the name that was
    written fits several people.
    """

    entry_id: str
    account: Account
    written: str
    at: int | None
    day: int | None
    channel: str
    medium: str
    direction: Direction
    purpose: str
    note: str
    size: int
    ref: str
    position: int
    logged: bool
    person: int | None


def log_entries(store: Store, people: Collection[str] = ()) -> list[LogEntry]:
    """Return what the user logged, as far as it counts; with `people`, ids, only with these.

    The id of a name that fits several people means the entries of that name.
    """
    if not people:
        return _read(store, "e.logged = 1")
    return _read(
        store,
        "e.logged = 1 AND e.account_id IN (SELECT l.account_id FROM link l"
        "  JOIN account p ON p.id = l.person_id"
        "  WHERE p.short_id IN (SELECT value FROM json_each(?)))",
        json.dumps(list(people)),
    )


def log_entry(store: Store, typed: str) -> LogEntry:
    """Return the entry of an id, or of a beginning that is only its own; else a UsageError.

    What an export says is none of the user's log.
    """
    text = typed.strip().casefold()
    found = []
    if _ID.fullmatch(text):
        found = _read(store, "e.short_id BETWEEN ?1 AND ?1 || 'zzzz'", text)
    if len(found) > 1:
        ids = ", ".join(one.entry_id for one in found[:8])
        raise UsageError(f"'{text}' begins several ids", hint=f"say which: {ids}")
    if not found:
        raise _missing(store, text, typed)
    if not found[0].logged:
        raise UsageError(
            f"entry {found[0].entry_id} is what an export says, and not of your log",
            hint="only whole exports can be taken back: netaudit imports",
        )
    return found[0]


def interaction(store: Store, entry: LogEntry) -> list[LogEntry]:
    """Return the entries of all who were there: an entry of each has the same `ref`.

    An id that a log of the user's own gives may be anything: they have to say the same, too.
    """
    if not entry.ref:
        return [entry]
    said = entry[3:12]
    return [
        one for one in _read(store, "e.logged = 1 AND e.ref = ?", entry.ref) if one[3:12] == said
    ]


def whose(store: Store, entries: Iterable[LogEntry]) -> dict[int, Whose]:
    """Return who the people of entries are, by their number."""
    with sentences(store.path):
        return called(store.connection, {one.person for one in entries if one.person is not None})


def repeats(store: Store, entry: Entry, but_not: Collection[str] = ()) -> bool:
    """Tell whether the log says of the same person just the same, by whatever name of theirs.

    `but_not` are ids of entries that do not matter.
    """
    with sentences(store.path):
        found = store.connection.execute(
            "SELECT 1 FROM current_entry e WHERE e.account_id IN ("
            "  SELECT id FROM account WHERE platform = ?1 AND kind = ?2 AND key = ?3"
            "  UNION SELECT o.account_id FROM account a JOIN link l ON l.account_id = a.id"
            "  JOIN link o ON o.person_id = l.person_id"
            "  WHERE a.platform = ?1 AND a.kind = ?2 AND a.key = ?3"
            "  AND l.verdict <> 'ambiguous' AND o.verdict <> 'ambiguous')"
            # `coalesce` is how the index knows the moment.
            " AND coalesce(e.at, e.day) = coalesce(?4, ?5) AND e.at IS ?4 AND e.channel = ?6"
            " AND e.direction = ?7 AND e.purpose = ?8 AND e.note = ?9 AND e.size = ?10"
            " AND e.short_id NOT IN (SELECT value FROM json_each(?11)) LIMIT 1",
            (
                *entry.account, entry.at, entry.day, entry.channel, DIRECTION[entry.direction],
                entry.purpose, entry.note, entry.size, json.dumps(list(but_not)),
            ),
        ).fetchone()  # fmt: skip
    return found is not None


def remove(
    store: Store, ids: Sequence[str], resolve: Resolve, *, dry_run: bool = False
) -> int | None:
    """Have entries count no more, as one import, and return its id; None of a dry run.

    The facts stay, as another import may state them too: what is taken back is that they count.
    """
    with store.transaction() as connection:
        import_id = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (?, 'remove')", (store.now(),)
        ).lastrowid
        logged = Logged(connection, accounts_of(connection, ids))
        withdraw(connection, import_id, ids)
        if logged.touches_others(()):
            relink(connection, resolve, store.decisions())
        if dry_run:
            store.forgo()
            import_id = None
    return import_id


def withdraw(connection: sqlite3.Connection, import_id: int | None, ids: Collection[str]) -> None:
    """Write down that entries count no more, in a transaction of the caller's.

    With them what they were before they were changed: else that would count again as soon as the
    change is taken back, beside what it became since, or though it was removed.
    """
    gone = {*ids, *_before(connection, ids)} if ids else ()
    connection.executemany(
        "INSERT INTO withdrawn (import_id, entry) VALUES (?, ?)", [(import_id, one) for one in gone]
    )


def _before(connection: sqlite3.Connection, ids: Collection[str]) -> set[str]:
    """Return the entries in whose place these were written, but for those of others who stay."""
    found = set()
    for number, *stored in connection.execute(
        "SELECT s.import_id, f.first_id, f.bits FROM import i JOIN snapshot s ON s.import_id = i.id"
        " JOIN stated f ON f.snapshot_id = s.id AND f.fact = 'entry' WHERE i.command = 'edit'"
    ):
        written = _entries_of(connection, bitmap.Stored(*stored))
        if not any(short in ids for short, _ in written):
            continue
        staying = {account for short, account in written if short not in ids}
        found |= {
            short
            for short, account in connection.execute(
                "SELECT w.entry, e.account_id FROM withdrawn w"
                " LEFT JOIN entry e ON e.short_id = w.entry WHERE w.import_id = ?",
                (number,),
            )
            if account not in staying
        }
    return found


def _entries_of(connection: sqlite3.Connection, stated: bitmap.Stored) -> list[tuple[str, int]]:
    """Return the ids of entries that an import states, each with its account."""
    numbers = list(bitmap.bits(bitmap.as_integer(stated)))
    return connection.execute(
        "SELECT short_id, account_id FROM entry WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (json.dumps(numbers),),
    ).fetchall()


def accounts_of(connection: sqlite3.Connection, ids: Collection[str]) -> set[int]:
    """Return the accounts that entries are of."""
    rows = connection.execute(
        "SELECT e.account_id FROM entry e WHERE e.short_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {number for (number,) in rows}


def _read(store: Store, condition: str, *values: str) -> list[LogEntry]:
    """Return the entries that fit a condition (SQL of this module), the oldest in the store first.

    What several logs place differently on its day is one entry, at the first of its places.
    """
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT e.short_id, a.platform, a.kind, a.key, e.written, e.at, e.day, e.channel,"
            " e.medium, e.direction, e.purpose, e.note, e.size, e.ref, min(e.position), e.logged,"
            " CASE l.verdict WHEN 'ambiguous' THEN NULL ELSE l.person_id END"
            " FROM current_entry e JOIN account a ON a.id = e.account_id"
            f" LEFT JOIN link l ON l.account_id = a.id WHERE {condition}"
            " GROUP BY e.short_id ORDER BY min(e.id)",
            values,
        ).fetchall()
    return [
        LogEntry._make((
            row[0], Account(*row[1:4]), *row[4:9], _DIRECTIONS[row[9]], *row[10:15], bool(row[15]),
            row[16],
        ))
        for row in rows
    ]  # fmt: skip


def _missing(store: Store, text: str, typed: str) -> UsageError:
    """Return what is said of an id that no entry has: it may have been removed."""
    unknown = UsageError(f"there is no entry '{typed[:40]}'", hint=_TO_LIST)
    if not _ID.fullmatch(text):  # it may be no text that SQLite could be asked about
        return unknown
    with sentences(store.path):
        gone = store.connection.execute(
            "SELECT w.entry, i.id, i.command FROM withdrawn w JOIN import i ON i.id = w.import_id"
            " WHERE w.entry BETWEEN ?1 AND ?1 || 'zzzz' ORDER BY i.id DESC LIMIT 1",
            (text,),
        ).fetchone()
    if gone is None:
        return unknown
    number, by, command = gone
    was = "removed" if command == "remove" else "changed"
    if command == "edit" and (now := _now(store, number, by)):
        was += f", and is {now} now"
    return UsageError(
        f"entry {number} was {was}", hint=f"to have it as it was: netaudit undo {by}; {_TO_LIST}"
    )


def _now(store: Store, number: str, import_id: int) -> str:
    """Return what an entry became by a change, of the same person if they are still in it.

    Of several changes the last one says so of all that was before it.
    """
    with sentences(store.path):
        connection = store.connection
        stated = connection.execute(
            "SELECT f.first_id, f.bits FROM snapshot s JOIN stated f ON f.snapshot_id = s.id"
            " WHERE s.import_id = ? AND f.fact = 'entry'",
            (import_id,),
        ).fetchone()
        written = _entries_of(connection, bitmap.Stored(*stated)) if stated else []
        whose = accounts_of(connection, [number])
    written.sort(key=lambda one: one[1] not in whose)
    return written[0][0] if written else ""
