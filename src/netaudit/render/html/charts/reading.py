"""What a picture takes from a section: rows of a table by their columns, and figures."""

from collections.abc import Sequence
from datetime import date

from netaudit.render import values
from netaudit.report import Column, Section, Value


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
        found = self.value(key)
        try:
            return date.fromisoformat(found) if isinstance(found, str) else None
        except ValueError:
            return None


def rows(section: Section, key: str) -> list[Row]:
    """Return the rows of a table, none where there is no such table."""
    found = next((table for table in section.tables if table.key == key), None)
    return [Row(found.columns, cells) for cells in found.rows] if found else []


def count(value: Value) -> float | None:
    """Return a number that is not below zero, None where it is unknown."""
    found = values.number(value)
    return None if found is None else max(float(found), 0)
