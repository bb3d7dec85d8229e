"""The pictures of the HTML report: one or none for a section, each an SVG element."""

from collections.abc import Callable
from dataclasses import dataclass

from netaudit.render.html.charts import bars, columns, drawing, lines, plane, svg
from netaudit.report import Section

__all__ = ["Chart", "charts"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: its title, what it shows in words, and one SVG element to stand in a page.

    `title` and `description` are plain text, `svg` is to be inlined as it is. A `wide` chart
    takes the whole row where there is room for two.
    """

    title: str
    description: str
    svg: str
    wide: bool = False


_MAKERS: dict[str, Callable[[Section], drawing.Picture | None]] = {
    "list_vs_network": bars.states,
    "depth_breadth": plane.depth_breadth,
    "momentum": lines.momentum,
    "cohorts": columns.cohorts,
    "online_to_offline": bars.ladder,
    "circles": bars.companies,
}


def charts(section: Section) -> tuple[Chart, ...]:
    """Draw what a section says, or nothing where there is nothing to draw.

    The ids inside begin with `chart-` and the key of the section, so that a page which holds a
    section once holds no id twice.
    """
    make = _MAKERS.get(section.key)
    if make is None:
        return ()
    with drawing.settings():
        picture = make(section)
        if picture is None:
            return ()
        tree = drawing.draw(picture)
    name = f"chart-{section.key}"
    text = svg.finish(tree, name, picture.title, picture.description, wide=picture.wide)
    return (Chart(picture.title, picture.description, text, picture.wide),)
