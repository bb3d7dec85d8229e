"""Links of accounts to people: derived from all accounts after every change."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from netaudit.records import Account, Decision, Link, Listing


class Described(NamedTuple):
    """An account with all that was ever stated of it.

    `keys` are e-mail addresses and phone numbers, `since` the days on which its ties began,
    `listings` when each of those was on a list. `handles` are those it ever had on X, each with
    the day of which the newest statement is; `about` is what it says of itself, `companies` where
    it works or worked. One that is not `present` is only known of: nothing that counts is on
    record with it.
    """

    account_id: int
    account: Account
    names: frozenset[str]
    keys: frozenset[str]
    since: frozenset[int]
    listings: frozenset[Listing]
    handles: frozenset[tuple[str, int]]
    about: frozenset[str]
    companies: frozenset[str]
    present: bool


Resolve = Callable[[Iterable[Described], Sequence[Decision]], list[Link]]


def describe(connection: sqlite3.Connection) -> list[Described]:
    """Return every account of the store."""
    names: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    since: dict[int, set[int]] = defaultdict(set)
    listings: dict[int, set[Listing]] = defaultdict(set)
    handles: dict[int, dict[str, int]] = defaultdict(dict)
    about: dict[int, set[str]] = defaultdict(set)
    companies: dict[int, set[str]] = defaultdict(set)
    for number, name, company, handle, said, day, *addresses in connection.execute(
        "SELECT account_id, name, company, handle, about, stated_on, email, phone FROM profile"
    ):
        if name:
            names[number].add(name)
        if company:
            companies[number].add(company)
        if handle:
            handles[number][handle] = max(day, handles[number].get(handle, 0))
        if said:
            about[number].add(said)
        for key in filter(None, addresses):
            keys[number].add(key)
    for number, day, first, last in connection.execute(
        "SELECT account_id, since, first_on, last_on FROM tie WHERE since > 0"
    ):
        since[number].add(day)
        if first is not None:
            listings[number].add(Listing(day, first, last))
    absent = _absent(connection)
    return [
        Described(
            number, Account(*account),
            frozenset(names.get(number, ())), frozenset(keys.get(number, ())),
            frozenset(since.get(number, ())), frozenset(listings.get(number, ())),
            frozenset(handles[number].items()) if number in handles else frozenset(),
            frozenset(about.get(number, ())), frozenset(companies.get(number, ())),
            number not in absent,
        )
        for number, *account in connection.execute("SELECT id, platform, kind, key FROM account")
    ]  # fmt: skip


def _absent(connection: sqlite3.Connection) -> set[int]:
    """Return accounts of X that are blocked or muted, or of which no more is known than a name."""
    return {
        number
        for (number,) in connection.execute(
            "SELECT a.id FROM account a WHERE a.platform = 'x' AND ("
            " a.id IN (SELECT account_id FROM shunned)"
            " OR NOT (EXISTS (SELECT 1 FROM tie f WHERE f.account_id = a.id"
            "   AND f.kind NOT IN ('blocked', 'muted'))"
            "  OR EXISTS (SELECT 1 FROM message f WHERE f.account_id = a.id)"
            "  OR EXISTS (SELECT 1 FROM entry f WHERE f.account_id = a.id)"
            "  OR EXISTS (SELECT 1 FROM signal f WHERE f.account_id = a.id)))"
        )
    }


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
