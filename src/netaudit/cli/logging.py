"""`netaudit log`: the options, and which of its four things to do they are for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

import typer

from netaudit import clock
from netaudit.cli import completing
from netaudit.cli.answering import WHOM, DryRun
from netaudit.cli.entering import Place, Words, entry, say_logged, tell_logged, warn_of_repeated
from netaudit.cli.output import Format, Output
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    chosen_store,
    with_timezone,
)
from netaudit.config import config_path, load
from netaudit.errors import UsageError
from netaudit.store import Store
from netaudit.workflows.logging import log_interactions

_WHAT, _LISTING, _CORRECTING = "What it was", "Look at the log", "Correct it"

#: Mode -> the parameters that mean something in it, beside those that always do.
_SAYING = (
    "words", "via", "on", "into", "out", "both", "gave", "got", "asked", "was_asked", "note", "new"
)  # fmt: skip
_MEANING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": (*_SAYING, "dry_run"),
        "-": ("words", "dry_run"),
        "--list": ("listing", "words", "since", "limit", "form", "output"),
        "--remove": ("remove", "words", "dry_run", "yes"),
        "--edit": ("edit", *_SAYING, "no_purpose", "dry_run"),
    }
)
_ALWAYS = ("timezone", "store")


def log(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"Whom you met: {WHOM}. The last word may be the channel: netaudit log "
            "'Ana Ruiz' coffee; without one it was a meeting in person. With - such lines are "
            "read from standard input.",
            metavar="[NAME...] [CHANNEL]",
            show_default=False,
            autocompletion=completing.people_and_channels,
        ),
    ] = None,
    via: Annotated[
        str | None,
        typer.Option(
            "--via",
            help="The channel, such as coffee, call or email.",
            metavar="CHANNEL",
            autocompletion=completing.channels,
            rich_help_panel=_WHAT,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            help="The day: yesterday, monday, 'last friday', '3 days ago', 2026-11-03, '3 Nov'; "
            "today if not said.",
            metavar="DAY",
            autocompletion=completing.days,
            rich_help_panel=_WHAT,
        ),
    ] = None,
    into: Annotated[
        bool, typer.Option("--in", help="They turned to me.", rich_help_panel=_WHAT)
    ] = False,
    out: Annotated[
        bool, typer.Option("--out", help="I turned to them.", rich_help_panel=_WHAT)
    ] = False,
    both: Annotated[
        bool, typer.Option("--both", help="It went both ways.", rich_help_panel=_WHAT)
    ] = False,
    gave: Annotated[
        str | None,
        typer.Option(
            "--gave", help="What I gave or did for them.", metavar="TEXT", rich_help_panel=_WHAT
        ),
    ] = None,
    got: Annotated[
        str | None,
        typer.Option("--got", help="What I got from them.", metavar="TEXT", rich_help_panel=_WHAT),
    ] = None,
    asked: Annotated[
        str | None,
        typer.Option("--asked", help="What I asked for.", metavar="TEXT", rich_help_panel=_WHAT),
    ] = None,
    was_asked: Annotated[
        str | None,
        typer.Option(
            "--was-asked", help="What they asked me for.", metavar="TEXT", rich_help_panel=_WHAT
        ),
    ] = None,
    note: Annotated[
        str | None,
        typer.Option("--note", help="Anything to remember.", metavar="TEXT", rich_help_panel=_WHAT),
    ] = None,
    new: Annotated[
        bool,
        typer.Option("--new", help="Somebody who is not in the store yet.", rich_help_panel=_WHAT),
    ] = False,
    listing: Annotated[
        bool,
        typer.Option(
            "--list",
            help="Show your entries with their ids, the newest first; with names only theirs.",
            rich_help_panel=_LISTING,
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            help="Only from this day on, or of the last 90d.",
            metavar="DAY",
            rich_help_panel=_LISTING,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            help="So many; if not said 20, and all as JSON and CSV.",
            metavar="N",
            min=1,
            rich_help_panel=_LISTING,
        ),
    ] = None,
    form: Format = None,
    output: Output = None,
    edit: Annotated[
        str | None,
        typer.Option(
            "--edit",
            help="Change an entry: only what is said beside it becomes different.",
            metavar="ID",
            autocompletion=completing.entries,
            rich_help_panel=_CORRECTING,
        ),
    ] = None,
    no_purpose: Annotated[
        bool,
        typer.Option(
            "--no-purpose",
            help="With --edit: nothing was given, got or asked, but for what is said beside it.",
            rich_help_panel=_CORRECTING,
        ),
    ] = False,
    remove: Annotated[
        bool,
        typer.Option(
            "--remove",
            help="Take out entries: netaudit log --remove ID ID.",
            rich_help_panel=_CORRECTING,
        ),
    ] = False,
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", help="Remove without asking.", rich_help_panel=_CORRECTING),
    ] = False,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Write down that you talked to somebody, in one line.

    Nobody is guessed: a name that fits nobody or several is asked about on a terminal, and
    elsewhere refused with the ids it could mean.
    """  # fmt: skip
    modes = {"--list": listing, "--remove": remove, "--edit": edit is not None}
    mode = _mode(context, [option for option, is_said in modes.items() if is_said], words)
    config = with_timezone(load(config_path()), timezone)
    place = Place(chosen_store(store), config, clock.today(config.timezone).toordinal())
    said = {"gave": gave, "got": got, "asked": asked, "was_asked": was_asked}
    texts = {purpose: text for purpose, text in said.items() if text is not None}
    line = Words(words or [], via, on, into, out, both, texts, note, new)
    if mode == "-":
        from netaudit.cli.dictating import log_lines

        log_lines(context, place, dry_run=dry_run)
    elif mode == "--list":
        from netaudit.cli.correcting import list_log

        list_log(place, line.words, since, limit, form, output)
    elif mode == "--remove":
        from netaudit.cli.correcting import remove_entries

        remove_entries(place, line.words, yes=yes, dry_run=dry_run)
    elif edit is not None:
        from netaudit.cli.correcting import edit_entry

        edit_entry(place, edit, line, no_purpose=no_purpose, dry_run=dry_run)
    else:
        _add(place, line, dry_run=dry_run)


