"""The program as a process of its own, to see how much memory it takes at most."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from faults.runs import PLAIN

#: The program, which tells at its end how much memory it took. What the system tells of a process
#: that has ended is at least what the one had that started it; what it tells of one itself is not.
_TELLING = """
import atexit, resource, runpy, sys
from pathlib import Path

def tell(place=Path(sys.argv.pop(1)), status=Path("/proc/self/status")):
    if status.exists():
        peak = int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    else:
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    place.write_text(str(peak))

atexit.register(tell)
runpy.run_module("netaudit", run_name="__main__", alter_sys=True)
"""


class Measured(NamedTuple):
    """How a run ended, what it said, and what it took: MiB of memory, seconds of processor."""

    code: int
    out: str
    errors: str
    peak: float
    seconds: float


def measured(place: Path, *arguments: str, limit: float = 60) -> Measured:
    """Run the program by itself; what it told of its memory lies at `place` for a moment."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", _TELLING, str(place), *arguments], check=False, timeout=2 * limit,
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env={**PLAIN, "HOME": os.environ["HOME"], "TZ": "UTC"},
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert seconds < limit
    return Measured(
        done.returncode, done.stdout, done.stderr, float(place.read_text("utf-8")), seconds
    )
