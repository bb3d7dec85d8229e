"""A file of LinkedIn's export, opened at its header."""

import codecs
import io
from collections.abc import Iterable, Iterator

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.csvfile import Table, open_table
from netaudit.importers.linkedin.dates import is_rewritten
from netaudit.importers.source import File, stem
from netaudit.records import Problem

#: Columns with dates that spreadsheets take for dates.
_DATES = ("connected on", "date", "sent at", "creation date", "created on")


def open_export(
    file: File,
    context: Context,
    required: frozenset[str],
    optional: frozenset[str],
    *,
    for_windows: bool = False,
) -> Table:
    """Open `file`; a column that is read must not stand there twice.

    What a spreadsheet made of a file is read as well, and said; a file made `for_windows` has
    carriage returns by nature.
    """
    table = open_table(file, required, context.notices)
    table.refuse_repeated(required | optional)
    if _is_resaved(table, for_windows=for_windows):
        context.notices.append(
            f"{file.shown}: re-saved by a spreadsheet; read, but the original is safer"
        )
    return table


def named_cells(
    table: Table, wanted: Iterable[str]
) -> Iterator[tuple[int, dict[str, str]] | Problem]:
    """Yield the line and the `wanted` cells of every row, "" where the file lacks a column."""
    places = {name: table.columns.get(name) for name in wanted}
    for item in table.rows():
        if isinstance(item, Problem):
            yield item
        else:
            line, row = item
            yield line, {name: "" if i is None else row[i] for name, i in places.items()}


def basename(file: File) -> str:
    """Return what a file is called; LinkedIn writes spaces or underscores, by era."""
    return stem(file.name).replace("_", " ")


def is_older_name(file: File, other: File) -> bool:
    """Tell whether two files have one name, written in `file` with spaces as until 2020.

    Archives of 2022 hold the endorsements received by both names.
    """
    older, newer = " " in stem(file.name), " " not in stem(other.name)
    return older and newer and basename(file) == basename(other)


def _is_resaved(table: Table, *, for_windows: bool) -> bool:
    """Tell what a spreadsheet wrote from what LinkedIn did.

    LinkedIn writes commas, line feeds and no byte order mark. Its UTF-16 files of old have
    tabs, as those of a spreadsheet have, but quotation marks around every field.
    """
    head, header = table.file.head, table.header
    if header.encoding == "utf-16":
        return header.delimiter != "\t" or b'"' not in head[2:4]
    if header.delimiter != "," or head.startswith(codecs.BOM_UTF8):
        return True
    ends_in_crlf = b"\r" in head.partition(b"\n")[0]
    return (ends_in_crlf and not for_windows) or _has_rewritten_dates(table)


def _has_rewritten_dates(table: Table) -> bool:
    """Look at the dates in the first 64 KiB: a spreadsheet rewrites those of every row."""
    places = [table.columns[name] for name in _DATES if name in table.columns]
    file = table.file
    head = File(file.name, file.shown, lambda: io.BytesIO(file.head))
    rows = Table(head, table.header, table.required, []).rows() if places else iter(())
    try:
        return any(
            is_rewritten(item[1][i]) for item in rows if not isinstance(item, Problem)
            for i in places
        )  # fmt: skip
    except InputRefused:  # the cut at 64 KiB fell into a quoted field
        return False
