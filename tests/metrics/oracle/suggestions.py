"""Whom to talk to: the kinds of reasons, each in its order, and whose turn it is.

The contract leaves the order within a kind and the edges of most kinds to docs/metrics.md.
"""

from itertools import pairwise
from statistics import mean, median
from typing import Any

from metrics.oracle.cadence import cadence
from metrics.oracle.giving import open_asks
from metrics.oracle.reciprocity import waiting_on_me
from metrics.oracle.world import (
    TEXT,
    VOICE,
    Answer,
    World,
    current,
    in_window,
    lists,
    name_order,
    named,
    of,
    on_list,
    two_way,
)
from metrics.reach_oracle import sources
from metrics.worlds import InteractionRow, MoveRow
from netaudit.calendar import Span

#: Which export tells of talk over a channel.
EXPORTED = {"linkedin": "linkedin", "dm": "x"}
Ranked = list[tuple[Any, int]]


def suggestions(world: World) -> Answer:
    """Return the ids of all who are suggested, the kind of reason, and what else speaks for it."""
    kinds = {
        "waiting": waiting(world),
        "asked": asked(world),
        "cadence": overdue(world),
        "rhythm": rhythm(world),
        "new": new(world),
        "moved": moved(world),
        "screen": on_screen(world),
    }
    left = {
        kind: [number for _, number in sorted(ranked) if not snoozed(world, number)]
        for kind, ranked in kinds.items()
    }
    speaks = {
        number: [kind for kind, ranked in left.items() if number in ranked]
        for number in {number for ranked in left.values() for number in ranked}
    }
    found: dict[int, str] = {}
    while any(left.values()):
        for kind, ranked in left.items():
            remaining = [number for number in ranked if number not in found]
            found.update(dict.fromkeys(remaining[:1], kind))
            ranked[:] = remaining[1:]
    return {
        "as_of": world.as_of,
        "people": tuple(
            (
                world.people[number].person_id,
                kind,
                tuple(one for one in speaks[number] if one != kind),
            )
            for number, kind in found.items()
        ),
        "with_reason": len(speaks),
        "words": bool(world.counting),
        "calls": any(row.medium >= VOICE for row in world.counting),
    }


def snoozed(world: World, number: int) -> bool:
    """Say whether a person is ignored, or snoozed until a later day."""
    until = world.people[number].snoozed_until
    return world.people[number].ignored or (until is not None and until > world.as_of)


def number_of(world: World, person: tuple[str, str]) -> int:
    """Return the number of the person in a cell."""
    return next(n for n in range(len(world.people)) if named(world, n) == person)


def days_of(world: World, number: int) -> list[int]:
    """Return the contact-days of a person."""
    return sorted({row.day for row in of(world, number)})


def known(world: World, number: int) -> bool:
    """Say whether a person is on the list, or two-way and was never on it."""
    once = any(
        tie.person == number
        and lists(world, tie)
        and (tie.since is None or tie.since <= world.as_of)
        for tie in world.ties
    )
    return on_list(world, number) or (two_way(of(world, number)) and not once)


def waiting(world: World) -> Ranked:
    """Rank who is known to wait for my answer: for three days until the data ends."""
    found: Ranked = []
    for person, kind, _, days in waiting_on_me(world):
        number = number_of(world, person)
        known_days = days - (world.as_of - known_until(world, number))
        stranger = not two_way(of(world, number))
        rank = (stranger, kind != "opener", days > 90, -len(days_of(world, number)), -known_days)
        if known_days >= 3:
            found.append(((*rank, name_order(world, number)), number))
    return found


def asked(world: World) -> Ranked:
    """Rank who asked me for help."""
    return [
        ((days > 90, -days, name_order(world, number_of(world, person))), number_of(world, person))
        for person, who, _, days in open_asks(world)
        if who == "them" and 3 <= days <= 365
    ]


def overdue(world: World) -> Ranked:
    """Rank with whom I meant to be in touch by now, by how many cadences they are late."""
    found: Ranked = []
    for person, span, _, _, days, _ in cadence(world)["overdue"]:
        number = number_of(world, person)
        late = 0.0 if days is None else days / Span.parse(span).average
        found.append(((days is None, -late, name_order(world, number)), number))
    return found


