"""The lines of a file as objects of JSON; what is none is told by its line."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from netaudit.errors import InputRefused
from netaudit.importers.source import File
from netaudit.records import Problem, Where

#: No person has so much to tell that a line could be longer.
MAX_LINE = 16 << 20
_CHUNK = 1 << 20
_decode = json.JSONDecoder().raw_decode


def objects(file: File) -> Iterator[tuple[int, dict[str, Any]] | Problem]:
    """Yield each line that is not empty with its number."""
    with file.open() as stream:
        for number, line in enumerate(_lines(stream, file.shown), 1):
            if not line or line.isspace():
                continue
            try:
                text = line.decode().strip()
                found, end = _decode(text)
            # What Python raises for a number of 5,000 digits, and for lists in lists in lists.
            except (ValueError, RecursionError):
                found, end, text = None, 0, ""
            if end == len(text) and isinstance(found, dict):
                yield number, found
            else:
                where = Where(file.shown, number)
                yield Problem(where, "no-json", "no object of JSON in UTF-8")


def _lines(stream: BinaryIO, shown: str) -> Iterator[bytes]:
    """Yield lines without their ends."""
    rest, count = b"", 0
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        count += len(whole)
        if len(rest) > MAX_LINE or max(map(len, whole), default=0) > MAX_LINE:
            raise InputRefused(f"{shown}: a line near {count + 1} is longer than 16 MiB")
        yield from whole
    if rest:
        yield rest
