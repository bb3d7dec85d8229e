"""What the lines of an export tell, each as one value."""

from collections.abc import Mapping
from typing import NamedTuple

from netaudit.records import (
    Account,
    Decision,
    Entry,
    Interactions,
    Note,
    Owner,
    Preference,
    Problem,
    Profile,
    Signal,
    Tie,
)


class ReadFile(NamedTuple):
    """What became of the rows of a file, as the import told that read it."""

    name: str
    format: str
    read: int
    new: int
    updated: int
    unchanged: int
    skipped: int
    set_aside: Mapping[str, int]


class Snapshot(NamedTuple):
    """A source as it was on one day; other lines name it by its number."""

    line: int
    number: int
    source: str
    name: str
    exported_on: int | None
    lists: frozenset[str]
    owner: Owner
    hidden: Mapping[int, int]
    files: tuple[ReadFile, ...]


class Person(NamedTuple):
    """Somebody, or a name: accounts, and which snapshots say what of them."""

    line: int
    accounts: tuple[Account, ...]
    profiles: tuple[tuple[tuple[int, ...], Profile], ...]
    ties: tuple[tuple[tuple[int, ...], Tie], ...]


class Stated(NamedTuple):
    """A fact, and the snapshots that state it."""

    snapshots: tuple[int, ...]
    record: Entry | Signal | Note


class Talk(NamedTuple):
    """Messages of one snapshot."""

    snapshot: int
    messages: Interactions


class Decided(NamedTuple):
    """Who is who, as the user said."""

    decision: Decision


class Preferred(NamedTuple):
    """What the user prefers of an account; of everybody with the tag where it is None."""

    said: Preference
    account: Account | None


class Removed(NamedTuple):
    """An entry that counts no more, by its id."""

    entry: str


class Forgotten(NamedTuple):
    """The digest of an account of somebody forgotten, and the key it was made with."""

    key: bytes
    digest: bytes


class Unknown(NamedTuple):
    """A line of a type that only a newer program knows."""

    line: int


Told = (
    Snapshot | Person | Stated | Talk | Decided | Preferred | Removed | Forgotten | Unknown
    | Problem
)  # fmt: skip
