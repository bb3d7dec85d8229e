"""Where the header of a CSV file stands, and what separates its fields: found from the file."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from netaudit.importers.source import HEAD, File

#: The header is looked for in this many records: exports begin with a note.
HEADER_WITHIN = 20
_DELIMITERS = (",", ";", "\t")


class Header(NamedTuple):
    """Where the header of a CSV file is, and what it says; on line 0, the file has none."""

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


def candidate_headers(file: File) -> Sequence[Header]:
    """Return every one of the first records as if it were the header, by each delimiter."""
    return _candidates(file.head)


@lru_cache(maxsize=4)  # every importer asks
def _candidates(head: bytes) -> Sequence[Header]:
    encoding = _encoding(head)
    return tuple(
        Header(line, delimiter, encoding, tuple(map(column_key, row)))
        for delimiter in _DELIMITERS
        for line, row in _records(head, delimiter)
    )


def as_written(file: File, header: Header) -> Sequence[str]:
    """Return the cells of a header without the changes that make them comparable."""
    return next(row for line, row in _records(file.head, header.delimiter) if line == header.line)


def _records(head: bytes, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the first records that this delimiter makes, each with its line."""
    encoding = _encoding(head)
    text = head.decode(encoding, "surrogateescape" if encoding == "utf-8-sig" else "replace")
    whole = len(head) < HEAD
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    for _ in range(HEADER_WITHIN):
        row = next(reader, None)
        if row is None or not (whole or lines.tell() < len(text)):
            return
        if delimiter in text or len(row) == 1:
            yield start, row
        start = reader.line_num + 1


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"
