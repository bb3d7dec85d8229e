import re
import sys
import time
from dataclasses import replace

import pytest
from rich.cells import cell_len

import render_hostile
import render_samples
from netaudit.render import Look, renderer, to_text
from netaudit.render.terminal import TerminalRenderer, bars, sheet
from netaudit.report import Column, Figure, Report, Section, Table

CODE = re.compile(r"\x1b\[[0-9;]*m")


def screen(report: Report, width: int = 80, **look: bool) -> str:
    return to_text(TerminalRenderer(width, **look), report)


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_the_audit_fits_on_one_screen(width: int) -> None:
    assert screen(render_samples.audit(), width).count("\n") <= 40


def test_the_audit_fits_on_one_screen_also_with_long_sentences() -> None:
    assert screen(render_hostile.report(render_hostile.NAMES)).count("\n") <= 40


def test_the_audit_fits_on_one_screen_also_with_many_sections() -> None:
    sections = tuple(Section(f"section_{place}", "", "Yes.") for place in range(50))
    assert screen(Report("audit", "", "", "", {}, sections)).count("\n") <= 40


@pytest.mark.parametrize(("ascii_only", "end"), [(False, "contact…"), (True, "contact...")])
def test_a_sentence_too_long_for_its_line_ends_after_a_word(*, ascii_only: bool, end: str) -> None:
    section = Section("depth_breadth", "", "contact " * 60)
    text = screen(Report("audit", "", "", "", {}, (section, section)), ascii_only=ascii_only)
    assert re.search(rf" contact {re.escape(end)}\n", text)


def test_the_screen_names_what_it_leaves_out() -> None:
    text = screen(render_samples.audit())
    assert "8 more: --section stale" in text
    assert "--section NAME, or --all" in text
    for section in render_samples.audit().sections:
        assert section.key in text or section.key == "list_vs_network"


def test_the_screen_says_dates_as_people_do_and_the_section_exactly() -> None:
    assert "7 months ago" in screen(render_samples.audit())
    assert "2026-04-03" not in screen(render_samples.audit(), 120)
    section = screen(render_samples.narrowed("stale"), 100, full=True)
    assert "7 months ago   2026-04-03  coffee" in section
    assert "19 months ago  2025-03-19  linkedin" in section
    assert "226 d" not in section
    assert "שירה לוינברג" in section


def test_without_room_for_both_only_how_long_ago_is_said() -> None:
    section = screen(render_samples.narrowed("stale"), 80, full=True)
    assert "7 months ago   coffee" in section
    assert "2026-04-03" not in section
    assert "too narrow" not in section


def test_the_dates_of_a_course_in_time_stay_dates() -> None:
    section = screen(render_samples.narrowed("momentum"), full=True)
    assert "2025-11-28" in section
    assert " ago" not in section


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_goes_past_the_last_column_in_colour_either(width: int) -> None:
    for report in (render_samples.audit(), render_samples.weekly()):
        for full in (False, True):
            text = CODE.sub("", screen(report, width, colour=True, full=full))
            lines = text.split("\n")
            assert [line for line in lines if cell_len(line) > width] == []
            assert [line for line in lines if line.endswith(" ")] == []


def test_full_shows_every_row() -> None:
    report = render_hostile.report(["Ana"], rows=500)
    assert screen(report, full=True).count("2026-01-01") == 500
    assert "490 more: --section stale" in screen(
        Report("weekly", "", "", "2026-11-15", {}, report.sections)
    )


def test_names_come_through_literally() -> None:
    text = screen(render_hostile.report(["[red]Ana[/red] :smile: \\"]), full=True, colour=True)
    assert "[red]Ana[/red] :smile: \\" in text


def test_colour_changes_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "0")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    for report in (render_samples.audit(), render_samples.weekly()):
        coloured = screen(report, colour=True)
        assert "\x1b[36m" in coloured
        bare = "\n".join(line.rstrip() for line in CODE.sub("", coloured).split("\n"))
        assert bare == screen(report)


