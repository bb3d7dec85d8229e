"""What holds for every renderer, whatever the report and whatever the place of output."""

import copy
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from functools import partial
from itertools import product
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import render_hostile
from netaudit.audits.catalogue import empty_reports
from netaudit.errors import UsageError
from netaudit.render import FORMATS, Look, renderer, to_text
from netaudit.report import Report
from render_hostile import NAMES
from render_readers import READERS, writings
from render_shapes import COMMANDS, FOR_READING, SHAPES

REPORTS: dict[str, Callable[[], Report]] = {
    **{name: shape for name, shape in SHAPES.items() if name != "many_rows"},
    **{f"nothing_{report.name}": partial(copy.deepcopy, report) for report in empty_reports()},
    "hostile": lambda: render_hostile.report(NAMES),
    "values": render_hostile.odd_values,
    "large": lambda: render_hostile.report(NAMES[:10], rows=400),
}
LOOKS = {"plain": Look(), "full": Look(width=200, full=True, ids=True)}
# What only the terminal heeds, and its encoding JSON.
PLACES = {"narrow": Look(width=40, ascii_only=True), "colour": Look(width=100, colour=True)}


def test_every_format_and_every_report_name_is_held_to_the_contract() -> None:
    assert set(FORMATS) == set(READERS)
    names = set(get_args(get_type_hints(Report)["name"]))
    assert set(COMMANDS) == set(FOR_READING) == names
    assert {report.name for report in empty_reports()} == names


@pytest.mark.unwatched
@pytest.mark.parametrize(("form", "name"), list(product(FORMATS, REPORTS)))
def test_rendering_is_repeatable_inert_and_changes_nothing(form: str, name: str) -> None:
    for look in (LOOKS | PLACES if form in {"terminal", "json"} else LOOKS).values():
        check_rendering(form, name, look)


def check_rendering(form: str, name: str, look: Look) -> None:
    report = REPORTS[name]()
    before = copy.deepcopy(report)
    texts = writings(form, report, look)
    assert report == before
    assert texts == writings(form, REPORTS[name](), look)
    for text in texts:
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert text.encode("utf-8")
        READERS[form](text)
        if not (form == "terminal" and look.colour):
            check_text(text, form)


def check_text(text: str, form: str) -> None:
    acting = {"Cc", "Cs", "Zl", "Zp"} | (set() if form == "json" else {"Co"})
    assert acting.isdisjoint(map(unicodedata.category, text.replace("\n", "")))
    assert not any(0x202A <= ord(character) <= 0x202E for character in text)
    assert not any(0x2066 <= ord(character) <= 0x2069 for character in text)


@pytest.mark.unwatched
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_reads_as_python_writes_it(form: str) -> None:
    for name in {*REPORTS} - {"hostile", "values", "large"}:
        for text in writings(form, REPORTS[name](), Look(full=True)):
            page = READERS[form](text)
            assert "None" not in {cell for row in page.rows for cell in row} | {*page.texts}
            assert not re.search(r"\b(nan|NaN|inf|Infinity|True|False)\b|Person\(", page.text)
            assert form == "csv" or not re.search(r"\de[+-]?\d", page.text)


@pytest.mark.unwatched
@pytest.mark.parametrize("form", sorted({*FORMATS} - {"terminal"}))
def test_only_the_terminal_depends_on_width_and_colour(form: str) -> None:
    for name in ("audit", "weekly", "matches", "numbers", "twelve_columns", "long_cells"):
        for full in (False, True):
            looks = (Look(40, full=full), Look(200, full=full, colour=True))
            narrow, wide = (writings(form, REPORTS[name](), look) for look in looks)
            assert narrow == wide


@pytest.mark.unwatched
@pytest.mark.parametrize("name", sorted({*REPORTS} - {"large", "hostile"}))
def test_no_line_is_wider_than_the_terminal_at_any_width(name: str) -> None:
    report = REPORTS[name]()
    for width in (0, *range(40, 201), 500):
        check_width(report, Look(width=width, full=True))
        check_width(report, Look(width=width, ascii_only=width % 5 == 0))


