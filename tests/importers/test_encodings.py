"""Encodings: marks, old code pages, and bytes that are nothing at all."""

import pytest

from importers.made import cells, lines, made, problems, rows
from netaudit.errors import InputRefused
from netaudit.importers import claim, refusal
from netaudit.importers.header import find_header

NAMES = [["Zoë", "Łukasz"], ["李", "🌱"]]
TEXT = "a,b\nZoë,Łukasz\n李,🌱\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_its_mark_is_read(encoding: str) -> None:
    assert cells(rows(TEXT.encode(encoding))) == NAMES


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_both_byte_orders_are_read(order: str) -> None:
    assert cells(rows(f"\ufeff{TEXT}".replace(",", "\t").encode(order))) == NAMES


def test_utf_16_without_its_mark_is_refused_by_that_name() -> None:
    file = made(TEXT.encode("utf-16-le"))
    assert claim(file) is None
    assert "UTF-16 without its mark" in refusal(file).message


def test_utf_16_that_is_cut_or_damaged_is_refused() -> None:
    whole = TEXT.encode("utf-16")
    damaged = "a,b\n1,2\n".encode("utf-16") + b"\x00\xd8" + "x,y\n".encode("utf-16-le")
    for data in (whole[:-1], damaged):
        with pytest.raises(InputRefused, match="not in the encoding that its start announces"):
            rows(data)


def test_windows_1252_is_read_and_said_once() -> None:
    notices: list[str] = []
    items = rows("a,b\nZoë,–\nplain,x\nBjörn,€\n".encode("cp1252"), notices=notices)
    assert cells(items) == [["Zoë", "–"], ["plain", "x"], ["Björn", "€"]]
    assert notices == ["file.csv: 2 rows were not UTF-8 and were read as Windows-1252"]


def test_rows_of_both_encodings_may_be_mixed() -> None:
    data = TEXT.encode() + "Zoë,x\n".encode("cp1252")
    assert cells(rows(data)) == [*NAMES, ["Zoë", "x"]]


@pytest.mark.parametrize(
    "bad",
    [
        "Łu".encode() + b"\xe9",  # one letter of each encoding
        b"\x81\x8d",  # undefined in Windows-1252
        b"x\xed\xa0\x80",  # a surrogate
        b"\xe0\x80\xaf",  # an overlong slash
        b"\xf0\x80\x80\xaf",
        b"\xf4\x90\x80\x80",  # beyond the last character
        b"\xf5\x80\x80\x80",
    ],
)
def test_bytes_that_are_no_text_cost_their_own_row(bad: bytes) -> None:
    items = rows(b"a,b\n1,2\n" + bad + b",4\n5,6\n")
    assert cells(items) == [["1", "2"], ["5", "6"]]
    assert problems(items) == [(3, "bad-encoding")]


def test_a_bad_byte_far_into_a_file_costs_its_own_row() -> None:
    text = "\n".join(["a,b", *(f"{n},Łukasz" for n in range(2, 60_002))])
    data = text.encode().replace(b"40000,", b"40000\xff,")
    items = rows(data)
    assert len(items) == 60_000
    assert [row[0] for row in cells(items)] == [str(n) for n in lines(items)]
    assert problems(items) == [(40_000, "bad-encoding")]


def test_a_character_that_lies_across_two_reads_is_whole() -> None:
    filler = "x" * ((1 << 18) - 10)
    for shift in range(4):
        data = f"a,b\n{filler}{'y' * shift},2\n🌱🌱🌱🌱,ł\n".encode()
        assert cells(rows(data))[1] == ["🌱🌱🌱🌱", "ł"]


def test_bad_bytes_in_the_note_above_the_header_do_no_harm() -> None:
    assert cells(rows(b"Note \xff\xfe\na,b\n1,2\n")) == [["1", "2"]]


def test_a_header_in_windows_1252_is_found_by_its_plain_columns() -> None:
    assert cells(rows("a,b,größe\n1,2,3\n".encode("cp1252"))) == [["1", "2", "3"]]


def test_a_mark_before_a_quoted_header_does_not_hide_it() -> None:
    assert find_header(made(b'\xef\xbb\xbf"a","b"\n'), frozenset({"a", "b"})) is not None


def test_a_nul_and_a_bad_quote_and_a_bad_byte_are_three_problems() -> None:
    items = rows(b'a,b\n\0,2\n"3"x,4\n\x81,6\n7,8\n')
    assert problems(items) == [(2, "nul"), (3, "bad-quoting"), (4, "bad-encoding")]
    assert cells(items) == [["7", "8"]]
