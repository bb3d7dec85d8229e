"""What became of the people who came onto the list, by the quarter in which they came."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import EPOCH_DAY
from netaudit.metrics.scope import Touched, View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netaudit.metrics.scope import Floats, Ints

    Months = NDArray[np.datetime64]

#: Days after the first day on the list in which contact counts as early.
EARLY = 90


class Quarter(NamedTuple):
    """People of one quarter: written to, in touch both ways and met, early and by now.

    The three of the first days are None where the record cannot tell.
    """

    quarter: str
    added: int
    messaged_90: int | None
    two_way_90: int | None
    met_90: int | None
    two_way_now: int
    met_now: int


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The list by the quarter of the earliest tie, quarters without anybody left out.

    `undated`: people on the list of whom no tie has a date. `before_record`: people in `quarters`
    whose earliest tie lies before `first_day`, that of the first interaction; all without one.
    """

    undated: int
    before_record: int
    first_day: int | None
    quarters: tuple[Quarter, ...]


def cohorts(view: View) -> Cohorts:
    """Sort the people on the list by when they came onto it and count those who were contacted.

    Ties that have ended count for the earliest of somebody who is on the list.
    """
    import numpy as np

    earliest = view.earliest_tie(view.history.ties.chosen)
    members = np.flatnonzero(view.listed & np.isfinite(earliest))
    since, first_day = earliest[members], view.first_day
    before = since < (np.inf if first_day is None else first_day)
    return Cohorts(
        undated=int(view.listed.sum()) - len(members),
        before_record=int(before.sum()),
        first_day=first_day,
        quarters=tuple(_quarters(view, earliest, members)),
    )


def _quarters(view: View, earliest: "Floats", members: "Ints") -> list[Quarter]:
    import numpy as np

    begins, cohort = np.unique(_begin(earliest[members]), return_inverse=True)
    early, ever = _early(view, earliest), view.touched()
    counts = [
        np.bincount(cohort[who[members]], minlength=len(begins)).tolist()
        for who in (
            view.listed, early.by_me, early.two_way, early.in_person, ever.two_way, ever.in_person
        )
    ]  # fmt: skip
    first_day, found = view.first_day, []
    for begin, added, *soon, two_way, met in zip(begins, *counts, strict=True):
        over = _last_day(begin) + EARLY
        known = first_day is not None and first_day <= over <= view.as_of
        messaged_90, two_way_90, met_90 = soon if known else (None, None, None)
        name = _name(begin)
        found.append(Quarter(name, added, messaged_90, two_way_90, met_90, two_way, met))
    return found


def _begin(days: "Floats") -> "Months":
    """Return the first month of the quarter of each day."""
    months = (days.astype("int64") - EPOCH_DAY).astype("datetime64[D]").astype("datetime64[M]")
    begins: Months = months - months.astype("int64") % 3
    return begins


def _name(begin: "np.datetime64") -> str:
    year, quarter = divmod(int(begin.astype("int64")) // 3, 4)
    return f"{1970 + year:04}-Q{quarter + 1}"


def _last_day(begin: "np.datetime64") -> int:
    return int((begin + 3).astype("datetime64[D]").astype("int64")) + EPOCH_DAY - 1


def _early(view: View, earliest: "Floats") -> Touched:
    """Say who was touched in the first days, the day of the earliest tie and 90 more."""
    found = view.interactions
    since = earliest[found.person]
    soon = (since <= found.day) & (found.day <= since + EARLY)
    return replace(view, interactions=found.where(soon)).touched()
