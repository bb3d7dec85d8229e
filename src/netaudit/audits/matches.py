"""Pairs of people who may be one, as a report."""

from collections.abc import Sequence

from netaudit.audits import wording
from netaudit.calendar import iso
from netaudit.report import Column, Person, Report, Section, Table

_PAIRS = (
    Column("one", "one", "person"),
    Column("other", "other", "person"),
    Column("verdict", "verdict"),
    Column("evidence", "what speaks for it"),
    Column("score", "score", "count"),
)
_TO_DECIDE = (
    "To decide: netaudit match at a terminal; anywhere else netaudit merge ID ID, or"
    " netaudit match --different ID ID."
)

#: The two people, the verdict, what speaks for it, and how much.
Row = tuple[Person, Person, str, str, int]


def matches(
    rows: Sequence[Row], as_of: int, *, possible: bool = False, for_reading: bool = False
) -> Report:
    """Assemble the report `matches`: of the likely pairs, with `possible` of all.

    `for_reading` writes the ids beside the names, as a person has to type them.
    """
    likely = [row for row in rows if row[2] == "likely"]
    shown = rows if possible else likely
    notes = [_TO_DECIDE] if shown else []
    if len(shown) < len(rows):
        notes.append("The merely possible ones: netaudit match --possible")
    table = Table(
        "pairs", "Pairs", _PAIRS,
        tuple((*map(_with_id, row[:2]), *row[2:]) if for_reading else row for row in shown),
        "no two people look like one",
    )  # fmt: skip
    return Report(
        name="matches",
        title="Who may be one person",
        headline=_headline(len(likely), len(rows) - len(likely)),
        as_of=iso(as_of),
        options={"verdict": "likely, possible" if possible else "likely"},
        sections=(Section("pairs", "Pairs", "", tables=(table,)),),
        notes=tuple(notes),
    )


def _with_id(person: Person) -> Person:
    return Person(f"{person.name} ({person.person_id})", person.person_id)


def _headline(likely: int, possible: int) -> str:
    told = "1 pair is likely one person" if likely == 1 else "No two people are likely one"
    if likely > 1:
        told = f"{wording.counted(likely, 'pair')} are likely one person each"
    more = f"; {possible:,} more {'is' if possible == 1 else 'are'} possible" if possible else ""
    return f"{told}{more}."
