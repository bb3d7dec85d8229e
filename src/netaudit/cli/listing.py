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
from netaudit.render.values import WORDS
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
#: What else people say for a state.
_ALSO = {
    "never": ("none", "no contact"), "only_out": ("only i", "only me", "only you"),
    "only_in": ("only they", "only them"), "two_way": ("both", "both ways"),
}  # fmt: skip
#: What a key was called once.
_ONCE = {"contact": "days"}
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
        str | None,
        typer.Option(
            "--tag", help="Whom you tagged so.", metavar="TAG", autocompletion=completing.tags
        ),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            help=f"What is on record with them: {', '.join(STATES)}; or the words of the list. "
            "Whom you met is met, whoever wrote: everybody has one state. Can be repeated.",
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
            help=f"By {', '.join(SORTS)}, where days are those with contact; dates and numbers "
            "from the latest and largest on.",
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
    ids: Ids = False,  # noqa: ARG001 - programs always get them; the option was there first
    output: Output = None,
    store: StoreOption = None,
) -> None:
    """Look for people: do I know anyone at Acme? Filters combine."""
    sort = _known("--sort", _ONCE.get(sort, sort), SORTS, *_ONCE)
    if source is not None:
        _known("--source", source, tuple(SOURCES))
    states = tuple(_state(text) for text in state or ())
    for_reading = chosen_format(form, output) in FOR_READING
    chosen = Filter(
        Wanted(
            tuple(word for text in words or () for word in clean(text).split()),
            clean(company or ""), clean(position or ""),
            _tag(tag), source or "",
        ),
        states, None if stale is None else Span.parse(stale), on_list, sort, reverse,
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
    show(made, form, full=True, ids=not for_reading, table=None, output=output, store=store)


def _state(text: str) -> str:
    """Read a state: its key, or the words with which lists tell of it."""
    said = _plain(text)
    for key in STATES:
        if said in {_plain(key), _plain(WORDS["state"][key]), *_ALSO.get(key, ())}:
            return key
    return _known("--state", text, STATES)


def _plain(text: str) -> str:
    return clean(text.replace("_", " ").replace("-", " ")).casefold()


def _known(option: str, word: str, known: tuple[str, ...], *also: str) -> str:
    """Return the word if it is known, else refuse it and say which one, or `also`, is meant."""
    if word in known:
        return word
    from difflib import get_close_matches

    near = "".join(f"did you mean '{one}'? " for one in get_close_matches(word, (*known, *also), 1))
    raise UsageError(
        f"{option}: '{word[:40]}' is not known here", hint=f"{near}known: {', '.join(known)}"
    )


def _tag(text: str | None) -> str:
    """Read a tag; without one what knows of tags is not loaded."""
    if text is None:
        return ""
    from netaudit.workflows.preferences import read_tag

    return read_tag(text)
