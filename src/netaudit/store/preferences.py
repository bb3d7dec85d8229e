"""What the user prefers of people: whom to ignore, tags, snoozes, how often to be in touch."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from netaudit.calendar import Span, read_iso
from netaudit.errors import UsageError
from netaudit.frames import NEVER
from netaudit.records import NONE, Account, Matter, Preference
from netaudit.store.links import Resolve, owners, relink
from netaudit.store.store import Store

Command = Literal["tag", "ignore", "unignore", "snooze", "cadence"]


class Preferred(NamedTuple):
    """What holds of a person by now.

    `snoozed_until` is the first day (ordinal) on which they may be suggested again; `cadence` the
    span within which to be in touch, or `NEVER`, empty where nothing was said, and `cadence_tag`
    the tag that brings it, empty where it is their own.
    """

    ignored: bool = False
    tags: tuple[str, ...] = ()
    snoozed_until: int | None = None
    cadence: str = ""
    cadence_tag: str = ""


#: What holds of whom nothing was said.
NOTHING = Preferred()


class Written(NamedTuple):
    """What was new of what the user said, and the import that it is; None of a dry run."""

    import_id: int | None
    news: tuple[Preference, ...]


#: Matter and tag -> the value that was said last.
_Said = dict[tuple[str, str], str]


def prefer(
    store: Store,
    command: Command,
    preferences: Sequence[Preference],
    resolve: Resolve,
    person_id: str | None = None,
    *,
    dry_run: bool = False,
) -> Written:
    """Write what the user prefers of a person, given by id, or of everybody with a tag.

    That is an import of its own. It changes no link, but where it brings the name of a list entry
    back. What was said last already, of every account of theirs, is not written again: else one
    that is parted from them would not keep it. A person who is not there is a UsageError.
    """
    with store.transaction() as connection:
        words = {one: _words(connection, person_id, one) for one in preferences}
        news = tuple(one for one, said in words.items() if set(said.values()) - {one.value})
        rows = [(one.matter, one.tag, one.value, account) for one in news for account in words[one]]
        import_id = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (?, ?)", (store.now(), command)
        ).lastrowid
        connection.executemany(
            "INSERT INTO preference (import_id, matter, tag, value, account_id)"
            " VALUES (?, ?, ?, ?, ?)",
            [(import_id, *row) for row in rows],
        )
        if _is_named_by_that(connection, {account for *_, account in rows if account}):
            relink(connection, resolve, store.decisions())
        if dry_run or not news:
            store.forgo()
            import_id = None
    return Written(import_id, news)


def _is_named_by_that(connection: sqlite3.Connection, accounts: Collection[int]) -> bool:
    """Tell whether one is a list entry that is on no list: its name counts as the user spoke of it.

    Else a later entry of the log, which looks at few accounts, would find links of before.
    """
    row = connection.execute(
        "SELECT 1 FROM account a WHERE id IN (SELECT value FROM json_each(?)) AND kind = 'listed'"
        " AND NOT EXISTS (SELECT 1 FROM profile p WHERE p.account_id = a.id AND p.name <> '')",
        (json.dumps(list(accounts)),),
    ).fetchone()
    return row is not None


def last_words(store: Store, person_id: str, matter: Matter) -> frozenset[str]:
    """Return what was said last of a matter, of each account of a person by itself."""
    with store.reading() as connection:
        return frozenset(_words(connection, person_id, Preference(matter, "")).values())


def _words(
    connection: sqlite3.Connection, person_id: str | None, said: Preference
) -> dict[int | None, str]:
    """Return who is to bear what is said, each with what was said of them last.

    They are accounts of the person, the leading one first, or None: everybody with the tag. A bare
    name means somebody else as soon as somebody else has it, and so does a handle: they bear it
    only where there is nothing firmer, or where they bear something of the same matter.
    """
    if person_id is None:
        return {None: cadences(connection).get(said.tag, "")}
    _refuse_nobody(connection, person_id)
    rows = connection.execute(
        "SELECT l.account_id, a.platform, a.kind, (SELECT f.value FROM preference f"
        "  WHERE f.account_id = a.id AND (f.matter, f.tag) = (?2, ?3)"
        "  ORDER BY f.import_id DESC, f.id DESC LIMIT 1)"
        " FROM link l JOIN account p ON p.id = l.person_id JOIN account a ON a.id = l.account_id"
        " WHERE p.short_id = ?1 AND l.verdict <> 'ambiguous'"
        " ORDER BY l.account_id <> l.person_id, l.account_id",
        (person_id, said.matter, said.tag),
    ).fetchall()
    soft = {("log", "name"), ("linkedin", "name")}
    if any((platform, kind) == ("x", "id") for _, platform, kind, _ in rows):
        soft.add(("x", "handle"))
    firm = any((platform, kind) not in soft for _, platform, kind, _ in rows)
    return {
        number: word or ""
        for number, platform, kind, word in rows
        if word is not None or not firm or (platform, kind) not in soft
    }


def _refuse_nobody(
    connection: sqlite3.Connection, person_id: str, *, by: Literal["person", "account"] = "person"
) -> None:
    """Refuse who is gone, and a name that fits several people."""
    found = connection.execute(
        f"SELECT l.verdict FROM link l JOIN account p ON p.id = l.{by}_id"
        " WHERE p.short_id = ? LIMIT 1",
        (person_id,),
    ).fetchone()
    if found is None:
        raise UsageError(
            f"there is no person {person_id} any more", hint="was an import taken back meanwhile?"
        )
    if found[0] == "ambiguous":
        raise UsageError(
            f"{person_id} is a name in the log that fits several people",
            hint=f"say whose it is: netaudit merge ID {person_id}",
        )


def preferred(connection: sqlite3.Connection) -> dict[int, Preferred]:
    """Return what holds of people, by their leading accounts; of whom nothing holds is left out."""
    said: dict[int, _Said] = defaultdict(dict)
    for person, matter, tag, value in connection.execute(f"{_SAID} ORDER BY {_LAST}"):
        said[person][matter, tag] = value
    spans = cadences(connection)
    found = {person: _preferred(of_one, spans) for person, of_one in said.items()}
    return {person: one for person, one in found.items() if one != NOTHING}


def preferred_of(store: Store, person_id: str) -> Preferred:
    """Return what holds of one person, given by the id of any account; nobody is a UsageError.

    What was just said of somebody may have given them another leading account.
    """
    with store.reading() as connection:
        _refuse_nobody(connection, person_id, by="account")
        return _preferred(_said_of(connection, person_id), cadences(connection))


def cadence_by_tags(store: Store, person_id: str) -> tuple[str, str]:
    """Return the span that a person's tags bring, and the tag; both empty where none does."""
    with store.reading() as connection:
        said = _said_of(connection, person_id)
        return _shortest(_tags(said), cadences(connection))


