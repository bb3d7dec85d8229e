"""The messages of exports as arrays; what several exports say together is settled here."""

from typing import TYPE_CHECKING

from netaudit.store import packed
from netaudit.store.echoes import Echo
from netaudit.store.load.only import EVERYBODY, Only
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


def messages(store: Store, only: Only = EVERYBODY) -> dict[str, "Integers"]:
    """Return the messages by column, without those of old exports that newer ones repeat.

    An export without conversations knows minutes only; from the first message on that a newer
    export holds, the newer one is believed.
    """
    columns = packed.columns(store.connection) if only is EVERYBODY else None
    if columns is None:
        found = _table(
            store,
            "SELECT account_id, at, direction, conversation, size, channel_id FROM message"
            f" WHERE {only.of('account_id')}"
            " ORDER BY account_id, at, direction, conversation, size",
            len(packed.NAMES),
        )
        columns = dict(zip(packed.NAMES, found, strict=True))
    linkedin = columns["channel"] == 1
    known = linkedin & (columns["conversation"] != 0)
    old = linkedin & (columns["conversation"] == 0)
    if old.any() and (newer := _newer(store, columns["at"][known], only)) is not None:
        kept = ~(old & (columns["at"] >= newer))
        columns = {name: values[kept] for name, values in columns.items()}
    return columns


def _newer(store: Store, known: "Integers", only: Only) -> int | None:
    """Return the instant of the first message that has a conversation, whoever's it is."""
    if only is EVERYBODY:
        return int(known.min()) if len(known) else None
    row: tuple[int | None] = store.connection.execute(
        "SELECT min(at) FROM message WHERE channel_id = 1 AND conversation <> 0"
    ).fetchone()
    return row[0]


def once(messages: dict[str, "Integers"], person: "Integers") -> dict[str, "Integers"]:
    """Return each message once that exports tell differently; `person` is account id -> person.

    They may know its people by different accounts, or count them differently: then the larger
    number is right.
    """
    import numpy as np

    account = messages["account"][np.diff(messages["account"], prepend=-1) != 0]
    several, count = np.unique(person[account], return_counts=True)
    by = np.arange(len(person))
    doubled = np.isin(person, several[(count > 1) & (several >= 0)])
    by[doubled] = len(person) + person[doubled]
    order, keys = None, [messages[name] for name in ("at", "account", "direction", "conversation")]
    if doubled.any():
        keys[1] = by[messages["account"]]
        order = np.lexsort((messages["size"], *(keys[place] for place in (3, 2, 0, 1))))
        keys = [key[order] for key in keys]
    same = np.flatnonzero(keys[0][1:] == keys[0][:-1])  # few share an instant
    for key in keys[1:]:
        same = same[key[same] == key[same + 1]]
    if not len(same):
        return messages
    kept = np.ones(len(keys[0]), dtype=bool)
    kept[same if order is None else order[same]] = False
    return {name: column[kept] for name, column in messages.items()}


def places(messages: dict[str, "Integers"], echoes: list[Echo]) -> "Integers":
    """Return where echoes stand among the messages, which are in the order of their keys."""
    import numpy as np

    key = messages["account"] << _AT_BITS | messages["at"]
    wanted = np.array([e.account_id << _AT_BITS | e.at for e in echoes], dtype=np.int64)
    found = []
    for echo, place in zip(echoes, np.searchsorted(key, wanted).tolist(), strict=True):
        while place < len(key) and key[place] == (echo.account_id << _AT_BITS | echo.at):
            if (
                messages["conversation"][place] == echo.conversation
                and messages["direction"][place] == echo.direction
                and messages["size"][place] == 1
            ):
                found.append(place)
            place += 1  # noqa: PLW2901 - the next one of the same second
    return np.array(found, dtype=np.int64)
