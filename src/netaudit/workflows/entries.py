"""The log as it is: listing its entries, removing some, and saying one anew."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit.calendar import iso, local_day
from netaudit.records import Account, Direction
from netaudit.store import Store, entries
from netaudit.store.entries import LogEntry
from netaudit.workflows import purposes
from netaudit.workflows.logging import Logged, NewEntry, log_interactions
from netaudit.workflows.naming import resolve_links

if TYPE_CHECKING:
    from netaudit.report import Report

#: How each direction is told in a sentence.
WAYS: Mapping[Direction, str] = {"in": "from them", "out": "from me", "both": "both ways"}


@dataclass(frozen=True)
class Change:
    """What the user says anew of an interaction; None, or nothing, where it stays as it is.

    `people` are (account, as written, id of the person; empty for somebody new); `channel` comes
    with its medium. `texts` are said of purposes; with `no_purpose` only these are left.
    """

    people: Sequence[tuple[Account, str, str]] = ()
    channel: tuple[str, str] | None = None
    day: int | None = None
    direction: Direction | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    no_purpose: bool = False
    note: str | None = None


def changed(opened: Store, old: Sequence[LogEntry], change: Change, zone: str) -> NewEntry:
    """Return an interaction, given by its entries, as it is with the change."""
    first = old[0]
    said = purposes.changed(
        first.purpose, first.note, change.texts, change.note, anew=change.no_purpose
    )
    same_day = change.day in {None, local_day(first.at, first.day, ZoneInfo(zone))}
    people = _people(opened, old, change.people)
    return NewEntry(
        people,
        *(change.channel or (first.channel, first.medium)),
        change.direction or first.direction,
        (first.at, first.day) if same_day else (None, change.day),
        *said,
        # There may have been others, whom the log does not name.
        max(len(people), first.size + len(people) - len(old)),
    )


def as_it_is(old: Sequence[LogEntry]) -> NewEntry:
    """Return an interaction, given by its entries, as it would be said."""
    first = old[0]
    return NewEntry(
        tuple((one.account, one.written) for one in old), first.channel, first.medium,
        first.direction, (first.at, first.day), first.purpose, first.note, first.size,
    )  # fmt: skip


def rewrite(
    opened: Store, old: Sequence[LogEntry], new: NewEntry, *, dry_run: bool = False
) -> Logged:
    """Write an interaction in place of another, as one import."""
    return log_interactions(opened, [new], in_place_of=old, dry_run=dry_run)


def remove(opened: Store, gone: Sequence[LogEntry], *, dry_run: bool = False) -> int | None:
    """Have entries count no more, and return the id of the import that it is."""
    ids = [one.entry_id for one in gone]
    return entries.remove(opened, ids, resolve_links, dry_run=dry_run)


def entry_words(said: NewEntry, zone: str, names: Sequence[str] = ()) -> str:
    """Put an interaction in words; `names` are its people as they are called."""
    who = ", ".join(names or [written for _, written in said.people])
    day = iso(local_day(*said.when, ZoneInfo(zone)))
    note = purposes.told(said.purpose, said.note)
    told = f"{said.channel} with {who} on {day} ({WAYS[said.direction]})"
    return f"{told}: {note}" if note else told


def log_report(
    opened: Store,
    people: Collection[str],
    zone: str,
    today: int,
    *,
    since: int | None = None,
    limit: int | None = None,
    for_reading: bool = False,
) -> "Report":
    """Make a report of the log, the newest entry first: with some people, and since a day.

    `for_reading` the note tells of what the purpose is, too.
    """
    from netaudit.audits.log import log
    from netaudit.report import Person

    local = ZoneInfo(zone)
    found = [
        (local_day(one.at, one.day, local), one) for one in entries.log_entries(opened, people)
    ]
    found = [(day, one) for day, one in found if since is None or day >= since]
    found.sort(key=_newest_first(found), reverse=True)
    shown = found[:limit]
    who = entries.whose(opened, (one for _, one in shown))
    rows = []
    for day, one in shown:
        whose = who.get(one.person) if one.person is not None else None
        person = Person(whose.name, whose.person_id) if whose else Person(one.written, "")
        note = purposes.told(one.purpose, one.note) if for_reading else one.note
        rows.append((one.entry_id, iso(day), person, one.channel, one.direction, one.purpose, note))
    return log(rows, len(found), iso(today), filtered=bool(people) or since is not None)


def _newest_first(
    found: Sequence[tuple[int, LogEntry]],
) -> Callable[[tuple[int, LogEntry]], tuple[int, int, int, int]]:
    """Return by what entries are sorted: the day, when it was or was logged, and their order.

    The place on its day of what was logged here is the moment in which it was. All who were there
    stand together, in the order in which they were named.
    """
    first: dict[str, int] = {}
    rows = {
        one.entry_id: (first.setdefault(one.ref or one.entry_id, number), -number)
        for number, (_, one) in enumerate(found)
    }

    def key(pair: tuple[int, LogEntry]) -> tuple[int, int, int, int]:
        day, one = pair
        return (day, one.position if one.at is None else one.at, *rows[one.entry_id])

    return key


def _people(
    opened: Store, old: Sequence[LogEntry], named: Sequence[tuple[Account, str, str]]
) -> tuple[tuple[Account, str], ...]:
    """Return who was there: who was named, each as they stand in the log if they do."""
    if not named:
        return tuple((one.account, one.written) for one in old)
    who = entries.whose(opened, old)
    standing = {one.account: one for one in old}
    by_person = {who[one.person].person_id: one for one in old if one.person in who}
    people = []
    for account, written, person in named:
        known = standing.get(account) or by_person.get(person)
        people.append((known.account, known.written) if known else (account, written))
    # In the order in which they stand, so that the same people are no change.
    order = [one.account for one in old]
    return tuple(sorted(people, key=lambda one: order.index(one[0]) if one[0] in order else 99))
