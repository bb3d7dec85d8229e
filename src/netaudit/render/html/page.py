"""What stands on the page and where, before it is HTML: cells, tables, sections, tiles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netaudit.render import safe, values
from netaudit.render.html.charts import Chart, charts, reach_of
from netaudit.report import Column, Figure, Kind, Report, Section, Table, Value

#: Longest sentence, text in a cell and name, in cells of a terminal.
SENTENCE, LONG_TEXT, LONG_NAME = 600, 240, 120
#: A column of text with a longer one than this is broken into lines, a shorter one is not.
BROKEN = 24

# The figures told in large type: section, figure, and its words if the label needs its section.
_TILES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "audit": (
        ("list_vs_network", "list", "people on the list"),
        ("list_vs_network", "network", "of them are network"),
        ("list_vs_network", "network_share", "of the list is network"),
        ("stale", "untouched_share", ""),
    ),
    "weekly": (
        ("week", "people_touched", ""),
        ("week", "contact_days", ""),
        ("week", "met", ""),
        ("waiting", "people_waiting", ""),
    ),
}
_BEFORE = {"weekly": ("this week", "week before")}
# What to type for the table behind a page, as far as its report is named.
_COMMANDS = {
    "audit": "report --section {}", "weekly": "weekly --section {}",
    "changes": "changes --section {}", "next": "next", "imports": "imports",
    "matches": "match --list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, a day beside them, and where there is a share its per cent."""

    text: str
    day: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A column of a table: its label and its class in the style sheet."""

    label: str
    style: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is shown: `rest` is what was cut, and `command` what shows it."""

    title: str
    strips: tuple[Strip, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    rest: str
    command: str


@dataclass(frozen=True, slots=True)
class Line:
    """A figure: its words, and its value now; before, and the change, where compared."""

    label: str
    now: str
    before: str = ""
    change: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A section as it is shown; `lists` are tables of nothing but names."""

    key: str
    title: str
    summary: str
    figures: tuple[Line, ...]
    compared: bool
    charts: tuple[Chart, ...]
    lists: tuple[Grid, ...]
    grids: tuple[Grid, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template is given. `name` and `day` make a title that names nobody."""

    name: str
    title: str
    day: str
    headline: str
    headings: tuple[str, str]
    options: tuple[str, ...]
    tiles: tuple[Line, ...]
    course: tuple[Chart, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


def page(report: Report, rows: int) -> Page:
    """Lay out a report; of each table at most `rows` rows."""
    reach = reach_of(report)
    drawn = [charts(section, reach) for section in report.sections]
    # The course over time is the picture to remember: it stands above all sections.
    course = next((chart for several in drawn for chart in several if chart.wide), None)
    told = {note for section in report.sections for note in section.notes}
    return Page(
        name=report.name,
        title=report.title,
        day=values.long_date(report.as_of),
        headline=report.headline,
        headings=_BEFORE.get(report.name, ("now", "before")),
        options=tuple(f"{key} {value}" for key, value in report.options.items()),
        tiles=tuple(_tiles(report)),
        course=() if course is None else (course,),
        blocks=tuple(
            _block(section, report, rows, tuple(chart for chart in several if chart is not course))
            for section, several in zip(report.sections, drawn, strict=True)
        ),
        notes=tuple(note for note in report.notes if note not in told),
    )


def _tiles(report: Report) -> Iterable[Line]:
    sections = {section.key: section for section in report.sections}
    for key, wanted, words in _TILES.get(report.name, ()):
        for figure in sections[key].figures if key in sections else ():
            if figure.key == wanted and figure.value is not None:
                label = words or (sections[key].title if figure.kind == "ratio" else figure.label)
                yield _line(figure, sections[key].previous, label)


def _line(figure: Figure, previous: dict[str, Value] | None, label: str = "") -> Line:
    now = _say(figure.value, figure.kind)
    share = _per_cent(figure.value) if figure.kind == "ratio" else ""
    if previous is None:
        return Line(label or figure.label, now, share=share)
    before = previous.get(figure.key)
    change = values.change(figure.value, before, figure.kind).replace("-", "\N{MINUS SIGN}")
    return Line(label or figure.label, now, _say(before, figure.kind), change, share)


def _say(value: Value, kind: Kind) -> str:
    return values.cell(value, Column("", "", kind))


def _block(section: Section, report: Report, rows: int, drawn: tuple[Chart, ...]) -> Block:
    known = [figure.value for figure in section.figures]
    known += (section.previous or {}).values()
    lines = tuple(_line(figure, section.previous) for figure in section.figures)
    grids = [(table, _grid(table, section, report, rows)) for table in section.tables]
    return Block(
        key=section.key,
        title=section.title,
        summary=section.summary,
        figures=lines if any(value is not None for value in known) else (),
        compared=section.previous is not None,
        charts=drawn,
        lists=tuple(grid for table, grid in grids if _is_list(table)),
        grids=tuple(grid for table, grid in grids if not _is_list(table)),
        notes=section.notes,
    )


def _is_list(table: Table) -> bool:
    return len(table.columns) == 1 and table.columns[0].kind == "person"


def _grid(table: Table, section: Section, report: Report, most: int) -> Grid:
    rows = table.cut(most)
    read = [place for place in range(len(table.columns)) if _is_read(table, place, rows, report)]
    cells = [[_cell(row[place], table, place, report.as_of) for place in read] for row in rows]
    hidden = len(table.rows) - len(rows)
    command = _COMMANDS[report.name].format(section.key)
    if len(section.tables) > 1:
        command += f" --table {table.key}"
    return Grid(
        title=table.title or section.title,
        strips=tuple(
            Strip(table.columns[place].label, _style(table.columns[place], column))
            for place, column in zip(read, zip(*cells, strict=True), strict=False)
        ),
        rows=tuple(map(tuple, cells)),
        empty=table.empty,
        rest=f"{hidden:,} {'earlier' if table.in_time else 'more'}" if hidden else "",
        command=f"netaudit {command} --format csv",
    )


def _is_read(table: Table, place: int, rows: Sequence[Sequence[Value]], report: Report) -> bool:
    """Leave out what is for programs, and days that a date in the same row says as well."""
    column = table.columns[place]
    if column.kind != "days" or not _told_as_ago(table):
        return not column.for_programs
    dates = [at for at, one in enumerate(table.columns) if one.kind == "date"]
    return not any(all(_days(row[at], report.as_of) == row[place] for row in rows) for at in dates)


def _days(value: Value, as_of: str) -> int | None:
    try:
        return (date.fromisoformat(as_of) - date.fromisoformat(str(value))).days
    except ValueError:
        return None


def _told_as_ago(table: Table) -> bool:
    """Say whether the dates of a table are of people, and not the axis of a course."""
    return any(column.kind == "person" for column in table.columns)


def _cell(value: Value, table: Table, place: int, as_of: str) -> Cell:
    column = table.columns[place]
    words = values.cell(value, column)
    if column.kind == "ratio":
        return Cell(words, share=_per_cent(value))
    if column.kind == "date" and isinstance(value, str) and _told_as_ago(table):
        ago = values.ago(value, as_of)
        return Cell(ago, day=value if ago != value else "")
    limit = LONG_NAME if column.kind == "person" else LONG_TEXT
    return Cell(safe.terminal(words, limit))


def _per_cent(value: Value) -> str:
    share = values.number(value)
    return "" if share is None else f"{100 * min(max(share, 0), 1):.1f}"


def _style(column: Column, cells: Sequence[Cell]) -> str:
    if column.kind in values.NUMERIC:
        return "n"
    if column.kind == "person":
        return "p"
    return "t" if any(len(cell.text) > BROKEN for cell in cells) else ""
