"""What counts and in which order: ties to the day, and events to the second."""

from dataclasses import replace
from itertools import accumulate, permutations
from random import Random

import numpy as np
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
from netaudit.metrics.momentum import momentum
from netaudit.metrics.openers import events
from netaudit.metrics.reciprocity import reciprocity
from netaudit.metrics.rhythm import usual_gap
from netaudit.metrics.scope import History, View, marked
from netaudit.metrics.stale import stale

YEAR = Span(365, "d")


def order(rows: list[InteractionRow]) -> list[InteractionRow]:
    """Return interactions as everything sees them."""
    frames = world(interactions=rows)
    with kept(frames):
        return [rows[row] for row in History.of(frames).interactions.row.tolist()]


def at_noon(who: int = 0, direction: str = "in", **more: object) -> InteractionRow:
    """Return something of one instant: an hour is known, and its second is that of a day's noon."""
    logged = "position" in more
    row = interaction(who, D, direction, hour=None if logged else 12.0, logged=logged)
    return row._replace(**more)  # type: ignore[arg-type]


#: What happened at one instant, in the order of events.
EVENTS = [
    at_noon(direction="in"),
    at_noon(direction="in", size=2),
    at_noon(direction="in", medium=2),
    at_noon(direction="out"),
    at_noon(direction="both"),
    at_noon(direction="out", position=0),
    at_noon(direction="in", position=1),
    at_noon(direction="in", position=2, channel="call"),
    at_noon(direction="in", position=2, channel="fax"),
    at_noon(direction="in", position=2, channel="fax", purpose="gave"),
]


@pytest.mark.parametrize("seed", range(6))
def test_events_of_one_instant_have_an_order_of_their_own(seed: int) -> None:
    rows = EVENTS[:]
    Random(seed).shuffle(rows)  # noqa: S311 - no secret
    assert order(rows) == EVENTS


@pytest.mark.parametrize("rows", list(permutations(range(4)))[::5], ids=str)
def test_people_come_by_number_and_their_events_by_instant(rows: tuple[int, ...]) -> None:
    wanted = [
        text(0, D - 1, "out", hour=23), text(0, D, "in", hour=1), text(1, D - 9, "in"),
        text(1, D, "in", hour=1),
    ]  # fmt: skip
    assert order([wanted[n] for n in rows]) == wanted


def test_only_equal_instants_of_one_person_are_compared_further() -> None:
    rows = [
        text(0, D, "out"), text(0, D, "in"), text(1, D, "out"), text(2, D, "out"),
        text(2, D, "in"), text(2, D, "in", hour=11),
    ]  # fmt: skip
    assert order(rows) == [rows[n] for n in (1, 0, 2, 5, 4, 3)]
    later = [text(0, D - 5, "in"), *rows]
    assert order(later) == [later[n] for n in (0, 2, 1, 3, 6, 5, 4)]


def view(ties: list[TieRow], rows: list[InteractionRow] | None = None, people: int = 4) -> View:
    return History.of(world(people=people, ties=ties, interactions=rows or [])).at(D)


@pytest.mark.parametrize(
    ("one", "listed", "audience"),
    [
        (tie(1), True, False),
        (tie(1, "following"), True, False),
        (tie(1, "address_book"), True, False),
        (tie(1, "follower"), False, True),
        (tie(1, "blocked"), False, False),
        (tie(1, since=D), True, False),
        (tie(1, since=D + 1), False, False),
        (tie(1, until=D), False, False),
        (tie(1, until=D + 1), True, False),
        (tie(1, "follower", until=D), False, False),
    ],
)
def test_a_tie_holds_from_its_first_day_to_the_one_before_its_end(
    one: TieRow, *, listed: bool, audience: bool
) -> None:
    seen = view([one])
    assert seen.listed.tolist() == [False, listed, False, False]
    assert seen.audience.tolist() == [False, audience, False, False]


