"""`make soak` in small, and what its page says."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from faults.forked import TESTS
from faults.runs import PLAIN
from faults.soak_page import Row, page
from faults.traced import refusal

REASON = refusal()
FEW = Row("log", Counter(runs=5, before=3, after=2))


@pytest.mark.slow
@pytest.mark.unwatched
@pytest.mark.skipif(REASON != "", reason=REASON)
def test_a_few_kills_and_errors_of_two_commands_end_well(tmp_path: Path) -> None:
    written = tmp_path / "soak.md"
    done = subprocess.run(
        [sys.executable, TESTS / "faults" / "soak.py", written, "--kills", "2", "--step", "20",
         "--jobs", "1", "--only", "log", "--only", "export"],
        env={**PLAIN, "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    text = written.read_text("utf-8")
    assert text.count("\n| all | ") == 3
    assert "| log | 2 | " in text


@pytest.mark.parametrize("what", ["lost", "untrue", "half", "traceback"])
def test_what_must_never_be_is_wrong(what: str) -> None:
    assert not FEW.wrong
    assert Row("log", FEW.found + Counter({what: 1})).wrong


def test_the_page_counts_by_command_and_in_all() -> None:
    text = page({"random": [FEW, Row("undo", Counter(runs=1, half=1))]}, 1234, "no strace")
    assert "\n| log | 5 | 3 | 2 | 0 | 0 | 0 |\n| undo | 1 | 0 | 0 | 0 | 1 | 0 |\n" in text
    assert "\n| all | 6 | 3 | 2 | 0 | 1 | 0 |\n" in text
    assert text.count("Not done: no strace\n") == 2
    assert ", 1,234 seconds.\n" in text
