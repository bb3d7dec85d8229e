"""The dates of posts, and of the ids of posts."""

from datetime import UTC, datetime

import pytest

from importers.posts_made import AT, POST
from netaudit.importers.twitter.dates import date_of_id, is_possible, read_date, settled


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24"),
        ("Xxx oct 1 00:00:00 +0000 2018", "2018-10-01T00:00:00"),
        (" Wed Oct 10 20:19:24 +0530 2018\n", "2018-10-10T14:49:24"),
        ("Wed Oct 10 20:19:24 -1130 2018", "2018-10-11T07:49:24"),
        ("Sat Dec 31 23:59:60 +0000 2016", "2016-12-31T23:59:59"),
        ("Thu Feb 29 00:00:00 +0000 2024", "2024-02-29T00:00:00"),
        ("2013-01-31 20:19:24 +0000", "2013-01-31T20:19:24"),
        ("2013-01-31 20:19:24 -0800", "2013-02-01T04:19:24"),
    ],
)
def test_dates_of_posts_are_read_in_any_zone(text: str, iso: str) -> None:
    assert datetime.fromtimestamp(read_date(text), UTC).isoformat() == f"{iso}+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "", "2018", "Wed Okt 10 20:19:24 +0000 2018", "Wed Feb 30 20:19:24 +0000 2018",
        "Wed Oct 10 24:00:00 +0000 2018", "Wed Oct 10 20:60:24 +0000 2018",
        "Wed Oct 10 20:19:61 +0000 2018", "Wed Oct 10 20:19:24 +2400 2018",
        "Wed Oct 10 20:19:24 0000 2018", "Wed Oct 10 20:19:24 +0000 0000",
        "Wed Oct 10 20:19:24 GMT 2018", "2013-13-01 20:19:24 +0000", "2013-01-31 20:19:24",
        "2013-01-31T20:19:24.000Z", "1539202764", "Wed Oct ١٠ 20:19:24 +0000 2018",
    ],
)  # fmt: skip
def test_what_is_no_date_of_a_post_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - nobody reads its words
        read_date(text)


def test_an_id_holds_its_date_since_november_2010_and_within_63_bits() -> None:
    assert date_of_id(POST) == AT
    first = (1288915200000 - 1288834974657) << 22
    assert date_of_id(str(first)) == 1288915200
    assert date_of_id(str(first - 1)) is None
    assert date_of_id("29700859247") is None
    assert date_of_id(str((1 << 63) - 1)) == 3487858230
    assert date_of_id(str(1 << 63)) is None


def test_a_date_that_its_id_contradicts_is_impossible() -> None:
    day = 86_400
    assert is_possible(AT + day, POST)
    assert is_possible(AT - day, POST)
    assert not is_possible(AT + day + 1, POST)
    assert not is_possible(AT - day - 1, POST)


def test_without_a_date_in_the_id_a_post_is_no_older_than_x() -> None:
    first = int(datetime(2006, 3, 21, tzinfo=UTC).timestamp())
    assert is_possible(first, "20")
    assert not is_possible(first - 1, "20")
    assert not is_possible(int(datetime(2300, 1, 1, tzinfo=UTC).timestamp()), "20")


def test_of_posts_before_ids_had_dates_the_day_is_kept_as_its_noon() -> None:
    noon, last = 1288872000, 1288915199  # of 4 November 2010
    assert settled(last) == settled(noon) == settled(noon - 43_200) == noon
    assert settled(last + 1) == last + 1
