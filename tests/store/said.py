"""What one snapshot says, taken apart for the model: values and sets, no store."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from netaudit.records import (
    Account,
    Contact,
    Entry,
    Interaction,
    Note,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
)
from store.snapshots import Snapshot


class Listed(NamedTuple):
    """An entry of a list."""

    account: Account
    kind: str
    since: int | None


class Message(NamedTuple):
    """A message as one export counts its people."""

    account: Account
    at: int
    direction: str
    conversation: int
    size: int


class Days(NamedTuple):
    """When an entry was listed."""

    first_on: int | None
    last_on: int | None
    until: int | None


@dataclass
class Said:
    """All that one snapshot says."""

    source: str
    name: str
    day: int | None
    lists: tuple[str, ...]
    owner: object
    profiles: set[Profile] = field(default_factory=set)
    ties: set[Listed] = field(default_factory=set)
    messages: set[Message] = field(default_factory=set)
    entries: set[Entry] = field(default_factory=set)
    signals: set[Signal] = field(default_factory=set)
    notes: set[tuple[Account, int | None, str]] = field(default_factory=set)
    hidden: Counter[int] = field(default_factory=Counter)
    #: Of each file its rows and what was left out of them, whichever file it is.
    read: list[tuple[int, list[tuple[str, int]]]] = field(default_factory=list)


def day_of(at: int) -> int:
    """Return the UTC day of an instant; day 719163 is 1970-01-01."""
    return 719_163 + at // 86_400


def said(snapshot: Snapshot) -> Said:
    """Take a snapshot apart; without a day it is as old as its latest content."""
    one = Said(
        snapshot.source, snapshot.name, snapshot.exported_on, tuple(sorted(snapshot.lists)),
        snapshot.owner,
    )  # fmt: skip
    latest = 0
    for records in snapshot.files.values():
        largest: dict[tuple[Account, int, str, int], int] = {}
        for record in records:
            latest = max(latest, _take(one, record, largest))
        aside = Counter(record.kind for record in records if isinstance(record, SetAside))
        rows = sum(not isinstance(record, Profile) for record in records)
        one.read.append((rows, sorted(aside.items())))
        one.messages |= {Message(*key, size) for key, size in largest.items()}
    one.read.sort()
    if one.day is None and one.source != "log" and latest:
        one.day = latest
    return one


def _take(one: Said, record: Record, largest: dict[tuple[Account, int, str, int], int]) -> int:
    """Add what a record says; return its day, 0 for none."""
    match record:
        case Profile():
            one.profiles.add(record)
        case Contact():
            one.profiles |= set(record.profiles)
        case SetAside():
            one.hidden.update([] if record.day is None else [record.day])
        case Interaction():
            for account in record.accounts:
                key = (account, record.at, record.direction, record.conversation)
                largest[key] = max(largest.get(key, 0), record.size)
            return day_of(record.at)
        case Tie() | Note() | Signal() | Entry():
            one.profiles |= {record.profile} - {None}  # type: ignore[arg-type]
            return _take_fact(one, record)
    return 0


def _take_fact(one: Said, record: Tie | Note | Signal | Entry) -> int:
    match record:
        case Tie():
            one.ties.add(Listed(record.account, record.kind, record.since))
            return record.since or 0
        case Note():
            one.notes.add((record.account, record.day, record.text))
            return record.day or 0
        case Signal():
            one.signals.add(record._replace(line=0, profile=None))
            return day_of(record.at)
        case Entry():
            one.entries.add(record._replace(line=0, profile=None))
            return record.day or day_of(record.at or 0)
