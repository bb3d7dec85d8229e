"""List and network at the ends of months."""

from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    TieRow,
    interaction,
    kept,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.momentum import Momentum, Month, momentum
from netaudit.metrics.scope import History

YEAR = Span(365, "d")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def found(
    ties: list[TieRow],
    interactions: list[InteractionRow],
    as_of: int = D,
    window: Span = YEAR,
) -> Momentum:
    frames = world(ties=ties, interactions=interactions)
    with kept(frames):
        return momentum(History.of(frames).at(as_of), window=window)


def dates(as_of: str) -> list[str]:
    return [month.date for month in found([], [], day(as_of)).months]


def at(months: tuple[Month, ...], when: str) -> Month:
    (one,) = (month for month in months if month.date == when)
    return one


def test_two_years_of_ends_of_months_and_then_the_day() -> None:
    days = dates("2024-03-14")
    assert len(days) == 25
    assert days[:3] == ["2022-03-31", "2022-04-30", "2022-05-31"]
    assert days[-3:] == ["2024-01-31", "2024-02-29", "2024-03-14"]
    assert "2023-02-28" in days


def test_the_end_of_a_month_stands_once() -> None:
    days = dates("2024-02-29")
    assert len(days) == 24
    assert (days[0], days[-2], days[-1]) == ("2022-03-31", "2024-01-31", "2024-02-29")
    assert len(dates("2024-02-28")) == 25
    assert len(dates("2023-02-28")) == 24
    assert len(dates("2023-12-31")) == 24
    assert len(dates("2024-01-01")) == 25


def test_no_day_lies_before_the_calendar_begins() -> None:
    assert dates("0001-01-01") == ["0001-01-01"]
    assert dates("0001-03-01") == ["0001-01-31", "0001-02-28", "0001-03-01"]
    assert dates("9999-12-31")[-1] == "9999-12-31"


@pytest.mark.parametrize("window", [YEAR, Span(3, "mo"), Span(2, "y")])
def test_a_window_may_begin_before_the_calendar(window: Span) -> None:
    rows = [text(0, 2, "in"), text(0, 40, "out")]
    seen = found([tie(0), tie(1, since=50)], rows, 60, window)
    assert [(one.date, one.listed) for one in seen.months] == [
        ("0001-01-31", 1),
        ("0001-02-28", 2),
        ("0001-03-01", 2),
    ]
    assert [one.network for one in seen.months] == [0, 1, 1]
    assert all(one.partial for one in seen.months)
    assert (seen.list_change_1y, seen.network_change_1y) == (1, None)


def test_each_row_is_the_list_and_the_network_of_its_day() -> None:
    ties = [
        tie(0),
        tie(1, since=day("2025-03-31")),
        tie(2, since=day("2024-12-01"), until=day("2025-06-30")),
        tie(3, "follower"),
    ]
    rows = [
        text(0, day("2023-01-01"), "in"),
        text(1, day("2025-01-10"), "in"),
        text(1, day("2025-02-28"), "out"),
        interaction(2, day("2025-05-01"), "both", medium="voice"),
        meeting(3, day("2025-06-30")),
        text(0, day("2026-07-01"), "out"),
        text(0, D, "in"),
    ]
    seen = found(ties, rows)
    expected = {
        "2024-11-30": (1, 0, 0),
        "2025-01-31": (2, 0, 0),
        "2025-02-28": (2, 0, 1),
        "2025-03-31": (3, 1, 1),
        "2025-05-31": (3, 2, 2),
        "2025-06-30": (2, 1, 3),
        "2025-12-31": (2, 1, 3),
        "2026-01-31": (2, 0, 2),
        "2026-05-31": (2, 0, 1),
        "2026-06-30": (2, 0, 0),
        "2026-07-15": (2, 1, 1),
    }
    assert {
        when: (one.listed, one.network, one.two_way_people)
        for when in expected
        for one in [at(seen.months, when)]
    } == expected


def test_rows_agree_with_the_section_on_list_and_network() -> None:
    ties = [tie(n, since=D - 90 * n, until=None if n % 3 else D - 40 * n + 9) for n in range(12)]
    rows = [text(n % 14, D - 17 * n, ["in", "out"][n // 3 % 2]) for n in range(70)]
    history = History.of(world(ties=ties, interactions=rows))
    for window in (YEAR, Span(1, "mo"), Span(1, "d")):
        for month in momentum(history.at(D), window=window).months:
            alone = list_vs_network(history.at(day(month.date)), window=window)
            assert (month.listed, month.network, month.two_way_people) == (
                alone.listed,
                alone.network,
                alone.network + alone.off_list_network,
            )


def test_a_window_is_partial_that_begins_before_the_first_interaction() -> None:
    seen = found([], [text(0, day("2024-09-01"), "in")])
    assert at(seen.months, "2025-07-31").partial
    assert at(seen.months, "2025-08-31").partial is False  # its first day is 2024-09-01
    assert [one.partial for one in seen.months].count(True) == 13
    monthly = found([], [text(0, day("2025-02-01"), "in")], window=Span(1, "mo"))
    assert at(monthly.months, "2025-02-28").partial  # from 29 January
    assert not at(monthly.months, "2025-03-31").partial


@pytest.mark.parametrize(("first", "change"), [(729, 1), (728, None)])
def test_a_change_wants_a_whole_window_a_year_ago(first: int, change: int | None) -> None:
    rows = [text(0, D - first, "in"), meeting(1, D), meeting(2, D)]
    seen = found([tie(1)], rows)
    assert seen.list_change_1y == 0
    assert seen.network_change_1y == change
    assert seen.two_way_change_1y == (None if change is None else 2)


def test_the_change_is_from_365_days_ago() -> None:
    ties = [tie(0, since=D - 365), tie(1, since=D - 364), tie(2, until=D - 364)]
    rows = [
        text(5, D - 2000, "in"),
        *(text(3, D - 365 - ago, "in") for ago in (0, 1)),
        text(3, D - 365 - 364, "out"),
        text(0, D - 364, "in"),
        text(0, D - 364, "out"),
    ]
    seen = found(ties, rows)
    assert (seen.list_change_1y, seen.network_change_1y, seen.two_way_change_1y) == (0, 1, 0)


def test_what_was_ignored_or_sent_to_many_does_not_count() -> None:
    people = [person(0, ignored=True), person(1)]
    rows = [
        meeting(0, D - 800),
        meeting(0, D),
        text(1, D, "in", size=9),
        text(1, D, "out"),
    ]
    frames = world(people=people, ties=[tie(0), tie(1)], interactions=rows)
    seen = momentum(History.of(frames).at(D), window=YEAR)
    assert seen.months[-1] == Month("2026-07-15", 1, 0, 0, partial=True)
    assert seen.first_day == D


def test_the_undated_are_those_of_the_first_month() -> None:
    first = day("2024-07-31")
    ties = [
        tie(0),
        tie(0, "following"),
        tie(1, until=first + 1),
        tie(2, until=first),
        tie(3, since=1),
        tie(4, "follower"),
    ]
    seen = found(ties, [])
    assert seen.undated == 2
    assert seen.months[0].listed == 3


def test_nothing_at_all() -> None:
    seen = found([], [])
    assert (seen.list_change_1y, seen.network_change_1y, seen.two_way_change_1y) == (0, None, None)
    assert (seen.undated, seen.first_day) == (0, None)
    assert {month[1:] for month in seen.months} == {(0, 0, 0, True)}
    later = found([tie(0, since=D + 1)], [meeting(0, D + 1)])
    assert later == seen
