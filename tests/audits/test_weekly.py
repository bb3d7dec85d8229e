"""What the weekly summary says."""

from metrics.worlds import D, SnapshotRow, meeting, text, tie, world
from netaudit.audits.options import Options
from netaudit.audits.weekly import weekly
from netaudit.frames import Frames
from netaudit.report import Person, Section

UNKNOWN = (
    "No conversation data reaches into the week: its figures are not known, nor who joined or left"
    " the network or went stale."
)
UNKNOWN_BEFORE = "No conversation data reaches into the week before: its figures are not known."
UNSEEN = (
    "What was neither exported nor logged is unseen: calls and meetings are known only from the"
    " log, and a list tells who came onto it only up to the day of its export."
)


def sections(frames: Frames) -> tuple[Section, Section]:
    week, waiting, _ = weekly(frames, D, Options()).sections
    return week, waiting


def test_the_report_is_of_the_week_to_a_day() -> None:
    found = weekly(world(ties=[tie(0)], interactions=[meeting(0, D)]), D, Options())
    assert found.name == "weekly"
    assert found.as_of == "2026-07-15"
    assert found.headline == (
        "Your list holds 1 person, your network 1. Built from one channel only: meeting."
    )
    assert [one.key for one in found.sections] == ["week", "waiting", "next"]


def test_a_week_and_the_one_before() -> None:
    frames = world(
        ties=[tie(0, since=D - 1), tie(1), tie(2), tie(3)],
        interactions=[
            text(0, D, "in"),
            text(0, D, "out"),
            meeting(1, D - 9),
            meeting(1, D - 8),
            text(2, D - 32, "in"),
            text(3, D - 368, "out"),
            text(3, D - 100, "in"),
            meeting(3, D - 366),
        ],
    )
    week, _ = sections(frames)
    assert week.summary == (
        "From 9 Jul 2026 to 15 Jul 2026 you were in touch with 1 person on 1 contact-day;"
        " in the week before with 1 on 2. 1 person came onto the list,"
        " 1 person joined the network, 1 person left the network and 1 person went stale."
    )
    assert {one.key: one.value for one in week.figures} == {
        "people_touched": 1,
        "contact_days": 1,
        "reached_out": 1,
        "heard_from": 1,
        "met": 0,
        "gave": 0,
        "got": 0,
        "asked": 0,
        "was_asked": 0,
    }
    assert week.previous is not None
    assert week.previous["met"] == 1
    assert {table.key: table.rows for table in week.tables} == {
        "added_to_list": ((Person("Person 000", "p000"),),),
        "joined_network": ((Person("Person 000", "p000"),),),
        "left_network": ((Person("Person 003", "p003"),),),
        "newly_stale": ((Person("Person 002", "p002"),),),
    }


def test_a_week_beyond_the_data_asks_for_a_new_export() -> None:
    frames = world(ties=[tie(0)], snapshots=[SnapshotRow("linkedin", "a.zip", D - 30)])
    week, waiting = sections(frames)
    assert week.summary == (
        "No conversation data reaches into the week of 9 Jul 2026 to 15 Jul 2026: a new export is"
        " due."
    )
    assert {one.value for one in week.figures} == {None}
    assert week.previous is not None
    assert set(week.previous.values()) == {None}
    silence = "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    assert week.notes == (
        UNKNOWN,
        (
            "A new export is due. To get it from LinkedIn: Settings & Privacy > Data privacy >"
            " Get a copy of your data."
        ),
        UNKNOWN_BEFORE,
        silence,
        UNSEEN,
    )
    assert waiting.notes[0] == silence
    assert {table.empty for table in week.tables} == {"unknown"}


def test_the_first_week_has_none_to_compare_with() -> None:
    week, _ = sections(world(interactions=[meeting(0, D)]))
    assert week.summary == (
        "From 9 Jul 2026 to 15 Jul 2026 you were in touch with 1 person on 1 contact-day;"
        " no conversation data reaches into the week before."
    )
    assert week.notes == (UNKNOWN_BEFORE, UNSEEN)


