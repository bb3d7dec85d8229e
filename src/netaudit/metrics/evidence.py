"""What speaks for talking to somebody: the evidence, and what it is looked for in."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from netaudit.calendar import Span
from netaudit.frames import TEXT, VOICE
from netaudit.metrics.horizon import Source
from netaudit.metrics.scope import Touched, View, marked
from netaudit.normal import name_key

if TYPE_CHECKING:
    from netaudit.metrics.scope import Bools, Ints

Kind = Literal["waiting", "asked", "cadence", "rhythm", "new", "moved", "screen"]


class Waits(NamedTuple):
    """Wrote to me, and has no answer since the day `since`; `opened`: it broke a silence.

    Whether there was one is known up to the day `until`; None: up to the day of the view.
    """

    person: int
    since: int
    days: int
    opened: bool
    until: int | None = None

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "waiting"

    @property
    def known(self) -> int:
        """The days for which it is known that no answer came."""
        return self.days if self.until is None else self.until - self.since


class Asked(NamedTuple):
    """Asked me for help on a day, and nothing from me came after."""

    person: int
    asked_on: int
    days: int

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "asked"


class Overdue(NamedTuple):
    """Is past the cadence I wanted; `days` since the last contact, None where there was none."""

    person: int
    cadence: Span
    tag: str | None
    days: int | None

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "cadence"


class Rhythm(NamedTuple):
    """Used to talk with me `every` so many days, and did so last so many `days` ago."""

    person: int
    every: float
    days: int

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "rhythm"


class New(NamedTuple):
    """Was connected on the day `since`, without a word so far."""

    person: int
    since: int

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "new"


class Moved(NamedTuple):
    """Has another job in the newest list, of the day `seen_on`; each "" where it names none."""

    person: int
    seen_on: int
    company_before: str
    position_before: str
    company: str
    position: str

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "moved"

    @property
    def elsewhere(self) -> bool:
        """Whether the company is another one, and not only the position."""
        return name_key(self.company_before) != name_key(self.company)


class OnScreen(NamedTuple):
    """Wrote and was written to on so many days within the window, and never spoke or met."""

    person: int
    days: int

    @property
    def kind(self) -> Kind:
        """Return the kind of reason."""
        return "screen"


Reason = Waits | Asked | Overdue | Rhythm | New | Moved | OnScreen


@dataclass(frozen=True, eq=False)
class Standing:
    """How everybody stands to me on the day of a view; arrays are by the number of a person."""

    view: View
    window: Span
    sources: tuple[Source, ...]
    #: Whether any call or meeting of anybody is on record, so that the lack of one means something.
    calls: bool

    @cached_property
    def ever(self) -> Touched:
        """Who was touched, ever."""
        return self.view.touched()

    @cached_property
    def two_way(self) -> "Bools":
        """With whom contact ever went both ways."""
        return self.ever.two_way

    @cached_property
    def contact_days(self) -> "Ints":
        """Contact-days of the whole record."""
        import numpy as np

        return np.bincount(self.view.contact_days.person, minlength=self.view.history.people)

    @cached_property
    def talk(self) -> View:
        """What was between the two of us: no posts, and no messages to several people."""
        found = self.view.interactions
        between = (found.medium >= VOICE) | ((found.medium == TEXT) & (found.size == 1))
        return replace(self.view, interactions=found.where(between))

    @cached_property
    def last(self) -> "Ints":
        """The last contact-day, -1 where there is none."""
        return self.view.last_days()

    @cached_property
    def known(self) -> "Bools":
        """Whom I know: on the list, or two-way and not gone from it."""
        ties = self.view.history.ties
        began = ties.chosen & (ties.since <= self.view.as_of)
        once = marked(self.view.history.people, ties.person[began])
        known: Bools = self.view.listed | (self.two_way & ~once)
        return known
