"""Who has fallen silent, by the rhythm in which contact used to come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netaudit.metrics.evidence import Reason, Rhythm, Standing
from netaudit.metrics.horizon import LOG

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Floats, Ints

#: Contact-days that make a rhythm.
LEAST_CONTACT_DAYS = 4
#: A silence is long from so many times the usual gap on.
LONG = 2
#: Days of silence that are news: less than a week is not even a new conversation, and what ended
#: two years ago has ended.
LEAST_SILENCE, MOST_SILENCE = 7, 730
#: Contact comes in bursts where the mean gap is more than so many times the median one. Only gaps
#: of a week or more, as for openers, then lie between two conversations.
UNEVEN, APART = 3, 7

_SOURCES = {"linkedin": "linkedin", "dm": "x", "reply": "x", "mention": "x"}


def rhythm(standing: Standing) -> Sequence[Reason]:
    """Return with whom no contact is recorded for more than twice as long as usual.

    Silence counts up to the day until which the sources that told of the person reach. Whoever
    has the most contact-days within the window comes first, then in the whole record, then the
    shorter silence, then by name: what has just begun to slip is easiest to hold.
    """
    import numpy as np

    view = standing.view
    silence = view.as_of - standing.last
    likely = (
        standing.known
        & standing.two_way
        & (standing.contact_days >= LEAST_CONTACT_DAYS)
        & (silence >= LEAST_SILENCE)
        & (silence <= MOST_SILENCE)
    )
    every = _usual_gap(standing, likely)
    quiet = _known_until(standing, np.isfinite(every)) - standing.last
    silent = (quiet >= LEAST_SILENCE) & (quiet > LONG * every)
    found = [
        Rhythm(number, float(every[number]), int(silence[number]))
        for number in np.flatnonzero(silent).tolist()
    ]
    return sorted(
        found,
        key=lambda one: (
            -standing.lately[one.person],
            -standing.contact_days[one.person],
            one.days,
            view.history.name_order(one.person),
        ),
    )


def _usual_gap(standing: Standing, likely: "Bools") -> "Floats":
    """Return the usual days between contact of those who are `likely`, inf for no rhythm."""
    import numpy as np

    found, people = standing.view.contact_days, standing.view.history.people
    kept = likely[found.person]
    person, day = found.person[kept], found.day[kept]
    same = np.diff(person) == 0
    who, gap = person[1:][same], np.diff(day)[same]
    median = _median(who, gap, people)
    span, number = np.bincount(who, gap, minlength=people), np.bincount(who, minlength=people)
    bursts = span > UNEVEN * median * np.maximum(number, 1)
    apart = bursts[who] & (gap >= APART)
    return np.where(bursts, _median(who[apart], gap[apart], people), median)


def _median(who: "Ints", gap: "Ints", people: int) -> "Floats":
    """Return the median gap of each person, inf where there are too few for a rhythm."""
    import numpy as np

    count = np.bincount(who, minlength=people)
    enough = np.flatnonzero(count >= LEAST_CONTACT_DAYS - 1)
    ascending = np.sort((who << 32) | gap) & 0xFFFFFFFF  # by person and then by gap
    first, number = np.cumsum(count)[enough] - count[enough], count[enough]
    median = np.full(people, np.inf)
    median[enough] = (ascending[first + number // 2] + ascending[first + (number - 1) // 2]) / 2
    return median


def _known_until(standing: Standing, wanted: "Bools") -> "Floats":
    """Return for the `wanted` the last day of which a source that ever told of them can speak.

    The day of the view for a source whose reach is not known.
    """
    import numpy as np
    import pandas as pd

    view, found = standing.view, standing.view.interactions
    reach = {one.source: one.data_until for one in standing.sources}
    place = np.flatnonzero(wanted[found.person])
    frame, row = view.history.frames.interactions, found.row[place]
    code, channels = pd.factorize(frame["channel"].to_numpy()[row])
    of_channel = np.array([reach.get(_SOURCES.get(name, "")) or view.as_of for name in channels])
    logged = frame["logged"].to_numpy()[row]
    until = np.where(logged, reach.get(LOG) or view.as_of, of_channel[code])
    latest = np.full(view.history.people, -np.inf)
    np.maximum.at(latest, found.person[place], until.astype(np.float64))
    known: Floats = np.minimum(latest, view.as_of)
    return known
