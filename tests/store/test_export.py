"""An export holds all that the store holds: read back into an empty store it is the same."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.config import load as configured
from netaudit.records import Account, Decision, Entry, Preference
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.changes import changes
from netaudit.store.load import load
from netaudit.store.staging import SnapshotAccount, Staged, Staging
from netaudit.store.tombstones import lay
from netaudit.store.undo import undo
from netaudit.workflows.importing import Imported, Wishes, import_paths
from netaudit.workflows.naming import resolve_links
from netaudit.workflows.taking_along import everything
from store import on_x
from store.canonical import Dump, contents
from store.decisions import prefer_outright, say
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    NOW,
    ORDINARY,
    Snapshot,
    bring,
    connection,
    entry,
    export,
    frames,
    logged,
    mention,
    message,
    noon,
    told,
)
from store.test_order import exports, logs

CONFIG = configured(Path("none.toml"))


def taken(path: Path) -> Path:
    """Write the export of a store beside it."""
    target = path.with_suffix(".jsonl")
    target.write_text("".join(everything(path)), "ascii")
    return target


def brought_back(file: Path, store: Path, *, yes: bool = False, dry_run: bool = False) -> Imported:
    return import_paths(store, [file], CONFIG, Wishes(yes=yes, dry_run=dry_run))


def held(path: Path) -> Dump:
    """Return what a store holds, without how it came there: of what was said the last words."""
    found = contents(path)
    del found["import"]
    last: dict[object, list[Any]] = {}
    for _, kind, *about in map(json.loads, found.pop("decision")):
        last.pop(frozenset(about), None)
        last[frozenset(about)] = [kind, *about]
    found["decision"] = [json.dumps(one) for one in last.values()]
    words: dict[object, list[Any]] = {}
    for _, matter, tag, value, account in map(json.loads, found.pop("preference")):
        words[matter, tag, account] = [matter, tag, value, account]
    found["preference"] = sorted(json.dumps(one) for one in words.values())
    found["withdrawn"] = sorted({json.loads(one)[1] for one in found["withdrawn"]})
    return found


def is_the_same(one: Path, other: Path) -> bool:
    """Tell whether two stores hold the same, and tell the same."""
    assert held(one) == held(other)
    assert told(frames(one)) == told(frames(other))
    steps = []
    for path in (one, other):
        with Store.open(path) as store:
            moves = load(store, "UTC").moves.sort_values(["person", "seen_on"])
            found = changes(store, 0)
            # The changes of a step come in no order that means anything.
            told_of = [(*step[:-1], sorted(map(repr, step.changes))) for step in found.steps]
            steps.append((told_of, found[1:], moves.to_csv(index=False)))
    return steps[0] == steps[1]


def by_hand(
    path: Path,
    *entries: Entry,
    command: Literal["log", "edit"] = "log",
    withdrawn: Sequence[str] = (),
) -> None:
    with Store.open(path, create=True, now=lambda: NOW) as store:
        staging = Staging()
        staging.begin(SnapshotAccount("log", "netaudit log"))
        staging.take("netaudit log", "log", entries)
        commit(store, staging, command, resolve_links, withdrawn=withdrawn)


def lively(path: Path) -> None:
    """Make a store in which there is one of everything, some of it taken back or said anew."""
    for one in ORDINARY:
        bring(path, one)
    bring(
        path,
        export(
            connection(ANA, "Ana Ruiz", DAY, "Alto"), connection(CY, "Bo Lind", DAY + 9),
            message(ANA, BO, at=noon(DAY + 9), conversation=8, size=3),
            message(ANA, at=noon(DAY), conversation=(1 << 63) - 1),
            exported_on=DAY + 200, name="later.zip",
        ),
        on_x.archive(
            on_x.listed(on_x.member(1, "ana_example", "Ana R.", "of the kiln", on=DAY + 3)),
            on_x.listed(on_x.member(2, "dee_example"), "blocked"),
            on_x.direct_message(on_x.member(1, "ana_example"), noon(DAY + 4)),
        ),
    )  # fmt: skip
    bowling = entry("Zo\N{LATIN SMALL LETTER E WITH DIAERESIS} Pane", DAY + 11)
    by_hand(path, bowling._replace(channel="bowling", ref="a1", note="=1+1 \u202e", size=2))
    by_hand(path, entry("Bo Lind", DAY + 12)._replace(ref="b2"))  # fits two
    with Store.open(path) as store:
        removed = store.connection.execute(
            "SELECT short_id FROM entry WHERE ref = 'b2'"
        ).fetchone()[0]
    by_hand(path, entry("Ana Ruiz", DAY + 12), command="edit", withdrawn=[removed])
    with Store.open(path, now=lambda: NOW) as store:
        say(store, Decision("same", ANA, Account("x", "id", "1")), Decision("same", BO, CY))
        say(store, Decision("different", CY, BO))
        say(store, Decision("same", mention("Gil Hart"), logged("Fay Ingle")))
        prefer_outright(store, Preference("tag", "yes", "kiln"), [ANA, BO])
        prefer_outright(store, Preference("ignore", "yes"), [BO])
        prefer_outright(store, Preference("ignore", ""), [BO])
        prefer_outright(store, Preference("snooze", "2027-01-01"), [CY])
        prefer_outright(store, Preference("cadence", "3w", "kiln"), [])
        prefer_outright(store, Preference("cadence", "none"), [CY])
        with store.transaction() as written:
            lay(written, [Account("log", "name", "somebody else")])


def test_everything_comes_back(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    lively(one)
    file = taken(one)
    done = brought_back(file, other)
    assert not done.problems
    assert not done.notices
    assert is_the_same(one, other)
    ((_, lines),) = [(s.name, s.files) for s in done.outcome.snapshots]
    assert {line.name: (line.read, line.added) for line in lines}["forgotten people"] == (1, 1)
    for line in lines:
        assert line.read == line.added + line.unchanged + line.updated + line.skipped


def test_the_same_again_brings_nothing_neither_here_nor_there(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    lively(one)
    file = taken(one)
    brought_back(file, other)
    before = contents(one), contents(other)
    for path in (one, other):
        done = brought_back(file, path)
        assert not done.outcome.brought
        assert all(line.read == line.unchanged for line in done.outcome.snapshots[0].files)
    assert (contents(one), contents(other)) == before
    assert taken(other).read_bytes().count(b'"type":"snapshot"') == 5


def test_one_undo_takes_all_of_it_back_but_for_whom_one_had_forgotten(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    lively(one)
    bring(other, export(connection(ANA, "Ana Ruiz"), name="mine.zip"))
    with Store.open(other, now=lambda: NOW) as store:
        prefer_outright(store, Preference("snooze", "2026-12-01"), [ANA])
    before = contents(other)
    done = brought_back(taken(one), other, yes=True)
    assert done.outcome.import_id is not None
    with Store.open(other) as store:
        undo(store, done.outcome.import_id, resolve_links)
    after = contents(other)
    assert after.pop("tombstone") == contents(one)["tombstone"]
    assert before.pop("tombstone") == []
    assert after == before


def test_a_dry_run_tells_the_same_and_writes_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    lively(one)
    tried = brought_back(taken(one), other, dry_run=True)
    assert not other.exists()
    done = brought_back(taken(one), other)
    assert tried.outcome.snapshots == done.outcome.snapshots


def test_what_is_said_of_people_stands_behind_what_was_said_here(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for path, kind, until in ((one, "same", "2027-01-01"), (other, "different", "2026-12-01")):
        bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
        with Store.open(path, now=lambda: NOW) as store:
            say(store, Decision(kind, ANA, BO))  # type: ignore[arg-type]  # one of the two words
            prefer_outright(store, Preference("snooze", until), [ANA])
    assert brought_back(taken(one), other).outcome.brought
    with Store.open(other) as store:
        assert [one.kind for one in store.decisions()] == ["same"]
    assert held(one) == held(other)
    assert not brought_back(taken(one), other).outcome.brought


def test_nobody_comes_back_who_was_forgotten_here_and_nobody_goes_who_is_here(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    bring(one, export(connection(ANA, "Ana Ruiz"), message(ANA, at=noon(DAY)), name="one.zip"))
    bring(other, export(connection(BO, "Bo Lind"), name="other.zip"))
    for path, whom in ((one, BO), (other, ANA)):
        with Store.open(path) as store, store.transaction() as written:
            lay(written, [whom])
    done = brought_back(taken(one), other, yes=True)
    found = contents(other)
    assert not any("ana" in row for row in (*found["account"], *found["profile"]))
    assert found["message"] == []
    assert len(found["tombstone"]) == 1
    aside = {line.name: dict(line.set_aside) for line in done.outcome.snapshots[0].files}
    assert aside["people"] == aside["interactions"] == {"rows of people you had forgotten": 1}
    assert aside["forgotten people"] == {"marks of people who are on record here": 1}


def test_what_many_snapshots_state_is_staged_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weekly exports of many people would fill the memory else."""
    one, staged = tmp_path / "one.db", list[Staged]()
    for week in range(4):
        bring(one, export(connection(ANA, "Ana Ruiz"), exported_on=DAY + week, name=str(week)))

    def remembered(account: SnapshotAccount, *, retold: bool) -> Staged:
        staged.append(Staged(account, retold=retold))
        return staged[-1]

    monkeypatch.setattr("netaudit.workflows.retelling.Staged", remembered)
    brought_back(taken(one), tmp_path / "other.db")
    first, second, *others = [id(of.ties[0]) for of in staged]
    assert first != second
    assert others == [second] * 2


