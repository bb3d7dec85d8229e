"""Rows C1 to C26: what is wrong with CSV files."""

from pathlib import Path

import pytest

from catalogue.catalogue import Case, E, S, each_of, hold
from cli.program import Run

pytestmark = pytest.mark.unwatched
LOG = "date,person,channel\n"


@each_of(
    Case(
        "C8", "comma too many in the log", S, {"log.csv": f"{LOG}2026-05-01,Kaltenbrun, Ada,call\n"
        "2026-05-02,Ada Kaltenbrun,call\n"}, account="read 2 = 1 new + 1 skipped",
        complaints=("log.csv:2: 4 fields where the header names 3",),
    ),
    Case(
        "C9", "unterminated quote in the log", E,
        {"log.csv": f'{LOG}2026-05-01,"Ada Kaltenbrun,call\n2026-05-02,Bo Kaltenbrun,call\n'},
        complaints=("log.csv:2: a quotation mark is opened here and never closed",), hinted=True,
    ),
)  # fmt: skip
def test_csv(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)
