"""What a store holds as plain values, read with a few questions of a test's own."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from netaudit.records import Account, Entry
from netaudit.store import Store, preferences
from netaudit.store.preferences import Preferred
from store.remembered import Fact, Told

_WAYS = ("in", "out", "both")
_ACCOUNT = "a.platform, a.kind, a.key"
#: The columns of each kind of fact behind its account, as `Remembered` has them.
_COLUMNS = {
    "profile": "name, url, email, company, position, listed, phone, handle, about, said_on",
    "tie": "f.kind, since",
    "message": "at, direction, conversation, size",
    "entry": "written, at, day, channel, medium, direction, purpose, note, size, ref, occurrence,"
    " position, logged",
    "signal": "f.kind, at, direction, with_note",
    "note": "day, text",
}
#: Where the direction stands in a fact.
_WAY = {"message": 3, "entry": 7, "signal": 4}


def facts(connection: sqlite3.Connection) -> set[Fact]:
    """Return all facts; no two rows are the same one."""
    found = [fact for kind in _COLUMNS for fact in _facts(connection, kind)]
    assert len(set(found)) == len(found), "a fact is there twice"
    return set(found)


def _facts(connection: sqlite3.Connection, kind: str) -> Iterator[Fact]:
    query = f"SELECT {_ACCOUNT}, {_COLUMNS[kind]} FROM {kind} f JOIN account a ON a.id = account_id"  # noqa: S608 - names of ours
    for platform, of, key, *said in connection.execute(query):
        fact = [kind, Account(platform, of, key), *said]
        if kind in _WAY:
            fact[_WAY[kind]] = _WAYS[fact[_WAY[kind]]]
        yield tuple(fact)


def entries(store: Store) -> list[Entry]:
    """Return all entries, the oldest in the store first."""
    rows = store.connection.execute(
        f"SELECT {_ACCOUNT}, {_COLUMNS['entry']} FROM entry f JOIN account a ON a.id = account_id"  # noqa: S608 - names of ours
        " ORDER BY f.id"
    ).fetchall()
    return [
        Entry._make(
            (0, Account(*row[:3]), *row[3:8], _WAYS[row[8]], *row[9:15], bool(row[15]), None)
        )
        for row in rows
    ]


def current(store: Store) -> set[str]:
    """Return the ids of the entries that count."""
    return {row[0] for row in store.connection.execute("SELECT short_id FROM current_entry")}


def withdrawn(store: Store, number: int) -> set[str]:
    """Return the entries that count no more because of an import."""
    query = "SELECT entry FROM withdrawn WHERE import_id = ?"
    return {row[0] for row in store.connection.execute(query, (number,))}


def decisions(store: Store, number: int) -> tuple[Told, ...]:
    """Return what an import says of who is who, in its order."""
    rows = store.connection.execute(
        "SELECT d.kind, a.platform, a.kind, a.key, b.platform, b.kind, b.key FROM decision d"
        " JOIN account a ON a.id = d.account_id JOIN account b ON b.id = d.other_id"
        " WHERE d.import_id = ? ORDER BY d.id",
        (number,),
    ).fetchall()
    return tuple((row[0], Account(*row[1:4]), Account(*row[4:7])) for row in rows)


def imports(store: Store) -> dict[int, str]:
    """Return the commands of all imports, by their number."""
    return dict(store.connection.execute("SELECT id, command FROM import"))


def tombstones(store: Store) -> list[int]:
    """Return of how many marks of each who was forgotten there is a digest."""
    query = "SELECT count(*) FROM tombstone GROUP BY secret_id ORDER BY 1"
    return [number for (number,) in store.connection.execute(query)]


def preferred(store: Store) -> dict[Account, Preferred]:
    """Return what holds of each person, by the leading account."""
    accounts = {
        number: Account(*row)
        for number, *row in store.connection.execute("SELECT id, platform, kind, key FROM account")
    }
    return {accounts[who]: one for who, one in preferences.preferred(store.connection).items()}


def links(connection: sqlite3.Connection) -> dict[Account, tuple[Account, str]]:
    """Return whose each account is, and how surely."""
    rows = connection.execute(
        f"SELECT {_ACCOUNT}, p.platform, p.kind, p.key, l.verdict FROM link l"  # noqa: S608 - names of ours
        " JOIN account a ON a.id = l.account_id JOIN account p ON p.id = l.person_id"
    ).fetchall()
    return {Account(*row[:3]): (Account(*row[3:6]), row[6]) for row in rows}


def derived(path: Path) -> dict[str, Any]:
    """Return all that follows from facts and decisions: who is who, and the days of lists."""
    with closing(sqlite3.connect(path)) as connection:
        days = {
            table: sorted(
                connection.execute(f"SELECT {_ACCOUNT}, {columns} FROM {table} f"  # noqa: S608 - names of ours
                                   " JOIN account a ON a.id = account_id").fetchall(), key=repr
            )
            for table, columns in (
                ("tie", "f.kind, since, first_on, last_on, until"),
                ("profile", f"{_COLUMNS['profile']}, stated_on"), ("note", "day, text, stated_on"),
            )
        }  # fmt: skip
        return {**days, "link": links(connection)}


def rows(path: Path) -> dict[str, int]:
    """Return how many rows each table has that holds anything of people, or of imports."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - names of ours
            for (name,) in tables
            if name not in {"channel", "secret", "tombstone"}
        }


def digest(path: Path) -> str:
    """Return a short form of every row of every table but what is only drawn up when asked for."""
    with closing(sqlite3.connect(path)) as connection:
        lines = [line for line in connection.iterdump() if "message_column" not in line[:40]]
    return hashlib.sha256(json.dumps(lines).encode("utf-8", "surrogateescape")).hexdigest()
