"""Pairs of people who may be one: for the user to look at, never to be joined unasked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations, product
from typing import Literal, NamedTuple

from netaudit.identity.about import words
from netaudit.identity.evidence import ALIKE, LETTERS, Evidence, verdict, weigh
from netaudit.identity.known import Known
from netaudit.identity.sides import PLATFORMS, Side, Sides, called_by, keys_of, met, names_of
from netaudit.records import Account, Decision, Link

#: What more pairs than this have in common tells nobody from anybody.
_CROWD = 100
#: The same of a word of names, where names that hold it are only compared.
_CROWD_OF_WORDS = 250_000
#: More pairs that are merely possible nobody looks at.
_MOST_POSSIBLE = 2000


class Pair(NamedTuple):
    """Two people on different platforms who may be one, each named by the leading account."""

    one: int
    other: int
    verdict: Literal["likely", "possible"]
    score: int
    evidence: tuple[Evidence, ...]


def pairs(
    known: Iterable[Known],
    links: Sequence[Link],
    decisions: Sequence[Decision] = (),
    *,
    ignored: Collection[int] = (),
    person: int | None = None,
) -> list[Pair]:
    """Return pairs of people who may be one, the likeliest first, then by account.

    They are present, on different platforms, not one by `links`, and nobody said that they are
    different. Whom the user ignores is in none, and neither is the owner. Of pairs that are
    merely possible those that score least are left out where they are too many to look at.
    `person` asks for the pairs of one person only, in less time. That one and the `ignored` are
    named by their leading accounts.
    """
    accounts = {one.account_id: one for one in known}
    leads = _people(links)
    sides = _sides(accounts, leads)
    kept_apart = _kept_apart({k.account: leads.get(n, n) for n, k in accounts.items()}, decisions)
    hidden = frozenset(ignored)
    found: dict[tuple[int, int], Pair] = {}
    for one, other in dict.fromkeys(_candidates(sides, person)):
        both = (one.person, other.person)
        if both not in kept_apart and hidden.isdisjoint(both) and _may_be_one(sides, *both):
            pair = _pair(one, other, sides)
            if pair and (both not in found or found[both][3:] < pair[3:]):
                found[both] = pair
    account = {number: accounts[number].account for both in found for number in both}
    ordered = sorted(found.values(), key=lambda p: (-p.score, account[p.one], account[p.other]))
    possible = [pair for pair in ordered if pair.verdict == "possible"]
    left_out = {pair[:2] for pair in possible[_MOST_POSSIBLE:]}
    return [pair for pair in ordered if pair[:2] not in left_out]


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


def _pair(one: Side, other: Side, sides: Sides) -> Pair | None:
    """Return a pair unless nothing speaks for it, or a name that is like many others.

    What would be the same, and was not joined, is likely: somebody else may be it as well.
    """
    evidence = weigh(one, other, sides)
    if (said := verdict(evidence)) == "none":
        return None
    if [e.name for e in evidence if e.weight > 0] == ["similar name"]:
        shared = _words(one.names) & _words(other.names)
        if not any(map(sides.is_rare, shared)):
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
    """Return whom the user told apart, as pairs both ways round."""
    found: set[tuple[int, ...]] = set()
    for kind, account, other in decisions:
        if kind == "different" and account in person and other in person:
            found.update(permutations((person[account], person[other])))
    return found


def _may_be_one(sides: Sides, one: int, other: int) -> bool:
    """Tell whether two are two people who are on no platform both."""
    return one != other and sides.of(one).keys().isdisjoint(sides.of(other).keys() - {"address"})


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in name.split()}


def _candidates(sides: Sides, person: int | None) -> Iterator[tuple[Side, Side]]:
    """Yield who has something in common, in the order of platforms: some may come twice."""
    if person is None:
        yield from _meeting(sides, None)
    elif person in sides:
        found = _meeting(sides, _near(sides, person))
        yield from (both for both in found if person in {both[0].person, both[1].person})


def _near(sides: Sides, person: int) -> list[int]:
    """Return a person, and whoever may have something in common: more than really have."""
    from rapidfuzz import fuzz, process

    mine = list(sides.of(person).values())
    names = {name for side in mine for name in side.names}
    keys = {key for side in mine for key in side.keys}
    called = {word for side in mine for word in side.callings}
    spelled = called.union(*(side.spellings for side in mine))
    bearers: dict[str, list[int]] = defaultdict(list)
    found = {person: True}
    for number, one in sides:
        borne = list(names_of(one))
        for name in borne:
            bearers[name].append(number)
        if (
            not keys.isdisjoint(keys_of(one))
            or not spelled.isdisjoint(called_by(one))
            or any(_begins(name, called) for name in borne)
        ):
            found[number] = True
    all_names = list(bearers)
    for name in names:
        for alike, _, _ in process.extract_iter(
            name, all_names, scorer=fuzz.ratio, score_cutoff=ALIKE
        ):
            found.update(dict.fromkeys(bearers[alike], True))
    return list(found)


def _begins(name: str, called: Iterable[str]) -> bool:
    """Tell whether the first word of a name is in one of these: else none spells the name."""
    first = next(iter(words(name)), "")
    return bool(first) and any(first in word for word in called)


def _meeting(sides: Sides, among: Collection[int] | None) -> Iterator[tuple[Side, Side]]:
    """Yield who of some people, or of all, has something in common."""
    names = sides.index(lambda side: side.names, among)
    keys = sides.index(lambda side: side.keys, among)
    callings = sides.index(lambda side: side.callings, among)
    spellings = sides.index(lambda side: side.spellings, among)
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
