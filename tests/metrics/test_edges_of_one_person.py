"""One person's page: every figure of it, in worlds where others have other ones."""

from datetime import date

import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    SnapshotRow,
    TieRow,
    interaction,
    kept,
    meeting,
    text,
    tie,
    world,
)
from netaudit.calendar import Span
from netaudit.metrics.evidence import New, Standing, Waits
from netaudit.metrics.horizon import sources
from netaudit.metrics.one_person import LATEST, Contact, OnePerson, Year, one_person
from netaudit.metrics.scope import MAX_GROUP, History

YEAR = Span(365, "d")
#: Somebody else, with whom there is more of everything.
OTHERS = [
    *(text(0, D - n, "in", hour=9) for n in range(30)),
    *(text(0, D - n, "out", hour=10) for n in range(30)),
    meeting(0, D - 1, purpose="gave+asked"),
]


def found(
    *rows: InteractionRow,
    ties: list[TieRow] | None = None,
    window: Span = YEAR,
    max_group: int = MAX_GROUP,
) -> OnePerson:
    """Look at person 1, beside whom there are person 0 and a person 2 without anything."""
    frames = world(
        people=3,
        ties=[tie(0), *(ties or [])],
        interactions=[*OTHERS, *rows],
        snapshots=[SnapshotRow("linkedin", "export", D)],
    )
    with kept(frames):
        view = History.of(frames, max_group=max_group).at(D)
        standing = Standing(view, window, sources(frames, as_of=D), calls=True)
        return one_person(standing, 1, window=window)


def test_nothing_is_on_record_with_somebody_who_is_only_listed() -> None:
    assert found(ties=[tie(1)]) == OnePerson(
        listed=True,
        both_ways_lately=False,
        state="never",
        interactions=0,
        contact_days=0,
        first=None,
        last=None,
        from_them=0,
        from_me=0,
        both=0,
        purposes={"gave": 0, "got": 0, "asked": 0, "was_asked": 0, "thanked": 0},
        gap=None,
        ladder=None,
        years=(),
        latest=(),
        reasons=(),
    )


def test_all_that_is_on_record_is_counted_by_its_way() -> None:
    one = found(
        text(1, D - 40, "in", hour=8),
        text(1, D - 40, "in", hour=9),
        text(1, D - 40, "out", hour=10),
        text(1, D - 3, "in"),
        meeting(1, D - 8, purpose="got"),
        meeting(1, D - 2, purpose="got+gave"),
        interaction(1, D - 2, "both", medium="voice", logged=True, position=1, purpose="thanked"),
    )
    assert (one.interactions, one.contact_days) == (7, 4)
    assert (one.from_them, one.from_me, one.both) == (3, 1, 3)
    assert (one.first, one.last) == (D - 40, D - 2)
    assert one.purposes == {"gave": 1, "got": 2, "asked": 0, "was_asked": 0, "thanked": 1}
    assert (one.listed, one.both_ways_lately, one.ladder) == (False, True, "in_person")


@pytest.mark.parametrize(
    ("medium", "ladder"),
    [("public", "public"), ("text", "text"), ("voice", "voice"), ("in_person", "in_person")],
)
def test_the_ladder_is_the_highest_medium(medium: str, ladder: str) -> None:
    one = found(
        interaction(1, D - 9, "out", medium="public"), interaction(1, D, "both", medium=medium)
    )
    assert one.ladder == ladder


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], "never"),
        ([text(1, D - 900, "out")], "only_out"),
        ([text(1, D - 900, "in")], "only_in"),
        ([text(1, D - 900, "in"), text(1, D - 1, "out")], "two_way"),
        ([meeting(1, D - 900)], "met"),
    ],
    ids=["nothing", "by me", "by them", "each way", "met"],
)
def test_the_state_is_of_the_whole_record(rows: list[InteractionRow], state: str) -> None:
    assert found(*rows).state == state


@pytest.mark.parametrize(("day", "lately"), [(D - 29, True), (D - 30, False), (D, True)])
def test_both_ways_lately_is_within_the_window(day: int, *, lately: bool) -> None:
    assert found(meeting(1, day), window=Span(30, "d")).both_ways_lately == lately


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        ([50, 40, 30], None),
        ([50, 40, 30, 20], 10.0),
        ([50, 40, 33, 20], 10.0),
        ([60, 50, 40, 34, 20], 10.0),
        ([60, 50, 40, 34, 21, 13], 10.0),
    ],
    ids=["three days", "four days", "uneven", "even number", "six"],
)
def test_a_usual_gap_needs_four_days(days: list[int], gap: float | None) -> None:
    assert found(*(meeting(1, D - ago) for ago in days)).gap == gap


def test_what_was_said_to_several_makes_no_gap() -> None:
    assert found(*(text(1, D - ago, "out", size=2) for ago in (50, 40, 30, 20))).gap is None


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_years_run_from_the_first_to_the_last_with_something() -> None:
    rows = [
        text(1, day("2023-12-31"), "in", hour=1), text(1, day("2023-12-31"), "in", hour=2),
        text(1, day("2023-01-01"), "out"), meeting(1, day("2026-01-01")),
        text(1, day("2026-02-01"), "out"),
        interaction(1, day("2026-02-01"), "both", medium="voice", logged=True),
        interaction(1, day("2026-03-01"), "in", medium="in_person", logged=True),
    ]  # fmt: skip
    assert found(*rows).years == (
        Year(2023, contact_days=2, from_them=2, from_me=1, both=0, met=0),
        Year(2024, contact_days=0, from_them=0, from_me=0, both=0, met=0),
        Year(2025, contact_days=0, from_them=0, from_me=0, both=0, met=0),
        Year(2026, contact_days=3, from_them=1, from_me=1, both=2, met=2),
    )


@pytest.mark.parametrize("when", ["1969-12-31", "1970-01-01", "2000-02-29"])
def test_a_year_is_that_of_the_local_day(when: str) -> None:
    (year,) = found(meeting(1, day(when))).years
    assert year == Year(int(when[:4]), 1, 0, 0, 1, 1)


def test_the_latest_are_told_with_their_channel_and_purpose() -> None:
    rows = [
        interaction(1, D - 5, "in", channel="linkedin", hour=9, size=3),
        meeting(1, D - 4, purpose="gave"),
        interaction(1, D - 6, "out", medium="public", channel="comment", purpose="thanked"),
    ]
    assert found(*rows).latest == (
        Contact(D - 4, "meeting", "both", 1, "gave"),
        Contact(D - 5, "linkedin", "in", 3, ""),
        Contact(D - 6, "comment", "out", 1, "thanked"),
    )


@pytest.mark.parametrize("number", [LATEST - 1, LATEST, LATEST + 1, 3 * LATEST])
def test_the_latest_are_ten_and_the_newest_come_first(number: int) -> None:
    latest = found(*(text(1, D - ago, "in") for ago in range(number))).latest
    assert [one.day for one in latest] == [D - ago for ago in range(min(number, 10))]


def test_reasons_are_all_of_that_person_and_of_nobody_else() -> None:
    waits = found(text(1, D - 9, "in"), ties=[tie(1)])
    assert waits.reasons == (Waits(1, D - 9, 9, opened=True, until=D),)
    new = found(ties=[tie(1, since=D - 3)])
    assert new.reasons == (New(1, D - 3),)


def test_what_went_to_many_is_not_of_this_person() -> None:
    rows = [text(1, D - 1, "in", size=5)]
    assert found(*rows, max_group=5).interactions == 1
    assert found(*rows, max_group=4).interactions == 0
