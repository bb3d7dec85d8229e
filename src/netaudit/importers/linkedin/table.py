"""A file of LinkedIn's export, opened at its header."""

import codecs

from netaudit.importers.base import Context
from netaudit.importers.csvfile import Table, open_table
from netaudit.importers.source import File


def open_export(
    file: File, context: Context, required: frozenset[str], optional: frozenset[str]
) -> Table:
    """Open `file`; a column that is read must not stand there twice.

    LinkedIn writes commas and, since 2019, no byte order mark. What a spreadsheet made of a
    file is read as well, and said.
    """
    table = open_table(file, required, context.notices)
    table.refuse_repeated(required | optional)
    if table.header.delimiter != "," or file.head.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        context.notices.append(
            f"{file.shown}: re-saved by a spreadsheet; read, but the original is safer"
        )
    return table
