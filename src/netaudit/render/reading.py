"""What people read of a report: nothing that only programs need, and nothing twice."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from netaudit.report import Report, Section, Table, Value


def for_reading(report: Report) -> Report:
    """Return the report without what is for programs, and without what it has said already.

    A note that stands in several sections, alone or with more, is left in the first of them.
    """
    told: list[str] = []
    sections = []
    for section in report.sections:
        notes = tuple(_news(section.notes, told))
        sections.append(replace(_section(section, report.as_of), notes=notes))
    return replace(report, sections=tuple(sections), notes=tuple(_news(report.notes, told)))


def tells_age(table: Table) -> bool:
    """Say whether its dates are of people, and read `11 weeks ago`; others are a course in time."""
    return any(column.kind == "person" for column in table.columns)


def _news(notes: Iterable[str], told: list[str]) -> Iterator[str]:
    for note in notes:
        if not any(note in earlier for earlier in told):
            told.append(note)
            yield note


def _section(section: Section, as_of: str) -> Section:
    """Leave out tables without a row where the summary has said as much.

    That is so of a section's only table, and of all of them where not one figure counts anything.
    """
    nobody = section.tables and not any(table.rows for table in section.tables)
    if not (section.summary and nobody):
        return replace(section, tables=tuple(_table(table, as_of) for table in section.tables))
    if not _counts_anything(section):
        return replace(section, figures=(), tables=())
    return section if len(section.tables) > 1 else replace(section, tables=())


def _counts_anything(section: Section) -> bool:
    said = (*(figure.value for figure in section.figures), *(section.previous or {}).values())
    return any(said)


def _table(table: Table, as_of: str) -> Table:
    kept = [
        place
        for place, column in enumerate(table.columns)
        if not (column.for_programs or _is_said_by_a_date(table, place, as_of))
    ]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def _is_said_by_a_date(table: Table, place: int, as_of: str) -> bool:
    """Say whether a column holds the days since a date that stands in the same row."""
    if table.columns[place].kind != "days" or not tells_age(table):
        return False
    dates = [at for at, column in enumerate(table.columns) if column.kind == "date"]
    return any(all(_days(row[at], as_of) == row[place] for row in table.rows) for at in dates)


def _days(value: Value, as_of: str) -> int | None:
    try:
        return (date.fromisoformat(as_of) - date.fromisoformat(str(value))).days
    except ValueError:
        return None
