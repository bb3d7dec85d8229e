"""What the section `next` says, reason by reason."""

import pytest

from metrics.worlds import (
    D,
    MoveRow,
    SnapshotRow,
    interaction,
    meeting,
    person,
    text,
    tie,
    world,
)
from netaudit.audits.options import Options
from netaudit.audits.suggestions import in_words, whom_to_talk_to
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Rhythm,
    Waits,
)
from netaudit.report import Section


def section(frames: Frames, limit: int = 5) -> Section:
    (found,) = whom_to_talk_to(frames, D, Options(limit=limit)).sections
    return found


def rows(frames: Frames) -> list[tuple[object, ...]]:
    (table,) = section(frames).tables
    return [row[1:3] for row in table.rows]


THREE_WEEKS = Span(3, "w")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            Waits(0, D - 101, 101, opened=True),
            "wrote on 5 Apr 2026; no answer recorded for 101 days",
        ),
        (
            Waits(0, D - 101, 101, opened=True, until=D - 7),
            "wrote on 5 Apr 2026; no answer recorded for 101 days",
        ),
        (
            Waits(0, D - 101, 101, opened=True, until=D - 97),
            "wrote on 5 Apr 2026; no answer recorded by 9 Apr 2026, where the data ends",
        ),
        (Waits(0, D - 12, 12, opened=False), "had the last word on 3 Jul 2026, 12 days ago"),
        (
            Waits(0, D - 12, 12, opened=False, until=D - 8),
            "had the last word on 3 Jul 2026; the data ends on 7 Jul 2026",
        ),
        (Asked(0, D - 45, 45), "asked you for help on 31 May 2026, 45 days ago"),
        (
            Overdue(0, THREE_WEEKS, None, 77),
            "you wanted every 3 weeks; no contact recorded for 11 weeks",
        ),
        (
            Overdue(0, Span(1, "mo"), "friends", 200),
            "you wanted every month (friends); no contact recorded for 6 months",
        ),
        (
            Overdue(0, Span(365, "d"), None, 1000),
            "you wanted every year; no contact recorded for 2 years",
        ),
        (
            Overdue(0, THREE_WEEKS, None, 365),
            "you wanted every 3 weeks; no contact recorded for 12 months",
        ),
        (
            Overdue(0, THREE_WEEKS, None, 730),
            "you wanted every 3 weeks; no contact recorded for 2 years",
        ),
        (
            Overdue(0, Span(1, "d"), None, 2),
            "you wanted every day; no contact recorded for 2 days",
        ),
        (Overdue(0, THREE_WEEKS, None, None), "you wanted every 3 weeks; no contact recorded yet"),
        (Rhythm(0, 12.0, 45), "you talked every 12 days; no talk recorded for 45 days"),
        (Rhythm(0, 2.5, 45), "you talked every 3 days; no talk recorded for 45 days"),
        (Rhythm(0, 1.0, 45), "you talked every day; no talk recorded for 45 days"),
        (New(0, D - 12), "connected on 3 Jul 2026, no contact recorded yet"),
        (Moved(0, D, "Initech", "Cook", "Acme", "Chef"), "now at Acme (before: Initech)"),
        (Moved(0, D, "ACME", "Cook", "Acme", "Chef"), "now Chef (before: Cook)"),
        (Moved(0, D, "Initech", "Cook", "", ""), "no longer at Initech"),
        (Moved(0, D, "Acme", "Cook", "Acme", ""), "no longer Cook"),
        (Moved(0, D, "", "", "Acme", "Chef"), "now at Acme"),
        (OnScreen(0, 14), "14 days of messages, no call or meeting recorded"),
    ],
)
def test_a_reason_is_made_of_its_evidence(reason: Reason, said: str) -> None:
    assert in_words(reason) == said


def test_the_section_counts_those_with_a_reason() -> None:
    def new(people: int, limit: int = 5) -> Section:
        return section(world(ties=[tie(number, since=D) for number in range(people)]), limit)

    assert new(1).summary == "1 person to talk to."
    assert new(2, 1).summary == "1 person to talk to; there is a reason for 1 more."
    assert new(9, 1).summary == "1 person to talk to; there is a reason for 8 more."
    turns = "The kinds of reasons take turns, so that none of them crowds out the others."
    assert {new(2).summary, new(6).summary, new(9, 2).summary} == {turns}  # the figures count
    figures = {one.key: one.value for one in new(9, 2).figures}
    assert figures == {"suggested": 2, "with_reason": 9}


def test_the_report_counts_them_in_its_headline() -> None:
    def new(people: int, limit: int = 5) -> str:
        frames = world(ties=[tie(number, since=D) for number in range(people)])
        return whom_to_talk_to(frames, D, Options(limit=limit)).headline

    assert new(2) == "2 people to talk to, each for a reason."
    assert new(6) == "5 people to talk to, each for a reason; 1 more has one."
    assert new(9, 2) == "2 people to talk to, each for a reason; 7 more have one."


