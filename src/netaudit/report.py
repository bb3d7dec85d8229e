"""What a report says, before how it looks. Cells are plain values; renderers format them."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

#: How a value is meant: `ratio` is a share 0..1, `days` a length, `date` an ISO day, `flag` a
#: bool.
Kind = Literal["count", "ratio", "number", "days", "date", "text", "person", "flag"]


class Person(NamedTuple):
    """A person in a cell: the name shown, and the id that tells two of one name apart."""

    name: str
    person_id: str


Value = int | float | str | bool | Person | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its key in the JSON, its words on the screen, and how it is meant."""

    key: str
    label: str
    value: Value
    kind: Kind = "count"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. One that only programs need is left out where people read.

    Where there is no room, the columns that `yields` most go first; those of 0 last.
    """

    key: str
    label: str
    kind: Kind = "text"
    for_programs: bool = False
    yields: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in the order of `columns`. `empty` is what to say where there is no row.

    `in_time`: the rows stand in the order of time, the newest last.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = "none"
    in_time: bool = False

    def cut(self, most: int | None) -> tuple[tuple[Value, ...], ...]:
        """Return so many rows: the first, or the newest of those in the order of time."""
        if most is None or len(self.rows) <= most:
            return self.rows
        return self.rows[-most:] if self.in_time else self.rows[:most]


@dataclass(frozen=True, slots=True)
class Section:
    """One question of the audit: a sentence that answers it, figures, tables, and notes.

    `previous` holds the figures of the compared date under the same keys, None where there
    is no comparison. Notes say what the section cannot see.
    """

    key: str
    title: str
    summary: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    previous: dict[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `options` are those that shaped it, as they stand in the JSON."""

    name: Literal[
        "person", "people", "audit", "weekly", "changes", "imports", "log", "matches", "next",
        "doctor",
    ]  # fmt: skip
    title: str
    headline: str
    as_of: str
    options: dict[str, str]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = field(default=())
