"""What a store must tell, worked out slowly and plainly from what the words mean.

Dicts, sets and loops over everything, on purpose: it shares no code with the program but the
values that go in, and is right if it reads like the definitions.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from netaudit.records import Account, Entry, Profile, Signal
from store.identities import identities
from store.said import Days, Listed, Message, Said, day_of, said
from store.snapshots import Snapshot

DIRECTIONS = ("in", "out", "both")
MEDIA = ("public", "text", "voice", "in_person")


@dataclass
class Told:
    """What is told of all snapshots together; a person is named by their leading account."""

    listed: dict[Listed, Days]
    person: dict[Account, Account | None]
    people: set[tuple[Account, str, str, str]]
    ties: set[tuple[Account, str, int | None, int | None]]
    interactions: Counter[tuple[object, ...]]
    signals: Counter[tuple[object, ...]]
    notes: dict[tuple[Account, int | None, str], int]
    profiles: dict[Profile, int]
    changes: set[tuple[str, str, int, int, str, Account]]

    def on_list(self, kind: str) -> set[Account]:
        """Return the accounts now on a list."""
        return on_list(self.listed, kind)

    def known_as(self, accounts: Iterable[Account]) -> set[Account]:
        """Return who these accounts are; one that fits several people is nobody but itself."""
        return {self.person[account] or account for account in accounts}


def on_list(listed: Mapping[Listed, Days], kind: str) -> set[Account]:
    """Return the accounts now on a list."""
    return {tie.account for tie, days in listed.items() if tie.kind == kind and days.until is None}


def tell(
    snapshots: Sequence[Snapshot], person: Mapping[Account, Account | None] | None = None
) -> Told:
    """Return what a store of these snapshots must tell.

    `person` says who is who where the user had a say in it, which is not worked out here.
    """
    every = [said(snapshot) for snapshot in snapshots]
    listed: dict[Listed, Days] = {}
    for kind in {tie.kind for one in every for tie in one.ties}:
        listed |= _listed(every, kind)
    dated: dict[Profile, int] = {}
    for one in every:
        for profile in one.profiles:
            dated[profile] = max(dated.get(profile, 0), one.day or 0)
    notes: dict[tuple[Account, int | None, str], int] = {}
    for one in every:
        for note in one.notes:
            notes[note] = max(notes.get(note, 0), one.day or 0)
    person = identities(every, listed) if person is None else person
    messages = _counted({m for one in every for m in one.messages})
    entries = {e for one in every for e in one.entries}
    signals = {s for one in every for s in one.signals}
    active = {t.account for t in listed} | {m.account for m in messages}
    active |= {e.account for e in entries} | {s.account for s in signals}
    present = {who for account in active if (who := person[account]) is not None}
    talk, echoes = _interactions(messages, signals, listed, person)
    talk.update(_entries(entries, person))
    # Of one person at one time it is one signal, whichever of their accounts an export names.
    noted: dict[tuple[Account, str, int, int], bool] = {}
    for s in signals:
        if (who := person[s.account]) is not None:
            trace = (who, s.kind, s.at, DIRECTIONS.index(s.direction))
            noted[trace] = noted.get(trace, False) or s.with_note
    traces: Counter[tuple[object, ...]] = Counter(
        (who, kind, day_of(at), way, with_note) for (who, kind, at, way), with_note in noted.items()
    )
    return Told(
        listed, dict(person),
        {(who, *_described(who, dated, entries, person)) for who in present},
        _spells(listed, person), talk, traces + echoes, notes, dated,
        _changes(every, listed, person),
    )  # fmt: skip


def _by_day(every: Iterable[Said], kind: str) -> dict[int, tuple[set[Listed], Counter[int], bool]]:
    """Return by day: who is on a list, how many are hidden by since, and whether it is whole."""
    days: dict[int, tuple[set[Listed], Counter[int], bool]] = {}
    for one in every:
        if one.day is not None and one.source == "linkedin":
            ties, hidden, whole = days.get(one.day, (set(), Counter(), False))
            mine = {tie for tie in one.ties if tie.kind == kind}
            faded = one.hidden if kind == "connection" else Counter()
            days[one.day] = (ties | mine, hidden | faded, whole or kind in one.lists)
    return days


def _listed(every: Sequence[Said], kind: str) -> dict[Listed, Days]:
    days = _by_day(every, kind)
    found = {}
    for tie in {tie for one in every for tie in one.ties if tie.kind == kind}:
        stating = [day for day, (ties, _, _) in days.items() if tie in ties]
        if not stating:
            found[tie] = Days(None, None, None)
            continue
        last = max(stating)
        gone = [
            day
            for day, (_, hidden, whole) in days.items()
            if whole and day > last
            if tie.since is None or hidden[tie.since] <= days[last][1][tie.since]
        ]
        found[tie] = Days(min(stating), last, min(gone, default=None))
    return found


def _counted(messages: set[Message]) -> set[Message]:
    """Leave out those of old exports, which know no conversations, from the newer ones' first."""
    first = min((m.at for m in messages if m.conversation), default=None)
    return {m for m in messages if m.conversation or first is None or m.at < first}


