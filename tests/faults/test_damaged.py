"""What is no store, or was one: every command refuses alike, and leaves it as it lies there.

Which files are refused when a store is opened is tested beside the store itself; here are those
that a user can get into, put before every command.
"""

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from faults.every_command import PRINTED, REPORTS, TAKEN, WRITING, about_the_store
from faults.forked import Done, Forks
from netaudit.cli.registry import PLACES
from netaudit.errors import ExitCode, StoreDamaged
from netaudit.store import Store
from netaudit.store.migrations import VERSION
from store.test_open import content

State = Callable[[Path], None]


def newer(store: Path) -> None:
    with closing(sqlite3.connect(store)) as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")


def of_a_browser(store: Path) -> None:
    """Lay out what Firefox keeps: tables, indices, and a schema version of its own."""
    store.unlink()
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 77")
        other.executescript(
            "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR,"
            " rev_host LONGVARCHAR, visit_count INTEGER DEFAULT 0, guid TEXT);"
            "CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, place_id INTEGER);"
            "CREATE INDEX moz_places_hostindex ON moz_places (rev_host);"
            "INSERT INTO moz_places (url, title) VALUES ('https://example.org/', 'Example');"
        )


def text(store: Path) -> None:
    store.write_text("Dear diary, today I met nobody.\n" * 40, "utf-8")


def nulls(store: Path) -> None:
    store.write_bytes(bytes(store.stat().st_size))


def empty(store: Path) -> None:
    store.write_bytes(b"")


def half(store: Path) -> None:
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def linked(store: Path) -> None:
    store.with_name("second.db").hardlink_to(store)


STATES: dict[State, str] = {
    newer: f"store version {VERSION + 1}", of_a_browser: "not a store of netaudit",
    text: "not a store of netaudit", nulls: "not a store of netaudit", empty: "empty",
    half: "damaged", linked: "a second name (a hard link)",
}  # fmt: skip


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def place(tmp_path: Path, seed: Path) -> Path:
    """Return a folder with a log to import and a copy to restore."""
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "more.csv").write_text("date,person,channel\n2026-11-10,Ana Ruiz,call\n", "utf-8")
    shutil.copyfile(seed, folder / "copy.db")
    return folder


def test_every_command_has_its_lines_here() -> None:
    apart = {"demo"}
    assert {*REPORTS, *WRITING, *TAKEN, *(words[0] for words in PRINTED)} == {*PLACES} - apart


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_command_refuses_it_alike_and_leaves_it_as_it_is(
    program: Forks, store: Path, place: Path, state: State
) -> None:
    state(store)
    before = content(store.parent)
    given = content(place)
    said = STATES[state]
    for words in about_the_store(str(place)):
        if words[0] == "restore" and state in {text, nulls, empty, half}:
            continue  # the way out of these, below
        done = program.run(*words, "--store", store)
        assert done.code == ExitCode.DAMAGED, (words, done)
        assert done.err.startswith(f"netaudit: error: {store}: "), (words, done)
        assert said in done.err.partition("\n")[0], (words, done)
        assert done.out == "" or words[0] == "restore"  # which tells what the copy holds
        assert content(store.parent) == before, words
        assert content(place) == given, words
    for words in (("doctor", "--deep"), ("doctor", "--fix")):
        done = program.run(*words, "--store", store)
        assert (done.code, done.out.startswith("problem  store")) == (ExitCode.DAMAGED, True)
        assert content(store.parent) == before


@pytest.mark.parametrize("state", [text, nulls, empty, half], ids=lambda state: state.__name__)
def test_the_newest_copy_is_offered_and_puts_all_right(
    program: Forks, store: Path, state: State
) -> None:
    held = program.run("people", "--store", store).out
    with Store.open(store, now=lambda: 1_700_000_000) as opened:
        older = opened.back_up()
    with Store.open(store, now=lambda: 1_700_000_001) as opened:
        newest = opened.back_up()
    state(store)
    broken = store.read_bytes()
    done = program.run("people", "--store", store)
    assert done.code == ExitCode.DAMAGED
    assert f"netaudit restore {newest} " in done.err
    assert str(older) not in done.err
    assert program.run("restore", newest, "--yes", "--store", store).code == 0
    assert program.run("people", "--store", store).out == held
    assert broken in [file.read_bytes() for file in store.parent.iterdir()], "it is kept"


