"""Who speaks first after a silence, and what answers it.

An *event* is a text message between two people, one way. An *opener* is an event that is the
first of its person or comes at least 7 days after the event before it, and is not the answer
to an opener. An *answer* is the first later interaction of any kind that is `both` or the other
way, if it comes within 30 days.

Going through a person's interactions decides both, one after the other. The same can be had
without a loop: cut the interactions into runs of one direction. What answers an opener is the
first of the next run, so all candidates but the first of a run are openers for certain, and the
first of a run is one unless the run before holds an opener that is near enough. Where that run
has none but possibly its own first, the two exclude each other, and along a chain of such runs
openers and answers alternate.
"""

from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import SECONDS_PER_DAY
from netaudit.frames import BOTH, TEXT
from netaudit.metrics.scope import Interactions, View, begins

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Floats, Ints

#: Seconds of silence before an event that opens.
SILENCE = 7 * SECONDS_PER_DAY
#: Seconds within which an answer is one.
PATIENCE = 30 * SECONDS_PER_DAY


class Openers(NamedTuple):
    """Openers of the whole record, as places in the interactions they were found in.

    `answer` is the place of what answered it, -1 where nothing did.
    """

    place: "Ints"
    answer: "Ints"


class _Runs(NamedTuple):
    """Runs of one person and direction: which run each interaction is in, and where runs begin."""

    of: "Ints"
    first: "Ints"
    begins: "Bools"
    follows: "Bools"  # the run before is of the same person


def events(found: Interactions) -> "Bools":
    """Say which interactions are one-way text messages between two people."""
    one_way: Bools = (found.size == 1) & (found.medium == TEXT) & (found.direction != BOTH)
    return one_way


def openers(found: Interactions) -> Openers:
    """Find the openers among `found` (sorted by person and order of events) and their answers."""
    import numpy as np

    runs = _runs(found)
    candidates = _candidates(found)
    certain = candidates & ~runs.begins
    first_opens = _first_opens(found.at, runs, candidates, certain)
    place = np.flatnonzero(certain | (runs.begins & first_opens[runs.of]))
    following = np.append(runs.first, -1)[runs.of[place] + 1]
    answered = np.append(runs.follows, False)[runs.of[place] + 1] & (
        found.at[following] - found.at[place] <= PATIENCE
    )
    return Openers(place, np.where(answered, following, -1))


def all_openers(view: View) -> Openers:
    """Find the openers among everything that is seen."""
    return openers(view.interactions)


def _runs(found: Interactions) -> _Runs:
    import numpy as np

    other_person = begins(found.person)
    marks = other_person | begins(found.direction)
    first = np.flatnonzero(marks)
    return _Runs(np.cumsum(marks) - 1, first, marks, ~other_person[first])


def _candidates(found: Interactions) -> "Bools":
    """Say which events are the first of their person or come after a silence."""
    import numpy as np

    place = np.flatnonzero(events(found))
    at, fresh = found.at[place], begins(found.person[place])
    fresh[1:] |= at[1:] - at[:-1] >= SILENCE
    candidates = np.zeros(len(found.person), dtype=bool)
    candidates[place[fresh]] = True
    return candidates


def _first_opens(at: "Floats", runs: _Runs, candidates: "Bools", certain: "Bools") -> "Bools":
    """Say for each run whether its first interaction is an opener."""
    import numpy as np

    number = np.arange(len(runs.first))
    begin = at[runs.first]
    latest = np.full(len(number), -np.inf)
    latest[runs.of[certain]] = at[certain]  # ascending within a run, so the last one stays
    answers = runs.follows & (begin - np.roll(latest, 1) <= PATIENCE)
    may_open = candidates[runs.first] & ~answers
    hangs_on_previous = may_open & runs.follows & (begin - np.roll(begin, 1) <= PATIENCE)
    anchor = np.maximum.accumulate(np.where(hangs_on_previous, 0, number))
    alternates = (number - anchor) % 2 == 1
    opens: Bools = may_open[anchor] ^ alternates
    return opens
