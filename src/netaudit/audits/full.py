"""The audit: how much of the list is a network, and what the answer rests on."""

from dataclasses import replace

from netaudit.audits import (
    cadence,
    circles,
    cohorts,
    coverage,
    depth_breadth,
    giving,
    headline,
    horizon,
    invitations,
    list_vs_network,
    momentum,
    online_to_offline,
    reciprocity,
    stale,
    suggestions,
    wording,
)
from netaudit.audits.options import Options
from netaudit.calendar import iso
from netaudit.frames import Frames
from netaudit.metrics import coverage as seen
from netaudit.metrics.cadence import cadence as kept
from netaudit.metrics.circles import circles as gathered
from netaudit.metrics.cohorts import cohorts as joined
from netaudit.metrics.depth_breadth import depth_breadth as spread
from netaudit.metrics.giving import giving as given
from netaudit.metrics.horizon import Source
from netaudit.metrics.horizon import sources as reaching
from netaudit.metrics.invitations import invitations as invited
from netaudit.metrics.list_vs_network import list_vs_network as compared
from netaudit.metrics.momentum import momentum as moved
from netaudit.metrics.online_to_offline import online_to_offline as met
from netaudit.metrics.reciprocity import reciprocity as answered
from netaudit.metrics.scope import History
from netaudit.metrics.stale import stale as untouched
from netaudit.metrics.suggestions import suggestions as suggested
from netaudit.report import Report, Section

#: Sections whose figures look at the window.
_WITHIN_WINDOW = frozenset({"list_vs_network", "depth_breadth", "reciprocity", "giving"})


def audit(frames: Frames, as_of: int, options: Options) -> Report:
    """Assemble the report `audit` for the day `as_of`, every section in full.

    With `options.compare` every section holds the figures of that earlier day as well.
    """
    history = options.narrowed(frames)
    view, sources = history.at(as_of), reaching(frames, as_of=as_of)
    sections = _sections(history, as_of, options)
    short: tuple[str, ...] = ()
    if options.compare is not None:
        day = options.compared(as_of)
        short = _short(view.first_day, day, options)
        earlier = _sections(history, day, options)
        sections = tuple(
            _beside(now, before, day, short) for now, before in zip(sections, earlier, strict=True)
        )
    return Report(
        name="audit",
        title="Network audit",
        headline=headline.of(compared(view, window=options.window), view, _due(sources)),
        as_of=iso(as_of),
        options=options.stated(frames.timezone),
        sections=sections,
        notes=(*short, *horizon.reach(sources)),
    )


def _due(sources: tuple[Source, ...]) -> str:
    """Say where the data ended if that is long ago, and that a new export is due."""
    ended, due = horizon.ended(sources), horizon.is_due(sources)
    return f"{ended[0].upper()}{ended[1:]}. {due}" if ended else due


def _short(first_day: int | None, day: int, options: Options) -> tuple[str, ...]:
    """Return a note where the window of an earlier day begins before the record does."""
    if first_day is None or options.window.before(day) + 1 >= first_day:
        return ()
    note = (
        f"On {wording.day(day)} {wording.last(options.window)} reached back beyond the first"
        f" interaction on record, of {wording.day(first_day)}: what is more since may only have"
        " come onto the record."
    )
    return (note,)


def _beside(section: Section, earlier: Section, day: int, short: tuple[str, ...]) -> Section:
    """Put the figures of an earlier day beside, and say why some of these are not known."""
    now = {figure.key: figure.value for figure in section.figures}
    before = {figure.key: figure.value for figure in earlier.figures}
    notes = section.notes + (short if section.key in _WITHIN_WINDOW else ())
    if any(value is None and now[key] is not None for key, value in before.items()):
        notes += tuple(
            f"On {wording.day(day)}: {note}" for note in earlier.notes if note not in section.notes
        )
    return replace(section, previous=before, notes=notes)


def _sections(history: History, as_of: int, options: Options) -> tuple[Section, ...]:
    """Assemble all sections as they are on the day `as_of`, in the order in which they are read."""
    view = history.at(as_of)
    covered = seen.coverage(history.frames, as_of=as_of, max_group=options.max_group)
    sources = covered.sources
    whom = suggested(view, window=options.window, limit=options.limit, sources=sources)
    return (
        list_vs_network.section(compared(view, window=options.window), options, sources),
        stale.section(untouched(view, span=options.stale, by=options.by), options, sources),
        depth_breadth.section(spread(view, window=options.window), options, sources),
        reciprocity.section(answered(view, window=options.window), options, sources),
        online_to_offline.section(met(view), sources),
        giving.section(given(view, window=options.window), options, sources),
        invitations.section(invited(view, window=options.window), options, sources),
        cohorts.section(joined(view), sources),
        momentum.section(moved(view, window=options.window), options, sources),
        circles.section(gathered(view, window=options.window), sources),
        cadence.section(kept(view), sources),
        coverage.section(covered),
        suggestions.section(whom, sources),
    )
