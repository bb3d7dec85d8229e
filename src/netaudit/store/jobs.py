"""Where somebody worked, as lists said it at the time."""

import sqlite3
from typing import NamedTuple

from netaudit.store import bitmap


class Job(NamedTuple):
    """A company and position, and the days of the first and the last snapshot that has them.

    Days are None where no snapshot that says so is of a known day.
    """

    company: str
    position: str
    first_on: int | None
    last_on: int | None


def jobs(connection: sqlite3.Connection, person_id: str) -> list[Job]:
    """Return the jobs of a person, given by id, the newest first."""
    profiles: dict[int, tuple[str, str]] = {
        number: (company, position)
        for number, company, position in connection.execute(
            "SELECT f.id, f.company, f.position FROM profile f"
            " JOIN link l ON l.account_id = f.account_id JOIN account p ON p.id = l.person_id"
            " WHERE p.short_id = ? AND (f.company <> '' OR f.position <> '')",
            (person_id,),
        )
    }
    days: dict[tuple[str, str], list[int]] = {job: [] for job in profiles.values()}
    for day, *bits in connection.execute(
        "SELECT s.exported_on, f.first_id, f.bits FROM stated f"
        " JOIN snapshot s ON s.id = f.snapshot_id"
        " WHERE f.fact = 'profile' AND s.exported_on IS NOT NULL"
    ):
        stated = bitmap.as_integer(bitmap.Stored(*bits))
        for number, job in profiles.items():
            if stated >> number & 1:
                days[job].append(day)
    found = [
        Job(*job, min(seen, default=None), max(seen, default=None)) for job, seen in days.items()
    ]
    return sorted(found, key=lambda job: (-(job.last_on or 0), -(job.first_on or 0), job[:2]))
