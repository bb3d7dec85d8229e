"""What changed on a list from one whole snapshot of it to the next."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from netaudit.normal import name_key
from netaudit.records import Change, ChangeKind, Compared, Step
from netaudit.store import bitmap
from netaudit.store.accounts import called
from netaudit.store.lists import Day, days
from netaudit.store.preferences import ignored
from netaudit.store.store import Store


def changes(store: Store, since: int | None = None) -> Compared:
    """Return the steps to every snapshot after the day `since`, or only the last of each list.

    Ignored people are left out and counted. Blocked accounts are left out, and whom one follows,
    blocks or mutes: that is one's own doing.
    """
    with store.reading() as connection:
        people = _People(connection)
        jobs = [
            (number, people.of[account], _Job(*job))
            for number, account, *job in connection.execute(_JOBS)
            if account in people.of
        ]
        steps: list[Step] = []
        newest, partial, earlier = None, [], False
        left_out: set[str] = set()
        for source, kind in connection.execute(_LISTS).fetchall():
            known = days(connection, source, kind)
            whole = [day for day in known if day.whole]
            pairs = list(pairwise(whole))
            wanted = pairs[-1:] if since is None else [p for p in pairs if p[1].day > since]
            earlier |= len(wanted) < len(pairs)
            ties = _ties(connection, source, kind)
            side: _Side | None = None
            for old, new in wanted:
                before = side or _side(jobs, people, ties, old)
                side = _side(jobs, people, ties, new)
                if kind == "follower":
                    found = tuple(_followers(people, before, side))
                else:
                    found = tuple(_compared(people, ties, (old, before), (new, side)))
                left_out |= {one.person_id for one in found} & people.ignored
                found = tuple(one for one in found if one.person_id not in people.ignored)
                steps.append(Step(source, kind, old.day, new.day, found))
            last = whole[-1].day if whole else 0
            newest = max(filter(None, (newest, last)), default=None)
            partial += [day.day for day in known if day.day > last]
    steps.sort(key=lambda step: (step.after, step.source, step.kind))
    return Compared(tuple(steps), newest, tuple(sorted(partial)), earlier, len(left_out))


_JOBS = (
    "SELECT id, account_id, company, position FROM profile WHERE listed ORDER BY company, position"
)
_LISTS = (
    "SELECT DISTINCT a.platform, t.kind FROM tie t JOIN account a ON a.id = t.account_id"
    " WHERE t.kind NOT IN ('following', 'blocked', 'muted')"
)


class _Tie(NamedTuple):
    account: int
    since: int | None
    first_on: int
    until: int | None


def _ties(connection: sqlite3.Connection, source: str, kind: str) -> dict[int, _Tie]:
    rows = connection.execute(
        "SELECT t.id, t.account_id, t.since, t.first_on, t.until FROM tie t"
        " JOIN account a ON a.id = t.account_id"
        " WHERE a.platform = ? AND t.kind = ? AND t.first_on IS NOT NULL",
        (source, kind),
    )
    return {row[0]: _Tie(*row[1:]) for row in rows}


class _People:
    """Who is who, and what they are called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.ignored = {one.person_id for one in called(connection, ignored(connection)).values()}
        self.of: dict[int, int] = dict(
            connection.execute(
                "SELECT account_id, person_id FROM link WHERE verdict <> 'ambiguous'"
                " AND account_id NOT IN (SELECT account_id FROM shunned)"
            )
        )
        urls = "SELECT id, key FROM account WHERE kind = 'url'"
        self.url: dict[int, str] = dict(connection.execute(urls))

    def shown(self, person: int) -> tuple[str, str]:
        """Return the short id and the name of a person."""
        return self._shown[person]

    @cached_property
    def _shown(self) -> dict[int, tuple[str, str]]:
        # The view asked once for all: one by one, each question goes through all links.
        rows = self._connection.execute(
            "SELECT a.id, v.id, v.name FROM people v JOIN account a ON a.short_id = v.id"
        )
        return {number: (short, name) for number, short, name in rows}


