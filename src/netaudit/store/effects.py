"""What an import does to what was known: who leaves a list, who is somebody else, what echoes."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from netaudit.records import TieKind
from netaudit.store.echoes import echoes
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


def _lists(connection: sqlite3.Connection, staging: Staging) -> dict[tuple[str, TieKind], Before]:
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


class Unclear(NamedTuple):
    """A name in the log that fits several people: as written, and by the ids of both."""

    written: str
    short_id: str
    fits: str


def _unclear(connection: sqlite3.Connection) -> frozenset[Unclear]:
    """Return the names in the log that count for nobody, as they fit several."""
    rows = connection.execute(
        "SELECT (SELECT min(e.written) FROM entry e WHERE e.account_id = a.id), a.short_id,"
        " l.reason FROM account a JOIN link l ON l.account_id = a.id"
        " WHERE l.verdict = 'ambiguous' AND a.platform = 'log'"
    ).fetchall()
    return frozenset(
        Unclear(written, short_id, reason.partition(": ")[2])
        for written, short_id, reason in rows
        if written
    )


def _on_both(connection: sqlite3.Connection) -> dict[int, int]:
    """Return the accounts on X of people who are on LinkedIn as well, and whose they are."""
    return dict(
        connection.execute(
            "SELECT l.account_id, l.person_id FROM account a JOIN link l ON l.account_id = a.id"
            " WHERE a.platform = 'x' AND l.person_id IN (SELECT l.person_id FROM account a"
            " JOIN link l ON l.account_id = a.id WHERE a.platform = 'linkedin')"
        )
    )


class Known(NamedTuple):
    """What there was before an import."""

    lists: Mapping[tuple[str, TieKind], Before]
    unclear: frozenset[Unclear]
    on_both: Mapping[int, int]


class Effects(NamedTuple):
    """What came of an import: see `add.Outcome`."""

    echoes: int
    left: list[Left]
    met: list[Met]
    unclear: list[Unclear]
    on_both: int
    parted: int


def before(connection: sqlite3.Connection, staging: Staging) -> Known:
    """Return what is to be compared with what there is after an import."""
    return Known(_lists(connection, staging), _unclear(connection), _on_both(connection))


def after(
    connection: sqlite3.Connection, staging: Staging, ids: list[int], known: Known
) -> Effects:
    """Compare with what was known before; `ids` are those of the accounts as staged."""
    left, met = _changes(connection, staging, ids, known.lists)
    were = {name.short_id for name in known.unclear}
    both = _on_both(connection)
    return Effects(
        len(echoes(connection)), left, met,
        sorted(name for name in _unclear(connection) if name.short_id not in were),
        len(set(both.values())),
        len(known.on_both.keys() - both.keys()),
    )  # fmt: skip


def _changes(
    connection: sqlite3.Connection,
    staging: Staging,
    ids: list[int],
    known: Mapping[tuple[str, TieKind], Before],
) -> tuple[list[Left], list[Met]]:
    """Compare the lists.

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
