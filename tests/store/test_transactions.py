"""All of a change or none of it: rollbacks, rivals, full disks, closed folders."""

import multiprocessing
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import (
    InputRefused,
    NetauditError,
    NoStore,
    StoreBusy,
    StoreDamaged,
    Unwritable,
)
from netaudit.records import Record
from netaudit.store import Store, placing
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.store.store import sentences
from store.snapshots import (
    ANA,
    DAY,
    ORDINARY,
    add,
    bring,
    connection,
    counts,
    digest,
    entry,
    export,
    log,
    message,
    noon,
    rows,
    url,
)

MORE = export(
    *(connection(url(f"p{n}"), f"Person {n}", company="x" * 500) for n in range(300)),
    exported_on=DAY + 200,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def left_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_an_error_undoes_all_that_was_written(path: Path) -> None:
    bring(path, *ORDINARY)
    before = digest(path)

    def spoil(store: Store) -> None:
        with store.transaction() as connection:
            connection.execute("UPDATE profile SET name = ''")
            connection.execute("INSERT INTO link VALUES (99, 99, 'same', '')")

    with Store.open(path) as store:
        with pytest.raises(StoreDamaged):
            spoil(store)
        assert not store.connection.in_transaction
    assert digest(path) == before


def test_leaving_an_open_store_undoes_what_was_not_committed(path: Path) -> None:
    bring(path, *ORDINARY)
    before = digest(path)
    with Store.open(path) as store:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("UPDATE profile SET name = ''")
    assert digest(path) == before


def test_a_rival_is_waited_for_and_then_named(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path) as rival, Store.open(path, wait=0.05) as store:
        with rival.transaction(), pytest.raises(StoreBusy), store.transaction():
            pass
        assert add(store, MORE).import_id == 2


def test_who_only_reads_may_read_on_while_another_writes(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path) as writer, writer.transaction() as connection:
        connection.execute("UPDATE profile SET name = ''")
        with Store.open(path, wait=0.05) as reader:
            assert reader.owner("linkedin") is not None


def test_a_reader_that_never_ends_makes_the_writer_give_up_whole(path: Path) -> None:
    bring(path, *ORDINARY)
    before = digest(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM account").fetchone()
        with Store.open(path, wait=0.05) as store, pytest.raises(StoreBusy):
            add(store, MORE)
    assert digest(path) == before


def test_several_questions_are_answered_from_one_moment(path: Path) -> None:
    bring(path, *ORDINARY)
    count = "SELECT count(*) FROM tie"
    with Store.open(path) as reader, Store.open(path, wait=0.05) as writer:
        with reader.reading() as connection:
            before = connection.execute(count).fetchone()
            with pytest.raises(StoreBusy):
                add(writer, MORE)
            assert connection.execute(count).fetchone() == before
        add(writer, MORE)
        with reader.reading() as connection:
            assert connection.execute(count).fetchone() == (before[0] + 300,)


def test_a_read_that_the_store_broke_off_itself_is_not_ended_twice(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path) as store:
        with store.reading() as connection:
            connection.execute("ROLLBACK")
        assert not store.connection.in_transaction


def test_a_full_disk_leaves_the_store_as_it_was(path: Path) -> None:
    bring(path, *ORDINARY)
    before, pages = digest(path), path.stat().st_size // 4096
    for spare in (0, 1, 5, 20):
        with Store.open(path) as store:
            store.connection.execute(f"PRAGMA max_page_count = {pages + spare}")
            with pytest.raises(Unwritable) as caught:
                add(store, MORE)
            assert "disk full" in (caught.value.hint or "")
            assert not store.connection.in_transaction
        assert digest(path) == before
    bring(path, MORE)


def test_a_first_import_that_finds_no_room_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="No space left"):
        bring(path, *ORDINARY)
    assert left_in(path.parent) == []


def test_a_first_import_that_is_refused_leaves_nothing(path: Path) -> None:
    def cut_off() -> Iterator[Record]:
        yield from ORDINARY[0].files["messages.csv"]
        raise InputRefused("the file is cut off")

    with Store.open(path / "a" / "b", create=True):
        staging = Staging()
        staging.begin(SnapshotAccount("linkedin", "export"))
        with pytest.raises(InputRefused):
            staging.take("messages.csv", "linkedin-messages", cut_off())
    assert left_in(path.parent) == []


def test_of_two_that_make_the_store_one_wins_and_the_other_is_told(path: Path) -> None:
    with Store.open(path, create=True) as one, Store.open(path, create=True) as other:
        add(one, *ORDINARY)
        won = digest(path)
        with pytest.raises(StoreBusy) as caught:
            add(other, MORE)
    assert caught.value.hint == "run the command again"
    assert digest(path) == won
    assert left_in(path.parent) == [path.name]
    assert bring(path, MORE).import_id == 2


def test_where_files_cannot_have_two_names_the_store_is_renamed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Store.open(path, create=True) as late:
        bring(path, *ORDINARY)
        won = digest(path)
        with pytest.raises(Unwritable):
            add(late, MORE)
    assert digest(path) == won
    assert left_in(path.parent) == [path.name]


def test_the_next_import_sweeps_away_what_a_killed_one_left(path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = (
        f"{path.name}.new-{gone.pid}",
        f"{path.name}.new-{gone.pid}-journal",
        f"{path.name}.v1-20260101T000000Z.bak.new-{gone.pid}",
        f"{path.name}.new-{os.getppid()}",  # somebody still at work
        f"{path.name}.new-99999999999999999999",  # no process can be called so
        f"{path.name}.news",
        f"other.db.new-{gone.pid}",
    )
    for name in names:
        path.with_name(name).write_text("names and days", encoding="utf-8")
    bring(path, *ORDINARY)
    assert left_in(path.parent) == sorted([path.name, *names[3:]])
    os.utime(path.with_name(names[3]), (0, 0))
    bring(path, MORE)
    assert names[3] not in left_in(path.parent)


def test_a_name_that_vanishes_or_resists_does_not_stop_the_sweep(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.with_name(f"{path.name}.new-1").mkdir()
    bring(path, *ORDINARY)
    assert path.is_file()
    monkeypatch.setattr(placing, "named_like", lambda *_: [path.with_name("gone")])
    placing.sweep(path)


def test_a_folder_one_may_not_look_into_does_not_undo_what_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    bring(path, *ORDINARY)
    assert bring(path, MORE).import_id == 2


def several(path: Path, who: int, rounds: int) -> None:
    for number in range(rounds):
        bring(path, log(entry(f"Person {who}", DAY + number)))


@pytest.mark.slow
def test_four_at_once_lose_nothing(path: Path) -> None:
    bring(path, *ORDINARY)
    before = counts(path)["entry"]
    spawned = multiprocessing.get_context("spawn")
    rivals = [spawned.Process(target=several, args=(path, who, 6)) for who in range(4)]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join(60)
    assert [rival.exitcode for rival in rivals] == [0] * 4
    assert counts(path)["entry"] == before + 24
    with Store.open(path) as store:
        store.check()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SQLITE_BUSY", StoreBusy), ("SQLITE_BUSY_SNAPSHOT", StoreBusy),
        ("SQLITE_LOCKED", StoreBusy), ("SQLITE_CORRUPT", StoreDamaged),
        ("SQLITE_CORRUPT_VTAB", StoreDamaged), ("SQLITE_NOTADB", StoreDamaged),
        ("SQLITE_FULL", Unwritable), ("SQLITE_READONLY_DBMOVED", Unwritable),
        ("SQLITE_IOERR_WRITE", Unwritable), ("SQLITE_CANTOPEN", Unwritable),
        ("SQLITE_PERM", Unwritable), ("SQLITE_SCHEMA", StoreDamaged),
    ],
)  # fmt: skip
def test_what_sqlite_says_becomes_a_sentence_about_the_store(
    path: Path, code: str, kind: type[NetauditError]
) -> None:
    error = sqlite3.OperationalError("so it is")
    error.sqlite_errorname = code
    with pytest.raises(kind) as caught, sentences(path):
        raise error
    assert caught.value.message.startswith(str(path))


def test_a_mistake_of_ours_is_no_damage_to_the_store(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path) as store, pytest.raises(sqlite3.ProgrammingError), sentences(path):
        store.connection.execute("SELECT ?", ())


def test_what_the_system_says_becomes_a_sentence(path: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be used"), sentences(path):
        raise OSError


AS_NOBODY = """
import os, sys
from pathlib import Path
import netaudit.identity, netaudit.store.add, netaudit.store.people
from netaudit.errors import NetauditError
from netaudit.store import Store
from store.snapshots import ANA, connection, export, add
Store.open(Path("/nowhere"), create=True)  # all modules it needs are loaded while that is allowed
os.setgroups([]); os.setgid(65534); os.setuid(65534)
path, deed = Path(sys.argv[1]), sys.argv[2]
try:
    with Store.open(path, create=deed == "write") as store:
        if deed == "write":
            add(store, export(connection(ANA, "Ana Ruiz"), exported_on=740000))
        else:
            print(*(found.name for found in netaudit.store.people.find(store, "Ana Ruiz")))
except NetauditError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def theirs() -> Iterator[Path]:
    """Return a folder that a user without rights can reach, with a store that belongs to them."""
    if os.geteuid() != 0:
        pytest.skip("only root can become a user without rights")
    folder = Path(tempfile.mkdtemp())
    path = folder / "netaudit.db"
    bring(path, *ORDINARY)
    for one in (folder, path):
        os.chown(one, 65534, 65534)
    yield path
    folder.chmod(0o700)
    shutil.rmtree(folder)


def as_nobody(path: Path, deed: str) -> str:
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, path, deed],
        env={**os.environ, "PYTHONPATH": f"{tests}:{os.environ.get('PYTHONPATH', '')}"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_a_user_without_rights_writes_their_own_store(theirs: Path) -> None:
    assert as_nobody(theirs, "write") == ""
    assert counts(theirs)["import"] == 2


def test_a_store_that_may_only_be_read_is_read_and_not_written(theirs: Path) -> None:
    before = theirs.read_bytes()
    for file_mode, folder_mode in ((0o400, 0o700), (0o600, 0o500), (0o400, 0o500)):
        theirs.chmod(file_mode)
        theirs.parent.chmod(folder_mode)
        assert as_nobody(theirs, "read") == "Ana Ruiz"
        assert as_nobody(theirs, "write") == "Unwritable"
        assert theirs.read_bytes() == before
        theirs.parent.chmod(0o700)
        assert left_in(theirs.parent) == [theirs.name]


def test_a_store_that_may_not_be_read_is_said_so(theirs: Path) -> None:
    theirs.chmod(0)
    assert as_nobody(theirs, "read") == "Unwritable"
    theirs.parent.chmod(0)
    assert as_nobody(theirs, "read") == "Unwritable"


def test_no_store_is_begun_where_nothing_may_be_written(theirs: Path) -> None:
    theirs.unlink()
    theirs.parent.chmod(0o500)
    assert as_nobody(theirs, "write") == "Unwritable"
    assert as_nobody(theirs.parent / "a" / "b.db", "write") == "Unwritable"
    assert left_in(theirs.parent) == []


def test_a_store_taken_away_while_it_is_open_is_not_written_into_the_void(path: Path) -> None:
    bring(path, *ORDINARY)
    with Store.open(path) as store:
        assert rows(path, "SELECT count(*) FROM import") == [(1,)]
        path.unlink()
        with pytest.raises((Unwritable, NoStore)):
            add(store, export(message(ANA, at=noon(DAY + 300)), exported_on=DAY + 300))


def test_the_file_keeps_its_mode_and_its_single_name(path: Path) -> None:
    bring(path, *ORDINARY)
    bring(path, MORE)
    found = path.stat()
    assert stat.S_IMODE(found.st_mode) == 0o600
    assert found.st_nlink == 1
