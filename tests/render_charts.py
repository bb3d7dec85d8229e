"""Sections that charts are drawn from, as short as a test wants them, and how to read a chart."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from netaudit.render.html.charts import Chart, Reach, charts
from netaudit.report import Column, Figure, Section, Table, Value

SVG = "{http://www.w3.org/2000/svg}"

UNKNOWN = Reach()
Cells = Sequence[Sequence[Value]]


def _table(key: str, columns: str, rows: Cells) -> Table:
    return Table(
        key,
        key,
        tuple(
            Column(name, name, "ratio" if name == "share" else "count") for name in columns.split()
        ),
        tuple(tuple(row) for row in rows),
    )


def months(rows: Cells) -> Section:
    """Return the course of list, network and people in touch both ways."""
    columns = "date list network two_way_people partial"
    return Section("momentum", "", "", tables=(_table("months", columns, rows),))


def states(rows: Cells) -> Section:
    """Return the states of the list."""
    columns = "state people share live"
    return Section("list_vs_network", "", "", tables=(_table("states", columns, rows),))


def plane(
    breadth: Value, depth: Value, quarters: Cells = (), previous: tuple[Value, Value] | None = None
) -> Section:
    """Return where contact stands on the plane, and where it stood."""
    return Section(
        "depth_breadth",
        "",
        "",
        (
            Figure("effective_people", "breadth", breadth, "number"),
            Figure("depth", "depth", depth, "number"),
        ),
        (_table("quarter_ends", "date effective_people depth partial", quarters),),
        previous=previous and {"effective_people": previous[0], "depth": previous[1]},
    )


def cohorts(rows: Cells) -> Section:
    """Return the people of each quarter: added, both ways by now, met by now."""
    columns = "quarter added two_way_now met_now"
    return Section("cohorts", "", "", tables=(_table("quarters", columns, rows),))


def ladder(*people: Value) -> Section:
    """Return how far contact came."""
    rungs = ("none", "public", "text", "voice", "in_person")
    figures = [
        Figure(f"ladder_{rung}", f"as far as {rung}", number)
        for rung, number in zip(rungs, people, strict=True)
    ]
    return Section("online_to_offline", "", "", (*figures, Figure("began_online", "online", 900)))


def companies(rows: Cells) -> Section:
    """Return companies with their people on the list and in the network."""
    columns = "company list network"
    return Section("circles", "", "", tables=(_table("companies", columns, rows),))


def full() -> tuple[Section, ...]:
    """Return every section that is drawn, with ordinary numbers."""
    return (
        months([
            ("2024-12-31", 260, 31, 40, True),
            ("2025-06-30", 352, 39, 52, False),
            ("2026-06-30", 590, 66, 77, False),
            ("2026-11-15", 646, 62, 74, False),
        ]),
        states([
            ("never", 465, 0.7198, 0), ("only_out", 48, 0.0743, 20), ("only_in", 26, 0.0402, 14),
            ("two_way", 67, 0.1037, 44), ("met", 40, 0.0619, 21),
        ]),
        plane(52.5, 9.2, [
            ("2025-12-31", 30.0, 4.0, True), ("2026-03-31", 47.9, 9.0, False),
            ("2026-06-30", 45.9, 10.3, False), ("2026-11-15", 52.5, 9.2, False),
        ]),
        cohorts([(f"2026-Q{quarter}", 40 * quarter, 8, 3) for quarter in (1, 2, 3, 4)]),
        ladder(465, 6, 135, 0, 40),
        companies([("Kestrel & Finch", 78, 9), ("Brightmoor Rail", 48, 3), ("Mossbank", 20, 0)]),
    )  # fmt: skip


def one(section: Section, reach: Reach = UNKNOWN) -> Chart:
    """Return the only chart of a section."""
    (chart,) = charts(section, reach)
    return chart


def tree(section: Section, reach: Reach = UNKNOWN) -> ET.Element:
    """Return the only chart of a section, parsed."""
    return ET.fromstring(one(section, reach).svg)  # noqa: S314 - our own output


def painted(root: ET.Element, tag: str, colour: str) -> list[dict[str, str]]:
    """Return the attributes of the elements that are filled or drawn in a colour of the page.

    Of bars it is the filling that counts.
    """
    paints = ["fill"] if tag == "rect" else ["fill", "stroke"]
    return [
        dict(found.attrib)
        for found in root.iter(f"{SVG}{tag}")
        if f"var(--{colour})" in map(found.get, paints)
    ]


def words(root: ET.Element) -> list[str]:
    """Return what is written in a picture."""
    return ["".join(found.itertext()) for found in root.iter(f"{SVG}text")]
