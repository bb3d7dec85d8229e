"""The reading half of an import: records are counted and kept aside until all are known.

Messages, which may be millions, wait as columns of numbers; everything else waits as it came.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.records import (
    Account,
    Contact,
    End,
    Entry,
    Interaction,
    Interactions,
    Note,
    Owner,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
    TieKind,
)
from netaudit.store.messages import Columns, each_once
from netaudit.store.retold import CHANNEL, Sayings
from netaudit.store.sifting import Sieve
from netaudit.store.tombstones import Forgotten

if TYPE_CHECKING:
    from netaudit.store.messages import Integers

DIRECTION = {"in": 0, "out": 1, "both": 2}
#: The types of `Columns`: as small as they can be, since there may be millions of rows.
_KINDS = ("i4", "i8", "i1", "i8", "i4", "i1", "i1")
#: So many messages wait together, and become rows together.
_ROWS = 1 << 16


@dataclass
class FileAccount:
    """What became of the rows of one file: `read` is the sum of all the others."""

    name: str
    format: str
    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    skipped: int = 0


@dataclass
class SnapshotAccount:
    """A source as one import found it. `lists`: kinds of tie it holds the whole list of.

    A list of which a row could not be used is not whole: who stood in that row would seem to
    have left.

    `exported_on` is a day or None; where it is None and the source has one, the latest day in
    the content takes its place.
    """

    source: str
    name: str
    owner: Owner = field(default_factory=Owner)
    exported_on: int | None = None
    lists: set[TieKind] = field(default_factory=set)
    files: list[FileAccount] = field(default_factory=list)


@dataclass
class Staged:
    """The facts of one snapshot before they have ids, each with the file that said so.

    `messages` are (columns, file); in the columns an account is its local number.
    """

    account: SnapshotAccount
    profiles: list[Profile] = field(default_factory=list)
    ties: list[tuple[Tie, FileAccount]] = field(default_factory=list)
    entries: list[tuple[Entry, FileAccount]] = field(default_factory=list)
    signals: list[tuple[Signal, FileAccount]] = field(default_factory=list)
    notes: list[tuple[Note, FileAccount]] = field(default_factory=list)
    contacts: list[tuple[Contact, FileAccount]] = field(default_factory=list)
    #: Day -> list entries that hold nothing but that day any more.
    hidden: Counter[int] = field(default_factory=Counter)
    messages: list[tuple[Columns, FileAccount]] = field(default_factory=list)
    latest: int = 0
    #: An export of netaudit told of it: others may have stated before it what it stated.
    retold: bool = False


class Staging:
    """The snapshots of one import under way, and a local number for each of its accounts.

    What is of somebody `forgotten` is set aside. Of accounts in `welcome` that ends with this
    import: the user wrote of them by hand.
    """

    def __init__(
        self, forgotten: Forgotten | None = None, welcome: Collection[Account] = ()
    ) -> None:
        self.accounts: dict[Account, int] = {}
        self.snapshots: list[Staged] = []
        self.problems: list[Problem] = []
        #: What the user said elsewhere, as an export of netaudit tells it.
        self.said: Sayings | None = None
        self.welcome = welcome
        self._forgotten = forgotten

    def begin(self, snapshot: SnapshotAccount) -> None:
        """All files taken from now on belong to `snapshot`."""
        self.snapshots.append(Staged(snapshot))

    def take(self, name: str, form: str, records: Iterable[Record]) -> FileAccount:
        """Read all records of a file of the format `form`; the store itself is not written."""
        staged = self.snapshots[-1]
        account = FileAccount(name, form)
        staged.account.files.append(account)
        sieve = None if self._forgotten is None else Sieve(self._forgotten)
        if sieve is not None:
            records = sieve.sift(records)
        if (columns := self._messages(records, account, staged)) is not None:
            staged.messages.append((columns, account))
        if sieve is not None:
            staged.latest = max(staged.latest, sieve.latest)
        return account

    def _messages(
        self, records: Iterable[Record], account: FileAccount, staged: Staged
    ) -> Columns | None:
        """Return the messages among the records, each once; keep every other record in memory."""
        waiting = _Waiting(self.accounts)
        for record in records:
            if isinstance(record, Interactions):
                waiting.add(record)
            elif isinstance(record, Interaction):
                waiting.add_one(record)
            else:
                self._keep(record, account, staged)
        if (latest := waiting.latest) is None:
            return None
        rows = waiting.rows
        account.read += rows
        if latest > 0:
            staged.latest = max(staged.latest, EPOCH_DAY + latest // SECONDS_PER_DAY)
        columns = each_once(waiting.columns())
        if repeated := rows - int(columns.head.sum()):
            account.set_aside["repeated rows"] += repeated
        return columns

    def _keep(self, record: Record, account: FileAccount, staged: Staged) -> None:
        if isinstance(record, Profile):
            self._describe(record, staged)
            return
        account.read += not (isinstance(record, Tie) and record.continues)
        match record:
            case SetAside():
                account.set_aside[record.kind] += 1
                staged.hidden.update([] if record.day is None else [record.day])
            case Problem():
                account.skipped += 1
                self.problems.append(record)
            case Contact():
                staged.contacts.append((record, account))
                for profile in record.profiles:
                    self._describe(profile, staged)
            case Tie():
                staged.ties.append((record, account))
                self._keep_fact(record, staged, record.since)
            case Note():
                staged.notes.append((record, account))
                self._keep_fact(record, staged, record.day)
            case Signal():
                staged.signals.append((record, account))
                self._keep_fact(record, staged, EPOCH_DAY + record.at // SECONDS_PER_DAY)
            case Entry():
                staged.entries.append((record, account))
                day = EPOCH_DAY + (record.at or 0) // SECONDS_PER_DAY
                self._keep_fact(record, staged, record.day or day)

    def _keep_fact(
        self, record: Tie | Note | Signal | Entry, staged: Staged, day: int | None
    ) -> None:
        self._number(record.account)
        if record.profile is not None:
            self._describe(record.profile, staged)
        staged.latest = max(staged.latest, day or 0)

    def _describe(self, profile: Profile, staged: Staged) -> None:
        staged.profiles.append(profile)
        self._number(profile.account)

    def _number(self, account: Account) -> None:
        self.accounts.setdefault(account, len(self.accounts))


class _Piece(NamedTuple):
    """Some of the messages of a file, by compact columns: number of the end, instant, conversation.

    To let one array grow to millions would leave the memory full of holes.
    """

    ends: "array[int]"
    at: "array[int]"
    conversations: "array[int]"


class _Waiting:
    """The messages of a file until all are there."""

    def __init__(self, accounts: dict[Account, int]) -> None:
        self._accounts = accounts
        self._numbers = _Numbers()
        #: Ends of single interactions, by value.
        self._singles: dict[tuple[Any, ...], End] = {}
        self._pieces: list[_Piece] = []

    def add(self, record: Interactions) -> None:
        """Take many; nothing here is done once a message but in C."""
        piece = self._piece()
        piece.ends.fromlist(list(map(self._numbers.__getitem__, record.ends)))
        piece.at.fromlist(list(record.at))
        piece.conversations.fromlist(list(record.conversations))

    def add_one(self, record: Interaction) -> None:
        """Take a single one."""
        key = (
            record.accounts, record.direction, record.channel, record.size, record.continues,
        )  # fmt: skip
        end = self._singles.get(key)
        if end is None:
            end = self._singles[key] = End(*key)
        piece = self._piece()
        piece.ends.append(self._numbers[end])
        piece.at.append(record.at)
        piece.conversations.append(record.conversation)

    def _piece(self) -> _Piece:
        """Return where there is room."""
        if not self._pieces or len(self._pieces[-1].at) >= _ROWS:
            self._pieces.append(_Piece(array("i"), array("q"), array("q")))
        return self._pieces[-1]

    @property
    def latest(self) -> int | None:
        """The latest instant, None where there is no message."""
        return max((max(piece.at) for piece in self._pieces if piece.at), default=None)

    @property
    def rows(self) -> int:
        """How many rows of the file they come from."""
        import numpy as np

        heads = np.array([not end.continues for end in self._numbers], dtype=bool)
        return sum(int(heads[np.frombuffer(p.ends, np.int32)].sum()) for p in self._pieces if p.at)

    def columns(self) -> Columns:
        """Return a row for each person of each message, in the order of the file; let them go."""
        import numpy as np

        people = _People.of(tuple(self._numbers), self._number)
        count = sum(int(people.counts[np.frombuffer(p.ends, np.int32)].sum()) for p in self._pieces)
        columns = Columns(*(np.empty(count, dtype=kind) for kind in _KINDS))
        done = 0
        for ends, at, conversations in self._pieces:
            rows = people.rows(
                np.frombuffer(ends, np.int32),
                np.frombuffer(at, np.int64),
                np.frombuffer(conversations, np.int64),
            )
            for column, part in zip(columns, rows, strict=True):
                column[done : done + len(part)] = part
            done += len(rows.at)
        self._pieces.clear()
        return columns

    def _number(self, account: Account) -> int:
        return self._accounts.setdefault(account, len(self._accounts))


class _People(NamedTuple):
    """Who is at the ends of messages: `accounts` of one end stand together, `counts` says how many.

    The others say of each end what `Columns` says of each row.
    """

    accounts: "Integers"
    counts: "Integers"
    directions: "Integers"
    sizes: "Integers"
    channels: "Integers"
    heads: "Integers"

    @classmethod
    def of(cls, ends: Sequence[End], number: Callable[[Account], int]) -> "_People":
        """Return the people of these ends, by the number of each account."""
        import numpy as np

        people = [number(account) for end in ends for account in end.accounts]
        return cls(
            np.array(people, dtype=np.int32),
            np.array([len(end.accounts) for end in ends], dtype=np.int32),
            np.array([DIRECTION[end.direction] for end in ends], dtype=np.int8),
            np.array([end.size for end in ends], dtype=np.int32),
            np.array([CHANNEL[end.channel] for end in ends], dtype=np.int8),
            np.array([not end.continues for end in ends], dtype=np.int8),
        )

    def rows(self, ends: "Integers", at: "Integers", conversations: "Integers") -> Columns:
        """Return the rows of some messages, whose ends are numbers."""
        import numpy as np

        repeats = self.counts[ends]
        # Those of a message follow one another.
        place = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        message = np.repeat(ends, repeats)
        start = (np.cumsum(self.counts) - self.counts)[message]
        return Columns(
            self.accounts[start + place],
            np.repeat(at, repeats),
            self.directions[message],
            np.repeat(conversations, repeats),
            self.sizes[message],
            self.channels[message],
            (place == 0) * self.heads[message],
        )


class _Numbers(dict[End, int]):
    """Ends -> their numbers, in the order of their appearance."""

    def __missing__(self, end: End) -> int:
        number = self[end] = len(self)
        return number
