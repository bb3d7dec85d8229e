"""Pairs of people who may be one: for the user to look at, never to be joined unasked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from netaudit.identity.evidence import Evidence
from netaudit.identity.known import Known
from netaudit.normal import core_name_key
from netaudit.records import Decision, Link


class Pair(NamedTuple):
    """Two people on different platforms who may be one, each named by the leading account."""

    one: int
    other: int
    verdict: Literal["likely", "possible"]
    score: int
    evidence: tuple[Evidence, ...]


_NAME = Evidence("name", 4, "the same name")


def pairs(
    known: Iterable[Known], links: Sequence[Link], decisions: Sequence[Decision] = ()
) -> list[Pair]:
    """Return pairs of people who may be one, the likeliest first, then by account.

    They are present, on different platforms, not one by `links`, and nobody said that they are
    different.
    """
    accounts = list(known)
    leader = {link.account_id: link.person_id for link in links if link.verdict != "ambiguous"}
    numbers = {k.account: k.account_id for k in accounts}
    parted = {
        frozenset((leader.get(numbers[d.account]), leader.get(numbers[d.other])))
        for d in decisions
        if d.kind == "different" and d.account in numbers and d.other in numbers
    }
    bearers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    on: dict[int, set[str]] = defaultdict(set)
    for k in accounts:
        if k.account_id in leader and k.present:
            person = leader[k.account_id]
            on[person].add(k.account.platform)
            for name in k.names:
                bearers[core_name_key(name)][k.account.platform].add(person)
    found: set[Pair] = set()
    for by_platform in bearers.values():
        here, there = by_platform.get("linkedin", set()), by_platform.get("x", set())
        only = len(here) == len(there) == 1
        found.update(
            Pair(one, other, "likely" if only else "possible", 4 + only, (_NAME,))
            for one in here
            for other in there
            if not on[one] & on[other] and frozenset((one, other)) not in parted
        )
    return sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))


def evidence_between(
    known: Iterable[Known], links: Sequence[Link], one: int, other: int
) -> tuple[Evidence, ...]:
    """Return what speaks for and against two accounts being one person's, the weightiest first.

    Also where they are one person by `links`: this tells why they may have been joined.
    """
    leader = {link.account_id: link.person_id for link in links}
    cores: dict[int, set[str]] = defaultdict(set)
    for k in known:
        cores[leader.get(k.account_id, 0)].update(core_name_key(name) for name in k.names)
    return (_NAME,) if cores[leader.get(one, 0)] & cores[leader.get(other, 0)] else ()