class _Job(NamedTuple):
    company: str
    position: str


@dataclass
class _Side:
    """One snapshot of a pair: who is in it, by their entries, and what it says of them."""

    ties: dict[int, list[_Tie]]
    jobs: dict[int, _Job]

    @property
    def people(self) -> set[int]:
        """Who is in it."""
        return set(self.ties)

    def link(self, person: int, url: dict[int, str]) -> str:
        """Return the profile link under which a person is listed, if there is one."""
        links = [url[tie.account] for tie in self.ties[person] if tie.account in url]
        return min(links, default="")


def _newest_first(tie: _Tie) -> int:
    """Order the entries of a person: not by number, which depends on the order of imports."""
    return -(tie.since or 0)


def _side(
    jobs: list[tuple[int, int, _Job]], people: _People, ties: dict[int, _Tie], day: Day
) -> _Side:
    found: dict[int, list[_Tie]] = defaultdict(list)
    for tie in sorted((ties[number] for number in bitmap.bits(day.ties)), key=_newest_first):
        if tie.account in people.of:
            found[people.of[tie.account]].append(tie)
    stated = set(bitmap.bits(day.profiles))
    return _Side(found, {person: job for number, person, job in jobs if number in stated})


def _compared(
    people: _People, ties: dict[int, _Tie], one: tuple[Day, _Side], other: tuple[Day, _Side]
) -> Iterator[Change]:
    """Yield what is different, in no order that means anything."""
    (old, before), (new, after) = one, other
    left = {
        people.of[tie.account]: tie
        for tie in sorted(
            (tie for tie in ties.values() if tie.until == new.day), key=_newest_first, reverse=True
        )
        if tie.account in people.of and people.of[tie.account] not in after.ties
    }
    listed = {
        (people.of.get(tie.account), tie.since) for tie in ties.values() if tie.first_on <= old.day
    }
    for person in after.people - before.people:
        tie = after.ties[person][0]
        faded = tie.since is not None and old.hidden[tie.since] > new.hidden[tie.since]
        # Whoever left and was connected anew has another date.
        kind: ChangeKind = "visible" if faded or (person, tie.since) in listed else "joined"
        yield _of_list(kind, people.shown(person), tie, after.jobs.get(person))
    for person, tie in left.items():
        yield _of_list("left", people.shown(person), tie, before.jobs.get(person))
    for person in before.people - after.people - left.keys():
        tie = before.ties[person][0]
        # Else the entry is missing and is back later: an export that had not all of the list.
        if tie.since is not None and new.hidden[tie.since] > old.hidden[tie.since]:
            yield _of_list("hidden", people.shown(person), tie, before.jobs.get(person))
    for person in before.people & after.people:
        links = before.link(person, people.url), after.link(person, people.url)
        if all(links) and links[0] != links[1]:
            yield Change("link", *people.shown(person), before=links[0], after=links[1])
        if person in before.jobs and person in after.jobs:
            yield from _moved(people, person, before.jobs[person], after.jobs[person])


def _followers(people: _People, before: _Side, after: _Side) -> Iterator[Change]:
    """Yield who began or ceased to follow; they may be on the list in their own right."""
    for person in after.people - before.people:
        yield Change("followed", *people.shown(person))
    for person in before.people - after.people:
        yield Change("unfollowed", *people.shown(person))


def _of_list(kind: ChangeKind, shown: tuple[str, str], tie: _Tie, job: _Job | None) -> Change:
    return Change(
        kind,
        *shown,
        since=tie.since,
        company=job.company if job else "",
        position=job.position if job else "",
    )


def _moved(people: _People, person: int, old: _Job, new: _Job) -> Iterator[Change]:
    """Tell of another company, else of another position; how it is spelt does not matter."""
    kind: ChangeKind
    for kind, one, other in (("company", old[0], new[0]), ("position", old[1], new[1])):
        if name_key(one) != name_key(other):
            yield Change(kind, *people.shown(person), None, one, other, *new)
            return
