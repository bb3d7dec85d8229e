"""What happened in the seven days up to a date, and in the seven before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netaudit.calendar import Span
from netaudit.metrics.horizon import lists_reach, reaches
from netaudit.metrics.scope import History, View
from netaudit.metrics.stale import By, freshness
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """People and interactions of seven days."""

    people_touched: int
    contact_days: int
    reached_out: int
    heard_from: int
    met: int
    gave: int
    got: int
    asked: int
    was_asked: int


@dataclass(frozen=True, slots=True)
class Week:
    """The week, the week before, and who changed sides.

    Figures are None where no data reaches. Who joined, left or went stale is not known then either.
    Who came onto the list is known (`list_known`) where an export reaches into the week.
    """

    figures: WeekFigures | None
    previous: WeekFigures | None
    list_known: bool
    added_to_list: tuple[Person, ...]
    joined_network: tuple[Person, ...]
    left_network: tuple[Person, ...]
    newly_stale: tuple[Person, ...]


def week(view: View, before: View, *, window: Span, stale: Span, by: By = "anyone") -> Week:
    """Compare the week that ends on the day of `view` with the one that ends on `before`'s."""
    figures = _figures(view)
    known = figures is not None
    was, now = before.network(window), view.network(window)
    late = freshness(before, span=stale, by=by).fresh & freshness(view, span=stale, by=by).stale
    history = view.history
    return Week(
        figures=figures,
        previous=_figures(before),
        list_known=lists_reach(history.frames, before.as_of + 1),
        added_to_list=_named(history, _added(view, before)),
        joined_network=_named(history, now & ~was & known),
        left_network=_named(history, was & ~now & known),
        newly_stale=_named(history, late & known),
    )


def _figures(view: View) -> WeekFigures | None:
    after = view.as_of - DAYS
    if not reaches(view.history.frames, after + 1, as_of=view.as_of):
        return None
    touched = view.touched(after)
    rows = view.interactions.row[view.interactions.day > after]
    said = view.history.frames.interactions["purpose"].take(rows).to_numpy()
    purposes = [set(purpose.split("+")) for purpose in said.tolist()]
    return WeekFigures(
        people_touched=int(touched.at_all.sum()),
        contact_days=int((view.contact_days.day > after).sum()),
        reached_out=int(touched.by_me.sum()),
        heard_from=int(touched.by_them.sum()),
        met=int(touched.in_person.sum()),
        gave=sum("gave" in purpose for purpose in purposes),
        got=sum("got" in purpose for purpose in purposes),
        asked=sum("asked" in purpose for purpose in purposes),
        was_asked=sum("was_asked" in purpose for purpose in purposes),
    )


def _added(view: View, before: View) -> "Bools":
    """Say whose earliest chosen tie of known date began in the week."""
    earliest = view.earliest_tie(view.history.ties.chosen)
    return view.listed & (before.as_of < earliest) & (earliest <= view.as_of)


def _named(history: History, members: "Bools") -> tuple[Person, ...]:
    import numpy as np

    return history.by_name(np.flatnonzero(members).tolist())
