"""What docs/people.md says is what the program does with the examples."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.cli import app

PAGE = page("people.md")


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own."""
    with with_examples(tmp_path, "linkedin", "log.csv") as runner:
        yield runner


def test_every_command_of_the_page_runs_and_does_what_it_says(runner: CliRunner) -> None:
    told = {}
    for program, *words in commands(PAGE):
        assert program == "netaudit"
        result = runner.invoke(app, words)
        assert result.exit_code == 0, f"{words}\n{result.stderr}"
        told[shlex.join(words)] = result.stdout
    writing = [text for text in told.values() if "To take it back: netaudit undo" in text]
    assert len(writing) == 11
    assert not any("Nothing was written" in text for text in told.values())
    assert "Bjarne Anderfeld" in told["ignore"]
    assert told["tag 'Hemi Bergqvarn'"] == "friends\n"
    assert told["tag"] == "friends  1\n"
    assert "Hemi Bergqvarn" in told["snooze"]
    assert "3w (friends)" in told["cadence"]
    assert "By the tag friends: every 3w\n" in told["cadence 'Bjarne Anderfeld' --off"]
    assert told["cadence 'Bjarne Anderfeld'"].endswith(
        "Their own: never, in place of every 3w by the tag friends\n"
    )
    assert told["imports --last 3"].count("said: ") == 3
    assert told["undo --yes"].endswith("goes: 1 decision\nTaken back.\n")


def test_somebody_is_named_in_all_these_ways(runner: CliRunner) -> None:
    named = PAGE.partition("## Naming somebody")[2].partition("\n## ")[0]
    lines = re.findall(r"^\$ netaudit (.*?)(?:  +#.*)?$", named, re.MULTILINE)
    said = [runner.invoke(app, shlex.split(line)).stdout for line in lines]
    hemi = "Hemi Bergqvarn (p966sshn) has no tag.\n"
    assert said[:3] == [hemi] * 3
    assert [line.split(" (")[0] for line in said[3:]] == [
        "Oksana Balogunde", ""
    ]  # fmt: skip


def test_where_several_fit_the_page_shows_what_is_said(runner: CliRunner) -> None:
    ((line, shown),) = re.findall(r"```text\n\$ netaudit (.*?)\n(.*?)```", PAGE, re.DOTALL)
    result = runner.invoke(app, shlex.split(line))
    assert (result.exit_code, result.stderr.split()) == (2, shown.split())


def test_every_command_and_option_in_the_table_is_there(runner: CliRunner) -> None:
    rows = re.findall(r"^\| `(.+)` \| ", PAGE, re.MULTILINE)
    named = {command for row in rows for command in row.split("`, `")}
    assert {command.split()[0] for command in named} == {
        "ignore", "unignore", "tag", "snooze", "cadence"
    }  # fmt: skip
    for command in named:
        words = [
            {"PERSON": "Hemi Bergqvarn", "TAG": "friends", "TAG...": "friends"}.get(word, word)
            for word in command.split()
        ]
        result = runner.invoke(app, [*words, "--dry-run"])
        assert result.exit_code == 0, f"{words}\n{result.stderr}"
