"""What docs/privacy.md says is what the store holds and what the program does with the examples."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import ROOT, commands, page, with_examples
from netaudit.cli import app
from netaudit.store import migrations

PAGE = page("privacy.md")


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[CliRunner]:
    """Give the test an empty place."""
    with with_examples(tmp_path) as runner:
        yield runner


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
        return b"bjarne anderfeld" in (tmp_path / "data/netaudit.db").read_bytes().lower()

    assert "forgotten" not in imported(runner)
    for program, *words in commands(PAGE):
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
