"""The HTML page says things once, what to do first, and little of what is not known."""

import re
from dataclasses import replace

import pytest

import render_people
import render_samples
from netaudit.render import to_text
from netaudit.render.html import HtmlRenderer
from netaudit.report import Column, Figure, Report, Section, Table
from render_pages import page


def told(*notes: str) -> Section:
    """Return a section with something in it and these notes."""
    figures = (Figure("people", "people", 3),)
    return Section("stale", "Stale", "Three people.", figures, notes=notes)


def test_what_was_told_at_the_top_is_not_told_again() -> None:
    ends = "LinkedIn data ends 14 Nov 2026; silence after that is unknown."
    sections = (told(ends, "One."), replace(told("One.", "Two."), key="b"))
    report = Report("audit", "", "", "2026-11-15", {}, sections, (ends,))
    text = to_text(HtmlRenderer(), report)
    assert [text.count(note) for note in (ends, "One.", "Two.")] == [1, 1, 1]
    assert text.index(ends) < text.index("<main")
    assert text.index("One.") < text.index('<section id="b"') < text.index("Two.")


def test_whom_to_talk_to_stands_first_after_the_course() -> None:
    text = to_text(HtmlRenderer(), render_samples.audit())
    first = re.findall(r'href="#([\w]+)"|<section id="([\w]+)"|<(figure)', text)
    places = ["".join(one) for one in first]
    sections = [section.key for section in render_samples.audit().sections]
    rest = [key for key in sections if key != "next"]
    assert places[: len(sections)] == ["next", *rest]
    assert places[len(sections) : len(sections) + 2] == ["figure", "next"]


SILENT = Section(
    "depth_breadth", "Depth", "No contact is recorded.",
    (Figure("contact_days", "contact-days", 0), Figure("depth", "depth", None, "number")),
    (
        Table(
            "quarter_ends", "Quarters",
            (Column("date", "date", "date"), Column("people", "touched", "count")),
            (("2026-06-30", 0), ("2026-09-30", 0)),
        ),
    ),
    ("A first note.", "To write it down: netaudit log NAME coffee", "A third."),
)  # fmt: skip


def test_a_section_that_knows_of_nothing_is_a_sentence_and_what_to_do() -> None:
    report = Report("audit", "", "", "2026-11-15", {}, (SILENT,))
    parsed = page(report)
    assert "No contact is recorded." in parsed.text
    assert parsed.elements["table"] == parsed.elements["dl"] == 0
    assert parsed.elements["li"] == 1
    assert "To write it down: netaudit log NAME coffee" in parsed.of("bdi")
    assert page(report, full=True).elements["table"] == 1  # who asks for all gets all
    others = replace(SILENT, notes=("A first note.", "A third."))
    assert "A first note." in page(replace(report, sections=(others,))).of("bdi")


def test_a_section_that_once_knew_of_something_is_shown() -> None:
    (quarters,) = SILENT.tables
    for known in (
        replace(SILENT, previous={"contact_days": 4, "depth": None}),
        replace(SILENT, figures=(Figure("contact_days", "contact-days", 1),)),
        replace(SILENT, tables=(replace(quarters, rows=(("2026-06-30", 2),)),)),
    ):
        parsed = page(Report("audit", "", "", "2026-11-15", {}, (known,)))
        assert parsed.elements["table"] >= 1
        assert "A third." in parsed.text


def test_a_table_that_is_drawn_is_folded_and_has_a_name_of_its_own() -> None:
    parsed = page(render_samples.narrowed("list_vs_network"))
    assert parsed.elements["details"] == 1
    (states,) = render_samples.narrowed("list_vs_network").sections[0].tables
    assert parsed.of("summary") == ["As a table"]
    assert [text for text in parsed.of("bdi") if states.title in text] == [
        f"{states.title}, as a table"
    ]
    text = to_text(HtmlRenderer(), render_samples.narrowed("list_vs_network"))
    assert "style=" not in text[text.index("<details") :]  # the bars are in the picture


def test_no_heading_and_no_caption_is_there_twice() -> None:
    for report in (render_samples.audit(), render_samples.weekly()):
        text = to_text(HtmlRenderer(), report)
        names = re.findall(r"<(?:h[1-6]|caption)[^>]*>(?:<bdi>)?([^<]+)", text)
        assert len(names) == len(set(names)), names


def test_a_picture_is_named_by_its_heading_and_described_by_its_caption() -> None:
    text = to_text(HtmlRenderer(), render_samples.audit())
    pictures = re.findall(r"<figure.*?</figure>", text, re.DOTALL)
    assert len(pictures) >= 5
    for picture in pictures:
        (heading,) = re.findall(r'<h[23] id="([\w-]+)">', picture)
        (caption,) = re.findall(r'<figcaption id="([\w-]+)">', picture)
        assert f'aria-labelledby="{heading}" aria-describedby="{caption}"' in picture
        assert "<desc" not in picture
        assert "<title" not in picture


def test_compared_figures_say_with_when() -> None:
    section = replace(told(), previous={"people": 2})
    report = Report("audit", "", "", "2026-11-15", {"compare": "90d"}, (section,))
    assert page(report).of("th")[:4] == ["figure", "now", "90d before", "change"]
    assert "Figures: Stale" in page(report).of("bdi")
    assert "before" in page(replace(report, options={})).of("th")


@pytest.mark.parametrize(
    ("columns", "stacked", "scrolls"), [(2, False, False), (6, True, False), (16, True, True)]
)
def test_rows_are_stacked_where_a_phone_has_no_room(
    columns: int, *, stacked: bool, scrolls: bool
) -> None:
    named = tuple(Column(f"c{place}", f"label{place}", "count") for place in range(columns))
    for value in (1, 10**6):  # what the cells hold changes nothing
        table = Table("wide", "Wide", named, ((value,) * columns,))
        report = Report(
            "audit", "", "", "2026-11-15", {}, (Section("w", "W", "", tables=(table,)),)
        )
        attributes = page(report).attributes
        assert (("table", "class", "stacked") in attributes) == stacked
        labels = [value for _, name, value in attributes if name == "data-label"]
        assert labels == [column.label for column in named[1:]] * stacked
        regions = [value for tag, name, value in attributes if (tag, name) == ("div", "role")]
        assert regions == ["region"] * scrolls
        assert (("div", "tabindex", "0") in attributes) == scrolls


def test_columns_of_which_nothing_is_known_are_left_out_unless_all_is_asked_for() -> None:
    columns = tuple(Column(name, name, "count") for name in ("added", "reached", "met"))
    table = Table("quarters", "Quarters", columns, ((3, None, None), (4, None, 0)))
    section = Section("cohorts", "Cohorts", "Seven came.", tables=(table,))
    report = Report("audit", "", "", "2026-11-15", {}, (section,))
    assert page(report).of("th") == ["added", "met"]
    assert page(report, full=True).of("th") == ["added", "reached", "met"]


def test_the_first_person_is_the_head_of_a_stacked_row() -> None:
    attributes = page(render_people.people(for_reading=True)).attributes
    labels = {value for _, name, value in attributes if name == "data-label"}
    assert labels == {"id", "company", "position", "state", "last", "tags"}
    assert ("td", "class", "p head") in attributes
