"""Sets of ids as compressed bitmaps: which facts an import stated.

A million ids are about 33 KiB when scattered and a few hundred bytes when they follow one
another. In memory a set is a Python integer whose bit i means id `first + i`, so that union,
difference and comparison are single operations.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Stored(NamedTuple):
    """A set of ids as it stands in the store."""

    first_id: int
    bits: bytes


def pack(ids: Iterable[int]) -> Stored | None:
    """Pack ids (in any order, repeats allowed); None for no id at all."""
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


def as_integer(stored: Stored) -> int:
    """Return the set as an integer whose bit i means id i."""
    return int.from_bytes(zlib.decompress(stored.bits), "little") << stored.first_id


def unpack(stored: Stored) -> Iterator[int]:
    """Yield the ids in rising order."""
    for index, byte in enumerate(zlib.decompress(stored.bits)):
        if byte:
            base = stored.first_id + index * 8
            yield from (base + bit for bit in range(8) if byte >> bit & 1)
