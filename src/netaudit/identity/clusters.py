"""Clusters of accounts under construction: each is a person, named by the leading account."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from netaudit.identity.known import Known
from netaudit.records import Account

#: How well an account tells a person. Whoever is joined is joined to somebody stronger.
PROFILE, ENTRY_WITH_EMAIL, ENTRY, HANDLE, ADDRESS, NAME = range(6)

Kinds = frozenset[tuple[str, str]]
#: Platforms on which a person has one account, unless the user says otherwise.
PLATFORMS = frozenset({"linkedin", "x"})


def rank(account: Account) -> int:
    """Return how well an account tells a person, the best first."""
    match account.kind:
        case "url" | "id":
            return PROFILE
        case "listed":
            return ENTRY
        case "handle":
            return HANDLE
        case "name":
            return NAME
    return ENTRY_WITH_EMAIL if account.platform == "linkedin" else ADDRESS


@dataclass
class People:
    """Clusters of accounts; rules join them, and what the user parted stays apart."""

    rank: dict[int, int] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    leader: dict[int, int] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)
    reason: dict[int, str] = field(default_factory=dict)
    ambiguous: dict[int, tuple[int, ...]] = field(default_factory=dict)
    account: dict[int, Account] = field(default_factory=dict)
    #: Leader -> platform and kind of all accounts of its cluster, where it has more than one.
    kinds: dict[int, Kinds] = field(default_factory=dict)
    #: Leaders of clusters with an account that is present.
    present: set[int] = field(default_factory=set)
    #: Leader -> accounts that the user parted from its cluster.
    apart: dict[int, set[int]] = field(default_factory=dict)

    def add(self, one: Known) -> None:
        """Add an account, the strongest first: the order decides who leads."""
        number = one.account_id
        self.rank[number] = rank(one.account)
        self.order[number] = len(self.order)
        self.leader[number] = number
        self.size[number] = 1
        self.account[number] = one.account
        if one.present:
            self.present.add(number)

    def of(self, account_id: int) -> int:
        """Return the leader of an account."""
        while (above := self.leader[account_id]) != account_id:
            account_id = above
        return account_id

    def has(self, account_id: int, kinds: Kinds) -> bool:
        """Tell whether the person of an account has one of these kinds."""
        return not kinds.isdisjoint(self._kinds(self.of(account_id)))

    def _kinds(self, leader: int) -> Kinds:
        return self.kinds.get(leader) or frozenset({self.account[leader][:2]})

    def platforms(self, account_id: int) -> set[str]:
        """Return the platforms on which the person has more than a name."""
        kinds = self._kinds(self.of(account_id))
        return {platform for platform, kind in kinds if kind != "name"} & PLATFORMS

    def part(self, one: int, other: int) -> None:
        """Let no rule join the two."""
        self.apart.setdefault(self.of(one), set()).add(other)
        self.apart.setdefault(self.of(other), set()).add(one)

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether the user parted the two."""
        foes = {self.of(foe) for foe in self.apart.get(self.of(one), ())}
        return self.of(other) in foes

    def may_be_one(self, one: int, other: int) -> bool:
        """Tell whether nothing keeps two apart: no decision, and no platform that both are on."""
        one, other = self.of(one), self.of(other)
        return (
            one != other
            and self.platforms(one).isdisjoint(self.platforms(other))
            and not self.are_apart(one, other)
        )

    def join(self, one: int, other: int, reason: str) -> None:
        """Make one person of two; the reason is kept with the one who leads no longer."""
        first, second = sorted((self.of(one), self.of(other)), key=self.order.__getitem__)
        if first == second:
            return
        self.leader[second] = first
        self.size[first] += self.size[second]
        self.reason[second] = reason
        self.kinds[first] = self._kinds(first) | self._kinds(second)
        if second in self.present:
            self.present.add(first)
        if second in self.apart:
            self.apart.setdefault(first, set()).update(self.apart.pop(second))

    def join_fitting(
        self, fitting: Iterable[tuple[int, Iterable[int]]], settling: Kinds, reason: str
    ) -> None:
        """Join accounts to the one person that each fits, unless it is settled who they are.

        It is settled of people who have an account of one of the kinds `settling`. `fitting`
        tells of accounts whom they fit. Accounts that the user made one person are judged
        together. Where several fit, a single account is ambiguous, and belongs to none.
        """
        fits: dict[int, set[int]] = {}
        for account_id, candidates in fitting:
            if not self.has(account_id, settling):
                fits.setdefault(self.of(account_id), set()).update(candidates)
        for person in sorted(fits, key=lambda p: self.size[p] == 1):
            people = self._fit(self.of(person), fits[person])
            if len(people) == 1:
                self.join(person, people.pop(), reason)
            elif people and self.size[self.of(person)] == 1:
                self.ambiguous[person] = tuple(sorted(people, key=self.order.__getitem__))
                self.reason[person] = reason

    def settle(self) -> None:
        """Look again at ambiguous accounts: those whom they fit may be one person by now."""
        for number, candidates in list(self.ambiguous.items()):
            people = self._fit(number, candidates)
            del self.ambiguous[number]
            if len(people) == 1:
                self.join(number, people.pop(), self.reason[number])
            elif people:
                self.ambiguous[number] = tuple(sorted(people, key=self.order.__getitem__))

    def _fit(self, person: int, candidates: Iterable[int]) -> set[int]:
        """Return whom a person may be; an ambiguous candidate stands for those it fits."""
        leaders = {self.of(c) for c in candidates}
        found = {f for one in leaders for f in self.ambiguous.get(one, (one,))}
        parted = {self.of(foe) for foe in self.apart.get(person, ())}
        return found - parted - {person}
