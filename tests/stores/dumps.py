"""Stores as every version of the program wrote them, as SQL, one file for each version.

    PYTHONPATH=tests python tests/stores/dumps.py

writes the file of the present version. A file that was released is never written again: it
stands for the stores that people have.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from netaudit.store import Store, migrations
from store.snapshots import ORDINARY, bring

_KEPT = ("application_id", "user_version")


def dump_path(version: int) -> Path:
    """Return the file of a version."""
    return Path(__file__).with_name(f"v{version}.sql")


def rebuilt(dump: Path, path: Path) -> Path:
    """Make a store of a dump and return it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    path.chmod(0o600)
    return path


def write() -> Path:
    """Write the dump of a store of the present version."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "netaudit.db"
        bring(path, *ORDINARY)
        with Store.open(path) as store, store.transaction() as connection:
            connection.execute("INSERT INTO decision VALUES (1, 1, 'different', 4, 1)")
            connection.execute("INSERT INTO preference VALUES (1, 1, 'ignore', '', '', 1)")
            connection.execute("INSERT INTO preference VALUES (2, 1, 'cadence', 'a', '3w', NULL)")
        with closing(sqlite3.connect(path)) as connection:
            lines = [*connection.iterdump()]
            pragmas = [
                f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
                for name in _KEPT
            ]
    target = dump_path(migrations.VERSION)
    target.write_text("\n".join([*pragmas, *lines, ""]), encoding="utf-8")
    return target


if __name__ == "__main__":
    write()
