"""What is on record, whoever it is of?"""

from typing import Any

from metrics.oracle.world import IN, PUBLIC, TEXT, Answer, World
from metrics.reach_oracle import sources
from metrics.worlds import SnapshotRow
from netaudit.calendar import iso


def coverage(world: World) -> Answer:
    """Count what is on record, whoever it is of.

    Decision: imports stand from the oldest to the newest, before them those of unknown day.
    """
    rows = [row for row in world.interactions if row.day <= world.as_of]
    imported = (
        {row.person for row in rows if not row.logged}
        | {tie.person for tie in world.ties if tie.since is None or tie.since <= world.as_of}
        | {signal.person for signal in world.signals if signal.day <= world.as_of}
    )
    people = imported | {row.person for row in rows}
    mass = [row for row in rows if row.medium in {PUBLIC, TEXT} and row.size > world.max_group]
    channels = []
    for channel in sorted({row.channel for row in rows}):
        mine = [row for row in rows if row.channel == channel]
        days = [row.day for row in mine]
        who = {row.person for row in mine}
        channels.append((channel, len(mine), len(who), iso(min(days)), iso(max(days))))
    imports = sorted(world.snapshots, key=lambda one: (one.exported_on or 0, *one[:2], *one[4:]))
    return {
        "people": len(people),
        "people_without_name": sum(not world.people[number].name for number in people),
        "people_only_in_log": len(people - imported),
        "people_ignored": sum(world.people[number].ignored for number in people),
        "accounts_blocked": world.accounts_blocked,
        "interactions": len(rows),
        "signals": sum(signal.day <= world.as_of for signal in world.signals),
        "group_messages_left_out": sum(row.direction == IN for row in mass)
        + len(
            {
                (row.at, row.timed, row.channel, row.direction, row.size)
                for row in mass
                if row.direction != IN
            }
        ),
        "ambiguous_entries": world.ambiguous_entries,
        "records_set_aside": sum(row.records for row in world.left_out),
        "records_skipped": sum(one.skipped for one in imports),
        "channels": tuple(channels),
        "sources": sources(world.snapshots, world.interactions, world.as_of),
        "imports": tuple(imported_file(one) for one in imports),
        "set_aside": tuple(sorted(world.left_out)),
    }


def imported_file(one: SnapshotRow) -> tuple[Any, ...]:
    """Return the row of an import."""
    day = None if one.exported_on is None else iso(one.exported_on)
    return (one.source, one.name, day, one.read, one.set_aside, one.skipped)
