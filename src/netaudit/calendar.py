"""Days and spans of days.

A day is its proleptic Gregorian ordinal (`date.toordinal()`), so that the difference of two
days is a number of days and arrays of days are plain integers.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netaudit.errors import UsageError

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

#: Ordinal of 1970-01-01: `day - EPOCH_DAY` days of 86,400 seconds are UTC epoch seconds.
EPOCH_DAY = date(1970, 1, 1).toordinal()
SECONDS_PER_DAY = 86_400

_SPAN = re.compile(r"([0-9]{1,5})\s*(d|w|mo|y)")
_UNITS = {"d": "days", "w": "weeks", "mo": "months", "y": "years"}
#: Days of a unit, on average over the four centuries after which the calendar repeats itself.
_AVERAGE = {"d": 1.0, "w": 7.0, "mo": 365.2425 / 12, "y": 365.2425}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in days, weeks, calendar months or calendar years."""

    count: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read `30d`, `4w`, `3mo` or `1y`; anything else is a UsageError."""
        found = _SPAN.fullmatch(text.strip().casefold())
        if found is None or int(found[1]) == 0:
            raise UsageError(
                f"'{text[:40]}' is not a span of time",
                hint="write days, weeks, months or years as 30d, 4w, 3mo or 1y",
            )
        span = cls(int(found[1]), found[2])
        if span.before(date(2026, 1, 1).toordinal()) < 1:
            raise UsageError(f"'{text[:40]}' reaches back before the calendar begins")
        return span

    def before(self, day: int) -> int:
        """Return the day that lies this span before `day`.

        Months and years are calendar steps (31 March - 1mo is the last of February);
        days and weeks are counted. Before the calendar begins there is no day but 0 and less.
        """
        if self.unit == "d":
            return day - self.count
        if self.unit == "w":
            return day - 7 * self.count
        try:
            return (date.fromordinal(day) - self._step).toordinal()
        except (OverflowError, ValueError):
            return 0

    def after(self, day: int) -> int:
        """Return the day that lies this span after `day`, by the same steps.

        After the calendar ends there is no day but its last.
        """
        try:
            return (date.fromordinal(day) + self._step).toordinal()
        except (OverflowError, ValueError):
            return date.max.toordinal()

    @property
    def _step(self) -> "relativedelta":
        from dateutil.relativedelta import relativedelta  # few commands take such a step

        # The stubs want each keyword by name; which one it is depends on the unit.
        return relativedelta(**{_UNITS[self.unit]: self.count})  # type: ignore[arg-type]

    @property
    def average(self) -> float:
        """How many days it is on average: tells which of two spans is the shorter one."""
        return self.count * _AVERAGE[self.unit]

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def iso(day: int) -> str:
    """Write a day as `YYYY-MM-DD`."""
    return date.fromordinal(day).isoformat()


def read_iso(text: str) -> int:
    """Read `YYYY-MM-DD` strictly; a ValueError names nothing of the text."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("not a day")
    return date.fromisoformat(text).toordinal()


def local_day(at: int | None, day: int | None, zone: ZoneInfo) -> int:
    """Return the local day of an instant (UTC epoch seconds), or `day` where there is none."""
    if at is None:
        return day or 0
    return datetime.fromtimestamp(at, zone).date().toordinal()


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_AGO = re.compile(r"(a|\d{1,3}) (day|week)s? ago", re.ASCII)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]+)(?: (?P<year>\d{4}))?", re.ASCII)
_MONTH_DAY = re.compile(r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?:,? (?P<year>\d{4}))?", re.ASCII)
#: Between one 29 February and the next there are at most so many years.
_LEAP = 8
_UNDERSTOOD = (
    "understood are today, yesterday, monday, 'last friday', '3 days ago', '2 weeks ago', "
    "2026-11-03, '3 Nov' and '3 Nov 2025'"
)


_FORTH = re.compile(r"(?:in )?(a|[1-9]\d{0,2}) (day|week|month|year)s?", re.ASCII)
_LETTERS = {"day": "d", "week": "w", "month": "mo", "year": "y"}
_TO_COME = (
    "understood are tomorrow, monday, '2 weeks', 30d, 3mo, '1 Dec', '1 Dec 2027' and 2027-01-31"
)


