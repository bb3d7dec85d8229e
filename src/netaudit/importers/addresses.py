"""E-mail addresses and phone numbers as they stand in the cells of address books."""

import re

from netaudit.normal import email_key, phone_key

_BETWEEN_ADDRESSES = re.compile(r"[\s,;<>]+")
_BETWEEN_NUMBERS = re.compile(r"[,;\r\n]+|\s+(?=\+)")


def addresses(cell: str) -> list[str]:
    """Return the keys of the e-mail addresses in a cell, sorted, each once."""
    return sorted({key for part in _BETWEEN_ADDRESSES.split(cell) if (key := email_key(part))})


def numbers(cell: str) -> list[str]:
    """Return the keys of the international phone numbers in a cell, sorted, each once.

    A space may part two numbers or the digits of one. It parts two where a `+` follows, or
    where all together would be too long for a number and each part is long enough for one.
    """
    found = set()
    for part in _BETWEEN_NUMBERS.split(cell):
        key, pieces = phone_key(part), part.split()
        if key is None and all(sum(map(str.isdigit, piece)) >= 8 for piece in pieces):
            found |= {phone_key(piece) for piece in pieces}
        found.add(key)
    return sorted(key for key in found if key is not None)
