"""Forgetting: of one person nothing is left anywhere, and of all others nothing changes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netaudit.errors import StoreBusy, UsageError
from netaudit.records import Account, Decision, Preference, Record
from netaudit.store import Store
from netaudit.store import forget as forgetting
from netaudit.store.decide import decide
from netaudit.store.entries import log_entries, remove
from netaudit.store.forget import forget
from netaudit.store.preferences import prefer
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.canonical import contents
from store.forgettable import (
    BEARER,
    BOOK,
    EMAIL,
    EVERYTHING,
    HANDLE,
    NAME,
    ON_X,
    PHONE,
    SLUG,
    THEIRS,
    WHO,
    WHO_X,
    begin,
    facts,
    forgotten,
    person,
    traces,
    without,
)
from store.snapshots import (
    ANA,
    BO,
    DAY,
    NOW,
    Snapshot,
    add,
    bring,
    connection,
    contact,
    entry,
    export,
    frames,
    log,
    logged,
    message,
    noon,
    noted,
    rows,
    told,
    url,
)
from store.snapshots import CY as CY_URL


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netaudit.db"


#: Somebody else, of whom a later export tells.
OTHER = export(connection(CY_URL, "Cy Rowe"), name="other.zip")


def say(store: Store) -> None:
    """Have the user say something of every kind of the person, and something of others."""
    add(store, OTHER)
    decide(store, [Decision("different", WHO, CY_URL)], resolve_links)
    for account in (WHO, BO):
        prefer(
            store, "tag", [Preference("tag", "yes", "ztag")], resolve_links, person(store, account)
        )
    prefer(store, "cadence", [Preference("cadence", "3w")], resolve_links, person(store))
    prefer(store, "snooze", [Preference("snooze", "2026-12-24")], resolve_links, person(store))
    remove(store, [log_entries(store, [person(store)])[0].entry_id], resolve_links)


def test_nothing_of_the_person_is_in_any_file(path: Path) -> None:
    begin(path, *EVERYTHING)
    with Store.open(path, now=lambda: NOW) as store:
        say(store)
        copy = store.back_up()
    for beside in (".new-99999999", ".damaged-20261101T000000Z"):
        path.with_name(path.name + beside).write_bytes(path.read_bytes())
    assert len(traces(path.parent)) >= 4 * 8
    gone = forgotten(path)
    assert set(traces(path.parent)) <= {f"ztag in {f.name}, utf-8" for f in path.parent.iterdir()}
    assert gone.copies[0] == copy
    assert sorted(file.name.rpartition("-")[0] for file in path.parent.iterdir()) == [
        "", "netaudit.db.v1"
    ]  # fmt: skip
    assert (gone.accounts, gone.decisions, gone.preferences, gone.withdrawn) == (6, 2, 3, 1)
    assert gone.imports == 6


def test_all_else_is_as_if_nobody_had_ever_spoken_of_them(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    begin(path, *EVERYTHING)
    bring(other, *map(without, EVERYTHING))
    with Store.open(path) as store:
        say(store)
    with Store.open(other) as store:
        add(store, OTHER)
        prefer(store, "tag", [Preference("tag", "yes", "ztag")], resolve_links, person(store, BO))
    forgotten(path)
    assert facts(path) == facts(other)
    # How many rows an export had is all that is told of them.
    assert {**told(frames(path)), "snapshots": []} == {**told(frames(other)), "snapshots": []}
    commands = "SELECT command FROM import ORDER BY id"
    assert rows(path, commands) == rows(other, commands)


@pytest.mark.parametrize(
    ("name", "file", "note"),
    [
        ("山田太郎", "山田太郎.csv", "昨日は山田太郎さんと"),
        ("山田 太郎", "2026山田太郎.csv", "met 山田太郎 too"),
        ("김민준", "김민준.csv", "김민준과 함께"),
        ("Adele", "Adele2026.csv", "met Adele too"),
        ("Bo", "log-bo.csv", "with Bo."),
        (NAME, "QuillonZanderphule.csv", "Quillon  ZANDERPHULE"),
        (NAME, "my_quillonzanderphule.csv", "(quillon zanderphule)"),
        ("Lu Ek", "LuEkCoffee.csv", "Lu, Ek"),
    ],
)
def test_a_name_is_found_however_short_and_whatever_it_is_written_in(
    path: Path, name: str, file: str, note: str
) -> None:
    others = entry("Cy Orr", DAY + 1)._replace(note=note)
    unlike = entry("Cy Orr", DAY + 2)._replace(note="Adeles Boot, Luek, 김민지, 山田花子")
    bring(path, replace(log(entry(name, DAY), others, unlike), name=file))
    gone = forgotten(path, logged(name))
    assert (gone.files, gone.mentions) == (1, {"entry": 1})
    assert rows(path, "SELECT name FROM snapshot") == [("forgotten.csv",)]


@pytest.mark.parametrize("file", ["Connections.csv", "linkedin.zip", "boats-2026.csv", "adelemar"])
def test_the_name_of_a_file_that_names_nobody_stays(path: Path, file: str) -> None:
    known_of = [connection(url("linkedin"), "Bo"), connection(url("ad"), "Adele")]
    bring(path, replace(export(*known_of), name=file))
    for account in (url("linkedin"), url("ad")):
        assert forgotten(path, account).files == 0


@pytest.mark.parametrize("backwards", [False, True], ids=["first to last", "last to first"])
def test_undo_of_all_imports_leaves_no_fact(path: Path, *, backwards: bool) -> None:
    for snapshot in EVERYTHING:
        bring(path, snapshot)
    with Store.open(path) as store:
        decide(store, [Decision("same", WHO, WHO_X.account)], resolve_links)
        say(store)
    forgotten(path)
    numbers = [number for (number,) in rows(path, "SELECT id FROM import ORDER BY id")]
    with Store.open(path) as store:
        for number in numbers[::-1] if backwards else numbers:
            undo(store, number, resolve_links)
    left = {name for name, held in contents(path).items() if held}
    assert left == {"channel", "tombstone"}


def test_ids_given_anew_are_not_taken_for_those_of_the_forgotten(path: Path) -> None:
    """The last facts of a table go, so that the next ones have their ids."""
    bring(path, export(connection(BO, "Bo Lind"), connection(WHO, NAME), name="one.zip"))
    forgotten(path)
    bring(path, export(connection(CY_URL, "Cy Orr"), exported_on=DAY + 200, name="two.zip"))
    with Store.open(path) as store:
        undone = undo(store, 2, resolve_links)
    assert undone.kept["tie"] == 0
    assert [name for (name,) in rows(path, "SELECT name FROM people")] == ["Bo Lind"]


@pytest.mark.parametrize(
    ("snapshot", "account"),
    [
        (export(contact(NAME, EMAIL, phones=[PHONE]), contact("Hal Ives", "h@e.org")), BOOK),
        (log(entry(NAME), entry("Bo Lind")), logged(NAME)),
        (without(ON_X, THEIRS - {WHO_X.account}), WHO_X.account),
        (without(ON_X, THEIRS - {BEARER.account}), BEARER.account),
        (export(message(WHO, BO, CY_URL, at=noon(DAY))), WHO),
    ],
    ids=["address book", "log", "x", "only a handle", "group message"],
)
def test_somebody_of_whom_little_is_known(path: Path, snapshot: Snapshot, account: Account) -> None:
    bring(path, snapshot)
    forgotten(path, account)
    before = contents(path)
    assert traces(path.parent) == []
    assert not bring(path, snapshot).brought
    assert contents(path) == before


def test_a_name_that_fits_them_and_somebody_else_is_told_of(path: Path) -> None:
    """Its entries may be about either: they stay, and are the other's from then on."""
    bring(
        path,
        export(connection(WHO, NAME), connection(ANA, NAME, DAY + 9)),
        log(entry(NAME), entry(NAME, DAY + 1)),
    )
    for dry_run in (True, False):
        (unclear,) = forgotten(path, dry_run=dry_run).unclear
        assert (unclear.name, unclear.facts) == (NAME, 2)
        with Store.open(path) as store:
            assert unclear.left == person(store, ANA)


