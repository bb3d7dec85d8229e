"""The section on what became of the people who came onto the list."""

from netaudit.audits import horizon, wording
from netaudit.metrics.cohorts import EARLY, Cohorts, Quarter
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("quarter", "quarter"),
    Column("added", "added", "count"),
    Column("messaged_90", f"reached in {EARLY} days", "count"),
    Column("two_way_90", f"both ways in {EARLY} days", "count"),
    Column("met_90", f"met in {EARLY} days", "count"),
    Column("two_way_now", "both ways by now", "count"),
    Column("met_now", "met by now", "count"),
)


def section(found: Cohorts, sources: tuple[Source, ...]) -> Section:
    """Say how many of those who came onto the list were contacted, at first and by now."""
    return Section(
        key="cohorts",
        title="Collecting or connecting",
        summary=_summary(found),
        figures=(Figure("undated", "on the list since an unknown date", found.undated),),
        tables=(
            Table(
                "quarters",
                "The list by when people came onto it",
                _COLUMNS,
                found.quarters,
                empty="nobody on the list has a date",
                in_time=True,
            ),
        ),
        notes=(*_notes(found), *horizon.silence(sources)),
    )


def _summary(found: Cohorts) -> str:
    dated = sum(one.added for one in found.quarters)
    if not dated + found.undated:
        return "Your list is empty: nobody came onto it."
    if not dated:
        who = "the one person" if found.undated == 1 else f"the {found.undated:,} people"
        return f"When {who} on your list came onto it is not known."
    if found.first_day is None:
        came = f"{wording.people(dated)} came onto your list on a known date"
        return f"{came}; what followed is not known, as no interaction is on record."
    now = sum(one.two_way_now for one in found.quarters)
    met = sum(one.met_now for one in found.quarters)
    return (
        f"{_early(found)} By now contact has gone both ways with"
        f" {_of(now, dated)}, and you have met {_number(met)}."
    )


def _early(found: Cohorts) -> str:
    first = [early for early in map(_first_days, found.quarters) if early]
    if not first:
        return f"What followed within {EARLY} days of coming onto your list cannot be told yet."
    added, messaged, two_way, met = map(sum, zip(*first, strict=True))
    return (
        f"Within {EARLY} days of their coming onto your list you reached out to"
        f" {_of(messaged, added)}, were in touch both ways with {_number(two_way)}"
        f" and met {_number(met)}."
    )


def _first_days(one: Quarter) -> tuple[int, int, int, int] | None:
    if one.messaged_90 is None or one.two_way_90 is None or one.met_90 is None:
        return None
    return one.added, one.messaged_90, one.two_way_90, one.met_90


def _of(number: int, whole: int) -> str:
    if whole == 1:
        return "the one person" if number else "nobody"
    return f"{_number(number)} of {wording.people(whole)}"


def _number(number: int) -> str:
    return f"{number:,}" if number else "none"


def _notes(found: Cohorts) -> tuple[str, ...]:
    notes = [
        (
            "Only who is on the list now is counted, by the quarter of the first entry with a"
            " date; who has left is not seen. Calls and meetings are known only from the log."
        )
    ]
    if found.undated and found.quarters:
        verbs = "has no known date and is" if found.undated == 1 else "have no known date and are"
        notes.append(f"{wording.people(found.undated)} on the list {verbs} in no quarter.")
    if found.first_day is None:
        return (*notes, "Without any interaction on record the first 90 days are unknown.")
    first = f"the first interaction on record, {wording.day(found.first_day)}"
    if any(one.messaged_90 is None for one in found.quarters):
        notes.append(
            f"The first {EARLY} days are unknown where not all of a quarter have had them, and"
            f" where they ended before {first}."
        )
    if found.before_record:
        notes.append(
            f"{wording.people(found.before_record)} came onto the list before {first}:"
            " what passed until then is not known."
        )
    return tuple(notes)
