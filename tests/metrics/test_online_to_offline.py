"""From the screen to a meeting, in worlds small enough for a pencil."""

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    PersonRow,
    TieRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.metrics.online_to_offline import OnlineToOffline, online_to_offline
from netaudit.metrics.scope import History

#: A meeting with somebody on no list, so that meetings are known of.
ELSEWHERE = meeting(9, D)


def measured(
    ties: list[TieRow],
    rows: list[InteractionRow],
    people: list[PersonRow] | None = None,
) -> OnlineToOffline:
    found = History.of(world(people=people, ties=ties, interactions=rows)).at(D)
    return online_to_offline(found)


def ladder(found: OnlineToOffline) -> tuple[int, ...]:
    return (
        found.ladder_none,
        found.ladder_public,
        found.ladder_text,
        found.ladder_voice,
        found.ladder_in_person,
    )


def last_four(found: OnlineToOffline) -> tuple[float | None, ...]:
    return found.began_online, found.met_later, found.met_within_90d, found.met_within_1y


def test_everybody_on_the_list_stands_on_the_highest_rung_reached() -> None:
    rows = [
        interaction(1, D, "out", medium="public"),
        text(2, D - 9, "in"),
        interaction(2, D, "out", medium="public"),
        interaction(3, D, "both", medium="voice"),
        text(3, D, "out"),
        meeting(4, D - 2000),
        text(4, D, "out"),
        meeting(5, D + 1),
        ELSEWHERE,
    ]
    found = measured([tie(number) for number in range(6)], rows)
    assert ladder(found) == (2, 1, 1, 1, 1)


def test_an_empty_list() -> None:
    found = measured([], [])
    assert ladder(found) == (0, 0, 0, 0, 0)
    assert last_four(found) == (None, None, None, None)
    assert last_four(measured([], [ELSEWHERE])) == (0, 0, None, None)


@pytest.mark.parametrize(("before", "online"), [(0, 0), (1, 0), (2, 1), (-5, 0)])
def test_it_began_online_more_than_a_day_before_the_meeting(before: int, online: int) -> None:
    met = meeting(0, D - 10)
    found = measured([tie(0, since=D - 10 - before)], [met])
    assert (found.began_online, found.met_later) == (online, online)
    found = measured([tie(0)], [met, text(0, D - 10 - before, "in")])
    assert (found.began_online, found.met_later) == (online, online)


@pytest.mark.parametrize(
    "trace",
    [
        tie(0, "follower", since=D - 100),
        tie(0, "following", since=D - 100, until=D - 50),
        tie(0, "address_book", since=D - 100),
    ],
)
def test_any_dated_entry_is_a_trace(trace: TieRow) -> None:
    found = measured([tie(0, since=D - 10), trace], [meeting(0, D - 10)])
    assert (found.began_online, found.met_later, found.met_within_90d) == (1, 1, 1.0)


def test_an_entry_that_is_to_come_is_no_trace() -> None:
    found = measured([tie(0), tie(0, "following", since=D + 1)], [ELSEWHERE])
    assert (found.began_online, found.undated) == (0, 1)


def test_who_has_no_trace_is_neither() -> None:
    found = measured([tie(0), tie(1), tie(2, since=D)], [meeting(1, D)])
    assert (found.began_online, found.met_later, found.undated) == (1, 0, 1)


def test_who_is_not_on_the_list_is_not_counted() -> None:
    ties = [tie(0, since=D - 500, until=D - 1), tie(1, "follower", since=D - 500)]
    found = measured(ties, [text(2, D - 500, "in"), meeting(0, D - 9), ELSEWHERE])
    assert last_four(found) == (0, 0, None, None)
    assert (ladder(found), found.undated) == ((0, 0, 0, 0, 0), 0)


def test_without_a_meeting_on_record_nothing_is_known() -> None:
    ties = [tie(0, since=D - 500)]
    assert last_four(measured(ties, [text(0, D, "in")])) == (None, None, None, None)
    assert last_four(measured(ties, [meeting(1, D + 1)])) == (None, None, None, None)
    hidden = [person(0), person(1, ignored=True)]
    assert last_four(measured(ties, [meeting(1, D)], hidden)) == (None, None, None, None)
    assert last_four(measured(ties, [meeting(1, D)])) == (1, 0, 0.0, 0.0)


def test_who_was_not_met_counts_for_as_long_as_they_were_watched() -> None:
    ties = [tie(0, since=D - 400), tie(1, since=D - 100), tie(2, since=D - 400),
            tie(3, since=D - 400), tie(4, since=D - 30), tie(5, since=D - 1000)]  # fmt: skip
    rows = [meeting(0, D - 350), meeting(2, D - 200), meeting(4, D - 30), meeting(5, D - 1000)]
    # Met after 50 and 200 days; watched for 100 and 400 days; two began with a meeting.
    assert last_four(measured(ties, rows)) == pytest.approx((4, 2, 0.25, 0.625))


@pytest.mark.parametrize(
    ("days", "within_90d", "within_1y"),
    [(89, None, None), (90, 0.0, None), (364, 0.0, None), (365, 0.0, 0.0)],
)
def test_a_share_needs_somebody_who_was_watched_for_so_long(
    days: int, within_90d: float | None, within_1y: float | None
) -> None:
    found = measured([tie(0, since=D - days)], [ELSEWHERE])
    assert last_four(found) == (1, 0, within_90d, within_1y)


def test_the_first_meeting_counts() -> None:
    rows = [meeting(0, D), meeting(0, D - 80), meeting(0, D - 90)]
    assert last_four(measured([tie(0, since=D - 100)], rows)) == (1, 1, 1.0, 1.0)
