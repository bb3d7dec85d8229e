"""The audit: how much of the list is a network, and what the answer rests on."""

from netaudit.audits import (
    coverage,
    depth_breadth,
    headline,
    horizon,
    list_vs_network,
    stale,
)
from netaudit.audits.options import Options
from netaudit.calendar import iso
from netaudit.frames import Frames
from netaudit.metrics import coverage as seen
from netaudit.metrics.depth_breadth import depth_breadth as spread
from netaudit.metrics.list_vs_network import list_vs_network as compared
from netaudit.metrics.scope import History
from netaudit.metrics.stale import stale as untouched
from netaudit.report import Report


def audit(frames: Frames, as_of: int, options: Options) -> Report:
    """Assemble the report `audit` for the day `as_of`, every section in full."""
    view = History.of(frames, max_group=options.max_group).at(as_of)
    numbers = compared(view, window=options.window)
    covered = seen.coverage(frames, as_of=as_of, max_group=options.max_group)
    late = untouched(view, span=options.stale, by=options.by)
    return Report(
        name="audit",
        title="Network audit",
        headline=headline.of(numbers, view),
        as_of=iso(as_of),
        options=options.stated(frames.timezone),
        sections=(
            list_vs_network.section(numbers, options, covered.sources),
            stale.section(late, options, covered.sources),
            depth_breadth.section(spread(view, window=options.window), options),
            coverage.section(covered),
        ),
        notes=horizon.reach(covered.sources),
    )
