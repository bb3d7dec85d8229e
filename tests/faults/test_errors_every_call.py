"""Where the disk is full or fails at a call, whichever, the user is told what is so.

Either nothing is done and an error says so, or all is done. In each run of the tests it is some of
the calls, and of each kind the first on each file; `make soak` takes all of them.
"""

from pathlib import Path

import pytest

from faults.commands import BY_NAME, Cases, judge, left
from faults.forked import Forks
from faults.traced import Call, Recorded, disturbed, faults_of, refusal, some

REASON = refusal()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.unwatched,
    pytest.mark.skipif(REASON != "", reason=REASON),
]
STEP = 40
LATE = "it is done, but the disk reported an error while finishing: "


def said_plainly(errors: str) -> bool:
    """Tell whether stderr holds sentences with their hints, and one error at the most."""
    lines = errors.splitlines()
    plain = all(line.startswith(("netaudit: ", "  hint: ", "        ")) for line in lines)
    return plain and sum(line.startswith("netaudit: error: ") for line in lines) <= 1


@pytest.mark.parametrize("name", BY_NAME)
def test_an_error_at_any_call_is_told_and_leaves_all_as_it_was_or_done(
    name: str, cases: Cases, program: Forks, recorded: Recorded, tmp_path: Path
) -> None:
    case, states = cases[name], set()
    for number, call in enumerate(some(recorded(name), STEP, first=True)):
        faults = faults_of(call)
        how, ever = faults[number % len(faults)]
        place = case.begin(tmp_path / f"{number}")
        done = disturbed(case, program, place, call, how, ever=ever)
        verdict = judge(case, place, done)
        assert not verdict.wrong, f"{call}, {how}: {verdict} {done}"
        assert (done.code, verdict.state) in {(0, "after"), (13, "before")}, f"{call}: {done}"
        assert said_plainly(done.err), done
        assert ("netaudit: error: " in done.err) == (done.code == 13), done
        if call.kind != "unlink":
            assert [one for one in left(place) if not one.endswith("-journal")] == []
        if number % 5 == 0:
            assert case.wrong_when_run_again(program, place) == "", call
        states.add(verdict.state)
    assert "before" in states


def last(calls: list[Call], kinds: set[str], about: set[str]) -> Call:
    return [call for call in calls if call.kind in kinds and call.about in about][-1]


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "export"])
def test_an_error_after_the_fact_is_told_and_is_no_failure(
    name: str, cases: Cases, program: Forks, recorded: Recorded, tmp_path: Path
) -> None:
    """Where the folder cannot be synced any more, when the change is in it."""
    case = cases[name]
    call = last(recorded(name), {"fsync", "fdatasync"}, {"data", "kept"})
    place = case.begin(tmp_path / "late")
    done = disturbed(case, program, place, call, "error=EIO")
    assert (done.code, case.state(place)) == (0, "after")
    assert case.command.said in done.out
    assert LATE in done.err
    assert "netaudit: error: " not in done.err


@pytest.mark.parametrize("name", ["log", "undo", "further import"])
def test_an_error_at_the_commit_itself_is_one(
    name: str, cases: Cases, program: Forks, recorded: Recorded, tmp_path: Path
) -> None:
    """Where the journal cannot be removed, all is rolled back by it."""
    case = cases[name]
    place = case.begin(tmp_path / "at the commit")
    journal = last(recorded(name), {"unlink", "unlinkat"}, {"data/netaudit.db-journal"})
    done = disturbed(case, program, place, journal, "error=EIO")
    assert (done.code, case.state(place)) == (13, "before")
    assert case.command.said not in done.out
    assert "cannot be written" in done.err
    assert LATE not in done.err
    assert case.wrong_when_run_again(program, place) == ""
