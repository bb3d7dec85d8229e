"""What tells who somebody is: the names, links, addresses and handles on record of their accounts.

All questions are about the accounts in the temporary table `gone`.
"""

import re
import sqlite3
import unicodedata
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
#: A handle or the end of a link that is shorter may be any word; a name never is too short.
_SHORTEST = 6
#: Words that stand in the names of most files.
_USUAL = frozenset({"archive", "connections", "export", "linkedin", "netaudit", "twitter"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")
#: Where a word begins that no space parts from the one before: AnaRuiz, Ana2024, 2024Ana.
_WORD_BEGINS = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
#: Letters of Thai and its neighbours, Korean, Japanese and Chinese.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u318f\u31f0-\u31ff"
    "\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
#: Columns with words of the user's, or of others, in which somebody else may be named. As what an
#: entry is written is the name of whose it is.
_TEXTS = {
    "entry": ("channel", "purpose", "note", "ref"),
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
    rows = connection.execute("SELECT key FROM account WHERE kind = 'name'").fetchall()
    written = {spelled for (key,) in rows for spelled in (key, core_name_key(key))}
    free = [name for name in sorted(theirs.names) if not _borne(connection, name, written)]
    for mark in (mark for name in free for mark in name_marks(name) if mark[2] not in names):
        found[mark] = None
    found.update(dict.fromkeys(theirs.links))
    found.update(dict.fromkeys(_list_entries(theirs)))
    return [mark for mark in found if not _is_others(connection, mark) and mark not in own]


def _list_entries(theirs: Traces) -> Iterable[Mark]:
    """Yield how an old list, which has no links, names their connections; zones differ by a day."""
    for key in sorted({key(name) for name in theirs.names for key in (name_key, core_name_key)}):
        for day in sorted({day + by for day in theirs.days for by in (-1, 0, 1)}):
            yield Account("linkedin", "listed", f"{key} {iso(day)}")


def _stated(connection: sqlite3.Connection, column: str, key: str) -> bool:
    return _any(connection, f"SELECT 1 FROM profile WHERE {column} = ? AND {column} <> ''", key)


def _borne(connection: sqlite3.Connection, name: str, written: Collection[str]) -> bool:
    """Tell whether somebody on record bears a name; `written` are names that stand by themselves.

    Credentials and nicknames do not count, as they do not by a tombstone.
    """
    return any(
        key in written
        or _any(connection, "SELECT 1 FROM profile WHERE name_key = ?", key)
        or _any(connection, "SELECT 1 FROM profile WHERE core_key = ?", key)
        for key in {name_key(name), core_name_key(name)}
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
        names = {*theirs.names, *map(core_name_key, theirs.names)}
        ends = [*theirs.emails, *theirs.phones, *theirs.handles]
        ends += [one.key for one in theirs.links | theirs.accounts]
        self._names = {_plain(name) for name in names} - {""}
        self._ends = {_plain(end) for end in ends} - {""}
        #: As one word. Where nothing stands between words, a name is found wherever it stands.
        self._unspaced = {_joined(name) for name in self._names if _UNSPACED.search(name)}
        self._long = {one for one in map(_joined, self._names) if len(one) >= _SHORTEST}
        telling = {end for end in self._ends if " " in end or len(end) >= _SHORTEST}
        self._said = self._names | (telling - _USUAL)

    def occur(self, text: str) -> bool:
        """Tell whether a text names them."""
        plain = _plain(text)
        return _holds(plain, self._said) or _is_in(_joined(plain), self._unspaced)

    def occur_in_file(self, name: str) -> bool:
        """Tell whether the name of a file names them, also where all is written as one word."""
        plain = _plain(name)
        return (
            _holds(plain, self._names | (self._ends - _USUAL))
            or _holds(_plain(_WORD_BEGINS.sub(" ", name)), self._names)
            or _is_in(_joined(plain), self._unspaced | self._long)
        )


def _plain(text: str) -> str:
    # Composed, as else one syllable of Korean is the beginning of another.
    return _BETWEEN_WORDS.sub(" ", unicodedata.normalize("NFC", name_key(text))).strip()


def _joined(plain: str) -> str:
    return plain.replace(" ", "")


def _holds(plain: str, keys: Iterable[str]) -> bool:
    spaced = f" {plain} "
    return any(f" {key} " in spaced for key in keys)


def _is_in(joined: str, keys: Iterable[str]) -> bool:
    return any(key in joined for key in keys)


def blank_files(connection: sqlite3.Connection, theirs: Traces) -> int:
    """Take the names of files that name somebody out of the history; return how many."""
    words, changed = _Words(theirs), set[str]()
    for table in ("snapshot", "snapshot_file"):
        names = connection.execute(f"SELECT DISTINCT name FROM {table}").fetchall()
        for (name,) in names:
            if words.occur_in_file(name):
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
