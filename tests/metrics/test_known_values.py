"""Numbers that can be checked with a pencil, at the edges where they turn."""

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    PersonRow,
    SnapshotRow,
    TieRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span, iso
from netaudit.metrics.depth_breadth import DepthBreadth, depth_breadth
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.openers import openers
from netaudit.metrics.scope import History, View
from netaudit.metrics.stale import stale
from netaudit.metrics.waiting import Waiting, waiting_on_me
from netaudit.metrics.week import week
from netaudit.report import Person

YEAR = Span(365, "d")
MONTH = Span(30, "d")


def view(
    interactions: list[InteractionRow],
    ties: list[TieRow] | None = None,
    people: list[PersonRow] | None = None,
) -> View:
    """Return what is visible on D; without ties everybody with an interaction is listed."""
    listed = [tie(number) for number in {row.person for row in interactions}]
    ties = listed if ties is None else ties
    return History.of(world(people=people, ties=ties, interactions=interactions)).at(D)


def spread(step: float, counts: list[int]) -> list[InteractionRow]:
    """Give each person so many contact-days, `step` days apart; 0 spreads them over a year."""
    return [
        text(number, D - round(nth * (step or 364.9 / count)), "out")
        for number, count in enumerate(counts)
        for nth in range(count)
    ]


def every(step: float, counts: list[int]) -> DepthBreadth:
    """Measure such contact-days over a year."""
    return depth_breadth(view(spread(step, counts)), window=YEAR)


def test_breadth_depth_and_gini_of_four_people() -> None:
    found = every(1, [10, 5, 3, 2])
    assert found.contact_days == 20
    assert found.effective_people == pytest.approx(3.346696, abs=1e-6)
    assert found.depth == pytest.approx(5.976043, abs=1e-6)
    assert found.gini == pytest.approx(0.325)
    assert found.median_contact_days == 4.0
    assert found.top_5_share == 1.0


LAYERED = [104, 60, 52, 30, 14, 12, 12, 6, 3, 2, 1, 1, 0]


def test_layers_of_a_year() -> None:
    found = every(0, LAYERED)
    assert (found.weekly, found.monthly, found.yearly) == (3, 7, 12)


def test_a_burst_is_no_rhythm() -> None:
    burst = [text(1, D - day, "out") for day in range(60)]
    others = [row for row in spread(0, LAYERED) if row.person != 1]
    found = depth_breadth(view(burst + others), window=YEAR)
    assert (found.weekly, found.monthly, found.yearly) == (2, 6, 12)


@pytest.mark.parametrize(("weeks", "weekly"), [(25, 0), (26, 1)])
def test_a_week_runs_from_monday_to_sunday(weeks: int, weekly: int) -> None:
    sunday = D - 3
    days = [sunday - 7 * week - day for week in range(weeks) for day in (0, 3, 6)]
    found = depth_breadth(view([text(0, day, "out") for day in days]), window=YEAR)
    assert found.weekly == weekly


def test_one_person_alone_is_one_effective_person() -> None:
    found = every(1, [7])
    assert (found.effective_people, found.depth, found.gini) == (1.0, 7.0, 0.0)


@pytest.mark.parametrize(("ago", "late"), [(29, 0), (30, 1), (31, 1)])
def test_stale_begins_on_the_day_itself(ago: int, late: int) -> None:
    assert stale(view([text(0, D - ago, "in")]), span=MONTH).stale == late


@pytest.mark.parametrize(("ago", "network"), [(364, 1), (365, 0)])
def test_the_window_ends_before_its_first_day(ago: int, network: int) -> None:
    rows = [text(0, D - ago, "in"), text(0, D, "out")]
    assert list_vs_network(view(rows), window=YEAR).network == network


@pytest.mark.parametrize(("size", "network"), [(8, 1), (9, 0)])
def test_a_message_to_nine_is_no_contact(size: int, network: int) -> None:
    rows = [text(0, D, "in", size=size), text(0, D, "out")]
    assert list_vs_network(view(rows), window=YEAR).network == network


def test_a_dinner_for_nine_is_contact() -> None:
    rows = [interaction(0, D, "both", medium="in_person", size=9, logged=True)]
    assert list_vs_network(view(rows), window=YEAR).network == 1


