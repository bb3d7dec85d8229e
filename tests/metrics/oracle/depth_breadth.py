"""An inch deep and a mile wide?"""

from collections.abc import Iterable
from datetime import date
from math import exp, log
from statistics import median

from metrics.oracle.world import Answer, World, in_window, of, share
from metrics.worlds import InteractionRow


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
