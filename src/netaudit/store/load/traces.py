"""Ties and signals: what is known of people beside the talking."""

from dataclasses import dataclass
from typing import Any

from netaudit.store.load.people import People
from netaudit.store.store import Store


def ties(store: Store, people: People) -> dict[str, list[Any]]:
    """Return the columns of `frames.TIES`."""
    rows = [
        (int(people.code[account]), kind, since)
        for account, kind, since in store.connection.execute(
            "SELECT account_id, kind, since FROM tie"
        )
    ]
    rows = [row for row in rows if row[0] >= 0]
    return {
        "person": [r[0] for r in rows],
        "kind": [r[1] for r in rows],
        "since": [float("nan") if r[2] is None else float(r[2]) for r in rows],
        "until": [float("nan")] * len(rows),
    }


@dataclass
class Signals:
    """Signals by column; `at` is UTC epoch seconds."""

    person: list[int]
    kind: list[str]
    at: list[int]
    direction: list[int]
    with_note: list[bool]


def signals(store: Store, people: People) -> Signals:
    """Return the signals of people on record."""
    found = Signals([], [], [], [], [])
    for account, kind, at, direction, with_note in store.connection.execute(
        "SELECT account_id, kind, at, direction, with_note FROM signal"
    ):
        if (person := int(people.code[account])) >= 0:
            found.person.append(person)
            found.kind.append(kind)
            found.at.append(at)
            found.direction.append(direction)
            found.with_note.append(bool(with_note))
    return found
