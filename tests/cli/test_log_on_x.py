"""`netaudit log` of people on X: the handle says who is meant, and the entry stays with them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli import matching_world as world
from cli.program import Run
from netaudit.errors import ExitCode
from store.on_x import archive, listed, member
from store.snapshots import DAY, bring


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


def kept_under(store: Path) -> list[tuple[str, str, str]]:
    """Return the account and the words of each entry but that of the world."""
    with closing(sqlite3.connect(store)) as connection:
        return connection.execute(
            "SELECT a.kind, a.key, e.written FROM entry e JOIN account a ON a.id = e.account_id"
            " WHERE e.ref <> '' ORDER BY e.id"
        ).fetchall()


@pytest.mark.parametrize("text", ["@Silver_Heron", "silver_heron", "https://x.com/silver_heron"])
def test_an_entry_stays_with_whoever_had_the_handle(run: Run, store: Path, text: str) -> None:
    """Somebody else takes the handle later."""
    result = run("log", text, "dm")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Logged: dm with Ada Kaltenbrun (")
    assert [entry[:2] for entry in kept_under(store)] == [("id", "42")]
    taken = member(99, "silver_heron", "Heron Steel"), member(42, "ada_new", "Ada Kaltenbrun")
    bring(store, archive(*map(listed, taken), exported_on=DAY + 400, name="later.zip"))
    shown = run("match", "--explain", "@ada_new").stdout
    assert shown.startswith("Ada Kaltenbrun (")
    assert run("log", "@silver_heron", "dm").stdout.startswith("Logged: dm with Heron Steel")


def test_somebody_new_is_known_by_the_handle(run: Run, store: Path) -> None:
    refused = run("log", "@newcomer", "dm")
    assert (refused.exit_code, kept_under(store)) == (ExitCode.USAGE, [])
    assert run("log", "@newcomer", "dm", "--new").exit_code == 0
    assert kept_under(store) == [("handle", "newcomer", "@newcomer")]
    assert run("log", "@NewComer", "dm").exit_code == 0


def test_the_owner_is_nobody_to_log_by_handle(run: Run, store: Path) -> None:
    for own in ("@robinquist", "x.com/robinquist", "x.com/i/user/900"):
        result = run("log", own, "dm", "--new")
        assert (result.exit_code, "is you" in result.stderr) == (ExitCode.USAGE, True)
    assert kept_under(store) == []
