"""Introduced, or out of the blue? Invitations to connect, and what became of mine."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netaudit.calendar import Span
from netaudit.frames import OUT
from netaudit.metrics.scope import View

if TYPE_CHECKING:
    from netaudit.metrics.scope import Floats

#: Days by which a connection may be dated before its invitation: dates of platforms are UTC.
DAY_OFF = 1


@dataclass(frozen=True, slots=True)
class Invitations:
    """Invitations of the window; all figures are None where no invitation is on record.

    `first` and `last` are the days of the first and the last one on record, in or before the
    window.
    """

    sent: int | None
    sent_with_note: int | None
    received: int | None
    received_with_note: int | None
    sent_accepted: int | None
    first: int | None
    last: int | None


def invitations(view: View, *, window: Span) -> Invitations:
    """Count the invitations of the window by direction, note and outcome.

    One that I sent is accepted if there is a connection that began the day before or later, also
    one that has ended since.
    """
    signals, ignored = view.history.frames.signals, view.history.ignored
    person, day = signals["person"].to_numpy(), signals["day"].to_numpy()
    counted = (signals["kind"].to_numpy() == "invitation") & (day <= view.as_of) & ~ignored[person]
    if not counted.any():
        return Invitations(None, None, None, None, None, None, None)
    lately = counted & (day > window.before(view.as_of))
    noted = signals["with_note"].to_numpy()
    mine = signals["direction"].to_numpy() == OUT
    sent, received = lately & mine, lately & ~mine
    accepted = sent & (_last_connected(view)[person] >= day - DAY_OFF)
    return Invitations(
        sent=int(sent.sum()),
        sent_with_note=int((sent & noted).sum()),
        received=int(received.sum()),
        received_with_note=int((received & noted).sum()),
        sent_accepted=int(accepted.sum()),
        first=int(day[counted].min()),
        last=int(day[counted].max()),
    )


def _last_connected(view: View) -> "Floats":
    """Return for each person the last known day on which a connection began, -inf for none."""
    import numpy as np

    ties = view.history.ties
    known = ties.connection & (ties.since <= view.as_of)
    last = np.full(view.history.people, -np.inf)
    np.maximum.at(last, ties.person[known], ties.since[known])
    return last
