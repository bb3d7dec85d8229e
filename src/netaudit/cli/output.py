"""Where a report goes, and in which format: the screen, a file, or a folder of tables."""

from dataclasses import replace
from pathlib import Path, PosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit import workflows
from netaudit.cli import completing
from netaudit.cli.terminal import MAIL, PLAIN, chosen_store, look
from netaudit.config import config_path
from netaudit.errors import UsageError
from netaudit.render import FORMATS, renderer, to_text, write_out

if TYPE_CHECKING:
    from netaudit.report import Report


class _Folder(PosixPath):
    """A path that was written with a slash behind it, which `Path` forgets."""

    __slots__ = ()


def _place(written: str) -> Path:
    return _Folder(written) if written.endswith("/") else Path(written)


Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f",
        help=f"One of {', '.join(FORMATS)}; else what the ending of -o says, else terminal.",
        metavar="FORMAT", show_default=False, autocompletion=completing.one_of(FORMATS),
    ),
]  # fmt: skip
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        help="Write to this file, whole or not at all; with a slash behind it to a folder, all "
        "tables as CSV; - is the screen.",
        metavar="FILE",
        parser=_place,
    ),
]

_ENDINGS = {
    ".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html",
    ".txt": "terminal", ".text": "terminal", "": "terminal",
}  # fmt: skip


def chosen_format(form: str | None, output: Path | None) -> str:
    """Return the format asked for, else what the ending of the file says, else `terminal`."""
    if form is not None:
        return form
    ending = output.suffix.casefold() if output is not None else ""
    if ending not in _ENDINGS:  # a PDF of letters and spaces would open nowhere
        raise UsageError(
            f"no format has the ending '{ending[:20]}'",
            hint=f"known: {', '.join(filter(None, _ENDINGS))}; or say which with --format",
        )
    return _ENDINGS[ending]


def show(
    made: "Report",
    form: str | None,
    *,
    full: bool,
    ids: bool,
    table: str | None,
    output: Path | None,
    store: Path | None,
    for_mail: bool = False,
    write: bool = True,
) -> None:
    """Write a report in the format asked for, to the screen, a file or a folder.

    `for_mail` keeps lines short where nobody sits at a terminal. Without `write` only the options
    are checked.
    """
    form = chosen_format(form, output)
    if output is not None and str(output) == "-":
        output = None
    seen = look(full=full, ids=ids, table=table, for_mail=for_mail)
    if output is not None:
        seen = replace(seen, colour=False, ascii_only=False, width=MAIL if for_mail else PLAIN)
    chosen = renderer(form, seen)
    if table is not None and form != "csv":
        hint = "for less than the whole report: --section KEY" if len(made.sections) > 1 else None
        raise UsageError("--table goes with --format csv", hint=hint)
    if output is not None and (isinstance(output, _Folder) or output.is_dir()):
        _to_folder(made, form, output, ids=ids, table=table, write=write)
        return
    text = to_text(chosen, made)
    if write:
        _refuse_export(output)
        write_out(text, output, refuse=_in_use(chosen_store(store)))


def _in_use(store: Path) -> list[Path]:
    """Return the files that are the program's own, or mean something beside the store."""
    beside = (store.with_name(f"{store.name}{end}") for end in ("-journal", "-wal", "-shm"))
    return [store, *beside, config_path()]


def _refuse_export(output: Path | None) -> None:
    """Refuse to replace what was, or could be, imported: it may be the only copy."""
    if output is None or output.is_symlink() or not output.is_file():
        return
    if workflows.is_export(output):
        raise UsageError(
            f"{output} is a file that netaudit imports, and would be lost", hint="name another"
        )


def _to_folder(
    made: "Report", form: str, folder: Path, *, ids: bool, table: str | None, write: bool
) -> None:
    """Write all tables as CSV; what such a report does not write is not lost for it."""
    from netaudit.audits.catalogue import empty_reports
    from netaudit.render.csv import csv_files
    from netaudit.render.folder import write_folder

    if form != "csv":
        raise UsageError(
            f"{folder} is a folder", hint="name a file in it; a folder is for --format csv"
        )
    if table is not None:
        raise UsageError(
            "--table names one table, and a folder gets all of them",
            hint="leave it out, or name a file",
        )
    files = csv_files(made, ids=ids)
    ours = {name for one in empty_reports() if one.name == made.name for name in csv_files(one)}
    if write:
        write_folder(files, folder, ours=ours)
