"""Tables of people and of imports, and shares of the few who have most: at their edges."""

from dataclasses import replace
from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    SignalRow,
    SnapshotRow,
    interaction,
    kept,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span
from netaudit.metrics.coverage import Import, coverage
from netaudit.metrics.depth_breadth import depth_breadth
from netaudit.metrics.directory import Entry, directory
from netaudit.metrics.evidence import OnScreen, Standing
from netaudit.metrics.horizon import sources
from netaudit.metrics.openers import openers
from netaudit.metrics.reasons import on_screen
from netaudit.metrics.scope import History
from netaudit.metrics.stale import By
from netaudit.metrics.suggestions import suggestions
from netaudit.metrics.week import Week, week

YEAR = Span(365, "d")


def test_everybody_who_is_not_ignored_stands_in_the_directory() -> None:
    frames = world(
        people=[person(0), person(1), person(2, ignored=True), person(3), person(4)],
        ties=[
            tie(0, since=D - 9), tie(0, "following", since=D - 20, until=D - 3), tie(2),
            tie(3, "follower"), tie(4, since=D + 1),
        ],
        interactions=[
            text(0, D - 5, "in"), text(0, D - 5, "out", hour=13), text(0, D - 3, "in"),
            meeting(1, D), text(1, D + 1, "in"), text(2, D, "in"), text(3, 1, "out"),
        ],
    )  # fmt: skip
    with kept(frames):
        found = directory(History.of(frames).at(D))
    assert found == [
        Entry(0, listed=True, state="two_way", since=D - 20, last=D - 3, contact_days=2),
        Entry(1, listed=False, state="met", since=None, last=D, contact_days=1),
        Entry(3, listed=False, state="only_out", since=None, last=1, contact_days=1),
        Entry(4, listed=False, state="never", since=None, last=None, contact_days=0),
    ]
    for entry in found:
        assert [type(cell) for cell in entry[:3]] == [int, bool, str]
        assert {type(cell) for cell in entry[3:]} <= {int, type(None)}


def messages(*rows: InteractionRow) -> int:
    """Return how many messages to many are left out."""
    frames = world(people=9, interactions=rows)
    return coverage(frames, as_of=D, max_group=3).group_messages_left_out


def test_a_message_of_mine_to_many_is_one_and_those_of_theirs_are_as_many_as_there_are() -> None:
    mine = [text(n, D, "out", size=4) for n in range(4)]
    theirs = [text(n, D, "in", size=4) for n in range(3)]
    assert messages(*mine) == 1
    assert messages(*theirs) == 3
    assert messages(*mine, *theirs) == 4
    assert messages(*mine, *(text(n, D, "out", hour=13, size=4) for n in range(4))) == 2
    assert messages(*mine, *(text(n, D, "out", size=5) for n in range(5))) == 2
    other = [interaction(n, D, "out", channel="email", hour=12, size=4) for n in range(4)]
    assert messages(*mine, *other) == 2
    assert messages(*(text(n, D, "out", size=3) for n in range(3))) == 0
    party = [interaction(n, D, "both", medium="in_person", size=9, logged=True) for n in range(9)]
    assert messages(*party) == 0
    assert messages(*(text(n, D + 1, "out", size=4) for n in range(4))) == 0


def test_imports_are_told_by_their_day_then_by_source_and_name() -> None:
    rows = [
        SnapshotRow("x", "b", D, covers=True, read=3),
        SnapshotRow("linkedin", "z", D, covers=True, read=2),
        SnapshotRow("linkedin", "a", D, covers=True, read=9, set_aside=1),
        SnapshotRow("linkedin", "a", D, covers=True, read=1, set_aside=1, skipped=2),
        SnapshotRow("x", "a", None, covers=False, read=1),
        SnapshotRow("x", "a", D - 9, covers=True, read=7),
    ]
    found = coverage(world(people=1, snapshots=rows), as_of=D).imports
    day, early = "2026-07-15", "2026-07-06"
    assert found == (
        Import("x", "a", None, 1, 0, 0),
        Import("x", "a", early, 7, 0, 0),
        Import("linkedin", "a", day, 1, 1, 2),
        Import("linkedin", "a", day, 9, 1, 0),
        Import("linkedin", "z", day, 2, 0, 0),
        Import("x", "b", day, 3, 0, 0),
    )


