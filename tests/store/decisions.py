"""What the user said of accounts: written outright, and what follows from what stands."""

from collections.abc import Iterator, Sequence

from netaudit.records import Account, Decision
from netaudit.store import Store
from netaudit.store.facts import short_id
from netaudit.store.links import relink
from netaudit.workflows import resolve_links

Pair = tuple[Account, Account]


def say(store: Store, *decisions: Decision) -> None:
    """Write decisions as one import, whatever stands, and also of accounts that are not there."""
    with store.transaction() as connection:
        number = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (0, 'match')"
        ).lastrowid
        for kind, *accounts in decisions:
            for account in filter(None, accounts):
                connection.execute(
                    "INSERT OR IGNORE INTO account (platform, kind, key, short_id)"
                    " VALUES (?, ?, ?, ?)",
                    (*account, short_id(account)),
                )
            ids = [_id(store, account) for account in accounts]
            connection.execute(
                "INSERT INTO decision (import_id, kind, account_id, other_id) VALUES (?, ?, ?, ?)",
                (number, kind, *ids),
            )
        relink(connection, resolve_links, store.decisions())


def _id(store: Store, account: Account | None) -> int | None:
    query = "SELECT id FROM account WHERE platform = ? AND kind = ? AND key = ?"
    return None if account is None else store.connection.execute(query, account).fetchone()[0]


def joined(standing: Sequence[Decision]) -> Iterator[Pair]:
    """Yield the accounts that must be one person."""
    yield from _pairs(standing, "same")


def parted(standing: Sequence[Decision]) -> Iterator[Pair]:
    """Yield the accounts that must not be one: not even by a chain of others that are the same."""
    group: dict[Account, set[Account]] = {}
    for one, other in joined(standing):
        whole = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(whole, whole))
    for one, other in _pairs(standing, "different"):
        if other not in group.get(one, ()):
            yield one, other


def _pairs(standing: Sequence[Decision], kind: str) -> Iterator[Pair]:
    for decision in standing:
        if decision.kind == kind:
            yield decision.account, decision.other
