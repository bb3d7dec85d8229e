"""Reading an export of netaudit back: its snapshots, and what the user said, into one import."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar, cast

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.errors import InputRefused
from netaudit.importers import File, exported
from netaudit.importers.exported.told import (
    Decided,
    Forgotten,
    Person,
    Preferred,
    Removed,
    Snapshot,
    Stated,
    Talk,
    Told,
    Unknown,
)
from netaudit.records import Account, Entry, Interactions, Note, Problem, Signal, Tie, TieKind
from netaudit.store import Store
from netaudit.store.retold import MOST_FORGOTTEN, Messages, Sayings
from netaudit.store.sifting import KIND as FORGOTTEN
from netaudit.store.staging import FileAccount, SnapshotAccount, Staged, Staging
from netaudit.store.tombstones import Forgotten as Marks
from netaudit.workflows.forgetting import forgotten
from netaudit.workflows.planning import Planned, Progress

_Record = TypeVar("_Record", Tie, Entry, Signal, Note)
_FORM = "netaudit-export"
_NOT_WHOLE = "{}: with lines that cannot be read, nobody is taken off a list for not being in it"


def retell(
    opened: Store,
    plan: Planned,
    staging: Staging,
    notices: list[str],
    progress: "Progress | None" = None,
) -> SnapshotAccount:
    """Stage all that an export tells; return the account of its lines, type by type.

    The snapshots keep the accounts of their own files, as they were told when these were read.
    """
    ((file,),) = plan.files.values()
    watched = replace(file, watch=partial(progress, file)) if progress else file
    retelling = _Retelling(staging, file, _accounts(opened), forgotten(opened))
    for told in exported.read(watched, notices):
        retelling.take(told)
    retelling.end(notices)
    return SnapshotAccount(plan.platform, plan.name, files=list(retelling.lines.values()))


def _accounts(opened: Store) -> frozenset[Account]:
    with opened.reading() as connection:
        rows = connection.execute("SELECT platform, kind, key FROM account")
        return frozenset(Account(*row) for row in rows)


def other_owner(staging: Staging, known: Mapping[str, Collection[str]]) -> str | None:
    """Say which source of an export is of another member than the `known` ones, by source."""
    told: dict[str, set[str]] = defaultdict(set)
    for staged in staging.snapshots:
        if staged.retold and staged.account.owner.slug:
            told[staged.account.source].add(staged.account.owner.slug)
    for source, links in told.items():
        if known.get(source) and links.isdisjoint(known[source]):
            return f"{source}: this is the export of another member than the ones before"
    return None


class _Lines(dict[str, FileAccount]):
    """Type of lines -> what became of them."""

    def __missing__(self, kind: str) -> FileAccount:
        account = self[kind] = FileAccount(kind, _FORM)
        return account


class _Retelling:
    """One export on its way into the staging."""

    def __init__(
        self, staging: Staging, file: File, known: Collection[Account], marks: Marks | None
    ) -> None:
        self.lines = _Lines()
        self._staging = staging
        self._file = file
        self._known = known
        self._marks = marks
        self._staged: dict[int, Staged] = {}
        self._messages: dict[int, Messages] = {}
        self._broken = False
        self._uncounted = FileAccount("", _FORM)
        self._said = staging.said = staging.said or Sayings()

    def take(self, told: Told) -> None:
        """Take what one line tells, or messages of many."""
        match told:
            case Talk():
                self._talk(told)
            case Stated():
                self._fact(told)
            case Person():
                self._person(told)
            case Snapshot():
                self._snapshot(told)
            case Problem():
                self._staging.problems.append(told)
                self._counted("lines that cannot be read").skipped += 1
                self._broken = True
            case Unknown():
                self._counted("other lines").set_aside["of unknown types"] += 1
            case _:
                self._say(told)

    def _counted(self, kind: str) -> FileAccount:
        account = self.lines[kind]
        account.read += 1
        return account

    def _snapshot(self, told: Snapshot) -> None:
        files = [
            FileAccount(
                one.name, one.format, one.read, one.new, one.updated, one.unchanged,
                skipped=one.skipped,
            )
            for one in told.files
        ]  # fmt: skip
        for file, one in zip(files, told.files, strict=True):
            file.set_aside.update(one.set_aside)
        account = SnapshotAccount(
            told.source, told.name, told.owner, told.exported_on,
            cast("set[TieKind]", set(told.lists)), files,
        )  # fmt: skip
        staged = self._staged[told.number] = Staged(account, retold=True)
        staged.hidden.update(told.hidden)
        self._staging.snapshots.append(staged)

    def _person(self, told: Person) -> None:
        staying = [one for one in told.accounts if not self._is_forgotten(one)]
        line = self._counted("people")
        if not staying:
            line.set_aside[FORGOTTEN] += 1
            return
        known = any(account in self._known for account in staying)
        line.unchanged += known
        line.added += not known
        for account in staying:
            self._number(account)
        for snapshots, profile in told.profiles:
            if profile.account in staying:
                for number in snapshots:
                    self._staged[number].profiles.append(profile)
        for snapshots, tie in told.ties:
            if tie.account in staying:
                for staged, fact in self._each(snapshots, tie, "list entries", tie.since):
                    staged.ties.append(fact)

    def _each(
        self, snapshots: tuple[int, ...], record: _Record, kind: str, day: int | None
    ) -> Iterator[tuple[Staged, tuple[_Record, FileAccount]]]:
        """Yield the snapshots that state a fact, with it; only in the first one it is counted.

        All others share one object: list entries times snapshots may be millions.
        """
        once, again = (record, self._counted(kind)), (record, self._uncounted)
        for place, number in enumerate(snapshots):
            self._reaches(number, day)
            yield self._staged[number], again if place else once

    def _fact(self, told: Stated) -> None:
        record = told.record
        kind = {Entry: "interactions", Signal: "signals", Note: "notes"}[type(record)]
        if self._is_forgotten(record.account):
            self._counted(kind).set_aside[FORGOTTEN] += 1
            return
        self._number(record.account)
        match record:
            case Entry():
                day = record.day or _day(record.at or 0)
                for staged, entry in self._each(told.snapshots, record, kind, day):
                    staged.entries.append(entry)
            case Signal():
                for staged, signal in self._each(told.snapshots, record, kind, _day(record.at)):
                    staged.signals.append(signal)
            case Note():
                for staged, note in self._each(told.snapshots, record, kind, record.day):
                    staged.notes.append(note)

    def _talk(self, told: Talk) -> None:
        line = self.lines["interactions"]
        line.read += len(told.messages.at)
        messages = told.messages
        if any(self._is_forgotten(end.accounts[0]) for end in set(messages.ends)):
            rows = [
                row for row in zip(*messages, strict=True)
                if not self._is_forgotten(row[1].accounts[0])
            ]  # fmt: skip
            line.set_aside[FORGOTTEN] += len(messages.at) - len(rows)
            if not rows:
                return
            messages = Interactions(*map(list, zip(*rows, strict=True)))
        self._messages.setdefault(told.snapshot, Messages()).add(messages)

    def _say(self, told: Told) -> None:
        said = self._said
        match told:
            case Decided(decision):
                line = self._counted("decisions")
                if self._named([decision.account, decision.other], line):
                    said.decisions.append((decision, line))
            case Preferred(preference, account):
                line = self._counted("preferences")
                if account is None or self._named([account], line):
                    said.preferences.append((preference, account, line))
            case Removed(entry):
                said.removed.append((entry, self._counted("removed entries")))
            case Forgotten(key, digest):
                line = self._counted("forgotten people")
                digests, _ = said.forgotten.setdefault(key, (set(), line))
                line.set_aside["repeated lines"] += digest in digests
                digests.add(digest)
                if len(said.forgotten) > MOST_FORGOTTEN:
                    raise InputRefused(
                        f"{self._file.shown}: more than {MOST_FORGOTTEN:,} forgotten people"
                    )

    def _named(self, accounts: list[Account], line: FileAccount) -> bool:
        if any(map(self._is_forgotten, accounts)):
            line.set_aside[FORGOTTEN] += 1
            return False
        for account in accounts:
            self._number(account)
        return True

    def _number(self, account: Account) -> None:
        self._staging.accounts.setdefault(account, len(self._staging.accounts))

    def _is_forgotten(self, account: Account) -> bool:
        return self._marks is not None and account in self._marks

    def _reaches(self, number: int, day: int | None) -> None:
        staged = self._staged[number]
        staged.latest = max(staged.latest, day or 0)

    def end(self, notices: list[str]) -> None:
        """Stage the messages, which are many; say what else follows from lines left out."""
        line = self.lines["interactions"]
        for number, messages in self._messages.items():
            self._reaches(number, messages.latest)
            columns, repeated = messages.columns(self._staging.accounts)
            self._staged[number].messages.append((columns, line))
            line.set_aside["repeated lines"] += repeated
        self._messages.clear()
        if self._broken:
            for staged in self._staged.values():
                staged.account.lists.clear()
            notices.append(_NOT_WHOLE.format(self._file.shown))
        for kind, line in list(self.lines.items()):
            line.set_aside += Counter()  # kinds of which there is none
            if not line.read:
                del self.lines[kind]


def _day(at: int) -> int:
    return EPOCH_DAY + at // SECONDS_PER_DAY
