"""What docs/privacy.md says is what the store holds and what the program does with the examples."""

import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.store import migrations

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/privacy.md").read_text("utf-8")


def commands() -> list[list[str]]:
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.split("\n") if line[:2] == "$ "]
    return [shlex.split(line) for line in lines]


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own, soon after they were made."""
    monkeypatch.setenv("NETAUDIT_STORE", str(tmp_path / "netaudit.db"))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("TZ", "UTC")
    with time_machine.travel("2026-11-15T18:00:00Z", tick=False):
        yield CliRunner()


def imported(runner: CliRunner) -> str:
    paths = [str(ROOT / "examples" / name) for name in ("linkedin", "x", "log.csv")]
    result = runner.invoke(app, ["import", *paths])
    assert result.exit_code in {0, 3}
    return result.stdout


def test_the_page_names_every_field_of_the_store() -> None:
    """But for numbers of rows, which say nothing."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as store:
        migrations.create(store)
        tables = [
            name
            for (name,) in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        columns = "SELECT name FROM pragma_table_info(?)"
        fields = {
            table: {name for (name,) in store.execute(columns, (table,))} - {"id"}
            for table in tables
        }
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|", PAGE, re.MULTILINE)
    assert {table: set(re.findall(r"`(\w+)`", named)) for table, named in rows} == fields


def test_the_commands_of_the_page_forget_and_lift(runner: CliRunner, tmp_path: Path) -> None:
    def names_them() -> bool:
        return b"bjarne anderfeld" in (tmp_path / "netaudit.db").read_bytes().lower()

    assert "forgotten" not in imported(runner)
    for program, *words in commands():
        assert program == "netaudit"
        assert names_them() == ("--lift" not in words)
        result = runner.invoke(app, words)
        assert result.exit_code == 0, f"{words}\n{result.stderr}"
        assert names_them() == ("--dry-run" in words)
        if "--yes" in words:
            assert "of people you had forgotten" in imported(runner)
            assert not names_them()
    imported(runner)
    assert names_them()
