"""Who answers, in worlds small enough for a pencil."""

from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    PersonRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span, iso
from netaudit.metrics.reciprocity import NeverAnswer, Reciprocity, reciprocity
from netaudit.metrics.scope import History
from netaudit.metrics.waiting import waiting_on_me
from netaudit.report import Person

YEAR = Span(365, "d")


def measured(
    rows: list[InteractionRow],
    people: list[PersonRow] | None = None,
    *,
    as_of: int = D,
    timezone: str = "UTC",
) -> Reciprocity:
    frames = world(people=people, interactions=rows, timezone=timezone)
    return reciprocity(History.of(frames).at(as_of), window=YEAR)


def answered(who: int, days: float) -> list[InteractionRow]:
    """Return an opener of mine and its answer after so many days."""
    after, hours = divmod(24 * days, 24)
    return [text(who, D - 60, "out", 0), text(who, D - 60 + int(after), "in", hours)]


def test_nothing_is_zeros_and_nones() -> None:
    found = measured([])
    assert (found.sent, found.received, found.openers_by_me, found.openers_by_them) == (0, 0, 0, 0)
    shares = (found.answered_7d_them, found.answered_30d_them, found.answered_7d_me)
    assert (found.balance, *shares, found.answered_30d_me) == (None, None, None, None, None)
    assert (found.reply_days_them, found.reply_days_me) == (None, None)
    assert (found.never_answer, found.waiting_on_me) == ((), ())


def test_sent_and_received_count_any_medium_and_each_person() -> None:
    found = measured(
        [
            *(text(number, D, "out", size=3) for number in range(3)),
            interaction(0, D - 364, "in", medium="public"),
            interaction(0, D - 1, "in", medium="voice"),
            text(0, D - 365, "in"),
            text(0, D - 365, "out"),
            text(0, D, "in", size=9),
            meeting(0, D),
        ]
    )
    assert (found.sent, found.received) == (3, 2)
    assert found.balance == pytest.approx(1 / 5)


def test_sending_only_and_receiving_only() -> None:
    assert measured([text(0, D, "out")]).balance == 1.0
    assert measured([text(0, D, "in")]).balance == -1.0
    assert measured([meeting(0, D)]).balance is None


def test_the_silent_and_the_recent_count_for_as_long_as_they_were_watched() -> None:
    found = measured(
        [
            *answered(0, 1),
            *answered(1, 2),
            text(2, D - 2, "out", 0),  # watched for three days
            *answered(3, 5),
            text(4, D - 60, "out"),  # silent for thirty
        ]
    )
    assert found.openers_by_me == 5
    assert found.answered_7d_them == pytest.approx(0.7)
    assert found.answered_30d_them == pytest.approx(0.7)
    assert found.reply_days_them == 5.0


def test_waits_are_exact() -> None:
    assert measured(answered(0, 1.5)).reply_days_them == 1.5
    assert measured(answered(0, 7)).answered_7d_them == 1.0
    late = [text(0, D - 60, "out", 0), text(0, D - 53, "in", 0.5)]
    assert measured(late).answered_7d_them == 0.0
    assert measured(late).answered_30d_them == 1.0


@pytest.mark.parametrize(
    ("ago", "hour", "within_7d", "within_30d"),
    [
        (6, 0.0, 0.0, None),
        (6, 0.5, None, None),
        (29, 0.0, 0.0, 0.0),
        (29, 0.5, 0.0, None),
        (300, 12.0, 0.0, 0.0),
    ],
)
def test_an_opener_is_watched_until_the_end_of_the_day(
    ago: int, hour: float, within_7d: float | None, within_30d: float | None
) -> None:
    found = measured([text(0, D - ago, "out", hour)])
    assert (found.answered_7d_them, found.answered_30d_them) == (within_7d, within_30d)
    found = measured([text(0, D - ago, "in", hour)])
    assert (found.answered_7d_me, found.answered_30d_me) == (within_7d, within_30d)


def test_the_end_of_the_day_is_local_and_heeds_the_change_of_clocks() -> None:
    # In New York this day has 25 hours, and is over at five o'clock UTC.
    longest = date(2026, 11, 1).toordinal()
    answered_after_24_and_a_half = [
        interaction(0, longest - 1, "out", hour=22, utc_offset=-4),
        interaction(0, longest, "in", hour=21.5, utc_offset=-5),
    ]
    watched_for_25 = interaction(1, longest, "out", hour=0, utc_offset=-4)
    found = measured(
        [*answered_after_24_and_a_half, watched_for_25], as_of=longest, timezone="America/New_York"
    )
    assert found.reply_days_them == pytest.approx(24.5 / 24)
    assert found.answered_7d_them is None  # with 24 hours nobody would be left: all answered


