"""`netaudit import`."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from netaudit import clock
from netaudit.calendar import iso, read_iso
from netaudit.cli import completing
from netaudit.cli.accounting import folded, snapshot_lines
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    chosen_store,
    fold,
    harmless,
    line_width,
    warn,
    with_timezone,
)
from netaudit.config import config_path, load
from netaudit.errors import ExitCode, UsageError
from netaudit.importers import File
from netaudit.importers.linkedin.invitations import Invitations
from netaudit.importers.linkedin.messages import Messages
from netaudit.importers.source import is_media
from netaudit.records import TieKind
from netaudit.render import safe
from netaudit.store.add import Outcome
from netaudit.workflows import importing
from netaudit.workflows.importing import Imported
from netaudit.workflows.planning import Progress

#: Files below this size are read before a bar could be drawn.
_WORTH_A_BAR = 5_000_000
_MOST_PROBLEMS = 20
_MOST_NAMES, _FEW_MEDIA = 60, 3
#: Either comes first: of the two of which one repeats the other.
_OF_ECHOES = frozenset({Messages.name, Invitations.name})


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Exports as you got them: a ZIP, a folder, single files, or a log.",
            metavar="PATH...",
            show_default=False,
        ),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="Read single files as this: following or followers, for lists of people on X; "
            "log; or a format that a message names.",
            metavar="FORMAT",
            autocompletion=completing.lists_of_people,
        ),
    ] = None,
    me: Annotated[
        str | None,
        typer.Option(
            "--me",
            help="Your profile link or name, or your numeric id on X, if it cannot be found.",
            metavar="WHO",
        ),
    ] = None,
    exported_on: Annotated[
        str | None,
        typer.Option(
            "--exported-on",
            help="The day the export was made, if it does not say so itself or is wrong: up to "
            "then it is taken for complete.",
            metavar="DATE",
        ),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            "-y",
            help="Import also what looks wrong: another member's export, a list that lost "
            "more than a fifth of its people, or one of strangers.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be imported, and write nothing.")
    ] = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Read exports and logs into the store; the format is recognised.

    Several paths are one import: if one of them is refused, nothing is written. The same file
    twice changes nothing.
    """
    if "" in paths:
        raise UsageError("an empty path", hint="is a variable of your shell unset?")
    config = with_timezone(load(config_path()), timezone)
    day = _day(exported_on, clock.today(config.timezone).toordinal())
    with _bar() as progress:
        done = importing.import_paths(
            chosen_store(store), list(map(Path, paths)), config,
            importing.Wishes(form, me, day, yes, dry_run), progress=progress,
        )  # fmt: skip
    for line in account_lines(done):
        typer.echo(harmless(line))
    _complain(done)
    if done.problems or done.outcome.ambiguous:
        raise typer.Exit(ExitCode.SKIPPED)


def _day(text: str | None, today: int) -> int | None:
    if text is None:
        return None
    try:
        day = read_iso(text)
    except ValueError:
        raise UsageError(f"'{text[:40]}' is no day", hint="write it as 2026-11-03") from None
    if day > today:
        raise UsageError(f"{iso(day)} has not come yet", hint="when was the export made?")
    return day


def on_terminal() -> bool:
    """Tell whether a bar would be seen."""
    return sys.stderr.isatty()


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """Draw a bar on a terminal while large files are read and written."""
    if not on_terminal():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn(),
        transient=True,
        console=Console(
            stderr=True, force_terminal=True, markup=False, emoji=False, highlight=False
        ),
    )  # fmt: skip
    tasks: dict[str, TaskID] = {}

    def advance(file: File | None, count: int) -> None:
        if file is None:
            if tasks:
                bar.add_task("into the store", total=None)
            return
        if file.size < _WORTH_A_BAR:
            return
        if file.shown not in tasks:
            tasks[file.shown] = bar.add_task(harmless(file.name), total=file.size)
            bar.start()
        bar.advance(tasks[file.shown], count)

    try:
        yield advance
    finally:
        bar.stop()


_GONE: dict[TieKind, str] = {
    "connection": "No longer on the list", "address_book": "No longer on the list",
    "following": "No longer followed", "follower": "No longer following you",
    "blocked": "No longer blocked", "muted": "No longer muted",
}  # fmt: skip


