"""Pages of docs/ and the commands on them, run in a place of their own."""

import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from netaudit.cli import app

ROOT = Path(__file__).parents[2]


def page(name: str) -> str:
    """Return the text of a page of docs/."""
    return (ROOT / "docs" / name).read_text("utf-8")


def commands(text: str) -> list[list[str]]:
    """Return the words of each command on a page, without comments and what reads from a pipe."""
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.split("\n") if line[:2] == "$ "]
    return [shlex.split(line.partition(" | ")[0], comments=True) for line in lines]


@contextmanager
def with_examples(folder: Path, *names: str) -> Iterator[CliRunner]:
    """Run the program in a folder, with these examples imported, soon after they were made."""
    with (
        pytest.MonkeyPatch.context() as patch,
        time_machine.travel("2026-11-15T18:00:00Z", tick=False),
    ):
        patch.chdir(folder)
        patch.setenv("NETAUDIT_STORE", str(folder / "data/netaudit.db"))
        patch.setenv("NETAUDIT_CONFIG", str(folder / "none.toml"))
        patch.setenv("TZ", "UTC")
        runner = CliRunner()
        if names:
            paths = [str(ROOT / "examples" / name) for name in names]
            assert runner.invoke(app, ["import", *paths]).exit_code in {0, 3}
        yield runner
