"""Lying bars: the states of the list, how far contact came, and the companies."""

from collections.abc import Sequence
from typing import NamedTuple

from netaudit.render import values
from netaudit.render.html.charts import reading, wording
from netaudit.render.html.charts.drawing import WIDTH, Box, Colour, Panel, Picture, Span, Tick
from netaudit.report import Section

#: Companies that are drawn.
COMPANIES = 10

_LABELS = 168
_WORDS = 130
_PITCH = 28
_LEGEND = 34
_GAP = 8


class Bar(NamedTuple):
    """A row: its label, the whole of the bar, the part of it that counts, and words beside it."""

    label: str
    whole: float
    part: float
    words: str


def states(section: Section) -> Picture | None:
    """Draw the states of the list, and in each of them who was in touch lately."""
    bars = []
    labels = {one.key: one.label for table in section.tables for one in table.columns}
    lately = labels.get("live", "live")
    for row in reading.rows(section, "states"):
        people, live = row.count("people"), row.count("live") or 0
        if people is not None:
            share = row.said("share")
            words = row.said("people") + ("" if share == values.UNKNOWN else f" · {share}")
            bars.append(Bar(row.said("state"), people, min(live, people), words))
    return _picture(
        "The list by what is on record",
        f"People on the list; the filled part of a bar: {lately}.",
        bars,
        (("accent", lately), ("pale", "not")),
    )


def ladder(section: Section) -> Picture | None:
    """Draw how far contact came with the people on the list."""
    bars = []
    for figure in section.figures:
        people = reading.count(figure.value)
        if figure.key.startswith("ladder_") and people is not None:
            part = 0 if figure.key == "ladder_none" else people
            bars.append(Bar(figure.label, people, part, values.say(figure.value, figure.kind)))
    listing = ", ".join(f"{bar.label} {bar.words}" for bar in bars)
    return _picture(
        "How far it came",
        f"People on the list by the furthest that contact with them came: {listing}.",
        bars,
    )


def companies(section: Section) -> Picture | None:
    """Draw the largest companies on the list, and how much of them is network."""
    rows = reading.rows(section, "companies")
    bars = []
    for row in rows[:COMPANIES]:
        listed, network = row.count("list"), row.count("network") or 0
        if listed is not None:
            words = f"{row.said('network')} of {row.said('list')}"
            bars.append(Bar(row.said("company"), listed, min(network, listed), words))
    return _picture(
        "List and network by company",
        _describe(bars, len(rows)),
        bars,
        (("accent", "network"), ("pale", "on the list")),
    )


def _describe(bars: Sequence[Bar], known: int) -> str:
    which = f"The {len(bars)} largest of {known:,} companies on the list"
    if known <= len(bars):
        which = (
            "The one company on the list" if known == 1 else f"The {known} companies on the list"
        )
    first = bars[0] if bars else Bar("", 0, 0, "")
    return (
        f"{which}, and how much of each is network. {wording.fit(first.label, 2 * _LABELS)}:"
        f" {wording.number(first.whole)} on the list,"
        f" {wording.number(first.part)} of them network."
    )


def _picture(
    title: str, description: str, bars: Sequence[Bar], legend: Sequence[tuple[Colour, str]] = ()
) -> Picture | None:
    highest = max((bar.whole for bar in bars), default=0)
    if not highest:
        return None
    top = _LEGEND if legend else 4
    words = min(max(wording.length(bar.words) for bar in bars), _WORDS)
    box = Box(_LABELS + _GAP, top, WIDTH - _LABELS - 2 * _GAP - words, _PITCH * len(bars))
    places = range(len(bars) - 1, -1, -1)
    panel = Panel(
        box,
        Span(0, highest),
        Span(-0.5, len(bars) - 0.5),
        up=[
            Tick(place, wording.fit(bar.label, _LABELS))
            for place, bar in zip(places, bars, strict=True)
        ],
        rules=False,
    )
    for place, bar in zip(places, bars, strict=True):
        panel.bar(place, bar.whole, 0.62, "pale")
        panel.bar(place, bar.part, 0.62, "accent")
        panel.text((bar.whole, place), wording.fit(bar.words, _WORDS), offset=(_GAP, 0))
    panel.line(((0, -0.5), (0, len(bars) - 0.5)), "dim", 1)
    if legend:
        panel.legend(legend)
    return Picture(title, description, top + box.height + 4, (panel,))