def test_where_there_is_no_reason_it_says_what_to_do() -> None:
    found = section(world())
    assert found.summary == (
        "Nothing on record is a reason to talk to anybody. netaudit cadence NAME 3w says how often"
        " you want to be in touch; a new export or netaudit log brings what happened."
    )
    assert {one.value for one in found.figures} == {0}
    assert found.tables[0].rows == ()
    assert found.notes[-1].startswith("No conversation is on record by then: import your messages")


def test_waiting_an_ask_and_a_move_are_told_beside_another_reason() -> None:
    people = [person(0)._replace(cadence="1d")]
    ask = interaction(0, D - 9, "in", medium="voice", logged=True, purpose="was_asked")
    frames = world(
        people=people,
        ties=[tie(0)],
        interactions=[ask, text(0, D - 9, "in", 13)],
        moves=[MoveRow(0, D - 3, None, "Initech", "", "Acme", "")],
    )
    waits = "wrote on 6 Jul 2026; no answer recorded for 9 days"
    beside = "asked you for help; now at Acme (before: Initech)"
    assert rows(frames) == [(f"{waits}; {beside}", "waiting")]
    frames = world(
        people=people,
        interactions=[text(0, D - 400, "in")],
        moves=[MoveRow(0, D - 3, None, "Initech", "", "A very long name " * 6, "")],
        ties=[tie(0)],
    )
    assert rows(frames) == [("you wanted every day; no contact recorded for 13 months", "cadence")]


def test_who_asked_is_not_said_to_wait_as_well() -> None:
    rows_ = [
        interaction(0, D - 9, "in", logged=True, purpose="was_asked"),
        *(text(1, D - day, way) for day in (400,) for way in ("in", "out")),
        text(1, D - 30, "in"),
    ]
    assert rows(world(ties=[tie(0)], interactions=rows_)) == [
        ("wrote on 15 Jun 2026; no answer recorded for 30 days", "waiting"),
        ("asked you for help on 6 Jul 2026, 9 days ago", "asked"),
    ]


def test_silence_after_the_data_and_the_unseen_are_said() -> None:
    ended = SnapshotRow("linkedin", "a.zip", D - 30)
    rows_ = [text(0, D - 40, "in")]
    unseen = "Reasons come from what is on record: who answered, called or met elsewhere is unseen."
    no_calls = (
        "No call and no meeting is on record, so that nobody is suggested for the lack of one."
    )
    assert section(world(ties=[tie(0)], interactions=rows_, snapshots=[ended])).notes == (
        "LinkedIn data ends 15 Jun 2026; silence after that is unknown.",
        unseen,
        no_calls,
    )
    assert section(world(interactions=[meeting(0, D)])).notes == (unseen,)


def test_programs_get_the_day_and_the_days_of_the_evidence() -> None:
    people = [person(number) for number in range(10)]
    people[1] = people[1]._replace(cadence="3w")
    people[2] = people[2]._replace(cadence="3w")
    said = [text(0, D - 20, "in"), text(1, D - 77, "out"), text(9, D - 61, "in")]
    ask = interaction(3, D - 40, "in", medium="voice", logged=True, purpose="was_asked")
    talk = [text(4, D - 45 - 12 * nth, "in" if nth % 2 else "out") for nth in range(9)]
    chat = [text(7, D - 20 * nth, way) for nth in range(10) for way in ("in", "out")]
    frames = world(
        people=people,
        ties=[tie(0), tie(5, since=D - 12), tie(6), tie(9)],
        interactions=[*said, ask, *talk, *chat, meeting(8, D)],
        moves=[MoveRow(6, D - 10, None, "Initech", "", "Acme", "")],
        snapshots=[SnapshotRow("linkedin", "a.zip", D - 11)],
    )
    (table,) = section(frames, 20).tables
    assert [column.for_programs for column in table.columns] == [False, False, True, True, True]
    assert [row[2:] for row in table.rows] == [
        ("waiting", "2026-05-15", 61),
        ("asked", "2026-06-05", 40),
        ("cadence", "2026-04-29", 77),
        ("rhythm", "2026-05-31", 45),
        ("new", "2026-07-03", 12),
        ("moved", "2026-07-05", 10),
        ("screen", None, None),
        ("waiting", "2026-06-25", 20),
        ("cadence", None, None),
    ]


def test_the_report_for_reading_says_what_to_do_and_nothing_twice() -> None:
    frames = world(ties=[tie(0, since=D)], interactions=[meeting(1, D)])
    whole, read = (
        whom_to_talk_to(frames, D, Options(limit=3), for_reading=reading)
        for reading in (False, True)
    )
    assert whole.name == "next"
    assert whole.headline == read.headline == "1 person to talk to."
    assert whole.options == {"window": "365d", "limit": "3", "timezone": "UTC"}
    assert [column.key for column in whole.sections[0].tables[0].columns] == [
        "person", "reason", "kind", "since", "days"
    ]  # fmt: skip
    (shown,) = read.sections
    assert (shown.summary, shown.figures) == ("", ())
    assert shown.tables == whole.sections[0].tables
    assert shown.notes[0] == (
        "Or: netaudit snooze NAME 30d, netaudit ignore NAME, netaudit cadence NAME 3w"
    )
    nobody = whom_to_talk_to(world(), D, Options(), for_reading=True).sections[0]
    assert not any("snooze" in note for note in nobody.notes)
