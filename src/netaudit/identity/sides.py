"""What each person is on each platform, gathered to be held against each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, combinations, product
from string import punctuation, whitespace

from netaudit.identity import about
from netaudit.identity.known import Known
from netaudit.normal import core_name_key

#: `address`: whoever is known by e-mail addresses and telephone numbers only.
PLATFORMS = ("linkedin", "x", "address")
#: LinkedIn ends a link with letters and digits of its own where it is taken: `ana-ruiz-1a2b3c`.
_RANDOM_END = re.compile(r"-(?=[a-z]*\d)[a-z\d]{6,}\Z", re.ASCII)
#: No more names than this have a word that is rare.
_RARE = 50
_NO_SIGNS = str.maketrans("", "", punctuation + whitespace)
#: Addresses of offices, not of people.
_OFFICES = frozenset({
    "admin", "contact", "hello", "info", "jobs", "kontakt", "mail", "noreply", "office", "post",
    "press", "sales", "support", "team",
})  # fmt: skip


class Side:
    """What the accounts of one person on one platform say.

    `names` are those by which people can be told apart. `keys` are e-mail addresses, phone numbers
    and profiles (`in/...`): those `stated` as theirs, and those they name in what they say of
    themselves, the `texts`.
    """

    def __init__(self, person: int, platform: str, accounts: Sequence[Known]) -> None:
        self.person = person
        self.platform = platform
        self.accounts = accounts
        self.names = frozenset(chain.from_iterable(map(names_of, accounts)))
        self.stated = frozenset(chain.from_iterable(map(stated_by, accounts)))
        self.keys = self.stated.union(*map(keys_of, accounts))
        self.texts = tuple(sorted(set[str]().union(*(one.about for one in accounts))))

    @cached_property
    def handles(self) -> set[str]:
        """The handles they have or had on X."""
        return set(chain.from_iterable(map(_handles_of, self.accounts)))

    @cached_property
    def callings(self) -> dict[str, str]:
        """What they are called where a name has to be one word, and where that is."""
        found = dict(chain.from_iterable(map(_called_in, filter(_is_address, sorted(self.keys)))))
        for one in self.accounts:
            found.update(_ends_of_link(one))
        found.update((squashed(handle), "handle") for handle in self.handles)
        return {word: where for word, where in found.items() if len(word) > 3}

    @cached_property
    def spellings(self) -> set[str]:
        """Their names, each as one word, also without the middle ones and the last one first."""
        found = set()
        for first, *more in filter(None, map(about.words, self.names)):
            last = more[-1:]
            found |= {"".join([first, *more]), "".join([first, *last]), "".join([*last, first])}
        return {word for word in found if len(word) > 4}

    @cached_property
    def bio(self) -> str:
        """The words of what they say of themselves, with a space around each."""
        return " ".join(map(about.prose, self.texts))

    @cached_property
    def sites(self) -> set[str]:
        """The sites they name."""
        return set(chain.from_iterable(map(about.hosts, self.texts)))

    @cached_property
    def domains(self) -> set[str]:
        """The domains of their e-mail addresses."""
        return {key.rpartition("@")[2] for key in self.keys if "@" in key}

    @property
    def companies(self) -> set[str]:
        """Where they work or worked."""
        return {company for one in self.accounts for company in one.companies}


def called_by(one: Known) -> Iterator[str]:
    """Yield what an account is called where a name has to be one word."""
    yield from map(squashed, _handles_of(one))
    yield from (word for word, _ in _ends_of_link(one))
    for key in filter(_is_address, keys_of(one)):
        yield from (word for word, _ in _called_in(key))


def _handles_of(one: Known) -> Iterator[str]:
    yield from (handle for handle, _ in one.handles)
    if one.account.kind == "handle":
        yield one.account.key


def _is_address(key: str) -> bool:
    return "@" in key


def _called_in(address: str) -> Iterator[tuple[str, str]]:
    local = address.partition("@")[0].partition("+")[0]
    if local not in _OFFICES:
        yield squashed(local), "e-mail address"


def _ends_of_link(one: Known) -> Iterator[tuple[str, str]]:
    if one.account.kind == "url":
        slug = one.account.key
        for text in (slug, _RANDOM_END.sub("", slug)):
            yield squashed(text), "profile link"


def squashed(text: str) -> str:
    """Return a text as one word, as handles are compared."""
    if text.isascii():
        return text.casefold().translate(_NO_SIGNS)
    return "".join(about.words(text))


def platform_of(one: Known) -> str:
    """Return the platform of an account: that of e-mail addresses and phone numbers is one."""
    platform = one.account.platform
    return platform if platform in {"linkedin", "x", "log"} else "address"


def names_of(one: Known) -> Iterator[str]:
    """Yield the names of an account by which people can be told apart."""
    for name in one.names:
        core = core_name_key(name)
        if len(core) > 1 and (core.isalpha() or sum(map(str.isalpha, core)) > 1):
            yield core


def stated_by(one: Known) -> Iterator[str]:
    """Yield the e-mail addresses, phone numbers and profiles (`in/...`) stated as an account's.

    Of a written name nothing can be stated.
    """
    kind, key = one.account[1:]
    if kind == "name":
        return
    yield from one.keys
    if kind == "url":
        yield f"in/{key}"
    elif kind in {"email", "phone"}:
        yield key


def keys_of(one: Known) -> Iterator[str]:
    """Yield the same, and what an account names in what it says of itself."""
    yield from stated_by(one)
    if one.account.kind != "name":
        for text in one.about:
            yield from about.keys(text)


def of_kind(kind: str, keys: Iterable[str]) -> Iterator[str]:
    """Yield the keys of one kind: `profile link`, `e-mail address` or `phone`."""
    for key in keys:
        mail_or_link = "e-mail address" if "@" in key else "profile link"
        if kind == ("phone" if key.startswith("+") else mail_or_link):
            yield key


Index = Mapping[str, Mapping[str, Sequence[Side]]]
#: Text -> the only person on a platform who says so, None where there are several.
_Only = dict[str, int | None]


class Sides:
    """The sides of all present people, made when they are asked for."""

    def __init__(self, accounts: Iterable[tuple[int, Known]]) -> None:
        """Gather accounts, each with the person it belongs to.

        A written name is of no platform, but where a name on LinkedIn is all there is of a person.
        """
        self._leaders: dict[int, Known] = {}
        self._more: dict[int, list[Known]] = defaultdict(list)
        self._sides: dict[int, dict[str, Side]] = {}
        self._names: dict[str, _Only] = {platform: {} for platform in PLATFORMS}
        self._keys: dict[str, _Only] = {platform: {} for platform in PLATFORMS}
        for person, one in accounts:
            if person == one.account_id:
                self._leaders[person] = one
            else:
                self._more[person].append(one)
        for person, leader in self._leaders.items():
            if person in self._more:
                for platform, side in self.of(person).items():
                    self._note(person, platform, side.names, side.keys)
            elif leader.present and (platform := platform_of(leader)) in PLATFORMS:
                self._note(person, platform, names_of(leader), keys_of(leader))

    def _note(self, person: int, platform: str, names: Iterable[str], keys: Iterable[str]) -> None:
        for only, texts in ((self._names[platform], names), (self._keys[platform], keys)):
            for text in texts:
                if only.setdefault(text, person) != person:
                    only[text] = None

    def __contains__(self, person: int) -> bool:
        return person in self._leaders

    def of(self, person: int) -> Mapping[str, Side]:
        """Return the sides of a person, by platform; none of one who is not present."""
        if person not in self._sides:
            accounts = [self._leaders[person], *self._more.get(person, ())]
            self._sides[person] = {
                platform: Side(person, platform, on)
                for platform, on in _by_platform(accounts).items()
                if any(one.present for one in accounts)
            }
        return self._sides[person]

    def __iter__(self) -> Iterator[tuple[int, Known]]:
        """Yield all accounts, each with the person it belongs to."""
        yield from self._leaders.items()
        yield from ((person, one) for person, more in self._more.items() for one in more)

    def is_rare(self, word: str) -> bool:
        """Tell whether few names have a word."""
        return self._frequency[word] <= _RARE

    @cached_property
    def _frequency(self) -> Counter[str]:
        names = set[str]().union(*self._names.values())
        return Counter(word for name in names for word in set(name.split()))

    def index(self, said: Callable[[Side], Iterable[str]], among: Iterable[int] | None) -> Index:
        """Return by platform who says what, among some people or all."""
        found: dict[str, dict[str, list[Side]]] = {p: defaultdict(list) for p in PLATFORMS}
        people = self._leaders if among is None else among
        for side in (side for person in people for side in self.of(person).values()):
            on = found[side.platform]
            for text in said(side):
                on[text].append(side)
        return found

    def only_ones(self) -> Iterator[tuple[Side, Side]]:
        """Yield whoever is the only one on a platform to have a name or a key, with the other one.

        In the order of platforms; some come twice.
        """
        for only in (self._names, self._keys):
            for here, there in combinations(PLATFORMS, 2):
                for text, one in only[here].items():
                    other = only[there].get(text)
                    if one is not None and other is not None:
                        yield self.of(one)[here], self.of(other)[there]

    def is_only(self, side: Side, name: str) -> bool:
        """Tell whether nobody else on the platform bears a name."""
        return self._names[side.platform].get(name) == side.person

    def fit_only(self, one: Side, other: Side, kind: str) -> bool:
        """Tell whether the keys of a kind fit nobody but one on one side, and one on the other."""
        return all(
            {on[key] for key in of_kind(kind, side.keys) if key in on} == {facing.person}
            for side, facing in ((one, other), (other, one))
            for on in [self._keys[facing.platform]]
        )


def met(ones: Index, others: Index, most: int) -> Iterator[tuple[Side, Side]]:
    """Yield pairs, in the order of platforms, of whom one says in one way what the other says.

    What more than `most` pairs say tells nobody from anybody, and is passed over.
    """
    for here, there in combinations(PLATFORMS, 2):
        for text, found in ones[here].items():
            facing = others[there].get(text, ())
            if 0 < len(found) * len(facing) <= most:
                yield from product(found, facing)


def _by_platform(accounts: Sequence[Known]) -> dict[str, list[Known]]:
    """Part the accounts of a person, the leading one first.

    Addresses go with an account that is more than that.
    """
    found: dict[str, list[Known]] = {}
    for one in accounts:
        platform = platform_of(one)
        if platform in PLATFORMS and (one.account.kind != "name" or one is accounts[0]):
            found.setdefault(platform, []).append(one)
    if len(found) > 1 and (addresses := found.pop("address", None)):
        next(found[platform] for platform in PLATFORMS if platform in found).extend(addresses)
    return found
