"""The section on the last seven days, beside the seven before."""

from dataclasses import asdict, fields

from netaudit.audits import horizon, wording
from netaudit.metrics.horizon import Source
from netaudit.metrics.week import DAYS, Week, WeekFigures
from netaudit.report import Column, Figure, Person, Section, Table, Value

_LABELS = {
    "people_touched": "people touched",
    "contact_days": "contact-days",
    "reached_out": "people you reached out to",
    "heard_from": "people you heard from",
    "met": "people met",
    "gave": "times you gave help",
    "got": "times you got help",
    "asked": "times you asked for help",
    "was_asked": "times you were asked",
}
_COLUMNS = (Column("person", "person", "person"),)
_UNKNOWN = (
    "No conversation data reaches into the week: its figures are not known, nor who joined or left"
    " the network or went stale."
)
#: Said also in the second week without data, which brings nothing new.
UNKNOWN_BEFORE = "No conversation data reaches into the week before: its figures are not known."
_ALWAYS = (
    "What was neither exported nor logged is unseen: calls and meetings are known only from the"
    " log, and a list tells who came onto it only up to the day of its export."
)


def section(found: Week, as_of: int, sources: tuple[Source, ...]) -> Section:
    """Say what the week brought, or that no data reaches into it."""
    now, known = _values(found.figures), found.figures is not None
    empty, added = ("nobody" if told else "unknown" for told in (known, found.list_known))
    return Section(
        key="week",
        title="The week",
        summary=_summary(found, as_of),
        figures=tuple(Figure(key, label, now[key]) for key, label in _LABELS.items()),
        tables=(
            _table("added_to_list", "Added to the list", found.added_to_list, added),
            _table("joined_network", "Joined the network", found.joined_network, empty),
            _table("left_network", "Left the network", found.left_network, empty),
            _table("newly_stale", "Newly stale", found.newly_stale, empty),
        ),
        notes=(*_unknown(found, sources), _ALWAYS),
        previous=_values(found.previous),
    )


def _unknown(found: Week, sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Say of what is not known that it is not, and what to do about it."""
    known = found.figures is not None
    return (
        *(_silent(sources) if known else (_UNKNOWN,)),
        *horizon.exports(sources, known=known),
        *(() if found.previous else (UNKNOWN_BEFORE,)),
    )


def _silent(sources: tuple[Source, ...]) -> tuple[str, ...]:
    """Say of which platforms nothing is known in a week of which something else is."""
    silent = [
        horizon.name(one.source)
        for one in horizon.platforms(sources)
        if one.told and (one.days_old or 0) > horizon.GRACE
    ]
    if not silent:
        return ()
    return (
        (
            f"What was said on {wording.listing(silent)} in the week is not known: whoever left the"
            " network or went stale may have been in touch there."
        ),
    )


def _values(figures: WeekFigures | None) -> dict[str, Value]:
    if figures is None:
        return dict.fromkeys(field.name for field in fields(WeekFigures))
    return asdict(figures)


def _table(key: str, title: str, found: tuple[Person, ...], empty: str) -> Table:
    return Table(key, title, _COLUMNS, tuple((person,) for person in found), empty)


def _summary(found: Week, as_of: int) -> str:
    days = f"{wording.day(as_of - DAYS + 1)} to {wording.day(as_of)}"
    now, before = found.figures, found.previous
    if now is None:
        return f"No conversation data reaches into the week of {days}. {_changes(found)}".rstrip()
    summary = (
        f"From {days} you were in touch with {wording.people(now.people_touched)}"
        f" on {wording.counted(now.contact_days, 'contact-day')}"
    )
    if before is None:
        summary += "; no conversation data reaches into the week before."
    else:
        summary += (
            f"; in the week before with {before.people_touched:,} on {before.contact_days:,}."
        )
    return f"{summary} {_changes(found)}".rstrip()


def _changes(found: Week) -> str:
    changes = [
        f"{wording.people(len(members))} {what}"
        for members, what in (
            (found.added_to_list, "came onto the list"),
            (found.joined_network, "joined the network"),
            (found.left_network, "left the network"),
            (found.newly_stale, "went stale"),
        )
        if members
    ]
    return f"{wording.listing(changes)}." if changes else ""
