"""Bars for shares and sparklines for months."""

from collections.abc import Sequence

from netaudit.render.terminal.sheet import Glyphs, Piece


def bar(share: float, width: int, glyphs: Glyphs, *, solid: float = 1.0) -> tuple[Piece, Piece]:
    """Draw a share of `width` cells; the part beyond `solid` of the bar is pale.

    Whatever is more than nothing is seen.
    """
    length = min(max(share, 0.0), 1.0) * width
    filled = length * min(max(solid, 0.0), 1.0)
    drawn = _filled(filled, glyphs)
    pale = max(round(length) - len(drawn), 0)
    if length > 0 and not drawn and not pale:
        pale = 1
    return (drawn, "accent"), (glyphs.shade * pale, "accent")


def _filled(length: float, glyphs: Glyphs) -> str:
    parts = len(glyphs.parts)
    whole, rest = divmod(round(length * parts), parts)
    if length > 0 and not whole and not rest:
        rest = 1
    return glyphs.parts[-1] * whole + (glyphs.parts[rest - 1] if rest else "")


def spark(numbers: Sequence[float], glyphs: Glyphs) -> str:
    """Draw numbers as columns above zero, the largest of them at full height."""
    highest = max(numbers, default=0)
    if not glyphs.steps or highest <= 0:
        return ""
    top = len(glyphs.steps) - 1
    return "".join(glyphs.steps[round(max(number, 0) / highest * top)] for number in numbers)
