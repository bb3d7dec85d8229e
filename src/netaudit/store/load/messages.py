"""The messages of exports as arrays; what several exports say together is settled here."""

from typing import TYPE_CHECKING, Any

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.store.load.people import People
from netaudit.store.load.traces import Signals
from netaudit.store.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]


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
                "SELECT account_id, at, direction, conversation, size, channel_id FROM message",
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


def echoes(
    messages: dict[str, "Integers"], people: People, signals: Signals, ties: dict[str, list[Any]]
) -> "Integers":
    """Return the places of messages that only repeat the note of an invitation.

    LinkedIn files the note of an accepted invitation as the first message of a conversation,
    from the inviter, on the UTC day of the connection.
    """
    import numpy as np

    noted = {
        (p, d)
        for p, d, n in zip(signals.person, signals.direction, signals.with_note, strict=True)
        if n
    }
    since = {(p, int(s)) for p, s in zip(ties["person"], ties["since"], strict=True) if s == s}  # noqa: PLR0124 - NaN is not itself
    if not noted or not len(messages["at"]):
        return np.empty(0, dtype=np.int64)
    person = people.code[messages["account"]]
    theirs = np.isin(person, np.array(sorted({p for p, _ in noted}), dtype=np.int64))
    theirs &= messages["conversation"] != 0
    conversations = np.unique(messages["conversation"][theirs])
    places = np.flatnonzero(np.isin(messages["conversation"], conversations))
    order = np.lexsort((messages["at"][places], messages["conversation"][places]))
    places = places[order]
    _, first = np.unique(messages["conversation"][places], return_index=True)
    found = []
    for place in places[first].tolist():
        who, way = int(person[place]), int(messages["direction"][place])
        day = EPOCH_DAY + int(messages["at"][place]) // SECONDS_PER_DAY
        if (who, way) in noted and (who, day) in since:
            found.append(place)
    return np.array(found, dtype=np.int64)
