"""The section on what the report is made of, and what it cannot see."""

from netaudit.audits import horizon, wording
from netaudit.calendar import iso
from netaudit.metrics.coverage import Coverage
from netaudit.report import Column, Figure, Section, Table

_SOURCES = (
    Column("source", "source"),
    Column("data_until", "data until", "date"),
    Column("days_old", "days old", "days"),
)
_CHANNELS = (
    Column("channel", "channel"),
    Column("interactions", "interactions", "count"),
    Column("people", "people", "count"),
    Column("first", "first", "date"),
    Column("last", "last", "date"),
)
_IMPORTS = (
    Column("source", "source"),
    Column("name", "file"),
    Column("exported_on", "exported", "date"),
    Column("read", "read", "count"),
    Column("set_aside", "set aside", "count"),
    Column("skipped", "skipped", "count"),
)
_SET_ASIDE = (
    Column("source", "source"),
    Column("kind", "kind"),
    Column("records", "records", "count"),
)


def section(found: Coverage) -> Section:
    """Account for the sources, and for what was left out."""
    return Section(
        key="coverage",
        title="What this report can see",
        summary=_summary(found),
        figures=_figures(found),
        tables=_tables(found),
        notes=_notes(found),
    )


def _figures(found: Coverage) -> tuple[Figure, ...]:
    return (
        Figure("imports", "exports and logs read", len(found.imports)),
        Figure("people", "people on record", found.people),
        Figure("people_without_name", "of these without a name", found.people_without_name),
        Figure("people_only_in_log", "of these only in the log", found.people_only_in_log),
        Figure("people_ignored", "of these ignored", found.people_ignored),
        Figure("accounts_blocked", "accounts on X blocked or muted", found.accounts_blocked),
        Figure("interactions", "interactions on record", found.interactions),
        Figure("signals", "invitations, endorsements, retweets, likes", found.signals),
        Figure(
            "group_messages_left_out",
            "messages to large groups, left out",
            found.group_messages_left_out,
        ),
        Figure("ambiguous_entries", "log entries that fit several people", found.ambiguous_entries),
        Figure("records_set_aside", "records set aside", found.records_set_aside),
        Figure("records_skipped", "records that could not be used", found.records_skipped),
    )


def _tables(found: Coverage) -> tuple[Table, ...]:
    reach = tuple(
        (one.source, None if one.data_until is None else iso(one.data_until), one.days_old)
        for one in found.sources
    )
    return (
        Table("sources", "Until when the data reaches", _SOURCES, reach, "nothing imported yet"),
        Table("channels", "Interactions by channel", _CHANNELS, found.channels, "none recorded"),
        Table("imports", "Imports", _IMPORTS, found.imports, "nothing imported yet"),
        Table("set_aside", "Set aside", _SET_ASIDE, found.set_aside, "nothing set aside"),
    )


def _summary(found: Coverage) -> str:
    if not found.people and not found.imports:
        return "Nothing has been imported or logged yet."
    made_of = (
        f"{wording.counted(found.interactions, 'interaction')} and"
        f" {wording.people(found.people)} on record, from"
        f" {wording.counted(len(found.imports), 'export or log', 'exports and logs')}"
        f" over {wording.counted(len(found.channels), 'channel')}."
    )
    left_out = [
        wording.counted(number, one) + where
        for number, one, where in (
            (found.records_set_aside, "record", " set aside"),
            (found.records_skipped, "record", " skipped"),
            (found.group_messages_left_out, "message", " to large groups"),
        )
        if number
    ]
    if not left_out:
        return made_of
    return f"{made_of} Left out: {wording.listing(left_out)}."


def _notes(found: Coverage) -> tuple[str, ...]:
    notes = [
        *horizon.reach(found.sources),
        *horizon.one_sided(found.sources),
        (
            "What was neither exported nor logged, such as calls, meetings and other platforms,"
            " is not seen."
        ),
    ]
    if found.ambiguous_entries:
        entries = wording.counted(found.ambiguous_entries, "log entry", "log entries")
        fit = "fits" if found.ambiguous_entries == 1 else "fit"
        notes.append(f"{entries} {fit} several people and could not be given to one of them.")
    if found.people_without_name and any(one.source == "x" for one in found.sources):
        who = wording.counted(found.people_without_name, "person has", "people have")
        notes.append(
            f"{who} no name: X's archive gives numbers. A CSV with the columns id,handle,name"
            " completes them."
        )
    if found.accounts_blocked:
        accounts = wording.counted(found.accounts_blocked, "account")
        notes.append(f"{accounts} on X that you blocked or muted: left out of every section.")
    if found.people_only_in_log:
        notes.append(
            f"{wording.people(found.people_only_in_log)} known only from the log:"
            " worth a look for misspelt names."
        )
    if found.people_ignored:
        notes.append(
            f"{wording.people(found.people_ignored)} ignored: counted in this section only."
        )
    return tuple(notes)
