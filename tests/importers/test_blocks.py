"""What is read by blocks says what `csv.reader` and the reading of single cells say."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers import cases
from importers.made import LINK, ME, MESSAGES, Told, made, message, records
from importers.test_csvfile_laws import MESS, TEXT
from netaudit.errors import InputRefused
from netaudit.importers import File, guard
from netaudit.importers.blocks import Block, Shape, split
from netaudit.importers.csvfile import Run, Table, open_table
from netaudit.importers.linkedin.columns import Heads, read_column
from netaudit.importers.linkedin.dates import read_instants
from netaudit.importers.linkedin.ends import Columns
from netaudit.records import End, Problem

ADA, BO, ROBIN = "Ada|ada-example", "Bo|bo-example", "Robin Quist|robin-quist-example"
#: The header has to be in the first block; everything else is in pieces then.
_SMALL = 200
HEADERS = st.sampled_from([b"a,b\n", b"a;b\r\n", b"\xef\xbb\xbfa\tb\r", b'"x"\ny,"z"\na,b\n'])
PLAIN = st.lists(
    st.sampled_from([
        b"a,b\n", b"1,\n", b'"x\ny",2\r\n', b'"a ""b""","c\r\nd"\n', b'x,"",\n', b'"","1"\n',
        b'\xc5\x81,"\xe2\x80\xa8"\n', b'"a,b;c\td",e\n', b'a,"lone\rreturn"\n', b"1,2\r\n",
    ]),
    max_size=12,
).map(b"".join)  # fmt: skip


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make blocks as small as they can be."""
    monkeypatch.setattr(guard, "_BLOCK", _SMALL)
    monkeypatch.setattr(guard, "_CHUNK", 7)


def _told(table: Table, parts: Iterator[Block | Run | Problem]) -> list[object]:
    """Return lines with their cells, problems, and at last the notices."""
    found: list[object] = []
    try:
        for part in parts:
            if isinstance(part, Block):
                width = part.starts.shape[1]
                found += [
                    (line, [part.cell(place, column) for column in range(width)])
                    for place, line in enumerate(part.lines)
                ]
            else:
                found += [part] if isinstance(part, Problem) else zip(*part, strict=True)
    except InputRefused as refused:
        found.append(refused.message)
    return [*found, *table.notices]


def _opened(file: File) -> Table:
    return open_table(file, frozenset({"a"}), [])


@settings(max_examples=500, deadline=None)
@given(HEADERS, st.tuples(PLAIN, MESS, PLAIN).map(b"".join), st.integers(1, 9))
@example(b"a,b\n", b'1,2\n"x"y,3\n', 1)
@example(b"a,b\n", b'1,2\nx"y",3\n', 1)
@example(b"a,b\n", b"1,2\n\n3,4\n", 1)
@example(b"a,b\n", b'1,2\n"  ",""\n', 1)
@example(b"a,b\n", b"1,2\n3,4\r5,6\n", 1)
@example(b"a,b\n", b'1,2\n3,"4', 1)
@example(b"a,b\n", b"1\n2,3,4\n", 1)
@example(b"a,b\n", b"1,\xff\n3,4\n", 1)
@example(b"a,b\n", b"1,2\n3,4\n5,6\n7,8\n9,10\n\x80\n", 6)
def test_blocks_hold_what_runs_hold(header: bytes, data: bytes, chunk: int) -> None:
    try:
        table, other = _opened(made(header + data)), _opened(made(header + data))
    except InputRefused:
        return
    above = b"".join((header + data).splitlines(keepends=True)[: table.header.line])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(guard, "_BLOCK", len(above) + 9)
        patch.setattr(guard, "_CHUNK", chunk)
        found = _told(table, table.blocks("a"))
    assert found == _told(other, other.runs())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_what_is_quoted_as_it_should_be_is_read_by_blocks(
    rows: list[tuple[str, str]], end: str
) -> None:
    """Were they not, nothing would be wrong but the time that it takes."""
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    text = "".join(f"a,{','.join(row)}{end}" for row in quoted)
    (block,) = _opened(made(f"a,b,c{end}{text}")).blocks("a")
    assert isinstance(block, Block)
    found = [tuple(block.cell(n, column) for column in (1, 2)) for n in range(len(rows))]
    assert found == rows
    assert block.length == len(text.encode())


def test_a_block_ends_where_its_last_whole_record_ends() -> None:
    block = split(b'1,2\n3,"4\n', 7, Shape(2, ord(","), 0, 100))
    assert block is not None
    assert (block.length, block.after, list(block.lines)) == (4, 8, [7])


def test_the_first_field_of_a_block_may_be_quoted() -> None:
    block = split(b'"1,2",3\n4', 1, Shape(2, ord(","), 0, 100))
    assert block is not None
    assert [block.cell(0, column) for column in (0, 1)] == ["1,2", "3"]


def test_a_record_longer_than_any_field_may_be_is_left_to_the_closer_look() -> None:
    assert split(b"1,2345\n", 1, Shape(2, ord(","), 0, 6)) is not None
    assert split(b"1,2345\n", 1, Shape(2, ord(","), 0, 5)) is None


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("case", cases.CASES, ids=lambda case: case.name)
def test_the_cases_read_the_same_in_small_blocks(case: Path) -> None:
    expected = (case / "expected.jsonl").read_text(encoding="utf-8")
    assert cases.lines_of(case) == expected


@pytest.mark.parametrize(
    "said", [("No", "Yes", "No", ""), ("No ", "Yes", "No ", "no "), ("", "Yes", "", "No")]
)
def test_columns_behind_the_text_may_differ_from_row_to_row(said: tuple[str, ...]) -> None:
    drafts = "id,from,sender profile url,to,recipient profile urls,date,content,is message draft\n"
    assert ME.slug is not None
    row = "x,Ada,{0}ada-example,Robin,{0}" + ME.slug + ",2026-02-08 09:15:0{1} UTC,hello,{2}\n"
    link = "https://www.linkedin.com/in/"
    lines = [row.format(link, n, draft) for n, draft in enumerate(said)]
    found = records(made(drafts + "".join(lines), "messages.csv"))
    kinds = [type(record).__name__ for record in found[:4]]
    assert kinds == ["Interaction", "SetAside", "Interaction", "Interaction"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.datetimes().map(lambda at: f"{at:%Y-%m-%d %H:%M:%S} UTC".rjust(23, "0"))
        | st.from_regex(
            r"\A(19|20|22|02)[0-9]{2}-[0-3][0-9]-[0-4][0-9] [0-2][0-9]:[0-6][0-9]:[0-6][0-9] UTC\Z"
        )
        | st.sampled_from([
            "2/8/18, 9:15 AM", "", "yesterday", "1990-01-01 00:00:00 UTC",
            "1989-12-31 23:59:59 UTC", "2199-12-31 23:59:59 UTC", "2200-01-01 00:00:00 UTC",
            "2024-02-29 23:59:60 UTC", "2026-02-08T09:15:00", "2026-02-08 09:15:00 UTc",
            "2026-02-08 09:15:0: UTC", "2026-02-08 09:15:0/ UTC", "2026-02-08 09:15:00 UTC+1",
        ]),
        min_size=1, max_size=6,
    )
)  # fmt: skip
@example(["2026-02-08 09:15:00 UTC+1", "2026-02-08 09:15:0: UTC", "2026-02-30 09:15:00 UTC"])
def test_a_column_of_dates_reads_as_each_of_them_does(texts: list[str]) -> None:
    data = "".join(f'x,"{text}"\n' if "," in text else f"x,{text}\n" for text in texts).encode()
    block = split(data, 1, Shape(2, ord(","), 0, 100))
    assert block is not None
    assert list(read_column(block, 1)) == list(read_instants(texts))


def test_a_byte_order_mark_is_no_part_of_the_first_record() -> None:
    file = made(codecs.BOM_UTF8 + b"a,b\n1,2\n")
    (block,) = _opened(file).blocks("a")
    assert isinstance(block, Block)
    assert (block.cell(0, 0), list(block.lines)) == ("1", [2])


def test_an_advertisement_is_told_from_one_who_speaks_of_it() -> None:
    spun = '<p class="spinmail-quill-editor__spin-break">'
    rows = [message(ADA, ROBIN, content=text) for text in (f"{spun}Buy", f"no {spun}", "hello")]
    found: list[Told] = records(made(f"{MESSAGES}\n{''.join(rows)}", "messages.csv"))
    assert [type(one).__name__ for one in found[:3]] == ["SetAside", "Interaction", "Interaction"]


def test_a_long_cell_of_a_block_is_read_whatever_was_read_before() -> None:
    """Python's own limit holds for the whole process, and is less than a list of recipients."""
    many = ",".join(f"{LINK}pal-{number:04}-example" for number in range(4_000))
    row = f'c1,,Robin,{LINK}{ME.slug},Pal,"{many}",2026-03-01 09:00:00 UTC,,Hi,INBOX'
    table = open_table(made(f"{MESSAGES}\n{row}\n"), frozenset({"date"}), [])
    columns = Columns.of(table)
    seen: list[tuple[str, ...]] = []

    class Ends(dict[tuple[str, ...], End | str]):
        def __missing__(self, between: tuple[str, ...]) -> str:
            seen.append(between)
            return ""

    was = csv.field_size_limit(100)
    try:
        (block,) = table.blocks("date")
        assert isinstance(block, Block)
        Heads(columns, ",", Ends(), {"c1": 1}).of(block)
    finally:
        csv.field_size_limit(was)
    assert [many in between for between in seen] == [True]