def test_rows_of_others_that_name_them_stay_and_are_counted(path: Path) -> None:
    bring(
        path,
        export(connection(WHO, NAME), noted(BO, f"knows {NAME.upper()}!", name="Bo Lind")),
        log(entry("Bo Lind")._replace(note=f"met @{HANDLE}, {NAME}"), entry("Cy Orr")),
    )
    assert forgotten(path).mentions == {"entry": 1, "note": 1}


def test_names_of_files_that_name_them_are_taken_out_of_the_history(path: Path) -> None:
    bring(
        path, export(connection(WHO, NAME), name=f"{SLUG}.zip"), log(name="Quillon_Zanderphule.csv")
    )
    assert forgotten(path).files == 2
    assert traces(path.parent) == []
    names = rows(path, "SELECT name FROM snapshot ORDER BY id")
    assert names == [("forgotten.zip",), ("forgotten.csv",)]


def test_a_dry_run_tells_the_same_and_writes_nothing(path: Path) -> None:
    begin(path, *EVERYTHING)
    with Store.open(path) as store:
        store.back_up()
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    planned = forgotten(path, dry_run=True)
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before
    assert forgotten(path) == planned
    with Store.open(path) as store, pytest.raises(UsageError, match="no person"):
        forget(store, "22222222", resolve_links)


