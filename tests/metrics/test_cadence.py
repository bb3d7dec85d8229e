"""Who is due, in worlds small enough for a pencil."""

from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    PersonRow,
    interaction,
    kept,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.calendar import Span, iso
from netaudit.frames import NEVER
from netaudit.metrics.cadence import Cadence, DuePerson, cadence, due_on, state
from netaudit.metrics.scope import History
from netaudit.report import Person


def meant(number: int, span: str, tag: str = "", *, ignored: bool = False) -> PersonRow:
    return person(number, ignored=ignored)._replace(cadence=span, cadence_tag=tag)


def measured(
    people: list[PersonRow], interactions: list[InteractionRow], as_of: int = D
) -> Cadence:
    return cadence(History.of(world(people=people, interactions=interactions)).at(as_of))


def ids(rows: tuple[DuePerson, ...]) -> list[str]:
    return [one.person.person_id for one in rows]


def test_nobody_has_a_cadence() -> None:
    assert measured([], []) == Cadence(0, (), ())
    assert measured([person(0)], [text(0, D, "in")]) == Cadence(0, (), ())


@pytest.mark.parametrize(
    ("ago", "counts"),
    [(22, (1, 0)), (21, (0, 1)), (20, (0, 1)), (14, (0, 1)), (13, (0, 0)), (0, (0, 0))],
)
def test_what_is_due_today_is_not_overdue_and_a_week_ahead_is_told(
    ago: int, counts: tuple[int, int]
) -> None:
    found = measured([meant(0, "3w")], [text(0, D - ago, "in")])
    assert (len(found.overdue), len(found.due)) == counts
    assert found.with_cadence == 1


def test_a_row_says_all_that_it_follows_from() -> None:
    found = measured([meant(0, "1mo", "friends"), meant(1, "2y")], [meeting(0, D - 40)])
    assert found.overdue == (
        DuePerson(Person("Person 000", "p000"), "1mo", "friends", "2026-06-05", 40, "2026-07-05"),
        DuePerson(Person("Person 001", "p001"), "2y", None, None, None, None),
    )


def test_the_longest_overdue_come_first_and_those_never_in_touch_last() -> None:
    people = [
        meant(0, "1w"), meant(1, "1y"), meant(2, "1w"), meant(3, "2w"), meant(4, "1w"),
        meant(5, "1w"), meant(6, "1y"),
    ]  # fmt: skip
    days = {0: 9, 1: 400, 3: 16, 4: 1, 5: 7, 6: 1}
    found = measured(people, [text(who, D - ago, "out") for who, ago in days.items()])
    assert ids(found.overdue) == ["p001", "p000", "p003", "p002"]
    assert ids(found.due) == ["p005", "p004"]
    assert found.with_cadence == 7


@pytest.mark.parametrize("direction", ["in", "out", "both"])
def test_whoever_began_it_it_counts(direction: str) -> None:
    assert measured([meant(0, "1mo")], [interaction(0, D, direction)]).overdue == ()


def test_what_is_to_come_and_what_went_to_many_is_no_contact() -> None:
    rows = [text(0, D - 9, "in"), text(0, D + 1, "in"), text(0, D - 1, "in", size=9)]
    assert measured([meant(0, "1w")], rows).overdue[0].last == iso(D - 9)
    assert measured([meant(0, "1w")], rows, D + 1).overdue == ()


def test_the_ignored_are_not_meant_and_strangers_to_the_list_are() -> None:
    people = [meant(0, "1w", ignored=True), meant(1, "1w"), person(2)]
    frames = world(people=people, ties=[tie(0), tie(2)], interactions=[text(1, D - 30, "in")])
    found = cadence(History.of(frames).at(D))
    assert (found.with_cadence, ids(found.overdue)) == (1, ["p001"])


def test_never_is_no_cadence() -> None:
    found = measured([meant(0, NEVER), meant(1, "1w")], [text(0, D - 30, "in")])
    assert (found.with_cadence, ids(found.overdue), found.due) == (1, ["p001"], ())


def test_months_are_steps_on_the_calendar() -> None:
    last = date(2026, 1, 31).toordinal()
    for as_of, overdue in (("2026-02-28", 0), ("2026-03-01", 1)):
        day = date.fromisoformat(as_of).toordinal()
        assert len(measured([meant(0, "1mo")], [text(0, last, "in")], day).overdue) == overdue


def test_one_rule_for_one_person() -> None:
    assert due_on(None, Span(1, "w")) is None
    assert due_on(D, Span(1, "w")) == D + 7
    assert [state(due, D) for due in (None, D - 1, D, D + 7, D + 8)] == [
        "overdue", "overdue", "due", "due", "kept",
    ]  # fmt: skip


def test_neither_the_order_of_rows_nor_of_people_matters_and_nothing_is_changed() -> None:
    people = [meant(n, ("1w", "", "2mo", "1y")[n % 4], ignored=n % 5 == 0) for n in range(20)]
    rows = [text(n, D - 11 * n, "in") for n in range(17)]
    frames, turned = (world(people=people, interactions=some) for some in (rows, rows[::-1]))
    shuffled = turned.people.iloc[::-1]
    with kept(frames):
        found = cadence(History.of(frames).at(D))
    object.__setattr__(turned, "people", shuffled)
    assert cadence(History.of(turned).at(D)) == found
    assert found.overdue
