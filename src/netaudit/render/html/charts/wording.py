"""Words in a picture: safe, short enough for their place, and numbers as they stand on an axis."""

import math
from datetime import date

from netaudit.render import cells, safe, values

#: Height of the letters in units of the picture.
TEXT = 14

# Widths of letters in DejaVu Sans, the widest of the fonts that pages are usually shown in.
_WIDTHS = (("ijl.,:;'|! I[]", 0.34), ('frt()-/"J', 0.42), ("csvxyzk", 0.59), ("mwMW@%&—…", 1.0))
_EMS = {letter: em for letters, em in _WIDTHS for letter in letters}


def fit(text: str, room: float) -> str:
    """Return text of others, cut with an ellipsis to so many units."""
    limit = int(room / TEXT * 3)
    words = safe.terminal(text, limit) or values.UNKNOWN
    while length(words) > room and limit > 1:
        limit -= 1
        words = safe.terminal(text, limit)
    return words


def length(words: str) -> float:
    """Estimate, rather too high, how many units words take in a font that is not known here.

    Signs that a font may join to one, as it does with families, count one by one.
    """
    return TEXT * sum(map(_em, words))


def _em(character: str) -> float:
    if character in _EMS:
        return _EMS[character]
    width = cells.width(character)
    if width != 1:
        return 0.6 * width
    is_latin = character < "\u0370"  # some letters of the scripts that follow are wide
    if character.isupper():
        return 0.76 if is_latin else 1.1
    return 0.64 if is_latin else 0.85


def short(number: float) -> str:
    """Write a number on an axis: `800`, `1,200`, `15k`, `2.5M`."""
    for size, unit in ((10**6, "M"), (10**3, "k")):
        if number >= max(size, 10**4):
            return f"{number / size:,.4g}{unit}" if number < 10**10 else f"{number:.0e}"
    return f"{number:,.4g}"


def number(people: float) -> str:
    """Write a number of people in full, unless it is beyond all people."""
    return f"{people:,.0f}" if people < 10**10 else short(people)


def steps(highest: float, most: int = 4) -> list[float]:
    """Return round whole numbers from zero to the first that is not below `highest`."""
    step = 10.0 ** max(math.floor(math.log10(max(highest, 1) / most)), 0)
    while math.ceil(highest / step) > most:
        step *= 2.5 if f"{step:e}".startswith("2") else 2
    return [step * place for place in range(max(math.ceil(highest / step), 1) + 1)]


def month(day: date) -> str:
    """Write the month of a day: `Jan 2026`."""
    return short_date(day).partition(" ")[2]


def short_date(day: date) -> str:
    """Write a day as it is written in a note: `15 Nov 2026`."""
    number, name, year = values.long_date(day.isoformat()).split()
    return f"{number} {name[:3]} {year}"
