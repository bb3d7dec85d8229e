"""Columns of a messages file by whole blocks: what every row says is looked up by its bytes."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.importers.blocks import Block
from netaudit.importers.linkedin.dates import FIRST_YEAR, LAST_YEAR, read_instants
from netaudit.importers.linkedin.ends import Columns
from netaudit.records import End

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bytes = npt.NDArray[np.uint8]
    Integers = npt.NDArray[np.signedinteger[Any]]

#: So many different beginnings of rows are remembered; nearly all files have fewer.
_MANY = 1 << 15
#: The form of today: where its digits stand, and what stands elsewhere.
_FORM = b"0000-00-00 00:00:00 UTC"
_DIGITS = [place for place, sign in enumerate(_FORM) if sign == ord("0")]
_OTHERS = [place for place, sign in enumerate(_FORM) if sign != ord("0")]


class Heads:
    """What is said of a message beside its moment: looked up by the bytes that say so.

    `ends` and `conversations` know all that can stand there, by the cells.
    """

    def __init__(
        self,
        columns: Columns,
        delimiter: str,
        ends: Mapping[tuple[str, ...], End | str],
        conversations: Mapping[str, int],
    ) -> None:
        wanted = sorted({*columns.between, columns.conversation} - {-1})
        self._spans = _spans(wanted)
        self._delimiter = delimiter
        self._between = itemgetter(*map(wanted.index, columns.between))
        self._told = wanted.index(columns.conversation) if columns.conversation >= 0 else None
        self._ends = ends
        self._conversations = conversations
        #: What the later columns say -> the rows with that.
        self._known: dict[tuple[bytes, ...], _Known] = {}

    def of(self, block: Block) -> tuple[Sequence[End | str], Sequence[int]]:
        """Return the ends and the conversations of the rows of a block."""
        if sum(map(len, self._known.values())) > _MANY:
            self._known.clear()
        first, *later = self._spans
        heads = block.pieces(*first)
        if all(block.is_uniform(*span) for span in later):  # the folder, and that it is no draft
            known = self._with(tuple(next(block.pieces(*span)) for span in later))
            found = list(map(known.__getitem__, heads))
        else:
            tails = zip(*(block.pieces(*span) for span in later), strict=True)
            found = [self._with(tail)[head] for head, tail in zip(heads, tails, strict=True)]
        ends, conversations = zip(*found, strict=True)
        return ends, conversations

    def _with(self, tail: tuple[bytes, ...]) -> "_Known":
        """Return the rows whose later columns say this."""
        if tail not in self._known:
            self._known[tail] = _Known(partial(self._said, tail))
        return self._known[tail]

    def _said(self, tail: tuple[bytes, ...], head: bytes) -> tuple[End | str, int]:
        """Read the cells, and return the ends of the message and the number of its conversation."""
        text = self._delimiter.encode().join((head, *tail)).decode()
        lines = io.StringIO(text, newline="")
        cells = next(csv.reader(lines, delimiter=self._delimiter, strict=True))
        told = 0 if self._told is None else self._conversations[cells[self._told]]
        return self._ends[self._between(cells)], told


class _Known(dict[bytes, tuple[End | str, int]]):
    """The bytes of the first columns -> what they say; those of the others are the same."""

    def __init__(self, said: Callable[[bytes], tuple[End | str, int]]) -> None:
        super().__init__()
        self._said = said

    def __missing__(self, head: bytes) -> tuple[End | str, int]:
        found = self[head] = self._said(head)
        return found


def _spans(columns: Sequence[int]) -> list[tuple[int, int]]:
    """Put columns that stand side by side together: the first and the last of each group."""
    spans: list[tuple[int, int]] = []
    for column in columns:
        if spans and spans[-1][1] == column - 1:
            spans[-1] = (spans[-1][0], column)
        else:
            spans.append((column, column))
    return spans


class _Months(NamedTuple):
    """Midnight before the first day of each month from FIRST_YEAR on, and how many days it has."""

    midnights: "Integers"
    days: "Integers"


@lru_cache(maxsize=1)
def _months() -> _Months:
    import numpy as np

    firsts = [
        date(year, month, 1).toordinal()
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ]
    firsts.append(date(LAST_YEAR + 1, 1, 1).toordinal())
    ordinals = np.array(firsts)
    return _Months((ordinals[:-1] - EPOCH_DAY) * SECONDS_PER_DAY, np.diff(ordinals))


def read_column(block: Block, column: int) -> Sequence[int | None]:
    """Read the instants in a column, as `read_instants` does; None for each that is none."""
    import numpy as np

    signs = np.frombuffer(block.data, dtype=np.uint8)
    quoted = signs[block.starts[:, column]] == ord('"')
    starts, ends = block.starts[:, column] + quoted, block.ends[:, column] - quoted
    found, plain = _instants(
        signs.take(starts[:, None] + np.arange(len(_FORM)), mode="clip")  # none is so long at last
    )
    plain &= ends - starts == len(_FORM)
    at: list[int | None] = found.tolist()
    others = np.flatnonzero(~plain).tolist()
    told = read_instants([block.cell(place, column) for place in others])
    for place, instant in zip(others, told, strict=True):
        at[place] = instant
    return at


def _instants(text: "Bytes") -> "tuple[Integers, npt.NDArray[np.bool_]]":
    """Read rows of signs in the form of today; tell which of them are in it."""
    import numpy as np

    months = _months()
    form = np.frombuffer(_FORM, dtype=np.uint8)
    digits = text[:, _DIGITS] - ord("0")
    plain = (text[:, _OTHERS] == form[_OTHERS]).all(axis=1) & (digits < 10).all(axis=1)
    tens, ones = digits[:, ::2].astype(np.int64), digits[:, 1::2]
    century, year, month, day, hour, minute, second = (tens * 10 + ones).T
    year = century * 100 + year - FIRST_YEAR
    place = year * 12 + month - 1
    plain &= (year >= 0) & (place < len(months.days)) & (month >= 1) & (month <= 12)
    place[~plain] = 0
    plain &= (day >= 1) & (day <= months.days[place])
    plain &= (hour < 24) & (minute < 60) & (second < 60)
    clock = hour * 3600 + minute * 60 + second
    return months.midnights[place] + (day - 1) * SECONDS_PER_DAY + clock, plain
