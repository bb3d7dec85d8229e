"""Days, spans, and the few ways in which people may write a day."""

import re
from contextlib import suppress
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.calendar import (
    EPOCH_DAY,
    Span,
    iso,
    local_day,
    read_day,
    read_day_to_come,
    read_iso,
)
from netaudit.errors import UsageError

DAYS = st.dates(date(1970, 1, 1), date(2199, 12, 31)).map(date.toordinal)
UNITS = st.sampled_from(["d", "w", "mo", "y"])
SPANS = st.builds(Span, st.integers(1, 99), UNITS)
FRIDAY = date(2026, 11, 13).toordinal()


def before(span: str, day: str) -> str:
    return iso(Span.parse(span).before(date.fromisoformat(day).toordinal()))


@pytest.mark.parametrize(
    ("span", "day", "expected"),
    [
        ("1d", "2024-03-01", "2024-02-29"), ("1w", "2026-01-03", "2025-12-27"),
        ("1mo", "2026-03-31", "2026-02-28"), ("1mo", "2024-03-31", "2024-02-29"),
        ("1mo", "2026-01-31", "2025-12-31"), ("13mo", "2026-03-31", "2025-02-28"),
        ("1y", "2024-02-29", "2023-02-28"), ("4y", "2024-02-29", "2020-02-29"),
        ("12mo", "2024-02-29", "2023-02-28"), ("100y", "2000-02-29", "1900-02-28"),
        ("365d", "2025-01-01", "2024-01-02"),
    ],
)  # fmt: skip
def test_months_and_years_are_steps_on_the_calendar(span: str, day: str, expected: str) -> None:
    assert before(span, day) == expected


@pytest.mark.parametrize("text", ["30d", " 4 W ", "3MO", "1y", "007d", "99999d"])
def test_spans_are_read_and_written_alike(text: str) -> None:
    span = Span.parse(text)
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    "text", ["", "30", "d", "0d", "00mo", "-1d", "1.5d", "1m", "1 month", "1d1w", "١d", "100000d"]
)
def test_what_is_no_span_is_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError, match="is not a span of time"):
        Span.parse(text)


@pytest.mark.parametrize("text", ["99999y", "2026y", "99999mo"])
def test_a_span_longer_than_the_calendar_is_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError, match="before the calendar begins"):
        Span.parse(text)


@given(SPANS, DAYS)
def test_a_span_always_goes_back(span: Span, day: int) -> None:
    assert span.before(day) < day


@given(SPANS, DAYS, DAYS)
def test_a_later_day_never_has_an_earlier_beginning(span: Span, one: int, other: int) -> None:
    earlier, later = sorted((one, other))
    assert span.before(earlier) <= span.before(later)


@given(st.integers(1, 99), DAYS)
def test_a_month_back_is_the_same_day_or_the_last_of_the_month(count: int, day: int) -> None:
    found = date.fromordinal(Span(count, "mo").before(day))
    was = date.fromordinal(day)
    assert (was.year * 12 + was.month) - (found.year * 12 + found.month) == count
    assert found.day == was.day or ((found + timedelta(days=1)).day == 1 and found.day < was.day)


@given(st.integers(1, 50), DAYS)
def test_equal_spans_lead_to_equal_days(count: int, day: int) -> None:
    assert Span(count, "w").before(day) == Span(7 * count, "d").before(day)
    assert Span(count, "y").before(day) == Span(12 * count, "mo").before(day)


@pytest.mark.parametrize(
    ("span", "day", "expected"),
    [
        ("1d", "2024-02-28", "2024-02-29"), ("3w", "2025-12-20", "2026-01-10"),
        ("1mo", "2026-01-31", "2026-02-28"), ("13mo", "2023-01-31", "2024-02-29"),
        ("1y", "2024-02-29", "2025-02-28"), ("2000y", "2026-01-01", "4026-01-01"),
        ("1d", "9999-12-31", "9999-12-31"), ("1w", "9999-12-30", "9999-12-31"),
        ("1y", "9999-01-01", "9999-12-31"),
    ],
)  # fmt: skip
def test_a_span_leads_to_a_later_day_as_long_as_there_is_one(
    span: str, day: str, expected: str
) -> None:
    assert iso(Span.parse(span).after(read_iso(day))) == expected


