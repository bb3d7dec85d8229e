"""Single files as importers see them, wherever they lie: how to open one, and what it is."""

import codecs
import contextlib
import io
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import BinaryIO

from netaudit.errors import InputRefused

HEAD = 1 << 16

#: First bytes that tell what a file is when it is not what its name says.
_MAGIC = (
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PK\x07\x08", "one part of a split ZIP"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an XZ file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
#: Ends of names of what archives hold by the thousand, and nobody can read.
_MEDIA = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".m4a", ".mov", ".m3u8", ".ts",
    ".css", ".woff", ".woff2", ".ttf", ".ico",
)  # fmt: skip
_COPY_MARK = re.compile(r"[ _-]*(?:\(\d+\)|(?<!\d)\d+|copy)$", re.ASCII)


@dataclass(frozen=True)
class File:
    """One file of an input: its basename, how the user knows it, and how to open it.

    `size` is in bytes, as far as it can be known. `watch` is told of bytes as they are read.
    """

    name: str
    shown: str
    opener: Callable[[], BinaryIO] = field(repr=False)
    size: int = 0
    watch: Callable[[int], None] | None = None

    @contextlib.contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open for reading; whatever breaks on the way is an InputRefused naming the file."""
        try:
            with self.opener() as stream:
                # A watched stream can do all that is asked of it here: read.
                yield stream if self.watch is None else _Watched(stream, self.watch)  # type: ignore[misc]
        except OSError as error:
            raise InputRefused(f"{self.shown}: cannot be read: {error.strerror}") from None

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB. Looking at them is not told to `watch`."""
        with replace(self, watch=None).open() as stream:
            return stream.read(HEAD)

    @property
    def strange(self) -> str | None:
        """What this file is when its first bytes say that it is no text, else None."""
        for magic, what in _MAGIC:
            if self.head.startswith(magic):
                return what
        start = self.head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if start.startswith((b"<!doctype html", b"<html", b"<head")):
            return "an HTML page (often a login page saved in place of the file)"
        wide = self.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if not wide and self.head.count(0) * 10 > len(self.head):
            return "no text, or UTF-16 without its mark (then save it as UTF-8)"
        return None


def shown(path: str | os.PathLike[str]) -> str:
    """Write a path so that it can be printed whatever bytes are in it."""
    text = os.fspath(path)
    if text.isprintable():  # no lone surrogate is
        return text
    text = text.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def stem(name: str) -> str:
    """Return a basename without ending, copy marks and member id: `Messages (1).csv`."""
    bare = name.casefold().removesuffix(".csv")
    while (shorter := _COPY_MARK.sub("", bare)) != bare:
        bare = shorter
    return bare


def basename(name: str) -> str:
    """Return the last part of a name as it can be stored and printed."""
    return shown(unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2]))


def is_media(name: str) -> bool:
    """Tell from its name what is seen or heard, and need not be looked into."""
    return name.casefold().endswith(_MEDIA)


def is_junk(parts: Iterable[str]) -> bool:
    """Tell what Finder and hidden files leave behind; `..` is neither."""
    return any(p == "__MACOSX" or (p.startswith(".") and p not in {".", ".."}) for p in parts)


class _Watched(io.RawIOBase):
    """Tells how many bytes were read."""

    def __init__(self, stream: BinaryIO, watch: Callable[[int], None]) -> None:
        self._stream = stream
        self._watch = watch

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._watch(len(chunk))
        return chunk
