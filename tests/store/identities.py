"""Who is who in a store, worked out slowly and plainly: shares no code with the program."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from netaudit.records import Account
from store.said import Days, Listed, Said


@dataclass
class _People:
    """What is known of accounts, and who each is so far; None where several people fit."""

    names: dict[Account, set[str]]
    keys: dict[Account, set[str]]
    person: dict[Account, Account | None]
    fits: dict[Account, set[Account]]

    def settle(self, account: Account, candidates: Iterable[Account]) -> bool:
        """Let an account be the one person of the candidates; tell whether there were any."""
        people: set[Account] = set()
        for one in candidates:
            who = self.person[one]
            people |= self.fits[one] if who is None else {who}
        if len(people) == 1:
            (self.person[account],) = people
        elif people:
            self.person[account], self.fits[account] = None, people
        return bool(people)

    def settle_all(
        self, accounts: Sequence[Account], rule: Callable[[Account], Iterable[Account]]
    ) -> None:
        """Let accounts that are one person be the one that a rule finds for any of them."""
        fitting = [candidate for one in accounts for candidate in rule(one)]
        if len(accounts) == 1 or len({self.person[one] for one in fitting}) == 1:
            for one in accounts:
                self.settle(one, fitting)


def identities(
    every: Sequence[Said], listed: Mapping[Listed, Days]
) -> dict[Account, Account | None]:
    """Return who each account is; None for one that fits several people.

    Of the rules only what these tests need: names are plain words, nobody decided anything,
    and no two address books share an address.
    """
    people = _mentioned(every, listed)
    names, keys, person = people.names, people.keys, people.person
    accounts = sorted(person)
    urls = [a for a in accounts if a.kind == "url"]
    entries = [a for a in accounts if a[:2] in {("linkedin", "email"), ("linkedin", "listed")}]
    for kind in (urls, entries):
        for chain in _following(kind, names, listed):
            old = {person[a] for a in chain}
            leader = min(who for who in old if who is not None)
            person.update({a: leader for a in kind if person[a] in old})
    since = {a: {t.since for t in listed if t.account == a and t.since} for a in accounts}

    def by_email(one: Account) -> list[Account]:
        return [a for a in urls if one.kind == "email" and one.key in keys[a]]

    def by_date(one: Account) -> list[Account]:
        near = {day + by for day in since[one] for by in (-1, 0, 1)}
        return [a for a in urls if names[a] & names[one] and near & since[a]]

    for rule in (by_email, by_date):
        for leader in [a for a in entries if person[a] == a]:
            people.settle_all([a for a in entries if person[a] == leader], rule)
    for entry, link in _only_ones(people, entries, urls, since):
        person.update({a: link for a in accounts if person[a] == entry})
    books = [a for a in accounts if a.platform in {"email", "phone"}]
    for one in books:
        people.settle(one, [a for a in (*urls, *entries) if keys[a] & {one.key, *keys[one]}])
    _settle_names(people, books)
    return person


def _mentioned(every: Sequence[Said], listed: Mapping[Listed, Days]) -> _People:
    """Return all accounts, each as a person of its own."""
    profiles = {profile for one in every for profile in one.profiles}
    accounts = {p.account for p in profiles} | {t.account for t in listed}
    for one in every:
        accounts |= {m.account for m in one.messages} | {e.account for e in one.entries}
        accounts |= {s.account for s in one.signals}
    people = _People(
        {a: set() for a in accounts}, {a: set() for a in accounts}, {a: a for a in accounts}, {}
    )
    for profile in profiles:
        people.names[profile.account] |= {profile.name.casefold()} - {""}
        people.keys[profile.account] |= {profile.email, profile.phone} - {""}
    return people


def _following(
    kind: Sequence[Account], names: Mapping[Account, set[str]], listed: Mapping[Listed, Days]
) -> list[list[Account]]:
    """Return accounts of one name and day of which each was listed after the one before."""
    found = []
    for key in {(name, t.since) for t in listed if t.since for name in names[t.account]}:
        of_one = [
            (days, tie.account)
            for tie, days in listed.items()
            if tie.account in kind and days.first_on
            if tie.since == key[1] and key[0] in names[tie.account]
        ]
        of_one.sort(key=lambda one: one[0].first_on or 0)
        pairs = pairwise(days for days, _ in of_one)
        if all((old.last_on or 0) < (new.first_on or 0) for old, new in pairs):
            found.append([account for _, account in of_one])
    return [chain for chain in found if len(chain) > 1]


def _only_ones(
    people: _People,
    entries: Sequence[Account],
    urls: Sequence[Account],
    since: Mapping[Account, set[int]],
) -> list[tuple[Account, Account]]:
    """Return list entries without a link, each with the link in no list that bears its name.

    Nobody else on the list bears it, no other such link does, and neither has a second name
    that makes it fit another.
    """
    names, person = people.names, people.person
    pairs = set()
    for name in set().union(*names.values()):
        links = [a for a in urls if name in names[a] and not since[a]]
        listed = [a for a in (*entries, *urls) if name in names[a] and a not in links]
        bearers = {person[a] or a for a in listed}
        if len(links) == len(bearers) == 1:
            pairs.add((bearers.pop(), links[0]))
    return sorted(
        (one, other)
        for one, other in pairs
        if one in entries and person[one] is not None
        if len([a for a, _ in pairs if a == one]) == len([b for _, b in pairs if b == other]) == 1
    )


def _settle_names(people: _People, books: Sequence[Account]) -> None:
    """Let every name be the only person who bears it: of the lists, else of address books."""
    names, accounts = people.names, sorted(people.person)
    lone = {a for a in books if people.person[a] is None or people.person[a] in books}
    bearers = [a for a in accounts if a.kind != "name" and a not in lone]
    by_linkedin = [a for a in accounts if a[:2] == ("linkedin", "name")]
    for one in by_linkedin:
        named = [a for a in bearers if a.platform == "linkedin" and one.key in names[a]]
        people.settle(one, named)
    for one in (a for a in accounts if a[:2] == ("log", "name")):
        named = [a for a in bearers if one.key in names[a]]
        if not people.settle(one, named + [a for a in by_linkedin if a.key == one.key]):
            people.settle(one, [a for a in lone if one.key in names[a]])
