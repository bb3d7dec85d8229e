"""What the user said of accounts: written outright, and what follows from what stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from netaudit.records import Account, Decision, Preference
from netaudit.store import Store
from netaudit.store.facts import short_id
from netaudit.store.links import relink
from netaudit.store.preferences import Preferred
from netaudit.workflows.naming import resolve_links

Pair = tuple[Account, Account]


def say(store: Store, *decisions: Decision) -> None:
    """Write decisions as one import, whatever stands, and also of accounts that are not there."""
    with store.transaction() as connection:
        number = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (0, 'match')"
        ).lastrowid
        for kind, *accounts in decisions:
            ids = [_known(store, account) for account in accounts]
            connection.execute(
                "INSERT INTO decision (import_id, kind, account_id, other_id) VALUES (?, ?, ?, ?)",
                (number, kind, *ids),
            )
        relink(connection, resolve_links, store.decisions())


#: What the user prefers, and the accounts that bear it: none of a tag's cadence.
Wish = tuple[Preference, tuple[Account, ...]]


def prefer_outright(store: Store, said: Preference, accounts: Sequence[Account]) -> None:
    """Write what is preferred of accounts as one import, whatever stands."""
    with store.transaction() as connection:
        number = connection.execute(
            "INSERT INTO import (imported_at, command) VALUES (0, 'tag')"
        ).lastrowid
        ids: list[int | None] = [_known(store, account) for account in accounts]
        connection.executemany(
            "INSERT INTO preference (import_id, matter, value, tag, account_id)"
            " VALUES (?, ?, ?, ?, ?)",
            [(number, *said, account) for account in ids or [None]],
        )
        relink(connection, resolve_links, store.decisions())


def written(store: Store, import_id: int) -> Wish:
    """Return what an import says is preferred, and of which accounts."""
    rows = store.connection.execute(
        "SELECT p.matter, p.value, p.tag, a.platform, a.kind, a.key FROM preference p"
        " LEFT JOIN account a ON a.id = p.account_id WHERE p.import_id = ?",
        (import_id,),
    ).fetchall()
    (said,) = {Preference(*row[:3]) for row in rows}
    return said, tuple(Account(*row[3:]) for row in rows if row[3])


def preferred(
    person: Mapping[Account, Account | None], wishes: Sequence[Wish]
) -> dict[Account, Preferred]:
    """Return what holds of each person after all that was said, the oldest first."""
    last: dict[Account, dict[str, str]] = {}
    spans: dict[str, str] = {}
    for said, accounts in wishes:
        if not accounts:
            spans[said.tag] = said.value
        for who in filter(None, {person[account] for account in accounts}):
            last.setdefault(who, {})[f"{said.matter} {said.tag}".strip()] = said.value
    found = {}
    for who, held in last.items():
        tags = sorted(key[4:] for key, value in held.items() if key.startswith("tag ") and value)
        bringing = [tag for tag in tags if spans.get(tag)]
        own, until = held.get("cadence"), held.get("snooze")
        by = "" if own or not bringing else min(bringing, key=lambda tag: int(spans[tag][:-1]))
        found[who] = Preferred(
            held.get("ignore") == "yes", tuple(tags),
            date.fromisoformat(until).toordinal() if until else None,
            spans[by] if by else {None: "", "none": "never"}.get(own, own or ""), by,
        )  # fmt: skip
    return {who: one for who, one in found.items() if one != Preferred()}


def _known(store: Store, account: Account) -> int:
    """Return the id of an account, which is made if there is none."""
    store.connection.execute(
        "INSERT OR IGNORE INTO account (platform, kind, key, short_id) VALUES (?, ?, ?, ?)",
        (*account, short_id(account)),
    )
    query = "SELECT id FROM account WHERE platform = ? AND kind = ? AND key = ?"
    return int(store.connection.execute(query, account).fetchone()[0])


def joined(standing: Sequence[Decision]) -> Iterator[Pair]:
    """Yield the accounts that must be one person."""
    yield from _pairs(standing, "same")


def parted(standing: Sequence[Decision]) -> Iterator[Pair]:
    """Yield the accounts that must not be one: not even by a chain of others that are the same."""
    group: dict[Account, set[Account]] = {}
    for one, other in joined(standing):
        whole = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(whole, whole))
    for one, other in _pairs(standing, "different"):
        if other not in group.get(one, ()):
            yield one, other


def _pairs(standing: Sequence[Decision], kind: str) -> Iterator[Pair]:
    for decision in standing:
        if decision.kind == kind:
            yield decision.account, decision.other
