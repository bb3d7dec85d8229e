"""`make stateful`: a store and what is remembered of it, in long runs; it is told in a page."""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from fuzz import page

RUNS, STEPS = 200, 50


def main(words: Sequence[str] | None = None) -> int:
    """Run, tell what was done, and return the exit code; what fails is raised as it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    processes = parser.parse_args(words).processes
    began = time.monotonic()
    shares = [RUNS // processes + (n < RUNS % processes) for n in range(processes)]
    with ProcessPoolExecutor(processes) as pool:
        done = sum(pool.map(runs, shares), Counter[str]())
    told = (
        f"{RUNS} runs of {STEPS} steps in {(time.monotonic() - began) / 60:.0f} minutes; after each"
        " step the store was as it is remembered. Done were "
        + ", ".join(f"{count:,} × {name}" for name, count in done.most_common())
        + "."
    )
    print(told)
    page.write_stateful(told)
    return 0


def runs(number: int) -> Counter[str]:
    """Do so many runs, others each time, and return how often what was done."""
    from store.test_stateful import StoreMachine, run

    run(number, STEPS, same=False)
    return StoreMachine.done


if __name__ == "__main__":
    sys.exit(main())
