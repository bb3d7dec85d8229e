"""The fictitious person's exports, for those who have none of their own yet."""

from importlib import resources
from pathlib import Path

from netaudit.calendar import read_iso
from netaudit.config import Config, load
from netaudit.workflows.importing import Imported, Wishes, import_paths

#: The exports end on this day; what is said of it can be checked against them.
DEMO_DAY = read_iso("2026-11-15")
DEMO_EXPORTS = ("linkedin.zip", "x.zip", "x-following.csv", "log.csv")


def demo_config(folder: Path) -> Config:
    """Return the configuration of the demonstration: nobody's own, and the same everywhere."""
    return load(folder / "no-configuration.toml").with_values(timezone="UTC", stale="30d")


def import_demo(store: Path, folder: Path) -> Imported:
    """Lay the exports into an empty folder and import them, as anybody's, into a new store."""
    data = resources.files("netaudit.workflows") / "demo_data"
    paths = []
    for name in DEMO_EXPORTS:
        path = folder / name
        path.write_bytes((data / name).read_bytes())
        paths.append(path)
    return import_paths(store, paths, demo_config(folder), Wishes())