def read_day(text: str, today: int) -> int:
    """Read a day as people write it, in English; what could mean two days is a UsageError.

    A weekday, with or without `last`, is the latest one before today, and never today. A day of
    a month without a year is the latest one that is not after today.
    """
    words = " ".join(text.split())
    words = words.lower() if words.isascii() else ""
    day = _relative(words, today) or _of_month(words, today)
    if day is None:
        with suppress(ValueError):
            day = read_iso(words)
    if day is not None:
        return day
    weekday = words.removeprefix("next ")
    if words == "tomorrow" or (weekday != words and _number(weekday, _WEEKDAYS) is not None):
        raise UsageError(f"'{words}' has not come yet", hint=_UNDERSTOOD)
    raise UsageError(f"'{text[:40]}' is no day netaudit is sure of", hint=_UNDERSTOOD)


def read_day_to_come(text: str, today: int) -> int:
    """Read a day after today as people write it, in English, or a span that begins today.

    A weekday is the next one after today, and so is a day of a month without a year. What could
    mean two days, such as `next monday`, is a UsageError.
    """
    words = " ".join(text.split())
    words = words.lower() if words.isascii() else ""
    day = today + 1 if words == "tomorrow" else _after(words, today)
    if day is None and (weekday := _number(words, _WEEKDAYS)) is not None:
        day = today + ((weekday - date.fromordinal(today).weekday()) % 7 or 7)
    if day is None:
        day = _of_month(words, today, to_come=True)
    if day is None:
        with suppress(ValueError):
            day = read_iso(words)
    if day is None and words != "today":
        raise UsageError(f"'{text[:40]}' is no day or span netaudit is sure of", hint=_TO_COME)
    if day is None or day <= today:
        raise UsageError(f"{iso(day or today)} has come already", hint=_TO_COME)
    return day


def read_since(text: str, today: int) -> int:
    """Read a day, or a span that ends today; anything else is a UsageError."""
    with suppress(UsageError):
        return Span.parse(text).before(today)
    with suppress(UsageError):
        return read_day(text, today)
    raise UsageError(
        f"'{text[:40]}' is neither a day nor a span", hint="write 2026-11-03, yesterday, 90d or 1y"
    )


def _relative(words: str, today: int) -> int | None:
    """Return the day that lies so many days or weeks before today, or that a weekday means."""
    if words in {"today", "yesterday"}:
        return today - (words == "yesterday")
    if found := _AGO.fullmatch(words):
        count = 1 if found[1] == "a" else int(found[1])
        return today - count * (7 if found[2] == "week" else 1)
    weekday = _number(words.removeprefix("last "), _WEEKDAYS)
    if weekday is None:
        return None
    return today - ((date.fromordinal(today).weekday() - weekday) % 7 or 7)


def _after(words: str, today: int) -> int | None:
    """Return the day after a span, as `30d`, `2 weeks` or `in a month`."""
    if found := _FORTH.fullmatch(words):
        return Span(1 if found[1] == "a" else int(found[1]), _LETTERS[found[2]]).after(today)
    with suppress(UsageError):
        return Span.parse(words).after(today)
    return None


def _of_month(words: str, today: int, *, to_come: bool = False) -> int | None:
    """Return the day that `3 nov` or `nov 3` means, with a year or without.

    Without one it is the latest that is not after today, or the next that is.
    """
    found = _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words)
    month = found and _number(found["month"], _MONTHS)
    if not found or month is None:
        return None
    this_year = date.fromordinal(today).year
    step = 1 if to_come else -1
    years = range(this_year, this_year + step * (_LEAP + 1), step)
    for year in [int(found["year"])] if found["year"] else years:
        with suppress(ValueError):  # there is no such day, in this year or at all
            day = date(year, month + 1, int(found["day"])).toordinal()
            if found["year"] or (day > today) == to_come:
                return day
    return None


def _number(word: str, names: tuple[str, ...]) -> int | None:
    """Return the place of a name that is written in full or by its first three letters."""
    return next((n for n, name in enumerate(names) if word in {name, name[:3]}), None)
