"""What docs/keeping.md says is what the program does with the examples."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.errors import ExitCode
from netaudit.workflows import checking
from scheduling.fake_crontab import in_path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/keeping.md").read_text("utf-8")


def commands() -> list[list[str]]:
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    return [shlex.split(line[2:]) for block in blocks for line in block.splitlines()]


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own, soon after they were made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NETAUDIT_STORE", str(tmp_path / "data/netaudit.db"))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: True)
    in_path(tmp_path / "bin", monkeypatch)
    (tmp_path / "usb").mkdir()
    runner = CliRunner()
    paths = [str(ROOT / "examples" / name) for name in ("linkedin", "log.csv")]
    with time_machine.travel("2026-11-15T18:00:00Z", tick=False):
        assert runner.invoke(app, ["import", *paths]).exit_code in {0, 3}
        yield runner


def test_every_command_of_the_page_runs_and_does_what_it_says(
    runner: CliRunner, tmp_path: Path
) -> None:
    told = {}
    for program, *words in commands():
        assert program == "netaudit"
        result = runner.invoke(app, words)
        assert result.exit_code == 0, f"{words}\n{result.stdout}\n{result.stderr}"
        told[shlex.join(words)] = result.stdout
    assert "Written: " in told["backup usb/"]
    assert "dry run" in told["restore usb/netaudit-2026-11-15.db --dry-run"]
    assert "To take it back: " in told["restore usb/netaudit-2026-11-15.db --yes"]
    assert (tmp_path / "new-machine/netaudit.db").is_file()
    checks = json.loads(told["doctor --format json"])["sections"][0]["tables"]["checks"]
    documented = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert [row["check"] for row in checks] == [one for one in documented if one != "derived"]
    assert "derived" in told["doctor --deep"]


def test_the_exit_codes_are_those_of_the_doctor() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    assert codes == {ExitCode.DONE, *checking.EXIT_CODES}
