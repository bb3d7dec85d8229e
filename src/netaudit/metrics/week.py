"""What happened in the seven days up to a date, and in the seven before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netaudit.calendar import Span
from netaudit.metrics.horizon import reaches
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
    """The week, the week before, and who changed sides. Figures are None where no data reaches."""

    figures: WeekFigures | None
    previous: WeekFigures | None
    added_to_list: tuple[Person, ...]
    joined_network: tuple[Person, ...]
    left_network: tuple[Person, ...]
    newly_stale: tuple[Person, ...]


def week(view: View, before: View, *, window: Span, stale: Span, by: By = "anyone") -> Week:
    """Compare the week that ends on the day of `view` with the one that ends on `before`'s."""
    was, now = _network(before, window), _network(view, window)
    fresh = freshness(before, span=stale, by=by).fresh
    history = view.history
    return Week(
        figures=_figures(view),
        previous=_figures(before),
        added_to_list=_named(history, _added(view, before)),
        joined_network=_named(history, now & ~was),
        left_network=_named(history, was & ~now),
        newly_stale=_named(history, fresh & freshness(view, span=stale, by=by).stale),
    )


def _figures(view: View) -> WeekFigures | None:
    after = view.as_of - DAYS
    if not reaches(view.history.frames, after + 1, as_of=view.as_of):
        return None
    touched = view.touched(after)
    rows = view.interactions.row[view.interactions.day > after]
    purposes = [
        set(purpose.split("+"))
        for purpose in view.history.frames.interactions["purpose"].to_numpy()[rows].tolist()
    ]
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


def _network(view: View, window: Span) -> "Bools":
    return view.listed & view.touched(window.before(view.as_of)).two_way


def _added(view: View, before: View) -> "Bools":
    """Say whose earliest chosen tie began in the week; a tie without a date began long ago."""
    import numpy as np

    ties = view.history.ties
    earliest = np.full(view.history.people, np.inf)
    np.minimum.at(earliest, ties.person[ties.chosen], ties.since[ties.chosen])
    return view.listed & (earliest > before.as_of)


def _named(history: History, members: "Bools") -> tuple[Person, ...]:
    import numpy as np

    return history.by_name(np.flatnonzero(members).tolist())
