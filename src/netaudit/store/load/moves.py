"""Changes of job from one whole list of connections to the next."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING, Any, NamedTuple

from netaudit import frames
from netaudit.normal import name_key
from netaudit.store import bitmap
from netaudit.store.load.only import EVERYBODY, Only
from netaudit.store.load.people import People
from netaudit.store.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]

_SOURCE, _LIST = "linkedin", "connection"

#: Company and position, "" where a list says nothing.
Job = tuple[str, str]


def moves(store: Store, people: People, only: Only = EVERYBODY) -> dict[str, list[Any]]:
    """Return the columns of `frames.MOVES`: who stands in a list with another job than before.

    How a job is spelt does not matter. Only those are looked at of whom some list says something
    new, so that the time follows the number of changes and not that of people.
    """
    whole = _whole_lists(store.connection)
    news = {n for old, new in pairwise(whole) for n in bitmap.bits(new.profiles & ~old.profiles)}
    stated = _stated(store.connection, people, news, only)
    standing = [_standing(stated, one.profiles) for one in whole]
    ends = [*(float(one.day) for one in whole[2:]), nan]
    rows = [
        (person, seen.day, end, *before, *after)
        for seen, end, (old, new) in zip(whole[1:], ends, pairwise(standing), strict=False)
        for person, before, after in _changed(stated.jobs, old, new)
    ]
    return {name: [row[place] for row in rows] for place, name in enumerate(frames.MOVES)}


class _List(NamedTuple):
    """A whole list of one day: the profiles that were stated then, as a bitmap of their ids."""

    day: int
    profiles: int


def _whole_lists(connection: sqlite3.Connection) -> list[_List]:
    """Return the whole lists by day."""
    profiles: dict[int, int] = defaultdict(int)
    whole = set()
    for day, lists, *bits in connection.execute(
        "SELECT s.exported_on, s.lists, t.first_id, t.bits FROM snapshot s"
        " LEFT JOIN stated t ON t.snapshot_id = s.id AND t.fact = 'profile'"
        " WHERE s.source = ? AND s.exported_on IS NOT NULL",
        (_SOURCE,),
    ):
        if bits[0] is not None:
            profiles[day] |= bitmap.as_integer(bitmap.Stored(*bits))
        if _LIST in lists.split(","):
            whole.add(day)
    return [_List(day, profiles[day]) for day in sorted(whole)]


class _Stated(NamedTuple):
    """Profiles in the order of their jobs: their ids, whose they are, and how many people exist."""

    profile: "Integers"
    person: "Integers"
    jobs: list[Job]
    people: int


def _stated(connection: sqlite3.Connection, people: People, news: set[int], only: Only) -> _Stated:
    """Return all that lists ever said of those of whom one of these profiles tells."""
    import numpy as np

    told = connection.execute(
        "SELECT account_id FROM profile WHERE listed AND id IN (SELECT value FROM json_each(?))"
        f" AND {only.of('account_id')}",
        (json.dumps(sorted(news)),),
    )
    persons = people.code[np.array([row[0] for row in told], dtype=np.int64)]
    accounts: list[int] = np.flatnonzero(np.isin(people.code, persons[persons >= 0])).tolist()
    rows = connection.execute(
        "SELECT id, account_id, company, position FROM profile"
        " WHERE listed AND account_id IN (SELECT value FROM json_each(?))"
        " ORDER BY company, position",
        (json.dumps(accounts),),
    ).fetchall()
    return _Stated(
        profile=np.array([row[0] for row in rows], dtype=np.int64),
        person=people.code[np.array([row[1] for row in rows], dtype=np.int64)],
        jobs=[row[2:] for row in rows],
        people=len(people.columns["person_id"]),
    )


def _standing(stated: _Stated, profiles: int) -> "Integers":
    """Return for each person the place of the last job that a list states, -1 for none."""
    import numpy as np

    most = max(int(stated.profile.max(initial=0)) + 1, profiles.bit_length())
    packed = profiles.to_bytes((most + 7) // 8, "little")
    held = np.unpackbits(np.frombuffer(packed, dtype=np.uint8), bitorder="little")
    place = np.flatnonzero(held[stated.profile])
    standing = np.full(stated.people, -1, dtype=np.int64)
    standing[stated.person[place]] = place  # ascending, so the last one stays
    return standing


def _changed(jobs: Sequence[Job], old: "Integers", new: "Integers") -> list[tuple[int, Job, Job]]:
    """Return who is in both lists with another job, and both jobs."""
    import numpy as np

    people = np.flatnonzero((old >= 0) & (new >= 0) & (old != new))
    pairs = [
        (person, jobs[before], jobs[after])
        for person, before, after in zip(
            people.tolist(), old[people].tolist(), new[people].tolist(), strict=True
        )
    ]
    return [(person, one, other) for person, one, other in pairs if _key(one) != _key(other)]


def _key(job: Job) -> tuple[str, str]:
    return name_key(job[0]), name_key(job[1])