@given(SPANS, DAYS)
def test_forth_and_back_is_where_it_began_or_before_the_end_of_a_month(
    span: Span, day: int
) -> None:
    back = span.before(span.after(day))
    assert span.after(day) > day
    assert 0 <= day - back <= 3
    assert back == day or span.unit in {"mo", "y"}


@given(SPANS, SPANS, DAYS)
def test_a_span_that_is_shorter_on_average_never_leads_much_further(
    one: Span, other: Span, day: int
) -> None:
    shorter, longer = sorted((one, other), key=lambda span: span.average)
    assert shorter.after(day) <= longer.after(day) + 3


@given(DAYS)
def test_a_day_is_read_as_it_is_written(day: int) -> None:
    assert read_iso(iso(day)) == day


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "20261103", "2026-W45-2", "2026-11-3", "２026-11-03", "2026-11-03\n"]
)
def test_what_is_no_iso_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a day|out of range"):
        read_iso(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-13"), ("Yesterday", "2026-11-12"), (" TODAY ", "2026-11-13"),
        ("friday", "2026-11-06"), ("last friday", "2026-11-06"), ("thursday", "2026-11-12"),
        ("last  Saturday", "2026-11-07"), ("0 days ago", "2026-11-13"),
        ("1 day ago", "2026-11-12"), ("3 days ago", "2026-11-10"), ("2 weeks ago", "2026-10-30"),
        ("A week ago", "2026-11-06"), ("a day ago", "2026-11-12"), ("2024-02-29", "2024-02-29"),
        ("FRI", "2026-11-06"), ("last thu", "2026-11-12"), ("mon", "2026-11-09"),
        ("3 Nov", "2026-11-03"), ("3 November", "2026-11-03"), ("nov  3", "2026-11-03"),
        ("13 nov", "2026-11-13"), ("14 nov", "2025-11-14"), ("24 dec", "2025-12-24"),
        ("3 Nov 2025", "2025-11-03"), ("Nov 3 2025", "2025-11-03"), ("nov 3, 2025", "2025-11-03"),
        ("3 may", "2026-05-03"), ("29 feb", "2024-02-29"), ("03 NOV 2027", "2027-11-03"),
    ],
)  # fmt: skip
def test_a_day_may_be_written_in_a_few_ways(text: str, expected: str) -> None:
    assert iso(read_day(text, FRIDAY)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "may", "1", "3", "10:00", "GMT+3", "last today", "fr", "last", "next", "next week",
        "03/11/2026", "11/3", "3.11.2026", "2026-11", "3 months ago", "-1 days ago",
        "1000 days ago", "a days", "an hour ago", "last 2026-11-03", "٣ days ago", "2026-02-30",
        "last last friday", "31 feb", "0 nov", "32 nov", "29 feb 2025", "3 nov 25", "3 nov,",
        "3rd nov", "3 novem", "november", "nov 2025", "3 nov 0000", "3, nov 2025",
        "３ nov", "２０２６-11-03", "ſunday", "2 wee\N{KELVIN SIGN}s ago", "heute",
    ],
)  # fmt: skip
def test_what_could_mean_two_days_means_none(text: str) -> None:
    with pytest.raises(UsageError, match="is no day netaudit is sure of") as error:
        read_day(text, FRIDAY)
    assert "understood are today, yesterday" in (error.value.hint or "")


