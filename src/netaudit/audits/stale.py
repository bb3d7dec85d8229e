"""The section on people who have been untouched for a while."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.horizon import Source
from netaudit.metrics.stale import Stale
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("person", "person", "person"),
    Column("last", "last", "date"),
    Column("days", "days ago", "days"),
    Column("last_channel", "channel"),
    Column("last_direction", "direction"),
    Column("contact_days", "contact-days", "count"),
)


def section(found: Stale, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say who on the list has been untouched for the stale span or longer."""
    length = wording.length(options.stale)
    return Section(
        key="stale",
        title=f"Untouched for {length}",
        summary=_summary(found, options),
        figures=(
            Figure("never", "no contact recorded", found.never),
            Figure("stale", f"last touched {length} ago or longer", found.stale),
            Figure("fresh", "touched since", found.fresh),
            Figure("untouched", "stale or never", found.untouched),
            Figure("untouched_share", "share of the list", found.untouched_share, "ratio"),
        ),
        tables=(
            Table(
                "stale_people",
                "Stale, the most invested first",
                _COLUMNS,
                found.people,
                empty="nobody on the list is stale",
            ),
        ),
        notes=(*horizon.silence(sources), *_notes(found, options)),
    )


def _summary(found: Stale, options: Options) -> str:
    listed = found.untouched + found.fresh
    if not listed:
        return "Your list is empty: nobody on it can be stale."
    if not found.untouched:
        return _all_fresh(listed, options)
    of_the = f"{found.stale:,} of the {listed:,} people on your list"
    if listed == 1:
        of_the = (
            "the one person on your list" if options.by == "me" else "The one person on your list"
        )
    length = wording.length(options.stale)
    if options.by == "me":
        first = f"Your last word to {of_the} lies {length} back or longer."
        never = f"To {found.never:,} no word from you is recorded."
    else:
        verb = "was" if found.stale == 1 else "were"
        first = f"{of_the} {verb} last in touch {length} ago or longer."
        never = f"With {found.never:,} no contact is recorded."
    share = f"Untouched: {wording.percent(found.untouched / listed)} of the list."
    return " ".join([*([first] if found.stale else []), *([never] if found.never else []), share])


def _all_fresh(listed: int, options: Options) -> str:
    lately = f"within {wording.last(options.stale)}."
    if options.by == "me":
        everybody = f"all of the {listed:,} people" if listed > 1 else "the one person"
        return f"You reached out to {everybody} on your list {lately}"
    everybody = f"All of the {listed:,} people" if listed > 1 else "The one person"
    verb = "were" if listed > 1 else "was"
    return f"{everybody} on your list {verb} in touch {lately}"


def _notes(found: Stale, options: Options) -> tuple[str, ...]:
    empty = ("Nobody is on the list: there is no share of it.",)
    return (*(empty if found.untouched_share is None else ()), _unseen(options))


def _unseen(options: Options) -> str:
    unseen = "no contact recorded is not the same as no contact: what happened elsewhere is unseen."
    if options.by == "me":
        return f"Only what you did yourself counts as a touch here; {unseen}"
    return unseen.capitalize()
