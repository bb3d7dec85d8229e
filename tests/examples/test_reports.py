"""The reports beside the examples are what the program makes of them today."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))
import reports

COMMITTED = Path(__file__).parents[2] / "examples" / "reports"


@pytest.mark.unwatched
def test_the_committed_reports_are_what_the_program_prints(tmp_path: Path) -> None:
    reports.write(tmp_path)
    made = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    committed = {file.name: file.read_text("utf-8") for file in COMMITTED.iterdir()}
    assert made == committed, "if the change is meant, run: make examples"
