"""The weekly summary: seven days up to a date, who waits for an answer, whom to talk to."""

from netaudit.audits import headline, horizon, suggestions, waiting, week, wording
from netaudit.audits.options import Options
from netaudit.calendar import iso, read_iso
from netaudit.frames import Frames
from netaudit.metrics.horizon import sources
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.suggestions import suggestions as suggested
from netaudit.metrics.waiting import waiting_on_me
from netaudit.metrics.week import DAYS
from netaudit.metrics.week import week as compared
from netaudit.report import Report, Section, Table, Value


def weekly(frames: Frames, as_of: int, options: Options) -> Report:
    """Assemble the report `weekly` for the seven days that end on `as_of`."""
    history = options.narrowed(frames)
    view, before = history.at(as_of), history.at(as_of - DAYS)
    reach = sources(frames, as_of=as_of)
    found = compared(view, before, window=options.window, stale=options.stale, by=options.by)
    numbers = list_vs_network(view, window=options.window)
    known = found.figures is not None
    late = horizon.due(reach, known=known)
    whom = suggested(view, window=options.window, limit=options.limit, sources=reach)
    return Report(
        name="weekly",
        title="Your week",
        headline=headline.of(numbers, view, horizon.is_due(reach, known=known)),
        as_of=iso(as_of),
        options=options.stated(frames.timezone),
        sections=(
            week.section(found, as_of, reach),
            waiting.section(waiting_on_me(view), reach),
            suggestions.section(whom, reach),
        ),
        # Of the others the week says it, with what to do about it.
        notes=horizon.reach(tuple(one for one in reach if one not in late)),
    )


def says_the_same(report: Report, before: Report) -> bool:
    """Tell whether a weekly summary brings nothing that the one of the week before did not.

    An interaction always is something: one with another person has the same figures. Else left
    out is what goes on by itself as time passes: ages in days, reasons in words, what is said of
    the week before, and the order of rows. Days on which something happened count: who waits again
    since another day is new.
    """
    return not _was_in_touch(report) and _said(report) == _said(before)


def _was_in_touch(report: Report) -> bool:
    figures = (one for section in report.sections for one in section.figures)
    return any(one.key == "people_touched" and one.value for one in figures)


def _said(report: Report) -> list[object]:
    today = wording.day(read_iso(report.as_of))
    return [report.headline.replace(today, ""), *map(_said_in, report.sections)]


def _said_in(section: Section) -> tuple[object, ...]:
    return (
        section.key,
        [(one.key, one.value) for one in section.figures],
        [(table.key, _rows_said(table)) for table in section.tables],
        [note for note in section.notes if note != week.UNKNOWN_BEFORE],
    )


def _rows_said(table: Table) -> list[list[Value]]:
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.kind != "days" and column.key != "reason"
    ]
    return sorted(([row[place] for place in places] for row in table.rows), key=repr)
