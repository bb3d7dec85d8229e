"""One person: what is on record with them, by the rules by which everybody is counted."""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import EPOCH_DAY, Span
from netaudit.frames import DIRECTIONS, IN_PERSON, MEDIA
from netaudit.metrics.evidence import Reason, Standing
from netaudit.metrics.giving import purposes
from netaudit.metrics.list_vs_network import states
from netaudit.metrics.online_to_offline import rungs
from netaudit.metrics.rhythm import LEAST_DAYS, usual_gap
from netaudit.metrics.suggestions import reasons_by_kind

if TYPE_CHECKING:
    from netaudit.metrics.scope import Ints, View

#: The interactions that are shown one by one.
LATEST = 10


class Year(NamedTuple):
    """A calendar year: distinct local days with an interaction, and interactions by direction.

    `met` are those in person, whichever way they went.
    """

    year: int
    contact_days: int
    from_them: int
    from_me: int
    both: int
    met: int


class Contact(NamedTuple):
    """One interaction: its local day, channel, direction, how many other people it had."""

    day: int
    channel: str
    direction: str
    size: int
    purpose: str


class OnePerson(NamedTuple):
    """What is on record with a person on a day; days are None where there was no contact.

    `state` is that of `list_vs_network`, `ladder` the highest medium reached, None for none.
    `gap` is the median of days between talks, None for fewer than make a rhythm. The counts of
    purposes are of the whole record.
    """

    listed: bool
    both_ways_lately: bool
    state: str
    interactions: int
    contact_days: int
    first: int | None
    last: int | None
    from_them: int
    from_me: int
    both: int
    purposes: dict[str, int]
    gap: float | None
    ladder: str | None
    years: tuple[Year, ...]
    latest: tuple[Contact, ...]
    reasons: tuple[Reason, ...]


def one_person(standing: Standing, number: int, *, window: Span) -> OnePerson:
    """Look at the person of that number."""
    import numpy as np

    view, found = standing.view, standing.view.interactions
    mine = found.person == number
    days, direction = found.day[mine], found.direction[mine]
    way = np.bincount(direction, minlength=len(DIRECTIONS)).tolist()
    rung = int(rungs(view)[number])
    often = np.bincount(standing.talk.contact_days.person, minlength=view.history.people)
    gap = float(usual_gap(standing.talk, often >= LEAST_DAYS)[number])
    return OnePerson(
        listed=bool(view.listed[number]),
        both_ways_lately=bool(view.touched(window.before(view.as_of)).two_way[number]),
        state=next(state for state, members in states(standing.ever).items() if members[number]),
        interactions=len(days),
        contact_days=int(standing.contact_days[number]),
        first=int(days.min()) if len(days) else None,
        last=int(days.max()) if len(days) else None,
        from_them=way[0],
        from_me=way[1],
        both=way[2],
        purposes={name: int(has[mine].sum()) for name, has in view.once(purposes).items()},
        gap=gap if np.isfinite(gap) else None,
        ladder=MEDIA[rung - 1] if rung else None,
        years=_years(view, number),
        latest=_latest(view, number),
        reasons=tuple(
            reason
            for kind in reasons_by_kind(standing)
            for reason in kind
            if reason.person == number
        ),
    )


def _years(view: "View", number: int) -> tuple[Year, ...]:
    """Return each year from the first to the last with an interaction, also those without any."""
    import numpy as np

    found = view.interactions.where(view.interactions.person == number)
    if not len(found.day):
        return ()
    year = _year_of(found.day)
    days = view.contact_days
    first, contact = int(year.min()), days.day[days.person == number]
    size = int(year.max()) - first + 1
    columns = [
        np.bincount(years - first, minlength=size).tolist()
        for years in (
            _year_of(contact),
            *(year[found.direction == way] for way in range(len(DIRECTIONS))),
            year[found.medium == IN_PERSON],
        )
    ]
    return tuple(Year(first + n, *row) for n, row in enumerate(zip(*columns, strict=True)))


def _year_of(days: "Ints") -> "Ints":
    import numpy as np

    years = (days - EPOCH_DAY).astype("datetime64[D]").astype("datetime64[Y]")
    return years.astype(np.int64) + 1970


def _latest(view: "View", number: int) -> tuple[Contact, ...]:
    """Return the last few interactions, the newest first."""
    import numpy as np

    found = view.interactions
    places = np.flatnonzero(found.person == number)[-LATEST:][::-1]
    frame, rows = view.history.frames.interactions, found.row[places]
    columns = (
        found.day[places], frame["channel"].take(rows).to_numpy(),
        found.direction[places], found.size[places],
        frame["purpose"].take(rows).to_numpy(),
    )  # fmt: skip
    return tuple(
        Contact(day, channel, DIRECTIONS[way], size, purpose)
        for day, channel, way, size, purpose in zip(
            *(column.tolist() for column in columns), strict=True
        )
    )
