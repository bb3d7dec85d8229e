"""The section on how list and network went over the last two years."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.horizon import Source
from netaudit.metrics.momentum import YEAR, Momentum
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("date", "date", "date"),
    Column("list", "list", "count"),
    Column("network", "network", "count"),
    Column("two_way_people", "both ways, listed or not", "count"),
    Column("partial", "partial window", "flag"),
)


def section(found: Momentum, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say whether the network grew when the list did."""
    return Section(
        key="momentum",
        title="The list grows; does the network?",
        summary=_summary(found, options, sources),
        figures=(
            Figure("list_change_1y", f"list, change in {YEAR} days", found.list_change_1y),
            Figure("network_change_1y", f"network, change in {YEAR} days", found.network_change_1y),
            Figure(
                "two_way_change_1y",
                f"in touch both ways, change in {YEAR} days",
                found.two_way_change_1y,
            ),
        ),
        tables=(Table("months", "Month by month", _COLUMNS, found.months, in_time=True),),
        notes=(*_notes(found), *horizon.silence(sources)),
    )


def _summary(found: Momentum, options: Options, sources: tuple[Source, ...]) -> str:
    now = found.months[-1]
    went = f"In {YEAR} days {_moved('your list', found.list_change_1y, now.listed)}"
    if found.network_change_1y is None or found.two_way_change_1y is None:
        return f"{went}; how your network moved is not known."
    went = (
        f"{went}; {_moved('your network', found.network_change_1y, now.network)}{_until(sources)}."
    )
    change = found.two_way_change_1y
    if not change and not now.two_way_people:
        return went
    than = f"{abs(change):,} {'more' if change > 0 else 'fewer'} than" if change else "as many as"
    return (
        f"{went} With those on no list, contact went both ways with"
        f" {wording.people(now.two_way_people)} within {wording.last(options.window)},"
        f" {than} {YEAR} days before."
    )


def _until(sources: tuple[Source, ...]) -> str:
    """Say where the data ended, if that is long ago: the network shrinks with it."""
    ended = horizon.ended(sources)
    return f"; {ended}, and silence after that is unknown" if ended else ""


def _moved(what: str, change: int, now: int) -> str:
    if change:
        verb = "grew" if change > 0 else "shrank"
        return f"{what} {verb} by {wording.people(abs(change))} to {now:,}"
    return f"{what} stayed {f'at {wording.people(now)}' if now else 'empty'}"


def _notes(found: Momentum) -> tuple[str, ...]:
    notes = [
        (
            "The list of the past holds only who was still there at the first snapshot:"
            " who had left by then is not known."
        ),
        (
            "The network can grow because people you already talked to came onto the list;"
            " contact both ways, listed or not, shows whether you talk to more people."
        ),
    ]
    if found.undated:
        verb = "is" if found.undated == 1 else "are"
        notes.append(
            f"At the earliest date {wording.people(found.undated)} {verb} on the list by an entry"
            " of unknown date, taken to be there from the beginning."
        )
    if found.first_day is None:
        notes.append("No interaction is on record by then: how the network moved is unknown.")
    elif found.network_change_1y is None or any(month.partial for month in found.months):
        notes.append(
            "A window is partial where it begins before the first interaction on record,"
            f" {wording.day(found.first_day)}: what counts contact is too low there, and a change"
            " from there to now is not shown."
        )
    return tuple(notes)