def test_a_list_of_the_week_tells_who_came_onto_it_and_nothing_of_contact() -> None:
    long_ago = [text(0, D - 36, "in"), text(1, D - 371, "in"), meeting(1, D - 370)]
    frames = world(
        ties=[tie(0, since=D - 900), tie(1, since=D - 900), tie(2, since=D - 2), tie(3, since=D)],
        interactions=[*long_ago, meeting(3, D - 100)],
        snapshots=[
            SnapshotRow("linkedin", "full.zip", D - 20),
            SnapshotRow("linkedin", "Connections.csv", D, covers=False),
        ],
    )
    week, _ = sections(frames)
    assert week.summary == (
        "No conversation data reaches into the week of 9 Jul 2026 to 15 Jul 2026: a new export is"
        " due. 2 people came onto the list."
    )
    assert [len(table.rows) for table in week.tables] == [2, 0, 0, 0]
    known = world(
        ties=[tie(0, since=D - 900), tie(1, since=D - 900), tie(2, since=D - 2), tie(3, since=D)],
        interactions=[*long_ago, meeting(3, D - 100)],
        snapshots=[SnapshotRow("linkedin", "full.zip", D)],
    )
    assert [len(table.rows) for table in sections(known)[0].tables] == [2, 1, 1, 1]


def test_where_nothing_was_said_on_record_a_list_of_the_week_gives_no_zeros() -> None:
    snapshots = [SnapshotRow("linkedin", "Connections.csv", D, covers=False)]
    week, _ = sections(world(ties=[tie(0, since=D)], snapshots=snapshots))
    assert {one.value for one in week.figures} == {None}
    assert week.notes[0] == UNKNOWN
    assert week.summary.endswith("a new export is due. 1 person came onto the list.")


def test_who_also_has_an_entry_of_unknown_date_is_added_on_the_earliest_known_one() -> None:
    ties = [tie(0), tie(0, "following", since=D - 2), tie(1), tie(1, since=D - 8)]
    week, _ = sections(world(ties=[*ties, tie(1, since=D - 2), tie(2, since=D + 1)]))
    assert week.tables[0].rows == ((Person("Person 000", "p000"),),)


def test_a_quiet_week_is_said_to_be_one() -> None:
    week, _ = sections(world(snapshots=[SnapshotRow("x", "x.zip", D)]))
    assert week.summary == (
        "From 9 Jul 2026 to 15 Jul 2026 you were in touch with 0 people on 0 contact-days;"
        " in the week before with 0 on 0."
    )
    assert week.notes == (UNSEEN,)


def test_an_empty_store_is_told_how_to_begin() -> None:
    week, waiting = sections(world())
    assert week.notes[1].startswith("A new export is due. To get it from LinkedIn")
    assert waiting.summary == "Nobody is known to be waiting for an answer from you."


def test_who_waits_in_a_sentence() -> None:
    ties = [tie(number) for number in range(4)]
    opener = [text(0, D - 5, "in")]
    last_word = [text(1, D - 5, "out", 9), text(1, D - 5, "in")]
    for rows in (opener, last_word):
        one = world(ties=ties, interactions=rows)
        assert sections(one)[1].summary == "1 person is waiting for an answer from you."
    two = world(ties=ties, interactions=[*opener, *last_word])
    assert sections(two)[1].summary == (
        "2 people are waiting for an answer from you:"
        " 1 began a conversation and 1 had the last word in one."
    )
    for rows, each in (
        (opener, "began a conversation"),
        (last_word, "had the last word in a conversation"),
    ):
        again = [row._replace(person=row.person + 2) for row in rows]
        alike = world(ties=ties, interactions=[*rows, *again])
        assert sections(alike)[1].summary == (
            f"2 people are waiting for an answer from you: each {each}."
        )
    assert sections(two)[1].tables[0].rows == (
        (Person("Person 000", "p000"), "opener", "2026-07-10", 5),
        (Person("Person 001", "p001"), "last_word", "2026-07-10", 5),
    )
