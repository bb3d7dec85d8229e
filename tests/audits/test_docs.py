"""docs/metrics.md and docs/history.md name what the reports hold, no more and no less."""

import re
from pathlib import Path

from metrics.worlds import D, world
from netaudit.audits.changes import changes
from netaudit.audits.full import audit
from netaudit.audits.imports import imports
from netaudit.audits.options import Options
from netaudit.audits.weekly import weekly
from netaudit.records import Compared

DOCS = Path(__file__).parents[2] / "docs"
Names = set[tuple[str, ...]]


def reported() -> Names:
    """Return (section, figure) and (section, table, column) of both reports."""
    names: Names = set()
    for report in (audit(world(), D, Options()), weekly(world(), D, Options())):
        for section in report.sections:
            names |= {(section.key, figure.key) for figure in section.figures}
            names |= {
                (section.key, table.key, column.key)
                for table in section.tables
                for column in table.columns
            }
            assert section.previous is None or set(section.previous) == {
                figure.key for figure in section.figures
            }
    return names


def documented(page: str) -> Names:
    """Return the same from the headings and the first cells of the page's tables."""
    names: Names = set()
    place: tuple[str, ...] = ()
    for line in (DOCS / page).read_text("utf-8").splitlines():
        if found := re.fullmatch(r"## (.+)", line):
            place = (found[1].strip("`"),)
        elif found := re.fullmatch(r"### Table `(\w+)`", line):
            place = (place[0], found[1])
        elif found := re.match(r"\| `(\w+)` \|", line):
            assert (*place, found[1]) not in names, line
            names.add((*place, found[1]))
    return names


def test_every_figure_and_column_is_documented_and_every_documented_one_is_there() -> None:
    assert documented("metrics.md") == reported()


def test_every_column_of_the_history_is_documented_and_the_reverse() -> None:
    tables = {
        (table.key, column.key)
        for report in (changes(Compared((), None)), imports((), (), ""))
        for section in report.sections
        for table in section.tables
        for column in table.columns
    }
    assert {names[1:] for names in documented("history.md")} == tables
