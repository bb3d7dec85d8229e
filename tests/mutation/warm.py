"""Tests that are collected once and then run against one mutant after the other.

pytest loads the tests of a group and runs each of them once. From then on every mutant has a
process of its own, forked from the one in which all of that is done: it runs the tests in which
its function is called, the quickest first, until one fails.
"""

import gc
import os
import resource
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import accumulate
from time import process_time
from types import CodeType, FrameType

import pytest

from mutation.mutants import Mutant, forget_answers, function_of, put_in

#: Seconds of the CPU after which a test does not end: so many times what it took, and some more.
TIMES, MORE = 10, 3
#: Seconds of tests that a mutant meets, by what they took under watch: about three times theirs.
MOST = 12.0
#: Bytes that the process of a mutant may take.
ROOM = 6 << 30
#: Examples of a law.
EXAMPLES = 20

SURVIVED, KILLED, ENDLESS, UNTESTED = "survived", "killed", "timeout", "untested"


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant, which test told, and the seconds of CPU that it took."""

    mutant: Mutant
    status: str
    by: str = ""
    seconds: float = 0.0


@dataclass
class _Running:
    mutant: Mutant
    order: list[int]
    told: int


class Warm:
    """A plugin for pytest that runs the collected tests against `mutants`, `jobs` at a time."""

    def __init__(
        self, mutants: Sequence[Mutant], jobs: int, tell: Callable[[Verdict], None]
    ) -> None:
        self._mutants, self._jobs, self._tell = mutants, jobs, tell
        self._items: list[pytest.Item] = []
        #: By the places of the tests: seconds of the CPU.
        self._costs: list[float] = []
        #: Path and name of a function -> places of the tests in which it is called.
        self._callers: dict[tuple[str, str], set[int]] = defaultdict(set)
        #: How many mutants of a function each test killed.
        self._kills: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        self._failed = False
        self._running: dict[int, _Running] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the loop in which pytest runs each test once."""
        if session.testsfailed:
            raise session.Failed("the tests cannot be collected")
        self._items = [item for item in session.items if not item.get_closest_marker("skip")]
        for item in self._items:
            _limit_examples(item)
        self._run_all()
        forget_answers()
        gc.collect()
        gc.freeze()  # so that pages of memory stay shared with the processes of the mutants
        self._try_all()
        return True

    @pytest.hookimpl
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notice that a test failed."""
        self._failed = self._failed or report.failed

    def _run(self, item: pytest.Item) -> None:
        self._failed = False
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def _run_all(self) -> None:
        """Run every test by itself, watch which functions it calls, and take its time."""
        wanted = {
            function_of(import_module(one.module), one.function).__code__: (one.path, one.function)
            for one in self._mutants
        }
        for place, item in enumerate(self._items):
            called = set[CodeType]()

            def watch(
                frame: FrameType, event: str, _: object, seen: set[CodeType] = called
            ) -> None:
                if event == "call":
                    seen.add(frame.f_code)

            start = process_time()
            sys.settrace(watch)
            self._run(item)
            sys.settrace(None)
            self._costs.append(process_time() - start)
            if self._failed:
                raise pytest.UsageError(f"fails without any mutant: {item.nodeid}")
            for code in called & wanted.keys():
                self._callers[wanted[code]].add(place)

    def _try_all(self) -> None:
        for mutant in self._mutants:
            order = self._order(mutant)
            if not order:
                self._tell(Verdict(mutant, UNTESTED))
                continue
            while len(self._running) >= self._jobs:
                self._wait()
            told, tell = os.pipe()
            pid = os.fork()
            if not pid:
                os.close(told)
                self._become(mutant, order, tell)
            os.close(tell)
            self._running[pid] = _Running(mutant, order, told)
        while self._running:
            self._wait()

    def _order(self, mutant: Mutant) -> list[int]:
        """Return the places of its tests: those that killed its like and the quickest first."""
        function = (mutant.path, mutant.function)
        kills = self._kills[function]
        order = sorted(
            self._callers[function], key=lambda one: (self._costs[one] / (1 + 9 * kills[one]), one)
        )
        sums = accumulate(self._costs[one] for one in order)
        return [
            one
            for n, (one, spent) in enumerate(zip(order, sums, strict=True))
            if not n or spent <= MOST
        ]

    def _become(self, mutant: Mutant, order: list[int], tell: int) -> None:
        """Be the process of a mutant, which ends with 0 if no test fails, with 1 at the first."""
        code = 2
        try:
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            put_in(mutant)
            code = 0
            for place in order:
                os.write(tell, f"{place} ".encode())
                signal.setitimer(signal.ITIMER_PROF, TIMES * self._costs[place] + MORE)
                self._run(self._items[place])
                if self._failed:
                    code = 1
                    break
        except BaseException:  # noqa: BLE001 - whatever a mutant does, its process ends here
            code = 1 if code == 0 else 2
        finally:
            os._exit(code)

    def _wait(self) -> None:
        pid, status, used = os.wait4(-1, 0)
        if pid not in self._running:
            return
        done = self._running.pop(pid)
        with open(done.told, encoding="ascii") as pipe:  # noqa: PTH123 - of a descriptor
            last = pipe.read().split()
        seconds = used.ru_utime + used.ru_stime
        code = os.waitstatus_to_exitcode(status)
        if code == 2 or not last:
            raise RuntimeError(f"cannot be put in: {done.mutant}")
        place = int(last[-1])
        by = self._items[place].nodeid if code else ""
        if code:
            self._kills[done.mutant.path, done.mutant.function][place] += 1
        outcome = {0: SURVIVED, -signal.SIGPROF: ENDLESS}.get(code, KILLED)
        self._tell(Verdict(done.mutant, outcome, by, seconds))


def _limit_examples(item: pytest.Item) -> None:
    """Let a law try a few examples, the same in every run, and show the first that fails.

    There is no other way to have less than what is written above a law.
    """
    from hypothesis import Phase, settings  # pytest wants to be the first to import it

    law = getattr(item, "obj", None)
    if not getattr(law, "is_hypothesis_test", False):
        return
    name = "_hypothesis_internal_use_settings"
    law = getattr(law, "__func__", law)
    own = getattr(law, name)
    few = settings(
        own, max_examples=min(own.max_examples, EXAMPLES), derandomize=True, database=None,
        phases=(Phase.explicit, Phase.generate), report_multiple_bugs=False,
    )  # fmt: skip
    setattr(law, name, few)


def arguments(tests: Sequence[str]) -> Iterator[str]:
    """Yield what pytest is told, before which tests there are."""
    yield from ("--quiet", "--no-header", "--capture=no", "--show-capture=no", "--tb=native")
    for plugin in ("cacheprovider", "faulthandler", "xdist"):
        yield from ("-p", f"no:{plugin}")
    # Tens of thousands of tests have a folder: each goes when the test is over.
    yield from ("-o", "tmp_path_retention_policy=none", "-o", "addopts=")
    yield from ("--disable-socket", "--import-mode=importlib", "--strict-markers", *tests)
