"""On a narrow terminal words stand below one another, and are not cut for want of room."""

import re

import pytest

import render_commands
import render_samples
from netaudit.render import to_text
from netaudit.render.terminal import TerminalRenderer
from netaudit.report import Column, Figure, Person, Report, Section, Table
from render_readers import one_line


def screen(report: Report, width: int = 40, **look: bool) -> str:
    return to_text(TerminalRenderer(width, **look), report)


def pairs(table: Table) -> Report:
    return Report("matches", "", "", "", {}, (Section("pairs", "Pairs", "", tables=(table,)),))


@pytest.mark.parametrize("width", [40, 44, 50, 60, 79])
def test_names_and_reasons_of_suggestions_are_whole(width: int) -> None:
    text = screen(render_samples.audit(), width)
    shown = one_line(text[text.index("Whom to talk to") :])
    (table,) = render_samples.suggestions().tables
    for person, reason in table.rows:
        assert isinstance(person, Person)
        assert f"{person.name} {reason}" in shown


def test_the_screen_at_forty_columns_cuts_nothing_but_long_names_at_a_glance() -> None:
    lines = screen(render_samples.audit()).rstrip("\n").split("\n")
    assert len(lines) <= 80
    assert [line for line in lines if "…" in line and not line.endswith(" ago")] == []


def test_suggestions_in_full_are_whole() -> None:
    for width in (40, 50, 60):
        text = screen(render_commands.next_(for_reading=True), width, full=True)
        assert "…" not in text
        assert "an answer" in one_line(text)


def test_a_title_and_its_day_stand_on_two_lines_where_one_is_too_short() -> None:
    lines = screen(render_commands.next_(for_reading=True)).split("\n")
    assert lines[:2] == ["Your next conversations", "15 November 2026"]
    lines = screen(render_commands.next_(for_reading=True), 41).split("\n")
    assert lines[0] == "Your next conversations  15 November 2026"


def test_a_rule_gives_its_handle_the_room_that_the_title_leaves() -> None:
    assert "--section NAME, or --all\n" in screen(render_samples.audit())


def test_a_long_title_of_a_section_has_a_line_of_its_own() -> None:
    lines = screen(render_samples.narrowed("momentum")).split("\n")
    assert "The list grows; does the network?" in lines
    assert any(re.fullmatch(r" ─+ momentum", line) for line in lines)


def test_states_are_broken_and_not_cut() -> None:
    assert re.search(
        r"^  no contact  +251 .*\n  recorded$", screen(render_samples.audit()), re.MULTILINE
    )


def test_labels_of_figures_are_broken_and_not_cut() -> None:
    figures = (Figure("a", "people with a reason to talk to them", 55),)
    text = screen(Report("next", "", "", "", {}, (Section("next", "", "", figures),)))
    assert re.search(r"^  people with a reason to talk to +55\n  them$", text, re.MULTILINE)


def test_names_stand_below_the_title_of_their_list_where_there_is_no_room_beside() -> None:
    text = screen(render_samples.weekly())
    assert "  Added to the list\n    Ines Quintanilha · Bo Lindh\n" in text
    assert "  Added to the list   Ines Quintanilha · Bo Lindh\n" in screen(
        render_samples.weekly(), 78
    )


def test_a_narrow_text_has_more_lines() -> None:
    keys = ("one", "other")
    columns = (*(Column(key, key, "person") for key in keys), Column("why", ""))
    names = [render_samples.person("Kamala Rasmunder-Oystermouth of Kettle", at) for at in (1, 2)]
    words = "the same name; nobody else there has this name, nor this company"
    text = screen(pairs(Table("pairs", "", columns, ((*names, words),))), 60)
    assert "…" not in text
    assert "company" in text


def test_a_table_with_nothing_in_it_says_so_once() -> None:
    columns = (Column("one", "one"), Column("other", "other"))
    text = screen(pairs(Table("pairs", "Pairs", columns, (), "no two look like one")))
    assert "\n  no two look like one\n" in text
    assert text.count("Pairs") == 1


NAMES = Column("person", "person", "person")


@pytest.mark.parametrize("width", range(40, 100, 6))
def test_what_yields_most_is_left_out_before_a_word_is_broken(width: int) -> None:
    columns = (
        Column("company", "company", yields=2), NAMES, Column("note", "note"),
        Column("tags", "tags", yields=1),
    )  # fmt: skip
    words = ("Yellowhammer Cycles", "Cornelia Grzybek-Lane", "Copperfields", "oystermouth")
    cells = (words[0], render_samples.person(words[1]), *words[2:])
    text = screen(pairs(Table("pairs", "", columns, (cells,))), width)
    for word in ("Cornelia", "Grzybek-Lane", "Copperfields"):
        assert word in text
    assert ("oystermouth" in text) == (width > 40)
    assert ("Yellowhammer" in text) == (width > 52)


def test_a_column_without_a_word_takes_no_room() -> None:
    columns = (NAMES, Column("company", "company"), Column("note", "note"))
    row = (render_samples.person("Ana Ruiz"), "", "met at the kiln")
    text = screen(pairs(Table("pairs", "", columns, (row,))))
    assert "company" not in text
    assert "Ana Ruiz  met at the kiln" in text
