"""Where the network lives."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from metrics.oracle.world import Answer, World, in_network, numbers, on_list, share, sorted_rows


def circles(world: World) -> Answer:
    """Count list and network by company and by tag."""
    people, listed = world.people, numbers(world, on_list)
    companies, lone_companies = groups(world, lambda number: [people[number].company])
    tags, lone_tags = groups(world, lambda number: people[number].tags)
    return {
        "listed": len(listed),
        "network": len(numbers(world, in_network)),
        "without_company": sum(not people[number].company.strip() for number in listed),
        "lone_companies": lone_companies,
        "lone_tags": lone_tags,
        "companies": companies,
        "tags": tags,
    }


def groups(
    world: World, names: Callable[[int], Iterable[str]]
) -> tuple[tuple[tuple[Any, ...], ...], int]:
    """Return the groups of two people of the list or more, the largest first, and the lone ones.

    Decision: the spelling is the commonest among those on the list, with spaces around it off;
    of several the first in the alphabet.
    """
    members: dict[str, set[int]] = {}
    spellings: dict[str, Counter[str]] = {}
    for number in numbers(world, on_list):
        for name in {one.strip() for one in names(number)} - {""}:
            members.setdefault(name.casefold(), set()).add(number)
            spellings.setdefault(name.casefold(), Counter())[name] += 1
    rows = []
    for key, listed in members.items():
        if len(listed) < 2:
            continue
        shown = min(spellings[key], key=lambda one: (-spellings[key][one], one))
        network = sum(in_network(world, number) for number in listed)
        row = (shown, len(listed), network, share(network, len(listed)))
        rows.append(((-len(listed), key), row))
    return sorted_rows(rows), sum(len(listed) == 1 for listed in members.values())
