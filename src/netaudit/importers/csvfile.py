"""CSV as exports and spreadsheets write it: encodings, delimiters, preambles, broken rows.

Bytes become text record by record, so that one broken row costs one row. A table knows its
columns by name.
"""

import codecs
import contextlib
import csv
import io
import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice
from operator import itemgetter
from typing import NamedTuple

from netaudit.errors import InputRefused
from netaudit.importers.blocks import Block, Shape, split
from netaudit.importers.guard import Guard, OddError
from netaudit.importers.header import Header, column_key, find_header
from netaudit.importers.source import File
from netaudit.records import Problem, Where

MAX_FIELD = 1 << 20
_LINE_END = re.compile(rb"\r\n?|\n")
#: Bytes in the shape of UTF-8 that UTF-8 forbids: surrogates, overlong forms, too large numbers.
_MALFORMED = re.compile(
    rb"\xe0[\x80-\x9f][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2}"
    rb"|\xf4[\x90-\xbf][\x80-\xbf]{2}|[\xf5-\xf7][\x80-\xbf]{3}"
)
Item = tuple[int, list[str]] | Problem
#: So many records are read at a time. Of more, the first ones would have left the processor's
#: cache by the time they are looked at.
_RUN = 256
#: Nor more than this many bytes and eight records, which may be large ones.
_LARGE = 1 << 20


class Run(NamedTuple):
    """Records that follow one another, each as wide as the header: their lines and cells."""

    lines: Sequence[int]
    rows: Sequence[list[str]]


def open_table(file: File, required: frozenset[str], notices: list[str]) -> "Table":
    """Open a file at the header that names all `required` columns; without one it is refused."""
    header = find_header(file, required)
    if header is None:
        columns = ", ".join(f"'{name}'" for name in sorted(required))
        raise InputRefused(f"{file.shown}: no header with the columns {columns}")
    return Table(file, header, required, notices)


