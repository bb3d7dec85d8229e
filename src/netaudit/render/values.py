"""How a value reads: `12,345`, `43 %`, `226 d`, `11 weeks ago`, and a dash for the unknown.

The words are not yet safe for any place; the renderer that shows them sees to that.
"""

import math
from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from netaudit.render import safe
from netaudit.report import Column, Kind, Person, Report, Section, Value

UNKNOWN = "\N{EN DASH}"

#: Kinds that stand on the right of their column.
NUMERIC: frozenset[Kind] = frozenset({"count", "ratio", "number", "days"})

#: Longest that is told in days, and in weeks; months are told up to two years.
_DAYS, _WEEKS, _MONTHS_TOLD = 13, 91, 23
#: A larger number than of so many digits has no fraction in the machine.
_DIGITS = 15
# What the two columns of a comparison are called, where it is not `now` and `before`.
_HEADINGS = {"weekly": ("this week", "week before")}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_WAYS = {"out": "from me", "in": "from them", "both": "both ways"}
#: Codes in the cells of these columns, as a reader would say them.
WORDS: dict[str, dict[str, str]] = {
    "state": {
        "never": "no contact recorded",
        "only_out": "only I wrote",
        "only_in": "only they wrote",
        "two_way": "two-way",
        "met": "met in person",
    },
    "kind": {"opener": "wrote first", "last_word": "wrote last"},
    "who": {"me": "I asked", "them": "they asked"},
    "direction": _WAYS,
    "last_direction": _WAYS,
}


def cell(value: Value, column: Column) -> str:
    """Say a value of a column; codes of netaudit's own become words."""
    if isinstance(value, str) and column.key in WORDS:
        return WORDS[column.key].get(value, value)
    return say(value, column.kind)


def say(value: Value, kind: Kind) -> str:
    """Say a value of that kind."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Person):
        return "(no name)" if safe.is_blank(value.name) else value.name
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return _number(value, kind) if math.isfinite(value) else UNKNOWN


def headings(report: str) -> tuple[str, str]:
    """Return what figures of a report and those before them are called, by the report's name."""
    return _HEADINGS.get(report, ("now", "before"))


def number(value: Value) -> float | None:
    """Return the value if it is a number that can be drawn or compared."""
    if isinstance(value, int | float) and math.isfinite(value):
        return value
    return None


def _number(value: float, kind: Kind) -> str:
    if kind == "ratio":
        return f"{_share(value)} %"
    if isinstance(value, int):
        return f"{value:,} d" if kind == "days" else f"{value:,}"
    if kind == "days":
        return _hours(value) if 0 <= value < 1 else _days(value)
    return f"{_rounded(value, kind):,.2f}"


def _days(value: float) -> str:
    exact = value if value < 1 else _rounded(value, "days")
    return f"{exact:,.{1 if value < 10 else 0}f} d"


def _hours(value: float) -> str:
    """Say less than a day: `8 h`; a few minutes are not nothing."""
    hours = 24 * _rounded(value, "days")
    return "<1 h" if hours < 0.5 and value > 0 else f"{hours:.0f} h"


def _share(value: float) -> str:
    """Round to a whole per cent, but let neither a few look like none nor most like all."""
    if 0 < value <= 0.005:
        return "<1"
    return ">99" if 0.995 <= value < 1 else f"{100 * _rounded(value, 'ratio'):,.0f}"


def change(now: Value, before: Value, kind: Kind) -> str:
    """Say how a figure moved: `+3`, `-12 pts` of a share, `=`; nothing where one is unknown.

    It is the difference of the two as they are shown, which stand beside it.
    """
    new, old = number(now), number(before)
    if new is None or old is None:
        return ""
    moved = _rounded(new, kind) - _rounded(old, kind)
    words = say(abs(moved), kind)
    if kind == "ratio":
        words = f"{100 * abs(moved):,.0f} pts"
    elif kind == "days" and not isinstance(moved, int):
        # In hours only where both are shown in hours.
        words = _hours(abs(moved)) if max(new, old) < 1 else _days(abs(moved))
    if not any(digit in words for digit in "123456789"):
        return "="
    return f"{'+' if moved > 0 else '-'}{words}"


def _rounded(value: float, kind: Kind) -> float:
    """Round as people do, a half up: 12.5 % beside 37.5 % are 13 % and 38 %.

    Less than a day is rounded to hours.
    """
    if kind == "days" and 0 <= value < 1:
        return int(24 * value + 0.5) / 24
    digits = 2
    if kind == "days":
        digits = 1 if value < 10 else 0
    exact = Decimal(str(+value))  # as it is written: 0.285 is a little less in the machine
    if (isinstance(value, int) and kind != "ratio") or exact.adjusted() > _DIGITS:
        return value
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def long_date(day: str) -> str:
    """Write an ISO day as `15 November 2026`; what is no day stays as it is."""
    found = _day(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}" if found else day


def ago(day: str, as_of: str) -> str:
    """Say how long before `as_of` a day was, in the unit in which people would say it."""
    then, now = _day(day), _day(as_of)
    if then is None or now is None:
        return day
    days = (now - then).days
    if days in {0, 1}:
        return "yesterday" if days else "today"
    if days < 0:
        return f"in {_plural(-days, 'day')}"
    if days <= _WEEKS:
        return f"{_plural(days, 'day') if days <= _DAYS else _plural(days // 7, 'week')} ago"
    months = _whole_months(then, now)
    return f"{_plural(months, 'month') if months <= _MONTHS_TOLD else _years(months)} ago"


def _years(months: int) -> str:
    return _plural(months // 12, "year")


def _whole_months(then: date, now: date) -> int:
    """Count months of the calendar: one is over on the same day of the next, or on its last."""
    months = 12 * (now.year - then.year) + now.month - then.month
    is_last = now.day == monthrange(now.year, now.month)[1]
    return months if now.day >= then.day or is_last else months - 1


def _plural(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def with_ids(report: Report) -> Report:
    """Return the report with the id behind the name of each person, as a command takes it."""
    return replace(report, sections=tuple(map(_with_ids, report.sections)))


def _with_ids(section: Section) -> Section:
    return replace(
        section,
        tables=tuple(
            replace(table, rows=tuple(tuple(map(_with_id, row)) for row in table.rows))
            for table in section.tables
        ),
    )


def _with_id(value: Value) -> Value:
    if not isinstance(value, Person):
        return value
    return value._replace(name=f"{say(value, 'person')} ({value.person_id})")
