"""Until when the data reaches: silence after that is unknown."""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.frames import Frames, numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netaudit.metrics.scope import Bools, Floats, View

LOG = "log"
#: Age in days from which on a new export is due. Platforms take days to make one and let wait for
#: the next: whoever exports once a month is not to be told every week.
DUE_AFTER = 28
#: Which source tells of what was said over a channel that is not logged.
_SOURCES = {"linkedin": "linkedin", "dm": "x", "reply": "x", "mention": "x"}


class Source(NamedTuple):
    """A source and the last day it can speak of, as a day and as its age in days.

    For an export that is the day it was made, for the log the day of its last entry; None where
    it is not known. A list alone says nothing of what was said until its day: it counts only where
    a source has nothing else, which `told` says. An export that was made after the day of the
    report is 0 days old.
    """

    source: str
    data_until: int | None
    days_old: int | None
    told: bool = True  # something of it holds what was said, not lists alone

    @property
    def overdue(self) -> bool:
        """Tell whether its data ended so long ago that a new export is due."""
        return (self.days_old or 0) > DUE_AFTER


def sources(frames: Frames, *, as_of: int) -> tuple[Source, ...]:
    """Name the sources in alphabetical order and say until when each of them reaches."""
    days, logged = (frames.interactions[name].to_numpy() for name in ("day", "logged"))
    return sources_of(frames, _latest(days[logged & (days <= as_of)]), as_of=as_of)


def sources_of(frames: Frames, last_entry: int | None, *, as_of: int) -> tuple[Source, ...]:
    """Do the same where the last day of the whole log is known from elsewhere."""
    of, covers, exported_on = (
        frames.snapshots[name].to_numpy() for name in ("source", "covers", "exported_on")
    )
    found = []
    for source in sorted({*of.tolist(), *(() if last_entry is None else (LOG,))}):
        of_source = of == source
        covering = of_source & covers
        exported = exported_on[covering if covering.any() else of_source]
        until = last_entry if source == LOG else _latest(exported)
        old = None if until is None else max(0, as_of - until)
        found.append(Source(source, until, old, source == LOG or bool(covering.any())))
    return tuple(found)


def reaches(frames: Frames, first: int, *, as_of: int) -> bool:
    """Say whether what was said is known on the day `first`, or on a later one up to `as_of`.

    By an export that holds what was said until then, or by any interaction.
    """
    seen, days = frames.snapshots, frames.interactions["day"].to_numpy()
    telling = seen["covers"].to_numpy() & (seen["source"].to_numpy() != LOG)
    known = (_latest(days[days <= as_of]), _latest(seen["exported_on"].to_numpy()[telling]))
    return any(day is not None and day >= first for day in known)


def lists_reach(frames: Frames, first: int) -> bool:
    """Say whether an export, of whatever it holds, tells of the day `first` or of a later one."""
    seen = frames.snapshots
    latest = _latest(seen["exported_on"].to_numpy()[seen["source"].to_numpy() != LOG])
    return latest is not None and latest >= first


def known_until(view: "View", reach: tuple[Source, ...], wanted: "Bools") -> "Floats":
    """Return for the `wanted` the last day of which a source that ever told of them can speak.

    The day of the view for a source whose reach is not known, -inf for everybody else.
    """
    import numpy as np

    until, found = {one.source: one.data_until for one in reach}, view.interactions
    place = np.flatnonzero(wanted[found.person])
    frame, row = view.history.frames.interactions, found.row[place]
    code, channels = numbered(frame, "channel")
    of_channel = np.array([until.get(_SOURCES.get(name, "")) or view.as_of for name in channels])
    of_log = until.get(LOG) or view.as_of
    day = np.where(frame["logged"].to_numpy()[row], of_log, of_channel[code[row]])
    latest = np.full(view.history.people, -np.inf)
    np.maximum.at(latest, found.person[place], day.astype(np.float64))
    known: Floats = np.minimum(latest, view.as_of)
    return known


def _latest(days: "NDArray[np.floating | np.integer]") -> int | None:
    import numpy as np

    days = days[~np.isnan(days)]
    return int(days.max()) if len(days) else None
