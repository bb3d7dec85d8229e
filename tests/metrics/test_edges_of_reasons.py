"""Reasons to talk to somebody, to the day, and in which order they are given."""

from dataclasses import replace

from metrics.worlds import (
    D,
    InteractionRow,
    MoveRow,
    PersonRow,
    TieRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span
from netaudit.metrics import reasons
from netaudit.metrics.evidence import Moved, New, Overdue, Standing
from netaudit.metrics.scope import History

YEAR = Span(365, "d")


def standing(
    ties: list[TieRow],
    rows: list[InteractionRow] | None = None,
    moves: list[MoveRow] | None = None,
    people: list[PersonRow] | int = 4,
) -> Standing:
    frames = world(people=people, ties=ties, interactions=rows or [], moves=moves or [])
    return Standing(History.of(frames).at(D), YEAR, (), calls=True)


def test_a_new_connection_is_as_old_as_the_connection() -> None:
    ties = [
        tie(0, since=D - 3), tie(0, "following", since=D - 200), tie(1, since=D - 89),
        tie(2, since=D - 90), tie(3, "following", since=D - 1),
    ]  # fmt: skip
    assert reasons.new(standing(ties)) == [New(0, D - 3), New(1, D - 89)]


def test_new_is_who_is_still_connected_and_without_a_word() -> None:
    ties = [tie(0, since=D), tie(1, since=D - 9, until=D - 1), tie(2, since=D - 5), tie(3)]
    assert reasons.new(standing(ties, [text(2, D - 1, "in")])) == [New(0, D)]


def with_cadence(number: int, cadence: str) -> PersonRow:
    return person(number)._replace(cadence=cadence)


def test_the_overdue_come_by_how_many_cadences_they_are_late() -> None:
    people = [with_cadence(n, text) for n, text in enumerate(("1y", "7d", "30d", "7d", "90d"))]
    rows = [meeting(2, D - 61), meeting(3, D - 15), meeting(4, D - 400)]
    found = reasons.overdue(standing([], rows, people=people))
    weeks, month, season = Span(7, "d"), Span(30, "d"), Span(90, "d")
    assert list(found) == [
        Overdue(4, season, None, 400), Overdue(3, weeks, None, 15), Overdue(2, month, None, 61),
        Overdue(0, Span(1, "y"), None, None), Overdue(1, weeks, None, None),
    ]  # fmt: skip


def moved(*moves: MoveRow, rows: list[InteractionRow] | None = None) -> list[tuple[int, int]]:
    found = reasons.moved(standing([tie(n) for n in range(3)], rows, list(moves)))
    assert all(isinstance(one, Moved) for one in found)
    return [(one.person, one.seen_on) for one in found if isinstance(one, Moved)]


def test_a_change_of_job_is_news_from_the_day_it_was_seen_for_half_a_year() -> None:
    job = MoveRow(0, D, None, "Kiln", "Potter", "Oven", "Baker")
    assert moved(job) == [(0, D)]
    assert moved(job._replace(seen_on=D + 1)) == []
    assert moved(job._replace(seen_on=D - 180)) == [(0, D - 180)]
    assert moved(job._replace(seen_on=D - 181)) == []
    assert moved(job._replace(seen_on=D - 9, next_on=D)) == []
    assert moved(job._replace(seen_on=D - 9, next_on=D + 1)) == [(0, D - 9)]
    assert moved(job._replace(person=3)) == []


def test_whoever_was_in_touch_since_is_no_news() -> None:
    job = MoveRow(0, D - 9, None, "Kiln", "Potter", "Oven", "Baker")
    assert moved(job, rows=[text(0, D - 10, "in")]) == [(0, D - 9)]
    assert moved(job, rows=[text(0, D - 9, "in")]) == []


def test_changes_of_job_come_by_contact_days_then_those_to_another_company() -> None:
    moves = [
        MoveRow(0, D - 9, None, "Kiln", "Potter", "KILN", "Chief"),
        MoveRow(1, D - 9, None, "Kiln", "Potter", "Oven", "Potter"),
        MoveRow(2, D - 9, None, "Kiln", "Potter", "kiln", "Chief"),
        MoveRow(2, D - 5, None, "Kiln", "Potter", "kiln", "Chief"),
    ]
    assert moved(*moves, rows=[meeting(2, D - 20)]) == [(2, D - 5), (1, D - 9), (0, D - 9)]


def test_whoever_was_called_once_is_not_only_on_screen() -> None:
    rows = [text(1, D - n, way) for n in range(10) for way in ("in", "out")]
    call = interaction(1, D - 300, "both", medium="voice", logged=True)
    assert len(reasons.on_screen(standing([tie(1)], rows))) == 1
    assert reasons.on_screen(standing([tie(1)], [*rows, call])) == []
    assert reasons.on_screen(replace(standing([tie(1)], rows), calls=False)) == []
