"""Until when the data reaches: silence after that is unknown."""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.frames import Frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOG = "log"


class Source(NamedTuple):
    """A source and the last day it can speak of, as a day and as its age in days.

    For an export that is the day it was made, for the log the day of its last entry; None where
    it is not known. A list alone says nothing of what was said until its day: it counts only where
    a source has nothing else. An export that was made after the day of the report is 0 days old.
    """

    source: str
    data_until: int | None
    days_old: int | None


def sources(frames: Frames, *, as_of: int) -> tuple[Source, ...]:
    """Name the sources in alphabetical order and say until when each of them reaches."""
    seen = frames.snapshots
    days, logged = (frames.interactions[name].to_numpy() for name in ("day", "logged"))
    entries = days[logged & (days <= as_of)]
    named = set(seen["source"]) | ({LOG} if len(entries) else set())
    found = []
    for source in sorted(named):
        of_source = (seen["source"] == source).to_numpy()
        covering = of_source & seen["covers"].to_numpy()
        exported = seen["exported_on"].to_numpy()[covering if covering.any() else of_source]
        until = _latest(entries if source == LOG else exported)
        old = None if until is None else max(0, as_of - until)
        found.append(Source(source, until, old))
    return tuple(found)


def reaches(frames: Frames, first: int, *, as_of: int) -> bool:
    """Say whether any source or any interaction up to `as_of` reaches the day `first`."""
    days = frames.interactions["day"].to_numpy()
    last = _latest(days[days <= as_of])
    known = [last, *(source.data_until for source in sources(frames, as_of=as_of))]
    return any(day is not None and day >= first for day in known)


def _latest(days: "NDArray[np.floating | np.integer]") -> int | None:
    import numpy as np

    days = days[~np.isnan(days)]
    return int(days.max()) if len(days) else None
