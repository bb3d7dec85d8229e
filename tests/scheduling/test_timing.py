"""When the summary is made."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from netaudit.calendar import read_day
from netaudit.errors import UsageError
from netaudit.scheduling.timing import Moment


def test_every_scheduler_counts_weekdays_in_its_own_way() -> None:
    moment = Moment.read("monday", "07:05")
    assert moment.cron() == "5 7 * * 1"
    assert moment.systemd() == "Mon *-*-* 07:05:00"
    assert moment.launchd() == {"Weekday": 1, "Hour": 7, "Minute": 5}
    assert str(moment) == "every Monday at 07:05"
    sunday = Moment.read("sunday", "23:59")
    assert sunday.cron() == "59 23 * * 0"
    assert sunday.systemd() == "Sun *-*-* 23:59:00"
    assert sunday.launchd()["Weekday"] == 0


@pytest.mark.parametrize("number", range(7))
def test_the_week_ends_on_the_day_before_even_if_it_runs_late(number: int) -> None:
    moment = Moment(number, 7, 0)
    monday = date(2026, 11, 16).toordinal()
    day = monday + number
    for late in range(7):
        assert read_day(moment.last_day, day + late) == day - 1


@pytest.mark.parametrize("text", ["Monday", "MON", " mon ", "monday"])
def test_weekdays_are_read_as_people_write_them(text: str) -> None:
    assert Moment.read(text, "00:00") == Moment(0, 0, 0)


@pytest.mark.parametrize("text", ["0", "1", "7", "", "mo", "mondays", "montag", "tomorrow"])
def test_what_is_no_weekday_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no weekday"):
        Moment.read(text, "07:00")


@pytest.mark.parametrize(
    "text", ["7:00", "24:00", "07:60", "07", "0700", "07:00:00", "7am", "", "٠٧:٠٠", "07:00\n* *"]
)
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no time of day"):
        Moment.read("monday", text)


def test_a_clock_ahead_of_the_days_is_noticed() -> None:
    utc, today = ZoneInfo("UTC"), date(2026, 11, 18)
    morning, evening = Moment.read("monday", "07:00"), Moment.read("monday", "20:00")
    assert morning.comes_early(today, utc, ZoneInfo("America/Los_Angeles"))
    assert not evening.comes_early(today, utc, ZoneInfo("America/Los_Angeles"))
    for zone in ("UTC", "Asia/Tokyo"):
        assert not morning.comes_early(today, utc, ZoneInfo(zone))
        assert not evening.comes_early(today, utc, ZoneInfo(zone))
