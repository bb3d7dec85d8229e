"""Whom to talk to, and why: reasons of all kinds, taken in turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from netaudit.calendar import Span
from netaudit.frames import VOICE
from netaudit.metrics import reasons
from netaudit.metrics.cadence import InTouch, cadence
from netaudit.metrics.evidence import Reason, Standing
from netaudit.metrics.giving import OpenAsk, giving
from netaudit.metrics.horizon import Source
from netaudit.metrics.rhythm import rhythm
from netaudit.metrics.scope import View
from netaudit.metrics.waiting import Waiting, waiting_on_me
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools


class Suggestion(NamedTuple):
    """Somebody to talk to: the reason whose turn it was, and what else speaks for it."""

    person: Person
    reason: Reason
    also: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Whom to talk to, and how many people there is any reason to talk to.

    `words` and `calls`: whether any interaction, and any call or meeting, is on record, so that
    the lack of one means something.
    """

    people: tuple[Suggestion, ...]
    with_reason: int
    words: bool
    calls: bool


class Found(NamedTuple):
    """What other sections have found already; None: not looked for yet."""

    waiting: tuple[Waiting, ...] | None = None
    open_asks: tuple[OpenAsk, ...] | None = None
    in_touch: tuple[InTouch, ...] | None = None


def suggestions(
    view: View, *, window: Span, limit: int, sources: tuple[Source, ...], found: Found | None = None
) -> Suggestions:
    """Suggest at most `limit` people, each once, under the first kind of reason that names them.

    The kinds take turns, so that none crowds out the others: who waits for an answer, who asked
    for help, a cadence, a rhythm, new connections, changes of job, who was never heard or met.
    Nobody who is ignored, or snoozed beyond the day of the view.
    """
    found = found or Found()
    standing = Standing(view, window, sources)
    waiting = waiting_on_me(view) if found.waiting is None else found.waiting
    asks = giving(view, window=window).open_asks if found.open_asks is None else found.open_asks
    meant = cadence(view).people if found.in_touch is None else found.in_touch
    kinds = (
        reasons.waits(standing, waiting),
        reasons.asked(standing, asks),
        reasons.overdue(standing, meant),
        rhythm(standing),
        reasons.new(standing),
        reasons.moved(standing),
        reasons.on_screen(standing),
    )
    open_to = _open_to(view)
    queues = [[reason for reason in kind if open_to[reason.person]] for kind in kinds]
    known: dict[int, list[Reason]] = {}
    for queue in queues:
        for reason in queue:
            known.setdefault(reason.person, []).append(reason)
    return Suggestions(
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
        calls=bool((view.interactions.medium >= VOICE).any()),
    )


def _open_to(view: View) -> "Bools":
    """Say who may be suggested: neither ignored nor snoozed."""
    import numpy as np

    people = view.history.frames.people
    until = people["snoozed_until"].to_numpy()[np.argsort(people.index.to_numpy())]
    return ~view.history.ignored & ~(until > view.as_of)


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
