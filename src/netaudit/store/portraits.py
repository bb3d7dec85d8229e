"""One person at a glance: accounts, lists, and how much contact there was."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netaudit.metrics.scope import MAX_GROUP, History
from netaudit.store.accounts import Held, held, whose
from netaudit.store.load import load_few
from netaudit.store.load.traces import Spell, merged
from netaudit.store.store import Store


class OnList(NamedTuple):
    """A time on a list of a platform; days, None for unknown and for still."""

    platform: str
    kind: str
    since: int | None
    until: int | None


@dataclass(frozen=True)
class Described:
    """A person: the newest that is known of them.

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


@dataclass(frozen=True)
class Portrait(Described):
    """A person, and how much contact there was; `last_on` is the local day of the last."""

    interactions: int
    last_on: int | None


def portraits(
    store: Store, people: Sequence[str], timezone: str, max_group: int = MAX_GROUP
) -> list[Portrait]:
    """Return those people of these ids who are there; interactions are counted as in reports."""
    contact = _contact(store, people, timezone, date.max.toordinal(), max_group)
    with store.reading():
        found = [_described(store, person) for person in people]
    return [
        Portrait(**vars(one), interactions=number, last_on=last)
        for one in found
        if one is not None
        for number, last in [contact[one.person_id]]
    ]


def describe(store: Store, person_id: str) -> Described | None:
    """Return what is known of a person, given by id, if they are there."""
    with store.reading():
        return _described(store, person_id)


def last_contacts(
    store: Store, people: Sequence[str], timezone: str, until: int, max_group: int = MAX_GROUP
) -> dict[str, int | None]:
    """Return for people, by id, the local day of the last contact up to the day `until`."""
    found = _contact(store, people, timezone, until, max_group)
    return {person: last_on for person, (_, last_on) in found.items()}


def _contact(
    store: Store, people: Sequence[str], timezone: str, until: int, max_group: int
) -> dict[str, tuple[int, int | None]]:
    """Return for people, by id, how many interactions there were, and the day of the last."""
    import numpy as np

    view = History.of(load_few(store, people, timezone), max_group=max_group).at(until)
    count = np.bincount(view.interactions.person, minlength=view.history.people).tolist()
    last = [day if day >= 0 else None for day in view.last_days().tolist()]
    found = dict(zip(view.history.ids.tolist(), zip(count, last, strict=True), strict=True))
    return {person: found.get(person, (0, None)) for person in people}


def _described(store: Store, person_id: str) -> Described | None:
    accounts = held(store, person_id)
    if not accounts:
        return None
    first = accounts[0].named
    whole = whose(store, first)
    company, position = _newest(store, person_id, "company, position", "company")
    (about,) = _newest(store, person_id, "about", "about")
    return Described(
        person_id, whole.name if whole else first.shown, accounts,
        _addresses(store, person_id, accounts), company, position, about,
        _lists(store, person_id),
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
