"""Ties and signals: what is known of people beside the talking."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Any, NamedTuple

from netaudit.store.load.only import EVERYBODY, Only
from netaudit.store.load.people import People
from netaudit.store.store import Store


def ties(store: Store, people: People, only: Only = EVERYBODY) -> dict[str, list[Any]]:
    """Return the columns of `frames.TIES`: one row for each time that somebody was on a list.

    What several accounts of a person say of one time is one row: an old export without links
    and a new one with them, or a link that changed. X does not say since when: it is the day of
    the first list that has somebody whom a whole one before it lacked.
    """
    spells: dict[tuple[int, str, str], list[tuple[int | None, ...]]] = defaultdict(list)
    code = people.code.tolist()
    for account, source, kind, since, last_on, until in store.connection.execute(
        "SELECT t.account_id, a.platform, t.kind, CASE WHEN a.platform = 'x' AND t.since IS NULL"
        " AND t.first_on > (SELECT min(s.exported_on) FROM snapshot s WHERE s.source = 'x'"
        "  AND ',' || s.lists || ',' LIKE '%,' || t.kind || ',%')"
        " THEN t.first_on ELSE t.since END, t.last_on, t.until"
        " FROM tie t JOIN account a ON a.id = t.account_id"
        f" WHERE t.kind NOT IN ('blocked', 'muted') AND {only.of('t.account_id')}"
    ):
        if (person := code[account]) >= 0:
            spells[person, source, kind].append((since, until, last_on))
    rows = [
        (*of, *spell[:2])
        for of, found in spells.items()
        for spell in (found if len(found) == 1 else merged(map(Spell._make, found)))
    ]
    return {
        "person": [r[0] for r in rows],
        "source": [r[1] for r in rows],
        "kind": [r[2] for r in rows],
        "since": [float("nan") if r[3] is None else float(r[3]) for r in rows],
        "until": [float("nan") if r[4] is None else float(r[4]) for r in rows],
    }


class Spell(NamedTuple):
    """A time on a list, in days; None where it is not known when it began, or it goes on."""

    since: int | None
    until: int | None
    last_on: int | None = None


def merged(spells: Iterable[Spell]) -> list[Spell]:
    """Return times that do not overlap; what began on an unknown day is of the earliest one."""
    found: list[Spell] = []
    for since, until, seen in sorted(spells, key=lambda s: (s.since or 0, s.until or 0)):
        if found and _reaches(found[-1], since):
            last = found.pop()  # this spell goes on with it, and takes its place
            since = since if last.since is None else last.since  # noqa: PLW2901 - as said
            until, seen = max((last.until, last.last_on), (until, seen), key=_lateness)  # noqa: PLW2901 - as said
        found.append(Spell(since, until, seen))
    return found


def _lateness(end: tuple[int | None, int | None]) -> tuple[float, float]:
    """Whichever entry was seen last tells when the time ended; of no known day: it never does."""
    until, seen = end
    return (inf if seen is None else seen), (inf if until is None else until)


def _reaches(spell: Spell, since: int | None) -> bool:
    return since is None or spell.since is None or spell.until is None or since <= spell.until


@dataclass
class Signals:
    """Signals by column; `at` is UTC epoch seconds."""

    person: list[int]
    kind: list[str]
    at: list[int]
    direction: list[int]
    with_note: list[bool]


def signals(store: Store, people: People, only: Only = EVERYBODY) -> Signals:
    """Return the signals of people on record.

    An old export that names only a person, and a new one that has their link, tell of one signal.
    """
    noted: dict[tuple[int, str, int, int], bool] = {}
    code = people.code.tolist()
    for account, with_note, *what in store.connection.execute(
        "SELECT account_id, with_note, kind, at, direction FROM signal"
        f" WHERE {only.of('account_id')}"
    ):
        if (person := code[account]) >= 0:
            one = (person, *what)
            noted[one] = noted.get(one, False) or bool(with_note)
    return Signals(
        person=[one[0] for one in noted],
        kind=[one[1] for one in noted],
        at=[one[2] for one in noted],
        direction=[one[3] for one in noted],
        with_note=list(noted.values()),
    )
