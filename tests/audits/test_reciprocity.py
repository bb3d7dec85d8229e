"""What the section on answers says."""

from metrics.worlds import D, SnapshotRow, interaction, meeting, text, tie, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.report import Person, Section, Value

NOBODY_WAITS = "Nobody is known to be waiting for an answer from you."
NO_OPENER = (
    "You began no conversation within the last year: there is no share of answers and no time.",
    "Others began no conversation within the last year: there is no share of answers and no time.",
)


def section(frames: Frames, options: Options | None = None) -> Section:
    sections = audit(frames, D, options or Options()).sections
    (found,) = (one for one in sections if one.key == "reciprocity")
    return found


def figures(found: Section) -> dict[str, Value]:
    return {one.key: one.value for one in found.figures}


def test_nothing_on_record() -> None:
    found = section(world())
    assert found.summary == (
        "No conversation was begun within the last year, as far as is recorded. " + NOBODY_WAITS
    )
    assert figures(found) == {
        "sent": 0,
        "received": 0,
        "balance": None,
        "openers_by_me": 0,
        "openers_by_them": 0,
        "answered_7d_them": None,
        "answered_30d_them": None,
        "answered_7d_me": None,
        "answered_30d_me": None,
        "reply_days_them": None,
        "reply_days_me": None,
    }
    assert found.notes[:3] == (
        "Nothing that went one way is recorded within the last year: there is no balance.",
        *NO_OPENER,
    )
    assert [(table.key, table.empty, table.rows) for table in found.tables] == [
        ("never_answer", "nobody is known never to answer", ()),
        ("waiting_on_me", "nobody is known to be waiting", ()),
    ]


def test_both_sides_in_a_sentence() -> None:
    frames = world(
        ties=[tie(number) for number in range(4)],
        interactions=[
            text(0, D - 50, "out"),
            text(0, D - 49, "in"),
            text(0, D - 49, "out", 13),
            text(1, D - 50, "out"),
            text(2, D - 50, "in"),
            text(2, D - 48, "out"),
            text(3, D - 500, "out"),
            text(3, D - 400, "out"),
        ],
    )
    found = section(frames)
    assert found.summary == (
        "Within the last year you began 2 conversations (50 % answered within 30 days),"
        " others 1 (you answered 100 %)."
        f" From 1 person you wrote to repeatedly no answer was ever recorded. {NOBODY_WAITS}"
    )
    assert figures(found)["reply_days_them"] == 1.0
    assert figures(found)["reply_days_me"] == 2.0
    assert found.tables[0].rows == ((Person("Person 003", "p003"), 2, "2025-06-10"),)
    assert not any("there is no" in note for note in found.notes)
    assert any("silence on record is not silence in life" in note for note in found.notes)
    assert any(note.startswith("A conversation of lately that has no") for note in found.notes)


def test_who_waits_is_named() -> None:
    frames = world(ties=[tie(0)], interactions=[text(0, D - 40, "in")])
    found = section(frames)
    assert found.summary == (
        "Within the last year you began no conversation,"
        " others 1 (you answered 0 % within 30 days)."
        " 1 person is waiting for an answer from you."
    )
    assert found.tables[1].rows == ((Person("Person 000", "p000"), "opener", "2026-06-05", 40),)
    assert found.notes[:2] == (
        NO_OPENER[0],
        (
            "Fewer than half of the conversations that others began were answered while they were"
            " watched: there is no time within which half of them are."
        ),
    )


def test_what_is_too_recent_is_said_to_be_so() -> None:
    found = section(world(interactions=[text(0, D - 2, "out"), text(1, D - 10, "in")]))
    assert found.summary == (
        "Within the last year you began 1 conversation, others 1. " + NOBODY_WAITS
    )
    assert (
        "None of the conversations that you began and that are not answered yet was watched for"
        " 7 days: how many are answered within 7 or 30 days is not known."
    ) in found.notes
    assert (
        "None of the conversations that others began and that are not answered yet was watched for"
        " 30 days: how many are answered within 30 days is not known."
    ) in found.notes


def test_what_was_answered_long_ago_was_watched_no_longer_than_until_then() -> None:
    rows = [text(0, D - 300, "out"), text(0, D - 299, "in"), text(1, D - 2, "out")]
    found = section(world(interactions=rows))
    assert figures(found)["answered_7d_them"] is None
    assert any(
        note.startswith(
            "None of the conversations that you began and that are not answered yet was watched"
        )
        for note in found.notes
    )


def test_the_window_is_named() -> None:
    found = section(world(interactions=[text(0, D - 50, "out")]), Options(window=Span(30, "d")))
    assert found.summary.startswith("No conversation was begun within the last 30 days, as far")
    assert found.notes[0].startswith(
        "Nothing that went one way is recorded within the last 30 days:"
    )


def test_what_went_both_ways_has_no_balance() -> None:
    found = section(world(interactions=[meeting(0, D)]))
    assert found.notes[0].endswith("there is no balance.")
    one_way = section(world(interactions=[interaction(0, D, "in", medium="public")]))
    assert figures(one_way)["balance"] == -1.0
    assert one_way.notes[:2] == NO_OPENER


def test_what_sources_cannot_tell_is_said() -> None:
    snapshots = [SnapshotRow("linkedin", "a.zip", D - 30), SnapshotRow("x", "x.zip", D)]
    found = section(world(interactions=[text(0, D, "in")], snapshots=snapshots))
    assert found.notes[0] == "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    assert found.notes[-1].startswith("X's archive holds what you posted")
