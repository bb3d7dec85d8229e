"""Which accounts are one person.

Pure, deterministic, and independent of the order in which accounts came: the same accounts
and decisions always give the same links. A name alone never joins two list entries; a name
that somebody wrote down means the one person who bears it, or nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, Decision, Link

_SAME_NAME = "the only person of this name"
_RANK = {"url": 0, "id": 0, "email": 1, "listed": 2, "name": 3}


@dataclass(frozen=True, slots=True)
class Known:
    """An account and what is known of it: names and e-mail keys stated, days of its ties."""

    account_id: int
    account: Account
    names: frozenset[str]
    emails: frozenset[str] = frozenset()
    since: frozenset[int] = frozenset()


@dataclass
class _People:
    """Clusters of accounts under construction; named by its leading, first added account."""

    order: dict[int, int] = field(default_factory=dict)
    leader: dict[int, int] = field(default_factory=dict)
    reason: dict[int, str] = field(default_factory=dict)
    ambiguous: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def of(self, account_id: int) -> int:
        while (above := self.leader[account_id]) != account_id:
            account_id = above
        return account_id

    def add(self, account_id: int) -> None:
        self.order[account_id] = len(self.order)
        self.leader[account_id] = account_id

    def join(self, account_id: int, other: int, reason: str) -> None:
        ends = sorted((self.of(account_id), self.of(other)), key=self.order.__getitem__)
        self.leader[ends[1]] = ends[0]
        self.reason.setdefault(account_id, reason)

    def join_only(self, account_id: int, candidates: Iterable[int], reason: str) -> bool:
        """Join to the one person among `candidates`; note it if there are several."""
        people = {self.of(c) for c in candidates}
        if len(people) == 1:
            self.join(account_id, people.pop(), reason)
        elif people:
            self.ambiguous[account_id] = tuple(sorted(people, key=self.order.__getitem__))
        return bool(people)


def resolve(known: Iterable[Known], decisions: Sequence[Decision] = ()) -> list[Link]:
    """Return one Link for every account, in the order of account ids.

    Rules, strongest first: a profile link or numeric id is a person; an e-mail address is the
    person who states it; a list entry without either is the linked entry with the same name
    and date of connection; a bare name is the only person of that name. The user's `same`
    decisions come before all, `different` ones part what a rule would join.
    """
    ranked = sorted(known, key=lambda k: (_RANK[k.account.kind], k.account))
    people = _People()
    for one in ranked:
        people.add(one.account_id)
    by_account = {k.account: k for k in ranked}
    apart = _decided_different(decisions, by_account)
    for decision in decisions:
        if decision.kind != "same" or decision.other is None:
            continue
        ends = [by_account.get(decision.account), by_account.get(decision.other)]
        numbers = [end.account_id for end in ends if end is not None]
        if len(numbers) == 2:
            people.join(numbers[1], numbers[0], "you said so")
    _join_emails(ranked, people, apart)
    _join_listed(ranked, people, apart)
    _join_names(ranked, people, apart)
    return _links(ranked, people)


def _decided_different(
    decisions: Sequence[Decision], by_account: dict[Account, Known]
) -> set[frozenset[int]]:
    return {
        frozenset({by_account[d.account].account_id, by_account[d.other].account_id})
        for d in decisions
        if d.kind == "different" and d.other and d.account in by_account and d.other in by_account
    }


def _allowed(one: Known, others: Iterable[int], apart: set[frozenset[int]]) -> list[int]:
    number = one.account_id
    return [o for o in others if o != number and frozenset({number, o}) not in apart]


def _join_emails(ranked: list[Known], people: _People, apart: set[frozenset[int]]) -> None:
    holders: dict[str, list[int]] = defaultdict(list)
    for one in ranked:
        for address in one.emails:
            if one.account.kind in {"url", "id"} or one.account.platform == "linkedin":
                holders[address].append(one.account_id)
    for one in ranked:
        if one.account.kind == "email" and people.of(one.account_id) == one.account_id:
            candidates = _allowed(one, holders.get(one.account.key, ()), apart)
            people.join_only(one.account_id, candidates, "the same e-mail address")


def _join_listed(ranked: list[Known], people: _People, apart: set[frozenset[int]]) -> None:
    """Join entries of exports without links to those with links: same name, same day +- 1."""
    linked: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in ranked:
        if one.account.kind == "url":
            for key in {name_key(n) for n in one.names}:
                for day in one.since:
                    linked[key, day].append(one.account_id)
    for one in ranked:
        if one.account.kind in {"listed", "email"} and people.of(one.account_id) == one.account_id:
            candidates = {
                candidate
                for name in one.names
                for day in one.since
                for near in (day - 1, day, day + 1)
                for candidate in linked.get((name_key(name), near), ())
            }
            reason = "the same name and date of connection"
            people.join_only(one.account_id, _allowed(one, sorted(candidates), apart), reason)


def _join_names(ranked: list[Known], people: _People, apart: set[frozenset[int]]) -> None:
    """Join written names: LinkedIn's own among LinkedIn's people, then the log's among all."""
    bearers: dict[str, list[int]] = defaultdict(list)
    core: dict[str, list[int]] = defaultdict(list)
    names = [k for k in ranked if k.account.kind == "name"]
    for one in ranked:
        if one.account.kind != "name" and one.account_id not in people.ambiguous:
            for name in one.names:
                bearers[name_key(name)].append(one.account_id)
                if one.account.platform == "linkedin":
                    core[core_name_key(name)].append(one.account_id)
    for platform in ("linkedin", "log"):
        index = core if platform == "linkedin" else bearers
        alone: list[Known] = []
        for one in names:
            if one.account.platform != platform or people.of(one.account_id) != one.account_id:
                continue
            candidates = _allowed(one, index.get(one.account.key, ()), apart)
            if not people.join_only(one.account_id, candidates, _SAME_NAME):
                alone.append(one)
        for one in alone:
            bearers[one.account.key].append(one.account_id)


def _links(ranked: list[Known], people: _People) -> list[Link]:
    links = []
    for one in sorted(ranked, key=lambda k: k.account_id):
        number, person = one.account_id, people.of(one.account_id)
        if number in people.ambiguous and person == number:
            fits = people.ambiguous[number]
            links.append(Link(number, number, "ambiguous", f"fits {len(fits)} people", fits))
        elif person == number:
            links.append(Link(number, number, "alone", ""))
        else:
            links.append(Link(number, person, "same", people.reason.get(number, "joined to it")))
    return links