@pytest.mark.unwatched
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("width", [0, 40, 41, 57, 78, 80, 120, 199, 500])
def test_no_hostile_line_is_wider_than_the_terminal(width: int, *, full: bool) -> None:
    for ascii_only in (False, True):
        look = Look(width=width, full=full, ascii_only=ascii_only)
        check_width(render_hostile.report(NAMES), look)


def check_width(report: Report, look: Look) -> None:
    text = to_text(renderer("terminal", look), report)
    assert max(map(cell_len, text.split("\n"))) <= min(max(look.width, 40), 200), look
    assert text.isascii() or not look.ascii_only


@pytest.mark.unwatched
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
def test_any_report_may_hold_any_section(form: str, name: str) -> None:
    shapes = [SHAPES[key]() for key in ("figures_only", "numbers", "previous_unknown", "in_time")]
    for shape, full in product(shapes, (False, True)):
        report = Report(name, "T", "H", "2026-11-15", {}, shape.sections)  # type: ignore[arg-type] # a name of COMMANDS
        assert all(writings(form, report, Look(full=full)))


ANY_NAME = st.text() | st.sampled_from(NAMES) | st.text(st.characters(), max_size=5)


@settings(deadline=None, max_examples=20)
@given(
    names=st.lists(ANY_NAME, max_size=6), width=st.integers(-1, 250),
    full=st.booleans(), ascii_only=st.booleans(), colour=st.booleans(),
)  # fmt: skip
def test_rendering_never_fails(
    names: list[str], width: int, *, full: bool, ascii_only: bool, colour: bool
) -> None:
    look = Look(width, colour=colour, ascii_only=ascii_only, full=full, table="stale_people")
    report = render_hostile.report(names)
    for form in FORMATS:
        text = to_text(renderer(form, look), report)
        if form == "terminal" and not colour:
            assert max(map(cell_len, text.split("\n"))) <= min(max(width, 40), 200)


def test_formats_are_chosen_by_name() -> None:
    assert FORMATS == ("terminal", "json", "csv", "markdown", "html")
    with pytest.raises(UsageError, match="no format 'pdf'") as caught:
        renderer("pdf")
    assert caught.value.hint == "one of " + ", ".join(FORMATS)


EVERYTHING = """
import hashlib
from netaudit.render import FORMATS, Look
from render_readers import writings
from render_shapes import COMMANDS
import render_hostile
reports = [make() for make in COMMANDS.values()]
reports.append(render_hostile.report(render_hostile.NAMES[:12]))
for form in FORMATS:
    said = hashlib.sha256()
    for report in reports:
        for look in (Look(full=True, ids=True), Look(colour=True)):
            for text in writings(form, report, look):
                said.update(text.encode())
    print(form, said.hexdigest())
"""


def run(program: str, **environment: str) -> str:
    path = ":".join(path for path in sys.path if path)
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": path, "PATH": os.environ["PATH"], **environment},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def test_another_process_writes_the_same_letters() -> None:
    here = run(EVERYTHING, PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="UTC")
    there = run(
        EVERYTHING, PYTHONHASHSEED="2", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", COLUMNS="60",
        TZ="Pacific/Kiritimati", NO_COLOR="1", TERM="dumb",
    )  # fmt: skip
    assert here == there
    assert len(here.splitlines()) == len(FORMATS)


def test_only_colour_imports_rich() -> None:
    program = (
        "import sys, render_samples\n"
        "from netaudit.render import FORMATS, Look, renderer, to_text, write_out\n"
        "for form in FORMATS:\n"
        "    to_text(renderer(form, Look(table='states')), render_samples.audit())\n"
        "print([name for name in ('rich', 'typer', 'pandas', 'sqlite3') if name in sys.modules])\n"
        "to_text(renderer('terminal', Look(colour=True)), render_samples.audit())\n"
        "print('rich' in sys.modules)\n"
    )
    assert run(program) == "[]\nTrue\n"
