"""With whom the user meant to be in touch by now."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import Span, iso
from netaudit.metrics.scope import View, marked
from netaudit.report import Person

if TYPE_CHECKING:
    from netaudit.metrics.scope import Ints

#: Days before the day on which somebody is due that are told of in advance.
SOON = 7

State = Literal["overdue", "due", "kept"]


class InTouch(NamedTuple):
    """Somebody to be in touch with; `tag` brings the cadence, None where it is their own.

    `last` is the day of the last contact, `days` are those from then to the day of the report, and
    `due_on` is the day by which the next contact keeps the cadence: None where there was none.
    """

    person: Person
    cadence: str
    tag: str | None
    last: str | None
    days: int | None
    due_on: str | None
    state: State


@dataclass(frozen=True, slots=True)
class Cadence:
    """How many have a cadence; `people` are those who are overdue or due, by the day they are."""

    with_cadence: int
    overdue: int
    due: int
    people: tuple[InTouch, ...]


def due_on(last: int | None, cadence: Span) -> int | None:
    """Return the day by which the next contact keeps the cadence; None where there was none."""
    return None if last is None else cadence.after(last)


def state(due: int | None, as_of: int) -> State:
    """Tell how things stand with somebody who is due on a day, None for never in touch.

    Whoever is due on the day itself is not overdue yet.
    """
    if due is None or due < as_of:
        return "overdue"
    return "due" if due <= as_of + SOON else "kept"


class _Meant(NamedTuple):
    """A person with a cadence, by number: day of the last contact, and the day they are due."""

    number: int
    cadence: str
    tag: str
    last: int | None
    due: int | None
    state: State


def cadence(view: View) -> Cadence:
    """Look at everybody with a cadence who is not ignored, on the list or not.

    Any interaction counts, whichever way it went. The overdue come first, the longest so at the
    head and those never in touch at the end, then who is due within a week; then by name.
    """
    meant = _meant(view)
    states = [one.state for one in meant]
    told = sorted(
        (one for one in meant if one.state != "kept"),
        key=lambda one: (
            one.state == "due", one.due or view.as_of, view.history.name_order(one.number)
        ),
    )  # fmt: skip
    return Cadence(
        with_cadence=len(meant),
        overdue=states.count("overdue"),
        due=states.count("due"),
        people=tuple(_in_touch(one, view) for one in told),
    )


def _in_touch(one: _Meant, view: View) -> InTouch:
    return InTouch(
        person=view.history.person(one.number),
        cadence=one.cadence,
        tag=one.tag or None,
        last=None if one.last is None else iso(one.last),
        days=None if one.last is None else view.as_of - one.last,
        due_on=None if one.due is None else iso(one.due),
        state=one.state,
    )


def _meant(view: View) -> list[_Meant]:
    import numpy as np

    people = view.history.frames.people
    order = np.argsort(people.index.to_numpy())
    spans, tags = (people[name].to_numpy()[order] for name in ("cadence", "cadence_tag"))
    numbers = np.flatnonzero((spans != "") & ~view.history.ignored)
    last = _last_days(view, numbers)
    step = cache(due_on)  # few spans and few days make many pairs
    found = []
    for number, text, tag, day in zip(
        numbers.tolist(), spans[numbers].tolist(), tags[numbers].tolist(), last, strict=True
    ):
        due = step(day, Span.parse(text))
        found.append(_Meant(number, text, tag, day, due, state(due, view.as_of)))
    return found


def _last_days(view: View, numbers: "Ints") -> list[int | None]:
    """Return for each of these people the day of the last interaction, None where there is none."""
    import numpy as np

    found = view.interactions
    wanted = marked(view.history.people, numbers)[found.person]
    latest = np.zeros(view.history.people, dtype=np.int64)
    np.maximum.at(latest, found.person[wanted], found.day[wanted])
    return [day or None for day in latest[numbers].tolist()]
