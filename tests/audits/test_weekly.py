"""What the weekly summary says."""

from metrics.worlds import D, SnapshotRow, meeting, text, tie, world
from netaudit.audits.options import Options
from netaudit.audits.weekly import weekly
from netaudit.frames import Frames
from netaudit.report import Person, Report, Section

UNKNOWN = (
    "No conversation data reaches into the week: its figures are not known, nor who joined or left"
    " the network or went stale."
)
UNKNOWN_BEFORE = "No conversation data reaches into the week before: its figures are not known."
UNSEEN = (
    "What was neither exported nor logged is unseen: calls and meetings are known only from the"
    " log, and a list tells who came onto it only up to the day of its export."
)
FROM_LINKEDIN = (
    "To get it from LinkedIn: Settings & Privacy > Data privacy > Get a copy of your data; choose"
    " the larger archive. Then: netaudit import FILE"
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
        "No conversation data reaches into the week of 9 Jul 2026 to 15 Jul 2026."
    )
    assert {one.value for one in week.figures} == {None}
    assert week.previous is not None
    assert set(week.previous.values()) == {None}
    silence = "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    assert week.notes == (
        UNKNOWN,
        f"{silence} A new export is due. {FROM_LINKEDIN}",
        UNKNOWN_BEFORE,
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
        "No conversation data reaches into the week of 9 Jul 2026 to 15 Jul 2026. 2 people came"
        " onto the list."
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
    assert week.summary.endswith("to 15 Jul 2026. 1 person came onto the list.")
    assert week.notes[1] == (
        "No messages of LinkedIn were imported: silence is unknown. Its list is of 15 Jul 2026."
        f" {FROM_LINKEDIN.replace('it', 'them', 1)}"
    )


def logged(*snapshots: SnapshotRow) -> Report:
    """Return the week of somebody who logs a meeting in it, and has these exports."""
    rows = [text(0, D - 400, "in"), meeting(0, D - 1), meeting(0, D - 8)]
    frames = world(ties=[tie(0)], interactions=rows, snapshots=[*snapshots])
    return weekly(frames, D, Options())


def test_who_logs_every_week_is_told_all_the_same_that_an_export_is_due() -> None:
    late = logged(SnapshotRow("linkedin", "a.zip", D - 29))
    assert late.headline == "Your list holds 1 person, your network 1. A new export is due."
    assert late.sections[0].notes == (
        (
            "What was said on LinkedIn in the week is not known: whoever left the network or went"
            " stale may have been in touch there."
        ),
        (
            "LinkedIn data ends 16 Jun 2026; silence after that is unknown. A new export is due."
            f" {FROM_LINKEDIN}"
        ),
        UNSEEN,
    )
    assert not any("LinkedIn" in note for note in late.notes)
    assert [table.empty for table in late.sections[0].tables] == ["unknown", *["nobody"] * 3]


def test_an_export_of_four_weeks_is_not_due_where_the_week_is_known() -> None:
    known = logged(SnapshotRow("linkedin", "a.zip", D - 28))
    assert "due" not in known.headline
    assert known.sections[0].notes[0].startswith("What was said on LinkedIn in the week is not")
    assert not any("due" in note for note in known.sections[0].notes)


def test_of_two_platforms_the_one_that_is_due_is_named() -> None:
    late = SnapshotRow("linkedin", "a.zip", D - 29)
    found = logged(late, SnapshotRow("x", "x.zip", D))
    assert found.headline.endswith(" A new export of LinkedIn is due.")
    assert found.sections[0].tables[0].empty == "nobody"
    assert [note for note in found.sections[0].notes if "due" in note] == [
        "LinkedIn data ends 16 Jun 2026; silence after that is unknown. A new export is due. "
        + FROM_LINKEDIN
    ]
    both = logged(late, SnapshotRow("x", "x.zip", D - 50))
    assert both.headline.endswith(" A new export is due.")
    assert len([note for note in both.sections[0].notes if "due" in note]) == 2


def test_that_an_export_is_due_is_said_in_the_headline_and_once_for_each_source() -> None:
    frames = world(
        ties=[tie(0)],
        interactions=[text(0, D - 40, "in")],
        snapshots=[SnapshotRow("linkedin", "a.zip", D - 8), SnapshotRow("x", "x.zip", D - 30)],
    )
    found = weekly(frames, D, Options())
    week = found.sections[0]
    assert found.headline.endswith(
        " A new export is due. Built from one channel only: LinkedIn messages."
    )
    assert "due" not in week.summary
    assert [note.split(" data ends")[0] for note in week.notes if "due" in note] == [
        "LinkedIn", "X"
    ]  # fmt: skip
    assert found.notes == ()


def test_a_list_alone_is_not_due_while_messages_were_never_imported() -> None:
    found = logged(SnapshotRow("linkedin", "Connections.csv", D - 8, covers=False))
    assert "due" not in found.headline
    assert found.sections[0].notes[0] == (
        "No messages of LinkedIn were imported: silence is unknown. Its list is of 7 Jul 2026."
        f" {FROM_LINKEDIN.replace('it', 'them', 1)}"
    )
    alone = world(ties=[tie(0)], snapshots=[SnapshotRow("linkedin", "C.csv", D - 8, covers=False)])
    assert weekly(alone, D, Options()).headline == (
        "Your list holds 1 person, your network 0. No conversation is on record up to 15 Jul 2026:"
        " import your messages or a log as well."
    )
    assert not any("due" in note for note in weekly(alone, D, Options()).sections[0].notes)


def test_a_log_alone_that_ended_asks_for_an_export() -> None:
    frames = world(ties=[tie(0)], interactions=[meeting(0, D - 30)])
    found = weekly(frames, D, Options())
    assert " A new export is due." in found.headline
    assert found.sections[0].notes[1] == f"A new export is due. {FROM_LINKEDIN}"


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
    assert sections(two)[1].summary == ("1 began a conversation and 1 had the last word in one.")
    for rows, each in (
        (opener, "began a conversation"),
        (last_word, "had the last word in a conversation"),
    ):
        again = [row._replace(person=row.person + 2) for row in rows]
        alike = world(ties=ties, interactions=[*rows, *again])
        assert sections(alike)[1].summary == f"Each {each}."
    assert sections(two)[1].tables[0].rows == (
        (Person("Person 000", "p000"), "opener", "2026-07-10", 5),
        (Person("Person 001", "p001"), "last_word", "2026-07-10", 5),
    )
