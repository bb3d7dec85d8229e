"""One table of the report as CSV, or all of them as files of a folder.

A file of CSV holds one table, so one has to be chosen:

* a report narrowed to one section gives the table of that section, or, where it has none,
  its figures as rows of `figure,value` (and `previous` where there is a comparison);
* `--table KEY` names a table of any section, `--table SECTION.KEY` one of two with the same key;
  `--table figures` asks for the figures of the one section;
* where neither says which table is meant, the error lists those to choose from.

A folder gets every table as `SECTION.TABLE.csv`, the figures of every section that has any as
`SECTION.figures.csv`, and all notes as `notes.csv`; `folder` adds the hidden `.netaudit`, by which
it knows its own files again.

Cells are quoted, unrounded and unit-free; what is unknown is empty. Texts that a spreadsheet
would take for a formula begin with an apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from netaudit.errors import UsageError
from netaudit.render import safe
from netaudit.report import Person, Report, Section, Table, Value

FIGURES = "figures"
_ALL = "all of them with -o FOLDER/"
_KEY = re.compile(r"[a-z0-9_]+", re.ASCII)
_HEADER = re.compile(rb'"[a-z0-9_]+"(,"[a-z0-9_]+")*\n')


class CsvRenderer:
    """Writes the table of that key, or the only one. `ids` adds a column for each person's id."""

    def __init__(self, *, table: str | None = None, ids: bool = False) -> None:
        self.table = table
        self.ids = ids

    def render(self, report: Report, out: TextIO) -> None:
        """Write a header of column keys and a line for each row."""
        chosen = self._choose(report)
        if isinstance(chosen, Section):
            _write(_figure_rows(chosen), out)
        else:
            _write(_table_rows(chosen, ids=self.ids), out)

    def _choose(self, report: Report) -> Table | Section:
        tables = [table for section in report.sections for table in section.tables]
        if self.table is not None and self.table != FIGURES:
            return _named(report.sections, self.table)
        if len(report.sections) != 1:
            named = ", ".join(section.key for section in report.sections)
            way = f"choose a section with --section: {named or 'there is none'}"
            if tables and self.table is None:
                one = f"choose a table with --table: {_listed(tables)}"
                way = f"{one}; or {_ALL}; or {way.partition(' ')[2]}"
            raise UsageError("a file of CSV holds one table, and this report has many", hint=way)
        if self.table == FIGURES or not tables:
            return report.sections[0]
        if len(tables) > 1:
            raise UsageError(
                f"a file of CSV holds one table, and section '{report.sections[0].key}' has"
                f" {len(tables)}",
                hint=f"choose {_ALL}, or one with --table: {_keys(tables)}",
            )
        return tables[0]


def csv_files(report: Report, *, ids: bool = False) -> dict[str, str]:
    """Return all tables, figures and notes as files of CSV, by a name made of keys."""
    files: dict[str, Iterable[list[str]]] = {"notes.csv": _note_rows(report)}
    for section in report.sections:
        if section.figures:
            files[_file_name(section.key, FIGURES)] = _figure_rows(section)
        for table in section.tables:
            files[_file_name(section.key, table.key)] = _table_rows(table, ids=ids)
    return {name: _written(rows) for name, rows in files.items()}


def is_header(line: bytes) -> bool:
    """Tell whether a line is one with which a file of netaudit's begins, of whatever version."""
    return _HEADER.fullmatch(line) is not None


def csv_row(texts: Iterable[str]) -> str:
    """Return a line of texts, none of which a spreadsheet takes for a formula."""
    cells = (safe.csv_cell(text).replace('"', '""') for text in texts)
    return '"' + '","'.join(cells) + '"\n'


def _file_name(section: str, table: str) -> str:
    if not (_KEY.fullmatch(section) and _KEY.fullmatch(table)):
        raise ValueError("a key of the report is no name for a file")
    return f"{section}.{table}.csv"


def _written(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    _write(rows, out)
    return out.getvalue()


def _write(rows: Iterable[list[str]], out: TextIO) -> None:
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)


def _note_rows(report: Report) -> Iterable[list[str]]:
    """Yield what the report says of all sections, and then what each says of itself."""
    yield ["section", "note"]
    yield from (["", _cell(note)] for note in report.notes)
    for section in report.sections:
        yield from ([section.key, _cell(note)] for note in section.notes)


def _table_rows(table: Table, *, ids: bool) -> Iterable[list[str]]:
    persons = {
        place for place, column in enumerate(table.columns) if ids and column.kind == "person"
    }
    header = []
    for place, column in enumerate(table.columns):
        header += [column.key, f"{column.key}_id"] if place in persons else [column.key]
    yield header
    for row in table.rows:
        cells = []
        for place, value in enumerate(row):
            cells.append(_cell(value))
            if place in persons:
                cells.append(_cell(value.person_id if isinstance(value, Person) else None))
        yield cells


def _named(sections: Sequence[Section], key: str) -> Table:
    found = {
        f"{section.key}.{table.key}": table
        for section in sections
        for table in section.tables
        if key in {table.key, f"{section.key}.{table.key}"}
    }
    if not found:
        tables = [table for section in sections for table in section.tables]
        known = _keys(tables) if len(sections) == 1 else _listed(tables)
        raise UsageError(
            f"there is no table '{key[:60]}' in this report", hint=f"choose one of {known}"
        )
    if len(found) > 1:
        raise UsageError(
            f"'{key}' is a table of several sections", hint=f"say which: {', '.join(found)}"
        )
    return next(iter(found.values()))


def _keys(tables: list[Table]) -> str:
    return f"{_listed(tables)}, {FIGURES}" if tables else FIGURES


def _listed(tables: list[Table]) -> str:
    return ", ".join(dict.fromkeys(table.key for table in tables))


def _figure_rows(section: Section) -> Iterable[list[str]]:
    previous = section.previous
    yield ["figure", "value"] if previous is None else ["figure", "value", "previous"]
    for figure in section.figures:
        row = [figure.key, _cell(figure.value)]
        yield row if previous is None else [*row, _cell(previous.get(figure.key))]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Person):
        return safe.csv_cell(value.name)
    return safe.csv_cell(value) if isinstance(value, str) else repr(value)
