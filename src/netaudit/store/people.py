"""Finding a person by what a user types: an id, a link, a handle, an address, or a name."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from netaudit.normal import email_key, linkedin_slug, name_key, x_handle, x_key
from netaudit.records import Account
from netaudit.store.accounts import called, named
from netaudit.store.links import owners
from netaudit.store.store import Store, sentences

_SHORT_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{4,8}")
_WHOLE_ID = 8
_WORD = re.compile(r"\w+")
_LIKELY = 75.0
#: A text with fewer signs is like too many names, and begins too many.
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
    return _rather_not_of_address_books(bearers)


def _rather_not_of_address_books(found: list[Found]) -> list[Found]:
    """Leave out whoever stands in an address book only, where somebody else can be meant."""
    return [f for f in found if f.account.kind not in {"email", "phone"}] or found


def _typed(store: Store, text: str) -> list[Found]:
    """Return whom an id means, whole or its beginning, and, unless it is whole, a bare handle."""
    typed = text.strip().casefold()
    found = []
    if _SHORT_ID.fullmatch(typed):
        found = _bearing(store, "a.short_id BETWEEN ?1 AND ?1 || 'zzzz'", typed)
    if not (found and len(typed) == _WHOLE_ID) and (handle := x_handle(text)):
        found += _by_handle(store, handle)
    return list(dict.fromkeys(found))


_Words = Collection[str]
#: Tells whether typed words fit the words of a name, and those of the company.
_Fits = Callable[[_Words, _Words, _Words], bool]


def _are_of_the_name(typed: _Words, name: _Words, _: _Words) -> bool:
    return all(word in name for word in typed)


def _are_of_name_and_company(typed: _Words, name: _Words, company: _Words) -> bool:
    return any(word in name for word in typed) and all(
        word in name or word in company for word in typed
    )


def _begin_the_name(typed: _Words, name: _Words, _: _Words) -> bool:
    return all(
        word in name or (len(word) >= _SHORTEST and any(n.startswith(word) for n in name))
        for word in typed
    )


def fitting(store: Store, text: str) -> list[Found]:
    """Return the people whom the words of `text` fit, where `find` finds nobody. Never the owner.

    Each word is a whole word of the name; else of the name or the company.
    """
    return _fitting(store, text, (_are_of_the_name, _are_of_name_and_company))


def beginning(store: Store, text: str) -> list[Found]:
    """Return the people whose names have words that begin so. Never to be taken unasked.

    "Sam" may be Samuel, and as well somebody new.
    """
    return _fitting(store, text, (_begin_the_name,))


def _fitting(store: Store, text: str, rules: Sequence[_Fits]) -> list[Found]:
    """Return who fits by the first rule by which anybody does."""
    typed = _WORD.findall(name_key(text))
    if not typed or linkedin_slug(text) or email_key(text) or x_key(text):
        return []
    names = [(_WORD.findall(key), account) for key, account in _holding(store, typed)]
    some = {account for name, account in names if not set(name).isdisjoint(typed)}
    companies = _companies(store, some) if len(typed) > 1 else {}
    for fits in rules:
        accounts = {
            account for name, account in names if fits(typed, name, companies.get(account, ()))
        }
        if accounts and (found := _others(store, accounts)):
            return found
    return []


def _holding(store: Store, words: Sequence[str]) -> list[tuple[str, int]]:
    """Return names, as they are compared, that hold one of these words anywhere; with accounts."""
    # A single sign is in every other name.
    held = [word for word in words if len(word) > 1] or words
    profiles, written = (
        " OR ".join(f"instr({key}, ?{number})" for number in range(1, len(held) + 1))
        for key in ("name_key", "key")
    )
    with sentences(store.path):
        return store.connection.execute(
            # The inner question is answered from an index alone.
            "SELECT name_key, account_id FROM profile WHERE id IN"
            f" (SELECT id FROM profile WHERE {profiles}) UNION ALL SELECT key, id FROM account"
            f" WHERE platform IN ('linkedin', 'log') AND kind = 'name' AND ({written})",
            held,
        ).fetchall()


def _companies(store: Store, accounts: Collection[int]) -> Mapping[int, set[str]]:
    """Return accounts -> the words of the newest company of whoever bears them, as compared."""
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT m.account_id, f.company, max(f.stated_on) FROM link m"
            " JOIN link l ON l.person_id = m.person_id"
            " JOIN profile f ON f.account_id = l.account_id"
            " WHERE f.company <> '' AND m.account_id IN (SELECT value FROM json_each(?))"
            " GROUP BY m.account_id, f.account_id",
            (json.dumps(list(accounts)),),
        ).fetchall()
    found: dict[int, set[str]] = defaultdict(set)
    for account, company, _ in rows:
        found[account].update(_WORD.findall(name_key(company)))
    return found


def _others(store: Store, accounts: Collection[int]) -> list[Found]:
    """Return the people who bear these accounts, but for the owner."""
    everybody = _rather_not_of_address_books(
        _bearing(store, "a.id IN (SELECT value FROM json_each(?))", json.dumps(list(accounts)))
    )
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT p.short_id, p.id, l.verdict, a.platform, a.kind, a.key FROM account p"
            " JOIN link l ON l.person_id = p.id JOIN account a ON a.id = l.account_id"
            " WHERE p.short_id IN (SELECT value FROM json_each(?))",
            (json.dumps([person.person_id for person in everybody]),),
        ).fetchall()
        own = owners(store.connection, ((*row[1:3], Account(*row[3:])) for row in rows))
    left_out = {short_id for short_id, number, *_ in rows if number in own}
    return [person for person in everybody if person.person_id not in left_out]


def placed(store: Store, people: Sequence[Found]) -> dict[Found, str]:
    """Return what the newest statement says of where each of these works; empty if none does."""
    told = {}
    with sentences(store.path):
        for person in people:
            row = store.connection.execute(
                "SELECT f.position, f.company FROM account p JOIN link l ON l.person_id = p.id"
                " JOIN profile f ON f.account_id = l.account_id"
                " WHERE p.short_id = ? AND f.position || f.company <> ''"
                " ORDER BY f.stated_on DESC, f.listed DESC, f.position, f.company LIMIT 1",
                (person.person_id,),
            ).fetchone()
            told[person] = ", ".join(filter(None, row or ()))
    return told


def by_last_contact(store: Store, people: Sequence[Found]) -> list[Found]:
    """Return people in the order of the last contact, the latest first, in groups as well."""
    if len(people) < 2:
        return list(people)
    with sentences(store.path):
        rows = store.connection.execute(
            "SELECT p.short_id, max(max("
            "  coalesce((SELECT max(m.at) FROM message m WHERE m.account_id = l.account_id), 0),"
            "  coalesce((SELECT max(coalesce(e.at, (e.day - 719163) * 86400)) FROM current_entry e"
            "    WHERE e.account_id = l.account_id), 0)))"
            " FROM account p JOIN link l ON l.person_id = p.id"
            " WHERE p.short_id IN (SELECT value FROM json_each(?)) GROUP BY p.short_id",
            (json.dumps([person.person_id for person in people]),),
        ).fetchall()
    last = dict(rows)
    return sorted(people, key=lambda person: -last.get(person.person_id, 0))


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
