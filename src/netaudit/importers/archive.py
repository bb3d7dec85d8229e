"""ZIP archives: their members as files that are read in place.

Nothing is extracted under a name, and no size that an archive states of itself is believed:
what comes out is counted, and members that share bytes are refused.
"""

import contextlib
import io
import stat
import struct
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from netaudit.errors import InputRefused
from netaudit.importers.source import File, basename, is_junk, shown

MAX_FILES = 200_000
MAX_FILE = 2 << 30
MAX_TOTAL = 8 << 30
MAX_RATIO, RATIO_FROM = 200, 10 << 20
#: The list of members is held in memory; that of 200,000 takes about half of this.
_MAX_LIST = 64 << 20
_LOCAL_HEADER, _LIST_ENTRY = 30, 46
_CHUNK = 1 << 20

AGAIN = "download the archive again"
_UNPACK = "unpack it with your system's tool and import the folder"
#: What zipfile raises for bytes that are not what the archive says they are.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, struct.error,
    OverflowError,
)  # fmt: skip


@dataclass
class Budget:
    """How many bytes may still come out of an archive and of those within it."""

    left: int


@dataclass(frozen=True)
class Archive:
    """An open ZIP: its members, without what Finder and hidden files leave behind."""

    files: tuple[File, ...]
    #: Names of members that are links to elsewhere.
    links: tuple[str, ...]
    budget: Budget


def open_archive(stream: io.RawIOBase, label: str, budget: Budget) -> Archive:
    """List the members of the ZIP in `stream`, which is closed with the last of its files.

    `label` is how the user knows the archive.
    """
    with contextlib.ExitStack() as held:
        cautious = held.enter_context(_Cautious(stream, label))
        try:
            opened = zipfile.ZipFile(cautious)
        except (*_DAMAGED, NotImplementedError):
            raise InputRefused(f"{label}: the ZIP is incomplete or damaged", hint=AGAIN) from None
        except OSError as error:
            raise InputRefused(f"{label}: cannot be read: {error.strerror}") from None
        members = opened.infolist()
        _check(opened, members, label)
        weakref.finalize(opened, cautious.close)
        held.pop_all()
    files, links = [], []
    for member in members:
        path = _path(member)
        parts = tuple(path.replace("\\", "/").split("/"))
        if not parts[-1] or is_junk(parts):  # a folder's name ends in a slash
            continue
        file = _Member(opened, member, f"{label}/{shown(path)}", budget).as_file(path)
        if stat.S_ISLNK(member.external_attr >> 16):
            links.append(file.shown)
        else:
            files.append(file)
    return Archive(tuple(files), tuple(links), budget)


def spooled(file: File) -> io.RawIOBase:
    """Copy a member to a temporary file without a name: an archive is read back and forth."""
    with file.open() as packed, contextlib.ExitStack() as held:
        try:
            spool = held.enter_context(tempfile.TemporaryFile())
            while chunk := packed.read(_CHUNK):
                spool.write(chunk)
            raw = spool.detach()
        except OSError as error:
            raise InputRefused(
                f"{file.shown}: cannot be copied to a temporary file: {error.strerror}",
                hint="unpack the outer archive and import the folder",
            ) from None
        held.pop_all()
        return raw


def too_many(label: str) -> InputRefused:
    """Say that there are more files than anybody's export has."""
    return InputRefused(
        f"{label}: more than {MAX_FILES:,} files", hint="import only the files that matter"
    )


def in_parts(label: str) -> InputRefused:
    """Say that this is only a part."""
    return InputRefused(
        f"{label}: one part of a split ZIP", hint="put the parts together, and import that"
    )


class _Cautious(io.BufferedReader):
    """A file from which the list of members of an archive is read only if it can be held."""

    def __init__(self, raw: io.RawIOBase, label: str) -> None:
        super().__init__(raw)
        self._label = label

    def read(self, size: int | None = -1, /) -> bytes:
        long = size is not None and size > _MAX_LIST
        data = b"" if long else super().read(size)
        # Each entry costs zipfile an object, so that they are counted before it begins.
        if long or (len(data) > MAX_FILES * _LIST_ENTRY and data.count(b"PK\x01\x02") > MAX_FILES):
            raise too_many(self._label)
        return data


