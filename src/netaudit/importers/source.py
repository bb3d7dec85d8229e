"""Inputs as importers see them: single files, whether loose, in a folder, or in a ZIP.

Inputs are opened for reading only. Nothing is ever extracted, and no size that an archive
states of itself is believed: what is read is counted.
"""

import contextlib
import io
import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

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
    (b"\x1f\x8b", "a gzip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


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
                yield stream if self.watch is None else _Watched(stream, self.watch)  # type: ignore[misc]
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise InputRefused(f"{self.shown}: damaged in its archive", hint=_ELSEWHERE) from None
        except NotImplementedError:
            raise InputRefused(
                f"{self.shown}: compressed in a way netaudit does not read",
                hint="unpack it with your system's tool and import the folder",
            ) from None
        except OSError as error:
            raise InputRefused(f"{self.shown}: cannot be read: {error.strerror}") from None

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.open() as stream:
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
        return Input(path, path.resolve().name, loose=False, files=tuple(_in_folder(path)))
    if not stat.S_ISREG(kind):
        raise UsageError(f"{name}: not a regular file or folder")
    file = File(path.name, name, lambda: path.open("rb"), path.stat().st_size)
    if not file.head:
        raise InputRefused(f"{name}: the file is empty", hint=_ELSEWHERE)
    if file.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Input(path, path.name, loose=False, files=tuple(_in_zip(path)))
    return Input(path, path.name, loose=True, files=(file,))


def _is_junk(parts: tuple[str, ...]) -> bool:
    return any(part == "__MACOSX" or part.startswith(".") for part in parts)


def _in_folder(path: Path) -> Iterator[File]:
    def refuse(error: OSError) -> None:
        raise UsageError(f"{shown(error.filename)}: cannot be read: {error.strerror}")

    count = 0
    for folder, folders, names in os.walk(path, onerror=refuse):
        folders[:] = sorted(f for f in folders if not _is_junk((f,)))
        for name in sorted(names):
            found = Path(folder) / name
            if _is_junk((name,)) or not stat.S_ISREG(found.lstat().st_mode):
                continue
            count += 1
            if count > MAX_FILES:
                raise InputRefused(f"{shown(path)}: more than {MAX_FILES:,} files")
            yield _file_in_folder(found)


def _file_in_folder(path: Path) -> File:
    return File(_basename(path.name), shown(path), lambda: path.open("rb"), path.stat().st_size)


def _basename(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])


def _in_zip(path: Path) -> Iterator[File]:
    name = shown(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        raise InputRefused(f"{name}: the ZIP is incomplete or damaged", hint=_ELSEWHERE) from None
    except OSError as error:
        raise InputRefused(f"{name}: cannot be read: {error.strerror}") from None
    if len(members) > MAX_FILES:
        raise InputRefused(f"{name}: more than {MAX_FILES:,} files")
    budget = _Budget(MAX_TOTAL)
    for member in members:
        parts = tuple(member.filename.replace("\\", "/").split("/"))
        is_link = stat.S_ISLNK(member.external_attr >> 16)
        if member.is_dir() or _is_junk(parts) or is_link:
            continue
        yield _zip_member(path, member, budget)


@dataclass
class _Budget:
    """How many bytes may still come out of one archive."""

    left: int


def _zip_member(path: Path, member: zipfile.ZipInfo, budget: _Budget) -> File:
    label = f"{shown(path)}/{shown(member.filename)}"

    def opener() -> BinaryIO:
        if member.flag_bits & 1:
            raise InputRefused(
                f"{label}: protected by a password", hint="unpack it and import the folder"
            )
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise NotImplementedError
        archive = zipfile.ZipFile(path)
        raw = _Capped(archive, member, label, budget)
        return io.BufferedReader(raw, buffer_size=1 << 18)

    return File(_basename(member.filename), label, opener, member.file_size)


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

    def __init__(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, budget: _Budget
    ) -> None:
        self._archive = archive
        self._stream = archive.open(member)
        self._packed = max(member.compress_size, 1)
        self._label = label
        self._budget = budget
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._count += len(chunk)
        self._budget.left -= len(chunk)
        swollen = self._count > RATIO_FROM and self._count > MAX_RATIO * self._packed
        if swollen or self._count > MAX_FILE or self._budget.left < 0:
            raise InputRefused(f"{self._label}: unpacks to far more than an export holds")
        return len(chunk)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._archive.close()
        super().close()
