"""From one version of the store to the next: a copy first, then all of it or nothing."""

import hashlib
import re
import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

from netaudit.errors import StoreDamaged
from netaudit.store import Store, migrations
from store.snapshots import (
    CY,
    NOW,
    ORDINARY,
    add,
    bring,
    connection,
    digest,
    export,
    frames,
    rows,
    told,
)
from stores.dumps import dump_path, rebuilt

#: Version -> what its tables and views are. Whoever changes them makes a new version, with a
#: step that leads to it and a store of the old one in tests/stores.
SCHEMAS = {1: "3b7b79c38a55b414"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "netaudit.db"
    bring(found, *ORDINARY)
    return found


def step(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Make as if the program were one version ahead."""
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    monkeypatch.setattr(migrations, "STEPS", {migrations.VERSION - 1: statements})


def version(path: Path) -> int:
    return int(rows(path, "PRAGMA user_version")[0][0])


def copies(path: Path) -> list[str]:
    return [copy.name for copy in migrations.backups(path)]


def test_the_tables_change_only_together_with_the_version() -> None:
    text = resources.files("netaudit.store").joinpath("schema.sql").read_text("utf-8")
    bare = " ".join(re.sub("--.*", "", text).split())
    found = hashlib.sha256(bare.encode()).hexdigest()[:16]
    assert found == SCHEMAS[migrations.VERSION], "schema.sql changed: see SCHEMAS above"


def test_every_version_has_a_way_to_the_newest() -> None:
    assert sorted(SCHEMAS) == list(range(1, migrations.VERSION + 1))
    assert sorted(migrations.STEPS) == list(range(1, migrations.VERSION))


@pytest.mark.parametrize("number", sorted(SCHEMAS))
def test_a_store_of_every_version_tells_what_a_new_one_would(tmp_path: Path, number: int) -> None:
    old, new = rebuilt(dump_path(number), tmp_path / "old.db"), tmp_path / "new.db"
    assert version(old) == number
    bring(new, *ORDINARY)
    assert told(frames(old)) == told(frames(new))
    assert version(old) == migrations.VERSION
    assert bring(old, *ORDINARY).import_id is None
    with Store.open(old) as store:
        store.check()


def test_a_store_of_today_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with Store.open(path):
        pass
    assert path.read_bytes() == before
    assert copies(path) == []


def test_a_step_is_taken_after_a_copy_was_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(path)
    step(monkeypatch, "ALTER TABLE tie ADD COLUMN novel INTEGER", "UPDATE tie SET novel = 7")
    with Store.open(path, now=lambda: NOW) as store:
        assert store.connection.execute("SELECT DISTINCT novel FROM tie").fetchall() == [(7,)]
        assert store.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert version(path) == migrations.VERSION
    (copy,) = migrations.backups(path)
    assert copy.name == f"{path.name}.v{migrations.VERSION - 1}-20260921T141320Z.bak"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert digest(copy) == before
    assert version(copy) == migrations.VERSION - 1
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name, copy.name]


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER TABLE tie ADD COLUMN novel INTEGER", "INSERT INTO nowhere VALUES (1)"),
        ("DELETE FROM tie", "UPDATE link SET person_id = 99"),
    ],
)
def test_a_step_that_fails_leaves_the_store_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, statements: tuple[str, ...]
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as ahead:
        step(ahead, *statements)
        with pytest.raises(StoreDamaged):
            Store.open(path)
    assert path.read_bytes() == before
    assert len(copies(path)) == 1
    with Store.open(path) as store:
        store.check()


def test_a_step_may_lay_out_a_table_anew_and_lose_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dropping a table deletes, by the letter of the references, whatever refers to it."""
    before = digest(path)
    (sql,) = (row[0] for row in rows(path, "SELECT sql FROM sqlite_master WHERE name = 'import'"))
    step(
        monkeypatch,
        sql.replace("import", "import_new", 1),
        "INSERT INTO import_new SELECT * FROM import",
        "DROP TABLE import",
        "ALTER TABLE import_new RENAME TO import",
    )
    with Store.open(path) as store:
        store.check()
    assert digest(path) == before


def test_whoever_comes_second_finds_it_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path) as waiting:
        step(monkeypatch, "ALTER TABLE tie ADD COLUMN novel INTEGER")
        taken = migrations.back_up

        def overtaken(*given: object) -> Path:
            monkeypatch.setattr(migrations, "back_up", taken)
            with Store.open(path):
                pass
            return path

        monkeypatch.setattr(migrations, "back_up", overtaken)
        migrations.migrate(waiting.connection, path, NOW)
    assert version(path) == migrations.VERSION


def test_whoever_is_overtaken_by_a_newer_program_steps_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as waiting:
        step(monkeypatch)

        def overtaken(*given: object) -> Path:
            with closing(sqlite3.connect(path)) as newer:
                newer.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
            return path

        monkeypatch.setattr(migrations, "back_up", overtaken)
        with pytest.raises(StoreDamaged, match="newer"):
            migrations.migrate(waiting.connection, path, NOW)
    assert version(path) == migrations.VERSION + 1


def test_the_newest_three_copies_are_kept(path: Path) -> None:
    mine = path.with_name(f"{path.name}.v1-before-the-move.bak")
    mine.touch()
    for moment in (NOW + 2, NOW, NOW + 5, NOW + 1, NOW + 5, NOW + 3):
        with Store.open(path, now=lambda at=moment: at) as store:  # type: ignore[misc]
            store.back_up()
    assert [name[-6:-4] for name in copies(path)] == ["2Z", "3Z", "5Z"]
    assert mine.exists()


def test_a_copy_holds_what_the_store_held(path: Path) -> None:
    before = digest(path)
    with Store.open(path) as store:
        copy = store.back_up()
        add(store, export(connection(CY, "Cy Orr")))
    assert digest(copy) == before != digest(path)
    with Store.open(copy) as store:
        store.check()
