"""The instants of messages: exact to the millisecond, as groups change within a second."""

import re
from datetime import UTC, datetime, timedelta

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,6})?Z", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def read_instant(text: str) -> int | None:
    """Read `2025-04-28T15:06:18.424Z` as UTC epoch milliseconds; None for anything else."""
    if _ISO.fullmatch(text) is None:
        return None
    try:
        return (datetime.fromisoformat(text) - _EPOCH) // _MILLISECOND
    except ValueError:  # no such day
        return None
