"""Sets of ids as compressed bitmaps: which facts an import stated.

A million ids are about 33 KiB when scattered and a few hundred bytes when they follow one
another. In memory a set is a Python integer whose bit i means id `first + i`, so that union,
difference and comparison are single operations.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.signedinteger[Any]]


class Stored(NamedTuple):
    """A set of ids as it stands in the store."""

    first_id: int
    bits: bytes


def pack(ids: "Iterable[int] | Integers") -> Stored | None:
    """Pack ids (in any order, repeats allowed); None for no id at all."""
    if hasattr(ids, "dtype"):
        return _pack_array(cast("Integers", ids))
    numbers = ids if isinstance(ids, (list, range)) else list(ids)
    if not numbers:
        return None
    first, last = min(numbers), max(numbers)
    if len(numbers) == last - first + 1 and isinstance(numbers, range):
        bits = (1 << len(numbers)) - 1
        return Stored(first, zlib.compress(bits.to_bytes((len(numbers) + 7) // 8, "little")))
    field = bytearray((last - first) // 8 + 1)
    for number in numbers:
        place = number - first
        field[place >> 3] |= 1 << (place & 7)
    return Stored(first, zlib.compress(bytes(field)))


def _pack_array(ids: "Integers") -> Stored | None:
    import numpy as np

    if not len(ids):
        return None
    first = int(ids.min())
    field = np.zeros(int(ids.max()) - first + 1, dtype=bool)
    field[ids - first] = True
    return Stored(first, zlib.compress(np.packbits(field, bitorder="little").tobytes()))


def as_integer(stored: Stored) -> int:
    """Return the set as an integer whose bit i means id i."""
    return int.from_bytes(zlib.decompress(stored.bits), "little") << stored.first_id


def from_integer(number: int) -> Stored | None:
    """Pack a set given as an integer, as `pack` would; None for no id at all."""
    if not number:
        return None
    first = (number & -number).bit_length() - 1
    field = number >> first
    return Stored(first, zlib.compress(field.to_bytes((field.bit_length() + 7) // 8, "little")))


def bits(number: int) -> Iterator[int]:
    """Yield the ids of a set given as an integer, in rising order."""
    for index, byte in enumerate(number.to_bytes((number.bit_length() + 7) // 8, "little")):
        if byte:
            base = index * 8
            yield from (base + bit for bit in range(8) if byte >> bit & 1)
