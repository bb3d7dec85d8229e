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
        notes=(*horizon.silence(sources), *_notes(options)),
    )


def _summary(found: Stale, options: Options) -> str:
    listed = found.untouched + found.fresh
    length = wording.length(options.stale)
    mine = options.by == "me"
    if not listed:
        return "Your list is empty: nobody on it can be stale."
    if not found.untouched:
        everybody = wording.people(listed)
        touched = "You reached out to all of them" if mine else "All of them were in touch"
        return f"{everybody} on your list; {touched.lower()} within {wording.last(options.stale)}."
    of_the = f"{found.stale:,} of the {wording.people(listed)} on your list"
    if mine:
        first = f"Your last word to {of_the} lies {length} back or longer."
        never = f"To {found.never:,} no word from you is recorded."
    else:
        verb = "was" if found.stale == 1 else "were"
        first = f"{of_the} {verb} last in touch {length} ago or longer."
        never = f"With {found.never:,} no contact is recorded."
    share = wording.percent(found.untouched / listed)
    sentences = [first] if found.stale else []
    if found.never:
        sentences.append(never)
    return " ".join([*sentences, f"Untouched: {share} of the list."])


def _notes(options: Options) -> tuple[str, ...]:
    whose = "Only what you did yourself counts as a touch here; " if options.by == "me" else ""
    record = "no contact recorded is not the same as no contact: what happened elsewhere is unseen."
    return ((whose + record)[0].upper() + (whose + record)[1:],)
