"""What shapes a report."""

from dataclasses import dataclass, field

from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.metrics.scope import MAX_GROUP, History
from netaudit.metrics.stale import By

#: People who are suggested unless another number is asked for.
LIMIT = 5


@dataclass(frozen=True, slots=True)
class Options:
    """The windows of a report, whose touches count as one, and the largest group that counts.

    `compare`: how long before the day of the report the figures are taken once more.
    `limit`: how many people are suggested at most. `count_followers`: whoever follows is on
    the list.
    """

    window: Span = field(default=Span(365, "d"))
    stale: Span = field(default=Span(30, "d"))
    by: By = "anyone"
    max_group: int = MAX_GROUP
    compare: Span | None = None
    limit: int = LIMIT
    count_followers: bool = False

    def narrowed(self, frames: Frames) -> History:
        """Return what counts of a record."""
        return History.of(frames, max_group=self.max_group, count_followers=self.count_followers)

    def compared(self, as_of: int) -> int:
        """Return the earlier day to compare with; `as_of` where none was asked for."""
        return as_of if self.compare is None else self.compare.before(as_of)

    def stated(self, timezone: str) -> dict[str, str]:
        """Return the options as they stand in the report."""
        stated = {
            "window": str(self.window),
            "stale": str(self.stale),
            "by": self.by,
            "timezone": timezone,
        }
        if self.compare is not None:
            stated["compare"] = str(self.compare)
        if self.count_followers:
            stated["count_followers"] = "yes"
        return stated
