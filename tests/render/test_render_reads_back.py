"""Whatever the report says is found again in what was written, read as a program would read it."""

import csv
import io
import json
from collections.abc import Iterator

import pytest

from netaudit.render import FORMATS, Look, renderer, to_text, values
from netaudit.report import Person, Report, Section, Table, Value
from render_readers import READERS, one_line, writings
from render_shapes import SHAPES

#: The formats that people read: they round, name units, and cut long tables.
READ = [form for form in FORMATS if form not in {"json", "csv"}]
# What HTML writes before a number.
MINUS = "\N{MINUS SIGN}"
# Words are broken there, and wide tables lose columns, of which the terminal tells.
BROKEN = {"long_cells"}


def test_json_is_the_report() -> None:
    for shape in SHAPES.values():
        report = shape()
        for ids in (False, True):
            content = json.loads(to_text(renderer("json", Look(ids=ids)), report))
            assert content == _as_json(report, ids=ids)


def _as_json(report: Report, *, ids: bool) -> dict[str, object]:
    sections = []
    for section in report.sections:
        figures = {figure.key: figure.value for figure in section.figures}
        tables = {
            table.key: [
                _plain(dict(zip([c.key for c in table.columns], row, strict=True)), ids=ids)
                for row in table.rows
            ]
            for table in section.tables
        }
        content = {
            "key": section.key, "title": section.title, "figures": _plain(figures, ids=ids),
            "tables": tables, "notes": [*section.notes],
        }  # fmt: skip
        if section.previous is not None:
            content["previous"] = _plain(section.previous, ids=ids)
        sections.append(content)
    return {
        "schema": "netaudit.report/1", "report": report.name, "as_of": report.as_of,
        "options": report.options, "sections": sections,
    }  # fmt: skip


def _plain(named: dict[str, Value], *, ids: bool) -> dict[str, object]:
    content: dict[str, object] = {**named}
    people = {key: value for key, value in named.items() if isinstance(value, Person)}
    more = {f"{key}_id": value.person_id for key, value in people.items()} if ids else {}
    return content | {key: value.name for key, value in people.items()} | more


@pytest.mark.parametrize("name", SHAPES)
def test_csv_is_every_row_unrounded(name: str) -> None:
    report = SHAPES[name]()
    written = iter(writings("csv", report))
    for section in report.sections:
        for table in section.tables:
            header, *rows = csv.reader(io.StringIO(next(written)), strict=True)
            assert header == [column.key for column in table.columns]
            assert len(rows) == len(table.rows)
            for row, cells in zip(table.rows, rows, strict=True):
                assert [*map(_unquoted, row, cells)] == [*row]
        if section.figures or not section.tables:
            _, *rows = csv.reader(io.StringIO(next(written)), strict=True)
            assert [row[0] for row in rows] == [figure.key for figure in section.figures]
            for figure, cells in zip(section.figures, rows, strict=True):
                said = [figure.value]
                if section.previous is not None:
                    said.append(section.previous[figure.key])
                assert [*map(_unquoted, said, cells[1:])] == said
    assert next(written, None) is None


def _unquoted(value: Value, cell: str) -> Value:
    """Return the value that a cell holds, if it is one of the type of `value`."""
    if value is None:
        return None if cell == "" else cell
    if isinstance(value, bool):
        return {"true": True, "false": False}[cell]
    if isinstance(value, Person):
        return value._replace(name=cell)
    return type(value)(cell)


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize("name", sorted({*SHAPES} - {"many_rows", "twelve_columns"} - BROKEN))
def test_every_figure_and_row_is_shown_in_its_order(form: str, name: str) -> None:
    check_shown(SHAPES[name](), form, Look(width=200, full=True))


@pytest.mark.unwatched
@pytest.mark.parametrize("form", READ)
def test_thirty_thousand_rows(form: str) -> None:
    report = SHAPES["many_rows"]()
    text = to_text(renderer(form, Look(full=True)), report)
    assert len(text) < 4_000_000
    shown = text.count("Ana ")
    hidden = len(report.sections[0].tables[0].rows) - shown
    assert hidden == 0 or f"{hidden:,}" in text
    text = to_text(renderer(form, Look()), report)
    assert len(text) < 1_000_000
    shown = text.count("Ana ")
    assert f"{30_000 - shown:,}" in text
    assert "Ana 0" in text


@pytest.mark.parametrize("form", READ)
def test_of_wide_tables_every_column_is_shown_or_named(form: str) -> None:
    report = SHAPES["twelve_columns"]()
    for width in (40, 60, 80, 120, 200):
        text = READERS[form](to_text(renderer(form, Look(width=width, full=True)), report)).text
        assert all(column.label in text for column in report.sections[0].tables[0].columns)


@pytest.mark.parametrize("form", READ)
def test_of_long_cells_the_beginning_is_shown(form: str) -> None:
    text = READERS[form](to_text(renderer(form, Look(full=True)), SHAPES["long_cells"]())).text
    for words in ("Ana Ana Ana", "word word word", "A" * 20, "w" * 20):
        assert words in text


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize("name", sorted({*SHAPES} - {"many_rows"} - BROKEN))
def test_titles_summaries_and_notes_are_shown(form: str, name: str) -> None:
    report = SHAPES[name]()
    text = READERS[form](to_text(renderer(form, Look(width=200, full=True)), report)).text
    said = [report.title, report.headline, *report.notes]
    for section in report.sections:
        said += [section.title, section.summary, *section.notes]
        said += [table.empty for table in section.tables if not table.rows]
    for words in said:
        assert one_line(words) in text


def check_shown(report: Report, form: str, look: Look) -> None:
    """Find every figure, and every row after the one before it."""
    page = READERS[form](to_text(renderer(form, look), report))
    text = page.text.replace(MINUS, "-")
    lines = iter([" ".join(row) for row in page.rows])
    place = 0
    is_page = form == "html" and report.name == "audit"  # there what to do stands first
    for section in sorted(report.sections, key=lambda one: is_page and one.key != "next"):
        for words in _figures(section):
            assert words in text, words
        rows = (cells for table in section.tables for cells in _rows(table, form, report.as_of))
        for cells in rows:
            if form == "html" and len(cells) > 1:  # a list of names is no table there
                assert any(all(cell in line for cell in cells) for line in lines), cells
                continue
            words = one_line(" ".join(cells))
            place = text.find(words, place)
            assert place >= 0, words
            place += len(words)


def _figures(section: Section) -> Iterator[str]:
    before = section.previous or {}
    if all(value is None for value in (*(one.value for one in section.figures), *before.values())):
        return  # a table of dashes says nothing
    for one in section.figures:
        said = [one.label, values.say(one.value, one.kind)]
        if section.previous is not None:
            old = before.get(one.key)
            said += [values.say(old, one.kind), values.change(one.value, old, one.kind)]
        yield one_line(" ".join(said))


def _rows(table: Table, form: str, as_of: str) -> Iterator[list[str]]:
    """Return the cells of each row; of people a date says how long ago it was, days do not."""
    of_people = any(column.kind == "person" for column in table.columns)
    dated = of_people and any(column.kind == "date" for column in table.columns)
    between = ", " if form == "markdown" else " "
    for row in table.rows:
        cells = []
        for value, column in zip(row, table.columns, strict=True):
            words = values.cell(value, column)
            if column.kind == "date" and dated and value is not None:
                words = f"{values.ago(words, as_of)}{between}{words}"
            if not (column.for_programs or (dated and column.kind == "days")):
                cells.append(one_line(words))
        yield cells
