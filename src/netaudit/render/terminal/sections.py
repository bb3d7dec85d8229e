"""A section in full: its sentence, its figures, its tables and what it cannot see."""

from collections.abc import Iterator, Sequence

from netaudit.render import cells, values
from netaudit.render.terminal.bars import spark
from netaudit.render.terminal.sheet import INDENT, NARROW, Line, Piece, Sheet, beside, length
from netaudit.render.terminal.tables import GAP, grid
from netaudit.report import Column, Figure, Section, Table, Value

BLANK: Line = ()
#: Names in a list that is shown in running text, unless all are asked for.
NAMES = 8
#: Figures of a section stand in one column up to this many, then in as many as fit.
FEW_FIGURES = 6


def section_lines(
    section: Section, sheet: Sheet, *, report: str, rows: int | None = None
) -> Iterator[Line]:
    """Lay out a section; of each table at most `rows` rows, None for all."""
    yield from _rule(section, sheet)
    yield from sheet.sentence(section.summary)
    if _any_known(section):
        yield BLANK
        yield from _figures(section, sheet, values.headings(report))
    drawn = sparks(section, sheet)
    if drawn and max(map(length, drawn)) <= sheet.width - INDENT:
        yield BLANK
        for line in drawn:
            yield ((" " * INDENT, ""), *line)
    lists = [table for table in section.tables if _is_list(table)]
    if lists:
        yield BLANK
        yield from _lists(lists, sheet, section.key, rows)
    for table in section.tables:
        if not _is_list(table):
            yield BLANK
            alone = len(section.tables) == 1 and not section.figures
            title = "" if alone or table.title == section.title else table.title
            yield from _table(table, sheet, title, section.key, rows)
    if section.notes:
        yield BLANK
        for note in section.notes:
            yield from sheet.sentence(note, "dim")


def _rule(section: Section, sheet: Sheet) -> Iterator[Line]:
    """Lay out the line above a section; a title too long for it has a line of its own."""
    title = sheet.word(section.title, sheet.width)
    room = sheet.width - cells.width(sheet.word(section.key)) - 4
    if cells.width(title) <= room:
        yield sheet.rule(section.title, section.key)
        return
    yield ((title, "bold"),)
    yield sheet.rule("", section.key)


def sparks(section: Section, sheet: Sheet, months: int | None = None) -> list[Line]:
    """Draw how list and network went over the last months, for the section that knows it.

    Each stands on its own scale from zero.
    """
    table = next((table for table in section.tables if table.key == "months"), None)
    lines: list[Line] = []
    for place, column in enumerate(table.columns if table else ()):
        if table is None or column.key not in {"list", "network"}:
            continue
        rows = table.rows if column.key == "list" else _whole(table)
        known = [values.number(row[place]) for row in rows]
        numbers = [number for number in known if number is not None][-(months or 0) :]
        if len(numbers) > 1 and any(numbers):
            label = column.key if months else cells.pad(column.key, len("network"))
            first, last = (values.say(number, column.kind) for number in (numbers[0], numbers[-1]))
            drawn = spark(numbers, sheet.glyphs) or "to"
            lines.append(((f"{label} {first} ", "dim"), (drawn, "accent"), (f" {last}", "")))
    return lines


def _whole(table: Table) -> Sequence[tuple[Value, ...]]:
    """Leave out months before which there is no record: what grows there is only the record."""
    flags = [place for place, column in enumerate(table.columns) if column.key == "partial"]
    return [row for row in table.rows if not any(row[place] for place in flags)]


def _any_known(section: Section) -> bool:
    """Tell whether any figure is known, now or before; a table of dashes says nothing."""
    found = [figure.value for figure in section.figures]
    return any(value is not None for value in (*found, *(section.previous or {}).values()))


