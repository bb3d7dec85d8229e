"""What the user noted about somebody: with an entry of the log, or in a source of notes."""

import sqlite3
from typing import NamedTuple
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day


class Noted(NamedTuple):
    """A note, its local day (None where unknown), and the entry of the log that holds it, if any.

    `entry` is an id that can be edited: not of what an export says. An entry may have no note.
    """

    day: int | None
    text: str
    entry: str
    channel: str = ""
    direction: int | None = None
    purpose: str = ""


def notes(connection: sqlite3.Connection, person_id: str, timezone: str) -> list[Noted]:
    """Return the entries and notes about a person, given by id, the newest first, each once."""
    zone = ZoneInfo(timezone)
    rows = connection.execute(
        "SELECT e.at, e.day, e.note, iif(e.logged, e.short_id, ''), e.channel, e.direction,"
        " e.purpose FROM current_entry e"
        " JOIN link l ON l.account_id = e.account_id JOIN account p ON p.id = l.person_id"
        " WHERE p.short_id = ?1"
        " UNION ALL SELECT NULL, n.day, n.text, '', '', NULL, '' FROM note n"
        " JOIN link l ON l.account_id = n.account_id JOIN account p ON p.id = l.person_id"
        " WHERE p.short_id = ?1",
        (person_id,),
    )
    found = {
        Noted(None if at is None and day is None else local_day(at, day, zone), *said)
        for at, day, *said in rows
    }
    return sorted(found, key=lambda one: (-(one.day or 0), one.text, one.entry))
