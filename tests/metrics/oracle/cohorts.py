"""Collecting, or connecting?"""

from datetime import date
from typing import Any

from metrics.oracle.world import (
    IN,
    Answer,
    World,
    earliest_tie,
    first_recorded,
    met,
    numbers,
    of,
    on_list,
    two_way,
)

DAYS = 90


def cohorts(world: World) -> Answer:
    """Follow those who came onto the list in one quarter.

    Decision: as in `week`, the earliest tie is that of those that put people on the list; that
    somebody followed me before is another matter. Without any interaction everybody came before
    the record.
    """
    first = first_recorded(world)
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    undated = 0
    for number in numbers(world, on_list):
        since = earliest_tie(world, number, listed=True)
        if since is None:
            undated += 1
        else:
            members.setdefault(quarter(since), []).append((number, since))
    return {
        "undated": undated,
        "before_record": sum(
            first is None or since < first for group in members.values() for _, since in group
        ),
        "first_day": first,
        "quarters": tuple(
            row(world, of_quarter, members[of_quarter]) for of_quarter in sorted(members)
        ),
    }


def quarter(day: int) -> tuple[int, int]:
    """Return the year and the quarter of a day."""
    one = date.fromordinal(day)
    return one.year, (one.month + 2) // 3


def last_day(year: int, number: int) -> int:
    """Return the last day of a quarter."""
    following = date(year + 1, 1, 1) if number == 4 else date(year, 3 * number + 1, 1)
    return following.toordinal() - 1


def row(
    world: World, of_quarter: tuple[int, int], members: list[tuple[int, int]]
) -> tuple[Any, ...]:
    """Return what became of those who were added in a quarter.

    Decision: without any interaction there is no first one to lie after the quarter; nothing can
    be known then either.
    """
    until, first = last_day(*of_quarter) + DAYS, first_recorded(world)
    spans = [
        [one for one in of(world, number) if since <= one.day <= since + DAYS]
        for number, since in members
    ]
    records = [of(world, number) for number, _ in members]
    early: tuple[int | None, ...] = (None, None, None)
    if first is not None and first <= until <= world.as_of:
        early = (
            sum(any(one.direction != IN for one in span) for span in spans),
            sum(two_way(span) for span in spans),
            sum(met(span) for span in spans),
        )
    now = (sum(two_way(rows) for rows in records), sum(met(rows) for rows in records))
    year, number = of_quarter
    return (f"{year}-Q{number}", len(members), *early, *now)
