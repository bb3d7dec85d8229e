"""The sheet that a report is laid out on: lines of styled pieces, not yet a colour or a code."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from netaudit.render import cells, safe

#: Every style there is. One colour, `accent`, for bars and handles; the rest is weight.
Style = Literal["", "bold", "accent", "dim"]
Piece = tuple[str, Style]
Line = tuple[Piece, ...]

NARROWEST, WIDEST = 40, 200
#: Longest sentence shown, in cells: ours are short, but names of companies stand in them.
SENTENCE = 600
#: Beyond this a line is hard to read; tables use the rest.
READABLE = 96
#: Words are not set beside a label that would leave them less room than this, but below it.
NARROW = 24
INDENT = 2

_ASCII = str.maketrans({
    "\N{HORIZONTAL ELLIPSIS}": "...", "\N{EN DASH}": "-", "\N{EM DASH}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{MIDDLE DOT}": "-", "\N{MULTIPLICATION SIGN}": "x", "\N{RIGHTWARDS ARROW}": "->",
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe",
})  # fmt: skip
# What a line that is cut does not end with.
_BEGUN = re.compile(r" (\([^)]*|[\d.,]+)$")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that are drawn, for one kind of output."""

    parts: str  # of a cell of a bar, from almost nothing to full
    shade: str  # the paler part of a bar
    rule: str
    dot: str
    steps: str  # of a sparkline, empty where it cannot be drawn


BOXES = Glyphs(parts="▏▎▍▌▋▊▉█", shade="░", rule="─", dot="·", steps="▁▂▃▄▅▆▇█")
PLAIN = Glyphs(parts="#", shade=".", rule="-", dot="|", steps="")


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide the sheet is, what can be drawn on it, and the day it speaks of."""

    width: int
    ascii_only: bool
    as_of: str

    @property
    def glyphs(self) -> Glyphs:
        """Return what bars and rules are drawn with."""
        return PLAIN if self.ascii_only else BOXES

    def word(self, text: str, limit: int = safe.NAME_CELLS) -> str:
        """Return text from anywhere as it may stand on this sheet."""
        return _word(text, limit, ascii_only=self.ascii_only)

    def cut(self, text: str, limit: int) -> str:
        """Cut text that is already safe."""
        return cells.cut(text, limit, "..." if self.ascii_only else "…")

    def trail_off(self, line: str, limit: int) -> str:
        """End a line of a longer sentence after a whole word, if it can after one that says much.

        A number without what it counts says little, and so does what a parenthesis begins with.
        """
        ellipsis = "..." if self.ascii_only else "…"
        while " " in line and cells.width(line) + cells.width(ellipsis) > limit:
            line = line.rpartition(" ")[0]
        said = _BEGUN.sub("", line)
        if 2 * cells.width(said) > limit:
            line = said
        return cells.cut(line + ellipsis, limit, ellipsis)

    def sentence(self, text: str, style: Style = "", most: int | None = None) -> list[Line]:
        """Break a sentence into indented lines; of more than `most` the rest is cut off."""
        return hang("", self.word(text, SENTENCE), self, style=style, most=most)

    def rule(self, title: str, *handles: str) -> Line:
        """Return the line above a section: its title, and how to ask for it or for more.

        Of the handles it is the first that leaves room for the title, or the last.
        """
        room = self.width - cells.width(self.word(title)) - 4
        fitting = [handle for handle in handles if cells.width(self.word(handle)) <= room]
        handle = self.word([*fitting, handles[-1]][0], max(room, self.width // 2 - 2))
        title = self.word(title, self.width - cells.width(handle) - 4)
        filling = self.width - cells.width(title) - cells.width(handle) - 2
        return (title, "bold"), (f" {self.glyphs.rule * filling} ", "dim"), (handle, "accent")


def hang(
    label: str, text: str, sheet: Sheet, *, style: Style = "", most: int | None = None
) -> list[Line]:
    """Lay out text beside a label that stands before the first line only.

    Where that leaves too little room, the label has a line of its own.
    """
    if label and min(sheet.width, READABLE) - INDENT - cells.width(label) < NARROW:
        below = hang(" " * INDENT, text, sheet, style=style, most=most)
        return [((" " * INDENT, ""), (label, "accent")), *below]
    room = min(sheet.width, READABLE) - INDENT - cells.width(label)
    wrapped = cells.wrap(text, room) if text else []
    if most is not None and len(wrapped) > most:
        wrapped = [*wrapped[: most - 1], sheet.trail_off(wrapped[most - 1], room)]
    return beside((label, "accent"), wrapped, style)


def beside(label: Piece, texts: Sequence[str], style: Style = "") -> list[Line]:
    """Put lines of text to the right of a label on the first of them."""
    empty = (" " * cells.width(label[0]), label[1])
    return [
        ((" " * INDENT, ""), label if place == 0 else empty, (text, style))
        for place, text in enumerate(texts)
    ]


def length(line: Line) -> int:
    """Return how many cells a line takes."""
    return sum(cells.width(text) for text, _ in line)


def trimmed(line: Line) -> Line:
    """Return a line without spaces at its end: past the last column they begin another line."""
    pieces = list(line)
    while pieces and not pieces[-1][0].rstrip(" "):
        pieces.pop()
    if pieces:
        text, style = pieces[-1]
        pieces[-1] = (text.rstrip(" "), style)
    return tuple(pieces)


def joined(lines: Sequence[Line]) -> str:
    """Return the lines without their styles."""
    return "".join("".join(text for text, _ in trimmed(line)) + "\n" for line in lines)


@lru_cache(maxsize=512)  # a screen is laid out again and again, with more of the same words
def _word(text: str, limit: int, *, ascii_only: bool) -> str:
    if not ascii_only:
        return safe.terminal(text, limit)
    return cells.cut(_to_ascii(safe.terminal(text, limit)), limit, "...")


def _to_ascii(text: str) -> str:
    if text.isascii():
        return text
    letters = []
    for letter in unicodedata.normalize("NFC", text).translate(_ASCII):
        bare = unicodedata.normalize("NFKD", letter)[0]
        letters.append(bare if bare.isascii() else f"\\u{ord(letter):04x}")
    return "".join(letters)
