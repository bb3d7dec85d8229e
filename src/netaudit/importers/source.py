"""Inputs as importers see them: single files, whether loose, in a folder, or in a ZIP.

Inputs are opened for reading only. Nothing is ever extracted, and no size that an archive
states of itself is believed: what is read is counted.
"""

import codecs
import contextlib
import io
import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import IO, BinaryIO

from netaudit.errors import InputRefused, UsageError

HEAD = 1 << 16
MAX_FILES = 200_000
MAX_FILE = 2 << 30
MAX_TOTAL = 8 << 30
MAX_RATIO, RATIO_FROM = 200, 10 << 20

_ELSEWHERE = "download the archive again"
#: First bytes that tell what a file is when it is not what its name says.
_MAGIC = (
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PK\x07\x08", "one part of a split ZIP"),
    (b"\x1f\x8b", "a gzip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
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


@dataclass(frozen=True)
class Input:
    """What one path on the command line turned out to hold."""

    path: Path
    name: str
    loose: bool
    files: tuple[File, ...]


def shown(path: str | os.PathLike[str]) -> str:
    """Write a path so that it can be printed whatever bytes are in it."""
    text = os.fspath(path).encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def stem(name: str) -> str:
    """Return a basename without ending, copy marks and member id: `Messages (1).csv`."""
    bare = name.casefold().removesuffix(".csv")
    while (shorter := _COPY_MARK.sub("", bare)) != bare:
        bare = shorter
    return bare


def open_input(path: Path) -> Input:
    """Find out what `path` is and list its files; the first bytes decide, not the name."""
    name = shown(path)
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        raise UsageError(f"{name}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read: {getattr(error, 'strerror', error)}") from None
    if stat.S_ISDIR(kind):
        files = tuple(_in_folder(path))
        return Input(path, shown(path.resolve().name), loose=False, files=files)
    if not stat.S_ISREG(kind):
        raise UsageError(f"{name}: not a regular file or folder")
    if not os.access(path, os.R_OK):
        raise UsageError(f"{name}: cannot be read: permission denied")
    file = _loose(path)
    if not file.head:
        raise InputRefused(f"{name}: the file is empty", hint=_ELSEWHERE)
    if file.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Input(path, file.name, loose=False, files=tuple(_in_zip(path)))
    return Input(path, file.name, loose=True, files=(file,))


def _is_junk(parts: Iterable[str]) -> bool:
    """Tell what Finder and hidden files leave behind; `..` is neither."""
    return any(p == "__MACOSX" or (p.startswith(".") and p not in {".", ".."}) for p in parts)


def _in_folder(path: Path) -> Iterator[File]:
    def refuse(error: OSError) -> None:
        raise UsageError(f"{shown(error.filename)}: cannot be read: {error.strerror}")

    count = 0
    for folder, folders, names in os.walk(path, onerror=refuse):
        folders[:] = sorted(f for f in folders if not _is_junk((f,)))
        for name in sorted(names):
            found = Path(folder) / name
            if _is_junk((name,)) or found.is_symlink() or not found.is_file():
                continue
            count += 1
            if count > MAX_FILES:
                raise InputRefused(f"{shown(path)}: more than {MAX_FILES:,} files")
            yield _loose(found)


def _loose(path: Path) -> File:
    return File(_basename(path.name), shown(path), lambda: path.open("rb"), path.stat().st_size)


def _basename(name: str) -> str:
    """Return the last part of a name as it can be stored and printed."""
    return shown(unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2]))


def _in_zip(path: Path) -> Iterator[File]:
    name = shown(path)
    try:
        archive = zipfile.ZipFile(path)
    except (*_DAMAGED, NotImplementedError):
        raise InputRefused(f"{name}: the ZIP is incomplete or damaged", hint=_ELSEWHERE) from None
    except OSError as error:
        raise InputRefused(f"{name}: cannot be read: {error.strerror}") from None
    members = archive.infolist()
    if len(members) > MAX_FILES:
        raise InputRefused(f"{name}: more than {MAX_FILES:,} files")
    opened = _Archive(archive, path.stat().st_size, MAX_TOTAL)
    for member in members:
        parts = tuple(member.filename.replace("\\", "/").split("/"))
        is_link = stat.S_ISLNK(member.external_attr >> 16)
        if not parts[-1] or _is_junk(parts) or is_link:  # a folder's name ends in a slash
            continue
        yield _zip_member(opened, member, f"{name}/{shown(member.filename)}")


@dataclass
class _Archive:
    """An open ZIP, its size, and how many bytes may still come out of it."""

    zip: zipfile.ZipFile
    size: int
    left: int


def _zip_member(archive: _Archive, member: zipfile.ZipInfo, label: str) -> File:
    def opener() -> BinaryIO:
        if member.flag_bits & 1:
            raise InputRefused(
                f"{label}: protected by a password", hint="unpack it and import the folder"
            )
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise InputRefused(
                f"{label}: compressed in a way netaudit does not read",
                hint="unpack it with your system's tool and import the folder",
            )
        with _undamaged(label):
            stream = archive.zip.open(member)
        packed = min(member.compress_size, archive.size)
        return io.BufferedReader(_Capped(stream, packed, label, archive), buffer_size=1 << 18)

    return File(_basename(member.filename), label, opener, member.file_size)


#: What zipfile raises for bytes that are not what the archive says they are.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, struct.error)


@contextlib.contextmanager
def _undamaged(label: str) -> Iterator[None]:
    try:
        yield
    except NotImplementedError:
        raise InputRefused(
            f"{label}: stored in a way netaudit does not read",
            hint="unpack it with your system's tool and import the folder",
        ) from None
    except _DAMAGED:
        raise InputRefused(f"{label}: damaged in its archive", hint=_ELSEWHERE) from None


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


class _Capped(io.RawIOBase):
    """A ZIP member that stops when more comes out of it than a real export holds."""

    def __init__(self, stream: IO[bytes], packed: int, label: str, archive: _Archive) -> None:
        self._stream = stream
        self._packed = packed
        self._label = label
        self._archive = archive
        self._count = 0

    def readable(self) -> bool:
        return True

    # Typed for the two buffers that io really passes, which can be sliced.
    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        with _undamaged(self._label):
            chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._count += len(chunk)
        self._archive.left -= len(chunk)
        swollen = self._count > RATIO_FROM and self._count > MAX_RATIO * self._packed
        if swollen or self._count > MAX_FILE or self._archive.left < 0:
            raise InputRefused(f"{self._label}: unpacks to far more than an export holds")
        return len(chunk)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
