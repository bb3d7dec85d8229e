"""The plane of breadth and depth, on which every diagonal is one number of contact-days."""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netaudit.render.html.charts import reading, wording
from netaudit.render.html.charts.drawing import (
    WIDTH,
    Across,
    Box,
    Colour,
    Panel,
    Picture,
    Span,
    Tick,
)
from netaudit.report import Section, Value

_BOX = Box(44, 34, WIDTH - 54, 214)
_HEIGHT = 296
#: Decades that the height of the plane holds at least, and the margin around what is drawn.
_DECADES = 0.9
_MARGIN = 0.14
#: Beyond these nothing is a number of people or of days; a picture of it would show nothing.
_SMALLEST, _LARGEST = 1e-3, 1e9

_SCALES = (
    "Both axes grow by factors, from 1 to 10 as far as from 10 to 100; along a diagonal the"
    " contact-days are equal."
)

# A side of a place: how words stand to it, and how far they are moved to the right and up.
_Side = tuple[Across, tuple[float, float]]
_ON: _Side = ("center", (0, 0))
_RIGHT: _Side = ("left", (12, 0))
_LEFT: _Side = ("right", (-12, 0))
_ABOVE: _Side = ("center", (0, 20))
_BELOW: _Side = ("center", (0, -20))

# Left, low, right and high end of what is drawn, in units from the corner of the axes.
_Extent = tuple[float, float, float, float]


class Place(NamedTuple):
    """A place on the plane in powers of ten."""

    breadth: float
    depth: float

    def words(self) -> str:
        """Say where it is."""
        return f"{10**self.breadth:,.1f} people with {10**self.depth:,.1f} contact-days each"


class _Plane(NamedTuple):
    """The panel, its axes, and what dots and words take of it."""

    panel: Panel
    x: Span
    y: Span
    taken: list[_Extent]


def depth_breadth(section: Section) -> Picture | None:
    """Draw where the contact of the window stands, how it came there, and what is compared.

    A decade is as long on both axes: along a diagonal breadth is given for depth, across the
    diagonals contact grows.
    """
    figures = {figure.key: figure.value for figure in section.figures}
    now = _place(figures.get("effective_people"), figures.get("depth"))
    if now is None:
        return None
    path = _path(section)
    compared = section.previous or {}
    before = _place(compared.get("effective_people"), compared.get("depth"))
    places = [now, *(place for _, place in path), *([before] if before else [])]
    plane = _plane(places)
    diagonals = _draw_diagonals(plane)
    _draw_path(plane, path, now)
    latest = next((place for _, place in reversed(path) if place != now), None)
    if before:
        plane.panel.dot(*before, "accent", hollow=True)
    plane.panel.dot(*now, "accent", 6.5)
    _label(plane, now, "now", "ink", away_from=before or latest)
    if before:
        _label(plane, before, "compared", "dim", away_from=now)
    elif len(path) > 1:
        (day, first), (_, second), *_ = path
        _label(plane, first, wording.month(day), "dim", away_from=second)
    for days, end in diagonals:
        _label_diagonal(plane, days, end)
    return Picture("Breadth and depth", _describe(now, path, before), _HEIGHT, (plane.panel,))


def _place(breadth: Value, depth: Value) -> Place | None:
    found = reading.count(breadth), reading.count(depth)
    if any(one is None or not _SMALLEST <= one <= _LARGEST for one in found):
        return None
    return Place(*(math.log10(one) for one in found if one))


def _path(section: Section) -> list[tuple[date, Place]]:
    """Return the places of the past; where the record covers a part of the window it misleads."""
    return sorted(
        (day, place)
        for row in reading.rows(section, "quarter_ends")
        if row.value("partial") is not True
        and (day := row.day("date"))
        and (place := _place(row.value("effective_people"), row.value("depth")))
    )


def _plane(places: Sequence[Place]) -> _Plane:
    breadths, depths = zip(*places, strict=True)
    decades = max(
        (max(breadths) - min(breadths) + 2 * _MARGIN) / _BOX.width,
        (max(depths) - min(depths) + 2 * _MARGIN) / _BOX.height,
        _DECADES / _BOX.height,
    )
    x, y = _span(breadths, decades * _BOX.width), _span(depths, decades * _BOX.height)
    panel = Panel(_BOX, x, y, across=_ticks(x), up=_ticks(y), rules=False)
    panel.line(((x.low, y.high), (x.low, y.low), (x.high, y.low)), "dim", 1)
    panel.text((x.low, y.high), "depth: days for each", "dim", offset=(-36, 20))
    panel.text((x.high, y.high), "diagonals: contact-days", "dim", across="right", offset=(0, 20))
    panel.text((x.high, y.low), "breadth: people, if even", "dim", across="right", offset=(0, -36))
    taken = [
        (left - 8, low - 8, left + 8, low + 8)
        for left, low in (((b - x.low) / decades, (d - y.low) / decades) for b, d in places)
    ]
    return _Plane(panel, x, y, taken)


