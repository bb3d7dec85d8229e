"""The weekly summary: seven days up to a date, who waits for an answer, whom to talk to."""

from netaudit.audits import headline, horizon, suggestions, waiting, week
from netaudit.audits.options import Options
from netaudit.calendar import iso
from netaudit.frames import Frames
from netaudit.metrics.horizon import sources
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.suggestions import suggestions as suggested
from netaudit.metrics.waiting import waiting_on_me
from netaudit.metrics.week import DAYS
from netaudit.metrics.week import week as compared
from netaudit.report import Report


def weekly(frames: Frames, as_of: int, options: Options) -> Report:
    """Assemble the report `weekly` for the seven days that end on `as_of`."""
    history = options.narrowed(frames)
    view, before = history.at(as_of), history.at(as_of - DAYS)
    reach = sources(frames, as_of=as_of)
    found = compared(view, before, window=options.window, stale=options.stale, by=options.by)
    numbers = list_vs_network(view, window=options.window)
    whom = suggested(view, window=options.window, limit=options.limit, sources=reach)
    return Report(
        name="weekly",
        title="Your week",
        headline=headline.of(numbers, view),
        as_of=iso(as_of),
        options=options.stated(frames.timezone),
        sections=(
            week.section(found, as_of, reach),
            waiting.section(waiting_on_me(view), reach),
            suggestions.section(whom, reach),
        ),
        notes=horizon.reach(reach),
    )
