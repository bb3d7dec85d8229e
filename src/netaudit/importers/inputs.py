"""What lies at a path of the command line: one file, a folder, or an archive.

Inputs are opened for reading only. The first bytes decide what a file is, not its name.
Archives in a folder or in an archive are looked into one level deep, and only those that
bear the name of an export.
"""

import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from netaudit.errors import InputRefused, UsageError
from netaudit.importers import archive
from netaudit.importers.archive import AGAIN, Budget, open_archive, spooled
from netaudit.importers.source import File, basename, is_junk, shown

#: How platforms name the archives they make, whatever a browser or a copy adds.
_EXPORTS = (
    re.compile(r"(?:^|[ _])linkedindataexport_.*\.zip$", re.IGNORECASE | re.DOTALL),
    re.compile(r"(?:^|[ _])twitter-\d{4}-\d{2}-\d{2}-.*\.zip$", re.IGNORECASE | re.DOTALL),
)
#: Each open archive is an open file.
MAX_ARCHIVES = 100
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PART = b"PK\x07\x08"


@dataclass(frozen=True)
class Input:
    """An export, or what else a path turned out to hold.

    `archives` are the exports that lie in it as archives of their own; `passed_over` are
    links and the like, which are not even looked at.
    """

    path: Path
    name: str
    shown: str
    loose: bool
    files: tuple[File, ...]
    archives: tuple["Input", ...] = ()
    passed_over: tuple[str, ...] = ()


def open_input(path: Path) -> Input:
    """Find out what `path` is and list its files."""
    name = shown(path)
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        raise UsageError(f"{name}: no such file or folder") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read: {getattr(error, 'strerror', error)}") from None
    if stat.S_ISDIR(kind):
        return _folder(path)
    if not stat.S_ISREG(kind):
        raise UsageError(f"{name}: not a regular file or folder")
    if not os.access(path, os.R_OK):
        raise UsageError(f"{name}: cannot be read: permission denied")
    file = _on_disk(path)
    if _is_zip(file):
        return _zip(path, file, within=True)
    if path.suffix.casefold() == ".zip" and _ends_as_zip(path):
        raise InputRefused(
            f"{name}: begins with something else than a ZIP",
            hint="is it the last of several parts? Then put them together; else download it again",
        )
    return Input(path, file.name, name, loose=True, files=(file,))


def _on_disk(path: Path) -> File:
    return File(basename(path.name), shown(path), lambda: path.open("rb"), path.stat().st_size)


def _is_zip(file: File) -> bool:
    if not file.head:
        raise InputRefused(f"{file.shown}: the file is empty", hint=AGAIN)
    if file.head.startswith(_PART):
        raise archive.in_parts(file.shown)
    return file.head.startswith(_ZIP)


def _ends_as_zip(path: Path) -> bool:
    """Tell whether a ZIP ends in a file, also one that is said to lie on several disks."""
    try:
        return zipfile.is_zipfile(path)
    except zipfile.BadZipFile:
        return True


def _is_export(file: File) -> bool:
    """Tell whether a file is called like an export; then it has to be one that can be read."""
    if not any(name.search(file.name) for name in _EXPORTS):
        return False
    if not _is_zip(file):
        what = file.strange or "no ZIP, whatever its name says"
        raise InputRefused(f"{file.shown}: this is {what}", hint=AGAIN)
    return True


def _folder(path: Path) -> Input:
    name = shown(path)
    files: list[File] = []
    archives: list[Input] = []
    passed_over: list[str] = []
    for count, found in enumerate(_walk(path)):
        if count >= archive.MAX_FILES:
            raise archive.too_many(name)
        if found.is_symlink() or not found.is_file():
            passed_over.append(shown(found))
        elif _is_export(file := _on_disk(found)):
            _refuse_many(archives, name)
            archives.append(_zip(found, file, within=False))
        else:
            files.append(file)
    return Input(
        path, shown(path.resolve().name), name, loose=False,
        files=tuple(files), archives=tuple(archives), passed_over=tuple(passed_over),
    )  # fmt: skip


def _walk(path: Path) -> Iterator[Path]:
    """Yield, in order, what a folder holds beside folders and hidden files."""

    def refuse(error: OSError) -> None:
        raise UsageError(f"{shown(error.filename)}: cannot be read: {error.strerror}")

    for folder, folders, names in os.walk(path, onerror=refuse):
        folders[:] = sorted(f for f in folders if not is_junk((f,)))
        linked = [f for f in folders if (Path(folder) / f).is_symlink()]
        yield from (Path(folder) / n for n in sorted(names + linked) if not is_junk((n,)))


def _zip(path: Path, file: File, *, within: bool) -> Input:
    try:
        stream = path.open("rb", buffering=0)
    except OSError as error:
        raise InputRefused(f"{file.shown}: cannot be read: {error.strerror}") from None
    return _archive(path, file, stream, Budget(archive.MAX_TOTAL), within=within)


def _archive(
    path: Path, file: File, stream: io.RawIOBase, budget: Budget, *, within: bool
) -> Input:
    """List what an archive holds; those `within` it are opened too, at its expense."""
    opened = open_archive(stream, file.shown, budget)
    files: list[File] = []
    archives: list[Input] = []
    for member in opened.files:
        if within and _is_export(member):
            _refuse_many(archives, file.shown)
            archives.append(_archive(path, member, spooled(member), budget, within=False))
        else:
            files.append(member)
    return Input(
        path, file.name, file.shown, loose=False,
        files=tuple(files), archives=tuple(archives), passed_over=opened.links,
    )  # fmt: skip


def _refuse_many(archives: Sequence[Input], name: str) -> None:
    if len(archives) >= MAX_ARCHIVES:
        raise InputRefused(
            f"{name}: holds more than {MAX_ARCHIVES} archives", hint="import fewer at a time"
        )
