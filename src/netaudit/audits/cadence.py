"""The section on people to be in touch with by now."""

from netaudit.audits import horizon, wording
from netaudit.metrics.cadence import SOON, Cadence
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("person", "person", "person"),
    Column("cadence", "every"),
    Column("tag", "by tag"),
    Column("last", "last", "date"),
    Column("days", "days ago", "days"),
    Column("due_on", "due", "date"),
)


def section(found: Cadence, sources: tuple[Source, ...]) -> Section:
    """Say with whom the user meant to be in touch by now."""
    return Section(
        key="cadence",
        title="Keeping in touch",
        summary=_summary(found),
        figures=(
            Figure("with_cadence", "people with a cadence", found.with_cadence),
            Figure("due", f"due within {SOON} days", len(found.due)),
            Figure("overdue", "overdue", len(found.overdue)),
        ),
        tables=(
            Table("overdue", "Overdue", _COLUMNS, found.overdue, empty="nobody is overdue"),
            Table("due", f"Due within {SOON} days", _COLUMNS, found.due, empty="nobody is due"),
        ),
        notes=(
            *horizon.silence(sources),
            (
                "Any interaction on record keeps a cadence, whoever began it; with whom none is"
                " recorded is overdue. What was not exported or logged is unseen."
                " Cadences are those that hold by now, whatever the day of the report."
            ),
        ),
    )


def _summary(found: Cadence) -> str:
    everybody = found.with_cadence
    if not everybody:
        return "Nobody has a cadence yet: netaudit cadence NAME 3w sets one."
    states = [
        f"{len(rows):,} {'is' if len(rows) == 1 else 'are'} {words}"
        for rows, words in ((found.overdue, "overdue"), (found.due, "due within a week"))
        if rows
    ]
    if everybody == 1:
        now = states[0].removeprefix("1 ") if states else "is not due"
        return f"The one person with whom you mean to be in touch regularly {now}."
    whom = f"the {everybody:,} people with whom you mean to be in touch regularly"
    if not states:
        return f"None of {whom} is due within a week."
    return f"Of {whom}, {wording.listing(states)}."
