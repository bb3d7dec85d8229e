"""What holds for all tests: who is watched by the coverage, and which start first.

On Python 3.11 whatever runs while coverage watches takes twice its time. Laws and tables of many
shapes run the same lines thousands of times; they run unwatched. So the coverage that is told is
that of the other tests: a line that only a law reaches counts as not covered.
"""

import os
import sys
from collections.abc import Generator

import pytest
from coverage import Coverage

#: How coverage tells the processes that a test starts to be watched, too.
PASSED_ON = "COVERAGE_PROCESS_CONFIG"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is slow, so that at the end nobody waits for it."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def unwatched(item: pytest.Item) -> bool:
    """Tell whether a test is a law, or is marked as one of many that run the same lines."""
    law = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return law or item.get_closest_marker("unwatched") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Pause the coverage while a test runs that adds nothing to it."""
    if Coverage.current() is None or not unwatched(item):
        return (yield)
    tracer, passed_on = sys.gettrace(), os.environ.pop(PASSED_ON, None)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        if passed_on is not None:
            os.environ[PASSED_ON] = passed_on
