"""Killed at a moment of chance a command has done nothing or all, and what it said is so.

Fifty kills; `make soak` takes five hundred of each command.
"""

import random
from pathlib import Path

import pytest

from faults.commands import KILLED, Cases, judge
from faults.forked import Forks
from faults.kills import kill_forked, kill_whole, moment, seconds, seconds_whole
from faults.runs import finish, left_beside, make_case, start

pytestmark = [pytest.mark.slow, pytest.mark.unwatched]

SEED = 20261122
#: Command -> how often it is killed.
KILLS = {
    "first import": 5, "further import": 7, "log": 5, "undo": 5, "forget": 5, "migration": 4,
    "export": 3, "backup": 3, "restore": 5,
}  # fmt: skip
WHOLE = {"further import": 4, "forget": 4}


@pytest.mark.parametrize("name", KILLS)
def test_killed_at_a_moment_of_chance_it_has_done_nothing_or_all(
    name: str, cases: Cases, program: Forks, tmp_path: Path
) -> None:
    case, draw = cases[name], random.Random(SEED)  # noqa: S311 - nothing secret about it
    length = seconds(case, program, tmp_path)
    ends = set()
    for number in range(KILLS[name]):
        place = case.begin(tmp_path / f"{number}")
        done = kill_forked(case, program, place, moment(draw, length, number, KILLS[name]))
        verdict = judge(case, place, done)
        assert not verdict.wrong, f"{verdict} {done}"
        assert case.wrong_when_run_again(program, place) == ""
        ends.add(done.code)
    assert KILLED in ends


@pytest.mark.parametrize("name", WHOLE)
def test_killed_from_the_start_of_python_on(
    name: str, cases: Cases, program: Forks, tmp_path: Path
) -> None:
    case, draw = cases[name], random.Random(SEED)  # noqa: S311 - nothing secret about it
    length = seconds_whole(case, tmp_path / "timed")
    for number in range(WHOLE[name]):
        place = case.begin(tmp_path / f"{number}")
        done = kill_whole(case, place, moment(draw, length, number, WHOLE[name]))
        verdict = judge(case, place, done)
        assert not verdict.wrong, f"{verdict} {done}"
        assert case.wrong_when_run_again(program, place) == ""


@pytest.mark.parametrize("which", ["first import", "further import"])
def test_a_large_import_is_there_as_soon_as_it_has_said_so(which: str, tmp_path: Path) -> None:
    """Larger than what SQLite keeps in memory: pages are written long before the end."""
    case = make_case(tmp_path, messages=12_000, first=which == "first import")
    path = case.begin(tmp_path / "acknowledged")
    run = start(path, case.source)
    assert run.stdout is not None
    assert run.stdout.readline() != ""
    run.kill()
    run.communicate()
    assert case.state(path) == "after"
    path = case.begin(tmp_path / "under way")
    run = start(path, case.source)
    while run.poll() is None and not under_way(path):
        pass
    run.kill()
    run.communicate()
    assert run.returncode != 0
    assert case.state(path) == "before"
    finish(path, case.source)
    assert case.state(path) == "after"
    assert left_beside(path) == []


def under_way(path: Path) -> bool:
    """Tell whether pages of a change are on the disk already."""
    return any("journal" in file.name and file.stat().st_size for file in path.parent.iterdir())
