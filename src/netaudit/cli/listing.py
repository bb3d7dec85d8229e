"""`netaudit people`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit.calendar import Span
from netaudit.cli import completing
from netaudit.cli.output import Format, Output, chosen_format, show
from netaudit.cli.reports import AsOf, CountFollowers, Ids, configured, make
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store
from netaudit.errors import UsageError
from netaudit.normal import clean
from netaudit.render import FOR_READING
from netaudit.store import Store
from netaudit.store.looking import SOURCES, Wanted
from netaudit.workflows import listing
from netaudit.workflows.listing import SORTS, Filter

if TYPE_CHECKING:
    from netaudit.audits.options import Options
    from netaudit.config import Config
    from netaudit.report import Report

#: The states of the report, in its order.
STATES = ("never", "only_out", "only_in", "two_way", "met")
#: So many people are shown where people read, unless more are asked for.
_SHOWN = 50


def people(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words to look for in names, companies, positions, tags, links and addresses.",
            metavar="[WORD...]",
            show_default=False,
        ),
    ] = None,
    company: Annotated[
        str | None, typer.Option("--company", help="Who works there by now.", metavar="TEXT")
    ] = None,
    position: Annotated[
        str | None, typer.Option("--position", help="Whose position says so.", metavar="TEXT")
    ] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", help="Whom you tagged so.", metavar="TAG")
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            help=f"What is on record with them: {', '.join(STATES)}; can be repeated.",
            metavar="STATE",
            autocompletion=completing.one_of(STATES),
        ),
    ] = None,
    stale: Annotated[
        str | None,
        typer.Option(
            "--stale", help="Who was last in touch so long ago, as 90d or 1y.", metavar="SPAN"
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            help=f"Who is known from there: {', '.join(SOURCES)}.",
            metavar="SOURCE",
            autocompletion=completing.one_of(SOURCES),
        ),
    ] = None,
    on_list: Annotated[
        bool | None,
        typer.Option("--on-list/--off-list", help="Only who is on your list, or only who is not."),
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            help=f"By {', '.join(SORTS)}; dates and numbers from the latest and largest on.",
            metavar="KEY",
            autocompletion=completing.one_of(SORTS),
        ),
    ] = "name",
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", help="So many at most.", metavar="N", min=1)
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=f"All of them, not {_SHOWN}, where people read.")
    ] = False,
    count_followers: CountFollowers = False,
    as_of: AsOf = None,
    timezone: TimezoneOption = None,
    form: Format = None,
    ids: Ids = False,
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """Look for people: do I know anyone at Acme? Filters combine."""
    for key, known in (*((one, STATES) for one in state or ()), (sort, SORTS)):
        _refuse_unknown(key, known)
    if source is not None:
        _refuse_unknown(source, tuple(SOURCES))
    for_reading = chosen_format(form, output) in FOR_READING
    chosen = Filter(
        Wanted(
            tuple(word for text in words or () for word in clean(text).split()),
            clean(company or ""), clean(position or ""),
            _tag(tag), source or "",
        ),
        tuple(state or ()), None if stale is None else Span.parse(stale), on_list, sort, reverse,
        limit or (_SHOWN if for_reading and not everything else None),
    )  # fmt: skip
    with Store.open(chosen_store(store)) as opened:

        def workflow(_: Path, config: "Config", day: int, options: "Options") -> "Report":
            return listing.people_report(
                opened, config, day, options, chosen, for_reading=for_reading
            )

        made = make(
            workflow, chosen_store(store), configured(timezone=timezone), as_of,
            count_followers=count_followers,
        )  # fmt: skip
    show(made, form, full=True, ids=ids and not for_reading, table=None, output=output, store=store)


def _refuse_unknown(word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise UsageError(f"'{word[:40]}' is not known here", hint=f"known: {', '.join(known)}")


def _tag(text: str | None) -> str:
    """Read a tag; without one what knows of tags is not loaded."""
    if text is None:
        return ""
    from netaudit.workflows.preferences import read_tag

    return read_tag(text)
