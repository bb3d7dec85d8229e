"""The one sentence at the head of a report."""

from netaudit.audits import horizon, wording
from netaudit.metrics.list_vs_network import ListVsNetwork
from netaudit.metrics.scope import View


def of(found: ListVsNetwork, view: View) -> str:
    """Return the two numbers in a sentence, and a second one if they rest on one channel."""
    if not found.listed and not len(view.interactions.row):
        frames = view.history.frames
        later = (frames.interactions["day"] > view.as_of, frames.ties["since"] > view.as_of)
        if any(days.any() for days in later):
            return f"Nothing on record reaches back to {wording.day(view.as_of)}."
        return "Nothing to audit yet: import an export or log an interaction first."
    numbers = f"Your list holds {wording.people(found.listed)}, your network {found.network:,}."
    return numbers + horizon.one_channel(view)
