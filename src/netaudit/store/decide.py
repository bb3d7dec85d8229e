"""Writing down what the user says of who is who: each answer is an import of its own."""

import sqlite3
from collections.abc import Sequence

from netaudit.errors import UsageError
from netaudit.records import Account, Decision
from netaudit.store.links import Resolve, relink
from netaudit.store.store import Store


def decide(
    store: Store, decisions: Sequence[Decision], resolve: Resolve, *, dry_run: bool = False
) -> int | None:
    """Write decisions as one import, derive all links anew, and return the id of the import.

    What stands already is not written again. None: there was nothing new, or it was a `dry_run`.
    An account that the store does not have is a UsageError.
    """
    with store.transaction() as connection:
        standing = {_about(decision): decision.kind for decision in store.decisions()}
        news = {_about(d): d for d in decisions if standing.get(_about(d)) != d.kind}
        rows = [
            (decision.kind, _id(connection, decision.account), _id(connection, decision.other))
            for decision in news.values()
        ]
        import_id = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (?, 'match')", (store.now(),)
        ).lastrowid
        connection.executemany(
            "INSERT INTO decision (import_id, kind, account_id, other_id) VALUES (?, ?, ?, ?)",
            [(import_id, *row) for row in rows],
        )
        if news:
            relink(connection, resolve, store.decisions())
        if dry_run or not news:
            store.forgo()
            import_id = None
    return import_id


def _about(decision: Decision) -> object:
    """Return what a later decision would have to be about to hold in place of this one."""
    if decision.other == decision.account:
        raise ValueError("a decision about an account and itself")
    return frozenset({decision.account, decision.other})


def _id(connection: sqlite3.Connection, account: Account) -> int:
    found = connection.execute(
        "SELECT id FROM account WHERE platform = ? AND kind = ? AND key = ?", account
    ).fetchone()
    if found is None:
        raise UsageError(
            "one of the accounts is not in the store any more",
            hint="was an import taken back meanwhile?",
        )
    return int(found[0])
