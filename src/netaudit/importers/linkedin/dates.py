"""The dates of LinkedIn's files: one explicit form per file and era, nothing guessed."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache
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
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?: |-|\. )([A-Za-z]{3})[ -](\d{4}|\d{2})", re.ASCII)
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),? (\d{1,2}):(\d{2}) ([AP])M", re.ASCII)
#: What a spreadsheet makes of a date with a time of day, in the order of its country.
_REWRITTEN = re.compile(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}) (\d{1,2}):(\d{2})(?::\d{2})?", re.ASCII
)
_REWRITTEN_DAY = re.compile(r"\d{1,2}(?:-[A-Za-z]{3}-|\. [A-Za-z]{3} )\d{2}", re.ASCII)
_LONG = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}), (\d{4}), (\d{1,2}):(\d{2}) ([AP])M", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?: UTC|Z)?", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})([/-])(\d{2})\2(\d{2}) \d{1,2}:\d{2}(?::\d{2})?(?: UTC)?", re.ASCII)
_SLASHED = re.compile(r"(\d{4})/(\d{2})/(\d{2})( \d{2}:\d{2}:\d{2}) UTC", re.ASCII)

#: The years all of whose days are in the life of these sites.
FIRST_YEAR, LAST_YEAR = 1990, 2199
_FIRST, _LAST = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR + 1, 1, 1).toordinal()


@lru_cache(maxsize=8192)  # a list of thousands has few different days
def read_day(text: str) -> int:
    """Read a day as Connections.csv writes it; raises ValueError.

    `08 Feb 2026`, Excel's `08-Feb-26`, or 2018's `2/8/18, 9:15 AM`.
    """
    text = " ".join(text.split())
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    return read_us_day(text)


def read_us_day(text: str) -> int:
    """Read the day of `2/8/26, 9:15 AM`, in whatever zone it stands; raises ValueError.

    A spreadsheet that takes this for a date takes it in the order of its own country and
    writes it back in that order. So month and day stay where they were, in `2/8/2026 9:15`
    as in `02.08.2026 09:15`.
    """
    text = " ".join(text.split())
    if found := _US.fullmatch(text):
        return _day(_year(found[3]), int(found[1]), int(found[2]))
    if found := _REWRITTEN.fullmatch(text):
        return _day(_year(found[4]), int(found[1]), int(found[3]))
    raise ValueError("not a date of this file")


def read_iso_day(text: str, *, day_first: bool | None) -> int | None:
    """Read the day of `2026-02-08 09:15:00`; raises ValueError.

    A spreadsheet knows this for 8 February and writes it as its country does: `2/8/2026 9:15`
    or `08/02/2026 09:15`. `day_first` tells which (see `puts_day_first`); None, where nothing
    does and the two differ.
    """
    text = " ".join(text.split())
    if found := _ISO_DAY.fullmatch(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if (found := _REWRITTEN.fullmatch(text)) is None:
        raise ValueError("not a date of this file")
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    if day_first is None and first != second:
        return None
    return _day(year, second, first) if day_first else _day(year, first, second)


def puts_day_first(texts: Iterable[str]) -> bool | None:
    """Tell in which order a spreadsheet wrote days and months, None where no date shows it."""
    for text in texts:
        if found := _REWRITTEN.fullmatch(" ".join(text.split())):
            if int(found[1]) > 12 or found[2] == ".":
                return True
            if int(found[3]) > 12:
                return False
    return None


def read_any_day(text: str) -> int | None:
    """Read a day in any form that LinkedIn uses somewhere, None where it is in none.

    For what must not be lost for its date.
    """
    text = " ".join(text.split())
    try:
        if _REWRITTEN.fullmatch(text):  # of which form, so in which order, nobody can tell
            return read_iso_day(text, day_first=puts_day_first([text.replace(".", "/")]))
        return read_iso_day(text, day_first=None) if _ISO_DAY.fullmatch(text) else read_day(text)
    except ValueError:
        return None


def is_rewritten(text: str) -> bool:
    """Tell whether a date has a form that only spreadsheets give it."""
    text = " ".join(text.split())
    return bool(_REWRITTEN_DAY.fullmatch(text) or _REWRITTEN.fullmatch(text))


def read_utc(text: str) -> int:
    """Read `2026/02/08 09:15:00 UTC`; raises ValueError."""
    found = _SLASHED.fullmatch(text.strip())
    if found is None:
        raise ValueError("not a date of this file")
    return read_instant(f"{found[1]}-{found[2]}-{found[3]}{found[4]} UTC")


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


def read_instants(texts: Sequence[str]) -> Sequence[int | None]:
    """Read many instants; None for each text that is none."""
    try:  # without a call for each
        return [_MIDNIGHTS[t[:10]] + _MINUTES[t[10:16]] + _SECONDS[t[16:]] for t in texts]
    except (KeyError, ValueError):
        return list(map(_instant_or_none, texts))


def _instant_or_none(text: str) -> int | None:
    try:
        return read_instant(text)
    except ValueError:
        return None


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
    """Read `2/8/26, 9:15 AM` or `February 8, 2017, 9:15 AM` on the clocks of `zone`.

    What a spreadsheet made of the first is read as well (see `read_us_day`).
    """
    text = " ".join(text.split())
    if found := _LONG.fullmatch(text):
        day = _day(int(found[3]), _month(found[1]), int(found[2]))
    elif found := _US.fullmatch(text) or _REWRITTEN.fullmatch(text):
        day = read_us_day(text)
    else:
        raise ValueError("not a date of this file")
    if found.re is _REWRITTEN:
        clock = time(int(found[5]), int(found[6]))
    else:
        clock = time(_hour(int(found[4]), found[6]), int(found[5]))
    local = datetime.combine(date.fromordinal(day), clock, zone)
    return int(local.astimezone(UTC).timestamp())


def _hour(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise ValueError("not a time of day")
    return hour % 12 + (12 if half == "P" else 0)


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
