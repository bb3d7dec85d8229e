"""The dates of LinkedIn's files, each form and era by itself."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.cases import instant
from netaudit.calendar import iso
from netaudit.importers.linkedin.dates import (
    PACIFIC,
    UTC_ZONE,
    is_rewritten,
    puts_day_first,
    read_any_day,
    read_day,
    read_instant,
    read_iso_day,
    read_us,
    read_us_day,
    read_utc,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08 Feb 2026", "2026-02-08"), ("8 feb 2026", "2026-02-08"), ("15-Feb-24", "2024-02-15"),
        ("29 Feb 2024", "2024-02-29"), ("2/8/18, 9:15 AM", "2018-02-08"),
        ("02/08/18, 09:15 AM", "2018-02-08"), ("2/8/2018 9:15 PM", "2018-02-08"),
        ("2/8/18,\u202f9:15\u202fAM", "2018-02-08"), (" 31 Dec 2199 ", "2199-12-31"),
        ("2/8/2018 9:15", "2018-02-08"), ("02.08.2018 21:15", "2018-02-08"),
        ("02-08-2018 09:15:00", "2018-02-08"), ("8. Feb 26", "2026-02-08"),
    ],
)  # fmt: skip
def test_the_day_of_connecting_is_read(text: str, expected: str) -> None:
    assert iso(read_day(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "31 Feb 2025", "29 Feb 2023", "2/29/23, 9:15 AM", "08 Fev 2026", "08 February 2026",
        "00 Jan 2026", "13/1/18, 9:15 AM", "2026-02-08", "01 Jan 1989", "01 Jan 2201",
        "13.02.2018 09:15", "2.8-2018 09:15", "8.Feb 26", "2/8/2018",
        "01 Jan 9999", "01 Jan 0000", "8 Feb", "Feb 8 2026", "٠٨ Feb 2026", "08 Feb 2026 x",
    ],
)  # fmt: skip
def test_what_is_no_day_of_connecting_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|out of range|must be in"):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-08 09:15:00 UTC", "2026-02-08T09:15:00Z"),
        ("2026-02-08T09:15:00", "2026-02-08T09:15:00Z"),
        ("2026-02-08 09:15:00", "2026-02-08T09:15:00Z"),
        ("2026-02-08T09:15:00Z", "2026-02-08T09:15:00Z"),
        ("2016-12-31 23:59:60 UTC", "2016-12-31T23:59:59Z"),
        ("2/8/18, 12:00 AM", "2018-02-08T00:00:00Z"),
        ("2/8/18, 12:30 PM", "2018-02-08T12:30:00Z"),
        ("February 8, 2017, 9:15 PM", "2017-02-08T21:15:00Z"),
        ("Sept 8, 2017, 9:15 PM", "2017-09-08T21:15:00Z"),
        ("May 8, 2017, 9:15\u202fPM", "2017-05-08T21:15:00Z"),
    ],
)
def test_the_instant_of_a_message_is_read(text: str, expected: str) -> None:
    assert instant(read_instant(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2026-02-30 09:15:00 UTC", "2023-02-29 00:00:00 UTC",
        "2026-02-08 24:00:00 UTC", "2026-02-08 09:60:00 UTC", "2026-02-08 09:15:61 UTC",
        "2026-02-08 09:15:00 CET", "2026-02-08 9:15:00 UTC", "9999-12-31 00:00:00 UTC",
        "1989-12-31 00:00:00 UTC", "0000-00-00 00:00:00 UTC", "2026-02-08", "10:00",
        "2026/02/08 09:15:00 UTC", "2026-02-08 09:15:0a UTC", "2026-0b-08 09:15:00 UTC",
        "٢٠٢٦-02-08 09:15:00 UTC", "2/8/18, 0:15 AM", "2/8/18, 13:15 PM", "2/8/18, 9:60 AM",
        "2/29/23, 9:15 AM", "2/8/18", "Marzo 8, 2017, 9:15 PM", "Marchy 8, 2017, 9:15 PM",
        "February 30, 2017, 9:15 PM", "Feb 8, 9999, 9:15 PM",
    ],
)  # fmt: skip
def test_what_is_no_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|out of range|must be in"):
        read_instant(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/15/26, 4:30 PM", "2026-01-16T00:30:00Z"),
        ("7/4/26, 12:00 PM", "2026-07-04T19:00:00Z"),
        ("3/8/26, 1:59 AM", "2026-03-08T09:59:00Z"),
        ("3/8/26, 2:30 AM", "2026-03-08T10:30:00Z"),  # no clock showed it
        ("3/8/26, 3:00 AM", "2026-03-08T10:00:00Z"),
        ("11/1/26, 1:30 AM", "2026-11-01T08:30:00Z"),  # the first of two
        ("11/1/26, 2:00 AM", "2026-11-01T10:00:00Z"),
        ("11/1/2026 2:00", "2026-11-01T10:00:00Z"),
        ("07.04.2026 23:59", "2026-07-05T06:59:00Z"),
    ],
)
def test_invitations_are_read_on_pacific_clocks(text: str, expected: str) -> None:
    assert instant(read_us(text, PACIFIC)) == expected


@pytest.mark.parametrize("text", ["2/8/26 24:00", "2/8/26 9:60", "2/8 9:15", "28.02.2026 9:15"])
def test_what_a_spreadsheet_cannot_have_made_of_it_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|out of range|must be in"):
        read_us(text, PACIFIC)


@pytest.mark.parametrize("text", ["2026/02/08 09:15:07 UTC", " 2026/02/08 09:15:07 UTC "])
def test_the_instant_of_an_endorsement_is_read(text: str) -> None:
    assert instant(read_utc(text)) == "2026-02-08T09:15:07Z"


@pytest.mark.parametrize(
    "text",
    [
        "", "2026/02/08 09:15:07", "2026-02-08 09:15:07 UTC", "2026/02/30 09:15:07 UTC",
        "2026/02/08 24:15:07 UTC", "2/8/2026 9:15", "2026/2/8 09:15:07 UTC",
    ],
)  # fmt: skip
def test_what_is_no_instant_of_an_endorsement_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not|out of range"):
        read_utc(text)


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("2026-02-08 09:15:00", None, "2026-02-08"), ("2026-02-08 9:15", True, "2026-02-08"),
        ("2/8/2026 9:15", False, "2026-02-08"), ("08/02/2026 09:15", True, "2026-02-08"),
        ("2/8/2026 9:15", None, None), ("2/2/2026 9:15", None, "2026-02-02"),
    ],
)  # fmt: skip
def test_the_day_of_a_follow_is_read(
    text: str, *, day_first: bool | None, expected: str | None
) -> None:
    day = read_iso_day(text, day_first=day_first)
    assert (None if day is None else iso(day)) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], None), (["2026-02-28 09:15:00", "x", ""], None), (["2/8/2026 9:15"], None),
        (["2/8/2026 9:15", "2/13/2026 9:15"], False), (["13/2/2026 9:15"], True),
        (["02.08.2026 09:15"], True),
    ],
)  # fmt: skip
def test_a_date_that_can_be_but_one_tells_the_order(
    texts: list[str], *, expected: bool | None
) -> None:
    assert puts_day_first(texts) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2/8/26, 9:15 AM", "2026-02-08"), ("2026-02-08 09:15:00 UTC", "2026-02-08"),
        ("2026-02-08 09:15:00", "2026-02-08"), ("2026/02/08 09:15:00 UTC", "2026-02-08"),
        ("08 Feb 2026", "2026-02-08"), ("8-Feb-26", "2026-02-08"), ("2/28/2026 9:15", "2026-02-28"),
        ("28.02.2026 09:15", "2026-02-28"), ("3/3/2026 9:15", "2026-03-03"),
        ("2/8/2026 9:15", None), ("02.08.2026 09:15", None), ("", None), ("yesterday", None),
        ("31 Feb 2026", None), ("2026-02-31 09:15:00", None), ("2026/02-08 09:15:00", None),
        ("31/31/2026 9:15", None),
    ],
)  # fmt: skip
def test_the_day_of_a_note_is_read_in_any_form_and_is_never_required(
    text: str, expected: str | None
) -> None:
    day = read_any_day(text)
    assert (None if day is None else iso(day)) == expected


@pytest.mark.parametrize("text", ["8-Feb-26", "8. Feb 26", "2/8/2026 9:15", "08.02.26 09:15:00"])
def test_dates_of_spreadsheets_are_known(text: str) -> None:
    assert is_rewritten(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "08 Feb 2026",
        "2/8/26, 9:15 AM",
        "02/08/26, 09:15 AM",
        "2026-02-08 09:15:00",
        "8-Feb-2026",
    ],
)
def test_dates_of_linkedin_are_no_spreadsheets(text: str) -> None:
    assert not is_rewritten(text)


@given(
    st.sampled_from(
        [read_day, read_us_day, read_instant, read_utc, partial(read_us, zone=UTC_ZONE)]
    ),
    st.text() | st.text("0123456789/:-, APMTZUCfeb", max_size=24),
)
def test_no_text_does_more_than_be_refused(read: Callable[[str], int], text: str) -> None:
    with suppress(ValueError):
        assert isinstance(read(text), int)


@given(st.text() | st.text("0123456789/:-, .APMTZUCfeb", max_size=24))
def test_no_text_makes_the_date_of_a_note_a_problem(text: str) -> None:
    assert isinstance(read_any_day(text), int | None)
