"""`netaudit backup` and `netaudit restore`."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from netaudit import clock
from netaudit.audits.wording import counted, people
from netaudit.cli.output import in_use
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    can_ask,
    chosen_store,
    fold,
    harmless,
    is_terminal,
    line_width,
    warn,
    with_timezone,
)
from netaudit.config import config_path, expanded, load
from netaudit.errors import UsageError
from netaudit.render.base import refuse_in_use
from netaudit.store.copies import Contents
from netaudit.store.restoring import Present, Restored
from netaudit.workflows import keeping
from netaudit.workflows.history import moment

_COMMAND = ": netaudit "

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]


def backup(
    file: Annotated[
        str,
        typer.Argument(
            help="Where the copy goes; in a folder it is named by the day, as in "
            "netaudit-2026-11-22.db.",
            metavar="FILE",
        ),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Replace an earlier copy there without asking.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check the store and the place, and write nothing.")
    ] = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Copy the store, whole and checked, also while another netaudit writes to it."""
    zone = with_timezone(load(config_path()), timezone).timezone
    source = chosen_store(store)
    place = keeping.place_of(file, clock.today(zone))
    over = keeping.replaces(place, source)
    refuse_in_use(place, in_use(source))
    if over and not (yes or dry_run):
        _say([f"{place} holds an earlier copy."])
        if not _agreed("Replace it?"):
            _say(["Nothing was written."])
            return
    made = keeping.back_up(source, place, over=over, dry_run=dry_run)
    told = f"{_held(made.held)}; {_written(made.held, zone)}"
    if dry_run:
        what = f"{place} ({keeping.size(made.size)})"
        what += ", in the place of an earlier copy" if over else ""
        _say([
            f"Would be written: {what}", f"It would hold {told}.",
            "Nothing was written: this was a dry run.",
        ])  # fmt: skip
        return
    _say([
        f"Written: {place} ({keeping.size(made.size)})", f"It holds {told}.",
        "It is as private as the store: whoever can read it reads about all these people.",
    ])  # fmt: skip
    if made.exposed:
        warn(f"{place}: others can read it, as this disk keeps no permissions")


def restore(
    file: Annotated[
        Path,
        typer.Argument(help="A copy that `netaudit backup` made.", metavar="FILE"),
    ],
    yes: Yes = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Check the copy, and change nothing.")
    ] = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Put a copy in the place of the store; the store as it was is kept beside it.

    Whom you had forgotten stays forgotten, also where the copy still has them.
    """
    zone = with_timezone(load(config_path()), timezone).timezone
    file, place = expanded(file), chosen_store(store)
    held, present = keeping.inspect(file, place)
    _say([
        f"{file} holds {_held(held)}; {_written(held, zone)}; {_changed(file, zone)}.",
        _now(place, present, zone),
    ])  # fmt: skip
    if dry_run:
        _say([*_left_out(file, place), "Nothing was changed: this was a dry run."])
        return
    if present.is_there and not yes and not _agreed("Put the copy in the place of the store?"):
        _say(["Nothing was changed."])
        return
    _say(_done(keeping.restore(file, place), place, chosen_store(None)))


def _now(place: Path, present: Present, zone: str) -> str:
    if not present.is_there:
        return f"There is no store yet at {place}."
    if present.wrong is not None:
        return f"What is there now: {present.wrong}"
    if present.held is None:
        return f"{place}: a change of it was never finished, and will be rolled back first."
    held = present.held
    return f"The store now holds {_held(held)}; {_written(held, zone)}; {_changed(place, zone)}."


def _left_out(file: Path, place: Path) -> Iterable[str]:
    count = keeping.left_out(file, place)
    if count is None:
        yield "Whether you had anybody of it forgotten cannot be read from the store as it is."
    elif count:
        yield f"Would be left out, as you had them forgotten: {people(count)}"


def _done(done: Restored, place: Path, usual: Path) -> Iterable[str]:
    if done.aside is not None:
        yield f"What was there, damaged as it is, is now {done.aside}"
    if done.copy is not None:
        yield f"The store as it was: {done.copy}"
    if done.forgotten:
        yield f"Left out, as you had them forgotten: {people(done.forgotten)}"
    yield "Restored."
    if done.copy is not None:
        words = ["netaudit", "restore", str(done.copy), "--yes"]
        if place.absolute() != usual.absolute():
            words += ["--store", str(place)]
        yield f"To take it back: {shlex.join(words)}"
    if done.forgotten is None:
        warn(
            "whom you had forgotten cannot be read from the damaged store",
            hint="if the copy is older than that, forget them again: netaudit forget PERSON",
        )


def _agreed(question: str) -> bool:
    if not can_ask():
        raise UsageError("nobody is there to confirm it", hint="to do it unasked, add --yes")
    try:
        return typer.confirm(question, err=True)
    except typer.Abort:  # leaves the cursor behind the question
        typer.echo(err=True)
        raise


def _held(held: Contents) -> str:
    return f"{people(held.people)} and {counted(held.interactions, 'interaction')}"


def _written(held: Contents, zone: str) -> str:
    if held.written is None:
        return "nothing was ever imported"
    return f"last import or entry {moment(held.written, zone)}"


def _changed(file: Path, zone: str) -> str:
    """Say when a file was written: an undo or a forgetting leaves no other day behind."""
    return f"file written {moment(keeping.changed(file), zone)}"


def _say(lines: Iterable[str]) -> None:
    """Say lines, folded for a terminal only: a script wants the path or the command of a line."""
    for line in lines:
        whole = harmless(line)
        if not is_terminal(sys.stdout):
            typer.echo(whole)
            continue
        # A command stays in one piece, to be copied.
        said, mark, command = whole.partition(_COMMAND)
        words = [*f"{said}{mark[:1]}".split(" "), *filter(None, [f"{mark[2:]}{command}"])]
        for part in fold(words, line_width(sys.stdout), rest=" " * 4):
            typer.echo(part)
