"""Who has fallen silent, by the rhythm in which there used to be talk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netaudit.metrics.evidence import Reason, Rhythm, Standing
from netaudit.metrics.horizon import known_until

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Floats, Ints, View

#: Days of talk that make a rhythm.
LEAST_DAYS = 4
#: A silence is long from so many times the usual gap on.
LONG = 2
#: Days of silence that are news: less than a week is not even a new conversation.
LEAST_SILENCE = 7
#: After a year of silence, or so many times the usual gap where that is longer, it has ended.
MOST_SILENCE, MOST_GAPS = 365, 4
#: Talk comes in bursts where the mean gap is more than so many times the median one. Only gaps
#: of a week or more, as for openers, then lie between two conversations.
UNEVEN, APART = 3, 7


def rhythm(standing: Standing) -> Sequence[Reason]:
    """Return with whom no talk is recorded for more than twice as long as usual.

    A day counts with something between the two of us. Silence is known up to the day until which
    the sources reach that told of such days. Nobody with a cadence: that is the user's own word.
    Whoever has the most days within the window comes first, so that those with none come last,
    then in the whole record, then the shorter silence, then by name: what has just begun to slip
    is easiest to hold.
    """
    import numpy as np

    view, talk = standing.view, standing.talk
    days, last = talk.contact_days, talk.last_days()
    number = np.bincount(days.person, minlength=view.history.people)
    within = days.day > standing.window.before(view.as_of)
    lately = np.bincount(days.person[within], minlength=view.history.people)
    silence = view.as_of - last
    likely = (
        standing.known
        & (view.history.cadences == "")
        & talk.touched().two_way
        & (number >= LEAST_DAYS)
        & (silence >= LEAST_SILENCE)
    )
    every = usual_gap(talk, likely)
    quiet = known_until(talk, standing.sources, np.isfinite(every)) - last
    ended = silence > np.maximum(MOST_SILENCE, MOST_GAPS * every)
    silent = (quiet >= LEAST_SILENCE) & (quiet > LONG * every) & ~ended
    found = [
        Rhythm(one, float(every[one]), int(silence[one])) for one in np.flatnonzero(silent).tolist()
    ]
    return sorted(
        found,
        key=lambda one: (
            -lately[one.person],
            -number[one.person],
            one.days,
            view.history.name_order(one.person),
        ),
    )


def usual_gap(talk: "View", likely: "Bools") -> "Floats":
    """Return the usual days between talks of those who are `likely`, inf for no rhythm.

    `talk` is what was between the two of us. The median gap; of talk that comes in bursts, that
    between two conversations.
    """
    import numpy as np

    found, people = talk.contact_days, talk.history.people
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
    enough = np.flatnonzero(count >= LEAST_DAYS - 1)
    ascending = np.sort((who << 32) | gap) & 0xFFFFFFFF  # by person and then by gap
    first, number = np.cumsum(count)[enough] - count[enough], count[enough]
    median = np.full(people, np.inf)
    median[enough] = (ascending[first + number // 2] + ascending[first + (number - 1) // 2]) / 2
    return median
