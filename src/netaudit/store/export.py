"""All that a store holds, as the lines of an export: what docs/export.md describes.

What follows from other facts (who is who, until when somebody was on a list) is told for those
who read the lines with something else; netaudit derives it anew.
"""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from netaudit.calendar import iso
from netaudit.records import Account
from netaudit.store import bitmap
from netaudit.store.links import owners
from netaudit.store.preferences import NOTHING, preferred
from netaudit.store.store import Store, sentences

Line = dict[str, Any]

#: The version of the lines. What only adds to them leaves it as it is.
VERSION = 1
HEAD: Line = {"netaudit": "export", "version": VERSION}
END: Line = {"type": "end"}

DIRECTIONS = ("in", "out", "both")
#: A number that is larger is a text, as most programs would round it.
_EXACT = 1 << 53
_INSTANT = "strftime('%Y-%m-%dT%H:%M:%SZ', {}, 'unixepoch')"


@contextmanager
def set_apart(store: Store) -> Iterator[Store]:
    """Copy a store to a nameless temporary file: who writes need not wait for who reads slowly."""
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        with store.reading() as connection:
            # A copy waits for ever, a question as long as it may.
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            connection.backup(copy)
        with sentences(store.path):
            yield Store(copy, store.path, store.now)


@dataclass(frozen=True)
class _Known:
    """What every line needs: snapshots and accounts as the lines number and name them."""

    number: Mapping[int, int]
    account: Mapping[int, str]
    person: Mapping[int, str]


def lines(store: Store) -> Iterator[Line]:
    """Yield everything, in an order in which nothing is named before it is told."""
    connection = store.connection
    yield HEAD
    number = _numbers(connection)
    yield from _snapshots(connection, number)
    account = dict(connection.execute("SELECT id, short_id FROM account").fetchall())
    person = {
        one: account[of]
        for one, of in connection.execute(
            "SELECT account_id, person_id FROM link WHERE verdict <> 'ambiguous'"
        )
    }
    known = _Known(number, account, person)
    yield from _people(connection, known)
    yield from _messages(connection, known)
    yield from _entries(connection, known)
    yield from _signals(connection, known)
    yield from _notes(connection, known)
    yield from _said(store, account)
    yield END


_BY_HAND = (
    "s.source = 'log' AND (i.command <> 'import' OR NOT EXISTS"
    " (SELECT 1 FROM snapshot_file f WHERE f.snapshot_id = s.id))"
)


def _numbers(connection: sqlite3.Connection) -> dict[int, int]:
    """Return snapshot -> its number. All that was logged by hand is one snapshot."""
    found: dict[int, int] = {}
    by_hand, last = 0, 0
    for snapshot, hand in connection.execute(
        f"SELECT s.id, {_BY_HAND} FROM snapshot s JOIN import i ON i.id = s.import_id ORDER BY s.id"
    ):
        if not (hand and by_hand):
            last += 1
            by_hand = last if hand else by_hand
        found[snapshot] = by_hand if hand else last
    return found


def _snapshots(connection: sqlite3.Connection, number: Mapping[int, int]) -> Iterator[Line]:
    told: set[int] = set()
    for snapshot, source, name, day, lists, *owner in connection.execute(
        "SELECT id, source, name, exported_on, lists, owner_slug, owner_name, owner_keys"
        " FROM snapshot ORDER BY id"
    ).fetchall():
        if number[snapshot] in told:
            continue
        told.add(number[snapshot])
        hidden = connection.execute(
            "SELECT since, entries FROM hidden WHERE snapshot_id = ? ORDER BY since", (snapshot,)
        )
        yield _filled(
            type="snapshot", snapshot=number[snapshot], source=source, name=name,
            exported_on=_day(day), whole_lists=lists.split(",") if lists else [],
            owner=_filled(link=owner[0], name=owner[1], keys=owner[2].split()),
            hidden={iso(since): entries for since, entries in hidden},
            files=[] if _is_by_hand(connection, snapshot) else _files(connection, snapshot),
        )  # fmt: skip


def _is_by_hand(connection: sqlite3.Connection, snapshot: int) -> bool:
    query = f"SELECT {_BY_HAND} FROM snapshot s JOIN import i ON i.id = s.import_id WHERE s.id = ?"
    return bool(connection.execute(query, (snapshot,)).fetchone()[0])


def _files(connection: sqlite3.Connection, snapshot: int) -> list[Line]:
    rows = connection.execute(
        "SELECT name, format, rows_read, added, updated, unchanged, skipped, set_aside"
        " FROM snapshot_file WHERE snapshot_id = ? ORDER BY rowid",
        (snapshot,),
    )
    names = ("name", "format", "read", "new", "updated", "unchanged", "skipped")
    return [
        {**dict(zip(names, row[:-1], strict=True)), "set_aside": json.loads(row[-1])}
        for row in rows
    ]


