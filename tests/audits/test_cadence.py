"""What the section on cadences says."""

import pytest

from metrics.worlds import D, PersonRow, SnapshotRow, person, text, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.frames import Frames
from netaudit.report import Section


def section(frames: Frames) -> Section:
    (found,) = (one for one in audit(frames, D, Options()).sections if one.key == "cadence")
    return found


def meant(number: int) -> PersonRow:
    return person(number)._replace(cadence="3w")


def with_states(overdue: int, due: int, kept: int) -> Frames:
    """Return a world in which so many people are overdue, due and neither."""
    ago = [40] * overdue + [20] * due + [0] * kept
    rows = [text(number, D - days, "in") for number, days in enumerate(ago)]
    snapshots = [SnapshotRow("linkedin", "export.zip", D - 30)]
    return world(
        people=[meant(number) for number in range(len(ago))], interactions=rows,
        snapshots=snapshots,
    )  # fmt: skip


WHOM = "with whom you mean to be in touch regularly"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), "Nobody has a cadence yet: netaudit cadence NAME 3w sets one."),
        ((1, 0, 0), f"The one person {WHOM} is overdue."),
        ((0, 1, 0), f"The one person {WHOM} is due within a week."),
        ((0, 0, 1), f"The one person {WHOM} is not due."),
        ((1, 1, 0), f"Of the 2 people {WHOM}, 1 is overdue and 1 is due within a week."),
        ((2, 0, 1), f"Of the 3 people {WHOM}, 2 are overdue."),
        ((0, 2, 1), f"Of the 3 people {WHOM}, 2 are due within a week."),
        ((0, 0, 2), f"None of the 2 people {WHOM} is due within a week."),
    ],
)
def test_the_summary_counts_who_is_due(counts: tuple[int, int, int], said: str) -> None:
    found = section(with_states(*counts))
    assert found.summary == said
    figures = {one.key: one.value for one in found.figures}
    assert figures == {"with_cadence": sum(counts), "due": counts[1], "overdue": counts[0]}
    assert {one.key: len(one.rows) for one in found.tables} == {
        "overdue": counts[0], "due": counts[1]
    }  # fmt: skip


def test_each_table_says_of_itself_that_nobody_is_there() -> None:
    titles = {one.key: (one.title, one.empty) for one in section(world()).tables}
    assert titles == {
        "overdue": ("Overdue", "nobody is overdue"),
        "due": ("Due within 7 days", "nobody is due"),
    }


def test_no_table_has_the_key_of_a_table_of_another_section() -> None:
    """A table is named by its key alone, as in `--table overdue`."""
    made = audit(world(), D, Options())
    others = {t.key for one in made.sections if one.key != "cadence" for t in one.tables}
    assert others.isdisjoint(one.key for one in section(world()).tables)


@pytest.mark.parametrize("cadences", [0, 1])
def test_silence_after_the_data_is_said(cadences: int) -> None:
    data_ends = "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
    assert section(with_states(cadences, 0, 0)).notes[0] == data_ends


def test_what_it_cannot_see_is_said() -> None:
    (note,) = section(world()).notes
    assert "What was not exported or logged is unseen." in note
    assert note.endswith("Cadences are those that hold by now, whatever the day of the report.")
