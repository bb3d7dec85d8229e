"""Links of accounts to people: derived from all accounts after every change."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple, Protocol

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


class Resolve(Protocol):
    """The rules that tell who is who: they are not the store's."""

    def __call__(
        self,
        described: Iterable[Described],
        decisions: Sequence[Decision],
        standing: Iterable[tuple[Described, Link]] | None = None,
        /,
    ) -> list[Link]:
        """Return the links of all accounts; or of new names in the log, where others stand."""


#: List entries without a link of which the user said something.
SPOKEN_OF = (
    "SELECT id, key FROM account WHERE kind = 'listed' AND id IN (SELECT account_id FROM decision"
    " UNION SELECT other_id FROM decision UNION SELECT account_id FROM preference)"
)
#: A condition on accounts: these few. `_EVERY` takes a value as well, and lets all through.
THESE = "IN (SELECT value FROM json_each(?))"
_EVERY = "IS NOT ?"


def among(accounts: Collection[int] | None) -> tuple[str, tuple[str | None]]:
    """Return a condition on accounts and its value; None: all there are."""
    return (_EVERY, (None,)) if accounts is None else (THESE, (json.dumps(list(accounts)),))


def describe(
    connection: sqlite3.Connection, accounts: Collection[int] | None = None
) -> list[Described]:
    """Return every account of the store, or only some."""
    these, values = among(accounts)
    names: dict[int, set[str]] = defaultdict(set)
    keys: dict[int, set[str]] = defaultdict(set)
    since, listings = _listed(connection, accounts)
    handles: dict[int, dict[str, int]] = defaultdict(dict)
    about: dict[int, set[str]] = defaultdict(set)
    companies: dict[int, set[str]] = defaultdict(set)
    for number, name, company, handle, said, day, *addresses in connection.execute(
        "SELECT account_id, name, company, handle, about, stated_on, email, phone FROM profile"
        f" WHERE account_id {these}",
        values,
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
    unseen, own = absent(connection, accounts), own_accounts(connection)
    for number, name, day in _decided(connection, accounts):
        if number not in names:
            names[number].add(name)
            since[number].add(day)
            unseen.add(number)
    # Each set is let go as it is frozen: all of them twice would be the most that an import holds.
    return [
        Described(
            number, Account(*account),
            frozenset(names.pop(number, ())), frozenset(keys.pop(number, ())),
            frozenset(since.pop(number, ())), frozenset(listings.pop(number, ())),
            frozenset(handles[number].items()) if number in handles else frozenset(),
            frozenset(about.pop(number, ())), frozenset(companies.pop(number, ())),
            number not in unseen, account in own,
        )
        for number, account in (
            (row[0], Account(*row[1:]))
            for row in connection.execute(
                f"SELECT id, platform, kind, key FROM account WHERE id {these}", values
            )
        )
    ]  # fmt: skip


def _decided(
    connection: sqlite3.Connection, accounts: Collection[int] | None
) -> Iterator[tuple[int, str, int]]:
    """Yield list entries without a link of which the user said something, with name and day.

    Both are in the key. Once the import is taken back, nothing else tells whom it was about.
    """
    these, values = among(accounts)
    for number, key in connection.execute(f"{SPOKEN_OF} AND id {these}", values):
        name, _, day = key.rpartition(" ")
        with suppress(ValueError):  # an entry without a day
            yield number, name, date.fromisoformat(day).toordinal()


def _listed(
    connection: sqlite3.Connection, accounts: Collection[int] | None
) -> tuple[defaultdict[int, set[int]], defaultdict[int, set[Listing]]]:
    """Return the days on which ties of accounts began, and when each was on a list."""
    since: defaultdict[int, set[int]] = defaultdict(set)
    listings: defaultdict[int, set[Listing]] = defaultdict(set)
    these, values = among(accounts)
    for number, day, first, last in connection.execute(
        f"SELECT account_id, since, first_on, last_on FROM tie WHERE since > 0"
        f" AND account_id {these}",
        values,
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
    ids = {account.key for account in own if account[:2] == ("x", "id")}
    handles.update(*_borne(connection, _OF_IDS, ids).values())
    taken = set[str]()
    for key, borne in _borne(connection, _WITH_HANDLES, handles).items():
        if key not in ids:
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


_OF_IDS = f"SELECT id FROM account WHERE platform = 'x' AND kind = 'id' AND key {THESE}"
_WITH_HANDLES = f"SELECT account_id FROM profile WHERE handle <> '' AND handle {THESE}"


def _borne(
    connection: sqlite3.Connection, which: str, values: Collection[str]
) -> dict[str, dict[str, int]]:
    """Return some ids of X -> handles they are known to have borne, with the newest day of each."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for key, handle, day in connection.execute(
        # With the plus, SQLite begins with the few accounts and not with the platform.
        "SELECT a.key, p.handle, max(p.stated_on) FROM account a JOIN profile p"
        " ON p.account_id = a.id WHERE +a.platform = 'x' AND a.kind = 'id' AND p.handle <> ''"
        f" AND a.id IN ({which}) GROUP BY a.id, p.handle",
        (json.dumps(list(values)),),
    ):
        found[key][handle] = day
    return found


def _own_contacts(connection: sqlite3.Connection, addresses: set[str]) -> set[Account]:
    """Return all addresses of the owner's own entries in address books, of which one is known."""
    keys = defaultdict[int, set[str]](set)
    for number, *stated in connection.execute(
        "SELECT a.id, a.key, p.email, p.phone FROM profile p JOIN account a ON a.id = p.account_id"
        " WHERE +a.platform IN ('email', 'phone')"
        f" AND a.id IN (SELECT account_id FROM profile WHERE core_key {THESE})",
        (json.dumps(list(own_names(connection))),),
    ):
        keys[number].update(filter(None, stated))
    own = {key for stated in keys.values() if stated & addresses for key in stated}
    return {_address(key) for key in own}


def _address(key: str) -> Account:
    return Account("email", "email", key) if "@" in key else Account("phone", "phone", key)


def absent(connection: sqlite3.Connection, accounts: Collection[int] | None = None) -> set[int]:
    """Return accounts of X that are blocked or muted, or of which no more is known than a name.

    They are looked for among all accounts, or among some.
    """
    these, values = among(accounts)
    return {
        number
        for (number,) in connection.execute(
            f"SELECT a.id FROM account a WHERE +a.platform = 'x' AND a.id {these} AND ("
            " EXISTS (SELECT 1 FROM tie t WHERE t.account_id = a.id"
            "  AND t.kind IN ('blocked', 'muted') AND t.until IS NULL)"
            " OR NOT (EXISTS (SELECT 1 FROM tie f WHERE f.account_id = a.id"
            "   AND f.kind NOT IN ('blocked', 'muted'))"
            "  OR EXISTS (SELECT 1 FROM message f WHERE f.account_id = a.id)"
            "  OR EXISTS (SELECT 1 FROM current_entry f WHERE f.account_id = a.id)"
            "  OR EXISTS (SELECT 1 FROM signal f WHERE f.account_id = a.id)))",
            values,
        )
    }


def relink(connection: sqlite3.Connection, resolve: Resolve, decisions: Sequence[Decision]) -> None:
    """Derive all links anew and write those that changed. Runs inside the transaction."""
    described = describe(connection)
    stored = {row[0]: row for row in connection.execute("SELECT * FROM link")}
    short = dict(connection.execute("SELECT id, short_id FROM account"))
    changed = []
    for link in resolve(described, decisions):
        row = row_of(link, short)
        if stored.pop(link.account_id, None) != row:
            changed.append(row)
    connection.executemany("DELETE FROM link WHERE account_id = ?", [(gone,) for gone in stored])
    connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", changed)


def row_of(link: Link, short: Mapping[int, str]) -> tuple[int, int, str, str]:
    """Return a link as it is stored; `short` are the ids that people type."""
    reason = link.reason
    if link.candidates:
        reason = f"{reason}: {', '.join(short[c] for c in link.candidates)}"
    return (link.account_id, link.person_id, link.verdict, reason)
