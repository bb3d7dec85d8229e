"""What holds for every renderer, whatever the report."""

import csv
import io
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import render_hostile
import render_samples
from netaudit.errors import UsageError
from netaudit.render import FORMATS, Look, renderer, to_text
from netaudit.report import Report
from render_hostile import NAMES

REPORTS: dict[str, Callable[[], Report]] = {
    "empty": render_samples.empty,
    "audit": render_samples.audit,
    "weekly": render_samples.weekly,
    "section": lambda: render_samples.narrowed("stale"),
    "figures": lambda: render_samples.narrowed("depth_breadth"),
    "hostile": lambda: render_hostile.report(NAMES),
    "values": render_hostile.odd_values,
    "large": lambda: render_hostile.report(NAMES[:10], rows=3_000),
}
LOOKS = {
    "plain": Look(),
    "narrow": Look(width=40, ascii_only=True),
    "full": Look(width=200, full=True, ids=True),
    "colour": Look(width=100, colour=True),
}
# Lets a chosen table through, so that CSV has something to say about every report.
TABLES = {"audit": "states", "weekly": "newly_stale", "hostile": "stale_people", "large": "listed"}


def rendered(name: str, form: str, look: Look) -> str:
    if form == "csv" and name in {*TABLES, "values"}:
        look = Look(ids=look.ids, table=TABLES.get(name, "odd"))
    return to_text(renderer(form, look), REPORTS[name]())


def check_text(text: str, form: str) -> None:
    acting = {"Cc", "Cs", "Zl", "Zp"} | (set() if form == "json" else {"Co"})
    assert acting.isdisjoint(map(unicodedata.category, text.replace("\n", "")))
    assert not any(0x202A <= ord(character) <= 0x202E for character in text)
    assert not any(0x2066 <= ord(character) <= 0x2069 for character in text)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("form", "name"), [pair for pair in product(FORMATS, REPORTS) if pair != ("csv", "empty")]
)
def test_rendering_is_repeatable_and_inert(form: str, name: str, look: str) -> None:
    text = rendered(name, form, LOOKS[look])
    assert text == rendered(name, form, LOOKS[look])
    assert text.endswith("\n")
    assert text.encode("utf-8")
    if not (form == "terminal" and LOOKS[look].colour):
        check_text(text, form)


@pytest.mark.parametrize("name", REPORTS)
def test_json_and_csv_can_be_read_back(name: str) -> None:
    content = json.loads(rendered(name, "json", Look()))
    report = REPORTS[name]()
    assert content["schema"] == "netaudit.report/1"
    assert [section["key"] for section in content["sections"]] == [s.key for s in report.sections]
    if name != "empty":
        rows = list(csv.reader(io.StringIO(rendered(name, "csv", Look())), strict=True))
        assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("width", [0, 40, 57, 78, 80, 120, 500])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("name", sorted({*REPORTS} - {"large"}))
def test_no_line_is_wider_than_the_terminal(
    name: str, width: int, *, full: bool, ascii_only: bool
) -> None:
    look = Look(width=width, full=full, ascii_only=ascii_only)
    text = to_text(renderer("terminal", look), REPORTS[name]())
    assert max(map(cell_len, text.split("\n"))) <= min(max(width, 40), 200)
    assert text.isascii() or not ascii_only


ANY_NAME = st.text() | st.sampled_from(NAMES) | st.text(st.characters(), max_size=5)


@settings(deadline=None)
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
    assert FORMATS == ("terminal", "json", "csv", "markdown")
    with pytest.raises(UsageError, match="no format 'pdf'") as caught:
        renderer("pdf")
    assert caught.value.hint == "one of terminal, json, csv, markdown"


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
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": ":".join(path for path in sys.path if path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\nTrue\n"
