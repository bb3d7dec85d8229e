"""Does it leave the screen? How far contact with people on the list has come.

The ladder is of media in rising order. How soon somebody known from the screen was met is
estimated over all of them, also those who were not met yet: see `survival`.
"""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.frames import IN_PERSON, MEDIA
from netaudit.metrics.scope import Interactions, View, begins
from netaudit.metrics.survival import Survival, kaplan_meier

if TYPE_CHECKING:
    from netaudit.metrics.scope import Floats, Ints

#: Days by which a trace must come before a meeting to be earlier: dates of platforms are UTC.
DAY_OFF = 1


class OnlineToOffline(NamedTuple):
    """People on the list by the highest medium reached, and what became of online beginnings.

    Shares lie in 0..1. The last four figures are None while no meeting is on record at all.
    `undated` people on the list have no trace with a day: how it began is not known.
    """

    ladder_none: int
    ladder_public: int
    ladder_text: int
    ladder_voice: int
    ladder_in_person: int
    undated: int
    began_online: int | None
    met_later: int | None
    met_within_90d: float | None
    met_within_1y: float | None


def online_to_offline(view: View) -> OnlineToOffline:
    """Sort the people on the list by how far it came, in the whole record up to the day."""
    import numpy as np

    found = view.interactions
    counts = np.bincount(rungs(view)[view.listed], minlength=len(MEDIA) + 1)
    none, public, text, voice, in_person = counts.tolist()
    meetings = found.where(found.medium == IN_PERSON)
    known, people = len(meetings.day) > 0, view.history.people
    trace = np.minimum(view.earliest_tie(), _first_days(found, people))
    traced = view.listed & np.isfinite(trace)
    met = _first_days(meetings, people)
    online = np.flatnonzero(traced)
    online = online[met[online] - trace[online] > DAY_OFF]
    later = _until_met(trace[online], met[online], view.as_of)
    return OnlineToOffline(
        ladder_none=none,
        ladder_public=public,
        ladder_text=text,
        ladder_voice=voice,
        ladder_in_person=in_person,
        undated=int((view.listed & ~traced).sum()),
        began_online=len(online) if known else None,
        met_later=int(np.isfinite(met[online]).sum()) if known else None,
        met_within_90d=later.happened_within(90) if known else None,
        met_within_1y=later.happened_within(365) if known else None,
    )


def rungs(view: View) -> "Ints":
    """Return how far contact with each person has come: 0 for nothing, else 1 + the medium."""
    import numpy as np

    found = view.interactions
    rung = np.zeros(view.history.people, dtype=np.int64)
    for medium in range(len(MEDIA)):  # in rising order, so that the highest stays
        rung[found.person[found.medium == medium]] = medium + 1
    return rung


def _first_days(found: Interactions, people: int) -> "Floats":
    """Return for each person the day of their first interaction, inf for none."""
    import numpy as np

    first = np.full(people, np.inf)
    place = np.flatnonzero(begins(found.person))
    first[found.person[place]] = np.minimum.reduceat(found.day, place)
    return first


def _until_met(trace: "Floats", met: "Floats", as_of: int) -> Survival:
    """Estimate the days from the first trace to the first meeting."""
    import numpy as np

    return kaplan_meier(np.minimum(met, as_of) - trace, np.isfinite(met))
