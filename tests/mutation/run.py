"""Put one small fault after the other into the program, and see whether the tests tell.

    python tests/mutation/run.py [GROUP ...] [--jobs N] [--again] [--page]

Runs the groups of groups.toml, all if none is named, and tells what survived without a reason. With
--again only what survived the last time is tried; --page writes docs/mutation.md of the last runs
of all groups. Needs the extra `mutation`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script, this folder alone would be known

import pytest

from mutation.mutants import ROOT, SOURCES, Mutant, mutants_of
from mutation.page import TARGET, Row, counted, page, rows
from mutation.survivors import listed
from mutation.warm import EXAMPLES, MOST, SURVIVED, UNTESTED, Verdict, Warm, arguments
from worlds.bench_machine import described

GROUPS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("groups.toml").read_text(encoding="utf-8")
)
RESULTS = ROOT / "build/mutation"
#: A file system in memory, where there is one: stores are written by the thousand.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


def all_mutants(group: str) -> Iterator[Mutant]:
    """Yield the mutants of a group, without those that a rule tells to be equivalent.

    `path:function` is one function, `path/` a folder.
    """
    known = listed()
    for wanted in GROUPS[group]["modules"]:
        path, _, function = wanted.partition(":")
        files = sorted((SOURCES / path).glob("*.py")) if path.endswith("/") else [SOURCES / path]
        for file in files:
            for mutant in mutants_of(str(file.relative_to(SOURCES))):
                if function not in {"", mutant.function} or not _is_chosen(mutant, group):
                    continue
                if not known.rule(mutant.was, mutant.now):
                    yield mutant


def _is_chosen(mutant: Mutant, group: str) -> bool:
    """Tell whether a mutant is one of the `percent` that are tried: the same ones in every run."""
    percent: int = GROUPS[group].get("percent", 100)
    text = f"{mutant.path} {mutant.function} {mutant.source}"
    return int(sha256(text.encode()).hexdigest(), 16) % 100 < percent


def results(group: str, *, unfinished: bool = False) -> list[dict[str, Any]]:
    """Return what became of the mutants of a group, also in a run that was `unfinished`."""
    files = [RESULTS / f"{group}.jsonl", *([RESULTS / f"{group}.new"] if unfinished else [])]
    texts = [file.read_text(encoding="utf-8") for file in files if file.exists()]
    # Of a run that was cut short the last line may be, too.
    return [json.loads(line) for text in texts for line in text.split("\n")[:-1]]


def run(group: str, jobs: int, *, again: bool) -> int:
    """Try the mutants of a group, and keep what became of them."""
    mutants, kept = list(all_mutants(group)), list[dict[str, Any]]()
    if again:
        known = {_key(one): one for one in results(group, unfinished=True)}
        left = {key for key, one in known.items() if one["status"] in {SURVIVED, UNTESTED}}
        settled = known.keys() - left
        kept = [known[key] for one in mutants if (key := _key(asdict(one))) in settled]
        mutants = [one for one in mutants if _key(asdict(one)) not in settled]
    RESULTS.mkdir(parents=True, exist_ok=True)
    with (RESULTS / f"{group}.new").open("w", encoding="utf-8") as file:

        def tell(verdict: Verdict) -> None:
            row = {**asdict(verdict.mutant), "status": verdict.status, "by": verdict.by}
            row |= {"group": group, "seconds": round(verdict.seconds, 3)}
            file.write(json.dumps(row) + "\n")

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


def judge(group: str) -> bool:
    """Tell of a group how it did; return whether that is enough."""
    known = listed()
    found = list(rows(results(group), known))
    count = counted(found)
    print(f"{group}: {count.score:.1f} % of {count.all - count.equivalent:,}", end="; ")
    print(f"{count.unseen} survive without a reason")
    for row in found:
        if row.survived and row.reason is None:
            print(f"  {row.key[0]} {row.key[1]}\n    {row.key[2]}\n    {row.key[3]}")
    for key in known.in_vain({row.key for row in found if row.survived}, _paths(found)):
        print(f"  listed, but killed or gone: {key}")
    return count.score >= TARGET and not count.unseen


def _paths(found: Sequence[Row]) -> set[str]:
    return {row.key[0] for row in found}


def write_page() -> None:
    """Write the page of what the last runs of all groups found."""
    known, told = listed(), [one for group in GROUPS for one in results(group)]
    text = page(
        list(rows(told, known)),
        known,
        machine=described(ROOT),
        mutmut=version("mutmut"),
        examples=EXAMPLES,
        most=f"{MOST:.0f}",
        minutes=sum(one["seconds"] for one in told) / 60,
        percents={group: said.get("percent", 100) for group, said in GROUPS.items()},
    )
    (ROOT / "docs/mutation.md").write_text(text, encoding="utf-8")


def main() -> int:
    """Run each group in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.here:
        return run(wanted.groups[0], wanted.jobs, again=wanted.again)
    enough = True
    for group in wanted.groups or GROUPS:
        command = [sys.executable, __file__, group, "--here", f"--jobs={wanted.jobs}"]
        command += ["--again"] if wanted.again else []
        # Sets in the same order in every run, as far as that is theirs to decide.
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        subprocess.run(command, check=True, cwd=ROOT, env=environment)
        enough = judge(group) and enough
    if wanted.page:
        write_page()
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
