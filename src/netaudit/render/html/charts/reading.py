"""What a picture takes from a section: rows of a table by their columns, and figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netaudit.render import values
from netaudit.report import Column, Report, Section, Value

# Below this nothing is a number of anything, and lengths divided by it are none.
_NOTHING = 1e-9
# An export of last week is of today; from then on silence may be for want of data.
_GRACE = timedelta(days=7)


class Reach(NamedTuple):
    """What a picture has to know of the whole report, each None where it is not known.

    `as_of` is the day of the report, `known_until` the last that any source reaches to, and
    `undated` the number of people who are on the list since an unknown day.
    """

    as_of: date | None = None
    known_until: date | None = None
    undated: float | None = None

    @property
    def ends(self) -> date | None:
        """Return the day on which the data ends, if that is long before the report's."""
        if self.as_of is None or self.known_until is None:
            return None
        return self.known_until if self.known_until + _GRACE < self.as_of else None


#: Where the rest of the report is not known.
UNKNOWN = Reach()


def reach_of(report: Report) -> Reach:
    """Find in a report how far its data reaches; less is known where it was narrowed."""
    sections = {section.key: section for section in report.sections}
    sources = rows(sections["coverage"], "sources") if "coverage" in sections else []
    figures = sections["cohorts"].figures if "cohorts" in sections else ()
    return Reach(
        _date(report.as_of),
        max((day for row in sources if (day := row.day("data_until"))), default=None),
        next((count(figure.value) for figure in figures if figure.key == "undated"), None),
    )


class Row:
    """A row of a table, read by the keys of its columns; what a table lacks is unknown."""

    def __init__(self, columns: Sequence[Column], cells: Sequence[Value]) -> None:
        self._cells = {
            column.key: (cell, column) for cell, column in zip(cells, columns, strict=True)
        }

    def value(self, key: str) -> Value:
        """Return a cell as it is."""
        return self._cells[key][0] if key in self._cells else None

    def said(self, key: str) -> str:
        """Return a cell as it reads."""
        return values.cell(*self._cells[key]) if key in self._cells else values.UNKNOWN

    def count(self, key: str) -> float | None:
        """Return a number that is not below zero, None where it is unknown."""
        return count(self.value(key))

    def day(self, key: str) -> date | None:
        """Return the day that an ISO date means."""
        return _date(self.value(key))


def rows(section: Section, key: str) -> list[Row]:
    """Return the rows of a table, none where there is no such table."""
    found = next((table for table in section.tables if table.key == key), None)
    return [Row(found.columns, cells) for cells in found.rows] if found else []


def _date(value: Value) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def count(value: Value) -> float | None:
    """Return a number that is not below zero, None where it is unknown."""
    found = values.number(value)
    if found is None:
        return None
    return float(found) if found > _NOTHING else 0.0
