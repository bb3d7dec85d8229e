"""What must hold of every answer, whatever the world."""

import locale
import math
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import assume, example, given
from hypothesis import strategies as st

from metrics.oracle import World
from metrics.reported import figures, options, reports, sections
from metrics.strategies import any_world, examples, frames_of, spans
from metrics.worlds import D, kept
from netaudit.audits import wording
from netaudit.audits.full import audit
from netaudit.calendar import Span
from netaudit.metrics.horizon import sources
from netaudit.report import Person, Section, Table

often = examples(40)
EMPTY = World([], [], [], as_of=D)


@often
@given(any_world(), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(one: World, random: Random) -> None:
    frames = frames_of(one)
    names = ("people", "ties", "interactions", "signals", "moves", "snapshots", "left_out")
    shuffled = {}
    for name in names:
        frame = getattr(frames, name)
        shuffled[name] = frame.iloc[random.sample(range(len(frame)), len(frame))]
    assert reports(one, frames) == reports(one, replace(frames, **shuffled))


@often
@given(any_world())
def test_reports_change_nothing(one: World) -> None:
    frames = frames_of(one)
    with kept(frames):
        reports(one, frames)


@contextmanager
def elsewhere(name: str, when: datetime) -> Iterator[None]:
    """Set another clock and time zone, and another locale where the machine has it."""
    usual = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        locale.setlocale(locale.LC_ALL, "C")
    try:
        with time_machine.travel(when, tick=False):
            yield
    finally:
        locale.setlocale(locale.LC_ALL, usual)


@often
@given(
    any_world(),
    st.sampled_from(["tr_TR.UTF-8", "de_DE.UTF-8", "C"]),
    st.sampled_from(["Pacific/Kiritimati", "America/Los_Angeles"]),
)
def test_clock_and_place_are_irrelevant(one: World, name: str, zone: str) -> None:
    here = reports(one, frames_of(one))
    with elsewhere(name, datetime(1999, 12, 31, 23, 59, tzinfo=ZoneInfo(zone))):
        assert reports(one, frames_of(one)) == here


@often
@example(EMPTY)
@given(any_world())
def test_cells_are_plain_and_no_number_is_missing_by_being_nan(one: World) -> None:
    for report in reports(one, frames_of(one)):
        for value in leaves(report):
            assert type(value) in {int, float, str, bool, type(None)}, type(value)
            if isinstance(value, float):
                assert math.isfinite(value)
            if isinstance(value, str):
                assert not re.search(r"\b(nan|inf|NaT|numpy)\b", value), value


def leaves(value: object) -> Iterator[object]:
    """Go through everything that a report is made of."""
    if is_dataclass(value):
        for one in fields(value):
            yield from leaves(getattr(value, one.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from leaves(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from leaves((key, part))
    else:
        yield value


NOBODY = "Nobody is on the list"
NOTHING = "Without any contact within"
#: What a note says of a figure that is not known, in one of these words.
REASONS: dict[str, dict[str, str]] = {
    "list_vs_network": {"network_share": NOBODY},
    "stale": {"untouched_share": NOBODY},
    "depth_breadth": {
        "effective_people": NOTHING,
        "depth": NOTHING,
        "median_contact_days": NOTHING,
        "top_5_share": NOTHING,
        "top_15_share": NOTHING,
        "gini": NOTHING,
    },
    "reciprocity": {
        "balance": "Nothing that went one way .* no balance",
        "answered_7d_them": r"You began no conv|that you began .* within 7 ",
        "answered_30d_them": r"You began no conv|that you began .* within (7 or )?30 ",
        "answered_7d_me": r"Others began no conv|that others began .* within 7 ",
        "answered_30d_me": r"Others began no conv|that others began .* within (7 or )?30 ",
        "reply_days_them": "You began no conv|Fewer than half .* that you began",
        "reply_days_me": "Others began no conv|Fewer than half .* that others began",
    },
    "online_to_offline": {
        "began_online": "cannot know of meetings",
        "met_later": "cannot know of meetings",
        "met_within_90d": "cannot know of meetings|within 90 ",
        "met_within_1y": "cannot know of meetings|within (90 or )?365 ",
    },
    "giving": {"give_share": "no share of giving"},
    "invitations": dict.fromkeys(
        ("sent", "sent_with_note", "received", "received_with_note", "sent_accepted"),
        "Whether there were any is not known",
    ),
    "momentum": {
        "network_change_1y": "No interaction is on record|A window is partial",
        "two_way_change_1y": "No interaction is on record|A window is partial",
    },
    "week": dict.fromkeys(
        (
            "people_touched", "contact_days", "reached_out", "heard_from", "met", "gave", "got",
            "asked", "was_asked",
        ),
        r"reaches into the week: its figures are not known",
    ),
}  # fmt: skip
#: Notes that speak of any day, and so are not said again of an earlier one.
FOR_BOTH_DAYS = ("A window is partial where",)
THE_WEEK_BEFORE = "reaches into the week before: its figures are not known"


def told(notes: Iterable[str], reason: str) -> bool:
    return any(re.search(reason, note) for note in notes)


@often
@example(EMPTY)
@given(any_world())
def test_where_a_figure_is_unknown_a_note_says_why(one: World) -> None:
    for key, section in sections(one).items():
        assert section.notes, key
        assert all(section.notes), key
        assert section.summary, key
        for figure in section.figures:
            if figure.value is None:
                assert told(section.notes, REASONS[key][figure.key]), (key, figure.key)


@often
@example(EMPTY, Span(365, "d"))
@given(any_world(), spans)
def test_where_a_figure_of_an_earlier_day_is_unknown_a_note_says_why(
    one: World, before: Span
) -> None:
    compared = replace(options(one), compare=before)
    then = f"On {wording.day(before.before(one.as_of))}: "
    for section in audit(frames_of(one), one.as_of, compared).sections:
        earlier = [note for note in section.notes if note.startswith((then, *FOR_BOTH_DAYS))]
        for key in only_earlier(section):
            assert told(earlier, REASONS[section.key][key]), (section.key, key)
    week = sections(one)["week"]
    assert not only_earlier(week) or told(week.notes, THE_WEEK_BEFORE)


def only_earlier(section: Section) -> list[str]:
    """Return the keys of the figures that were not known on the earlier day, and are now."""
    now, before = figures(section), section.previous or {}
    return [key for key, value in before.items() if value is None and now[key] is not None]


def test_nothing_at_all_gives_zeros_and_nones() -> None:
    empty = World([], [], [], as_of=1000)
    for section in sections(empty).values():
        assert set(figures(section).values()) <= {0, None}
        assert not any(row[1] for table in section.tables for row in table.rows)
        assert all(table.empty for table in section.tables)


@often
@given(any_world())
def test_parts_add_up(one: World) -> None:
    found = sections(one)
    counted = {key: figures(section) for key, section in found.items()}
    total = counted["list_vs_network"]["list"]
    assert total == sum(rows(found["list_vs_network"], "people"))
    assert total == sum(counted["stale"][key] for key in ("never", "stale", "fresh"))
    ladder = counted["online_to_offline"].items()
    assert total == sum(value for key, value in ladder if key.startswith("ladder_"))
    assert total == sum(rows(found["cohorts"], "added")) + counted["cohorts"]["undated"]
    spread = counted["depth_breadth"]
    assert spread["weekly"] <= spread["monthly"] <= spread["yearly"]
    if breadth := spread["effective_people"]:
        assert breadth * spread["depth"] == pytest.approx(spread["contact_days"])
        assert 1 - 1e-9 < breadth < spread["people_touched"] + 1e-9


def rows(section: Section, key: str) -> list[Any]:
    """Return a column of the first table of a section."""
    table = section.tables[0]
    place = [column.key for column in table.columns].index(key)
    return [row[place] for row in table.rows]


@often
@given(any_world())
def test_shares_lie_between_none_and_all(one: World) -> None:
    for key, section in sections(one).items():
        for figure in section.figures:
            if figure.kind == "ratio" and figure.value is not None:
                assert isinstance(figure.value, float), (key, figure.key)
                assert 0 <= figure.value <= 1, (key, figure.key)
    balance = figures(sections(one)["reciprocity"])["balance"]
    assert balance is None or -1 <= balance <= 1


Row = dict[str, Any]


def by_name(person: Person) -> tuple[str, str]:
    return (person.name if person.name != "(no name)" else "").casefold(), person.person_id


def by_size(key: str) -> Callable[[Row], Any]:
    return lambda row: (-row["list"], row[key].casefold())


#: What sorts the rows of each table; None where no order of the rows themselves does.
ORDERS: dict[str, Callable[[Row], Any] | None] = {
    "states": None,
    "stale_people": lambda row: (-row["contact_days"], row["days"], by_name(row["person"])),
    "never_answer": lambda row: (-row["openers"], by_name(row["person"])),
    "waiting_on_me": lambda row: (row["kind"] == "last_word", -row["days"], by_name(row["person"])),
    "only_asked": lambda row: (-row["asked"], by_name(row["person"])),
    "open_asks": lambda row: (-row["days"], by_name(row["person"]), row["who"]),
    "quarters": lambda row: row["quarter"],
    "quarter_ends": lambda row: row["date"],
    "months": lambda row: row["date"],
    "companies": by_size("company"),
    "tags": by_size("tag"),
    "overdue": lambda row: (row["due_on"] or "9999", by_name(row["person"])),
    "due": lambda row: (row["due_on"], by_name(row["person"])),
    "sources": lambda row: row["source"],
    "channels": lambda row: row["channel"],
    "imports": None,
    "set_aside": None,
    "added_to_list": lambda row: by_name(row["person"]),
    "joined_network": lambda row: by_name(row["person"]),
    "left_network": lambda row: by_name(row["person"]),
    "newly_stale": lambda row: by_name(row["person"]),
    "next.people": None,
}


def order_of(section: Section, table: Table) -> Callable[[Row], Any] | None:
    return ORDERS[table.key if table.key in ORDERS else f"{section.key}.{table.key}"]


@often
@given(any_world())
def test_tables_are_sorted_and_name_nobody_twice(one: World) -> None:
    for section in sections(one).values():
        for table in section.tables:
            names = [column.key for column in table.columns]
            rows = [dict(zip(names, row, strict=True)) for row in table.rows]
            if order := order_of(section, table):
                assert rows == sorted(rows, key=order), table.key
            who = [(row["person"], row.get("who")) for row in rows if "person" in row]
            assert len(who) == len(set(who)), table.key


@often
@given(any_world())
def test_what_is_dated_later_is_invisible(one: World) -> None:
    def seen(day: int | None) -> int | None:
        return None if day is None or day > one.as_of else day

    past = replace(
        one,
        interactions=[row for row in one.interactions if row.day <= one.as_of],
        signals=[row for row in one.signals if row.day <= one.as_of],
        moves=[
            row._replace(next_on=seen(row.next_on)) for row in one.moves if row.seen_on <= one.as_of
        ],
        ties=[
            row._replace(until=seen(row.until))
            for row in one.ties
            if row.since is None or row.since <= one.as_of
        ],
    )
    assert reports(past, frames_of(past)) == reports(one, frames_of(one))


@often
@given(any_world())
def test_the_ignored_count_nowhere_else(one: World) -> None:
    def heeded(row: Any) -> bool:  # noqa: ANN401 - rows of any frame name a person
        return not one.people[row.person].ignored

    without = replace(
        one,
        ties=[row for row in one.ties if heeded(row)],
        interactions=[row for row in one.interactions if heeded(row)],
        signals=[row for row in one.signals if heeded(row)],
        moves=[row for row in one.moves if heeded(row)],
    )
    # What was logged of them shows how far the log reaches: a fact about the log.
    reach = [sources(frames_of(world), as_of=one.as_of) for world in (one, without)]
    assume(reach[0] == reach[1])
    here, there = sections(one), sections(without)
    # `coverage` counts them; a message by one of them shows that the data reaches into a week.
    for key in here.keys() - {"coverage", "week"}:
        assert (figures(here[key]), here[key].tables) == (figures(there[key]), there[key].tables)


@often
@given(any_world(), spans)
def test_an_earlier_day_beside_is_the_report_of_that_day(one: World, before: Span) -> None:
    frames = frames_of(one)
    both = audit(frames, one.as_of, replace(options(one), compare=before))
    then = audit(frames, before.before(one.as_of), options(one))
    for now, earlier in zip(both.sections, then.sections, strict=True):
        assert now.previous == figures(earlier)
