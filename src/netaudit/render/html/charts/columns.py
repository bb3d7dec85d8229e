"""Upright bars: who came onto the list in each quarter, and what became of them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netaudit.render.html.charts import reading, wording
from netaudit.render.html.charts.drawing import WIDTH, Box, Panel, Picture, Span, Tick
from netaudit.report import Section

#: Quarters of the calendar that are drawn, up to the newest with anybody in it.
QUARTERS = 12

_BOX = Box(54, 34, WIDTH - 58, 184)
_HEIGHT = 262
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


class Quarter(NamedTuple):
    """A quarter, numbered through all years, and its people; None where nothing is known."""

    number: int
    added: float
    two_way: float | None
    met: float | None

    @property
    def name(self) -> str:
        """Return the name that stands in the report."""
        return f"{self.number // 4}-Q{self.number % 4 + 1}"

    def is_over(self, day: date | None) -> bool:
        """Say whether it has ended by a day; where the day is not known it has."""
        return day is None or self.number < day.year * 4 + (day.month - 1) // 3


def cohorts(section: Section, reach: reading.Reach) -> Picture | None:
    """Draw the newest quarters: who came, with whom contact went both ways, who was met."""
    found = _quarters(section)
    newest = max((one.number for one in found), default=0)
    shown = [one for one in found if one.number > newest - QUARTERS]
    if not any(one.added for one in shown):
        return None
    ticks = wording.steps(max(max(one.added, one.two_way or 0, one.met or 0) for one in shown))
    first = newest - QUARTERS + 1
    panel = Panel(
        _BOX,
        Span(first - 0.5, newest + 0.5),
        Span(0, ticks[-1]),
        across=[Tick(number, f"Q{number % 4 + 1}") for number in range(first, newest + 1)],
        up=[Tick(tick, wording.short(tick)) for tick in ticks],
    )
    for one in shown:
        if one.is_over(reach.as_of):
            panel.column(one.number, one.added, 0.78, "pale")
        else:
            panel.hollow_column(one.number, one.added, 0.78, "accent")
        panel.column(one.number - 0.155, one.two_way or 0, 0.27, "accent")
        panel.column(one.number + 0.155, one.met or 0, 0.27, "surface")
    panel.line(((first - 0.5, 0), (newest + 0.5, 0)), "dim", 1)
    for year in range(first // 4, newest // 4 + 1):
        # A lone first quarter has no room for its year beside the next one.
        if year * 4 + 2 >= first:
            panel.text(
                (max(year * 4, first), 0), str(year), "dim", across="center", offset=(0, -34)
            )
    panel.legend((("pale", "added"), ("accent", "both ways by now"), ("surface", "met by now")))
    words = _words(found, shown, reach.as_of)
    return Picture("Who came, and what became of it", words, _HEIGHT, (panel,))


def _quarters(section: Section) -> list[Quarter]:
    """Read the quarters; without any interaction on record nothing became of anybody as yet."""
    rows = reading.rows(section, "quarters")
    is_known = any(
        row.count("two_way_now") or row.count("met_now") or row.count("messaged_90") is not None
        for row in rows
    )
    found = [one for one in map(_quarter, rows) if one]
    return found if is_known else [one._replace(two_way=None, met=None) for one in found]


def _quarter(row: reading.Row) -> Quarter | None:
    match = _QUARTER.fullmatch(row.said("quarter"))
    added = row.count("added")
    if match is None or added is None:
        return None
    number = int(match[1]) * 4 + int(match[2]) - 1
    return Quarter(number, added, row.count("two_way_now"), row.count("met_now"))


def _words(found: list[Quarter], shown: list[Quarter], as_of: date | None) -> str:
    when = f"In {shown[0].name}" if len(shown) == 1 else f"{shown[0].name} to {shown[-1].name}"
    words = f"{when}: {_sum(one.added for one in shown)} came onto the list"
    if any(one.two_way is not None or one.met is not None for one in shown):
        words += (
            f"; by now contact went both ways with {_sum(one.two_way for one in shown)} of them,"
            f" and {_sum(one.met for one in shown)} were met"
        )
    sentences = [f"{words}."]
    if not shown[-1].is_over(as_of):
        sentences.append(f"Dashed: {shown[-1].name} so far, for it is not over.")
    earlier = len(found) - len(shown)
    if earlier:
        sentences.append(f"{earlier} earlier quarter{'s are' if earlier > 1 else ' is'} not drawn.")
    return " ".join(sentences)


def _sum(numbers: Iterable[float | None]) -> str:
    return wording.number(sum(number or 0 for number in numbers))
