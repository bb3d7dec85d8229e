"""How can I help, before what can I get?"""

from typing import Any

from metrics.oracle.world import (
    IN,
    OUT,
    Answer,
    World,
    in_window,
    name_order,
    named,
    of,
    purposes,
    share,
    sorted_rows,
)
from metrics.worlds import InteractionRow
from netaudit.calendar import iso

COUNTED = {"gave", "got", "asked", "was_asked", "thanked"}
Rows = tuple[tuple[Any, ...], ...]


def giving(world: World) -> Answer:
    """Count what was given, got and asked.

    `purposes` asks for those that are counted, as nothing else tells of giving.
    """
    said = [purpose for row in in_window(world, world.counting) for purpose in purposes(row)]
    gave, got, asked = (said.count(purpose) for purpose in ("gave", "got", "asked"))
    return {
        "gave": gave,
        "got": got,
        "asked": asked,
        "was_asked": said.count("was_asked"),
        "thanked": said.count("thanked"),
        "give_share": share(gave, gave + got + asked),
        "purposes": any(COUNTED & set(purposes(row)) for row in world.counting),
        "only_asked": only_asked(world),
        "open_asks": open_asks(world),
    }


def only_asked(world: World) -> Rows:
    """Name those I asked and never gave, on the list or not."""
    found = []
    for number in range(len(world.people)):
        said = [purpose for row in of(world, number) for purpose in purposes(row)]
        asked, gave = said.count("asked"), said.count("gave")
        if asked and not gave:
            key = (-asked, name_order(world, number))
            found.append((key, (named(world, number), asked, gave)))
    return sorted_rows(found)


def open_asks(world: World) -> Rows:
    """Name the latest ask of each person and side that nothing closed.

    An ask does not close itself, whatever its direction and other purposes: only a later one does.
    """
    found = []
    for number in range(len(world.people)):
        rows = of(world, number)
        for who, word in (("me", "asked"), ("them", "was_asked")):
            asks = [place for place, row in enumerate(rows) if word in purposes(row)]
            if not asks or any(closes(row, who) for row in rows[asks[-1] + 1 :]):
                continue
            day = rows[asks[-1]].day
            days = world.as_of - day
            key = (-days, name_order(world, number), who)
            found.append((key, (named(world, number), who, iso(day), days)))
    return sorted_rows(found)


def closes(row: InteractionRow, who: str) -> bool:
    """Say whether an interaction closes what was asked by me, or by them."""
    if who == "me":
        return row.direction != OUT or "got" in purposes(row)
    return row.direction != IN or "gave" in purposes(row)
