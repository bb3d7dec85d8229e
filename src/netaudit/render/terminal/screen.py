"""The audit on one screen: what to know at a glance, and where to look for the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from netaudit.render import cells, values
from netaudit.render.terminal.sections import BLANK, sparks
from netaudit.render.terminal.sheet import INDENT, Line, Sheet, hang, length
from netaudit.render.terminal.tables import grid
from netaudit.report import Report, Section

#: A screen is at most this many lines of so many columns; narrower ones may be longer.
LINES, COLUMNS = 40, 80


@dataclass(frozen=True, slots=True)
class Fill:
    """How much a screen shows: lines of a summary, rows of two tables, lines of other sections."""

    summary: int
    stale: int
    waiting: int
    lines: int


# The richest first.
_FILLS = (
    Fill(4, 8, 5, 3), Fill(4, 5, 3, 3), Fill(3, 5, 3, 2), Fill(2, 5, 3, 2), Fill(2, 5, 3, 1),
    Fill(2, 4, 3, 1), Fill(2, 4, 2, 1), Fill(2, 3, 2, 1), Fill(2, 2, 2, 1), Fill(2, 2, 1, 1),
    Fill(1, 1, 1, 1), Fill(1, 1, 1, 0),
)  # fmt: skip
# Sections that show a table; `depth_breadth` is the first and `coverage` the last of the others.
_TABLES = {"list_vs_network": "states", "stale": "stale_people", "reciprocity": "waiting_on_me"}
_FIRST, _LAST = "depth_breadth", "coverage"


def screen_lines(report: Report, sheet: Sheet) -> list[Line]:
    """Lay out the richest screen that is no longer than LINES."""
    most = max(LINES, LINES * COLUMNS // sheet.width)
    *choices, least = _FILLS
    for fill in choices:
        lines = list(_screen(report, sheet, fill))
        if len(lines) <= most:
            return lines
    return list(_screen(report, sheet, least))


def _screen(report: Report, sheet: Sheet, fill: Fill) -> Iterator[Line]:
    rows = {"stale": fill.stale, "reciprocity": fill.waiting}
    yield from heading(report, sheet, most=2)
    for section in report.sections:
        if section.key in _TABLES:
            yield BLANK
            yield from _block(section, rows.get(section.key), fill.summary, sheet)
    others = sorted(
        (section for section in report.sections if section.key not in _TABLES),
        key=lambda section: (section.key == _LAST, section.key != _FIRST),
    )
    if others and fill.lines:
        yield BLANK
        yield sheet.rule("More", "--section NAME, or --all", "--section NAME")
        label = max(cells.width(sheet.word(section.key)) for section in others) + 2
        for section in others:
            least = 2 if section.key == _LAST else 1
            yield from _other(section, label, max(fill.lines, least), sheet)
    if report.notes:
        yield BLANK
    yield from sheet.sentence(" ".join(report.notes), "dim", most=2)


def heading(report: Report, sheet: Sheet, most: int | None = None) -> Iterator[Line]:
    """Lay out title, day and headline."""
    day = sheet.word(values.long_date(report.as_of), sheet.width // 2)
    title = sheet.word(report.title, sheet.width - cells.width(day) - 2)
    gap = sheet.width - cells.width(title) - cells.width(day)
    yield (title, "bold"), (" " * gap, ""), (day, "dim")
    yield BLANK
    yield from sheet.sentence(report.headline, "bold", most)


def _block(section: Section, most: int | None, summary: int, sheet: Sheet) -> Iterator[Line]:
    wanted = _TABLES[section.key]
    table = next((table for table in section.tables if table.key == wanted), None)
    rows = table.rows[:most] if table else ()
    hidden = len(table.rows) - len(rows) if table else 0
    handles = [f"{hidden:,} more: {way}{section.key}" for way in ("--section ", "") if hidden]
    yield sheet.rule(section.title, *handles, section.key)
    yield from sheet.sentence(section.summary, most=summary)
    if table and rows:
        yield from grid(table, rows, sheet, glance=True)
    elif table:
        yield from sheet.sentence(f"{table.title}: {table.empty}", "dim", most=1)


def _other(section: Section, label: int, most: int, sheet: Sheet) -> Iterator[Line]:
    name = cells.pad(sheet.word(section.key), label)
    drawn = sparks(section, sheet, months=12)
    together = sum(map(length, drawn)) + 3
    if len(drawn) == 2 and INDENT + label + together <= sheet.width:
        yield (" " * INDENT, ""), (name, "accent"), *drawn[0], ("   ", ""), *drawn[1]
    else:
        yield from hang(name, sheet.word(section.summary, 240), sheet, most=most)
