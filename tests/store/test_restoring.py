"""A copy in the place of the store: all of it or nothing, whoever else has the store open."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import NetauditError, StoreBusy, StoreDamaged
from netaudit.store import Store, copies, migrations, restoring, tombstones
from netaudit.store.forget import forget_again
from netaudit.store.people import find
from netaudit.store.restoring import Restored
from netaudit.workflows.naming import resolve_links
from store.broken import cut_short, half_changed
from store.snapshots import (
    ANA,
    CY,
    NOW,
    ORDINARY,
    add,
    bring,
    connection,
    digest,
    entry,
    export,
    log,
    rows,
)

MORE = export(connection(CY, "Cy Orr"), exported_on=738_300)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "data" / "netaudit.db"
    bring(place, *ORDINARY)
    return place


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """Copy the store, which is then changed."""
    target = tmp_path / "usb" / "copy.db"
    target.parent.mkdir()
    with Store.open(path) as store:
        copies.write(store, target, over=False)
    bring(path, MORE)
    return target


def restore(copy: Path, path: Path, *, wait: float = 5) -> Restored:
    restoring.inspect(copy)
    return restoring.restore(
        copy, path, NOW, lambda store: forget_again(store, resolve_links), wait=wait
    )


def beside(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def content(path: Path) -> str:
    """Return a digest of all but the ids that were ever given, of which none is given again."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM sqlite_sequence")
        dump = "\n".join(connection.iterdump())
        connection.rollback()
    return dump


def whole(path: Path) -> bool:
    with Store.open(path) as store:
        store.check()
        copies.examine(store.connection, path)
    return True


def test_the_copy_takes_its_place_and_the_store_as_it_was_stays(path: Path, copy: Path) -> None:
    before, wanted = content(path), content(copy)
    mode = copy.parent.stat().st_mode
    copy.parent.chmod(0o500)
    copy.chmod(0o400)
    bytes_before = copy.read_bytes()
    done = restore(copy, path)
    copy.parent.chmod(mode)
    assert copy.read_bytes() == bytes_before
    assert content(path) == wanted != before
    assert done.copy is not None
    assert content(done.copy) == before
    assert beside(path) == {path.name, done.copy.name}
    assert beside(copy) == {copy.name}
    assert whole(path)
    assert done.copy.stat().st_mode & 0o777 == path.stat().st_mode & 0o777 == 0o600
    back = restore(done.copy, path)
    assert content(path) == before
    assert back.copy not in {None, done.copy}, "also within one second"


def test_ids_of_imports_are_not_given_again(path: Path, copy: Path) -> None:
    assert bring(path, log(entry("Cy Orr"))).import_id == 3
    restore(copy, path)
    assert bring(path, MORE).import_id == 4


def test_who_has_the_store_open_goes_on_with_what_came(path: Path, copy: Path) -> None:
    """A file put in its place would have had the journal of the old one rolled back into it."""
    with Store.open(path) as waiting:
        inode = path.stat().st_ino
        assert len(find(waiting, "Cy Orr")) == 1
        restore(copy, path)
        assert path.stat().st_ino == inode
        assert (
            rows(copy, "SELECT count(*) FROM tie")
            == waiting.connection.execute("SELECT count(*) FROM tie").fetchall()
        )
        add(waiting, log(entry("Ana Ruiz", 738_200)))
    assert whole(path)
    assert rows(path, "SELECT count(*) FROM entry WHERE day = 738200") == [(1,)]


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_while_another_writes_nothing_is_changed(path: Path, copy: Path, lock: str) -> None:
    before = path.read_bytes()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute(lock)
        with pytest.raises(StoreBusy):
            restore(copy, path, wait=0.01)
    assert path.read_bytes() == before
    assert beside(path) == {path.name}


def test_while_another_reads_nothing_is_changed(path: Path, copy: Path) -> None:
    """It would see one half before and one after."""
    before = content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM account").fetchone()
        with pytest.raises(StoreBusy):
            restore(copy, path, wait=0.01)
    assert content(path) == before
    assert beside(path) == {path.name}, "the copy of before is not left either"


def test_where_there_is_no_store_the_copy_becomes_it(copy: Path, tmp_path: Path) -> None:
    new = tmp_path / "another" / "machine" / "netaudit.db"
    assert restore(copy, new) == Restored()
    assert digest(new) == digest(copy)
    assert [new.parent.stat().st_mode & 0o777, new.stat().st_mode & 0o777] == [0o700, 0o600]
    assert beside(new) == {new.name}


def test_a_journal_that_was_left_is_not_rolled_back_into_the_copy(path: Path, copy: Path) -> None:
    half_changed(path).unlink()
    done = restore(copy, path)
    assert done.aside is not None
    assert done.aside.name == "netaudit.db.damaged-20260921T141320Z-journal"
    assert digest(path) == digest(copy)
    assert whole(path)


def test_what_was_never_finished_is_rolled_back_first(path: Path, copy: Path) -> None:
    before = content(path)
    half_changed(path)
    assert restoring.present(path) == restoring.Present()
    done = restore(copy, path)
    assert done.copy is not None
    assert content(done.copy) == before
    assert content(path) == content(copy)


@pytest.mark.parametrize("how", ["cut short", "blotted", "no database", "empty"])
def test_a_damaged_store_is_moved_aside_and_kept(path: Path, copy: Path, how: str) -> None:
    if how == "cut short":
        cut_short(path)
    else:
        held = bytearray(path.read_bytes())
        held[4096:8192] = b"\xff" * 4096
        path.write_bytes({"blotted": bytes(held), "no database": b"diary"}.get(how, b""))
    damaged = path.read_bytes()
    assert restoring.present(path).wrong is not None
    for name in ("netaudit.db.damaged-20260921T141320Z", "netaudit.db.damaged-20260921T141321Z"):
        path.write_bytes(damaged)
        done = restore(copy, path)
        assert done.aside == path.with_name(name)
        assert done.aside.read_bytes() == damaged
        assert digest(path) == digest(copy)
    assert whole(path)


