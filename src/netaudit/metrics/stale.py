"""Who on the list has been untouched for days, weeks or months."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import Span, iso
from netaudit.frames import DIRECTIONS, IN
from netaudit.metrics.scope import View
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Ints

#: Whose touches count: anybody's, or only mine (`out` and `both`).
By = Literal["anyone", "me"]


class StalePerson(NamedTuple):
    """A person whose last interaction is long ago; `contact_days` is of the whole record."""

    person: Person
    last: str
    days: int
    last_channel: str
    last_direction: str
    contact_days: int


class Stale(NamedTuple):
    """The list by the last touch. `people`: the most invested first."""

    never: int
    stale: int
    fresh: int
    untouched: int
    untouched_share: float | None
    people: tuple[StalePerson, ...]


class Freshness(NamedTuple):
    """For each person on the list: never touched, touched long ago, or lately.

    `last` is the place of the last touch in the interactions of the view, -1 for none.
    """

    never: "Bools"
    stale: "Bools"
    fresh: "Bools"
    last: "Ints"


def freshness(view: View, *, span: Span, by: By) -> Freshness:
    """Sort the people on the list by whether their last touch lies `span` or more back."""
    import numpy as np

    last = _last_touch(view, by=by)
    touched = last >= 0
    threshold = span.before(view.as_of)
    late = np.zeros(len(last), dtype=bool)
    late[touched] = view.interactions.day[last[touched]] > threshold
    return Freshness(
        never=view.listed & ~touched,
        stale=view.listed & touched & ~late,
        fresh=view.listed & late,
        last=last,
    )


def stale(view: View, *, span: Span, by: By = "anyone") -> Stale:
    """Count the people on the list whose last touch lies `span` or more back, and name them."""
    found = freshness(view, span=span, by=by)
    never, late = int(found.never.sum()), int(found.stale.sum())
    total = int(view.listed.sum())
    return Stale(
        never=never,
        stale=late,
        fresh=int(found.fresh.sum()),
        untouched=never + late,
        untouched_share=(never + late) / total if total else None,
        people=_people(view, found),
    )


def _last_touch(view: View, *, by: By) -> "Ints":
    """Return per person the place of the interaction of the latest day, then the last of it."""
    import numpy as np

    found = view.interactions
    counts = np.ones(len(found.row), dtype=bool) if by == "anyone" else found.direction != IN
    latest = view.last_days(counts)
    return view.last(counts & (found.day == latest[found.person]))


def _people(view: View, found: Freshness) -> tuple[StalePerson, ...]:
    import numpy as np

    history = view.history
    numbers = np.flatnonzero(found.stale)
    last = found.last[numbers]
    days = view.interactions.day[last]
    row = view.interactions.row[last]
    channels = history.frames.interactions["channel"].take(row).to_numpy()
    contact_days = np.bincount(view.contact_days.person, minlength=history.people)[numbers]
    rows = zip(
        numbers.tolist(),
        days.tolist(),
        channels.tolist(),
        view.interactions.direction[last].tolist(),
        contact_days.tolist(),
        strict=True,
    )
    return tuple(
        StalePerson(
            history.person(number), iso(day), view.as_of - day, channel, DIRECTIONS[way], count
        )
        for number, day, channel, way, count in sorted(
            rows, key=lambda row: (-row[4], -row[1], history.name_order(row[0]))
        )
    )
