"""`make stateful`: a store and what is remembered of it, in long runs; it is told in a page."""

import os
import sys
import time

from fuzz import page


def main() -> int:
    """Run, tell what was done, and return the exit code; what fails is raised as it is."""
    os.environ["NETAUDIT_STATEFUL"] = "large"
    from store import test_stateful

    began = time.monotonic()
    test_stateful.test_a_store_holds_what_is_remembered_whatever_was_done()
    took = time.monotonic() - began
    done = test_stateful.StoreMachine.done
    told = (
        f"{test_stateful.RUNS} runs of {test_stateful.STEPS} steps in {took / 60:.0f} minutes; no"
        " step after which the store was not as it is remembered. Done were "
        + ", ".join(f"{count:,} × {name}" for name, count in done.most_common())
        + "."
    )
    print(told)
    page.write_stateful(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
