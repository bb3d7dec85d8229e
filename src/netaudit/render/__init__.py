"""From a report to text: one module for each format, chosen here by name.

A renderer knows the report and nothing else: no clock, no terminal, no store. What the caller
knows about the place of output comes in a `Look`. Modules are imported when they are asked for,
so that JSON does not wait for the screen.
"""

from collections.abc import Callable

from netaudit.errors import UsageError
from netaudit.render.base import Look, Renderer, to_text, write_out

__all__ = ["FORMATS", "FOR_READING", "Look", "Renderer", "renderer", "to_text", "write_out"]


def _terminal(look: Look) -> Renderer:
    from netaudit.render.terminal import TerminalRenderer

    return TerminalRenderer(
        look.width, colour=look.colour, ascii_only=look.ascii_only, full=look.full, ids=look.ids
    )


def _json(look: Look) -> Renderer:
    from netaudit.render.json import JsonRenderer

    return JsonRenderer(ids=look.ids, ensure_ascii=look.ascii_only)


def _csv(look: Look) -> Renderer:
    from netaudit.render.csv import CsvRenderer

    return CsvRenderer(table=look.table, ids=look.ids)


def _markdown(look: Look) -> Renderer:
    from netaudit.render.markdown import MarkdownRenderer

    return MarkdownRenderer(full=look.full, ids=look.ids)


def _html(look: Look) -> Renderer:
    from netaudit.render.html import HtmlRenderer

    return HtmlRenderer(full=look.full, ids=look.ids)


_MAKERS: tuple[tuple[str, Callable[[Look], Renderer]], ...] = (
    ("terminal", _terminal),
    ("json", _json),
    ("csv", _csv),
    ("markdown", _markdown),
    ("html", _html),
)

#: The names that `--format` takes.
FORMATS = tuple(name for name, _ in _MAKERS)
#: Those of them that people read; the others are for programs.
FOR_READING = frozenset({"terminal", "markdown", "html"})


def renderer(name: str, look: Look | None = None) -> Renderer:
    """Return the renderer of that name, made for that look."""
    maker = dict(_MAKERS).get(name)
    if maker is None:
        raise UsageError(f"there is no format '{name[:40]}'", hint="one of " + ", ".join(FORMATS))
    return maker(look or Look())
