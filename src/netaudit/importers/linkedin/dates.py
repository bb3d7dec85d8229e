"""The dates of LinkedIn's files: one explicit form per file and era, nothing guessed."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY

#: Invitations carry no zone. Held against the UTC times of the notes that came with them,
#: they fit US Pacific time and no other.
PACIFIC = ZoneInfo("America/Los_Angeles")
UTC_ZONE = ZoneInfo("UTC")

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4}|\d{2})", re.ASCII)
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),? (\d{1,2}):(\d{2}) ([AP])M", re.ASCII)
_LONG = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}), (\d{4}), (\d{1,2}):(\d{2}) ([AP])M", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?: UTC|Z)?", re.ASCII)

_FIRST, _LAST = date(1990, 1, 1).toordinal(), date(2200, 1, 1).toordinal()


def read_day(text: str) -> int:
    """Read a day as Connections.csv writes it; raises ValueError.

    `08 Feb 2026`, Excel's `08-Feb-26`, or 2018's `2/8/18, 9:15 AM`.
    """
    text = " ".join(text.split())
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _US.fullmatch(text):
        return _day(_year(found[3]), int(found[1]), int(found[2]))
    raise ValueError("not a date of this file")


def read_instant(text: str) -> int:
    """Read an instant as messages.csv writes it, as UTC also where no zone stands beside it.

    `2026-02-08 09:15:00 UTC`, `2020-02-08T09:15:00`, `2/8/18, 9:15 AM`, `February 8, 2017,
    9:15 AM`. Raises ValueError.
    """
    try:  # the form of today, which is a million times as frequent as the others
        clock = _MINUTES[text[10:16]] + _SECONDS[text[16:]]
    except KeyError:
        return _read_instant_of_old(text)
    return clock + _MIDNIGHTS[text[:10]]


def _read_instant_of_old(text: str) -> int:
    found = _ISO.fullmatch(text)
    if found is None:
        return read_us(text, UTC_ZONE)
    hour, minute, second = int(found[2]), int(found[3]), int(found[4])
    if hour > 23 or minute > 59 or second > 60:
        raise ValueError("not a time of day")
    return _MIDNIGHTS[found[1]] + hour * 3600 + minute * 60 + min(second, 59)


class _Midnights(dict[str, int]):
    """`2026-02-08` -> UTC epoch seconds of its beginning; ValueError for no such day."""

    def __missing__(self, text: str) -> int:
        if not _DAY.fullmatch(text):
            raise ValueError("not a day")
        ordinal = date.fromisoformat(text).toordinal()
        _check(ordinal)
        self[text] = (ordinal - EPOCH_DAY) * SECONDS_PER_DAY
        return self[text]


#: The pieces of a time with what stands around them; a leap second counts as the one before.
_MINUTES = {f" {h:02}:{m:02}": h * 3600 + m * 60 for h in range(24) for m in range(60)}
_SECONDS = {f":{s:02} UTC": min(s, 59) for s in range(61)}
_MIDNIGHTS = _Midnights()


def read_us(text: str, zone: ZoneInfo) -> int:
    """Read `2/8/26, 9:15 AM` or `February 8, 2017, 9:15 AM` on the clocks of `zone`."""
    text = " ".join(text.split())
    if found := _US.fullmatch(text):
        month, day, year = int(found[1]), int(found[2]), _year(found[3])
    elif found := _LONG.fullmatch(text):
        month, day, year = _month(found[1]), int(found[2]), int(found[3])
    else:
        raise ValueError("not a date of this file")
    _day(year, month, day)
    hour = int(found[4])
    if not 1 <= hour <= 12:
        raise ValueError("not a time of day")
    hour = hour % 12 + (12 if found[6] == "P" else 0)
    local = datetime(year, month, day, hour, int(found[5]), tzinfo=zone)
    return int(local.astimezone(UTC).timestamp())


def _day(year: int, month: int, day: int) -> int:
    ordinal = date(year, month, day).toordinal()
    _check(ordinal)
    return ordinal


def _check(ordinal: int) -> None:
    if not _FIRST <= ordinal <= _LAST:
        raise ValueError("not a date in the life of this site")


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(name: str) -> int:
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(name.casefold()):
            return number
    raise ValueError("not an English month")
