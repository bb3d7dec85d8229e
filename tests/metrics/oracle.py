"""The metrics once more, in plain Python and straight from their definitions.

Slow, without pandas or numpy, and written to be read beside docs/metrics.md. It looks at the
rows of a world and shares nothing with the program but the calendar.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import exp, log
from statistics import median
from typing import Any

from metrics.reach_oracle import reached, sources
from metrics.worlds import InteractionRow, PersonRow, SignalRow, SnapshotRow, TieRow
from netaudit.calendar import Span, iso
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
    as_of: int = 0
    window: Span = field(default=Span(365, "d"))
    stale: Span = field(default=Span(30, "d"))
    by: By = "anyone"
    max_group: int = 8

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


def instant(row: InteractionRow) -> tuple[Any, ...]:
    """Return what orders the interactions of a person."""
    turn = (row.position, row.direction) if row.logged else (0, row.direction)
    rest = (row.medium, row.size, row.timed, row.channel, row.purpose)
    return (row.at, row.logged, *turn, *rest)


def of(world: World, number: int) -> list[InteractionRow]:
    """Return the interactions of a person."""
    return [row for row in world.counting if row.person == number]


def in_window(world: World, rows: Iterable[InteractionRow]) -> list[InteractionRow]:
    """Return the interactions of the window."""
    first = world.window.before(world.as_of)
    return [row for row in rows if first < row.day]


def current(tie: TieRow, day: int) -> bool:
    """Say whether a tie holds on a day."""
    began = tie.since is None or tie.since <= day
    return began and not (tie.until is not None and tie.until <= day)


def on_list(world: World, number: int) -> bool:
    """Say whether a person is on the list."""
    return not world.people[number].ignored and any(
        tie.person == number and tie.kind != "follower" and current(tie, world.as_of)
        for tie in world.ties
    )


def follows(world: World, number: int) -> bool:
    """Say whether a person follows without being on the list."""
    return (
        not world.people[number].ignored
        and not on_list(world, number)
        and any(
            tie.person == number and tie.kind == "follower" and current(tie, world.as_of)
            for tie in world.ties
        )
    )


def mutual(world: World, number: int) -> bool:
    """Say whether a person follows and is followed."""
    mine = [tie for tie in world.ties if tie.person == number and current(tie, world.as_of)]
    kinds = {tie.kind for tie in mine if (tie.kind, tie.source) != ("following", "linkedin")}
    return {"following", "follower"} <= kinds and not world.people[number].ignored


def two_way(rows: Iterable[InteractionRow]) -> bool:
    """Say whether contact went both ways."""
    ways = {row.direction for row in rows}
    return BOTH in ways or {IN, OUT} <= ways


def state(rows: list[InteractionRow]) -> str:
    """Return the state of a person by all their interactions."""
    if any(row.medium == IN_PERSON for row in rows):
        return "met"
    if two_way(rows):
        return "two_way"
    if not rows:
        return "never"
    return "only_out" if rows[0].direction == OUT else "only_in"


def numbers(world: World, wanted: Callable[[World, int], bool]) -> list[int]:
    """Return the people who fit."""
    return [number for number in range(len(world.people)) if wanted(world, number)]


def in_network(world: World, number: int) -> bool:
    """Say whether a person is on the list and contact goes both ways."""
    return on_list(world, number) and two_way(in_window(world, of(world, number)))


def share(part: int, whole: int) -> float | None:
    """Divide, unless there is nothing to divide."""
    return part / whole if whole else None


def list_vs_network(world: World) -> Answer:
    """Count the list, the network, and the states."""
    listed = numbers(world, on_list)
    network = numbers(world, in_network)
    states = {number: state(of(world, number)) for number in listed}
    rows = []
    for name in ("never", "only_out", "only_in", "two_way", "met"):
        members = [number for number in listed if states[number] == name]
        live = [number for number in members if in_window(world, of(world, number))]
        rows.append((name, len(members), share(len(members), len(listed)), len(live)))
    return {
        "listed": len(listed),
        "network": len(network),
        "network_share": share(len(network), len(listed)),
        "lapsed": sum(
            states[number] in {"met", "two_way"} and number not in network for number in listed
        ),
        "off_list_network": sum(
            two_way(in_window(world, of(world, number)))
            for number in range(len(world.people))
            if number not in listed
        ),
        "audience": len(numbers(world, follows)),
        "mutual": len(numbers(world, mutual)),
        "states": tuple(rows),
    }


def touches(world: World, number: int) -> list[InteractionRow]:
    """Return the interactions that count as a touch."""
    return [row for row in of(world, number) if world.by == "anyone" or row.direction != IN]


def freshness(world: World, number: int) -> str:
    """Say whether somebody is never, stale or fresh, or not on the list."""
    if not on_list(world, number):
        return "unlisted"
    found = touches(world, number)
    if not found:
        return "never"
    last = max(row.day for row in found)
    return "stale" if last <= world.stale.before(world.as_of) else "fresh"


def named(world: World, number: int) -> tuple[str, str]:
    """Return the cell of a person."""
    return (world.people[number].name or "(no name)", world.people[number].person_id)


def name_order(world: World, number: int) -> tuple[str, str]:
    """Return what sorts people by name."""
    return (world.people[number].name.casefold(), world.people[number].person_id)


def stale(world: World) -> Answer:
    """Count and name those who have not been touched lately."""
    found = {number: freshness(world, number) for number in range(len(world.people))}
    kinds = list(found.values())
    never, late, fresh = (kinds.count(kind) for kind in ("never", "stale", "fresh"))
    rows = []
    for number in (number for number in found if found[number] == "stale"):
        last = max(touches(world, number), key=lambda row: (row.day, instant(row)))
        days = world.as_of - last.day
        invested = len({row.day for row in of(world, number)})
        way = ("in", "out", "both")[last.direction]
        row = (named(world, number), iso(last.day), days, last.channel, way, invested)
        rows.append(((-invested, days, name_order(world, number)), row))
    return {
        "never": never,
        "stale": late,
        "fresh": fresh,
        "untouched": late + never,
        "untouched_share": share(late + never, never + late + fresh),
        "people": tuple(row for _, row in sorted(rows)),
    }


def contact_days(rows: Iterable[InteractionRow]) -> set[tuple[int, int]]:
    """Return the distinct pairs of person and day."""
    return {(row.person, row.day) for row in rows}


def depth_breadth(world: World) -> Answer:
    """Measure how contact-days are spread over people."""
    days = contact_days(in_window(world, world.counting))
    per_person: dict[int, int] = {}
    for who, _ in days:
        per_person[who] = per_person.get(who, 0) + 1
    counts = sorted(per_person.values())
    total, k = sum(counts), len(counts)
    breadth = exp(-sum(n / total * log(n / total) for n in counts)) if k else None
    ranked = sum(rank * n for rank, n in enumerate(counts, start=1))
    return {
        "contact_days": total,
        "people_touched": k,
        "effective_people": breadth,
        "depth": total / breadth if breadth else None,
        "median_contact_days": float(median(counts)) if k else None,
        "top_5_share": share(sum(sorted(counts, reverse=True)[:5]), total),
        "top_15_share": share(sum(sorted(counts, reverse=True)[:15]), total),
        "gini": 2 * ranked / (k * total) - (k + 1) / k if k else None,
        **layers(world),
    }


def layers(world: World) -> Answer:
    """Count people by rhythm over 365 days."""
    found = {"weekly": 0, "monthly": 0, "yearly": 0}
    for number in range(len(world.people)):
        days = {row.day for row in of(world, number) if row.day > world.as_of - 365}
        dates = [date.fromordinal(day) for day in days]
        weeks = {one.isocalendar()[:2] for one in dates}
        months = {(one.year, one.month) for one in dates}
        found["weekly"] += len(days) >= 52 and len(weeks) >= 26
        found["monthly"] += len(days) >= 12 and len(months) >= 6
        found["yearly"] += len(days) >= 1
    return found


def openers(rows: list[InteractionRow]) -> list[tuple[int, int | None]]:
    """Go through a person's interactions in order; return places of openers and their answers."""
    found: list[tuple[int, int | None]] = []
    answers: set[int] = set()
    before: float | None = None
    for place, row in enumerate(rows):
        if not is_event(row):
            continue
        quiet = before is None or row.at - before >= 7 * DAY_SECONDS
        before = row.at
        if not quiet or place in answers:
            continue
        answer = None
        for later in range(place + 1, len(rows)):
            if rows[later].direction != row.direction:
                if rows[later].at - row.at <= 30 * DAY_SECONDS:
                    answer = later
                    answers.add(later)
                break
        found.append((place, answer))
    return found


