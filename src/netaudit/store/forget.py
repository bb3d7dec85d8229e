"""Forgetting somebody: all that is on record of them goes, in every copy of the store beside it."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from netaudit.errors import NetauditError, UsageError
from netaudit.store import bitmap, migrations, placing, tombstones
from netaudit.store.accounts import Named, unclear
from netaudit.store.links import Resolve, relink
from netaudit.store.store import Store, sentences
from netaudit.store.traces import Traces, blank_files, count_mentions, marks, traces

#: Kinds of facts, which are tables too.
_FACTS = ("profile", "tie", "message", "entry", "signal", "note")


@dataclass(frozen=True)
class Unclear:
    """A name that fits the forgotten one and others, and how many facts are on record under it.

    `left` is the one person whom it fits then, empty where it fits several even so.
    """

    name: str
    facts: int
    left: str


@dataclass(frozen=True)
class Gone:
    """What forgetting somebody deleted, or would delete.

    `facts` counts by table; `imports` are what the user said or logged of nobody else, `files` the
    names of files that name them, `copies` the copies of the store beside it. Of others' rows that
    stay, `mentions` counts by table those that name them; `namesakes` is how many others bear their
    name. `marks` is how many tombstones were laid.
    """

    accounts: int
    facts: Mapping[str, int]
    decisions: int
    preferences: int
    withdrawn: int
    imports: int
    files: int
    copies: tuple[Path, ...] = ()
    mentions: Mapping[str, int] = field(default_factory=dict)
    namesakes: int = 0
    unclear: tuple[Unclear, ...] = ()
    marks: int = 0


def forget(
    store: Store, person_id: str, resolve: Resolve, *, tombstone: bool = True, dry_run: bool = False
) -> Gone:
    """Leave the store as if nobody had ever said anything of a person, given by id.

    With a `tombstone` no import brings them back. Copies of the store beside it go before the
    change is final: whoever is killed in between has lost copies, and keeps no trace of the person
    after. Somebody who is not there is a UsageError.
    """
    may_fit = unclear(store, person_id)
    with store.transaction() as connection:
        _choose(connection, person_id)
        copies = tuple(_copies(store.path))
        theirs = traces(connection)
        gone = _erase(connection, theirs)
        kept = marks(connection, theirs) if tombstone else []
        if kept:
            tombstones.lay(connection, kept)
        relink(connection, resolve, store.decisions())
        mentions, namesakes = count_mentions(connection, theirs)
        gone = replace(
            gone, copies=copies, mentions=mentions, namesakes=namesakes,
            unclear=tuple(_now(connection, may_fit)), marks=len(kept),
        )  # fmt: skip
        if dry_run:
            store.forgo()
        else:
            _delete_copies(store.path)
    return gone


def forget_again(store: Store, resolve: Resolve) -> int:
    """Delete whatever is of people whom the user had forgotten, as by a copy that was put back.

    Return how many people that is.
    """
    with store.transaction() as connection:
        forgotten = tombstones.held(connection)
        found = [] if forgotten is None else list(_back(connection, forgotten))
        if not found:
            return 0
        _lay_out(connection, (account for account, _ in found))
        _erase(connection, traces(connection))
        relink(connection, resolve, store.decisions())
    return len({person for _, person in found})


def _back(
    connection: sqlite3.Connection, forgotten: tombstones.Forgotten
) -> Iterator[tuple[int, int]]:
    """Yield the accounts that are of somebody forgotten, with the person, as the store has them."""
    stated: dict[int, set[tombstones.Mark]] = defaultdict(set)
    for number, email, phone in connection.execute(
        "SELECT p.account_id, p.email, p.phone FROM profile p JOIN account a ON a.id = p.account_id"
        " WHERE a.platform IN ('email', 'phone')"
    ):
        keys = (("email", email), ("phone", phone))
        stated[number].update((tombstones.STATED, kind, key) for kind, key in keys if key)
    for number, person, *account in connection.execute(
        "SELECT a.id, coalesce(l.person_id, a.id), a.platform, a.kind, a.key FROM account a"
        " LEFT JOIN link l ON l.account_id = a.id"
    ):
        if any(mark in forgotten for mark in ((*account,), *stated.get(number, ()))):
            yield number, person


def _erase(connection: sqlite3.Connection, theirs: Traces) -> Gone:
    """Delete all that is on record of the accounts in `gone`, and tell what that was.

    What is derived of others does not depend on it, but for who is who.
    """
    facts = {fact: _delete(connection, fact) for fact in _FACTS}
    decisions, preferences, withdrawn = _unsay(connection, theirs.entries)
    accounts = _delete_accounts(connection)
    imports = _delete_empty_imports(connection)
    files = blank_files(connection, theirs)
    connection.execute("DROP TABLE temp.gone")
    return Gone(accounts, facts, decisions, preferences, withdrawn, imports, files)


def _choose(connection: sqlite3.Connection, person_id: str) -> None:
    """Lay out the accounts of a person in the table `gone`."""
    rows = connection.execute(
        "SELECT l.account_id, l.verdict FROM link l JOIN account p ON p.id = l.person_id"
        " WHERE p.short_id = ?",
        (person_id,),
    ).fetchall()
    if not rows:
        raise UsageError(
            f"there is no person {person_id} any more", hint="was an import taken back meanwhile?"
        )
    if any(verdict == "ambiguous" for _, verdict in rows):
        raise UsageError(
            f"{person_id} is a name in the log that fits several people",
            hint=f"say whose it is: netaudit merge ID {person_id}",
        )
    _lay_out(connection, (account for account, _ in rows))


def _lay_out(connection: sqlite3.Connection, accounts: Iterable[int]) -> None:
    connection.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO gone VALUES (?)", ((number,) for number in accounts))


def _delete(connection: sqlite3.Connection, fact: str) -> int:
    """Delete all facts of a kind, also from what snapshots stated: their ids are given anew."""
    of_them = "account_id IN (SELECT id FROM temp.gone)"
    ids = [row[0] for row in connection.execute(f"SELECT id FROM {fact} WHERE {of_them}")]
    packed = bitmap.pack(ids)
    if packed is None:
        return 0
    gone = bitmap.as_integer(packed)
    stated = connection.execute(
        "SELECT snapshot_id, first_id, bits FROM stated WHERE fact = ?", (fact,)
    ).fetchall()
    for number, *held in stated:
        before = bitmap.as_integer(bitmap.Stored(*held))
        if not before & gone:
            continue
        of_one = (number, fact)
        if left := bitmap.from_integer(before & ~gone):
            connection.execute(
                "UPDATE stated SET first_id = ?, bits = ? WHERE snapshot_id = ? AND fact = ?",
                (*left, *of_one),
            )
        else:
            connection.execute("DELETE FROM stated WHERE snapshot_id = ? AND fact = ?", of_one)
    connection.execute(f"DELETE FROM {fact} WHERE {of_them}")
    return len(ids)


def _unsay(connection: sqlite3.Connection, entries: Iterable[str]) -> tuple[int, int, int]:
    """Delete what the user said of the accounts, and of their `entries`; count each."""
    decisions = connection.execute(
        "DELETE FROM decision WHERE account_id IN (SELECT id FROM temp.gone)"
        " OR other_id IN (SELECT id FROM temp.gone)"
    ).rowcount
    of_them = "FROM preference WHERE account_id IN (SELECT id FROM temp.gone)"
    # Of all accounts of a person the same is preferred.
    preferences: int = connection.execute(
        f"SELECT count(*) FROM (SELECT DISTINCT import_id, matter, tag {of_them})"
    ).fetchone()[0]
    connection.execute(f"DELETE {of_them}")
    withdrawn = connection.executemany(
        "DELETE FROM withdrawn WHERE entry = ?1"
        " AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.short_id = ?1)",
        [(entry,) for entry in entries],
    ).rowcount
    return decisions, preferences, max(withdrawn, 0)


def _delete_accounts(connection: sqlite3.Connection) -> int:
    # Of a copy that is put back, the accounts may be linked with others, which stay.
    connection.execute(
        "DELETE FROM link WHERE account_id IN (SELECT id FROM temp.gone)"
        " OR person_id IN (SELECT id FROM temp.gone)"
    )
    query = "DELETE FROM account WHERE id IN (SELECT id FROM temp.gone)"
    return connection.execute(query).rowcount


def _delete_empty_imports(connection: sqlite3.Connection) -> int:
    """Delete what the user logged or said, of which nothing is left."""
    return connection.execute(
        "DELETE FROM import WHERE command <> 'import'"
        " AND NOT EXISTS (SELECT 1 FROM snapshot s JOIN stated f ON f.snapshot_id = s.id"
        "  WHERE s.import_id = import.id)"
        " AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.import_id = import.id)"
        " AND NOT EXISTS (SELECT 1 FROM preference p WHERE p.import_id = import.id)"
        " AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.import_id = import.id)"
    ).rowcount


def _now(connection: sqlite3.Connection, names: Iterable[Named]) -> Iterator[Unclear]:
    """Tell of names that were unclear which are one person's now."""
    facts = " + ".join(
        f"(SELECT count(*) FROM {fact} f WHERE f.account_id = a.id)"
        for fact in _FACTS
        if fact != "profile"
    )
    for name in names:
        row = connection.execute(
            f"SELECT CASE l.verdict WHEN 'ambiguous' THEN '' ELSE p.short_id END, {facts}"
            " FROM account a JOIN link l ON l.account_id = a.id"
            " JOIN account p ON p.id = l.person_id WHERE a.short_id = ?",
            (name.short_id,),
        ).fetchone()
        if row[1]:
            yield Unclear(name.shown, row[1], row[0])


def _copies(path: Path) -> list[Path]:
    """Return the copies beside the store, also one that was damaged and set aside."""
    damaged = placing.named_like(path, r"\.damaged-\d{8}T\d{6}Z(-journal|-wal|-shm)?")
    return [*migrations.backups(path), *sorted(damaged)]


def _delete_copies(path: Path) -> None:
    for copy in _copies(path):
        with suppress(FileNotFoundError):
            copy.unlink()


@dataclass(frozen=True)
class Tidied:
    """The new copy that was laid, and what could not be done of what gives room back."""

    copy: Path | None
    left: NetauditError | None


def tidy(store: Store, *, copy: bool) -> Tidied:
    """Write the store anew without the room that was freed; lay a copy beside it if wanted.

    What was deleted is overwritten already, so that nothing of it depends on this. Copies that
    another process laid before the change was final go as well.
    """
    laid: Path | None = None
    try:
        with sentences(store.path):
            _delete_copies(store.path)
            placing.sweep(store.path)
            store.connection.execute("VACUUM")
        if copy:
            laid = store.back_up()
    except NetauditError as error:
        return Tidied(laid, error)
    return Tidied(laid, None)
