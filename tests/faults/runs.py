"""Running the whole program on an export that takes it a while, and judging what it leaves."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from netaudit.store import Store
from store.snapshots import digest
from worlds.big import write_world

NAME = "netaudit.db"


@dataclass(frozen=True)
class Case:
    """An import: into which store (none: the first one), of what, and the store after it."""

    start: Path | None
    source: Path
    before: str
    after: str
    seconds: float
    size: int

    def begin(self, folder: Path) -> Path:
        """Lay the store out in a new folder and return its path."""
        folder.mkdir()
        path = folder / NAME
        if self.start is not None:
            shutil.copyfile(self.start, path)
            path.chmod(0o600)
        return path

    def state(self, path: Path) -> str:
        """Return `before` or `after`; anything else is half an import."""
        if not path.exists():
            assert self.start is None
            return "before"
        with Store.open(path) as store:
            store.check()
        found = digest(path)
        assert found in {self.before, self.after}
        return "before" if found == self.before else "after"


#: The surroundings of a program that is killed or starved: what measures the tests is not in it,
#: as it writes files of its own.
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}

#: The program, unable to write any file beyond so many bytes: it is told so, or killed by it.
LIMITED = """
import resource, runpy, signal, sys
limit, deadly = int(sys.argv.pop(1)), int(sys.argv.pop(1))
if deadly:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
runpy.run_module("netaudit", run_name="__main__", alter_sys=True)
"""


def start(
    path: Path, source: Path, limit: int | None = None, *, deadly: bool = False
) -> subprocess.Popen[str]:
    """Begin an import as a user would who has configured nothing."""
    limited = ["-c", LIMITED, f"{limit}", f"{deadly:d}"]
    program = ["-m", "netaudit"] if limit is None else limited
    home = path.parent / "home"
    return subprocess.Popen(
        [sys.executable, *program, "import", str(source), "--store", str(path)],
        env={**PLAIN, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "TZ": "UTC"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def make_case(folder: Path, *, messages: int, first: bool) -> Case:
    """Write a world, import it once undisturbed, and measure that."""
    small, large = folder / "small", folder / "large"
    write_world(small, connections=200, messages=400, seed=1)
    write_world(large, connections=messages // 10, messages=messages, seed=2)
    begun = None
    if not first:
        begun = folder / "begun.db"
        finish(begun, small)
    path = folder / NAME
    if begun is not None:
        shutil.copyfile(begun, path)
    at = time.monotonic()
    finish(path, large)
    seconds = time.monotonic() - at
    return Case(
        begun, large, digest(begun) if begun else "", digest(path), seconds, path.stat().st_size
    )


def finish(path: Path, source: Path) -> str:
    """Import undisturbed; return what was printed."""
    run = start(path, source)
    out, errors = run.communicate(timeout=120)
    assert run.returncode == 0, errors
    assert "read" in out
    return out


def left_beside(path: Path) -> list[str]:
    """Return what lies beside the store and is no journal of it."""
    names = {file.name for file in path.parent.iterdir()}
    return sorted(names - {path.name, f"{path.name}-journal"})
