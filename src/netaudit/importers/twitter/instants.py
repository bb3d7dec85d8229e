"""The instants of messages on X, and whether they can be true."""

import re
from datetime import UTC, datetime, timedelta

_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,6})?Z", re.ASCII
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
#: The day of the first post of all; a century later these are not the instants of messages.
_FIRST = (datetime(2006, 3, 21, tzinfo=UTC) - _EPOCH) // _MILLISECOND
_LAST = (datetime(2106, 3, 21, tzinfo=UTC) - _EPOCH) // _MILLISECOND
_DAY = timedelta(days=1) // _MILLISECOND
#: Ids from here on were made of the instant, since November 2010; those before were counted, and
#: never came near.
_FIRST_DATED_ID = 10**15
_ID_EPOCH = 1_288_834_974_657


def read_instant(text: str) -> int | None:
    """Read `2025-04-28T15:06:18.424Z` as UTC epoch milliseconds; None for anything else."""
    if _ISO.fullmatch(text) is None:
        return None
    try:
        return (datetime.fromisoformat(text) - _EPOCH) // _MILLISECOND
    except ValueError:  # no such day
        return None


def is_possible(at: int, message_id: str) -> bool:
    """Tell whether a message of that id can be of that instant (in milliseconds).

    Archives hold some from before there was X; and an id that was made of an instant knows it.
    """
    if not _FIRST <= at < _LAST:
        return False
    if not (message_id.isascii() and message_id.isdigit() and len(message_id) <= 20):
        return True
    number = int(message_id)
    return number < _FIRST_DATED_ID or abs((number >> 22) + _ID_EPOCH - at) <= _DAY
