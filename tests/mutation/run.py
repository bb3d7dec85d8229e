"""Put one small fault after the other into the program, and see whether the tests tell.

    python tests/mutation/run.py [GROUP ...] [--jobs N] [--again] [--every N]

Runs the groups of groups.toml, all if none is named, and writes docs/mutation.md when each of them
has been run. With --again only what survived the last time is tried. Needs the extra `mutation`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script, this folder alone would be known

import pytest

from mutation.mutants import ROOT, SOURCES, Mutant, mutants_of
from mutation.warm import SURVIVED, UNTESTED, Verdict, Warm, arguments

GROUPS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("groups.toml").read_text(encoding="utf-8")
)
RESULTS = ROOT / "build/mutation"
#: A file system in memory, where there is one: stores are written by the thousand.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


def all_mutants(group: str) -> Iterator[Mutant]:
    """Yield the mutants of a group; `path:function` is one function, `path/` a folder."""
    for wanted in GROUPS[group]["modules"]:
        path, _, function = wanted.partition(":")
        files = sorted((SOURCES / path).glob("*.py")) if path.endswith("/") else [SOURCES / path]
        for file in files:
            for mutant in mutants_of(str(file.relative_to(SOURCES))):
                if function in {"", mutant.function}:
                    yield mutant


def results(group: str) -> list[dict[str, Any]]:
    """Return what became of the mutants of a group."""
    lines = (RESULTS / f"{group}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def run(group: str, jobs: int, *, again: bool, every: int) -> int:
    """Try the mutants of a group, and keep what became of them."""
    mutants = list(all_mutants(group))[::every]
    kept: list[dict[str, Any]] = []
    if again:
        known = {_key(one): one for one in results(group)}
        left = {key for key, one in known.items() if one["status"] in {SURVIVED, UNTESTED}}
        kept = [known[key] for one in mutants if (key := _key(asdict(one))) in known.keys() - left]
        settled = {_key(one) for one in kept}
        mutants = [one for one in mutants if _key(asdict(one)) not in settled]
    RESULTS.mkdir(parents=True, exist_ok=True)
    begun, done = time.monotonic(), 0
    with (RESULTS / f"{group}.jsonl.new").open("w", encoding="utf-8") as file:

        def tell(verdict: Verdict) -> None:
            nonlocal done
            done += 1
            row = {**asdict(verdict.mutant), "status": verdict.status, "by": verdict.by}
            row |= {"group": group, "seconds": round(verdict.seconds, 3)}
            file.write(json.dumps(row) + "\n")
            if not done % 100:
                print(f"{group}: {done} of {len(mutants)}, {time.monotonic() - begun:.0f} s")
                file.flush()

        file.writelines(json.dumps(one) + "\n" for one in kept)
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            os.environ["TMPDIR"] = tempfile.tempdir = folder
            wanted = [*arguments(GROUPS[group]["tests"]), f"--basetemp={folder}/tests"]
            code = pytest.main(wanted, plugins=[Warm(mutants, jobs, tell)])
    if code == pytest.ExitCode.OK:
        Path(file.name).replace(RESULTS / f"{group}.jsonl")
    return code


def _key(one: dict[str, Any]) -> tuple[str, str, str]:
    return (one["path"], one["function"], one["source"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run each group in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], metavar="GROUP")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try every Nth only")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    if wanted.here:
        return run(wanted.groups[0], wanted.jobs, again=wanted.again, every=wanted.every)
    for group in wanted.groups or GROUPS:
        command = [sys.executable, __file__, group, "--here", f"--jobs={wanted.jobs}"]
        command += [f"--every={wanted.every}", *(["--again"] if wanted.again else [])]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        code = subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
