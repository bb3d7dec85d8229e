"""Kills at a moment of chance, of forked runs and of whole ones."""

import os
import random
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from faults.commands import KILLED, STORE, Case
from faults.forked import TESTS, Done, Forks
from faults.runs import PLAIN

_WHOLE = "import sys; from faults.commands import whole; whole(*sys.argv[1:])"


def seconds(case: Case, program: Forks, folder: Path) -> float:
    """Return how long a forked run takes when nobody disturbs it."""
    taken = []
    for number in range(3):
        place = case.begin(folder / f"timed-{number}")
        at = time.monotonic()
        case.run(program, place)
        taken.append(time.monotonic() - at)
    return statistics.median(taken)


def moment(draw: random.Random, length: float, number: int, kills: int) -> float:
    """Return a moment in one of so many slices of the time a run takes, and somewhat more."""
    return length * 1.15 * (number + draw.random()) / kills


def kill_forked(case: Case, program: Forks, place: Path, after: float) -> Done:
    """Begin a run, kill it, and return how it ended; it may have been over."""
    run = case.start(program, place)
    time.sleep(after)
    os.kill(run.pid, signal.SIGKILL)  # nobody has waited for it, so that the number is its own
    return run.wait()


def start_whole(case: Case, place: Path) -> subprocess.Popen[str]:
    """Begin a run in a process of its own, with the start of Python and all."""
    return subprocess.Popen(
        [sys.executable, "-c", _WHOLE, case.command.call, *case.words],
        cwd=place,
        env={
            **PLAIN, "PYTHONPATH": str(TESTS), "HOME": str(place), "TZ": "UTC",
            "NETAUDIT_STORE": str(place / STORE), "NETAUDIT_CONFIG": str(place / "config.toml"),
        },
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def kill_whole(case: Case, place: Path, after: float) -> Done:
    """Do the same with a run in a process of its own."""
    with start_whole(case, place) as run:
        try:
            out, errors = run.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            run.kill()
            out, errors = run.communicate()
    code = KILLED if run.returncode == -signal.SIGKILL else run.returncode
    return Done(code, out, errors)


def seconds_whole(case: Case, place: Path) -> float:
    """Return how long a whole run takes when nobody disturbs it."""
    at = time.monotonic()
    with start_whole(case, case.begin(place)) as run:
        run.communicate(timeout=120)
    return time.monotonic() - at
