"""What importers say and the store keeps: frozen values, without input or output.

A *record* is what one row of a file says. Each is accounted for: an importer yields for every
row exactly one of `Tie`, `Interaction`, `Signal`, `SetAside` or `Problem`; `Profile` and `Owner`
ride along and are no rows of their own.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Platform = Literal["linkedin", "log", "email", "x"]
Direction = Literal["in", "out", "both"]
TieKind = Literal["connection", "following", "follower", "address_book"]

PURPOSES = ("gave", "got", "asked", "was_asked", "thanked", "social", "work")


class Account(NamedTuple):
    """One handle on a person: where, what kind of key, and the key in its compared form.

    A `name` account is a name that somebody wrote down; which person it means is a derived
    link, not a fact. A `listed` account is a list entry without link and address: its key is
    the name and the day (`ana ruiz 2019-03-04`), as two people of one name are two entries.
    """

    platform: Platform
    kind: Literal["url", "id", "email", "listed", "name"]
    key: str


class Where(NamedTuple):
    """A place in an input: a file's name as the user knows it, and a line (0: the file)."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Profile(NamedTuple):
    """What a source says of an account. `listed`: by the list itself, not in passing."""

    account: Account
    name: str
    url: str = ""
    email: str = ""
    company: str = ""
    position: str = ""
    listed: bool = False


class Tie(NamedTuple):
    """A list entry; `since` is a day (ordinal) or None where the source does not say."""

    line: int
    account: Account
    kind: TieKind
    since: int | None
    profile: Profile


class Interaction(NamedTuple):
    """A dated exchange with each of `accounts`.

    Exactly one of `at` (UTC epoch seconds) and `day` (ordinal) is set. `conversation` is a
    63-bit number, 0 where the source has none; `size` is the number of other people in it.
    """

    line: int
    accounts: tuple[Account, ...]
    at: int
    direction: Direction
    channel: str
    size: int = 1
    conversation: int = 0


class LogEntry(NamedTuple):
    """An interaction the user wrote down; it keeps the user's own words.

    Exactly one of `at` (UTC epoch seconds) and `day` (ordinal) is set. `written` is the person
    as the user wrote them. `occurrence` tells identical entries of one file apart, from 0;
    `position` is the place among the entries of the same person and day.
    """

    line: int
    account: Account
    written: str
    at: int | None
    day: int | None
    channel: str
    medium: str
    direction: Direction
    purpose: str
    note: str
    size: int
    ref: str = ""
    occurrence: int = 0
    position: int = 0


class Signal(NamedTuple):
    """A dated trace that is no exchange; `kind` is `invitation`. `at` is UTC epoch seconds."""

    line: int
    account: Account
    kind: str
    at: int
    direction: Direction
    with_note: bool
    profile: Profile | None = None


class SetAside(NamedTuple):
    """A row that is understood and deliberately not counted, by kind."""

    line: int
    kind: str


class Problem(NamedTuple):
    """A row that cannot be used; the message names lines and ids, never people."""

    where: Where
    code: str
    message: str


Row = Tie | Interaction | LogEntry | Signal | SetAside | Problem
Record = Row | Profile


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose export this is: "me"."""

    slug: str | None = None
    name: str = ""


class Link(NamedTuple):
    """The person an account belongs to, and why.

    `verdict`: `same`, `ambiguous` (a written name that fits several: `candidates`) or `alone`.
    """

    account_id: int
    person_id: int
    verdict: Literal["same", "ambiguous", "alone"]
    reason: str
    candidates: tuple[int, ...] = ()


class Decision(NamedTuple):
    """What only the user knows. It attaches to accounts and outlives every re-import.

    `kind`: `same`, `different` (with `other`) or `ignore`.
    """

    kind: Literal["same", "different", "ignore"]
    account: Account
    other: Account | None = None
