"""The report as one HTML file: no script, nothing loaded, charts inside."""

from functools import cache
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from netaudit.render import safe, values
from netaudit.render.html.page import SENTENCE, page
from netaudit.report import Report

#: Rows of a table that are shown, and how many where all are asked for: beyond a few hundred
#: nobody reads on, and CSV has them.
ROWS, FULL_ROWS = 50, 500
#: A page may be so large; where tables of long names make it larger they are cut further.
MOST_BYTES = 1_000_000
_FEWER_ROWS = (200, 100, ROWS, 20, 5)


class HtmlRenderer:
    """Writes a page; `full` shows more rows of each table, `ids` the ids of persons."""

    def __init__(self, *, full: bool = False, ids: bool = False) -> None:
        self.full = full
        self.ids = ids

    def render(self, report: Report, out: TextIO) -> None:
        """Write the page with as many rows as it may have and has room for."""
        if self.ids:
            report = values.with_ids(report)
        rows = FULL_ROWS if self.full else ROWS
        text = self._filled(report, rows)
        for fewer in _FEWER_ROWS:
            if len(text.encode("utf-8", "backslashreplace")) <= MOST_BYTES:
                break
            if fewer < rows:
                text = self._filled(report, fewer)
        out.write(text)

    def _filled(self, report: Report, rows: int) -> str:
        return _template().render(page=page(report, rows, full=self.full))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader(__name__, ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.jinja")


def _harmless(value: object) -> object:
    """Take from every text what could act or mislead; Jinja escapes it afterwards."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return safe.terminal(value, SENTENCE)
    return value
