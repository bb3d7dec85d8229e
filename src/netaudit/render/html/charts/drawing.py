"""Panels of lines, bars and words, drawn by Ziaplot; the only module that knows it.

All lengths are in units of the picture, of which `WIDTH` go across it. Colours are names of CSS
properties that the page defines, so that one picture does for light, dark and paper.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

import ziaplot  # type: ignore[import-untyped]  # it comes without types
from ziaplot import diagram_stack
from ziaplot.canvas import Borders, Canvas  # type: ignore[import-untyped]  # as above

from netaudit.render.html.charts.wording import TEXT

#: Width of every picture. On a phone of 350 pixels, letters of `TEXT` are then above 10 pixels.
WIDTH = 460

#: The colours that the page defines as `--ink` and so on.
Colour = Literal["ink", "dim", "grid", "surface", "accent", "accent-2", "accent-3", "pale"]
Across = Literal["left", "center", "right"]
Stroke = Literal["solid", "dashed", "dotted"]

_STROKES: dict[Stroke, str] = {"solid": "-", "dashed": "4 4", "dotted": "2 5"}
# Fillings that are too near to the ground to be seen without a rim in this colour.
_RIMS: dict[Colour, Colour] = {"pale": "accent", "surface": "ink"}

_NO_MARKS = "stroke_width: 0; height: 0; pad: 0;"
_STYLE = f"""
    Graph {{ color: none; edge_color: none; edge_width: 0; }}
    Graph.GridX {{ color: none; }}
    Graph.GridY {{ color: none; }}
    Graph.TickX {{ color: var(--dim); font_size: {TEXT}; margin: 9; {_NO_MARKS} }}
    Graph.TickY {{ color: var(--dim); font_size: {TEXT}; margin: 8; {_NO_MARKS} }}
    Element {{ edge_color: none; edge_width: 0; }}
    Text {{ font_size: {TEXT}; }}
"""
# Letters stand out from what they are written on.
_HALO = (
    ("stroke", "var(--surface)"), ("stroke-width", "4"), ("stroke-linejoin", "round"),
    ("paint-order", "stroke"),
)  # fmt: skip
_SQUARE = "\N{BLACK SQUARE}"
_RULES = "Graph.GridY { color: var(--grid); stroke: solid; stroke_width: 1; }"


class Box(NamedTuple):
    """The place of a panel's axes in the picture."""

    left: float
    top: float
    width: float
    height: float


class Tick(NamedTuple):
    """A value on an axis and the words beside it."""

    at: float
    words: str


class Span(NamedTuple):
    """The values at both ends of an axis."""

    low: float
    high: float