def are_ignored_as_one(store: Store, *people: str) -> bool:
    """Tell whether people, given by id, are ignored once they are one person."""
    with store.reading() as connection:
        return _preferred(_said_of(connection, *people), {}).ignored


def preferred_on_record(connection: sqlite3.Connection) -> dict[int, Preferred]:
    """Return the same of those people only whom reports can tell of."""
    found = preferred(connection)
    there = _on_record(connection, list(found))
    return {person: one for person, one in found.items() if person in there}


def is_on_record(store: Store, person_id: str) -> bool:
    """Tell whether reports can tell of a person, given by id."""
    with store.reading() as connection:
        query = "SELECT id FROM account WHERE short_id = ?"
        return bool(_on_record(connection, connection.execute(query, (person_id,)).fetchone()))


def ignored(connection: sqlite3.Connection) -> frozenset[int]:
    """Return whom the user ignores, by their leading accounts."""
    return frozenset(person for person, one in preferred(connection).items() if one.ignored)


def cadences(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the tags that bring a cadence, each with its span."""
    rows = connection.execute(
        f"SELECT tag, value FROM preference p WHERE account_id IS NULL ORDER BY {_LAST}"
    )
    return {tag: value for tag, value in dict(rows).items() if value}


def _on_record(connection: sqlite3.Connection, people: Collection[int]) -> set[int]:
    """Return who has a tie, an interaction or a signal, and is not the owner, as reports know it.

    By an account that was not blocked or muted; a message that newer exports repeat is none.
    """
    rows = connection.execute(_ACTIVE, (json.dumps(list(people)),)).fetchall()
    there = {person for person, _, active, *_ in rows if active}
    return there - owners(connection, ((row[0], row[1], Account(*row[3:])) for row in rows))


_ACTIVE = (
    "SELECT l.person_id, l.verdict, l.account_id NOT IN (SELECT account_id FROM shunned)"
    " AND (EXISTS (SELECT 1 FROM tie f WHERE f.account_id = l.account_id)"
    "  OR EXISTS (SELECT 1 FROM current_entry f WHERE f.account_id = l.account_id)"
    "  OR EXISTS (SELECT 1 FROM signal f WHERE f.account_id = l.account_id)"
    "  OR EXISTS (SELECT 1 FROM message f WHERE f.account_id = l.account_id AND"
    "   (f.channel_id <> 1 OR f.conversation <> 0 OR f.at < coalesce((SELECT min(at) FROM message"
    "    WHERE channel_id = 1 AND conversation <> 0), f.at + 1)))),"
    " a.platform, a.kind, a.key FROM link l JOIN account a ON a.id = l.account_id"
    " WHERE l.verdict <> 'ambiguous' AND l.person_id IN (SELECT value FROM json_each(?))"
)
_SAID = (
    "SELECT l.person_id, p.matter, p.tag, p.value FROM preference p"
    " JOIN link l ON l.account_id = p.account_id WHERE l.verdict <> 'ambiguous'"
)
_LAST = "p.import_id, p.id"


def _said_of(connection: sqlite3.Connection, *people: str) -> _Said:
    rows = connection.execute(
        f"{_SAID} AND l.person_id IN (SELECT o.person_id FROM account a"
        "  JOIN link o ON o.account_id = a.id WHERE a.short_id IN (SELECT value FROM json_each(?)))"
        f" ORDER BY {_LAST}",
        (json.dumps(people),),
    )
    return {(matter, tag): value for _, matter, tag, value in rows}


def _preferred(said: _Said, spans: Mapping[str, str]) -> Preferred:
    tags = _tags(said)
    until = said.get(("snooze", ""))
    cadence, by = said.get(("cadence", "")) or "", ""
    if not cadence:
        cadence, by = _shortest(tags, spans)
    return Preferred(
        ignored=bool(said.get(("ignore", ""))),
        tags=tags,
        snoozed_until=read_iso(until) if until else None,
        cadence=NEVER if cadence == NONE else cadence,
        cadence_tag=by,
    )


def _tags(said: _Said) -> tuple[str, ...]:
    return tuple(sorted(tag for (matter, tag), value in said.items() if matter == "tag" and value))


def _shortest(tags: Sequence[str], spans: Mapping[str, str]) -> tuple[str, str]:
    """Return the shortest span that tags bring, and the first tag that brings it."""
    brought = [(Span.parse(spans[tag]).average, tag) for tag in tags if tag in spans]
    _, tag = min(brought, default=(0, ""))
    return spans.get(tag, ""), tag
