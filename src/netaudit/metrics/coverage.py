"""What the report can and cannot see.

The one question that looks at everything: ignored people and mass messages too.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from netaudit.calendar import iso
from netaudit.frames import IN, TEXT, Frames
from netaudit.metrics.horizon import Source, sources
from netaudit.metrics.scope import MAX_GROUP, marked

if TYPE_CHECKING:
    import pandas as pd

    from netaudit.metrics.scope import Bools


class Channel(NamedTuple):
    """A channel with its interactions, the people in them, and its first and last day."""

    channel: str
    interactions: int
    people: int
    first: str
    last: str


class Import(NamedTuple):
    """A file that was read, the day it speaks of, and what became of its rows."""

    source: str
    name: str
    exported_on: str | None
    read: int
    set_aside: int
    skipped: int


class Aside(NamedTuple):
    """Rows of one kind that were understood and left out."""

    source: str
    kind: str
    records: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the record is made of, and what was left out of it."""

    people: int
    people_without_name: int
    people_only_in_log: int
    people_ignored: int
    accounts_blocked: int
    interactions: int
    signals: int
    group_messages_left_out: int
    ambiguous_entries: int
    records_set_aside: int
    records_skipped: int
    sources: tuple[Source, ...]
    channels: tuple[Channel, ...]
    imports: tuple[Import, ...]
    set_aside: tuple[Aside, ...]


def coverage(frames: Frames, *, as_of: int, max_group: int = MAX_GROUP) -> Coverage:
    """Account for everything that is dated up to `as_of`, and for all imports."""
    found = frames.interactions
    if (found["day"] > as_of).any():
        found = found[found["day"] <= as_of]
    signals = frames.signals[frames.signals["day"] <= as_of]
    known = _known(frames, found, signals, as_of)
    people = frames.people.sort_index()
    return Coverage(
        people=int(known.all.sum()),
        people_without_name=int((known.all & ~people["named"].to_numpy()).sum()),
        people_only_in_log=int((known.all & ~known.imported).sum()),
        people_ignored=int((known.all & people["ignored"].to_numpy()).sum()),
        accounts_blocked=frames.accounts_blocked,
        interactions=len(found),
        signals=len(signals),
        group_messages_left_out=_mass_messages(found, max_group),
        ambiguous_entries=frames.ambiguous_entries,
        records_set_aside=int(frames.left_out["records"].sum()),
        records_skipped=int(frames.snapshots["skipped"].sum()),
        sources=sources(frames, as_of=as_of),
        channels=_channels(found),
        imports=_imports(frames.snapshots),
        set_aside=tuple(sorted(Aside(*row) for row in _rows(frames.left_out))),
    )


class _Known(NamedTuple):
    """People with any trace, and those with a trace that is not from the log."""

    all: "Bools"
    imported: "Bools"


def _known(frames: Frames, found: "pd.DataFrame", signals: "pd.DataFrame", as_of: int) -> _Known:
    size = len(frames.people)
    ties = frames.ties[~(frames.ties["since"] > as_of)]
    person, logged = found["person"].to_numpy(), found["logged"].to_numpy()
    imported = (
        marked(size, ties["person"].to_numpy())
        | marked(size, signals["person"].to_numpy())
        | marked(size, person[~logged])
    )
    return _Known(imported | marked(size, person), imported)


def _mass_messages(found: "pd.DataFrame", max_group: int) -> int:
    """Count messages to more than `max_group` people; one of mine has a row for each of them."""
    mass = found[(found["medium"] <= TEXT) & (found["size"] > max_group)]
    theirs = mass["direction"] == IN
    mine = mass[~theirs].drop_duplicates(["at", "timed", "channel", "direction", "size"])
    return int(theirs.sum()) + len(mine)


def _channels(found: "pd.DataFrame") -> tuple[Channel, ...]:
    import numpy as np
    import pandas as pd

    code, names = pd.factorize(found["channel"].to_numpy())
    person, day = found["person"].to_numpy(), found["day"].to_numpy()
    channels = []
    for number, name in enumerate(names):
        mine = code == number
        days = day[mine]
        people = int(np.count_nonzero(np.bincount(person[mine])))
        channels.append(
            Channel(name, len(days), people, iso(int(days.min())), iso(int(days.max())))
        )
    return tuple(sorted(channels))


def _imports(snapshots: "pd.DataFrame") -> tuple[Import, ...]:
    found = [
        Import(source, name, None if day != day else iso(int(day)), *counts)  # noqa: PLR0124 - only NaN, an unknown day, is not itself
        for source, name, day, *counts in _rows(snapshots.drop(columns="covers"))
    ]
    return tuple(sorted(found, key=lambda one: (one.exported_on or "", *one[:2], *one[3:])))


def _rows(frame: "pd.DataFrame") -> list[tuple[Any, ...]]:
    return list(zip(*(frame[name].tolist() for name in frame.columns), strict=True))
