"""The program in processes of their own, without a start of Python for each.

A process that has loaded all modules forks itself for each run. The run has its own streams,
surroundings, umask, user and clock, and ends as any process does: with Python's own last steps.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from faults.runs import PLAIN

TESTS = Path(__file__).parents[1]
#: 15 November 2026, 18:00 UTC: the day after the newest row of the examples.
NOW = 1_794_765_600


@dataclass(frozen=True)
class Done:
    """How a run ended: its exit code, as a shell tells it, and what it said."""

    code: int
    out: str
    err: str


class Running:
    """A run that was begun; `wait` for its end."""

    def __init__(self, parent: "Forks", number: int, folder: Path) -> None:
        self.pid = number
        self._parent = parent
        self._folder = folder

    def wait(self) -> Done:
        """Wait for the end."""
        code = self._parent.ask({"wait": self.pid})
        out, err = (
            path.read_text("utf-8", "replace") if (path := self._folder / name).exists() else ""
            for name in ("out", "err")
        )
        return Done(code if code >= 0 else 128 - code, out, err)


class Forks:
    """The process that forks itself for each run."""

    def __init__(
        self,
        folder: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        under: Sequence[str] = (),
    ) -> None:
        """Start it in surroundings of its own; `under` is a program that starts it."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._runs = 0
        asked, telling = os.pipe()
        hearing, answers = os.pipe()
        paths = f"{TESTS}:{os.environ.get('PYTHONPATH', '')}"
        home = {"HOME": str(folder), "TZ": "UTC", "PYTHONPATH": paths}
        plain = {n: v for n, v in PLAIN.items() if not n.startswith(("NETAUDIT", "XDG"))}
        self._process = subprocess.Popen(
            [*under, sys.executable, "-c", "from faults.forked import serve; serve()",
             str(asked), str(answers)],
            env={**plain, **home, **(env or {})}, cwd=cwd or folder, pass_fds=(asked, answers),
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(asked)
        os.close(answers)
        self._telling: BinaryIO = os.fdopen(telling, "wb")
        self._hearing: BinaryIO = os.fdopen(hearing, "rb")

    def ask(self, request: Mapping[str, Any]) -> int:
        """Send a request and return the answer."""
        self._telling.write(json.dumps(request).encode() + b"\n")
        self._telling.flush()
        answer = self._hearing.readline()
        assert answer, "it is gone"
        return int(answer)

    def start(
        self,
        *words: str | Path,
        env: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        umask: int = 0o022,
        uid: int | None = None,
        now: float | None = NOW,
        stdin: Path | None = None,
        stdout: str = "",
        stderr: str = "",
        call: str = "",
    ) -> Running:
        """Begin a run of the program.

        `env` is added to the surroundings, None takes a name away. `stdout` and `stderr` name a
        file in place of what is returned; `closed` closes the stream, `gone` is a pipe that
        nobody reads. `call` names a function of a module to run in the place of the program.
        """
        self._runs += 1
        place = self.folder / f"run-{self._runs}"
        place.mkdir()
        request = {
            "words": [str(word) for word in words], "env": dict(env or {}), "umask": umask,
            "cwd": str(cwd) if cwd else None, "uid": uid, "now": now, "call": call,
            "stdin": str(stdin or os.devnull),
            "stdout": stdout or str(place / "out"), "stderr": stderr or str(place / "err"),
        }  # fmt: skip
        return Running(self, self.ask(request), place)

    def run(self, *words: str | Path, **how: Any) -> Done:  # noqa: ANN401 - those of `start`
        """Run the program to its end; see `start`."""
        return self.start(*words, **how).wait()

    def load(self, *lines: Sequence[str | Path]) -> None:
        """Have it run these itself first, so that it has loaded whatever they need.

        For runs of a user who may not be able to read the program's own files.
        """
        for words in lines:
            assert self.ask({"load": [str(word) for word in words]}) == 0, words

    def end(self) -> None:
        """Let it go."""
        self._telling.close()
        self._process.wait(60)
        self._hearing.close()


@contextmanager
def forks(folder: Path, **how: Any) -> Iterator[Forks]:  # noqa: ANN401 - those of `Forks`
    """Have such a process for a while."""
    made = Forks(folder, **how)
    try:
        yield made
    finally:
        made.end()


def serve() -> None:
    """Be the process that forks: read requests, one a line, and answer each with a number."""
    _load()
    asked, answers = (int(word) for word in sys.argv[1:])
    with os.fdopen(asked, "rb") as requests:
        for line in requests:
            request = json.loads(line)
            if "wait" in request:
                answer = os.waitstatus_to_exitcode(os.waitpid(request["wait"], 0)[1])
            elif "load" in request:
                answer = _run_here(request["load"])
            else:
                answer = os.fork()
                if answer == 0:
                    os.close(answers)
                    _become(request)
                    return
            os.write(answers, f"{answer}\n".encode())


def _load() -> None:
    """Load all there is, so that a run need be able to read no file of the program's."""
    import gc
    import pkgutil
    from importlib import import_module
    from zoneinfo import ZoneInfo

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import netaudit

    for module in pkgutil.walk_packages(netaudit.__path__, "netaudit."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in ("pandas", "rich.table", "rapidfuzz.process", "platformdirs", "time_machine"):
        import_module(name)
    ZoneInfo("UTC")
    gc.freeze()  # a run that looks for cycles would copy all of it


def _run_here(words: list[str]) -> int:
    from typer.testing import CliRunner

    from netaudit.cli import app

    return CliRunner().invoke(app, words).exit_code


def _become(request: Mapping[str, Any]) -> None:
    """Be the run that was asked for, to the end of this process."""
    import time
    from importlib import import_module

    import time_machine

    for name, value in request["env"].items():
        os.environ.pop(name, None) if value is None else os.environ.update({name: value})
    time.tzset()
    os.umask(0o022)
    for number, name in enumerate((request["stdin"], request["stdout"], request["stderr"])):
        _put(number, name)
    if request["cwd"]:
        os.chdir(request["cwd"])
    os.umask(request["umask"])
    if request["uid"] is not None:
        os.setgroups([])
        os.setgid(request["uid"])
        os.setuid(request["uid"])
    if request["now"] is not None:
        time_machine.travel(request["now"], tick=False).start()
    sys.argv = ["netaudit", *request["words"]]
    if request["call"]:
        module, _, function = request["call"].rpartition(".")
        getattr(import_module(module), function)(*request["words"])
        return
    from netaudit.cli import main

    main()


def _put(number: int, name: str) -> None:
    """Give a stream its file, as a shell does before it starts a program."""
    stream = ("stdin", "stdout", "stderr")[number]
    if name == "closed":
        os.close(number)
        setattr(sys, stream, None)
        setattr(sys, f"__{stream}__", None)
        return
    if name == "gone":
        reading, handle = os.pipe()
        os.close(reading)
    else:
        flags = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        handle = os.open(name, flags, 0o644)
    os.dup2(handle, number)
    os.close(handle)
    # Anew, as what Python has made of a stream depends on the file that it was at the start.
    made: IO[str]
    if number and os.environ.get("PYTHONUNBUFFERED"):
        raw = io.FileIO(number, "w", closefd=False)
        made = io.TextIOWrapper(cast("BinaryIO", raw), encoding="utf-8", write_through=True)
    else:
        made = open(number, "rw"[number > 0], encoding="utf-8", closefd=False)  # noqa: SIM115 - a stream of the process
    setattr(sys, stream, made)
    setattr(sys, f"__{stream}__", made)
