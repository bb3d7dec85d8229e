"""One table of the report as CSV.

CSV holds one table, so one has to be chosen:

* a report narrowed to one section gives the table of that section, or, where it has none,
  its figures as rows of `figure,value` (and `previous` where there is a comparison);
* `--table KEY` names a table of any section, `--table SECTION.KEY` one of two with the same key;
  `--table figures` asks for the figures of the one section;
* where neither says which table is meant, the error lists those to choose from.

Cells are quoted, unrounded and unit-free; what is unknown is empty. Texts that a spreadsheet
would take for a formula begin with an apostrophe.
"""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from netaudit.errors import UsageError
from netaudit.render import safe
from netaudit.report import Person, Report, Section, Table, Value

FIGURES = "figures"


class CsvRenderer:
    """Writes the table of that key, or the only one. `ids` adds a column for each person's id."""

    def __init__(self, *, table: str | None = None, ids: bool = False) -> None:
        self.table = table
        self.ids = ids

    def render(self, report: Report, out: TextIO) -> None:
        """Write a header of column keys and a line for each row."""
        chosen = self._choose(report)
        lines = _figure_rows(chosen) if isinstance(chosen, Section) else self._rows(chosen)
        csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(lines)

    def _choose(self, report: Report) -> Table | Section:
        tables = [table for section in report.sections for table in section.tables]
        if self.table is not None and self.table != FIGURES:
            return _named(report.sections, self.table)
        if len(report.sections) != 1:
            named = ", ".join(section.key for section in report.sections)
            way = f"choose a section with --section: {named or 'there is none'}"
            if tables and self.table is None:
                way = f"choose a table with --table: {_listed(tables)}; or {way.partition(' ')[2]}"
            raise UsageError("CSV holds one table, and this report has many", hint=way)
        if self.table == FIGURES or not tables:
            return report.sections[0]
        if len(tables) > 1:
            raise UsageError(
                f"CSV holds one table, and section '{report.sections[0].key}' has {len(tables)}",
                hint=f"choose one with --table: {_keys(tables)}",
            )
        return tables[0]

    def _rows(self, table: Table) -> Iterable[list[str]]:
        persons = {
            place
            for place, column in enumerate(table.columns)
            if self.ids and column.kind == "person"
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
        raise UsageError(
            f"there is no table '{key[:60]}' in this report", hint=f"choose one of {_keys(tables)}"
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
