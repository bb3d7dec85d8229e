"""`netaudit demo`."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from netaudit.calendar import iso
from netaudit.cli.accounting import snapshot_totals
from netaudit.cli.output import (
    Format,
    Output,
    chosen_format,
    in_use,
    is_folder,
    no_file,
    refuse_to_lose,
    show,
)
from netaudit.cli.reports import make
from netaudit.cli.terminal import harmless
from netaudit.config import expanded, store_path
from netaudit.errors import Unwritable, UsageError
from netaudit.render import renderer
from netaudit.render.base import refuse_in_use
from netaudit.workflows import demonstrating, reporting


def demo(
    form: Format = None,
    output: Output = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            help="Keep the store of invented people as this new file, to try other commands on it.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
) -> None:
    """See the report of a fictitious person, if you have no export yet.

    All people are invented. Your own store and configuration are neither read nor written.
    """
    keep = None if keep is None else expanded(keep)
    _refuse_what_is_there(keep, output)
    _refuse_format(chosen_format(form, output), output)
    with _made_in(keep) as folder:
        store = folder / "demo.db"
        config = demonstrating.demo_config(folder)
        _say(f"$ netaudit import {shlex.join(demonstrating.DEMO_EXPORTS)}")
        for line in snapshot_totals(demonstrating.import_demo(store, folder).outcome.snapshots):
            _say(line)
        day = iso(demonstrating.DEMO_DAY)
        _say()
        _say(f"$ netaudit report --stale {config['report.stale']} --as-of {day}")
        show(
            make(reporting.audit_report, store, config, day),
            form, full=False, ids=False, table=None, output=output, store=store_path(),
        )  # fmt: skip
    for line in _afterwards(keep, output, day):
        _say(line)


def _refuse_what_is_there(keep: Path | None, output: Path | None) -> None:
    """Refuse to mix invented people with what the user has; no file is opened for that."""
    if keep is not None and _is(keep, store_path()):
        raise UsageError(
            f"{keep} is the place of your own store", hint="keep the invented people elsewhere"
        )
    if keep is not None and (keep.exists() or keep.is_symlink()):
        raise UsageError(f"{keep} is there already", hint="name a new file")
    if keep is not None:
        refuse_in_use(keep, in_use(store_path()))
    if keep is not None and not keep.parent.is_dir():
        raise Unwritable(
            f"cannot write {keep}: there is no folder {keep.parent}",
            hint="make the folder, or name another",
        )
    if output is None or str(output) == "-":
        return
    if _is(output, store_path()):
        raise UsageError(f"{output} is the place of your own store", hint="name another")
    if keep is not None and _is(output, keep):
        raise UsageError(f"{keep} cannot be the store and the report", hint="name two files")
    if keep is not None:
        refuse_in_use(output, in_use(keep))
    if not is_folder(output):
        refuse_to_lose(output, store_path())


def _refuse_format(form: str, output: Path | None) -> None:
    """Refuse a format that there is not, or does not go there: a file of CSV holds one table."""
    renderer(form)
    if form != "csv" and output is not None and is_folder(output):
        raise no_file(output)
    if form == "csv" and (output is None or not is_folder(output)):
        raise UsageError(
            "a file of CSV holds one table, and this report has many",
            hint="all of them: netaudit demo -o FOLDER/; one of them: netaudit demo --keep demo.db,"
            " and then netaudit report --store demo.db -f csv --section KEY",
        )


@contextmanager
def _made_in(keep: Path | None) -> Iterator[Path]:
    """Yield a folder to make `demo.db` in; it is kept only if all that was asked for was done."""
    beside = None if keep is None else keep.parent
    prefix = "netaudit-demo-" if keep is None else ".netaudit-demo-"
    with TemporaryDirectory(prefix=prefix, dir=beside) as name:
        try:
            yield Path(name)
        except SystemExit:  # whoever read the report had read enough
            _keep(Path(name), keep)
            raise
        _keep(Path(name), keep)


def _keep(folder: Path, keep: Path | None) -> None:
    if keep is not None:
        (folder / "demo.db").rename(keep)


def _is(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()


def _afterwards(keep: Path | None, output: Path | None, day: str) -> Iterator[str]:
    """Say whose report this was, and what to do next."""
    yield ""
    if output is not None and str(output) != "-":
        yield f"Written: {output}"
    yield "All of these people are invented. Your own store was not touched."
    if keep is None:
        yield "To try other commands on them: netaudit demo --keep demo.db"
    else:
        store = shlex.quote(str(keep))
        yield f"To try other commands on them: netaudit next --as-of {day} --store {store}"
    yield "With your own export: netaudit import YOUR-EXPORT.zip"


def _say(line: str = "") -> None:
    """Say something beside the report, which alone goes to stdout; commands stay in one line."""
    typer.echo(harmless(line), err=True)