@dataclass
class Table:
    """A CSV file opened at its header.

    `columns` maps a column key to its index. A record too short to reach all `required`
    columns is a Problem. `notices` collects what the user should hear once.
    """

    file: File
    header: Header
    required: frozenset[str]
    notices: list[str]
    _legacy: int = field(default=0, init=False)
    _empty: bool = field(default=True, init=False)

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Column key -> index of its first occurrence."""
        found: dict[str, int] = {}
        for index, name in enumerate(self.header.names):
            found.setdefault(name, index)
        return found

    @cached_property
    def _least(self) -> int:
        """How many fields a record must have to reach every required column."""
        return 1 + max((self.columns[name] for name in self.required), default=0)

    def refuse_repeated(self, wanted: frozenset[str]) -> None:
        """Refuse a header that names a column we read twice."""
        for name in sorted(wanted):
            if self.header.names.count(name) > 1:
                raise InputRefused(
                    f"{self.file.shown}:{self.header.line}: the column '{name}' stands there twice",
                    hint="rename or remove one of them",
                )

    def rows(self) -> Iterator[Item]:
        """Yield (line, cells) for every record, and a Problem for every broken one."""
        for run in self.runs():
            if isinstance(run, Problem):
                yield run
            else:
                yield from zip(*run, strict=True)

    def runs(self) -> Iterator[Run | Problem]:
        """Yield the records of the file in runs, and a Problem for every broken one.

        Empty records are passed over. The file is read the quick way up to the first odd
        thing, and from there again with a closer look at each record.
        """
        self._begin()
        yield from self._from(0)
        self._notice()

    def blocks(self, anchor: str) -> Iterator[Block | Run | Problem]:
        """Yield the records in blocks up to the first odd thing, and from there as `runs` does.

        `anchor` names a column that is filled, in ASCII, wherever all is plain.
        """
        self._begin()
        line = yield from self._in_blocks(self.columns[anchor])
        if line is not None:
            yield from self._from(line)
        self._notice()

    def _begin(self) -> None:
        self._legacy, self._empty = 0, True
        csv.field_size_limit(MAX_FIELD)  # for whoever reads a record of this file, also of a block

    def _notice(self) -> None:
        if self._empty:
            self.notices.append(f"{self.file.shown}: there are no rows below the header")
        if self._legacy:
            rows, were = ("row", "was") if self._legacy == 1 else ("rows", "were")
            self.notices.append(
                f"{self.file.shown}: {self._legacy:,} {rows} {were} not UTF-8 and {were} read as "
                "Windows-1252"
            )

    def _in_blocks(self, anchor: int) -> Generator[Block, None, int | None]:
        """Yield blocks while all is plain; return the first line of the one that is not."""
        if self.header.encoding == "utf-16":
            return 0
        shape = Shape(len(self.header.names), ord(self.header.delimiter), anchor, MAX_FIELD)
        line = 0
        try:
            with self.file.open() as stream:
                guard = Guard(stream, self.file.shown, stop_at_nul=True)
                line, data = self._below_header(guard.block())
                while data := guard.block(data):
                    block = split(data, line, shape)
                    if block is None:
                        return line
                    self._empty = False
                    yield block
                    line, data = block.after, data[block.length :]
        except (UnicodeDecodeError, OddError):
            return line
        return None

    def _below_header(self, data: bytes) -> tuple[int, bytes]:
        """Return the first line below the header, and what of `data` is not above it."""
        text = io.TextIOWrapper(io.BytesIO(data), encoding=self.header.encoding, newline="")
        last = self._skip_header(text)
        end = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        for found in islice(_LINE_END.finditer(data), last):
            end = found.end()
        return last + 1, data[end:]

    def _from(self, first: int) -> Iterator[Run | Problem]:
        line = yield from self._quickly(first)
        if line is not None:
            yield from _in_runs(self._closely(line))

    def _quickly(self, first: int) -> Generator[Run | Problem, None, int | None]:
        """Yield runs while all is plain; return the first line of the one that is not.

        They are those from the line `first` on.
        """
        plain = {len(self.header.names)}
        #: Nearly always filled, so that a blank here is worth a look at the whole record.
        anchor = itemgetter(min((self.columns[name] for name in self.required), default=0))
        line = first
        try:
            with self._text(closely=False) as text:
                line = start = _passed(text, self._skip_header(text) + 1, first)
                reader = csv.reader(text, delimiter=self.header.delimiter, strict=True)
                while rows := _taken(reader, text.buffer):  # loops over rows are all in C
                    after = start + reader.line_num
                    lines = _lines(line, after, rows)
                    if set(map(len, rows)) == plain and all(map(str.strip, map(anchor, rows))):
                        self._empty = False
                        yield Run(lines, rows)
                    else:
                        yield from _in_runs(filter(None, map(self._fit, lines, rows)))
                    line = after
        except (csv.Error, UnicodeDecodeError, OddError):
            return line
        return None

    def _closely(self, first: int) -> Iterator[Item]:
        """Yield the records from the line `first` on; every one is examined for what is odd."""
        with self._text(closely=True) as text:
            line = _passed(text, self._skip_header(text) + 1, first)
            lines = _Lines(text)
            reader = csv.reader(lines, delimiter=self.header.delimiter, strict=True)
            while True:
                try:
                    row = next(reader, None)
                except csv.Error as error:
                    yield self._broken(line, error, len(lines.taken))
                    lines.give_back()
                    line += 1
                    continue
                if row is None:
                    return
                item = self._fit(line, row)
                if item is not None:
                    yield item if isinstance(item, Problem) else self._decode(*item)
                line += len(lines.taken)
                lines.taken.clear()

    @contextlib.contextmanager
    def _text(self, *, closely: bool) -> "Iterator[io.TextIOWrapper[Guard]]":
        wide = self.header.encoding == "utf-16"
        with self.file.open() as stream:
            guard = Guard(stream, self.file.shown, stop_at_nul=not (wide or closely))
            text = io.TextIOWrapper(
                guard,
                encoding=self.header.encoding,
                errors="surrogateescape" if closely and not wide else "strict",
                newline="",
            )
            try:
                yield text
            except UnicodeDecodeError:
                if not closely:
                    raise
                raise InputRefused(
                    f"{self.file.shown}: not in the encoding that its start announces"
                ) from None

    def _skip_header(self, text: io.TextIOWrapper) -> int:
        """Read to the end of the header, as leniently as it was found; return its last line."""
        if not self.header.line:
            return 0
        reader = csv.reader(text, delimiter=self.header.delimiter)
        row: list[str] | None = []
        while row is not None and reader.line_num < self.header.line:
            row = next(reader, None)
        if row is None or tuple(map(column_key, row)) != self.header.names:
            raise InputRefused(f"{self.file.shown}: changed while it was read", hint="try again")
        return reader.line_num

    def _broken(self, line: int, error: csv.Error, span: int) -> Problem:
        """Say what is wrong with a record that the parser gave up on after `span` lines."""
        self._empty = False
        where = Where(self.file.shown, line)
        too_long = "field larger" in str(error)
        if "unexpected end of data" in str(error) or (too_long and span > 1):
            raise InputRefused(
                f"{where}: a quotation mark is opened here and never closed",
                hint="the file is probably cut off; get it again",
            ) from None
        if too_long:
            return Problem(where, "field-too-long", "a field is longer than 1 MiB")
        return Problem(where, "bad-quoting", "the quotation marks do not pair up")

    def _fit(self, line: int, row: list[str]) -> Item | None:
        """Bring a record to the width of the header; None for an empty one."""
        if not any(cell.strip() for cell in row):
            return None
        self._empty = False
        width = len(self.header.names)
        if len(row) == width:
            return line, row
        where = Where(self.file.shown, line)
        fields = "1 field" if len(row) == 1 else f"{len(row)} fields"
        if any(cell.strip() for cell in row[width:]):
            return Problem(where, "too-many-fields", f"{fields} where the header names {width}")
        if len(row) < self._least:
            return Problem(where, "too-few-fields", f"{fields} where the header names {width}")
        return line, row[:width] + [""] * (width - len(row))

    def _decode(self, line: int, row: list[str]) -> Item:
        """Read a record that is not UTF-8 as Windows-1252, if it can be that."""
        joined = "".join(row)
        if "\0" not in joined and (joined.isascii() or not _has_escapes(joined)):
            return line, row
        where = Where(self.file.shown, line)
        if "\0" in joined:
            return Problem(where, "nul", "a NUL character, which is no part of text")
        raw = joined.encode("utf-8", "surrogateescape")
        if not _only_single_bytes(joined) or _MALFORMED.search(raw):
            return Problem(where, "bad-encoding", "bytes that are not UTF-8")
        try:
            row = [c.encode("utf-8", "surrogateescape").decode("cp1252") for c in row]
        except UnicodeDecodeError:
            return Problem(where, "bad-encoding", "bytes that are neither UTF-8 nor Windows-1252")
        self._legacy += 1
        return line, row


def _passed(text: Iterator[str], line: int, first: int) -> int:
    """Pass over the lines before the line `first`; return where that ends."""
    for _ in range(line, first):
        next(text, "")
    return max(line, first)


def _taken(reader: Iterator[list[str]], guard: "Guard") -> list[list[str]]:
    """Take the records of a run, fewer where they are large."""
    enough = guard.passed + _LARGE
    rows = list(islice(reader, 8))
    while len(rows) < _RUN and guard.passed < enough and (more := list(islice(reader, 8))):
        rows += more
    return rows


def _lines(first: int, after: int, rows: Sequence[list[str]]) -> Sequence[int]:
    """Return the line on which each of these records begins; together they end at `after`."""
    if after - first == len(rows):
        return range(first, after)
    spans = []
    for row in rows:
        text = ",".join(row)
        spans.append(1 + text.count("\n") + text.count("\r") - text.count("\r\n"))
    return list(accumulate(spans[:-1], initial=first))


def _in_runs(items: Iterable[Item]) -> Iterator[Run | Problem]:
    """Put the records between two problems together."""
    lines: list[int] = []
    rows: list[list[str]] = []
    size = 0
    try:
        for item in items:
            if rows and (isinstance(item, Problem) or len(rows) == _RUN or size > _LARGE):
                yield Run(lines, rows)
                lines, rows, size = [], [], 0
            if isinstance(item, Problem):
                yield item
            else:
                lines.append(item[0])
                rows.append(item[1])
                size += sum(map(len, item[1]))
    except InputRefused:  # what came before it is told before it
        if rows:
            yield Run(lines, rows)
        raise
    if rows:
        yield Run(lines, rows)


def _has_escapes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _only_single_bytes(text: str) -> bool:
    """Tell whether all that is not ASCII is undecodable: an old code page, not a damaged row."""
    return all(c.isascii() or "\udc80" <= c <= "\udcff" for c in text)


class _Lines:
    """Lines as the parser takes them; a record that breaks off gives back all but its first."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._ahead: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Have the lines of the current record, but for its first, taken anew."""
        self._ahead.extendleft(reversed(self.taken[1:]))
        self.taken.clear()
