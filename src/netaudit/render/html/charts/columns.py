"""Upright bars: who came onto the list in each quarter, and what became of them."""

import re
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
    """A quarter, numbered through all years, and its people."""

    number: int
    added: float
    two_way: float
    met: float

    @property
    def name(self) -> str:
        """Return the name that stands in the report."""
        return f"{self.number // 4}-Q{self.number % 4 + 1}"


def cohorts(section: Section) -> Picture | None:
    """Draw the newest quarters: who came, with whom contact went both ways, who was met."""
    found = [one for one in map(_quarter, reading.rows(section, "quarters")) if one]
    newest = max((one.number for one in found), default=0)
    shown = [one for one in found if one.number > newest - QUARTERS]
    if not any(one.added for one in shown):
        return None
    ticks = wording.steps(max(max(one.added, one.two_way, one.met) for one in shown))
    first = newest - QUARTERS + 1
    panel = Panel(
        _BOX,
        Span(first - 0.5, newest + 0.5),
        Span(0, ticks[-1]),
        across=[Tick(number, f"Q{number % 4 + 1}") for number in range(first, newest + 1)],
        up=[Tick(tick, wording.short(tick)) for tick in ticks],
    )
    for one in shown:
        panel.column(one.number, one.added, 0.78, "pale")
        panel.column(one.number - 0.155, one.two_way, 0.27, "accent")
        panel.column(one.number + 0.155, one.met, 0.27, "accent-2")
    panel.line(((first - 0.5, 0), (newest + 0.5, 0)), "dim", 1)
    for year in range(first // 4, newest // 4 + 1):
        # A lone first quarter has no room for its year beside the next one.
        if year * 4 + 2 >= first:
            panel.text(
                (max(year * 4, first), 0), str(year), "dim", across="center", offset=(0, -34)
            )
    panel.legend((("pale", "added"), ("accent", "both ways by now"), ("accent-2", "met by now")))
    return Picture("Who came, and what became of it", _words(found, shown), _HEIGHT, (panel,))


def _quarter(row: reading.Row) -> Quarter | None:
    match = _QUARTER.fullmatch(row.said("quarter"))
    added = row.count("added")
    if match is None or added is None:
        return None
    number = int(match[1]) * 4 + int(match[2]) - 1
    return Quarter(number, added, row.count("two_way_now") or 0, row.count("met_now") or 0)


def _words(found: list[Quarter], shown: list[Quarter]) -> str:
    added, two_way, met = (
        wording.number(sum(getattr(one, key) for one in shown))
        for key in ("added", "two_way", "met")
    )
    when = f"In {shown[0].name}" if len(shown) == 1 else f"{shown[0].name} to {shown[-1].name}"
    words = (
        f"{when}: {added} came onto the list; by now contact went both ways with {two_way} of"
        f" them, and {met} were met."
    )
    earlier = len(found) - len(shown)
    if earlier:
        words += f" {earlier} earlier quarter{'s are' if earlier > 1 else ' is'} not drawn."
    return words
