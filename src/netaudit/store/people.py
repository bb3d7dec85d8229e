"""Finding a person by what a user types: an id, a link, an address, or a name."""

import re
from typing import NamedTuple

from netaudit.normal import email_key, linkedin_slug, name_key
from netaudit.records import Account
from netaudit.store.store import Store, sentences

_SHORT_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{4,8}")
_LIKELY = 75.0


class Found(NamedTuple):
    """A person: id as typed, name as shown, and the leading account."""

    person_id: str
    name: str
    account: Account


def find(store: Store, text: str) -> list[Found]:
    """Return the people whom `text` names exactly: by link, e-mail, full name, or id.

    Where nobody bears just that name, credentials and nicknames in their names do not count.
    """
    if slug := linkedin_slug(text):
        return _bearing(store, "a.platform = 'linkedin' AND a.kind = 'url' AND a.key = ?", slug)
    if address := email_key(text):
        return _bearing(
            store,
            "(a.kind = 'email' AND a.key = ?1) OR a.id IN"
            " (SELECT account_id FROM profile WHERE email = ?1)",
            address,
        )
    if not (key := name_key(text)):
        return []
    named = _bearing(
        store,
        "(a.kind = 'name' AND a.key = ?1) OR a.id IN"
        " (SELECT account_id FROM profile WHERE name_key = ?1)",
        key,
    ) or _bearing(store, "a.id IN (SELECT account_id FROM profile WHERE core_key = ?1)", key)
    # Whoever stands in an address book only is not meant where somebody else can be.
    named = [f for f in named if f.account.kind not in {"email", "phone"}] or named
    typed = text.strip().casefold()
    if named or not _SHORT_ID.fullmatch(typed):
        return named
    return _bearing(store, "a.short_id BETWEEN ?1 AND ?1 || 'zzzz'", typed)


def _bearing(store: Store, condition: str, value: str) -> list[Found]:
    """Return the people who have an account that fits a condition (SQL of this module)."""
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT DISTINCT p.short_id, v.name, p.platform, p.kind, p.key FROM account a"
            " JOIN link l ON l.account_id = a.id JOIN account p ON p.id = l.person_id"
            " JOIN people v ON v.id = p.short_id"
            f" WHERE l.verdict <> 'ambiguous' AND ({condition}) ORDER BY v.name, p.short_id",
            (value,),
        ).fetchall()
    return [Found(short, name, Account(*account)) for short, name, *account in rows]


def suggest(store: Store, text: str, limit: int = 5, likely: float = _LIKELY) -> list[Found]:
    """Return people whose name is like `text`, the likeliest first. Never to be taken unasked."""
    from rapidfuzz import fuzz, process

    key = name_key(text)
    if len(key) < 3:
        return []
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT name_key FROM profile UNION SELECT key FROM account WHERE kind = 'name'"
        ).fetchall()
    keys = [row[0] for row in rows]
    best = process.extract(key, keys, scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=likely)
    ranked = sorted(best, key=lambda match: (-match[1], match[0]))
    found = [person for name, _, _ in ranked for person in find(store, name)]
    return list(dict.fromkeys(found))[:limit]
