"""`netaudit report` and `netaudit weekly`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from netaudit import clock
from netaudit.calendar import Span, iso, read_day, read_iso
from netaudit.cli import completing
from netaudit.cli.output import Format, Output, show
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store, warn
from netaudit.config import Config, config_path, load
from netaudit.errors import ExitCode, UsageError
from netaudit.render import write_out
from netaudit.workflows import reporting

if TYPE_CHECKING:
    from netaudit.audits.thresholds import Held
    from netaudit.report import Report

_Made = TypeVar("_Made")

Stale = Annotated[
    str | None,
    typer.Option(
        "--stale",
        metavar="SPAN",
        help="Whoever was not in touch for this long is stale, as 30d, 6w or 3mo.",
    ),
]
Window = Annotated[
    str | None,
    typer.Option(
        "--window",
        metavar="SPAN",
        help="How far back an exchange makes somebody network, as 1y or 6mo.",
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        help="Whose touches keep a contact fresh: anyone or me.",
        metavar="WHO",
        autocompletion=completing.whose,
    ),
]
CountFollowers = Annotated[
    bool,
    typer.Option("--count-followers", help="Whoever follows you is on the list, not audience."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Report as of this day; today if not said.", metavar="DATE"),
]
Ids = Annotated[bool, typer.Option("--ids", help="Add the ids of people.")]
Anonymize = Annotated[
    bool,
    typer.Option("--anonymize", help="Person 1, Company 1, ... in the place of all names."),
]
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
    str | None,
    typer.Option(
        "--table",
        help="The table that CSV writes.",
        metavar="KEY",
        autocompletion=completing.tables,
    ),
]
SectionKeys = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="KEY",
        autocompletion=completing.sections,
        help="Only this section, by the key that stands behind its title; can be repeated.",
    ),
]


def report(
    stale: Stale = None,
    window: Window = None,
    by: By = None,
    count_followers: CountFollowers = False,
    section: SectionKeys = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All sections and all rows, not one screen.")
    ] = False,
    compare: Annotated[
        str | None,
        typer.Option("--compare", help="Also show every figure of so long before.", metavar="SPAN"),
    ] = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    anonymize: Anonymize = False,
    output: Output = None,
    schema: Annotated[
        bool,
        typer.Option("--json-schema", help="Print the JSON Schema of all reports, and no report."),
    ] = False,
    store: StoreOption = None,
) -> None:
    """The audit: how much of your list is a network, and who slips away."""
    if schema:
        write_out(_schema())
        return
    from netaudit.audits.thresholds import Threshold, held

    refuse_ids(ids=ids, anonymize=anonymize)
    config = configured(timezone=timezone, stale=stale, window=window, by=by)
    limits = [Threshold.parse(text) for text in fail_on or ()]
    whole = make(
        partial(reporting.audit_report, anonymize=anonymize),
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
    section: SectionKeys = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    table: TableKey = None,
    ids: Ids = False,
    anonymize: Anonymize = False,
    only_if_changed: Annotated[
        bool,
        typer.Option(
            "--only-if-changed",
            help="Write nothing where nothing was recorded and the summary says what that of the "
            "week before said; a file that is not there yet is written.",
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")
    ] = False,
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """The week: whom you talked to, who joined, and who waits for you."""
    from netaudit.audits.thresholds import Threshold, held
    from netaudit.audits.weekly import says_the_same

    refuse_ids(ids=ids, anonymize=anonymize)
    config = configured(timezone=timezone, stale=stale, window=window, by=by)
    limits = [Threshold.parse(text) for text in fail_on or ()]
    workflow = partial(reporting.weekly_reports, anonymize=anonymize, before=only_if_changed)
    weeks = make(workflow, chosen_store(store), config, as_of, count_followers=count_followers)
    against = held(weeks[0], limits)
    made, *before = [narrowed(week, section) for week in weeks] if section else weeks
    # Nobody is to look for a file that was asked for, and wonder whether it will ever be there.
    first = output is not None and str(output) != "-" and not output.exists()
    news = (
        first
        or not (before and says_the_same(made, *before))
        or reporting.is_recorded_since_week(chosen_store(store), config, read_iso(made.as_of))
    )
    show(
        made, form, full=bool(section), ids=ids, table=table, output=output, store=store,
        for_mail=True, write=news,
    )  # fmt: skip
    if not (news or quiet):
        warn("nothing changed since the week before, and nothing was written")
    _judge(against, quiet=quiet)


#: Of days outside of these nothing is read, and the calendar would have to end somewhere.
_FIRST_DAY, _LAST_DAY = read_iso("1900-01-01"), read_iso("2200-01-01")


def configured(**said: str | None) -> Config:
    """Return the configuration with what the command line says in its place."""
    return load(config_path()).with_values(**{k: v for k, v in said.items() if v is not None})


def make(
    workflow: Callable[..., _Made],
    store: Path,
    config: Config,
    as_of: str | None,
    *,
    compare: str | None = None,
    limit: int | None = None,
    count_followers: bool = False,
) -> _Made:
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
        if first > _LAST_DAY:
            raise UsageError(f"{option} leads to a day after {iso(_LAST_DAY)}")
    return workflow(store, config, day, options)


def refuse_ids(*, ids: bool, anonymize: bool) -> None:
    """Refuse to name people by id whose names are not to be told: an id leads to the name."""
    if ids and anonymize:
        raise UsageError("--ids and --anonymize exclude each other", hint="leave out one of them")


def _judge(against: "Sequence[Held]", *, quiet: bool = False) -> None:
    """Name the limits that were crossed, and end with the exit code for it if there are any."""
    for one in against:
        if not quiet and (one.crossed or one.value is None):
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
