"""The audit on one screen: what to know at a glance, and where to look for the rest."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from netaudit.render import cells, values
from netaudit.render.terminal.sections import BLANK, sparks
from netaudit.render.terminal.sheet import (
    INDENT,
    NARROW,
    SENTENCE,
    Line,
    Piece,
    Sheet,
    Style,
    hang,
    length,
)
from netaudit.render.terminal.tables import grid
from netaudit.report import Report, Section, Table, Value

Wish = tuple[str, str]
STALE: Wish = ("stale", "")
NOTES: Wish = ("notes", "")
#: A screen is at most this many lines of so many columns; narrower ones may be longer.
LINES, COLUMNS = 40, 80
#: The longest note that it tells whole.
LONG_NOTE = 160


@dataclass(frozen=True, slots=True)
class Fill:
    """How many of the stale a screen names, and how many lines each of its texts may take.

    Texts go by what they are and a key: the summary of a section, the answer of another, the
    reason of a row.
    """

    granted: Mapping[Wish, int] = field(default_factory=dict)

    def lines(self, what: str, key: str = "") -> int:
        """Return how many lines a text may take: one if no more were granted."""
        return self.granted.get((what, key), 1)

    @property
    def stale(self) -> int:
        """Return how many of the stale are named."""
        return self.granted.get(STALE, 0)

    def grant(self, wish: Wish, number: int) -> "Fill":
        """Return what grants that wish as well."""
        return Fill({**self.granted, wish: number})


# What the screen holds, from top to bottom; sections with a table, and questions in a line.
_TABLES = {"list_vs_network": "states", "stale": "stale_people"}
_QUESTIONS = ("depth_breadth", "reciprocity", "online_to_offline")
_LADDER = "ladder_"
_SENTENCE_END = re.compile(r"(?<=[.]) (?=[A-Z0-9])")
#: Figures whose change is told beside the headline, and what they are called there.
_MOVED = {
    "list": "list", "network": "network", "untouched_share": "untouched",
    "people_touched": "people touched",
}  # fmt: skip
#: How far back the course of list and network is drawn, and what stands between the two.
_MONTHS = "12 months"
_APART: Piece = ("   ", "")


def screen_lines(report: Report, sheet: Sheet) -> list[Line]:
    """Lay out the richest screen that is no longer than LINES.

    Beginning with the least, each wish is granted for which there are lines left.
    """
    most = max(LINES, LINES * COLUMNS // sheet.width)
    fill = Fill()
    lines = list(_screen(report, sheet, fill))
    for wish, number in _wishes(report, sheet.width):
        if len(lines) >= most:
            break
        if number <= fill.granted.get(wish, 0):
            continue
        richer = fill.grant(wish, number)
        longer = list(_screen(report, sheet, richer))
        if len(longer) <= most:
            fill, lines = richer, longer
    return lines


def _wishes(report: Report, width: int) -> Iterator[tuple[Wish, int]]:
    """Return what a screen should hold, the most important first, and what would be less.

    Two of the stale are named and reasons are whole before other sentences have a second line.
    Lines are of COLUMNS: on a narrower screen they are more.
    """
    summaries = [("summary", key) for key in _TABLES]
    answers = [("answer", key) for key in _QUESTIONS]
    suggested = [table.rows for one in report.sections if one.key == "next" for table in one.tables]
    reasons = [("reason", str(place)) for rows in suggested[:1] for place in range(len(rows))]
    for several, number in (
        ([NOTES], 4), ([STALE], 2), (reasons, 2), (answers, 2), (summaries, 2), (reasons, 3),
        ([STALE], 3), (answers, 3), (summaries, 3), (reasons, 4), ([STALE], 5), (answers, 4),
        (summaries, 4), ([STALE], 8),
    ):  # fmt: skip
        lines = -(-number * COLUMNS // min(width, COLUMNS)) if several != [STALE] else number
        for wish in several[:LINES]:
            yield from ((wish, less) for less in range(lines, 0, -1))


def _screen(report: Report, sheet: Sheet, fill: Fill) -> Iterator[Line]:
    sections = {section.key: section for section in report.sections}
    yield from heading(report, sheet, most=2, close=True)
    yield from _course(report, sheet)
    for key in filter(sections.__contains__, _TABLES):
        yield BLANK
        yield from _block(sections[key], sheet, fill)
    questions = [sections[key] for key in _QUESTIONS if key in sections]
    if questions:
        yield BLANK
        yield from _answers(questions, sheet, fill)
    if "next" in sections:
        yield BLANK
        yield from _suggestions(sections["next"], sheet, fill)
    shown = {*_TABLES, *_QUESTIONS, "next"}
    rest = [section.key for section in report.sections if section.key not in shown]
    if rest:
        yield BLANK
        yield sheet.rule("More", "--section NAME, or --all", "--section NAME")
        words = [sheet.word(key) for key in rest]
        dotted = [f"{word} {sheet.glyphs.dot}" for word in words[:-1]] + words[-1:]
        for line in cells.flow(dotted, sheet.width - INDENT):
            yield (" " * INDENT, ""), (line, "accent")
    if report.notes:
        notes = " ".join(map(_in_short, report.notes))
        yield from _said(notes, "", fill.lines(*NOTES), sheet, style="dim")


def _in_short(note: str) -> str:
    """Return a note, or the sentence that a long one begins with: how to get an export is long."""
    return note if len(note) <= LONG_NOTE else _SENTENCE_END.split(note)[0]


def heading(
    report: Report, sheet: Sheet, *, most: int | None = None, close: bool = False
) -> Iterator[Line]:
    """Lay out title, day and headline, `close` together where lines are dear."""
    day = sheet.word(values.long_date(report.as_of), sheet.width // 2)
    title = sheet.word(report.title, sheet.width)
    gap = sheet.width - cells.width(title) - cells.width(day)
    if gap > 1:
        yield (title, "bold"), (" " * gap, ""), (day, "dim")
    else:
        yield ((title, "bold"),)
        yield ((day, "dim"),)
    if report.headline:
        if not close:
            yield BLANK
        yield from sheet.sentence(report.headline, "bold", most)


def _course(report: Report, sheet: Sheet) -> Iterator[Line]:
    """Draw how list and network went in a year, and say what changed since a compared day."""
    for section in report.sections:
        drawn = sparks(section, sheet, months=12)
        line = [(" " * INDENT, ""), *(piece for each in drawn for piece in (*each, _APART))]
        if drawn and length(tuple(line)) + cells.width(_MONTHS) <= sheet.width:
            yield *line, (_MONTHS, "dim")
    moved = [
        f"{_MOVED[figure.key]} {change}"
        for section in report.sections
        for figure in section.figures
        if figure.key in _MOVED
        and (before := (section.previous or {}).get(figure.key)) is not None
        and (change := values.change(figure.value, before, figure.kind))
    ]
    if moved:
        before = f"Against {report.options.get('compare', '')} before"
        yield from sheet.sentence(f"{before}: {', '.join(moved)}", "dim", most=1)


def _block(section: Section, sheet: Sheet, fill: Fill) -> Iterator[Line]:
    wanted = _TABLES[section.key]
    table = next((table for table in section.tables if table.key == wanted), None)
    rows = table.rows[: fill.stale if section.key == "stale" else None] if table else ()
    hidden = len(table.rows) - len(rows) if table else 0
    what = "more" if rows else "people"
    handles = [f"{hidden:,} {what}: {way}{section.key}" for way in ("--section ", "") if hidden]
    yield sheet.rule(section.title, *handles, section.key)
    yield from _said(section.summary, "", fill.lines("summary", section.key), sheet)
    if table and rows:
        yield from grid(table, rows, sheet, glance=True)
    elif table and not table.rows:
        yield from sheet.sentence(f"{table.title}: {table.empty}", "dim", most=1)


def _answers(sections: list[Section], sheet: Sheet, fill: Fill) -> Iterator[Line]:
    """Answer a few questions in a line or two each, beside their keys."""
    yield sheet.rule("How you keep in touch", "--section NAME")
    label = max(cells.width(sheet.word(section.key)) for section in sections) + 2
    for section in sections:
        ladder = _ladder(section, sheet)
        text = f"{ladder}. {section.summary}" if ladder else section.summary
        name = cells.pad(sheet.word(section.key), label)
        yield from _said(text, name, fill.lines("answer", section.key), sheet)


def _said(text: str, label: str, most: int, sheet: Sheet, *, style: Style = "") -> list[Line]:
    """Write as many whole sentences as fit, or as much of the first as does."""
    sentences = _SENTENCE_END.split(text)
    for several in range(len(sentences), 1, -1):
        lines = hang(label, sheet.word(" ".join(sentences[:several]), SENTENCE), sheet, style=style)
        if len(lines) <= most:
            return lines
    return hang(label, sheet.word(sentences[0], SENTENCE), sheet, style=style, most=most)


def _ladder(section: Section, sheet: Sheet) -> str:
    """Write the rungs from screen to table in one line: how many people got how far."""
    arrow = " > " if sheet.ascii_only else " → "
    return arrow.join(
        f"{figure.key.removeprefix(_LADDER).replace('_', ' ')} {values.say(figure.value, 'count')}"
        for figure in section.figures
        if figure.key.startswith(_LADDER)
    )


def _suggestions(section: Section, sheet: Sheet, fill: Fill) -> Iterator[Line]:
    """Name the people to talk to, each with the reason beside."""
    yield sheet.rule(section.title, section.key)
    table = next(iter(section.tables), None)
    if table is None or not table.rows:
        yield from sheet.sentence(section.summary)
        return
    told = [_told(table, row, sheet) for row in table.rows]
    widest = min(max(cells.width(name) for name, _ in told), sheet.width * 3 // 7)
    below = sheet.width - INDENT - widest - 2 < NARROW
    for place, (name, reason) in enumerate(told):
        label = cells.pad(sheet.cut(name, widest), widest + 2)
        if below:
            yield (" " * INDENT, ""), (name, "accent")
            label = " " * INDENT
        yield from hang(label, reason, sheet, most=fill.lines("reason", str(place)))


def _told(table: Table, row: tuple[Value, ...], sheet: Sheet) -> tuple[str, str]:
    said = {
        column.key: values.cell(value, column)
        for column, value in zip(table.columns, row, strict=True)
    }
    return sheet.word(said["person"]), sheet.word(said["reason"], 240)
