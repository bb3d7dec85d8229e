"""Time the import of a large world beside the least that reading it can cost.

    python tests/worlds/measure.py [--connections 30000] [--messages 1000000] [--runs 3]

The floor is `csv.reader` over messages.csv, in a process of its own in the same run: machines
differ and are noisy, ratios less so. What is imported is the ZIP, as LinkedIn sends it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

_FLOOR = """
import csv, sys, time
began = time.perf_counter()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for _ in csv.reader(file):
        pass
print(time.perf_counter() - began)
"""


def _floor(messages: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _FLOOR, str(messages)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def _measured(store: Path, *arguments: str) -> tuple[float, float]:
    """Run netaudit; return seconds and the peak of its memory in MiB."""
    environment = os.environ | {"NETAUDIT_STORE": str(store), "NETAUDIT_CONFIG": str(store) + ".no"}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "netaudit", *arguments],
        env=environment, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"netaudit {arguments[0]} failed")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def _packed(world: Path) -> Path:
    """Pack a world as LinkedIn does."""
    path = world.parent / "Complete_LinkedInDataExport_11-15-2026.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for member in sorted(world.iterdir()):
            archive.write(member, member.name)
    return path


def main() -> None:
    """Make the world, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=30_000)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, Path(__file__).with_name("big.py"), folder / "world",
             "--connections", str(asked.connections), "--messages", str(asked.messages)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        archive = str(_packed(folder / "world"))
        commands = {
            "import": ("import", archive),
            "import again": ("import", archive),
            "report": ("report",),
            "undo": ("undo", "1", "--yes"),
        }
        floors: list[float] = []
        steps: dict[str, list[tuple[float, float]]] = {step: [] for step in commands}
        for run in range(asked.runs):
            store = folder / f"{run}.db"
            floors.append(_floor(folder / "world" / "messages.csv"))
            for step, arguments in commands.items():
                steps[step].append(_measured(store, *arguments))
        size = store.stat().st_size / 2**20
    floor = statistics.median(floors)
    print(f"csv.reader     {floor:6.2f} s")
    for step, found in steps.items():
        seconds = statistics.median(one for one, _ in found)
        peak = max(peak for _, peak in found)
        print(f"{step:13}  {seconds:6.2f} s  {seconds / floor:5.2f} x  peak {peak:4.0f} MiB")
    print(f"store          {size:6.1f} MiB")


if __name__ == "__main__":
    main()
