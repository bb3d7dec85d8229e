"""What the section on giving says."""

from metrics.worlds import D, InteractionRow, SnapshotRow, interaction, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.frames import Frames
from netaudit.report import Person, Section


def section(frames: Frames) -> Section:
    (found,) = (one for one in audit(frames, D, Options()).sections if one.key == "giving")
    return found


def entry(who: int, day: int, direction: str, purpose: str) -> InteractionRow:
    return interaction(who, day, direction, logged=True, purpose=purpose)


NO_SHARE = "No entry within the last year says gave, got or asked: there is no share of giving."


def test_nothing_on_record() -> None:
    found = section(world())
    assert found.summary == (
        "No entry says gave, got, asked or was asked: of giving and asking nothing is known."
    )
    assert {one.key: one.value for one in found.figures} == {
        "gave": 0,
        "got": 0,
        "asked": 0,
        "was_asked": 0,
        "thanked": 0,
        "give_share": None,
    }
    assert found.notes[0] == NO_SHARE
    assert found.notes[1] == (
        "What something was for is known from log entries that say so, and from recommendations on"
        " LinkedIn: one that you wrote is help given, one that you received is help got. Other"
        " exports do not say. To write it down: netaudit log NAME coffee --gave TEXT"
    )
    assert [(table.key, table.empty) for table in found.tables] == [
        ("only_asked", "nobody"),
        ("open_asks", "no ask is open"),
    ]


def test_giving_in_a_sentence() -> None:
    rows = [
        entry(0, D - 5, "out", "asked"),
        entry(1, D - 9, "out", "asked"),
        entry(2, D - 7, "in", "was_asked"),
        entry(3, D - 7, "both", "gave"),
        entry(3, D - 8, "both", "got+thanked"),
        entry(3, D - 9, "both", "got"),
    ]
    found = section(world(interactions=rows))
    assert found.summary == (
        "Within the last year you gave help once and got it 2 times;"
        " you asked 2 times and were asked once."
        " You asked 2 people whom you never helped, as far as is recorded."
        " 3 asks are open: 2 of yours and 1 of theirs."
    )
    assert {one.key: one.value for one in found.figures}["give_share"] == 1 / 5
    assert NO_SHARE not in found.notes
    zero, one, two = (Person(f"Person {number:03}", f"p{number:03}") for number in range(3))
    assert {table.key: table.rows for table in found.tables} == {
        "only_asked": ((zero, 1, 0), (one, 1, 0)),
        "open_asks": (
            (one, "me", "2026-07-06", 9),
            (two, "them", "2026-07-08", 7),
            (zero, "me", "2026-07-10", 5),
        ),
    }


def test_entries_that_were_for_something_else_tell_nothing_of_giving() -> None:
    found = section(world(interactions=[entry(0, D, "both", "social+work")]))
    assert found.summary.startswith("No entry says gave, got, asked or was asked: ")


def test_one_ask_in_a_sentence() -> None:
    found = section(world(interactions=[entry(0, D - 5, "in", "was_asked")]))
    assert found.summary == (
        "Within the last year you gave help 0 times and got it 0 times;"
        " you asked 0 times and were asked once. 1 ask is open: 1 of theirs."
    )
    found = section(world(interactions=[entry(0, D - 5, "out", "asked")]))
    assert found.summary.endswith(
        " You asked 1 person whom you never helped, as far as is recorded."
        " 1 ask is open: 1 of yours."
    )


def test_giving_alone_in_a_sentence() -> None:
    found = section(world(interactions=[entry(0, D, "both", "gave")]))
    assert found.summary == (
        "Within the last year you gave help once and got it 0 times;"
        " you asked 0 times and were asked 0 times."
    )
    assert {one.key: one.value for one in found.figures}["give_share"] == 1.0


def test_what_was_long_ago_is_in_the_tables_only() -> None:
    found = section(world(interactions=[entry(0, D - 500, "out", "asked")]))
    assert found.summary.startswith("Within the last year you gave help 0 times and got it 0 times")
    assert found.notes[0] == NO_SHARE
    assert [len(table.rows) for table in found.tables] == [1, 1]


def test_silence_beyond_an_export_is_unknown() -> None:
    frames = world(snapshots=[SnapshotRow("linkedin", "a.zip", D - 30)])
    assert section(frames).notes[0] == (
        "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    )
