"""Changes of job between whole lists, as reports read them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.normal import name_key
from netaudit.records import Account, Record, Tie
from netaudit.store import Store
from netaudit.store.changes import changes
from store.snapshots import (
    ANA,
    BO,
    DAY,
    Snapshot,
    bring,
    connection,
    export,
    frames,
    listed,
    log,
    message,
    noon,
    url,
)

#: Days of exports.
ONE, TWO, THREE = (DAY + 100 * n for n in range(1, 4))
NAMES = {ANA: "Ana Ruiz", BO: "Bo Lind"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def works(account: Account, company: str, position: str = "") -> Tie:
    """Return a row of a list of connections that states a job."""
    row = connection(account, NAMES.get(account, "Ana Ruiz"), DAY, company)
    assert row.profile is not None
    return row._replace(profile=row.profile._replace(position=position))


def on(day: int, *records: Record) -> Snapshot:
    """Return an export of a whole list."""
    return export(*records, exported_on=day, name=f"export of {day}")


def part(day: int, *records: Record) -> Snapshot:
    """Return an export with a list that is not whole."""
    return Snapshot({"file": records}, day, f"part of {day}", lists=())


def moved(path: Path) -> list[tuple[object, ...]]:
    """Return the moves with names for people, None for a day that is not there."""
    found = frames(path)
    names = found.people["name"]
    rows = found.moves.itertuples(index=False, name=None)
    return sorted(
        (names[person], seen, None if end != end else end, *jobs)  # noqa: PLR0124 - NaN
        for person, seen, end, *jobs in rows
    )


def test_one_list_shows_no_move(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Alto")))
    assert moved(path) == []
    bring(path, log())
    assert moved(path) == []


def test_another_company_or_position_is_a_move(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Alto", "Cook"), works(BO, "Alto", "Cook")))
    bring(path, on(TWO, works(ANA, "Blue Kiln", "Potter"), works(BO, "Alto", "Chef")))
    assert moved(path) == [
        ("Ana Ruiz", TWO, None, "Alto", "Cook", "Blue Kiln", "Potter"),
        ("Bo Lind", TWO, None, "Alto", "Cook", "Alto", "Chef"),
    ]


def test_a_move_is_of_the_list_that_was_first_to_show_it(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Alto"), works(BO, "Alto")))
    bring(path, on(TWO, works(ANA, "Blue Kiln"), works(BO, "Alto")))
    bring(path, on(THREE, works(ANA, "Blue Kiln"), works(BO, "")))
    assert moved(path) == [
        ("Ana Ruiz", TWO, THREE, "Alto", "", "Blue Kiln", ""),
        ("Bo Lind", THREE, None, "Alto", "", "", ""),
    ]


def test_how_a_job_is_spelt_does_not_matter(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Café  Alto", "Cook")))
    bring(path, on(TWO, works(ANA, "CAFE ALTO", "cook")))
    assert moved(path) == []


def test_a_list_that_is_not_whole_shows_nothing(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Alto")))
    bring(path, part(TWO, works(ANA, "Blue Kiln")))
    assert moved(path) == []
    bring(path, on(THREE, works(ANA, "Blue Kiln")))
    assert moved(path) == [("Ana Ruiz", THREE, None, "Alto", "", "Blue Kiln", "")]


def test_a_list_of_nobody_stands_between(path: Path) -> None:
    bring(path, on(ONE, works(ANA, "Alto")))
    bring(path, on(TWO))
    bring(path, on(THREE, works(ANA, "Blue Kiln")))
    assert moved(path) == []


def test_whoever_came_left_or_is_not_on_record_did_not_move(path: Path) -> None:
    me = url("robin-quist")
    bring(path, on(ONE, works(ANA, "Alto"), works(me, "Alto")))
    bring(path, on(TWO, works(BO, "Blue Kiln"), works(me, "Blue Kiln")))
    assert moved(path) == []


def test_what_a_message_says_of_somebody_is_no_list(path: Path) -> None:
    told = message(ANA, at=noon(DAY))
    bring(path, on(ONE, works(ANA, "Alto"), told))
    bring(path, on(TWO, works(ANA, "Alto"), told, works(BO, "Alto")))
    assert moved(path) == []


def test_a_list_without_links_and_one_with_links_tell_of_one_person(path: Path) -> None:
    before = listed("Ana Ruiz", DAY)
    assert before.profile is not None
    bring(path, on(ONE, before._replace(profile=before.profile._replace(company="Alto"))))
    bring(path, on(TWO, works(ANA, "Blue Kiln")))
    assert moved(path) == [("Ana Ruiz", TWO, None, "Alto", "", "Blue Kiln", "")]


companies = st.sampled_from(["", "Alto", "ALTO", "Blue Kiln"])
positions = st.sampled_from(["", "Cook", "Potter"])
jobs = st.builds(works, st.sampled_from([ANA, BO, url("ana-ruiz-now")]), companies, positions)
lists = st.tuples(
    *(
        st.builds(
            lambda whole, rows, day: (on if whole else part)(day, *rows),
            st.booleans(),
            st.lists(jobs, max_size=3, unique_by=lambda tie: tie.account),
            st.just(day),
        )
        for day in (ONE, TWO, THREE)
    )
)


def as_changes(path: Path) -> list[tuple[object, ...]]:
    """Return what `netaudit changes` tells of jobs."""
    with Store.open(path) as store:
        steps = changes(store, since=0).steps
    return sorted(
        (step.after, change.person_id, change.before, change.after)
        for step in steps
        for change in step.changes
        if change.kind in {"company", "position"}
    )


def as_moves(path: Path) -> list[tuple[object, ...]]:
    """Return the same of the frames: the companies, or at one company the positions."""
    found = frames(path)
    ids = found.people["person_id"]
    told = []
    for row in found.moves.itertuples(index=False, name=None):
        person, seen, _, company_before, position_before, company, position = row
        same = name_key(company_before) == name_key(company)
        change = (position_before, position) if same else (company_before, company)
        told.append((seen, ids[person], *change))
    return sorted(told)


@settings(max_examples=30, deadline=None)
@given(lists, st.permutations(range(3)))
def test_moves_are_what_changes_tells_of_jobs_in_any_order(
    snapshots: tuple[Snapshot, ...], order: list[int]
) -> None:
    with TemporaryDirectory() as folder:
        one, other = (Path(folder) / f"{number}.db" for number in range(2))
        for place in range(3):
            bring(one, snapshots[place])
            bring(other, snapshots[order[place]])
        assert as_moves(one) == as_changes(one)
        assert moved(other) == moved(one)