def _span(found: Sequence[float], length: float) -> Span:
    """Return an axis of that length around what was found, not below one where that is possible."""
    low = (min(found) + max(found) - length) / 2
    floor = min(min(found) - _MARGIN, -0.1)
    low = max(low, floor)
    return Span(low, low + length)


def _ticks(span: Span) -> list[Tick]:
    decades = range(math.floor(span.low), math.ceil(span.high) + 1)
    steps = (1, 2, 5) if span.high - span.low < 2.5 else (1,)
    stride = max(round(len(decades) / 6), 1)
    powers = [power + math.log10(step) for power in decades[::stride] for step in steps]
    return [
        Tick(power, wording.short(10**power)) for power in powers if span.low <= power <= span.high
    ]


def _draw_diagonals(plane: _Plane) -> list[tuple[float, float]]:
    """Draw them; return each one's contact-days and the breadth at its lower end."""
    x, y = plane.x, plane.y
    lowest, highest = x.low + y.low, x.high + y.high
    steps = (1, 3) if highest - lowest < 5 else (1,)
    found = []
    for power in range(math.floor(lowest), math.ceil(highest) + 1):
        for days in (power + math.log10(step) for step in steps):
            begin, end = max(x.low, days - y.high), min(x.high, days - y.low)
            if end - begin > 0.25 * (x.high - x.low):  # else a corner, without room for its label
                line = ((begin, days - begin), (end, days - end))
                plane.panel.line(line, "dim", 1.2, faint=True)
                found.append((days, end))
    return found


def _label_diagonal(plane: _Plane, days: float, end: float) -> None:
    words = wording.short(round(10**days, 6))
    for back in (26, 60, 100):
        breadth = end - back * plane.panel.unit_x
        if _write(plane, Place(breadth, days - breadth), words, "dim", _ON):
            return


def _draw_path(plane: _Plane, path: Sequence[tuple[date, Place]], now: Place) -> None:
    places = [place for _, place in path]
    if places and places[-1] != now:
        places.append(now)
    if len(places) > 1:
        plane.panel.line(places, "accent-2", 2)
        for place in places[:-1]:
            plane.panel.dot(*place, "accent-2", 3.5)


def _label(
    plane: _Plane, place: Place, words: str, colour: Colour, away_from: Place | None
) -> None:
    """Write beside a place: best on the side where nothing leads to it, not at all without room."""
    leads_right = away_from is not None and away_from.breadth > place.breadth
    beside = (_LEFT, _RIGHT) if leads_right else (_RIGHT, _LEFT)
    for side in (*beside, _ABOVE, _BELOW):
        if _write(plane, place, words, colour, side):
            return


def _write(plane: _Plane, place: Place, words: str, colour: Colour, side: _Side) -> bool:
    """Write words where nothing else stands; say whether there was room."""
    panel, x, y, taken = plane
    across, (right, up) = side
    length = wording.length(words)
    left = (place.breadth - x.low) / panel.unit_x + right
    left -= {"left": 0, "center": length / 2, "right": length}[across]
    low = (place.depth - y.low) / panel.unit_y + up - 8
    wanted = left, low, left + length, low + 16
    is_inside = min(left, low) > 0 and wanted[2] < _BOX.width and wanted[3] < _BOX.height
    if not is_inside or any(_overlap(wanted, other) for other in taken):
        return False
    taken.append(wanted)
    panel.text(place, words, colour, across=across, offset=(right, up))
    return True


def _overlap(one: _Extent, other: _Extent) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _describe(now: Place, path: Sequence[tuple[date, Place]], before: Place | None) -> str:
    sentences = [f"Now contact is spread as widely as {now.words()}."]
    if before:
        sentences.append(f"At the compared date: {before.words()}.")
    if len(path) > 1:
        day, first = path[0]
        sentences.append(f"The line begins {wording.month(day)}: {first.words()}.")
    return " ".join([*sentences, _SCALES])
