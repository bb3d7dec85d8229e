"""Who waits for an answer from me: in the audit as in the weekly summary."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import iso
from netaudit.frames import IN
from netaudit.metrics.openers import events, openers
from netaudit.metrics.scope import View, marked
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Ints

#: Days that somebody has waited at least, and at most by what they are waiting with.
LEAST_DAYS = 3
MOST_DAYS = {"opener": 365, "last_word": 90}


class Waiting(NamedTuple):
    """Somebody whose messages stand unanswered; `since` is the day of the first of them."""

    person: Person
    kind: Literal["opener", "last_word"]
    since: str
    days: int


def waiting_on_me(view: View) -> tuple[Waiting, ...]:
    """Name who wrote to me after my last word to them.

    People on the list, or with whom contact ever went both ways. `opener`: one of their
    messages broke a silence; `last_word`: they merely spoke last. Openers first, then the
    longest wait, then by name.
    """
    import numpy as np

    found, people = view.interactions, view.history.people
    place = np.flatnonzero(_unanswered(view))
    person = found.person[place]
    new = np.diff(person, prepend=-1) != 0
    opens = marked(len(found.person), openers(found).place)
    opened = marked(people, person[opens[place]])
    first = found.day[place[new]]
    rows = []
    for number, day in zip(person[new].tolist(), first.tolist(), strict=True):
        kind: Literal["opener", "last_word"] = "opener" if opened[number] else "last_word"
        days = view.as_of - day
        if LEAST_DAYS <= days <= MOST_DAYS[kind]:
            rows.append((kind, days, number, day))
    rows.sort(key=lambda row: (row[0] != "opener", -row[1], view.history.name_order(row[2])))
    return tuple(
        Waiting(view.history.person(number), kind, iso(day), days)
        for kind, days, number, day in rows
    )


def _unanswered(view: View) -> "Bools":
    """Say which interactions are messages to me, of people I know, after my last touch."""
    import numpy as np

    found = view.interactions
    known = view.listed | view.touched().two_way
    mine = found.direction != IN
    last = _latest(mine, np.arange(len(mine)), view)
    cleared = _latest(mine & ~found.timed, found.day, view)
    unanswered: Bools = (
        events(found)
        & ~mine
        & known[found.person]
        & (np.arange(len(mine)) > last[found.person])
        & (found.day > cleared[found.person])
    )
    return unanswered


def _latest(wanted: "Bools", values: "Ints", view: View) -> "Ints":
    """Return for each person the largest of the `wanted` values, -1 where there is none."""
    import numpy as np

    latest = np.full(view.history.people, -1, dtype=np.int64)
    np.maximum.at(latest, view.interactions.person[wanted], values[wanted])
    return latest
