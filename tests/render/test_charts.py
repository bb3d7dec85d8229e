"""What the charts of the HTML report draw, read back from their SVG."""

import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
import ziaplot  # type: ignore[import-untyped]  # it comes without types
from hypothesis import given, settings
from hypothesis import strategies as st

import render_samples
from netaudit.render.html.charts import charts
from netaudit.report import Section, Value
from render_charts import (
    SVG,
    cohorts,
    companies,
    full,
    ladder,
    months,
    one,
    plane,
    states,
    tree,
    words,
)
from render_hostile import NAMES

FULL = {section.key: section for section in full()}
PASSIVE = {"svg", "style", "rect", "path", "polygon", "ellipse", "text", "tspan"}
PAINT = re.compile(r"var\(--(ink|dim|grid|surface|accent|accent-2|accent-3|pale)\)|none")


def check_svg(text: str, name: str) -> None:
    """Hold an SVG against what lets it stand in any page, light or dark."""
    root = ET.fromstring(text)  # noqa: S314 - our own output
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= PASSIVE
    assert "<!--" not in text
    assert root.tag == f"{SVG}svg"
    assert not {"width", "height", "style"} & root.attrib.keys()
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    assert (left, top, width) == (0, 0, 460)
    assert 30 < height < 400
    identities = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert identities == [name]
    assert root.attrib["role"] == "img"  # nothing inside is read aloud, but the words beside it
    assert root.attrib["aria-labelledby"] == f"{name}-title"
    assert root.attrib["aria-describedby"] == f"{name}-caption"
    for element in root.iter():
        for attribute, value in element.attrib.items():
            assert attribute not in {"font-family", "style", "href"}
            assert not attribute.startswith("on")
            assert "url(" not in value
            assert attribute != "stroke-dasharray" or re.fullmatch(r"\d+ \d+", value)
            assert "nan" not in value
            assert "inf" not in value
        for attribute in ("fill", "stroke"):
            assert PAINT.fullmatch(element.get(attribute, "none")), element.attrib
        if element.tag == f"{SVG}text":
            assert float(element.attrib["font-size"]) * 350 / 460 >= 10
        for attribute in ("width", "height", "rx", "ry"):
            assert element is root or float(element.get(attribute, 0)) >= 0


@pytest.mark.parametrize("key", FULL)
def test_charts_fit_into_any_page(key: str) -> None:
    chart = one(FULL[key])
    check_svg(chart.svg, f"chart-{key}")
    assert chart.name == f"chart-{key}"
    assert chart.title not in chart.svg
    assert chart.description not in chart.svg


def test_all_charts_together_are_small() -> None:
    assert sum(len(one(section).svg.encode()) for section in full()) < 40_000


def test_only_the_course_is_wide() -> None:
    assert [section.key for section in full() if one(section).wide] == ["momentum"]


def test_the_sections_of_an_audit_are_drawn_or_left_alone() -> None:
    found = {s.key: len(charts(s)) for s in render_samples.audit().sections}
    assert {key for key, number in found.items() if number} == FULL.keys()


def test_drawing_is_repeatable_and_leaves_ziaplot_as_it_was() -> None:
    before = repr(ziaplot.config)
    with ziaplot.Graph() as somebody_elses:
        somebody_elses._display = False
        drawn = [charts(section) for section in full()]
    assert somebody_elses.components == []
    assert repr(ziaplot.config) == before
    assert drawn == [charts(section) for section in full()]


def test_another_process_draws_the_same() -> None:
    program = (
        "import render_charts as r\nprint(*(r.one(section).svg for section in r.full()), sep='')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": ":".join(path for path in sys.path if path), "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "".join(one(section).svg for section in full())


@pytest.mark.parametrize(
    "section",
    [
        Section("stale", "", ""),
        *(Section(key, "", "") for key in FULL),
        months([]),
        months([("2026-11-15", 412, 31, 40, False)]),
        months([("2026-10-31", 0, 0, 0, False), ("2026-11-15", 0, 0, 0, False)]),
        months([("2026-10-31", None, None, None, True), ("2026-11-15", None, None, None, True)]),
        months([("2026-11-15", 3, 1, 1, False), ("2026-11-15", 3, 1, 1, False)]),
        months([("someday", 3, 1, 1, False), (None, 3, 1, 1, False)]),
        states([("never", 0, None, 0), ("met", 0, None, 0)]),
        states([("never", None, None, None)]),
        plane(None, None),
        plane(12.0, None),
        plane(0, 0),
        cohorts([("2026-Q1", 0, 0, 0)]),
        cohorts([("spring", 5, 1, 0), ("2026-Q5", 5, 1, 0)]),
        ladder(0, 0, 0, 0, 0),
        ladder(None, None, None, None, None),
        companies([("Mossbank", 0, 0)]),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing(section: Section) -> None:
    assert charts(section) == ()


@pytest.mark.unwatched
@pytest.mark.parametrize("name", NAMES)
def test_names_of_companies_are_inert(name: str) -> None:
    chart = one(companies([(name, 12, 3), ("Mossbank", 5, 1)]))
    check_svg(chart.svg, "chart-circles")
    written = words(tree(companies([(name, 12, 3)])))[0]
    assert 0 < len(written) < 400
    for text in (written, chart.description):
        assert not any(character in text for character in "\x1b\n\u202e\u2066\x00")


@settings(max_examples=40, deadline=None)
@given(st.text(), st.none() | st.integers(0, 10**12), st.integers(0, 40_000))
def test_any_company_gives_a_chart_that_can_be_parsed(
    name: str, listed: int | None, network: int
) -> None:
    section = companies([(name + "\ufffe\uffff", listed, network), ("Mossbank", 5, 1)])
    check_svg(one(section).svg, "chart-circles")


def test_long_names_are_cut_with_an_ellipsis() -> None:
    first = words(tree(companies([("Brightwater Analytics GmbH & Co. KG", 38, 9)])))[0]
    assert re.fullmatch(r"Brightwater Anal\w*…", first)


NUMBER = (
    st.none()
    | st.integers(-5, 10**7)
    | st.floats(0, 1e7)
    | st.sampled_from([1e300, 10**30, 1e-308])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NUMBER, NUMBER, NUMBER), min_size=2, max_size=12))
@pytest.mark.parametrize(
    "make",
    [
        lambda rows: months([(f"2026-{n + 1:02d}-28", *row, n < 2) for n, row in enumerate(rows)]),
        lambda rows: states([("two_way", *row) for row in rows]),
        lambda rows: plane(rows[0][0], rows[0][1], [("2026-06-30", *rows[1][:2], False)]),
        lambda rows: cohorts([(f"{2020 + n}-Q{n % 4 + 1}", *row) for n, row in enumerate(rows)]),
        lambda rows: ladder(*rows[0], *rows[1][:2]),
        lambda rows: companies([("Mossbank", *row[:2]) for row in rows]),
    ],
    ids=["months", "states", "plane", "cohorts", "ladder", "companies"],
)
def test_any_numbers_give_a_chart_or_none(
    make: Callable[[list[tuple[Value, ...]]], Section], rows: list[tuple[Value, ...]]
) -> None:
    section = make(rows)
    for chart in charts(section):
        check_svg(chart.svg, f"chart-{section.key}")