def is_event(row: InteractionRow) -> bool:
    """Say whether an interaction is a one-way text message between two."""
    return row.size == 1 and row.medium == TEXT and row.direction in {IN, OUT}


def waiting_on_me(world: World) -> tuple[tuple[Any, ...], ...]:
    """Name those whose messages came after my last touch."""
    found = []
    for number in range(len(world.people)):
        rows = of(world, number)
        if not on_list(world, number) and not two_way(rows):
            continue
        mine = [place for place, row in enumerate(rows) if row.direction != IN]
        cleared = {rows[place].day for place in mine if not rows[place].timed}
        unanswered = [
            place
            for place, row in enumerate(rows)
            if is_event(row)
            and row.direction == IN
            and all(place > my for my in mine)
            and row.day not in cleared
        ]
        if not unanswered:
            continue
        opened = {place for place, _ in openers(rows)} & set(unanswered)
        kind, most = ("opener", 365) if opened else ("last_word", 90)
        since = rows[unanswered[0]].day
        days = world.as_of - since
        if 3 <= days <= most:
            key = (kind != "opener", -days, name_order(world, number))
            found.append((key, (named(world, number), kind, iso(since), days)))
    return tuple(row for _, row in sorted(found))


def week_figures(world: World) -> Answer | None:
    """Count the seven days up to a date."""
    if not reached(world.snapshots, world.interactions, world.as_of):
        return None
    rows = [row for row in world.counting if row.day > world.as_of - 7]
    purposes = [purpose for row in rows for purpose in row.purpose.split("+")]
    return {
        "people_touched": len({row.person for row in rows}),
        "contact_days": len(contact_days(rows)),
        "reached_out": len({row.person for row in rows if row.direction != IN}),
        "heard_from": len({row.person for row in rows if row.direction != OUT}),
        "met": len({row.person for row in rows if row.medium == IN_PERSON}),
        "gave": purposes.count("gave"),
        "got": purposes.count("got"),
        "asked": purposes.count("asked"),
        "was_asked": purposes.count("was_asked"),
    }


