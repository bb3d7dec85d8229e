"""What importers say and the store keeps: frozen values, without input or output.

A *record* is what one row of a file says. Each is accounted for: an importer yields for every
row exactly one of `Tie`, `Interaction`, `Entry`, `Signal`, `Note`, `Contact`, `SetAside` or
`Problem`, or tells of many rows by one `Interactions`; a `Profile` rides along and is no row of
its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from netaudit.normal import email_key, linkedin_slug, name_key, x_key

Platform = Literal["linkedin", "log", "email", "phone", "x"]
Direction = Literal["in", "out", "both"]
TieKind = Literal[
    "connection", "following", "follower", "address_book", "blocked", "muted"
]  # fmt: skip

PURPOSES = ("gave", "got", "asked", "was_asked", "thanked", "social", "work")


class Account(NamedTuple):
    """One handle on a person: where, what kind of key, and the key in its compared form.

    A `name` account is a name that somebody wrote down; which person it means is a derived
    link, not a fact. On X an account is its numeric `id`; a `handle` without one is whoever bears
    it. A `listed` account is a list entry without link and address: its key is
    the name and the day (`ana ruiz 2019-03-04`), as two people of one name are two entries.
    """

    platform: Platform
    kind: Literal["url", "id", "handle", "email", "phone", "listed", "name"]
    key: str


def account_of(written: str) -> Account | None:
    """Return what a person was written as: a profile link, @handle, e-mail address, or name."""
    if slug := linkedin_slug(written):
        return Account("linkedin", "url", slug)
    if address := email_key(written):
        return Account("email", "email", address)
    if found := x_key(written):
        return Account("x", *found)
    key = name_key(written)
    return Account("log", "name", key) if key else None


def default_direction(medium: str) -> Direction:
    """Talking goes both ways; what is written was, unless said otherwise, written by me."""
    return "both" if medium in {"voice", "in_person"} else "out"


class Where(NamedTuple):
    """A place in an input: a file's name as the user knows it, and a line (0: the file)."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Profile(NamedTuple):
    """What a source says of an account. `listed`: by the list itself, not in passing.

    `email`, `phone` and `handle` (without its @) are in their compared form; `about` is what they
    say of themselves. `said_on` is the day of which the content itself says this, such as that of
    a post; 0 where only the snapshot's is known.
    """

    account: Account
    name: str
    url: str = ""
    email: str = ""
    company: str = ""
    position: str = ""
    listed: bool = False
    phone: str = ""
    handle: str = ""
    about: str = ""
    said_on: int = 0


class Tie(NamedTuple):
    """A list entry; `since` is a day (ordinal) or None where the source does not say.

    The list of X says no more than the account: it has no `profile`. One that `continues` is the
    second of its row: somebody who follows, and is followed.
    """

    line: int
    account: Account
    kind: TieKind
    since: int | None
    profile: Profile | None
    continues: bool = False


class Interaction(NamedTuple):
    """A dated exchange with each of `accounts`.

    `at` is UTC epoch seconds. `conversation` is a 63-bit number that tells messages of one
    second apart, 0 where the source has none; `size` is the number of other people in it. One
    that `continues` is of the same row as the one before: a reply that mentions others.
    """

    line: int
    accounts: tuple[Account, ...]
    at: int
    direction: Direction
    channel: str
    size: int = 1
    conversation: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """The people at the other end of messages; which way these went, where, and their size.

    One object serves all messages between the same people, and is compared as an object: a
    million look-ups by value would take longer than reading the file.
    """

    accounts: tuple[Account, ...]
    direction: Direction
    channel: str
    size: int = 1
    continues: bool = False


class Interactions(NamedTuple):
    """Many interactions at once, by column: what stands in one place belongs together."""

    lines: Sequence[int]
    ends: Sequence[End]
    at: Sequence[int]
    conversations: Sequence[int]

    def each(self) -> Iterator[Interaction]:
        """Yield them one at a time."""
        for line, end, at, conversation in zip(*self, strict=True):
            yield Interaction(
                line, end.accounts, at, end.direction, end.channel, end.size, conversation,
                end.continues,
            )  # fmt: skip


