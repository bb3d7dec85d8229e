"""Reasons to talk to somebody, kind by kind, the best of each kind first."""

from collections.abc import Iterable, Sequence

from netaudit.calendar import Span, read_iso
from netaudit.frames import VOICE
from netaudit.metrics.cadence import InTouch
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Standing,
    Waits,
)
from netaudit.metrics.giving import OpenAsk
from netaudit.metrics.scope import marked
from netaudit.metrics.waiting import LEAST_DAYS, MOST_DAYS, Waiting

#: Days for which an answer is still expected: later ones come after them, with an apology.
EXPECTED_DAYS = 90
#: Days for which a connection is new: after a season nobody expects a greeting for it.
NEW_DAYS = 90
#: Days for which a change of job is news. Half a year: exports come a few times a year.
MOVED_DAYS = 180
#: Contact-days by text within the window from which a call suggests itself: nearly monthly.
TEXT_DAYS = 10


def waits(standing: Standing, waiting: Iterable[Waiting]) -> Sequence[Reason]:
    """Return who waits for an answer: with whom contact ever went both ways first.

    Then who broke a silence, who is still expecting it, the most contact-days, the longest wait,
    and by name: a stranger's first message is often an offer, a last word often a thank-you.
    """
    view, number = standing.view, standing.numbers
    found = [
        Waits(number[one.person.person_id], read_iso(one.since), one.days, one.kind == "opener")
        for one in waiting
    ]
    return sorted(
        found,
        key=lambda one: (
            not standing.two_way[one.person],
            not one.opened,
            one.days > EXPECTED_DAYS,
            -standing.contact_days[one.person],
            -one.days,
            view.history.name_order(one.person),
        ),
    )


def asked(standing: Standing, asks: Iterable[OpenAsk]) -> Sequence[Reason]:
    """Return whose request stands open, from the third day on and for a year, as with messages.

    Those who still expect help come first, and of them who has waited longest; then by name.
    """
    view, number = standing.view, standing.numbers
    found = [
        Asked(number[one.person.person_id], read_iso(one.asked_on), one.days)
        for one in asks
        if one.who == "them" and LEAST_DAYS <= one.days <= MOST_DAYS["opener"]
    ]
    return sorted(
        found,
        key=lambda one: (
            one.days > EXPECTED_DAYS,
            -one.days,
            view.history.name_order(one.person),
        ),
    )


def overdue(standing: Standing, meant: Iterable[InTouch]) -> Sequence[Reason]:
    """Return with whom I meant to be in touch by now, who is late by the most cadences first.

    Those with whom there was no contact at all come last.
    """
    view, number = standing.view, standing.numbers
    found = [
        Overdue(number[one.person.person_id], Span.parse(one.cadence), one.tag, one.days)
        for one in meant
        if one.state == "overdue"
    ]
    return sorted(
        found,
        key=lambda one: (
            -((one.days or 0) / one.cadence.average),
            view.history.name_order(one.person),
        ),
    )


def new(standing: Standing) -> Sequence[Reason]:
    """Return new connections without any interaction, the newest first."""
    import numpy as np

    view, ties = standing.view, standing.view.history.ties
    since = np.full(view.history.people, np.inf)
    mine = ties.connection & (ties.since <= view.as_of)
    np.minimum.at(since, ties.person[mine], ties.since[mine])  # of unknown date: not new
    current = marked(view.history.people, ties.person[mine & (ties.until > view.as_of)])
    fresh = current & ~standing.ever.at_all & (since > view.as_of - NEW_DAYS)
    found = [New(number, int(since[number])) for number in np.flatnonzero(fresh).tolist()]
    return sorted(found, key=lambda one: (-one.since, view.history.name_order(one.person)))


def moved(standing: Standing) -> Sequence[Reason]:
    """Return who on the list has another job in the newest list and was not in touch since.

    The most contact-days first, then who went to another company, then by name.
    """
    view, frame = standing.view, standing.view.history.frames.moves
    seen, until = frame["seen_on"].to_numpy(), frame["next_on"].to_numpy()
    person = frame["person"].to_numpy()
    told = (
        (seen <= view.as_of)
        & (seen > view.as_of - MOVED_DAYS)
        & ~(until <= view.as_of)
        & view.listed[person]
        & (standing.last[person] < seen)
    )
    columns = ("person", "seen_on", "company_before", "position_before", "company", "position")
    rows = zip(*(frame[name].to_numpy()[told].tolist() for name in columns), strict=True)
    newest = {number: jobs for number, _, *jobs in sorted(rows)}  # of several the last one stays
    return sorted(
        (Moved(number, *jobs) for number, jobs in newest.items()),
        key=lambda one: (
            -standing.contact_days[one.person],
            not one.elsewhere,
            view.history.name_order(one.person),
        ),
    )


def on_screen(standing: Standing) -> Sequence[Reason]:
    """Return with whom I often write both ways and never spoke or met, the most days first.

    Nobody as long as no call and no meeting of anybody is on record: exports know of none.
    """
    import numpy as np

    view, found = standing.view, standing.view.interactions
    spoken = marked(view.history.people, found.person[found.medium >= VOICE])
    if not spoken.any():
        return []
    mutual = view.touched(standing.window.before(view.as_of)).two_way
    often = standing.known & mutual & ~spoken & (standing.lately >= TEXT_DAYS)
    people = [
        OnScreen(number, int(standing.lately[number])) for number in np.flatnonzero(often).tolist()
    ]
    return sorted(people, key=lambda one: (-one.days, view.history.name_order(one.person)))
