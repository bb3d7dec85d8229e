"""Where the header of a CSV file stands, and what separates its fields: found from the file."""

import codecs
import csv
import io
from collections.abc import Sequence
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
    text = head.decode(encoding, "surrogateescape" if encoding == "utf-8-sig" else "replace")
    whole = len(head) < HEAD
    found = []
    for delimiter in _DELIMITERS:
        lines = io.StringIO(text, newline="")
        reader = csv.reader(lines, delimiter=delimiter)
        start = 1
        for _ in range(HEADER_WITHIN):
            row = next(reader, None)
            if row is None or not (whole or lines.tell() < len(text)):
                break
            if delimiter in text or len(row) == 1:
                found.append(Header(start, delimiter, encoding, tuple(map(column_key, row))))
            start = reader.line_num + 1
    return tuple(found)


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"
