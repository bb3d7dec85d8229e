"""Days and spans of days.

A day is its proleptic Gregorian ordinal (`date.toordinal()`), so that the difference of two
days is a number of days and arrays of days are plain integers.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from netaudit.errors import UsageError

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
    def _step(self) -> relativedelta:
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
_AGO = re.compile(r"(\d{1,3}) (day|week)s? ago", re.ASCII)


def read_day(text: str, today: int) -> int:
    """Read a day as people write it; what could mean two days is a UsageError.

    Known are `today`, `yesterday`, `friday` and `last friday` (the latest one before today),
    `3 days ago`, `2 weeks ago` and `2026-11-03`.
    """
    words = " ".join(text.casefold().split())
    if words in {"today", "yesterday"}:
        return today - (words == "yesterday")
    weekday = words.removeprefix("last ")
    if weekday in _WEEKDAYS:
        back = (date.fromordinal(today).weekday() - _WEEKDAYS.index(weekday)) % 7
        return today - (back or 7)
    if found := _AGO.fullmatch(words):
        return (date.fromordinal(today) - timedelta(**{found[2] + "s": int(found[1])})).toordinal()
    try:
        return read_iso(words)
    except ValueError:
        raise UsageError(
            f"'{text[:40]}' is no day netaudit is sure of",
            hint="write 2026-11-03, yesterday, 'last friday' or '3 days ago'",
        ) from None
