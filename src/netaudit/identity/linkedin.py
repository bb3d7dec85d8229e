"""Rules among LinkedIn's own accounts: exports of different years name one person differently."""

from collections import Counter, defaultdict
from itertools import pairwise

from netaudit.identity.clusters import Kinds, People
from netaudit.identity.known import Known
from netaudit.normal import core_name_key, name_key
from netaudit.records import Listing

_LINK: Kinds = frozenset({("linkedin", "url")})
_ENTRIES: Kinds = frozenset({("linkedin", "email"), ("linkedin", "listed")})
_X: Kinds = frozenset({("x", "id"), ("x", "handle")})


def join_following(ranked: list[Known], people: People, kinds: set[str], reason: str) -> None:
    """Join accounts of which each was on the list, as of one name and day, after the one before."""
    entries = _entries(ranked, kinds)
    # In an order of their own: that of sets is another in every run of the program.
    for of in sorted(key for key, found in entries.items() if len(found) > 1):
        found = entries[of]
        found.sort(key=lambda entry: entry[0].first_on)
        pairs = list(pairwise(found))
        if all(old.last_on < new.first_on for (old, _), (new, _) in pairs):
            for (_, before), (_, after) in pairs:
                if not people.are_apart(before, after):
                    people.join(before, after, reason)


def _entries(
    ranked: list[Known], kinds: set[str]
) -> dict[tuple[str, int], list[tuple[Listing, int]]]:
    """Return name and day of list entries -> when they were on the list, and the accounts."""
    entries = defaultdict(list)
    for one in ranked:
        if one.account.kind in kinds:
            for listing in one.listings:
                for key in {name_key(n) for n in one.names}:
                    entries[key, listing.since].append((listing, one.account_id))
    return entries


def join_entries(ranked: list[Known], people: People) -> None:
    """Join list entries of exports without links to those with links.

    By the e-mail address, else by the same name and the same day +- 1 (exports of different
    years count days in different time zones).
    """
    links = [k for k in ranked if k.account[:2] in _LINK]
    entries = [k for k in ranked if k.account[:2] in _ENTRIES]
    holders: dict[str, list[int]] = defaultdict(list)
    linked: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in links:
        for address in one.keys:
            holders[address].append(one.account_id)
        for key in {name_key(n) for n in one.names}:
            for day in one.since:
                linked[key, day].append(one.account_id)
    by_address = [
        (one.account_id, holders.get(one.account.key, ()))
        for one in entries
        if one.account.kind == "email"
    ]
    people.join_fitting(by_address, _LINK, "the same e-mail address")
    by_day = [
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
    people.join_fitting(by_day, _LINK, "the same name and date of connection")


def join_unlisted(ranked: list[Known], people: People) -> None:
    """Join links that stand in messages only to list entries without one.

    In exports before 2023 the list has no links, and a message has that of its sender.
    """
    entries: dict[str, list[int]] = defaultdict(list)
    links: dict[str, list[int]] = defaultdict(list)
    for one in ranked:
        if one.account.platform == "linkedin" and one.account.kind != "name":
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
        is_entry = not people.has(bearer, _LINK) and bearer not in people.ambiguous
        only = is_entry and not others and fits[link] == 1
        apart = people.are_apart(bearer, link) or (people.has(bearer, _X) and people.has(link, _X))
        if only and not apart:
            people.join(bearer, link, "the only ones of this name")
