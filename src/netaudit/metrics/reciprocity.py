"""Who answers whom, how often and after how long.

An opener without an answer counts as watched until its patience or the report ends: see
`survival`. What an opener and an answer are stands in `openers`.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from netaudit.calendar import SECONDS_PER_DAY, Span, iso
from netaudit.frames import IN, OUT
from netaudit.metrics.openers import PATIENCE, Openers, all_openers
from netaudit.metrics.scope import View, marked
from netaudit.metrics.survival import kaplan_meier
from netaudit.metrics.waiting import Waiting, waiting_on_me
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Floats

#: Openers of mine without a word back, from which on somebody is said never to answer.
LEAST_OPENERS = 2


class NeverAnswer(NamedTuple):
    """Somebody who never came back on several openers; `last` is the day of the last of them."""

    person: Person
    openers: int
    last: str


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """Interactions and openers of the window by side, and how fast openers were answered.

    `_them` is how others answer me, `_me` how I answer them. Shares lie in 0..1; `reply_days`
    are median waits in days.
    """

    sent: int
    received: int
    balance: float | None
    openers_by_me: int
    openers_by_them: int
    answered_7d_them: float | None
    answered_30d_them: float | None
    answered_7d_me: float | None
    answered_30d_me: float | None
    reply_days_them: float | None
    reply_days_me: float | None
    never_answer: tuple[NeverAnswer, ...]
    waiting_on_me: tuple[Waiting, ...]


def reciprocity(view: View, *, window: Span) -> Reciprocity:
    """Count what went out and came in within the window, and estimate how openers are answered.

    The tables look at the whole record.
    """
    found, after = view.interactions, window.before(view.as_of)
    end = _end_of_day(view.as_of, view.history.frames.timezone)
    lately = found.day > after
    sent = int((lately & (found.direction == OUT)).sum())
    received = int((lately & (found.direction == IN)).sum())
    opened = view.once(all_openers)
    counted = found.day[opened.place] > after
    by_me = found.direction[opened.place] == OUT
    wait, answered = _waits(view, opened, end), opened.answer >= 0
    mine, theirs = counted & by_me, counted & ~by_me
    them = kaplan_meier(wait[mine], answered[mine])
    me = kaplan_meier(wait[theirs], answered[theirs])
    return Reciprocity(
        sent=sent,
        received=received,
        balance=(sent - received) / (sent + received) if sent + received else None,
        openers_by_me=int(mine.sum()),
        openers_by_them=int(theirs.sum()),
        answered_7d_them=them.happened_within(7),
        answered_30d_them=them.happened_within(30),
        answered_7d_me=me.happened_within(7),
        answered_30d_me=me.happened_within(30),
        reply_days_them=them.median,
        reply_days_me=me.median,
        never_answer=_never_answer(view, opened, by_me, end),
        waiting_on_me=waiting_on_me(view),
    )


def _end_of_day(day: int, timezone: str) -> float:
    """Return the instant at which a local day is over.

    One second after its last one: midnight itself may not exist on the night when clocks change.
    """
    last = datetime.combine(date.fromordinal(day), time(23, 59, 59, fold=1), ZoneInfo(timezone))
    return last.timestamp() + 1


def _waits(view: View, opened: Openers, end: float) -> "Floats":
    """Return for each opener the days to its answer, or for how many it was watched."""
    import numpy as np

    at = view.interactions.at
    begun = at[opened.place]
    until = np.where(opened.answer >= 0, at[opened.answer], np.minimum(begun + PATIENCE, end))
    waits: Floats = (until - begun) / SECONDS_PER_DAY
    return waits


def _never_answer(
    view: View, opened: Openers, by_me: "Bools", end: float
) -> tuple[NeverAnswer, ...]:
    """Name whom several openers of mine brought nothing, the last of them long enough ago.

    Most openers first, then by name. People on no list are among them.
    """
    import numpy as np

    found, history = view.interactions, view.history
    mine = marked(len(found.at), opened.place[by_me])
    count = np.bincount(found.person[mine], minlength=history.people)
    numbers = np.flatnonzero((count >= LEAST_OPENERS) & ~view.touched().by_them)
    last = view.last(mine)[numbers]
    old = end - found.at[last] >= PATIENCE
    numbers, last = numbers[old], last[old]
    rows = zip(numbers.tolist(), count[numbers].tolist(), found.day[last].tolist(), strict=True)
    return tuple(
        NeverAnswer(history.person(number), openers, iso(day))
        for number, openers, day in sorted(
            rows, key=lambda row: (-row[1], history.name_order(row[0]))
        )
    )
