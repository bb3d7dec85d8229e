"""Introduced, or out of the blue?"""

from metrics.oracle.world import IN, OUT, Answer, World
from metrics.worlds import SignalRow

FIGURES = (
    "sent", "sent_with_note", "received", "received_with_note", "sent_accepted", "first", "last",
)  # fmt: skip


def invitations(world: World) -> Answer:
    """Count the invitations of the window; None where no invitation at all is seen."""
    seen = [
        row
        for row in world.signals
        if row.kind == "invitation"
        and row.day <= world.as_of
        and not world.people[row.person].ignored
    ]
    if not seen:
        return dict.fromkeys(FIGURES)
    lately = [row for row in seen if row.day > world.window.before(world.as_of)]
    sent = [row for row in lately if row.direction == OUT]
    received = [row for row in lately if row.direction == IN]
    return {
        "sent": len(sent),
        "sent_with_note": sum(row.with_note for row in sent),
        "received": len(received),
        "received_with_note": sum(row.with_note for row in received),
        "sent_accepted": sum(accepted(world, row) for row in sent),
        "first": min(row.day for row in seen),
        "last": max(row.day for row in seen),
    }


def accepted(world: World, invitation: SignalRow) -> bool:
    """Say whether a connection followed, also one that has ended since."""
    return any(
        tie.person == invitation.person
        and tie.kind == "connection"
        and tie.since is not None
        and invitation.day - 1 <= tie.since <= world.as_of
        for tie in world.ties
    )
