"""What an import counts where a row says two things, or several files of it say the same."""

from pathlib import Path

import pytest

from netaudit.records import Account, Owner, Tie
from store.snapshots import DAY, Snapshot, bring, contact, entry, export, log, rows


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
