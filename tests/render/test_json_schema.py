"""Every report fits the schema that the program prints, and the schema is no net of holes."""

import copy
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from metrics.oracle import World
from metrics.reported import reports
from metrics.strategies import any_world, frames_of
from netaudit.audits.catalogue import empty_reports
from netaudit.render.json import JsonRenderer
from netaudit.render.json_schema import json_schema
from netaudit.report import Report

VALIDATOR = Draft202012Validator(json.loads(json_schema(empty_reports())))


def written(report: Report, *, ids: bool = False) -> Any:  # noqa: ANN401 - JSON is of any type
    out = io.StringIO()
    JsonRenderer(ids=ids).render(report, out)
    return json.loads(out.getvalue())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("report", empty_reports(), ids=lambda report: report.name)
def test_reports_of_nothing_fit(report: Report) -> None:
    VALIDATOR.validate(written(report))
    VALIDATOR.validate(written(report, ids=True))


@settings(max_examples=15, deadline=None)
@given(any_world())
def test_reports_of_any_world_fit(one: World) -> None:
    for report in reports(one, frames_of(one)):
        VALIDATOR.validate(written(report, ids=True))


def figures(content: Any) -> Any:  # noqa: ANN401 - JSON is of any type
    return content["sections"][0]["figures"]


SPOILED: dict[str, Callable[[Any], Any]] = {
    "another schema": lambda content: content.update(schema="netaudit.report/2"),
    "another report": lambda content: content.update(report="audits"),
    "no day": lambda content: content.update(as_of="15 Nov 2026"),
    "an unknown key": lambda content: content.update(extra=1),
    "no sections": lambda content: content.pop("sections"),
    "a section of another report": lambda content: content["sections"][0].update(key="week"),
    "a figure more": lambda content: figures(content).update(more=1),
    "a figure less": lambda content: figures(content).pop("list"),
    "half a person": lambda content: figures(content).update(list=0.5),
    "a share above one": lambda content: figures(content).update(network_share=1.5),
    "a cell of another type": lambda content: content["sections"][0]["tables"]["states"][0].update(
        state=3
    ),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_what_is_no_report_does_not_fit(spoil: Callable[[Any], Any]) -> None:
    content = written(empty_reports()[0])
    assert VALIDATOR.is_valid(content)
    spoiled = copy.deepcopy(content)
    spoil(spoiled)
    assert not VALIDATOR.is_valid(spoiled)
