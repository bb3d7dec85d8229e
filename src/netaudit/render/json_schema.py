"""The JSON Schema of the reports, made from the reports themselves, so that it cannot lie."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from netaudit.render.json import SCHEMA
from netaudit.report import Kind, Report, Section, Table

Schema: TypeAlias = dict[str, object]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_TEXT: Schema = {"type": "string"}
#: What stands in the place of a value of each kind. Whatever cannot be known is null.
_KINDS: dict[Kind, Schema] = {
    "count": {"type": ["integer", "null"]},
    "ratio": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
    "number": {"type": ["number", "null"]},
    "days": {"type": ["number", "null"]},
    "date": {"type": ["string", "null"], "pattern": _DAY},
    "text": {"type": ["string", "null"]},
    "person": {"type": "string"},
    "flag": {"type": "boolean"},
}


def json_schema(reports: Sequence[Report]) -> str:
    """Write the schema of reports that have the sections, figures and tables of these."""
    schema = {
        "$schema": _DRAFT,
        "title": SCHEMA,
        "description": "What the figures mean is written in docs/metrics.md.",
        "oneOf": [_report(report) for report in reports],
    }
    return json.dumps(schema, indent=2) + "\n"


def _report(report: Report) -> Schema:
    return _object(
        {
            "schema": {"const": SCHEMA},
            "report": {"const": report.name},
            "as_of": {"type": "string", "pattern": f"{_DAY}|^$"},
            "options": {"type": "object", "additionalProperties": _TEXT},
            "sections": {
                "type": "array",
                "items": {"oneOf": [_section(section) for section in report.sections]},
            },
        }
    )


def _section(section: Section) -> Schema:
    figures = {figure.key: _KINDS[figure.kind] for figure in section.figures}
    return _object(
        {
            "key": {"const": section.key},
            "title": _TEXT,
            "figures": _object(figures),
            "previous": _object(figures),
            "tables": _object({table.key: _table(table) for table in section.tables}),
            "notes": {"type": "array", "items": _TEXT},
        },
        optional={"previous"},
    )


def _table(table: Table) -> Schema:
    columns = {column.key: _KINDS[column.kind] for column in table.columns}
    ids = {f"{column.key}_id" for column in table.columns if column.kind == "person"}
    row = _object({**columns, **dict.fromkeys(sorted(ids), _TEXT)}, optional=ids)
    return {"type": "array", "items": row}


def _object(properties: Mapping[str, object], optional: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }
