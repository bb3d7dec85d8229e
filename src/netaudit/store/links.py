"""Links of accounts to people: derived from all accounts after every change."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from netaudit.records import Account, Decision, Link, Listing


class Described(NamedTuple):
    """An account with all that was ever stated of it.

    `keys` are e-mail addresses and phone numbers, `since` the days on which its ties began,
    `listings` when each of those was on a list.
    """

    account_id: int
    account: Account
    names: frozenset[str]
    keys: frozenset[str]
    since: frozenset[int]
    listings: frozenset[Listing]


Resolve = Callable[[Iterable[Described], Sequence[Decision]], list[Link]]


def describe(connection: sqlite3.Connection) -> list[Described]:
    """Return every account of the store."""
    names: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    since: dict[int, set[int]] = defaultdict(set)
    listings: dict[int, set[Listing]] = defaultdict(set)
    for number, name, *addresses in connection.execute(
        "SELECT account_id, name, email, phone FROM profile"
    ):
        if name:
            names[number].add(name)
        for key in filter(None, addresses):
            keys[number].add(key)
    for number, day, first, last in connection.execute(
        "SELECT account_id, since, first_on, last_on FROM tie WHERE since > 0"
    ):
        since[number].add(day)
        if first is not None:
            listings[number].add(Listing(day, first, last))
    nothing: frozenset[str] = frozenset()
    return [
        Described(
            number, Account(*account),
            frozenset(names[number]) if number in names else nothing,
            frozenset(keys[number]) if number in keys else nothing,
            frozenset(since[number]) if number in since else frozenset(),
            frozenset(listings[number]) if number in listings else frozenset(),
        )
        for number, *account in connection.execute("SELECT id, platform, kind, key FROM account")
    ]  # fmt: skip


def relink(connection: sqlite3.Connection, resolve: Resolve, decisions: Sequence[Decision]) -> None:
    """Derive all links anew and write those that changed. Runs inside the transaction."""
    described = describe(connection)
    stored = {row[0]: row for row in connection.execute("SELECT * FROM link")}
    short = dict(connection.execute("SELECT id, short_id FROM account"))
    changed = []
    for link in resolve(described, decisions):
        reason = link.reason
        if link.candidates:
            reason = f"{reason}: {', '.join(short[c] for c in link.candidates)}"
        row = (link.account_id, link.person_id, link.verdict, reason)
        if stored.pop(link.account_id, None) != row:
            changed.append(row)
    connection.executemany("DELETE FROM link WHERE account_id = ?", [(gone,) for gone in stored])
    connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", changed)
