"""The reading half of an import: records are counted and kept aside until all are known.

Messages, which may be millions, wait in temporary tables; everything else waits in memory.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.records import (
    Account,
    Interaction,
    LogEntry,
    Owner,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
)
from netaudit.store.store import Store, sentences

DIRECTION = {"in": 0, "out": 1, "both": 2}
_CHANNEL = {"linkedin": 1, "dm": 2, "reply": 3, "mention": 4}


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

    `exported_on` is a day or None; where it is None and the source has one, the latest day in
    the content takes its place.
    """

    source: str
    name: str
    lists: str = ""
    owner: Owner = field(default_factory=Owner)
    exported_on: int | None = None
    files: list[FileAccount] = field(default_factory=list)


@dataclass
class Staged:
    """The facts of one snapshot before they have ids, each with the file that said so.

    `messages` are (temporary table, file); in the tables an account is its local number.
    """

    account: SnapshotAccount
    profiles: list[Profile] = field(default_factory=list)
    ties: list[tuple[Tie, FileAccount]] = field(default_factory=list)
    entries: list[tuple[LogEntry, FileAccount]] = field(default_factory=list)
    signals: list[tuple[Signal, FileAccount]] = field(default_factory=list)
    messages: list[tuple[str, FileAccount]] = field(default_factory=list)
    latest: int = 0


class Staging:
    """The snapshots of one import under way, and a local number for each of its accounts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.accounts: dict[Account, int] = {}
        self.snapshots: list[Staged] = []
        self.problems: list[Problem] = []
        self._tables = 0
        self._heads = 0

    def begin(self, snapshot: SnapshotAccount) -> None:
        """All files taken from now on belong to `snapshot`."""
        self.snapshots.append(Staged(snapshot))

    def take(self, name: str, form: str, records: Iterable[Record]) -> None:
        """Read all records of a file of the format `form`; the store itself is not written."""
        staged = self.snapshots[-1]
        account = FileAccount(name, form)
        staged.account.files.append(account)
        with sentences(self._store.path):
            if table := self._stage(records, account, staged):
                staged.messages.append((table, account))

    def _stage(self, records: Iterable[Record], account: FileAccount, staged: Staged) -> str | None:
        """Fill a temporary table with the messages, sorted and each once; return its name."""
        connection = self._store.connection
        table = f"staged_{self._tables}"
        self._tables += 1
        connection.execute(
            f"CREATE TEMP TABLE {table} (account INTEGER, at INTEGER, direction INTEGER,"
            " conversation INTEGER, size INTEGER, channel INTEGER, head INTEGER,"
            " PRIMARY KEY (account, at, direction, conversation)) WITHOUT ROWID"
        )
        connection.execute("BEGIN")  # of the temporary file only: once for all rows is fast
        try:
            connection.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET size = excluded.size WHERE excluded.size > size",
                self._messages(records, account, staged),
            )
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")
        distinct = connection.execute(f"SELECT sum(head) FROM {table}").fetchone()[0]
        if distinct is None:
            connection.execute(f"DROP TABLE {table}")
            return None
        if self._heads > distinct:
            account.set_aside["repeated rows"] += self._heads - distinct
        return table

    def _messages(
        self, records: Iterable[Record], account: FileAccount, staged: Staged
    ) -> Iterator[tuple[int, int, int, int, int, int, int]]:
        """Yield a row for each person of a message and keep every other record in memory.

        `head` is 1 in the first row of a message, so that messages can be counted.
        """
        local, read, latest = self.accounts, 0, 0
        for record in records:
            if type(record) is not Interaction:
                self._keep(record, account, staged)
                continue
            read += 1
            _, accounts, at, direction, channel, size, conversation = record
            if at > latest:  # noqa: PLR1730 - max() takes three times as long
                latest = at
            head = 1
            for one in accounts:
                number = local.get(one)
                if number is None:
                    number = local[one] = len(local)
                yield (
                    number, at, DIRECTION[direction], conversation, size, _CHANNEL[channel], head
                )  # fmt: skip
                head = 0
        self._heads = read
        account.read += read
        if latest:
            staged.latest = max(staged.latest, EPOCH_DAY + latest // SECONDS_PER_DAY)

    def _keep(self, record: Record, account: FileAccount, staged: Staged) -> None:
        match record:
            case Profile():
                staged.profiles.append(record)
                self._number(record.account)
                return
            case SetAside():
                account.set_aside[record.kind] += 1
            case Problem():
                account.skipped += 1
                self.problems.append(record)
            case Tie():
                staged.ties.append((record, account))
                staged.profiles.append(record.profile)
                self._number(record.account)
                staged.latest = max(staged.latest, record.since or 0)
            case Signal():
                staged.signals.append((record, account))
                self._number(record.account)
                if record.profile is not None:
                    staged.profiles.append(record.profile)
                staged.latest = max(staged.latest, EPOCH_DAY + record.at // SECONDS_PER_DAY)
            case LogEntry():
                staged.entries.append((record, account))
                day = EPOCH_DAY + (record.at or 0) // SECONDS_PER_DAY
                staged.latest = max(staged.latest, record.day or day)
                self._number(record.account)
        account.read += 1

    def _number(self, account: Account) -> None:
        self.accounts.setdefault(account, len(self.accounts))
