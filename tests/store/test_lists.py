"""Who was on a list from when to when, as several exports show it."""

from itertools import permutations
from pathlib import Path

import pytest

from netaudit.errors import InputRefused
from netaudit.records import Account, Record
from netaudit.store import Store
from netaudit.store.add import Outcome, commit
from netaudit.store.changes import changes
from netaudit.store.effects import Left
from netaudit.store.facts import short_id
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.workflows.naming import resolve_links
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    ME,
    Snapshot,
    bring,
    connection,
    digest,
    export,
    followed,
    frames,
    hidden,
    message,
    noon,
    rows,
    url,
)

#: Days of exports.
ONE, TWO, THREE, FOUR = (DAY + 100 * n for n in range(1, 5))
TIE_ANA, TIE_BO = connection(ANA, "Ana Ruiz", DAY), connection(BO, "Bo Lind", DAY)
ANA_NOW = url("ana-ruiz-now")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def listed(*records: Record, on: int | None) -> Snapshot:
    """Return an export of a whole list on a day."""
    return export(*records, exported_on=on, name=f"export of {on}")


def part(*records: Record, on: int) -> Snapshot:
    """Return an export with a list that is not whole."""
    return Snapshot({"file": records}, on, f"part of {on}", lists=())


def spell(path: Path, account: Account) -> tuple[int | None, ...]:
    """Return the first day, the last day and the day of the end of an account's entry."""
    query = "SELECT first_on, last_on, until FROM tie JOIN account a ON a.id = account_id"
    (found,) = rows(path, f"{query} WHERE a.key = ?", [account.key])
    return found


def told_changes(path: Path) -> list[tuple[int, int, str, str]]:
    with Store.open(path) as store:
        return [
            (step.before, step.after, change.kind, change.person_id)
            for step in changes(store, since=0).steps
            for change in step.changes
        ]