def test_what_is_no_store_of_ours_is_never_moved(path: Path, copy: Path) -> None:
    def newer() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")

    def foreign() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA application_id = 7")

    def unnumbered() -> None:
        """Most programs do not give their databases a number of their own."""
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE moz_places (url TEXT)")

    def folder() -> None:
        path.unlink()
        path.mkdir()

    for make in (newer, foreign, unnumbered, folder):
        make()
        with pytest.raises(StoreDamaged):
            restoring.present(path)


@pytest.mark.parametrize("how", ["cut short", "newer", "foreign", "empty", "half changed"])
def test_what_is_no_whole_copy_is_refused(path: Path, copy: Path, how: str) -> None:
    before, held = path.read_bytes(), beside(path)
    if how in {"newer", "foreign"}:
        pragma = {"newer": "user_version = 99", "foreign": "application_id = 7"}[how]
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute(f"PRAGMA {pragma}")
    elif how == "empty":
        copy.write_bytes(b"")
    else:
        (cut_short if how == "cut short" else half_changed)(copy)
    with pytest.raises(StoreDamaged):
        restore(copy, path)
    assert (path.read_bytes(), beside(path)) == (before, held)


def test_an_older_copy_is_brought_up_to_date_and_stays_as_it_is(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    statements = ("ALTER TABLE tie ADD COLUMN novel INTEGER", "UPDATE tie SET novel = 7")
    monkeypatch.setattr(migrations, "STEPS", {migrations.VERSION - 1: statements})
    before = copy.read_bytes()
    restore(copy, path)
    assert rows(path, "SELECT DISTINCT novel FROM tie") == [(7,)]
    assert rows(path, "PRAGMA user_version") == [(migrations.VERSION,)]
    assert copy.read_bytes() == before
    new = path.with_name("new.db")
    restore(copy, new)
    assert content(new) == content(path)


def test_whom_the_user_had_forgotten_does_not_come_back(path: Path, copy: Path) -> None:
    with Store.open(path) as store, store.transaction() as connection:
        tombstones.lay(connection, [ANA, *tombstones.name_marks("Ana Ruiz")])
    kept = rows(path, "SELECT * FROM tombstone")
    done = restore(copy, path)
    assert done.forgotten == 1
    assert rows(path, "SELECT * FROM tombstone") == kept
    with Store.open(path) as store:
        assert find(store, "linkedin.com/in/ana-ruiz") == []
        assert len(find(store, "Bo Lind")) == 1
    assert b"ana-ruiz" not in path.read_bytes()
    assert whole(path)


def test_how_many_stay_forgotten_is_told_before_also_of_an_older_copy(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    steps = ("ALTER TABLE tie ADD COLUMN novel INTEGER",)
    monkeypatch.setattr(migrations, "STEPS", {migrations.VERSION - 1: steps})

    def left_out() -> int | None:
        return restoring.left_out(copy, path, lambda draft: forget_again(draft, resolve_links))

    assert left_out() == 0
    with Store.open(path) as store, store.transaction() as connection:
        tombstones.lay(connection, [ANA, *tombstones.name_marks("Ana Ruiz")])
    before, held, read = path.read_bytes(), beside(path), copy.read_bytes()
    assert left_out() == 1
    assert (path.read_bytes(), beside(path), copy.read_bytes()) == (before, held, read)
    cut_short(path)
    assert left_out() is None


def test_of_a_damaged_store_it_is_still_known_who_was_forgotten(path: Path, copy: Path) -> None:
    with Store.open(path) as store, store.transaction() as connection:
        tombstones.lay(connection, [ANA, *tombstones.name_marks("Ana Ruiz")])
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute("DELETE FROM account WHERE id = 3")
    assert restore(copy, path).forgotten == 1
    assert b"ana-ruiz" not in path.read_bytes()
    cut_short(path)
    assert restore(copy, path).forgotten is None


def test_the_copy_it_came_from_is_not_pruned(path: Path) -> None:
    """Of the copies beside the store the newest three are kept, and that one."""
    made = []
    for second in range(3):
        with Store.open(path, now=lambda at=NOW - 9 + second: at) as store:  # type: ignore[misc]
            made.append(store.back_up())
        bring(path, log(entry("Ana Ruiz", 738_100 + second)))
    restore(made[0], path)
    assert made[0].exists()
    assert len(migrations.backups(path)) == 4


def test_a_link_is_followed_and_the_store_itself_is_no_copy(path: Path, copy: Path) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    restore(copy, link)
    assert link.is_symlink()
    assert content(path) == content(copy)
    hard = path.with_name("hard.db")
    os.link(path, hard)
    for name in (path, link, hard):
        with pytest.raises(NetauditError, match="the store itself"):
            restoring.refuse_itself(name, path)
    restoring.refuse_itself(copy, path)


def test_where_it_cannot_be_put_no_folder_is_left(copy: Path, tmp_path: Path) -> None:
    shutil.copyfile(copy, tmp_path / "file")
    with pytest.raises(NetauditError):
        restore(copy, tmp_path / "file" / "netaudit.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TABLE note")
        connection.commit()
    with pytest.raises(StoreDamaged):
        restoring.restore(copy, tmp_path / "a" / "b" / "netaudit.db", NOW, lambda _: 0)
    assert not (tmp_path / "a").exists()
