"""What docs/logging.md says is what the program does with the examples."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.pages import commands, page, with_examples
from netaudit.audits.log import log
from netaudit.calendar import read_day
from netaudit.cli import app

PAGE = page("logging.md")
LINES = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
SUNDAY = date(2026, 11, 15).toordinal()


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[CliRunner]:
    """Import the examples into a store of the test's own."""
    with with_examples(tmp_path, "linkedin", "log.csv") as runner:
        yield runner


def test_every_command_of_the_page_runs_and_does_what_it_says(
    runner: CliRunner, tmp_path: Path
) -> None:
    told = []
    for program, *words in commands(PAGE):
        assert program == "netaudit"
        lines = LINES[0] if words[-2:] == ["<", "week.txt"] else None
        result = runner.invoke(app, words[:-2] if lines else words, input=lines)
        assert (result.exit_code, result.stderr) == (0, ""), f"{words}\n{result.stderr}"
        told.append(result.stdout)
    everything = "".join(told)
    assert everything.count("To take it back: netaudit undo") == 6
    assert "gave: a recipe; by the river" in (tmp_path / "mine.csv").read_text("utf-8")
    meal = (
        "Logged: meal with Bjarne Anderfeld (6k42z272), Beatriz Gjertrud (99ftvzp5) on 2026-11-13"
    )
    assert " ".join(told[2].split()).startswith(meal)
    assert "The newest 20 of " in told[3]
    assert told[4].count("Bjarne Anderfeld") == 5
    assert (tmp_path / "mine.csv").read_text("utf-8").count("\n") > 200
    assert "Now:    coffee with Bjarne Anderfeld on 2025-03-11 (both ways): the reading" in told[6]
    assert (
        " ".join(told[7].split()).count("(from me): [got, asked] gave: a book; whether they") == 1
    )
    assert told[7].endswith("Nothing was written: this was a dry run.\n")
    assert "removed: whatsapp with Bjarne Anderfeld on 2026-04-29" in told[9]
    assert told[10].endswith("comes back: 2 log entries\nTaken back.\n")
    assert told[11].count("Logged: ") == 3
    assert "Logged: call with Nimue Halloran (new) on 2026-11-15" in told[11]


def test_every_day_of_the_table_is_read_and_every_other_one_is_not() -> None:
    rows = re.findall(r"^\| (`.+`) \| .+ \|$", PAGE.partition("## Days")[2], re.MULTILINE)
    days = [day for row in rows[1:7] for day in re.findall(r"`([^`]+)`", row.split("|")[0])]
    assert len(days) == 15
    for day in days:
        assert SUNDAY - 400 < read_day(day, SUNDAY) <= SUNDAY
    assert read_day("sunday", SUNDAY) == SUNDAY - 7


def test_the_page_names_every_column() -> None:
    (section,) = log((), 0, "").sections
    (table,) = section.tables
    rows = PAGE.partition("### Table `entries`")[2]
    assert re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) == [c.key for c in table.columns]
