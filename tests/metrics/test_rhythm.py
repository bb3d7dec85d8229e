"""Who is said to have fallen silent."""

import pytest

from metrics.suggested import reasons, talk, with_cadence
from metrics.worlds import (
    D,
    InteractionRow,
    SnapshotRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.metrics.evidence import Reason, Rhythm


def test_a_rhythm_that_stopped() -> None:
    frames = world(ties=[tie(0)], interactions=talk(0, 45 + 12 * 8, 12, 9))
    assert reasons(frames, "rhythm") == [Rhythm(0, 12.0, 45)]


@pytest.mark.parametrize(
    ("every", "silence", "named"),
    [
        (30, 60, False), (30, 61, True), (30, 365, True), (30, 366, False), (100, 400, True),
        (100, 401, False), (91, 365, True), (91, 366, False),
    ],
)  # fmt: skip
def test_silence_is_longer_than_twice_the_usual_gap_and_not_for_ever(
    every: int, silence: int, *, named: bool
) -> None:
    frames = world(interactions=talk(0, silence + 3 * every, every, 4))
    assert bool(reasons(frames, "rhythm")) is named


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (talk(0, 100 + 120, 40, 3), "three days"),
        (talk(0, 6 + 120, 2, 61), "six days of silence"),
        ([text(0, D - 100 - 30 * nth, "in") for nth in range(6)], "one way"),
    ],
)
def test_this_is_no_rhythm_that_stopped(rows: list[InteractionRow], why: str) -> None:
    assert reasons(world(ties=[tie(0)], interactions=rows), "rhythm") == [], why


def paced(
    ago: int, step: int = 12, *, medium: str = "text", size: int = 1, channel: str = ""
) -> list[InteractionRow]:
    """Return nine days with something each way, every so many days up to so many days ago."""
    return [
        interaction(
            0, D - ago - step * nth, way, hour=hour, medium=medium, size=size, channel=channel
        )
        for nth in range(9)
        for way, hour in (("in", 9), ("out", 10))
    ]


def test_a_rhythm_is_of_what_is_between_the_two() -> None:
    for medium, size in (("public", 1), ("public", 2), ("text", 2)):
        rows = paced(45, medium=medium, size=size)
        assert reasons(world(ties=[tie(0)], interactions=rows), "rhythm") == [], medium
    for medium, size in (("text", 1), ("voice", 5), ("in_person", 30)):
        rows = paced(45, medium=medium, size=size)
        assert reasons(world(interactions=rows), "rhythm") == [Rhythm(0, 12.0, 45)], medium


def test_posts_and_groups_neither_quicken_a_rhythm_nor_end_its_silence() -> None:
    posts = paced(1, 5, medium="public", channel="reply")
    groups = paced(2, 5, size=3)
    frames = world(interactions=[*talk(0, 45 + 96, 12, 9), *posts, *groups])
    assert reasons(frames, "rhythm") == [Rhythm(0, 12.0, 45)]


def test_a_rhythm_is_of_both_in_what_is_between_the_two() -> None:
    mine = [text(0, D - 45 - 12 * nth, "out") for nth in range(9)]
    post = interaction(0, D - 60, "in", medium="public")
    group = text(0, D - 60, "in", size=2)
    assert reasons(world(ties=[tie(0)], interactions=[*mine, post, group]), "rhythm") == []
    answer = text(0, D - 57, "in")
    assert reasons(world(interactions=[*mine, answer]), "rhythm") == [Rhythm(0, 12.0, 45)]


def test_where_posts_reach_further_than_messages_the_silence_is_not_known() -> None:
    rows = [
        *talk(0, 45 + 96, 12, 9),
        interaction(0, D - 60, "in", medium="public", channel="reply"),
    ]
    ends = [SnapshotRow("linkedin", "a.zip", D - 40), SnapshotRow("x", "x.zip", D)]
    assert reasons(world(interactions=rows, snapshots=ends), "rhythm") == []


