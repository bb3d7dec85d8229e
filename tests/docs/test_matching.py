"""What docs/matching.md says is what the program does with the examples."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.audits.matches import matches
from netaudit.cli import app

PAGE = page("matching.md")


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own."""
    with with_examples(tmp_path, "linkedin", "log.csv", "x", "x-following.csv") as runner:
        yield runner


def test_every_command_of_the_page_runs(runner: CliRunner) -> None:
    told = []
    for program, *words in commands(PAGE):
        assert program == "netaudit"
        result = runner.invoke(app, words)
        assert result.exit_code == 0, f"{words}\n{result.stderr}"
        told.append(result.stdout)
    everything = "".join(told)
    assert everything.count("To take it back: netaudit undo") == 4
    assert "Nothing was written: this was a dry run." in everything
    assert told[-1].endswith("goes: 1 decision\nTaken back.\n")


def test_the_pair_on_the_page_is_one_of_the_examples(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netaudit.cli import matching

    monkeypatch.setattr(matching, "_somebody_is_there", lambda: True)
    screen = re.search(r"```text\n(.*?)same, different", PAGE, re.DOTALL)
    assert screen is not None
    assert runner.invoke(app, ["match"], input="q\n").stdout.startswith(screen[1])


def test_the_page_names_every_column() -> None:
    (section,) = matches([], 739_000).sections
    (table,) = section.tables
    rows = PAGE.rpartition("### Table `pairs`")[2]
    assert re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) == [c.key for c in table.columns]
