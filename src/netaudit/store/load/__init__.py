"""From the store to frames: the only place where SQL meets pandas.

What depends on several imports together is settled here, from stored facts, so that the order
of imports does not matter: which messages are repeated by other exports, which message is only
the echo of an invitation's note, and which account is the owner.
"""

from netaudit import frames
from netaudit.frames import Frames
from netaudit.store.echoes import echoes as find_echoes
from netaudit.store.load import imports, interactions, messages, moves, people, traces
from netaudit.store.store import Store


def load(store: Store, timezone: str) -> Frames:
    """Return the whole record as frames, its days counted in `timezone` (an IANA name)."""
    with store.reading():
        talk = messages.messages(store)
        known = people.people(store, talk["account"])
        talk = messages.once(talk, known.code)
        signals = traces.signals(store, known)
        ties = traces.ties(store, known)
        echoes = messages.places(talk, find_echoes(store.connection))
        found = Frames(
            people=frames.frame(frames.PEOPLE, known.columns),
            ties=frames.frame(frames.TIES, ties),
            interactions=interactions.interactions(store, talk, known, echoes, timezone),
            signals=interactions.signal_frame(signals, talk, known, echoes, timezone),
            moves=frames.frame(frames.MOVES, moves.moves(store, known)),
            snapshots=imports.snapshots(store),
            left_out=imports.left_out(store, len(echoes)),
            ambiguous_entries=imports.ambiguous_entries(store, known),
            timezone=timezone,
            accounts_blocked=known.shunned,
        )
    return frames.check(found)
