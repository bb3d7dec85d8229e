"""What there is to look at, and what words mean: on the list, two-way, the end of a day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from metrics.worlds import (
    InteractionRow,
    LeftOutRow,
    MoveRow,
    PersonRow,
    SignalRow,
    SnapshotRow,
    TieRow,
)
from netaudit.calendar import Span
from netaudit.metrics.stale import By

IN, OUT, BOTH = range(3)
PUBLIC, TEXT, VOICE, IN_PERSON = range(4)
DAY_SECONDS = 86_400
Answer = dict[str, Any]


@dataclass(frozen=True)
class World:
    """Everything that is known, and the day and options it is looked at with."""

    people: list[PersonRow]
    ties: list[TieRow]
    interactions: list[InteractionRow]
    snapshots: list[SnapshotRow] = field(default_factory=list)
    signals: list[SignalRow] = field(default_factory=list)
    moves: list[MoveRow] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    ambiguous_entries: int = 0
    accounts_blocked: int = 0
    as_of: int = 0
    window: Span = field(default=Span(365, "d"))
    stale: Span = field(default=Span(30, "d"))
    by: By = "anyone"
    max_group: int = 8
    count_followers: bool = False
    timezone: str = "UTC"

    def on(self, day: int) -> "World":
        """Return the same world as it is seen on another day."""
        return replace(self, as_of=day)

    @cached_property
    def counting(self) -> list[InteractionRow]:
        """The interactions that are seen, in the order of events."""
        return sorted(
            (
                row
                for row in self.interactions
                if row.day <= self.as_of
                and not self.people[row.person].ignored
                and not (row.medium in {PUBLIC, TEXT} and row.size > self.max_group)
            ),
            key=instant,
        )

    @cached_property
    def by_person(self) -> dict[int, list[InteractionRow]]:
        """The same for each person."""
        found: dict[int, list[InteractionRow]] = {}
        for row in self.counting:
            found.setdefault(row.person, []).append(row)
        return found

    @property
    def end_of_day(self) -> float:
        """The local midnight after the day of the report, as an instant."""
        last = date.fromordinal(self.as_of + 1)
        return datetime(last.year, last.month, last.day, tzinfo=ZoneInfo(self.timezone)).timestamp()


def instant(row: InteractionRow) -> tuple[Any, ...]:
    """Return what orders the interactions of a person."""
    turn = (row.position, row.direction) if row.logged else (0, row.direction)
    rest = (row.medium, row.size, row.timed, row.channel, row.purpose)
    return (row.at, row.logged, *turn, *rest)


def of(world: World, number: int) -> list[InteractionRow]:
    """Return the interactions of a person."""
    return world.by_person.get(number, [])


def in_window(world: World, rows: Iterable[InteractionRow]) -> list[InteractionRow]:
    """Return the interactions of the window."""
    first = world.window.before(world.as_of)
    return [row for row in rows if first < row.day]


def first_recorded(world: World) -> int | None:
    """Return the day of the first interaction that counts."""
    return min((row.day for row in world.counting), default=None)


def current(tie: TieRow, day: int) -> bool:
    """Say whether a tie holds on a day."""
    began = tie.since is None or tie.since <= day
    return began and not (tie.until is not None and tie.until <= day)


def lists(world: World, tie: TieRow) -> bool:
    """Say whether a tie is of those that put people on the list: who follows is only if asked."""
    return tie.kind != "follower" or world.count_followers


def on_list(world: World, number: int) -> bool:
    """Say whether a person is on the list."""
    return not world.people[number].ignored and any(
        tie.person == number and lists(world, tie) and current(tie, world.as_of)
        for tie in world.ties
    )


def earliest_tie(world: World, number: int, *, listed: bool) -> int | None:
    """Return the day of a person's first tie of known date, of ended ones as well.

    `listed` leaves out the ties that put nobody on the list.
    """
    days = (
        tie.since
        for tie in world.ties
        if tie.person == number
        and tie.since is not None
        and tie.since <= world.as_of
        and (lists(world, tie) or not listed)
    )
    return min(days, default=None)


def two_way(rows: Iterable[InteractionRow]) -> bool:
    """Say whether contact went both ways."""
    ways = {row.direction for row in rows}
    return BOTH in ways or {IN, OUT} <= ways


def met(rows: Iterable[InteractionRow]) -> bool:
    """Say whether anything happened in person."""
    return any(row.medium == IN_PERSON for row in rows)


def purposes(row: InteractionRow) -> list[str]:
    """Return the purposes of an interaction."""
    return row.purpose.split("+") if row.purpose else []


def numbers(world: World, wanted: Callable[[World, int], bool]) -> list[int]:
    """Return the people who fit."""
    return [number for number in range(len(world.people)) if wanted(world, number)]


def in_network(world: World, number: int) -> bool:
    """Say whether a person is on the list and contact goes both ways."""
    return on_list(world, number) and two_way(in_window(world, of(world, number)))


def share(part: int, whole: int) -> float | None:
    """Divide, unless there is nothing to divide."""
    return part / whole if whole else None


def named(world: World, number: int) -> tuple[str, str]:
    """Return the cell of a person."""
    return (world.people[number].name or "(no name)", world.people[number].person_id)


def name_order(world: World, number: int) -> tuple[str, str]:
    """Return what sorts people by name."""
    return (world.people[number].name.casefold(), world.people[number].person_id)


def sorted_rows(rows: Iterable[tuple[Any, tuple[Any, ...]]]) -> tuple[tuple[Any, ...], ...]:
    """Return rows by the keys that come with them."""
    return tuple(row for _, row in sorted(rows, key=lambda one: one[0]))


@dataclass(frozen=True)
class Wait:
    """How long somebody was waited for, and whether they came."""

    length: Fraction
    over: bool


def answered_within(waits: list[Wait], limit: int) -> float | None:
    """Return 1 - S(limit), S as estimated by Kaplan and Meier (1958).

    None without waits, and where the longest is shorter than `limit` and censored. Decision: of
    several longest ones it is enough that one is censored.
    """
    longest = max((wait.length for wait in waits), default=None)
    if longest is None:
        return None
    if longest < limit and any(wait.length == longest and not wait.over for wait in waits):
        return None
    return float(1 - surviving(waits, Fraction(limit)))


def median_wait(waits: list[Wait]) -> float | None:
    """Return the smallest t with S(t) <= 0.5; fractions need no allowance for rounding."""
    ends = sorted({wait.length for wait in waits if wait.over})
    return next((float(t) for t in ends if surviving(waits, t) <= Fraction(1, 2)), None)


def surviving(waits: list[Wait], until: Fraction) -> Fraction:
    """Return the share that is still waited for: who is censored at t was at risk at t."""
    left = Fraction(1)
    for t in {wait.length for wait in waits if wait.over and wait.length <= until}:
        at_risk = sum(wait.length >= t for wait in waits)
        left *= 1 - Fraction(sum(wait.over and wait.length == t for wait in waits), at_risk)
    return left
