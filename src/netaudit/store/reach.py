"""How people can be reached, and what the user wrote of them: for address books and tables."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

from netaudit.records import Account, account_of
from netaudit.store.links import owners
from netaudit.store.store import Store, sentences

_DIRECTIONS = ("in", "out", "both")


@dataclass
class Reached:
    """Where somebody is found: ends of links and ids, handles, addresses and numbers, in order.

    Handles are without their @, the newest first; `notes` are what the user noted, by day.
    """

    accounts: list[Account] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def linkedin(self) -> list[str]:
        """Links to profiles on LinkedIn."""
        keys = (a.key for a in self.accounts if (a.platform, a.kind) == ("linkedin", "url"))
        return [f"https://www.linkedin.com/in/{quote(key, safe='')}" for key in keys]

    @property
    def x(self) -> list[str]:
        """Links to profiles on X: by the newest handle, where one is known."""
        if self.handles:
            return [f"https://x.com/{quote(self.handles[0], safe='')}"]
        return self._numbered

    @property
    def _numbered(self) -> list[str]:
        keys = (a.key for a in self.accounts if (a.platform, a.kind) == ("x", "id"))
        return [f"https://x.com/i/user/{key}" for key in keys]

    def written(self, name: str) -> str:
        """Return what, written down in a log, means this person again, and nobody else if it can.

        That is a link, else an @handle, an e-mail address or, for want of anything firmer, a name.
        """
        firm = [*self.linkedin, *self._numbered, *(f"@{one}" for one in self.handles)]
        known = {*self.accounts, *(Account("x", "handle", one) for one in self.handles)}
        for text in firm:
            if account_of(text) in known:
                return text
        for text in self.emails:
            if account_of(text) == Account("email", "email", text):
                return text
        return name


def reached(store: Store) -> dict[str, Reached]:
    """Return everybody by id; a name that fits several people is nobody's."""
    found: dict[str, Reached] = defaultdict(Reached)
    with sentences(store.path):
        _accounts(store.connection, found)
        _addresses(store.connection, found)
        for person, text in store.connection.execute(
            f"SELECT {_PERSON}, n.text {_OF.format('note n', 'n')} ORDER BY n.day IS NULL, n.day, 2"
        ):
            found[person].notes.append(text)
    return dict(found)


_PERSON = "p.short_id"
_OF = (
    "FROM {0} JOIN link l ON l.account_id = {1}.account_id AND l.verdict <> 'ambiguous'"
    " JOIN account p ON p.id = l.person_id"
)


def _accounts(connection: sqlite3.Connection, found: dict[str, Reached]) -> None:
    for person, *key in connection.execute(
        "SELECT p.short_id, a.platform, a.kind, a.key FROM account a"
        " JOIN link l ON l.account_id = a.id AND l.verdict <> 'ambiguous'"
        " JOIN account p ON p.id = l.person_id ORDER BY a.id <> p.id, a.platform, a.kind, a.key"
    ):
        account = Account(*key)
        one = found[person]
        one.accounts.append(account)
        if account.kind in {"email", "phone"}:
            held = one.emails if account.kind == "email" else one.phones
            if account.key not in held:
                held.append(account.key)


def _addresses(connection: sqlite3.Connection, found: dict[str, Reached]) -> None:
    for person, *said in connection.execute(
        f"SELECT {_PERSON}, f.email, f.phone, f.handle {_OF.format('profile f', 'f')}"
        " WHERE f.email <> '' OR f.phone <> '' OR f.handle <> ''"
        " ORDER BY f.stated_on DESC, f.email, f.phone, f.handle"
    ):
        one = found[person]
        for value, held in zip(said, (one.emails, one.phones, one.handles), strict=True):
            if value and value not in held:
                held.append(value)
    for one in found.values():
        bare = [a.key for a in one.accounts if (a.platform, a.kind) == ("x", "handle")]
        one.handles += [handle for handle in bare if handle not in one.handles]


class Written(NamedTuple):
    """An interaction that was written down; `person` is an id, empty where the name is unclear."""

    person: str
    written: str
    at: int | None
    day: int | None
    channel: str
    medium: str
    direction: str
    purpose: str
    note: str
    size: int
    ref: str
    logged: bool


def written_down(store: Store, *, counted: bool) -> list[Written]:
    """Return what was written down, each once at whatever place of its day.

    With `counted` without what is of the owner, or of accounts that were blocked or muted.
    """
    left_out = _left_out(store.connection) if counted else frozenset()
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT e.account_id, CASE l.verdict WHEN 'ambiguous' THEN '' ELSE p.short_id END,"
            " e.written, e.at, e.day, e.channel, e.medium, e.direction, e.purpose, e.note, e.size,"
            " e.ref, e.logged FROM current_entry e JOIN link l ON l.account_id = e.account_id"
            " JOIN account p ON p.id = l.person_id GROUP BY e.account_id, e.at, e.day, e.written,"
            " e.channel, e.medium, e.direction, e.purpose, e.note, e.size, e.ref, e.logged,"
            " e.occurrence ORDER BY min(e.position), e.short_id"
        ).fetchall()
    return [
        Written(*row[1:])._replace(direction=_DIRECTIONS[row[7]], logged=bool(row[12]))
        for row in rows
        if row[0] not in left_out
    ]


def _left_out(connection: sqlite3.Connection) -> frozenset[int]:
    rows = connection.execute(
        "SELECT l.account_id, l.person_id, l.verdict, a.platform, a.kind, a.key FROM link l"
        " JOIN account a ON a.id = l.account_id"
    ).fetchall()
    own = owners(connection, ((row[1], row[2], Account(*row[3:])) for row in rows))
    shunned = {number for (number,) in connection.execute("SELECT account_id FROM shunned")}
    return frozenset(shunned | {row[0] for row in rows if row[1] in own})
