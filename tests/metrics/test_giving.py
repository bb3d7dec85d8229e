"""Giving and asking, in worlds small enough for a pencil."""

import pytest

from metrics.worlds import D, InteractionRow, PersonRow, interaction, person, world
from netaudit.calendar import Span, iso
from netaudit.metrics.giving import Giving, OnlyAsked, OpenAsk, giving
from netaudit.metrics.scope import History
from netaudit.report import Person

YEAR = Span(365, "d")


def measured(rows: list[InteractionRow], people: list[PersonRow] | None = None) -> Giving:
    view = History.of(world(people=people, interactions=rows)).at(D)
    return giving(view, window=YEAR)


def entry(
    day: int, direction: str, purpose: str = "", *, who: int = 0, position: int = 0
) -> InteractionRow:
    """Return a log entry of which only the day is known."""
    return interaction(who, day, direction, logged=True, position=position, purpose=purpose)


def test_purposes_are_counted_one_by_one() -> None:
    found = measured(
        [
            entry(D, "both", "gave+asked+social"),
            entry(D - 364, "both", "gave"),
            entry(D - 365, "both", "gave+got"),
            entry(D, "in", "was_asked+thanked"),
            entry(D, "both", "got+work", who=1),
            entry(D + 1, "both", "gave"),
            entry(D, "both"),
        ]
    )
    counts = (found.gave, found.got, found.asked, found.was_asked, found.thanked)
    assert counts == (2, 1, 1, 1, 1)
    assert found.give_share == 0.5
    assert found.purposes


def test_being_asked_and_thanking_is_no_share_of_giving() -> None:
    found = measured([entry(D, "in", "was_asked"), entry(D, "out", "thanked")])
    assert (found.asked, found.was_asked, found.thanked, found.give_share) == (0, 1, 1, None)


def test_nothing_that_is_counted_says_what_it_was_for() -> None:
    people = [person(0), person(1, ignored=True)]
    rows = [entry(D, "in"), entry(D, "both", "social+work"), entry(D, "out", "asked", who=1)]
    for found in (measured([]), measured(rows, people)):
        assert not found.purposes
        assert (found.gave, found.give_share, found.only_asked, found.open_asks) == (
            0,
            None,
            (),
            (),
        )


def test_only_asked_by_asks_then_name() -> None:
    people = [person(0, "bea"), person(1, "Ada"), person(2, "Cy"), person(3, "Di")]
    rows = [
        *(entry(D - 900, "out", "asked", who=number) for number in range(4)),
        entry(D, "both", "asked+thanked", who=2),
        entry(D - 2000, "both", "gave", who=3),
        entry(D, "both", "was_asked", who=1),
    ]
    assert measured(rows, people).only_asked == (
        OnlyAsked(Person("Cy", "p002"), 2, 0),
        OnlyAsked(Person("Ada", "p001"), 1, 0),
        OnlyAsked(Person("bea", "p000"), 1, 0),
    )


def test_who_asks_and_gives_in_one_entry_does_not_only_ask() -> None:
    assert measured([entry(D, "both", "asked+gave")]).only_asked == ()


def still_open(*rows: InteractionRow) -> list[tuple[str, int]]:
    return [(ask.who, ask.days) for ask in measured(list(rows)).open_asks]


@pytest.mark.parametrize(
    ("direction", "purpose", "answers"),
    [("in", "", True), ("both", "", True), ("out", "got", True), ("out", "", False),
     ("out", "gave", False), ("out", "thanked", False)],
)  # fmt: skip
def test_what_answers_my_ask(direction: str, purpose: str, *, answers: bool) -> None:
    later = entry(D - 3, direction, purpose)
    found = still_open(entry(D - 5, "out", "asked"), later)
    assert found == ([] if answers else [("me", 5)])
    assert still_open(entry(D - 2, "out", "asked"), later) == [("me", 2)]


@pytest.mark.parametrize(
    ("direction", "purpose", "answers"),
    [("out", "", True), ("both", "", True), ("in", "gave", True), ("in", "", False),
     ("in", "got", False), ("in", "thanked", False)],
)  # fmt: skip
def test_what_answers_their_ask(direction: str, purpose: str, *, answers: bool) -> None:
    later = entry(D - 3, direction, purpose)
    found = still_open(entry(D - 5, "in", "was_asked"), later)
    assert found == ([] if answers else [("them", 5)])
    assert still_open(entry(D - 2, "in", "was_asked"), later) == [("them", 2)]


def test_an_entry_does_not_answer_its_own_ask() -> None:
    assert still_open(entry(D - 5, "both", "asked")) == [("me", 5)]
    assert still_open(entry(D - 5, "both", "asked+got")) == [("me", 5)]
    both = entry(D - 5, "both", "asked+was_asked")
    assert still_open(both) == [("me", 5), ("them", 5)]


def test_only_the_latest_ask_can_be_open() -> None:
    first, second = entry(D - 9, "out", "asked"), entry(D - 5, "out", "asked")
    assert still_open(first, second) == [("me", 5)]
    assert still_open(first, entry(D - 7, "in"), second) == [("me", 5)]
    assert still_open(first, second, entry(D - 4, "in")) == []


def test_an_answer_of_somebody_else_is_none() -> None:
    assert still_open(entry(D - 5, "out", "asked"), entry(D - 4, "in", who=1)) == [("me", 5)]


def test_an_answer_that_is_to_come_is_none() -> None:
    assert still_open(entry(D, "out", "asked"), entry(D + 1, "in")) == [("me", 0)]


def test_on_one_day_the_order_of_the_log_decides() -> None:
    ask = entry(D, "out", "asked", position=1)
    assert still_open(ask, entry(D, "in", position=2)) == []
    assert still_open(ask, entry(D, "in", position=0)) == [("me", 0)]
    imported = interaction(0, D, "in", hour=12)
    assert still_open(ask, imported) == [("me", 0)]
    assert still_open(ask, interaction(0, D, "in", hour=12.5)) == []


def test_open_asks_by_days_then_name_then_side() -> None:
    people = [person(0, "bea"), person(1, "Ada"), person(2, "Cy")]
    rows = [
        entry(D - 5, "both", "asked+was_asked", who=0),
        entry(D - 5, "in", "was_asked", who=1),
        entry(D - 700, "out", "asked", who=2),
    ]
    assert measured(rows, people).open_asks == (
        OpenAsk(Person("Cy", "p002"), "me", iso(D - 700), 700),
        OpenAsk(Person("Ada", "p001"), "them", iso(D - 5), 5),
        OpenAsk(Person("bea", "p000"), "me", iso(D - 5), 5),
        OpenAsk(Person("bea", "p000"), "them", iso(D - 5), 5),
    )