def _figures(section: Section, sheet: Sheet, headings: tuple[str, str]) -> Iterator[Line]:
    if section.previous is None:
        yield from _columns(section.figures, sheet)
        return
    columns = (Column("figure", ""), *(Column(key, key, "count") for key in (*headings, "change")))
    rows: list[tuple[Value, ...]] = []
    for figure in section.figures:
        before = section.previous.get(figure.key)
        rows.append((
            figure.label,
            values.say(figure.value, figure.kind),
            values.say(before, figure.kind),
            values.change(figure.value, before, figure.kind),
        ))  # fmt: skip
    yield from grid(Table("figures", "", columns, tuple(rows)), rows, sheet)


def _columns(figures: Sequence[Figure], sheet: Sheet) -> Iterator[Line]:
    """Set labels and values below one another, many of them side by side."""
    room = sheet.width - INDENT
    words = [
        (sheet.word(figure.label), sheet.word(values.say(figure.value, figure.kind)))
        for figure in figures
    ]
    right = min(max(cells.width(value) for _, value in words), room - GAP - 1)
    left = min(max(cells.width(label) for label, _ in words), room - GAP - right)
    wide = left + GAP + right
    abreast = 1 if len(words) <= FEW_FIGURES else max((room + 2 * GAP) // (wide + 2 * GAP), 1)
    height = -(-len(words) // abreast)
    if abreast == 1:
        for label, value in words:
            yield from _broken(label, left, cells.pad(sheet.cut(value, right), right, right=True))
        return
    for level in range(height):
        pieces: list[Piece] = [(" " * INDENT, "")]
        for label, value in words[level::height]:
            pieces.append((cells.pad(sheet.cut(label, left), left + GAP), "dim"))
            pieces.append((cells.pad(sheet.cut(value, right), right, right=True), ""))
            pieces.append((" " * 2 * GAP, ""))
        yield tuple(pieces[:-1])


def _broken(label: str, left: int, value: str) -> Iterator[Line]:
    """Set a value beside the first line of its label."""
    for place, part in enumerate(cells.wrap(label, left)):
        said = "" if place else value
        yield (" " * INDENT, ""), (cells.pad(part, left + GAP), "dim"), (said, "")


def _is_list(table: Table) -> bool:
    return len(table.columns) == 1 and table.columns[0].kind == "person"


def _lists(tables: Sequence[Table], sheet: Sheet, handle: str, most: int | None) -> Iterator[Line]:
    """Set names in running text beside the titles of their tables."""
    titles = [sheet.word(table.title, sheet.width // 2) for table in tables]
    left = max(map(cells.width, titles)) + GAP
    room = sheet.width - INDENT - left
    below = room < NARROW
    if below:
        left, room = INDENT, sheet.width - 2 * INDENT
    for title, table in zip(titles, tables, strict=True):
        label: Piece = (cells.pad("" if below else title, left), "dim")
        if below:
            yield (" " * INDENT, ""), (title, "dim")
        if not table.rows:
            yield from beside(label, cells.wrap(sheet.word(table.empty, room), room), "dim")
            continue
        shown = table.rows if most is None else table.rows[:NAMES]
        names = [sheet.word(values.cell(row[0], table.columns[0])) for row in shown]
        if len(shown) < len(table.rows):
            names.append(_more(len(table.rows) - len(shown), handle, sheet))
        words = [f"{name} {sheet.glyphs.dot}" for name in names[:-1]]
        yield from beside(label, cells.flow([*words, names[-1]], room))


def _table(table: Table, sheet: Sheet, title: str, handle: str, most: int | None) -> Iterator[Line]:
    if not table.rows:
        yield from sheet.sentence(f"{title}: {table.empty}" if title else table.empty, "dim")
        return
    yield from sheet.sentence(title, "bold")
    rows = table.cut(most)
    yield from grid(table, rows, sheet)
    if len(rows) < len(table.rows):
        yield from sheet.sentence(_more(len(table.rows) - len(rows), handle, sheet), "dim")


def _more(hidden: int, handle: str, sheet: Sheet) -> str:
    return sheet.word(f"… and {hidden:,} more: --section {handle}")
