"""CSV as exports and spreadsheets write it: encodings, delimiters, preambles, broken rows.

Bytes become text record by record, so that one broken row costs one row. A table knows its
columns by name; where the header stands and what separates the fields is found from the file.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from netaudit.errors import InputRefused
from netaudit.importers.source import File
from netaudit.records import Problem, Where

MAX_FIELD = 1 << 20
MAX_LINE = 16 << 20
#: The header is looked for in this many records: exports begin with a note.
HEADER_WITHIN = 20
_DELIMITERS = (",", ";", "\t")


class Header(NamedTuple):
    """Where the header of a CSV file is, and what it says."""

    line: int
    delimiter: str
    encoding: str
    names: tuple[str, ...]


def column_key(name: str) -> str:
    """Return the form in which column names are compared."""
    return " ".join(name.replace("\ufeff", "").replace("_", " ").casefold().split())


def find_header(file: File, required: frozenset[str]) -> Header | None:
    """Find the first record that names all `required` columns (as `column_key`), if any."""
    for header in candidate_headers(file):
        if required <= set(header.names):
            return header
    return None


def candidate_headers(file: File) -> Iterator[Header]:
    """Yield every one of the first records as if it were the header, by each delimiter."""
    encoding = _encoding(file.head)
    text = file.head.decode(encoding, "surrogateescape" if encoding == "utf-8-sig" else "replace")
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        start = 1
        for _ in range(HEADER_WITHIN):
            try:
                row = next(reader)
            except (StopIteration, csv.Error):
                break
            if delimiter in text or len(row) == 1:
                yield Header(start, delimiter, encoding, tuple(map(column_key, row)))
            start = reader.line_num + 1


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


@dataclass
class Table:
    """A CSV file opened at its header.

    `columns` maps a column key to its index. `notices` collects what the user should hear
    once. `rows()` yields (line, cells) for every record, and a Problem for every broken one;
    empty records are passed over.
    """

    file: File
    header: Header
    notices: list[str] = field(default_factory=list)

    @property
    def columns(self) -> Mapping[str, int]:
        """Column key -> index of its first occurrence."""
        found: dict[str, int] = {}
        for index, name in enumerate(self.header.names):
            found.setdefault(name, index)
        return found

    def refuse_repeated(self, wanted: frozenset[str]) -> None:
        """Refuse a header that names a column we read twice."""
        for name in sorted(wanted):
            if self.header.names.count(name) > 1:
                raise InputRefused(
                    f"{self.file.shown}:{self.header.line}: the column '{name}' stands there twice",
                    hint="rename or remove one of them",
                )

    def rows(self) -> Iterator[tuple[int, list[str]] | Problem]:
        """Yield the records below the header; see the class."""
        with self.file.open() as stream:
            guard = _Guard(stream, self.file.shown, wide=self.header.encoding == "utf-16")
            text = io.TextIOWrapper(
                io.BufferedReader(guard, buffer_size=1 << 18),
                encoding=self.header.encoding,
                errors="surrogateescape" if not guard.wide else "strict",
                newline="",
            )
            yield from self._records(text, guard)
        if guard.legacy:
            self.notices.append(
                f"{self.file.shown}: {guard.legacy} rows were not UTF-8 and were read as "
                "Windows-1252"
            )

    def _records(
        self, text: io.TextIOWrapper, guard: "_Guard"
    ) -> Iterator[tuple[int, list[str]] | Problem]:
        csv.field_size_limit(MAX_FIELD)
        reader = csv.reader(text, delimiter=self.header.delimiter, strict=True)
        try:
            while reader.line_num < self.header.line:
                next(reader)
        except (StopIteration, csv.Error):  # the head was read the same way and had a header
            return
        width = len(self.header.names)
        line = reader.line_num
        while True:
            line = reader.line_num + 1
            try:
                for row in reader:
                    if len(row) == width and not guard.dirty:
                        yield line, row
                    elif (checked := self._look_closely(line, row, guard)) is not None:
                        yield checked
                    line = reader.line_num + 1
            except csv.Error as error:
                yield self._broken(line, error)
                continue
            except UnicodeDecodeError:
                raise InputRefused(
                    f"{self.file.shown}:{line}: this is not the encoding that its start announces"
                ) from None
            return

    def _broken(self, line: int, error: csv.Error) -> Problem:
        where = Where(self.file.shown, line)
        if "unexpected end of data" in str(error):
            raise InputRefused(
                f"{where}: a quotation mark is opened here and never closed",
                hint="the file is probably cut off; get it again",
            ) from None
        if "field larger" in str(error):
            return Problem(where, "field-too-long", "a field is longer than 1 MiB")
        return Problem(where, "bad-quoting", "the quotation marks do not pair up")

    def _look_closely(
        self, line: int, row: list[str], guard: "_Guard"
    ) -> tuple[int, list[str]] | Problem | None:
        """Judge a record of the wrong width, or one of a file with bytes that are not UTF-8."""
        if not any(cell.strip() for cell in row):
            return None
        where = Where(self.file.shown, line)
        width = len(self.header.names)
        if len(row) > width:
            if any(cell.strip() for cell in row[width:]):
                return Problem(
                    where, "too-many-fields", f"{len(row)} fields where the header names {width}"
                )
            row = row[:width]
        row = row + [""] * (width - len(row))
        if not guard.dirty:
            return line, row
        return self._decode(where, row, guard)

    def _decode(
        self, where: Where, row: list[str], guard: "_Guard"
    ) -> tuple[int, list[str]] | Problem:
        """Read a record that is not UTF-8 as Windows-1252, if it can be that."""
        joined = "".join(row)
        if "\0" in joined:
            return Problem(where, "nul", "a NUL character, which is no part of text")
        if joined.isascii() or not _has_surrogates(joined):
            return where.line, row
        if not _only_single_bytes(joined):
            return Problem(where, "bad-encoding", "bytes that are not UTF-8")
        try:
            row = [c.encode("utf-8", "surrogateescape").decode("cp1252") for c in row]
        except UnicodeDecodeError:
            return Problem(where, "bad-encoding", "bytes that are neither UTF-8 nor Windows-1252")
        guard.legacy += 1
        return where.line, row


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _only_single_bytes(text: str) -> bool:
    """Tell whether all that is not ASCII is undecodable: an old code page, not a damaged row."""
    return all(c.isascii() or "\udc80" <= c <= "\udcff" for c in text)


class _Guard(io.RawIOBase):
    """Watches the bytes of a text file pass: line length, NULs, and what is not UTF-8.

    Whole chunks are judged, so that rows need a closer look (`dirty`) only in files that
    hold something odd.
    """

    def __init__(self, stream: BinaryIO, shown: str, *, wide: bool) -> None:
        self._stream = stream
        self._shown = shown
        self._since_newline = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self.wide = wide
        self.dirty = False
        self.legacy = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._measure(chunk)
        if not self.wide and not self.dirty:
            self._judge(chunk)
        return len(chunk)

    def _measure(self, chunk: bytes) -> None:
        last = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        self._since_newline = (
            self._since_newline + len(chunk) if last < 0 else len(chunk) - last - 1
        )
        if self._since_newline > MAX_LINE:
            raise InputRefused(f"{self._shown}: a line is longer than 16 MiB")

    def _judge(self, chunk: bytes) -> None:
        if b"\0" in chunk:
            self.dirty = True
            zeros = chunk.count(b"\0")
            if zeros * 100 > len(chunk):
                raise InputRefused(
                    f"{self._shown}: full of NUL bytes; probably UTF-16 without its mark",
                    hint="save it as UTF-8",
                )
        if chunk.isascii() and not self._decoder.getstate()[0]:
            return
        try:
            self._decoder.decode(chunk)
        except UnicodeDecodeError:
            self.dirty = True
