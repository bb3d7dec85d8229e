"""What shapes a report."""

from dataclasses import dataclass, field

from netaudit.calendar import Span
from netaudit.metrics.scope import MAX_GROUP
from netaudit.metrics.stale import By


@dataclass(frozen=True, slots=True)
class Options:
    """The windows of a report, whose touches count as one, and the largest group that counts."""

    window: Span = field(default=Span(365, "d"))
    stale: Span = field(default=Span(30, "d"))
    by: By = "anyone"
    max_group: int = MAX_GROUP

    def stated(self, timezone: str) -> dict[str, str]:
        """Return the options as they stand in the report."""
        return {
            "window": str(self.window),
            "stale": str(self.stale),
            "by": self.by,
            "timezone": timezone,
        }
