"""Looking for people: a first sieve by what sources ever said, before anything is counted."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from netaudit.normal import name_key
from netaudit.store.preferences import Preferred, preferred

#: What people call a source -> the platforms of its accounts.
SOURCES: Mapping[str, tuple[str, ...]] = {
    "linkedin": ("linkedin",), "x": ("x",), "log": ("log",), "address_book": ("email", "phone"),
}  # fmt: skip


class Wanted(NamedTuple):
    """What is looked for; empty where anything will do.

    `words` are looked for in everything, `tag` is a tag, `source` one of `SOURCES`.
    """

    words: tuple[str, ...] = ()
    company: str = ""
    position: str = ""
    tag: str = ""
    source: str = ""


class Sieved(NamedTuple):
    """Ids of people: who may fit (None: anybody), and by word who has it in a link or address."""

    may_fit: frozenset[str] | None
    by_address: dict[str, frozenset[str]]


def sieve(connection: sqlite3.Connection, wanted: Wanted) -> Sieved:
    """Return who may fit; whether a company is still theirs is for the caller to see.

    Nobody is left out who fits, as people are compared: by `name_key`, in parts of words too.
    """
    found: list[frozenset[str]] = []
    for column, part in (("company", wanted.company), ("position", wanted.position)):
        if part:
            found.append(_people(connection, _saying(connection, column, part)))
    said = preferred(connection) if wanted.tag or wanted.words else {}
    if wanted.tag:
        tagged = [number for number, one in said.items() if wanted.tag in one.tags]
        found.append(_people(connection, tagged))
    if wanted.source:
        found.append(_from(connection, SOURCES[wanted.source]))
    by_address = {}
    for word in dict.fromkeys(map(name_key, wanted.words)):
        by_address[word] = _people(connection, _addressed(connection, word))
        accounts = {
            *_named(connection, word), *_tagged(said, word),
            *_saying(connection, "company", word), *_saying(connection, "position", word),
        }  # fmt: skip
        found.append(_people(connection, accounts) | by_address[word])
    return Sieved(frozenset.intersection(*found) if found else None, by_address)


def anybody(connection: sqlite3.Connection) -> bool:
    """Tell whether anything is known of anybody."""
    (found,) = connection.execute("SELECT EXISTS (SELECT 1 FROM account)").fetchone()
    return bool(found)


def _people(connection: sqlite3.Connection, accounts: Collection[int]) -> frozenset[str]:
    """Return the ids of the people whom accounts belong to."""
    if not accounts:
        return frozenset()
    rows = connection.execute(
        "SELECT DISTINCT p.short_id FROM link l JOIN account p ON p.id = l.person_id"
        " WHERE l.verdict <> 'ambiguous' AND l.account_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(accounts)),),
    )
    return frozenset(person for (person,) in rows)


def _from(connection: sqlite3.Connection, platforms: Sequence[str]) -> frozenset[str]:
    rows = connection.execute(
        "SELECT DISTINCT p.short_id FROM account a JOIN link l ON l.account_id = a.id"
        " JOIN account p ON p.id = l.person_id WHERE l.verdict <> 'ambiguous'"
        " AND a.platform IN (SELECT value FROM json_each(?))",
        (json.dumps(platforms),),
    )
    return frozenset(person for (person,) in rows)


def _saying(connection: sqlite3.Connection, column: str, part: str) -> list[int]:
    """Return the accounts of which a profile says something with this part in it."""
    said = connection.execute(f"SELECT DISTINCT {column} FROM profile WHERE {column} <> ''")
    key = name_key(part)
    fitting = [text for (text,) in said if key in name_key(text)]
    rows = connection.execute(
        f"SELECT account_id FROM profile WHERE {column} IN (SELECT value FROM json_each(?))",
        (json.dumps(fitting),),
    )
    return [number for (number,) in rows]


def _named(connection: sqlite3.Connection, key: str) -> list[int]:
    rows = connection.execute(
        "SELECT account_id FROM profile WHERE instr(name_key, ?1)"
        " UNION ALL SELECT id FROM account WHERE kind IN ('name', 'listed') AND instr(key, ?1)",
        (key,),
    )
    return [number for (number,) in rows]


def _tagged(said: Mapping[int, Preferred], key: str) -> Iterable[int]:
    return (number for number, one in said.items() if any(key in name_key(t) for t in one.tags))


def _addressed(connection: sqlite3.Connection, key: str) -> list[int]:
    """Return the accounts whose link, handle, address or number has a word in it."""
    bare = key.removeprefix("@")
    if not bare:
        return []
    rows = connection.execute(
        "SELECT id FROM account WHERE kind NOT IN ('name', 'listed') AND instr(key, ?1)"
        " UNION ALL SELECT account_id FROM profile"
        " WHERE instr(handle, ?1) OR instr(email, ?1) OR instr(phone, ?1)",
        (bare,),
    )
    return [number for (number,) in rows]