def test_who_left_and_who_comes_later_are_not_on_the_list() -> None:
    ties = [tie(0, until=D), tie(1, until=D + 1), tie(2, since=D + 1), tie(3, since=D)]
    assert view([], ties).listed.tolist() == [False, True, False, True]


def test_a_follower_is_audience_until_followed_back() -> None:
    ties = [
        tie(0, "follower"),
        tie(1, "follower"),
        tie(1, "following"),
        tie(2, "follower", until=D),
        tie(3, "follower", since=D + 1),
    ]
    found = list_vs_network(view([], ties), window=YEAR)
    assert (found.listed, found.audience, found.mutual) == (1, 1, 1)


def test_the_last_touch_is_of_the_latest_day_then_instant() -> None:
    rows = [
        text(0, D - 40, "in", 12),
        text(0, D - 40, "out", 12),
        interaction(0, D - 40, "in", medium="voice", logged=True, position=1),
        interaction(0, D - 40, "in", channel="email", logged=True, position=0),
    ]
    (found,) = stale(view(rows), span=MONTH).people
    assert (found.last_channel, found.last_direction, found.contact_days) == ("call", "in", 1)
    (mine,) = stale(view(rows), span=MONTH, by="me").people
    assert (mine.last_channel, mine.last_direction, mine.contact_days) == ("linkedin", "out", 1)


def opened(rows: list[InteractionRow]) -> list[tuple[int, int]]:
    """Return the days before D of openers and of their answers, -1 for none."""
    found = view(rows).interactions
    pairs = openers(found)
    ago = [D - day for day in found.day.tolist()]
    return [
        (ago[place], -1 if answer < 0 else ago[answer])
        for place, answer in zip(pairs.place.tolist(), pairs.answer.tolist(), strict=True)
    ]


def test_an_opener_needs_seven_days_of_silence() -> None:
    assert opened([text(0, D - 20, "in"), text(0, D - 13, "in", 11)]) == [(20, -1)]
    assert opened([text(0, D - 20, "in"), text(0, D - 13, "in", 12)]) == [(20, -1), (13, -1)]


def test_an_answer_comes_within_thirty_days() -> None:
    assert opened([text(0, D - 40, "in"), text(0, D - 10, "out", 12)]) == [(40, 10)]
    late = [text(0, D - 40, "in"), text(0, D - 10, "out", 13)]
    assert opened(late) == [(40, -1), (10, -1)]


def test_one_answer_is_enough_for_several_openers() -> None:
    asked = [text(0, D - 40, "in"), text(0, D - 33, "in")]
    assert opened([*asked, text(0, D - 3, "out", 12)]) == [(40, -1), (33, 3)]
    assert opened([*asked, text(0, D - 3, "out", 13)]) == [(40, -1), (33, -1), (3, -1)]
    assert opened([*asked, text(0, D - 20, "out")]) == [(40, 20), (33, 20)]


def test_openers_and_answers_alternate_at_a_slow_pace() -> None:
    rows = [text(0, D - 50 + 10 * nth, ["in", "out"][nth % 2]) for nth in range(5)]
    assert opened(rows) == [(50, 40), (30, 20), (10, -1)]


def test_a_call_answers_but_does_not_open() -> None:
    rows = [text(0, D - 20, "in"), interaction(0, D - 19, "both", medium="voice", logged=True)]
    assert opened(rows) == [(20, 19)]


def waiting(rows: list[InteractionRow], ties: list[TieRow] | None = None) -> list[tuple[str, int]]:
    return [(one.kind, one.days) for one in waiting_on_me(view(rows, ties))]


@pytest.mark.parametrize(("ago", "days"), [(2, []), (3, [3]), (365, [365]), (366, [])])
def test_who_wrote_first_waits_from_three_days_to_a_year(ago: int, days: list[int]) -> None:
    assert waiting([text(0, D - ago, "in")]) == [("opener", found) for found in days]


@pytest.mark.parametrize(("ago", "found"), [(2, []), (3, [("last_word", 3)])])
def test_the_last_word_waits_too(ago: int, found: list[tuple[str, int]]) -> None:
    assert waiting([text(0, D - ago - 1, "out"), text(0, D - ago, "in")]) == found


@pytest.mark.parametrize(("ago", "found"), [(90, [("last_word", 90)]), (91, [])])
def test_a_last_word_is_forgotten_after_ninety_days(ago: int, found: list[tuple[str, int]]) -> None:
    assert waiting([text(0, D - ago - 1, "out"), text(0, D - ago, "in")]) == found


