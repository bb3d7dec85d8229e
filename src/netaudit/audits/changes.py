"""What changed on the lists from one export to the next: a reason to write to somebody."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from netaudit.audits import horizon, wording
from netaudit.calendar import iso
from netaudit.records import Change, ChangeKind, Compared, Step
from netaudit.report import Column, Person, Report, Section, Table, Value

_PERSON = Column("person", "person", "person")
_SEEN = Column("seen", "seen", "date")
_LISTED = (
    _PERSON, Column("since", "on the list since", "date"), Column("company", "company"),
    Column("position", "position"), _SEEN,
)  # fmt: skip
_BEFORE, _AFTER = Column("before", "before"), Column("after", "now")


class _Kind(NamedTuple):
    """How one kind of change is told: title, the sentence's verb, columns, empty and note."""

    title: str
    verb: str
    columns: tuple[Column, ...]
    empty: str
    note: str = ""


_KINDS: dict[ChangeKind, _Kind] = {
    "company": _Kind(
        "New company", "changed company",
        (_PERSON, _BEFORE, _AFTER, Column("position", "position"), _SEEN),
        "nobody changed company",
    ),
    "position": _Kind(
        "New position", "changed position", (_PERSON, _BEFORE, _AFTER,
        Column("company", "company"), _SEEN), "nobody changed position",
    ),
    "joined": _Kind("Joined", "joined", _LISTED, "nobody joined"),
    "left": _Kind(
        "Left", "left", _LISTED, "nobody left",
        "An export does not say on which day somebody left, nor who ended it.",
    ),
    "hidden": _Kind(
        "Hidden", "can no longer be seen", _LISTED, "nobody vanished from sight",
        "Only the date of these entries is left: the account was hidden or closed. They are"
        " still counted as on the list.",
    ),
    "visible": _Kind(
        "Visible again", "can be seen again", _LISTED, "nobody came back into sight"
    ),
    "link": _Kind(
        "New profile link", "changed their profile link", (_PERSON, _BEFORE, _AFTER, _SEEN),
        "nobody changed their profile link",
    ),
    "followed": _Kind(
        "New followers", "began to follow you", (_PERSON, _SEEN), "nobody began to follow you",
    ),
    "unfollowed": _Kind(
        "No longer following you", "no longer follow you", (_PERSON, _SEEN),
        "nobody ceased to follow you",
        "Whoever closed their account or was suspended is among them: the archive does not tell.",
    ),
}  # fmt: skip


def changes(compared: Compared, since: int | None = None, *, for_reading: bool = False) -> Report:
    """Assemble the report `changes` from the steps after the day `since`.

    `for_reading` leaves out what a person need not be told: kinds of change that did not
    occur, and the day where it is the same for all.
    """
    steps = compared.steps
    sections = [_section(kind, told, steps) for kind, told in _KINDS.items()]
    if for_reading:
        sections = [section for section in sections if section.tables[0].rows]
        if len({step.after for step in steps}) == 1:
            sections = [_without_day(section) for section in sections]
        sections = [_in_plain_days(section) for section in sections]
    return Report(
        name="changes",
        title="What changed on your list",
        headline=_headline(compared, since),
        as_of=iso(compared.newest) if compared.newest else "",
        options={
            "from": iso(min(step.before for step in steps)),
            "to": iso(max(step.after for step in steps)),
        }
        if steps
        else {},
        sections=tuple(sections),
        notes=_notes(compared),
    )


def _notes(compared: Compared) -> tuple[str, ...]:
    notes = [
        f"The list of {wording.day(day)} is not known to be whole, and is not compared."
        for day in compared.partial
    ]
    if compared.ignored:
        who = wording.people(compared.ignored)
        notes.append(
            f"What changed of {who} is left out, as you wanted: netaudit ignore lists them."
        )
    if not compared.steps:
        notes += [horizon.advice(source, "the next one") for source in ("linkedin", "x")]
    if compared.earlier and not any(step.changes for step in compared.steps):
        notes.append("Earlier changes: netaudit changes --since 1y")
    return tuple(notes)


def _without_day(section: Section) -> Section:
    """Leave out the last column."""
    (table,) = section.tables
    rows = tuple(row[:-1] for row in table.rows)
    return replace(section, tables=(replace(table, columns=table.columns[:-1], rows=rows),))


def _in_plain_days(section: Section) -> Section:
    """Write days as they are: how long before the newest export they were says little."""
    (table,) = section.tables
    columns = tuple(
        replace(column, kind="text") if column.kind == "date" else column
        for column in table.columns
    )
    return replace(section, tables=(replace(table, columns=columns),))


def _headline(compared: Compared, since: int | None) -> str:
    steps, newest = compared.steps, compared.newest
    if since is not None and newest is not None and newest <= since:
        return (
            f"No whole list is newer than {wording.day(since)}; the newest is of"
            f" {wording.day(newest)}."
        )
    if not steps:
        return (
            "Nothing to compare yet: it takes two exports of the whole list, from different days."
        )
    found = [change.kind for step in steps for change in step.changes]
    counts = [f"{found.count(k):,} {told.verb}" for k, told in _KINDS.items() if k in found]
    first, last = min(s.before for s in steps), max(s.after for s in steps)
    between = f"Between {wording.day(first)} and {wording.day(last)}"
    return f"{between}: {wording.listing(counts) or 'nothing changed'}."


def _section(kind: ChangeKind, told: _Kind, steps: Sequence[Step]) -> Section:
    found = [
        (step.after, change) for step in steps for change in step.changes if change.kind == kind
    ]
    found.sort(key=lambda one: (-one[0], one[1].name.casefold(), one[1].person_id))
    rows = tuple(
        tuple(_CELLS[column.key](change, seen) for column in told.columns) for seen, change in found
    )
    people = len({change.person_id for _, change in found})
    return Section(
        key=kind,
        title=told.title,
        summary=f"{wording.people(people)} {told.verb}." if found else "",
        figures=(),
        tables=(Table(kind, told.title, told.columns, rows, told.empty),),
        notes=(told.note,) if told.note and found else (),
    )


_CELLS: dict[str, Callable[[Change, int], Value]] = {
    "person": lambda change, _: Person(change.name, change.person_id),
    "since": lambda change, _: None if change.since is None else iso(change.since),
    "company": lambda change, _: change.company or None,
    "position": lambda change, _: change.position or None,
    "before": lambda change, _: change.before or None,
    "after": lambda change, _: change.after or None,
    "seen": lambda _, seen: iso(seen),
}