def _interactions(
    messages: set[Message],
    signals: set[Signal],
    listed: Mapping[Listed, Days],
    person: Mapping[Account, Account | None],
) -> tuple[Counter[tuple[object, ...]], Counter[tuple[object, ...]]]:
    """Return each message of a person once, with its largest size, and the echoes apart."""
    largest: dict[tuple[Account, int, str, int], int] = {}
    for m in messages:
        if (who := person[m.account]) is not None:
            key = (who, m.at, m.direction, m.conversation)
            largest[key] = max(largest.get(key, 0), m.size)
    noted = {
        (person[s.account], s.direction) for s in signals if s.kind == "invitation" and s.with_note
    }
    began = {(person[tie.account], tie.since) for tie in listed if tie.kind == "connection"}
    talk: Counter[tuple[object, ...]] = Counter()
    echoes: Counter[tuple[object, ...]] = Counter()
    for (who, at, direction, conversation), size in largest.items():
        number, day = DIRECTIONS.index(direction), day_of(at)
        is_first = not any(
            of == who and before < at and same == conversation for of, before, _, same in largest
        )
        may_echo = size == 1 and conversation != 0 and is_first
        if may_echo and (who, direction) in noted and (who, day) in began:
            echoes[who, "invitation_note", day, number, True] += 1
        else:
            talk[who, at, True, day, "linkedin", 1, number, size, False, 0, ""] += 1
    return talk, echoes


def _entries(
    entries: set[Entry], person: Mapping[Account, Account | None]
) -> Counter[tuple[object, ...]]:
    """Return each entry once, at the first of its places."""
    place: dict[Entry, int] = {}
    for entry in entries:
        plain = entry._replace(position=0)
        place[plain] = min(entry.position, place.get(plain, entry.position))
    return Counter(
        (
            who, (day - 719_163) * 86_400 + 43_200 if entry.at is None else entry.at,
            entry.at is not None, day, entry.channel, MEDIA.index(entry.medium),
            DIRECTIONS.index(entry.direction), entry.size, entry.logged, position, entry.purpose,
        )
        for entry, position in place.items()
        if (who := person[entry.account]) is not None
        for day in [entry.day if entry.day is not None else day_of(entry.at or 0)]
    )  # fmt: skip


def _described(
    who: Account,
    dated: Mapping[Profile, int],
    entries: Iterable[Entry],
    person: Mapping[Account, Account | None],
) -> tuple[str, str, str]:
    """Return name, company and position as the newest list says, else the newest mention."""
    mine = [(p, day) for p, day in dated.items() if person[p.account] == who]
    mine.sort(key=lambda one: (not one[0].listed, -one[1], *one[0][1:2], *one[0][4:6]))
    written = sorted(e.written for e in entries if person[e.account] == who)
    names = [*(p.name for p, _ in mine if p.name), *written]
    jobs = [(p.company, p.position) for p, _ in mine if p.company]
    stand_in = f"linkedin.com/in/{who.key}" if who.kind == "url" else who.key
    return (names[0] if names else stand_in, *(jobs[0] if jobs else ("", "")))


def _spells(
    listed: Mapping[Listed, Days], person: Mapping[Account, Account | None]
) -> set[tuple[Account, str, int | None, int | None]]:
    """Return each person's times on a list; those that meet are one, until the last seen ends."""
    found: dict[tuple[Account, str], list[tuple[int, float, Days]]] = defaultdict(list)
    for tie, days in listed.items():
        if (who := person[tie.account]) is not None:
            found[who, tie.kind].append((tie.since or 0, days.until or math.inf, days))
    told = set()
    for (who, kind), spells in found.items():
        times: list[list[Any]] = []
        for since, until, days in sorted(spells, key=lambda spell: spell[:2]):
            seen = math.inf if days.last_on is None else days.last_on
            last = times[-1] if times else None
            if last and (not last[0] or not since or since <= last[1]):
                last[0] = last[0] or since
                last[2], last[1] = max((last[2], last[1]), (seen, until))
            else:
                times.append([since, until, seen])
        for since, until, _ in times:
            told.add((who, kind, since or None, None if until == math.inf else int(until)))
    return told


def _changes(
    every: Sequence[Said], listed: Mapping[Listed, Days], person: Mapping[Account, Account | None]
) -> set[tuple[str, str, int, int, str, Account]]:
    """Return who came and went from each whole list to the next."""
    found = set()
    for kind in {tie.kind for tie in listed} - {"following"}:
        days = _by_day(every, kind)
        whole = sorted(day for day, (_, _, is_whole) in days.items() if is_whole)
        ever = {t: d for t, d in listed.items() if t.kind == kind}
        for old, new in pairwise(whole):
            before, after = ({person[t.account] for t in days[d][0]} - {None} for d in (old, new))
            gone = {person[t.account] for t, d in ever.items() if d.until == new} - after
            seen_again = set()
            for who in after - before:
                since = max(
                    (t.since for t in days[new][0] if person[t.account] == who),
                    key=lambda day: day or 0,
                )
                listed_before = any(
                    person[t.account] == who and t.since == since and (d.first_on or new) <= old
                    for t, d in ever.items()
                )
                faded = since is not None and days[old][1][since] > days[new][1][since]
                seen_again |= {who} if listed_before or faded else set()
            told = {
                "joined": after - before - seen_again, "visible": seen_again,
                "left": gone,
                "hidden": {
                    who
                    for who in before - after - gone
                    if (since := max(
                        t.since or 0 for t in days[old][0] if person[t.account] == who
                    ))
                    and days[new][1][since] > days[old][1][since]
                },
            }  # fmt: skip
            found |= {
                ("linkedin", kind, old, new, what, who)
                for what, people in told.items()
                for who in people
                if who is not None
            }
    return found
