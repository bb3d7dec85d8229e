"""Every call, and five hundred moments, at which a command may be killed; and every error.

    PYTHONPATH=tests python tests/faults/soak.py docs/soak.md [--kills N] [--step N]

writes the page, and ends with 1 if a store was ever half-changed, if what was acknowledged was
lost, if what was done was said to have failed, or if a traceback was shown.
"""

import argparse
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from threading import local

from faults.commands import BY_NAME, Case, Cases, judge
from faults.forked import Done, forks
from faults.kills import kill_forked, kill_whole, moment, seconds, seconds_whole
from faults.soak_page import Row, page
from faults.traced import KILL, Call, disturbed, faults_of, record, refusal

#: What is killed at moments of chance.
RANDOM = ("first import", "further import", "log", "undo", "forget", "export", "restore")
#: One in so many of these kills is of a whole process, from the start of Python on.
_WHOLE = 20
#: After one in so many runs the command is run once more, to see that it clears up.
_AGAIN = 4
_SEED = 20261122

#: Disturbs a run in a place laid out for it.
Disturb = Callable[[Path], Done]


class Soak:
    """Runs commands and counts what becomes of them; each thread has cases of its own."""

    def __init__(self, folder: Path, processes: ExitStack, kills: int, step: int) -> None:
        self._folder, self._processes = folder, processes
        self._kills, self._step = kills, step
        self._own = local()

    @property
    def cases(self) -> Cases:
        """The cases of this thread."""
        if not hasattr(self._own, "cases"):
            folder = Path(mkdtemp(dir=self._folder))
            program = self._processes.enter_context(forks(folder / "program"))
            self._own.cases = Cases(folder / "cases", program)
        found: Cases = self._own.cases
        return found

    def at_random(self, name: str) -> Row:
        """Kill a command at moments of chance."""
        case, draw = self.cases[name], random.Random(_SEED)  # noqa: S311 - nothing secret about it
        program, room = self.cases.program, Path(mkdtemp(dir=self._folder))
        forked, whole = seconds(case, program, room), seconds_whole(case, room / "whole")

        def kill(number: int) -> Disturb:
            if number % _WHOLE == 0:
                at = moment(draw, whole, number, self._kills)
                return lambda place: kill_whole(case, place, at)
            at = moment(draw, forked, number, self._kills)
            return lambda place: kill_forked(case, program, place, at)

        return self._counted(case, room, map(kill, range(self._kills)))

    def at_every_call(self, name: str) -> Row:
        """Kill a command at each of its calls."""
        case, calls, room = self._recorded(name)

        def kill(call: Call) -> Disturb:
            return lambda place: disturbed(case, self.cases.program, place, call, KILL)

        return self._counted(case, room, map(kill, calls))

    def by_every_error(self, name: str) -> Row:
        """Have each call of a command fail: each by two errors in turn, once and for ever."""
        case, calls, room = self._recorded(name)

        def fail(call: Call, fault: tuple[str, bool]) -> Disturb:
            how, ever = fault
            program = self.cases.program
            return lambda place: disturbed(case, program, place, call, how, ever=ever)

        met = (
            fail(call, faults[(number + more) % len(faults)])
            for number, call in enumerate(calls)
            for faults in [faults_of(call)]
            for more in (0, 3)  # the other error, and the other way
        )
        return self._counted(case, room, met)

    def _recorded(self, name: str) -> tuple[Case, list[Call], Path]:
        case, room = self.cases[name], Path(mkdtemp(dir=self._folder))
        return case, record(case, self.cases.program, room / "recorded")[:: self._step], room

    def _counted(self, case: Case, room: Path, runs: Iterable[Disturb]) -> Row:
        """Disturb runs, and count what they leave and say."""
        found: Counter[str] = Counter()
        for number, disturb in enumerate(runs):
            place = case.begin(room / "place")
            done = disturb(place)
            verdict = judge(case, place, done)
            found.update(["runs", verdict.state])
            found.update({
                "lost": verdict.lost, "untrue": verdict.untrue, "traceback": verdict.traceback,
            })  # fmt: skip
            once_more = ""
            if number % _AGAIN == 0 and not verdict.wrong:
                once_more = case.wrong_when_run_again(self.cases.program, place)
                found["half"] += bool(once_more)
            if verdict.wrong or once_more:
                sys.stderr.write(f"{case.command.name}: {verdict} {done} {once_more}\n")
            shutil.rmtree(place)
        shutil.rmtree(room)
        return Row(case.command.name, found)


def main() -> int:
    """Do all of it, write the page, and tell by the exit code whether all was well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--step", type=int, default=1, help="only every so manieth call")
    parser.add_argument("--only", action="append", help="only this command; more than once: these")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    wanted = parser.parse_args()
    begun = time.monotonic()
    # In memory the calls are the same, and take a third of the time.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        ExitStack() as processes,
        ThreadPoolExecutor(wanted.jobs) as threads,
    ):
        soak = Soak(Path(folder), processes, wanted.kills, wanted.step)
        kinds: dict[str, tuple[Callable[[str], Row], Iterable[str]]] = {
            "random": (soak.at_random, RANDOM)
        }
        if not (reason := refusal()):
            kinds |= {
                "calls": (soak.at_every_call, BY_NAME),
                "errors": (soak.by_every_error, BY_NAME),
            }
        under_way = {
            kind: [threads.submit(count, name) for name in names if name in (wanted.only or names)]
            for kind, (count, names) in kinds.items()
        }
        tables = {}
        for kind, rows in under_way.items():
            tables[kind] = [row.result() for row in rows]
            for one in tables[kind]:
                sys.stdout.write(f"{kind}: {one}\n")
    taken = round(time.monotonic() - begun)
    wanted.page.write_text(page(tables, taken, reason), encoding="utf-8")
    return int(any(row.wrong for rows in tables.values() for row in rows))


if __name__ == "__main__":
    sys.exit(main())
