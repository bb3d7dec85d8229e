"""A table as it is shown: its cells, and whether a phone has room for its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.render import reading, safe, values
from netaudit.report import Column, Kind, Table, Value

#: Longest text in a cell and name, in cells of a terminal.
LONG_TEXT, LONG_NAME = 240, 120
#: A column of text with a longer one than this is broken into lines, a shorter one is not.
BROKEN = 24

# Pixels that a column takes at least to be read with ease: the widths that the style sheet sets
# and usual numbers have, a letter of a header, and the space between two columns. They go by the
# kind of a column and not by what others wrote into it.
_WIDTHS: dict[Kind, int] = {
    "person": 160, "text": 120, "date": 86, "flag": 26, "count": 43, "days": 43, "number": 43,
    "ratio": 48,
}  # fmt: skip
_AGO, _LETTER, _GAP = 112, 8, 16
# Pixels that a phone has for a table, and the narrowest page that is not laid out for phones.
_PHONE, _PAGE = 358, 520


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
    """A table as it is shown: `rest` is what was cut, and `command` what shows it.

    The cell of the column `head` begins a row that stands as a few lines: that of the first person.
    A `folded` one says no more than a picture beside it. On a phone each row of a `stacked` one
    stands as a few lines, and one that `scrolls` may be wider than a page.
    """

    title: str
    strips: tuple[Strip, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: int
    empty: str
    rest: str
    command: str
    folded: bool
    stacked: bool
    scrolls: bool


def grid(
    table: Table, title: str, *, as_of: str, most: int, command: str, folded: bool = False
) -> Grid:
    """Lay out at most so many rows of a table; `command` shows all of them."""
    rows = [
        tuple(_cell(value, table.columns[place], table, as_of) for place, value in enumerate(row))
        for row in table.cut(most)
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    width = _width(table)
    hidden = len(table.rows) - len(rows)
    return Grid(
        title=f"{title}, as a table" if folded else title,
        strips=tuple(
            Strip(column.label, _style(column, found))
            for column, found in zip(table.columns, columns, strict=True)
        ),
        rows=tuple(rows),
        head=next((at for at, one in enumerate(table.columns) if one.kind == "person"), 0),
        empty=table.empty,
        rest=f"{hidden:,} {'earlier' if table.in_time else 'more'}" if hidden else "",
        command=f"netaudit {command} --format csv",
        folded=folded,
        stacked=width > _PHONE,
        scrolls=width > _PAGE,
    )


def per_cent(value: Value) -> str:
    """Return the length of a bar for a share, nothing where it is not known."""
    share = values.number(value)
    return "" if share is None else f"{100 * min(max(share, 0), 1):.1f}"


def _cell(value: Value, column: Column, table: Table, as_of: str) -> Cell:
    words = values.cell(value, column)
    if column.kind == "ratio":
        return Cell(words, share=per_cent(value))
    if column.kind == "date" and isinstance(value, str) and reading.tells_age(table):
        ago = values.ago(value, as_of)
        return Cell(ago, day=value if ago != value else "")
    return Cell(safe.terminal(words, LONG_NAME if column.kind == "person" else LONG_TEXT))


def _style(column: Column, found: Sequence[Cell]) -> str:
    if column.kind in values.NUMERIC:
        return "n"
    if column.kind in {"date", "flag"}:
        return "d"
    if column.kind == "person":
        return "p"
    return "t" if any(len(cell.text) > BROKEN for cell in found) else ""


def _width(table: Table) -> int:
    width = -_GAP
    for column in table.columns:
        is_age = column.kind == "date" and reading.tells_age(table)
        header = _LETTER * max(map(len, column.label.split()), default=0)
        width += _GAP + max(header, _AGO if is_age else _WIDTHS[column.kind])
    return width
