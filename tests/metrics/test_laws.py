"""What must hold of every answer, whatever the world."""

import re
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.oracle import World
from metrics.strategies import any_world, day_spans
from metrics.worlds import InteractionRow, SnapshotRow, kept, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.audits.weekly import weekly
from netaudit.calendar import iso, read_iso
from netaudit.frames import Frames
from netaudit.report import Report

often = settings(max_examples=100, deadline=None)
#: Days after which the calendar repeats itself, weekdays and leap years included.
GREGORIAN_CYCLE = 146_097


def frames_of(one: World) -> Frames:
    return world(
        people=one.people,
        ties=one.ties,
        interactions=one.interactions,
        signals=one.signals,
        snapshots=one.snapshots,
    )


def reports(one: World, frames: Frames) -> tuple[Report, Report]:
    options = Options(window=one.window, stale=one.stale, by=one.by, max_group=one.max_group)
    return audit(frames, one.as_of, options), weekly(frames, one.as_of, options)


@often
@given(any_world(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(one: World, random: Random) -> None:
    frames = frames_of(one)
    names = ("people", "ties", "interactions", "signals", "moves", "snapshots", "left_out")
    shuffled = {}
    for name in names:
        frame = getattr(frames, name)
        shuffled[name] = frame.iloc[random.sample(range(len(frame)), len(frame))]
    assert reports(one, frames) == reports(one, replace(frames, **shuffled))


@often
@given(any_world())
def test_reports_change_nothing(one: World) -> None:
    frames = frames_of(one)
    with kept(frames):
        reports(one, frames)


def later(one: World, days: int) -> World:
    """Move a world and the day it is looked at by so many days."""

    def moved(row: InteractionRow) -> InteractionRow:
        return row._replace(day=row.day + days, at=row.at + 86_400 * days)

    def exported(row: SnapshotRow) -> SnapshotRow:
        known = None if row.exported_on is None else row.exported_on + days
        return row._replace(exported_on=known)

    return replace(
        one,
        as_of=one.as_of + days,
        interactions=[moved(row) for row in one.interactions],
        signals=[row._replace(day=row.day + days) for row in one.signals],
        snapshots=[exported(row) for row in one.snapshots],
        ties=[
            row._replace(
                since=None if row.since is None else row.since + days,
                until=None if row.until is None else row.until + days,
            )
            for row in one.ties
        ],
    )


def answers(one: World, days: int) -> list[Any]:
    """Return all figures and rows, with dates moved by so many days."""

    def cell(value: Any) -> Any:  # noqa: ANN401 - a cell is of any type
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return iso(read_iso(value) + days)
        return value

    return [
        (
            {one.key: one.value for one in section.figures},
            section.previous,
            [[[cell(value) for value in row] for row in table.rows] for table in section.tables],
        )
        for report in reports(one, frames_of(one))
        for section in report.sections
    ]


@often
@given(any_world(day_spans), st.sampled_from([-GREGORIAN_CYCLE, GREGORIAN_CYCLE]))
def test_a_later_world_gives_later_answers(one: World, days: int) -> None:
    assert answers(later(one, days), 0) == answers(one, days)


@often
@given(any_world(day_spans), st.integers(-500, 500))
def test_only_rhythms_depend_on_the_calendar(one: World, days: int) -> None:
    found, wanted = answers(later(one, days), 0), answers(one, days)
    for figures, *_ in (*found, *wanted):
        figures.pop("weekly", None)
        figures.pop("monthly", None)
    assert found == wanted


@often
@given(any_world())
def test_no_number_is_missing_by_being_nan(one: World) -> None:
    for report in reports(one, frames_of(one)):
        for section in report.sections:
            cells = [figure.value for figure in section.figures]
            cells += [cell for table in section.tables for row in table.rows for cell in row]
            assert all(value == value for value in cells)  # noqa: PLR0124
            for value in cells:
                plain = isinstance(value, tuple) or type(value) in {int, float, str, type(None)}
                assert plain, type(value)


def test_nothing_at_all_gives_zeros_and_nones() -> None:
    empty = World([], [], [], as_of=1000)
    for report in reports(empty, frames_of(empty)):
        for section in report.sections:
            assert {figure.value for figure in section.figures} <= {0, None}
            assert not any(row[1] for table in section.tables for row in table.rows)


@often
@given(any_world())
def test_what_is_dated_later_is_invisible(one: World) -> None:
    past = replace(
        one,
        interactions=[row for row in one.interactions if row.day <= one.as_of],
        signals=[row for row in one.signals if row.day <= one.as_of],
        ties=[
            row._replace(until=None if row.until is None or row.until > one.as_of else row.until)
            for row in one.ties
            if row.since is None or row.since <= one.as_of
        ],
    )
    assert reports(past, frames_of(past)) == reports(one, frames_of(one))