@pytest.mark.parametrize(
    ("source", "kind", "mutual"),
    [("x", "following", True), ("linkedin", "following", False), ("x", "connection", False)],
)
def test_mutual_is_who_follows_and_is_followed(source: str, kind: str, *, mutual: bool) -> None:
    mine = TieRow(1, kind, source=source)
    assert view([mine, tie(1, "follower")]).mutual.tolist() == [False, mutual, False, False]
    assert not view([mine]).mutual.any()
    assert not view([mine, tie(2, "follower")]).mutual.any()
    both = view([mine, tie(1, "follower")])
    assert both.listed.tolist() == [False, True, False, False]
    assert not both.audience.any()


def test_days_are_minus_one_where_there_are_none() -> None:
    rows = [text(1, D - 3, "in"), text(1, D - 5, "out"), text(2, 1, "out"), text(3, D + 1, "in")]
    seen = view([], rows)
    assert seen.last_days().tolist() == [-1, D - 3, 1, -1]
    assert seen.last_days(seen.interactions.direction == 0).tolist() == [-1, D - 3, -1, -1]
    assert seen.last(seen.interactions.direction == 1).tolist() == [-1, 0, 2, -1]
    assert seen.first_day == 1
    assert view([]).first_day is None
    assert marked(3, seen.interactions.person[:1]).tolist() == [False, True, False]


def test_the_earliest_tie_is_of_known_day_and_not_later_than_today() -> None:
    ties = [tie(0), tie(1, since=D - 5), tie(1, since=D - 9, until=D - 7), tie(2, since=D + 1),
            tie(3, "follower", since=D)]  # fmt: skip
    seen = view(ties)
    infinite = float("inf")
    assert seen.earliest_tie().tolist() == [infinite, D - 9, infinite, D]
    chosen = seen.history.ties.chosen
    assert seen.earliest_tie(chosen).tolist() == [infinite, D - 9, infinite, infinite]


def test_stale_people_come_by_their_days_then_the_latest_then_by_name() -> None:
    rows = [
        meeting(0, D - 100), meeting(1, D - 90), meeting(2, D - 100), meeting(3, D - 200),
        meeting(3, D - 201), meeting(4, D - 90, purpose="gave"),
    ]  # fmt: skip
    people = [
        person(0, "Zoe"),
        person(1, "Bo"),
        person(2, "Ana"),
        person(3, "Yva"),
        person(4, "Al"),
    ]
    frames = world(people=[*people, person(5)], ties=[tie(n) for n in range(6)], interactions=rows)
    found = stale(History.of(frames).at(D), span=Span(30, "d"))
    assert [one.person.name for one in found.people] == ["Yva", "Al", "Bo", "Ana", "Zoe"]
    assert (found.never, found.stale, found.fresh) == (1, 5, 0)


@pytest.mark.parametrize(
    ("ways", "balance"),
    [([], None), (["in"], -1.0), (["out"], 1.0), (["in", "out"], 0.0), (["both"], None),
     (["out", "out", "in"], 1 / 3)],
)  # fmt: skip
def test_the_balance_is_of_what_went_one_way(ways: list[str], balance: float | None) -> None:
    rows = [text(0, D - n, way) for n, way in enumerate(ways)]
    found = reciprocity(view([tie(0)], rows), window=YEAR)
    assert found.balance == balance
    assert (found.sent, found.received) == (ways.count("out"), ways.count("in"))


def test_who_never_answers_is_told_with_the_last_opener() -> None:
    rows = [text(0, D - ago, "out") for ago in (90, 60, 31)]
    rows += [text(1, D - 90, "out"), text(1, D - 80, "out"), text(2, D - 90, "out")]
    rows += [text(3, D - 90, "out"), text(3, D - 80, "out"), text(3, D - 70, "in")]
    found = reciprocity(view([], rows), window=YEAR).never_answer
    told = [(one.person.person_id, one.openers, one.last) for one in found]
    assert told == [("p000", 3, "2026-06-14"), ("p001", 2, "2026-04-26")]