@pytest.mark.parametrize("most", [5, 15])
@pytest.mark.parametrize(
    ("more", "days", "top"), [(0, 2, 1.0), (1, 2, 1 - 1 / 31), (15, 3, 0.75), (16, 3, 45 / 61)]
)
def test_the_share_of_those_with_most_days(most: int, more: int, days: int, top: float) -> None:
    """Five or fifteen have several days, `more` who come after them one; `top` is of fifteen."""
    numbers = range(most + more)
    rows = [meeting(n, D - ago) for n in numbers for ago in range(days if n < most else 1)]
    frames = world(ties=[tie(n) for n in numbers], interactions=rows)
    found = depth_breadth(History.of(frames).at(D), window=YEAR)
    if most == 15:
        assert found.top_15_share == pytest.approx(top)
    else:
        assert found.top_5_share == pytest.approx(5 * days / (5 * days + more))


@pytest.mark.parametrize(("day", "ends"), [(1, 1), (89, 1), (90, 1), (91, 2), (181, 2), (182, 3)])
def test_the_first_quarter_of_the_calendar_has_none_before(day: int, ends: int) -> None:
    frames = world(people=1, interactions=[meeting(0, 1)])
    quarters = depth_breadth(History.of(frames).at(day), window=YEAR).quarter_ends
    assert len(quarters) == ends


def layers(*days: str) -> tuple[int, int, int]:
    """Return who counts weekly, monthly and yearly of one person met on these days."""
    rows = [meeting(1, date.fromisoformat(day).toordinal()) for day in days]
    found = depth_breadth(History.of(world(interactions=rows)).at(D), window=YEAR)
    return (found.weekly, found.monthly, found.yearly)


def test_months_are_those_of_the_calendar() -> None:
    five = [f"2026-{month:02}-{day:02}" for month in range(2, 7) for day in (1, 14, 28)]
    assert layers(*five) == (0, 0, 1)
    assert layers(*five[1:-1]) == (0, 0, 1)
    assert layers(*five[1:-1], "2026-07-01") == (0, 1, 1)
    assert layers(*five[:10], "2026-07-01") == (0, 0, 1)
    assert layers(*five[:11], "2026-07-01") == (0, 0, 1)
    assert layers(*five[2:], "2026-07-01") == (0, 1, 1)


@pytest.mark.parametrize(("day", "yearly"), [("2025-07-15", 0), ("2025-07-16", 1)])
def test_a_year_has_365_days(day: str, yearly: int) -> None:
    assert layers(day) == (0, 0, yearly)


@pytest.mark.parametrize(
    ("days", "window", "named"),
    [(10, 10, True), (9, 10, False), (10, 9, False), (11, 10, True), (10, 365, True)],
)
def test_a_call_suggests_itself_for_messages_on_ten_days_of_the_window(
    days: int, window: int, *, named: bool
) -> None:
    rows = [text(1, D - n, way) for n in range(days) for way in ("in", "out")]
    frames = world(ties=[tie(1)], interactions=[*rows, meeting(2, D - 3)])
    view, span = History.of(frames).at(D), Span(window, "d")
    found = on_screen(Standing(view, span, sources(frames, as_of=D), calls=True))
    assert list(found) == ([OnScreen(1, min(days, window))] if named else [])


def test_openers_and_answers_alternate_where_each_is_near_enough() -> None:
    rows = [text(1, D - 80 + 20 * n, "out" if n % 2 else "in") for n in range(5)]
    found = openers(History.of(world(interactions=rows)).at(D).interactions)
    assert (found.place.tolist(), found.answer.tolist()) == ([0, 2, 4], [1, 3, -1])


