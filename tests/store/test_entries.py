"""Entries that were removed or changed count no more, until that is taken back, in any order."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from netaudit.errors import UsageError
from netaudit.store import Store
from netaudit.store.add import commit
from netaudit.store.entries import interaction, log_entries, log_entry, remove, repeats, whose
from netaudit.store.facts import entry_id
from netaudit.store.history import imports
from netaudit.store.preferences import is_on_record
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.store.undo import undo
from netaudit.workflows.naming import resolve_links
from store.canonical import dump
from store.snapshots import (
    ANA,
    DAY,
    add,
    connection,
    entry,
    export,
    log,
    recommended,
)

ANAS = entry("Ana Ruiz")
FAYS = entry("Fay Ingle", DAY + 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "n.db", create=True) as opened:
        opened.unborn = False
        yield opened


def change(store: Store, old: str, note: str) -> str:
    """Write an entry anew with another note, as `netaudit log --edit` does; return the new id."""
    was = log_entry(store, old)
    new = ANAS._replace(note=note, ref=f"{note}0000000")
    staging = Staging()
    staging.begin(SnapshotAccount("log", "netaudit log"))
    staging.take("netaudit log", "log", [new])
    gone = [one.entry_id for one in interaction(store, was)]
    assert commit(store, staging, "edit", resolve_links, withdrawn=gone).brought
    return entry_id(new)


def current(store: Store) -> list[str]:
    return [one.note for one in log_entries(store)]


def test_a_removed_entry_counts_no_more_whatever_states_it(store: Store) -> None:
    add(store, log(ANAS, FAYS))
    number = remove(store, [entry_id(ANAS)], resolve_links)
    assert [one.written for one in log_entries(store)] == ["Fay Ingle"]
    # Another log that has it too, at another place of its day.
    add(store, log(FAYS._replace(day=DAY), ANAS._replace(position=1), name="other.csv"))
    assert [one.written for one in log_entries(store)] == ["Fay Ingle", "Fay Ingle"]
    assert undo(store, number or 0, resolve_links).back == 1
    # At two places it is one entry.
    assert sorted(one.written for one in log_entries(store)) == ["Ana Ruiz"] + 2 * ["Fay Ingle"]


def test_what_is_undone_while_it_is_removed_comes_back_by_no_import(store: Store) -> None:
    brought = add(store, log(ANAS)).import_id or 0
    number = remove(store, [entry_id(ANAS)], resolve_links)
    assert undo(store, brought, resolve_links).back == 0
    assert imports(store)[0].removed == []
    add(store, log(ANAS))
    assert log_entries(store) == []
    assert undo(store, number or 0, resolve_links).back == 1
    assert len(log_entries(store)) == 1


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=lambda o: "".join(map(str, o)))
def test_whatever_is_taken_back_first_the_newest_that_is_left_counts(
    store: Store, order: tuple[int, ...]
) -> None:
    """Logged, changed twice, removed; and these four taken back in any order."""
    add(store, log(FAYS))
    add(store, log(ANAS), command="log")
    second = change(store, entry_id(ANAS), "b")
    third = change(store, second, "c")
    remove(store, [third], resolve_links)
    left = {0: "", 1: "b", 2: "c"}
    steps = [one.import_id for one in imports(store)[1:]]
    removed = True
    assert current(store) == [""]
    for step in order:
        undo(store, steps[step], resolve_links)
        left.pop(step, None)
        removed = removed and step != 3
        newest = [] if removed or not left else [left[max(left)]]
        assert current(store) == ["", *newest]
    assert store.connection.execute("SELECT count(*) FROM withdrawn").fetchone() == (0,)


def test_undo_leaves_the_store_as_it_was(store: Store) -> None:
    add(store, log(ANAS, FAYS))
    before = dump(store.connection)
    other = change(store, entry_id(ANAS), "b")
    between = dump(store.connection)
    number = remove(store, [other, entry_id(FAYS)], resolve_links)
    assert undo(store, number or 0, resolve_links).back == 2
    assert dump(store.connection) == between
    done = undo(store, imports(store)[-1].import_id, resolve_links)
    assert (done.back, done.facts["entry"]) == (1, 1)
    assert dump(store.connection) == before


def test_of_an_interaction_that_was_changed_only_the_one_who_is_removed_goes(store: Store) -> None:
    """Who stays is the one from before as soon as the change is taken back."""
    two = [one._replace(ref="abcd", size=2) for one in (ANAS, FAYS._replace(day=DAY))]
    add(store, log(*two), command="log")
    staging = Staging()
    staging.begin(SnapshotAccount("log", "netaudit log"))
    new = [one._replace(ref="efgh", note="by the river") for one in two]
    staging.take("netaudit log", "log", new)
    old = [entry_id(one) for one in two]
    edit = commit(store, staging, "edit", resolve_links, withdrawn=old).import_id or 0
    remove(store, [entry_id(new[0])], resolve_links)
    assert [one.entry_id for one in log_entries(store)] == [entry_id(new[1])]
    undo(store, edit, resolve_links)
    assert [one.entry_id for one in log_entries(store)] == [old[1]]


def test_a_dry_run_removes_nothing(store: Store) -> None:
    add(store, log(ANAS))
    before = dump(store.connection)
    assert remove(store, [entry_id(ANAS)], resolve_links, dry_run=True) is None
    assert dump(store.connection) == before


def test_entries_are_found_by_their_ids(store: Store) -> None:
    add(store, log(ANAS, FAYS))
    whole = entry_id(ANAS)
    for typed in (whole, whole[:4], f" {whole.upper()} "):
        assert log_entry(store, typed).entry_id == whole
    for typed in (whole[:3], "", "ana ruiz", "k7rt2mcxx", "%%%%", "ZZZZ"):
        with pytest.raises(UsageError, match="there is no entry") as error:
            log_entry(store, typed)
        assert "netaudit log --list" in (error.value.hint or "")


def test_a_beginning_of_several_ids_is_no_id(store: Store) -> None:
    many = [ANAS._replace(day=DAY + n) for n in range(3)]
    add(store, log(*many))
    store.connection.execute("UPDATE entry SET short_id = 'bcdf' || substr(short_id, 5)")
    with pytest.raises(UsageError, match="'bcdf' begins several ids") as error:
        log_entry(store, "bcdf")
    assert (error.value.hint or "").count("bcdf") == 3


def test_what_an_export_says_is_none_of_the_log(store: Store) -> None:
    add(store, export(recommended("Ana Ruiz")))
    with pytest.raises(UsageError, match="is what an export says"):
        log_entry(store, entry_id(recommended("Ana Ruiz")))
    assert log_entries(store) == []


def test_of_an_entry_that_is_gone_it_is_told_how_to_have_it_back(store: Store) -> None:
    add(store, log(ANAS))
    change(store, entry_id(ANAS), "b")
    with pytest.raises(UsageError, match=r"was changed, and is [a-z0-9]{8} now") as error:
        log_entry(store, entry_id(ANAS))
    assert "netaudit undo 2" in (error.value.hint or "")


def test_the_same_of_one_person_is_a_repetition_by_whatever_name(store: Store) -> None:
    add(store, export(connection(ANA, "Ana Ruiz", DAY)), log(ANAS))
    by_link = ANAS._replace(account=ANA, written="linkedin.com/in/ana-ruiz", ref="1")
    assert repeats(store, ANAS._replace(ref="2"))
    assert repeats(store, by_link)
    assert not repeats(store, by_link, {entry_id(ANAS)})
    for other in ({"note": "x"}, {"day": DAY + 1}, {"direction": "in"}, {"size": 2},
                  {"channel": "meal"}, {"purpose": "gave"}):  # fmt: skip
        assert not repeats(store, by_link._replace(**other))
    remove(store, [entry_id(ANAS)], resolve_links)
    assert not repeats(store, by_link)


def test_who_is_nobody_but_for_a_removed_entry_is_on_no_record(store: Store) -> None:
    add(store, log(FAYS))
    (person,) = whose(store, log_entries(store)).values()
    person_id = person.person_id
    assert is_on_record(store, person_id)
    remove(store, [entry_id(FAYS)], resolve_links)
    assert not is_on_record(store, person_id)
