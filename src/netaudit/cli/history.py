"""`netaudit imports`, `netaudit changes` and `netaudit undo`."""

import sys
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from netaudit import clock
from netaudit.calendar import read_since
from netaudit.cli import completing
from netaudit.cli.accounting import folded, snapshot_lines
from netaudit.cli.answering import DryRunOfLoss
from netaudit.cli.output import Format, Output, chosen_format, show
from netaudit.cli.reports import Ids, TableKey, narrowed
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    can_ask,
    chosen_store,
    fold,
    harmless,
    line_width,
    with_timezone,
)
from netaudit.config import config_path, load
from netaudit.errors import UsageError
from netaudit.render import FOR_READING
from netaudit.store import Store
from netaudit.store.entries import log_entry
from netaudit.store.history import Import
from netaudit.store.undo import Undone
from netaudit.workflows import history

#: A number of so many digits is that of no import.
_DIGITS = 10
_TO_LIST = "imports have numbers: netaudit imports"
_NOUNS = {
    "tie": ("list entry", "list entries"),
    "message": ("interaction", "interactions"),
    "entry": ("log entry or recommendation", "log entries and recommendations"),
    "signal": ("invitation or endorsement", "invitations and endorsements"),
    "note": ("note", "notes"),
    "profile": ("profile", "profiles"),
}


