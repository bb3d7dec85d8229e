"""What tells who somebody is: the names, links, addresses and handles on record of their accounts.

All questions are about the accounts in the temporary table `gone`.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from netaudit.calendar import iso
from netaudit.normal import core_name_key, linkedin_slug, name_key, x_key
from netaudit.records import Account
from netaudit.store.links import own_accounts, own_names
from netaudit.store.tombstones import STATED, Mark, email_marks, name_marks, phone_marks

_OF_THEM = "account_id IN (SELECT id FROM temp.gone)"
#: A single word that is shorter says nobody's name.
_SHORTEST = 6
#: Words that stand in the names of most files.
_USUAL = frozenset({"archive", "connections", "export", "linkedin", "netaudit", "twitter"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")
#: Columns with words of the user's, or of others, in which somebody else may be named. As what an
#: entry is written is the name of whose it is.
_TEXTS = {
    "entry": ("channel", "purpose", "note"),
    "note": ("text",),
    "profile": ("about", "company", "position"),
    "preference": ("tag",),
}


@dataclass(frozen=True)
class Traces:
    """All that tells who somebody is.

    `entries` are short ids, `days` those on which their connections began.
    """

    accounts: frozenset[Account]
    names: frozenset[str]
    emails: frozenset[str]
    phones: frozenset[str]
    handles: frozenset[str]
    links: frozenset[Account]
    days: frozenset[int]
    entries: frozenset[str]


def traces(connection: sqlite3.Connection) -> Traces:
    """Return what is on record of the accounts in `gone`."""
    accounts = frozenset(
        Account(*row)
        for row in connection.execute(
            "SELECT platform, kind, key FROM account WHERE id IN (SELECT id FROM temp.gone)"
        )
    )

    def said(column: str, table: str = "profile", also: str = "") -> frozenset[str]:
        rows = connection.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {_OF_THEM}{also}")
        return frozenset(row[0] for row in rows) - {""}

    def keys(*kinds: str) -> frozenset[str]:
        return frozenset(one.key for one in accounts if one.kind in kinds)

    # An entry names the account, or bears the name by which it is kept.
    written = said("written", "entry", " AND account_id IN (SELECT id FROM account"
                   " WHERE kind IN ('name', 'listed'))")  # fmt: skip
    days = connection.execute(
        f"SELECT DISTINCT since FROM tie WHERE kind = 'connection' AND since > 1 AND {_OF_THEM}"
    )
    return Traces(
        accounts,
        said("name") | written | keys("name"),
        said("email") | keys("email"),
        said("phone") | keys("phone"),
        said("handle") | keys("handle"),
        frozenset(filter(None, map(_linked, said("url")))),
        frozenset(row[0] for row in days),
        said("short_id", "entry"),
    )


def _linked(link: str) -> Account | None:
    if slug := linkedin_slug(link):
        return Account("linkedin", "url", slug)
    on_x = x_key(link)
    return Account("x", *on_x) if on_x else None


def marks(connection: sqlite3.Connection, theirs: Traces) -> list[Mark]:
    """Return all by which an import can know somebody again.

    That is each account, and what nobody else on record has of names, addresses and handles.
    Called when their rows are gone.
    """
    own, names = own_accounts(connection), own_names(connection)
    found: dict[Mark, None] = dict.fromkeys(sorted(theirs.accounts))
    for email in sorted(theirs.emails):
        if not _stated(connection, "email", email):
            found.update(dict.fromkeys(email_marks(email)))
    for phone in sorted(theirs.phones):
        if not _stated(connection, "phone", phone):
            found.update(dict.fromkeys(phone_marks(phone)))
    for handle in sorted(theirs.handles):
        if not _stated(connection, "handle", handle):
            found[Account("x", "handle", handle)] = None
    free = [name for name in sorted(theirs.names) if not _borne(connection, name)]
    for mark in (mark for name in free for mark in name_marks(name) if mark[2] not in names):
        found[mark] = None
    found.update(dict.fromkeys(theirs.links))
    found.update(dict.fromkeys(_list_entries(theirs)))
    return [mark for mark in found if not _is_others(connection, mark) and mark not in own]


def _list_entries(theirs: Traces) -> Iterable[Mark]:
    """Yield how an old list, which has no links, names their connections; zones differ by a day."""
    for name in sorted(theirs.names):
        for day in sorted({day + by for day in theirs.days for by in (-1, 0, 1)}):
            yield Account("linkedin", "listed", f"{name_key(name)} {iso(day)}")


def _stated(connection: sqlite3.Connection, column: str, key: str) -> bool:
    return _any(connection, f"SELECT 1 FROM profile WHERE {column} = ? AND {column} <> ''", key)


def _borne(connection: sqlite3.Connection, name: str) -> bool:
    """Tell whether somebody on record bears a name."""
    return any(
        _any(connection, query, key)
        for key in {name_key(name), core_name_key(name)}
        for query in (
            "SELECT 1 FROM profile WHERE name_key = ?",
            "SELECT 1 FROM profile WHERE core_key = ?",
            "SELECT 1 FROM account WHERE kind = 'name' AND key = ?",
        )
    )


def _is_others(connection: sqlite3.Connection, mark: Mark) -> bool:
    query = "SELECT 1 FROM account WHERE platform = ? AND kind = ? AND key = ?"
    platform, kind, key = mark
    return mark[0] != STATED and _any(connection, query, platform, kind, key)


def _any(connection: sqlite3.Connection, query: str, *values: str) -> bool:
    return connection.execute(f"{query} LIMIT 1", values).fetchone() is not None


class _Words:
    """Finds what names somebody in a text, whatever stands between the words."""

    def __init__(self, theirs: Traces) -> None:
        texts = [*theirs.names, *map(core_name_key, theirs.names), *theirs.emails, *theirs.phones]
        texts += [*theirs.handles, *(one.key for one in theirs.links | theirs.accounts)]
        keys = {_plain(text) for text in texts}
        self._keys = [
            f" {key} "
            for key in sorted(keys)
            if " " in key or (len(key) >= _SHORTEST and key not in _USUAL)
        ]

    def occur(self, text: str) -> bool:
        """Tell whether a text names them."""
        plain = f" {_plain(text)} "
        return any(key in plain for key in self._keys)


def _plain(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", name_key(text)).strip()


def blank_files(connection: sqlite3.Connection, theirs: Traces) -> int:
    """Take the names of files that name somebody out of the history; return how many."""
    words, changed = _Words(theirs), set[str]()
    for table in ("snapshot", "snapshot_file"):
        names = connection.execute(f"SELECT DISTINCT name FROM {table}").fetchall()
        for (name,) in names:
            if words.occur(name):
                changed.add(name)
                query = f"UPDATE {table} SET name = ? WHERE name = ?"
                connection.execute(query, (f"forgotten{PurePath(name).suffix}", name))
    return len(changed)


def count_mentions(connection: sqlite3.Connection, theirs: Traces) -> tuple[Mapping[str, int], int]:
    """Count the rows of others that name somebody, by table, and the others who bear their name.

    Called when their own rows are gone.
    """
    words, found = _Words(theirs), Counter[str]()
    for table, columns in _TEXTS.items():
        rows = connection.execute(f"SELECT DISTINCT id, {', '.join(columns)} FROM {table}")
        found[table] += sum(any(map(words.occur, filter(None, texts))) for _, *texts in rows)
    return {table: count for table, count in found.items() if count}, len(
        _namesakes(connection, theirs.names)
    )


def _namesakes(connection: sqlite3.Connection, names: Collection[str]) -> set[int]:
    people = set[int]()
    for key in {key for name in names for key in (name_key(name), core_name_key(name))}:
        rows = connection.execute(
            "SELECT l.person_id FROM profile p JOIN link l ON l.account_id = p.account_id"
            " WHERE ?1 IN (p.name_key, p.core_key) AND l.verdict <> 'ambiguous'",
            (key,),
        )
        people.update(row[0] for row in rows)
    return people