def test_the_first_of_everybody_opens_whatever_their_number() -> None:
    for first in range(3):
        rows = [text(first, D - 9, "in"), text(first + 1, D - 9, "in"), text(first + 1, D, "out")]
        found = openers(History.of(world(interactions=rows)).at(D).interactions)
        assert (found.place.tolist(), found.answer.tolist()) == ([0, 1], [-1, 2])


def weeks(*rows: InteractionRow, exported_on: int = D, by: By = "anyone") -> Week:
    frames = world(
        people=3, ties=[tie(n) for n in range(3)], interactions=rows,
        snapshots=[SnapshotRow("linkedin", "export", exported_on)],
    )  # fmt: skip
    history = History.of(frames)
    return week(history.at(D), history.at(D - 7), window=YEAR, stale=Span(30, "d"), by=by)


def test_who_became_stale_in_the_week_is_told_by_whose_touches_count() -> None:
    rows = [text(1, D - 60, "in"), text(1, D - 31, "out"), text(1, D - 2, "in")]
    rows += [text(2, D - 32, "in"), text(2, D - 90, "out"), text(0, D - 40, "in")]
    assert [one.person_id for one in weeks(*rows).newly_stale] == ["p002"]
    assert [one.person_id for one in weeks(*rows, by="me").newly_stale] == ["p001"]
    history = History.of(world(people=3, ties=[tie(n) for n in range(3)], interactions=rows))
    usual = week(history.at(D), history.at(D - 7), window=YEAR, stale=Span(30, "d"))
    assert [one.person_id for one in usual.newly_stale] == ["p002"]


@pytest.mark.parametrize(("ago", "is_known"), [(0, True), (6, True), (7, False), (8, False)])
def test_the_list_is_known_where_an_export_reaches_into_the_week(
    ago: int, *, is_known: bool
) -> None:
    assert weeks(exported_on=D - ago).list_known == is_known


@pytest.mark.parametrize(
    ("medium", "calls"), [("text", False), ("voice", True), ("in_person", True)]
)
def test_a_call_or_a_meeting_of_anybody_says_that_such_are_logged(
    medium: str, *, calls: bool
) -> None:
    frames = world(interactions=[interaction(0, D, "both", medium=medium, logged=True)])
    reach = sources(frames, as_of=D)
    found = suggestions(History.of(frames).at(D), window=YEAR, limit=5, sources=reach)
    assert (found.calls, found.words) == (calls, True)


def test_signals_count_up_to_the_day_itself() -> None:
    signals = [SignalRow(0, "invitation", D), SignalRow(1, "invitation", D + 1)]
    found = coverage(world(people=2, signals=signals), as_of=D)
    assert (found.people, found.signals) == (1, 1)


def test_rows_of_people_may_come_in_any_order() -> None:
    people = [person(0, ""), person(1, ignored=True), person(2)]
    frames = world(people=people, interactions=[meeting(0, D), text(1, D, "in")])
    for one in (frames, replace(frames, people=frames.people.iloc[::-1])):
        found = coverage(one, as_of=D)
        told = (found.people, found.people_without_name, found.people_ignored)
        assert (*told, found.people_only_in_log) == (2, 1, 1, 1)


def test_a_tie_of_the_day_itself_makes_somebody_known() -> None:
    ties = [tie(0, since=D), tie(1, since=D + 1), tie(2)]
    assert coverage(world(ties=ties), as_of=D).people == 2


def test_whoever_followed_before_is_new_on_the_list_when_connected() -> None:
    ties = [
        tie(0, "follower", since=D - 100), tie(0, since=D - 3), tie(1, since=D - 100),
        tie(2, since=D - 7), tie(3, since=D - 6), tie(4, since=D), tie(5, "follower", since=D),
    ]  # fmt: skip
    history = History.of(world(ties=ties))
    found = week(history.at(D), history.at(D - 7), window=YEAR, stale=Span(30, "d"))
    assert [one.person_id for one in found.added_to_list] == ["p000", "p003", "p004"]
