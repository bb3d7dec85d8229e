"""Links of accounts to people: derived from all accounts after every change."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, Decision, Link, Listing


class Described(NamedTuple):
    """An account with all that was ever stated of it.

    `keys` are e-mail addresses and phone numbers, `since` the days on which its ties began,
    `listings` when each of those was on a list. `handles` are those it ever had on X, each with
    the day of which the newest statement is; `about` is what it says of itself, `companies` where
    it works or worked. One that is not `present` is only known of: nothing that counts is on
    record with it. One that is `own` is the owner's.
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
    own: bool


Resolve = Callable[[Iterable[Described], Sequence[Decision]], list[Link]]


def describe(connection: sqlite3.Connection) -> list[Described]:
    """Return every account of the store."""
    names: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    since, listings = _listed(connection)
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
    absent, own = _absent(connection), own_accounts(connection)
    for number, name, day in _decided(connection):
        if number not in names:
            names[number].add(name)
            since[number].add(day)
            absent.add(number)
    return [
        Described(
            number, Account(*account),
            frozenset(names.get(number, ())), frozenset(keys.get(number, ())),
            frozenset(since.get(number, ())), frozenset(listings.get(number, ())),
            frozenset(handles[number].items()) if number in handles else frozenset(),
            frozenset(about.get(number, ())), frozenset(companies.get(number, ())),
            number not in absent, account in own,
        )
        for number, account in (
            (row[0], Account(*row[1:]))
            for row in connection.execute("SELECT id, platform, kind, key FROM account")
        )
    ]  # fmt: skip


def _decided(connection: sqlite3.Connection) -> Iterator[tuple[int, str, int]]:
    """Yield list entries without a link of which the user said something, with name and day.

    Both are in the key. Once the import is taken back, nothing else tells whom it was about.
    """
    for number, key in connection.execute(
        "SELECT id, key FROM account WHERE kind = 'listed' AND (id IN"
        " (SELECT account_id FROM decision UNION SELECT other_id FROM decision"
        " UNION SELECT account_id FROM preference))"
    ):
        name, _, day = key.rpartition(" ")
        with suppress(ValueError):  # an entry without a day
            yield number, name, date.fromisoformat(day).toordinal()


def _listed(
    connection: sqlite3.Connection,
) -> tuple[defaultdict[int, set[int]], defaultdict[int, set[Listing]]]:
    """Return the days on which ties of accounts began, and when each was on a list."""
    since: defaultdict[int, set[int]] = defaultdict(set)
    listings: defaultdict[int, set[Listing]] = defaultdict(set)
    for number, day, first, last in connection.execute(
        "SELECT account_id, since, first_on, last_on FROM tie WHERE since > 0"
    ):
        since[number].add(day)
        if first is not None:
            listings[number].add(Listing(day, first, last))
    return since, listings


def own_names(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the owner's names, as they are compared. Others may have them as well."""
    names = {name for (name,) in connection.execute("SELECT DISTINCT owner_name FROM snapshot")}
    return frozenset(key(name) for name in names for key in (name_key, core_name_key)) - {""}


def own_accounts(connection: sqlite3.Connection) -> frozenset[Account]:
    """Return the accounts that are surely the owner's, on record or not: no bare name is.

    They are the profile links, ids, addresses, numbers and handles that any export states as the
    owner's, the handles that an own id bore, and contacts of the owner's name that share an own
    address.
    """
    own, handles, addresses = set[Account](), set[str](), set[str]()
    for source, slug, keys in connection.execute(
        "SELECT DISTINCT source, owner_slug, owner_keys FROM snapshot"
    ):
        if slug:
            own.add(Account(source, "id" if source == "x" else "url", slug))
        for key in keys.split():
            (handles if key.startswith("@") else addresses).add(key.removeprefix("@"))
    for key in addresses:
        own |= {_address(key), Account("linkedin", "email", key)}
    bearers, taken = _bearers(connection), set[str]()
    for account, borne in bearers.items():
        if account in own:
            handles.update(borne)
        else:
            newest = max(borne.values())
            taken.update(handle for handle, day in borne.items() if day == newest)
    own |= {Account("x", "handle", handle) for handle in handles - taken}
    return frozenset(own | _own_contacts(connection, addresses))


def owners(
    connection: sqlite3.Connection, accounts: Iterable[tuple[int, str, Account]]
) -> set[int]:
    """Return which people are the owner, from (person, verdict, account) of all their accounts.

    Others may have the owner's name; it means the owner where it leads, as nothing firmer does.
    """
    own, names = own_accounts(connection), own_names(connection)
    return {
        person
        for person, verdict, account in accounts
        if account in own
        or (account.kind == "name" and verdict == "alone" and account.key in names)
    }


def _bearers(connection: sqlite3.Connection) -> dict[Account, dict[str, int]]:
    """Return ids of X -> handles they are known to have borne, with the newest day of each."""
    found: dict[Account, dict[str, int]] = defaultdict(dict)
    for key, handle, day in connection.execute(
        "SELECT a.key, p.handle, max(p.stated_on) FROM profile p JOIN account a"
        " ON a.id = p.account_id WHERE a.platform = 'x' AND a.kind = 'id' AND p.handle <> ''"
        " GROUP BY a.id, p.handle"
    ):
        found[Account("x", "id", key)][handle] = day
    return found


def _own_contacts(connection: sqlite3.Connection, addresses: set[str]) -> set[Account]:
    """Return all addresses of the owner's own entries in address books, of which one is known."""
    names = own_names(connection)
    named, keys = set[int](), defaultdict[int, set[str]](set)
    for number, key, name, *more in connection.execute(
        "SELECT a.id, a.key, p.name, p.email, p.phone FROM profile p"
        " JOIN account a ON a.id = p.account_id WHERE a.platform IN ('email', 'phone')"
    ):
        keys[number].update(filter(None, (key, *more)))
        if core_name_key(name) in names:
            named.add(number)
    own = {key for number in named if keys[number] & addresses for key in keys[number]}
    return {_address(key) for key in own}


def _address(key: str) -> Account:
    return Account("email", "email", key) if "@" in key else Account("phone", "phone", key)


def _absent(connection: sqlite3.Connection) -> set[int]:
    """Return accounts of X that are blocked or muted, or of which no more is known than a name."""
    return {
        number
        for (number,) in connection.execute(
            "SELECT a.id FROM account a WHERE a.platform = 'x' AND ("
            " EXISTS (SELECT 1 FROM tie t WHERE t.account_id = a.id"
            "  AND t.kind IN ('blocked', 'muted') AND t.until IS NULL)"
            " OR NOT (EXISTS (SELECT 1 FROM tie f WHERE f.account_id = a.id"
            "   AND f.kind NOT IN ('blocked', 'muted'))"
            "  OR EXISTS (SELECT 1 FROM message f WHERE f.account_id = a.id)"
            "  OR EXISTS (SELECT 1 FROM current_entry f WHERE f.account_id = a.id)"
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