@pytest.mark.parametrize("cadence", ["1y", "3w", "never"])
def test_of_whom_the_user_said_how_often_no_rhythm_is_told(cadence: str) -> None:
    rows = [row for who in (0, 1) for row in talk(who, 45 + 96, 12, 9)]
    people = [with_cadence(0, cadence), person(1)]
    found = reasons(world(people=people, interactions=rows), "rhythm")
    assert [one.person for one in found] == [1]


def test_the_long_silent_come_after_whoever_begins_to_slip() -> None:
    rows = [*talk(0, 365 + 20 * 50, 20, 51), *talk(1, 365 + 20 * 9, 20, 10)]
    rows += [*talk(2, 100 + 90 * 3, 45, 7), *talk(3, 360 + 90 * 3, 90, 4)]
    found = reasons(world(interactions=rows), "rhythm")
    assert [one.person for one in found] == [2, 3, 0, 1]


def test_a_rhythm_of_two_months_counts_and_a_week_of_silence_is_news() -> None:
    weekly = world(ties=[tie(0)], interactions=talk(0, 35 + 8 * 7, 7, 9))
    assert reasons(weekly, "rhythm") == [Rhythm(0, 7.0, 35)]
    often = world(interactions=talk(0, 7 + 6, 2, 4))
    assert reasons(often, "rhythm") == [Rhythm(0, 2.0, 7)]


def test_the_rhythm_of_bursts_is_that_between_conversations() -> None:
    days = [start + day for start in (0, 102, 200, 310) for day in (0, 1, 2)]
    now = 312  # the last of them

    def after(silence: int) -> list[Reason]:
        rows = [text(0, D - silence - now + day, way) for day in days for way in ("in", "out")]
        return reasons(world(interactions=rows), "rhythm")

    assert after(200) == []
    assert after(201) == [Rhythm(0, 100.0, 201)]  # 96, 100, 108


def test_a_silence_that_no_source_can_know_of_is_none() -> None:
    weekly = talk(0, 20 + 140, 7, 21)

    def after(*exported: SnapshotRow) -> list[Reason]:
        return reasons(world(interactions=weekly, snapshots=exported), "rhythm")

    assert after() == [Rhythm(0, 7.0, 20)]
    assert after(SnapshotRow("linkedin", "a.zip", D - 5)) == [Rhythm(0, 7.0, 20)]
    assert after(SnapshotRow("linkedin", "a.zip", D - 6)) == []
    rows = talk(0, 20 + 40, 2, 21)  # a week of the silence has to be known as well
    for ends, named in ((14, False), (13, True)):
        seen = world(interactions=rows, snapshots=[SnapshotRow("linkedin", "a.zip", D - ends)])
        assert bool(reasons(seen, "rhythm")) is named
    assert after(SnapshotRow("linkedin", "a.zip", D - 6), SnapshotRow("x", "x.zip", D)) == []


def test_the_log_and_x_know_of_their_own_silence() -> None:
    def after(who: int, channel: str, *, logged: bool) -> list[InteractionRow]:
        return [
            interaction(who, D - 20 - 7 * nth, "both", channel=channel, logged=logged)
            for nth in range(21)
        ]

    rows = [*after(0, "dm", logged=False), *after(1, "email", logged=True), meeting(2, D - 6)]
    ends = [SnapshotRow("x", "x.zip", D - 6), SnapshotRow("linkedin", "a.zip", D)]
    assert reasons(world(interactions=rows, snapshots=ends), "rhythm") == []
    rows[-1] = meeting(2, D)
    assert reasons(world(interactions=rows, snapshots=ends), "rhythm") == [Rhythm(1, 7.0, 20)]


def test_of_rhythms_the_one_with_most_contact_in_the_window_comes_first() -> None:
    rows = [*talk(0, 300 + 10 * 50, 10, 51), *talk(1, 70 + 30 * 9, 30, 10)]
    found = reasons(world(interactions=rows), "rhythm")
    assert [one.person for one in found] == [1, 0]


def test_who_left_the_list_has_no_rhythm_but_who_never_was_on_it_has() -> None:
    rows = [row for who in range(3) for row in talk(who, 45 + 120, 12, 11)]
    ties = [tie(0, until=D), tie(1)]
    found = reasons(world(ties=ties, interactions=rows), "rhythm")
    assert [one.person for one in found] == [1, 2]
