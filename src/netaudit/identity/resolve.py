"""Which accounts are one person.

Pure, deterministic, and independent of the order in which accounts came: the same accounts
and decisions always give the same links. A name alone never joins two list entries; a name
that somebody wrote down means the one person who bears it, or nobody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from netaudit.identity.known import Known
from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, Decision, Link, Listing

#: How well an account tells a person. Whoever is joined is joined to somebody stronger.
_PROFILE, _ENTRY_WITH_EMAIL, _ENTRY, _ADDRESS, _NAME = range(5)


def _rank(account: Account) -> int:
    match account.kind:
        case "url" | "id":
            return _PROFILE
        case "listed":
            return _ENTRY
        case "name":
            return _NAME
    return _ENTRY_WITH_EMAIL if account.platform == "linkedin" else _ADDRESS


@dataclass
class _People:
    """Clusters of accounts under construction, each named by its leading account."""

    rank: dict[int, int] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    leader: dict[int, int] = field(default_factory=dict)
    size: dict[int, int] = field(default_factory=dict)
    reason: dict[int, str] = field(default_factory=dict)
    ambiguous: dict[int, tuple[int, ...]] = field(default_factory=dict)
    #: Leader -> accounts that the user parted from its cluster.
    apart: dict[int, set[int]] = field(default_factory=dict)

    def add(self, one: Known) -> None:
        """Add an account, the strongest first: the order decides who leads."""
        number = one.account_id
        self.rank[number] = _rank(one.account)
        self.order[number] = len(self.order)
        self.leader[number] = number
        self.size[number] = 1

    def of(self, account_id: int) -> int:
        """Return the leader of an account."""
        while (above := self.leader[account_id]) != account_id:
            account_id = above
        return account_id

    def part(self, one: int, other: int) -> None:
        """Let no rule join the two."""
        self.apart.setdefault(self.of(one), set()).add(other)
        self.apart.setdefault(self.of(other), set()).add(one)

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether the user parted the two."""
        foes = {self.of(foe) for foe in self.apart.get(self.of(one), ())}
        return self.of(other) in foes

    def join(self, one: int, other: int, reason: str) -> None:
        """Make one person of two; the reason is kept with the one who leads no longer."""
        first, second = sorted((self.of(one), self.of(other)), key=self.order.__getitem__)
        if first == second:
            return
        self.leader[second] = first
        self.size[first] += self.size[second]
        self.reason[second] = reason
        if second in self.apart:
            self.apart.setdefault(first, set()).update(self.apart.pop(second))

    def join_fitting(
        self, fitting: Iterable[tuple[int, Iterable[int]]], strongest: int, reason: str
    ) -> None:
        """Join accounts to the one person that each fits, unless a stronger account led them.

        `fitting` tells of accounts whom they fit. Accounts that the user made one person are
        judged together. Where several fit, a single account is ambiguous, and belongs to none.
        """
        fits: dict[int, set[int]] = {}
        for account_id, candidates in fitting:
            person = self.of(account_id)
            if self.rank[person] >= strongest:
                fits.setdefault(person, set()).update(candidates)
        for person in sorted(fits, key=lambda p: self.size[p] == 1):
            people = self._fit(self.of(person), fits[person])
            if len(people) == 1:
                self.join(person, people.pop(), reason)
            elif people and self.size[self.of(person)] == 1:
                self.ambiguous[person] = tuple(sorted(people, key=self.order.__getitem__))

    def _fit(self, person: int, candidates: Iterable[int]) -> set[int]:
        """Return whom a person may be; an ambiguous candidate stands for those it fits."""
        leaders = {self.of(c) for c in candidates}
        found = {f for one in leaders for f in self.ambiguous.get(one, (one,))}
        parted = {self.of(foe) for foe in self.apart.get(person, ())}
        return found - parted - {person}


