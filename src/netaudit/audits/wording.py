"""How numbers, spans and dates read in a sentence."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from netaudit.calendar import Span

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {"d": "day", "w": "week", "mo": "month", "y": "year"}


def counted(number: int, one: str, many: str = "") -> str:
    """Write `1 person`, `2 people`, `1,200 people`; the plural of `one` is `many` or adds an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def people(number: int) -> str:
    """Write `1 person`, `2 people`."""
    return counted(number, "person", "people")


def percent(share: float) -> str:
    """Write a share as a whole percentage that does not turn some into none, or most into all."""
    if 0 < share <= 0.005:
        return "less than 1 %"
    if 0.995 <= share < 1:
        return "more than 99 %"
    # A half goes up, as in the tables beside the sentence.
    return f"{(100 * Decimal(str(share))).quantize(Decimal(1), ROUND_HALF_UP)} %"


def length(span: Span) -> str:
    """Write a span as `30 days`, `1 month`; 365 days are `1 year`."""
    if span == Span(365, "d"):
        return "1 year"
    return counted(span.count, _UNITS[span.unit])


def last(span: Span) -> str:
    """Write a span that ends now as `the last year`, `the last 30 days`."""
    return f"the last {length(span).removeprefix('1 ')}"


def day(ordinal: int) -> str:
    """Write a day as `24 Oct 2026`."""
    found = date.fromordinal(ordinal)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def listing(words: Sequence[str]) -> str:
    """Write `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
