"""Who is on record, and how each is described."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netaudit.records import Account
from netaudit.store.links import owners
from netaudit.store.load.only import EVERYBODY, Only
from netaudit.store.preferences import NOTHING, preferred
from netaudit.store.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]


#: What a source says of somebody, in the order in which it counts: not on X, listed, the day (the
#: newest first, as a negative number), name, company, position, account.
_Said = tuple[int, int, int, str, str, str, int]


@dataclass
class People:
    """Who there is: `code` is account id -> number of the person, -1 for nobody on the record.

    `shunned` counts the accounts that were blocked or muted.
    """

    code: "Integers"
    columns: dict[str, list[Any]]
    ambiguous: frozenset[int]
    shunned: int


def people(store: Store, talked: "Integers", only: Only = EVERYBODY) -> People:
    """Return the people on record, numbered by name and then id.

    `talked` are the accounts of messages, in ascending order.

    On record is whoever has a tie, an interaction or a signal and is not the owner, by an account
    that was not blocked or muted. Names, companies and positions are the newest known.
    """
    import numpy as np

    accounts = store.connection.execute(
        "SELECT a.id, a.platform, a.kind, a.key, a.short_id, l.person_id, l.verdict"
        f" FROM account a JOIN link l ON l.account_id = a.id WHERE {only.of('a.id')}"
    ).fetchall()
    ambiguous = frozenset(row[0] for row in accounts if row[6] == "ambiguous")
    owned = owners(store.connection, ((r[5], r[6], Account(*r[1:4])) for r in accounts))
    active = set(talked[np.diff(talked, prepend=-1) != 0].tolist())
    for table in ("tie", "current_entry", "signal"):
        query = f"SELECT account_id FROM {table} WHERE {only.of('account_id')}"
        active |= {r[0] for r in store.connection.execute(query)}
    shunned = {r[0] for r in store.connection.execute("SELECT account_id FROM shunned")}
    person_of = {r[0]: r[5] for r in accounts if r[0] not in ambiguous and r[5] not in owned}
    active -= shunned
    present = {person_of[a] for a in active if a in person_of}
    described = _described(store, person_of, only)
    rows = []
    for number, platform, kind, key, short, _, _ in accounts:
        if number not in present:
            continue
        given, company, position = described.get(number, ("", "", ""))
        name = given or _STAND_IN.get((platform, kind), "{}").format(key)
        rows.append((name.casefold(), short, name, company, position, number, bool(given)))
    rows.sort()
    most = store.connection.execute("SELECT coalesce(max(id), 0) FROM account").fetchone()[0]
    code = np.full(most + 1, -1, dtype=np.int64)
    place = {row[5]: index for index, row in enumerate(rows)}
    for account, person in person_of.items():
        if account not in shunned:
            code[account] = place.get(person, -1)
    columns: dict[str, list[Any]] = {
        "person_id": [r[1] for r in rows],
        "name": [r[2] for r in rows],
        "named": [r[6] for r in rows],
        "sort_key": [r[0] for r in rows],
        "company": [r[3] for r in rows],
        "position": [r[4] for r in rows],
        **_preferred(store, [r[5] for r in rows]),
    }
    return People(code, columns, ambiguous, _blocked(store))


def _preferred(store: Store, numbers: list[int]) -> dict[str, list[Any]]:
    """Return the columns on what the user prefers of each of these people."""
    said = preferred(store.connection)
    found = [said.get(number, NOTHING) for number in numbers]
    return {
        "ignored": [one.ignored for one in found],
        "tags": [one.tags for one in found],
        "snoozed_until": [
            math.nan if one.snoozed_until is None else one.snoozed_until for one in found
        ],
        "cadence": [one.cadence for one in found],
        "cadence_tag": [one.cadence_tag for one in found],
    }


def _blocked(store: Store) -> int:
    """Count the accounts that were blocked or muted, each once, also where it has a handle."""
    query = (
        "SELECT count(DISTINCT account_id) FROM tie"
        " WHERE kind IN ('blocked', 'muted') AND until IS NULL"
    )
    return int(store.connection.execute(query).fetchone()[0])


#: What somebody is called of whom no name is known.
_STAND_IN = {
    ("linkedin", "url"): "linkedin.com/in/{}", ("x", "id"): "x.com/i/user/{}",
    ("x", "handle"): "@{}",
}  # fmt: skip


def _first_said(
    store: Store, person_of: dict[int, int], only: Only
) -> dict[int, tuple[str, str, str]]:
    """Return person -> name, company and position, each of the first profile that has it.

    Few people have several: to sort theirs here is faster than to have SQLite sort all.
    """
    first: dict[int, _Said] = {}
    several: dict[int, list[_Said]] = {}
    for row in store.connection.execute(
        "SELECT a.platform = 'x', -p.listed, -p.stated_on, p.name, p.company, p.position,"
        " p.account_id FROM profile p JOIN account a ON a.id = p.account_id"
        f" WHERE {only.of('p.account_id')}"
    ):
        person = person_of.get(row[6])
        if person is None:
            continue
        if person in first:
            several.setdefault(person, [first[person]]).append(row)
        else:
            first[person] = row
    found = {n: (row[3], row[4], row[5] if row[4] else "") for n, row in first.items()}
    for person, said in several.items():
        said.sort()
        name = next((one[3] for one in said if one[3]), "")
        found[person] = (name, *next((one[4:6] for one in said if one[4]), ("", "")))
    return found


def _described(
    store: Store, person_of: dict[int, int], only: Only
) -> dict[int, tuple[str, str, str]]:
    """Return person -> (name, company, position), each as the newest list that has it says."""
    found = _first_said(store, person_of, only)
    written = store.connection.execute(
        f"SELECT account_id, written FROM entry WHERE {only.of('account_id')} ORDER BY written"
    )
    for account, name in written:
        _call(found, person_of.get(account), name)
    handles = store.connection.execute(
        f"SELECT account_id, handle FROM profile WHERE handle <> '' AND {only.of('account_id')}"
        " ORDER BY stated_on DESC, handle"
    )
    for account, handle in handles:
        _call(found, person_of.get(account), f"@{handle}")
    return found


def _call(found: dict[int, tuple[str, str, str]], person: int | None, name: str) -> None:
    """Name a person who has no name yet."""
    if person is not None and not (known := found.get(person, ("", "", "")))[0]:
        found[person] = (name, *known[1:])