def resolve(known: Iterable[Known], decisions: Sequence[Decision] = ()) -> list[Link]:
    """Return one Link for every account, in the order of account ids.

    Rules, strongest first: a profile link or numeric id is a person; two links are one person
    where a list had the second, with the same name and date, after it had the first; an e-mail
    address or phone number is the person who states it; a list entry without either is the
    linked entry with the same name and date of connection; a link that stands in no list
    is the entry without one of the same name, if there is only one of each; a bare name is the
    only person of that name. The user's `same` decisions come before all, `different` ones part
    what a rule would join.
    """
    ranked = sorted(known, key=lambda k: (_rank(k.account), k.account))
    people = _People()
    for one in ranked:
        people.add(one)
    _decide(decisions, {k.account: k.account_id for k in ranked}, people)
    _join_following(ranked, people, {"url"}, "the same name and date, by a changed link")
    _join_following(ranked, people, {"email", "listed"}, "the same name and date of connection")
    _join_entries(ranked, people)
    _join_unlisted(ranked, people)
    _join_addresses(ranked, people)
    _join_names(ranked, people)
    return _links(ranked, people)


def _decide(decisions: Sequence[Decision], numbers: dict[Account, int], people: _People) -> None:
    pairs = [
        (d.kind, numbers[d.account], numbers[d.other])
        for d in decisions
        if d.other is not None and d.account in numbers and d.other in numbers
    ]
    for kind, one, other in pairs:
        if kind == "same":
            people.join(one, other, "you said so")
    for kind, one, other in pairs:
        if kind == "different":
            people.part(one, other)


def _join_following(ranked: list[Known], people: _People, kinds: set[str], reason: str) -> None:
    """Join accounts of which each was on the list, as of one name and day, after the one before."""
    entries: dict[tuple[str, int], list[tuple[Listing, int]]] = defaultdict(list)
    for one in ranked:
        if one.account.kind in kinds:
            for listing in one.listings:
                for key in {name_key(n) for n in one.names}:
                    entries[key, listing.since].append((listing, one.account_id))
    # In an order of their own: that of sets is another in every run of the program.
    for of in sorted(key for key, found in entries.items() if len(found) > 1):
        found = entries[of]
        found.sort(key=lambda entry: entry[0].first_on)
        pairs = list(pairwise(found))
        if all(old.last_on < new.first_on for (old, _), (new, _) in pairs):
            for (_, before), (_, after) in pairs:
                if not people.are_apart(before, after):
                    people.join(before, after, reason)


