"""Copies are whole and checked, and whoever looks into a store leaves it as it lies."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import StoreBusy, StoreDamaged, Unwritable, late
from netaudit.store import Store, copies, migrations, placing
from store.broken import cut_short, half_changed
from store.snapshots import NOW, ORDINARY, bring, digest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "data" / "netaudit.db"
    bring(place, *ORDINARY)
    return place


def lying(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def write(path: Path, target: Path, *, over: bool = False, wait: float = 5) -> copies.Contents:
    with Store.open(path, wait=wait) as store:
        return copies.write(store, target, over=over)


def test_a_copy_holds_what_the_store_holds_and_is_private(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    before = os.umask(0)
    try:
        told = write(path, target)
    finally:
        os.umask(before)
    assert digest(target) == digest(path)
    assert target.stat().st_mode & 0o777 == 0o600
    assert told == copies.Contents(people=8, interactions=9, written=NOW)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "data"]


def test_a_copy_is_made_while_another_netaudit_is_at_a_change(path: Path, tmp_path: Path) -> None:
    before = digest(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM note")
        write(path, tmp_path / "copy.db")
        assert digest(tmp_path / "copy.db") == before
        writer.execute("ROLLBACK")
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match=str(path)):
            write(path, tmp_path / "other.db", wait=0.01)


def test_another_file_is_replaced_only_if_that_is_said(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine", "utf-8")
    with pytest.raises(StoreBusy):
        write(path, target)
    assert target.read_text("utf-8") == "mine"
    write(path, target, over=True)
    assert digest(target) == digest(path)


def test_where_nothing_can_be_written_the_place_is_named(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "no folder" / "copy.db"
    with pytest.raises(Unwritable, match=str(target)):
        write(path, target)


@pytest.mark.parametrize("page", [2, 3, 4])
def test_of_a_damaged_store_no_copy_is_made(path: Path, tmp_path: Path, page: int) -> None:
    """And what was half written of it is gone."""
    whole = bytearray(path.read_bytes())
    whole[page * 4096 : page * 4096 + 2000] = b"\xff" * 2000
    path.write_bytes(whole)
    target = tmp_path / "copy.db"
    target.write_text("the copy before", "utf-8")
    with pytest.raises(StoreDamaged):
        write(path, target, over=True)
    assert lying(tmp_path / "data").keys() == {"netaudit.db"}
    assert target.read_text("utf-8") == "the copy before"


def test_a_disk_that_knows_no_order_for_folders_will_do(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(place: Path) -> None:
        raise OSError(22 if place.is_dir() else 5, "Invalid argument")

    monkeypatch.setattr(placing, "sync", refusing)
    placing.sync_names(tmp_path)
    assert list(late()) == []


def test_a_disk_that_fails_when_all_is_named_is_told_of_and_no_failure(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(place: Path) -> None:
        if place.is_dir():
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(placing, "sync", failing)
    write(path, tmp_path / "copy.db")
    assert digest(tmp_path / "copy.db") == digest(path)
    (told,) = late()
    assert told.message.startswith(f"{tmp_path}: it is done, but the disk reported an error")
    assert list(late()) == []


def test_looking_changes_nothing_and_makes_no_file(path: Path) -> None:
    before = lying(path.parent)
    with copies.looking(path) as connection:
        copies.examine(connection, path)
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("DELETE FROM note")
        assert lying(path.parent) == before


def test_what_was_never_finished_is_not_rolled_back_by_looking(path: Path) -> None:
    whole = digest(path)
    before = lying(half_changed(path).parent)
    with pytest.raises(copies.HalfChangedError) as caught, copies.looking(path):
        pass
    assert "backup NEW.db --store" in (caught.value.hint or "")
    assert lying(path.parent) == before
    assert before.keys() == {"netaudit.db", "netaudit.db-journal"}
    write(path, path.with_name("copy.db"))
    assert digest(path) == digest(path.with_name("copy.db")) == whole


def test_a_store_that_some_tool_left_in_wal_mode_is_looked_into(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute("PRAGMA journal_mode = WAL")
    before = lying(path.parent)
    with copies.looking(path) as connection:
        copies.examine(connection, path)
    assert lying(path.parent) == before
    path.with_name(f"{path.name}-wal").write_bytes(b"a change")
    with pytest.raises(copies.HalfChangedError), copies.looking(path):
        pass


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM account WHERE id = 1", "damaged"),
        ("DROP VIEW connections", "lacks connections"),
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM entry; END", "triggers"),
    ],
)
def test_what_no_store_of_ours_is_like_is_told(path: Path, statement: str, said: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute(statement)
    with copies.looking(path) as connection, pytest.raises(StoreDamaged, match=said):
        copies.examine(connection, path)


def test_the_first_bytes_tell_what_a_file_is(path: Path, tmp_path: Path) -> None:
    told = copies.check_kind(path)
    assert (told.version, told.uses_wal) == (migrations.VERSION, False)
    other = tmp_path / "other"
    for content, said in ((b"", "empty"), (b"SQLite format 3\0", "not a store"), (b"x", "not a")):
        other.write_bytes(content)
        with pytest.raises(StoreDamaged, match=said):
            copies.check_kind(other)
    other.unlink()
    os.mkfifo(other)
    with pytest.raises(StoreDamaged, match="not a file"):
        copies.check_kind(other)


def test_half_a_store_is_damaged(path: Path) -> None:
    cut_short(path)
    with pytest.raises(StoreDamaged), copies.looking(path) as connection:
        copies.examine(connection, path, deep=False)
