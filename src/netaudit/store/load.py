"""From the store to frames: the only place where SQL meets pandas.

What depends on several imports together is settled here, from stored facts, so that the order
of imports does not matter: which messages of old exports are repeated by newer ones, which
message is only the echo of an invitation's note, and which account is the owner.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netaudit import frames
from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.frames import Frames
from netaudit.normal import core_name_key, name_key
from netaudit.store.store import Store, sentences

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Integers = npt.NDArray[np.int64]

_MEDIUM = {name: number for number, name in enumerate(frames.MEDIA)}
_NOON = SECONDS_PER_DAY // 2


@dataclass
class _People:
    """Who there is: `code` is account id -> number of the person, -1 for nobody on the record."""

    code: "Integers"
    columns: dict[str, list[Any]]
    ambiguous: frozenset[int]


def load(store: Store, timezone: str) -> Frames:
    """Return the whole record as frames, its days counted in `timezone` (an IANA name)."""
    with sentences(store.path):
        messages = _messages(store)
        people = _people(store, messages["account"])
        signals = _signals(store, people)
        ties = _ties(store, people)
        echoes = _echoes(messages, people, signals, ties)
        frames_ = Frames(
            people=frames.frame(frames.PEOPLE, people.columns),
            ties=frames.frame(frames.TIES, ties),
            interactions=_interactions(store, messages, people, echoes, timezone),
            signals=_signal_frame(signals, messages, people, echoes, timezone),
            snapshots=_snapshots(store),
            left_out=_left_out(store, len(echoes)),
            ambiguous_entries=_ambiguous_entries(store, people),
            timezone=timezone,
        )
    return frames.check(frames_)


def _table(store: Store, query: str, width: int) -> "Integers":
    """Return an all-integer result as an array (width, rows)."""
    from itertools import chain

    import numpy as np

    rows = store.connection.execute(query)
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return flat.reshape(-1, width).T


def _messages(store: Store) -> dict[str, "Integers"]:
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


def _people(store: Store, talked: "Integers") -> _People:
    """Number the people by name, then id, and describe them as the newest facts do."""
    import numpy as np

    accounts = store.connection.execute(
        "SELECT a.id, a.platform, a.kind, a.key, a.short_id, l.person_id, l.verdict"
        " FROM account a JOIN link l ON l.account_id = a.id"
    ).fetchall()
    ambiguous = frozenset(row[0] for row in accounts if row[6] == "ambiguous")
    owned = _owned(store, accounts)
    active = set(np.unique(talked).tolist())
    for table in ("tie", "entry", "signal"):
        active |= {r[0] for r in store.connection.execute(f"SELECT account_id FROM {table}")}
    ignored = {
        r[0] for r in store.connection.execute(
            "SELECT l.person_id FROM decision d JOIN link l ON l.account_id = d.account_id"
            " WHERE d.kind = 'ignore'"
        )
    }  # fmt: skip
    person_of = {r[0]: r[5] for r in accounts if r[0] not in ambiguous and r[5] not in owned}
    present = {person_of[a] for a in active if a in person_of}
    described = _described(store, person_of)
    rows = []
    for number, _, kind, key, short, _, _ in accounts:
        if number not in present:
            continue
        name, company, position = described.get(number, ("", "", ""))
        name = name or (f"linkedin.com/in/{key}" if kind == "url" else key)
        rows.append((name.casefold(), short, name, company, position, number))
    rows.sort()
    code = np.full(max((r[0] for r in accounts), default=0) + 1, -1, dtype=np.int64)
    place = {row[5]: index for index, row in enumerate(rows)}
    for account, person in person_of.items():
        code[account] = place.get(person, -1)
    columns: dict[str, list[Any]] = {
        "person_id": [r[1] for r in rows],
        "name": [r[2] for r in rows],
        "sort_key": [r[0] for r in rows],
        "company": [r[3] for r in rows],
        "position": [r[4] for r in rows],
        "ignored": [r[5] in ignored for r in rows],
    }
    return _People(code, columns, ambiguous)


def _owned(store: Store, accounts: list[tuple[Any, ...]]) -> set[int]:
    """Return the people who are the owner: by link, or by a name that fits nobody else."""
    slugs, names = set(), set()
    for slug, name in store.connection.execute("SELECT owner_slug, owner_name FROM snapshot"):
        slugs |= {slug} - {""}
        names |= {name_key(name), core_name_key(name)} - {""}
    return {
        person
        for _, platform, kind, key, _, person, verdict in accounts
        if (platform == "linkedin" and kind == "url" and key in slugs)
        or (kind == "name" and verdict == "alone" and key in names)
    }


def _described(store: Store, person_of: dict[int, int]) -> dict[int, tuple[str, str, str]]:
    """Return person -> (name, company, position), each as the newest list that has it says."""
    found: dict[int, list[str]] = {}
    rows = store.connection.execute(
        "SELECT account_id, name, company, position FROM profile"
        " ORDER BY listed DESC, stated_on DESC, name, company, position, account_id"
    )
    for account, name, company, position in rows:
        person = person_of.get(account)
        if person is None:
            continue
        known = found.setdefault(person, ["", "", ""])
        known[0] = known[0] or name
        if not known[1] and company:
            known[1], known[2] = company, position
    written = store.connection.execute("SELECT account_id, written FROM entry ORDER BY written")
    for account, name in written:
        person = person_of.get(account)
        if person is not None:
            known = found.setdefault(person, ["", "", ""])
            known[0] = known[0] or name
    return {person: (k[0], k[1], k[2]) for person, k in found.items()}


def _ties(store: Store, people: _People) -> dict[str, list[Any]]:
    rows = [
        (int(people.code[account]), kind, since)
        for account, kind, since in store.connection.execute(
            "SELECT account_id, kind, since FROM tie"
        )
    ]
    rows = [row for row in rows if row[0] >= 0]
    return {
        "person": [r[0] for r in rows],
        "kind": [r[1] for r in rows],
        "since": [float("nan") if r[2] is None else float(r[2]) for r in rows],
        "until": [float("nan")] * len(rows),
    }


@dataclass
class _Signals:
    person: list[int]
    kind: list[str]
    at: list[int]
    direction: list[int]
    with_note: list[bool]


def _signals(store: Store, people: _People) -> _Signals:
    signals = _Signals([], [], [], [], [])
    for account, kind, at, direction, with_note in store.connection.execute(
        "SELECT account_id, kind, at, direction, with_note FROM signal"
    ):
        if (person := int(people.code[account])) >= 0:
            signals.person.append(person)
            signals.kind.append(kind)
            signals.at.append(at)
            signals.direction.append(direction)
            signals.with_note.append(bool(with_note))
    return signals


def _echoes(
    messages: dict[str, "Integers"], people: _People, signals: _Signals, ties: dict[str, list[Any]]
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


def _local_days(at: "Integers", timezone: str) -> "Integers":
    """Return the local day of UTC instants."""
    import numpy as np
    import pandas as pd

    if timezone == "UTC":
        return EPOCH_DAY + at // SECONDS_PER_DAY
    local = pd.DatetimeIndex(at.astype("datetime64[s]"), tz="UTC").tz_convert(timezone)
    days = local.tz_localize(None).to_numpy().astype("datetime64[D]").astype(np.int64)
    return EPOCH_DAY + days


def _interactions(
    store: Store,
    messages: dict[str, "Integers"],
    people: _People,
    echoes: "Integers",
    timezone: str,
) -> Any:
    import numpy as np

    person = people.code[messages["account"]]
    kept = person >= 0
    kept[echoes] = False
    channels = dict(store.connection.execute("SELECT id, name FROM channel"))
    media = {i: _MEDIUM[m] for i, m in store.connection.execute("SELECT id, medium FROM channel")}
    count = int(kept.sum())
    at, channel = messages["at"][kept], messages["channel"][kept]
    entries = _entries(store, people, timezone)
    names = np.array(
        [channels.get(i, "") for i in range(max(channels, default=0) + 1)], dtype=object
    )
    medium = np.array([media.get(i, 0) for i in range(max(media, default=0) + 1)], dtype=np.int64)

    def both(imported: Any, column: str) -> Any:
        logged = np.array(entries[column], dtype=imported.dtype)
        return np.concatenate([imported, logged])

    return frames.frame(
        frames.INTERACTIONS,
        {
            "person": both(person[kept], "person"),
            "at": both(at.astype(np.float64), "at"),
            "timed": both(np.ones(count, dtype=bool), "timed"),
            "day": both(_local_days(at, timezone), "day"),
            "channel": both(names[channel], "channel"),
            "medium": both(medium[channel], "medium"),
            "direction": both(messages["direction"][kept], "direction"),
            "size": both(messages["size"][kept], "size"),
            "logged": both(np.zeros(count, dtype=bool), "logged"),
            "position": both(np.zeros(count, dtype=np.int64), "position"),
            "purpose": both(np.full(count, "", dtype=object), "purpose"),
        },
    )


def _entries(store: Store, people: _People, timezone: str) -> dict[str, list[Any]]:
    """Return the log by column; of an entry that several logs place differently the first place."""
    import numpy as np

    columns: dict[str, list[Any]] = {name: [] for name in frames.INTERACTIONS}
    rows = store.connection.execute(
        "SELECT account_id, at, day, channel, medium, direction, size, min(position), purpose"
        " FROM entry GROUP BY account_id, at, day, written, channel, medium, direction, purpose,"
        " note, size, ref, occurrence"
    ).fetchall()
    rows = [row for row in rows if people.code[row[0]] >= 0]
    timed = np.array([0 if row[1] is None else row[1] for row in rows], dtype=np.int64)
    local = _local_days(timed, timezone).tolist()
    for row, local_day in zip(rows, local, strict=True):
        account, at, day, channel, medium, direction, size, position, purpose = row
        columns["person"].append(int(people.code[account]))
        columns["at"].append(float(at) if at is not None else _noon(day, timezone))
        columns["timed"].append(at is not None)
        columns["day"].append(local_day if at is not None else day)
        columns["channel"].append(channel)
        columns["medium"].append(_MEDIUM[medium])
        columns["direction"].append(direction)
        columns["size"].append(size)
        columns["logged"].append(True)
        columns["position"].append(position)
        columns["purpose"].append(purpose)
    return columns


def _noon(day: int, timezone: str) -> float:
    """Return noon of a local day as an instant."""
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    local = date.fromordinal(day)
    return datetime(local.year, local.month, local.day, 12, tzinfo=ZoneInfo(timezone)).timestamp()


def _signal_frame(
    signals: _Signals,
    messages: dict[str, "Integers"],
    people: _People,
    echoes: "Integers",
    timezone: str,
) -> Any:
    import numpy as np

    person = people.code[messages["account"][echoes]].tolist()
    at = np.array(signals.at + messages["at"][echoes].tolist(), dtype=np.int64)
    return frames.frame(
        frames.SIGNALS,
        {
            "person": signals.person + person,
            "kind": signals.kind + ["invitation_note"] * len(person),
            "day": _local_days(at, timezone),
            "direction": signals.direction + messages["direction"][echoes].tolist(),
            "with_note": signals.with_note + [True] * len(person),
        },
    )


def _snapshots(store: Store) -> Any:
    rows = store.connection.execute(
        "SELECT s.source, s.name, s.exported_on, sum(f.rows_read), sum(f.skipped),"
        " sum((SELECT sum(value) FROM json_each(f.set_aside)))"
        " FROM snapshot s JOIN import i ON i.id = s.import_id"
        " JOIN snapshot_file f ON f.snapshot_id = s.id"
        " WHERE i.command = 'import' GROUP BY s.id ORDER BY s.exported_on, s.source, s.name"
    ).fetchall()
    return frames.frame(
        frames.SNAPSHOTS,
        {
            "source": [r[0] for r in rows],
            "name": [r[1] for r in rows],
            "exported_on": [float("nan") if r[2] is None else float(r[2]) for r in rows],
            "read": [r[3] for r in rows],
            "new": [0] * len(rows),
            "updated": [0] * len(rows),
            "unchanged": [0] * len(rows),
            "set_aside": [r[5] or 0 for r in rows],
            "skipped": [r[4] for r in rows],
        },
    )


def _left_out(store: Store, echoes: int) -> Any:
    """Return what was set aside or skipped, by the newest snapshot that has a file of a format."""
    newest: dict[tuple[str, str], tuple[Any, dict[str, int], int]] = {}
    for source, form, when, aside, skipped in store.connection.execute(
        "SELECT s.source, f.format, coalesce(s.exported_on, 0), f.set_aside, f.skipped"
        " FROM snapshot s JOIN snapshot_file f ON f.snapshot_id = s.id"
        " JOIN import i ON i.id = s.import_id WHERE i.command = 'import'"
        " ORDER BY 3, f.rows_read, f.set_aside"
    ):
        newest[source, form] = (when, json.loads(aside), skipped)
    total: dict[tuple[str, str], int] = {}
    for (source, _), (_, aside, skipped) in newest.items():
        for kind, count in aside.items():
            total[source, kind] = total.get((source, kind), 0) + count
        if skipped:
            total[source, "unreadable rows"] = total.get((source, "unreadable rows"), 0) + skipped
    if echoes:
        total["linkedin", "notes of invitations"] = echoes
    keys = sorted(total)
    return frames.frame(
        frames.LEFT_OUT,
        {
            "source": [k[0] for k in keys],
            "kind": [k[1] for k in keys],
            "records": [total[k] for k in keys],
        },
    )


def _ambiguous_entries(store: Store, people: _People) -> int:
    return sum(
        account in people.ambiguous
        for (account,) in store.connection.execute("SELECT account_id FROM entry")
    )