def test_whoever_is_not_in_the_next_whole_list_has_left(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    outcome = bring(path, listed(TIE_BO, on=TWO))
    assert spell(path, ANA) == (ONE, ONE, TWO)
    assert spell(path, BO) == (ONE, TWO, None)
    assert outcome.left == [Left("linkedin", "connection", people=1, of=2)]
    assert told_changes(path) == [(ONE, TWO, "left", short_id(ANA))]


def test_whoever_hides_is_still_connected(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    outcome = bring(path, listed(TIE_BO, hidden(DAY), on=TWO))
    assert spell(path, ANA) == (ONE, ONE, None)
    assert outcome.left == [Left("linkedin", "connection", people=0, of=2)]
    assert told_changes(path) == [(ONE, TWO, "hidden", short_id(ANA))]


def test_whoever_was_hidden_is_gone_when_that_row_is(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    bring(path, listed(TIE_BO, hidden(DAY), on=TWO))
    outcome = bring(path, listed(TIE_BO, on=THREE))
    assert spell(path, ANA) == (ONE, ONE, THREE)
    assert outcome.left == [Left("linkedin", "connection", people=1, of=2)]
    assert [c[2] for c in told_changes(path)] == ["hidden", "left"]


def test_whoever_was_hidden_may_come_back(path: Path) -> None:
    for on, row in ((ONE, TIE_ANA), (TWO, hidden(DAY)), (THREE, TIE_ANA)):
        bring(path, listed(TIE_BO, row, on=on))
    assert spell(path, ANA) == (ONE, THREE, None)
    assert [c[2] for c in told_changes(path)] == ["hidden", "visible"]


def test_a_row_that_was_hidden_before_hides_nobody_else(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, hidden(DAY), on=ONE))
    bring(path, listed(TIE_BO, hidden(DAY), on=TWO))
    assert spell(path, ANA) == (ONE, ONE, TWO)


def test_hidden_rows_of_one_day_count_from_whichever_file_of_it(path: Path) -> None:
    bring(path, listed(TIE_ANA, on=ONE))
    bring(path, listed(on=TWO))
    assert spell(path, ANA) == (ONE, ONE, TWO)
    bring(path, part(hidden(DAY), on=TWO))
    assert spell(path, ANA) == (ONE, ONE, None)


def test_a_list_that_is_not_whole_ends_nobody(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    outcome = bring(path, part(TIE_BO, on=TWO))
    assert spell(path, ANA) == (ONE, ONE, None)
    assert outcome.left == []


def test_a_list_of_another_kind_ends_nobody(path: Path) -> None:
    bring(path, listed(TIE_ANA, on=ONE))
    other = Snapshot({"file": [followed("Bo Lind")]}, TWO, lists=("following",))
    assert bring(path, other).left == [Left("linkedin", "following", people=0, of=0)]
    assert spell(path, ANA) == (ONE, ONE, None)


def test_an_entry_of_no_known_day_never_ends(path: Path) -> None:
    undated = connection(ANA, "Ana Ruiz", None)
    bring(path, listed(undated, on=None))
    bring(path, listed(TIE_BO, on=ONE))
    assert spell(path, ANA) == (None, None, None)


def test_an_older_export_read_late_brings_nobody_back_and_ends_nobody(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=TWO))
    bring(path, listed(TIE_BO, connection(CY, "Cy Orr"), on=THREE))
    outcome = bring(path, listed(TIE_ANA, on=ONE))
    assert spell(path, ANA) == (ONE, TWO, THREE)
    assert spell(path, BO) == (TWO, THREE, None)
    assert spell(path, CY) == (THREE, THREE, None)
    assert outcome.left == [Left("linkedin", "connection", people=0, of=2)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_changed_link_keeps_the_person_the_history_and_one_tie(
    path: Path, order: tuple[int, ...]
) -> None:
    parts = (
        listed(TIE_ANA, TIE_BO, message(ANA, at=noon(DAY)), on=ONE),
        listed(connection(ANA_NOW, "Ana Ruiz", DAY), TIE_BO, on=TWO),
        listed(
            connection(ANA_NOW, "Ana Ruiz", DAY), TIE_BO, message(ANA_NOW, at=noon(TWO)), on=THREE
        ),
    )  # fmt: skip
    for place in order:
        bring(path, parts[place])
    found = frames(path)
    assert found.people["name"].tolist() == ["Ana Ruiz", "Bo Lind"]
    assert sorted(found.ties["person"]) == [0, 1]
    assert found.ties["since"].tolist() == [DAY, DAY]
    assert found.ties["until"].isna().all()
    assert found.interactions["person"].tolist() == [0, 0]
    assert told_changes(path) == [(ONE, TWO, "link", short_id(ANA))]


def test_nobody_left_whose_link_changed(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    outcome = bring(path, listed(connection(ANA_NOW, "Ana Ruiz", DAY), TIE_BO, on=TWO))
    assert outcome.left == [Left("linkedin", "connection", people=0, of=2)]


def test_two_links_in_one_list_are_two_people(path: Path) -> None:
    both = [TIE_ANA, connection(ANA_NOW, "Ana Ruiz", DAY)]
    bring(path, listed(TIE_ANA, on=ONE))
    bring(path, listed(*both, on=TWO))
    bring(path, listed(both[1], on=THREE))
    assert len(frames(path).people) == 2
    assert spell(path, ANA) == (ONE, TWO, THREE)


def test_whoever_a_part_of_a_list_showed_first_has_joined(path: Path) -> None:
    bring(path, listed(TIE_BO, on=ONE))
    bring(path, part(TIE_ANA, on=TWO))
    bring(path, listed(TIE_ANA, TIE_BO, on=THREE))
    assert told_changes(path) == [(ONE, THREE, "joined", short_id(ANA))]


def test_whoever_comes_back_by_another_link_has_returned(path: Path) -> None:
    bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    bring(path, listed(TIE_BO, on=TWO))
    bring(path, listed(connection(ANA_NOW, "Ana Ruiz", DAY), TIE_BO, on=THREE))
    assert [c[2:] for c in told_changes(path)] == [
        ("left", short_id(ANA)), ("visible", short_id(ANA)),
    ]  # fmt: skip


@pytest.mark.parametrize("begun", [False, True])
def test_a_check_that_refuses_leaves_no_trace(path: Path, *, begun: bool) -> None:
    if begun:
        bring(path, listed(TIE_ANA, TIE_BO, on=ONE))
    before = digest(path) if begun else ""
    asked: list[Outcome] = []

    def refuse(outcome: Outcome) -> None:
        asked.append(outcome)
        raise InputRefused("too many have left")

    with Store.open(path, create=True) as store:
        staging = Staging()
        staging.begin(SnapshotAccount("linkedin", "export", ME, TWO, {"connection"}))
        staging.take("file", "linkedin-connections", [TIE_BO])
        with pytest.raises(InputRefused):
            commit(store, staging, "import", resolve_links, check=refuse)
    assert [one.left for one in asked] == [[Left("linkedin", "connection", begun, 2 * begun)]]
    assert path.exists() == begun
    if begun:
        assert digest(path) == before


def test_nothing_new_is_not_checked(path: Path) -> None:
    bring(path, listed(TIE_ANA, on=ONE))

    def refuse(_: Outcome) -> None:
        raise AssertionError

    with Store.open(path) as store:
        staging = Staging()
        staging.begin(SnapshotAccount("linkedin", f"export of {ONE}", ME, ONE, {"connection"}))
        staging.take("file", "linkedin-connections", [TIE_ANA])
        assert not commit(store, staging, "import", resolve_links, check=refuse).brought


def test_the_entry_that_was_seen_last_tells_when_somebody_left(path: Path) -> None:
    """Her old entry seems to go on: somebody of the same date hid when her new one came."""
    address = Account("linkedin", "email", "pia@example.org")
    old = connection(address, "Pia Roe", DAY, email="pia@example.org")
    new = connection(url("pia-roe"), "Pia Roe", DAY, email="pia@example.org")
    bring(path, listed(old, TIE_BO, on=ONE))
    bring(path, listed(new, hidden(DAY), on=TWO))
    bring(path, listed(hidden(DAY), on=THREE))
    found = frames(path)
    (pia,) = found.people.index[found.people["name"] == "Pia Roe"]
    assert found.ties.loc[found.ties["person"] == pia, "until"].tolist() == [THREE]


def test_two_exports_at_once_are_told_apart_in_the_account(path: Path) -> None:
    first, second = bring(path, listed(TIE_ANA, on=ONE), listed(TIE_ANA, on=TWO)).snapshots
    assert [(f.added, f.updated, f.unchanged) for f in first.files] == [(1, 0, 0)]
    assert [(f.added, f.updated, f.unchanged) for f in second.files] == [(0, 0, 1)]
