"""What a store must hold after whatever was done, remembered in a few dictionaries.

Slow and plain, on purpose. Who is who is not worked out here: that a store does not depend on how
it came to be is seen from another one, into which everything that counts is brought anew.
"""

from collections.abc import Iterable, Iterator, Set
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from netaudit.calendar import iso
from netaudit.normal import name_key
from netaudit.records import Account, Decision, Entry
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.facts import entry_id
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.naming import resolve_links
from store.decisions import Wish, prefer_outright, say
from store.forgettable import without
from store.said import said
from store.snapshots import Snapshot, add

#: The kind of a fact, its account, and what it says.
Fact = tuple[Any, ...]
#: Platform, kind and key of somebody forgotten, as a later import may name them.
Mark = tuple[str, str, str]
Told = tuple[str, Account, Account]


@dataclass
class Deed:
    """One import: what it stated, and what the user said by it."""

    command: str
    snapshots: tuple[Snapshot, ...] = ()
    entries: tuple[Entry, ...] = ()
    decisions: tuple[Told, ...] = ()
    wishes: tuple[Wish, ...] = ()
    withdrawn: frozenset[str] = frozenset()

    def facts(self) -> set[Fact]:
        """Return what it stated."""
        found: set[Fact] = {_entry(entry) for entry in self.entries}
        for snapshot in self.snapshots:
            one = said(snapshot)
            found |= {("profile", *profile) for profile in one.profiles}
            found |= {("tie", *tie) for tie in one.ties}
            found |= {("message", *message) for message in one.messages}
            found |= {_entry(entry) for entry in one.entries}
            found |= {("signal", *signal[1:6]) for signal in one.signals}
            found |= {("note", *note) for note in one.notes}
        return found

    def spoken_of(self) -> set[Account]:
        """Return the accounts of whom it says something."""
        decided = {account for _, *two in self.decisions for account in two}
        wished = {account for _, accounts in self.wishes for account in accounts}
        return {fact[1] for fact in self.facts()} | decided | wished

    def without(self, gone: frozenset[Account]) -> "Deed":
        """Return what is left of it when accounts are forgotten."""
        return replace(
            self,
            snapshots=tuple(without(one, gone) for one in self.snapshots),
            entries=tuple(one for one in self.entries if one.account not in gone),
            decisions=tuple(one for one in self.decisions if gone.isdisjoint(one[1:])),
            wishes=tuple(_left(self.wishes, gone)),
        )

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is left of what the user said or logged by it."""
        told = self.decisions or self.wishes or self.withdrawn
        return self.command != "import" and not told and not self.facts()


def _entry(entry: Entry) -> Fact:
    return ("entry", *entry._replace(line=0, profile=None)[1:15])


def _left(wishes: Iterable[Wish], gone: frozenset[Account]) -> Iterator[Wish]:
    for preference, accounts in wishes:
        staying = tuple(one for one in accounts if one not in gone)
        if staying or not accounts:
            yield preference, staying


@dataclass
class Remembered:
    """All that was done and not taken back, by the number of its import; and who was forgotten."""

    deeds: dict[int, Deed] = field(default_factory=dict)
    forgotten: dict[int, frozenset[Mark]] = field(default_factory=dict)
    _numbers: int = 0

    def facts(self) -> set[Fact]:
        """Return what must be on record."""
        return {fact for deed in self.deeds.values() for fact in deed.facts()}

    def accounts(self) -> set[Account]:
        """Return the accounts that must be there."""
        return {one for deed in self.deeds.values() for one in deed.spoken_of()}

    def withdrawn(self) -> set[str]:
        """Return the entries that count no more."""
        return {one for deed in self.deeds.values() for one in deed.withdrawn}

    def taken_out(self, ids: Set[str]) -> set[str]:
        """Return what counts no more when entries do not: also what they were before a change.

        But not what others were, who stay in what it became.
        """
        found = {*ids}
        whose = {_id(fact): fact[1] for fact in self.facts() if fact[0] == "entry"}
        for deed in self.deeds.values():
            now = {entry_id(one): one.account for one in deed.entries}
            if deed.command == "edit" and not ids.isdisjoint(now):
                staying = {account for short, account in now.items() if short not in ids}
                found |= {one for one in deed.withdrawn if whose.get(one) not in staying}
        return found

    def wishes(self) -> list[Wish]:
        """Return what was preferred, the oldest first."""
        return [wish for _, deed in sorted(self.deeds.items()) for wish in deed.wishes]

    def decided(self) -> dict[frozenset[Account], str]:
        """Return the last word about each two accounts, in the order of these words."""
        found: dict[frozenset[Account], str] = {}
        for _, deed in sorted(self.deeds.items()):
            for kind, *two in deed.decisions:
                found.pop(frozenset(two), None)
                found[frozenset(two)] = kind
        return found

    def marks(self) -> frozenset[Mark]:
        """Return all by which somebody forgotten is known again."""
        return frozenset().union(*self.forgotten.values())

    def sifted(self, snapshots: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
        """Return what an import may bring: nobody forgotten, unless they are on record."""
        gone = cast("frozenset[Account]", self.marks() - self.accounts())
        return tuple(without(one, gone) for one in snapshots)

    def welcome(self, accounts: Iterable[Account]) -> None:
        """Let those be written down again by hand whom the user writes down."""
        welcome = {*accounts}
        kept = {number: marks - welcome for number, marks in self.forgotten.items()}
        self.forgotten = {number: marks for number, marks in kept.items() if marks}

    def lift(self, name: str) -> int:
        """Let everybody come back who is known by a name; return how many these are."""
        named = {(platform, "name", name_key(name)) for platform in ("log", "linkedin")}
        back = [number for number, marks in self.forgotten.items() if marks & named]
        for number in back:
            del self.forgotten[number]
        return len(back)

    def forget(self, gone: frozenset[Account], *, tombstone: bool) -> None:
        """Leave everything as if nobody had ever said anything of these accounts."""
        of_them = {fact for fact in self.facts() if fact[1] in gone}
        self._erase(gone)
        if tombstone:
            self._numbers += 1
            self.forgotten[self._numbers] = frozenset(self._laid(gone, of_them))

    def restored(self, saved: "Remembered") -> "Remembered":
        """Return what is remembered when a copy is put in the place of all that is now."""
        back = deepcopy(saved)
        for number, marks in self.forgotten.items():
            back.forgotten[number] = back.forgotten.get(number, frozenset()) | marks
        back._numbers = max(self._numbers, saved._numbers)
        if self.forgotten:
            back._erase(frozenset(back.accounts() & back.marks()))
        return back

    def _erase(self, gone: frozenset[Account]) -> None:
        """Take out what is said of accounts, and imports of the user's that say nothing then."""
        before = self._entry_ids()
        self.deeds = {number: deed.without(gone) for number, deed in self.deeds.items()}
        theirs = before - self._entry_ids()
        for deed in self.deeds.values():
            deed.withdrawn -= theirs
        self.deeds = {n: deed for n, deed in self.deeds.items() if not deed.says_nothing}

    def _entry_ids(self) -> set[str]:
        return {_id(fact) for fact in self.facts() if fact[0] == "entry"}

    def _laid(self, gone: frozenset[Account], of_them: set[Fact]) -> Iterator[Mark]:
        """Yield the accounts, and what nobody else has of their names, addresses and handles."""
        left = self.facts()
        there = self.accounts()
        names = {fact[2] for fact in of_them if fact[0] == "profile" and fact[2]}
        names |= {f[2] for f in of_them if f[0] == "entry" and f[1].kind in {"name", "listed"}}
        names |= {one.key for one in gone if one.kind == "name"}
        borne = {name_key(fact[2]) for fact in left if fact[0] == "profile"}
        borne |= {one.key for one in there if one.kind == "name"}
        marks: set[Mark] = set(gone)
        for name in names:
            if name_key(name) not in borne:
                marks |= {(platform, "name", name_key(name)) for platform in ("log", "linkedin")}
        since = {
            f[3] for f in of_them if f[0] == "tie" and f[2] == "connection" and (f[3] or 0) > 1
        }
        for day in {day + by for day in since for by in (-1, 0, 1)}:
            marks |= {("linkedin", "listed", f"{name_key(name)} {iso(day)}") for name in names}
        emails = {fact[4] for fact in of_them if fact[0] == "profile" and fact[4]}
        emails |= {one.key for one in gone if one.kind == "email"}
        for email in emails - {fact[4] for fact in left if fact[0] == "profile"}:
            of_one = [("email", "email"), ("linkedin", "email"), ("stated", "email")]
            marks |= {(*kind, email) for kind in of_one}
        handles = {fact[9] for fact in of_them if fact[0] == "profile" and fact[9]}
        handles |= {one.key for one in gone if one.kind == "handle"}
        for handle in handles - {fact[9] for fact in left if fact[0] == "profile"}:
            marks.add(("x", "handle", handle))
        yield from marks - {tuple(one) for one in there}


def _id(fact: Fact) -> str:
    """Return the id by which the user names an entry."""
    return entry_id(Entry(0, *fact[1:]))


def again(store: Store, deed: Deed) -> None:
    """Do a deed once more, in another store, whatever stands there."""
    if deed.snapshots:
        add(store, *deed.snapshots)
    if deed.entries or deed.withdrawn:
        staging = Staging()
        staging.begin(SnapshotAccount("log", "netaudit log"))
        staging.take("netaudit log", "log", deed.entries)
        command: Literal["log", "edit"] = "edit" if deed.withdrawn else "log"
        commit(store, staging, command, resolve_links, withdrawn=deed.withdrawn)
    if deed.decisions:
        say(store, *(Decision(cast("Any", one[0]), *one[1:]) for one in deed.decisions))
    for preference, accounts in deed.wishes:
        prefer_outright(store, preference, accounts)
