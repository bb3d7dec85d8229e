"""What docs/keeping.md says is what the program does with the examples."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.cli import app
from netaudit.errors import ExitCode
from netaudit.workflows import checking
from scheduling.fake_crontab import in_path

PAGE = page("keeping.md")


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own, beside an empty disk."""
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: True)
    in_path(tmp_path / "bin", monkeypatch)
    (tmp_path / "usb").mkdir()
    with with_examples(tmp_path, "linkedin", "log.csv") as runner:
        yield runner


def test_every_command_of_the_page_runs_and_does_what_it_says(
    runner: CliRunner, tmp_path: Path
) -> None:
    told = {}
    for program, *words in commands(PAGE):
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
