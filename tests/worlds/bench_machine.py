"""What a machine is, as far as it matters to figures: nothing that tells whose it is."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def described(folder: Path) -> str:
    """Return a table of the machine; `folder` is where the stores are."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in ("pandas", "typer", "rich"))
    rows = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()}, file system {_file_system(folder)}",
        "Python": f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        "libraries": libraries,
    }
    return "\n".join(
        ("| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows.items()))
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _file_system(folder: Path) -> str:
    """Return the kind of the file system that holds a folder, where the kernel tells."""
    try:
        mounts = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return "unknown"
    held = folder.resolve()
    kinds = {Path(place): kind for _, place, kind, *_ in map(str.split, mounts)}
    around = [place for place in (held, *held.parents) if place in kinds]
    return kinds[around[0]] if around else "unknown"
