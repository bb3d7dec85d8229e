"""What was brought into the store, import by import."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from netaudit.records import Account, Preference
from netaudit.store import bitmap
from netaudit.store.accounts import Named, called, named
from netaudit.store.staging import FileAccount, SnapshotAccount
from netaudit.store.store import Store


class Logged(NamedTuple):
    """An entry of the log as it was written: who, by which channel, and the moment or day.

    Those of one `ref`, and alike in all else, are of one interaction with several people.
    """

    written: str
    channel: str
    at: int | None
    day: int | None
    ref: str


class Said(NamedTuple):
    """What the user said of two accounts, each as it is called."""

    import_id: int
    kind: str
    one: str
    other: str


class Wanted(NamedTuple):
    """What the user prefers of somebody, as they are called; of all with a tag `one` is empty."""

    one: str
    said: Preference


@dataclass(frozen=True)
class Import:
    """One command that brought something in. `at` is UTC epoch seconds.

    Of `netaudit log` the `entries` are told, and those that it `removed`, of `netaudit match` the
    decisions as `said`, of `netaudit import` the account of every file, of other commands what was
    `wanted`.
    """

    import_id: int
    at: int
    command: str
    snapshots: list[SnapshotAccount] = field(default_factory=list)
    entries: list[Logged] = field(default_factory=list)
    removed: list[Logged] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)


def imports(store: Store, import_id: int | None = None) -> list[Import]:
    """Return all imports, or the one of that id, the oldest first."""
    with store.reading() as connection:
        found = {
            row[0]: Import(*row)
            for row in connection.execute(
                "SELECT id, imported_at, command FROM import WHERE ?1 IS NULL OR id = ?1"
                " ORDER BY id",
                (import_id,),
            )
        }
        snapshots: dict[int, SnapshotAccount] = {}
        for number, of, *told in connection.execute(
            "SELECT id, import_id, source, name, exported_on FROM snapshot ORDER BY id"
        ):
            if of in found:
                source, name, day = told
                snapshots[number] = SnapshotAccount(source, name, exported_on=day)
                found[of].snapshots.append(snapshots[number])
                if found[of].command != "import":
                    found[of].entries.extend(_entries(connection, number))
        for number, *told, aside in connection.execute(
            "SELECT snapshot_id, name, format, rows_read, added, updated, unchanged, skipped,"
            " set_aside FROM snapshot_file ORDER BY rowid"
        ):
            if number in snapshots:
                name, form, read, added, updated, unchanged, skipped = told
                kinds = Counter(json.loads(aside))
                snapshots[number].files.append(
                    FileAccount(name, form, read, added, updated, unchanged, kinds, skipped)
                )
        _add_words(connection, found)
    return list(found.values())


def _add_words(connection: sqlite3.Connection, found: Mapping[int, Import]) -> None:
    """Add what the user removed, decided and wanted."""
    for number, *entry in connection.execute(
        "SELECT w.import_id, e.written, e.channel, e.at, e.day, e.ref FROM withdrawn w"
        " JOIN entry e ON e.short_id = w.entry WHERE NOT EXISTS ("
        "  SELECT 1 FROM withdrawn o WHERE o.entry = w.entry AND o.import_id < w.import_id)"
        " GROUP BY w.import_id, w.entry ORDER BY min(e.id)"
    ):
        if number in found:
            found[number].removed.append(Logged(*entry))
    for one in said(connection):
        if one.import_id in found:
            found[one.import_id].said.append(one)
    for number, wanted in _wanted(connection):
        if number in found:
            found[number].wanted.append(wanted)


def last_recorded(store: Store) -> int | None:
    """Return the instant, in UTC epoch seconds, at which something was last brought in."""
    with store.reading() as connection:
        row: tuple[int | None] = connection.execute(
            "SELECT max(imported_at) FROM import"
        ).fetchone()
    return row[0]


def _entries(connection: sqlite3.Connection, snapshot_id: int) -> Iterator[Logged]:
    stored = connection.execute(
        "SELECT first_id, bits FROM stated WHERE snapshot_id = ? AND fact = 'entry'",
        (snapshot_id,),
    ).fetchone()
    query = "SELECT written, channel, at, day, ref FROM entry WHERE id = ?"
    for number in bitmap.bits(bitmap.as_integer(bitmap.Stored(*stored))) if stored else ():
        yield Logged(*connection.execute(query, (number,)).fetchone())


def said(connection: sqlite3.Connection, about: Collection[Account] | None = None) -> list[Said]:
    """Return what the user said of who is who, the oldest first.

    With `about` only what stands of these accounts: of several about the same two the last.
    """
    rows = connection.execute(
        "SELECT import_id, kind, account_id, other_id FROM decision ORDER BY import_id, id"
    ).fetchall()
    known = named(connection, {number for row in rows for number in row[2:]})
    told: dict[object, Said] = {}
    for import_id, kind, *numbers in rows:
        accounts = [known[number] for number in numbers]
        if about is None:
            key: object = len(told)
        elif any(one.account in about for one in accounts):
            key = frozenset(numbers)
            told.pop(key, None)
        else:
            continue
        told[key] = Said(import_id, kind, *_labels(accounts))
    return list(told.values())


def _wanted(connection: sqlite3.Connection) -> list[tuple[int, Wanted]]:
    """Return what the user preferred, with the imports: once for all accounts of a person."""
    rows = connection.execute(
        "SELECT import_id, matter, value, tag, account_id, min(id) FROM preference"
        " GROUP BY import_id, matter, tag ORDER BY import_id, min(id)"
    ).fetchall()
    accounts = {row[4] for row in rows if row[4] is not None}
    known, people = named(connection, accounts), _people(connection, accounts)
    return [
        (
            number,
            Wanted(
                "" if account is None else people.get(account) or known[account].shown,
                Preference(*said),
            ),
        )
        for number, *said, account, _ in rows
    ]


def _people(connection: sqlite3.Connection, accounts: Collection[int]) -> dict[int, str]:
    """Return account -> the name of its person; of an unclear name none."""
    person = dict(
        connection.execute(
            "SELECT account_id, person_id FROM link WHERE verdict <> 'ambiguous'"
            " AND account_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(accounts)),),
        )
    )
    names = called(connection, set(person.values()))
    return {account: names[number].name for account, number in person.items()}


def _labels(accounts: Sequence[Named]) -> tuple[str, str]:
    one, other = accounts
    if one.label == other.label:  # two of one name
        return f"{one.label} ({one.short_id})", f"{other.label} ({other.short_id})"
    return one.label, other.label
