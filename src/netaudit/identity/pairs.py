"""Pairs of people who may be one: for the user to look at, never to be joined unasked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations, product
from typing import Literal, NamedTuple

from netaudit.identity.evidence import ALIKE, LETTERS, Evidence, verdict, weigh
from netaudit.identity.known import Known
from netaudit.identity.sides import PLATFORMS, Side, Sides, met
from netaudit.records import Account, Decision, Link

#: What more pairs than this have in common tells nobody from anybody.
_CROWD = 100
#: The same of a word of names, where names that hold it are only compared.
_CROWD_OF_WORDS = 250_000


class Pair(NamedTuple):
    """Two people on different platforms who may be one, each named by the leading account."""

    one: int
    other: int
    verdict: Literal["likely", "possible"]
    score: int
    evidence: tuple[Evidence, ...]


def pairs(
    known: Iterable[Known], links: Sequence[Link], decisions: Sequence[Decision] = ()
) -> list[Pair]:
    """Return pairs of people who may be one, the likeliest first, then by account.

    They are present, on different platforms, not one by `links`, and nobody said that they are
    different. Whom the user ignores is in none, and neither is the owner.
    """
    accounts = {one.account_id: one for one in known}
    person = _people(links)
    sides = _sides(accounts, person)
    kept_apart = _kept_apart({k.account: person.get(n, n) for n, k in accounts.items()}, decisions)
    found: dict[tuple[int, int], Pair] = {}
    for one, other in dict.fromkeys(_candidates(sides)):
        both = (one.person, other.person)
        if kept_apart.isdisjoint({both, both[:1], both[1:]}) and _may_be_one(sides, *both):
            pair = _pair(one, other, weigh(one, other, sides))
            if pair and (both not in found or found[both][3:] < pair[3:]):
                found[both] = pair
    account = {number: accounts[number].account for both in found for number in both}
    return sorted(found.values(), key=lambda p: (-p.score, account[p.one], account[p.other]))


def evidence_between(
    known: Iterable[Known], links: Sequence[Link], one: int, other: int
) -> tuple[Evidence, ...]:
    """Return what speaks for and against two accounts being one person's, the weightiest first.

    Also where they are one person by `links`: it tells what speaks for that. Of accounts of
    one platform there is none.
    """
    accounts = {k.account_id: k for k in known}
    person = _people(links)
    sides = _sides(accounts, person)
    here, there = (
        next((side for side in sides.of(person[n]).values() if accounts[n] in side.accounts), None)
        if n in person and person[n] in sides
        else None
        for n in (one, other)
    )
    return weigh(here, there, sides) if here and there and here.platform != there.platform else ()


def _pair(one: Side, other: Side, evidence: tuple[Evidence, ...]) -> Pair | None:
    """Return a pair unless nothing speaks for it.

    What would be the same, and was not joined, is likely: somebody else may be it as well.
    """
    if (said := verdict(evidence)) == "none":
        return None
    score = sum(e.weight for e in evidence)
    word: Literal["likely", "possible"] = "possible" if said == "possible" else "likely"
    return Pair(one.person, other.person, word, score, evidence)


def _people(links: Iterable[Link]) -> dict[int, int]:
    """Return account -> person, of accounts that belong to one."""
    return {link.account_id: link.person_id for link in links if link.verdict != "ambiguous"}


def _sides(accounts: Mapping[int, Known], person: Mapping[int, int]) -> Sides:
    owner = {person[number] for number, one in accounts.items() if one.own and number in person}
    return Sides(
        (leader, accounts[number]) for number, leader in person.items() if leader not in owner
    )


def _kept_apart(
    person: Mapping[Account, int], decisions: Iterable[Decision]
) -> set[tuple[int, ...]]:
    """Return whom the user told apart, as pairs both ways round, and whom the user ignores."""
    found: set[tuple[int, ...]] = set()
    for kind, account, other in decisions:
        if kind == "ignore" and account in person:
            found.add((person[account],))
        elif kind == "different" and other and account in person and other in person:
            found.update(permutations((person[account], person[other])))
    return found


def _may_be_one(sides: Sides, one: int, other: int) -> bool:
    """Tell whether two are two people who are on no platform both."""
    return one != other and sides.of(one).keys().isdisjoint(sides.of(other).keys() - {"address"})


def _candidates(sides: Sides) -> Iterator[tuple[Side, Side]]:
    """Yield who has something in common, in the order of platforms: some may come twice."""
    names = sides.index(lambda side: side.names)
    keys = sides.index(lambda side: side.keys)
    callings = sides.index(lambda side: side.callings)
    spellings = sides.index(lambda side: side.spellings)
    yield from met(names, names, _CROWD)
    yield from met(keys, keys, _CROWD)
    yield from met(callings, callings, _CROWD)
    yield from met(callings, spellings, _CROWD)
    yield from met(spellings, callings, _CROWD)
    for here, there in combinations(PLATFORMS, 2):
        for name, other in _alike(names[here], names[there]):
            ones, others = names[here][name], names[there][other]
            if len(ones) * len(others) <= _CROWD:
                yield from product(ones, others)


def _alike(names: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names that are nearly the same, and have a whole word in common."""
    from rapidfuzz import fuzz, process

    those = _by_word(others)
    for word, some in _by_word(names).items():
        facing = those.get(word, [])
        if 0 < len(some) * len(facing) <= _CROWD_OF_WORDS:
            scores = process.cdist(some, facing, scorer=fuzz.ratio, score_cutoff=ALIKE)
            found = (
                (some[row], facing[column]) for row, column in zip(*scores.nonzero(), strict=True)
            )
            yield from (both for both in found if both[0] != both[1])


def _by_word(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if len(name.replace(" ", "")) >= LETTERS:
            for word in set(name.split()):
                found[word].append(name)
    return found
