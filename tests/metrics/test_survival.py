"""The Kaplan-Meier estimate against values from a textbook and from a pencil."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netaudit.metrics.survival import Survival, kaplan_meier

#: Weeks of remission of the 21 patients treated in Freireich et al. (1963); negative: censored.
REMISSION = [
    6,
    6,
    6,
    -6,
    7,
    -9,
    10,
    -10,
    -11,
    13,
    16,
    -17,
    -19,
    -20,
    22,
    23,
    -25,
    -32,
    -32,
    -34,
    -35,
]


def estimate(waits: list[float]) -> Survival:
    """Estimate from waits of which the negative ones are censored."""
    given_waits = np.array(waits, dtype=float)
    return kaplan_meier(np.abs(given_waits), given_waits > 0)


def test_five_waits_by_hand() -> None:
    found = estimate([1, 2, -3, 5, -100])
    assert found.median == 5.0
    assert found.happened_within(0.5) == 0.0
    assert found.happened_within(1) == pytest.approx(1 - 4 / 5)
    assert found.happened_within(4.9) == pytest.approx(1 - 3 / 5)
    assert found.happened_within(5) == pytest.approx(1 - 3 / 5 * 1 / 2)
    assert found.happened_within(100) == pytest.approx(0.7)
    assert found.happened_within(100.1) is None


def test_the_textbook_case() -> None:
    found = estimate([float(week) for week in REMISSION])
    surviving = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    for week, share in surviving.items():
        happened = found.happened_within(week)
        assert happened is not None
        assert 1 - happened == pytest.approx(share, abs=5e-4)
    assert found.median == 23.0


def test_what_happens_at_a_wait_comes_before_what_is_censored_there() -> None:
    found = estimate([2, -2])
    assert found.happened_within(2) == 0.5
    assert found.median == 2.0
    assert found.happened_within(2.1) is None


def test_nobody_was_watched_for_so_long() -> None:
    assert estimate([1, -6]).happened_within(7) is None
    assert estimate([-6, 6.5]).happened_within(7) == 1.0
    assert estimate([1, -7]).happened_within(7) == 0.5


def test_no_waits_give_no_estimate() -> None:
    found = estimate([])
    assert found.median is None
    assert found.happened_within(0) is None


def test_where_nothing_happened_there_is_no_median() -> None:
    assert estimate([-1, -2]).median is None
    assert estimate([-1, -2]).happened_within(2) == 0.0


@pytest.mark.parametrize("half", range(1, 60))
def test_rounding_does_not_move_the_median(half: int) -> None:
    assert estimate([float(wait) for wait in range(1, 2 * half + 1)]).median == half


@given(st.lists(st.integers(1, 20), min_size=1), st.integers(1, 25))
def test_without_censoring_it_is_the_plain_share(waits: list[int], wait: int) -> None:
    happened = estimate([float(one) for one in waits]).happened_within(wait)
    assert happened == pytest.approx(sum(one <= wait for one in waits) / len(waits))


@given(st.lists(st.integers(-9, 9).filter(bool)), st.randoms(use_true_random=False))
def test_the_order_of_waits_is_irrelevant(waits: list[int], random: Random) -> None:
    mixed = random.sample(waits, len(waits))
    found, wanted = estimate([*map(float, mixed)]), estimate([*map(float, waits)])
    assert found.wait.tolist() == wanted.wait.tolist()
    assert found.surviving.tolist() == wanted.surviving.tolist()