def _holders(ranked: list[Known], weakest: int) -> dict[str, list[int]]:
    """Return e-mail key -> the accounts, as strong as `weakest` at least, that state it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for one in ranked:
        if _rank(one.account) <= weakest:
            for address in one.keys:
                holders[address].append(one.account_id)
    return holders


def _join_entries(ranked: list[Known], people: _People) -> None:
    """Join list entries of exports without links to those with links.

    By the e-mail address, else by the same name and the same day +- 1 (exports of different
    years count days in different time zones).
    """
    entries = [k for k in ranked if _rank(k.account) in {_ENTRY_WITH_EMAIL, _ENTRY}]
    holders = _holders(ranked, _PROFILE)
    fitting: list[tuple[int, Iterable[int]]] = [
        (one.account_id, holders.get(one.account.key, ()))
        for one in entries
        if one.account.kind == "email"
    ]
    people.join_fitting(fitting, _ENTRY_WITH_EMAIL, "the same e-mail address")
    linked: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in ranked:
        if one.account.kind == "url":
            for key in {name_key(n) for n in one.names}:
                for day in one.since:
                    linked[key, day].append(one.account_id)
    fitting = [
        (
            one.account_id,
            [
                candidate
                for key in {name_key(n) for n in one.names}
                for day in one.since
                for near in (day - 1, day, day + 1)
                for candidate in linked.get((key, near), ())
            ],
        )
        for one in entries
        if one.account_id not in people.ambiguous
    ]
    reason = "the same name and date of connection"
    people.join_fitting(fitting, _ENTRY_WITH_EMAIL, reason)


def _join_unlisted(ranked: list[Known], people: _People) -> None:
    """Join links that stand in messages only to list entries without one.

    In exports before 2023 the list has no links, and a message has that of its sender.
    """
    entries: dict[str, list[int]] = defaultdict(list)
    links: dict[str, list[int]] = defaultdict(list)
    for one in ranked:
        if one.account.platform == "linkedin" and _rank(one.account) <= _ENTRY:
            unlisted = one.account.kind == "url" and not one.since
            for key in {core_name_key(n) for n in one.names}:
                (links if unlisted else entries)[key].append(one.account_id)
    fitting: dict[int, set[int]] = defaultdict(set)
    for key, found in links.items():
        bearers = {people.of(number) for number in entries.get(key, ())}
        if len(found) == 1 and len(bearers) == 1:
            fitting[bearers.pop()] |= set(found)
    fits = Counter(link for found in fitting.values() for link in found)
    for bearer, (link, *others) in sorted(fitting.items()):
        is_entry = people.rank[bearer] != _PROFILE and bearer not in people.ambiguous
        if is_entry and not others and fits[link] == 1 and not people.are_apart(bearer, link):
            people.join(bearer, link, "the only ones of this name")


def _join_addresses(ranked: list[Known], people: _People) -> None:
    """Join e-mail addresses and phone numbers, with each other and to who states them.

    Offices share addresses, and families a telephone: names tell whether one person is meant.
    """
    addresses = [k for k in ranked if _rank(k.account) == _ADDRESS]
    sharing: dict[str, list[Known]] = defaultdict(list)
    for one in addresses:
        for key in {one.account.key, *one.keys}:
            sharing[key].append(one)
    for shared in sorted(key for key, found in sharing.items() if len(found) > 1):
        if _agree(found := sharing[shared]):
            for one in found[1:]:
                if not people.are_apart(found[0].account_id, one.account_id):
                    people.join(found[0].account_id, one.account_id, "the same address")
    known = {k.account_id: k for k in ranked}
    holders = _holders(ranked, _ENTRY)
    fitting = [
        (
            one.account_id,
            [
                holder
                for key in {one.account.key, *one.keys}
                for holder in holders.get(key, ())
                if _agree([one, known[holder]])
            ],
        )
        for one in addresses
    ]
    people.join_fitting(fitting, _ADDRESS, "the same e-mail address")


def _agree(found: list[Known]) -> bool:
    """Tell whether the names of accounts can be one person's.

    They are where the first word is the same, or one name holds the other.
    """
    names = [core_name_key(name).split() for one in found for name in one.names]
    first = {name[0] for name in names if name}
    nested = pairwise(sorted(map(set, names), key=len))
    return len(first) <= 1 or all(shorter <= longer for shorter, longer in nested)


def _join_names(ranked: list[Known], people: _People) -> None:
    """Join written names: LinkedIn's own among LinkedIn's people, then the log's among all.

    LinkedIn's credentials and nicknames do not count ("Ada Okafor, PhD"); to a name in the log
    only where nobody bears just that name. Whoever stands in an address book and nowhere else
    is meant by the log where nobody else can be.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    core: dict[str, list[int]] = defaultdict(list)
    contacts: dict[str, list[int]] = defaultdict(list)
    names = [k for k in ranked if k.account.kind == "name"]
    for one in ranked:
        if people.rank[people.of(one.account_id)] == _ADDRESS:
            for name in one.names:
                contacts[name_key(name)].append(one.account_id)
        elif one.account.kind != "name":
            for name in one.names:
                bearers[name_key(name)].append(one.account_id)
                if one.account.platform == "linkedin":
                    core[core_name_key(name)].append(one.account_id)
    for platform, indexes in (("linkedin", (core,)), ("log", (bearers, core, contacts))):
        written = [k for k in names if k.account.platform == platform]
        fitting = [
            (one.account_id, next((i[key] for i in indexes if (key := one.account.key) in i), ()))
            for one in written
        ]
        people.join_fitting(fitting, _NAME, "the only person of this name")
        for one in written:
            bearers[one.account.key].append(one.account_id)


def _links(ranked: list[Known], people: _People) -> list[Link]:
    links = []
    for number in sorted(one.account_id for one in ranked):
        person = people.of(number)
        if fits := people.ambiguous.get(number):
            links.append(Link(number, number, "ambiguous", f"fits {len(fits)} people", fits))
        elif person == number:
            links.append(Link(number, number, "alone", ""))
        else:
            links.append(Link(number, person, "same", people.reason[number]))
    return links
