"""The dates of posts and messages: as X writes them, and as the ids of posts hold them."""

import re
from datetime import UTC, date, datetime, timedelta

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_POST = re.compile(
    r"[A-Za-z]{3} (?P<month>[A-Za-z]{3}) (?P<day>\d{1,2}) (?P<clock>\d{2}:\d{2}:\d{2}) "
    r"(?P<zone>[+-]\d{4}) (?P<year>\d{4})",
    re.ASCII,
)
_CLASSIC = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2}) (?P<clock>\d{2}:\d{2}:\d{2}) "
    r"(?P<zone>[+-]\d{4})",
    re.ASCII,
)
_MESSAGE = re.compile(r"\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,6})?Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def _midnight(year: int, month: int, day: int) -> int:
    return (date(year, month, day).toordinal() - EPOCH_DAY) * SECONDS_PER_DAY


#: The day of the first post of all, and one on which there will be no more of this program.
_FIRST, _LAST = _midnight(2006, 3, 21), _midnight(2200, 1, 1)
#: Since 4 November 2010 an id holds the milliseconds since then, above 22 other bits. Before, ids
#: were counted up to 3 * 10^10; those of the first day after the change are beyond any doubt.
_ID_EPOCH_MS = 1_288_834_974_657
_DATED_FROM = _midnight(2010, 11, 5)
_DATED_IDS = range((_DATED_FROM * 1000 - _ID_EPOCH_MS) << 22, 1 << 63)


def read_date(text: str) -> int:
    """Read the date of a post as UTC epoch seconds; raises ValueError.

    `Wed Oct 10 20:19:24 +0000 2018`; in the classic archive also `2018-10-10 20:19:24 +0000`.
    """
    text = text.strip()
    if found := _POST.fullmatch(text):
        month = _MONTHS.index(found["month"].casefold()) + 1
    elif found := _CLASSIC.fullmatch(text):
        month = int(found["month"])
    else:
        raise ValueError("not a date of a post")
    hour, minute, second = map(int, found["clock"].split(":"))
    if hour > 23 or minute > 59 or second > 60:
        raise ValueError("not a time of day")
    east = int(found["zone"][1:3]) * 3600 + int(found["zone"][3:]) * 60
    if east >= SECONDS_PER_DAY:
        raise ValueError("not a time zone")
    local = _midnight(int(found["year"]), month, int(found["day"]))
    local += hour * 3600 + minute * 60 + min(second, 59)  # a leap second is the one before
    return local + east if found["zone"].startswith("-") else local - east


def read_instant(text: str) -> int | None:
    """Read the date of a message as UTC epoch milliseconds; None for anything else.

    `2025-04-28T15:06:18.424Z`: kept exactly, as groups change within a second.
    """
    if _MESSAGE.fullmatch(text) is None:
        return None
    try:
        return (datetime.fromisoformat(text) - _EPOCH) // _MILLISECOND
    except ValueError:  # no such day
        return None


def date_of_id(post_id: str) -> int | None:
    """Return when a post was made as its id says, in UTC epoch seconds; None if it does not."""
    number = int(post_id)
    return ((number >> 22) + _ID_EPOCH_MS) // 1000 if number in _DATED_IDS else None


def is_possible(at: int, post_id: str) -> bool:
    """Tell whether a post or message of this id can be of that instant.

    Exports hold some of years before there was X. Where the id has a date, the other one may
    be a day off.
    """
    made = date_of_id(post_id)
    return _FIRST <= at < _LAST if made is None else abs(at - made) <= SECONDS_PER_DAY


def settled(at: int) -> int:
    """Return the instant that stands for that of a post.

    Some classic archives have of posts of these years the day alone, as midnight, where others
    have the second. So that a post of both is one, it is at noon, on the same day nearly
    everywhere.
    """
    return at if at >= _DATED_FROM else at - at % SECONDS_PER_DAY + SECONDS_PER_DAY // 2
