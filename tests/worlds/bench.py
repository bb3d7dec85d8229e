"""Time the program in worlds of four sizes, each command beside the least that it can cost.

    python tests/worlds/bench.py [--worlds S M L XL] [--only STEP ...] [--runs N] [-o PAGE]

    python tests/worlds/bench.py --worlds L --only report weekly --folder /tmp/worlds

Prints a table for each world; with -o writes the page, on which what was written by hand is kept.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script, this folder alone would be known

from worlds.bench_machine import described
from worlds.bench_page import ROWS, Cost, Measured, judged, kept, page, tables
from worlds.big import OWNER

FLOORS = {
    "csv": "import csv, sys\n"
    "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
    "    for _ in csv.reader(file):\n        pass\n",
    "pandas": "import pandas, typer, rich.console",
    "bare": "import typer, rich.console",
}
#: What the script `netaudit` is; `python -m netaudit` completes nothing.
PROGRAM = "import sys; sys.argv[0] = 'netaudit'; from netaudit.cli import main; main()"
#: The program refuses files in archives from this size on: they are bombs, it thinks.
LARGEST_PACKED = 2 << 30
#: What is timed of a store that is there, and may be repeated.
OFTEN: Mapping[str, tuple[str, ...]] = {
    "report": ("report",),
    "weekly": ("weekly",),
    "next": ("next",),
    "log": ("log", "{name}", "{channel}"),
    "show": ("show", "{name}"),
    "company": ("people", "--company", "{company}"),
    "people": ("people", "{name}"),
    "tag": ("tag", "{name}", "tag-{round}"),
    "completion": (),
    "help": ("--help",),
}
#: What leaves another store behind, or none, each once a run and in this order.
ONCE: Mapping[str, tuple[str, ...]] = {
    "backup": ("backup", "{folder}/copy.db"),
    "forget": ("forget", "{other}", "--yes"),
    "undo": ("undo", "1", "--yes"),
}


@dataclass(frozen=True)
class World:
    """How large, how often everything is run, and how often in each run what takes a moment."""

    name: str
    people: int
    messages: int
    runs: int
    rounds: int


WORLDS = (
    World("S", 500, 5_000, 5, 3),
    World("M", 5_000, 100_000, 5, 2),
    World("L", 30_000, 1_000_000, 3, 3),
    World("XL", 30_000, 10_000_000, 1, 1),
)


@dataclass
class Bench:
    """One world on the disk, and what has been measured in it."""

    world: World
    folder: Path
    only: frozenset[str]
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    store: int | None = None

    def __post_init__(self) -> None:
        self.export = made(self.world, self.folder)
        self.archive = packed(self.export)
        self.words = chosen(self.export) | {"folder": str(self.folder)}

    def measured(self) -> Measured:
        """Return all figures so far."""
        order = {step: self.costs[step] for step in ROWS if step in self.costs}
        return Measured(self.world.name, self.world.people, self.world.messages, order, self.store)

    def run(self) -> None:
        """Measure everything once, what takes a moment several times."""
        path = self._path()
        if self.archive is None or (self._wants("unpacked") and self.world.name == "L"):
            self._time("unpacked", "import", str(self.export))
            if self.archive is not None:
                remove(path)
        if self.archive is not None:
            self._time("import", "import", str(self.archive))
        self.store = path.stat().st_size
        if self._wants("again"):
            self._time("again", "import", str(self.archive or self.export))
        if any(map(self._wants, ("import", "unpacked", "again", "undo"))):
            self._floor("csv", str(self.export / "messages.csv"))
        for turn in range(self.world.rounds):
            # The same entry twice would be asked about.
            channel = ("coffee", "call", "meal")[turn % 3]
            self._round({"round": str(turn), "channel": channel})
        for step in filter(self._wants, ONCE):
            self._time(step, *self._filled(ONCE[step]))
        remove(path)
        remove(self.folder / "copy.db")

    def _round(self, more: dict[str, str]) -> None:
        """Time what may be repeated, and both floors in its midst."""
        steps = [step for step in OFTEN if self._wants(step)]
        for floor in ("pandas", "bare"):
            if below := [step for step in steps if ROWS[step].floor == floor]:
                self._floor(floor)
                for step in below:
                    self._time(step, *self._filled(OFTEN[step], more))

    def _wants(self, step: str) -> bool:
        return not self.only or step in self.only

    def _filled(self, words: Iterable[str], more: Mapping[str, str] | None = None) -> list[str]:
        return [word.format_map({**self.words, **(more or {})}) for word in words]

    def _path(self) -> Path:
        return self.folder / "store.db"

    def _floor(self, name: str, *words: str) -> None:
        self._keep(name, timed((sys.executable, "-c", FLOORS[name], *words), os.environ))

    def _time(self, step: str, *words: str) -> None:
        """Run the program; what nobody asked for is run, too, as others need it."""
        surroundings = os.environ | {
            "NETAUDIT_STORE": str(self._path()), "NETAUDIT_CONFIG": str(self.folder / "none.toml"),
            "TZ": "UTC",
        }  # fmt: skip
        if step == "completion":
            name = self.words["name"].split()[-1]
            surroundings["_NETAUDIT_COMPLETE"] = "complete_bash"
            surroundings["_NETAUDIT_LINE"] = f"netaudit show {name[:4]}"
        self._keep(step, timed((sys.executable, "-c", PROGRAM, *words), surroundings))

    def _keep(self, step: str, cost: Cost) -> None:
        if step in FLOORS or self._wants(step):
            self.costs.setdefault(step, []).append(cost)


def timed(words: tuple[str, ...], surroundings: Mapping[str, str]) -> Cost:
    """Run a process to its end. A peak below that of this process cannot be told: it is small."""
    began = time.perf_counter()
    process = subprocess.Popen(
        words, env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words[3:])} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 2**20)


def made(world: World, folder: Path) -> Path:
    """Return the export of a world, written if it is not there yet."""
    export = folder / "world"
    if not (export / "Profile.csv").exists():  # the last that is written
        subprocess.run(
            [sys.executable, Path(__file__).with_name("big.py"), export,
             "--connections", str(world.people), "--messages", str(world.messages)],
            check=True,
        )  # fmt: skip
    return export


def packed(export: Path) -> Path | None:
    """Return a world packed as LinkedIn does; None for one that is too large to be taken."""
    if (export / "messages.csv").stat().st_size >= LARGEST_PACKED:
        return None
    path = export.parent / "Complete_LinkedInDataExport_11-15-2026.zip"
    if not path.exists():
        begun = path.with_suffix(".part")
        with zipfile.ZipFile(begun, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for member in sorted(export.iterdir()):
                archive.write(member, member.name)
        begun.rename(path)
    return path


def chosen(export: Path) -> dict[str, str]:
    """Return a person to ask for, another one to forget, and a company.

    They are the two whose conversations are the newest. Nothing is held in memory on the way: what
    this process once took would count as the peak of all that it starts.
    """
    links = list(islice(dict.fromkeys(_talkers(export)), 2))
    with (export / "Connections.csv").open(encoding="utf-8", newline="") as file:
        for _ in range(3):  # the note above the header
            file.readline()
        people = {row["URL"]: row for row in csv.DictReader(file) if row["URL"] in links}
    one, other = (people[link] for link in links)
    names = [f"{row['First Name']} {row['Last Name']}" for row in (one, other)]
    return {"name": names[0], "other": names[1], "company": one["Company"]}


def _talkers(export: Path) -> Iterator[str]:
    """Yield the links of those with whom the owner has a conversation alone, the newest first."""
    with (export / "messages.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
        held = ""
        for line in file:  # as big.py writes them, no text has two lines
            if not line.startswith(f"{held},"):
                held = line.partition(",")[0]
                row = dict(zip(header, next(csv.reader([line])), strict=True))
                links = {row["SENDER PROFILE URL"], *row["RECIPIENT PROFILE URLS"].split(",")}
                if len(links) == 2:
                    yield (links - {OWNER.url}).pop()


def remove(path: Path) -> None:
    """Remove a store and what SQLite puts beside it."""
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()


def written(path: Path, measured: list[Measured], machine: str) -> None:
    """Write the page; what was written into it by hand stays."""
    before = kept(path.read_text("utf-8")) if path.exists() else None
    path.write_text(page(measured, machine, before), "utf-8")


def asked() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time the program beside its floors.")
    parser.add_argument("--worlds", nargs="+", choices=[world.name for world in WORLDS])
    parser.add_argument("--only", nargs="+", choices=[step for step in ROWS if step not in FLOORS])
    parser.add_argument("--runs", type=int, help="in place of 5, 5, 3 and 1")
    parser.add_argument("--folder", type=Path, help="make the worlds here, and keep them")
    parser.add_argument("-o", "--output", type=Path, help="the page to write")
    return parser.parse_args()


def main() -> None:
    """Measure what the command line asks for, print it, and write the page if it says so."""
    options = asked()
    measured = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        for world in WORLDS:
            if options.worlds and world.name not in options.worlds:
                continue
            bench = Bench(world, folder / world.name, frozenset(options.only or ()))
            for run in range(options.runs or world.runs):
                print(f"{world.name}: run {run + 1}", file=sys.stderr)
                bench.run()
            measured.append(bench.measured())
            print(tables(measured[-1:]), flush=True)
            if options.folder is None:
                shutil.rmtree(bench.folder)
        machine = described(folder)
    print(judged(measured))
    if options.output:
        written(options.output, measured, machine)


if __name__ == "__main__":
    main()
