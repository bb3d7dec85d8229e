"""What counts, and in which order: the record narrowed once and shared by all metrics.

Left out of everything but `coverage`: ignored people, and messages and public posts to more
than `max_group` people. Left out of a `View`: what is dated after its day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from netaudit.calendar import Span
from netaudit.frames import IN, IN_PERSON, OUT, PEOPLE, TEXT, Frames, numbered
from netaudit.report import Person

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.integer]
    Floats = NDArray[np.float64]

_Answer = TypeVar("_Answer")

#: The most people a message can go to and still be contact with each of them.
MAX_GROUP = 8
#: Ties the user chose; a follower is none.
CHOSEN = ("connection", "following", "address_book")
FOLLOWER = "follower"


class Interactions(NamedTuple):
    """Interactions as parallel arrays, sorted by person and then in the order of events.

    `row` is the row in `frames.interactions`; the other columns are those of that frame.
    """

    row: "Ints"
    person: "Ints"
    at: "Floats"
    day: "Ints"
    medium: "Ints"
    direction: "Ints"
    size: "Ints"
    timed: "Bools"

    def where(self, wanted: "Bools") -> "Interactions":
        """Return those that are `wanted`, in the same order."""
        if wanted.all():
            return self
        return Interactions._make(column[wanted] for column in self)


class Ties(NamedTuple):
    """Ties of people who are not ignored; `since` is -inf and `until` inf where unknown."""

    person: "Ints"
    since: "Floats"
    until: "Floats"
    chosen: "Bools"
    connection: "Bools"
    follower: "Bools"
    followed: "Bools"  # by me

    def on(self, day: int) -> "Bools":
        """Say which hold on a day."""
        return (self.since <= day) & (self.until > day)


class ContactDays(NamedTuple):
    """Distinct pairs of a person and a local day with an interaction, sorted by both."""

    person: "Ints"
    day: "Ints"


class Touched(NamedTuple):
    """For each person whether a stretch of time holds an interaction: any, or of one sort."""

    at_all: "Bools"
    by_me: "Bools"  # out or both
    by_them: "Bools"  # in or both
    in_person: "Bools"

    @property
    def two_way(self) -> "Bools":
        """At least one `both`, or at least one each way."""
        return self.by_me & self.by_them


@dataclass(frozen=True, eq=False)
class History:
    """Everything that counts, whatever the date. Arrays of people are indexed by their number."""

    frames: Frames
    max_group: int
    names: "NDArray[np.object_]"
    sort_keys: "NDArray[np.object_]"
    ids: "NDArray[np.object_]"
    companies: "NDArray[np.object_]"
    positions: "NDArray[np.object_]"
    ignored: "Bools"
    tags: "NDArray[np.object_]"
    snoozed_until: "Floats"
    cadences: "NDArray[np.object_]"
    cadence_tags: "NDArray[np.object_]"
    ties: Ties
    interactions: Interactions

    @classmethod
    def of(
        cls, frames: Frames, *, max_group: int = MAX_GROUP, count_followers: bool = False
    ) -> "History":
        """Narrow `frames` to what counts and put it in order.

        With `count_followers` a follower is on the list like those whom the user chose.
        """
        import numpy as np

        order = np.argsort(frames.people.index.to_numpy())
        people = {name: frames.people[name].to_numpy()[order] for name in PEOPLE}
        ignored = people["ignored"]
        return cls(
            frames=frames,
            max_group=max_group,
            names=people["name"],
            sort_keys=people["sort_key"],
            ids=people["person_id"],
            companies=people["company"],
            positions=people["position"],
            ignored=ignored,
            tags=people["tags"],
            snoozed_until=people["snoozed_until"],
            cadences=people["cadence"],
            cadence_tags=people["cadence_tag"],
            ties=_ties(frames.ties, ignored, CHOSEN + ((FOLLOWER,) if count_followers else ())),
            interactions=_interactions(frames.interactions, ignored, max_group),
        )

    def at(self, as_of: int) -> "View":
        """Return what is visible on the day `as_of`."""
        ties, current = self.ties, self.ties.on(as_of)
        listed = self.listed(as_of)
        followed = marked(self.people, ties.person[current & ties.followed])
        followers = marked(self.people, ties.person[current & ties.follower])
        return View(
            as_of=as_of,
            history=self,
            listed=listed,
            audience=followers & ~listed,
            mutual=followers & followed,
            interactions=self.interactions.where(self.interactions.day <= as_of),
        )

    def listed(self, as_of: int) -> "Bools":
        """Say who is on the list on the day `as_of`."""
        ties = self.ties
        return marked(self.people, ties.person[ties.on(as_of) & ties.chosen])

    @property
    def people(self) -> int:
        """How many people the frames number, ignored ones among them."""
        return len(self.ids)

    def person(self, number: int) -> Person:
        """Return the cell that shows a person."""
        return Person(self.names[number] or "(no name)", self.ids[number])

    def name_order(self, number: int) -> tuple[str, str]:
        """Return what sorts people by name."""
        return self.sort_keys[number], self.ids[number]

    def by_name(self, numbers: Iterable[int]) -> tuple[Person, ...]:
        """Return the cells of people, sorted by name."""
        return tuple(self.person(number) for number in sorted(numbers, key=self.name_order))


@dataclass(frozen=True, eq=False)
class View:
    """What is visible on the day `as_of`; `listed`, `audience` and `mutual` are by person."""

    as_of: int
    history: History
    listed: "Bools"
    audience: "Bools"
    mutual: "Bools"
    interactions: Interactions

    @cached_property
    def contact_days(self) -> ContactDays:
        """The contact-days of the whole visible record."""
        import numpy as np

        pairs = (self.interactions.person << 32) | self.interactions.day
        if not (pairs[1:] >= pairs[:-1]).all():  # a day that was written down at another's noon
            pairs.sort()
        first = np.ones(len(pairs), dtype=bool)
        first[1:] = pairs[1:] != pairs[:-1]
        pairs = pairs[first]
        return ContactDays(pairs >> 32, pairs & 0xFFFFFFFF)

    @property
    def first_day(self) -> int | None:
        """The day of the first interaction on record."""
        days = self.interactions.day
        return int(days.min()) if len(days) else None

    def earliest_tie(self, wanted: "Bools | None" = None) -> "Floats":
        """Return per person the day of the first (`wanted`) tie of known date, inf for none.

        Ended ties count.
        """
        import numpy as np

        ties = self.history.ties
        known = np.isfinite(ties.since) & (ties.since <= self.as_of)
        if wanted is not None:
            known &= wanted
        earliest = np.full(self.history.people, np.inf)
        np.minimum.at(earliest, ties.person[known], ties.since[known])
        return earliest

    def last(self, wanted: "Bools") -> "Ints":
        """Return per person the place of the last `wanted` interaction, -1 where there is none."""
        import numpy as np

        place = np.flatnonzero(wanted)
        last = np.full(self.history.people, -1, dtype=np.int64)
        last[self.interactions.person[place]] = place  # ascending, so the last one stays
        return last

    def last_days(self, wanted: "Bools | None" = None) -> "Ints":
        """Return per person the last day with a (`wanted`) interaction, -1 where there is none."""
        import numpy as np

        found = self.interactions if wanted is None else self.interactions.where(wanted)
        days = np.full(self.history.people, -1, dtype=np.int64)
        np.maximum.at(days, found.person, found.day)
        return days

    def network(self, window: Span) -> "Bools":
        """Say who is on the list and was two-way within the window."""
        return self.listed & self.touched(window.before(self.as_of)).two_way

    def touched(self, after: int | None = None) -> Touched:
        """Say who was touched on the days after `after`, or ever."""
        if after not in self._touched:
            self._touched[after] = self._touched_after(after)
        return self._touched[after]

    def once(self, answer: "Callable[[View], _Answer]") -> _Answer:
        """Return what `answer` finds here, and spare the next who asks the search."""
        if answer not in self._answers:
            self._answers[answer] = answer(self)
        found: _Answer = self._answers[answer]
        return found

    @cached_property
    def _touched(self) -> dict[int | None, Touched]:
        return {}

    @cached_property
    def _answers(self) -> "dict[Callable[[View], Any], Any]":
        return {}

    def _touched_after(self, after: int | None) -> Touched:
        found = self.interactions
        if after is not None:
            found = found.where(found.day > after)
        people = self.history.people
        return Touched(
            at_all=marked(people, found.person),
            by_me=marked(people, found.person[found.direction != IN]),
            by_them=marked(people, found.person[found.direction != OUT]),
            in_person=marked(people, found.person[found.medium == IN_PERSON]),
        )


def marked(places: int, numbers: "Ints") -> "Bools":
    """Return an array of so many `places` that is True at `numbers`."""
    import numpy as np

    marks = np.zeros(places, dtype=bool)
    marks[numbers] = True
    return marks


def begins(values: "NDArray[Any]") -> "Bools":
    """Say which values are the first, or differ from the one before."""
    import numpy as np

    found = np.ones(len(values), dtype=bool)
    found[1:] = values[1:] != values[:-1]
    return found


def _ties(frame: "pd.DataFrame", ignored: "Bools", chosen: tuple[str, ...]) -> Ties:
    import numpy as np

    person = frame["person"].to_numpy()
    since, until = frame["since"].to_numpy(), frame["until"].to_numpy()
    kind, kinds = numbered(frame, "kind")
    ties = Ties(
        person=person,
        since=np.where(np.isnan(since), -np.inf, since),
        until=np.where(np.isnan(until), np.inf, until),
        chosen=np.isin(kind, [number for number, name in enumerate(kinds) if name in chosen]),
        connection=frame["kind"].to_numpy() == "connection",
        follower=frame["kind"].to_numpy() == FOLLOWER,
        # LinkedIn does not tell who follows whom, only whom I follow.
        followed=(frame["kind"].to_numpy() == "following")
        & (frame["source"].to_numpy() != "linkedin"),
    )
    return Ties._make(column[~ignored[person]] for column in ties)


def _interactions(frame: "pd.DataFrame", ignored: "Bools", max_group: int) -> Interactions:
    import numpy as np

    person, medium = frame["person"].to_numpy(), frame["medium"].to_numpy()
    mass = (medium <= TEXT) & (frame["size"].to_numpy() > max_group)
    rows = np.flatnonzero(~ignored[person] & ~mass)
    order = rows[_order(frame, rows)]
    return Interactions(
        row=order,
        person=person[order],
        at=frame["at"].to_numpy()[order],
        day=frame["day"].to_numpy()[order],
        medium=medium.astype(np.int8)[order],
        direction=frame["direction"].to_numpy().astype(np.int8)[order],
        size=frame["size"].to_numpy()[order],
        timed=frame["timed"].to_numpy()[order],
    )


def _order(frame: "pd.DataFrame", rows: "Ints") -> "Ints":
    """Return the places in `rows` that sort them by person and in the order of events.

    Few interactions share an instant, so only those pay for the long comparison. The rows of one
    account come in the order of their instants: to sort by person is enough, but for those with
    several accounts or entries in the log. Small numbers sort in linear time, which is why the
    people are numbered in the smallest type that fits.
    """
    import numpy as np

    person, at = frame["person"].to_numpy()[rows], frame["at"].to_numpy()[rows]
    order = np.argsort(person.astype(np.min_scalar_type(person.max(initial=0))), kind="stable")
    who, when = person[order], at[order]
    same = who[1:] == who[:-1]
    back = same & (when[1:] < when[:-1])
    if back.any():
        again = marked(int(who[-1]) + 1, who[1:][back])[who]
        places = order[again]
        order[again] = places[np.lexsort((at[places], person[places]))]
        when = at[order]
    equal = same & (when[1:] == when[:-1])
    tied = np.flatnonzero(np.append(equal, False) | np.insert(equal, 0, False))
    if tied.size:
        places = order[tied]
        order[tied] = places[np.lexsort(_event_keys(frame, rows[places]))]
    return order


def _event_keys(frame: "pd.DataFrame", rows: "Ints") -> "tuple[NDArray[Any], ...]":
    """Return the keys that order events, the last of them the first to decide.

    At one instant imported messages come before log entries, `in` before `out`, and log
    entries as they stand in the log; the rest makes the order independent of the rows'.
    """
    import numpy as np

    logged = frame["logged"].to_numpy()[rows]
    places = np.where(logged, frame["position"].to_numpy()[rows], 0)
    words = (
        np.unique(frame[name].take(rows).to_numpy(), return_inverse=True)[1] for name in _WORDS
    )
    numbers = (frame[name].to_numpy()[rows] for name in ("timed", "size", "medium", "direction"))
    return (*words, *numbers, places, logged, frame["at"].to_numpy()[rows],
            frame["person"].to_numpy()[rows])  # fmt: skip


_WORDS = ("purpose", "channel")
