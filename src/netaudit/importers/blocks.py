"""CSV in blocks of records: NumPy finds where every field begins and ends.

`csv.reader` makes a text of each field. A file of a million messages says mostly what it said in
the row before, and what they said is not wanted: its fields are better left where they are, and
told apart by their bytes. Only what is plain is split so, and then as `csv.reader` splits it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Bytes = npt.NDArray[np.uint8]
    Places = npt.NDArray[np.signedinteger[Any]]

_QUOTE, _FEED, _RETURN = b'"\n\r'
#: The signs of ASCII that are no blank, and neither end nor open anything.
_GRAPHIC = bytes(sign for sign in range(33, 127) if sign not in b'",;')
#: Bytes up to which fields are compared one sign at a time.
_FEW = 32


class Shape(NamedTuple):
    """What the records of a table have in common.

    `anchor` is a column that is never empty in a plain record. A record of more bytes than
    `longest` is none.
    """

    width: int
    delimiter: int
    anchor: int
    longest: int


@dataclass(frozen=True, slots=True)
class Block:
    """Records that follow one another, each as wide as the header, and where their fields are.

    `starts` and `ends` have a row for each record. Quotation marks belong to a field. `after` is
    the line behind the last record, `length` how many bytes all of them have.
    """

    data: bytes
    starts: "Places"
    ends: "Places"
    lines: Sequence[int]
    after: int
    length: int

    def cell(self, place: int, column: int) -> str:
        """Return what one field says."""
        text = self.data[self.starts[place, column] : self.ends[place, column]].decode()
        return text[1:-1].replace('""', '"') if text.startswith('"') else text

    def pieces(self, first: int, last: int) -> Iterator[bytes]:
        """Return what stands in each record from one column to another, as in the file."""
        spans = map(slice, self.starts[:, first].tolist(), self.ends[:, last].tolist())
        return map(self.data.__getitem__, spans)

    def is_uniform(self, first: int, last: int) -> bool:
        """Tell whether the same few bytes stand there in every record."""
        import numpy as np

        starts, ends = self.starts[:, first], self.ends[:, last]
        length = ends[0] - starts[0]
        if length > _FEW or (ends - starts != length).any():
            return False
        signs = np.frombuffer(self.data, dtype=np.uint8)
        return all((signs[starts + at] == signs[starts[0] + at]).all() for at in range(length))

    def holding(self, needle: bytes, column: int) -> Sequence[int]:
        """Return the places of the records that have `needle` in a field."""
        import numpy as np

        found = []
        at = self.data.find(needle, 0, self.length)
        while at >= 0:
            found.append(at)
            at = self.data.find(needle, at + len(needle), self.length)
        places = np.searchsorted(self.starts[:, 0], found, side="right") - 1
        starts, ends = self.starts[places, column], self.ends[places, column]
        within = (starts <= found) & (found < ends)
        return sorted(set(places[within].tolist()))


def split(data: bytes, line: int, shape: Shape) -> Block | None:
    """Split the whole records at the start of `data`, which is on that line.

    None where any of them is not plain: of another width, perhaps empty, quoted in another way
    than `csv.reader` takes in strictness, or not UTF-8; and where there is no whole record.
    """
    import numpy as np

    signs = np.frombuffer(data, dtype=np.uint8)
    special = signs == shape.delimiter
    for sign in (_QUOTE, _FEED, _RETURN) if b"\r" in data else (_QUOTE, _FEED):
        special |= signs == sign
    places = np.flatnonzero(special)
    kinds = signs[places]
    quotes = kinds == _QUOTE
    within = np.logical_xor.accumulate(quotes)
    feeds = np.flatnonzero((kinds == _FEED) & ~within)
    if not len(feeds):
        return None
    stop = feeds[-1] + 1
    places, kinds = places[:stop], kinds[:stop]
    quotes, within = quotes[:stop], within[:stop]
    length = int(places[-1]) + 1
    parting = ~within & ~quotes
    if (returns := kinds == _RETURN).any():  # then a line feed follows: it is never the last
        if (signs[places[returns & parting] + 1] != _FEED).any():
            return None
        parting &= ~returns
    ends = places[parting]
    if (
        len(ends) != len(feeds) * shape.width
        or (kinds[parting][shape.width - 1 :: shape.width] != _FEED).any()
        or not _well_quoted(signs, places[quotes], shape.delimiter)
        or not _is_utf8(memoryview(data)[:length])
    ):
        return None
    starts = np.concatenate(([0], ends[:-1] + 1)).reshape(-1, shape.width)
    ends = ends.reshape(-1, shape.width)
    if (ends[:, -1] - starts[:, 0]).max() > shape.longest:
        return None
    ends[:, -1] -= signs[ends[:, -1] - 1] == _RETURN
    if not _is_filled(signs, starts[:, shape.anchor]):
        return None
    breaks = places[(kinds == _FEED) | (returns & (signs[places + returns] != _FEED))]
    lines: Sequence[int] = range(line, line + len(starts))
    if len(breaks) > len(starts):
        lines = (line + np.searchsorted(breaks, starts[:, 0])).tolist()
    return Block(data, starts, ends, lines, line + len(breaks), length)


def _well_quoted(signs: "Bytes", quotes: "Places", delimiter: int) -> bool:
    """Tell whether marks open at the start of fields, close at the end, and else come in pairs."""
    opening, closing = quotes[::2], quotes[1::2]
    before, after = signs[opening - 1], signs[closing + 1]
    if len(opening) and opening[0] == 0:
        before[0] = _FEED
    starts = (before == delimiter) | (before == _FEED) | (before == _QUOTE)
    ends = (after == delimiter) | (after == _FEED) | (after == _RETURN) | (after == _QUOTE)
    return bool(starts.all() and ends.all())


def _is_utf8(data: memoryview) -> bool:
    try:
        str(data, "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_filled(signs: "Bytes", starts: "Places") -> bool:
    """Tell whether each of these fields begins with a sign, behind its mark where it is quoted."""
    import numpy as np

    graphic = np.zeros(256, dtype=bool)
    graphic[list(_GRAPHIC)] = True
    first = signs[starts]
    return bool(graphic[np.where(first == _QUOTE, signs[starts + 1], first)].all())
