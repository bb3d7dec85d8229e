"""The imports as a report, for the formats that programs read."""

from collections.abc import Sequence

from netaudit.report import Column, Report, Section, Table, Value

_IMPORTS = (
    Column("id", "id", "count"),
    Column("imported_at", "imported"),
    Column("command", "command"),
    Column("source", "source"),
    Column("name", "file or person"),
    Column("as_of", "as of", "date"),
)
_FILES = (
    Column("id", "id", "count"),
    Column("file", "file"),
    Column("format", "format"),
    Column("read", "read", "count"),
    Column("new", "new", "count"),
    Column("unchanged", "unchanged", "count"),
    Column("updated", "updated", "count"),
    Column("set_aside", "set aside", "count"),
    Column("skipped", "skipped", "count"),
)

Rows = Sequence[tuple[Value, ...]]


def imports(sources: Rows, files: Rows, as_of: str) -> Report:
    """Assemble the report `imports`.

    `sources` are (id, local time, command, source, name, day it speaks of), `files` (id, file,
    format, and the rows read, new, unchanged, updated, set aside and skipped).
    """
    section = Section(
        key="imports",
        title="Imports",
        summary="",
        tables=(
            Table("imports", "Imports", _IMPORTS, tuple(sources), "nothing imported yet"),
            Table("files", "Files", _FILES, tuple(files), "nothing imported yet"),
        ),
    )
    return Report("imports", "Imports", "", as_of, {}, (section,))