def test_an_unclear_name_is_nobody(path: Path) -> None:
    bring(path, export(connection(WHO, NAME), connection(ANA, NAME, DAY + 9)), log(entry(NAME)))
    with Store.open(path) as store, pytest.raises(UsageError, match="fits several people"):
        forget(store, person(store, logged(NAME)), resolve_links)


def test_whoever_is_killed_before_the_store_is_made_smaller_has_left_nothing(path: Path) -> None:
    begin(path, *EVERYTHING)
    with Store.open(path) as store:
        store.back_up()
        forget(store, person(store), resolve_links)  # and no more: here the process ends
    assert traces(path.parent) == []


def test_a_full_disk_at_the_end_is_told_and_nothing_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(path, *EVERYTHING)

    def refuse(_: object) -> Path:
        raise StoreBusy("busy")

    monkeypatch.setattr(Store, "back_up", refuse)
    with Store.open(path) as store:
        forget(store, person(store), resolve_links)
        assert isinstance(forgetting.tidy(store, copy=True).left, StoreBusy)
    assert traces(path.parent) == []


def test_copies_that_cannot_be_deleted_leave_all_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(path, *EVERYTHING)
    before = contents(path)

    def refuse(_: Path) -> None:
        raise StoreBusy("busy")

    monkeypatch.setattr(forgetting, "_delete_copies", refuse)
    with Store.open(path) as store, pytest.raises(StoreBusy):
        forget(store, person(store), resolve_links)
    assert contents(path) == before


people = st.sampled_from([WHO, BO, CY_URL, WHO_X.account])
records = st.lists(
    st.one_of(
        st.builds(
            lambda who, day: connection(who, who.key.title(), DAY + day, email=f"{who.key}@e.org"),
            people, st.integers(0, 3),
        ),
        st.builds(
            lambda who, at, size: message(*who, at=noon(DAY, at), size=size),
            st.lists(people, min_size=1, max_size=3, unique=True), st.integers(0, 3),
            st.integers(1, 3),
        ),
        st.builds(lambda who, day: noted(who, f"of {day}", DAY + day), people, st.integers(0, 2)),
        st.builds(lambda who: entry(who.key, DAY)._replace(account=who), people),
    ),
    max_size=8,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(exports=st.lists(records, min_size=1, max_size=3), again=st.permutations(range(3)))
def test_the_store_is_what_it_were_without_them(
    tmp_path_factory: pytest.TempPathFactory, exports: list[list[Record]], again: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    path, other = folder / "netaudit.db", folder / "other.db"
    snapshots = [
        export(*held, exported_on=DAY + 100 * (n + 1), name=f"{n}.zip")
        for n, held in enumerate(exports)
    ]
    for snapshot in snapshots:
        bring(path, snapshot)
        bring(other, without(snapshot, frozenset({WHO})))
    if not rows(path, "SELECT 1 FROM account WHERE key = ?", [SLUG]):
        return
    forgotten(path)
    assert facts(path) == facts(other)
    before = contents(path)
    for number in again:
        if number < len(snapshots):
            assert not bring(path, snapshots[number]).brought
    assert contents(path) == before
