"""Who waits for an answer from me: in the audit as in the weekly summary."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import iso
from netaudit.frames import IN
from netaudit.metrics.openers import Openers, events, openers
from netaudit.metrics.scope import View, marked
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools

#: Days that somebody has waited at least, and at most by what they are waiting with.
LEAST_DAYS = 3
MOST_DAYS = {"opener": 365, "last_word": 90}


class Waiting(NamedTuple):
    """Somebody whose messages stand unanswered; `since` is the day of the first of them."""

    person: Person
    kind: Literal["opener", "last_word"]
    since: str
    days: int


def waiting_on_me(view: View, opened: Openers | None = None) -> tuple[Waiting, ...]:
    """Name who wrote to me after my last word to them.

    People on the list, or with whom contact ever went both ways. `opener`: one of their
    messages broke a silence; `last_word`: they merely spoke last. Openers first, then the
    longest wait, then by name. `opened` spares finding the openers of the view once more.
    """
    import numpy as np

    found, people = view.interactions, view.history.people
    place = np.flatnonzero(_unanswered(view))
    person = found.person[place]
    new = np.diff(person, prepend=-1) != 0
    opened = openers(found) if opened is None else opened
    opens = marked(len(found.person), opened.place)
    began = marked(people, person[opens[place]])
    first = found.day[place[new]]
    rows = []
    for number, day in zip(person[new].tolist(), first.tolist(), strict=True):
        kind: Literal["opener", "last_word"] = "opener" if began[number] else "last_word"
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
    last = view.last(mine)
    days = np.append(found.day, -1)  # at place -1, where there is none, a day before all others
    cleared = days[view.last(mine & ~found.timed)]
    unanswered: Bools = (
        events(found)
        & ~mine
        & known[found.person]
        & (np.arange(len(mine)) > last[found.person])
        & (found.day > cleared[found.person])
    )
    return unanswered
