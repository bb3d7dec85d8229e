"""The writing half of an import: one short transaction that holds all of it or nothing."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day
from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, LogEntry, Profile
from netaudit.store import bitmap
from netaudit.store.echoes import echoes
from netaudit.store.links import Resolve, relink
from netaudit.store.staging import DIRECTION, FileAccount, SnapshotAccount, Staged, Staging
from netaudit.store.store import Store, sentences

#: Letters and digits that are not taken for one another, and no vowels to make words of.
_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"


def short_id(account: Account, attempt: int = 0) -> str:
    """Return the id of an account that a person can type: 8 signs, the same in every store.

    One large store in a thousand holds two accounts with the same one; whichever comes second
    takes its next `attempt`.
    """
    parts = (*account, str(attempt)) if attempt else account
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).digest()
    number, signs = int.from_bytes(digest[:8]), ""
    for _ in range(8):
        number, place = divmod(number, len(_ALPHABET))
        signs += _ALPHABET[place]
    return signs


@dataclass(frozen=True)
class Outcome:
    """What an import did; `import_id` is None where the store already said the same.

    `new_people`: names in the log that fit nobody and became people. `ambiguous`: (file, line,
    ids of those it fits) of entries that count for nobody until the name is made clear.
    """

    import_id: int | None
    snapshots: list[SnapshotAccount]
    new_people: list[str]
    ambiguous: list[tuple[str, int, str]]
    #: Messages in the store that only echo the note of an invitation.
    echoes: int


class _NothingNewError(Exception):
    """Ends the transaction of an import that brought nothing."""


def commit(
    store: Store, staging: Staging, command: Literal["import", "log"], resolve: Resolve
) -> Outcome:
    """Write what was staged, unless the store already says exactly the same.

    `resolve` derives who is who from all accounts and decisions, new and stored.
    """
    import_id: int | None = None
    made: set[Account] = set()
    try:
        with store.transaction() as connection:
            writer = _Writer(connection, staging, store.now(), command)
            fresh = [writer.snapshot(staged) for staged in staging.snapshots]
            if True not in fresh:
                raise _NothingNewError  # noqa: TRY301 - leaves the transaction undone
            relink(connection, resolve, store.decisions())
            import_id = writer.import_id
            made = writer.made
        store.publish()
    except _NothingNewError:
        pass
    with sentences(store.path):
        new_people, ambiguous = _joined(store.connection, staging, made)
        found = len(echoes(store.connection))
    snapshots = [staged.account for staged in staging.snapshots]
    return Outcome(import_id, snapshots, new_people, ambiguous, found)


def _joined(
    connection: sqlite3.Connection, staging: Staging, made: set[Account]
) -> tuple[list[str], list[tuple[str, int, str]]]:
    """Tell which entries made a new person, an account `made` just now, and which fit several."""
    new: dict[str, None] = {}
    several = []
    for staged in staging.snapshots:
        for entry, file in staged.entries:
            verdict, reason, entries, ties = connection.execute(
                "SELECT l.verdict, l.reason,"
                " (SELECT count(*) FROM profile p WHERE p.account_id = a.id),"
                " (SELECT count(*) FROM link o WHERE o.person_id = a.id)"
                " FROM account a JOIN link l ON l.account_id = a.id"
                " WHERE a.platform = ? AND a.kind = ? AND a.key = ?",
                entry.account,
            ).fetchone()
            if verdict == "ambiguous":
                several.append((file.name, entry.line, reason.partition(": ")[2]))
            elif entry.account in made and verdict == "alone" and not entries and ties == 1:
                new[entry.written] = None
    return sorted(new), several


class _Writer:
    """Writes facts and gives them ids; knows which ids each snapshot stated."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        staging: Staging,
        now: int,
        command: Literal["import", "log"],
    ) -> None:
        self.connection = connection
        self.import_id = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (?, ?)", (now, command)
        ).lastrowid
        #: Accounts that the store did not have.
        self.made: set[Account] = set()
        #: Local number of an account in the staging -> its id.
        self.ids = [self._account(account) for account in staging.accounts]
        self.number = staging.accounts
        #: Ids of accounts of which something new was said.
        self._fresh: set[int] = set()
        #: Whether a message turned out to have had more people in it.
        self._grown = False

    def _account(self, account: Account) -> int:
        found = self.connection.execute(
            "SELECT id FROM account WHERE platform = ? AND kind = ? AND key = ?", account
        ).fetchone()
        if found:
            return int(found[0])
        taken = "SELECT 1 FROM account WHERE short_id = ?"
        short, attempt = short_id(account), 0
        while self.connection.execute(taken, (short,)).fetchone():
            attempt += 1
            short = short_id(account, attempt)
        self.made.add(account)
        return self._insert("account", (None, *account, short))

    def _insert(self, table: str, row: tuple[Any, ...]) -> int:
        marks = ", ".join("?" * len(row))
        return self.connection.execute(f"INSERT INTO {table} VALUES ({marks})", row).lastrowid or 0

    def snapshot(self, staged: Staged) -> bool:
        """Write one snapshot; tell whether the store did not already hold the same."""
        account = staged.account
        if account.exported_on is None and account.source != "log" and staged.latest:
            account.exported_on = staged.latest
        stated = {
            "profile": self._profiles(staged.profiles, account.exported_on or 0),
            "tie": self._ties(staged),
            "entry": self._entries(staged),
            "signal": self._signals(staged),
            "message": self._all_messages(staged),
        }
        packed = {fact: bitmap.pack(ids) for fact, ids in stated.items()}
        rows = {fact: bits for fact, bits in packed.items() if bits is not None}
        known = self._known(account, rows)
        number = self._insert(
            "snapshot",
            (
                None, self.import_id, account.source, account.name, account.exported_on,
                account.lists, account.owner.slug or "", account.owner.name,
            ),
        )  # fmt: skip
        self.connection.executemany(
            "INSERT INTO stated VALUES (?, ?, ?, ?)",
            [(number, fact, *bits) for fact, bits in rows.items()],
        )
        for file in account.files:
            self._insert("snapshot_file", (number, *_counts(file)))
        return not known or self._grown

    def _known(self, account: SnapshotAccount, rows: dict[str, bitmap.Stored]) -> bool:
        """Tell whether an earlier snapshot says the same of the same day."""
        stated = {fact: bitmap.as_integer(bits) for fact, bits in rows.items()}
        candidates = self.connection.execute(
            "SELECT id FROM snapshot WHERE source = ? AND exported_on IS ? AND lists = ?"
            " AND owner_slug = ? AND owner_name = ?",
            (
                account.source, account.exported_on, account.lists, account.owner.slug or "",
                account.owner.name,
            ),
        ).fetchall()  # fmt: skip
        for (number,) in candidates:
            stored = self.connection.execute(
                "SELECT fact, first_id, bits FROM stated WHERE snapshot_id = ?", (number,)
            ).fetchall()
            # Not the compressed bytes: each version of zlib has its own.
            if {f: bitmap.as_integer(bitmap.Stored(*bits)) for f, *bits in stored} == stated:
                return True
        return False

    def _profiles(self, profiles: Iterable[Profile], stated_on: int) -> list[int]:
        ids = []
        for profile in dict.fromkeys(profiles):
            content = (
                self.ids[self.number[profile.account]], profile.name, profile.url, profile.email,
                profile.company, profile.position, int(profile.listed),
            )  # fmt: skip
            found = self.connection.execute(
                "SELECT id, stated_on FROM profile WHERE account_id = ? AND name = ? AND url = ?"
                " AND email = ? AND company = ? AND position = ? AND listed = ?",
                content,
            ).fetchone()
            if found is None:
                keys = (name_key(profile.name), core_name_key(profile.name))
                row = (None, *content[:2], *keys, *content[2:], stated_on)
                ids.append(self._insert("profile", row))
                self._fresh.add(content[0])
                continue
            ids.append(found[0])
            if found[1] < stated_on:
                self.connection.execute(
                    "UPDATE profile SET stated_on = ? WHERE id = ?", (stated_on, found[0])
                )
        return ids

    def _ties(self, staged: Staged) -> list[int]:
        ids = []
        for tie, file in staged.ties:
            account = self.ids[self.number[tie.account]]
            found = self.connection.execute(
                "SELECT id FROM tie WHERE account_id = ? AND kind = ? AND since IS ?",
                (account, tie.kind, tie.since),
            ).fetchone()
            if found is None:
                ids.append(self._insert("tie", (None, account, tie.kind, tie.since)))
                file.added += 1
            else:
                ids.append(found[0])
                changed = account in self._fresh
                file.updated += changed
                file.unchanged += not changed
        return ids

    def _signals(self, staged: Staged) -> list[int]:
        ids = []
        for signal, file in staged.signals:
            content = (
                self.ids[self.number[signal.account]], signal.kind, signal.at,
                DIRECTION[signal.direction], int(signal.with_note),
            )  # fmt: skip
            found = self.connection.execute(
                "SELECT id FROM signal WHERE account_id = ? AND kind = ? AND at = ?"
                " AND direction = ? AND with_note = ?",
                content,
            ).fetchone()
            ids.append(found[0] if found else self._insert("signal", (None, *content)))
            file.unchanged += found is not None
            file.added += found is None
        return ids

    def _entries(self, staged: Staged) -> list[int]:
        ids = []
        for entry, file in staged.entries:
            content = entry_content(entry, self.ids[self.number[entry.account]])
            same = self.connection.execute(
                f"SELECT id, position FROM entry WHERE {SAME_ENTRY} AND occurrence = ?12",
                (*content, entry.occurrence),
            ).fetchall()
            found = [number for number, position in same if position == entry.position]
            ids.append(
                found[0]
                if found
                else self._insert("entry", (None, *content, entry.occurrence, entry.position))
            )
            file.unchanged += bool(same)
            file.added += not same
        return ids

    def _all_messages(self, staged: Staged) -> Iterable[int]:
        stated = [self._messages(table, file) for table, file in staged.messages]
        return stated[0] if len(stated) == 1 else [number for ids in stated for number in ids]

    def _messages(self, table: str, file: FileAccount) -> Iterable[int]:
        """Move the staged messages of a file; return the ids of all that it states."""
        run = self.connection.execute
        before = run("SELECT coalesce(max(id), 0) FROM message").fetchone()[0]
        run("CREATE TEMP TABLE IF NOT EXISTS id_of (local INTEGER PRIMARY KEY, id INTEGER)")
        self.connection.executemany(
            "INSERT OR IGNORE INTO id_of VALUES (?, ?)", enumerate(self.ids)
        )
        staged = f"FROM {table} s CROSS JOIN id_of i ON i.local = s.account"
        # Of exports that count its people differently, whichever came first, the larger is right.
        written = run(
            "INSERT INTO message SELECT i.id, s.at, s.direction, s.conversation,"
            f" s.size, s.channel, {before} + row_number() OVER () {staged} WHERE true"
            " ON CONFLICT DO UPDATE SET size = excluded.size WHERE excluded.size > message.size"
        ).rowcount
        count, heads = run(f"SELECT count(*), coalesce(sum(head), 0) FROM {table}").fetchone()
        if not before:
            file.added += heads
            return range(1, count + 1)
        stated = run(
            f"SELECT m.id, s.head {staged} CROSS JOIN message m ON m.account_id = i.id"
            " AND m.at = s.at AND m.direction = s.direction AND m.conversation = s.conversation"
        ).fetchall()
        new = [head for number, head in stated if number > before]
        self._grown |= written > len(new)
        file.added += sum(new)
        file.unchanged += heads - sum(new)
        return [number for number, _ in stated]


