"""Messages and log entries as the one frame of interactions, on local days."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from netaudit import frames
from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY, local_day
from netaudit.frames import Words
from netaudit.store.load.only import EVERYBODY, Only
from netaudit.store.load.people import People
from netaudit.store.load.traces import Signals
from netaudit.store.store import Store

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]

_MEDIUM = {name: number for number, name in enumerate(frames.MEDIA)}


def _local_days(at: "Integers", timezone: str) -> "Integers":
    """Return the local day of UTC instants."""
    import numpy as np

    day: Integers = at // SECONDS_PER_DAY
    if timezone == "UTC" or not len(day):
        return EPOCH_DAY + day
    # Few days see the clocks change; on all others local time is ahead by the same from end to end.
    zone, first = ZoneInfo(timezone), int(day.min())
    ahead = np.array([_offset(one, zone) for one in range(first, int(day.max()) + 2)])
    day -= first
    local: Integers = EPOCH_DAY + (at + ahead[day]) // SECONDS_PER_DAY
    for one in np.flatnonzero((np.diff(ahead) != 0)[day]).tolist():
        local[one] = local_day(int(at[one]), None, zone)
    return local


def _offset(day: int, zone: ZoneInfo) -> int:
    """Return by how many seconds local time is ahead as a UTC day begins."""
    ahead = datetime.fromtimestamp(day * SECONDS_PER_DAY, zone).utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds())


def interactions(
    store: Store,
    messages: dict[str, "Integers"],
    people: People,
    echoes: "Integers",
    timezone: str,
    only: Only = EVERYBODY,
) -> dict[str, Any]:
    """Return the columns of `frames.INTERACTIONS`, without the messages at the places `echoes`."""
    import numpy as np

    person = people.code[messages["account"]]
    kept = person >= 0
    kept[echoes] = False
    if not kept.all():
        person = person[kept]
        messages = {name: messages[name][kept] for name in ("at", "channel", "direction", "size")}
    entries = _entries(store, people, timezone, only)
    channel, medium = _channels(store, messages["channel"], entries["channel"])

    def both(imported: "npt.NDArray[Any]", column: str) -> "npt.NDArray[Any]":
        logged = np.array(entries[column], dtype=imported.dtype)
        return np.concatenate([imported, logged]) if len(logged) else imported

    count = len(person)
    purposes = {"": 0}
    entries["purpose"] = [purposes.setdefault(p, len(purposes)) for p in entries["purpose"]]
    return {
        "person": both(person, "person"),
        "at": both(messages["at"].astype(np.float64), "at"),
        "timed": both(np.ones(count, dtype=bool), "timed"),
        "day": both(_local_days(messages["at"], timezone), "day"),
        "channel": channel,
        "medium": both(medium, "medium"),
        "direction": both(messages["direction"], "direction"),
        "size": both(messages["size"], "size"),
        "logged": both(np.zeros(count, dtype=bool), "logged"),
        "position": both(np.zeros(count, dtype=np.int64), "position"),
        "purpose": Words(both(np.zeros(count, dtype=np.int64), "purpose"), _words([*purposes])),
    }


def _channels(store: Store, numbers: "Integers", written: list[str]) -> "tuple[Words, Integers]":
    """Return the channels of messages and then of entries, and the media of the messages."""
    import numpy as np

    rows = store.connection.execute("SELECT id, name, medium FROM channel").fetchall()
    most = max((row[0] for row in rows), default=0)
    medium = np.zeros(most + 1, dtype=np.int64)
    names = [""] * (most + 1)
    for number, name, kind in rows:
        names[number], medium[number] = name, _MEDIUM[kind]
    known = {name: number for number, name in enumerate(names)}
    for name in written:
        if name not in known:
            known[name] = len(names)
            names.append(name)
    added = np.array([known[name] for name in written], dtype=np.int64)
    all_numbers = np.concatenate([numbers, added]) if written else numbers
    return Words(all_numbers, _words(names)), medium[numbers]


def _words(words: list[str]) -> "npt.NDArray[np.object_]":
    import numpy as np

    return np.array(words, dtype=object)


def _entries(store: Store, people: People, timezone: str, only: Only) -> dict[str, list[Any]]:
    """Return what was written down by column.

    Of an entry that several logs place differently, the first place counts.
    """
    import numpy as np

    columns: dict[str, list[Any]] = {name: [] for name in frames.INTERACTIONS}
    rows = store.connection.execute(
        "SELECT account_id, at, day, channel, medium, direction, size, logged, min(position),"
        f" purpose FROM current_entry WHERE {only.of('account_id')} GROUP BY account_id, at, day,"
        " written, channel, medium, direction, purpose, note, size, ref, logged, occurrence"
    ).fetchall()
    rows = [row for row in rows if people.code[row[0]] >= 0]
    timed = np.array([0 if row[1] is None else row[1] for row in rows], dtype=np.int64)
    local = _local_days(timed, timezone).tolist()
    for row, day_there in zip(rows, local, strict=True):
        account, at, day, channel, medium, direction, size, logged, position, purpose = row
        columns["person"].append(int(people.code[account]))
        columns["at"].append(float(at) if at is not None else _noon(day, timezone))
        columns["timed"].append(at is not None)
        columns["day"].append(day_there if at is not None else day)
        columns["channel"].append(channel)
        columns["medium"].append(_MEDIUM[medium])
        columns["direction"].append(direction)
        columns["size"].append(size)
        columns["logged"].append(bool(logged))
        columns["position"].append(position)
        columns["purpose"].append(purpose)
    return columns


def _noon(day: int, timezone: str) -> float:
    """Return noon of a local day as an instant."""
    local = date.fromordinal(day)
    return datetime(local.year, local.month, local.day, 12, tzinfo=ZoneInfo(timezone)).timestamp()


def signals_on_days(
    signals: Signals,
    messages: dict[str, "Integers"],
    people: People,
    echoes: "Integers",
    timezone: str,
) -> dict[str, Any]:
    """Return the columns of `frames.SIGNALS`: invitations, and the notes that came with them."""
    import numpy as np

    echoes = echoes[people.code[messages["account"][echoes]] >= 0]  # the owner's are nobody's
    person = people.code[messages["account"][echoes]].tolist()
    at = np.array(signals.at + messages["at"][echoes].tolist(), dtype=np.int64)
    return {
        "person": signals.person + person,
        "kind": signals.kind + ["invitation_note"] * len(person),
        "day": _local_days(at, timezone),
        "direction": signals.direction + messages["direction"][echoes].tolist(),
        "with_note": signals.with_note + [True] * len(person),
    }
