"""Looking into a store in passing, as the Tab key does: nothing is written or complained of.

Where there is no store, or none that this program can read as it lies there, nothing is in it.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from netaudit.normal import name_key
from netaudit.records import Account
from netaudit.store import migrations
from netaudit.store.accounts import Whose, called
from netaudit.store.links import owners

if TYPE_CHECKING:
    from netaudit.store.preferences import Preferred

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_LAST = "\U0010ffff"
_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{3,8}")
#: Seconds to wait for another netaudit that is writing.
_WAIT = 0.2


@contextmanager
def _glance(path: Path) -> Iterator[sqlite3.Connection | None]:
    if not _is_ours(path):
        yield None
        return
    place = f"file:{quote(str(path.resolve()))}?mode=ro"
    with closing(sqlite3.connect(place, uri=True, timeout=_WAIT)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        yield connection


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a store of this version, by its first bytes.

    One that keeps a log of changes beside it (WAL) is not: to read it is to write files.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEADER)
    return (
        head.startswith(_MAGIC)
        and head[18:20] == b"\1\1"
        and int.from_bytes(head[60:64]) == migrations.VERSION
        and int.from_bytes(head[68:72]) == migrations.APPLICATION_ID
    )


def _asked(path: Path, query: str, *values: object) -> list[Any]:
    with suppress(sqlite3.Error, OSError, ValueError), _glance(path) as connection:
        if connection is not None:
            return connection.execute(query, values).fetchall()
    return []


def named(path: Path, begun: str, limit: int) -> list[Whose]:
    """Return people of whose names a word begins so, those whose first word does first.

    The owner is not among them.
    """
    key = name_key(begun) + (" " if begun[-1:].isspace() else "")
    key = key if key.strip() else ""
    with suppress(sqlite3.Error, OSError, ValueError), _glance(path) as connection:
        if connection is not None:
            found = _others(connection, _beginning(connection, key, limit))
            if key and len(found) < limit:
                found |= _others(connection, _within(connection, key, 2 * limit))
            return list(found)[:limit]
    return []


_Names = Sequence[tuple[str, int]]


def _beginning(connection: sqlite3.Connection, key: str, limit: int) -> _Names:
    return connection.execute(
        "SELECT * FROM (SELECT name_key, account_id FROM profile"
        "  WHERE name_key > '' AND name_key BETWEEN ?1 AND ?2 ORDER BY name_key LIMIT ?3)"
        " UNION ALL SELECT * FROM (SELECT key, id FROM account"
        "  WHERE platform = 'log' AND kind = 'name' AND key BETWEEN ?1 AND ?2"
        "  ORDER BY key LIMIT ?3)",
        # Somebody may have a few names, or the same one twice.
        (key, key + _LAST, 4 * limit),
    ).fetchall()


def _within(connection: sqlite3.Connection, key: str, limit: int) -> _Names:
    rows = connection.execute(
        "SELECT name_key, account_id FROM profile WHERE id IN"
        " (SELECT id FROM profile WHERE instr(name_key, ?1))"
        " UNION ALL SELECT key, id FROM account"
        "  WHERE platform = 'log' AND kind = 'name' AND instr(key, ?1)",
        (key,),
    )
    begins = re.compile(rf"(?<!\w){re.escape(key)}")
    return sorted(row for row in rows if begins.search(row[0]))[: 2 * limit]


def _others(connection: sqlite3.Connection, names: _Names) -> dict[Whose, None]:
    """Return whose names these are, in their order, without the owner."""
    accounts = list(dict.fromkeys(account for _, account in sorted(names)))
    rows = connection.execute(
        "SELECT m.account_id, l.person_id, l.verdict, a.platform, a.kind, a.key FROM link m"
        " JOIN link l ON l.person_id = m.person_id JOIN account a ON a.id = l.account_id"
        " WHERE m.verdict <> 'ambiguous' AND m.account_id IN (SELECT value FROM json_each(?))",
        (json.dumps(accounts),),
    ).fetchall()
    own = owners(connection, ((row[1], row[2], Account(*row[3:])) for row in rows))
    person = {row[0]: row[1] for row in rows}
    people = dict.fromkeys(
        person[account] for account in accounts if account in person and person[account] not in own
    )
    known = called(connection, list(people))
    return dict.fromkeys(known[number] for number in people if number in known)


def identified(path: Path, begun: str, limit: int) -> list[Whose]:
    """Return people whose id begins so, if it is long enough to be an id."""
    begun = begun.casefold()
    with suppress(sqlite3.Error, OSError, ValueError), _glance(path) as connection:
        if connection is not None and _ID.fullmatch(begun):
            rows = connection.execute(
                "SELECT id FROM account WHERE short_id BETWEEN ?1 AND ?1 || 'zzzzz'"
                " AND id IN (SELECT person_id FROM link) ORDER BY short_id LIMIT ?2",
                (begun, limit),
            )
            return list(called(connection, [number for (number,) in rows]).values())
    return []


def tags(path: Path) -> list[str]:
    """Return all tags that somebody has, or that bring a cadence."""
    rows = _asked(
        path,
        "SELECT DISTINCT tag FROM (SELECT tag, value, max(id) FROM preference WHERE tag <> ''"
        " GROUP BY tag, matter, account_id) WHERE value <> '' ORDER BY tag",
    )
    return [tag for (tag,) in rows]


def ignored(path: Path) -> list[Whose]:
    """Return whom the user ignores, by name."""
    return _preferred(path, lambda one: one.ignored)


def snoozed(path: Path, today: int) -> list[Whose]:
    """Return who is not to be suggested on a day, by name."""
    return _preferred(path, lambda one: (one.snoozed_until or 0) > today)


def _preferred(path: Path, holds: "Callable[[Preferred], bool]") -> list[Whose]:
    from netaudit.store.preferences import preferred

    with suppress(sqlite3.Error, OSError, ValueError), _glance(path) as connection:
        if connection is not None:
            people = [number for number, one in preferred(connection).items() if holds(one)]
            return sorted(called(connection, people).values(), key=lambda whose: whose.name)
    return []


class Entry(NamedTuple):
    """An entry of the log: the id, when it was, and how and with whom."""

    entry_id: str
    at: int | None
    day: int | None
    told: str


def entries(path: Path, begun: str, limit: int) -> list[Entry]:
    """Return the newest entries of the user's log that count, whose ids begin so."""
    query = (
        "SELECT short_id, at, day, channel || ' with ' || written FROM current_entry"
        " WHERE logged = 1 AND short_id BETWEEN ?1 AND ?1 || 'zzzzzzzzz' GROUP BY short_id"
        " ORDER BY coalesce(day, at / 86400 + 719163) DESC, position DESC, id DESC LIMIT ?2"
    )
    return [Entry(*row) for row in _asked(path, query, begun.casefold(), limit)]


def handles(path: Path, begun: str, limit: int) -> list[tuple[str, str]]:
    """Return handles of X that begin so, each with a name of whoever has it."""
    query = (
        "SELECT handle, max(name) FROM (SELECT handle, name FROM profile"
        "  WHERE handle <> '' AND handle BETWEEN ?1 AND ?2"
        " UNION ALL SELECT key, '' FROM account"
        "  WHERE platform = 'x' AND kind = 'handle' AND key BETWEEN ?1 AND ?2)"
        " GROUP BY handle ORDER BY handle LIMIT ?3"
    )
    begun = begun.casefold()
    return _asked(path, query, begun, begun + _LAST, limit)


def imports(path: Path, limit: int) -> list[tuple[int, str]]:
    """Return the id of each of the newest imports, and its command."""
    query = "SELECT id, command FROM import ORDER BY id DESC LIMIT ?"
    return [(number, command) for number, command in _asked(path, query, limit)]
