"""Does it leave the screen?"""

from fractions import Fraction

from metrics.oracle.world import (
    IN_PERSON,
    Answer,
    Wait,
    World,
    answered_within,
    earliest_tie,
    met,
    numbers,
    of,
    on_list,
)

LADDER = ("public", "text", "voice", "in_person")


def online_to_offline(world: World) -> Answer:
    """Count the list by the highest medium reached, and who of it was met after a start online."""
    listed = numbers(world, on_list)
    steps = [max((row.medium for row in of(world, number)), default=-1) for number in listed]
    ladder = {f"ladder_{name}": steps.count(place) for place, name in enumerate(LADDER)}
    # Ignored people are left out of every section, so a meeting with one is no meeting here.
    known = met(world.counting)
    found = [wait for number in listed for wait in began_online(world, number)]
    return {
        "ladder_none": steps.count(-1),
        **ladder,
        "undated": sum(first_trace(world, number) is None for number in listed),
        "began_online": len(found) if known else None,
        "met_later": sum(wait.over for wait in found) if known else None,
        "met_within_90d": answered_within(found, 90) if known else None,
        "met_within_1y": answered_within(found, 365) if known else None,
    }


def first_trace(world: World, number: int) -> int | None:
    """Return the day of the first trace of a person.

    A tie of any kind is a trace, also one that ended or that they chose.
    """
    since = earliest_tie(world, number, listed=False)
    traces = [row.day for row in of(world, number)] + ([] if since is None else [since])
    return min(traces, default=None)


def began_online(world: World, number: int) -> list[Wait]:
    """Return the days from the first trace of a person to the first meeting, if it was online."""
    trace = first_trace(world, number)
    meetings = [row.day for row in of(world, number) if row.medium == IN_PERSON]
    if trace is None:
        return []
    if not meetings:
        return [Wait(Fraction(world.as_of - trace), over=False)]
    until_met = min(meetings) - trace
    return [Wait(Fraction(until_met), over=True)] if until_met > 1 else []