def _people(connection: sqlite3.Connection, known: _Known) -> Iterator[Line]:
    """Yield whoever has an account; a name that fits several people is a line of its own."""
    accounts: dict[int, dict[int, Account]] = defaultdict(dict)
    fits: dict[int, str] = {}
    linked = []
    for person, account, verdict, reason, *key in connection.execute(
        "SELECT coalesce(l.person_id, a.id), a.id, coalesce(l.verdict, 'alone'),"
        " coalesce(l.reason, ''), a.platform, a.kind, a.key"
        " FROM account a LEFT JOIN link l ON l.account_id = a.id ORDER BY a.id"
    ):
        of = Account(*key)
        linked.append((person, verdict, of))
        accounts[account if verdict == "ambiguous" else person][account] = of
        if verdict == "ambiguous":
            fits[account] = reason.partition(": ")[2]
    own = owners(connection, linked)
    wishes = preferred(connection)
    names = dict(connection.execute("SELECT id, name FROM people"))
    profiles, ties = _Facts(connection, known, "profile"), _Facts(connection, known, "tie")
    for person, held in sorted(accounts.items()):
        said = [*profiles.of(held)]
        wanted = wishes.get(person, NOTHING)
        unclear = person in fits
        newest = max(
            (p for _, p in said if p["company"]),
            key=lambda p: (p["listed"], p["stated_on"]), default=None,
        )  # fmt: skip
        yield _filled(
            type="person", person="" if unclear else known.account[person],
            name=names.get(known.account[person], ""),
            me=person in own and not unclear, fits=fits[person].split(", ") if unclear else [],
            company=newest["company"] if newest else "",
            position=newest["position"] if newest else "",
            tags=list(wanted.tags), ignored=wanted.ignored,
            accounts=[
                _filled(
                    account=known.account[account], platform=of.platform, kind=of.kind, key=of.key,
                    profiles=[_profile(p) for n, p in said if n == account],
                    lists=[_tie(t) for _, t in ties.of({account: of})],
                )
                for account, of in held.items()
            ],
        )  # fmt: skip


def _profile(row: Line) -> Line:
    texts = ("name", "url", "email", "company", "position", "phone", "handle", "about")
    return _filled(
        {"in": row["in"]},
        **{name: row[name] for name in texts},
        listed=bool(row["listed"]),
        said_on=_day(row["said_on"]),
    )


def _tie(row: Line) -> Line:
    return _filled(
        {"in": row["in"]},
        list=row["kind"],
        **{name: _day(row[name]) for name in ("since", "first_on", "last_on", "until")},
    )


class _Facts:
    """The facts of a table by account, each with the numbers of all snapshots that state it."""

    def __init__(self, connection: sqlite3.Connection, known: _Known, fact: str) -> None:
        self._connection = connection
        self._known = known
        self._fact = fact
        self._order = "since IS NULL, since, kind" if fact == "tie" else "id"
        self._stated = [
            (number, held) for number, held in _stated(connection, known.number, fact) if held
        ]

    def of(self, accounts: Mapping[int, object]) -> Iterator[tuple[int, Line]]:
        """Yield what is said of these accounts."""
        for account in accounts:
            found = self._connection.execute(
                f"SELECT * FROM {self._fact} WHERE account_id = ? ORDER BY {self._order}",
                (account,),
            )
            names = [column[0] for column in found.description]
            for row in found:
                line = dict(zip(names, row, strict=True))
                yield account, {**line, "in": self.stating(line["id"])}

    def stating(self, number: int) -> list[int]:
        """Return the snapshots that state the fact of that id."""
        place, bit = number >> 3, 1 << (number & 7)
        return [n for n, held in self._stated if place < len(held) and held[place] & bit]


