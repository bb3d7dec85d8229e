"""One person at a glance: accounts, lists, and how much contact there was."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day
from netaudit.metrics.scope import MAX_GROUP
from netaudit.store.accounts import Held, held, whose
from netaudit.store.echoes import Echo, echoes
from netaudit.store.load.traces import Spell, merged
from netaudit.store.store import Store


class OnList(NamedTuple):
    """A time on a list of a platform; days, None for unknown and for still."""

    platform: str
    kind: str
    since: int | None
    until: int | None


@dataclass(frozen=True)
class Portrait:
    """A person: the newest that is known of them. `last_on` is the local day of the last contact.

    `addresses` are those that no account of theirs stands for, `about` is what they say of
    themselves on X.
    """

    person_id: str
    name: str
    accounts: Sequence[Held]
    addresses: Sequence[str]
    company: str
    position: str
    about: str
    lists: Sequence[OnList]
    interactions: int
    last_on: int | None


class _LeftOut(NamedTuple):
    """What counts for nobody in reports.

    `newer` is the first message with a conversation: until then an old export without them is
    believed. `echoes` repeat the note of an invitation, `shunned` accounts are blocked or muted,
    and what was written to more than `max_group` people is no contact.
    """

    newer: int | None
    echoes: frozenset[Echo]
    shunned: frozenset[int]
    max_group: int

    def is_mass(self, medium: str, size: int) -> bool:
        """Tell whether something was written to many at once."""
        return medium in {"public", "text"} and size > self.max_group


def portraits(
    store: Store, people: Sequence[str], timezone: str, max_group: int = MAX_GROUP
) -> list[Portrait]:
    """Return those people of these ids who are there; interactions are counted as in reports."""
    with store.reading() as connection:
        left_out = _left_out(connection, max_group)
        return [
            _portrait(store, person, accounts, timezone, left_out)
            for person in people
            if (accounts := held(store, person))
        ]


def last_contacts(
    store: Store, people: Sequence[str], timezone: str, until: int, max_group: int = MAX_GROUP
) -> dict[str, int | None]:
    """Return for people, by id, the local day of the last contact up to the day `until`."""
    zone = ZoneInfo(timezone)
    with store.reading() as connection:
        left_out = _left_out(connection, max_group)
        days = {person: _contact(store, person, zone, left_out) for person in people}
    return {
        person: max((day for day in found if day <= until), default=None)
        for person, found in days.items()
    }


def _left_out(connection: sqlite3.Connection, max_group: int) -> _LeftOut:
    newer = connection.execute(
        "SELECT min(at) FROM message WHERE channel_id = 1 AND conversation <> 0"
    ).fetchone()[0]
    shunned = frozenset(row[0] for row in connection.execute("SELECT * FROM shunned"))
    return _LeftOut(newer, frozenset(echoes(connection)), shunned, max_group)


def _portrait(
    store: Store, person_id: str, accounts: Sequence[Held], timezone: str, left_out: _LeftOut
) -> Portrait:
    first = accounts[0].named
    whole = whose(store, first)
    company, position = _newest(store, person_id, "company, position", "company")
    (about,) = _newest(store, person_id, "about", "about")
    days = _contact(store, person_id, ZoneInfo(timezone), left_out)
    return Portrait(
        person_id, whole.name if whole else first.shown, accounts,
        _addresses(store, person_id, accounts), company, position, about,
        _lists(store, person_id), len(days), max(days, default=None),
    )  # fmt: skip


_OF = (
    "JOIN link l ON l.account_id = f.account_id JOIN account p ON p.id = l.person_id"
    " JOIN account a ON a.id = f.account_id"
    " WHERE p.short_id = ?"
)


def _newest(store: Store, person_id: str, columns: str, said: str) -> tuple[str, ...]:
    """Return what the newest profile says that says anything of `said`."""
    found = store.connection.execute(
        f"SELECT {columns} FROM profile f {_OF} AND {said} <> ''"
        f" ORDER BY listed DESC, stated_on DESC, {columns} LIMIT 1",
        (person_id,),
    ).fetchone()
    return found or ("",) * len(columns.split(","))


def _addresses(store: Store, person_id: str, accounts: Sequence[Held]) -> list[str]:
    rows = store.connection.execute(
        f"SELECT DISTINCT f.email, f.phone FROM profile f {_OF}", (person_id,)
    )
    stated = {address for row in rows for address in row} - {""}
    return sorted(stated - {one.named.account.key for one in accounts})


def _lists(store: Store, person_id: str) -> list[OnList]:
    spells: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for platform, kind, since, until, last_on in store.connection.execute(
        f"SELECT a.platform, f.kind, f.since, f.until, f.last_on FROM tie f {_OF}", (person_id,)
    ):
        spells[platform, kind].append(Spell(since, until, last_on))
    return [
        OnList(*of, spell.since, spell.until)
        for of, found in sorted(spells.items())
        for spell in merged(found)
    ]


def _contact(store: Store, person_id: str, zone: ZoneInfo, left_out: _LeftOut) -> list[int]:
    """Return the local day of each interaction."""
    # Each message once that exports tell differently; the larger number of people is right.
    messages = {
        row[1:4]: row
        for row in store.connection.execute(
            "SELECT f.account_id, f.at, f.direction, f.conversation, c.name = 'linkedin', c.medium,"
            f" f.size FROM message f JOIN channel c ON c.id = f.channel_id {_OF}"
            " ORDER BY f.size, f.account_id",
            (person_id,),
        )
        if row[0] not in left_out.shunned
        if row[3] or not row[4] or left_out.newer is None or row[1] < left_out.newer
    }
    entries = store.connection.execute(
        "SELECT DISTINCT f.account_id, at, day, written, channel, medium, direction, purpose, note,"
        f" size, ref, logged, occurrence FROM current_entry f {_OF}",
        (person_id,),
    )
    return [
        local_day(at, None, zone)
        for account, at, direction, conversation, _, medium, size in messages.values()
        if not (size == 1 and Echo(account, at, direction, conversation) in left_out.echoes)
        if not left_out.is_mass(medium, size)
    ] + [
        local_day(at, day, zone)
        for account, at, day, _, _, medium, *_, size, _, _, _ in entries
        if account not in left_out.shunned and not left_out.is_mass(medium, size)
    ]
