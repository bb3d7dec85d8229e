"""Writing facts: each is in the store once, and every snapshot knows which ones it stated."""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import Any

from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, Entry, Profile
from netaudit.store.staging import DIRECTION, Staged

#: Letters and digits that are not taken for one another, and no vowels to make words of.
_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"

#: What makes two entries alike; the place in the log and the count of likes come on top.
#: `coalesce` is how the index knows the moment; without it, each line costs a whole log.
SAME_ENTRY = (
    "account_id = ?1 AND written = ?2 AND at IS ?3 AND day IS ?4"
    " AND coalesce(at, day) = coalesce(?3, ?4) AND channel = ?5 AND medium = ?6"
    " AND direction = ?7 AND purpose = ?8 AND note = ?9 AND size = ?10"
)


def short_id(account: Account, attempt: int = 0) -> str:
    """Return the id of an account that a person can type: 8 signs, the same in every store.

    One large store in a thousand holds two accounts with the same one; whichever comes second
    takes its next `attempt`.
    """
    parts = (*account, str(attempt)) if attempt else account
    return typed("\0".join(parts))


def entry_id(entry: Entry) -> str:
    """Return the id of an entry that a person can type: 8 signs that follow from what it says.

    Equal entries of one log differ by their `occurrence`; the place on the day makes no difference.
    """
    said = entry._replace(line=0, position=0, profile=None)
    return typed("\0".join(map(str, (*said.account, *said[2:]))))


