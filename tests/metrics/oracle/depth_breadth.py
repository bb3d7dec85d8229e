"""An inch deep and a mile wide?"""

from collections.abc import Iterable
from datetime import date
from math import exp, log
from statistics import median
from typing import Any

from metrics.oracle.world import Answer, World, first_recorded, in_window, of, share
from metrics.worlds import InteractionRow
from netaudit.calendar import iso

QUARTERS = 8


def contact_days(rows: Iterable[InteractionRow]) -> set[tuple[int, int]]:
    """Return the distinct pairs of person and day."""
    return {(row.person, row.day) for row in rows}


def depth_breadth(world: World) -> Answer:
    """Measure how contact-days are spread over people."""
    counts = per_person(world)
    total, k = sum(counts), len(counts)
    breadth = effective(counts)
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
        "quarter_ends": tuple(at(world.on(day)) for day in ends(world.as_of)),
    }


def per_person(world: World) -> list[int]:
    """Return the contact-days in the window of each person who has any, upwards."""
    days = [who for who, _ in contact_days(in_window(world, world.counting))]
    return sorted(days.count(who) for who in set(days))


def effective(counts: list[int]) -> float | None:
    """Return the Hill number of order 1."""
    total = sum(counts)
    return exp(-sum(n / total * log(n / total) for n in counts)) if counts else None


def at(world: World) -> tuple[Any, ...]:
    """Return the row of the day of the world."""
    counts, first = per_person(world), first_recorded(world)
    breadth = effective(counts)
    return (
        iso(world.as_of),
        sum(counts),
        len(counts),
        breadth,
        sum(counts) / breadth if breadth else None,
        first is None or world.window.before(world.as_of) + 1 < first,
    )


def ends(as_of: int) -> list[int]:
    """Return the last 8 ends of quarters up to a day, and then the day, once if it is one."""
    found: list[int] = []
    day = as_of
    while len(found) < QUARTERS:
        tomorrow = date.fromordinal(day + 1)
        if tomorrow.day == 1 and tomorrow.month in {1, 4, 7, 10}:
            found.insert(0, day)
        day -= 1
    return found if found[-1] == as_of else [*found, as_of]


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
