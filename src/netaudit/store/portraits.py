"""One person at a glance: accounts, lists, and how much contact there was."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day
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


def portraits(store: Store, people: Sequence[str], timezone: str) -> list[Portrait]:
    """Return those people of these ids who are there; interactions are counted as in reports."""
    with store.reading() as connection:
        repeated = frozenset(echoes(connection))
        # An old export without conversations is believed up to the first message of a newer one.
        newer = connection.execute(
            "SELECT min(at) FROM message WHERE channel_id = 1 AND conversation <> 0"
        ).fetchone()[0]
        return [
            _portrait(store, person, accounts, timezone, (newer, repeated))
            for person in people
            if (accounts := held(store, person))
        ]


def _portrait(
    store: Store,
    person_id: str,
    accounts: Sequence[Held],
    timezone: str,
    left_out: tuple[int | None, frozenset[Echo]],
) -> Portrait:
    first = accounts[0].named
    whole = whose(store, first)
    company, position = _newest(store, person_id, "company, position", "company")
    (about,) = _newest(store, person_id, "about", "about")
    count, last_on = _contact(store, person_id, timezone, left_out)
    return Portrait(
        person_id, whole.name if whole else first.shown, accounts,
        _addresses(store, person_id, accounts), company, position, about,
        _lists(store, person_id), count, last_on,
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


def _contact(
    store: Store, person_id: str, timezone: str, left_out: tuple[int | None, frozenset[Echo]]
) -> tuple[int, int | None]:
    """Return how many interactions there were, and the day of the last."""
    newer, repeated = left_out
    messages = {
        row[1:4]
        for row in store.connection.execute(
            "SELECT f.account_id, f.at, f.direction, f.conversation, f.channel_id"
            f" FROM message f {_OF}",
            (person_id,),
        )
        if Echo(*row[:4]) not in repeated
        if row[3] or row[4] != 1 or newer is None or row[1] < newer
    }
    entries = store.connection.execute(
        "SELECT DISTINCT f.account_id, at, day, written, channel, medium, direction, purpose, note,"
        f" size, ref, logged, occurrence FROM entry f {_OF}",
        (person_id,),
    ).fetchall()
    zone = ZoneInfo(timezone)
    days = [local_day(at, day, zone) for _, at, day, *_ in entries]
    if messages:
        days.append(local_day(max(at for at, *_ in messages), None, zone))
    return len(messages) + len(entries), max(days, default=None)
