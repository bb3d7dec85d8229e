"""`netaudit report` and `netaudit weekly`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit import clock, workflows
from netaudit.audits.thresholds import Held, Threshold, held
from netaudit.calendar import Span, iso, read_day, read_iso
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store, look, warn
from netaudit.config import Config, config_path, load
from netaudit.errors import ExitCode, UsageError
from netaudit.render import FORMATS, renderer, to_text, write_out

if TYPE_CHECKING:
    from netaudit.report import Report

Stale = Annotated[
    str | None,
    typer.Option("--stale", help="Nobody touched for this long is stale.", metavar="SPAN"),
]
Window = Annotated[
    str | None,
    typer.Option("--window", help="How far back an exchange counts.", metavar="SPAN"),
]
By = Annotated[
    str | None,
    typer.Option("--by", help="Whose touches keep a contact fresh: anyone or me.", metavar="WHO"),
]
CountFollowers = Annotated[
    bool,
    typer.Option("--count-followers", help="Whoever follows you is on the list, not audience."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Report as of this day; today if not said.", metavar="DATE"),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f",
        help=f"One of {', '.join(FORMATS)}; else what the ending of -o says, else terminal.",
        metavar="FORMAT", show_default=False,
    ),
]  # fmt: skip
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        help="Write this file, whole or not at all; - is the screen.",
        metavar="FILE",
    ),
]
Ids = Annotated[bool, typer.Option("--ids", help="Add the ids of people.")]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        help="Exit with 20 if a figure is beyond this, as in 'untouched_share>0.8'; can be "
        "repeated.",
        metavar="LIMIT",
    ),
]
TableKey = Annotated[
    str | None, typer.Option("--table", help="The table that CSV writes.", metavar="KEY")
]


_ENDINGS = {
    ".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown",
    ".txt": "terminal", ".text": "terminal", "": "terminal",
}  # fmt: skip


def report(
    stale: Stale = None,
    window: Window = None,
    by: By = None,
    count_followers: CountFollowers = False,
    section: Annotated[
        list[str] | None,
        typer.Option("--section", help="Only this section; can be repeated.", metavar="KEY"),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All sections and all rows, not one screen.")
    ] = False,
    compare: Annotated[
        str | None,
        typer.Option("--compare", help="Put the figures of so long before beside.", metavar="SPAN"),
    ] = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    output: Output = None,
    schema: Annotated[
        bool,
        typer.Option("--json-schema", help="Print the JSON Schema of all reports, and no report."),
    ] = False,
    store: StoreOption = None,
) -> None:
    """The audit: how much of your list is a network, and who is slipping away."""
    if schema:
        write_out(_schema())
        return
    config = configured(timezone=timezone, stale=stale, window=window, by=by)
    limits = [Threshold.parse(text) for text in fail_on or ()]
    whole = make(
        workflows.audit_report,
        chosen_store(store),
        config,
        as_of,
        compare=compare,
        count_followers=count_followers,
    )
    against, made = held(whole, limits), whole
    if section:
        made = narrowed(made, section)
    show(
        made, form, full=everything or bool(section), ids=ids, table=table, output=output,
        store=store,
    )  # fmt: skip
    _judge(against)


def weekly(
    stale: Stale = None,
    window: Window = None,
    by: By = None,
    count_followers: CountFollowers = False,
    section: Annotated[
        list[str] | None,
        typer.Option("--section", help="Only this section; can be repeated.", metavar="KEY"),
    ] = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """The week: whom you talked to, who joined, and who waits for your answer."""
    config = configured(timezone=timezone, stale=stale, window=window, by=by)
    limits = [Threshold.parse(text) for text in fail_on or ()]
    whole = make(
        workflows.weekly_report, chosen_store(store), config, as_of,
        count_followers=count_followers,
    )  # fmt: skip
    against, made = held(whole, limits), whole
    if section:
        made = narrowed(made, section)
    show(
        made, form, full=bool(section), ids=ids, table=table, output=output, store=store,
        plain_width=78,
    )  # fmt: skip
    _judge(against)


#: Of earlier days nobody has exports, and the calendar would have to end somewhere.
_FIRST_DAY = read_iso("1900-01-01")


def configured(**said: str | None) -> Config:
    """Return the configuration with what the command line says in its place."""
    return load(config_path()).with_values(**{k: v for k, v in said.items() if v is not None})


def make(
    workflow: Callable[..., "Report"],
    store: Path,
    config: Config,
    as_of: str | None,
    *,
    compare: str | None = None,
    limit: int | None = None,
    count_followers: bool = False,
) -> "Report":
    """Make a report of the day `as_of`, None for today, with the options of the configuration."""
    from netaudit.audits.options import LIMIT, Options

    options = Options(
        compare=None if compare is None else Span.parse(compare),
        window=Span.parse(config["report.window"]),
        stale=Span.parse(config["report.stale"]),
        by=config["report.by"],
        max_group=config["max_group"],
        limit=LIMIT if limit is None else limit,
        count_followers=count_followers,
    )
    today = clock.today(config.timezone).toordinal()
    day = today if as_of is None else read_day(as_of, today)
    for option, first in (("--as-of", day), ("--compare", options.compared(day))):
        if first < _FIRST_DAY:
            raise UsageError(f"{option} leads to a day before {iso(_FIRST_DAY)}")
    return workflow(store, config, day, options)


def _judge(against: Sequence[Held]) -> None:
    """Name the limits that were crossed, and end with the exit code for it if there are any."""
    for one in against:
        if one.crossed or one.value is None:
            warn(str(one))
    if any(one.crossed for one in against):
        raise typer.Exit(ExitCode.CROSSED)


def _schema() -> str:
    from netaudit.audits.catalogue import empty_reports
    from netaudit.render.json_schema import json_schema

    return json_schema(empty_reports())


def narrowed(made: "Report", keys: list[str]) -> "Report":
    """Return the report with only the sections of those keys, in its own order."""
    known = [s.key for s in made.sections]
    for key in keys:
        if key not in known:
            raise UsageError(
                f"there is no section '{key[:40]}' in this report",
                hint=f"known: {', '.join(known)}",
            )
    return replace(made, sections=tuple(s for s in made.sections if s.key in keys))


def show(
    made: "Report",
    form: str | None,
    *,
    full: bool,
    ids: bool,
    table: str | None,
    output: Path | None,
    store: Path | None,
    plain_width: int = 80,
) -> None:
    """Write a report in the format asked for, to the screen or a file."""
    form = chosen_format(form, output)
    if output is not None and str(output) == "-":
        output = None
    seen = look(full=full, ids=ids, table=table, plain_width=plain_width)
    if output is not None:
        seen = replace(seen, colour=False, ascii_only=False, width=plain_width)
    chosen = renderer(form, seen)
    if table is not None and form != "csv":
        hint = "for less than the whole report: --section KEY" if len(made.sections) > 1 else None
        raise UsageError("--table goes with --format csv", hint=hint)
    text = to_text(chosen, made)
    write_out(text, output, refuse=[chosen_store(store), config_path()])


def chosen_format(form: str | None, output: Path | None) -> str:
    """Return the format asked for, else what the ending of the file says, else `terminal`."""
    if form is not None:
        return form
    ending = output.suffix.casefold() if output is not None else ""
    if ending not in _ENDINGS:  # a PDF of letters and spaces would open nowhere
        raise UsageError(
            f"no format has the ending '{ending[:20]}'",
            hint=f"known: {', '.join(filter(None, _ENDINGS))}; or say which with --format",
        )
    return _ENDINGS[ending]