def typed(text: str) -> str:
    """Return 8 signs that stand for a text."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    number, signs = int.from_bytes(digest[:8]), ""
    for _ in range(8):
        number, place = divmod(number, len(_ALPHABET))
        signs += _ALPHABET[place]
    return signs


class _Facts:
    """The facts of one table: finds a fact by its content, or gives it the next id.

    `same` is the condition on the content; what else a row holds is not compared.
    """

    def __init__(self, connection: sqlite3.Connection, table: str, same: str) -> None:
        self._connection = connection
        self._table = table
        self._query = f"SELECT id FROM {table} WHERE {same}"
        last: int = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        self._was_empty = last == 0
        self._next = last + 1
        #: Content -> id, of the facts that this import brought.
        self._new: dict[tuple[Any, ...], int] = {}
        self._waiting: list[tuple[Any, ...]] = []

    def id_of(self, content: tuple[Any, ...]) -> int | None:
        """Return the id of a fact that is there, also of one that still waits."""
        if (waiting := self._new.get(content)) is not None:
            return waiting
        if self._was_empty:
            return None
        found = self._connection.execute(self._query, content).fetchone()
        return None if found is None else int(found[0])

    def add(self, content: tuple[Any, ...], row: tuple[Any, ...]) -> int:
        """Take in a new fact; `row` is what stands in the table behind the id."""
        number = self._new[content] = self._next
        self._next += 1
        self._waiting.append((number, *row))
        return number

    def taken(self, content: tuple[Any, ...], number: int) -> None:
        """Know of a content that another writes."""
        self._new[content] = number

    def write(self) -> None:
        """Write what waits."""
        if self._waiting:
            marks = ", ".join("?" * len(self._waiting[0]))
            self._connection.executemany(
                f"INSERT INTO {self._table} VALUES ({marks})", self._waiting
            )
            self._waiting.clear()


class Writer:
    """Writes the facts of one import, snapshot by snapshot, in a transaction of the caller's."""

    def __init__(self, connection: sqlite3.Connection, accounts: dict[Account, int]) -> None:
        """Make sure that all `accounts`, numbered from 0 as they were staged, have an id."""
        self._connection = connection
        self._number = accounts
        #: Accounts that the store did not have.
        self.made: set[Account] = set()
        #: Local number of an account in the staging -> its id.
        self.ids = self._accounts(accounts)
        #: Ids of accounts of which a snapshot said something new, and of which its list did.
        self._fresh: set[int] = set()
        self._fresh_listed: set[int] = set()
        #: Accounts of address books of earlier snapshots of this import.
        self._met: set[Account] = set()
        self._profile = _Facts(
            connection, "profile",
            "account_id = ? AND name = ? AND url = ? AND email = ? AND company = ?"
            " AND position = ? AND listed = ? AND phone = ? AND handle = ? AND about = ?"
            " AND said_on = ?",
        )  # fmt: skip
        self._tie = _Facts(connection, "tie", "account_id = ? AND kind = ? AND since IS ?")
        self._signal = _Facts(
            connection, "signal",
            "account_id = ? AND kind = ? AND at = ? AND direction = ? AND with_note = ?",
        )  # fmt: skip
        self._entry = _Facts(
            connection, "entry",
            f"{SAME_ENTRY} AND ref = ?11 AND logged = ?12 AND occurrence = ?13 AND position = ?14",
        )  # fmt: skip
        #: Entries of this import without their place.
        self._entries: set[tuple[Any, ...]] = set()
        self._note = _Facts(connection, "note", "account_id = ? AND day IS ? AND text = ?")

    def _accounts(self, accounts: Iterable[Account]) -> list[int]:
        facts = _Facts(self._connection, "account", "platform = ? AND kind = ? AND key = ?")
        short_ids = _Facts(self._connection, "account", "short_id = ?")
        ids = []
        for account in accounts:
            found = facts.id_of(account)
            if found is None:
                short, attempt = (short_id(account),), 0
                while short_ids.id_of(short) is not None:
                    attempt += 1
                    short = (short_id(account, attempt),)
                self.made.add(account)
                found = facts.add(account, (*account, *short))
                short_ids.taken(short, found)
            ids.append(found)
        facts.write()
        return ids

    def _id(self, account: Account) -> int:
        return self.ids[self._number[account]]

    def profiles(self, staged: Staged, stated_on: int) -> list[int]:
        """Write what a snapshot of the day `stated_on` says of accounts; return the ids."""
        self._fresh.clear()
        self._fresh_listed.clear()
        ids = []
        for profile in dict.fromkeys(staged.profiles):
            content = _content(profile, self._id(profile.account))
            found = self._profile.id_of(content)
            if found is None:
                keys = (name_key(profile.name), core_name_key(profile.name))
                day = profile.said_on or stated_on
                found = self._profile.add(content, (*content[:2], *keys, *content[2:], day))
                self._fresh.add(content[0])
                if profile.listed:
                    self._fresh_listed.add(content[0])
            ids.append(found)
        self._profile.write()
        return ids

    def contacts(self, staged: Staged) -> None:
        """Account for the rows of address books, whose facts are profiles."""
        for contact, file in staged.contacts:
            account = contact.profiles[0].account
            if account in self.made and account not in self._met:
                file.added += 1
            elif self._id(account) in self._fresh:
                file.updated += 1
            else:
                file.unchanged += 1
        self._met |= {contact.profiles[0].account for contact, _ in staged.contacts}

    def ties(self, staged: Staged, day: int | None) -> list[int]:
        """Write the list entries of a snapshot of that day; return the ids."""
        ids = []
        was_unchanged = False
        for tie, file in staged.ties:
            content = (self._id(tie.account), tie.kind, tie.since)
            found = self._tie.id_of(content)
            new, found = found is None, found or self._tie.add(content, (*content, day, day, None))
            ids.append(found)
            if tie.continues:  # a known row that says one thing more
                file.updated += new and was_unchanged
                file.unchanged -= new and was_unchanged
                continue
            changed = not new and content[0] in self._fresh_listed
            was_unchanged = not new and not changed
            file.added += new
            file.updated += changed
            file.unchanged += was_unchanged
        self._tie.write()
        return ids

    def signals(self, staged: Staged) -> list[int]:
        """Write the signals of a snapshot; return the ids."""
        ids = []
        for signal, file in staged.signals:
            content = (
                self._id(signal.account), signal.kind, signal.at, DIRECTION[signal.direction],
                int(signal.with_note),
            )  # fmt: skip
            found = self._signal.id_of(content)
            file.unchanged += found is not None
            file.added += found is None
            ids.append(self._signal.add(content, content) if found is None else found)
        self._signal.write()
        return ids

    def notes(self, staged: Staged, stated_on: int) -> list[int]:
        """Write the user's notes in a snapshot of that day; return the ids."""
        ids = []
        for note, file in staged.notes:
            content = (self._id(note.account), note.day, note.text)
            found = self._note.id_of(content)
            file.unchanged += found is not None
            file.added += found is None
            ids.append(self._note.add(content, (*content, stated_on)) if found is None else found)
        self._note.write()
        return ids

    def entries(self, staged: Staged) -> list[int]:
        """Write the entries of a snapshot; return the ids.

        An entry that the store has at another place of the day is not new, though a fact.
        """
        ids = []
        for entry, file in staged.entries:
            content = entry_content(entry, self._id(entry.account))
            whole = (*content, entry.ref, int(entry.logged), entry.occurrence, entry.position)
            found = self._entry.id_of(whole)
            same = found is not None or self._placed_elsewhere(whole[:-1])
            file.unchanged += same
            file.added += not same
            self._entries.add(whole[:-1])
            if found is None:
                found = self._entry.add(whole, (*whole, entry_id(entry)))
            ids.append(found)
        self._entry.write()
        return ids

    def _placed_elsewhere(self, content: tuple[Any, ...]) -> bool:
        if content in self._entries:
            return True
        query = f"{SAME_ENTRY} AND ref = ?11 AND logged = ?12 AND occurrence = ?13"
        found = self._connection.execute(f"SELECT 1 FROM entry WHERE {query}", content)
        return found.fetchone() is not None


def _content(profile: Profile, account_id: int) -> tuple[Any, ...]:
    return (
        account_id, profile.name, profile.url, profile.email, profile.company, profile.position,
        int(profile.listed), profile.phone, profile.handle, profile.about, profile.said_on,
    )  # fmt: skip


def entry_content(entry: Entry, account_id: int) -> tuple[Any, ...]:
    """Return the values of SAME_ENTRY, which are also the first columns of `entry`."""
    return (
        account_id, entry.written, entry.at, entry.day, entry.channel, entry.medium,
        DIRECTION[entry.direction], entry.purpose, entry.note, entry.size,
    )  # fmt: skip
