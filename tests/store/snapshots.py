"""Snapshots made by hand, the way from them into a store, and what a store holds."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from netaudit.calendar import EPOCH_DAY
from netaudit.frames import Frames
from netaudit.normal import name_key
from netaudit.records import (
    Account,
    Contact,
    Direction,
    Entry,
    Interaction,
    Note,
    Owner,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
    TieKind,
)
from netaudit.store import Store
from netaudit.store.add import Outcome, commit
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.forgetting import forgotten
from netaudit.workflows.naming import resolve_links

DAY = 738_000
NOW = 1_790_000_000
ME = Owner("robin-quist", "Robin Quist")


def noon(day: int, second: int = 0) -> int:
    """Return noon of a UTC day, and so many seconds."""
    return (day - EPOCH_DAY) * 86_400 + 43_200 + second


def url(slug: str) -> Account:
    return Account("linkedin", "url", slug)


def mention(name: str) -> Account:
    return Account("linkedin", "name", name_key(name))


def logged(name: str) -> Account:
    return Account("log", "name", name_key(name))


def connection(
    account: Account, name: str, since: int | None = DAY, company: str = "", email: str = ""
) -> Tie:
    """Return a row of a list of connections."""
    profile = Profile(account, name, "", email, company, "", listed=True)
    return Tie(1, account, "connection", since, profile)


def listed(name: str, since: int) -> Tie:
    """Return a row of an old list, without link and address."""
    return connection(Account("linkedin", "listed", f"{name_key(name)} {since}"), name, since)


def followed(name: str, since: int | None = DAY) -> Tie:
    """Return a row of a list of followed members, which names them without a link."""
    account = mention(name)
    return Tie(1, account, "following", since, Profile(account, name))


def hidden(since: int) -> SetAside:
    """Return a row of a list of connections that holds nothing but its day."""
    return SetAside(1, "departed members", since)


def message(
    *people: Account,
    at: int,
    direction: Direction = "out",
    conversation: int = 7,
    size: int | None = None,
) -> Interaction:
    """Return a message; its size is the number of people unless said otherwise."""
    count = len(people) if size is None else size
    return Interaction(1, people, at, direction, "linkedin", count, conversation)


def invitation(
    account: Account, at: int, direction: Direction = "out", *, note: bool = False, name: str = ""
) -> Signal:
    return Signal(1, account, "invitation", at, direction, note, Profile(account, name))


def endorsement(name: str, at: int, direction: Direction = "in") -> Signal:
    account = mention(name)
    profile = Profile(account, name)
    return Signal(1, account, "endorsement", at, direction, with_note=False, profile=profile)


def noted(account: Account, text: str, day: int | None = DAY, name: str = "") -> Note:
    """Return a note of the user's about somebody."""
    return Note(1, account, text, day, Profile(account, name))


def contact(name: str, *emails: str, phones: Sequence[str] = (), company: str = "") -> Contact:
    """Return an entry of an address book."""
    if emails:
        account = Account("email", "email", emails[0])
    else:
        account = Account("phone", "phone", phones[0])
    said = Profile(account, name, company=company)
    by_email = (said._replace(email=email) for email in emails)
    return Contact(1, (*by_email, *(said._replace(phone=phone) for phone in phones)))


def recommended(name: str, day: int = DAY, direction: Direction = "in") -> Entry:
    """Return a written recommendation, of which an export knows the day."""
    account, purpose = mention(name), "got" if direction == "in" else "gave"
    return Entry(
        1, account, name, None, day, "linkedin", "text", direction, purpose, "", 1,
        logged=False, profile=Profile(account, name, company="Alto"),
    )  # fmt: skip


def entry(name: str, day: int = DAY, *, occurrence: int = 0, position: int = 0) -> Entry:
    """Return a line of the user's log."""
    return Entry(
        1, logged(name), name, None, day, "coffee", "in_person", "both", "", "", 1, "",
        occurrence, position,
    )  # fmt: skip


@dataclass(frozen=True)
class Snapshot:
    """A source as it was on one day: the records of each of its files."""

    files: dict[str, Sequence[Record]]
    exported_on: int | None = DAY + 100
    name: str = "export"
    source: str = "linkedin"
    lists: tuple[TieKind, ...] = ("connection",)
    owner: Owner = field(default_factory=lambda: ME)


