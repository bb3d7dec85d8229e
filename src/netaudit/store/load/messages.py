"""The messages of exports as arrays; what several exports say together is settled here."""

from typing import TYPE_CHECKING

from netaudit.store.echoes import Echo
from netaudit.store.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]

#: Instants up to the year 2514 fit.
_AT_BITS = 34


def _table(store: Store, query: str, width: int) -> "Integers":
    """Return an all-integer result as an array (width, rows)."""
    from itertools import chain

    import numpy as np

    rows = store.connection.execute(query)
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return flat.reshape(-1, width).T


def messages(store: Store) -> dict[str, "Integers"]:
    """Return the messages by column, without those of old exports that newer ones repeat.

    An export without conversations knows minutes only; from the first message on that a newer
    export holds, the newer one is believed.
    """
    names = ("account", "at", "direction", "conversation", "size", "channel")
    columns = dict(
        zip(
            names,
            _table(
                store,
                "SELECT account_id, at, direction, conversation, size, channel_id FROM message"
                " ORDER BY account_id, at, direction, conversation",
                len(names),
            ),
            strict=True,
        )
    )
    linkedin = columns["channel"] == 1
    known = linkedin & (columns["conversation"] != 0)
    old = linkedin & (columns["conversation"] == 0)
    if known.any() and old.any():
        kept = ~(old & (columns["at"] >= columns["at"][known].min()))
        columns = {name: values[kept] for name, values in columns.items()}
    return columns


def places(messages: dict[str, "Integers"], echoes: list[Echo]) -> "Integers":
    """Return where echoes stand among the messages, which are in the order of their keys."""
    import numpy as np

    key = messages["account"] << _AT_BITS | messages["at"]
    wanted = np.array([e.account_id << _AT_BITS | e.at for e in echoes], dtype=np.int64)
    found = []
    for echo, place in zip(echoes, np.searchsorted(key, wanted).tolist(), strict=True):
        while place < len(key) and key[place] == (echo.account_id << _AT_BITS | echo.at):
            if messages["conversation"][place] == echo.conversation and (
                messages["direction"][place] == echo.direction
            ):
                found.append(place)
            place += 1  # noqa: PLW2901 - the next one of the same second
    return np.array(found, dtype=np.int64)
