"""A list of people as a report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netaudit.audits import wording
from netaudit.calendar import iso
from netaudit.metrics.directory import Entry
from netaudit.report import Column, Report, Section, Table, Value

if TYPE_CHECKING:
    from netaudit.metrics.scope import History

STATES = {
    "never": "never", "only_out": "only you", "only_in": "only they", "two_way": "both ways",
    "met": "met",
}  # fmt: skip
_COLUMNS = (
    Column("person", "person", "person"),
    Column("company", "company"),
    Column("position", "position"),
    Column("state", "contact"),
    Column("last", "last", "date"),
    Column("contact_days", "days", "count"),
    Column("tags", "tags"),
    Column("on_list", "on the list", "flag", for_programs=True),
    Column("since", "since", "date", for_programs=True),
)


def people(
    history: "History",
    found: Sequence[Entry],
    as_of: int,
    options: dict[str, str],
    *,
    limit: int | None = None,
    any_ignored: bool = False,
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
    table = Table(
        "people", "People", _COLUMNS, tuple(_row(history, one) for one in shown), "nobody fits"
    )
    return Report(
        name="people",
        title="People",
        headline=_headline(len(found)),
        as_of=iso(as_of),
        options=options,
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
        STATES[one.state],
        None if one.last is None else iso(one.last),
        one.contact_days,
        ", ".join(history.tags[place]),
        one.listed,
        None if one.since is None else iso(one.since),
    )
