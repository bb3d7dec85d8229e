"""When two messages are one: by their people, moment, way and conversation, not by their size."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import numpy as np
import pytest

from netaudit.store.load.messages import once
from netaudit.store.messages import Columns, distinct, each_once, write
from netaudit.store.staging import FileAccount

#: Account, instant, direction, conversation, size, channel.
Row = tuple[int, int, int, int, int, int]
NAMES = ("account", "at", "direction", "conversation", "size", "channel")
#: Accounts 1 and 3 are person 7, 2 is person 8, 4 and 5 are nobody, 6 to 8 are person 0.
PERSON = np.array([-1, 7, 8, 7, -1, -1, 0, 0, 0])


def left(*rows: Row) -> list[Row]:
    """Return which of some messages are told once."""
    ordered = sorted(rows)
    columns = np.array(ordered, dtype=np.int64).reshape(-1, len(NAMES)).T
    found = once(dict(zip(NAMES, columns, strict=True)), PERSON)
    assert list(found) == list(NAMES)
    return [tuple(row) for row in np.array(list(found.values())).T.tolist()]


ONE: Row = (1, 100, 0, 5, 2, 1)


def like(account: int = 1, at: int = 100, way: int = 0, where: int = 5, size: int = 2) -> Row:
    return (account, at, way, where, size, 1)


def test_of_nothing_nothing_is_left() -> None:
    assert left() == []


def test_a_message_is_told_once_with_its_larger_size() -> None:
    assert left(ONE) == [ONE]
    assert left(ONE, like(size=3)) == [like(size=3)]
    assert left(like(size=1), like(size=4), ONE) == [like(size=4)]


@pytest.mark.parametrize(
    "other", [like(at=101), like(way=1), like(where=0), like(account=2)],
    ids=["instant", "direction", "conversation", "person"],
)  # fmt: skip
def test_another_message_stays(other: Row) -> None:
    assert left(ONE, other) == sorted([ONE, other])
    assert left(ONE, other, like(size=1)) == sorted([ONE, other])


@pytest.mark.parametrize(
    "other",
    [like(account=3, at=101), like(account=3, way=1), like(account=3, where=0)],
    ids=["instant", "direction", "conversation"],
)
def test_another_message_by_another_account_of_the_same_person_stays(other: Row) -> None:
    assert left(ONE, other) == [ONE, other]


def test_a_message_by_two_accounts_of_a_person_is_one() -> None:
    assert left(ONE, like(account=3, size=3)) == [like(account=3, size=3)]
    assert left(like(size=3), like(account=3)) == [like(size=3)]
    assert len(left(ONE, like(account=3))) == 1
    ways = [like(account=account, way=way) for account in (1, 3) for way in (0, 1, 2)]
    assert sorted(row[2] for row in left(*ways)) == [0, 1, 2]


def test_what_is_nobodys_is_not_one_for_that() -> None:
    rows = [like(account=4), like(account=5), like(account=0)]
    assert left(*rows) == sorted(rows)
    assert left(*rows, ONE, like(account=3, size=1)) == sorted([*rows, ONE])


def test_several_people_have_several_accounts() -> None:
    rows = [like(account=n, at=at, size=n) for n in range(1, 9) for at in (100, 200)]
    wanted = [(n, at) for n in (2, 3, 4, 5, 8) for at in (100, 200)]
    assert [row[:2] for row in left(*rows)] == wanted
    mixed = [like(account=n, at=100 + n % 2) for n in (6, 7, 8)]
    assert len(left(*mixed)) == 2


def test_people_are_not_mixed_up_with_accounts_of_their_number() -> None:
    """Account 7 is of person 0, and 2 of person 8."""
    rows = [like(account=n) for n in (1, 3, 7, 8, 2)]
    found = left(*rows)
    assert len(found) == 3
    assert {int(PERSON[row[0]]) for row in found} == {7, 8, 0}


def columns(*rows: tuple[int, ...]) -> Columns:
    """Return rows of a file: account, at, direction, conversation, size, channel, head."""
    return Columns(*np.array(rows, dtype=np.int64).reshape(-1, 7).T)


def rows_of(found: Columns) -> list[tuple[int, ...]]:
    return [tuple(row) for row in np.array(found).T.tolist()]


FIRST = (1, 50, 0, 9, 2, 1, 1)


@pytest.mark.parametrize("sort", [each_once, distinct])
def test_rows_come_in_the_order_of_the_table(sort: Callable[[Columns], Columns]) -> None:
    rows = [
        (account, at, way, where, 1, 1, 1)
        for account in (2, 1) for at in (60, 50) for way in (1, 2, 0) for where in (4, 3)
    ]  # fmt: skip
    assert rows_of(sort(columns(*rows))) == sorted(rows)
    assert rows_of(sort(columns(*rows, *rows))) == sorted(rows)


def test_directions_do_not_run_into_the_next_second() -> None:
    rows = [(1, 50, 2, 9, 1, 1, 1), (1, 51, 0, 9, 1, 1, 1), (1, 50, 1, 9, 1, 1, 1)]
    assert rows_of(each_once(columns(*rows))) == sorted(rows)


@pytest.mark.parametrize(
    "other",
    [
        (2, 50, 0, 9, 2, 1, 1),
        (1, 51, 0, 9, 2, 1, 1),
        (1, 50, 1, 9, 2, 1, 1),
        (1, 50, 0, 8, 2, 1, 1),
    ],
    ids=["account", "instant", "direction", "conversation"],
)
def test_rows_that_differ_are_two(other: tuple[int, ...]) -> None:
    assert rows_of(each_once(columns(FIRST, other, FIRST))) == sorted([FIRST, other])
    assert rows_of(distinct(columns(FIRST, other, FIRST))) == sorted([FIRST, other])


def test_of_rows_that_say_the_same_the_first_stays_with_the_largest_size() -> None:
    rows = [(*FIRST[:4], size, channel, head) for size, channel, head in
            ((2, 1, 1), (5, 2, 0), (3, 3, 0))]  # fmt: skip
    assert rows_of(each_once(columns(*rows))) == [(*FIRST[:4], 5, 1, 1)]
    assert rows_of(each_once(columns(*rows[::-1]))) == [(*FIRST[:4], 5, 3, 0)]


def test_rows_of_different_sizes_are_distinct() -> None:
    rows = [(*FIRST[:4], size, 1, 1) for size in (3, 2, 3, 5, 2)]
    assert [row[4] for row in rows_of(distinct(columns(*rows)))] == [2, 3, 5]


def test_of_no_messages_none_are_written() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:  # without any table
        file = FileAccount("file", "form")
        written = write(connection, columns(), [], file)
    assert (len(written.ids), written.new, file) == (0, False, FileAccount("file", "form"))
