"""The tables that metrics read: what columns they have, of what type, and what they mean.

A day is an ordinal (see `calendar`), an instant UTC epoch seconds. Frames are never changed
after they are made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

#: Media in rising order; `medium` in `interactions` is the index here.
MEDIA = ("public", "text", "voice", "in_person")
PUBLIC, TEXT, VOICE, IN_PERSON = range(4)

#: Directions; `direction` in `interactions` and `signals` is the index here.
DIRECTIONS = ("in", "out", "both")
IN, OUT, BOTH = range(3)

#: The cadence of whom the user means to be in touch with at no time, whatever their tags bring.
NEVER = "never"

#: Column -> dtype. The index of `people` is the number 0..n-1 by which others name a person;
#: the other frames have no meaning in their index or the order of their rows.
PEOPLE: Mapping[str, str] = {
    "person_id": "object",  # short id, unique, stable
    "name": "object",  # as shown; for somebody without a name the link or address
    "sort_key": "object",  # the case-folded name: "by name" is this, then person_id
    "company": "object",  # "" where unknown
    "position": "object",
    "ignored": "bool",
    "named": "bool",  # False: the name is only a stand-in
    # What the user said of them:
    "tags": "object",  # a sorted tuple of texts
    "snoozed_until": "float64",  # the first day on which they may be suggested again; NaN: none
    # The span within which to be in touch, as 3w or 1mo; `NEVER`; "" where nothing was said.
    "cadence": "object",
    "cadence_tag": "object",  # the tag that brings the cadence, "" where it is their own
}
#: Changes of job from one whole list to the next.
MOVES: Mapping[str, str] = {
    "person": "int64",
    "seen_on": "int64",  # day of the list that was the first to show it
    "next_on": "float64",  # day of the whole list after that one; NaN: it is the newest
    "company_before": "object",
    "position_before": "object",
    "company": "object",
    "position": "object",
}
TIES: Mapping[str, str] = {
    "person": "int64",
    "kind": "object",  # connection, following, follower, address_book
    "since": "float64",  # day; NaN: unknown
    "until": "float64",  # the first day off the list; NaN: still on it
    "source": "object",  # linkedin, x, ...
}
INTERACTIONS: Mapping[str, str] = {
    "person": "int64",
    "at": "float64",  # the instant; noon of the local day where only the day is known
    "timed": "bool",  # False: only the day is known
    "day": "int64",  # the local day
    "channel": "object",
    "medium": "int64",
    "direction": "int64",
    "size": "int64",  # how many other people were in it
    "logged": "bool",  # from the user's log, not from an export
    "position": "int64",  # the order of the log, for equal instants
    "purpose": "object",  # purposes joined by +, "" for none
}
SIGNALS: Mapping[str, str] = {
    "person": "int64",
    "kind": "object",
    "day": "int64",
    "direction": "int64",
    "with_note": "bool",
}
#: One row per snapshot: a source as it was on one day. What of it was new depends on what was
#: imported before, and so is no part of a report.
SNAPSHOTS: Mapping[str, str] = {
    "source": "object",  # linkedin, x, log
    "name": "object",  # the file, folder or archive it came from
    "exported_on": "float64",  # day; NaN: unknown
    "covers": "bool",  # holds what was said: silence until its day means something
    "read": "int64",
    "set_aside": "int64",
    "skipped": "int64",
}
#: Rows set aside or left out, by source and kind: of the newest snapshot of each file.
LEFT_OUT: Mapping[str, str] = {"source": "object", "kind": "object", "records": "int64"}

#: The columns of each frame, by its name in `Frames`.
CONTRACTS: Mapping[str, Mapping[str, str]] = {
    "people": PEOPLE, "ties": TIES, "interactions": INTERACTIONS, "signals": SIGNALS,
    "moves": MOVES, "snapshots": SNAPSHOTS, "left_out": LEFT_OUT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frames:
    """The whole record as tables, in the time zone in which its days were counted."""

    people: "pd.DataFrame"
    ties: "pd.DataFrame"
    interactions: "pd.DataFrame"
    signals: "pd.DataFrame"
    moves: "pd.DataFrame"
    snapshots: "pd.DataFrame"
    left_out: "pd.DataFrame"
    ambiguous_entries: int
    timezone: str
    accounts_blocked: int = 0  # or muted: what is on record with them is in no frame


def frame(columns: Mapping[str, str], data: Mapping[str, Any]) -> "pd.DataFrame":
    """Make a frame with exactly `columns`, cast to their types also when it is empty."""
    import pandas as pd

    told = {name: v.to_numpy() if isinstance(v, Words) else v for name, v in data.items()}
    return pd.DataFrame({name: pd.Series(told[name], dtype=kind) for name, kind in columns.items()})


class Column(NamedTuple):
    """A column of `Columns`."""

    values: "NDArray[Any]"

    def to_numpy(self) -> "NDArray[Any]":
        """Return the values."""
        return self.values

    def take(self, rows: "NDArray[np.integer]") -> "Column":
        """Return the values of `rows`."""
        return Column(self.values[rows])


class Words(NamedTuple):
    """A column of few different words: each row has the number of its word."""

    numbers: "NDArray[np.integer]"
    words: "NDArray[np.object_]"

    def to_numpy(self) -> "NDArray[np.object_]":
        """Return the words row by row."""
        found: NDArray[np.object_] = self.words[self.numbers]
        return found

    def take(self, rows: "NDArray[np.integer]") -> "Words":
        """Return the words of `rows`."""
        return Words(self.numbers[rows], self.words)

    def __len__(self) -> int:
        return len(self.numbers)


class Columns:
    """What metrics ask of a frame, without pandas, which takes longer to load than the columns."""

    def __init__(self, columns: "Mapping[str, Column | Words]", rows: "NDArray[np.int64]") -> None:
        self._columns = columns
        self.index = Column(rows)

    def __getitem__(self, name: str) -> "Column | Words":
        return self._columns[name]

    def __len__(self) -> int:
        return len(self.index.values)


def light_frame(columns: Mapping[str, str], data: Mapping[str, Any]) -> "pd.DataFrame":
    """Make the same as `frame` that can do no more than hand out its columns as arrays."""
    import numpy as np

    found = {
        name: data[name] if isinstance(data[name], Words) else Column(_array(data[name], kind))
        for name, kind in columns.items()
    }
    return cast("pd.DataFrame", Columns(found, np.arange(len(data[next(iter(columns))]))))


def _array(values: "Sequence[object] | NDArray[Any]", kind: str) -> "NDArray[Any]":
    import numpy as np

    if isinstance(values, np.ndarray) and values.dtype == kind:
        return values
    made = np.empty(len(values), dtype=kind)
    made[:] = values
    return made


def numbered(frame: "pd.DataFrame", name: str) -> "tuple[NDArray[np.integer], list[Any]]":
    """Return the values of a column as numbers, and what the numbers mean."""
    import numpy as np

    column = frame[name]
    if isinstance(column, Words):
        return column.numbers, column.words.tolist()
    numbers: dict[Any, int] = {}
    codes = (numbers.setdefault(value, len(numbers)) for value in column.to_numpy().tolist())
    return np.fromiter(codes, np.int64, len(frame)), list(numbers)


def nothing(timezone: str = "UTC") -> Frames:
    """Return the frames of an empty record."""
    tables = {
        name: frame(columns, {column: [] for column in columns})
        for name, columns in CONTRACTS.items()
    }
    return Frames(
        people=tables["people"], ties=tables["ties"], interactions=tables["interactions"],
        signals=tables["signals"], moves=tables["moves"], snapshots=tables["snapshots"],
        left_out=tables["left_out"], ambiguous_entries=0, timezone=timezone,
    )  # fmt: skip


def check(frames: Frames) -> Frames:
    """Return `frames` if every column is there with its type, else raise TypeError."""
    for name, columns in CONTRACTS.items():
        found = {str(c): str(t) for c, t in getattr(frames, name).dtypes.items()}
        if found != dict(columns):
            raise TypeError(f"{name} does not fit its contract: {found}")
    return frames
