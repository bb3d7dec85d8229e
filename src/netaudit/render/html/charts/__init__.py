"""The pictures of the HTML report: one or none for a section, each an SVG element."""

from collections.abc import Callable
from dataclasses import dataclass

from netaudit.render.html.charts import bars, columns, drawing, lines, plane, svg
from netaudit.render.html.charts.reading import UNKNOWN, Reach, reach_of
from netaudit.report import Section

__all__ = ["Chart", "Reach", "charts", "reach_of"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: its title, what it shows in words, and one SVG element to stand in a page.

    `title` and `description` are plain text, `svg` is to be inlined as it is. It is named by the
    element with the id `name` and `-title`, and described by that with `name` and `-caption`. A
    `wide` chart takes the whole row where there is room for two.
    """

    name: str
    title: str
    description: str
    svg: str
    wide: bool = False


_MAKERS: dict[str, Callable[[Section, Reach], drawing.Picture | None]] = {
    "list_vs_network": lambda section, _: bars.states(section),
    "depth_breadth": lambda section, _: plane.depth_breadth(section),
    "momentum": lines.momentum,
    "cohorts": columns.cohorts,
    "online_to_offline": lambda section, _: bars.ladder(section),
    "circles": lambda section, _: bars.companies(section),
}


def charts(section: Section, reach: Reach = UNKNOWN) -> tuple[Chart, ...]:
    """Draw what a section says, or nothing where there is nothing to draw.

    `reach` is what the rest of the report knows of the data. The ids begin with `chart-` and the
    key of the section, so that a page which holds a section once holds no id twice.
    """
    make = _MAKERS.get(section.key)
    if make is None:
        return ()
    with drawing.settings():
        picture = make(section, reach)
        if picture is None:
            return ()
        tree = drawing.draw(picture)
    name = f"chart-{section.key}"
    text = svg.finish(tree, name, wide=picture.wide)
    return (Chart(name, picture.title, picture.description, text, picture.wide),)