def _check(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], label: str) -> None:
    """Refuse what no honest archive is: too long, in parts, or of members that share bytes."""
    if len(members) > MAX_FILES:
        raise too_many(label)
    if any(member.volume for member in members):
        raise in_parts(label)
    # Python sees to overlaps only since 3.11.8, and only when it opens a member.
    end = archive.start_dir
    for member in sorted(members, key=lambda m: m.header_offset, reverse=True):
        if member.header_offset + _LOCAL_HEADER + member.compress_size > end:
            raise InputRefused(
                f"{label}: the ZIP is damaged or made to do harm: its files overlap", hint=AGAIN
            )
        end = member.header_offset
    if end < 0:
        raise InputRefused(f"{label}: the ZIP is incomplete or damaged", hint=AGAIN)


def _path(member: zipfile.ZipInfo) -> str:
    """Return the path of a member; names in UTF-8 that do not say so are common on macOS."""
    if not member.flag_bits & 0x800 and not member.filename.isascii():
        with contextlib.suppress(UnicodeError):
            return member.filename.encode("cp437").decode()
    return member.filename


@dataclass
class _Member:
    """A member of an open archive."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    label: str
    budget: Budget
    #: How far it was ever read: reading it once more costs nothing of the budget.
    charged: int = field(default=0, init=False)

    def as_file(self, path: str) -> File:
        """Return the member as importers see it."""
        # Of a stream, importers ask nothing but to be read.
        return File(basename(path), self.label, self._open, self.info.file_size)  # type: ignore[arg-type]

    def _open(self) -> "_Unpacked":
        if self.info.flag_bits & 1:
            raise InputRefused(
                f"{self.label}: protected by a password", hint="unpack it and import the folder"
            )
        if self.info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise InputRefused(
                f"{self.label}: compressed in a way netaudit does not read", hint=_UNPACK
            )
        with self.undamaged():
            return _Unpacked(self.archive.open(self.info), self)

    @contextlib.contextmanager
    def undamaged(self) -> Iterator[None]:
        """Turn what zipfile raises into sentences."""
        try:
            yield
        except NotImplementedError:
            raise InputRefused(
                f"{self.label}: stored in a way netaudit does not read", hint=_UNPACK
            ) from None
        except _DAMAGED:
            raise self.damaged() from None

    def damaged(self) -> InputRefused:
        """Say that the bytes are not those that were packed."""
        return InputRefused(f"{self.label}: damaged in its archive", hint=AGAIN)

    def count(self, total: int) -> None:
        """Stop when more has come out than a real export holds."""
        self.budget.left -= max(0, total - self.charged)
        self.charged = max(total, self.charged)
        swollen = total > RATIO_FROM and total > MAX_RATIO * self.info.compress_size
        if swollen or self.budget.left < 0:
            raise InputRefused(
                f"{self.label}: unpacks to far more than an export holds", hint=AGAIN
            )
        if total > MAX_FILE:  # at an honest ratio: somebody's twenty years
            raise InputRefused(
                f"{self.label}: more than {MAX_FILE >> 30} GiB in one file of an archive",
                hint="unpack it and import the folder",
            )


class _Unpacked(io.RawIOBase):
    """What comes out of a member, counted."""

    def __init__(self, stream: IO[bytes], member: _Member) -> None:
        self._stream = stream
        self._member = member
        self._count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            return b"".join(iter(partial(self.read, _CHUNK), b""))
        with self._member.undamaged():
            chunk = self._stream.read(size)
        self._count += len(chunk)
        if len(chunk) < size and self._count != self._member.info.file_size:
            raise self._member.damaged()
        self._member.count(self._count)
        return chunk

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
