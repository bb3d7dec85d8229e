"""Messages as columns: the same as the rows, whatever was done to them."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.records import Account, Owner
from netaudit.store import Store, copies, packed, restoring
from netaudit.store.load.messages import messages
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.forgettable import forgotten
from store.snapshots import (
    ANA,
    BO,
    DAY,
    NOW,
    Snapshot,
    bring,
    entry,
    export,
    followed,
    log,
    message,
    noon,
    url,
)

OLD = export(
    *(message(ANA, at=noon(DAY, second), conversation=second) for second in range(300)),
    message(BO, at=noon(DAY + 1)),
    name="old",
)
NEW = export(
    message(ANA, at=noon(DAY), direction="in"), message(BO, at=noon(DAY + 2), conversation=-9)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "data" / "netaudit.db"
    bring(found, OLD)
    return found


def check(path: Path, count: int) -> None:
    """The columns are there, are those of the rows, and the doctor has no complaint."""
    with Store.open(path) as store:
        found = packed.columns(store.connection)
        rows = store.connection.execute(
            "SELECT account_id, at, direction, conversation, size, channel_id FROM message"
            " ORDER BY 1, 2, 3, 4, 5"
        ).fetchall()
        assert packed.wrong(store.connection) == 0
    assert len(rows) == count
    assert list(zip(*(column.tolist() for column in (found or {}).values()), strict=True)) == rows
    assert (found is None) == (not rows)


def bring_more(path: Path) -> None:
    bring(path, NEW)


def take_back(path: Path) -> None:
    with Store.open(path) as store:
        undo(store, 1, resolve_links)


def forget_ana(path: Path) -> None:
    forgotten(path, ANA)


def only_look(path: Path) -> None:
    with Store.open(path) as store:
        undo(store, 1, resolve_links, dry_run=True)


def write_down(path: Path) -> None:
    bring(path, log(entry("Cy Orr")))


def bring_list(path: Path) -> None:
    bring(path, export(followed("Gil Hart"), name="list"))


def put_itself_back(path: Path) -> None:
    copy = path.with_name("copy.db")
    with Store.open(path) as store:
        copies.write(store, copy, over=False)
    restoring.restore(copy, path, NOW, lambda _: 0)


def put_back(path: Path) -> None:
    copy = path.with_name("copy.db")
    with Store.open(path) as store:
        copies.write(store, copy, over=False)
    bring(path, NEW)
    restoring.restore(copy, path, NOW, lambda _: 0)


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (bring_more, 303), (take_back, 0), (forget_ana, 1), (only_look, 301), (write_down, 301),
        (put_back, 301),
    ],
)  # fmt: skip
def test_after_a_change_they_are_those_of_the_rows(
    path: Path, change: Callable[[Path], None], count: int
) -> None:
    check(path, 301)
    change(path)
    check(path, count)


MORE = (message(ANA, at=noon(DAY, 7)), message(url("cy"), ANA, at=noon(DAY, 8), direction="in"))
ON_X = Snapshot(
    {"direct-messages.js": [message(Account("x", "id", "7"), at=noon(DAY))]},
    source="x", lists=(), owner=Owner("1"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("snapshots", "count"),
    [
        ((export(),), 0), ((Snapshot({"one": MORE[:1], "two": MORE}),), 3),
        ((export(*MORE), export(*MORE, name="other")), 3), ((export(*MORE), ON_X), 4),
        ((export(*MORE), export(message(BO, at=noon(1)), name="other")), 4),
    ],
    ids=["none", "two files", "the same twice", "LinkedIn and X", "two exports"],
)  # fmt: skip
def test_after_a_first_import_they_are_those_of_the_rows(
    tmp_path: Path, snapshots: Sequence[Snapshot], count: int
) -> None:
    path = tmp_path / "new" / "netaudit.db"
    bring(path, log(entry("Cy Orr")), *snapshots)
    check(path, count)


def test_a_first_import_does_not_read_its_messages_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That would be a tenth of the time, and of the memory."""
    monkeypatch.delattr(packed, "_columns")
    bring(tmp_path / "netaudit.db", OLD)
    with Store.open(tmp_path / "netaudit.db") as store:
        found = packed.columns(store.connection)
    assert found is not None
    assert len(found["at"]) == 301


def test_an_import_in_the_place_of_another_has_columns_of_its_own(path: Path) -> None:
    """The two have the same ids, of snapshots and of messages."""
    take_back(path)
    bring(path, export(*(message(BO, at=noon(DAY + 9, n), conversation=n) for n in range(301))))
    check(path, 301)


def test_an_entry_of_the_log_leaves_them_as_they_are(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE message_column SET content = x'01' WHERE name = 'channel'")
        connection.commit()
    write_down(path)
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT content FROM message_column WHERE name = 'channel'"
        assert connection.execute(query).fetchone() == (b"\x01",)
        assert packed.wrong(connection) == 1


DAMAGE = (
    "DELETE FROM message_column",
    "DELETE FROM message_column WHERE name = 'size'",
    "UPDATE message_column SET of = x'00' WHERE name = 'at'",
    "UPDATE message_column SET content = substr(content, 2) WHERE name = 'size'",
    "UPDATE message_column SET content = zeroblob(length(content)) WHERE name = 'at'",
    "UPDATE message_column SET type = '<u4' WHERE name = 'account'",
)


@pytest.mark.parametrize("damage", DAMAGE)
def test_where_they_cannot_be_relied_on_the_rows_are_read(path: Path, damage: str) -> None:
    with Store.open(path) as store:
        before = messages(store)
        store.connection.execute(damage)
        assert packed.wrong(store.connection) > 0
        assert packed.columns(store.connection) is None
        after = messages(store)
    assert len(before["at"]) == 301
    assert {n: c.tolist() for n, c in before.items()} == {n: c.tolist() for n, c in after.items()}


@pytest.mark.parametrize("change", [bring_list, put_itself_back], ids=["import", "restore"])
@pytest.mark.parametrize("damage", DAMAGE[2:5])
def test_an_export_or_a_copy_puts_them_right(
    path: Path, damage: str, change: Callable[[Path], None]
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    change(path)
    check(path, 301)


def test_who_writes_does_not_read_them(path: Path) -> None:
    """What tells whether they are up to date stands before what is large."""
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(message_column)")]
    assert columns[:2] == ["name", "of"]
    assert columns[-1] == "content"
