"""What an import does to the lists: how many leave one, and how many of it were known."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from netaudit.records import TieKind
from netaudit.store.staging import Staging


class Left(NamedTuple):
    """How many of the people on a list before an import are not on it after."""

    source: str
    kind: TieKind
    people: int
    of: int


class Met(NamedTuple):
    """How many `of` the people on an imported list were ever on it; `before`: of how many."""

    source: str
    kind: TieKind
    people: int
    of: int
    before: int


class Before(NamedTuple):
    """The accounts of a list before an import: of its open entries, and of all there ever were."""

    now: frozenset[int]
    ever: frozenset[int]


def before(connection: sqlite3.Connection, staging: Staging) -> dict[tuple[str, TieKind], Before]:
    """Return, for each list of which an import brings the whole, whom it holds by now."""
    whole = {(s.account.source, kind) for s in staging.snapshots for kind in s.account.lists}
    return {of: _accounts(connection, *of) for of in sorted(whole)}


def _accounts(connection: sqlite3.Connection, source: str, kind: str) -> Before:
    rows = connection.execute(
        "SELECT t.account_id, t.until IS NULL FROM tie t JOIN account a ON a.id = t.account_id"
        " WHERE t.kind = ? AND a.platform = ?",
        (kind, source),
    ).fetchall()
    return Before(frozenset(n for n, still in rows if still), frozenset(n for n, _ in rows))


def clear_entries(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the log entries of which it is known whom they mean."""
    rows = connection.execute(
        "SELECT e.id FROM entry e JOIN link l ON l.account_id = e.account_id"
        " WHERE l.verdict <> 'ambiguous'"
    )
    return frozenset(number for (number,) in rows)


def on_both(connection: sqlite3.Connection) -> int:
    """Count the people who have accounts on LinkedIn and on X."""
    query = (
        "SELECT count(*) FROM (SELECT DISTINCT l.person_id FROM account a JOIN link l"
        " ON l.account_id = a.id WHERE a.platform = 'x' INTERSECT"
        " SELECT DISTINCT l.person_id FROM account a JOIN link l"
        " ON l.account_id = a.id WHERE a.platform = 'linkedin')"
    )
    return int(connection.execute(query).fetchone()[0])


def after(
    connection: sqlite3.Connection,
    staging: Staging,
    ids: list[int],
    known: Mapping[tuple[str, TieKind], Before],
) -> tuple[list[Left], list[Met]]:
    """Compare with what was known before; `ids` are those of the accounts as staged.

    People are compared, not accounts, as the import may have shown that two are one.
    """
    person = dict(connection.execute("SELECT account_id, person_id FROM link"))
    left, met = [], []
    for (source, kind), old in known.items():
        now = {person[number] for number in _accounts(connection, source, kind).now}
        were = {person[number] for number in old.now}
        ever = {person[number] for number in old.ever}
        brought = {
            person[ids[staging.accounts[tie.account]]]
            for staged in staging.snapshots
            if staged.account.source == source
            for tie, _ in staged.ties
            if tie.kind == kind
        }
        left.append(Left(source, kind, len(were - now), len(were)))
        met.append(Met(source, kind, len(brought & ever), len(brought), len(ever)))
    return left, met
