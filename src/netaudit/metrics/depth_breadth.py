"""An inch deep and a mile wide? How contact-days are spread over people.

Breadth is the Hill number of order 1 (Hill 1973), the exponential of Shannon's entropy: how
many equally touched people would be as diverse. Depth is contact-days for each of them, so that
breadth times depth is the effort. The layers follow Hill & Dunbar 2003 and Mac Carron et al. 2016.
"""

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import EPOCH_DAY, Span, iso
from netaudit.metrics.scope import ContactDays, View, begins

if TYPE_CHECKING:
    from netaudit.metrics.scope import Ints

#: How far back the layers look, whatever the window.
LAYER_DAYS = 365
#: How many ends of quarters are looked at.
QUARTERS = 8


class Quarter(NamedTuple):
    """Effort and spread on a day; `partial`: the window begins before the first interaction."""

    date: str
    contact_days: int
    people_touched: int
    effective_people: float | None
    depth: float | None
    partial: bool


@dataclass(frozen=True, slots=True)
class DepthBreadth:
    """Effort in contact-days, its spread, and the layers by frequency of contact.

    `quarter_ends`: effort and spread at the last ends of quarters, and at last on the day itself.
    """

    contact_days: int
    people_touched: int
    effective_people: float | None
    depth: float | None
    median_contact_days: float | None
    top_5_share: float | None
    top_15_share: float | None
    gini: float | None
    weekly: int
    monthly: int
    yearly: int
    quarter_ends: tuple[Quarter, ...]


def depth_breadth(view: View, *, window: Span) -> DepthBreadth:
    """Measure how the contact-days of the window are spread over all people touched in it."""
    import numpy as np

    counts = _counts(view.contact_days, window.before(view.as_of), view.as_of)
    year = _after(view.contact_days, view.as_of - LAYER_DAYS)
    weeks = (year.day - 1) // 7  # day 1 of the calendar was a Monday, so these are ISO weeks
    months = (year.day - EPOCH_DAY).astype("datetime64[D]").astype("datetime64[M]")
    days = np.bincount(year.person, minlength=1)
    total, breadth = int(counts.sum()), _effective_people(counts)
    return DepthBreadth(
        contact_days=total,
        people_touched=len(counts),
        effective_people=breadth,
        depth=None if breadth is None else total / breadth,
        median_contact_days=float(np.median(counts)) if total else None,
        top_5_share=float(counts[-5:].sum() / total) if total else None,
        top_15_share=float(counts[-15:].sum() / total) if total else None,
        gini=_gini(counts),
        weekly=int(((days >= 52) & (_different(year.person, weeks, len(days)) >= 26)).sum()),
        monthly=int(
            ((days >= 12) & (_different(year.person, months.astype(int), len(days)) >= 6)).sum()
        ),
        yearly=int((days >= 1).sum()),
        quarter_ends=tuple(_quarter(view, day, window) for day in _ends(view.as_of)),
    )


def _ends(as_of: int) -> list[int]:
    """Return the last ends of quarters up to `as_of`, and `as_of` itself, in rising order."""
    days = [as_of]
    wanted = QUARTERS - (_begins(as_of + 1) == as_of + 1)
    for _ in range(wanted):
        end = _begins(days[-1]) - 1
        if not end:  # the calendar has a first quarter
            break
        days.append(end)
    return days[::-1]


def _begins(day: int) -> int:
    """Return the first day of the quarter of `day`."""
    found = date.fromordinal(day)
    return date(found.year, found.month - (found.month - 1) % 3, 1).toordinal()


def _quarter(view: View, day: int, window: Span) -> Quarter:
    after, first_day = window.before(day), view.first_day
    counts = _counts(view.contact_days, after, day)
    total, breadth = int(counts.sum()), _effective_people(counts)
    return Quarter(
        date=iso(day),
        contact_days=total,
        people_touched=len(counts),
        effective_people=breadth,
        depth=None if breadth is None else total / breadth,
        partial=first_day is None or after + 1 < first_day,
    )


def _after(days: ContactDays, after: int) -> ContactDays:
    wanted = days.day > after
    return ContactDays(days.person[wanted], days.day[wanted])


def _counts(days: ContactDays, after: int, until: int) -> "Ints":
    """Return the contact-days of that time of each person who has any, ascending."""
    import numpy as np

    counts = np.bincount(days.person[(days.day > after) & (days.day <= until)])
    counts = counts[counts > 0]
    counts.sort()
    return counts


def _effective_people(counts: "Ints") -> float | None:
    import numpy as np

    if not len(counts):
        return None
    shares = counts / counts.sum()
    return math.exp(-float((shares * np.log(shares)).sum()))


def _gini(counts: "Ints") -> float | None:
    """Return 2 * sum(i * n_i) / (k * sum(n)) - (k + 1) / k for ascending counts, i from 1."""
    import numpy as np

    people = len(counts)
    if not people:
        return None
    ranked = int((np.arange(1, people + 1) * counts).sum())
    return 2 * ranked / (people * int(counts.sum())) - (people + 1) / people


def _different(person: "Ints", period: "Ints", people: int) -> "Ints":
    """Count for each person the different periods; pairs come sorted by person and period."""
    import numpy as np

    return np.bincount(person[begins(person) | begins(period)], minlength=people)