def _mode(context: typer.Context, asked: list[str], words: list[str] | None) -> str:
    """Return what is asked for; refuse options that mean nothing there."""
    said = {
        name
        for name in context.params
        if (source := context.get_parameter_source(name)) and source.name == "COMMANDLINE"
    }
    if len(asked) > 1:
        raise UsageError(f"{' and '.join(asked)} exclude one another")
    if not asked and words != ["-"] and "-" in (words or ()):
        raise UsageError(
            "'-' stands alone", hint="lines come from standard input: netaudit log - < week.txt"
        )
    mode = asked[0] if asked else "-" if words == ["-"] else ""
    if idle := said - {*_MEANING[mode], *_ALWAYS}:
        flags = sorted(flag_of(context, name) for name in idle)
        what = {"": "an entry", "-": "log -"}.get(mode, mode)
        where = [mode for mode, meant in _MEANING.items() if idle <= {*meant}]
        hint = "see: netaudit log --help"
        if len(where) == 1:
            hint = f"{' and '.join(flags)} {'goes' if len(flags) == 1 else 'go'} with {where[0]}"
        raise UsageError(f"{', '.join(flags)}: not with {what}", hint=hint)
    return mode


def flag_of(context: typer.Context, name: str) -> str:
    """Return the option of a parameter as it is typed."""
    return next(param.opts[0] for param in context.command.params if param.name == name)


def _add(place: Place, line: Words, *, dry_run: bool) -> None:
    with Store.open(place.store, create=line.new) as opened:
        said, people = entry(opened, line, place)
        done = log_interactions(opened, [said], dry_run=dry_run)
    say_logged(said, people, dry_run=dry_run)
    tell_logged(done)
    if done.repeated:
        warn_of_repeated(done, "the very same entry")
