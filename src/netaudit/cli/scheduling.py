"""`netaudit schedule`."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from netaudit.cli import completing
from netaudit.cli.output import chosen_format, refuse_to_lose
from netaudit.cli.reports import Anonymize, configured
from netaudit.cli.terminal import StoreOption, chosen_store, harmless, warn
from netaudit.config import Config, expanded
from netaudit.errors import UsageError
from netaudit.render import FORMATS, renderer, write_out
from netaudit.scheduling.timing import WEEKDAYS, Moment
from netaudit.workflows import scheduling


def schedule(
    context: typer.Context,
    print_: Annotated[
        str | None,
        typer.Option(
            "--print",
            metavar="SCHEDULER",
            autocompletion=completing.one_of(scheduling.SCHEDULERS),
            show_default=False,
            help=f"Print what it reads, and change nothing: {', '.join(scheduling.SCHEDULERS)}.",
        ),
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Put the line into your crontab.")
    ] = False,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take it out of your crontab again.")
    ] = False,
    weekday: Annotated[
        str,
        typer.Option(
            "--weekday",
            help="On this day; the week ends the day before.",
            metavar="DAY",
            autocompletion=completing.one_of(WEEKDAYS),
        ),
    ] = "monday",
    at: Annotated[
        str, typer.Option("--at", help="At this time of the machine's clock.", metavar="HH:MM")
    ] = "07:00",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Write the summary to this file.", metavar="FILE"),
    ] = None,
    mail: Annotated[
        str | None,
        typer.Option(
            "--mail",
            metavar="ADDRESS",
            show_default=False,
            help="Send it with the program `mail`; without -o and --mail, cron mails it to you.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            show_default=False,
            autocompletion=completing.one_of(FORMATS),
            help=f"One of {', '.join(FORMATS)}; else what the ending of -o says, else terminal.",
        ),
    ] = None,
    only_if_changed: Annotated[
        bool, typer.Option("--only-if-changed", help="No summary where the week brought nothing.")
    ] = False,
    anonymize: Anonymize = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be changed, and change nothing.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """The weekly summary without being asked: by cron, systemd or launchd."""
    given = _given(context)
    _refuse_mixed(print_, given, install=install, remove=remove, dry_run=dry_run)
    place = chosen_store(store)
    if remove:
        _removed(place, dry_run=dry_run)
        return
    wanted = scheduling.Schedule(
        Moment.read(weekday, at), place, _file(output), mail, None, only_if_changed, anonymize
    )
    wanted = _fit(wanted, form, by_cron=print_ in {None, "cron"})
    config = configured()
    if print_ is not None:
        text = scheduling.printed_schedule(print_, wanted, config)
        if print_ != "cron" and not wanted.is_placed:
            warn(f"{print_} mails nothing by itself: the summary goes to {wanted.usual_output}")
        write_out(text)
    elif install:
        _installed(wanted, config, dry_run=dry_run)
    else:
        _shown(wanted, config, changed=bool(given))
        return
    _doubted(wanted, config, by_cron=print_ in {None, "cron"})


def _given(context: typer.Context) -> list[str]:
    """Return those of the options on the command line that shape the job."""
    apart = {"print_", "install", "remove", "dry_run"}
    sources = {name: context.get_parameter_source(name) for name in context.params.keys() - apart}
    return [name for name, source in sources.items() if source and source.name == "COMMANDLINE"]


def _doubted(wanted: scheduling.Schedule, config: Config, *, by_cron: bool) -> None:
    cron_mails = by_cron and not wanted.is_placed
    for doubt in scheduling.schedule_doubts(wanted, config, cron_mails=cron_mails):
        warn(doubt)


def _refuse_mixed(
    print_: str | None, given: list[str], *, install: bool, remove: bool, dry_run: bool
) -> None:
    if sum((print_ is not None, install, remove)) > 1:
        raise UsageError("--print, --install and --remove exclude one another")
    if print_ is not None and print_ not in scheduling.SCHEDULERS:
        raise UsageError(
            f"--print '{print_[:20]}' is no scheduler",
            hint=f"one of {', '.join(scheduling.SCHEDULERS)}",
        )
    if remove and given:
        raise UsageError(
            "--remove takes the whole line out, and no options of it",
            hint="to change the line: netaudit schedule --install, with all options it is to have",
        )
    if dry_run and not install and not remove:
        raise UsageError("--dry-run goes with --install or --remove")


def _file(output: str | None) -> Path | None:
    if output is None:
        return None
    if output in {"", "-"} or output.endswith("/"):  # of a path alone the slash is gone
        raise UsageError(f"-o '{output}' is no file", hint="name the file for the summary")
    return Path(output)


def _fit(wanted: scheduling.Schedule, form: str | None, *, by_cron: bool) -> scheduling.Schedule:
    """Return it with the name of the format; refuse what weekly would refuse every week."""
    if wanted.output is not None and wanted.mail is not None:
        raise UsageError("-o and --mail exclude each other")
    output = None if wanted.output is None else expanded(wanted.output)
    if output is not None and output.is_dir():
        raise UsageError(f"{output} is a folder", hint="name a file in it")
    name = chosen_format(form, output)
    renderer(name)
    if name == "csv":
        raise UsageError(
            "a summary has several tables, and CSV holds one", hint="json holds all of them"
        )
    mailed = output is None and (by_cron or wanted.mail is not None)
    if mailed and name not in {"terminal", "markdown"}:
        raise UsageError(
            "what is mailed is plain text, for people", hint=f"write a file: -o FILE.{name}"
        )
    wanted = replace(wanted, form=None if form is None else name)
    if not (wanted.is_placed or by_cron):
        output = wanted.usual_output
    if output is not None and output.parent.is_dir():
        refuse_to_lose(output, wanted.store)
    return wanted


def _shown(wanted: scheduling.Schedule, config: Config, *, changed: bool) -> None:
    """Say what is installed and how it went, or what would be installed."""
    installed = scheduling.installed_schedule()
    for path, moment in scheduling.failed_runs(installed, wanted, config):
        warn(f"a weekly run went wrong, {moment}: what it said is in {path}")
    if installed is None:
        _echo("This machine has no program `crontab`. What other schedulers read:")
        _echo("  netaudit schedule --print systemd\n  netaudit schedule --print launchd")
        return
    line = scheduling.printed_schedule("cron", wanted, config) if changed or not installed else ""
    if not installed:
        _echo("Nothing is scheduled in your crontab.")
        _echo(f"netaudit schedule --install would add:\n\n{line}")
        _explain(wanted)
        return
    _echo(f"In your crontab:\n\n{installed}")
    if line == installed:
        _echo("With these options it stays the same.")
    elif line:
        _echo(f"With these options netaudit schedule --install would make it:\n\n{line}")
        _explain(wanted)
    else:
        _echo("To change it: netaudit schedule --install, with all options it is to have.")
    _echo("To take it out: netaudit schedule --remove")


def _installed(wanted: scheduling.Schedule, config: Config, *, dry_run: bool) -> None:
    edit = scheduling.install_schedule(wanted, config, dry_run=dry_run)
    for notice in edit.notices:
        warn(notice)
    if edit.before == edit.after:
        _echo(f"Already in your crontab; nothing was written.\n\n{edit.after}")
    elif dry_run:
        if edit.before:
            _echo(f"This would go from your crontab:\n\n{edit.before}")
        _echo(f"This would be added to your crontab; nothing was written.\n\n{edit.after}")
    else:
        _echo(f"{'Changed' if edit.before else 'Added'} in your crontab:\n\n{edit.after}")
    _explain(wanted)
    if not dry_run:
        _echo("To take it out: netaudit schedule --remove")


def _removed(store: Path, *, dry_run: bool) -> None:
    edit = scheduling.remove_schedule(store, dry_run=dry_run)
    if not edit.before:
        _echo("Nothing is scheduled in your crontab.")
    elif dry_run:
        _echo(f"This would go from your crontab; nothing was written.\n\n{edit.before}")
    else:
        _echo(f"Taken out of your crontab:\n\n{edit.before}")


def _explain(wanted: scheduling.Schedule) -> None:
    """Say when it runs and where the summary goes, and what that means."""
    _echo(f"It runs {wanted.moment}, for the week up to {wanted.moment.last_day.title()}.")
    if wanted.output is not None:
        _echo(f"The summary is written to {expanded(wanted.output).absolute()}.")
    elif wanted.mail is not None:
        _echo(f"The summary, or what went wrong, is mailed to {wanted.mail}.")
    else:
        _echo("Cron mails the summary to you, if this machine delivers mail; -o FILE and --mail")
        _echo("ADDRESS send it elsewhere.")
    if not wanted.anonymize:
        _echo("It names people: it is private where it arrives only if that place is.")
    _echo("The machine has to be on. For a week that was missed, with its last day as DATE:")
    usual = wanted.store.absolute() == chosen_store(None).absolute()
    store = "" if usual else f" --store {shlex.quote(str(wanted.store.absolute()))}"
    _echo(f"  netaudit weekly --as-of DATE{store}")


def _echo(text: str) -> None:
    for line in text.split("\n"):
        typer.echo(harmless(line))
