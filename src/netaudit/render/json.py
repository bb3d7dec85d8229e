"""The report as JSON: schema `netaudit.report/1`, which docs/metrics.md describes."""

import json
import re
from collections.abc import Iterable
from typing import TextIO, TypeAlias

from netaudit.report import Person, Report, Section, Table, Value

Object: TypeAlias = dict[str, object]

SCHEMA = "netaudit.report/1"

# Characters that JSON allows but that act on a terminal, reverse writing, break lines in
# JavaScript or cannot be encoded. They stand only inside strings, so an escape loses nothing.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class JsonRenderer:
    """Writes JSON. `ids` adds the id of each person; `ensure_ascii` escapes all but ASCII."""

    def __init__(self, *, ids: bool = False, ensure_ascii: bool = False) -> None:
        self.ids = ids
        self.ensure_ascii = ensure_ascii

    def render(self, report: Report, out: TextIO) -> None:
        """Write the report and a newline; figures that are not numbers (NaN) are an error."""
        content = {
            "schema": SCHEMA,
            "report": report.name,
            "as_of": report.as_of,
            "options": report.options,
            "sections": [self._section(section) for section in report.sections],
        }
        text = json.dumps(content, indent=2, allow_nan=False, ensure_ascii=self.ensure_ascii)
        out.write(_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")

    def _section(self, section: Section) -> Object:
        content: Object = {
            "key": section.key,
            "title": section.title,
            "figures": self._values((figure.key, figure.value) for figure in section.figures),
        }
        if section.previous is not None:
            content["previous"] = self._values(section.previous.items())
        content["tables"] = {table.key: self._rows(table) for table in section.tables}
        content["notes"] = list(section.notes)
        return content

    def _rows(self, table: Table) -> list[Object]:
        keys = [column.key for column in table.columns]
        return [self._values(zip(keys, row, strict=True)) for row in table.rows]

    def _values(self, pairs: Iterable[tuple[str, Value]]) -> Object:
        content: Object = {}
        for key, value in pairs:
            content[key] = value.name if isinstance(value, Person) else value
            if self.ids and isinstance(value, Person):
                content[f"{key}_id"] = value.person_id
        return content
