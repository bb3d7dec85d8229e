"""Sentences: singular and plural, and percentages that do not lie."""

import pytest

from metrics.worlds import D
from netaudit.audits import wording
from netaudit.calendar import Span


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0 people"), (1, "1 person"), (1234, "1,234 people")]
)
def test_people(number: int, written: str) -> None:
    assert wording.people(number) == written


def test_a_plural_is_regular_unless_it_is_given() -> None:
    assert wording.counted(2, "day") == "2 days"
    assert wording.counted(2, "log entry", "log entries") == "2 log entries"
    assert wording.counted(1, "log entry", "log entries") == "1 log entry"


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (0, "0 %"),
        (0.005, "less than 1 %"),
        (0.006, "1 %"),
        (0.125, "13 %"),
        (0.285, "29 %"),
        (0.428, "43 %"),
        (0.994, "99 %"),
        (0.995, "more than 99 %"),
        (1, "100 %"),
    ],
)
def test_percent_keeps_some_apart_from_none_and_all(share: float, written: str) -> None:
    assert wording.percent(share) == written


@pytest.mark.parametrize(
    ("text", "length", "last"),
    [
        ("30d", "30 days", "the last 30 days"),
        ("1w", "1 week", "the last week"),
        ("3mo", "3 months", "the last 3 months"),
        ("1y", "1 year", "the last year"),
        ("365d", "1 year", "the last year"),
    ],
)
def test_spans(text: str, length: str, last: str) -> None:
    assert wording.length(Span.parse(text)) == length
    assert wording.last(Span.parse(text)) == last


@pytest.mark.parametrize(
    ("words", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_listings(words: list[str], written: str) -> None:
    assert wording.listing(words) == written


def test_days() -> None:
    assert wording.day(D) == "15 Jul 2026"