@pytest.mark.unwatched
def test_a_store_cut_at_any_block_is_refused(store: Path) -> None:
    whole = store.read_bytes()
    for end in range(512, len(whole), 512):
        store.write_bytes(whole[:end])
        with pytest.raises(StoreDamaged, match=store.name), Store.open(store) as opened:
            opened.check()
        assert store.read_bytes() == whole[:end]
    assert len(whole) > 100_000


def spoiled(whole: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Yield a content with a bit turned, a few bytes blotted out, or replaced, where there are any.

    What SQLite has not used yet is left alone: that says nothing.
    """
    chance = random.Random(seed)  # noqa: S311 - a seeded generator is not a secret
    used = [at for at, byte in enumerate(whole) if byte]
    for number in range(count):
        at, bad = chance.choice(used), bytearray(whole)
        if number % 3 == 0:
            bad[at] ^= 1 << chance.randrange(8)
        elif number % 3 == 1:
            bad[at : at + 16] = bytes(min(16, len(bad) - at))
        else:
            bad[at : at + 8] = chance.randbytes(min(8, len(bad) - at))
        yield bytes(bad)


@pytest.mark.slow
def test_whatever_bytes_are_spoiled_no_command_takes_it_for_a_bug(
    program: Forks, store: Path
) -> None:
    """It is told that the store is damaged, or what can be read is; and reading changes nothing."""
    lines = (("report", "-f", "json"), ("people",), ("show", "Ana Ruiz"), ("export",))
    ends: set[int] = set()
    for number, bad in enumerate(spoiled(store.read_bytes(), 40, seed=7)):
        store.write_bytes(bad)
        for words in (lines[number % len(lines)], ("doctor", "--deep")):
            done = program.run(*words, "--store", store)
            ends.add(done.code)
            assert_honest(done, store)
            assert store.read_bytes() == bad
    assert ends >= {0, ExitCode.DAMAGED}


def assert_honest(done: Done, store: Path) -> None:
    # 2: a byte of the name was hit, so that nobody is called Ana Ruiz; 10 is of no store at all.
    assert done.code in {0, 2, ExitCode.DAMAGED}, done
    assert "bug" not in done.err
    assert "Traceback" not in done.err
    if done.code == ExitCode.DAMAGED:
        assert str(store) in done.err + "".join(done.out.split("\n"))


VALUES = {
    "a note": "UPDATE entry SET note = 'another' WHERE note <> ''",
    "a day": "UPDATE entry SET day = 800000 WHERE day IS NOT NULL",
    "an address": "UPDATE account SET key = 'ana-rviz-example' WHERE key = 'ana-ruiz-example'",
    "a person": "UPDATE link SET person_id = 1",
    "a list": "UPDATE stated SET bits = x'00'",
    "a text that is no JSON": "UPDATE snapshot_file SET set_aside = '{'",
    "bytes that are no text": "UPDATE profile SET name = CAST(x'c3284120' AS TEXT)",
    "a day beyond the calendar": "UPDATE note SET day = 99999999",
}


@pytest.mark.parametrize("value", VALUES)
def test_a_value_that_netaudit_never_wrote_is_found_by_a_deep_look(
    program: Forks, store: Path, value: str
) -> None:
    assert program.run("doctor", "--deep", "--store", store).code == 0
    with closing(sqlite3.connect(store)) as tool, tool:
        if "note SET" in VALUES[value]:
            tool.execute("INSERT INTO note (account_id, day, text, stated_on) VALUES (1, 1, '', 1)")
        tool.execute(VALUES[value])
    before = digest(store)
    done = program.run("doctor", "--deep", "--store", store)
    assert done.code == ExitCode.DAMAGED, done
    assert "netaudit restore" in " ".join(done.out.split())
    assert digest(store) == before


def test_what_is_no_text_is_damage_to_every_command(program: Forks, store: Path) -> None:
    with closing(sqlite3.connect(store)) as tool, tool:
        tool.execute(VALUES["bytes that are no text"])
    before = digest(store)
    for words in REPORTS.values():
        done = program.run(*words, "--store", store)
        assert done.code in {0, ExitCode.DAMAGED}, (words, done)
        assert "bug" not in done.err
    assert digest(store) == before
