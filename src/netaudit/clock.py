"""The one place that asks what time it is."""

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> int:
    """Return the present moment in UTC epoch seconds."""
    return int(time.time())


def today(timezone: str) -> date:
    """Return the calendar day it now is in the time zone `timezone` (an IANA name)."""
    return datetime.fromtimestamp(now(), UTC).astimezone(ZoneInfo(timezone)).date()
