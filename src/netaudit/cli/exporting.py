"""`netaudit export`."""

from pathlib import Path
from typing import Annotated

import typer

from netaudit.cli import completing
from netaudit.cli.output import in_use, is_folder, read_place, refuse_to_lose
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store, warn, with_timezone
from netaudit.config import Config, config_path, load
from netaudit.errors import UsageError
from netaudit.render.base import refuse_unfit, write_pieces
from netaudit.render.vcard import PRODID
from netaudit.store.looking import Wanted
from netaudit.workflows import taking_along
from netaudit.workflows.preferences import read_tag
from netaudit.workflows.taking_along import Counted, Pieces

#: What can be exported -> the formats it comes in, the usual one first.
_FORMATS = {
    "everything": ("jsonl",),
    "people": ("csv", "vcard"),
    "interactions": ("csv",),
}
_ENDINGS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".vcf": "vcard", ".vcard": "vcard",
}  # fmt: skip
#: By which a file is known to be an export of that format, among its first bytes.
_MARKS = {"jsonl": b'{"netaudit":"export",', "vcard": PRODID.encode()}


def export(
    what: Annotated[
        str,
        typer.Argument(
            help="everything, people or interactions.",
            metavar="[WHAT]",
            show_default=False,
            autocompletion=completing.one_of(_FORMATS),
        ),
    ] = "everything",
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="jsonl for everything; csv or vcard for people; csv for interactions. Else what "
            "the ending of -o says: .jsonl, .csv or .vcf.",
            metavar="FORMAT",
            show_default=False,
            autocompletion=completing.one_of(("jsonl", "csv", "vcard")),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="Write to this file, whole or not at all; - is the screen.",
            metavar="FILE",
            parser=read_place,
            show_default=False,
        ),
    ] = None,
    logged: Annotated[
        bool, typer.Option("--logged", help="Only the interactions that you wrote down yourself.")
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="Put your notes on people into their vCards.")
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option(
            "--tag",
            help="With people: only whom you tagged so.",
            metavar="TAG",
            show_default=False,
            autocompletion=completing.tags,
        ),
    ] = None,
    company: Annotated[
        str | None,
        typer.Option(
            "--company",
            help="With people: only whose company has this in its name.",
            metavar="TEXT",
            show_default=False,
        ),
    ] = None,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Take it with you: everything, an address book, or a table.

    What `everything` writes, `netaudit import` reads back, into an empty store or another one.
    """  # fmt: skip
    config = with_timezone(load(config_path()), timezone)
    place = _place(output)
    form = _chosen(what, form, place)
    if logged and what != "interactions":
        raise UsageError("--logged goes with interactions: netaudit export interactions --logged")
    if notes and form != "vcard":
        raise UsageError("--notes goes with people as vCards: netaudit export people -f vcard")
    kept = chosen_store(store)
    if place is not None:
        _refuse_to_lose(place, form, kept)
    wanted = Wanted(company=company or "", tag=_tag(tag, what))
    if wanted.company and what != "people":
        raise UsageError("--company goes with people: netaudit export people --company TEXT")
    pieces = Counted(_pieces(kept, what, form, config, wanted, logged=logged, notes=notes))
    write_pieces(pieces, place)
    if place is not None:
        warn(f"{pieces.told}: {place}; as private as the store")


def _tag(text: str | None, what: str) -> str:
    if text is None:
        return ""
    if what != "people":
        raise UsageError("--tag goes with people: netaudit export people --tag TAG")
    return read_tag(text)


def _place(output: Path | None) -> Path | None:
    if output is None or str(output) == "-":
        return None
    if is_folder(output):
        slash = "" if output.is_dir() else "/"  # by which it was said
        raise UsageError(f"{output}{slash} is a folder", hint="name a file in it")
    return output


def _chosen(what: str, form: str | None, output: Path | None) -> str:
    """Return the format: as asked for, else by the ending of the output, else the usual one."""
    known = _FORMATS.get(what)
    if known is None:
        raise UsageError(
            f"there is no '{what[:40]}' to export", hint=f"one of {', '.join(_FORMATS)}"
        )
    ending = "" if output is None else output.suffix.casefold()
    if form is not None:
        chosen = _ENDINGS.get(f".{form.casefold().removeprefix('.')}", form)
    elif output is None:
        return known[0]
    elif ending not in _ENDINGS:
        raise UsageError(
            f"no export has the ending '{ending[:20]}'",
            hint=f"known: {', '.join(_ENDINGS)}; or say which with --format",
        )
    else:
        chosen = _ENDINGS[ending]
    if chosen not in known:
        raise UsageError(
            f"{what} cannot be exported as {chosen[:40]}", hint=_fitting(chosen, known)
        )
    return chosen


def _fitting(chosen: str, known: tuple[str, ...]) -> str:
    for what, forms in _FORMATS.items():
        if chosen in forms:
            return f"{' or '.join(known)}; or is it this: netaudit export {what} -f {chosen}"
    return " or ".join(known)


def _refuse_to_lose(output: Path, form: str, store: Path) -> None:
    """Refuse what a report would not replace either, but for an earlier export of its kind."""
    mark = _MARKS.get(form)
    if mark is None:
        refuse_to_lose(output, store)
        return
    refuse_unfit(output, in_use(store))
    if not output.is_file() or output.is_symlink():
        return
    with output.open("rb") as file:
        first = file.read(1000)
    if first and mark not in first:
        raise UsageError(
            f"{output} is no such export of netaudit, and would be lost", hint="name another"
        )


def _pieces(
    store: Path, what: str, form: str, config: Config, wanted: Wanted, *, logged: bool, notes: bool
) -> Pieces:
    if what == "everything":
        return taking_along.everything(store)
    if what == "interactions":
        return taking_along.interactions_table(store, config, logged=logged)
    if form == "vcard":
        return taking_along.address_book(store, config, wanted, notes=notes)
    return taking_along.people_table(store, config, wanted)
