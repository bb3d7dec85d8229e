"""What docs/finding.md says is what the program does with the examples."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.cli.completing import KEYS
from netaudit.cli.listing import STATES
from netaudit.store.looking import SOURCES
from netaudit.workflows.listing import SORTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/finding.md").read_text("utf-8")
COMMANDS = [
    line[2:]
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CliRunner]:
    """Import the examples into a store of the tests' own, soon after they were made."""
    folder = tmp_path_factory.mktemp("finding")
    with (
        pytest.MonkeyPatch.context() as patch,
        time_machine.travel("2026-11-15T18:00Z", tick=False),
    ):
        patch.setenv("NETAUDIT_STORE", str(folder / "netaudit.db"))
        patch.setenv("NETAUDIT_CONFIG", str(folder / "none.toml"))
        patch.setenv("TZ", "UTC")
        runner = CliRunner()
        paths = [str(ROOT / "examples" / name) for name in ("linkedin", "log.csv")]
        assert runner.invoke(app, ["import", *paths]).exit_code in {0, 3}
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
