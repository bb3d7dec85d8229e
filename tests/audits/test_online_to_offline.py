"""What the section on meetings says."""

import pytest

from metrics.worlds import D, InteractionRow, SnapshotRow, interaction, meeting, text, tie, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.frames import Frames
from netaudit.report import Section, Value


def section(frames: Frames) -> Section:
    sections = audit(frames, D, Options()).sections
    (found,) = (one for one in sections if one.key == "online_to_offline")
    return found


def figures(found: Section) -> dict[str, Value]:
    return {one.key: one.value for one in found.figures}


def test_nothing_on_record() -> None:
    found = section(world())
    assert found.summary == "Your list is empty: there is nobody to meet."
    assert figures(found) == {
        "ladder_none": 0,
        "ladder_public": 0,
        "ladder_text": 0,
        "ladder_voice": 0,
        "ladder_in_person": 0,
        "began_online": None,
        "met_later": None,
        "met_within_90d": None,
        "met_within_1y": None,
    }
    assert found.notes[0] == (
        "Exports cannot know of meetings, and none is logged: how many were met after a first"
        " trace online is not known. To write one down: netaudit log NAME coffee"
    )


def test_every_rung_in_a_sentence() -> None:
    rows = [
        meeting(0, D - 390),
        *(interaction(number, D, "both", medium="voice") for number in (1, 2)),
        *(text(number, D, "in") for number in (3, 4, 5)),
        interaction(6, D, "in", medium="public"),
    ]
    ties = [tie(0, since=D - 400), tie(1, since=D - 500), *(tie(who) for who in range(2, 8))]
    found = section(world(ties=ties, interactions=rows))
    assert found.summary == (
        "With 7 people the first trace is online; you met 1 of them later"
        " (50 % within 90 days, 50 % within a year)."
        " The furthest it came with the 8 people on your list: a meeting with 1, a call with 2,"
        " messages with 3 and public posts with 1; with 1 no contact is recorded."
    )
    assert (figures(found)["began_online"], figures(found)["met_later"]) == (7, 1)
    assert found.notes[0] == (
        "The first trace of 1 person on the list is not known: there is no date."
    )


@pytest.mark.parametrize(
    ("row", "furthest"),
    [
        (meeting(0, D), "a meeting"),
        (interaction(0, D, "in", medium="voice"), "a call"),
        (text(0, D, "in"), "messages"),
        (interaction(0, D, "in", medium="public"), "public posts"),
    ],
)
def test_a_list_of_one_in_a_sentence(row: InteractionRow, furthest: str) -> None:
    summary = section(world(ties=[tie(0)], interactions=[row])).summary
    assert summary == f"The furthest it came with the one person on your list was {furthest}."


def test_no_contact_in_a_sentence() -> None:
    assert section(world(ties=[tie(0)])).summary == (
        "With the one person on your list no contact is recorded."
    )
    assert section(world(ties=[tie(0), tie(1)])).summary == (
        "With the 2 people on your list no contact is recorded."
    )


def test_everybody_as_far_in_a_sentence() -> None:
    frames = world(ties=[tie(0), tie(1)], interactions=[meeting(0, D), meeting(1, D)])
    found = section(frames)
    assert found.summary == "The furthest it came with the 2 people on your list was a meeting."
    assert found.notes[0] == (
        "With nobody on the list the first trace is known to be online: there are no shares of"
        " people met within 90 or 365 days."
    )


def begun(days: int, *rows: InteractionRow) -> Section:
    """Return the section on people who are on the list since so many days; one more was met."""
    ties = [tie(number, since=D - days) for number in {row.person for row in rows}]
    return section(world(ties=ties, interactions=[*rows, meeting(9, D)]))


def test_a_beginning_online_in_a_sentence() -> None:
    assert begun(400, meeting(0, D - 100)).summary.startswith(
        "With 1 person the first trace is online; you met them later. "
    )
    assert begun(400, text(0, D, "in")).summary.startswith(
        "With 1 person the first trace is online; no meeting is recorded. "
    )
    assert begun(400, text(0, D, "in"), text(1, D, "in")).summary.startswith(
        "With 2 people the first trace is online; a meeting is recorded with none of them. "
    )
    assert begun(20, text(0, D, "in"), meeting(1, D - 10)).summary.startswith(
        "With 2 people the first trace is online; you met 1 of them later. "
    )


def test_a_share_that_is_not_known_yet_is_explained() -> None:
    assert begun(89, text(0, D, "in")).notes[0] == (
        "Of those with a first trace online who were not met yet, nobody was watched for"
        " 90 days: how many are met within 90 or 365 days is not known."
    )
    found = begun(90, text(0, D, "in"), meeting(1, D - 80))
    assert found.notes[0] == (
        "Of those with a first trace online who were not met yet, nobody was watched for"
        " 365 days: how many are met within 365 days is not known."
    )
    assert found.summary.startswith(
        "With 2 people the first trace is online; you met 1 of them later (50 % within 90 days). "
    )
    assert begun(365, text(0, D, "in")).notes[0].startswith("The first trace, a list entry")


def test_who_was_met_long_ago_was_watched_no_longer_than_until_then() -> None:
    ties = [tie(0, since=D - 900), tie(1, since=D - 20)]
    found = section(world(ties=ties, interactions=[meeting(0, D - 890)]))
    assert figures(found)["met_within_90d"] is None
    assert found.notes[0].startswith("Of those with a first trace online who were not met yet,")


def test_silence_beyond_an_export_is_unknown() -> None:
    frames = world(ties=[tie(0)], snapshots=[SnapshotRow("linkedin", "a.zip", D - 30)])
    assert section(frames).notes[0] == (
        "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    )
