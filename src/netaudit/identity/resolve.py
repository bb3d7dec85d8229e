"""Which accounts are one person.

Pure, deterministic, and independent of the order in which accounts came: the same accounts
and decisions always give the same links. A name alone never joins two list entries; a name
that somebody wrote down means the one person who bears it, or nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netaudit.identity.clusters import ADDRESS, Kinds, People, rank
from netaudit.identity.evidence import agree
from netaudit.identity.handles import join_handles
from netaudit.identity.known import Known
from netaudit.identity.linkedin import join_entries, join_following, join_unlisted
from netaudit.identity.platforms import join_platforms
from netaudit.normal import core_name_key, name_key
from netaudit.records import Account, Decision, Link

#: Accounts of which each is a person more than an address is, or than a name is.
_MORE_THAN_ADDRESSES: Kinds = frozenset({
    ("linkedin", "url"), ("linkedin", "email"), ("linkedin", "listed"),
    ("x", "id"), ("x", "handle"),
})  # fmt: skip
_MORE_THAN_NAMES = _MORE_THAN_ADDRESSES | {("email", "email"), ("phone", "phone")}
_ONLY_ONE = "the only person of this name"


def resolve(known: Iterable[Known], decisions: Sequence[Decision] = ()) -> list[Link]:
    """Return one Link for every account, in the order of account ids.

    Rules, strongest first: a profile link or numeric id is a person; two links are one person
    where a list had the second, with the same name and date, after it had the first; a list entry
    without a link is the linked entry with the same e-mail address, or the same name and date of
    connection; a link that stands in no list is the entry without one of the same name, if there
    is only one of each; a handle is the id that bears it; an e-mail address or phone number is
    the person who states it; people on different platforms are one where the evidence says so
    (see `evidence.verdict`); a bare name is the only person of that name. The user's `same`
    decisions come before all, `different` ones part what a rule would join. What is the owner's
    is nobody else's: no rule looks at it, and it takes no name and no key from anybody.
    """
    ranked, people = _begin(known)
    _decide(decisions, {k.account: k.account_id for k in ranked}, people)
    others = _but_owner(ranked, people)
    join_following(others, people, {"url"}, "the same name and date, by a changed link")
    join_following(others, people, {"email", "listed"}, "the same name and date of connection")
    join_entries(others, people)
    join_unlisted(others, people)
    join_handles(others, people)
    _join_addresses(others, people)
    join_platforms(others, people)
    _join_names(others, people)
    return _links(ranked, people)


def resolve_logged(names: Iterable[Known], standing: Iterable[tuple[Known, Link]]) -> list[Link]:
    """Return the links of names in the log that are new; those of all others stand as they are.

    `standing` are all accounts of whoever may bear one of the names, and of those whom an ambiguous
    one of them fits. Names in the log come last of all in `resolve`, and no decision is about an
    account that was not there: from all accounts and decisions it would return these links, and for
    all others the ones that stand.
    """
    links = dict(standing)
    ranked, people = _begin(links)
    for link in links.values():
        if link.verdict == "ambiguous":
            people.ambiguous[link.account_id] = link.candidates
        else:
            people.join(link.account_id, link.person_id, link.reason)
    new = sorted(names, key=lambda k: k.account)
    for one in new:
        people.add(one)
    _join_logged(new, _Bearers(_but_owner(ranked, people), people), people)
    return _links(new, people)


def _begin(known: Iterable[Known]) -> tuple[list[Known], People]:
    """Return accounts, the strongest first, each as a person of its own."""
    ranked = sorted(known, key=lambda k: (rank(k.account), k.account))
    people = People()
    for one in ranked:
        people.add(one)
    return ranked, people


def _but_owner(ranked: list[Known], people: People) -> list[Known]:
    """Leave out the owner."""
    owner = {people.of(k.account_id) for k in ranked if k.own}
    return [k for k in ranked if people.of(k.account_id) not in owner] if owner else ranked


def _decide(decisions: Sequence[Decision], numbers: dict[Account, int], people: People) -> None:
    pairs = [
        (d.kind, numbers[d.account], numbers[d.other])
        for d in decisions
        if d.account in numbers and d.other in numbers
    ]
    for kind, one, other in pairs:
        if kind == "same":
            people.join(one, other, "you said so")
    for kind, one, other in pairs:
        if kind == "different":
            people.part(one, other)


def _join_addresses(ranked: list[Known], people: People) -> None:
    """Join e-mail addresses and phone numbers, with each other and to who states them.

    Offices share addresses, and families a telephone: names tell whether one person is meant.
    """
    addresses = [k for k in ranked if rank(k.account) == ADDRESS]
    sharing: dict[str, list[Known]] = defaultdict(list)
    for one in addresses:
        for key in {one.account.key, *one.keys}:
            sharing[key].append(one)
    for shared in sorted(key for key, found in sharing.items() if len(found) > 1):
        if _agree(found := sharing[shared]):
            for one in found[1:]:
                if people.may_be_one(found[0].account_id, one.account_id):
                    people.join(found[0].account_id, one.account_id, "the same address")
    known = {k.account_id: k for k in ranked}
    holders: dict[str, list[int]] = defaultdict(list)
    for one in ranked:
        if rank(one.account) < ADDRESS and people.of(one.account_id) in people.present:
            for key in one.keys:
                holders[key].append(one.account_id)
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
    people.join_fitting(fitting, _MORE_THAN_ADDRESSES, "the same e-mail address")


def _agree(found: list[Known]) -> bool:
    return agree(core_name_key(name) for one in found for name in one.names)


_Index = dict[str, list[int]]


class _Bearers:
    """Who bears a name, by platform: just that name, or with credentials and decorations.

    A name on LinkedIn is borne by itself, for the log.
    """

    def __init__(self, ranked: list[Known], people: People) -> None:
        self.exact: dict[str, _Index] = defaultdict(lambda: defaultdict(list))
        self.core: dict[str, _Index] = defaultdict(lambda: defaultdict(list))
        self.contacts: _Index = defaultdict(list)
        platforms = {k.account_id: k.account.platform for k in ranked}
        for one in ranked:
            number, (platform, kind, key) = one.account_id, one.account
            if kind == "name":
                if platform == "linkedin":
                    self.exact[platform][key].append(number)
                continue
            if (person := people.of(number)) not in people.present:
                continue
            for name in one.names:
                if people.rank[person] == ADDRESS:
                    self.contacts[name_key(name)].append(number)
                elif platform in {"email", "phone"}:
                    self.exact[platforms[person]][name_key(name)].append(number)
                else:
                    self.exact[platform][name_key(name)].append(number)
                    self.core[platform][core_name_key(name)].append(number)

    def of(self, key: str, platforms: Iterable[str]) -> list[int]:
        """Return who bears a name on the platforms, those first who bear just that name."""
        return [
            account_id
            for platform in platforms
            for account_id in self.exact[platform].get(key) or self.core[platform].get(key, [])
        ]


def _join_names(ranked: list[Known], people: People) -> None:
    """Join written names: LinkedIn's own among LinkedIn's people, then the log's among all.

    Credentials, nicknames and decorations do not count ("Ada Okafor, PhD").
    """
    bearers = _Bearers(ranked, people)
    names = [k for k in ranked if k.account.kind == "name"]
    fitting = [
        (one.account_id, bearers.core["linkedin"].get(one.account.key, []))
        for one in names
        if one.account.platform == "linkedin"
    ]
    people.join_fitting(fitting, _MORE_THAN_NAMES, _ONLY_ONE)
    _join_logged([one for one in names if one.account.platform == "log"], bearers, people)


def _join_logged(names: list[Known], bearers: _Bearers, people: People) -> None:
    """Join names in the log.

    To these, credentials do not count only where nobody on the platform bears just that name.
    Whoever stands in an address book and nowhere else is meant where nobody else can be.
    """
    fitting = [
        (one.account_id, bearers.of(key, ("linkedin", "x")) or bearers.contacts.get(key, []))
        for one, key in ((one, one.account.key) for one in names)
    ]
    people.join_fitting(fitting, _MORE_THAN_NAMES, _ONLY_ONE)


def _links(ranked: list[Known], people: People) -> list[Link]:
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
