"""What the report can and cannot see.

The one question that looks at everything: ignored people and mass messages too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from netaudit.calendar import iso
from netaudit.frames import IN, LEFT_OUT, SNAPSHOTS, TEXT, Frames, numbered
from netaudit.metrics.horizon import Source, sources
from netaudit.metrics.scope import MAX_GROUP, marked

if TYPE_CHECKING:
    import pandas as pd

    from netaudit.metrics.scope import Bools, Ints


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
    found = frames.interactions["day"].to_numpy() <= as_of
    signals = frames.signals["person"].to_numpy()[frames.signals["day"].to_numpy() <= as_of]
    known = _known(frames, found, signals, as_of)
    person = frames.people.index.to_numpy()
    return Coverage(
        people=int(known.all.sum()),
        people_without_name=int((known.all[person] & ~frames.people["named"].to_numpy()).sum()),
        people_only_in_log=int((known.all & ~known.imported).sum()),
        people_ignored=int((known.all[person] & frames.people["ignored"].to_numpy()).sum()),
        accounts_blocked=frames.accounts_blocked,
        interactions=int(found.sum()),
        signals=len(signals),
        group_messages_left_out=_mass_messages(frames.interactions, found, max_group),
        ambiguous_entries=frames.ambiguous_entries,
        records_set_aside=int(frames.left_out["records"].to_numpy().sum()),
        records_skipped=int(frames.snapshots["skipped"].to_numpy().sum()),
        sources=sources(frames, as_of=as_of),
        channels=_channels(frames.interactions, found),
        imports=_imports(frames.snapshots),
        set_aside=tuple(sorted(Aside(*row) for row in _rows(frames.left_out, LEFT_OUT))),
    )


class _Known(NamedTuple):
    """People with any trace, and those with a trace that is not from the log."""

    all: "Bools"
    imported: "Bools"


def _known(frames: Frames, found: "Bools", signals: "Ints", as_of: int) -> _Known:
    size, ties, rows = len(frames.people), frames.ties, frames.interactions
    logged, person = rows["logged"].to_numpy(), rows["person"].to_numpy()
    imported = (
        marked(size, ties["person"].to_numpy()[~(ties["since"].to_numpy() > as_of)])
        | marked(size, signals)
        | marked(size, person[found & ~logged])
    )
    return _Known(imported | marked(size, person[found]), imported)


def _mass_messages(frame: "pd.DataFrame", found: "Bools", max_group: int) -> int:
    """Count messages to more than `max_group` people; one of mine has a row for each of them."""
    mass = found & (frame["medium"].to_numpy() <= TEXT) & (frame["size"].to_numpy() > max_group)
    theirs = mass & (frame["direction"].to_numpy() == IN)
    mine = mass & ~theirs
    columns = (*(frame[name].to_numpy() for name in _OF_ONE), numbered(frame, "channel")[0])
    each = set(zip(*(column[mine].tolist() for column in columns), strict=True))
    return int(theirs.sum()) + len(each)


#: With the channel, what the rows of one message of mine have in common.
_OF_ONE = ("at", "timed", "direction", "size")


def _channels(frame: "pd.DataFrame", found: "Bools") -> tuple[Channel, ...]:
    import numpy as np

    code, names = numbered(frame, "channel")
    person, day = frame["person"].to_numpy(), frame["day"].to_numpy()
    channels = []
    for number, name in enumerate(names):
        mine = found & (code == number)
        days = day[mine]
        if len(days):
            people = int(np.count_nonzero(np.bincount(person[mine])))
            channels.append(
                Channel(name, len(days), people, iso(int(days.min())), iso(int(days.max())))
            )
    return tuple(sorted(channels))


def _imports(snapshots: "pd.DataFrame") -> tuple[Import, ...]:
    columns = [name for name in SNAPSHOTS if name != "covers"]
    found = [
        Import(source, name, None if day != day else iso(int(day)), *counts)  # noqa: PLR0124 - only NaN, an unknown day, is not itself
        for source, name, day, *counts in _rows(snapshots, columns)
    ]
    return tuple(sorted(found, key=lambda one: (one.exported_on or "", *one[:2], *one[3:])))


def _rows(frame: "pd.DataFrame", columns: Iterable[str]) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[name].to_numpy().tolist() for name in columns), strict=True))
