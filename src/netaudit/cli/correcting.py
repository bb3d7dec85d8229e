"""The log as it stands: listing it, removing entries, changing one."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from netaudit.calendar import read_since
from netaudit.cli.answering import say
from netaudit.cli.asking import chosen_person, suggest_quotes
from netaudit.cli.entering import Place, Words, chosen, tell_logged, warn_of_repeated
from netaudit.cli.output import chosen_format, show
from netaudit.cli.terminal import can_ask, fold, harmless, line_width
from netaudit.errors import UsageError
from netaudit.records import Account
from netaudit.render import FOR_READING, safe
from netaudit.store import Store
from netaudit.store.entries import LogEntry, interaction, log_entry, whose
from netaudit.workflows import entries
from netaudit.workflows.entries import Change, as_it_is, entry_words

#: So many entries are listed where people read.
_SCREEN = 20


def list_log(
    place: Place,
    people: Sequence[str],
    since: str | None,
    limit: int | None,
    form: str | None,
    output: Path | None,
) -> None:
    """Show the log, the newest entry first."""
    day = None if since is None else read_since(since, place.today)
    for_reading = chosen_format(form, output) in FOR_READING
    if limit is None and for_reading:
        limit = _SCREEN
    with Store.open(place.store) as opened:
        suggest_quotes(opened, people)
        ids = [chosen_person(opened, name).person_id for name in people]
        made = entries.log_report(
            opened, ids, place.config.timezone, place.today,
            since=day, limit=limit, for_reading=for_reading,
        )  # fmt: skip
    show(
        made, form, full=True, ids=not for_reading, table=None, output=output, store=place.store
    )  # fmt: skip


def remove_entries(place: Place, ids: Sequence[str], *, yes: bool, dry_run: bool) -> None:
    """Take entries out of the log: say which, and ask."""
    if not ids:
        raise UsageError("which entries go?", hint="the ids of your entries: netaudit log --list")
    with Store.open(place.store) as opened:
        gone = list(dict.fromkeys(log_entry(opened, typed) for typed in ids))
        for one in gone:
            _tell("goes:", _words(opened, [one], place.config.timezone))
        _tell_who_stays(opened, gone, place.config.timezone)
        if dry_run:
            entries.remove(opened, gone, dry_run=True)
            typer.echo("Nothing was changed: this was a dry run.")
            return
        if not (yes or _agreed(len(gone))):
            typer.echo("Nothing was changed.")
            return
        number = entries.remove(opened, gone)
    typer.echo(f"Removed. To take it back: netaudit undo {number}")


def _tell_who_stays(opened: Store, gone: Sequence[LogEntry], zone: str) -> None:
    """Tell which entries of the same interactions stay, and how to take out these as well."""
    going = [one.entry_id for one in gone]
    whole = {other.entry_id: other for one in gone for other in interaction(opened, one)}
    staying = [other for number, other in whole.items() if number not in going]
    for one in staying:
        _tell("stays:", f"{_words(opened, [one], zone)} (entry {one.entry_id})")
    if staying:
        ids = " ".join([*going, *(one.entry_id for one in staying)])
        say("to take out all:", f"netaudit log --remove {ids}", indent=8)


def edit_entry(place: Place, typed: str, line: Words, *, no_purpose: bool, dry_run: bool) -> None:
    """Change an entry, for all who were there."""
    zone = place.config.timezone
    names, channel = line.split(place.config.channels)
    day, direction = line.day(place.today), line.direction
    if line.new and not names:
        raise UsageError("--new is said of a name", hint="netaudit log --edit ID 'Ana Ruiz' --new")
    with Store.open(place.store) as opened:
        old = interaction(opened, log_entry(opened, typed))
        people = chosen(opened, line, names, place.config.channels) if names else []
        change = Change(
            [(one.account, one.written, one.person_id) for one in people], channel, day, direction,
            line.texts, no_purpose, line.note,
        )  # fmt: skip
        new, before = entries.changed(opened, old, change, zone), as_it_is(old)
        was = _words(opened, old, zone)
        if new == before:
            _tell("It stays:", was)
            typer.echo("Nothing was written: nothing of it is said to be different.")
            return
        done = entries.rewrite(opened, old, new, dry_run=dry_run)
        called = {one.account: f"{one.shown}{' (new)' if one.new else ''}" for one in people}
        called |= _names(opened, old)
        now = entry_words(new, zone, [safe.terminal(called[one]) for one, _ in new.people])
    _tell("Before:", was)
    _tell("Now:", now)
    tell_logged(done)
    if done.repeated:
        warn_of_repeated(done, "the very same entry")


def _tell(lead: str, words: str) -> None:
    lines = fold([f"{lead:7}", *harmless(words).split()], line_width(sys.stdout), rest=" " * 8)
    for line in lines:
        typer.echo(line)


def _agreed(count: int) -> bool:
    if not can_ask():
        raise UsageError("nobody is there to confirm it", hint="to do it unasked, add --yes")
    try:
        return typer.confirm("Remove it?" if count == 1 else f"Remove these {count}?", err=True)
    except typer.Abort:  # leaves the cursor behind the question
        typer.echo(err=True)
        raise


def _words(opened: Store, of_one: Sequence[LogEntry], zone: str) -> str:
    """Put entries of one interaction in words, with the people as they are called by now."""
    names = _names(opened, of_one)
    shown = [safe.terminal(names[one.account]) for one in of_one]
    return entry_words(as_it_is(of_one), zone, shown)


def _names(opened: Store, of_one: Sequence[LogEntry]) -> dict[Account, str]:
    who = whose(opened, of_one)
    return {
        one.account: who[one.person].name if one.person in who else one.written for one in of_one
    }
