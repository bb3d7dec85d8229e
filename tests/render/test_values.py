import math

import pytest

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
        (0.0, "ratio", "0 %"),
        (0.001, "ratio", "<1 %"),
        (0.999, "ratio", ">99 %"),
        (1, "ratio", "100 %"),
        (19.5817, "number", "19.58"),
        (3, "number", "3"),
        (1226, "days", "1,226 d"),
        (1.7261, "days", "1.7 d"),
        (12.4, "days", "12 d"),
        ("2026-04-03", "date", "2026-04-03"),
        ("text", "count", "text"),
        (True, "text", "yes"),
        (False, "count", "no"),
        (Person("Ana", "p1"), "person", "Ana"),
        (Person(" ", "p1"), "person", "(no name)"),
        (Person("\u202e\u200b", "p1"), "person", "(no name)"),
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
        (0.0551, 0.0549, "ratio", "+1 pts"),
        (0.604, 0.596, "number", "="),
        (28.7, 29.2, "days", "="),
        (9.96, 9.4, "days", "+0.6 d"),
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
        ("2024-11-14", "2 years ago"),
        ("soon", "soon"),
    ],
)
def test_how_long_ago(day: str, words: str) -> None:
    assert values.ago(day, "2026-11-15") == words


def test_long_dates() -> None:
    assert values.long_date("2026-11-05") == "5 November 2026"
    assert values.long_date("someday") == "someday"
