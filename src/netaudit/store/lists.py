"""How lists changed: who was on one from when to when, by the snapshots that hold the whole of it.

All of this follows from the snapshots that there are, whatever the order in which they came.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netaudit.store import bitmap

#: The kind of list in which an entry may hold nothing but its date.
_HIDING = "connection"


class Listed(NamedTuple):
    """What the snapshots of a list say of one entry; days, None for unknown.

    `until` is the day of the first whole list that neither holds the entry nor, in its place,
    a row with nothing but its date: whoever hides their account is still connected.
    """

    first_on: int | None
    last_on: int | None
    until: int | None


@dataclass
class Day:
    """All that the snapshots of one day say of one list.

    `ties` is a set of tie ids as a bitmap, `profiles` one of profile ids; `hidden` counts, by
    the day they began, entries that hold nothing else. `whole`: somebody leaves the list by
    not being in it.
    """

    day: int
    whole: bool = False
    ties: int = 0
    profiles: int = 0
    hidden: Counter[int] = field(default_factory=Counter)


def days(connection: sqlite3.Connection, source: str, kind: str) -> list[Day]:
    """Return the days on which a list is known, in rising order."""
    found: dict[int, Day] = {}
    of_kind = _ids(connection.execute("SELECT id FROM tie WHERE kind = ?", (kind,)))
    snapshots = connection.execute(
        "SELECT id, exported_on, lists FROM snapshot"
        " WHERE source = ? AND exported_on IS NOT NULL ORDER BY exported_on, id",
        (source,),
    ).fetchall()
    for number, day, lists in snapshots:
        stated = _stated(connection, number)
        here = found.setdefault(day, Day(day))
        here.whole |= kind in lists.split(",")
        here.ties |= stated.get("tie", 0) & of_kind
        here.profiles |= stated.get("profile", 0)
        if kind == _HIDING:
            hidden = "SELECT since, entries FROM hidden WHERE snapshot_id = ?"
            here.hidden |= Counter(dict(connection.execute(hidden, (number,)).fetchall()))
    return [day for day in found.values() if day.whole or day.ties]


def _ids(rows: Iterable[tuple[int]]) -> int:
    packed = bitmap.pack([row[0] for row in rows])
    return 0 if packed is None else bitmap.as_integer(packed)


def _stated(connection: sqlite3.Connection, snapshot_id: int) -> dict[str, int]:
    rows = connection.execute(
        "SELECT fact, first_id, bits FROM stated"
        " WHERE snapshot_id = ? AND fact IN ('tie', 'profile')",
        (snapshot_id,),
    )
    return {fact: bitmap.as_integer(bitmap.Stored(*bits)) for fact, *bits in rows}


def listed(found: list[Day], since: dict[int, int]) -> Iterator[tuple[int, Listed]]:
    """Yield what is known of every entry in lists of these days; `since` by tie id."""
    first: dict[int, int] = {}
    seen = 0
    for day in found:
        for tie in bitmap.bits(day.ties & ~seen):
            first[tie] = day.day
        seen |= day.ties
    later = 0
    for place in range(len(found) - 1, -1, -1):
        day = found[place]
        following = [other for other in found[place + 1 :] if other.whole]
        for tie in bitmap.bits(day.ties & ~later):
            until = _until(day, following, since.get(tie))
            yield tie, Listed(first[tie], day.day, until)
        later |= day.ties


def _until(last: Day, following: list[Day], since: int | None) -> int | None:
    """Return when an entry left that stands last in the list of a day."""
    for day in following:
        if since is None or day.hidden[since] <= last.hidden[since]:
            return day.day
    return None


def refresh(connection: sqlite3.Connection) -> None:
    """Derive anew, from all snapshots, from when to when each entry was listed."""
    rows = connection.execute(
        "SELECT t.id, t.since, a.platform, t.kind, t.first_on, t.last_on, t.until"
        " FROM tie t JOIN account a ON a.id = t.account_id"
    ).fetchall()
    since = {row[0]: row[1] for row in rows if row[1] is not None}
    stored = {row[0]: Listed(*row[4:]) for row in rows}
    derived = dict.fromkeys(stored, Listed(None, None, None))
    lists = connection.execute("SELECT DISTINCT source FROM snapshot").fetchall()
    kinds = {row[3] for row in rows}
    for (source,) in lists:
        for kind in kinds:
            derived.update(listed(days(connection, source, kind), since))
    connection.executemany(
        "UPDATE tie SET first_on = ?, last_on = ?, until = ? WHERE id = ?",
        [(*new, tie) for tie, new in derived.items() if new != stored[tie]],
    )


def refresh_dates(connection: sqlite3.Connection) -> None:
    """Derive anew the day of the newest snapshot that states each profile and each note."""
    snapshots = connection.execute(
        "SELECT s.fact, s.first_id, s.bits, coalesce(o.exported_on, 0)"
        " FROM stated s JOIN snapshot o ON o.id = s.snapshot_id"
        " WHERE s.fact IN ('profile', 'note') ORDER BY 4 DESC"
    ).fetchall()
    known: dict[str, int] = defaultdict(int)
    newest: dict[str, dict[int, int]] = {"profile": {}, "note": {}}
    for fact, first, bits, day in snapshots:
        stated = bitmap.as_integer(bitmap.Stored(first, bits))
        for number in bitmap.bits(stated & ~known[fact]):
            newest[fact][number] = day
        known[fact] |= stated
    for fact, days_of in newest.items():
        derived = " WHERE said_on = 0" if fact == "profile" else ""
        stored = connection.execute(f"SELECT id, stated_on FROM {fact}{derived}").fetchall()
        connection.executemany(
            f"UPDATE {fact} SET stated_on = ? WHERE id = ?",
            [(days_of.get(n, 0), n) for n, day in stored if days_of.get(n, 0) != day],
        )