def export(*records: Record, exported_on: int | None = DAY + 100, name: str = "export") -> Snapshot:
    """Return a snapshot of one file."""
    return Snapshot({"file": records}, exported_on, name)


def log(*records: Record, name: str = "log.csv") -> Snapshot:
    """Return a log of the user's."""
    return Snapshot({name: records}, None, name, "log", (), Owner())


def add(
    store: Store,
    *snapshots: Snapshot,
    command: Literal["import", "log"] = "import",
    dry_run: bool = False,
) -> Outcome:
    """Bring snapshots into an open store, as one import."""
    staging = Staging(forgotten(store))
    for one in snapshots:
        account = SnapshotAccount(one.source, one.name, one.owner, one.exported_on, set(one.lists))
        staging.begin(account)
        for name, records in one.files.items():
            staging.take(name, "linkedin-messages", records)
    return commit(store, staging, command, resolve_links, dry_run=dry_run)


def bring(path: Path, *snapshots: Snapshot, now: int = NOW) -> Outcome:
    """Open or begin a store and bring snapshots in, as one import."""
    with Store.open(path, create=True, now=lambda: now) as store:
        return add(store, *snapshots)


def frames(path: Path, timezone: str = "UTC") -> Frames:
    from netaudit.store.load import load

    with Store.open(path) as store:
        return load(store, timezone)


def told(found: Frames) -> dict[str, list[tuple[Any, ...]]]:
    """Return what frames say, in an order that does not depend on the store's."""
    names = ("people", "ties", "interactions", "signals", "snapshots", "left_out")
    said = {
        name: sorted(map(repr, getattr(found, name).itertuples(index=False, name=None)))
        for name in names
    }
    return {**said, "ambiguous": [(found.ambiguous_entries,)]}  # type: ignore[dict-item]


def tables(path: Path) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield each table with its rows, the moment of an import left out."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        for (name,) in found:
            columns = "id, command" if name == "import" else "*"
            query = f"SELECT {columns} FROM {name}"  # noqa: S608 - names are the schema's own
            rows = connection.execute(query).fetchall()
            yield name, sorted(rows, key=repr)


def counts(path: Path) -> dict[str, int]:
    return {name: len(rows) for name, rows in tables(path)}


def digest(path: Path) -> str:
    """Return a short form of all that a store holds."""
    return hashlib.sha256(repr(list(tables(path))).encode()).hexdigest()


def rows(path: Path, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, tuple(values)).fetchall()


ANA, BO, CY = url("ana-ruiz"), url("bo-lind"), url("cy-orr")

#: An import in which every kind of fact occurs.
ORDINARY = (
    Snapshot(
        {
            "Connections.csv": [
                connection(ANA, "Ana Ruiz", DAY, "Blue Kiln", "ana@example.org"),
                connection(BO, "Bo Lind, PhD", DAY + 1),
                listed("Dee Moss", DAY + 2),
                connection(Account("linkedin", "email", "cy@example.org"), "Cy Orr", DAY + 3),
                hidden(DAY + 4),
            ],
            "Member_Follows.csv": [followed("Gil Hart", DAY + 6), followed("Ana Ruiz")],
            "Invitations.csv": [
                invitation(ANA, noon(DAY - 1), note=True, name="Ana Ruiz"),
                invitation(mention("Eve Hale"), noon(DAY + 5), "in", name="Eve Hale"),
            ],
            "Endorsement_Received_Info.csv": [endorsement("Bo Lind", noon(DAY + 7))],
            "Recommendations_Received.csv": [recommended("Ana Ruiz", DAY + 8)],
            "Notes.csv": [noted(ANA, "met at the kiln", name="Ana Ruiz")],
            "Contacts.csv": [
                contact("Ana Ruiz", "ana@example.org", phones=["+15550100"]),
                contact("Hal Ives", phones=["+15550101"]),
            ],
            "messages.csv": [
                message(ANA, at=noon(DAY)),
                message(ANA, at=noon(DAY, 60), direction="in"),
                message(ANA, BO, at=noon(DAY + 9), conversation=8),
                message(mention("Bo Lind"), at=noon(DAY - 400), conversation=0),
            ],
        },
        name="export.zip",
        lists=("connection", "following"),
        owner=Owner("robin-quist", "Robin Quist", ("robin@example.org",), ("+15550109",)),
    ),
    log(
        entry("Ana Ruiz"), entry("Ana Ruiz", occurrence=1, position=1), entry("Fay Ingle", DAY + 4)
    ),
)
