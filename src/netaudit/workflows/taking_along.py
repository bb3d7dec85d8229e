"""What `netaudit export` writes: everything as lines of JSON, people, or interactions."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from netaudit.store import Store
from netaudit.store.export import lines, set_apart

#: Lines that are written at a time.
_TOGETHER = 2000


def everything(store: Path) -> Iterator[str]:
    """Yield all that the store holds as lines of JSON, many at a time.

    They are ASCII: no sign in them acts on a terminal or gets lost on the way.
    """
    with Store.open(store) as opened, set_apart(opened) as copy:
        encode = json.JSONEncoder(separators=(",", ":")).encode
        yield from together(map(encode, lines(copy)))


def together(texts: Iterable[str]) -> Iterator[str]:
    """Join lines in pieces that are worth the writing."""
    waiting = iter(texts)
    while piece := list(islice(waiting, _TOGETHER)):
        yield "\n".join(piece) + "\n"
