"""What the section on invitations says."""

from metrics.worlds import D, SignalRow, tie, world
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.frames import IN, OUT, Frames
from netaudit.report import Section


def section(frames: Frames) -> Section:
    (found,) = (one for one in audit(frames, D, Options()).sections if one.key == "invitations")
    return found


def test_without_an_invitation_on_record_nothing_is_known() -> None:
    found = section(world())
    assert found.summary == "No invitation is on record."
    assert {one.key: one.value for one in found.figures} == {
        "sent": None,
        "sent_with_note": None,
        "received": None,
        "received_with_note": None,
        "sent_accepted": None,
    }
    assert found.notes == (
        (
            "Whether there were any is not known: they are told by the file Invitations.csv in an"
            " export from LinkedIn, for the last 6 to 12 months."
        ),
    )


def test_invitations_in_a_sentence() -> None:
    signals = [
        SignalRow(0, "invitation", D - 30, OUT, with_note=True),
        SignalRow(1, "invitation", D - 20, OUT),
        SignalRow(2, "invitation", D - 10, IN, with_note=True),
    ]
    found = section(world(ties=[tie(1, since=D - 20)], signals=signals))
    assert found.summary == (
        "Within the last year you sent 2 invitations (1 with a note, 1 accepted)"
        " and received 1 (1 with a note)."
    )
    assert found.notes[0] == (
        "The invitations on record were sent between 15 Jun 2026 and 5 Jul 2026; platforms export"
        " only those of the last 6 to 12 months, so of other days nothing is known."
    )
    assert found.notes[1].startswith("Accepted is an invitation of yours")


def test_one_side_only_in_a_sentence() -> None:
    found = section(world(signals=[SignalRow(0, "invitation", D, OUT)]))
    assert found.summary == (
        "Within the last year you sent 1 invitation (0 with a note, 0 accepted) and received 0."
    )
    assert found.notes[0].startswith("The invitations on record were sent on 15 Jul 2026;")
    found = section(world(signals=[SignalRow(0, "invitation", D, IN)]))
    assert found.summary == (
        "Within the last year you sent 0 invitations and received 1 (0 with a note)."
    )


def test_a_window_without_invitations() -> None:
    found = section(world(signals=[SignalRow(0, "invitation", D - 400, IN)]))
    assert found.summary == "No invitation is recorded within the last year."
    assert {one.value for one in found.figures} == {0}
