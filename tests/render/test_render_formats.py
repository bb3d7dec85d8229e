"""JSON, CSV and Markdown: their shapes."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

import render_hostile
import render_samples
from netaudit.errors import UsageError
from netaudit.render import Look, renderer, to_text, values
from netaudit.render.csv import CsvRenderer
from netaudit.render.json import JsonRenderer
from netaudit.render.markdown import MarkdownRenderer
from netaudit.report import Column, Figure, Person, Report, Section, Table


def small() -> Report:
    person = Person("Ana Ruiz", "k7")
    columns = (Column("person", "person", "person"), Column("share", "share", "ratio"))
    section = Section(
        "one", "One", "Not in the JSON.",
        (Figure("list", "list", 3), Figure("top", "top", person, "person")),
        (Table("people", "People", columns, ((person, 1 / 3), (None, None))),),
        ("A note.",), {"list": 2, "top": None},
    )  # fmt: skip
    options = {"stale": "30d"}
    return Report("audit", "Audit", "H", "2026-11-15", options, (section,), ("Not there.",))


def test_json_has_the_shape_of_its_schema() -> None:
    assert json.loads(to_text(JsonRenderer(), small())) == {
        "schema": "netaudit.report/1",
        "report": "audit",
        "as_of": "2026-11-15",
        "options": {"stale": "30d"},
        "sections": [
            {
                "key": "one",
                "title": "One",
                "figures": {"list": 3, "top": "Ana Ruiz"},
                "previous": {"list": 2, "top": None},
                "tables": {
                    "people": [
                        {"person": "Ana Ruiz", "share": 0.3333333333333333},
                        {"person": None, "share": None},
                    ]
                },
                "notes": ["A note."],
            }
        ],
    }


def test_json_adds_ids_when_asked() -> None:
    section = json.loads(to_text(JsonRenderer(ids=True), small()))["sections"][0]
    assert section["figures"] == {"list": 3, "top": "Ana Ruiz", "top_id": "k7"}
    assert section["tables"]["people"][0] == {
        "person": "Ana Ruiz", "person_id": "k7", "share": 0.3333333333333333,
    }  # fmt: skip


def test_json_without_a_comparison_has_no_previous() -> None:
    content = json.loads(to_text(JsonRenderer(), render_samples.audit()))
    assert all("previous" not in section for section in content["sections"])


def test_json_keeps_every_name_and_escapes_what_acts() -> None:
    report = render_hostile.report(render_hostile.NAMES)
    for ensure_ascii in (False, True):
        text = to_text(JsonRenderer(ensure_ascii=ensure_ascii), report)
        rows = json.loads(text)["sections"][0]["tables"]["stale_people"]
        assert [row["person"] for row in rows] == render_hostile.NAMES
        assert not re.search("[\x7f-\x9f\u2028-\u202e\ud800-\udfff]", text)
        assert text.isascii() == ensure_ascii


def test_json_refuses_what_is_no_number() -> None:
    section = Section("a", "A", "", (Figure("x", "x", float("nan")),))
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_text(JsonRenderer(), Report("audit", "", "", "", {}, (section,)))


def rows(renderer: CsvRenderer, report: Report) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_text(renderer, report)), strict=True))


def test_csv_of_a_section_is_its_table() -> None:
    assert to_text(CsvRenderer(), small()) == (
        '"person","share"\n"Ana Ruiz","0.3333333333333333"\n"",""\n'
    )
    assert rows(CsvRenderer(ids=True), small()) == [
        ["person", "person_id", "share"], ["Ana Ruiz", "k7", "0.3333333333333333"], ["", "", ""],
    ]  # fmt: skip


def test_csv_of_a_section_without_tables_is_its_figures() -> None:
    assert rows(CsvRenderer(), render_samples.narrowed("invitations")) == [
        ["figure", "value"], ["sent", ""], ["sent_with_note", ""],
    ]  # fmt: skip


def test_csv_of_figures_on_request_with_the_compared_ones() -> None:
    assert rows(CsvRenderer(table="figures"), small()) == [
        ["figure", "value", "previous"], ["list", "3", "2"], ["top", "Ana Ruiz", ""],
    ]  # fmt: skip


def test_csv_takes_a_named_table_from_a_whole_report() -> None:
    table = rows(CsvRenderer(table="waiting_on_me"), render_samples.audit())
    assert table[1] == ["Tuulikki Rautio", "opener", "2026-10-20", "26"]


@pytest.mark.parametrize(
    ("report", "table", "hint"),
    [
        (
            render_samples.audit(), None,
            r"^choose a table with --table: states, .*; or a section with --section: list_.*next$",
        ),
        (render_samples.audit(), "figures", "^choose a section with --section: list_vs_network"),
        (render_samples.empty(), None, "there is none"),
        (render_samples.narrowed("reciprocity"), None, r"--table: never_answer, .*_me, figures$"),
        (render_samples.narrowed("stale"), "nonsense", "stale_people, figures"),
    ],
)  # fmt: skip
def test_csv_says_what_there_is_to_choose(report: Report, table: str | None, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        to_text(CsvRenderer(table=table), report)
    assert re.search(hint, caught.value.hint or "")


def test_csv_guards_texts_and_leaves_numbers_alone() -> None:
    table = rows(CsvRenderer(table="stale_people"), render_hostile.report(render_hostile.NAMES))
    names = [row[0] for row in table[1:]]
    assert "'=1+1" in names
    assert "'+351 900 000 000" in names
    assert not any(name.strip()[:1] in set("=+-@＝＋－＠") - {""} for name in names)
    section = Section("a", "", "", (Figure("x", "x", -3), Figure("y", "y", value=True)))
    report = Report("audit", "", "", "", {}, (section,))
    assert rows(CsvRenderer(), report)[1:] == [["x", "-3"], ["y", "true"]]


def html(report: Report, *, full: bool = True) -> str:
    text = to_text(MarkdownRenderer(full=full), report)
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def test_markdown_makes_tables_and_headings() -> None:
    page = html(render_samples.audit())
    tables = sum(1 for s in render_samples.audit().sections for t in s.tables if t.rows)
    figures = sum(1 for s in render_samples.audit().sections if s.figures)
    assert page.count("<table>") == tables + figures
    assert page.count("<h2>") == 12
    assert "<td>Marisol Ibáñez-Duarte</td>" in page


def test_markdown_lets_nothing_foreign_act() -> None:
    page = html(render_hostile.report(render_hostile.NAMES))
    kinds = set(re.findall(r"</?([a-z0-9]+)", page))
    assert kinds == {
        "h1", "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }  # fmt: skip
    assert page.count("<h2>") == 3


def test_markdown_cuts_long_tables_and_says_so() -> None:
    report = render_hostile.report(["Ana"], rows=1_500)
    assert "… and 1,480 more: `--section stale` shows them." in to_text(MarkdownRenderer(), report)
    assert "more:" not in to_text(MarkdownRenderer(full=True), report)


def test_markdown_says_the_same_title_once() -> None:
    columns = (Column("person", "person", "person"),)
    one = Table("moved", "New company", columns, (), "nobody moved")
    sections = (
        Section("moved", "New company", "", tables=(one,)),
        Section("left", "Left", "", tables=(replace(one, title="Who left"),)),
        Section("two", "Two", "", tables=(replace(one, title="Two"), replace(one, title="More"))),
    )
    text = to_text(MarkdownRenderer(), Report("changes", "", "", "", {}, sections))
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings[1:] == [
        "## New company", "## Left", "### Who left", "## Two", "### Two", "### More",
    ]  # fmt: skip
    assert text.count("nobody moved") == 4


def test_markdown_compares() -> None:
    text = to_text(MarkdownRenderer(), render_samples.weekly())
    assert "| people touched | 9 | 12 | -3 |" in text
    assert "| figure | this week | week before | change |" in text


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_what_is_compared_has_the_same_words_in_every_format(form: str) -> None:
    for report, words in ((render_samples.weekly(), values.headings("weekly")), (small(), None)):
        shown = to_text(renderer(form, Look(full=True)), report)
        for word in words or values.headings("audit"):
            assert word in shown
    assert values.headings("weekly") == ("this week", "week before")
    assert values.headings("audit") == values.headings("changes") == ("now", "before")


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_what_only_programs_need_is_left_out_where_people_read(form: str) -> None:
    columns = (Column("reason", "why"), Column("kind", "sort", for_programs=True))
    table = Table("people", "People", columns, (("wrote", "waiting"),))
    section = Section("next", "Next", "", tables=(table,))
    report = Report("audit", "", "", "2026-11-15", {}, (section,))
    shown = to_text(renderer(form, Look(full=True)), report)
    assert "wrote" in shown
    assert "sort" not in shown
    assert "waiting" not in shown
    written = to_text(renderer("csv", Look()), report)
    assert written == '"reason","kind"\n"wrote","waiting"\n'


def test_a_table_in_the_order_of_time_is_cut_at_its_beginning() -> None:
    columns = (Column("date", "date", "date"), Column("list", "list", "count"))
    rows = tuple((f"2026-01-{day:02}", day) for day in range(1, 26))
    section = Section(
        "momentum", "", "", tables=(Table("months", "", columns, rows, in_time=True),)
    )
    shown = to_text(MarkdownRenderer(), Report("audit", "", "", "", {}, (section,)))
    assert "2026-01-05" not in shown
    assert "2026-01-06" in shown
    assert "2026-01-25" in shown
    assert "… and 5 earlier: `--section momentum` shows them." in shown


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_ids_stand_behind_names_where_they_are_asked_for(form: str) -> None:
    columns = (Column("person", "person", "person"), Column("days", "days", "days"))
    table = Table("people", "People", columns, ((Person("Ana", "a1b2c3d4"), 3),))
    report = Report("audit", "", "", "", {}, (Section("next", "", "", tables=(table,)),))
    shown = to_text(renderer(form, Look(full=True, ids=True)), report).replace("\\", "")
    assert "Ana (a1b2c3d4)" in shown
    assert "a1b2c3d4" not in to_text(renderer(form, Look(full=True)), report)


def test_two_tables_of_one_key_are_told_apart_by_their_sections() -> None:
    columns = (Column("list", "list", "count"),)
    sections = tuple(
        Section(key, "", "", tables=(Table("people", "", columns, ((number,),)),))
        for number, key in enumerate(("cadence", "next"))
    )
    report = Report("audit", "", "", "", {}, sections)
    with pytest.raises(UsageError, match="table of several sections") as refused:
        to_text(CsvRenderer(table="people"), report)
    assert refused.value.hint == "say which: cadence.people, next.people"
    assert to_text(CsvRenderer(table="next.people"), report) == '"list"\n"1"\n'
