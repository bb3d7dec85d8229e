"""docs/fuzzing.md: its tables are written by what they are about, the rest by hand."""

import os
import platform
import re
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from fuzz.figures import Figures
from fuzz.seeds import ROOT

PAGE = ROOT / "docs" / "fuzzing.md"


def write_fuzzing(told: Sequence[Figures]) -> None:
    """Put the figures of a run of `make fuzz` into the page."""
    _write("fuzz", fuzzing(told))


def write_stateful(told: str) -> None:
    """Put what a run of `make stateful` says into the page."""
    _write("stateful", f"{when()}\n\n{told}")


def fuzzing(told: Sequence[Figures]) -> str:
    """Return the figures as a table."""
    rows = [
        "| parser | reads | seconds | inputs | a second | coverage, from → to | memory | crashes |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
        *(
            f"| `{one.name}` | {one.about} | {one.seconds} | {one.executions:,} | {one.rate:,}"
            f" | {one.seeded:,} → {one.covered:,} | {one.memory} MiB | {len(one.found)} |"
            for one in told
        ),
    ]
    total = sum(one.executions for one in told)
    slow = sum(one.slow for one in told)
    aside = f" {slow} inputs were slow while they were watched, and in time alone." if slow else ""
    return "\n".join([when(), "", *rows, "", f"Together {total:,} inputs.{aside}"])


def when() -> str:
    """Say when and with what something was measured."""
    return (
        f"Last run: {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores."
    )


def _write(name: str, content: str) -> None:
    PAGE.write_text(replaced(PAGE.read_text("utf-8"), name, content), "utf-8")


def replaced(text: str, name: str, content: str) -> str:
    """Return a page with what stands between the two marks of a name replaced."""
    begin, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
    found = re.compile(f"({re.escape(begin)}).*?({re.escape(end)})", re.DOTALL)
    made, count = found.subn(lambda match: f"{match[1]}{content}{match[2]}", text)
    if count != 1:
        raise ValueError(f"the page has no place for {name}")
    return made
