"""Which files are opened as a store, and which are left exactly as they are."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import NetauditError, NoStore, StoreBusy, StoreDamaged, Unwritable
from netaudit.store import Store
from netaudit.store.migrations import APPLICATION_ID, VERSION
from store.snapshots import ORDINARY, add, bring, counts, entry, log, rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def content(folder: Path) -> dict[str, str]:
    """Return every file of a folder with the digest of its bytes."""
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


def refused(path: Path) -> NetauditError:
    """Open what is no store, and return the refusal; nothing may have changed by it."""
    before = content(path.parent)
    with pytest.raises(StoreDamaged) as caught:
        Store.open(path, create=True)
    assert content(path.parent) == before
    assert str(path) in caught.value.message
    return caught.value


def test_a_missing_store_is_not_begun_unasked(path: Path) -> None:
    with pytest.raises(NoStore) as caught:
        Store.open(path)
    assert "netaudit import" in (caught.value.hint or "")
    assert not path.exists()


def test_a_new_store_has_no_file_until_it_holds_something(path: Path) -> None:
    with Store.open(path, create=True) as store:
        assert store.unborn
        assert not list(path.parent.iterdir())
        add(store, *ORDINARY)
        assert not store.unborn
    assert content(path.parent).keys() == {path.name}


def test_an_open_store_that_is_left_alone_leaves_no_file(path: Path) -> None:
    Store.open(path, create=True).__exit__(None, None, None)
    assert not list(path.parent.iterdir())


def test_what_became_a_file_is_not_written_behind_its_back(path: Path) -> None:
    """The store that was begun aside is a draft: a second change to it would be lost."""
    with Store.open(path, create=True) as store:
        add(store, *ORDINARY)
        with pytest.raises(RuntimeError):
            add(store, log(entry("Ana Ruiz")))


def test_the_settings_are_in_force(path: Path) -> None:
    bring(path, *ORDINARY)
    settings = {
        "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0,
        "cell_size_check": 1, "mmap_size": 0, "secure_delete": 1, "temp_store": 1,
        "application_id": APPLICATION_ID, "user_version": VERSION,
    }  # fmt: skip
    with Store.open(path) as store:
        for name, wanted in settings.items():
            assert store.connection.execute(f"PRAGMA {name}").fetchone() == (wanted,), name


def test_a_new_store_checks_its_references_too(path: Path) -> None:
    with (
        Store.open(path, create=True) as store,
        pytest.raises(StoreDamaged),
        store.transaction() as connection,
    ):
        connection.execute("INSERT INTO link VALUES (1, 1, 'alone', '')")


def test_a_store_that_some_tool_left_in_wal_mode_comes_back_from_it(path: Path) -> None:
    bring(path, *ORDINARY)
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("PRAGMA journal_mode = WAL")
        tool.execute("BEGIN")
        tool.execute("SELECT * FROM account")
        with pytest.raises(StoreBusy):
            Store.open(path, wait=0.05)
    with Store.open(path) as store:
        assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_symlink_is_followed_and_stays_one(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "disk" / "real.db"
    path.symlink_to(real)
    bring(path, *ORDINARY)
    assert path.is_symlink()
    with Store.open(path) as store:
        assert store.path == real
    assert content(real.parent).keys() == {"real.db"}


def test_a_hard_link_is_refused(path: Path) -> None:
    bring(path, *ORDINARY)
    os.link(path, path.with_name("copy.db"))
    assert "second name" in refused(path).message


def test_the_second_name_of_a_store_just_made_is_swept_away(path: Path) -> None:
    """Killed after the store got its name, and before it lost the first one."""
    bring(path, *ORDINARY)
    left = path.with_name(f"{path.name}.new-1")
    os.link(path, left)
    with Store.open(path) as store:
        store.check()
    assert content(path.parent).keys() == {path.name}


def test_a_folder_is_no_store(path: Path) -> None:
    path.mkdir()
    assert "not a file" in refused(path).message


def test_a_pipe_is_no_store_and_nobody_waits_for_it(path: Path) -> None:
    os.mkfifo(path)
    assert "not a file" in refused(path).message


def test_an_empty_file_is_no_new_store(path: Path) -> None:
    path.touch()
    found = refused(path)
    assert "empty" in found.message
    assert "netaudit restore FILE" in (found.hint or "")


@pytest.mark.parametrize(
    "text", [b"x", b"Dear diary\n", b"Dear diary\n" * 500, b"SQLite format 3\0", b"\0" * 8192]
)
def test_another_file_is_no_store(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    refused(path)


def test_the_database_of_another_program_is_no_store(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE moz_places (url TEXT)")
    assert "not a store of netaudit" in refused(path).message


def test_the_open_journal_of_another_program_is_not_touched(tmp_path: Path) -> None:
    """Opened in the ordinary way, the journal of a killed program would be worked in."""
    source, path = tmp_path / "source.db", tmp_path / "taken" / "places.sqlite"
    path.parent.mkdir()
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE moz_places (url TEXT)")
        path.write_bytes(source.read_bytes())
        path.with_name("places.sqlite-wal").write_bytes(Path(f"{source}-wal").read_bytes())
    refused(path)


def test_a_store_of_a_newer_program_is_refused_by_both_versions(path: Path) -> None:
    bring(path, *ORDINARY)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    found = refused(path)
    assert f"version {VERSION + 1}" in found.message
    assert f"knows {VERSION}" in found.message
    assert found.hint == "upgrade netaudit"


def test_a_version_that_never_was_is_no_store(path: Path) -> None:
    bring(path, *ORDINARY)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 0")
    refused(path)


def test_a_missing_store_beside_its_copies_is_not_begun_anew(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path, now=lambda: 1_790_000_000) as store:
        copy = store.back_up()
    path.unlink()
    found = refused(path)
    assert copy.name in (found.hint or "")
    copy.rename(path)
    with Store.open(path) as store:
        store.check()


def test_a_file_of_the_users_is_no_copy(path: Path) -> None:
    path.with_name(f"{path.name}.very-important.bak").write_text("mine", encoding="utf-8")
    with pytest.raises(NoStore):
        Store.open(path)


@pytest.mark.parametrize("name", ["*.db", "n[a-z]taudit.db", "{0}.db", "%s?.db", "ärger\n.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """The copies and leftovers of other stores are theirs, whatever pattern a name may be."""
    other = tmp_path / "netaudit.db"
    bring(other, *ORDINARY)
    with Store.open(other, now=lambda: 0) as store:
        store.back_up()
    theirs = content(tmp_path)
    path = tmp_path / name
    bring(path, *ORDINARY)
    for second in range(5):
        with Store.open(path, now=lambda s=second: s) as store:  # type: ignore[misc]
            store.back_up()
    found = content(tmp_path)
    assert found.items() >= theirs.items()
    assert len(found) == len(theirs) + 1 + 3


def test_a_file_name_need_not_be_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.db"))
    bring(path, *ORDINARY)
    with Store.open(path) as store:
        store.back_up()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_relative_path_is_one_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bring(Path("new/store.db"), *ORDINARY)
    assert (tmp_path / "new" / "store.db").is_file()


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_only_the_user_can_read_what_is_written(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "a" / "b" / "netaudit.db"
    before = os.umask(umask)
    try:
        bring(path, *ORDINARY)
        with Store.open(path) as store:
            copy = store.back_up()
            with store.transaction() as connection:
                connection.execute("DELETE FROM decision")
                connection.execute("UPDATE profile SET stated_on = 7")
                journal = Path(f"{path}-journal").stat().st_mode
    finally:
        os.umask(before)
    assert [f.stat().st_mode & 0o777 for f in (path.parent.parent, path.parent)] == [0o700] * 2
    assert [mode & 0o777 for mode in (path.stat().st_mode, copy.stat().st_mode, journal)] == [
        0o600
    ] * 3


def test_a_folder_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(Unwritable):
        bring(tmp_path / "a" / "netaudit.db", *ORDINARY)


def test_every_cut_and_every_blot_is_noticed_or_harmless(path: Path) -> None:
    """A damaged file is refused with the way out, or still reads as it was; never a bug."""
    bring(path, *ORDINARY)
    with Store.open(path) as store:
        copy = store.back_up()
    whole, held = path.read_bytes(), counts(path)
    blots = [whole[:n] for n in range(512, len(whole), 4096 + 512)]
    pages = range(0, len(whole), 4096)
    blots += [whole[:page] + b"\xff" * 64 + whole[page + 64 :] for page in pages]
    for damaged in blots:
        path.write_bytes(damaged)
        try:
            with Store.open(path) as store:
                store.check()
        except StoreDamaged as error:
            way_out = error.hint or ""
            assert copy.name in way_out
            assert path.read_bytes() == damaged
        else:
            assert counts(path) == held


def test_reading_from_a_damaged_file_is_no_bug_of_the_program(path: Path) -> None:
    bring(path, *ORDINARY)
    pages = rows(
        path,
        "SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('snapshot', 'decision', 'account')",
    )
    whole = bytearray(path.read_bytes())
    for (page,) in pages:
        start = (page - 1) * 4096
        whole[start : start + 100] = b"\xff" * 100
    path.write_bytes(whole)
    with Store.open(path) as store:
        with pytest.raises(StoreDamaged):
            store.owner("linkedin")
        with pytest.raises(StoreDamaged) as found:
            store.decisions()
        assert found.value.hint == (
            "netaudit restore FILE puts a copy in its place, if you have one elsewhere;"
            " netaudit doctor tells more"
        )
        with pytest.raises(StoreDamaged):
            store.check()


def test_a_broken_reference_is_damage(path: Path) -> None:
    bring(path, *ORDINARY)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM account WHERE id = 1")
    with Store.open(path) as store, pytest.raises(StoreDamaged):
        store.check()
