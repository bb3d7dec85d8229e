"""Looking for what netaudit never wrote: what is read for that, and what becomes of an error."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.errors import StoreDamaged
from netaudit.store import Store, values
from store.snapshots import ORDINARY, bring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "netaudit.db"
    bring(place, *ORDINARY)
    return place


def test_a_text_that_is_none_is_found_in_any_column(path: Path) -> None:
    looked_at = 0
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("PRAGMA ignore_check_constraints = ON")
        columns = tool.execute(
            "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
            " WHERE t.type = 'table' AND c.type IN ('TEXT', '')"
        ).fetchall()
        assert list(values.impossible(tool)) == []
        for table, column in columns:
            tool.execute("BEGIN")
            spoiled = tool.execute(
                f'UPDATE "{table}" SET "{column}" = CAST(x\'c328\' AS TEXT) WHERE "{column}" ='  # noqa: S608 - names of the schema
                f' (SELECT max("{column}") FROM "{table}")'
            ).rowcount
            if not spoiled:
                tool.execute("ROLLBACK")
                continue
            looked_at += 1
            with pytest.raises(sqlite3.OperationalError, match="UTF-8"):
                list(values.impossible(tool))
            tool.execute("ROLLBACK")
    assert looked_at > 20


def test_messages_are_counted_and_none_of_them_is_read(path: Path) -> None:
    """There may be ten million."""
    said: list[str] = []
    with closing(sqlite3.connect(path)) as tool:
        assert tool.execute("SELECT count(*) FROM message").fetchone()[0]
        tool.set_trace_callback(said.append)
        list(values.impossible(tool))
    of_messages = [query for query in said if '"message"' in query]
    assert len(of_messages) > 1
    assert all(query.startswith("SELECT count(*) FROM") for query in of_messages)


def fail(path: Path, at_first: Callable[[Store], object]) -> None:
    with Store.open(path, wait=0.01) as store:
        at_first(store)
        raise LookupError("the first")


def test_an_error_that_cannot_be_looked_into_is_told_as_it_is(path: Path) -> None:
    """The store may be closed by then, or busy."""
    with pytest.raises(LookupError, match="the first"):
        fail(path, lambda store: store.connection.close())
    with closing(sqlite3.connect(path)) as tool, pytest.raises(LookupError, match="the first"):
        fail(path, lambda _: tool.execute("BEGIN EXCLUSIVE"))


def test_an_error_behind_which_there_is_damage_is_told_as_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as tool, tool:
        tool.execute("UPDATE account SET key = CAST(x'c328' AS TEXT) WHERE id = 1")
    with pytest.raises(StoreDamaged):
        fail(path, lambda _: None)