def rhythm(world: World) -> Ranked:
    """Rank who has fallen silent, of those for whom no cadence says how often."""
    found: Ranked = []
    for number, person in enumerate(world.people):
        days = sorted({row.day for row in between(world, number)})
        if len(days) < 4 or person.cadence:
            continue
        if not known(world, number) or not two_way(between(world, number)):
            continue
        usual = usual_gap([late - early for early, late in pairwise(days)])
        known_quiet, ago = known_until(world, number) - days[-1], world.as_of - days[-1]
        if usual is None or known_quiet <= 2 * usual or known_quiet < 7:
            continue
        if ago > 365 and ago > 4 * usual:
            continue
        lately = [day for day in days if day > world.window.before(world.as_of)]
        key = (-len(lately), -len(days), ago, name_order(world, number))
        found.append((key, number))
    return found


def between(world: World, number: int) -> list[InteractionRow]:
    """Return what was between the two of us: calls, meetings, messages to one person."""
    return [
        row
        for row in of(world, number)
        if row.medium >= VOICE or (row.medium == TEXT and row.size == 1)
    ]


def usual_gap(gaps: list[int]) -> float | None:
    """Return the median gap; where contact comes in bursts, that between them."""
    if mean(gaps) <= 3 * median(gaps):
        return median(gaps)
    apart = [gap for gap in gaps if gap >= 7]
    return median(apart) if len(apart) >= 3 else None


def known_until(world: World, number: int) -> int:
    """Return until when the sources reach that ever told of anything between the two of us."""
    reach = {
        name: last for name, last, *_ in sources(world.snapshots, world.interactions, world.as_of)
    }
    rows = between(world, number)
    told = {"log" if row.logged else EXPORTED.get(row.channel, "") for row in rows}
    last = [reach.get(name) for name in told]
    return min(world.as_of, max(world.as_of if day is None else day for day in last))


def new(world: World) -> Ranked:
    """Rank the connections of the last 90 days, by their earliest known date, without a word."""
    found: Ranked = []
    for number in range(len(world.people)):
        mine = [tie for tie in world.ties if tie.person == number and tie.kind == "connection"]
        began = [tie.since for tie in mine if tie.since is not None and tie.since <= world.as_of]
        connected = any(current(tie, world.as_of) for tie in mine)
        if connected and began and min(began) > world.as_of - 90 and not of(world, number):
            found.append(((-min(began), name_order(world, number)), number))
    return found


def moved(world: World) -> Ranked:
    """Rank who has another job in the newest list, and was not in touch since.

    Decision: a list is at most 180 days old if it is of the day 180 days before or later.
    """
    found: Ranked = []
    for move in world.moves:
        days = days_of(world, move.person)
        if (
            move.seen_on <= world.as_of <= move.seen_on + 180
            and (move.next_on is None or move.next_on > world.as_of)
            and on_list(world, move.person)
            and not any(day >= move.seen_on for day in days)
        ):
            key = (-len(days), not elsewhere(move), name_order(world, move.person))
            found.append((key, move.person))
    return found


def elsewhere(move: MoveRow) -> bool:
    """Say whether a move is to another company."""
    return move.company_before.casefold() != move.company.casefold()


def messages_lately(world: World, number: int) -> list[InteractionRow]:
    """Return the messages of the window between the two of us."""
    lately = in_window(world, of(world, number))
    return [row for row in lately if row.medium == TEXT and row.size == 1]


def on_screen(world: World) -> Ranked:
    """Rank with whom I write and never spoke, where any call or meeting is on record."""
    found: Ranked = []
    if not any(row.medium >= VOICE for row in world.counting):
        return found
    for number in range(len(world.people)):
        rows = of(world, number)
        messages = messages_lately(world, number)
        days = {row.day for row in messages}
        spoke = any(row.medium >= VOICE for row in rows)
        if len(days) >= 10 and two_way(messages) and not spoke and known(world, number):
            found.append(((-len(days), name_order(world, number)), number))
    return found