def imports(
    last: Annotated[
        int | None, typer.Option("--last", help="Only the last N.", metavar="N", min=1)
    ] = None,
    form: Format = None,
    table: TableKey = None,
    output: Output = None,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """The history: what was imported and logged, and what became of it."""
    zone = with_timezone(load(config_path()), timezone).timezone
    found = history.past_imports(chosen_store(store))[-(last or 0) :]
    # The account in full is for the screen.
    if chosen_format(form, output) != "terminal" or output is not None or table is not None:
        made = history.imports_report(found, zone)
        show(made, form, full=True, ids=False, table=table, output=output, store=store)
        return
    for one in found:
        for line in import_lines(one, zone):
            typer.echo(harmless(line))
    if not found:
        typer.echo("Nothing was imported yet, or all of it was taken back.")


def import_lines(one: Import, zone: str) -> Iterator[str]:
    """Tell of one import: its id, when it was, and what it brought."""
    head = f"{one.import_id:>4}  {history.moment(one.at, zone)}"
    if one.command != "import" and (words := _words(one, zone)):
        yield from fold([head, *words], line_width(sys.stdout), rest=" " * 8)
        return
    yield f"{head}  imported"
    yield from snapshot_lines(one.snapshots, indent=6)
    if said := len(one.said) + len(one.wanted):  # an export of netaudit told of it
        things = "thing" if said == 1 else "things"
        yield f"      and what you had said of people: {said:,} {things}"


def _words(one: Import, zone: str) -> list[str]:
    """Tell of what the user said, word by word; nothing of what was imported."""
    if one.said or one.wanted:
        return [" said:", *_said(one)]
    now, before = (
        harmless(history.entry_words(entries, zone)).split()
        for entries in (one.entries, one.removed)
    )
    if one.command == "remove":
        return [" removed:", *(before or ["nothing", "that", "is", "there"])]
    if one.command == "edit":
        other = [*before, "is", "now"] if before and before != now else []
        return [" changed:", *other, *now]
    return [" logged:", *now] if now else []


def _said(one: Import) -> list[str]:
    """Tell of decisions made at once, which are about accounts of the same one or two people."""
    if one.wanted:
        return harmless(history.preference_words(one.wanted)).split()
    words = harmless(history.decision_words(one.said[0])).split()
    return [*words, f"({len(one.said)} pairs of accounts)"] if len(one.said) > 1 else words


def changes(
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            help="All changes seen in exports after this day, or in the last 90d; else only "
            "between the last two.",
            metavar="DAY",
        ),
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            help="Only this kind; can be repeated.",
            metavar="KEY",
            autocompletion=completing.sections,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All rows, not ten of each.")] = False,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    output: Output = None,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Who joined, left or moved to another company between exports."""
    zone = with_timezone(load(config_path()), timezone).timezone
    day = None if since is None else read_since(since, clock.today(zone).toordinal())
    for_reading = chosen_format(form, output) in FOR_READING and not section
    made = history.changes_report(chosen_store(store), day, for_reading=for_reading)
    made = narrowed(made, section) if section else made
    full = everything or section is not None
    show(made, form, full=full, ids=ids, table=table, output=output, store=store)


def undo(
    import_id: Annotated[
        str | None,
        typer.Argument(
            help="The id that `netaudit imports` shows; the last one if left out.",
            metavar="[ID]",
            show_default=False,
            autocompletion=completing.imports,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")] = False,
    dry_run: DryRunOfLoss = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Take an import, an entry or a decision back as if it had never been.

    What other imports state too stays. Any one can be taken back, not only the last.
    """  # fmt: skip
    zone = with_timezone(load(config_path()), timezone).timezone
    with Store.open(chosen_store(store)) as opened:
        chosen = history.chosen_import(opened, _number(opened, import_id))
        for line in import_lines(chosen, zone):
            typer.echo(harmless(line))
        if not (yes or dry_run):
            for line in undone_lines(history.take_back(opened, chosen.import_id, dry_run=True)):
                typer.echo(line)
            if not _agreed():
                typer.echo("Nothing was changed.")
                return
        done = history.take_back(opened, chosen.import_id, dry_run=dry_run)
    if yes or dry_run:
        for line in undone_lines(done):
            typer.echo(line)
    typer.echo("Nothing was changed: this was a dry run." if dry_run else "Taken back.")


def _number(opened: Store, typed: str | None) -> int | None:
    """Read the number of an import; the id of an entry is one of something else."""
    if typed is None or (typed.isascii() and typed.isdigit() and len(typed) < _DIGITS):
        return None if typed is None else int(typed)
    try:
        entry = log_entry(opened, typed)
    except UsageError:
        raise UsageError(f"'{typed[:40]}' is no number of an import", hint=_TO_LIST) from None
    raise UsageError(
        f"{entry.entry_id} is the id of an entry: netaudit log --remove {entry.entry_id}",
        hint=_TO_LIST,
    )


def _agreed() -> bool:
    if not can_ask():
        raise UsageError("nobody is there to confirm it", hint="to do it unasked, add --yes")
    try:
        return typer.confirm("Take it back?", err=True)
    except typer.Abort:  # leaves the cursor behind the question
        typer.echo(err=True)
        raise


def undone_lines(done: Undone) -> Iterator[str]:
    """Say what goes, what comes back, and what stays because it stands in other imports too."""
    goes = _counted(done.facts)
    if done.decisions:
        goes.append(f"{done.decisions:,} {'decision' if done.decisions == 1 else 'decisions'}")
    back = [f"{done.back:,} log {'entry' if done.back == 1 else 'entries'}"] if done.back else []
    yield from folded("goes: ", goes or ([] if back else ["nothing"]), indent=6)
    yield from folded("comes back: ", back, indent=6)
    yield from folded("stays, as others state it too: ", _counted(done.kept), indent=6)
    if done.people:
        who = "person" if done.people == 1 else "people"
        yield f"      no longer on record: {done.people:,} {who}"


def goes_lines(facts: Mapping[str, int], more: list[str]) -> Iterator[str]:
    """Say what goes: facts by table, and what is said in `more`."""
    yield from folded("goes: ", [*_counted(facts), *more] or ["nothing"], indent=6)


def _counted(facts: Mapping[str, int]) -> list[str]:
    return [
        f"{facts[fact]:,} {nouns[facts[fact] != 1]}"
        for fact, nouns in _NOUNS.items()
        if facts[fact]
    ]
