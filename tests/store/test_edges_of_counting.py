"""What an import counts where a row says two things, or several files of it say the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from netaudit.records import Account, Owner, SetAside, Tie
from netaudit.store import Store, packed
from netaudit.store.add import commit
from netaudit.store.staging import SnapshotAccount, Staging
from netaudit.store.undo import undo
from netaudit.workflows.forgetting import forgotten as left_out
from netaudit.workflows.naming import resolve_links
from store.forgettable import forgotten
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    ME,
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
    recommended,
    rows,
    url,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


def member(number: int) -> Account:
    return Account("x", "id", str(number))


def followed(number: int) -> Tie:
    return Tie(1, member(number), "following", None, None)


def back(number: int) -> Tie:
    """Return the second part of a row: somebody who is followed, and follows."""
    return Tie(1, member(number), "follower", None, None, continues=True)


def counted(path: Path, *snapshots: Snapshot) -> list[tuple[int, int, int]]:
    """Bring snapshots in; return what each of their files added, updated and left unchanged."""
    outcome = bring(path, *snapshots)
    files = [file for snapshot in outcome.snapshots for file in snapshot.files]
    return [(file.added, file.updated, file.unchanged) for file in files]


def on_x(*ties: Tie, name: str = "list") -> Snapshot:
    return Snapshot({"f": ties}, None, name, "x", (), Owner())


def test_of_a_row_that_says_two_things_one_is_counted(path: Path) -> None:
    rows_of_two = [followed(1), back(1), followed(2), back(2), followed(3)]
    assert counted(path, on_x(*rows_of_two)) == [(3, 0, 0)]
    assert rows(path, "SELECT count(*) FROM tie") == [(5,)]
    assert counted(path, on_x(*rows_of_two, name="again")) == [(0, 0, 3)]


def test_each_known_row_that_says_one_thing_more_is_updated(path: Path) -> None:
    counted(path, on_x(followed(1), followed(2), followed(3)))
    more = [followed(1), back(1), followed(2), back(2), followed(3), followed(4), back(4)]
    assert counted(path, on_x(*more, name="more")) == [(1, 2, 1)]


def test_what_continues_nothing_is_not_counted(path: Path) -> None:
    assert counted(path, on_x(back(1))) == [(0, 0, 0)]
    assert rows(path, "SELECT kind FROM tie") == [("follower",)]


def test_somebody_in_several_address_books_of_an_import_is_added_by_the_first(path: Path) -> None:
    ana, bo = contact("Ana Ruiz", "a@b.example"), contact("Bo Lind", "b@b.example")
    books = [export(one, name=f"{n}") for n, one in enumerate((ana, bo, ana, bo))]
    assert counted(path, *books) == [(1, 0, 0), (1, 0, 0), (0, 0, 1), (0, 0, 1)]


def test_an_entry_at_another_place_of_its_day_is_known_within_an_import_too(path: Path) -> None:
    one, other = entry("Ana Ruiz", position=3), entry("Ana Ruiz", position=1)
    unlike = entry("Ana Ruiz", occurrence=1, position=2)
    assert counted(path, log(*(one._replace(ref="x") for one in (one, other, unlike)))) == [
        (2, 0, 1)
    ]  # fmt: skip
    assert counted(path, log(one, name="a"), log(other, unlike, name="b")) == [
        (1, 0, 0), (1, 0, 1)
    ]  # fmt: skip
    places = rows(path, "SELECT position FROM entry WHERE ref = '' ORDER BY 1")
    assert places == [(1,), (2,), (3,)]
    assert counted(path, log(entry("Ana Ruiz", position=7), entry("Ana Ruiz", DAY + 1))) == [
        (1, 0, 1)
    ]  # fmt: skip


def test_messages_and_contacts_of_one_file_are_counted_together(path: Path) -> None:
    one = message(ANA, at=noon(DAY))
    both = export(contact("Ana Ruiz", "a@b.example"), one)
    assert counted(path, both) == [(2, 0, 0)]
    more = export(contact("Bo Lind", "b@b.example"), one, one._replace(at=noon(DAY + 1)))
    assert counted(path, more) == [(2, 0, 1)]


@pytest.mark.parametrize("order", [(0, 2, 1), (2, 1, 0), (1, 2, 0)], ids=str)
@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_messages_stand_in_the_order_of_accounts_whichever_came_first(
    path: Path, order: tuple[int, ...], *, first: bool
) -> None:
    people = [ANA, BO, CY]
    bring(path, export(*(connection(who, who.key) for who in people), name="list"))
    if not first:
        bring(path, export(message(BO, at=noon(DAY - 1)), name="early"))
    moments = range(40)
    several = [message(people[n], at=noon(DAY, at)) for n in order for at in moments]
    assert counted(path, export(*several)) == [(120, 0, 0)]
    found = rows(path, "SELECT account_id, at, id FROM message WHERE at >= ? ORDER BY id",
                 [noon(DAY)])  # fmt: skip
    begin = 1 if first else 2
    wanted = [(n + 1, noon(DAY, at)) for n in range(3) for at in moments]
    assert found == [(*one, begin + place) for place, one in enumerate(wanted)]
    with Store.open(path) as store:
        columns = packed.columns(store.connection)
        assert columns is not None
        pairs = list(zip(columns["account"].tolist(), columns["at"].tolist(), strict=True))
    assert pairs == sorted(pairs)
    assert len(pairs) == (120 if first else 121)


def test_conversations_that_differ_in_the_last_bit_are_two(path: Path) -> None:
    last = (1 << 63) - 1
    one, other = (message(ANA, at=noon(DAY), conversation=n) for n in (last, last - 1))
    assert counted(path, export(one)) == [(1, 0, 0)]
    assert counted(path, export(other, name="other")) == [(1, 0, 0)]
    assert counted(path, export(one, other, name="both")) == [(0, 0, 2)]


def test_what_an_import_made_unclear_is_told_and_not_of_what_was_logged(path: Path) -> None:
    names = ("Ana Ruiz", "Ana Ruiz", "Cy Orr", "Cy Orr")
    bring(path, export(*(connection(url(f"p{n}"), name, DAY + n) for n, name in enumerate(names))))
    with Store.open(path) as store:
        by_hand = add(store, log(entry("Ana Ruiz")), command="log")
    assert (len(by_hand.ambiguous), by_hand.unclear) == (1, [])
    imported = bring(path, log(entry("Cy Orr"), entry("Ana Ruiz", DAY + 1)))
    assert (len(imported.ambiguous), [one.written for one in imported.unclear]) == (2, ["Cy Orr"])


def test_of_what_is_known_nothing_is_told(path: Path) -> None:
    again = log(entry("Fay"), entry("Ana Ruiz"))
    twins = export(connection(ANA, "Ana Ruiz"), connection(BO, "Ana Ruiz", DAY + 1))
    first = bring(path, twins, again)
    assert (first.new_people, len(first.ambiguous)) == (["Fay"], 1)
    known = bring(path, twins, again)
    assert (known.brought, known.import_id) == (False, None)
    assert (known.new_people, known.ambiguous, known.unclear) == ([], [], [])


def test_an_entry_by_hand_lifts_the_tombstone_of_that_name_and_no_other(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")))
    forgotten(path, ANA)
    with Store.open(path) as store:
        staging = Staging(left_out(store), {logged("Ana Ruiz")})
        staging.begin(SnapshotAccount("log", "log.csv"))
        staging.take("log.csv", "form", [entry("Bo Lind")])
        commit(store, staging, "log", resolve_links)
        held = left_out(store)
        assert held is not None
        assert [one in held for one in (logged("Ana Ruiz"), ANA)] == [False, True]


def test_only_names_in_the_log_make_new_people_and_are_ambiguous(path: Path) -> None:
    twins = connection(ANA, "Ana Ruiz"), connection(BO, "Ana Ruiz", DAY + 1)
    told = [recommended("Ana Ruiz"), recommended("Gil Hart"), entry("Fay"), entry("Ana Ruiz")]
    outcome = bring(path, export(*twins, *told))
    assert outcome.new_people == ["Fay"]
    assert [line for _, line, _ in outcome.ambiguous] == [1]


def test_whoever_turns_out_to_be_the_owner_is_nobody_any_more(path: Path) -> None:
    me = export(connection(url("robin-quist"), "Robin Quist"), connection(ANA, "Ana Ruiz"))
    bring(path, replace(me, owner=Owner()))
    assert sorted(frames(path).people["name"]) == ["Ana Ruiz", "Robin Quist"]
    bring(path, Snapshot({}, DAY + 200, "profile", lists=(), owner=ME))
    assert frames(path).people["name"].tolist() == ["Ana Ruiz"]


def test_several_lists_are_told_in_one_word_each(path: Path) -> None:
    both = replace(export(), lists=("following", "connection"))
    bring(path, both)
    assert rows(path, "SELECT lists FROM snapshot") == [("connection,following",)]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_messages_of_several_files_are_all_taken_back(path: Path, number: int) -> None:
    bring(path, Snapshot({f"{n}": [message(ANA, at=noon(DAY, n))] for n in range(number)}))
    assert rows(path, "SELECT count(*) FROM message") == [(number,)]
    with Store.open(path) as store:
        undo(store, 1, resolve_links)
    assert rows(path, "SELECT count(*) FROM message") == [(0,)]


def test_whom_the_user_had_forgotten_makes_no_news_and_one_repeated_row_more_does(
    path: Path,
) -> None:
    hers, his = message(ANA, at=noon(DAY)), message(BO, at=noon(DAY))
    both = Snapshot({"a": [hers, hers, his], "b": [connection(ANA, "Ana Ruiz")], "c": [his]})
    bring(path, both)
    assert bring(path, Snapshot({**both.files, "c": [his, his]})).brought
    forgotten(path, ANA)
    assert not bring(path, both).brought
    assert bring(path, Snapshot({**both.files, "c": [his, SetAside(2, "drafts")]})).brought


@pytest.mark.parametrize(
    ("name", "has_files", "is_news"),
    [("list", True, False), ("other", True, True), ("other", False, False), ("list", False, False)],
)
def test_what_is_retold_is_news_unless_the_same_was_stated(
    path: Path, name: str, *, has_files: bool, is_news: bool
) -> None:
    """A retold snapshot without files is the rest of what an export told, by whomever."""
    bring(path, on_x(followed(1), followed(2)), on_x(followed(3), name="more"))
    with Store.open(path) as store:
        staging = Staging()
        staging.begin(SnapshotAccount("x", name, Owner()))
        staging.take("f", "linkedin-messages", [followed(1), followed(2)])
        (staged,) = staging.snapshots
        staged.retold = True
        if not has_files:
            staged.account.files.clear()
        assert commit(store, staging, "import", resolve_links).brought == is_news


def test_in_which_order_rows_are_set_aside_is_no_news(path: Path) -> None:
    asides = [SetAside(1, "drafts"), SetAside(2, "adverts"), SetAside(3, "drafts")]
    bring(path, export(*asides))
    assert rows(path, "SELECT set_aside FROM snapshot_file") == [('{"adverts": 1, "drafts": 2}',)]
    assert not bring(path, export(*asides[1:], asides[0])).brought
