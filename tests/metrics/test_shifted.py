"""A world moved to another time gives the same answers, moved.

In UTC only: where clocks change, days of one world are not the days of another.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from metrics.oracle import World
from metrics.reported import figures, sections
from metrics.strategies import any_world, day_spans, examples
from metrics.worlds import InteractionRow, PersonRow
from netaudit.audits import wording
from netaudit.calendar import iso, read_iso

often = examples(40)
#: Days and years after which the calendar repeats itself, weekdays and leap years included.
GREGORIAN_CYCLE, CYCLE_YEARS = 146_097, 400
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
utc_world = any_world(day_spans, ("UTC",))


def later(one: World, days: int) -> World:
    """Move a world and the day it is looked at by so many days."""

    def moved(day: int | None) -> int | None:
        return None if day is None else day + days

    def happened(row: InteractionRow) -> InteractionRow:
        return row._replace(day=row.day + days, at=row.at + 86_400 * days)

    return replace(
        one,
        as_of=one.as_of + days,
        people=[row._replace(snoozed_until=moved(row.snoozed_until)) for row in one.people],
        interactions=[happened(row) for row in one.interactions],
        signals=[row._replace(day=row.day + days) for row in one.signals],
        moves=[
            row._replace(seen_on=row.seen_on + days, next_on=moved(row.next_on))
            for row in one.moves
        ],
        snapshots=[row._replace(exported_on=moved(row.exported_on)) for row in one.snapshots],
        ties=[row._replace(since=moved(row.since), until=moved(row.until)) for row in one.ties],
    )


def answers(one: World, days: int) -> dict[str, list[Any]]:
    """Return all figures and rows, with dates moved by so many days."""

    def cell(value: Any) -> Any:  # noqa: ANN401 - a cell is of any type
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return iso(read_iso(value) + days)
        if isinstance(value, str) and re.fullmatch(r"\d{4}-Q[1-4]", value):
            return f"{int(value[:4]) + days // GREGORIAN_CYCLE * CYCLE_YEARS}{value[4:]}"
        return IN_WORDS.sub(later_words, value) if isinstance(value, str) else value

    def later_words(found: re.Match[str]) -> str:
        day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])).toordinal() + days
        return wording.day(day)

    return {
        key: [
            figures(section),
            section.previous,
            *([[cell(value) for value in row] for row in table.rows] for table in section.tables),
        ]
        for key, section in sections(one).items()
    }


@often
@given(utc_world, st.sampled_from([-GREGORIAN_CYCLE, GREGORIAN_CYCLE]))
def test_a_later_world_gives_later_answers(one: World, days: int) -> None:
    assert answers(later(one, days), 0) == answers(one, days)


def in_days(row: PersonRow) -> PersonRow:
    """Return a person whose cadence is counted in days."""
    return row._replace(cadence=row.cadence and "30d")


@often
@given(utc_world, st.integers(-500, 500))
def test_only_rhythms_quarters_and_months_depend_on_the_calendar(one: World, days: int) -> None:
    one = replace(one, people=[in_days(row) for row in one.people])
    found, wanted = answers(later(one, days), 0), answers(one, days)
    for each in (found, wanted):
        for key in ("weekly", "monthly"):
            each["depth_breadth"][0].pop(key)
        each["depth_breadth"] = each["depth_breadth"][:1]
        each["cohorts"] = each["cohorts"][:1]
        each["momentum"] = each["momentum"][:1]
    assert found == wanted
