"""When the summary is made: a weekday and a time, as each of the schedulers writes it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from netaudit.errors import UsageError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of every week, by the machine's clock; Monday is weekday 0."""

    weekday: int
    hour: int
    minute: int

    @classmethod
    def read(cls, weekday: str, at: str) -> "Moment":
        """Read `monday` or `mon`, and `07:00`; anything else is a UsageError.

        Numbers are no weekdays: cron begins to count them on Sunday, others on Monday.
        """
        word = weekday.strip().casefold()
        found = [n for n, name in enumerate(WEEKDAYS) if word in {name, name[:3]}]
        if not found:
            raise UsageError(
                f"--weekday '{weekday[:20]}' is no weekday", hint="write monday, or mon"
            )
        clock = _TIME.fullmatch(at.strip())
        if clock is None:
            raise UsageError(
                f"--at '{at[:20]}' is no time of day",
                hint="write hours and minutes, from 00:00 to 23:59, as 07:00",
            )
        return cls(found[0], int(clock[1]), int(clock[2]))

    @property
    def last_day(self) -> str:
        """The weekday before it, with which the week of the summary ends."""
        return WEEKDAYS[self.weekday - 1]

    @property
    def clock(self) -> str:
        """The time of day."""
        return f"{self.hour:02}:{self.minute:02}"

    def cron(self) -> str:
        """Write it as the five fields of cron, where Sunday is 0."""
        return f"{self.minute} {self.hour} * * {(self.weekday + 1) % 7}"

    def systemd(self) -> str:
        """Write it as OnCalendar of systemd."""
        return f"{WEEKDAYS[self.weekday][:3].title()} *-*-* {self.clock}:00"

    def launchd(self) -> dict[str, int]:
        """Write it as StartCalendarInterval of launchd, where Sunday is 0."""
        return {"Weekday": (self.weekday + 1) % 7, "Hour": self.hour, "Minute": self.minute}

    def comes_early(self, today: date, clock: tzinfo, days: tzinfo) -> bool:
        """Tell whether its day has not yet begun in the zone `days` when it comes by `clock`."""
        day = today + timedelta((self.weekday - today.weekday()) % 7)
        moment = datetime.combine(day, time(self.hour, self.minute), clock)
        return moment.astimezone(days).date() < day

    def __str__(self) -> str:
        return f"every {WEEKDAYS[self.weekday].title()} at {self.clock}"
