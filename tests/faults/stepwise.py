"""An import, again and again, each time killed one step later than the time before.

    python tests/faults/stepwise.py FOLDER first|further

A step is a statement of SQL, or a call to the system by which a new store gets its place. Each
import has a folder of its own, named by its number; the last one was not killed. Prints it.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from netaudit.store import Store
from store.snapshots import (
    CY,
    DAY,
    ORDINARY,
    Snapshot,
    add,
    bring,
    connection,
    export,
    message,
    noon,
)

MORE = export(connection(CY, "Cy Orr"), message(CY, at=noon(DAY + 9)), exported_on=DAY + 300)
P = ParamSpec("P")
R = TypeVar("R")


class Fuse:
    """Burns down by one at each step, and then kills."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def burn(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, call: Callable[P, R]) -> Callable[P, R]:
        def burning(*given: P.args, **named: P.kwargs) -> R:
            self.burn()
            done = call(*given, **named)
            self.burn()
            return done

        return burning


def brought(which: str) -> tuple[Snapshot, ...]:
    return ORDINARY if which == "first" else (MORE,)


def import_until(fuse: Fuse, path: Path, which: str) -> None:
    for module, name in (
        (os, "open"), (os, "fsync"), (os, "link"), (Path, "unlink"), (Path, "mkdir"),
    ):  # fmt: skip
        setattr(module, name, fuse.around(getattr(module, name)))
    with Store.open(path, create=True) as store:
        store.connection.set_trace_callback(fuse.burn)
        add(store, *brought(which))


def main(folder: Path, which: str) -> int:
    begun = folder / "begun.db"
    bring(begun, *ORDINARY)
    for steps in range(1, 10_000):
        path = folder / f"{steps}" / "netaudit.db"
        path.parent.mkdir()
        if which == "further":
            shutil.copyfile(begun, path)
        child = os.fork()
        if not child:
            import_until(Fuse(steps), path, which)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
            return steps
    raise AssertionError("it never ends")


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]), sys.argv[2])))
