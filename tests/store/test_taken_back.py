"""Undo: what one import alone stated goes, whatever came before or after it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from netaudit.errors import NetauditError, StoreBusy, UsageError
from netaudit.store import Store
from netaudit.store.history import Logged, imports
from netaudit.store.undo import Undone, undo
from netaudit.workflows.naming import resolve_links
from store.canonical import contents
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    ORDINARY,
    Snapshot,
    add,
    bring,
    connection,
    counts,
    digest,
    entry,
    export,
    frames,
    log,
    message,
    noon,
    noted,
    rows,
    told,
    url,
)

#: Three exports that have much in common, the middle one with something of its own.
THREE = (
    export(
        connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"), message(ANA, at=noon(DAY)),
        exported_on=DAY + 100, name="one",
    ),
    export(
        connection(ANA, "Ana Ruiz", company="Alto"), message(ANA, at=noon(DAY)),
        message(ANA, CY, at=noon(DAY, 9)), noted(ANA, "of the kiln"),
        exported_on=DAY + 200, name="two",
    ),
    export(
        connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind"), message(ANA, at=noon(DAY), size=2),
        exported_on=DAY + 300, name="three",
    ),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def take_back(path: Path, number: int) -> Undone:
    with Store.open(path) as store:
        return undo(store, number, resolve_links)


def is_as_of(path: Path, *snapshots: Snapshot) -> bool:
    """Tell whether a store is as one into which just these were brought, one by one."""
    other = path.with_name("other.db")
    for one in snapshots:
        bring(other, one)
    same = contents(path) == contents(other) and told(frames(path)) == told(frames(other))
    other.unlink()
    return same


@pytest.mark.parametrize("number", [1, 2, 3])
def test_any_one_of_three_can_be_taken_back(path: Path, number: int) -> None:
    for one in THREE:
        bring(path, one)
    take_back(path, number)
    assert is_as_of(path, *(one for n, one in enumerate(THREE, 1) if n != number))


def test_the_middle_one_of_three_takes_its_own_with_it(path: Path) -> None:
    for one in THREE:
        bring(path, one)
    assert rows(path, "SELECT DISTINCT until FROM tie") == [(None,)]
    done = take_back(path, 2)
    # Its profile of Ana Ruiz, that of the note, two messages and the note itself.
    gone = {"profile": 2, "tie": 0, "message": 2, "entry": 0, "signal": 0, "note": 1}
    kept = {"profile": 0, "tie": 1, "message": 1, "entry": 0, "signal": 0, "note": 0}
    assert done == Undone(2, gone, kept, people=1)
    assert frames(path).people["company"].tolist() == ["", ""]


def test_whom_the_undone_export_had_let_go_is_on_the_list_again(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    bring(path, export(connection(BO, "Bo Lind"), exported_on=DAY + 200))
    assert rows(path, "SELECT count(*) FROM tie WHERE until > 0") == [(1,)]
    take_back(path, 2)
    assert rows(path, "SELECT count(*) FROM tie WHERE until > 0") == [(0,)]


def test_two_who_were_one_by_a_changed_link_are_two_again(path: Path) -> None:
    new = connection(url("ana-ruiz-now"), "Ana Ruiz", DAY)
    bring(path, export(connection(ANA, "Ana Ruiz", DAY), exported_on=None))
    bring(path, export(new, exported_on=DAY + 200))
    assert len(frames(path).people) == 1
    take_back(path, 1)
    assert is_as_of(path, export(new, exported_on=DAY + 200))


def test_what_a_second_export_states_too_stays(path: Path) -> None:
    again = export(*THREE[0].files["file"], exported_on=DAY + 100, name="another name")
    bring(path, THREE[0])
    bring(path, again)
    done = take_back(path, 1)
    assert set(done.facts.values()) == {0}
    assert done.kept == {"profile": 2, "tie": 2, "message": 1, "entry": 0, "signal": 0, "note": 0}
    assert done.people == 0
    assert is_as_of(path, again)


def test_all_can_be_taken_back(path: Path) -> None:
    bring(path, *ORDINARY)
    before, people = contents(path), len(frames(path).people)
    assert take_back(path, 1).people == people
    left = {name: many for name, many in counts(path).items() if many}
    assert left == {"channel": 4, "sqlite_sequence": 1}
    assert bring(path, *ORDINARY).import_id == 2
    assert contents(path) == before


def test_of_two_entries_that_say_the_same_one_is_taken_back(path: Path) -> None:
    """Each time somebody logs, it is a meeting of its own."""
    for n in range(2):
        one = entry("Ana Ruiz", position=n)._replace(ref=f"{n:08x}")
        with Store.open(path, create=True) as store:
            add(store, log(one, name="netaudit log"), command="log")
    assert len(frames(path).interactions) == 2
    assert take_back(path, 1).facts["entry"] == 1
    assert rows(path, "SELECT ref FROM entry") == [("00000001",)]
    assert len(frames(path).interactions) == 1
    with Store.open(path) as store:
        (left,) = imports(store)
    assert (left.import_id, left.entries) == (
        2,
        [Logged("Ana Ruiz", "coffee", None, DAY, "00000001")],
    )


def test_whoever_is_only_in_a_decision_is_kept_for_it(path: Path) -> None:
    """A decision outlives the imports, and holds again when they come back."""
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    with Store.open(path) as store, store.transaction() as connection_:
        connection_.execute("INSERT INTO import VALUES (2, 0, 'match')")
        connection_.execute("INSERT INTO decision VALUES (1, 2, 'same', 1, 2)")
    assert take_back(path, 1).people == 2
    with Store.open(path) as store:
        store.check()
        assert [(d.account, d.other) for d in store.decisions()] == [(ANA, BO)]
    assert len(frames(path).people) == 0
    bring(path, export(connection(BO, "Bo Lind"), connection(ANA, "Ana Ruiz")))
    assert len(frames(path).people) == 1


def test_a_dry_run_says_what_an_undo_does_and_does_nothing(path: Path) -> None:
    for one in THREE:
        bring(path, one)
    before = path.read_bytes()
    with Store.open(path) as store:
        said = undo(store, 2, resolve_links, dry_run=True)
    assert path.read_bytes() == before
    assert take_back(path, 2) == said


@pytest.mark.parametrize("number", [0, 2, -1, 2**40])
def test_an_unknown_id_is_refused_and_changes_nothing(path: Path, number: int) -> None:
    bring(path, *ORDINARY)
    before = path.read_bytes()
    with pytest.raises(UsageError, match=f"there is no import {number}$"):
        take_back(path, number)
    assert path.read_bytes() == before


def test_an_id_that_was_taken_back_is_never_used_again(path: Path) -> None:
    for one in THREE:
        bring(path, one)
    take_back(path, 3)
    with pytest.raises(UsageError):
        take_back(path, 3)
    assert bring(path, THREE[2]).import_id == 4


def test_while_another_writes_nothing_is_taken_back(path: Path) -> None:
    bring(path, *ORDINARY)
    before = digest(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(path, wait=0.01) as store, pytest.raises(StoreBusy):
            undo(store, 1, resolve_links)
    assert digest(path) == before


def test_an_undo_that_breaks_off_leaves_the_store_as_it_was(path: Path) -> None:
    """Stopped ever later, until it is done before it is stopped."""
    for one in THREE:
        bring(path, one)
    before, stops = digest(path), 0
    for steps in count(0, 9):
        with Store.open(path) as store:
            left = iter(range(steps))
            store.connection.set_progress_handler(partial(_is_over, left), 20)
            try:
                undo(store, 2, resolve_links)
            except NetauditError:
                stops += 1
            else:
                break
        assert digest(path) == before
    assert stops > 5
    assert is_as_of(path, THREE[0], THREE[2])


def _is_over(left: Iterator[int]) -> bool:
    return next(left, None) is None
