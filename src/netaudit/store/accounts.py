"""Accounts as people know them: by a link, an address, a handle, or a name that was written."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from netaudit.records import Account, Link
from netaudit.store.store import Store, sentences

_WRITTEN = {
    ("linkedin", "listed"): "a list entry without a link",
    ("linkedin", "name"): "a name on LinkedIn",
    ("log", "name"): "a name in your log",
}


class Named(NamedTuple):
    """An account: its id as typed, what it is called, and its link, address or description.

    `name` is empty where none is known.
    """

    account: Account
    short_id: str
    name: str
    address: str

    @property
    def label(self) -> str:
        """Return how the account is called in a sentence: an @handle, an address, else a name."""
        if self.account.platform == "x":
            end = self.address.removeprefix("x.com/")
            return self.address if "/" in end else f"@{end}"
        return self.account.key if self.account.kind in {"email", "phone"} else self.shown

    @property
    def shown(self) -> str:
        """Return the name, or what stands in for one."""
        return self.name or self.address

    def beside(self, name: str) -> str:
        """Return the address, and a name unless it says that already."""
        return self.address if not name or name in self.address else f"{self.address}, {name}"


class Held(NamedTuple):
    """An account of a person, and why it belongs to them; the leading one needs no reason."""

    named: Named
    reason: str


def named(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, Named]:
    """Return how accounts are known, by their id."""
    rows = connection.execute(
        "SELECT a.id, a.platform, a.kind, a.key, a.short_id,"
        " coalesce((SELECT p.name FROM profile p WHERE p.account_id = a.id AND p.name <> ''"
        "  ORDER BY p.listed DESC, p.stated_on DESC, p.name LIMIT 1),"
        "  (SELECT min(e.written) FROM entry e WHERE e.account_id = a.id"
        "   AND a.kind IN ('name', 'listed')), ''),"
        " (SELECT p.handle FROM profile p WHERE p.account_id = a.id AND p.handle <> ''"
        "  ORDER BY p.stated_on DESC, p.handle LIMIT 1)"
        " FROM account a WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    found = {}
    for number, platform, kind, key, short_id, name, handle in rows:
        account = Account(platform, kind, key)
        found[number] = Named(account, short_id, name, _address(account, name, handle))
    return found


def _address(account: Account, name: str, handle: str | None) -> str:
    platform, kind, key = account
    if platform == "x":
        end = handle or (key if kind == "handle" else None)
        return f"x.com/{end}" if end else f"x.com/i/user/{key}"
    if kind == "url":
        return f"linkedin.com/in/{key}"
    return f"{name or key} ({_WRITTEN[platform, kind]})" if kind in {"name", "listed"} else key


def held(store: Store, person_id: str) -> list[Held]:
    """Return the accounts of a person, the leading one first; of an unclear name only that.

    None, where somebody is somebody else by now.
    """
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT l.account_id, l.reason FROM link l JOIN account p ON p.id = l.person_id"
            " WHERE p.short_id = ?",
            (person_id,),
        ).fetchall()
        known = named(store.connection, [number for number, _ in rows])
    found = [Held(known[number], reason) for number, reason in rows]
    found.sort(key=lambda one: (one.named.short_id != person_id, one.named.account))
    return found


def is_handle_of(one: Named, other: Named) -> bool:
    """Tell whether an account is only the handle that an id of X has."""
    return (
        (one.account.kind, other.account.kind) == ("handle", "id")
        and one.account.platform == other.account.platform == "x"
        and one.address == other.address
    )


def to_show(accounts: Sequence[Held]) -> list[Held]:
    """Return accounts without handles of which the id is among them, and has their address."""
    return [one for one in accounts if not any(is_handle_of(one.named, o.named) for o in accounts)]


def unclear(store: Store, person_id: str) -> list[Named]:
    """Return the names that fit a person and others, and so are nobody's."""
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT account_id FROM link WHERE verdict = 'ambiguous' AND instr(reason, ?)",
            (person_id,),
        ).fetchall()
        found = named(store.connection, [number for (number,) in rows])
    return sorted(found.values(), key=lambda one: one.account)


class Whose(NamedTuple):
    """The person an account belongs to: id as typed, and name."""

    person_id: str
    name: str


def linked(connection: sqlite3.Connection) -> list[Link]:
    """Return who is who, as derived at the last change."""
    rows = connection.execute("SELECT account_id, person_id, verdict, reason FROM link")
    return [Link(*row) for row in rows]


def people(connection: sqlite3.Connection) -> dict[int, Whose]:
    """Return all people by the number of their leading account."""
    rows = connection.execute(
        "SELECT a.id, v.id, v.name FROM people v JOIN account a ON a.short_id = v.id"
    )
    return {number: Whose(*whose) for number, *whose in rows}


#: The name that the view `people` has. The view goes through all links whoever is asked for.
_NAME = (
    "coalesce((SELECT p.name FROM profile p JOIN link l ON l.account_id = p.account_id"
    "  JOIN account o ON o.id = p.account_id WHERE l.person_id = a.id AND p.name <> ''"
    "  ORDER BY o.platform = 'x', p.listed DESC, p.stated_on DESC, p.name LIMIT 1),"
    " (SELECT e.written FROM entry e JOIN link l ON l.account_id = e.account_id"
    "  WHERE l.person_id = a.id ORDER BY e.written LIMIT 1),"
    " (SELECT '@' || p.handle FROM profile p JOIN link l ON l.account_id = p.account_id"
    "  WHERE l.person_id = a.id AND p.handle <> '' ORDER BY p.stated_on DESC, p.handle LIMIT 1),"
    " CASE a.platform || a.kind WHEN 'xid' THEN 'x.com/i/user/' || a.key"
    "  WHEN 'xhandle' THEN '@' || a.key WHEN 'linkedinurl' THEN 'linkedin.com/in/' || a.key"
    "  ELSE a.key END)"
)


def called(connection: sqlite3.Connection, leading: Collection[int]) -> dict[int, Whose]:
    """Return a few people by the number of their leading account; of an unclear name none."""
    rows = connection.execute(
        f"SELECT a.id, a.short_id, {_NAME} FROM account a"
        " WHERE a.id IN (SELECT value FROM json_each(?)) AND EXISTS"
        " (SELECT 1 FROM link l WHERE l.person_id = a.id AND l.verdict <> 'ambiguous')",
        (json.dumps(list(leading)),),
    )
    return {number: Whose(*whose) for number, *whose in rows}


def whose(store: Store, account: Named) -> Whose | None:
    """Return whose an account is; None where its name fits several people."""
    with sentences(store.path):
        found = store.connection.execute(
            "SELECT l.person_id FROM account a JOIN link l ON l.account_id = a.id"
            " WHERE a.short_id = ? AND l.verdict <> 'ambiguous'",
            (account.short_id,),
        ).fetchone()
        return None if found is None else called(store.connection, found)[found[0]]
