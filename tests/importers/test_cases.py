"""Every case folder holds an input and, line by line, what the program must make of it.

After a change that is meant, write the files anew and read the difference before committing it:

    UPDATE_EXPECTED=1 python -m pytest tests/importers/test_cases.py
"""

import os
from pathlib import Path

import pytest

from importers.cases import CASES, FOLDER, lines_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(FOLDER).as_posix())
def test_the_input_says_what_is_expected_of_it(case: Path) -> None:
    lines = lines_of(case)
    path = case / "expected.jsonl"
    if os.environ.get("UPDATE_EXPECTED"):
        assert os.environ.get("CI", "").casefold() != "true", "expected files are not written in CI"
        path.write_text(lines, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8").split("\n") == lines.split("\n")


def test_there_are_cases_at_all() -> None:
    assert len(CASES) >= 60
