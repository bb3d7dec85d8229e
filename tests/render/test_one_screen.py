"""The audit on one screen: what yields to what when there are more words than lines."""

import re
import time
from dataclasses import replace

import pytest

import render_hostile
import render_samples
from netaudit.render import to_text
from netaudit.render.terminal import TerminalRenderer, sheet
from netaudit.report import Column, Report, Section, Table
from render_readers import one_line

NUMBERED = (
    "People, companies, positions, tags and files are numbered, not named. Dates and figures are"
    " real, and may still tell who is meant."
)
REACHES = ("LinkedIn reaches to 14 Nov 2026.", "The log reaches to 13 Nov 2026.")
LATE = (
    (
        "LinkedIn data ends 14 Nov 2026; silence after that is unknown. A new export is due. To get"
        " it: Settings & Privacy > Data privacy > Get your data. Then: netaudit import FILE"
    ),
    "The log reaches to 13 Nov 2026.",
    "X data ends 15 Nov 2026; silence after that is unknown.",
)
REASON = "wrote on 9 Oct 2026; no answer recorded by 14 Nov 2026, where the data ends"
LONG = f"{REASON}; waits for an answer"


def screen(report: Report, width: int = 80, **look: bool) -> str:
    return to_text(TerminalRenderer(width, **look), report)


def audit(*reasons: str, notes: tuple[str, ...] = REACHES) -> Report:
    """Return an audit with these reasons in place of its own."""
    sections = []
    for section in render_samples.audit().sections:
        tables = section.tables
        if section.key == "next" and reasons:
            (table,) = tables
            names = [row[0] for row in table.rows]
            rows = tuple(zip(names, reasons, strict=False))
            tables = (replace(table, rows=rows),)
        sections.append(replace(section, tables=tables))
    return replace(render_samples.audit(), sections=tuple(sections), notes=notes)


def most(width: int) -> int:
    return max(40, 40 * 80 // width)


def named(text: str) -> int:
    """Count the stale whom a screen names."""
    return sum(line.count(" ago ") for line in text.split("\n"))


@pytest.mark.unwatched
@pytest.mark.parametrize("width", range(56, 131))
def test_how_far_the_data_reaches_is_told_whole(width: int) -> None:
    text = one_line(screen(audit(notes=(NUMBERED, *REACHES)), width))
    assert text.endswith(" ".join((NUMBERED, *REACHES)))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_of_a_long_note_the_screen_tells_the_first_sentence(width: int) -> None:
    text = one_line(screen(audit(*[REASON] * 5, notes=(NUMBERED, *LATE)), width))
    first = "LinkedIn data ends 14 Nov 2026; silence after that is unknown."
    assert text.endswith(" ".join((NUMBERED, first, *LATE[1:])))


@pytest.mark.unwatched
@pytest.mark.parametrize("width", range(40, 131))
@pytest.mark.parametrize("reasons", [(), (LONG,), (LONG, REASON), (REASON,) * 3, (LONG,) * 5])
def test_no_reason_is_cut_while_lines_are_left(width: int, reasons: tuple[str, ...]) -> None:
    text = screen(audit(*reasons), width)
    (table,) = audit(*reasons).sections[-1].tables
    shown = one_line(text[text.index("Whom to talk to") : text.index("\nMore")])
    whole = all(str(reason) in shown for _, reason in table.rows)
    assert whole or text.count("\n") == most(width)
    assert text.count("\n") <= most(width)


@pytest.mark.unwatched
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_reasons_are_whole_beside_two_of_the_stale(width: int) -> None:
    for reasons in ((REASON,), (REASON,) * 2, (LONG, LONG)):
        text = screen(audit(*reasons), width)
        assert one_line(text).count(reasons[0]) == len(reasons)
        assert named(text) >= 2 or width == 40  # there the date stands at the end of the line


@pytest.mark.unwatched
@pytest.mark.parametrize("width", [60, 72, 80, 90, 100, 120])
@pytest.mark.parametrize("notes", [REACHES, LATE, (NUMBERED, *LATE)])
def test_two_of_the_stale_are_named_however_long_the_reasons_are(
    width: int, notes: tuple[str, ...]
) -> None:
    text = screen(audit(*[LONG] * 5, notes=notes), width)
    assert named(text) >= 2
    assert text.count("\n") <= most(width)


def test_lines_that_are_left_name_more_of_the_stale() -> None:
    assert named(screen(audit("wrote"))) > named(screen(audit(*[REASON] * 5)))
    one = Section("stale", "Stale", "One.", tables=(render_samples.audit().sections[1].tables[0],))
    assert (
        named(screen(Report("audit", "", "", "2026-11-15", {}, (one, Section("x", "", ""))))) == 8
    )


def test_a_line_is_cut_neither_after_a_number_nor_in_a_parenthesis() -> None:
    paper = sheet.Sheet(40, ascii_only=False, as_of="2026-11-15")
    for words, cut in (
        ("you talked every 11 days; no talk recorded for 30", "you talked every 11 days; no talk…"),
        ("LinkedIn data ends on Friday, 14 Nov 2026", "LinkedIn data ends on Friday,…"),
        ("you began 151 conversations here (73 % answered", "you began 151 conversations here…"),
        ("a few (of them) were in touch with you", "a few (of them) were in touch with…"),
        ("you (73 % of those to whom you wrote first)", "you (73 % of those to whom you…"),
    ):
        assert paper.trail_off(words, 35) == cut


def states(width: int, *, ascii_only: bool = False) -> list[str]:
    text = screen(render_samples.narrowed("list_vs_network"), width, ascii_only=ascii_only)
    start = next(place for place, line in enumerate(text.split("\n")) if " people " in line)
    return text.split("\n")[start:]


def test_both_parts_of_a_bar_are_explained() -> None:
    assert re.search(r"in touch in 1y  █ yes  ░ no$", "\n".join(states(80)), re.MULTILINE)
    ascii_legend = r"in touch in 1y  # yes  \. no$"
    assert re.search(ascii_legend, "\n".join(states(80, ascii_only=True)), re.MULTILINE)


@pytest.mark.unwatched
@pytest.mark.parametrize("width", range(40, 101))
def test_no_part_of_a_bar_is_pale_without_a_word_on_it(width: int) -> None:
    text = "\n".join(states(width))
    assert ("░ no\n" in text) == ("░" in text)


def test_long_sentences_take_no_longer_to_choose_from() -> None:
    report = render_hostile.report(render_hostile.NAMES)
    began = time.perf_counter()
    screen(report, 81)
    assert time.perf_counter() - began < 5


def test_nobody_stale_is_said_once() -> None:
    columns = (Column("person", "person", "person"),)
    table = Table("stale_people", "Stale", columns, (), "nobody on the list is stale")
    stale = Section("stale", "Stale", "All of the 3 people were in touch.", tables=(table,))
    text = screen(Report("audit", "", "", "", {}, (stale, Section("x", "", ""))))
    assert "All of the 3 people were in touch." in text
    assert "nobody on the list" not in text
