"""The writing half of an import: one short transaction that holds all of it or nothing."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from netaudit.records import Account, Owner
from netaudit.store import bitmap, effects, lists, packed, retold, tombstones
from netaudit.store.effects import Left, Met, Unclear
from netaudit.store.entries import accounts_of, withdraw
from netaudit.store.facts import Writer
from netaudit.store.linking import Logged, link_names
from netaudit.store.links import Resolve, relink
from netaudit.store.messages import write as write_messages
from netaudit.store.sifting import KIND as FORGOTTEN
from netaudit.store.staging import FileAccount, SnapshotAccount, Staged, Staging
from netaudit.store.store import Store

if TYPE_CHECKING:
    from netaudit.store.messages import Integers
    from netaudit.store.packed import Packed


@dataclass(frozen=True)
class Outcome:
    """What an import did, or would do. `brought`: the store did not hold just this already.

    `import_id` is None where nothing was written. `new_people`: names in the log that fit
    nobody and became people. `ambiguous`: (file, line, ids of those it fits) of log entries
    that count for nobody until the name is made clear; `unclear` are the names by which that
    is new. `on_both` is how many people have accounts on LinkedIn and on X, `parted` how many
    accounts are no longer joined so. What follows `ambiguous` is told of command `import` only.
    """

    import_id: int | None
    brought: bool
    snapshots: list[SnapshotAccount]
    new_people: list[str]
    ambiguous: list[tuple[str, int, str]]
    #: Messages in the store that only echo the note of an invitation.
    echoes: int = 0
    left: list[Left] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    on_both: int = 0
    parted: int = 0


def _nothing(_: Outcome) -> None:
    """Check nothing."""


def commit(
    store: Store,
    staging: Staging,
    command: Literal["import", "log", "edit"],
    resolve: Resolve,
    *,
    check: Callable[[Outcome], None] = _nothing,
    withdrawn: Collection[str] = (),
    dry_run: bool = False,
) -> Outcome:
    """Write what was staged, unless the store already says exactly the same.

    `resolve` derives who is who from all accounts and decisions, new and stored. `check` sees
    what would come of it before it is final, and refuses it by raising. `withdrawn` are ids of
    entries that count no more from now on.
    """
    with store.transaction() as connection:
        outcome = _write(store, connection, staging, command, resolve, withdrawn)
        if outcome.brought:
            check(outcome)
        if dry_run or not outcome.brought:
            store.forgo()
            outcome = replace(outcome, import_id=None)
    if outcome.import_id is not None:
        store.publish()
    return outcome


def _write(
    store: Store,
    connection: sqlite3.Connection,
    staging: Staging,
    command: Literal["import", "log", "edit"],
    resolve: Resolve,
    withdrawn: Collection[str],
) -> Outcome:
    import_id = connection.execute(
        "INSERT INTO import (imported_at, command) VALUES (?, ?)", (store.now(), command)
    ).lastrowid
    known = effects.before(connection, staging) if command == "import" else None
    writer = Writer(connection, staging.accounts)
    spoken_of = accounts_of(connection, withdrawn).union(writer.ids)
    logged = Logged(connection, spoken_of) if _brings_only_entries(staging) else None
    withdraw(connection, import_id, withdrawn)
    # What was written by hand just now is never known: each entry has an id of its own.
    fresh = [
        _snapshot(connection, writer, import_id, staged, may_be_known=command == "import")
        for staged in staging.snapshots
    ]
    said = staging.said is not None and retold.write_said(
        connection, import_id, staging.said,
        {account: writer.ids[number] for account, number in staging.accounts.items()},
        store.decisions(),
    )  # fmt: skip
    tombstones.lift(connection, staging.welcome, whole=False)
    accounts = [staged.account for staged in staging.snapshots]
    brought = said or any(fresh)
    if not brought:
        return Outcome(import_id, brought, accounts, [], [])
    if any(s.ties or s.hidden or s.account.lists for s in staging.snapshots):
        lists.refresh(connection)
    if any(staged.profiles or staged.notes for staged in staging.snapshots):
        lists.refresh_dates(connection)
    if logged is None or logged.touches_others(writer.made):
        relink(connection, resolve, store.decisions())
        packed.mend(connection)
    else:
        made = [writer.ids[staging.accounts[account]] for account in writer.made]
        link_names(connection, resolve, made)
    joined = _joined(connection, staging, writer.made)
    outcome = Outcome(import_id, brought, accounts, *joined)
    if known is None:
        return outcome
    found = effects.after(connection, staging, writer.ids, known)
    return replace(outcome, **found._asdict())


def _brings_only_entries(staging: Staging) -> bool:
    """Tell whether nothing was staged but what links do not follow from."""
    return staging.said is None and not any(
        staged.profiles or staged.ties or staged.signals or staged.notes or staged.messages
        or staged.account.owner != Owner()
        for staged in staging.snapshots
    )  # fmt: skip


def _joined(
    connection: sqlite3.Connection, staging: Staging, made: set[Account]
) -> tuple[list[str], list[tuple[str, int, str]]]:
    """Tell which entries made a new person, an account `made` just now, and which fit several."""
    new: dict[str, None] = {}
    several = []
    for staged in staging.snapshots:
        for entry, file in staged.entries:
            if not entry.logged or staged.retold:
                continue
            verdict, reason, entries, ties = connection.execute(
                "SELECT l.verdict, l.reason,"
                " (SELECT count(*) FROM profile p WHERE p.account_id = a.id),"
                " (SELECT count(*) FROM link o WHERE o.person_id = a.id)"
                " FROM account a JOIN link l ON l.account_id = a.id"
                " WHERE a.platform = ? AND a.kind = ? AND a.key = ?",
                entry.account,
            ).fetchone()
            if verdict == "ambiguous":
                several.append((file.name, entry.line, reason.partition(": ")[2]))
            elif entry.account in made and verdict == "alone" and not entries and ties == 1:
                new[entry.written] = None
    return sorted(new), several


def _snapshot(
    connection: sqlite3.Connection,
    writer: Writer,
    import_id: int | None,
    staged: Staged,
    *,
    may_be_known: bool,
) -> bool:
    """Write one snapshot; tell whether the store did not already hold the same."""
    account = staged.account
    if account.exported_on is None and account.source != "log" and staged.latest:
        account.exported_on = staged.latest
    stated, whole = _state(connection, writer, staged)
    told = (
        account.source, account.name, account.exported_on, ",".join(sorted(account.lists)),
        account.owner.slug or "", account.owner.name,
        " ".join(_keys(account.owner)),
    )  # fmt: skip
    known = may_be_known and _is_known(connection, told, stated, staged)
    number = connection.execute(
        "INSERT INTO snapshot (import_id, source, name, exported_on, lists, owner_slug, owner_name,"
        " owner_keys) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (import_id, *told),
    ).lastrowid
    connection.executemany(
        "INSERT INTO stated VALUES (?, ?, ?, ?)",
        [(number, fact, *bits) for fact, bits in stated.items()],
    )
    if whole is not None:
        packed.write(connection, whole)
    connection.executemany(
        "INSERT INTO hidden VALUES (?, ?, ?)", [(number, *of) for of in staged.hidden.items()]
    )
    connection.executemany(
        "INSERT INTO snapshot_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *_counts(file)) for file in account.files],
    )
    return not known


def _state(
    connection: sqlite3.Connection, writer: Writer, staged: Staged
) -> "tuple[dict[str, bitmap.Stored], Packed | None]":
    """Write the facts of a snapshot; return which they are, by table.

    Beside them the messages, packed, where the store had none: these are all it has.
    """
    day = staged.account.exported_on
    profiles = writer.profiles(staged, day or 0)
    writer.contacts(staged)
    messages = [write_messages(connection, c, writer.ids, f) for c, f in staged.messages]
    staged.messages.clear()  # the links that follow need the room
    stated = {
        "profile": bitmap.pack(profiles),
        "tie": bitmap.pack(writer.ties(staged, day)),
        "entry": bitmap.pack(writer.entries(staged)),
        "signal": bitmap.pack(writer.signals(staged)),
        "note": bitmap.pack(writer.notes(staged, day or 0)),
        "message": bitmap.pack(_all([written.ids for written in messages])),
    }
    found = {fact: bits for fact, bits in stated.items() if bits is not None}
    return found, messages[0].whole if len(messages) == 1 else None


def _all(ids: "list[range | Integers]") -> "range | Integers":
    """Return the ids of several files as one."""
    if len(ids) < 2:
        return ids[0] if ids else range(0)
    import numpy as np

    return np.concatenate([np.asarray(one, dtype=np.int64) for one in ids])


def _is_known(
    connection: sqlite3.Connection,
    told: tuple[Any, ...],
    stated: dict[str, bitmap.Stored],
    staged: Staged,
) -> bool:
    """Tell whether an earlier snapshot of this name says the same of the same day.

    Also of what was left out, which reports tell; but whom the user had forgotten meanwhile makes
    no difference, nor which of their rows were repeated ones.
    """
    some = any(FORGOTTEN in file.set_aside for file in staged.account.files)
    read = _compared((_rows_of(file) for file in staged.account.files), forgotten=some)
    facts = {fact: bitmap.as_integer(bits) for fact, bits in stated.items()}
    candidates = connection.execute(
        "SELECT id FROM snapshot WHERE source = ? AND name = ? AND exported_on IS ?"
        " AND lists = ?"
        " AND owner_slug = ? AND owner_name = ? AND owner_keys = ?",
        told,
    ).fetchall()
    if staged.retold:
        return retold.is_held(connection, [number for (number,) in candidates], stated) or (
            not staged.account.files and retold.is_stated(connection, stated)
        )
    for (number,) in candidates:
        rows = connection.execute(
            "SELECT fact, first_id, bits FROM stated WHERE snapshot_id = ?", (number,)
        ).fetchall()
        rows_hidden = connection.execute(
            "SELECT since, entries FROM hidden WHERE snapshot_id = ?", (number,)
        ).fetchall()
        # Not the compressed bytes: each version of zlib has its own.
        held = {fact: bitmap.as_integer(bitmap.Stored(*bits)) for fact, *bits in rows}
        rows_read = connection.execute(
            "SELECT rows_read, skipped, set_aside FROM snapshot_file WHERE snapshot_id = ?",
            (number,),
        ).fetchall()
        known = _compared(rows_read, forgotten=some)
        if (held, dict(rows_hidden), known) == (facts, staged.hidden, read):
            return True
    return False


def _compared(rows: Iterable[tuple[int, int, str]], *, forgotten: bool) -> list[tuple[Any, ...]]:
    """Return the accounts of files as they are compared."""
    if not forgotten:
        return sorted(rows)
    leave_out = {FORGOTTEN, "repeated rows"}
    asides = ((*head, json.loads(aside)) for *head, aside in rows)
    return sorted(
        (*head, sorted((kind, n) for kind, n in aside.items() if kind not in leave_out))
        for *head, aside in asides
    )


def _keys(owner: Owner) -> list[str]:
    return [*owner.emails, *owner.phones, *(f"@{handle}" for handle in owner.handles)]


def _rows_of(file: FileAccount) -> tuple[int, int, str]:
    return (file.read, file.skipped, json.dumps(file.set_aside, sort_keys=True))


def _counts(file: FileAccount) -> tuple[Any, ...]:
    read, skipped, set_aside = _rows_of(file)
    return (
        file.name, file.format, read, file.added, file.updated, file.unchanged, skipped,
        set_aside,
    )  # fmt: skip
