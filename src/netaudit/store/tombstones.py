"""Whom the user had forgotten: keyed hashes of their accounts, so that no import brings them back.

Each person has a random key of their own. Whoever has the store can tell of an account whether it
is among them, and which of these hashes are of one person; of no hash which account it is.
"""

import hmac
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from hashlib import sha256

from netaudit.normal import (
    core_name_key,
    email_key,
    linkedin_slug,
    name_key,
    phone_key,
    x_handle,
    x_key,
)
from netaudit.records import Account
from netaudit.store.store import Store, sentences

#: Platform, kind and key: of an account, or with `STATED` as the platform of an address or a number
#: that nobody else on record has, by which an entry of an address book is known.
Mark = tuple[str, str, str]
STATED = "stated"


class Forgotten:
    """Tells of accounts whether they are of somebody forgotten; asks once for each.

    Of a name also without nicknames and credentials, as it is told whose a name is. Nobody whose
    account `is_on_record` is forgotten; so of those no hash is made, for each person who is.
    """

    def __init__(
        self,
        digests: Mapping[bytes, Collection[bytes]],
        is_on_record: Callable[[Mark], bool] = lambda _: False,
    ) -> None:
        self._digests = [(_keyed(key), frozenset(of_one)) for key, of_one in digests.items()]
        self._is_on_record = is_on_record
        self._known: dict[Mark, bool] = {}

    def __contains__(self, mark: Mark) -> bool:
        known = self._known.get(mark)
        if known is None:
            known = not self._is_on_record(mark) and any(map(self._holds, spellings(mark)))
            self._known[mark] = known
        return known

    def _holds(self, mark: Mark) -> bool:
        message = _message(mark)
        return any(hashed(message) in digests for hashed, digests in self._digests)


def spellings(mark: Mark) -> list[Mark]:
    """Return the marks by which somebody is known who is named so: the mark itself comes first."""
    platform, kind, key = mark
    name, space, day = key.rpartition(" ") if kind == "listed" else (key, "", "")
    if kind not in {"name", "listed"} or (core := core_name_key(name)) == name:
        return [mark]
    return [mark, (platform, kind, f"{core}{space}{day}")]


_BLOCK = 64


def _keyed(key: bytes) -> Callable[[bytes], bytes]:
    """Return HMAC-SHA256 by a key that is prepared once: every account is hashed by every key."""
    block = (key if len(key) <= _BLOCK else sha256(key).digest()).ljust(_BLOCK, b"\0")
    inner, outer = (sha256(bytes(byte ^ pad for byte in block)) for pad in (0x36, 0x5C))

    def hashed(message: bytes) -> bytes:
        within, whole = inner.copy(), outer.copy()
        within.update(message)
        whole.update(within.digest())
        return whole.digest()

    return hashed


def digest(key: bytes, mark: Mark) -> bytes:
    """Return the hash of a mark by a key."""
    return hmac.digest(key, _message(mark), "sha256")


def _message(mark: Mark) -> bytes:
    return "\0".join(mark).encode("utf-8", "surrogatepass")


def on_record(store: Store) -> Callable[[Mark], bool]:
    """Return what tells whether an account is on record by now, or is that of a stated address."""

    def is_on_record(mark: Mark) -> bool:
        platform, kind, key = mark
        account = (kind if platform == STATED else platform, kind, key)
        query = "SELECT 1 FROM account WHERE platform = ? AND kind = ? AND key = ?"
        with sentences(store.path):
            return store.connection.execute(query, account).fetchone() is not None

    return is_on_record


def held(
    connection: sqlite3.Connection, is_on_record: Callable[[Mark], bool] = lambda _: False
) -> Forgotten | None:
    """Return what tells who was forgotten; None where nobody was."""
    found: dict[bytes, set[bytes]] = {}
    for key, one in connection.execute(
        "SELECT s.key, t.digest FROM tombstone t JOIN secret s ON s.id = t.secret_id"
    ):
        found.setdefault(key, set()).add(one)
    return Forgotten(found, is_on_record) if found else None


def lay(connection: sqlite3.Connection, marks: Iterable[Mark]) -> None:
    """Keep the marks of one person, under a key of their own."""
    key = os.urandom(32)
    number = connection.execute("INSERT INTO secret (key) VALUES (?)", (key,)).lastrowid
    digests = {digest(key, mark) for mark in marks}
    connection.executemany(
        "INSERT INTO tombstone VALUES (?, ?)", [(number, one) for one in sorted(digests)]
    )


def lift(connection: sqlite3.Connection, marks: Collection[Mark], *, whole: bool) -> int:
    """Take tombstones of these marks away; with `whole` all of those who have one of them.

    Return of how many people.
    """
    people, named = 0, {one for mark in marks for one in spellings(mark)}
    for number, key in connection.execute("SELECT id, key FROM secret").fetchall():
        digests = [(number, digest(key, mark)) for mark in named]
        query = "DELETE FROM tombstone WHERE secret_id = ? AND digest = ?"
        gone = connection.executemany(query, digests).rowcount
        people += bool(gone)
        if gone and whole:
            connection.execute("DELETE FROM tombstone WHERE secret_id = ?", (number,))
    connection.execute("DELETE FROM secret WHERE id NOT IN (SELECT secret_id FROM tombstone)")
    return people


def marks_of(text: str) -> list[Mark]:
    """Return all that a text can stand for: a link, an address, a number, an @handle or a name."""
    if slug := linkedin_slug(text):
        return [Account("linkedin", "url", slug)]
    if address := email_key(text):
        return email_marks(address)
    if number := phone_key(text):
        return phone_marks(number)
    marks = name_marks(text)
    if on_x := x_key(text):
        marks = [Account("x", *on_x)]
    elif handle := x_handle(text):
        marks.append(Account("x", "handle", handle))
    return marks


def email_marks(key: str) -> list[Mark]:
    """Return the accounts of an e-mail address, and how an address book states it."""
    return [
        Account("email", "email", key), Account("linkedin", "email", key), (STATED, "email", key)
    ]  # fmt: skip


def phone_marks(key: str) -> list[Mark]:
    """Return the account of a phone number, and how an address book states it."""
    return [Account("phone", "phone", key), (STATED, "phone", key)]


def name_marks(name: str) -> list[Mark]:
    """Return the accounts of a name as it is written down in a log, and on LinkedIn."""
    keys = dict.fromkeys(filter(None, (name_key(name), core_name_key(name))))
    return [Account(platform, "name", key) for key in keys for platform in ("log", "linkedin")]
