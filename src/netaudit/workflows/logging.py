"""Adding interactions to the log, and writing one anew."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.records import Account, Direction, Entry
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.entries import LogEntry, repeats
from netaudit.store.facts import entry_id
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.forgetting import forgotten
from netaudit.workflows.naming import resolve_links


@dataclass(frozen=True)
class NewEntry:
    """What the user says of an interaction.

    `people` are accounts with the words that stand for them; `size` is how many people were there.
    """

    people: tuple[tuple[Account, str], ...]
    channel: str
    medium: str
    direction: Direction
    when: tuple[int | None, int | None]
    purpose: str
    note: str
    size: int


@dataclass(frozen=True)
class Logged:
    """What was written: the id to take it back by, None of a dry run, and the ids of the entries.

    `repeated` are the places of those interactions that the log had already, or has twice now;
    `welcome` is what those were written as whom the user had forgotten, and who are so no more.
    """

    import_id: int | None
    entry_ids: tuple[str, ...]
    repeated: tuple[int, ...]
    welcome: tuple[str, ...] = ()


def log_interactions(
    opened: Store,
    said: Sequence[NewEntry],
    *,
    in_place_of: Sequence[LogEntry] = (),
    dry_run: bool = False,
) -> Logged:
    """Add interactions as one import, in place of entries that count no more from then on.

    Each has an id of its own, so that the very same twice is two, and one that was removed can be
    logged again. Its place on its day is the moment it was logged, or that of the entry it
    replaces, so that it does not matter what else is in the store.
    """
    known = forgotten(opened) or ()
    welcome = {one: as_ for line in said for one, as_ in line.people if one in known}
    staging = Staging(welcome=welcome)
    staging.begin(SnapshotAccount("log", "netaudit log"))
    first = in_place_of[0].position if in_place_of else opened.now()
    entries = [_entries(one, first + place) for place, one in enumerate(said)]
    gone = [one.entry_id for one in in_place_of]
    repeated = tuple(
        place
        for place, one in enumerate(said)
        if one in said[:place] or any(repeats(opened, entry, gone) for entry in entries[place])
    )
    flat = [entry for of_one in entries for entry in of_one]
    staging.take("netaudit log", "log", flat)
    outcome = commit(
        opened, staging, "edit" if in_place_of else "log", resolve_links,
        withdrawn=gone, dry_run=dry_run,
    )  # fmt: skip
    ids = tuple(map(entry_id, flat))
    return Logged(outcome.import_id, ids, repeated, tuple(welcome.values()))


def _entries(said: NewEntry, position: int) -> list[Entry]:
    """Return an interaction as an entry for each who was there."""
    ref, (at, day) = secrets.token_hex(4), said.when
    return [
        Entry(
            0, account, written, at, day, said.channel, said.medium, said.direction,
            said.purpose, said.note, said.size, ref, position=position,
        )
        for account, written in said.people
    ]  # fmt: skip
