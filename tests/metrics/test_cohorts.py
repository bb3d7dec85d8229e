"""Who came onto the list in a quarter, and what followed within ninety days."""

from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    PersonRow,
    TieRow,
    interaction,
    kept,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.metrics.cohorts import Cohorts, Quarter, cohorts
from netaudit.metrics.scope import History


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


#: The first day of a quarter whose ninety days are over on D.
SINCE = day("2025-07-01")
LONG_AGO = text(9, day("2020-01-01"), "in")


def found(
    ties: list[TieRow],
    interactions: list[InteractionRow] | None = None,
    *,
    people: list[PersonRow] | None = None,
    as_of: int = D,
) -> Cohorts:
    rows = [LONG_AGO] if interactions is None else interactions
    frames = world(people=people, ties=ties, interactions=rows)
    with kept(frames):
        return cohorts(History.of(frames).at(as_of))


def test_quarters_begin_and_end_with_the_calendar() -> None:
    days = ["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-31", "2024-04-01", "2025-09-30"]
    ties = [tie(number, since=day(one)) for number, one in enumerate(days)]
    assert [(one.quarter, one.added) for one in found(ties).quarters] == [
        ("2023-Q4", 1),
        ("2024-Q1", 3),
        ("2024-Q2", 1),
        ("2025-Q3", 1),
    ]


def test_quarters_before_the_epoch_of_computers() -> None:
    ties = [tie(0, since=day("1969-12-31")), tie(1, since=1), tie(2, since=day("1900-05-01"))]
    assert [one.quarter for one in found(ties, []).quarters] == ["0001-Q1", "1900-Q2", "1969-Q4"]


@pytest.mark.parametrize(("after", "early"), [(-1, 0), (0, 1), (90, 1), (91, 0)])
def test_the_first_days_are_the_day_itself_and_ninety_more(after: int, early: int) -> None:
    rows = [LONG_AGO, meeting(0, SINCE + after)]
    assert found([tie(0, since=SINCE)], rows).quarters == (
        Quarter("2025-Q3", 1, early, early, early, 1, 1),
    )


def test_each_column_wants_its_own_kind_of_contact() -> None:
    rows = [
        text(0, SINCE, "out"),
        text(1, SINCE, "in"),
        text(2, SINCE, "in"),
        text(2, SINCE + 5, "out"),
        interaction(3, SINCE, "both", medium="voice"),
        interaction(4, SINCE, "in", medium="in_person", logged=True),
        text(5, SINCE + 90, "out"),
        text(5, SINCE + 91, "in"),
        text(6, SINCE - 1, "out"),
        text(6, SINCE, "in"),
    ]
    ties = [tie(number, since=SINCE) for number in range(8)]
    assert found(ties, rows).quarters == (
        Quarter("2025-Q3", 8, messaged_90=4, two_way_90=2, met_90=1, two_way_now=4, met_now=1),
    )


def test_the_earliest_date_of_an_entry_that_was_chosen_counts() -> None:
    ties = [
        tie(0, "follower", since=day("2023-01-01")),
        tie(0, "following", since=day("2024-05-01"), until=day("2024-06-01")),
        tie(0, "connection", since=day("2025-05-01")),
        tie(0, "address_book"),
    ]
    assert [one.quarter for one in found(ties).quarters] == ["2024-Q2"]


def test_who_is_not_on_the_list_is_in_no_quarter() -> None:
    ties = [
        tie(0, since=SINCE, until=D),
        tie(1, "follower", since=SINCE),
        tie(2, since=D + 1),
        tie(3, since=SINCE),
    ]
    people = [person(0), person(1), person(2), person(3, ignored=True)]
    assert found(ties, [text(0, SINCE, "out")], people=people).quarters == ()


def test_the_undated_are_counted_apart() -> None:
    ties = [
        tie(0),
        tie(1, "following"),
        tie(1, "follower", since=SINCE),
        tie(2, since=SINCE),
        tie(3, "follower"),
        tie(4),
        tie(4, since=D + 1),
    ]
    seen = found(ties)
    assert seen.undated == 3
    assert sum(one.added for one in seen.quarters) == 1


@pytest.mark.parametrize(("as_of", "known"), [("2025-12-28", None), ("2025-12-29", 0)])
def test_the_first_days_of_a_quarter_have_to_be_over(as_of: str, known: int | None) -> None:
    (one,) = found([tie(0, since=SINCE)], as_of=day(as_of)).quarters
    assert (one.messaged_90, one.two_way_90, one.met_90) == (known,) * 3
    assert (one.two_way_now, one.met_now) == (0, 0)


@pytest.mark.parametrize(("first", "known"), [("2025-12-29", 0), ("2025-12-30", None)])
def test_the_first_days_of_a_quarter_have_to_be_on_record(first: str, known: int | None) -> None:
    (one,) = found([tie(0, since=SINCE)], [text(1, day(first), "in")]).quarters
    assert (one.messaged_90, one.two_way_90, one.met_90) == (known,) * 3


def test_the_first_days_in_a_leap_year() -> None:
    leap = found([tie(0, since=day("2023-12-31"))], [text(1, day("2024-03-30"), "in")])
    common = found([tie(0, since=day("2024-12-31"))], [text(1, day("2025-03-31"), "in")])
    assert leap.quarters[0].messaged_90 == 0
    assert common.quarters[0].messaged_90 == 0
    late = found([tie(0, since=day("2023-12-31"))], [text(1, day("2024-03-31"), "in")])
    assert late.quarters[0].messaged_90 is None


def test_what_is_dated_later_is_not_seen() -> None:
    ties = [tie(0, since=SINCE)]
    rows = [LONG_AGO, meeting(0, SINCE + 40)]
    (one,) = found(ties, rows, as_of=SINCE + 39).quarters
    assert one == Quarter("2025-Q3", 1, None, None, None, 0, 0)


def test_who_came_before_the_record_is_told() -> None:
    ties = [tie(0, since=SINCE - 1), tie(1, since=SINCE), tie(2)]
    seen = found(ties, [text(0, SINCE, "in")])
    assert (seen.before_record, seen.first_day) == (1, SINCE)
    silent = found(ties, [])
    assert (silent.before_record, silent.first_day) == (2, None)
    assert {one.messaged_90 for one in silent.quarters} == {None}


def test_nobody_at_all() -> None:
    assert found([], []) == Cohorts(0, 0, None, ())
    assert found([tie(0), tie(1, "follower", since=D)], []) == Cohorts(1, 0, None, ())
    assert found([tie(0, since=D)], [], as_of=1) == Cohorts(0, 0, None, ())
