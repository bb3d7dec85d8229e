"""Pairs of people who may be one, as a report."""

from collections.abc import Sequence

from netaudit.audits import wording
from netaudit.calendar import iso
from netaudit.report import Column, Person, Report, Section, Table, Value

_PAIRS = (
    Column("one", "one", "person"),
    Column("one_account", "account"),
    Column("other", "other", "person"),
    Column("other_account", "account"),
    Column("verdict", "verdict"),
    Column("evidence", "what speaks for it"),
    Column("score", "score", "count"),
)
_FOR_READING = (
    Column("one", "one", "person"),
    Column("other", "other", "person"),
    Column("verdict", "verdict"),
    Column("evidence", "what speaks for it"),
)
_TO_DECIDE = (
    "To decide: netaudit match at a terminal; anywhere else netaudit merge ID ID, or"
    " netaudit match --different ID ID."
)

#: The two people, each with their leading account; the verdict, what speaks for it, how much.
Row = tuple[Person, str, Person, str, str, str, int]


def matches(
    rows: Sequence[Row], as_of: int, *, possible: bool = False, for_reading: bool = False
) -> Report:
    """Assemble the report `matches`: of the likely pairs, with `possible` of all.

    `for_reading` writes id and account beside the name, as the id is what a person has to type.
    """
    likely = [row for row in rows if row[4] == "likely"]
    shown = rows if possible else likely
    notes = [_TO_DECIDE] if shown else []
    if len(shown) < len(rows):
        notes.append("The merely possible ones: netaudit match --possible")
    table = Table(
        "pairs", "Pairs", _FOR_READING if for_reading else _PAIRS,
        tuple(map(_for_reading, shown)) if for_reading else tuple(shown),
        "no two people look like one",
    )  # fmt: skip
    return Report(
        name="matches",
        title="Who may be one person",
        headline=_headline(len(likely), len(rows) - len(likely)),
        as_of=iso(as_of),
        options={} if for_reading else {"verdict": "likely, possible" if possible else "likely"},
        sections=(Section("pairs", "Pairs", "", tables=(table,)),),
        notes=tuple(notes),
    )


def _for_reading(row: Row) -> tuple[Value, ...]:
    one, one_account, other, other_account, verdict, evidence, _ = row
    return _shown(one, one_account), _shown(other, other_account), verdict, evidence


def _shown(person: Person, account: str) -> Person:
    """Say who it is: what to type, and where they are, as two of one name look alike."""
    where = "LinkedIn" if account.startswith("linkedin.com/") else account
    where = f"@{where.removeprefix('x.com/')}" if _is_handle(where) else where
    return Person(f"{person.person_id} {person.name}, {where}", person.person_id)


def _is_handle(address: str) -> bool:
    return address.startswith("x.com/") and "/" not in address.removeprefix("x.com/")


def _headline(likely: int, possible: int) -> str:
    told = "1 pair is likely one person" if likely == 1 else "No two people are likely one"
    if likely > 1:
        told = f"{wording.counted(likely, 'pair')} are likely one person each"
    more = f"; {possible:,} more {'is' if possible == 1 else 'are'} possible" if possible else ""
    return f"{told}{more}."
