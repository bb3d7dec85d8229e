"""Small worlds to measure: people, ties and interactions written as plain rows.

    frames = world(
        ties=[tie(0, since=D - 400)],
        interactions=[text(0, D - 3, "in"), meeting(1, D - 8)],
    )

Days are ordinals; `D` is a day in the middle of a week and of a month to count from.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from pandas.testing import assert_frame_equal

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.frames import (
    DIRECTIONS,
    INTERACTIONS,
    LEFT_OUT,
    MEDIA,
    MOVES,
    PEOPLE,
    SIGNALS,
    SNAPSHOTS,
    TIES,
    Frames,
    check,
    frame,
)

D = date(2026, 7, 15).toordinal()
NOON = 12.0


class PersonRow(NamedTuple):
    """A row of `people`."""

    person_id: str
    name: str
    sort_key: str
    company: str = ""
    position: str = ""
    ignored: bool = False
    named: bool = True
    tags: tuple[str, ...] = ()
    snoozed_until: int | None = None
    cadence: str = ""
    cadence_tag: str = ""


class TieRow(NamedTuple):
    """A row of `ties`; None where a day is not known."""

    person: int
    kind: str = "connection"
    since: int | None = None
    until: int | None = None
    source: str = "x"


class InteractionRow(NamedTuple):
    """A row of `interactions`."""

    person: int
    at: float
    timed: bool
    day: int
    channel: str
    medium: int
    direction: int
    size: int
    logged: bool
    position: int
    purpose: str


class SignalRow(NamedTuple):
    """A row of `signals`."""

    person: int
    kind: str
    day: int
    direction: int = 0
    with_note: bool = False


class MoveRow(NamedTuple):
    """A row of `moves`."""

    person: int
    seen_on: int
    next_on: int | None = None
    company_before: str = ""
    position_before: str = ""
    company: str = ""
    position: str = ""


class SnapshotRow(NamedTuple):
    """A row of `snapshots`."""

    source: str
    name: str
    exported_on: int | None
    covers: bool = True
    read: int = 0
    set_aside: int = 0
    skipped: int = 0


class LeftOutRow(NamedTuple):
    """A row of `left_out`."""

    source: str
    kind: str
    records: int


def person(number: int, name: str | None = None, *, ignored: bool = False) -> PersonRow:
    """Return a person; without a name they are called by their number."""
    name = f"Person {number:03}" if name is None else name
    return PersonRow(f"p{number:03}", name, name.casefold(), ignored=ignored, named=bool(name))


def tie(
    who: int, kind: str = "connection", *, since: int | None = None, until: int | None = None
) -> TieRow:
    """Return a list entry."""
    return TieRow(who, kind, since, until)


def interaction(
    who: int,
    day: int,
    direction: str,
    *,
    medium: str = "text",
    channel: str = "",
    hour: float | None = None,
    size: int = 1,
    logged: bool = False,
    position: int = 0,
    purpose: str = "",
    utc_offset: float = 0,
) -> InteractionRow:
    """Return an interaction on a local day; without an `hour` only that day is known."""
    local = (day - EPOCH_DAY) * SECONDS_PER_DAY + 3600 * (NOON if hour is None else hour)
    usual = {"public": "comment", "text": "linkedin", "voice": "call", "in_person": "meeting"}
    return InteractionRow(
        person=who,
        at=local - 3600 * utc_offset,
        timed=hour is not None,
        day=day,
        channel=channel or usual[medium],
        medium=MEDIA.index(medium),
        direction=DIRECTIONS.index(direction),
        size=size,
        logged=logged,
        position=position,
        purpose=purpose,
    )


def text(
    who: int, day: int, direction: str, hour: float = NOON, *, size: int = 1
) -> InteractionRow:
    """Return a message of an export."""
    return interaction(who, day, direction, hour=hour, size=size)


def meeting(who: int, day: int, *, purpose: str = "") -> InteractionRow:
    """Return a meeting that was logged with its day only."""
    return interaction(who, day, "both", medium="in_person", logged=True, purpose=purpose)


def world(
    *,
    people: Sequence[PersonRow] | int | None = None,
    ties: Sequence[TieRow] = (),
    interactions: Sequence[InteractionRow] = (),
    signals: Sequence[SignalRow] = (),
    moves: Sequence[MoveRow] = (),
    snapshots: Sequence[SnapshotRow] = (),
    left_out: Sequence[LeftOutRow] = (),
    ambiguous_entries: int = 0,
    accounts_blocked: int = 0,
    timezone: str = "UTC",
) -> Frames:
    """Return frames of these rows; without `people` everybody who is numbered exists."""
    if people is None:
        named = {row.person for row in ties} | {row.person for row in interactions}
        people = 1 + max(named | {row.person for row in signals}, default=-1)
    if isinstance(people, int):
        people = [person(number) for number in range(people)]
    return check(
        Frames(
            people=frame(PEOPLE, _columns(PEOPLE, people)),
            ties=frame(TIES, _columns(TIES, ties)),
            interactions=frame(INTERACTIONS, _columns(INTERACTIONS, interactions)),
            signals=frame(SIGNALS, _columns(SIGNALS, signals)),
            moves=frame(MOVES, _columns(MOVES, moves)),
            snapshots=frame(SNAPSHOTS, _columns(SNAPSHOTS, snapshots)),
            left_out=frame(LEFT_OUT, _columns(LEFT_OUT, left_out)),
            ambiguous_entries=ambiguous_entries,
            accounts_blocked=accounts_blocked,
            timezone=timezone,
        )
    )


def _columns(contract: Mapping[str, str], rows: Sequence[tuple[object, ...]]) -> dict[str, object]:
    return {name: [row[place] for row in rows] for place, name in enumerate(contract)}


@contextmanager
def kept(frames: Frames) -> Iterator[None]:
    """Fail if the body changes any frame, by its columns, types, index or values."""
    names = ("people", "ties", "interactions", "signals", "moves", "snapshots", "left_out")
    before = {name: getattr(frames, name).copy(deep=True) for name in names}
    yield
    for name in names:
        assert_frame_equal(getattr(frames, name), before[name])
