"""What docs/export.md says is what the program does with the examples."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.cli import app
from netaudit.importers.exported.parsing import known_fields
from netaudit.workflows.taking_along import INTERACTIONS, PEOPLE

PAGE = page("export.md")


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own."""
    with with_examples(tmp_path, "linkedin", "x", "log.csv") as runner:
        yield runner


def test_every_command_of_the_page_runs_and_the_report_is_the_same(runner: CliRunner) -> None:
    told = []
    for program, *words in commands(PAGE):
        assert program == "netaudit"
        result = runner.invoke(app, words)
        assert result.exit_code == 0, f"{words}\n{result.stderr}"
        told.append(result.stdout)
    assert any("Nothing was written: this was a dry run." in text for text in told)
    assert any("Nothing new: the store already holds all of this." in text for text in told)
    for words in (["report", "--all"], ["weekly"], ["next"], ["changes", "--since", "10y"]):
        for day in ("2026-11-15", "2025-03-01"):
            when = [] if words[0] == "changes" else ["--as-of", day]
            reports = [
                runner.invoke(app, [*words, *when, "-f", "json", *more]).stdout
                for more in ([], ["--store", "other.db"])
            ]
            assert len(reports[0]) > 300
            assert reports[0] == reports[1]


def test_the_table_of_fields_is_that_of_the_program() -> None:
    table = PAGE.split("| line | field | what it holds |")[1].split("\n\n")[0]
    told: dict[str, set[str]] = {}
    kind = ""
    for row in table.split("\n")[2:]:
        line, field, what = (cell.strip() for cell in row.strip("|").split("|"))
        kind = line.strip("`") or kind
        fields = told.setdefault(kind, {"type"})
        fields.update(name for name in re.findall(r"`([a-z_.]+)`", field) if "." not in name)
        assert what
    for kind, fields in told.items():
        if kind in {"interaction", "signal", "note"}:
            fields |= {"person", "in"}
        if kind in {"signal", "note"}:
            fields.add("account")
    assert told == known_fields()


def test_the_columns_are_those_of_the_page() -> None:
    words = " ".join(PAGE.split())
    assert f"`{' '.join(PEOPLE)}`" in words
    assert f"`{' '.join(INTERACTIONS)}`" in words


def test_every_line_has_no_field_that_the_page_does_not_name(runner: CliRunner) -> None:
    lines = runner.invoke(app, ["export"]).stdout.splitlines()
    _, *found, _ = map(json.loads, lines)
    assert f"`{lines[0]}`" in PAGE
    assert f"`{lines[-1]}`" in PAGE
    known = known_fields()
    for line in found:
        assert line.keys() <= known[line["type"]]
