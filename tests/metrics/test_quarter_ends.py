"""Effort and spread at the ends of quarters."""

from datetime import date

import pytest

from metrics.worlds import InteractionRow, kept, text, world
from netaudit.calendar import Span
from netaudit.metrics.depth_breadth import Quarter, depth_breadth
from netaudit.metrics.scope import History

YEAR = Span(365, "d")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def found(as_of: str, interactions: list[InteractionRow]) -> tuple[Quarter, ...]:
    frames = world(interactions=interactions)
    with kept(frames):
        view = History.of(frames).at(day(as_of))
        return depth_breadth(view, window=YEAR).quarter_ends


def test_two_years_of_ends_of_quarters_and_then_the_day() -> None:
    assert [each.date for each in found("2024-03-14", [])] == [
        "2022-03-31", "2022-06-30", "2022-09-30", "2022-12-31", "2023-03-31", "2023-06-30",
        "2023-09-30", "2023-12-31", "2024-03-14",
    ]  # fmt: skip


def test_the_end_of_a_quarter_stands_once() -> None:
    dates = [each.date for each in found("2024-06-30", [])]
    assert len(dates) == 8
    assert dates[-2:] == ["2024-03-31", "2024-06-30"]


def test_each_end_of_a_quarter_looks_at_its_own_window() -> None:
    rows = [
        text(0, day("2022-10-01"), "out"),
        text(0, day("2023-10-01"), "out"),
        text(1, day("2023-10-02"), "in"),
        text(1, day("2024-01-01"), "in"),
    ]
    before, at_end, now = found("2024-02-01", rows)[-3:]
    assert before == Quarter("2023-09-30", 1, 1, 1.0, 1.0, partial=False)
    assert (at_end.contact_days, at_end.people_touched, at_end.partial) == (2, 2, False)
    assert (at_end.effective_people, at_end.depth) == pytest.approx((2.0, 1.0))
    assert (now.contact_days, now.people_touched) == (3, 2)
    assert now.effective_people == pytest.approx(1.889882, abs=1e-6)


def test_a_window_that_begins_before_the_record_is_partial() -> None:
    rows = [text(0, day("2023-01-01"), "out")]
    partial = {each.date: each.partial for each in found("2024-02-01", rows)}
    assert partial["2023-12-31"] is False
    assert partial["2023-09-30"] is True
    assert partial["2022-12-31"] is True
    assert all(each.partial for each in found("2024-02-01", []))