class Panel:
    """A pair of axes and what is drawn between them, in the values of the axes."""

    def __init__(
        self, box: Box, x: Span, y: Span, *, across: Sequence[Tick] = (),
        up: Sequence[Tick] = (), rules: bool = True,
    ) -> None:  # fmt: skip
        self.box = box
        self.x, self.y = x, y
        #: What a unit of the picture is worth on each axis.
        self.unit_x = (x.high - x.low) / box.width
        self.unit_y = (y.high - y.low) / box.height
        self._graph = graph = ziaplot.Graph()
        graph.css(_STYLE + (_RULES if rules else "")).legend("none").xrange(*x).yrange(*y)
        # Without any tick Ziaplot would choose some, and with them another range.
        for set_ticks, ticks, span in ((graph.xticks, across, x), (graph.yticks, up, y)):
            shown = ticks or (Tick(span.low, ""),)
            set_ticks([tick.at for tick in shown], [tick.words for tick in shown])

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: Colour,
        width: float = 2.5,
        *,
        stroke: Stroke = "solid",
        faint: bool = False,
    ) -> None:
        """Draw a line from point to point."""
        line = ziaplot.PolyLine(*zip(*points, strict=True))
        line.color(_variable(colour) + (" 40%" if faint else ""))
        self._graph.add(line.strokewidth(width).stroke(_STROKES[stroke]))

    def area(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill what lies between a line and zero."""
        area = ziaplot.LineFill(*zip(*points, strict=True))
        self._graph.add(area.color("none").fill(_variable(colour)))

    def dot(
        self, x: float, y: float, colour: Colour, radius: float = 5, *, hollow: bool = False
    ) -> None:
        """Draw a dot, with a rim that parts it from lines below."""
        radii = radius * self.unit_x, radius * self.unit_y
        rim, inside = map(_variable, (colour, "surface") if hollow else ("surface", colour))
        dot = ziaplot.Ellipse((x, y), *radii).color(rim).fill(inside).strokewidth(2).stroke("-")
        self._graph.add(dot.zorder(4))

    def column(self, x: float, height: float, width: float, colour: Colour) -> None:
        """Draw an upright bar from zero."""
        bars = ziaplot.Bars((x,), (_seen(height, self.unit_y),), width=width)
        self._graph.add(_filled(bars, colour))

    def hollow_column(self, x: float, height: float, width: float, colour: Colour) -> None:
        """Draw the dashed outline of an upright bar, for a number that is not final."""
        left, right, top = x - width / 2, x + width / 2, _seen(height, self.unit_y)
        outline = ((left, 0.0), (left, top), (right, top), (right, 0.0))
        self.line(outline, colour, 1.5, stroke="dashed")

    def bar(self, y: float, length: float, width: float, colour: Colour) -> None:
        """Draw a lying bar from zero."""
        bars = ziaplot.BarsHoriz((y,), (_seen(length, self.unit_x),), width=width)
        self._graph.add(_filled(bars, colour))

    def text(
        self,
        at: tuple[float, float],
        words: str | Sequence[tuple[str, Colour]],
        colour: Colour = "ink",
        *,
        across: Across = "left",
        offset: tuple[float, float] = (0, 0),
    ) -> None:
        """Write words at a height of the middle of their letters; lines below make way for them.

        Words may come in pieces of several colours. `offset` moves them from the place in units
        of the picture, to the right and up.
        """
        pieces = ((words, colour),) if isinstance(words, str) else words
        x, y = at[0] + offset[0] * self.unit_x, at[1] + offset[1] * self.unit_y
        (first, paint), *others = pieces
        text = ziaplot.Text(x, y, first, across, "center").color(_variable(paint))
        for name, value in _HALO:
            text.attribute(name, value)
        for more, fill in others:
            span = Element("tspan", {"fill": _variable(fill)})
            if more == _SQUARE and fill in _RIMS:
                span.attrib |= {"stroke": _variable(_RIMS[fill]), "stroke-width": "1"}
            span.text = more
            text.subelement(span)
        self._graph.add(text)

    def legend(self, entries: Sequence[tuple[Colour, str]]) -> None:
        """Write what the colours mean in one line above the panel."""
        # The first piece is the text itself, and has the halo for its stroke.
        pieces: list[tuple[str, Colour]] = [("", "dim")]
        for colour, words in entries:
            pieces += [(_SQUARE, colour), (f" {words}\u2003", "dim")]
        self.text((self.x.low, self.y.high), pieces, offset=(0, 20))

    def draw_on(self, canvas: Canvas) -> None:
        """Put the panel into its place on the canvas."""
        left, top, width, height = self.box
        right = canvas.canvaswidth - left - width
        bottom = canvas.canvasheight - top - height
        # The way in which Ziaplot's own layouts place several graphs on one canvas.
        self._graph._xml(canvas, borders=Borders(left, right, top, bottom))


@dataclass(frozen=True, slots=True)
class Picture:
    """Panels above each other or alone, and what they show in words."""

    title: str
    description: str
    height: float
    panels: tuple[Panel, ...]
    wide: bool = False


def draw(picture: Picture) -> Element:
    """Return a picture as a tree."""
    canvas = Canvas(WIDTH, picture.height)
    for panel in picture.panels:
        panel.draw_on(canvas)
    tree: Element = canvas.xml()
    return tree


@contextmanager
def settings() -> Iterator[None]:
    """Set what Ziaplot keeps for the whole process while panels are made, and set it back."""
    config = ziaplot.config
    kept = config.text, config.precision, diagram_stack.pause
    config.text, config.precision, diagram_stack.pause = "text", 1, True
    try:
        yield
    finally:
        config.text, config.precision, diagram_stack.pause = kept


def _variable(colour: str) -> str:
    return f"var(--{colour})"


def _filled(bars: ziaplot.Bars, colour: Colour) -> ziaplot.Bars:
    bars.color(_variable(colour))
    rim = _RIMS.get(colour)
    if rim and any(bars.y):
        bars.style(f"edge_color: {_variable(rim)}; edge_width: 1;")
    return bars


def _seen(value: float, unit: float) -> float:
    """Let what is more than nothing be seen."""
    return max(value, 2 * unit) if value > 0 else 0
