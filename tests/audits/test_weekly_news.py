"""Whether a week brings anything that the week before did not."""

from dataclasses import replace

import pytest
from hypothesis import given

from metrics.oracle import World
from metrics.reported import options
from metrics.strategies import any_world, examples, frames_of
from metrics.worlds import (
    D,
    InteractionRow,
    SnapshotRow,
    TieRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.audits.options import Options
from netaudit.audits.weekly import says_the_same, weekly
from netaudit.frames import Frames
from netaudit.report import Report

WEEK = 7
#: Nothing that turns within the weeks looked at: long known, long answered.
QUIET = [text(0, D - 200, "in"), text(0, D - 199, "out"), text(1, D - 60, "in")]
REACHING = SnapshotRow("linkedin", "full.zip", D + 1)


def week(frames: Frames, day: int = D) -> Report:
    return weekly(frames, day, Options())


def is_news(frames: Frames, day: int = D) -> bool:
    return not says_the_same(week(frames, day), week(frames, day - WEEK))


def quiet(*rows: InteractionRow, ties: tuple[TieRow, ...] = ()) -> Frames:
    return world(
        people=3,
        ties=[tie(0, since=D - 900), tie(1, since=D - 900), *ties],
        interactions=[*QUIET, *rows],
        snapshots=[REACHING],
    )


def test_a_quiet_week_after_a_quiet_week_is_no_news() -> None:
    now, before = week(quiet()), week(quiet(), D - WEEK)
    assert now.sections[1].tables[0].rows != before.sections[1].tables[0].rows  # of another age
    assert now.sections[2].tables[0].rows != before.sections[2].tables[0].rows
    assert says_the_same(now, before)


@pytest.mark.parametrize(
    ("what", "frames"),
    [
        ("somebody was touched", quiet(text(0, D, "out"))),
        ("somebody was touched the week before", quiet(text(0, D - WEEK, "out"))),
        ("somebody came onto the list", quiet(ties=(tie(2, since=D),))),
        ("somebody came onto it the week before", quiet(ties=(tie(2, since=D - WEEK),))),
        ("somebody waits", quiet(text(0, D - 5, "in"))),
        ("somebody went stale", quiet(meeting(0, D - 33))),
        ("somebody went from the list", quiet(ties=(TieRow(2, "connection", D - 900, D - 1),))),
    ],
)
def test_what_is_news(what: str, frames: Frames) -> None:
    assert is_news(frames), what


def test_another_person_is_news_whatever_the_figures() -> None:
    """Coffee with one the week before, with the other this week: all numbers are the same."""
    frames = quiet(meeting(0, D - 2 - WEEK), meeting(1, D - 2), meeting(1, D - 2 - 2 * WEEK))
    told = [
        [(one.key, one.value) for one in week(frames, day).sections[0].figures]
        for day in (D, D - WEEK)
    ]
    assert told[0] == told[1]
    assert is_news(frames)


def test_whoever_waits_again_since_another_day_is_news() -> None:
    """The same person, with the same kind of message, in both weeks."""
    days = [(text(2, day, "out", 9), text(2, day, "in", 10)) for day in (D - 4 - WEEK, D - 4)]
    frames = quiet(*days[0], *days[1], ties=(tie(2, since=D - 900),))
    now, before = (
        replace(made, sections=made.sections[1:2])
        for made in (week(frames), week(frames, D - WEEK))
    )
    told = [
        [row for row in made.sections[0].tables[0].rows if row[1] == "last_word"]
        for made in (now, before)
    ]
    assert [[row[3] for row in rows] for rows in told] == [[4], [4]]
    assert not says_the_same(now, before)


def test_that_an_export_is_due_is_news_once() -> None:
    """Also where the week before was as quiet, and the week that is unknown after it."""
    ended = [SnapshotRow("linkedin", "full.zip", D - 3)]
    frames = world(people=2, ties=[tie(0), tie(1)], interactions=QUIET, snapshots=ended)
    assert not is_news(frames, D)
    days = [day for day in range(D, D + 8 * WEEK, WEEK) if is_news(frames, day)]
    assert " A new export is due." in week(frames, D + WEEK).headline
    assert D + WEEK in days
    assert D + 2 * WEEK not in days


def test_a_source_that_ceases_to_be_fresh_is_news() -> None:
    sources = [SnapshotRow("linkedin", "full.zip", D), SnapshotRow("x", "x.zip", D + 99)]
    frames = world(people=2, ties=[tie(0), tie(1)], interactions=QUIET, snapshots=sources)
    assert [is_news(frames, D + days) for days in (WEEK, 2 * WEEK, 3 * WEEK)] == [
        False, True, False
    ]  # fmt: skip


def test_a_store_without_anything_has_no_news() -> None:
    assert not is_news(world())
    headlines = [week(world(), day).headline for day in (D, D - WEEK)]
    assert headlines[0] != headlines[1]  # they name the day


def test_the_headline_is_news_where_a_number_in_it_changes() -> None:
    now, before = week(quiet()), week(quiet(), D - WEEK)
    assert not says_the_same(replace(now, headline=f"{now.headline} 1 more."), before)


def test_the_order_of_rows_is_no_news() -> None:
    rows = [interaction(n, D - 60 - n, "in", hour=9) for n in range(2)]
    frames = world(people=[person(0), person(1)], ties=[tie(0), tie(1)], interactions=rows)
    now = week(frames)
    (waiting,) = now.sections[1].tables
    turned = replace(waiting, rows=waiting.rows[::-1])
    assert len(waiting.rows) == 2
    other = replace(now.sections[1], tables=(turned,))
    assert says_the_same(replace(now, sections=(now.sections[0], other, now.sections[2])), now)


@examples(30)
@given(any_world())
def test_a_week_says_what_it_says(one: World) -> None:
    frames = frames_of(one)
    made = weekly(frames, one.as_of, options(one))
    touched = made.sections[0].figures[0]
    assert touched.key == "people_touched"
    same = says_the_same(made, weekly(frames, one.as_of, options(one)))
    assert same == (not touched.value)
    fewer = replace(made, sections=made.sections[1:])
    assert not says_the_same(made, fewer)
