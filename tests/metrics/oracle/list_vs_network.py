"""How much of the list is a network? And who of it has been left alone?"""

from metrics.oracle.world import (
    IN,
    OUT,
    Answer,
    World,
    current,
    in_network,
    in_window,
    instant,
    met,
    name_order,
    named,
    numbers,
    of,
    on_list,
    share,
    sorted_rows,
    two_way,
)
from metrics.worlds import InteractionRow
from netaudit.calendar import iso


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


def state(rows: list[InteractionRow]) -> str:
    """Return the state of a person by all their interactions."""
    if met(rows):
        return "met"
    if two_way(rows):
        return "two_way"
    if not rows:
        return "never"
    return "only_out" if rows[0].direction == OUT else "only_in"


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
        "people": sorted_rows(rows),
    }
