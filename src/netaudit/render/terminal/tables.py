"""Tables laid out to a width: nothing runs over, and a number is never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from netaudit.render import cells, reading, safe, values
from netaudit.render.terminal.bars import bar
from netaudit.render.terminal.sheet import INDENT, Line, Piece, Sheet
from netaudit.report import Column, Table, Value

GAP = 2
#: A column of words is not squeezed below this.
NARROW_TEXT = 10
#: A column of names is left so wide, and up to the second as wide as its longest word, while
#: other words can yield.
NARROW_NAME, WIDE_NAME = 20, 26
#: Words up to so many cells are not broken while there is a column that can be left out.
LONG_WORD = 16
#: Most lines of a text in a row, or more that hold so many cells: whoever wants all of it has CSV.
#: A name is shown whole.
MOST_LINES, MOST_CELLS = 4, 120
#: The shortest bar, one that labels make room for, and the longest.
SHORT_BAR, GOOD_BAR, LONG_BAR = 8, 24, 30
#: Longest reason in a cell; it is broken into lines.
LONG_TEXT = 240

_WORDS = frozenset({"text", "person"})
Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Strip:
    """A column on the sheet: its words, how wide it is, and how narrow it may become.

    Below the width `good`, and then below that of its longest word, `whole`, it yields only where
    no other column can.
    """

    column: Column
    words: tuple[str, ...]
    width: int
    least: int
    whole: int
    good: int

    @property
    def right(self) -> bool:
        """Say whether the words stand on the right."""
        return self.column.kind in values.NUMERIC


def grid(table: Table, rows: Sequence[Row], sheet: Sheet, *, glance: bool = False) -> list[Line]:
    """Lay out rows of a table under their labels, with a bar where there is a share.

    Dates of people read `11 weeks ago`, and where there is room they stand behind that as well.
    At a `glance` they do not, nor do days, and a row is one line; only states, which are always
    the same five, are broken rather than cut.
    """
    strips = _strips(table, rows, sheet, glance=glance, exact=not glance)
    if sum(strip.width + GAP for strip in strips) - GAP > sheet.width - INDENT:
        strips = _strips(table, rows, sheet, glance=glance, exact=False)
    kept = _fit(strips, sheet.width - INDENT, bar=any(s.column.kind == "ratio" for s in strips))
    room = sheet.width - INDENT - sum(strip.width + GAP for strip in kept)
    bars = _bars(table, rows, min(room, LONG_BAR), sheet)
    lines = list(_header(kept, bars[0] if bars else ()))
    for place in range(len(rows)):
        lines += _row(kept, place, bars[place + 1] if bars else (), sheet, glance=glance)
    shown = {strip.column.key for strip in kept}
    missing = [strip.column.label for strip in strips if strip.column.key not in shown]
    if missing and not glance:
        told = f"too narrow for {', '.join(missing)}: a wider window or --format csv shows more"
        lines += sheet.sentence(told, "dim")
    return lines


def _has_date(table: Table) -> bool:
    return any(column.kind == "date" for column in table.columns)


def _strips(
    table: Table, rows: Sequence[Row], sheet: Sheet, *, glance: bool, exact: bool
) -> list[Strip]:
    strips = []
    for place, column in enumerate(table.columns):
        said = [row[place] for row in rows]
        if rows and all(value == "" for value in said):
            continue
        if column.kind == "date" and reading.tells_age(table):
            words = _ages(said, sheet, exact=exact)
        elif not (glance and column.kind == "days" and _has_date(table)):
            limit = LONG_TEXT if column.kind == "text" else safe.NAME_CELLS
            words = [sheet.word(values.cell(value, column), limit) for value in said]
        else:
            continue
        strips.append(_strip(column, words, sheet, glance=glance))
    return strips


def _ages(dates: Sequence[Value], sheet: Sheet, *, exact: bool) -> list[str]:
    """Say how long ago each date was, with the `exact` ones in a column behind."""
    days = [sheet.word(values.say(day, "date")) for day in dates]
    ages = [sheet.word(values.ago(day, sheet.as_of)) for day in days]
    widest = max(map(cells.width, ages), default=0) + GAP
    return [
        cells.pad(age, widest) + day if exact and age != day else age
        for age, day in zip(ages, days, strict=True)
    ]


def _strip(column: Column, words: Sequence[str], sheet: Sheet, *, glance: bool) -> Strip:
    column = replace(column, label=sheet.word(column.label))
    widest = max(map(cells.width, words), default=0)
    least = max(widest, _on_two_lines(column.label))
    if column.kind in _WORDS:
        at_least = NARROW_NAME if glance and column.kind == "person" else NARROW_TEXT
        least = min(least, at_least)
    good = whole = least
    longest = max((cells.width(part) for text in words for part in text.split()), default=0)
    if column.kind in _WORDS and not glance:
        good = whole = max(least, min(longest, LONG_WORD))
    if column.kind == "person":
        good = max(NARROW_NAME, min(longest, WIDE_NAME))
    width = max(widest, cells.width(column.label), 1)
    return Strip(column, tuple(words), width, least, whole, good)


def _on_two_lines(label: str) -> int:
    """Return the smallest width at which a label takes two lines at most."""
    longest = max(map(cells.width, label.split()), default=1)
    whole = cells.width(label)
    return next((w for w in range(longest, whole) if len(cells.wrap(label, w)) <= 2), whole or 1)


def _fit(strips: Sequence[Strip], room: int, *, bar: bool) -> list[Strip]:
    """Leave out columns, those that yield and then from the right, break labels, squeeze words.

    Where there will be a `bar`, labels make room for a good one.
    """
    kept = list(strips)
    while sum(strip.whole + GAP for strip in kept) - GAP > room:
        most = max(kept, key=lambda strip: strip.column.yields)
        if not most.column.yields:
            break
        kept.remove(most)
    while len(kept) > 1 and sum(strip.least + GAP for strip in kept) - GAP > room:
        kept.pop()
    over = sum(strip.width + GAP for strip in kept) - GAP - room
    if bar:
        labels = sum(strip.width - strip.least for strip in kept if strip.column.kind not in _WORDS)
        over = max(over, min(over + GAP + GOOD_BAR, labels))
    while over > 0:
        place = max(range(len(kept)), key=lambda at: _yields(kept[at]))
        strip = kept[place]
        is_label, slack, _ = _yields(strip)
        step = slack if is_label else 1  # a broken label needs no more room
        kept[place] = replace(strip, width=max(strip.width - step, 1))
        over -= step
    return kept


def _yields(strip: Strip) -> tuple[bool, int, int]:
    """Return what says which column yields first: a label, else the widest that still can."""
    slack = strip.width - strip.least
    if strip.column.kind in _WORDS:
        room = (slack > 0) + (strip.width > strip.whole) + (strip.width > strip.good)
        return False, room, strip.width
    return slack > 0, slack, strip.width


def _header(strips: Sequence[Strip], legend: Line) -> Iterator[Line]:
    labels = [cells.wrap(strip.column.label, strip.width) for strip in strips]
    height = max(map(len, labels), default=0)
    for level in range(height):
        pieces: list[Piece] = [(" " * INDENT, "")]
        for strip, label in zip(strips, labels, strict=True):
            at = level - (height - len(label))
            text = label[at] if at >= 0 else ""
            pieces.append((cells.pad(text, strip.width, right=strip.right) + " " * GAP, "dim"))
        yield (*pieces, *legend) if level == height - 1 else tuple(pieces)


def _row(
    strips: Sequence[Strip], place: int, ending: Line, sheet: Sheet, *, glance: bool
) -> Iterator[Line]:
    columns = [_broken(strip, strip.words[place], sheet, glance=glance) for strip in strips]
    for level, texts in enumerate(zip_longest(*columns, fillvalue="")):
        pieces: list[Piece] = [(" " * INDENT, "")]
        for strip, text in zip(strips, texts, strict=True):
            pieces.append((cells.pad(text, strip.width, right=strip.right) + " " * GAP, ""))
        yield (*pieces, *ending) if level == 0 else tuple(pieces)


def _broken(strip: Strip, text: str, sheet: Sheet, *, glance: bool) -> list[str]:
    if cells.width(text) <= strip.width:
        return [text]
    if strip.column.kind not in _WORDS or (glance and strip.column.key != "state"):
        return [sheet.cut(text, strip.width)]
    lines = cells.wrap(text, strip.width)
    most = max(MOST_LINES, MOST_CELLS // strip.width)
    if len(lines) > most and strip.column.kind == "text":
        lines = [*lines[: most - 1], sheet.trail_off(lines[most - 1], strip.width)]
    return lines


def _bars(table: Table, rows: Sequence[Row], room: int, sheet: Sheet) -> list[Line]:
    """Return the legend and a bar for each row, nothing where there is no share or no room.

    In the table of states the bar is solid for those who were in touch lately.
    """
    keys = [column.key for column in table.columns]
    shares = [place for place, column in enumerate(table.columns) if column.kind == "ratio"]
    if not shares or room < SHORT_BAR:
        return []
    legend: Line = ()
    solid = keys.index("live") if table.key == "states" and "live" in keys else None
    if solid is not None and not (legend := _legend(room, sheet)):
        solid = None  # nobody would know what the pale part is
    lines = [legend]
    for row in rows:
        share = values.number(row[shares[0]])
        part = 1.0 if solid is None else _part(row[solid], row[keys.index("people")])
        lines.append(() if share is None else bar(share, room, sheet.glyphs, solid=part))
    return lines


def _legend(room: int, sheet: Sheet) -> Line:
    """Say which part of a bar is which, beside the label that asks: `touched lately █ yes`."""
    words = f"{sheet.glyphs.parts[-1]} yes  {sheet.glyphs.shade} no"
    return ((words, "dim"),) if cells.width(words) <= room else ()


def _part(some: Value, whole: Value) -> float:
    share, among = values.number(some), values.number(whole)
    return share / among if share and among else 0.0
