"""The report as Markdown (CommonMark with the tables of GitHub), to be pasted into notes."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from netaudit.render import reading, values
from netaudit.render.safe import markdown as safe
from netaudit.report import Column, Kind, Report, Section, Table, Value

#: Rows of a table that are shown unless all are asked for.
ROWS = 20


class MarkdownRenderer:
    """Writes headings, tables and lists; `full` shows all rows, `ids` the ids of persons."""

    def __init__(self, *, full: bool = False, ids: bool = False) -> None:
        self.full = full
        self.ids = ids

    def render(self, report: Report, out: TextIO) -> None:
        """Write blocks with a blank line between them."""
        if self.ids:
            report = values.with_ids(report)
        report = reading.for_reading(report)
        options = " · ".join(
            [values.long_date(report.as_of), *(f"{k} {v}" for k, v in report.options.items())]
        )
        blocks = [f"# {safe(report.title)}", f"**{safe(report.headline)}**", safe(options)]
        for section in report.sections:
            blocks += self._section(section, report)
        blocks += _bullets(report.notes, "-")  # a list of its own, not more of the last section's
        out.write("\n\n".join(block for block in blocks if block not in {"", "****"}) + "\n")

    def _section(self, section: Section, report: Report) -> list[str]:
        figures = _figures(section, values.headings(report.name))
        title = f"## {safe(section.title)}" if section.title else ""
        blocks = [title, safe(section.summary), figures]
        for table in section.tables:
            if len(section.tables) > 1 or table.title != section.title:
                blocks.append(f"### {safe(table.title)}")
            blocks += self._table(table, section.key, report.as_of)
        return blocks + _bullets(section.notes)

    def _table(self, table: Table, handle: str, as_of: str) -> list[str]:
        if not table.rows:
            return [safe(table.empty)]
        rows = table.cut(None if self.full else ROWS)
        day = as_of if reading.tells_age(table) else ""
        cells = [
            [_cell(value, column, day) for value, column in zip(row, table.columns, strict=True)]
            for row in rows
        ]
        numeric = [column.kind in values.NUMERIC for column in table.columns]
        blocks = [_grid([safe(column.label) for column in table.columns], cells, numeric)]
        if len(rows) < len(table.rows):
            hidden = len(table.rows) - len(rows)
            more = "earlier" if table.in_time else "more"
            blocks.append(f"… and {hidden:,} {more}: `--section {handle}` shows them.")
        return blocks


def _figures(section: Section, headings: tuple[str, str]) -> str:
    previous = section.previous
    if not section.figures:
        return ""
    rows = [[safe(figure.label), _say(figure.value, figure.kind)] for figure in section.figures]
    if previous is None:
        return _grid(["figure", "value"], rows, [False, True])
    for row, figure in zip(rows, section.figures, strict=True):
        before = previous.get(figure.key)
        row += [
            _say(before, figure.kind),
            values.change(figure.value, before, figure.kind),
        ]
    return _grid(["figure", *headings, "change"], rows, [False, True, True, True])


def _cell(value: Value, column: Column, as_of: str = "") -> str:
    """Say a value; with `as_of` a date as people do, and exactly behind that."""
    words = values.cell(value, column)
    if column.kind == "date" and (ago := values.ago(words, as_of)) != words:
        words = f"{ago}, {words}"
    return words if values.number(value) is not None else safe(words)


def _say(value: Value, kind: Kind) -> str:
    return _cell(value, Column("", "", kind))


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]], numeric: Sequence[bool]) -> str:
    lines = [_line(header), "|" + "|".join("--:" if right else "---" for right in numeric) + "|"]
    return "\n".join([*lines, *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _bullets(notes: Iterable[str], sign: str = "*") -> list[str]:
    return ["\n".join(f"{sign} {safe(note)}" for note in notes)]
