"""The user's log as a report, entry by entry."""

from collections.abc import Sequence

from netaudit.report import Column, Person, Report, Section, Table

_ENTRIES = (
    Column("id", "id"),
    Column("day", "day"),
    Column("person", "person", "person"),
    Column("channel", "channel", yields=1),
    Column("direction", "direction", yields=2),
    Column("purpose", "purpose", for_programs=True),
    Column("note", "note"),
)

#: The id of the entry, the day, the person, channel, direction, purpose and note.
Row = tuple[str, str, Person, str, str, str, str]


def log(rows: Sequence[Row], total: int, as_of: str, *, filtered: bool = False) -> Report:
    """Assemble the report `log` of the newest `rows` of a `total`; `filtered`: of some entries."""
    notes: tuple[str, ...] = ()
    if len(rows) < total:
        notes = (f"{total:,} in all: the same with --limit {total}",)
    empty = "no such entry" if filtered else "nothing logged yet: netaudit log 'Ana Ruiz' coffee"
    table = Table("entries", "Entries", _ENTRIES, tuple(rows), empty)
    return Report(
        "log", "What you logged", _headline(len(rows), total), as_of, {},
        (Section("entries", "Entries", "", tables=(table,)),), notes,
    )  # fmt: skip


def _headline(shown: int, total: int) -> str:
    if shown < total:
        return f"The newest {shown:,} of {total:,} entries."
    return f"{total:,} {'entry' if total == 1 else 'entries'}." if total else ""
