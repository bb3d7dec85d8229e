"""The fields of a line, each of the type that it has to be."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from netaudit.calendar import SECONDS_PER_DAY, read_iso

Line = Mapping[str, Any]

FIRST_DAY, LAST_DAY = read_iso("1900-01-01"), read_iso("2200-01-01")
_EPOCH = read_iso("1970-01-01")
_CLOCK = re.compile(r"T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z", re.ASCII)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_LONGEST = 100_000
_MOST = 1 << 53
#: What rows are counted up to: any number of such counts can be added up in the store.
_MOST_ROWS = (1 << 31) - 1


class Wrong(ValueError):  # noqa: N818 - it becomes a Problem, never an error
    """What is wrong with a line."""


def text(line: Line, name: str, default: str | None = "") -> str:
    """Return a text; without a `default` it has to be there."""
    value = line.get(name, default)
    if not isinstance(value, str) or (default is None and not value):
        raise Wrong(f"'{name}' is no text")
    if len(value) > _LONGEST:
        raise Wrong(f"'{name}' is longer than anything that netaudit writes")
    if _UNSTORABLE.search(value):
        raise Wrong(f"'{name}' holds a character that is no part of text")
    return value


def word(line: Line, name: str, words: Collection[str], default: str | None = None) -> str:
    """Return one of some words."""
    value = line.get(name, default)
    if not isinstance(value, str) or value not in words:
        raise Wrong(f"'{name}' is none of {', '.join(words)}")
    return value


def number(line: Line, name: str, least: int, most: int = _MOST, default: int | None = None) -> int:
    """Return a whole number."""
    value = line.get(name, default)
    if type(value) is not int or not least <= value <= most:
        raise Wrong(f"'{name}' is no whole number from {least} to {most}")
    return value


def count(line: Line, name: str, least: int = 0) -> int:
    """Return how many rows there were."""
    return number(line, name, least, _MOST_ROWS)


def flag(line: Line, name: str) -> bool:
    """Return yes or no; no where nothing is said."""
    value = line.get(name, False)
    if not isinstance(value, bool):
        raise Wrong(f"'{name}' is neither true nor false")
    return value


def items(line: Line, name: str) -> list[Any]:
    """Return a list, empty where there is none."""
    value = line.get(name, [])
    if not isinstance(value, list):
        raise Wrong(f"'{name}' is no list")
    return value


def objects(line: Line, name: str) -> list[Line]:
    """Return a list of objects."""
    found = items(line, name)
    if not all(isinstance(one, dict) for one in found):
        raise Wrong(f"'{name}' is no list of objects")
    return found


def mapped(line: Line, name: str) -> Line:
    """Return an object, empty where there is none."""
    value = line.get(name, {})
    if not isinstance(value, dict):
        raise Wrong(f"'{name}' is no object")
    return value


def counted(line: Line, name: str) -> dict[str, int]:
    """Return an object of numbers."""
    found = mapped(line, name)
    return {text({"key": key}, "key"): count(found, key) for key in found}


def day(line: Line, name: str) -> int | None:
    """Return a day, None where nothing is said."""
    value = line.get(name)
    return None if value is None else read_day(value, name)


def read_day(value: object, name: str) -> int:
    """Return a day that is there."""
    try:
        found = read_iso(value) if isinstance(value, str) else 0
    except ValueError:
        found = 0
    if not FIRST_DAY <= found <= LAST_DAY:
        raise Wrong(f"'{name}' is no day such as 2026-11-03")
    return found


class Instants(dict[str, int]):
    """Instants as they are written -> UTC epoch seconds; each day and each time is read once."""

    def read(self, value: object) -> int:
        """Return the instant that a text is."""
        if not isinstance(value, str) or len(value) != 20:
            raise Wrong("'at' is no instant such as 2026-11-03T15:00:00Z")
        return self[value[:10]] + self[value[10:]]

    def __missing__(self, part: str) -> int:
        if part[0] != "T":
            seconds = (read_day(part, "at") - _EPOCH) * SECONDS_PER_DAY
        elif found := _CLOCK.fullmatch(part):
            seconds = int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3])
        else:
            raise Wrong("'at' is no instant such as 2026-11-03T15:00:00Z")
        self[part] = seconds
        return seconds


def digest(line: Line, name: str) -> bytes:
    """Return bytes that are written as hexadecimal digits."""
    value = text(line, name, None)
    if not re.fullmatch(r"(?:[0-9a-f]{2}){8,64}", value):
        raise Wrong(f"'{name}' is not written in hexadecimal digits")
    return bytes.fromhex(value)
