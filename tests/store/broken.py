"""Stores in a state in which somebody may find one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path


def half_changed(path: Path) -> Path:
    """Leave a store as a process does that is killed in the middle of a change."""
    aside = path.with_name("aside")
    aside.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 2")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE profile SET company = hex(randomblob(3000))")
        for name in (path.name, f"{path.name}-journal"):
            shutil.copyfile(path.with_name(name), aside / name)
        writer.execute("ROLLBACK")
    for left in aside.iterdir():
        shutil.copyfile(left, path.with_name(left.name))
        path.with_name(left.name).chmod(0o600)
    shutil.rmtree(aside)
    return path


def cut_short(path: Path) -> Path:
    """Leave the first half of a store."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    return path
