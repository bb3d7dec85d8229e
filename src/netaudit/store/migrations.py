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
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        while version < VERSION:  # another process may have been faster
            for statement in STEPS[version]:
                connection.execute(statement)
            version += 1
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreDamaged(  # noqa: TRY301 - leaves the transaction undone
                f"{path}: the store could not be brought to version {VERSION}"
            )
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(connection: sqlite3.Connection, path: Path, version: int, now: int) -> Path:
    """Copy the store beside itself, readable by the user only; keep the newest few copies."""
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.v{version}-{moment}.bak")
    if not target.exists():
        connection.execute("VACUUM INTO ?", (str(target),))
        target.chmod(0o600)
    for old in backups(path)[:-KEPT_BACKUPS]:
        with suppress(FileNotFoundError):
            old.unlink()
    return target


def backups(path: Path) -> list[Path]:
    """Return the copies that lie beside the store, oldest first."""
    return sorted(path.parent.glob(f"{path.name}.v*.bak"), key=lambda p: p.name.rpartition("-")[2])
