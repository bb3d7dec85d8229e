"""A list of people as a report."""

from collections.abc import Sequence
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
    Column("company", "company"),
    Column("position", "position"),
    Column("contact", "contact"),
    Column("last", "last", "date"),
    Column("tags", "tags"),
)
_CONTACT = {
    "never": "none", "only_out": "only you", "only_in": "only they", "two_way": "both ways",
    "met": "met",
}  # fmt: skip


def people(
    history: "History",
    found: Sequence[Entry],
    as_of: int,
    options: dict[str, str],
    *,
    limit: int | None = None,
    any_ignored: bool = False,
    for_reading: bool = False,
) -> Report:
    """Assemble the report `people` of those `found`, at most `limit` of them, in their order.

    `any_ignored`: the user ignores somebody, who is left out.
    """
    shown = found if limit is None else found[:limit]
    notes = []
    if len(shown) < len(found):
        notes.append(f"{len(found) - len(shown):,} more: --all shows them, --limit N so many.")
    if any_ignored:
        notes.append("Whom you ignore is left out: netaudit ignore lists them.")
    columns: tuple[Column, ...] = _FOR_READING if for_reading else _COLUMNS
    row = _read_row if for_reading else _row
    rows = tuple(row(history, one) for one in shown)
    if for_reading and not any(cells[-1] for cells in rows):  # nobody has a tag
        columns, rows = columns[:-1], tuple(cells[:-1] for cells in rows)
    table = Table("people", "People", columns, rows, "nobody fits")
    return Report(
        name="people",
        title="People",
        headline=_headline(len(found)),
        as_of=iso(as_of),
        options={} if for_reading else options,
        sections=(Section("people", "People", "", tables=(table,)),),
        notes=tuple(notes),
    )


def _headline(number: int) -> str:
    if not number:
        return "Nobody on record fits."
    verb = "fits" if number == 1 else "fit"
    return f"{wording.people(number).capitalize()} {verb}."


def _row(history: "History", one: Entry) -> tuple[Value, ...]:
    place = one.number
    return (
        history.person(place),
        history.companies[place],
        history.positions[place],
        one.state,
        None if one.last is None else iso(one.last),
        one.contact_days,
        ", ".join(history.tags[place]),
        one.listed,
        None if one.since is None else iso(one.since),
    )


def _read_row(history: "History", one: Entry) -> tuple[Value, ...]:
    place = one.number
    return (
        history.ids[place],
        history.person(place),
        history.companies[place],
        history.positions[place],
        _CONTACT[one.state],
        None if one.last is None else iso(one.last),
        ", ".join(history.tags[place]),
    )
