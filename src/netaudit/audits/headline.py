"""The one sentence at the head of a report."""

from netaudit.audits import horizon, wording
from netaudit.metrics.list_vs_network import ListVsNetwork
from netaudit.metrics.scope import View


def of(found: ListVsNetwork, view: View) -> str:
    """Return the two numbers in a sentence, and a second one if they rest on one channel."""
    if not found.listed and not len(view.interactions.row):
        return (
            f"Nothing to audit up to {wording.day(view.as_of)}: import an export that reaches"
            " there, or log an interaction."
        )
    numbers = f"Your list holds {wording.people(found.listed)}, your network {found.network:,}."
    if not len(view.interactions.row):
        return f"{numbers} No conversation is on record yet: import your messages or a log as well."
    if not found.listed:
        who = wording.people(int(view.touched().at_all.sum()))
        return f"{numbers} Contact is on record with {who}: import the list of your connections."
    return numbers + horizon.one_channel(view)