@pytest.mark.unwatched
@pytest.mark.parametrize(
    "broken",
    [
        "rich.console.Console.print", "rich.console.Console.__init__", "rich.text.Text.append",
        "rich.console.Console",
    ],
)  # fmt: skip
@pytest.mark.parametrize("error", [IndexError, UnicodeEncodeError("ascii", "é", 0, 1, "odd")])
def test_when_rich_fails_the_words_are_shown_without_colour(
    monkeypatch: pytest.MonkeyPatch, broken: str, error: type[Exception] | Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    assert screen(render_samples.audit(), colour=True) != screen(render_samples.audit())
    monkeypatch.setattr(broken, fail)
    assert screen(render_samples.audit(), colour=True) == screen(render_samples.audit())


def test_without_rich_the_words_are_shown_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert screen(render_samples.audit(), colour=True) == screen(render_samples.audit())


def test_without_colour_there_is_no_code_and_in_ascii_nothing_else() -> None:
    assert "\x1b" not in screen(render_samples.audit())
    text = screen(render_samples.audit(), ascii_only=True, full=True)
    assert text.isascii()
    assert "Marisol Ibanez-Duarte" in text
    assert "\\u7530\\u4e2d" in text
    assert "list    260 to 412" in text


def test_an_empty_report_is_a_heading() -> None:
    text = screen(render_samples.empty())
    assert text.split() == ["Network", "audit", "15", "November", "2026"]


def test_empty_tables_say_so() -> None:
    nobody = render_samples.people_table("newly_stale", "Newly stale", [], "nobody new")
    rows = Table("stale_people", "Waiting", (Column("kind", "kind"),), (), "nobody waits")
    section = Section("stale", "Who waits", "", tables=(nobody, rows))
    odd = Section("odd", "Odd", "")
    for report in (
        Report("audit", "", "", "2026-11-15", {}, (section, odd)),
        Report("weekly", "", "", "2026-11-15", {}, (section,)),
    ):
        assert "Waiting: nobody waits" in screen(report)
    assert "Newly stale  nobody new" in screen(report)


def test_a_screen_of_sections_without_their_tables() -> None:
    sections = (Section("stale", "Stale", "All fresh."), Section("list_vs_network", "List", "No."))
    text = screen(Report("audit", "Audit", "", "2026-11-15", {}, sections))
    assert "All fresh." in text
    assert "More" not in text


def test_a_table_that_is_too_wide_says_what_is_missing() -> None:
    columns = tuple(Column(f"count_{place}", f"number {place}", "count") for place in range(9))
    table = Table("wide", "", columns, ((123_456,) * 9,))
    text = screen(Report("weekly", "", "", "", {}, (Section("a", "A", "", tables=(table,)),)), 40)
    assert "too narrow for number 4," in text
    assert text.count("123,456") == 4


def listed(table: Table, width: int, *, ascii_only: bool = False) -> str:
    section = Section("changed", "Changed", "", tables=(table,))
    return screen(Report("audit", "", "", "", {}, (section,)), width, ascii_only=ascii_only)


def test_a_name_is_never_cut_but_broken_after_a_word() -> None:
    columns = (Column("person", "person", "person"), Column("position", "position"))
    row = (render_samples.person("Xiomara Orrisdottir-Achterberg"), "Keeper of the lighthouse " * 2)
    text = listed(Table("moved", "", columns, (row,)), 46)
    assert "…" not in text
    assert re.search(r"^  Xiomara  +Keeper of", text, re.MULTILINE)
    assert re.search(r"^  Orrisdottir-Achterberg  ", text, re.MULTILINE)


@pytest.mark.parametrize(("width", "least"), [(80, 20), (60, 20), (58, 20), (48, 10)])
def test_names_keep_their_room_while_texts_can_yield(width: int, least: int) -> None:
    keys = ("before", "now", "seen")
    columns = (Column("person", "person", "person"), *(Column(key, key) for key in keys))
    row = (render_samples.person("Ana " * 9 + "Ruiz"), *("Kestrel and Finch Holding",) * 3)
    text = listed(Table("moved", "", columns, (row,)), width)
    found = re.search(r"^  person +(?=before)", text, re.MULTILINE)
    assert found is not None
    assert len(found[0]) - 4 >= least
    assert "too narrow" not in text
    assert text.count("Ana") == 9


def test_names_at_a_glance_stay_on_one_line() -> None:
    report = render_hostile.report(["Xiomara Orrisdottir-Achterberg of the Seven Hills"])
    lines = screen(report, 60).split("\n")
    place = next(place for place, line in enumerate(lines) if "months ago" in line)
    assert re.match(r"  Xiomara .*…  10 months ago", lines[place])
    assert lines[place + 1] == ""


@pytest.mark.parametrize(("ascii_only", "end"), [(False, "…"), (True, "...")])
@pytest.mark.parametrize("company", ["Kestrel & Finch " * 15, "K" * 240])
def test_a_cell_is_cut_after_its_fourth_line(company: str, end: str, *, ascii_only: bool) -> None:
    columns = (Column("person", "person", "person"), Column("company", "company"))
    table = Table("moved", "", columns, ((render_samples.person("Ana Ruiz"), company),))
    text = listed(table, 40, ascii_only=ascii_only)
    rows = text[text.index("Ana Ruiz") :].rstrip("\n").split("\n")
    assert len(rows) == 4
    assert [row.endswith(end) for row in rows] == [False, False, False, True]


def test_labels_make_room_for_a_bar() -> None:
    columns = (
        Column("company", "company"), Column("list", "people on the list", "count"),
        Column("network", "people in the network", "count"),
        Column("share", "share of the list", "ratio"),
    )  # fmt: skip
    table = Table("companies", "", columns, (("Kestrel & Finch", 4, 3, 0.75),))
    text = screen(Report("weekly", "", "", "", {}, (Section("a", "A", "", tables=(table,)),)))
    assert re.search(r" people on +people in +share of\n", text)
    assert re.search(r"company +the list +the network +the list\n", text)
    assert "█" * 18 in text


def test_a_number_is_never_cut() -> None:
    columns = (Column("person", "person", "person"), Column("many", "many", "count"))
    table = Table("wide", "", columns, ((render_samples.person("x" * 60), 10**17),))
    report = Report("weekly", "", "", "", {}, (Section("a", "A", "", tables=(table,)),))
    assert "100,000,000,000,000,000" in screen(report, 40)


def test_the_part_of_a_state_that_is_in_touch_is_solid() -> None:
    states = render_samples.narrowed("list_vs_network")
    assert re.search(r"two-way .* ██+.?░+\n", screen(states))
    no_live = states.sections[0].tables[0]
    table = Table("states", "", no_live.columns[:3], tuple(row[:3] for row in no_live.rows))
    section = Section("list_vs_network", "", "", tables=(table,))
    assert "░" not in screen(Report("weekly", "", "", "", {}, (section,)))


@pytest.mark.parametrize(
    ("share", "solid", "drawn", "pale"),
    [
        (0.0, 1.0, "", ""),
        (0.5, 1.0, "████", ""),
        (1.0, 0.5, "████", "░░░░"),
        (0.001, 1.0, "▏", ""),
        (0.001, 0.0, "", "░"),
        (7.0, 1.0, "████████", ""),
        (-1.0, 1.0, "", ""),
    ],
)
def test_bars(share: float, solid: float, drawn: str, pale: str) -> None:
    pieces = bars.bar(share, 8, sheet.BOXES, solid=solid)
    assert [text for text, _ in pieces] == [drawn, pale]


def test_sparklines_begin_at_zero() -> None:
    assert bars.spark([0, 1, 2, 4], sheet.BOXES) == "▁▃▅█"
    assert bars.spark([0, 0], sheet.BOXES) == ""
    assert bars.spark([], sheet.BOXES) == ""


def test_the_weekly_table_compares_with_the_week_before() -> None:
    text = screen(render_samples.weekly(), 78)
    assert re.search(r"this week\s+week before\s+change", text)
    assert re.search(r"people touched\s+9\s+12\s+-3\n", text)
    assert re.search(r"people met\s+2\s+–\n", text)


def test_without_months_enough_there_is_no_sparkline() -> None:
    table = Table("months", "Months", (Column("list", "list", "count"),), ((5,),))
    section = Section("momentum", "", "It grows.", tables=(table,))
    other = Section("x", "", "", (Figure("a", "a", 1),))
    report = Report("audit", "", "", "", {}, (section, other))
    assert set("▁▂▃▄▅▆▇█").isdisjoint(screen(report))
    assert "It grows." in screen(replace(report, sections=(section,)))


def test_the_screen_says_what_moved_since_the_compared_day() -> None:
    figures = (
        Figure("list", "people on the list", 42), Figure("lapsed", "lapsed", 3),
        Figure("network", "network", None),
    )  # fmt: skip
    section = Section(
        "list_vs_network", "", "", figures, previous={"list": 38, "lapsed": 1, "network": 2}
    )
    stale = Section(
        "stale", "", "", (Figure("untouched_share", "share", 0.5, "ratio"),),
        previous={"untouched_share": 0.625},
    )  # fmt: skip
    report = Report("audit", "", "", "", {"compare": "90d"}, (section, stale))
    assert "  Against 90d before: list +4, untouched -13 pts\n" in screen(report)


def test_nobody_to_talk_to_is_said() -> None:
    columns = (Column("person", "person", "person"), Column("reason", "because"))
    nobody = Section("next", "Next", "Nobody today.", tables=(Table("people", "", columns, ()),))
    report = Report("audit", "", "", "", {}, (nobody, Section("stale", "", "")))
    assert "  Nobody today.\n" in screen(report)


@pytest.mark.unwatched
def test_thousands_of_rows_take_less_than_a_few_seconds() -> None:
    report = render_hostile.report([f"Ana Ruiz {place}" for place in range(5_000)], 5_000)
    began = time.perf_counter()
    to_text(renderer("terminal", Look(colour=True, full=True)), report)
    assert time.perf_counter() - began < 10


def test_the_sparkline_leaves_out_months_before_the_record() -> None:
    columns = (
        Column("list", "list", "count"), Column("network", "network", "count"),
        Column("partial", "partial", "flag"),
    )  # fmt: skip
    rows = ((5, 0, True), (6, 2, True), (7, 3, False), (8, 4, False))
    section = Section("momentum", "", "", tables=(Table("months", "", columns, rows),))
    report = Report("audit", "", "", "", {}, (section, section))
    assert "  list 5 ▅▆▇█ 8   network 3 ▆█ 4   12 months\n" in screen(report)
    early = replace(section, tables=(Table("months", "", columns, rows[:2]),))
    assert "  list 5 ▇█ 6   12 months\n" in screen(replace(report, sections=(early, early)))


def test_a_course_of_nothing_is_not_drawn() -> None:
    columns = (Column("list", "list", "count"), Column("network", "network", "count"))
    table = Table("months", "", columns, ((0, 0), (0, 0)))
    section = Section("momentum", "", "", tables=(table,))
    report = Report("audit", "", "", "", {}, (section, section))
    assert "12 months" not in screen(report)
