"""Killed at a call to the system, whichever, a command has done nothing yet or all it should.

In each run of the tests it is some of the calls, and of each kind the last on each file;
`make soak` takes all of them.
"""

from pathlib import Path

import pytest

from faults.commands import BY_NAME, KILLED, Cases, judge
from faults.forked import Forks
from faults.traced import KILL, Recorded, disturbed, refusal, some

REASON = refusal()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.unwatched,
    pytest.mark.skipif(REASON != "", reason=REASON),
]
STEP = 40


@pytest.mark.parametrize("name", BY_NAME)
def test_killed_at_any_call_it_has_done_nothing_or_all(
    name: str, cases: Cases, program: Forks, recorded: Recorded, tmp_path: Path
) -> None:
    case, states = cases[name], []
    for number, call in enumerate(some(recorded(name), STEP, first=False)):
        place = case.begin(tmp_path / f"{number}")
        done = disturbed(case, program, place, call, KILL)
        assert done.code == KILLED
        verdict = judge(case, place, done)
        assert not verdict.wrong, f"{call}: {verdict}"
        states.append(verdict.state)
        if number % 3 == 0:
            assert case.wrong_when_run_again(program, place) == "", call
    assert states == sorted(states, reverse=True), "once it is done it stays so"
    # To give an export its name is the last that is done of it.
    assert set(states) == ({"before"} if name == "export" else {"before", "after"})
