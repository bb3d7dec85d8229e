"""Finding a person by what a user types: an id, a link, a handle, an address, or a name."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from netaudit.normal import email_key, linkedin_slug, name_key, x_handle, x_key
from netaudit.records import Account
from netaudit.store.accounts import called, named
from netaudit.store.store import Store, sentences

_SHORT_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{4,8}")
_WHOLE_ID = 8
_LIKELY = 75.0
#: A text with fewer signs is like too many names.
_SHORTEST = 3
#: So many texts are compared with all names at once, as each takes memory for each name.
_AT_ONCE = 100


class Found(NamedTuple):
    """A person: id as typed, name as shown, and the leading account."""

    person_id: str
    name: str
    account: Account


def find(store: Store, text: str) -> list[Found]:
    """Return the people whom `text` names exactly: by link, handle, e-mail, full name, or id.

    Where nobody bears just that name, credentials and nicknames in their names do not count, and
    a single word may be a handle.
    """
    if slug := linkedin_slug(text):
        return _bearing(store, "a.platform = 'linkedin' AND a.kind = 'url' AND a.key = ?", slug)
    if address := email_key(text):
        return _bearing(
            store,
            "a.id IN (SELECT id FROM account"
            "  WHERE platform IN ('email', 'linkedin') AND kind = 'email' AND key = ?1"
            " UNION ALL SELECT account_id FROM profile WHERE email = ?1)",
            address,
        )
    if on_x := x_key(text):
        kind, key = on_x
        return _by_handle(store, key) if kind == "handle" else _by_number(store, key)
    return (_named(store, name_key(text)) or _typed(store, text)) if name_key(text) else []


def _named(store: Store, key: str) -> list[Found]:
    bearers = _bearing(
        store,
        # With the platforms, SQLite finds the name by its index.
        "a.id IN (SELECT id FROM account"
        "  WHERE platform IN ('linkedin', 'log') AND kind = 'name' AND key = ?1"
        " UNION ALL SELECT account_id FROM profile WHERE name_key = ?1)",
        key,
    ) or _bearing(store, "a.id IN (SELECT account_id FROM profile WHERE core_key = ?1)", key)
    # Whoever stands in an address book only is not meant where somebody else can be.
    return [f for f in bearers if f.account.kind not in {"email", "phone"}] or bearers


def _typed(store: Store, text: str) -> list[Found]:
    """Return whom an id means, whole or its beginning, and, unless it is whole, a bare handle."""
    typed = text.strip().casefold()
    found = []
    if _SHORT_ID.fullmatch(typed):
        found = _bearing(store, "a.short_id BETWEEN ?1 AND ?1 || 'zzzz'", typed)
    if not (found and len(typed) == _WHOLE_ID) and (handle := x_handle(text)):
        found += _by_handle(store, handle)
    return list(dict.fromkeys(found))


def unclear(store: Store, text: str) -> list[Found]:
    """Return the name that an id means, where the name fits several people and is nobody's."""
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT a.short_id, a.id FROM account a JOIN link l ON l.account_id = a.id"
            " WHERE l.verdict = 'ambiguous' AND a.short_id = ?",
            (text.strip().casefold(),),
        ).fetchall()
        known = named(store.connection, [number for _, number in rows])
    return [Found(short, known[number].shown, known[number].account) for short, number in rows]


def _by_number(store: Store, key: str) -> list[Found]:
    return _bearing(store, "a.platform = 'x' AND a.kind = 'id' AND a.key = ?", key)


def _by_handle(store: Store, handle: str) -> list[Found]:
    """Return who has a handle of X now, as the newest statement says; else who ever had it.

    Handles change hands: whoever has another one by now does not have this one.
    """
    with sentences(store.path):
        stated = store.connection.execute(
            "SELECT account_id, handle = ?1, max(stated_on) FROM profile WHERE handle <> ''"
            " AND account_id IN (SELECT account_id FROM profile WHERE handle = ?1 AND handle <> '')"
            " GROUP BY account_id, handle"
            " UNION ALL SELECT id, 1, 0 FROM account"
            " WHERE platform = 'x' AND kind = 'handle' AND key = ?1",
            (handle,),
        ).fetchall()
    newest: dict[int, int] = {}
    had: dict[int, int] = {}
    for account, is_this, day in stated:
        newest[account] = max(day, newest.get(account, 0))
        if is_this:
            had[account] = max(day, had.get(account, 0))
    has = {account: day for account, day in had.items() if day == newest[account]}
    last = max(has.values(), default=0)
    meant = [account for account, day in has.items() if day == last] or list(had)
    return _bearing(store, "a.id IN (SELECT value FROM json_each(?))", json.dumps(meant))


def _bearing(store: Store, condition: str, value: str) -> list[Found]:
    """Return the people who have an account that fits a condition (SQL of this module)."""
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT DISTINCT p.id, p.platform, p.kind, p.key FROM account a"
            " JOIN link l ON l.account_id = a.id JOIN account p ON p.id = l.person_id"
            f" WHERE l.verdict <> 'ambiguous' AND ({condition})",
            (value,),
        ).fetchall()
        who = called(store.connection, [row[0] for row in rows])
    found = [Found(*who[number], Account(*account)) for number, *account in rows]
    return sorted(found, key=lambda person: (person.name, person.person_id))


def suggest(store: Store, text: str, limit: int = 5, likely: float = _LIKELY) -> list[Found]:
    """Return people whose name is like `text`, the likeliest first. Never to be taken unasked."""
    key = name_key(text)
    return _like(store, key, _names(store), limit, likely) if len(key) >= _SHORTEST else []


def suggest_each(
    store: Store, texts: Sequence[str], likely: float, limit: int = 5
) -> dict[str, list[Found]]:
    """Return for each of many texts people whose name is nearly the same, the likeliest first.

    Names are looked at that have a word in common with the text, or hardly another letter.
    """
    from rapidfuzz import fuzz, process

    names = _names(store)
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for word in set(name.split()):
            by_word[word].append(name)
    found: dict[str, list[Found]] = {}
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        keys = [name_key(text) for text in some]
        scores = process.cdist(keys, names, scorer=fuzz.ratio, score_cutoff=likely)
        for text, key, row in zip(some, keys, scores, strict=True):
            near = {names[number] for number in row.nonzero()[0]}
            near.update(*(by_word[word] for word in key.split() if word in by_word))
            found[text] = (
                _like(store, key, sorted(near), limit, likely) if len(key) >= _SHORTEST else []
            )
    return found


def _names(store: Store) -> list[str]:
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT name_key FROM profile UNION SELECT key FROM account WHERE kind = 'name'"
        ).fetchall()
    return [row[0] for row in rows]


def _like(store: Store, key: str, names: list[str], limit: int, likely: float) -> list[Found]:
    from rapidfuzz import fuzz, process

    best = process.extract(key, names, scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=likely)
    ranked = sorted(best, key=lambda match: (-match[1], match[0]))
    found = [person for name, _, _ in ranked for person in find(store, name)]
    return list(dict.fromkeys(found))[:limit]
