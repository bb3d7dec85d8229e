"""Whom to talk to, and why: reasons of all kinds, taken in turns."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from netaudit.calendar import Span
from netaudit.frames import VOICE
from netaudit.metrics import reasons
from netaudit.metrics.evidence import Reason, Standing
from netaudit.metrics.horizon import Source
from netaudit.metrics.rhythm import rhythm
from netaudit.metrics.scope import View
from netaudit.report import Person


class Suggestion(NamedTuple):
    """Somebody to talk to: the reason whose turn it was, and what else speaks for it."""

    person: Person
    reason: Reason
    also: tuple[Reason, ...]


class Suggestions(NamedTuple):
    """Whom to talk to on the day `as_of`, and how many people there is any reason to talk to.

    `words` and `calls`: whether any interaction, and any call or meeting, is on record, so that
    the lack of one means something.
    """

    as_of: int
    people: tuple[Suggestion, ...]
    with_reason: int
    words: bool
    calls: bool


#: The kinds in the order in which they take turns: who waits for an answer, who asked for help, a
#: cadence, a rhythm, new connections, changes of job, who was never heard or met.
_KINDS: tuple[Callable[[Standing], Sequence[Reason]], ...] = (
    reasons.waits, reasons.asked, reasons.overdue, rhythm, reasons.new, reasons.moved,
    reasons.on_screen,
)  # fmt: skip


def suggestions(
    view: View, *, window: Span, limit: int, sources: tuple[Source, ...]
) -> Suggestions:
    """Suggest at most `limit` people, each once, under the first kind of reason that names them.

    The kinds take turns, so that none crowds out the others. Nobody who is ignored, or snoozed
    beyond the day of the view.
    """
    calls = bool((view.interactions.medium >= VOICE).any())
    queues = _queues(Standing(view, window, sources, calls))
    known: defaultdict[int, list[Reason]] = defaultdict(list)
    for queue in queues:
        for reason in queue:
            known[reason.person].append(reason)
    return Suggestions(
        as_of=view.as_of,
        people=tuple(
            Suggestion(
                view.history.person(one.person),
                one,
                tuple(other for other in known[one.person] if other is not one),
            )
            for one in _in_turns(queues, limit)
        ),
        with_reason=len(known),
        words=bool(len(view.interactions.row)),
        calls=calls,
    )


def _queues(standing: Standing) -> list[list[Reason]]:
    """Return for each kind the reasons to talk to people who may be suggested."""
    history = standing.view.history
    snoozed = history.snoozed_until > standing.view.as_of
    open_to = ~history.ignored & ~snoozed
    return [[one for one in queue if open_to[one.person]] for queue in reasons_by_kind(standing)]


def reasons_by_kind(standing: Standing) -> list[Sequence[Reason]]:
    """Return all reasons there are, of each kind the best first, whether one is wanted or not."""
    return [kind(standing) for kind in _KINDS]


def _in_turns(queues: Sequence[Sequence[Reason]], limit: int) -> list[Reason]:
    """Take the first of each queue whose person was not taken yet, round by round."""
    taken: dict[int, Reason] = {}
    left = [iter(queue) for queue in queues]
    while left and len(taken) < limit:
        for queue in list(left):
            reason = next((one for one in queue if one.person not in taken), None)
            if reason is None:
                left.remove(queue)
            elif len(taken) < limit:
                taken[reason.person] = reason
    return list(taken.values())
