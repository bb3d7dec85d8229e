"""A clock that is wrong, and time zones that change: nothing is lost, and no figure is absurd."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from faults.every_command import ANA
from faults.forked import NOW, Forks
from faults.runs import PLAIN
from store.snapshots import counts

DAY = 86_400
#: Where a clock may stand while the data is of November 2026.
CLOCKS = {
    "a day back": NOW - DAY, "ten years back": NOW - 3653 * DAY,
    "in 2099": datetime(2099, 12, 31, 23, 59, tzinfo=UTC).timestamp(),
}  # fmt: skip
LINES = (
    ("report", "--all"), ("weekly",), ("next",), ("show", ANA), ("people", "--all"), ("imports",),
    ("changes", "--since", "2020-01-01"),
)  # fmt: skip


def numbers(value: Any, name: str = "") -> Iterator[tuple[str, float]]:  # noqa: ANN401 - JSON
    """Yield every number of a report with its name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers(inner, name)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield name, value


def told(program: Forks, store: Path, now: float, *words: str) -> Any:  # noqa: ANN401 - JSON
    done = program.run(*words, "--format", "json", "--store", store, now=now)
    assert done.code == 0, (words, done)
    return json.loads(done.out)


def clock_of(program: Forks, store: Path, now: float) -> dict[str, str]:
    """Return what doctor finds of the clock."""
    checks = told(program, store, now, "doctor")["sections"][0]["tables"]["checks"]
    (found,) = (check for check in checks if check["check"] == "clock")
    return dict(found)


#: Figures that are differences of two numbers, and may be below zero.
SIGNED = {"change", "net", "difference", "balance", "delta"}


@pytest.mark.slow
@pytest.mark.parametrize("clock", CLOCKS)
def test_no_report_is_absurd_by_a_wrong_clock_and_nothing_is_deleted(
    program: Forks, store: Path, clock: str
) -> None:
    before = store.read_bytes()
    for words in LINES:
        made = told(program, store, CLOCKS[clock], *words)
        below = {name for name, number in numbers(made) if number < 0}
        assert below <= SIGNED, (words, below)
    assert store.read_bytes() == before
    assert [one.name for one in store.parent.iterdir()] == [store.name]


@pytest.mark.parametrize("clock", CLOCKS)
def test_what_is_written_by_a_wrong_clock_stays_and_is_told(
    program: Forks, store: Path, clock: str
) -> None:
    now = CLOCKS[clock]
    before = counts(store)
    assert program.run("log", ANA, "coffee", "--store", store, now=now).code == 0
    assert program.run("tag", ANA, "friends", "--store", store, now=now).code == 0
    assert program.run("backup", store.with_name("copy.db"), "--store", store, now=now).code == 0
    assert program.run("log", ANA, "call", "--store", store).code == 0
    after = counts(store)
    assert after["entry"] == before["entry"] + 2
    assert all(after[table] >= number for table, number in before.items())
    found = clock_of(program, store, min(now, NOW))
    assert found["result"] == "warning"
    assert "later than now" in found["found"]
    assert program.run("doctor", "--deep", "--store", store).code == 0


def test_what_lies_in_the_future_counts_for_nothing_and_doctor_tells_of_it(
    program: Forks, store: Path
) -> None:
    """The clock stood in 2099 when it was logged, and is right again.

    Reports hint at nothing that comes later, as docs/decisions.md has it; doctor looks.
    """
    plain = [told(program, store, NOW, *words) for words in LINES[1:5]]
    ahead = CLOCKS["in 2099"]
    assert program.run("log", ANA, "coffee", "--store", store, now=ahead).code == 0
    assert [told(program, store, NOW, *words) for words in LINES[1:5]] == plain
    assert clock_of(program, store, NOW)["result"] == "warning"
    assert "2099" in program.run("log", "--list", "--store", store).out


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
def test_the_whole_program_under_another_clock(store: Path, tmp_path: Path) -> None:
    """What the interpreter and SQLite ask the system, too, and not Python alone."""
    before = store.read_bytes()
    for words in (["report"], ["weekly"], ["doctor", "--deep"]):
        done = subprocess.run(
            ["faketime", "2016-02-29 12:00:00", sys.executable, "-m", "netaudit", *words],
            env={**PLAIN, "HOME": str(tmp_path), "TZ": "UTC", "NETAUDIT_STORE": str(store)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert "2016" in done.stdout or words[0] == "doctor"
    assert store.read_bytes() == before
