"""A list of people as a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from netaudit.audits import wording
from netaudit.calendar import iso
from netaudit.metrics.directory import Entry
from netaudit.report import Column, Report, Section, Table, Value

if TYPE_CHECKING:
    from netaudit.metrics.scope import History

_COLUMNS = (
    Column("person", "person", "person"),
    Column("company", "company"),
    Column("position", "position"),
    Column("state", "state"),
    Column("last", "last", "date"),
    Column("contact_days", "contact-days", "count"),
    Column("tags", "tags"),
    Column("on_list", "on the list", "flag"),
    Column("since", "since", "date"),
)
#: What people read: the id is what they type, and a line is to be enough for most.
_FOR_READING = (
    Column("id", "id"),
    Column("person", "person", "person"),
    Column("company", "company", yields=4),
    Column("position", "position", yields=5),
    Column("state", "state", yields=2),
    Column("last", "last", "date", yields=1),
    Column("contact_days", "contact-days", "count"),
    Column("since", "since", "date"),
    Column("tags", "tags", yields=3),
)
#: Shown where people read if it is what the list is sorted by.
_IF_SORTED_BY = {"contact_days": "days", "since": "since"}
#: What was asked for, in words, by the option of the report that says it.
_ASKED = {
    "words": "'{}'", "company": "company {}", "position": "position {}", "tag": "tag {}",
    "source": "known from {}", "state": "state {}", "stale": "not in touch for {}",
}  # fmt: skip
_ON_LIST = {"yes": "on your list", "no": "not on your list"}
#: What is said of a store without anybody.
NOBODY_YET = "Nobody is on record yet: netaudit import YOUR-EXPORT.zip"


def people(
    history: "History",
    found: Sequence[Entry],
    as_of: int,
    options: dict[str, str],
    *,
    limit: int | None = None,
    ignored: int = 0,
    for_reading: bool = False,
) -> Report:
    """Assemble the report `people` of those `found`, at most `limit` of them, in their order.

    `ignored` are so many who fit and are left out.
    """
    shown = found if limit is None else found[:limit]
    columns: tuple[Column, ...] = _FOR_READING if for_reading else _COLUMNS
    rows = [_row(history, one) for one in shown]
    if for_reading:
        columns = _worth_reading(columns, rows, options.get("sort", ""))
    table = Table(
        "people", "" if for_reading else "People", columns,
        tuple(tuple(row[column.key] for column in columns) for row in rows), "nobody fits",
    )  # fmt: skip
    section = Section("people", "" if for_reading else "People", "", tables=(table,))
    return Report(
        name="people",
        title="People",
        headline=_headline(len(found), _asked(options)),
        as_of=iso(as_of),
        options={} if for_reading else options,
        sections=(section,) if found or not for_reading else (),
        notes=tuple(_notes(len(found) - len(shown), ignored, show=bool(for_reading and shown))),
    )


def _notes(more: int, ignored: int, *, show: bool) -> Iterator[str]:
    if more:
        yield f"{more:,} more: --all shows them, --limit N so many."
    if show:
        yield "All that is on record with one of them: netaudit show ID"
    if ignored:
        fits = f"{wording.people(ignored)} who {'fits is' if ignored == 1 else 'fit are'}"
        yield f"{fits} left out, as you wanted: netaudit ignore lists them."


def _worth_reading(
    columns: Sequence[Column], rows: Sequence[dict[str, Value]], sort: str
) -> tuple[Column, ...]:
    """Leave out what is said of nobody; what the list is sorted by is left out last."""
    return tuple(
        replace(column, yields=0) if column.key == sort else column
        for column in columns
        if _IF_SORTED_BY.get(column.key, sort) == sort
        and (column.key != "tags" or any(row["tags"] for row in rows))
    )


def _asked(options: dict[str, str]) -> str:
    """Say what was asked for; nothing where it was everybody."""
    asked = [words.format(options[key]) for key, words in _ASKED.items() if key in options]
    if "on_list" in options:
        asked.append(_ON_LIST[options["on_list"]])
    return ", ".join(asked)


def _headline(number: int, asked: str) -> str:
    who = wording.people(number).capitalize() if number else "Nobody on record"
    if not asked:
        return f"{who} {'is' if number == 1 else 'are'} on record." if number else f"{who}."
    return f"{who} {'fit' if number > 1 else 'fits'}: {asked}"


def _row(history: "History", one: Entry) -> dict[str, Value]:
    place = one.number
    return {
        "id": history.ids[place],
        "person": history.person(place),
        "company": history.companies[place],
        "position": history.positions[place],
        "state": one.state,
        "last": None if one.last is None else iso(one.last),
        "contact_days": one.contact_days,
        "tags": ", ".join(history.tags[place]),
        "on_list": one.listed,
        "since": None if one.since is None else iso(one.since),
    }
