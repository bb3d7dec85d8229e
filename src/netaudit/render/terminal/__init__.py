"""The report for people: calm, aligned, and at most as wide as it was told."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TextIO

from netaudit.render import reading, values
from netaudit.render.terminal.screen import heading, screen_lines
from netaudit.render.terminal.sections import BLANK, section_lines
from netaudit.render.terminal.sheet import NARROWEST, WIDEST, Line, Sheet, joined, trimmed
from netaudit.report import Report

#: Rows of a table in a report of which not everything was asked for.
ROWS = 10

_STYLES = {"": "", "bold": "bold", "accent": "cyan", "dim": "dim"}


class TerminalRenderer:
    """Writes a screen, or with `full` all rows of all sections.

    `width` is held between 40 and 200 columns. Without `colour` there is not one control code,
    and `ascii_only` draws bars and rules with signs that every encoding has. `ids` are those of
    persons.
    """

    def __init__(
        self, width: int = 80, *, colour: bool = False, ascii_only: bool = False,
        full: bool = False, ids: bool = False,
    ) -> None:  # fmt: skip
        self.width = min(max(width, NARROWEST), WIDEST)
        self.colour = colour
        self.ascii_only = ascii_only
        self.full = full
        self.ids = ids

    def render(self, report: Report, out: TextIO) -> None:
        """Write the report; in colour if asked for and if Rich can."""
        if self.ids:
            report = values.with_ids(report)
        lines = list(self._lines(report))
        while len(lines) > 1 and not trimmed(lines[-1]):
            lines.pop()
        out.write(_coloured(lines, self.width) if self.colour else joined(lines))

    def _lines(self, report: Report) -> Iterator[Line]:
        sheet = Sheet(self.width, self.ascii_only, report.as_of)
        notes = report.notes
        report = reading.for_reading(report)
        if report.name == "audit" and len(report.sections) > 1 and not self.full:
            yield from screen_lines(replace(report, notes=notes), sheet)  # it has no other notes
            return
        yield from heading(report, sheet)
        if self.full:
            options = f" {sheet.glyphs.dot} ".join(f"{k} {v}" for k, v in report.options.items())
            yield from sheet.sentence(options, "dim")
        for section in report.sections:
            yield BLANK
            rows = None if self.full else ROWS
            yield from section_lines(section, sheet, report=report.name, rows=rows)
        if report.notes:
            yield BLANK
        for note in report.notes:
            yield from sheet.sentence(note, "dim")


def _coloured(lines: Sequence[Line], width: int) -> str:
    """Colour the lines with Rich, which adds codes and changes no letter.

    Rich has failed on names before. A report without colour is better than none.
    """
    out = io.StringIO()
    try:
        from rich.console import Console
        from rich.text import Text

        console = Console(
            file=out, width=width, color_system="standard", force_terminal=True, no_color=False,
            markup=False, emoji=False, highlight=False, legacy_windows=False, _environ={},
        )  # fmt: skip
        text = Text()
        for line in lines:
            for words, style in trimmed(line):
                text.append(words, _STYLES[style] or None)
            text.append("\n")
        console.print(text, soft_wrap=True, end="")
    except Exception:  # noqa: BLE001 - whatever it is, the reader gets the words
        return joined(lines)
    return out.getvalue()
