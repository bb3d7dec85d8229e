"""Where a report goes, and in which format: the screen, a file, or a folder of tables."""

import os
from dataclasses import replace
from pathlib import Path, PosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.cli import completing
from netaudit.cli.terminal import MAIL, PLAIN, chosen_store, look
from netaudit.config import config_path
from netaudit.errors import UsageError
from netaudit.render import FORMATS, renderer, to_text, write_out
from netaudit.render.base import refuse_unfit

if TYPE_CHECKING:
    from netaudit.report import Report


class _Folder(PosixPath):
    """A path that was written with a slash behind it, which `Path` forgets."""

    __slots__ = ()


def read_place(written: str) -> Path:
    """Read where an output goes; a folder is told by the slash behind it."""
    if not written:
        raise UsageError("-o names no file", hint="name one, or leave -o out for the screen")
    # No shell does that behind `--output=`. A folder that ends in a slash keeps it.
    place = os.path.expanduser(written)  # noqa: PTH111 - a Path forgets the slash
    return _Folder(place) if place.endswith("/") else Path(place)


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
        help="Write to this file, whole or not at all; FOLDER/, with a slash behind it, gets all "
        "tables as CSV; - is the screen.",
        metavar="FILE",
        parser=read_place,
    ),
]

_ENDINGS = {
    ".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html",
    ".txt": "terminal", ".text": "terminal", "": "terminal",
}  # fmt: skip


def chosen_format(form: str | None, output: Path | None) -> str:
    """Return the format asked for, by its name or an ending of its files.

    Where none is asked for, it is what the ending of the output says, else `terminal`.
    """
    if form is not None:
        return _ENDINGS.get(f".{form.casefold().removeprefix('.')}", form)
    if isinstance(output, _Folder):
        return "csv"
    ending = output.suffix.casefold() if output is not None else ""
    if ending not in _ENDINGS and output is not None and output.is_dir():
        raise no_file(output)
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
    and the place are checked.
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
    if output is not None and is_folder(output):
        files = _tables(made, form, output, ids=ids, table=table)
        from netaudit.render.folder import check_folder, write_folder

        put = write_folder if write else check_folder
        put(files, output, refuse=in_use(chosen_store(store)))
        return
    text = to_text(chosen, made)
    if output is not None:
        refuse_to_lose(output, chosen_store(store))
    if write:
        write_out(text, output)


def is_folder(output: Path) -> bool:
    """Tell whether a place is a folder, or is to be one."""
    return isinstance(output, _Folder) or output.is_dir()


def refuse_to_lose(output: Path, store: Path) -> None:
    """Refuse a file that can take no report, or would be lost by it.

    That is all that is in use, and what was, or could be, imported: it may be the only copy.
    """
    refuse_unfit(output, in_use(store))
    if output.is_file() and not output.is_symlink() and _is_export(output):
        raise UsageError(
            f"{output} is a file that netaudit imports, and would be lost", hint="name another"
        )
    if output.suffix.casefold() == ".csv" and output.is_file() and not output.is_symlink():
        _refuse_foreign_table(output)


def _is_export(path: Path) -> bool:
    """Tell whether netaudit imports a file; what knows of that is not loaded for nothing."""
    from netaudit.workflows.reporting import is_export

    return is_export(path)


def _refuse_foreign_table(output: Path) -> None:
    """Refuse to replace what people keep as CSV, such as a file of an unpacked export."""
    from netaudit.render.csv import is_header

    with output.open("rb") as file:
        first = file.readline(10_000)
    if first and not is_header(first):
        raise UsageError(
            f"{output} is no table that netaudit wrote, and would be lost", hint="name another"
        )


def in_use(store: Path) -> list[Path]:
    """Return the files that are the program's own, or mean something beside the store."""
    beside = (store.with_name(f"{store.name}{end}") for end in ("-journal", "-wal", "-shm"))
    return [store, *beside, config_path()]


def _tables(
    made: "Report", form: str, folder: Path, *, ids: bool, table: str | None
) -> dict[str, str]:
    """Return all tables as CSV, by the names of their files."""
    from netaudit.render.csv import csv_files

    if form != "csv":
        raise no_file(folder)
    if table is not None:
        raise UsageError(
            "--table names one table, and a folder gets all of them",
            hint="leave it out, or name a file",
        )
    return csv_files(made, ids=ids)


def no_file(folder: Path) -> UsageError:
    """Return the error for a folder in the place of a file."""
    return UsageError(
        f"{folder} is a folder",
        hint=f"name a file in it; a folder is for --format csv: -f csv -o {folder}/",
    )