def test_a_day_without_a_midnight_ends_when_the_next_begins() -> None:
    # In Beirut clocks went from 0:00 to 1:00 that night.
    before = date(2021, 3, 27).toordinal()
    found = measured(
        [interaction(0, before - 6, "out", hour=0, utc_offset=2)],
        as_of=before,
        timezone="Asia/Beirut",
    )
    assert found.answered_7d_them == 0.0


def test_an_hour_that_comes_twice_before_midnight_counts_twice() -> None:
    # In Asuncion clocks went from midnight back to 23:00.
    longest = date(2023, 3, 25).toordinal()
    found = measured(
        [interaction(0, longest - 6, "out", hour=0.5, utc_offset=-3)],
        as_of=longest,
        timezone="America/Asuncion",
    )
    assert found.answered_7d_them == 0.0


@pytest.mark.parametrize(("ago", "openers"), [(364, 1), (365, 0)])
def test_an_opener_counts_by_its_own_day(ago: int, openers: int) -> None:
    found = measured([text(0, D - ago, "out"), text(0, D - ago + 10, "in")])
    assert (found.openers_by_me, found.openers_by_them) == (openers, 0)
    assert (found.answered_30d_them is None) == (not openers)


def test_a_call_answers_and_each_side_has_its_own_rate() -> None:
    call = interaction(0, D - 39, "both", medium="voice", logged=True)
    found = measured([text(0, D - 40, "in"), call, text(1, D - 40, "out")])
    assert (found.openers_by_me, found.openers_by_them) == (1, 1)
    assert (found.answered_7d_me, found.answered_7d_them) == (1.0, 0.0)
    assert (found.reply_days_me, found.reply_days_them) == (1.0, None)


def test_an_answer_that_is_not_there_yet_is_none() -> None:
    rows = [text(0, D - 40, "out"), text(0, D - 20, "in")]
    assert measured(rows).answered_30d_them == 1.0
    assert measured(rows, as_of=D - 21).answered_30d_them is None


def never(rows: list[InteractionRow]) -> list[int]:
    return [one.openers for one in measured(rows).never_answer]


TWICE = [text(0, D - 500, "out"), text(0, D - 100, "out")]


@pytest.mark.parametrize(("hour", "found"), [(0, [2]), (0.5, [])])
def test_each_opener_must_have_had_thirty_days(hour: float, found: list[int]) -> None:
    assert never([text(0, D - 500, "out"), text(0, D - 29, "out", hour)]) == found


def test_once_is_not_never() -> None:
    assert never(TWICE) == [2]
    assert never(TWICE[1:]) == []
    assert never([text(0, D - 100, "out"), text(0, D - 99, "out")]) == []  # one opener, repeated


@pytest.mark.parametrize(
    "answer",
    [
        text(0, D - 900, "in"),
        interaction(0, D, "in", medium="public"),
        interaction(0, D, "in", medium="voice"),
        meeting(0, D - 300),
    ],
)
def test_anything_from_them_is_an_answer(answer: InteractionRow) -> None:
    assert never([*TWICE, answer]) == []


def test_what_does_not_count_is_no_answer() -> None:
    assert never([*TWICE, text(0, D, "in", size=9)]) == [2]
    assert never([*TWICE, text(0, D + 1, "in")]) == [2]


def test_who_never_answers_by_openers_then_name() -> None:
    people = [person(0, "bea"), person(1, "Ada"), person(2, "Cy"), person(3, "Di", ignored=True)]
    rows = [text(number, D - ago, "out") for number in range(4) for ago in (500, 100)]
    assert measured([*rows, text(2, D - 300, "out")], people).never_answer == (
        NeverAnswer(Person("Cy", "p002"), 3, iso(D - 100)),
        NeverAnswer(Person("Ada", "p001"), 2, iso(D - 100)),
        NeverAnswer(Person("bea", "p000"), 2, iso(D - 100)),
    )


def test_who_waits_is_as_in_the_weekly_summary() -> None:
    rows = [text(0, D - 5, "in"), text(1, D - 31, "out"), text(1, D - 30, "in")]
    view = History.of(world(ties=[tie(0), tie(1)], interactions=rows)).at(D)
    found = reciprocity(view, window=YEAR).waiting_on_me
    assert [one.kind for one in found] == ["opener", "last_word"]
    assert found == waiting_on_me(view)
