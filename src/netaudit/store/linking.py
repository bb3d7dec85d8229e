"""Links after a change of the log alone: only those of names that came or went can change.

Names in the log are joined last of all and join nobody else, so that the links of all others stand
as they are. Except that an account of X may count from now on, or no more.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

from netaudit.records import Account, Link
from netaudit.store.links import SPOKEN_OF, THESE, Resolve, absent, describe, row_of


class Logged:
    """The accounts whose entries change, as they were before."""

    def __init__(self, connection: sqlite3.Connection, accounts: Collection[int]) -> None:
        self._connection = connection
        self._accounts = accounts
        self._absent = absent(connection, accounts)

    def touches_others(self, changed: Iterable[Account]) -> bool:
        """Tell whether the links of others may change too, once these came or went."""
        return (
            any((platform, kind) != ("log", "name") for platform, kind, _ in changed)
            or absent(self._connection, self._accounts) != self._absent
        )


def link_names(connection: sqlite3.Connection, resolve: Resolve, names: Collection[int]) -> None:
    """Link names in the log that the store did not have, given by their accounts.

    Only those are looked at who may bear one of the names.
    """
    if not names:
        return
    people = _with_candidates(connection, _may_bear(connection, names))
    links = _links_of(connection, people)
    known = {one.account_id: one for one in describe(connection, [*links, *names])}
    standing = [(known[number], link) for number, link in links.items()]
    found = resolve([known[number] for number in names], (), standing)
    short = dict(_asked(connection, "SELECT id, short_id FROM account WHERE id", people))
    connection.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?)", [row_of(link, short) for link in found]
    )


def _may_bear(connection: sqlite3.Connection, names: Collection[int]) -> set[int]:
    """Return all accounts that may bear one of these names. It does no harm to return others."""
    keys = [key for (key,) in _asked(connection, "SELECT key FROM account WHERE id", names)]
    bearing = (
        "SELECT account_id FROM profile WHERE name_key",
        "SELECT account_id FROM profile WHERE core_key",
        "SELECT id FROM account WHERE platform = 'linkedin' AND kind = 'name' AND key",
    )
    found = {number for query in bearing for (number,) in _asked(connection, query, keys)}
    return found.union(number for number, _ in connection.execute(SPOKEN_OF))


def _with_candidates(connection: sqlite3.Connection, accounts: Collection[int]) -> set[int]:
    """Return the people whom accounts belong to, or whom they fit, by their leading accounts."""
    links = "SELECT person_id, verdict, reason FROM link WHERE account_id"
    rows = _asked(connection, links, accounts)
    ids = [short for _, verdict, reason in rows for short in _fitting(verdict, reason)]
    fitting = _asked(connection, "SELECT id FROM account WHERE short_id", ids)
    return {row[0] for row in (*rows, *fitting)}


def _links_of(connection: sqlite3.Connection, people: Collection[int]) -> dict[int, Link]:
    """Return the links of all accounts of some people."""
    rows = _asked(connection, "SELECT * FROM link WHERE person_id", people)
    ids = {short for *_, verdict, reason in rows for short in _fitting(verdict, reason)}
    number = dict(_asked(connection, "SELECT short_id, id FROM account WHERE short_id", ids))
    return {
        row[0]: Link._make((*row, tuple(number[short] for short in _fitting(*row[2:]))))
        for row in rows
    }


def _fitting(verdict: str, reason: str) -> list[str]:
    """Return the ids, as people type them, of those whom an ambiguous account fits."""
    return reason.partition(": ")[2].split(", ") if verdict == "ambiguous" else []


def _asked(connection: sqlite3.Connection, query: str, values: Collection[int | str]) -> list[Any]:
    """Return the rows in which a column, with which the query ends, has one of these values."""
    return connection.execute(f"{query} {THESE}", (json.dumps(list(values)),)).fetchall()
