"""What people read is said once, and what only programs need is left out."""

import copy

import pytest

import render_samples
from netaudit.render import Look, reading, renderer, to_text
from netaudit.report import Column, Figure, Report, Section, Table, Value
from render_readers import READERS

ENDS = "LinkedIn data ends 14 Nov 2026; silence after that is unknown."
TERMINAL_AND_MARKDOWN = ("terminal", "markdown")
_PERSON = Column("person", "person", "person")


def report_of(*sections: Section, notes: tuple[str, ...] = ()) -> Report:
    return Report("weekly", "Your week", "", "2026-11-15", {}, sections, notes)


def shown(form: str, report: Report, *, full: bool = False) -> str:
    return READERS[form](to_text(renderer(form, Look(100, full=full)), report)).text


@pytest.mark.parametrize("form", TERMINAL_AND_MARKDOWN)
@pytest.mark.parametrize("full", [False, True])
def test_a_note_is_told_once_in_the_first_of_its_sections(form: str, *, full: bool) -> None:
    week = Section("week", "The week", "Seven.", notes=("Due.", f"{ENDS} To get it: ask."))
    waiting = Section("waiting", "Who waits", "Two.", notes=(ENDS, "Openers.", "Openers."))
    text = shown(form, report_of(week, waiting, notes=(ENDS, "The log reaches on.")), full=full)
    assert text.count(ENDS) == 1
    assert text.index(ENDS) < text.index("Who waits")
    assert text.count("Openers.") == text.count("Due.") == text.count("The log reaches on.") == 1
    assert shown(form, report_of(waiting), full=full).count(ENDS) == 1


@pytest.mark.parametrize("form", TERMINAL_AND_MARKDOWN)
def test_that_there_is_nobody_is_said_once(form: str) -> None:
    empty = Table("waiting_on_me", "Waiting", (_PERSON,), (), "nobody is known to be waiting")
    nobody = Section("waiting", "Who waits", "Nobody waits.", (Figure("n", "people", 0),), (empty,))
    text = shown(form, report_of(nobody), full=True)
    assert "Nobody waits." in text
    assert "nobody is known" not in text
    assert "people" not in text


@pytest.mark.parametrize("form", TERMINAL_AND_MARKDOWN)
@pytest.mark.parametrize(
    ("summary", "figure", "previous", "tables", "is_said"),
    [
        ("", 0, None, 1, True),  # nothing else says it
        ("Some.", 3, None, 1, False),  # the summary tells what came of the only table
        ("Some.", 3, None, 2, True),  # it need not tell of every table
        ("Some.", 0, None, 2, False),
        ("Some.", None, None, 2, False),
        ("Some.", 0, 4, 2, True),
    ],
)
def test_empty_tables_are_left_out_where_the_summary_says_as_much(
    form: str, summary: str, figure: Value, previous: Value, tables: int, *, is_said: bool
) -> None:
    empty = [
        Table(f"t{place}", f"Table {place}", (_PERSON, Column("x", "x")), (), f"none of {place}")
        for place in range(tables)
    ]
    section = Section(
        "one", "One", summary, (Figure("n", "how many", figure),), tuple(empty),
        previous=None if previous is None else {"n": previous},
    )  # fmt: skip
    text = shown(form, report_of(section), full=True)
    assert all((f"none of {place}" in text) == is_said for place in range(tables))
    assert summary in text


def test_a_table_with_rows_keeps_the_empty_ones_beside_it() -> None:
    rows = Table("left", "Left", (_PERSON,), ((render_samples.person("Ana"),),))
    none = Table("joined", "Joined", (_PERSON,), (), "nobody")
    section = Section("week", "The week", "One left.", tables=(none, rows))
    assert reading.for_reading(report_of(section)).sections == (section,)


def test_days_are_left_out_where_a_date_of_the_row_says_them() -> None:
    columns = (_PERSON, Column("since", "since", "date"), Column("days", "days", "days"))
    ana = render_samples.person("Ana")
    true: tuple[tuple[Value, ...], ...] = ((ana, "2026-11-10", 5), (ana, None, None))
    other: tuple[tuple[Value, ...], ...] = ((ana, "2026-11-10", 5), (ana, "2026-11-10", 6))
    for rows, kept in ((true, 2), (other, 3)):
        section = Section("one", "One", "", tables=(Table("t", "T", columns, rows),))
        read = reading.for_reading(report_of(section)).sections[0].tables[0]
        assert len(read.columns) == kept
        assert [len(row) for row in read.rows] == [kept, kept]
    course = Table("t", "T", columns[1:], tuple(row[1:] for row in true))
    section = Section("one", "One", "", tables=(course,))
    assert reading.for_reading(report_of(section)).sections == (section,)


def test_markdown_says_how_long_ago_and_the_day() -> None:
    text = to_text(renderer("markdown", Look()), render_samples.weekly())
    assert "| Tuulikki Rautio | wrote first | 3 weeks ago, 2026-10-20 |" in text


def test_reading_changes_no_report() -> None:
    for report in (render_samples.audit(), render_samples.weekly()):
        before = copy.deepcopy(report)
        read = reading.for_reading(report)
        assert report == before
        assert reading.for_reading(read) == read
