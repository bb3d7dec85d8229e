"""Reasons to talk to somebody, kind by kind, the best of each kind first."""

from collections.abc import Sequence
from dataclasses import replace

from netaudit.frames import TEXT, VOICE
from netaudit.metrics import waiting
from netaudit.metrics.cadence import meant
from netaudit.metrics.evidence import (
    Asked,
    Moved,
    New,
    OnScreen,
    Overdue,
    Reason,
    Standing,
)
from netaudit.metrics.giving import open_asks
from netaudit.metrics.horizon import known_until
from netaudit.metrics.scope import marked

#: Days for which an answer is still expected: later ones come after them, with an apology.
EXPECTED_DAYS = 90
#: Days for which a connection is new: after a season nobody expects a greeting for it.
NEW_DAYS = 90
#: Days for which a change of job is news. Half a year: exports come a few times a year.
MOVED_DAYS = 180
#: Days of messages within the window from which a call suggests itself: nearly monthly.
MESSAGE_DAYS = 10


def waits(standing: Standing) -> Sequence[Reason]:
    """Return who is known to wait for an answer: with whom contact ever went both ways first.

    Then who broke a silence, who is still expecting it, the most contact-days, the longest known
    wait, and by name: a stranger's first message is often an offer, a last word often a thank-you.
    Whoever wrote just before the data ends has probably had an answer since.
    """
    import numpy as np

    view, found = standing.view, standing.view.once(waiting.waits)
    wanted = marked(view.history.people, np.array([one.person for one in found], dtype=np.int64))
    until = known_until(standing.talk, standing.sources, wanted)
    known = [one._replace(until=int(until[one.person])) for one in found]
    return sorted(
        (one for one in known if one.known >= waiting.LEAST_DAYS),
        key=lambda one: (
            not standing.two_way[one.person],
            not one.opened,
            one.days > EXPECTED_DAYS,
            -standing.contact_days[one.person],
            -one.known,
            view.history.name_order(one.person),
        ),
    )


def asked(standing: Standing) -> Sequence[Reason]:
    """Return whose request stands open, from the third day on and for a year, as with messages.

    Those who still expect help come first, and of them who has waited longest; then by name.
    """
    view = standing.view
    theirs = [ask for ask in view.once(open_asks) if ask.who == "them"]
    found = [Asked(ask.person, ask.day, view.as_of - ask.day) for ask in theirs]
    return sorted(
        (one for one in found if waiting.LEAST_DAYS <= one.days <= waiting.MOST_DAYS_OPENER),
        key=lambda one: (
            one.days > EXPECTED_DAYS,
            -one.days,
            view.history.name_order(one.person),
        ),
    )


def overdue(standing: Standing) -> Sequence[Reason]:
    """Return with whom I meant to be in touch by now, who is late by the most cadences first.

    Those with whom there was no contact at all come last.
    """
    view = standing.view
    found = [
        Overdue(
            one.person, one.cadence, one.tag, None if one.last is None else view.as_of - one.last
        )
        for one in view.once(meant)
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
    since = view.earliest_tie(ties.connection)
    current = marked(view.history.people, ties.person[ties.connection & ties.on(view.as_of)])
    lately = (view.as_of - NEW_DAYS < since) & (since <= view.as_of)
    fresh = current & lately & ~standing.ever.at_all
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
        & (seen >= view.as_of - MOVED_DAYS)
        & ~(until <= view.as_of)
        & view.listed[person]
        & (standing.last[person] < seen)
    )
    columns = ("person", "seen_on", "company_before", "position_before", "company", "position")
    rows = zip(*(frame[name].to_numpy()[told].tolist() for name in columns), strict=True)
    newest = {number: change for number, *change in sorted(rows)}  # of several the last one stays
    return sorted(
        (Moved(number, *change) for number, change in newest.items()),
        key=lambda one: (
            -standing.contact_days[one.person],
            not one.elsewhere,
            view.history.name_order(one.person),
        ),
    )


def on_screen(standing: Standing) -> Sequence[Reason]:
    """Return with whom I often exchange messages and never spoke or met, the most days first.

    Messages between two people, in which both had a word: posts and groups suggest no call.
    Nobody as long as no call and no meeting of anybody is on record: exports know of none.
    """
    import numpy as np

    view, found = standing.view, standing.talk.interactions
    if not standing.calls:
        return []
    spoken = marked(view.history.people, found.person[found.medium >= VOICE])
    lately = found.day > standing.window.before(view.as_of)
    written = replace(view, interactions=found.where(lately & (found.medium == TEXT)))
    days = np.bincount(written.contact_days.person, minlength=view.history.people)
    often = standing.known & written.touched().two_way & ~spoken & (days >= MESSAGE_DAYS)
    people = [OnScreen(number, int(days[number])) for number in np.flatnonzero(often).tolist()]
    return sorted(people, key=lambda one: (-one.days, view.history.name_order(one.person)))