def _stated(
    connection: sqlite3.Connection, number: Mapping[int, int], fact: str
) -> Iterator[tuple[int, bytes]]:
    """Yield for each snapshot, in the order of their numbers, a bitmap of what it states."""
    found: dict[int, int] = defaultdict(int)
    for snapshot, *bits in connection.execute(
        "SELECT snapshot_id, first_id, bits FROM stated WHERE fact = ?", (fact,)
    ):
        found[number[snapshot]] |= bitmap.as_integer(bitmap.Stored(*bits))
    for one, held in sorted(found.items()):
        yield one, held.to_bytes((held.bit_length() + 7) // 8, "little")


def _first(connection: sqlite3.Connection, known: _Known, fact: str) -> "array[int]":
    """Return, by the id of a fact, the number of the first snapshot that states it; else 0."""
    last = connection.execute(f"SELECT coalesce(max(id), 0) FROM {fact}").fetchone()[0]
    first = array("l", bytes(array("l").itemsize * (last + 1)))
    for number, held in _stated(connection, known.number, fact):
        for one in bitmap.bits(int.from_bytes(held, "little")):
            if one <= last and not first[one]:
                first[one] = number
    return first


def _messages(connection: sqlite3.Connection, known: _Known) -> Iterator[Line]:
    channels = {n: of for n, *of in connection.execute("SELECT id, name, medium FROM channel")}
    first = _first(connection, known, "message")
    for account, at, direction, conversation, size, channel, number in connection.execute(
        f"SELECT account_id, {_INSTANT.format('at')}, direction, conversation, size, channel_id, id"
        " FROM message ORDER BY account_id, message.at, direction, conversation, size"
    ):
        name, medium = channels[channel]
        yield {
            "type": "interaction", "person": known.person.get(account),
            "account": known.account[account], "at": at, "channel": name, "medium": medium,
            "direction": DIRECTIONS[direction], "others": size,
            "conversation": conversation if conversation < _EXACT else str(conversation),
            "in": first[number],
        }  # fmt: skip


def _entries(connection: sqlite3.Connection, known: _Known) -> Iterator[Line]:
    first = _first(connection, known, "entry")
    removed = {of for (of,) in connection.execute("SELECT entry FROM withdrawn")}
    for number, account, written, at, day, *told, short_id in connection.execute(
        f"SELECT id, account_id, written, {_INSTANT.format('at')}, day, channel, medium, direction,"
        " size, purpose, note, logged, ref, occurrence, position, short_id FROM entry ORDER BY id"
    ):
        channel, medium, direction, size, purpose, note, logged, ref, occurrence, position = told
        yield {
            **_filled(type="interaction", person=known.person.get(account)),
            "account": known.account[account],
            **_filled(at=at, day=_day(day)),
            "channel": channel, "medium": medium, "direction": DIRECTIONS[direction],
            "others": size, "entry": short_id, "logged": bool(logged),
            **_filled(
                removed=short_id in removed, written=written, purpose=purpose, note=note, ref=ref,
                occurrence=occurrence, place=position,
            ),
            "in": first[number],
        }  # fmt: skip


def _signals(connection: sqlite3.Connection, known: _Known) -> Iterator[Line]:
    first = _first(connection, known, "signal")
    for number, account, kind, at, direction, with_note in connection.execute(
        f"SELECT id, account_id, kind, {_INSTANT.format('at')}, direction, with_note"
        " FROM signal ORDER BY id"
    ):
        yield {
            "type": "signal", "person": known.person.get(account),
            "account": known.account[account], "signal": kind, "at": at,
            "direction": DIRECTIONS[direction], "with_note": bool(with_note), "in": first[number],
        }  # fmt: skip


def _notes(connection: sqlite3.Connection, known: _Known) -> Iterator[Line]:
    facts = _Facts(connection, known, "note")
    for number, account, day, text in connection.execute(
        "SELECT id, account_id, day, text FROM note ORDER BY id"
    ):
        yield _filled(
            {"in": facts.stating(number)}, type="note", person=known.person.get(account),
            account=known.account[account], day=_day(day), text=text,
        )  # fmt: skip


def _said(store: Store, account: Mapping[int, str]) -> Iterator[Line]:
    """Yield what the user said, in its order: of several about the same, the last one."""
    connection = store.connection
    short = {
        Account(*key): account[number]
        for number, *key in connection.execute("SELECT id, platform, kind, key FROM account")
    }
    for decision in store.decisions():
        yield {
            "type": "decision", "decision": decision.kind, "account": short[decision.account],
            "other": short[decision.other],
        }  # fmt: skip
    for matter, tag, value, of in connection.execute(LAST_SAID):
        yield {
            "type": "preference", "matter": matter, **_filled(tag=tag), "value": value,
            "account": None if of is None else account[of],
        }  # fmt: skip
    for (entry,) in connection.execute("SELECT DISTINCT entry FROM withdrawn ORDER BY entry"):
        yield {"type": "removed", "entry": entry}
    for key, digest in connection.execute(
        "SELECT s.key, t.digest FROM tombstone t JOIN secret s ON s.id = t.secret_id"
        " ORDER BY s.id, t.digest"
    ):
        yield {"type": "forgotten", "key": key.hex(), "digest": digest.hex()}


#: The last word on each matter of each account.
LAST_SAID = (
    "SELECT matter, tag, value, account_id FROM preference p WHERE NOT EXISTS"
    " (SELECT 1 FROM preference later WHERE (later.import_id, later.id) > (p.import_id, p.id)"
    "  AND later.matter = p.matter AND later.tag = p.tag AND later.account_id IS p.account_id)"
    " ORDER BY import_id, id"
)


def _day(day: int | None) -> str | None:
    return iso(day) if day else None


def _filled(first: Line | None = None, /, **fields: object) -> Line:
    """Return the fields that say something."""
    return {**(first or {}), **{name: value for name, value in fields.items() if value}}