def test_the_export_of_somebody_else_is_refused(tmp_path: Path) -> None:
    from netaudit.errors import InputRefused

    one, other = tmp_path / "one.db", tmp_path / "other.db"
    bring(one, *ORDINARY)
    theirs = export(connection(ANA, "Ana Ruiz"))
    bring(other, Snapshot(theirs.files, owner=theirs.owner.__class__("kim-rho", "Kim Rho")))
    with pytest.raises(InputRefused, match="of another member"):
        brought_back(taken(one), other)


@st.composite
def worlds(draw: st.DrawFn) -> list[Snapshot]:
    days = draw(st.lists(st.integers(DAY + 10, DAY + 13), min_size=1, max_size=3, unique=True))
    return [*(draw(exports(day)) for day in days), *draw(st.lists(logs(), max_size=2))]


@settings(max_examples=15, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_any_store_comes_back(world: list[Snapshot], random: Random) -> None:
    with TemporaryDirectory() as folder:
        one, other = Path(folder) / "one.db", Path(folder) / "other.db"
        for number, snapshot in enumerate(world):
            bring(one, Snapshot(**{**vars(snapshot), "name": f"{snapshot.name} {number}"}))
        if random.random() < 0.3:
            with Store.open(one) as store:
                undo(store, 1, resolve_links)
        if not brought_back(taken(one), other).outcome.brought:  # all of it was taken back
            assert contents(one)["import"] == []
            return
        assert is_the_same(one, other)
