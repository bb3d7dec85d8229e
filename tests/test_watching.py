"""Coverage pauses for the tests that say so, goes on after them, and starts nowhere by itself."""

import os
import sys

import pytest
from coverage import Coverage
from hypothesis import given, settings
from hypothesis import strategies as st

MEASURED = Coverage.current() is not None


def watched() -> tuple[bool, bool]:
    """Tell whether this process is watched, and whether one that it starts would be."""
    return sys.gettrace() is not None, "COVERAGE_PROCESS_CONFIG" in os.environ


# Each twice, so that in whatever order they run one comes after another.
@pytest.mark.parametrize("again", [False, True])
def test_a_test_is_watched(*, again: bool) -> None:
    assert watched() == (True, True) or not MEASURED


@pytest.mark.unwatched
@pytest.mark.parametrize("again", [False, True])
def test_who_asks_for_it_is_not(*, again: bool) -> None:
    assert watched() == (False, False) or not MEASURED


@pytest.mark.parametrize("again", [False, True])
@settings(max_examples=1)
@given(nothing=st.none())
def test_nor_is_a_law(*, again: bool, nothing: None) -> None:
    assert watched() == (False, False) or not MEASURED


def test_after_that_all_is_as_before() -> None:
    assert watched() == (True, True) or not MEASURED
