"""Who answers, and whom do I leave waiting?"""

from fractions import Fraction
from typing import Any

from metrics.oracle.world import (
    DAY_SECONDS,
    IN,
    OUT,
    TEXT,
    Answer,
    Wait,
    World,
    answered_within,
    in_window,
    median_wait,
    name_order,
    named,
    of,
    on_list,
    share,
    sorted_rows,
    two_way,
)
from metrics.worlds import InteractionRow
from netaudit.calendar import iso


def openers(rows: list[InteractionRow]) -> list[tuple[int, int | None]]:
    """Go through a person's interactions in order; return places of openers and their answers."""
    found: list[tuple[int, int | None]] = []
    answers: set[int] = set()
    before: float | None = None
    for place, row in enumerate(rows):
        if not is_event(row):
            continue
        quiet = before is None or row.at - before >= 7 * DAY_SECONDS
        before = row.at
        if not quiet or place in answers:
            continue
        answer = None
        for later in range(place + 1, len(rows)):
            if rows[later].direction != row.direction:
                if rows[later].at - row.at <= 30 * DAY_SECONDS:
                    answer = later
                    answers.add(later)
                break
        found.append((place, answer))
    return found


def is_event(row: InteractionRow) -> bool:
    """Say whether an interaction is a one-way text message between two."""
    return row.size == 1 and row.medium == TEXT and row.direction in {IN, OUT}


def waits(world: World, direction: int) -> list[Wait]:
    """Return how long the openers of one side, of the window, were waited with for an answer."""
    found = []
    for number in range(len(world.people)):
        rows = of(world, number)
        for place, answer in openers(rows):
            opener = rows[place]
            if opener.direction != direction or not in_window(world, [opener]):
                continue
            if answer is not None:
                found.append(Wait(days(rows[answer].at - opener.at), over=True))
            else:
                watched = days(world.end_of_day - opener.at)
                found.append(Wait(min(Fraction(30), watched), over=False))
    return found


def days(seconds: float) -> Fraction:
    """Return days in exact fractions."""
    return Fraction(seconds) / DAY_SECONDS


def reciprocity(world: World) -> Answer:
    """Hold what I send against what I get, and who answers whom how soon."""
    lately = in_window(world, world.counting)
    sent = sum(row.direction == OUT for row in lately)
    received = sum(row.direction == IN for row in lately)
    mine, theirs = waits(world, OUT), waits(world, IN)
    return {
        "sent": sent,
        "received": received,
        "balance": share(sent - received, sent + received),
        "openers_by_me": len(mine),
        "openers_by_them": len(theirs),
        "answered_7d_them": answered_within(mine, 7),
        "answered_30d_them": answered_within(mine, 30),
        "answered_7d_me": answered_within(theirs, 7),
        "answered_30d_me": answered_within(theirs, 30),
        "reply_days_them": median_wait(mine),
        "reply_days_me": median_wait(theirs),
        "never_answer": never_answer(world),
        "waiting_on_me": waiting_on_me(world),
    }


def never_answer(world: World) -> tuple[tuple[Any, ...], ...]:
    """Name those I opened with twice or more and never heard of.

    Decision: "each at least 30 days old" speaks of all openers, so who may still answer the last
    is not named; the table counts openers and names the last without a word on their age.
    """
    found = []
    for number in range(len(world.people)):
        rows = of(world, number)
        mine = [rows[place] for place, _ in openers(rows) if rows[place].direction == OUT]
        if len(mine) < 2 or any(row.direction != OUT for row in rows):
            continue
        if any(days(world.end_of_day - row.at) < 30 for row in mine):
            continue
        last = iso(max(row.day for row in mine))
        key = (-len(mine), name_order(world, number))
        found.append((key, (named(world, number), len(mine), last)))
    return sorted_rows(found)


def waiting_on_me(world: World) -> tuple[tuple[Any, ...], ...]:
    """Name those whose messages came after my last touch."""
    found = []
    for number in range(len(world.people)):
        rows = of(world, number)
        if not on_list(world, number) and not two_way(rows):
            continue
        mine = [place for place, row in enumerate(rows) if row.direction != IN]
        cleared = {rows[place].day for place in mine if not rows[place].timed}
        unanswered = [
            place
            for place, row in enumerate(rows)
            if is_event(row)
            and row.direction == IN
            and all(place > my for my in mine)
            and row.day not in cleared
        ]
        if not unanswered:
            continue
        opened = {place for place, _ in openers(rows)} & set(unanswered)
        kind, most = ("opener", 365) if opened else ("last_word", 90)
        since = rows[unanswered[0]].day
        waited = world.as_of - since
        if 3 <= waited <= most:
            key = (kind != "opener", -waited, name_order(world, number))
            found.append((key, (named(world, number), kind, iso(since), waited)))
    return sorted_rows(found)
