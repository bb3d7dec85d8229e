"""Adding one interaction to the log."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.records import Account, Direction, Entry
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.facts import is_logged
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.naming import resolve_links


@dataclass(frozen=True)
class NewEntry:
    """What the user says of an interaction: the options of `netaudit log`."""

    channel: str
    medium: str
    direction: Direction
    when: tuple[int | None, int | None]
    purpose: str
    note: str


@dataclass(frozen=True)
class Logged:
    """What `netaudit log` wrote: the id to take it back by, and whether it was there before."""

    import_id: int | None
    repeated: bool


def log_interaction(opened: Store, people: Sequence[tuple[Account, str]], said: NewEntry) -> Logged:
    """Add one interaction with each of `people`, as one import.

    Each entry has an id of its own, so that the very same twice is two; its place on its day
    is the moment it was logged, so that it does not matter what else is in the store.
    """
    staging = Staging()
    staging.begin(SnapshotAccount("log", "netaudit log"))
    at, day = said.when
    ref, now = secrets.token_hex(4), opened.now()
    entries = [
        Entry(
            0, account, written, at, day, said.channel, said.medium, said.direction,
            said.purpose, said.note, len(people), ref, position=now,
        )
        for account, written in people
    ]  # fmt: skip
    repeated = any(is_logged(opened, entry) for entry in entries)
    staging.take("netaudit log", "log", entries)
    outcome = commit(opened, staging, "log", resolve_links)
    return Logged(outcome.import_id, repeated)
