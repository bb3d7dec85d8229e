"""The section on invitations to connect."""

from netaudit.audits import horizon, wording
from netaudit.audits.options import Options
from netaudit.metrics.horizon import Source
from netaudit.metrics.invitations import Invitations
from netaudit.report import Figure, Section

_NONE = (
    "Whether there were any is not known: they are told by the file Invitations.csv in an export"
    " from LinkedIn, for the last 6 to 12 months."
)
_ACCEPTED = (
    "Accepted is an invitation of yours to somebody with a connection that began the day before or"
    " later, also one that has ended; who declined is not told."
)


def section(found: Invitations, options: Options, sources: tuple[Source, ...]) -> Section:
    """Say how many invitations went either way, with a word of introduction or without."""
    return Section(
        key="invitations",
        title="Introduced, or out of the blue?",
        summary=_summary(found, options),
        figures=(
            Figure("sent", "invitations you sent", found.sent),
            Figure("sent_with_note", "sent with a note", found.sent_with_note),
            Figure("received", "invitations you received", found.received),
            Figure("received_with_note", "received with a note", found.received_with_note),
            Figure("sent_accepted", "sent and accepted", found.sent_accepted),
        ),
        notes=(*horizon.silence(sources), *_notes(found)),
    )


def _summary(found: Invitations, options: Options) -> str:
    if found.sent is None:
        return "No invitation is on record."
    lately = wording.last(options.window)
    if not (found.sent or found.received):
        return f"No invitation is recorded within {lately}."
    sent = f"sent {wording.counted(found.sent, 'invitation')}"
    if found.sent:
        sent += f" ({found.sent_with_note:,} with a note, {found.sent_accepted:,} accepted)"
    received = f"received {found.received:,}"
    if found.received:
        received += f" ({found.received_with_note:,} with a note)"
    return f"Within {lately} you {sent} and {received}."


def _notes(found: Invitations) -> tuple[str, ...]:
    if found.first is None or found.last is None:
        return (_NONE,)
    days = f"between {wording.day(found.first)} and {wording.day(found.last)}"
    if found.first == found.last:
        days = f"on {wording.day(found.first)}"
    return (
        (
            f"The invitations on record were sent {days}; platforms export only those of the last"
            " 6 to 12 months, so of other days nothing is known."
        ),
        _ACCEPTED,
    )
