"""Write the reports made from the example exports, as `netaudit` prints them.

Run from the project's folder: `python examples/reports.py [--out DIR]`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-11-15"
EXPORTS = ("linkedin", "x", "x-following.csv", "log.csv")
#: File -> the arguments of netaudit that print it.
REPORTS = {
    "report.txt": ["report", "--stale", "30d"],
    "report.md": ["report", "--stale", "30d", "--format", "markdown"],
    "weekly.txt": ["weekly"],
    "stale.csv": ["report", "--section", "stale", "--format", "csv"],
    "weekly.json": ["weekly", "--format", "json"],
}


def _netaudit(folder: Path, *arguments: str) -> str:
    environment = os.environ | {
        "NETAUDIT_STORE": str(folder / "store.db"),
        "NETAUDIT_CONFIG": str(folder / "none.toml"),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "netaudit", *arguments],
        env=environment, cwd=HERE, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def write(out: Path) -> None:
    """Import the examples into a store of their own and write every report to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _netaudit(folder, "import", *EXPORTS)
        for file, arguments in REPORTS.items():
            text = _netaudit(folder, *arguments, "--as-of", DAY, "--timezone", "UTC")
            (out / file).write_text(text, "utf-8")


def put_into(readme: Path, report: str) -> None:
    """Replace the report that the README shows by this one."""
    text = readme.read_text("utf-8")
    before, mark, rest = text.partition("```text\n")
    after = rest[rest.index("```\n") + 4 :]  # the report itself has no fences
    readme.write_text(f"{before}{mark}{report.rstrip()}\n```\n{after}", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "reports")
    out = parser.parse_args().out
    write(out)
    if out == HERE / "reports":
        put_into(HERE.parent / "README.md", (out / "report.txt").read_text("utf-8"))
