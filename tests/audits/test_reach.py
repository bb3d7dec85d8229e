"""How far the data reaches, and what a report says of the silence after it."""

import pytest

from metrics.worlds import (
    D,
    SnapshotRow,
    meeting,
    text,
    tie,
    world,
)
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.audits.weekly import weekly
from netaudit.frames import Frames
from netaudit.report import Report, Section


def report(frames: Frames) -> Report:
    return audit(frames, D, Options())


def section(frames: Frames, key: str) -> Section:
    (found,) = (one for one in report(frames).sections if one.key == key)
    return found


def ended(*snapshots: SnapshotRow, logged: int = 200) -> Report:
    rows = [text(0, D - 400, "in"), text(0, D - 400, "out"), meeting(0, D - logged)]
    old = text(1, D - 900, "in")
    return report(world(ties=[tie(0), tie(1)], interactions=[old, *rows], snapshots=[*snapshots]))


LINKEDIN = "To get it from LinkedIn: Settings & Privacy > Data privacy > Get a copy of your data;"


def test_a_report_long_after_the_data_says_so_first() -> None:
    found = ended(SnapshotRow("linkedin", "a.zip", D - 29))
    sections = {one.key: one for one in found.sections}
    assert found.headline == (
        "Your list holds 2 people, your network 1. The data ends on 16 Jun 2026. A new export is"
        " due."
    )
    assert (
        "; the data ends on 16 Jun 2026, and silence after that is unknown."
        in sections["momentum"].summary
    )
    note = (
        "LinkedIn data ends 16 Jun 2026; silence after that is unknown. A new export is due."
        f" {LINKEDIN} choose the larger archive. Then: netaudit import FILE"
    )
    assert sections["list_vs_network"].notes[0] == note
    assert note in found.notes


def test_a_report_of_four_weeks_after_the_data_does_not() -> None:
    found = ended(SnapshotRow("linkedin", "a.zip", D - 28))
    assert found.headline == "Your list holds 2 people, your network 1."
    assert not any("data ends" in one.summary for one in found.sections)
    assert not any("due" in note for note in found.notes)


def test_where_something_is_newer_it_is_said_whose_data_ended() -> None:
    logged = ended(SnapshotRow("linkedin", "a.zip", D - 29), logged=1)
    assert logged.headline.endswith(
        "network 1. LinkedIn data ends on 16 Jun 2026. A new export is due."
    )
    both = ended(SnapshotRow("linkedin", "a.zip", D - 29), SnapshotRow("x", "x.zip", D))
    assert both.headline.endswith(
        "network 1. LinkedIn data ends on 16 Jun 2026. A new export of LinkedIn is due."
    )
    momentum = next(one for one in both.sections if one.key == "momentum")
    assert "; LinkedIn data ends on 16 Jun 2026, and silence" in momentum.summary


def test_a_list_without_messages_says_what_is_missing() -> None:
    found = ended(SnapshotRow("linkedin", "Connections.csv", D - 2, covers=False))
    assert "due" not in found.headline
    assert next(one for one in found.sections if one.key == "stale").notes[0] == (
        "No messages of LinkedIn were imported: silence is unknown. Its list is of 13 Jul 2026."
    )
    assert found.notes[0] == (
        "No messages of LinkedIn were imported: silence is unknown. Its list is of 13 Jul 2026."
        f" {LINKEDIN.replace('it', 'them', 1)} choose the larger archive. Then: netaudit import"
        " FILE"
    )


@pytest.mark.parametrize(("ago", "noted"), [(7, False), (8, True)])
def test_silence_beyond_an_export_is_unknown(ago: int, *, noted: bool) -> None:
    snapshots = [
        SnapshotRow("linkedin", "old.zip", D - 100),
        SnapshotRow("linkedin", "new.zip", D - ago),
        SnapshotRow("x", "x.zip", None),
        SnapshotRow("log", "log.csv", D - 100),
    ]
    frames = world(ties=[tie(0)], interactions=[meeting(0, D - 50)], snapshots=snapshots)
    notes = section(frames, "stale").notes
    assert ("LinkedIn data ends 7 Jul 2026; silence after that is unknown." in notes) == noted
    assert not any(note.startswith(("The log data", "X data")) for note in notes)


def test_every_report_says_how_far_its_data_reaches() -> None:
    snapshots = [SnapshotRow("linkedin", "a.zip", D - 3), SnapshotRow("x", "x.zip", None)]
    frames = world(interactions=[meeting(0, D - 50)], snapshots=snapshots)
    assert report(frames).notes == (
        "LinkedIn reaches to 12 Jul 2026.",
        "The log reaches to 26 May 2026.",
        "How far X reaches is not known.",
    )


def test_every_section_says_until_when_the_data_reaches() -> None:
    frames = world(
        ties=[tie(0, since=D - 500)], interactions=[text(0, D - 40, "in")],
        snapshots=[SnapshotRow("linkedin", "a.zip", D - 30)],
    )  # fmt: skip
    for one in (*report(frames).sections, *weekly(frames, D, Options()).sections):
        said = [note for note in one.notes if note.startswith("LinkedIn data ends 15 Jun 2026;")]
        assert len(said) == 1, one.key


def test_a_source_of_unknown_day_is_said_to_be_so() -> None:
    frames = world(ties=[tie(0)], snapshots=[SnapshotRow("linkedin", "a.zip", None)])
    for one in report(frames).sections:
        assert one.notes.count("How far LinkedIn reaches is not known.") == 1, one.key
