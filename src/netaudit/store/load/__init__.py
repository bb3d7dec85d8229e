"""From the store to frames: the only place where SQL meets pandas.

What depends on several imports together is settled here, from stored facts, so that the order
of imports does not matter: which messages are repeated by other exports, which message is only
the echo of an invitation's note, and which account is the owner.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netaudit import frames
from netaudit.frames import Frames
from netaudit.store.echoes import echoes as find_echoes
from netaudit.store.load import imports, interactions, messages, moves, people, traces
from netaudit.store.load.only import EVERYBODY, Only
from netaudit.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    import pandas as pd

    Make = Callable[[Mapping[str, str], Mapping[str, Any]], pd.DataFrame]


def load(store: Store, timezone: str) -> Frames:
    """Return the whole record as frames, its days counted in `timezone` (an IANA name)."""
    with store.reading():
        found = _frames(store, timezone, EVERYBODY, frames.frame)
    return frames.check(found)


def load_columns(store: Store, timezone: str) -> Frames:
    """Return the whole record in frames that only hand out their columns.

    Pandas is not loaded: what metrics count needs no more, and is there in half the time.
    """
    with store.reading():
        return _frames(store, timezone, EVERYBODY, frames.light_frame)


def load_few(store: Store, people_ids: Sequence[str], timezone: str) -> Frames:
    """Return the record of a few people, by id, in frames that only hand out their columns.

    Whom the user ignores counts as others do: who asks for them wants to see. What is left out of
    imports is in none of them. Pandas is not loaded.
    """
    with store.reading() as connection:
        accounts = connection.execute(
            "SELECT l.account_id FROM link l JOIN account p ON p.id = l.person_id"
            " WHERE p.short_id IN (SELECT value FROM json_each(?))",
            (json.dumps(people_ids),),
        )
        only = Only(tuple(number for (number,) in accounts))
        return _frames(store, timezone, only, frames.light_frame)


def _frames(store: Store, timezone: str, only: Only, make: "Make") -> Frames:
    talk = messages.messages(store, only)
    known = people.people(store, talk["account"], only)
    if only is not EVERYBODY:
        known.columns["ignored"] = [False] * len(known.columns["ignored"])
    talk = messages.once(talk, known.code)
    signals = traces.signals(store, known, only)
    ties = traces.ties(store, known, only)
    echoes = messages.places(talk, find_echoes(store.connection, only.of("s.account_id")))
    everybody = only is EVERYBODY
    left_out = imports.left_out(store, len(echoes)) if everybody else imports.NOTHING
    return Frames(
        people=make(frames.PEOPLE, known.columns),
        ties=make(frames.TIES, ties),
        interactions=make(
            frames.INTERACTIONS,
            interactions.interactions(store, talk, known, echoes, timezone, only),
        ),
        signals=make(
            frames.SIGNALS, interactions.signals_on_days(signals, talk, known, echoes, timezone)
        ),
        moves=make(frames.MOVES, moves.moves(store, known, only)),
        snapshots=make(frames.SNAPSHOTS, imports.snapshots(store)),
        left_out=make(frames.LEFT_OUT, left_out),
        ambiguous_entries=imports.ambiguous_entries(store, known) if everybody else 0,
        timezone=timezone,
        accounts_blocked=known.shunned,
    )
