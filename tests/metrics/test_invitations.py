"""Invitations, in worlds small enough for a pencil."""

import pytest

from metrics.worlds import D, PersonRow, SignalRow, TieRow, person, tie, world
from netaudit.calendar import Span
from netaudit.frames import IN, OUT
from netaudit.metrics.invitations import Invitations, invitations
from netaudit.metrics.scope import History

YEAR = Span(365, "d")


def measured(
    signals: list[SignalRow],
    ties: list[TieRow] | None = None,
    people: list[PersonRow] | None = None,
) -> Invitations:
    frames = world(people=people, ties=ties or [], signals=signals)
    return invitations(History.of(frames).at(D), window=YEAR)


def sent(day: int, *, who: int = 0, with_note: bool = False) -> SignalRow:
    return SignalRow(who, "invitation", day, OUT, with_note)


def received(day: int, *, who: int = 0, with_note: bool = False) -> SignalRow:
    return SignalRow(who, "invitation", day, IN, with_note)


def test_invitations_by_direction_and_note() -> None:
    found = measured(
        [
            sent(D, with_note=True),
            sent(D - 364),
            sent(D - 364, who=1),
            sent(D - 365, with_note=True),
            received(D - 1, with_note=True),
            received(D - 2),
            received(D + 1),
            SignalRow(0, "invitation_note", D, OUT, with_note=True),
            SignalRow(0, "like", D - 700, OUT),
        ]
    )
    assert found == Invitations(
        sent=3,
        sent_with_note=1,
        received=2,
        received_with_note=1,
        sent_accepted=0,
        first=D - 365,
        last=D,
    )


UNKNOWN = Invitations(None, None, None, None, None, None, None)


def test_without_an_invitation_on_record_nothing_is_known() -> None:
    assert measured([]) == UNKNOWN
    assert measured([sent(D + 1), SignalRow(0, "endorsement", D)]) == UNKNOWN
    assert measured([sent(D)], people=[person(0, ignored=True)]) == UNKNOWN


def test_a_window_without_invitations_has_none() -> None:
    assert measured([sent(D - 400)]) == Invitations(0, 0, 0, 0, 0, D - 400, D - 400)


@pytest.mark.parametrize(
    ("connection", "accepted"),
    [
        (tie(0, since=D - 12), 0),
        (tie(0, since=D - 11), 1),
        (tie(0, since=D), 1),
        (tie(0, since=D + 1), 0),
        (tie(0, since=D - 5, until=D - 3), 1),
        (tie(0), 0),
        (tie(0, "following", since=D - 5), 0),
        (tie(1, since=D - 5), 0),
    ],
)
def test_an_invitation_is_accepted_by_a_connection_from_the_day_before(
    connection: TieRow, accepted: int
) -> None:
    assert measured([sent(D - 10)], [connection]).sent_accepted == accepted


def test_an_earlier_connection_does_not_hide_a_later_one() -> None:
    ties = [tie(0, since=D - 900, until=D - 800), tie(0, since=D - 5), tie(0, since=D - 700)]
    assert measured([sent(D - 10), sent(D - 8), received(D - 10)], ties).sent_accepted == 2
