"""The section on how contact is spread over people."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.depth_breadth import DepthBreadth
from netaudit.metrics.horizon import Source
from netaudit.report import Column, Figure, Section, Table

_COLUMNS = (
    Column("date", "date", "date"),
    Column("contact_days", "contact-days", "count"),
    Column("people_touched", "people touched", "count"),
    Column("effective_people", "breadth", "number"),
    Column("depth", "depth", "number"),
    Column("partial", "partial window", "flag"),
)
_PARTIAL = (
    "A window is partial where it begins before the first interaction on record: the effort"
    " stated there is too low."
)


def section(found: DepthBreadth, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say how many people the contact of the window went to, and how evenly."""
    return Section(
        key="depth_breadth",
        title="Depth and breadth",
        summary=_summary(found, options),
        figures=(
            Figure("contact_days", "contact-days", found.contact_days),
            Figure("people_touched", "people touched", found.people_touched),
            Figure(
                "effective_people", "breadth: people, if even", found.effective_people, "number"
            ),
            Figure("depth", "depth: contact-days for each of these", found.depth, "number"),
            Figure(
                "median_contact_days",
                "median contact-days of a person",
                found.median_contact_days,
                "number",
            ),
            Figure("top_5_share", "share of the first 5 people", found.top_5_share, "ratio"),
            Figure("top_15_share", "share of the first 15 people", found.top_15_share, "ratio"),
            Figure("gini", "Gini coefficient", found.gini, "number"),
            Figure("weekly", "people at a weekly rhythm", found.weekly),
            Figure("monthly", "people at a monthly rhythm or closer", found.monthly),
            Figure("yearly", "people touched in 365 days", found.yearly),
        ),
        tables=(
            Table("quarter_ends", "Quarter by quarter", _COLUMNS, found.quarter_ends, in_time=True),
        ),
        notes=(
            *horizon.silence(sources),
            *(() if found.contact_days else (_nothing(options),)),
            *((_PARTIAL,) if any(end.partial for end in found.quarter_ends) else ()),
            (
                "A contact-day is a day on which anything passed between you and a person,"
                " one message or sixty."
            ),
            (
                "Weekly, monthly and yearly are often held against circles of 5, 15 and 150 people;"
                " researchers disagree on these sizes."
            ),
        ),
    )


def _nothing(options: Options) -> str:
    lately = wording.last(options.window)
    return f"Without any contact within {lately} there is neither breadth nor depth to measure."


def _summary(found: DepthBreadth, options: Options) -> str:
    lately = wording.last(options.window)
    if found.effective_people is None or found.depth is None:
        return f"No contact is recorded within {lately}."
    days = (
        f"{found.contact_days:,} contact-days" if found.contact_days > 1 else "the only contact-day"
    )
    if found.people_touched == 1:
        return f"Within {lately} {days} went to a single person."
    spread = (
        f"Within {lately} {days} went to {wording.people(found.people_touched)}, spread as"
        f" widely as {found.effective_people:,.1f} people with {found.depth:,.1f} days each."
    )
    if found.people_touched <= 5 or found.top_5_share is None:
        return spread
    return f"{spread} The first 5 people hold {wording.percent(found.top_5_share)} of them."
