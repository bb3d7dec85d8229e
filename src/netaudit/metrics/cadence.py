"""With whom the user meant to be in touch by now."""

from functools import cache
from typing import Literal, NamedTuple

from netaudit.calendar import Span, iso
from netaudit.frames import NEVER
from netaudit.metrics.scope import View
from netaudit.report import Person

#: Days before the day on which somebody is due that are told of in advance.
SOON = 7

State = Literal["overdue", "due", "kept"]


class DuePerson(NamedTuple):
    """Somebody who is overdue or due; `tag` brings the cadence, None where it is their own.

    `last` is the day of the last contact, `days` are those from then to the day of the report, and
    `due_on` is the day by which the next contact keeps the cadence: None where there was none.
    """

    person: Person
    cadence: str
    tag: str | None
    last: str | None
    days: int | None
    due_on: str | None


class Cadence(NamedTuple):
    """How many have a cadence, and who is overdue or due soon, by the day they are due."""

    with_cadence: int
    overdue: tuple[DuePerson, ...]
    due: tuple[DuePerson, ...]


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


class Meant(NamedTuple):
    """A person with a cadence, by number; days are None where there was no contact."""

    person: int
    cadence: Span
    tag: str | None
    last: int | None
    due: int | None
    state: State


def cadence(view: View) -> Cadence:
    """Look at everybody with a cadence who is not ignored, on the list or not.

    Any interaction counts, whichever way it went. Of the overdue the longest so come first and
    those never in touch last, of who is due within a week the soonest first; then by name.
    """
    everybody = sorted(
        view.once(meant),
        key=lambda one: (one.due or view.as_of, view.history.name_order(one.person)),
    )
    return Cadence(
        with_cadence=len(everybody),
        overdue=tuple(_row(one, view) for one in everybody if one.state == "overdue"),
        due=tuple(_row(one, view) for one in everybody if one.state == "due"),
    )


def _row(one: Meant, view: View) -> DuePerson:
    return DuePerson(
        person=view.history.person(one.person),
        cadence=str(one.cadence),
        tag=one.tag,
        last=None if one.last is None else iso(one.last),
        days=None if one.last is None else view.as_of - one.last,
        due_on=None if one.due is None else iso(one.due),
    )


def meant(view: View) -> list[Meant]:
    """Return everybody with a cadence who is not ignored, on the list or not."""
    import numpy as np

    history, last = view.history, view.last_days()
    has_one = (history.cadences != "") & (history.cadences != NEVER)
    numbers = np.flatnonzero(has_one & ~history.ignored)
    rows = zip(
        numbers.tolist(),
        history.cadences[numbers].tolist(),
        history.cadence_tags[numbers].tolist(),
        last[numbers].tolist(),
        strict=True,
    )
    parse, step = cache(Span.parse), cache(due_on)  # few spans and few days make many pairs
    found = []
    for number, text, tag, day in rows:
        span, contact = parse(text), day if day >= 0 else None
        due = step(contact, span)
        found.append(Meant(number, span, tag or None, contact, due, state(due, view.as_of)))
    return found
