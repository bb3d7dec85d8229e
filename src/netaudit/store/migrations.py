"""The versions of the store, and the way from each to the next.

A step runs in one transaction together with the new version number, after a copy of the
store was laid beside it. A store newer than this program is never touched.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from netaudit.errors import StoreDamaged
from netaudit.store import placing
from netaudit.store.committing import immediate

#: Offset 68 of the file: "this is netaudit". The bytes are "netA".
APPLICATION_ID = 0x6E657441
VERSION = 1
#: Version -> the statements that lead from it to the next.
STEPS: Mapping[int, tuple[str, ...]] = {}
KEPT_BACKUPS = 3


def create(connection: sqlite3.Connection) -> None:
    """Lay out an empty store of the newest version in an empty database."""
    text = resources.files("netaudit.store").joinpath("schema.sql").read_text("utf-8")
    connection.execute("BEGIN")
    for statement in split(text):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def split(script: str) -> list[str]:
    """Split a script into statements, so that none of them commits behind our back."""
    statements, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            statements.append(begun)
            begun = ""
    return statements


def migrate(connection: sqlite3.Connection, path: Path, now: int) -> None:
    """Bring an older store to the newest version; a copy of it is kept beside it."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == VERSION:
        return
    back_up(connection, path, version, now)
    advance(connection, path)
    placing.sweep(path)  # a copy that somebody was killed over


def advance(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older store to the newest version as it lies there; `path` is what it is called."""
    # A step that lays out a table anew drops the old one, which must not delete what refers
    # to it. The setting has no effect within a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with immediate(connection):
            _run_steps(connection, path)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run_steps(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:  # another process, of a newer program, was faster
        raise newer(path, version)
    while version < VERSION:
        for statement in STEPS[version]:
            connection.execute(statement)
        version += 1
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise StoreDamaged(f"{path}: the store could not be brought to version {VERSION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def newer(path: Path, version: int) -> StoreDamaged:
    """Say that a store is of a version which this program does not know."""
    return StoreDamaged(
        f"{path}: written by a newer netaudit (store version {version}; this one knows {VERSION})",
        hint="upgrade netaudit",
    )


def back_up(connection: sqlite3.Connection, path: Path, version: int, now: int) -> Path:
    """Copy the store beside itself, readable by the user only; keep the newest few copies."""
    target = copy_of(path, version, now)
    if not target.exists():
        placing.place(connection, target)
    prune(path)
    return target


def copy_of(path: Path, version: int, now: int) -> Path:
    """Return what a copy of the store is called that is made at that moment."""
    return path.with_name(f"{path.name}.v{version}-{compact(now)}.bak")


def compact(now: int) -> str:
    """Write a moment as it stands in names of files."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")


def prune(path: Path, spare: Path | None = None) -> None:
    """Remove all copies beside the store but the newest few, and the one to `spare`."""
    for old in backups(path)[:-KEPT_BACKUPS]:
        if old != spare:
            with suppress(FileNotFoundError):
                old.unlink()


def backups(path: Path) -> list[Path]:
    """Return the copies that lie beside the store, oldest first."""
    found = placing.named_like(path, r"\.v\d+-\d{8}T\d{6}Z\.bak")
    return sorted(found, key=lambda copy: copy.name.rpartition("-")[2])
