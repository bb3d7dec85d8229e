"""How list and network went, month by month."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import Span, iso
from netaudit.frames import IN, OUT
from netaudit.metrics.scope import View, marked

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools

#: How many ends of months are looked at.
MONTHS = 24
#: Days back that the changes look.
YEAR = 365


class Month(NamedTuple):
    """List and network on a day; `partial`: the window begins before the first interaction."""

    date: str
    listed: int
    network: int
    two_way_people: int
    partial: bool


@dataclass(frozen=True, slots=True)
class Momentum:
    """Two years of list and network, and the changes of the last 365 days.

    The changes of what needs interactions are None where the window of 365 days ago is partial.
    `undated`: people who are in the first month by an entry of unknown date. `first_day`: of the
    first interaction, None without one.
    """

    list_change_1y: int
    network_change_1y: int | None
    two_way_change_1y: int | None
    undated: int
    first_day: int | None
    months: tuple[Month, ...]


class _State(NamedTuple):
    listed: int
    network: int
    two_way: int
    partial: bool


def momentum(view: View, *, window: Span) -> Momentum:
    """Count list and network at the last ends of months and on the day of `view`."""
    days = _days(view.as_of)
    before, *states = _states(view, [view.as_of - YEAR, *days], window)
    now = states[-1]
    return Momentum(
        list_change_1y=now.listed - before.listed,
        network_change_1y=None if before.partial else now.network - before.network,
        two_way_change_1y=None if before.partial else now.two_way - before.two_way,
        undated=_undated(view, days[0]),
        first_day=view.first_day,
        months=tuple(Month(iso(day), *state) for day, state in zip(days, states, strict=True)),
    )


def _days(as_of: int) -> list[int]:
    """Return the last ends of months up to `as_of`, and `as_of` itself, in rising order."""
    today = date.fromordinal(as_of)
    days = [as_of]
    end = as_of - today.day
    wanted = MONTHS - (today.day == monthrange(today.year, today.month)[1])
    while wanted and end > 0:  # the calendar has a first month
        days.append(end)
        end -= date.fromordinal(end).day
        wanted -= 1
    return days[::-1]


def _states(view: View, days: Sequence[int], window: Span) -> list[_State]:
    """Return the numbers of each day, with the window that ends on it."""
    spans = [(window.before(day), day) for day in days]
    first_day, states = view.first_day, []
    for (after, day), two_way in zip(spans, _two_way(view, spans), strict=True):
        listed = view.history.listed(day)
        states.append(
            _State(
                listed=int(listed.sum()),
                network=int((listed & two_way).sum()),
                two_way=int(two_way.sum()),
                partial=first_day is None or after + 1 < first_day,
            )
        )
    return states


def _two_way(view: View, spans: Sequence[tuple[int, int]]) -> "list[Bools]":
    """Say for each span, the days after its first and up to its second, who was two-way.

    Spans overlap, so time is cut at all their ends, and who was touched is noted once for each
    piece of it. Piece i are the days up to cut i and after the one before.
    """
    import numpy as np

    cuts = np.unique(np.array(spans))
    found, people = view.interactions, view.history.people
    shape = len(cuts) + 1, people
    place = np.searchsorted(cuts, found.day) * people + found.person
    by_me, by_them = (
        marked(shape[0] * people, place[found.direction != way]).reshape(shape) for way in (IN, OUT)
    )
    answers = []
    for first, last in np.searchsorted(cuts, np.array(spans)).tolist():
        pieces = slice(first + 1, last + 1)
        both: Bools = np.any(by_me[pieces], axis=0) & np.any(by_them[pieces], axis=0)
        answers.append(both)
    return answers


def _undated(view: View, day: int) -> int:
    """Count the people who are on the list on `day` by an entry of unknown date."""
    import numpy as np

    ties = view.history.ties
    current = ties.chosen & np.isneginf(ties.since) & (ties.until > day)
    return len(np.unique(ties.person[current]))
