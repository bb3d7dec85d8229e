"""Killed at any moment, an import is there whole or not at all."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from faults.runs import NAME, PLAIN, Case, finish, left_beside, make_case, start
from faults.stepwise import brought
from store.snapshots import bring, digest

pytestmark = pytest.mark.slow

KILLS = 25
SEED = 20261122


@pytest.fixture(scope="module", params=["first import", "further import"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("killed")
    return make_case(folder, messages=20_000, first=request.param == "first import")


def test_killed_at_random_moments_the_store_is_as_before_or_complete(
    case: Case, tmp_path: Path
) -> None:
    draw = random.Random(SEED)  # noqa: S311 (nothing secret about it)
    ends: set[str] = set()
    for number in range(KILLS):
        path = case.begin(tmp_path / str(number))
        # One in each slice of the time a run takes, and a few when it may be over.
        moment = case.seconds * 1.1 * (number + draw.random()) / KILLS
        run = start(path, case.source)
        try:
            out, _ = run.communicate(timeout=moment)
        except subprocess.TimeoutExpired:
            run.kill()
            out, _ = run.communicate()
        state = case.state(path)
        if "read" in out and run.returncode == 0:
            assert state == "after"
        ends.add(state)
        assert all(".new-" in name for name in left_beside(path))
        if number % 5 == 0:
            finish(path, case.source)
            assert case.state(path) == "after"
            assert left_beside(path) == []
    assert "before" in ends


def test_what_was_acknowledged_is_there(case: Case, tmp_path: Path) -> None:
    """Killed as soon as it has said so."""
    path = case.begin(tmp_path / "acknowledged")
    run = start(path, case.source)
    assert run.stdout is not None
    assert run.stdout.readline() != ""
    run.kill()
    run.communicate()
    assert case.state(path) == "after"


@pytest.mark.parametrize("which", ["first", "further"])
def test_killed_at_any_step_the_store_is_as_before_or_complete(tmp_path: Path, which: str) -> None:
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, tests / "faults" / "stepwise.py", tmp_path, which],
        env={**PLAIN, "PYTHONPATH": f"{tests}:{os.environ.get('PYTHONPATH', '')}"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    steps = int(done.stdout)
    assert steps > 30
    before = digest(tmp_path / "begun.db") if which == "further" else ""
    after = digest(tmp_path / f"{steps}" / NAME)
    states = []
    for step in range(1, steps + 1):  # the last is the one that nobody killed
        path = tmp_path / f"{step}" / NAME
        case = Case(None if which == "first" else path, path, before, after, 0.0, 0)
        states.append(case.state(path))
        assert all(".new-" in name for name in left_beside(path))
        bring(path, *brought(which))
        assert case.state(path) == "after"
        assert left_beside(path) == []
    assert states == sorted(states, reverse=True)
    assert set(states) == {"before", "after"}