def test_a_reminder_does_not_start_the_clock_anew() -> None:
    assert waiting([text(0, D - 20, "in"), text(0, D - 5, "in")]) == [("opener", 20)]


def test_a_stranger_does_not_wait() -> None:
    assert waiting([text(0, D - 20, "in")], ties=[]) == []
    known = [text(0, D - 30, "out"), text(0, D - 20, "in")]
    assert waiting(known, ties=[]) == [("last_word", 20)]


def test_a_logged_day_clears_all_of_it() -> None:
    evening = text(0, D - 5, "in", 20)
    assert waiting([evening]) == [("opener", 5)]
    assert waiting([evening, meeting(0, D - 5)]) == []
    assert waiting([evening, text(0, D - 5, "out", 13)]) == [("last_word", 5)]
    assert waiting([evening, meeting(0, D - 5), text(0, D - 5, "out", 13)]) == []


def test_waiting_is_sorted_by_kind_then_days_then_name() -> None:
    people = [person(0, "bea"), person(1, "Ada"), person(2, "Cy"), person(3, "Di")]
    rows = [
        *(text(number, D - 10, "in") for number in (0, 1)),
        text(2, D - 51, "out"),
        text(2, D - 50, "in"),
        text(3, D - 11, "in"),
    ]
    assert waiting_on_me(view(rows, people=people)) == (
        Waiting(Person("Di", "p003"), "opener", iso(D - 11), 11),
        Waiting(Person("Ada", "p001"), "opener", iso(D - 10), 10),
        Waiting(Person("bea", "p000"), "opener", iso(D - 10), 10),
        Waiting(Person("Cy", "p002"), "last_word", iso(D - 50), 50),
    )


@pytest.mark.parametrize(("exported", "known"), [(D - 7, False), (D - 6, True), (None, False)])
def test_a_week_without_data_is_unknown(exported: int | None, *, known: bool) -> None:
    history = History.of(
        world(
            interactions=[text(0, D - 8, "in")],
            snapshots=[SnapshotRow("linkedin", "a.zip", exported), SnapshotRow("log", "b", D)],
        )
    )
    found = week(history.at(D), history.at(D - 7), window=YEAR, stale=MONTH)
    assert (found.figures is not None) == known
    assert found.previous is not None
    assert found.previous.people_touched == 1


def test_a_log_entry_reaches_into_the_week() -> None:
    history = History.of(world(interactions=[meeting(0, D, purpose="gave+asked")]))
    found = week(history.at(D), history.at(D - 7), window=YEAR, stale=MONTH)
    assert found.figures is not None
    assert (found.figures.met, found.figures.gave, found.figures.asked) == (1, 1, 1)
    assert found.previous is None


@pytest.mark.parametrize(
    ("rows", "exports", "known"),
    [
        ([], [SnapshotRow("linkedin", "Connections.csv", D, covers=False)], False),
        ([meeting(0, D)], [SnapshotRow("linkedin", "Connections.csv", D, covers=False)], True),
        ([meeting(0, D)], [], True),
        ([], [SnapshotRow("x", "x.zip", D)], True),
        (
            [text(0, D - 20, "in")],
            [
                SnapshotRow("linkedin", "full.zip", D - 20),
                SnapshotRow("linkedin", "Connections.csv", D, covers=False),
            ],
            False,
        ),
    ],
)
def test_a_list_alone_tells_nothing_of_contact(
    rows: list[InteractionRow], exports: list[SnapshotRow], *, known: bool
) -> None:
    frames = world(ties=[tie(0, since=D)], interactions=rows, snapshots=exports)
    history = History.of(frames)
    found = week(history.at(D), history.at(D - 7), window=YEAR, stale=MONTH)
    assert (found.figures is not None) == known
    assert found.added_to_list == (Person("Person 000", "p000"),)


def test_the_earliest_known_date_tells_who_was_added_to_the_list() -> None:
    history = History.of(
        world(ties=[tie(0, since=D), tie(1), tie(1, since=D), tie(2, since=D - 7)])
    )
    found = week(history.at(D), history.at(D - 7), window=YEAR, stale=MONTH)
    assert [one.name for one in found.added_to_list] == ["Person 000", "Person 001"]
