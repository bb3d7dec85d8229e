"""`netaudit doctor`."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from netaudit import clock
from netaudit.audits.doctor import Finding, Fix, headline
from netaudit.audits.doctor import doctor as report
from netaudit.calendar import iso
from netaudit.cli.output import Format, Output, chosen_format, is_folder, show
from netaudit.cli.reports import TableKey
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    chosen_store,
    fold,
    harmless,
    line_width,
    look,
)
from netaudit.errors import ExitCode, UsageError
from netaudit.workflows import checking

#: How wide the two columns of words are, of which each line is said.
_RESULT, _CHECK = 9, 15
_COLOURS = {"warning": typer.colors.YELLOW, "problem": typer.colors.RED}


def doctor(
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Make your files private, remove what killed processes left half-made, and roll "
            "back what they did not finish.",
        ),
    ] = False,
    deep: Annotated[
        bool,
        typer.Option("--deep", help="Read the store to the last byte, and derive all links anew."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --fix: tell what would be done, and do nothing.")
    ] = False,
    form: Format = None,
    table: TableKey = None,
    output: Output = None,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Check the store and what is around it, and say what to do.

    Nothing is written without --fix. Warnings end with exit code 0; problems with that of the
    gravest: 12 if the store is damaged, foreign or newer, 13 if it cannot be read or others can,
    10 if there is none, 11 if it is busy, 2 if the configuration is not understood.
    """
    if dry_run and not fix:
        raise UsageError("--dry-run goes with --fix", hint="without --fix nothing is written")
    zone = checking.chosen_zone(timezone)
    place = chosen_store(store)
    fixes = checking.fix(place, dry_run=dry_run) if fix else None
    findings = checking.look_after(place, zone, deep=deep)
    if chosen_format(form, output) == "terminal" and output is None and table is None:
        for line in check_lines(findings, fixes or [], dry_run=dry_run):
            typer.echo(line)
    else:
        today = iso(clock.today(zone).toordinal())
        made = report(findings, fixes, today, dry_run=dry_run)
        if chosen_format(form, output) == "csv" and not (output and is_folder(output)):
            table = table or "checks"
        show(made, form, full=True, ids=False, table=table, output=output, store=store)
    if (code := checking.exit_code(findings)) is not ExitCode.DONE:
        raise typer.Exit(code)


def check_lines(findings: list[Finding], fixes: list[Fix], *, dry_run: bool) -> Iterator[str]:
    """Lay out a line for each check, and below it what to do, where something is to be done."""
    width = line_width(sys.stdout)
    rest = " " * (_RESULT + _CHECK)
    seen = look(full=True, ids=False, table=None)
    arrow = "->" if seen.ascii_only else "→"
    for one in findings:
        first = f"{one.result:{_RESULT}}{one.check:{_CHECK}}"
        line, *more = fold(harmless(one.found).split(" "), width, first, rest)
        if seen.colour:
            styled = typer.style(
                one.result, _COLOURS.get(one.result), dim=one.result == "ok" or None
            )
            line = styled + line[len(one.result) :]
        yield from (line, *more)
        if one.advice:
            below = f"{rest}{' ' * len(arrow)} "
            yield from fold(harmless(one.advice).split(" "), width, f"{rest}{arrow} ", below)
    if fixes:
        yield ""
    for done in fixes:
        words = harmless(f"{done.path}: {done.fix}").split(" ")
        yield from fold(words, width, "", " " * 4)
    yield ""
    yield headline(findings)
    if fixes and dry_run:
        yield "Nothing was changed: this was a dry run."
