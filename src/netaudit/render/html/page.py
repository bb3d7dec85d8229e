"""What stands on the page and where, before it is HTML: sections, tiles, pictures, notes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from netaudit.render import reading, values
from netaudit.render.html.charts import Chart, charts, reach_of
from netaudit.render.html.tables import Grid, grid, per_cent
from netaudit.report import Column, Figure, Kind, Person, Report, Section, Table, Value

#: Longest sentence, in cells of a terminal.
SENTENCE = 600

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
# The section of an audit that says what to do: it stands above those that say why.
_FIRST = "next"
# Tables of which a picture shows every row, by their sections.
_DRAWN = {"list_vs_network": "states", "momentum": "months"}
# What to type for the table behind a page, as far as its report is named.
_COMMANDS = {
    "audit": "report --section {}", "weekly": "weekly --section {}",
    "changes": "changes --section {}", "next": "next", "people": "people",
    "person": "show PERSON --section {}", "imports": "imports",
    "log": "log --list",
    "matches": "match --list", "doctor": "doctor",
}  # fmt: skip


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


def page(report: Report, rows: int, *, full: bool = False) -> Page:
    """Lay out a report; of each table at most `rows` rows, and `full` what is known of nothing."""
    reach = reach_of(report)
    drawn = {section.key: charts(section, reach) for section in report.sections}
    # The course over time is the picture to remember: it stands above all sections.
    course = tuple(chart for several in drawn.values() for chart in several if chart.wide)
    is_audit = report.name == "audit"
    sections = sorted(report.sections, key=lambda one: is_audit and one.key != _FIRST)
    # What holds for the whole report is told at the top, and then nowhere again.
    top, *told = reading.for_reading(
        replace(report, sections=(Section("", "", "", notes=report.notes), *sections), notes=())
    ).sections
    return Page(
        name=report.name,
        title=report.title,
        day=values.long_date(report.as_of),
        headline=report.headline,
        headings=_headings(report),
        options=tuple(f"{key} {value}" for key, value in report.options.items()),
        tiles=tuple(_tiles(report)),
        course=course,
        blocks=tuple(
            _block(
                section if full else _worth_telling(section, whole),
                report,
                rows,
                drawn[section.key],
            )
            for whole, section in zip(sections, told, strict=True)
        ),
        notes=top.notes,
    )


def _headings(report: Report) -> tuple[str, str]:
    now, before = values.headings(report.name)
    compared = report.options.get("compare")
    return now, f"{compared} before" if compared else before


def _worth_telling(section: Section, whole: Section) -> Section:
    """Leave out what is known of nothing; `whole` is the section as the report has it.

    Of a section that knows of nothing its sentence is left, and the notes that say what to do, or
    else the first.
    """
    if _tells_anything(whole) or not section.summary:
        return replace(section, tables=tuple(map(_known, section.tables)))
    to_do = tuple(note for note in section.notes if "netaudit " in note)
    return replace(section, figures=(), tables=(), notes=to_do or section.notes[:1], previous=None)


def _known(table: Table) -> Table:
    """Leave out columns of which nothing is known in any row."""
    kept = [
        place for place in range(len(table.columns))
        if not table.rows or any(row[place] is not None for row in table.rows)
    ]  # fmt: skip
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def _tells_anything(section: Section) -> bool:
    """Say whether a figure or a row of a section is more than none and unknown."""
    found = [figure.value for figure in section.figures]
    found += (section.previous or {}).values()
    return any(found) or any(_counts(table) for table in section.tables)


def _counts(table: Table) -> bool:
    """Say whether a table names somebody or counts anything; its dates alone tell nothing."""
    counting = [at for at, one in enumerate(table.columns) if one.kind in values.NUMERIC]
    return any(
        not counting
        or any(row[at] for at in counting)
        or any(isinstance(value, Person) for value in row)
        for row in table.rows
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
    share = per_cent(figure.value) if figure.kind == "ratio" else ""
    if previous is None:
        return Line(label or figure.label, now, share=share)
    before = previous.get(figure.key)
    change = values.change(figure.value, before, figure.kind).replace("-", "\N{MINUS SIGN}")
    return Line(label or figure.label, now, _say(before, figure.kind), change, share)


def _say(value: Value, kind: Kind) -> str:
    return values.cell(value, Column("", "", kind))


def _block(section: Section, report: Report, rows: int, drawn: tuple[Chart, ...]) -> Block:
    """Lay out a section. A wide picture of it stands above all sections."""
    known = [figure.value for figure in section.figures]
    known += (section.previous or {}).values()
    lines = tuple(_line(figure, section.previous) for figure in section.figures)
    grids = [(table, _grid(table, section, report, rows, drawn)) for table in section.tables]
    return Block(
        key=section.key,
        title=section.title,
        summary=section.summary,
        figures=lines if any(value is not None for value in known) else (),
        compared=section.previous is not None,
        charts=tuple(chart for chart in drawn if not chart.wide),
        lists=tuple(found for table, found in grids if _is_list(table)),
        grids=tuple(found for table, found in grids if not _is_list(table)),
        notes=section.notes,
    )


def _is_list(table: Table) -> bool:
    return len(table.columns) == 1 and table.columns[0].kind == "person"


def _grid(
    table: Table, section: Section, report: Report, most: int, drawn: tuple[Chart, ...]
) -> Grid:
    command = _COMMANDS[report.name].format(section.key)
    if len(section.tables) > 1:
        command += f" --table {table.key}"
    return grid(
        table,
        table.title or section.title or report.title,
        as_of=report.as_of,
        most=most,
        command=command,
        folded=bool(drawn) and _DRAWN.get(section.key) == table.key,
    )
