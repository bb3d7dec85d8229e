"""Until when sources reach, to the day: what is known on it, and what is not any more."""

import math

import numpy as np
import pytest

from metrics.worlds import (
    D,
    InteractionRow,
    SnapshotRow,
    interaction,
    kept,
    meeting,
    text,
    tie,
    world,
)
from netaudit.frames import Frames
from netaudit.metrics.horizon import (
    Source,
    known_until,
    lists_reach,
    reaches,
    sources,
    sources_of,
)
from netaudit.metrics.scope import History


def export(source: str, day: int | None, *, covers: bool = True) -> SnapshotRow:
    return SnapshotRow(source, f"{source} of {day}", day, covers)


def of(*snapshots: SnapshotRow, interactions: tuple[InteractionRow, ...] = ()) -> Frames:
    return world(people=4, interactions=interactions, snapshots=snapshots)


@pytest.mark.parametrize(
    ("snapshots", "known"),
    [
        ([], []),
        ([export("linkedin", D - 5)], [Source("linkedin", D - 5, 5)]),
        ([export("linkedin", D - 5), export("linkedin", D - 9)], [Source("linkedin", D - 5, 5)]),
        ([export("x", D), export("linkedin", D + 3)],
         [Source("linkedin", D + 3, 0), Source("x", D, 0)]),
        ([export("x", None)], [Source("x", None, None)]),
        ([export("x", None), export("x", D - 1)], [Source("x", D - 1, 1)]),
        ([export("x", D - 2, covers=False)], [Source("x", D - 2, 2, told=False)]),
        ([export("x", D - 2, covers=False), export("x", D - 40)], [Source("x", D - 40, 40)]),
        ([export("x", D - 2, covers=False), export("x", None)], [Source("x", None, None)]),
        ([export("linkedin", D - 40), export("x", D - 2, covers=False)],
         [Source("linkedin", D - 40, 40), Source("x", D - 2, 2, told=False)]),
    ],
    ids=[
        "none", "one", "two", "two sources", "no day", "one without a day", "lists alone",
        "lists and words", "lists and no day", "lists of another",
    ],
)  # fmt: skip
def test_a_source_reaches_as_far_as_the_last_export_that_holds_words(
    snapshots: list[SnapshotRow], known: list[Source]
) -> None:
    frames = of(*snapshots)
    with kept(frames):
        assert list(sources(frames, as_of=D)) == known


def test_the_log_reaches_as_far_as_its_last_entry_by_the_day() -> None:
    rows = meeting(0, D - 9), meeting(1, D - 3), meeting(2, D + 4), text(3, D - 1, "in")
    for more in ((), (export("log", None, covers=False),), (export("log", D - 1),)):
        frames = of(*more, interactions=rows)
        assert sources(frames, as_of=D) == (Source("log", D - 3, 3),)
    assert sources(of(interactions=rows), as_of=D + 4) == (Source("log", D + 4, 0),)


def test_a_log_without_entries_is_a_source_whose_reach_is_not_known() -> None:
    frames = of(export("log", None))
    assert sources(frames, as_of=D) == (Source("log", None, None),)
    assert sources_of(frames, D - 7, as_of=D) == (Source("log", D - 7, 7),)
    assert sources_of(of(), D - 7, as_of=D) == (Source("log", D - 7, 7),)
    assert sources_of(of(), None, as_of=D) == ()


@pytest.mark.parametrize(
    ("days_old", "overdue"), [(None, False), (0, False), (28, False), (29, True), (400, True)]
)
def test_an_export_is_due_after_four_weeks(days_old: int | None, *, overdue: bool) -> None:
    assert Source("x", None, days_old).overdue == overdue


@pytest.mark.parametrize("day", [D - 6, D - 5, D - 4, D, D + 1])
def test_words_reach_as_far_as_an_export_or_an_interaction(day: int) -> None:
    far = day <= D - 5
    assert reaches(of(export("x", D - 5)), day, as_of=D) == far
    assert not reaches(of(export("x", D - 5, covers=False)), day, as_of=D)
    assert not reaches(of(export("log", D - 5)), day, as_of=D)
    assert not reaches(of(export("x", None)), day, as_of=D)
    said = text(0, D - 5, "in"), text(0, D - 50, "in"), text(0, D + 2, "in")
    assert reaches(of(interactions=said), day, as_of=D) == far
    both = of(export("x", D - 90), interactions=said)
    assert reaches(both, day, as_of=D) == far
    assert reaches(of(export("x", D - 5), interactions=said[1:]), day, as_of=D) == far
    assert reaches(of(interactions=said), day, as_of=D + 2)


@pytest.mark.parametrize("day", [D - 6, D - 5, D - 4, D])
def test_lists_reach_as_far_as_any_export(day: int) -> None:
    far = day <= D - 5
    assert lists_reach(of(export("x", D - 5, covers=False)), day) == far
    assert lists_reach(of(export("x", D - 9), export("linkedin", D - 5)), day) == far
    assert not lists_reach(of(export("log", D)), day)
    assert not lists_reach(of(export("x", None)), day)
    assert not lists_reach(of(), day)


def known(
    *rows: InteractionRow, reach: tuple[Source, ...], wanted: tuple[int, ...] = (0, 1, 2, 3)
) -> list[float]:
    """Return until when silence of four people is known."""
    frames = world(people=4, ties=[tie(0)], interactions=rows)
    with kept(frames):
        view = History.of(frames).at(D)
        chosen = np.isin(np.arange(4), wanted)
        found: list[float] = known_until(view, reach, chosen).tolist()
    return found


REACH = Source("linkedin", D - 30, 30), Source("log", D - 4, 4), Source("x", D - 20, 20)


@pytest.mark.parametrize(
    ("channel", "day"),
    [("linkedin", D - 30), ("dm", D - 20), ("reply", D - 20), ("mention", D - 20), ("fax", D)],
)
def test_silence_is_known_until_the_source_of_the_channel_ends(channel: str, day: int) -> None:
    said = interaction(1, D - 90, "in", channel=channel)
    assert known(said, reach=REACH) == [-math.inf, day, -math.inf, -math.inf]
    assert known(said, reach=()) == [-math.inf, D, -math.inf, -math.inf]


def test_what_was_logged_is_known_until_the_last_entry_whatever_its_channel() -> None:
    said = interaction(2, D - 90, "in", channel="dm", logged=True)
    assert known(said, reach=REACH)[2] == D - 4
    assert known(said, reach=REACH[::2])[2] == D


def test_of_several_sources_the_one_that_reaches_farthest_counts() -> None:
    rows = (
        interaction(0, D - 90, "in", channel="dm"), interaction(0, D - 80, "in"),
        interaction(3, D - 90, "in"), interaction(3, D - 95, "both", channel="call", logged=True),
        interaction(1, D - 70, "out"),
    )  # fmt: skip
    assert known(*rows, reach=REACH) == [D - 20, D - 30, -math.inf, D - 4]
    assert known(*rows, reach=REACH, wanted=(1, 3)) == [-math.inf, D - 30, -math.inf, D - 4]


def test_nothing_is_known_beyond_the_day_of_the_view() -> None:
    later = (Source("linkedin", D + 9, 0),)
    assert known(interaction(1, D - 90, "in"), reach=later)[1] == D
