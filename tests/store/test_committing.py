"""A commit that is said to have failed: done all the same, or not, and never told wrong."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from netaudit.errors import Unwritable, late
from netaudit.store import Store
from store.snapshots import ORDINARY, bring, digest

ADDED = "INSERT INTO channel (name, medium) VALUES ('semaphore', 'public')"


class Late(sqlite3.Connection):
    """Reports an error when a commit is over, as a disk does which cannot write the folder."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as in sqlite3
        done = super().execute(sql, *values)
        if sql == "COMMIT":
            raise failure()
        return done


class Cut(sqlite3.Connection):
    """Reports an error in the place of a commit, of which nothing is left then."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as in sqlite3
        if sql == "COMMIT":
            super().execute("ROLLBACK")
            raise failure()
        return super().execute(sql, *values)


def failure() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
    return error


def change(path: Path, how: type[sqlite3.Connection], statements: Iterable[str]) -> None:
    with Store.open(path) as store:
        store.connection.close()
        store.connection = sqlite3.connect(path, isolation_level=None, factory=how)
        with store.transaction() as connection:
            for statement in statements:
                connection.execute(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "netaudit.db"
    bring(found, *ORDINARY)
    return found


def test_what_is_there_although_an_error_was_reported_is_done(path: Path) -> None:
    before = digest(path)
    change(path, Late, [ADDED])
    assert digest(path) != before
    (told,) = late()
    assert told.message == (
        f"{path}: it is done, but the disk reported an error while finishing: disk I/O error"
    )


def test_what_is_not_there_is_an_error(path: Path) -> None:
    before = digest(path)
    with pytest.raises(Unwritable, match="cannot be written: disk I/O error"):
        change(path, Cut, [ADDED])
    assert digest(path) == before
    assert list(late()) == []


def test_what_cannot_be_looked_at_any_more_is_not_said_to_be_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> sqlite3.Connection:
        raise failure()

    class Dead(Late):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401 - as in sqlite3
            if sql == "COMMIT":
                monkeypatch.setattr(sqlite3, "connect", gone)
            return super().execute(sql, *values)

    with pytest.raises(Unwritable):
        change(path, Dead, [ADDED])
    assert list(late()) == []


def test_an_error_that_was_kept_in_mind_is_told_once(path: Path) -> None:
    change(path, Late, [ADDED])
    change(path, Late, ["DELETE FROM channel WHERE name = 'semaphore'"])
    assert len(list(late())) == 1
    assert list(late()) == []
