"""With whom did I mean to be in touch by now?"""

from calendar import monthrange
from datetime import date

from metrics.oracle.world import Answer, World, name_order, named, of, sorted_rows
from netaudit.calendar import Span, iso

SOON = 7


def after(day: int, span: Span) -> int:
    """Return the day that lies a span after another; a month later is at most its last day."""
    if span.unit in {"d", "w"}:
        return day + span.count * (7 if span.unit == "w" else 1)
    one = date.fromordinal(day)
    months = 12 * one.year + one.month - 1 + span.count * (12 if span.unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(one.day, monthrange(year, month)[1])).toordinal()


def cadence(world: World) -> Answer:
    """Sort everybody with a cadence, on the list or not, by the day until which it is kept.

    The overdue longest so come first and those never in touch last; of who is due within a week
    the soonest come first.
    """
    overdue, never, due = [], [], []
    members = [
        number
        for number, person in enumerate(world.people)
        if person.cadence not in {"", "never"} and not person.ignored
    ]
    for number in members:
        one, by_name = world.people[number], name_order(world, number)
        head = (named(world, number), one.cadence, one.cadence_tag or None)
        last = max((row.day for row in of(world, number)), default=None)
        if last is None:
            never.append((by_name, (*head, None, None, None)))
            continue
        due_on = after(last, Span.parse(one.cadence))
        row = (*head, iso(last), world.as_of - last, iso(due_on))
        if due_on < world.as_of:
            overdue.append(((due_on, by_name), row))
        elif due_on <= world.as_of + SOON:
            due.append(((due_on, by_name), row))
    return {
        "with_cadence": len(members),
        "overdue": (*sorted_rows(overdue), *sorted_rows(never)),
        "due": sorted_rows(due),
    }