def places(store: Store, entry: LogEntry, zone: ZoneInfo) -> tuple[int, int]:
    """Return occurrence and position of a new entry: after its likes, and last on its day."""
    with sentences(store.path):
        return _places(store.connection, entry, zone)


def _places(connection: sqlite3.Connection, entry: LogEntry, zone: ZoneInfo) -> tuple[int, int]:
    account = connection.execute(
        "SELECT id FROM account WHERE platform = ? AND kind = ? AND key = ?", entry.account
    ).fetchone()
    if account is None:
        return 0, 0
    alike = connection.execute(
        f"SELECT max(occurrence) + 1 FROM entry WHERE {SAME_ENTRY}",
        entry_content(entry, account[0]),
    ).fetchone()[0]
    today = local_day(entry.at, entry.day, zone)
    rows = connection.execute("SELECT at, day, position FROM entry WHERE account_id = ?", account)
    same_day = [place for at, day, place in rows if local_day(at, day, zone) == today]
    return alike or 0, max(same_day, default=-1) + 1


#: What makes two entries alike; the place in the log and the count of likes come on top.
#: `coalesce` is how the index knows the moment; without it, each line costs a whole log.
SAME_ENTRY = (
    "account_id = ?1 AND written = ?2 AND at IS ?3 AND day IS ?4"
    " AND coalesce(at, day) = coalesce(?3, ?4) AND channel = ?5 AND medium = ?6"
    " AND direction = ?7 AND purpose = ?8 AND note = ?9 AND size = ?10 AND ref = ?11"
)


def entry_content(entry: LogEntry, account_id: int) -> tuple[Any, ...]:
    """Return the values of SAME_ENTRY, which are also the first columns of `entry`."""
    return (
        account_id, entry.written, entry.at, entry.day, entry.channel, entry.medium,
        DIRECTION[entry.direction], entry.purpose, entry.note, entry.size, entry.ref,
    )  # fmt: skip


def _counts(file: FileAccount) -> tuple[Any, ...]:
    return (
        file.name, file.format, file.read, file.added, file.updated, file.unchanged,
        file.skipped, json.dumps(file.set_aside, sort_keys=True),
    )  # fmt: skip
