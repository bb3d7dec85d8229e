"""Sets of ids survive being packed, however they came."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from netaudit.store import bitmap
from netaudit.store.bitmap import Stored

ids = st.sets(st.integers(1, 5000))


def packed(numbers: set[int]) -> Stored:
    stored = bitmap.pack(numbers)
    assert stored is not None
    return stored


def test_no_ids_are_nothing() -> None:
    assert bitmap.pack([]) is None
    assert bitmap.pack(range(0)) is None
    assert bitmap.pack(iter(())) is None


@given(ids.filter(bool))
def test_what_is_packed_comes_out_in_rising_order(numbers: set[int]) -> None:
    assert list(bitmap.bits(bitmap.as_integer(packed(numbers)))) == sorted(numbers)


@given(st.lists(st.integers(1, 300), min_size=1))
def test_order_and_repeats_leave_no_trace(numbers: list[int]) -> None:
    for form in (numbers, numbers[::-1], iter(numbers), sorted(set(numbers))):
        assert bitmap.pack(form) == packed(set(numbers))


@given(st.integers(1, 10**6), st.integers(1, 500), st.integers(1, 9))
def test_a_range_is_packed_as_the_same_set(first: int, count: int, step: int) -> None:
    numbers = range(first, first + count * step, step)
    assert bitmap.pack(numbers) == packed(set(numbers))


@given(ids.filter(bool), ids.filter(bool))
def test_union_difference_and_sameness_are_those_of_integers(one: set[int], two: set[int]) -> None:
    a, b = bitmap.as_integer(packed(one)), bitmap.as_integer(packed(two))

    def members(number: int) -> set[int]:
        return {bit for bit in range(number.bit_length()) if number >> bit & 1}

    assert members(a | b) == one | two
    assert members(a & ~b) == one - two
    assert (a == b) == (one == two)


def test_a_million_ids_in_a_row_take_little_room() -> None:
    stored = bitmap.pack(range(1, 1_000_001))
    assert stored is not None
    assert len(stored.bits) < 1000


@given(st.lists(st.integers(1, 5000), min_size=1))
def test_an_array_is_packed_as_the_same_set(numbers: list[int]) -> None:
    array = np.array(numbers, dtype=np.int64)
    assert bitmap.pack(array) == packed(set(numbers))
    assert bitmap.pack(array[:0]) is None
