"""Runs in which one call to the system goes wrong, or is the last: by `strace`, from outside.

A run is held until `strace` looks on. Then its calls are the same, in the same order, each time, so
that one can be named by its kind and its number, as `strace` counts them: apart for each kind.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from faults.commands import WORK, Case
from faults.forked import Done, Forks

#: The calls by which a file comes, changes or goes. One with a `?` not every machine has.
CALLS = (
    "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "?unlink", "unlinkat",
    "?rename", "?renameat", "renameat2", "?link", "linkat", "?mkdir", "mkdirat",
)  # fmt: skip
_TRACE = f"trace={','.join(CALLS)}"
_LINE = re.compile(r"(\w+)\((.*)\) += (?:\d+|-1 (E\w+))")
#: What of a name is another one in each run.
_UNLIKE = re.compile(r"(?<=\.new-)\d+|(?<=\.netaudit-)[\w-]+")
KILL = "signal=KILL"


@dataclass(frozen=True)
class Call:
    """A call of a run: its kind, its number among those of the kind, and about which file."""

    kind: str
    number: int
    about: str

    def __str__(self) -> str:
        """Name it as it is told of a failure."""
        return f"{self.kind} {self.number} of {self.about}"


#: Returns the calls of a command of that name.
Recorded = Callable[[str], list[Call]]


def refusal() -> str:
    """Say why calls cannot be made to fail here; an empty text: they can."""
    if shutil.which("strace") is None:
        return "wants strace"
    tried = subprocess.run(
        ["strace", "-qq", "-o", os.devnull, "-e", "inject=getpid:error=EIO:when=1", "true"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    return "" if tried.returncode == 0 else f"strace may not look on here: {tried.stderr.strip()}"


def record(case: Case, program: Forks, folder: Path) -> list[Call]:
    """Run a command undisturbed, and return its calls that are about what it may write."""
    place = case.begin(folder)
    log = folder.with_name(f"{folder.name}.calls")
    done = _under(case, program, place, ["-y", "-s", "0", "-o", str(log)])
    assert (done.code, case.state(place)) == (0, "after"), done
    return list(_calls(log.read_text("utf-8", "replace").splitlines(), place))


def _calls(lines: Iterable[str], place: Path) -> Iterator[Call]:
    numbers: dict[str, int] = {}
    within = f"{place / WORK}/"
    for line in lines:
        if (found := _LINE.match(line)) is None:
            continue
        kind, about, _ = found.groups()
        numbers[kind] = numbers.get(kind, 0) + 1
        name = re.search(rf'[<"]{re.escape(within)}([^">]*)', about)
        if name is not None:
            yield Call(kind, numbers[kind], _UNLIKE.sub("-", name[1]))


def some(calls: Sequence[Call], step: int, *, first: bool) -> list[Call]:
    """Return every so manieth call, and the first, or last, of each kind about each file."""
    ends = {(call.kind, call.about): call for call in (reversed(calls) if first else calls)}
    chosen = {*calls[step // 2 :: step], *ends.values()}
    return [call for call in calls if call in chosen]


def faults_of(call: Call) -> list[tuple[str, bool]]:
    """Return the errors by which a call is met, each with whether it is so for ever.

    All that is written for ever would be what is said on the screen, too.
    """
    often = [False] if call.kind == "write" else [False, True]
    return [(f"error={error}", ever) for ever in often for error in ("EIO", "ENOSPC")]


def disturbed(
    case: Case, program: Forks, place: Path, call: Call, how: str, *, ever: bool = False
) -> Done:
    """Run a command of which a call is met by `how`: a signal or an error.

    With `ever` so is every later call of its kind.
    """
    when = f"when={call.number}{'+' if ever else ''}"
    return _under(
        case, program, place, ["-o", os.devnull, "-e", f"inject={call.kind}:{how}:{when}"]
    )


def _under(case: Case, program: Forks, place: Path, options: list[str]) -> Done:
    fifo, ready = place / "held", place / "held.ready"
    os.mkfifo(fifo)
    run = case.start(program, place, {"HELD": str(fifo)})
    while not ready.exists():
        time.sleep(0.001)
    with subprocess.Popen(
        ["strace", "-p", str(run.pid), "-e", _TRACE, "-e", "signal=none", *options],
        stderr=subprocess.PIPE, text=True,
    ) as tracer:  # fmt: skip
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        assert "attached" in said, said
        fifo.write_bytes(b"!")
        done = run.wait()
    fifo.unlink()
    ready.unlink()
    return done
