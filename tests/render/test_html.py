"""The HTML page, read by a parser: what stands on it, and what never does."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Literal

import pytest

import render_hostile
import render_samples
from netaudit.audits.catalogue import empty_reports
from netaudit.render import Look, renderer, safe, to_text
from netaudit.render.html import FULL_ROWS, MOST_BYTES, ROWS, HtmlRenderer
from netaudit.report import Column, Figure, Report, Section, Table, Value
from render_pages import Parsed, page

Name = Literal[
    "audit", "weekly", "changes", "imports", "matches", "next", "people", "person", "doctor"
]  # fmt: skip
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
PASSIVE = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section",
    "footer", "div", "span", "p", "b", "i", "strong", "small", "code", "bdi", "a", "ul", "li",
    "dl", "dt", "dd", "h1", "h2", "h3", "figure", "figcaption", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "details", "summary",
}  # fmt: skip
DRAWN = {
    "svg", "g", "path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text",
    "tspan", "desc", "title", "defs", "clippath", "marker", "style",
}  # fmt: skip
REPORTS: dict[str, Callable[[], Report]] = {
    "empty": render_samples.empty,
    "audit": render_samples.audit,
    "weekly": render_samples.weekly,
    "section": lambda: render_samples.narrowed("stale"),
    "hostile": lambda: render_hostile.report(render_hostile.NAMES),
    "values": render_hostile.odd_values,
    **{f"nothing-{report.name}": partial(replace, report) for report in empty_reports()},
}


def people(rows: int, *, in_time: bool = False) -> Report:
    """Return an audit with a table of so many rows."""
    columns = (Column("person", "person", "person"), Column("list", "list", "count"))
    table = Table(
        "stale_people", "People", columns,
        tuple((render_samples.person(f"Name {row}"), row) for row in range(rows)), "nobody",
        in_time,
    )  # fmt: skip
    section = Section("stale", "Stale", "", tables=(table,))
    return Report("audit", "Network audit", "", "2026-11-15", {}, (section,))


@pytest.mark.unwatched
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("full", [False, True])
def test_the_page_is_passive_and_loads_nothing(name: str, *, full: bool) -> None:
    parsed = page(REPORTS[name](), full=full, ids=full)
    assert set(parsed.elements) <= PASSIVE | {"svg"}
    assert set(parsed.drawn) <= DRAWN
    assert parsed.comments == []
    for tag, attribute, value in parsed.attributes:
        assert not attribute.startswith("on"), (tag, attribute)
        assert attribute not in {"src", "srcset", "action", "data", "background", "ping"}
        if attribute == "href" or attribute.endswith(":href"):
            assert value.startswith("#"), (tag, value)
        if attribute != "xmlns":
            assert "//" not in value, (tag, attribute, value)
        if "url(" in value:
            assert re.fullmatch(r"url\(#[\w-]+\)", value.strip()), value
    assert not re.search(r"@import|url\(|expression|//", " ".join(parsed.of("style")))


@pytest.mark.unwatched
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_can_load_before_the_policy_stands(name: str) -> None:
    text = to_text(HtmlRenderer(), REPORTS[name]())
    head = re.findall(r"<(\w+)([^>]*)>", text.partition("</head>")[0])
    assert [tag for tag, _ in head[:4]] == ["html", "head", "meta", "meta"]
    assert head[2][1] == ' charset="utf-8"'
    assert head[3][1] == f' http-equiv="Content-Security-Policy" content="{POLICY}"'
    assert ("meta", ' name="referrer" content="no-referrer"') in head
    assert ("html", ' lang="en"') in head


@pytest.mark.unwatched
def test_the_title_names_nobody() -> None:
    report = render_hostile.report(render_hostile.NAMES)
    text = to_text(HtmlRenderer(), report)
    assert "<title>netaudit audit, 15 November 2026</title>" in text


@pytest.mark.unwatched
@pytest.mark.parametrize("name", REPORTS)
def test_headings_are_in_order_and_ids_are_unique(name: str) -> None:
    report = REPORTS[name]()
    if name == "values":  # two sections of one key, as no report has
        report = replace(report, sections=report.sections[:1])
    if name == "hostile":
        report = replace(report, sections=report.sections[:2])
    parsed = page(report)
    assert parsed.elements["h1"] == parsed.elements["main"] == 1
    levels = [int(tag[1]) for tag in parsed.order if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    course = ("svg", "id", "chart-momentum") in parsed.attributes
    assert parsed.elements["h2"] == len(report.sections) + course
    ids = [value for _, attribute, value in parsed.attributes if attribute == "id"]
    assert len(ids) == len(set(ids))
    spoken = {"aria-labelledby", "aria-describedby"}
    wanted = [value for _, name, value in parsed.attributes if name in spoken]
    wanted = [one for value in wanted for one in value.split()]
    wanted += [value[1:] for _, attribute, value in parsed.attributes if attribute == "href"]
    assert set(wanted) <= set(ids)


def test_every_section_table_and_label_of_the_sample_is_there() -> None:
    for report in (render_samples.audit(), render_samples.weekly()):
        parsed = page(report)
        assert report.headline in parsed.text
        for section in report.sections:
            assert section.title in parsed.of("h2")
            assert section.summary in parsed.text
            assert all(note in parsed.text for note in section.notes)
            for table in section.tables:
                assert table.title in parsed.text
                if not table.rows:
                    assert table.empty in parsed.text
        assert all(note in parsed.text for note in report.notes)


def test_tables_have_captions_and_headers_with_a_scope() -> None:
    parsed = page(render_samples.audit())
    assert parsed.elements["caption"] == parsed.elements["table"] > 8
    scopes = [value for tag, attribute, value in parsed.attributes if attribute == "scope"]
    assert len(scopes) == parsed.elements["th"]
    assert set(scopes) == {"col"}


def test_the_course_over_time_stands_above_all_sections() -> None:
    text = to_text(HtmlRenderer(), render_samples.audit())
    assert 0 < text.index("<svg") < text.index("<section")
    assert Parsed(text).drawn["svg"] >= 5
    assert "<svg" not in to_text(HtmlRenderer(), render_samples.empty())


def test_the_big_numbers_of_the_audit_are_told_first() -> None:
    parsed = page(render_samples.audit())
    assert parsed.of("strong") == ["412", "31", "8 %", "93 %"]
    assert page(render_samples.narrowed("momentum")).of("strong") == []
    unknown = Section("stale", "Stale", "", (Figure("untouched_share", "x", None, "ratio"),))
    report = Report("audit", "", "", "2026-11-15", {}, (unknown,))
    assert page(report).of("strong") == []


def test_figures_stand_beside_those_before() -> None:
    text = to_text(HtmlRenderer(), render_samples.weekly())
    (row,) = re.findall(r"<tr><th scope=\"row\"><bdi>people touched.*", text)
    assert re.findall(r">([^<>]+)<", row) == ["people touched", "9", "12", "\N{MINUS SIGN}3"]
    header = Parsed(text).of("th")
    place = header.index("figure")
    assert header[place : place + 4] == ["figure", "this week", "week before", "change"]
    assert "week before: 12" in text


def test_figures_of_which_none_is_known_are_left_out() -> None:
    figures = (Figure("sent", "sent by you", None), Figure("got", "got by you", None))
    section = Section("invitations", "Invitations", "Nothing known.", figures)
    report = Report("audit", "", "", "2026-11-15", {}, (section,))
    assert "sent by you" not in page(report).text
    known = replace(section, previous={"sent": 3, "got": None})
    assert "sent by you" in page(replace(report, sections=(known,))).text


def test_a_day_reads_as_so_long_ago_and_its_number_of_days_is_not_said_twice() -> None:
    parsed = page(render_samples.narrowed("stale"))
    assert "7 months ago" in parsed.of("bdi")
    assert "2026-04-03" in parsed.of("small")
    assert "226 d" not in parsed.text
    (table,) = render_samples.narrowed("stale").sections[0].tables
    other = replace(table, rows=((table.rows[0][0], "2026-04-03", 3, *table.rows[0][3:]),))
    section = Section("stale", "Stale", "", tables=(other,))
    report = replace(render_samples.audit(), sections=(section,))
    assert "3 d" in page(report).of("td")


def test_the_days_of_a_course_stay_as_they_are() -> None:
    assert "2024-11-28" in page(render_samples.narrowed("momentum")).of("bdi")


def test_a_share_has_a_bar() -> None:
    text = to_text(HtmlRenderer(), render_samples.narrowed("circles"))
    widths = re.findall(r'<i style="width:([\d.]+)%"></i>', text)
    assert widths == ["23.7", "0.0", "75.0"]


def test_codes_become_words_and_what_only_programs_need_is_left_out() -> None:
    parsed = page(render_samples.narrowed("list_vs_network"))
    assert "no contact recorded" in parsed.text
    assert "only_out" not in parsed.text
    columns = (Column("reason", "why"), Column("sort", "sort", for_programs=True))
    table = Table("people", "People", columns, (("wrote", "waiting"),))
    report = Report(
        "next", "", "", "2026-11-15", {}, (Section("next", "Next", "", tables=(table,)),)
    )
    assert "wrote" in page(report).text
    assert "sort" not in page(report).of("th")
    assert "waiting" not in page(report).text


def test_long_tables_are_cut_with_a_count_and_the_command_for_the_rest() -> None:
    cut = page(people(12_345))
    assert cut.elements["tr"] == ROWS + 1
    assert "… and 12,295 more: " in cut.of("p")
    assert cut.of("code") == ["netaudit report --section stale --format csv"]
    full = page(people(12_345), full=True)
    assert full.elements["tr"] == FULL_ROWS + 1
    assert "… and 11,845 more: " in full.of("p")
    assert page(people(ROWS)).of("code") == []


def test_a_course_is_cut_at_its_beginning() -> None:
    parsed = page(people(60, in_time=True))
    names = [text for text in parsed.of("bdi") if text.startswith("Name")]
    assert (names[0], names[-1]) == ("Name 10", "Name 59")
    assert "… and 10 earlier: " in parsed.of("p")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("audit", "netaudit report --section stale --table stale_people --format csv"),
        ("weekly", "netaudit weekly --section stale --table stale_people --format csv"),
        ("changes", "netaudit changes --section stale --table stale_people --format csv"),
        ("next", "netaudit next --table stale_people --format csv"),
        ("imports", "netaudit imports --table stale_people --format csv"),
        ("doctor", "netaudit doctor --table stale_people --format csv"),
        ("matches", "netaudit match --list --table stale_people --format csv"),
        ("person", "netaudit show PERSON --section stale --table stale_people --format csv"),
    ],
)
def test_the_command_for_the_rest_is_that_of_the_report(name: Name, command: str) -> None:
    report = people(60)
    (section,) = report.sections
    other = Table("other", "Other", (Column("a", "a"),), ())
    section = replace(section, tables=(*section.tables, other))
    named = Report(name, "", "", "2026-11-15", {}, (section,))
    assert page(named).of("code") == [command]


@pytest.mark.unwatched
def test_hostile_names_are_text_and_nothing_else() -> None:
    parsed = page(render_hostile.report(render_hostile.NAMES), full=True)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e]", parsed.text
    )
    assert not re.search("[\u2028\u2029\u2066-\u2069\ue000\ud800-\udfff]", parsed.text)
    shown = set(parsed.of("bdi"))
    for name in render_hostile.NAMES:
        words = "(no name)" if safe.is_blank(name) else name
        assert safe.terminal(words, 120) in shown, name


def test_every_text_of_others_stands_in_an_isolated_run() -> None:
    parsed = page(render_hostile.report(["שירה לוינברג"]))
    places = {where for where, text in parsed.texts if "שירה" in text}
    assert places - {"bdi"} == {"h1", "h2", "a"}  # these are netaudit's own in every report


@pytest.mark.unwatched
def test_the_same_report_gives_the_same_bytes() -> None:
    for make in REPORTS.values():
        assert to_text(HtmlRenderer(), make()) == to_text(HtmlRenderer(), make())


def large(rows: int) -> Report:
    """Return an audit in which every table of people or companies is long, and so are names."""
    report = render_samples.audit()
    sections = tuple(
        replace(section, tables=tuple(_longer(table, rows) for table in section.tables))
        for section in report.sections
    )
    return replace(report, sections=sections)


def _longer(table: Table, rows: int) -> Table:
    if table.columns[0].key not in {"person", "company"}:
        return table
    return replace(table, rows=tuple(map(_long, (table.rows * rows)[:rows])))


def _long(row: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(
        render_samples.person("Maximiliane-Alexandra von und zu Hohenwaldau-Brandt-Ruiz")
        if isinstance(value, tuple)
        else value
        for value in row
    )


@pytest.mark.unwatched
@pytest.mark.slow
@pytest.mark.parametrize("full", [False, True])
def test_thirty_thousand_people_stay_under_a_megabyte(*, full: bool) -> None:
    for report in (large(30_000), render_hostile.report(render_hostile.NAMES, rows=30_000)):
        text = to_text(HtmlRenderer(full=full, ids=True), report)
        assert len(text.encode()) <= MOST_BYTES == 1_000_000
        assert re.search(r"… and 29,\d{3} more", text)


def test_a_page_too_large_is_cut_until_it_fits() -> None:
    columns = tuple(Column(f"c{place}", "text") for place in range(3))
    rows = (('"' * 240,) * 3,) * 400  # each of these takes five letters
    tables = tuple(Table(f"t{place}", "T", columns, rows) for place in range(3))
    report = Report("audit", "", "", "", {}, (Section("odd", "Odd", "", tables=tables),))
    text = to_text(HtmlRenderer(full=True), report)
    assert MOST_BYTES / 4 < len(text.encode()) <= MOST_BYTES
    assert text.count(" more: ") == 3


@pytest.mark.unwatched
def test_the_format_is_known_by_its_name() -> None:
    report = render_samples.audit()
    for look in (Look(), Look(full=True, ids=True)):
        expected = to_text(HtmlRenderer(full=look.full, ids=look.ids), report)
        assert to_text(renderer("html", look), report) == expected
    assert "(p0001)" in to_text(renderer("html", Look(ids=True)), report)
