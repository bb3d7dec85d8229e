"""The rule across platforms: people of whom the evidence says that they are one."""

from collections import Counter
from itertools import chain, groupby
from typing import NamedTuple

from netaudit.identity.clusters import NAME, People
from netaudit.identity.evidence import reason, verdict, weigh
from netaudit.identity.known import Known
from netaudit.identity.sides import Side, Sides


class _Match(NamedTuple):
    """Two people who are one by the evidence."""

    score: int
    one: Side
    other: Side
    reason: str


def join_platforms(ranked: list[Known], people: People) -> None:
    """Join people on different platforms of whom the evidence says `same`, the surest first.

    A person has one account on each platform. Where two on one platform fit somebody equally
    well, neither is joined.
    """
    looked_at = [one for one in ranked if _is_somebody(one, people)]
    if len({one.account.platform for one in looked_at}) < 2:
        return
    sides = Sides((people.of(one.account_id), one) for one in looked_at)
    matches = _matches(sides, people)
    taken: set[tuple[int, str]] = set()
    for _, level in groupby(matches, key=lambda match: match.score):
        free = [m for m in level if taken.isdisjoint(_places(m))]
        wanted = Counter(chain.from_iterable(_places(m) for m in free))
        taken.update(wanted)
        for match in free:
            one, other = match.one.person, match.other.person
            only = all(wanted[place] == 1 for place in _places(match))
            if only and people.may_be_one(one, other):
                people.join(one, other, match.reason)
    people.settle()


def _is_somebody(one: Known, people: People) -> bool:
    """Tell whether an account is a person, and no name that somebody wrote."""
    person = people.of(one.account_id)
    return person not in people.ambiguous and people.rank[person] < NAME


def _matches(sides: Sides, people: People) -> list[_Match]:
    """Return who are one, the surest first, then in the order of accounts.

    `same` needs a name that is the only one of its kind on both platforms, or a key that is.
    """
    found = []
    for one, other in dict.fromkeys(sides.only_ones()):
        if people.may_be_one(one.person, other.person):
            evidence = weigh(one, other, sides)
            if verdict(evidence) == "same":
                score = sum(e.weight for e in evidence)
                found.append(_Match(score, one, other, reason(evidence)))
    order = people.order
    return sorted(
        found, key=lambda m: (-m.score, order[m.one.person], order[m.other.person], m.reason)
    )


def _places(match: _Match) -> list[tuple[int, str]]:
    """Return whose place on which platform a match takes; of addresses one may have many."""
    return [
        (here.person, there.platform)
        for here, there in ((match.one, match.other), (match.other, match.one))
        if there.platform != "address"
    ]
