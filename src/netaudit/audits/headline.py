"""The one sentence at the head of a report."""

from netaudit.audits import horizon, wording
from netaudit.metrics.list_vs_network import ListVsNetwork
from netaudit.metrics.scope import View


def of(found: ListVsNetwork, view: View, due: str) -> str:
    """Return the two numbers in a sentence, what is `due` of exports, and what they rest on.

    The last only if that is a single channel.
    """
    said = len(view.interactions.row)
    if not found.listed and not said:
        return (
            f"Nothing to audit up to {wording.day(view.as_of)}: import an export that reaches"
            " there, or log an interaction."
        )
    numbers = f"Your list holds {wording.people(found.listed)}, your network {found.network:,}."
    rests = horizon.one_channel(view) if found.listed else ""
    if not said:
        rests = horizon.nothing_said(view.as_of)
    elif not found.listed:
        who = wording.people(int(view.touched().at_all.sum()))
        rests = f"Contact is on record with {who}: import the list of your connections."
    return " ".join(filter(None, (numbers, due, rests)))
