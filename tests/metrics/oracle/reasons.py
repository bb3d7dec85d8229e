"""Is it true what speaks for talking to somebody?"""

from collections.abc import Callable
from itertools import pairwise
from statistics import median
from typing import Any

from metrics.oracle.cadence import cadence
from metrics.oracle.giving import open_asks
from metrics.oracle.reciprocity import waiting_on_me
from metrics.oracle.suggestions import between, messages_lately
from metrics.oracle.world import VOICE, World, named, of, on_list, two_way
from netaudit.calendar import iso
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Rhythm,
    Waits,
)

#: Kinds of reasons in the order in which they take turns.
KINDS = ("waiting", "asked", "cadence", "rhythm", "new", "moved", "screen")


def waits(world: World, one: Waits) -> bool:
    """Say whether they wait for my answer, and are known to for three days."""
    kind = "opener" if one.opened else "last_word"
    row = (named(world, one.person), kind, iso(one.since), one.days)
    return row in waiting_on_me(world) and one.since + 3 <= one.since + one.known <= world.as_of


def asked(world: World, one: Asked) -> bool:
    """Say whether they asked for help that I did not give yet."""
    return (named(world, one.person), "them", iso(one.asked_on), one.days) in open_asks(world)


def overdue(world: World, one: Overdue) -> bool:
    """Say whether I meant to be in touch by now."""
    return any(
        (row[0], row[1], row[2], row[4])
        == (named(world, one.person), str(one.cadence), one.tag, one.days)
        for row in cadence(world)["overdue"]
    )


def rhythm(world: World, one: Rhythm) -> bool:
    """Say whether the silence is longer than twice the usual gap of four contact-days or more.

    The usual gap is the median one. Where contact comes in bursts, docs/metrics.md takes that
    between the bursts, so that a chat of a week does not make every month a silence.
    """
    days = sorted({row.day for row in between(world, one.person)})
    gaps = [late - early for early, late in pairwise(days)]
    quiet = world.as_of - days[-1]
    usual = {median(gaps), median([gap for gap in gaps if gap >= 7] or gaps)}
    return (
        len(days) >= 4
        and not world.people[one.person].cadence
        and one.every in usual
        and one.days == quiet
        and quiet > 2 * max(one.every, median(gaps))
    )


def new(world: World, one: New) -> bool:
    """Say whether they are connected to me since that day, without a word."""
    connected = any(
        (tie.person, tie.kind, tie.since) == (one.person, "connection", one.since)
        for tie in world.ties
    )
    return connected and on_list(world, one.person) and not of(world, one.person)


def moved(world: World, one: Moved) -> bool:
    """Say whether the newest list that is seen shows another job than the one before."""
    told = (one.seen_on, one.company_before, one.position_before, one.company, one.position)
    return on_list(world, one.person) and any(
        row.person == one.person
        and row.seen_on <= world.as_of
        and (row.next_on is None or row.next_on > world.as_of)
        and (row.seen_on, *row[3:]) == told
        for row in world.moves
    )


def on_screen(world: World, one: OnScreen) -> bool:
    """Say whether there were so many days of messages within the window, and never another word."""
    messages = messages_lately(world, one.person)
    spoke = any(row.medium >= VOICE for row in of(world, one.person))
    return two_way(messages) and len({row.day for row in messages}) == one.days and not spoke


CHECKS: dict[type[Reason], Callable[[World, Any], bool]] = {
    Waits: waits,
    Asked: asked,
    Overdue: overdue,
    Rhythm: rhythm,
    New: new,
    Moved: moved,
    OnScreen: on_screen,
}


def true(world: World, reason: Reason) -> bool:
    """Say whether a reason is what the record says."""
    return CHECKS[type(reason)](world, reason)