@pytest.mark.parametrize("text", ["tomorrow", "Next Friday", "next mon"])
def test_what_is_not_yet_is_no_day(text: str) -> None:
    with pytest.raises(UsageError, match=r"has not come yet$") as error:
        read_day(text, FRIDAY)
    assert "understood are today, yesterday" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", "2026-11-14"), ("Monday", "2026-11-16"), ("fri", "2026-11-20"),
        ("thu", "2026-11-19"), ("in 2 weeks", "2026-11-27"), ("2  Weeks", "2026-11-27"),
        ("in a month", "2026-12-13"), ("10 days", "2026-11-23"), ("30d", "2026-12-13"),
        ("1y", "2027-11-13"), ("1 Dec", "2026-12-01"), ("Nov 13", "2027-11-13"),
        ("3 nov", "2027-11-03"), ("29 feb", "2028-02-29"), ("1 dec 2030", "2030-12-01"),
        ("2026-12-01", "2026-12-01"),
    ],
)  # fmt: skip
def test_a_day_to_come_may_be_written_in_a_few_ways(text: str, expected: str) -> None:
    assert iso(read_day_to_come(text, FRIDAY)) == expected


@pytest.mark.parametrize(
    "text",
    ["may", "1", "", "soon", "next monday", "last monday", "03/11/2027", "0 weeks", "0d",
     "30 feb", "2 weeks ago", "2027-13-01", "in monday", "day", "\u0662 weeks"],
)  # fmt: skip
def test_what_could_mean_two_days_to_come_means_none(text: str) -> None:
    with pytest.raises(UsageError, match="is no day or span netaudit is sure of"):
        read_day_to_come(text, FRIDAY)


@pytest.mark.parametrize("text", ["today", "2026-11-13", "3 Nov 2026", "1999-01-01"])
def test_a_day_to_come_has_not_come(text: str) -> None:
    with pytest.raises(UsageError, match="has come already"):
        read_day_to_come(text, FRIDAY)


@pytest.mark.parametrize("text", ["29 feb", "feb 29"])
def test_a_leap_day_is_found_across_a_century_without_one(text: str) -> None:
    assert iso(read_day(text, date(1904, 2, 28).toordinal())) == "1896-02-29"


#: The forms that docs/logging.md lists, written once more.
_WEEKDAY = "(mon(day)?|tue(sday)?|wed(nesday)?|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)"
_MONTH = (
    "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?"
    "|oct(ober)?|nov(ember)?|dec(ember)?)"
)
_FORMS = re.compile(
    rf"today|yesterday|(last )?{_WEEKDAY}|(a|[0-9]{{1,3}}) (day|week)s? ago"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|[0-9]{{1,2}} {_MONTH}( [0-9]{{4}})?|{_MONTH} [0-9]{{1,2}}(,? [0-9]{{4}})?"
)
_WORDS = st.sampled_from([
    "today", "last", "next", "mon", "friday", "may", "nov", "november", "3", "31", "03", "2025",
    "a", "2", "days", "week", "ago", "2026-11-03", "11/3", "3rd", "of", "٣", "ſun", "Nov,", "3,",
])  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(st.lists(_WORDS, max_size=4).map(" ".join), st.from_regex(_FORMS), st.text()))
def test_nothing_is_read_but_the_documented_forms(text: str) -> None:
    try:
        day = read_day(text, FRIDAY)
    except UsageError:
        return
    assert _FORMS.fullmatch(" ".join(text.split()).lower())
    assert day <= FRIDAY or re.search("[0-9]{4}", text), "without a year a day is past"


@given(st.text())
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with suppress(UsageError):
        read_day(text, FRIDAY)
    with suppress(UsageError):
        Span.parse(text)


@given(st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday"]), DAYS)
def test_a_weekday_is_the_latest_one_before_today(weekday: str, today: int) -> None:
    found = read_day(weekday, today)
    assert 1 <= today - found <= 7
    assert date.fromordinal(found).strftime("%A").casefold() == weekday


def test_an_instant_has_the_day_of_the_place() -> None:
    midnight = (FRIDAY - EPOCH_DAY) * 86_400
    assert local_day(midnight, None, ZoneInfo("UTC")) == FRIDAY
    assert local_day(midnight - 1, None, ZoneInfo("UTC")) == FRIDAY - 1
    assert local_day(midnight, None, ZoneInfo("America/Los_Angeles")) == FRIDAY - 1
    assert local_day(midnight - 1, None, ZoneInfo("Asia/Tokyo")) == FRIDAY
    assert local_day(None, FRIDAY, ZoneInfo("Asia/Tokyo")) == FRIDAY
