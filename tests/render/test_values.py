import math
import re
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from netaudit.render import values
from netaudit.report import Column, Kind, Person, Value


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (12345, "count", "12,345"),
        (None, "count", "–"),
        (math.nan, "number", "–"),
        (math.inf, "days", "–"),
        (0.4286, "ratio", "43 %"),
        (0.125, "ratio", "13 %"),
        (0.375, "ratio", "38 %"),
        (0.285, "ratio", "29 %"),
        (0.145, "ratio", "15 %"),
        (0.0, "ratio", "0 %"),
        (0.001, "ratio", "<1 %"),
        (0.999, "ratio", ">99 %"),
        (1, "ratio", "100 %"),
        (19.5817, "number", "19.58"),
        (3, "number", "3"),
        (1226, "days", "1,226 d"),
        (1.7261, "days", "1.7 d"),
        (12.4, "days", "12 d"),
        (12.5, "days", "13 d"),
        (1.25, "days", "1.3 d"),
        (0.33, "days", "8 h"),
        (0.98, "days", "24 h"),
        (0.02, "days", "<1 h"),
        (0.0, "days", "0 h"),
        (0, "days", "0 d"),
        (0.125, "number", "0.13"),
        ("2026-04-03", "date", "2026-04-03"),
        ("text", "count", "text"),
        (True, "text", "yes"),
        (False, "count", "no"),
        (Person("Ana", "p1"), "person", "Ana"),
        (Person(" ", "p1"), "person", "(no name)"),
        (Person("\u202e\u200b", "p1"), "person", "(no name)"),
        (Person("\u3164\u115f\u1160 \u2800\uffa0", "p1"), "person", "(no name)"),
    ],
)
def test_how_values_read(value: Value, kind: Kind, words: str) -> None:
    assert values.say(value, kind) == words


@pytest.mark.parametrize(
    ("key", "code", "words"),
    [
        ("state", "only_out", "only I wrote"),
        ("kind", "opener", "wrote first"),
        ("who", "them", "they asked"),
        ("last_direction", "both", "both ways"),
        ("state", "new one", "new one"),
        ("company", "never", "never"),
    ],
)
def test_codes_become_words_in_their_columns(key: str, code: str, words: str) -> None:
    assert values.cell(code, Column(key, key)) == words


@pytest.mark.parametrize(
    ("now", "before", "kind", "words"),
    [
        (12, 9, "count", "+3"),
        (9, 12, "count", "-3"),
        (9, 9, "count", "="),
        (0.5, 0.62, "ratio", "-12 pts"),
        (0.501, 0.5, "ratio", "="),
        (0.125, 0.115, "ratio", "+1 pts"),
        (True, 0.5, "ratio", "+50 pts"),
        (0.125, 0.13, "ratio", "="),
        (13.2, 12.5, "days", "="),
        (0.0551, 0.0549, "ratio", "+1 pts"),
        (0.604, 0.596, "number", "="),
        (28.7, 29.2, "days", "="),
        (9.96, 9.4, "days", "+0.6 d"),
        (0.34, 0.25, "days", "+2 h"),
        (0.34, 0.33, "days", "="),
        (1.5, 0.25, "days", "+1.3 d"),
        (1.5, 0.3, "days", "+1.2 d"),
        (1.5, 1.25, "number", "+0.25"),
        (None, 3, "count", ""),
        (3, None, "count", ""),
        ("a", 3, "count", ""),
    ],
)
def test_how_a_change_reads(now: Value, before: Value, kind: Kind, words: str) -> None:
    assert values.change(now, before, kind) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-15", "today"),
        ("2026-11-14", "yesterday"),
        ("2026-11-16", "in 1 day"),
        ("2026-12-15", "in 30 days"),
        ("2026-11-02", "13 days ago"),
        ("2026-11-01", "2 weeks ago"),
        ("2026-08-16", "13 weeks ago"),
        ("2026-08-15", "3 months ago"),
        ("2024-11-16", "23 months ago"),
        ("2026-01-15", "10 months ago"),
        ("2026-01-16", "9 months ago"),
        ("2025-11-15", "12 months ago"),
        ("2024-12-15", "23 months ago"),
        ("2024-11-15", "2 years ago"),
        ("2023-11-16", "2 years ago"),
        ("2023-11-15", "3 years ago"),
        ("soon", "soon"),
    ],
)
def test_how_long_ago(day: str, words: str) -> None:
    assert values.ago(day, "2026-11-15") == words


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(92, 40_000))
def test_months_and_years_are_those_of_the_calendar(then: date, days: int) -> None:
    now = then + timedelta(days=days)
    words = values.ago(then.isoformat(), now.isoformat())
    found = re.fullmatch(r"(\d+) (month|year)s? ago", words)
    assert found is not None, words
    count, one = int(found[1]), {f"{found[2]}s": 1}
    month_or_year = relativedelta(**one)  # type: ignore[arg-type] # the stubs want the keyword
    assert then + count * month_or_year <= now < then + (count + 1) * month_or_year
    assert (found[2] == "month") == (now < then + relativedelta(years=2))


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 2_000))
def test_the_longer_ago_never_sounds_less(then: date, days: int) -> None:
    units = {"today": 0, "yesterday": 1, "day": 1, "week": 7, "month": 30.4, "year": 365}
    ages = []
    for more in (days, days + 1):
        words = values.ago(then.isoformat(), (then + timedelta(days=more)).isoformat()).split(" ")
        count = int(words[0]) if len(words) > 1 else 1
        ages.append(count * units[words[-2].rstrip("s") if len(words) > 1 else words[0]])
    assert ages[0] <= ages[1]


def test_long_dates() -> None:
    assert values.long_date("2026-11-05") == "5 November 2026"
    assert values.long_date("someday") == "someday"
