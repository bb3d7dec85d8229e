"""Changes of job from one whole list of connections to the next."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import nan
from typing import Any, NamedTuple

from netaudit import frames
from netaudit.normal import name_key
from netaudit.store import bitmap
from netaudit.store.load.people import People
from netaudit.store.store import Store

_SOURCE, _LIST = "linkedin", "connection"


class Job(NamedTuple):
    """What a list says of somebody's work, "" where it says nothing."""

    company: str
    position: str

    @property
    def key(self) -> tuple[str, str]:
        """The job as it is compared: how it is spelt does not matter."""
        return name_key(self.company), name_key(self.position)


def moves(store: Store, people: People) -> dict[str, list[Any]]:
    """Return the columns of `frames.MOVES`: who stands in a list with another job than before.

    Only what a list says anew is looked at, so that the time follows the number of changes and
    not that of people.
    """
    whole = _whole_lists(store.connection)
    pairs = list(pairwise(whole))
    jobs = _Jobs(store.connection, people, [new.profiles & ~old.profiles for old, new in pairs])
    ends = [*(float(one.day) for one in whole[2:]), nan]
    rows = [
        (person, new.day, end, *before, *after)
        for (old, new), end in zip(pairs, ends[: len(pairs)], strict=True)
        for person, before, after in jobs.changed(old, new)
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


class _Jobs:
    """The jobs of those of whom some list says something new."""

    def __init__(self, connection: sqlite3.Connection, people: People, news: Sequence[int]) -> None:
        stated = sorted({number for one in news for number in bitmap.bits(one)})
        accounts = connection.execute(
            "SELECT account_id FROM profile"
            " WHERE listed AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(stated),),
        )
        self._person: dict[int, int] = {}  # by profile
        # By person, in the order of jobs.
        self._profiles: dict[int, list[tuple[int, Job]]] = defaultdict(list)
        for number, account, *job in connection.execute(
            "SELECT id, account_id, company, position FROM profile"
            " WHERE listed AND account_id IN (SELECT value FROM json_each(?))"
            " ORDER BY company, position",
            (json.dumps(_of_same_people(people, {row[0] for row in accounts})),),
        ):
            person = int(people.code[account])
            self._person[number] = person
            self._profiles[person].append((number, Job(*job)))

    def changed(self, old: _List, new: _List) -> Iterator[tuple[int, Job, Job]]:
        """Yield whose job is another one in the newer list, with both jobs."""
        before, after = (_bytes(one.profiles) for one in (old, new))
        stated = bitmap.bits(new.profiles & ~old.profiles)
        for person in {self._person[number] for number in stated if number in self._person}:
            one, other = (_job(self._profiles[person], held) for held in (before, after))
            if one and other and one != other and one.key != other.key:
                yield person, one, other


def _of_same_people(people: People, accounts: set[int]) -> list[int]:
    """Return all accounts of the people on record who have one of these."""
    import numpy as np

    persons = people.code[np.array(sorted(accounts), dtype=np.int64)]
    found: list[int] = np.flatnonzero(np.isin(people.code, persons[persons >= 0])).tolist()
    return found


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def _job(profiles: Sequence[tuple[int, Job]], held: bytes) -> Job | None:
    """Return the last of the jobs whose profile is held, None for none."""
    stated = (
        job
        for number, job in reversed(profiles)
        if number >> 3 < len(held) and held[number >> 3] >> (number & 7) & 1
    )
    return next(stated, None)