class Entry(NamedTuple):
    """An interaction that was written down, with what it was for.

    `logged`: in the user's log, in the user's own words; else an export says so of a day, such
    as a written recommendation. Exactly one of `at` (UTC epoch seconds) and `day` (ordinal) is
    set. `written` is the person as they were written. `occurrence` tells identical entries of
    one file apart, from 0; `position` is the place among the entries of the same person and day.
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
    logged: bool = True
    profile: Profile | None = None


class Signal(NamedTuple):
    """A dated trace that is no exchange. `at` is UTC epoch seconds.

    `kind` is `invitation`, `endorsement`, `retweet` or `like`.
    """

    line: int
    account: Account
    kind: str
    at: int
    direction: Direction
    with_note: bool
    profile: Profile | None = None


class Note(NamedTuple):
    """What the user noted about somebody; `day` is the day it was begun, None if unknown."""

    line: int
    account: Account
    text: str
    day: int | None
    profile: Profile


class Contact(NamedTuple):
    """An entry of an address book: facts for telling who is who, and no tie.

    One profile for each address and number of the entry, all of one account.
    """

    line: int
    profiles: tuple[Profile, ...]


class SetAside(NamedTuple):
    """A row that is understood and deliberately not counted, by kind.

    `day`: of a list entry that says nothing any more but the day it began.
    """

    line: int
    kind: str
    day: int | None = None


class Problem(NamedTuple):
    """A row that cannot be used; the message names lines and ids, never people."""

    where: Where
    code: str
    message: str


Row = Tie | Interaction | Entry | Signal | Note | Contact | SetAside | Problem
Record = Row | Interactions | Profile


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose export this is: "me".

    `slug` is the end of the profile link on LinkedIn, the numeric id on X. `emails`, `phones` and
    `handles` (without @) are in their compared form.
    """

    slug: str | None = None
    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()


class Listing(NamedTuple):
    """When a list entry that began on the day `since` was seen: first, and until when.

    `until` is the day of the first whole list without it, None where it is still there.
    """

    since: int
    first_on: int
    last_on: int


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
    """Who is who, as only the user knows. It attaches to accounts and outlives every re-import."""

    kind: Literal["same", "different"]
    account: Account
    other: Account


#: The value of a preference that holds and says no more, and of a cadence that nothing brings.
YES, NONE = "yes", "none"
Matter = Literal["ignore", "tag", "snooze", "cadence"]


class Preference(NamedTuple):
    """What the user prefers of a person, or of everybody with a `tag`.

    `value` is `YES` of `ignore` and `tag`; of `snooze` the first day (YYYY-MM-DD) on which they
    may be suggested again; of `cadence` the span (3w) within which to be in touch, or `NONE`
    whatever the tags bring. It is empty where what was said of the matter ends.
    """

    matter: Matter
    value: str
    tag: str = ""


ChangeKind = Literal[
    "joined", "visible", "left", "hidden", "company", "position", "link", "followed", "unfollowed"
]  # fmt: skip


class Change(NamedTuple):
    """What became of somebody from one snapshot of a list to the next.

    `hidden`: only the date of their entry is left; `visible`: it has a name again; `followed`
    and `unfollowed` are of the followers. `before`
    and `after` are companies, positions or ends of profile links; `company` and `position` the
    newest that the two snapshots name.
    """

    kind: ChangeKind
    person_id: str
    name: str
    since: int | None = None
    before: str = ""
    after: str = ""
    company: str = ""
    position: str = ""


class Step(NamedTuple):
    """Two whole snapshots of a list that follow one another, by day, and what changed between."""

    source: str
    kind: str
    before: int
    after: int
    changes: tuple[Change, ...]


class Compared(NamedTuple):
    """Steps of all lists, the oldest first.

    `newest` is the day of the newest whole list; `partial` are days of newer lists that are
    not whole, so that nothing follows from who is missing in them. `earlier`: there are steps
    before these. `ignored` are so many people of whom a change is left out.
    """

    steps: tuple[Step, ...]
    newest: int | None
    partial: tuple[int, ...] = ()
    earlier: bool = False
    ignored: int = 0
