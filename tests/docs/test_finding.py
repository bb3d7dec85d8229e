"""What docs/finding.md says is what the program does with the examples."""

import re
import shlex
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.cli import app
from netaudit.cli.completing import KEYS
from netaudit.cli.listing import STATES
from netaudit.store.looking import SOURCES
from netaudit.workflows.listing import SORTS

PAGE = page("finding.md")
COMMANDS = [shlex.join(words) for words in commands(PAGE)]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CliRunner]:
    """Import the examples into a store of the tests' own, with somebody tagged."""
    with with_examples(tmp_path_factory.mktemp("finding"), "linkedin", "log.csv") as runner:
        assert runner.invoke(app, ["tag", "Hemi Bergqvarn", "friends"]).exit_code == 0
        yield runner


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs_and_finds_somebody(runner: CliRunner, command: str) -> None:
    program, *words = shlex.split(command)
    assert program == "netaudit"
    result = runner.invoke(app, words)
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) > 2
    assert "nobody fits" not in result.stdout


def test_the_words_of_the_page_are_those_of_the_program() -> None:
    for key in (*STATES, *SORTS, *SOURCES, *KEYS["show"]):
        assert f"`{key}`" in PAGE, key
    told = set(re.findall(r"`(--[a-z-]+)", PAGE))
    assert told >= {
        "--company", "--position", "--tag", "--state", "--stale", "--on-list", "--off-list",
        "--source", "--sort", "--reverse", "--limit", "--all",
    }  # fmt: skip