def week(world: World) -> Answer:
    """Compare a week with the one before."""
    before = world.on(world.as_of - 7)

    def added(_: World, number: int) -> bool:
        mine = [tie for tie in world.ties if tie.person == number and tie.kind != "follower"]
        dates = [tie.since for tie in mine if tie.since is not None]
        dated = len(dates) == len(mine)
        return on_list(world, number) and dated and world.as_of - 7 < min(dates) <= world.as_of

    def names(wanted: Callable[[World, int], bool]) -> tuple[tuple[str, str], ...]:
        found = sorted(numbers(world, wanted), key=lambda number: name_order(world, number))
        return tuple(named(world, number) for number in found)

    return {
        "figures": week_figures(world),
        "previous": week_figures(before),
        "added_to_list": names(added),
        "joined_network": names(lambda w, n: in_network(w, n) and not in_network(before, n)),
        "left_network": names(lambda w, n: in_network(before, n) and not in_network(w, n)),
        "newly_stale": names(
            lambda w, n: freshness(before, n) == "fresh" and freshness(w, n) == "stale"
        ),
    }


def coverage(world: World) -> Answer:
    """Count what is on record, whoever it is of."""
    rows = [row for row in world.interactions if row.day <= world.as_of]
    imported = (
        {row.person for row in rows if not row.logged}
        | {tie.person for tie in world.ties if tie.since is None or tie.since <= world.as_of}
        | {signal.person for signal in world.signals if signal.day <= world.as_of}
    )
    people = imported | {row.person for row in rows}
    mass = [row for row in rows if row.medium in {PUBLIC, TEXT} and row.size > world.max_group]
    channels = []
    for channel in sorted({row.channel for row in rows}):
        mine = [row for row in rows if row.channel == channel]
        days = [row.day for row in mine]
        who = {row.person for row in mine}
        channels.append((channel, len(mine), len(who), iso(min(days)), iso(max(days))))
    return {
        "people": len(people),
        "people_without_name": sum(not world.people[number].name for number in people),
        "people_only_in_log": len(people - imported),
        "people_ignored": sum(world.people[number].ignored for number in people),
        "interactions": len(rows),
        "signals": sum(signal.day <= world.as_of for signal in world.signals),
        "group_messages_left_out": sum(row.direction == IN for row in mass)
        + len(
            {
                (row.at, row.timed, row.channel, row.direction, row.size)
                for row in mass
                if row.direction != IN
            }
        ),
        "channels": tuple(channels),
        "sources": sources(world.snapshots, world.interactions, world.as_of),
    }
