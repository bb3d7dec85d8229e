"""Who gives, who asks, and which asks stand open: from what interactions were for."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import Span, iso
from netaudit.frames import IN, OUT, numbered
from netaudit.metrics.scope import View
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools

#: The purposes that are counted here; `social` and `work` are not.
PURPOSES = ("gave", "got", "asked", "was_asked", "thanked")

#: Who has asked.
Asker = Literal["me", "them"]


class OnlyAsked(NamedTuple):
    """Somebody whom I asked and to whom I never gave, with the times in the whole record."""

    person: Person
    asked: int
    gave: int


class OpenAsk(NamedTuple):
    """The latest ask of one side, with nothing later from the other."""

    person: Person
    who: Asker
    asked_on: str
    days: int


class Ask(NamedTuple):
    """An open ask, by number of the person, and its day."""

    person: int
    who: Asker
    day: int


class Giving(NamedTuple):
    """Interactions of the window by purpose; the tables are of the whole record.

    `give_share` is gave / (gave + got + asked), in 0..1. `purposes` says whether any of
    those that are counted is on record at all.
    """

    gave: int
    got: int
    asked: int
    was_asked: int
    thanked: int
    give_share: float | None
    purposes: bool
    only_asked: tuple[OnlyAsked, ...]
    open_asks: tuple[OpenAsk, ...]


def giving(view: View, *, window: Span) -> Giving:
    """Count what interactions were for, and name the asks that stand open."""
    has, history = view.once(purposes), view.history
    lately = view.interactions.day > window.before(view.as_of)
    counts = {purpose: int((has[purpose] & lately).sum()) for purpose in PURPOSES}
    turns = counts["gave"] + counts["got"] + counts["asked"]
    return Giving(
        gave=counts["gave"],
        got=counts["got"],
        asked=counts["asked"],
        was_asked=counts["was_asked"],
        thanked=counts["thanked"],
        give_share=counts["gave"] / turns if turns else None,
        purposes=any(marks.any() for marks in has.values()),
        only_asked=_only_asked(view, has),
        open_asks=tuple(
            OpenAsk(history.person(ask.person), ask.who, iso(ask.day), view.as_of - ask.day)
            for ask in sorted(
                view.once(open_asks),
                key=lambda ask: (ask.day, history.name_order(ask.person), ask.who),
            )
        ),
    )


def purposes(view: View) -> "dict[str, Bools]":
    """Say for each purpose which interactions have it."""
    import numpy as np

    code, texts = numbered(view.history.frames.interactions, "purpose")
    code = code[view.interactions.row]
    found = [set(text.split("+")) for text in texts]
    return {
        purpose: np.array([purpose in one for one in found], dtype=bool)[code]
        for purpose in PURPOSES
    }


def _only_asked(view: View, has: "dict[str, Bools]") -> tuple[OnlyAsked, ...]:
    """Name whom I asked without ever giving: most asks first, then by name."""
    import numpy as np

    person, history = view.interactions.person, view.history
    asked = np.bincount(person[has["asked"]], minlength=history.people)
    asked[person[has["gave"]]] = 0
    numbers = np.flatnonzero(asked)
    rows = zip(numbers.tolist(), asked[numbers].tolist(), strict=True)
    return tuple(
        OnlyAsked(history.person(number), count, 0)
        for number, count in sorted(rows, key=lambda row: (-row[1], history.name_order(row[0])))
    )


def open_asks(view: View) -> list[Ask]:
    """Find the latest ask of each person and side, where nothing later answers it."""
    has = view.once(purposes)
    return [*_open_asks(view, "me", has), *_open_asks(view, "them", has)]


def _open_asks(view: View, who: Asker, has: "dict[str, Bools]") -> list[Ask]:
    """Find those of one side.

    An answer is whatever comes from the side that was asked, or says that it helped. What the
    entry of the ask itself says answers an earlier ask only.
    """
    import numpy as np

    found = view.interactions
    if who == "me":
        ask, answer = has["asked"], (found.direction != OUT) | has["got"]
    else:
        ask, answer = has["was_asked"], (found.direction != IN) | has["gave"]
    asked, answered = view.last(ask), view.last(answer)
    numbers = np.flatnonzero((asked >= 0) & (answered <= asked))
    days = found.day[asked[numbers]].tolist()
    return [Ask(number, who, day) for number, day in zip(numbers.tolist(), days, strict=True)]