@pytest.mark.parametrize(
    ("gaps", "usual"),
    [
        ([7, 7, 7], 7.0),
        ([1, 1, 57] * 4, 57.0),
        ([1, 1, 7, 1, 7, 1, 7, 1, 1, 7, 1, 7], 7.0),
        ([1, 1, 6, 1, 6, 1, 6, 1, 1, 6, 1, 6], float("inf")),
        ([1, 1, 6, 1, 1, 6, 1, 1, 6], 1.0),
        ([1, 1, 7], 1.0),
        ([1, 1, 1, 50, 1, 1, 1, 50, 1, 1, 1], float("inf")),
        ([9, 9], float("inf")),
    ],
    ids=["even", "bursts", "just apart", "not apart", "no bursts", "nearly", "two", "few"],
)
def test_of_talk_in_bursts_the_gap_is_between_them(gaps: list[int], usual: float) -> None:
    days = accumulate([D - 300, *gaps])
    seen = view([], [meeting(1, day) for day in days])
    found = usual_gap(seen, marked(4, seen.interactions.person[:1]))
    assert found.tolist() == [float("inf"), usual, float("inf"), float("inf")]


def test_the_gap_of_each_is_of_their_own_days() -> None:
    rows = [meeting(1, D - 100 + 20 * n) for n in range(5)]
    rows += [meeting(3, D - 40 + 3 * n) for n in range(6)]
    seen = view([], rows)
    found = usual_gap(seen, np.array([True] * 4))
    assert found.tolist() == [float("inf"), 20.0, float("inf"), 3.0]


@pytest.mark.parametrize(("second", "is_told"), [(0, True), (1, False)])
def test_thirty_days_without_an_answer_end_with_the_day(second: int, *, is_told: bool) -> None:
    """The day of the view ends at midnight, thirty days after that of D - 29 began."""
    rows = [text(0, D - 90, "out"), text(0, D - 29, "out", hour=second / 3600)]
    assert bool(reciprocity(view([], rows), window=YEAR).never_answer) == is_told


def test_followers_are_on_the_list_where_they_count_and_else_the_audience() -> None:
    frames = world(ties=[tie(0, "follower"), tie(1)])
    counting = History.of(frames, count_followers=True).at(D)
    assert counting.listed.tolist() == [True, True]
    assert not counting.audience.any()
    usual = History.of(frames).at(D)
    assert (usual.listed.tolist(), usual.audience.tolist()) == ([False, True], [True, False])


def test_what_is_known_of_people_stands_at_their_numbers() -> None:
    people = [
        person(n)._replace(company=f"C{n}", position=f"P{n}", tags=(f"t{n}",), cadence=f"{n}d")
        for n in range(3)
    ]
    frames = world(people=people)
    for one in (frames, replace(frames, people=frames.people.iloc[::-1])):
        history = History.of(one, max_group=5)
        assert history.positions.tolist() == ["P0", "P1", "P2"]
        assert history.companies.tolist() == ["C0", "C1", "C2"]
        assert history.cadences.tolist() == ["0d", "1d", "2d"]
        assert history.tags.tolist() == [("t0",), ("t1",), ("t2",)]
        assert history.ids.tolist() == ["p000", "p001", "p002"]
        assert history.names.tolist() == [f"Person 00{n}" for n in range(3)]
        assert history.sort_keys.tolist() == [f"person 00{n}" for n in range(3)]
        assert (history.people, history.max_group) == (3, 5)


def test_an_event_is_a_message_between_two_one_way() -> None:
    rows = [
        text(0, D - 9, "in"), text(0, D - 8, "out", size=2),
        interaction(0, D - 7, "both", medium="text"), interaction(0, D - 6, "in", medium="public"),
        interaction(0, D - 5, "out", medium="voice"), text(0, D - 4, "out"),
    ]  # fmt: skip
    seen = view([], rows)
    assert events(seen.interactions).tolist() == [True, False, False, False, False, True]


def test_what_changed_in_a_year_is_the_difference() -> None:
    ties = [tie(0), tie(1), tie(2, since=D - 5), tie(3, since=D - 400, until=D - 100)]
    rows = [meeting(3, D - 400), meeting(0, D - 800), *(meeting(n, D - 9) for n in range(3))]
    found = momentum(view(ties, rows), window=YEAR)
    changes = (found.list_change_1y, found.network_change_1y, found.two_way_change_1y)
    assert changes == (3 - 3, 3 - 1, 3 - 1)