def account_lines(done: Imported) -> Iterator[str]:
    """Say what became of every row, and what else there is to know."""
    outcome = done.outcome
    brought = {s.source for s in outcome.snapshots} if outcome.brought else set()
    yield from snapshot_lines(outcome.snapshots)
    if outcome.echoes and any(
        file.added and file.format in _OF_ECHOES for one in outcome.snapshots for file in one.files
    ):
        yield from folded(
            f"Of the messages, {outcome.echoes:,} only repeat the note of an invitation: ",
            ["kept, not counted."], indent=2,
        )  # fmt: skip
    for left in outcome.left:
        if left.people:
            who = _GONE[left.kind]
            told = outcome.import_id is not None and left.kind in {"connection", "follower"}
            more = "; see netaudit changes" if told else ""
            yield f"{who}: {left.people:,} of {left.of:,} people{more}."
    yield from _names(done)
    agreeing = [f"{count:,} in {name}" for name, count in done.agreeing if count]
    yield from folded("As many as the manifest says: ", agreeing, indent=2)
    yield from folded("Passed over, nothing in them is read: ", _passed_over(done), indent=2)
    yield from _across(outcome, brought)
    if not outcome.brought:
        yield "Nothing new: the store already holds all of this."
    elif outcome.import_id is None:
        yield "Nothing was written: this was a dry run."
    else:
        number = outcome.import_id
        yield f"This was import {number}; to take it back: netaudit undo {number}"


def _names(done: Imported) -> Iterator[str]:
    """Tell which names in the log made new people, and which count for nobody by now."""
    outcome = done.outcome
    if done.new_people:
        yield "New people, as nobody in the store has exactly these names:"
        for name, near in done.new_people.items():
            yield f"  {safe.terminal(name)}"
            if near:
                like = f"did you mean {safe.terminal(near[0].name)}, {near[0].person_id}?"
                command = shlex.join(["netaudit", "merge", name, near[0].person_id])
                then = [] if outcome.import_id is None else ["Then:", harmless(command)]
                words = [*like.split(), *then]
                yield from fold(words, line_width(sys.stdout), " " * 6, " " * 8)
    if outcome.unclear:
        yield "Names in the log that fit several people by now, and count for none of them:"
    for one in outcome.unclear[:_MOST_PROBLEMS]:
        whose = f"{one.written}: {one.fits}; to say whose: netaudit merge ID {one.short_id}"
        yield from fold(harmless(whose).split(), line_width(sys.stdout), "  ", "    ")


def _across(outcome: Outcome, brought: set[str]) -> Iterator[str]:
    """Tell who is on both platforms, and who no longer is."""
    if outcome.parted:
        accounts = "1 account" if outcome.parted == 1 else f"{outcome.parted:,} accounts"
        yield f"No longer joined, as others fit as well: {accounts} on X; see netaudit match"
    if outcome.on_both and brought & {"linkedin", "x"}:
        both = f"{outcome.on_both:,} {'person' if outcome.on_both == 1 else 'people'}"
        yield f"On LinkedIn and on X: {both}; who else may be: netaudit match"


def _passed_over(done: Imported) -> list[str]:
    """Name what was not read; an archive of X holds a picture or a film for many a post."""
    media = [path for path in done.passed_over if is_media(path)]
    if len(media) <= _FEW_MEDIA:
        media = []
    names = sorted({Path(path).name for path in set(done.passed_over).difference(media)})
    if len(names) > _MOST_NAMES:
        names[_MOST_NAMES:] = [f"and {len(names) - _MOST_NAMES:,} more"]
    return [*names, f"{len(media):,} pictures and the like"] if media else names


def _complain(done: Imported) -> None:
    for notice in dict.fromkeys(done.notices):
        warn(notice)
    for name in done.ahead:
        warn(f"{name}: holds days that have not come yet; they count when they have")
    for problem in done.problems[:_MOST_PROBLEMS]:
        warn(f"{problem.where}: {problem.message} [{problem.code}]")
    if len(done.problems) > _MOST_PROBLEMS:
        warn(f"and {len(done.problems) - _MOST_PROBLEMS:,} more skipped rows")
    for name, line, ids in done.outcome.ambiguous[:_MOST_PROBLEMS]:
        warn(
            f"{name}:{line}: the name fits several people ({ids}); counted for none of them "
            "[ambiguous-name]"
        )
    if waiting := len(done.outcome.ambiguous):
        entries = "1 log entry waits" if waiting == 1 else f"{waiting:,} log entries wait"
        warn(
            f"{entries} for a clear name",
            hint="say whose it is, as told above; or write the profile link, e-mail address or "
            "@handle in place of the name",
        )
