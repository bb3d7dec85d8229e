"""Harnesses of what is read as CSV: the tables themselves, LinkedIn's, the log, people on X."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress

from fuzz import seeds
from fuzz.harness import (
    CELL,
    ROW,
    Harness,
    assert_lines,
    assert_storable,
    context_of,
    made,
    may_refuse,
    split,
)
from importers.test_importers_laws import FORMATS
from netaudit.errors import InputRefused
from netaudit.importers import TABLES_OF_X, claim, named, read_checked, refusal
from netaudit.importers.csvfile import Item, open_table
from netaudit.importers.linkedin.owner import find_owner
from netaudit.importers.source import File
from netaudit.records import Interaction, Interactions, Owner, Problem, Profile, Record, Tie

#: What a file of two columns may begin with; the first way is nothing at all.
HEADS = (
    b"", b"a,b\n", b"a;b\r\n", b"\xef\xbb\xbfa,b\r", b'"x"y\na\tb\n', b'note\n\n"a","b"\n',
    b"a,b,c\n",
)  # fmt: skip
OWNERS = (
    Owner("robin-quist-example", "Robin Quist"), Owner(None, "Robin Quist"), Owner(),
    Owner("111", "Robin Quist", ("robin@example.org",), (), ("robin_q",)),
)  # fmt: skip
OF_X = tuple(sorted(TABLES_OF_X))
NAMES_OF_X = ("following.csv", "followers.csv", "people.csv", "x-names.csv")
LOGS = tuple(form for form in FORMATS if form[0] == "log")
OF_LINKEDIN = tuple(form for form in FORMATS if form[0] != "log")
_TOKENS = (
    "\n", "\r\n", '"', '""', ",", ";", "\t", ROW, CELL, "\ufeff", "\xff", "\x81", "Ada", "Bo Dahl",
    "LinkedIn Member", "Robin Quist", "https://www.linkedin.com/in/", "ada-example", "urn:li:",
    "08 Feb 2026", "2026-02-08 09:15:00 UTC", "2/8/26, 9:15 AM", "2026-02-08", "08/02/2026 09:15",
    "2026-02-08T09:15:00Z", "OUTGOING", "INCOMING", "Active", "Yes", "ada@example.org",
    "+44 20 7946 0018", '<p class="spinmail-quill-editor__spin-break">',
)  # fmt: skip


def _csv(data: bytes) -> None:
    (head, *_), body = split(data, 1)
    file = made(HEADS[head % len(HEADS)] + body, "file.csv")
    with may_refuse():
        if claim(file) is None:
            assert refusal(file).message.isprintable()
    notices: list[str] = []
    with may_refuse():
        table = open_table(file, frozenset({"a", "b"}), notices)
        items = list(table.rows())
        assert_lines(map(_line, items))
        width = len(table.header.names)
        assert all(len(item[1]) == width for item in items if not isinstance(item, Problem))
        assert list(table.rows()) == items, "the second reading is another one"
    assert all(map(str.isprintable, notices))


def _line(item: Item) -> int:
    return item.where.line if isinstance(item, Problem) else item[0]


def _linkedin(data: bytes) -> None:
    _table(data, OF_LINKEDIN)


def _log(data: bytes) -> None:
    _table(data, LOGS)


def _table(data: bytes, forms: tuple[tuple[str, str], ...]) -> None:
    """Read a table by the importer of its header: of cells, of any bytes below it, or bare."""
    (form, way, who, _), body = split(data)
    name, header = forms[form % len(forms)]
    filled = None
    if way % 3 == 0:
        cells = _cells(body)
        filled = sum(any(map(str.strip, row)) for row in cells)
        body = _written([header.split(","), *cells])
    elif way % 3 == 1:
        body = f"{header}\n".encode() + body
    file = made(body, f"{name}.csv")
    owner = OWNERS[who % 3]
    with suppress(InputRefused):
        find_owner({name: [file]}, None, None)
    told = _read(name, file, owner)
    if told is not None and filled is not None:
        assert len(told) == filled, "a row was told twice, or not at all"


def _cells(body: bytes) -> list[list[str]]:
    text = body.decode("utf-8", "replace")
    return [row.split(CELL) for row in text.split(ROW)] if text else []


def _written(table: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    return out.getvalue().encode()


def _read(name: str, file: File, owner: Owner) -> list[int] | None:
    """Read a file, and return the lines that were told; None if it was refused."""
    lines: list[int] = []
    context = context_of(owner, (file,))
    with may_refuse():
        for record in read_checked(named(name), file, context):
            assert_storable(texts(record))
            lines += lines_of(record)
            assert_lines(lines[-2:])
        assert_lines(lines)
        assert_storable(context.notices)
        return lines
    return None


def texts(record: Record) -> object:
    """Return what a record holds: of a run each interaction, of a problem what it says."""
    if isinstance(record, Interactions):
        return list(record.each())
    return record.message if isinstance(record, Problem) else record


def lines_of(record: Record) -> Iterable[int]:
    """Return the lines that a record is of; none where the one before it is of the same."""
    match record:
        case Problem():
            return (record.where.line,)
        case Interactions():
            return record.lines
        case Profile() | Tie(continues=True) | Interaction(continues=True):
            return ()
    return (record.line,)


def _of_x(data: bytes) -> None:
    (form, called, who, _), body = split(data)
    file = made(body, NAMES_OF_X[called % len(NAMES_OF_X)])
    with may_refuse():
        if claim(file) is None:
            assert refusal(file).message.isprintable()
    _read(OF_X[form % len(OF_X)], file, OWNERS[who % len(OWNERS)])


def _csv_seeds() -> Iterator[bytes]:
    for number, head in enumerate(HEADS):
        for body in (b"", b"1,2\n3,4\n", b'1;"2\n3"\r\n\xff;\r\n', b'\n\n"x\ty"\tz\n1\n1\t2\t3\n'):
            yield bytes([number]) + body
        yield bytes([number]) + (head + b"1,2\n").decode().encode("utf-16")
    for file in seeds.of_cases("linkedin/connections_*", "linkedin/odd_names", "log/*"):
        yield b"\0" + file


def _linkedin_seeds() -> Iterator[bytes]:
    for form, (name, header) in enumerate(OF_LINKEDIN):
        yield bytes([form, 0, 0, 0]) + _rows(header)
        yield bytes([form, 1, 1, 0]) + _written([header.split(",")] * 2)
        kind = name.removeprefix("linkedin-")
        for who, file in enumerate(seeds.of_cases(f"linkedin/{kind}_*")):
            yield bytes([form, 2, who % 3, 0]) + file
    for file in seeds.of_examples("linkedin/*.csv"):
        yield bytes([0, 2, 0, 0]) + file


def _rows(header: str) -> bytes:
    width = header.count(",") + 1
    rows = [[_TOKENS[12 + (row * 7 + n) % 20] for n in range(width)] for row in range(3)]
    return ROW.join(CELL.join(row) for row in rows).encode()


def _log_seeds() -> Iterator[bytes]:
    words = (
        "2026-02-08", "Ada Okafor", "coffee", "both", "gave+asked", "gave: a lift", "3", "x1",
    )  # fmt: skip
    yield b"\0\0\0\0" + CELL.join(words).encode()
    yield b"\0\0\0\0" + ROW.join([CELL.join(words)] * 2).encode()
    for file in (*seeds.of_cases("log/*"), *seeds.of_examples("log.csv")):
        yield b"\0\2\0\0" + file


def _x_seeds() -> Iterator[bytes]:
    for number, file in enumerate(seeds.of_cases("x/csv-*")):
        for form in range(2):
            choices = [(number + form) % len(OF_X), number % len(NAMES_OF_X), number % 4, 0]
            yield bytes(choices) + file


TABLES = (
    Harness(
        "csv", "CSV with any header: encodings, delimiters, preambles, broken rows", _csv,
        _csv_seeds, (*_TOKENS[:11], "a,b\n", "date,person\n", "\x00", "\xe9", "First Name"),
    ),
    Harness(
        "linkedin", "LinkedIn's tables of every era, and whose export it is", _linkedin,
        _linkedin_seeds, _TOKENS,
    ),
    Harness(
        "log", "the log of interactions as CSV", _log, _log_seeds,
        (*_TOKENS[:8], "2026-11-03", "2026-11-03T15:00:00+01:00", "coffee", "in_person", "voice",
         "both", "gave+got+asked+was_asked", "'=", "1000000"),
    ),
    Harness(
        "x-tables", "lists of people on X as CSV", _of_x, _x_seeds,
        (*_TOKENS[:8], "username", "screen_name", "user_id", "id", "name", "handle", "bio",
         "https://x.com/", "https://twitter.com/intent/user?user_id=", "@ada_o", "True", "false",
         "following", "followed_by", "is_follower"),
    ),
)  # fmt: skip
