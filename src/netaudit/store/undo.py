"""Taking an import back: what nobody else stated goes, and all that is derived is derived anew."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from netaudit.errors import UsageError
from netaudit.records import Account
from netaudit.store import bitmap, lists
from netaudit.store.linking import Logged
from netaudit.store.links import THESE, Resolve, among, relink
from netaudit.store.store import Store

#: Kinds of facts, which are tables too.
_FACTS = ("profile", "tie", "message", "entry", "signal", "note")


@dataclass(frozen=True)
class Undone:
    """What taking an import back removed, or would remove.

    `facts` counts, by table, what goes; `kept` what other imports stated too and so stays.
    `people` is how many are no longer on record at all, `decisions` how many of the user's go,
    whether of who is who or of what is preferred of somebody. `back` is how many entries count
    again that the import had removed, or changed.
    """

    import_id: int
    facts: Mapping[str, int]
    kept: Mapping[str, int]
    people: int
    decisions: int = 0
    back: int = 0


def undo(store: Store, import_id: int, resolve: Resolve, *, dry_run: bool = False) -> Undone:
    """Leave the store as if an import had never been, whatever came before or after it.

    An id that is none is a UsageError.
    """
    with store.transaction() as connection:
        if not connection.execute("SELECT 1 FROM import WHERE id = ?", (import_id,)).fetchone():
            raise UsageError(f"there is no import {import_id}", hint="list them: netaudit imports")
        decisions = _decisions(connection, import_id)
        facts = {fact: _only_here(connection, fact, import_id) for fact in _FACTS}
        spoken_of = None
        if not decisions and _brought_only_entries(connection, facts, import_id):
            spoken_of = _spoken_of(connection, facts["entry"][0], import_id)
        logged = None if spoken_of is None else Logged(connection, spoken_of)
        people = _people(connection, spoken_of)
        removed = connection.execute(
            "SELECT json_group_array(entry) FROM withdrawn WHERE import_id = ?", (import_id,)
        ).fetchone()
        connection.execute("DELETE FROM import WHERE id = ?", (import_id,))
        for fact, (gone, _) in facts.items():
            _delete(connection, fact, gone)
        gone_too = _delete_accounts(connection, spoken_of)
        if logged is None or logged.touches_others(gone_too):
            lists.refresh(connection)
            lists.refresh_dates(connection)
            relink(connection, resolve, store.decisions())
        back = connection.execute(
            "SELECT count(DISTINCT short_id) FROM current_entry"
            " WHERE short_id IN (SELECT value FROM json_each(?))",
            removed,
        ).fetchone()
        left = frozenset[int]().union(*_people(connection, spoken_of).values())
        if dry_run:
            store.forgo()
    return Undone(
        import_id,
        {fact: gone.bit_count() for fact, (gone, _) in facts.items()},
        {fact: kept.bit_count() for fact, (_, kept) in facts.items()},
        sum(accounts.isdisjoint(left) for accounts in people.values()),
        decisions,
        *back,
    )


def _brought_only_entries(
    connection: sqlite3.Connection, facts: Mapping[str, tuple[int, int]], import_id: int
) -> bool:
    """Tell whether an import, without decisions, stated nothing but entries of the log."""
    said_more = connection.execute(
        "SELECT 1 FROM snapshot s WHERE import_id = ? AND (lists || owner_slug || owner_name"
        " || owner_keys <> '' OR EXISTS (SELECT 1 FROM hidden h WHERE h.snapshot_id = s.id))",
        (import_id,),
    ).fetchone()
    return said_more is None and not any(
        gone or kept for fact, (gone, kept) in facts.items() if fact != "entry"
    )


def _spoken_of(connection: sqlite3.Connection, entries: int, import_id: int) -> set[int]:
    """Return the accounts of the people of entries that go, or that come back, and these."""
    rows = connection.execute(
        f"WITH spoken_of AS (SELECT account_id FROM entry WHERE id {THESE} OR short_id IN"
        "  (SELECT entry FROM withdrawn WHERE import_id = ?))"
        " SELECT account_id FROM spoken_of UNION SELECT o.account_id FROM link l"
        " JOIN link o ON o.person_id = l.person_id"
        " WHERE l.account_id IN (SELECT account_id FROM spoken_of)",
        (json.dumps(list(bitmap.bits(entries))), import_id),
    )
    return {number for (number,) in rows}


def _people(
    connection: sqlite3.Connection, accounts: Collection[int] | None
) -> dict[int, set[int]]:
    """Return those of each person's accounts with an entry in a list, interaction or signal.

    Of all accounts, or of these.
    """
    people: dict[int, set[int]] = defaultdict(set)
    these, values = among(accounts)
    for person, account in connection.execute(
        f"SELECT person_id, account_id FROM link l WHERE account_id {these}"
        " AND verdict <> 'ambiguous' AND ("
        " EXISTS (SELECT 1 FROM tie f WHERE f.account_id = l.account_id)"
        " OR EXISTS (SELECT 1 FROM message f WHERE f.account_id = l.account_id)"
        " OR EXISTS (SELECT 1 FROM current_entry f WHERE f.account_id = l.account_id)"
        " OR EXISTS (SELECT 1 FROM signal f WHERE f.account_id = l.account_id))",
        values,
    ):
        people[person].add(account)
    return people


def _decisions(connection: sqlite3.Connection, import_id: int) -> int:
    query = (
        "SELECT (SELECT count(*) FROM decision WHERE import_id = ?1)"
        # Of all accounts of a person the same is preferred.
        " + (SELECT count(DISTINCT tag) FROM preference WHERE import_id = ?1)"
    )
    return int(connection.execute(query, (import_id,)).fetchone()[0])


def _only_here(connection: sqlite3.Connection, fact: str, import_id: int) -> tuple[int, int]:
    """Return the facts that an import alone stated, and those others stated too, as bitmaps."""
    mine = others = 0
    rows = connection.execute(
        "SELECT s.import_id, f.first_id, f.bits FROM stated f"
        " JOIN snapshot s ON s.id = f.snapshot_id WHERE f.fact = ?",
        (fact,),
    )
    for number, *stored in rows:
        stated = bitmap.as_integer(bitmap.Stored(*stored))
        if number == import_id:
            mine |= stated
        else:
            others |= stated
    return mine & ~others, mine & others


def _delete(connection: sqlite3.Connection, fact: str, gone: int) -> None:
    if not gone:
        return
    connection.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO gone VALUES (?)", _rows(bitmap.bits(gone)))
    connection.execute(f"DELETE FROM main.{fact} WHERE id IN (SELECT id FROM gone)")
    connection.execute("DROP TABLE gone")


def _rows(ids: Iterable[int]) -> Iterable[tuple[int]]:
    return ((number,) for number in ids)


def _delete_accounts(
    connection: sqlite3.Connection, accounts: Collection[int] | None
) -> list[Account]:
    """Delete accounts, or those of these, of which nothing is said any more, and return them.

    The links of and to them go as well.
    """
    these, values = among(accounts)
    said = " ".join(
        f"AND NOT EXISTS (SELECT 1 FROM {fact} f WHERE f.account_id = a.id)" for fact in _FACTS
    )
    silent = (
        f"SELECT a.id, a.platform, a.kind, a.key FROM account a WHERE a.id {these} {said}"
        " AND NOT EXISTS (SELECT 1 FROM decision d WHERE a.id IN (d.account_id, d.other_id))"
        " AND NOT EXISTS (SELECT 1 FROM preference p WHERE p.account_id = a.id)"
    )
    rows = connection.execute(silent, values).fetchall()
    gone = [(number,) for number, *_ in rows]
    connection.executemany("DELETE FROM link WHERE account_id = ?1 OR person_id = ?1", gone)
    connection.executemany("DELETE FROM account WHERE id = ?", gone)
    return [Account(*row[1:]) for row in rows]
