"""The list grows; does the network?"""

from datetime import date
from typing import Any

from metrics.oracle.world import (
    Answer,
    World,
    current,
    first_recorded,
    in_network,
    in_window,
    lists,
    numbers,
    of,
    on_list,
    two_way,
)
from netaudit.calendar import iso

MONTHS = 24


def momentum(world: World) -> Answer:
    """Look at list and network at month-ends, and now against 365 days ago."""
    now, past = at(world, world.as_of), at(world, world.as_of - 365)
    listed, network, touched = (
        mine - theirs for mine, theirs in zip(now[1:4], past[1:4], strict=True)
    )
    partial = past[4]
    return {
        "list_change_1y": listed,
        "network_change_1y": None if partial else network,
        "two_way_change_1y": None if partial else touched,
        "undated": len(numbers(world.on(days(world.as_of)[0]), listed_since_ever)),
        "first_day": first_recorded(world),
        "months": tuple(at(world, day) for day in days(world.as_of)),
    }


def days(as_of: int) -> list[int]:
    """Return the last 24 month-ends and then the day itself, once if it is one."""
    ends = [as_of] if month_end(as_of) else []
    day = as_of - 1
    while len(ends) < MONTHS:
        if month_end(day):
            ends.insert(0, day)
        day -= 1
    return ends if ends[-1] == as_of else [*ends, as_of]


def month_end(day: int) -> bool:
    """Say whether the next day is the first of a month."""
    return date.fromordinal(day + 1).day == 1


def at(world: World, day: int) -> tuple[Any, ...]:
    """Return the row of a day."""
    then = world.on(day)
    first = first_recorded(world)
    touched = [number for number in range(len(world.people)) if lately_two_way(then, number)]
    # The days d of the window are those with day - W < d: it begins on the one after day - W.
    partial = first is None or world.window.before(day) + 1 < first
    listed, network = numbers(then, on_list), numbers(then, in_network)
    return (iso(day), len(listed), len(network), len(touched), partial)


def listed_since_ever(world: World, number: int) -> bool:
    """Say whether a person is on the list by an entry of unknown date."""
    return on_list(world, number) and any(
        tie.person == number
        and tie.since is None
        and lists(world, tie)
        and current(tie, world.as_of)
        for tie in world.ties
    )


def lately_two_way(world: World, number: int) -> bool:
    """Say whether contact went both ways within the window, on the list or not."""
    return two_way(in_window(world, of(world, number)))
