"""Laws of reading CSV that hold for any bytes whatever."""

import csv
import io
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.made import cells, lines, made, rows
from netaudit.errors import InputRefused
from netaudit.importers import IMPORTERS, claim, refusal
from netaudit.importers.csvfile import Item, open_table
from netaudit.importers.header import candidate_headers
from netaudit.records import Problem

PIECES = st.sampled_from([
    b"a", b"b", b"1", b",", b";", b"\t", b'"', b'""', b"\n", b"\r", b"\r\n", b" ", b"\0",
    b"\xff", b"\xfe", b"\xe9", b"\xc5\x81", b"\xed\xa0\x80", b"\xf0\x9f\x8c\xb1", b"\xe2\x80\xa8",
    b"a,b\n", b'"x\ny"', b"date,person\n", b"2026-01-01",
])  # fmt: skip
MESS = st.lists(PIECES, max_size=60).map(b"".join) | st.binary(max_size=200)
TEXT = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=12
) | st.text('a",;\n\r\t ', max_size=8)


def read(data: bytes) -> list[Item] | None:
    try:
        return rows(data)
    except InputRefused:
        return None


@settings(max_examples=600, deadline=None)
@given(MESS)
@example(b"\xff\xfea")
@example(b'"')
@example(b"\r")
def test_any_file_is_claimed_or_refused_in_words(data: bytes) -> None:
    file = made(data)
    for header in candidate_headers(file):
        assert header.line >= 1
    with suppress(InputRefused):
        if claim(file) is None:
            assert refusal(file).message.isprintable()
    for importer in IMPORTERS:
        assert importer.identify(file) in {True, False}


@settings(max_examples=600, deadline=None)
@given(st.sampled_from([b"a,b\n", b"a;b\r\n", b"\xef\xbb\xbfa,b\r", b'"x"y\na,b\n']), MESS)
def test_every_line_below_the_header_is_told_at_most_once_and_in_order(
    header: bytes, data: bytes
) -> None:
    items = read(header + data)
    if items is None:
        return
    told = [item.where.line if isinstance(item, Problem) else item[0] for item in items]
    assert told == sorted(set(told))
    assert all(len(row) == 2 for row in cells(items))


@settings(max_examples=600, deadline=None)
@given(MESS)
def test_no_line_with_anything_on_it_goes_missing(data: bytes) -> None:
    """Of a file without quotation marks, every line is a row, a problem, or blank."""
    data = data.replace(b'"', b"")
    items = read(b"a,b\n" + data)
    if items is None:
        return
    text = io.StringIO((b"a,b\n" + data).decode("utf-8", "surrogateescape"), newline="")
    written = [n for n, line in enumerate(text, 1) if line.replace(",", "").strip()]
    told = [item.where.line if isinstance(item, Problem) else item[0] for item in items]
    assert told == written[1:]


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(TEXT, TEXT), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_as_csv_is_read_back(
    table: list[tuple[str, str]], delimiter: str, end: str, encoding: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("a", "b"), *table])
    items = read(out.getvalue().encode(encoding))
    assert items is not None
    assert cells(items) == [list(row) for row in table if any(cell.strip() for cell in row)]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8),
    st.sampled_from([b'"x"y,1\n', b"\0,1\n", b"\x81,1\n", b"1,2,3\n", b"1\n"]),
    st.integers(0, 8),
)
def test_one_broken_row_costs_no_other(
    table: list[tuple[str, str]], broken: bytes, place: int
) -> None:
    plain = [("1" + a.replace("\0", ""), b) for a, b in table]
    whole = [_written(row) for row in plain]
    items = read(b"a,b\n" + b"".join([*whole[:place], broken, *whole[place:]]))
    assert items is not None
    assert cells(items) == [list(row) for row in plain]
    assert len(items) == len(plain) + 1


def _written(row: tuple[str, str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(row)
    return out.getvalue().encode()


@settings(max_examples=200, deadline=None)
@given(MESS, MESS)
def test_the_close_look_sees_what_the_quick_one_saw(head: bytes, tail: bytes) -> None:
    """Rows read before the first odd byte are those that a file without it begins with."""
    before = read(b"a,b\n" + head + b"\n")
    with_odd = read(b"a,b\n" + head + b"\n\x81,1\n" + tail.replace(b'"', b""))
    if before is None or with_odd is None:
        return
    assert with_odd[: len(before)] == before


def test_rows_can_be_read_again() -> None:
    table = open_table(made("a,b\n1,2\n\0,1\n"), frozenset({"a"}), [])
    assert list(table.rows()) == list(table.rows())
    assert lines(list(table.rows())) == [2]
