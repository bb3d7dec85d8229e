"""Who waits for an answer from me: in the audit as in the weekly summary."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import iso
from netaudit.frames import IN
from netaudit.metrics.evidence import Waits
from netaudit.metrics.openers import all_openers, events
from netaudit.metrics.scope import View, begins, marked
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools

#: Days that somebody has waited at least, and at most by what they are waiting with.
LEAST_DAYS = 3
MOST_DAYS_OPENER, MOST_DAYS_LAST_WORD = 365, 90


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
    history = view.history
    return tuple(
        Waiting(
            history.person(one.person),
            "opener" if one.opened else "last_word",
            iso(one.since),
            one.days,
        )
        for one in sorted(
            view.once(waits),
            key=lambda one: (not one.opened, -one.days, history.name_order(one.person)),
        )
    )


def waits(view: View) -> list[Waits]:
    """Find who wrote to me after my last word to them, by number."""
    import numpy as np

    found = view.interactions
    place = np.flatnonzero(_unanswered(view))
    person = found.person[place]
    new = begins(person)
    opens = marked(len(found.person), view.once(all_openers).place)
    began = marked(view.history.people, person[opens[place]])
    first = found.day[place[new]]
    rows = []
    for number, day in zip(person[new].tolist(), first.tolist(), strict=True):
        days, opened = view.as_of - day, bool(began[number])
        if LEAST_DAYS <= days <= (MOST_DAYS_OPENER if opened else MOST_DAYS_LAST_WORD):
            rows.append(Waits(number, day, days, opened))
    return rows


def _unanswered(view: View) -> "Bools":
    """Say which interactions are messages to me, of people I know, after my last touch."""
    import numpy as np

    found = view.interactions
    known = view.listed | view.touched().two_way
    mine = found.direction != IN
    last = view.last(mine)
    cleared = view.last_days(mine & ~found.timed)
    unanswered: Bools = (
        events(found)
        & ~mine
        & known[found.person]
        & (np.arange(len(mine)) > last[found.person])
        & (found.day > cleared[found.person])
    )
    return unanswered
