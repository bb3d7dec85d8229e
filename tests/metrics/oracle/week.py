"""What did the week bring?"""

from collections.abc import Callable

from metrics.oracle.depth_breadth import contact_days
from metrics.oracle.list_vs_network import freshness
from metrics.oracle.world import (
    IN,
    IN_PERSON,
    OUT,
    Answer,
    World,
    earliest_tie,
    in_network,
    name_order,
    named,
    numbers,
    on_list,
    purposes,
)
from metrics.reach_oracle import listed, reached


def week_figures(world: World) -> Answer | None:
    """Count the seven days up to a date."""
    if not reached(world.snapshots, world.interactions, world.as_of):
        return None
    rows = [row for row in world.counting if row.day > world.as_of - 7]
    said = [purpose for row in rows for purpose in purposes(row)]
    return {
        "people_touched": len({row.person for row in rows}),
        "contact_days": len(contact_days(rows)),
        "reached_out": len({row.person for row in rows if row.direction != IN}),
        "heard_from": len({row.person for row in rows if row.direction != OUT}),
        "met": len({row.person for row in rows if row.medium == IN_PERSON}),
        "gave": said.count("gave"),
        "got": said.count("got"),
        "asked": said.count("asked"),
        "was_asked": said.count("was_asked"),
    }


def week(world: World) -> Answer:
    """Compare a week with the one before.

    What nobody can know of a week, who joined, left or went stale, nobody is named for.
    """
    before, figures = world.on(world.as_of - 7), week_figures(world)

    def added(_: World, number: int) -> bool:
        since = earliest_tie(world, number, listed=True)
        return on_list(world, number) and since is not None and since > world.as_of - 7

    def names(
        wanted: Callable[[World, int], bool], *, known: bool = figures is not None
    ) -> tuple[tuple[str, str], ...]:
        found = sorted(numbers(world, wanted), key=lambda number: name_order(world, number))
        return tuple(named(world, number) for number in found if known)

    return {
        "figures": figures,
        "previous": week_figures(before),
        "list_known": listed(world.snapshots, world.as_of),
        "added_to_list": names(added, known=True),
        "joined_network": names(lambda w, n: in_network(w, n) and not in_network(before, n)),
        "left_network": names(lambda w, n: in_network(before, n) and not in_network(w, n)),
        "newly_stale": names(
            lambda w, n: freshness(before, n) == "fresh" and freshness(w, n) == "stale"
        ),
    }
