"""What speaks for two people being one, by name and by weight."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import Literal, NamedTuple
from unicodedata import name as character_name

from netaudit.identity import companies
from netaudit.identity.about import company, words
from netaudit.identity.sides import Side, Sides, of_kind

Verdict = Literal["same", "likely", "possible", "none"]

#: The least sums of weights. `same` needs more than its sum: see `verdict`.
SAME, LIKELY, POSSIBLE = 8, 5, 2
#: Names must be this alike, in percent, and have this many letters.
ALIKE, LETTERS = 90, 5
#: Fewer letters than this may be the same by chance.
_TELLING = 5
#: No more words of a name are tried: the first and those that follow.
_MOST_WORDS = 5
#: What stands before and behind names where the names themselves are taken.
_TITLES = ("dr", "iam", "im", "its", "mr", "mrs", "ms", "prof", "real", "the", "thereal")
#: Words that make of a person's name what others call an account about them.
_NO_PERSON = frozenset({
    "archive", "book", "books", "bot", "club", "fan", "fanclub", "fanpage", "fans", "foundation",
    "news", "office", "parody", "press", "quotes", "show", "support", "team", "updates",
})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\Z", re.ASCII)
_COMMON_PROVIDERS = frozenset({
    "126.com", "163.com", "aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch",
    "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.co.uk", "hotmail.com",
    "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "linkedin.com", "live.com", "mac.com",
    "mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com",
    "outlook.de", "pm.me", "proton.me", "protonmail.com", "qq.com", "rediffmail.com",
    "rocketmail.com", "t-online.de", "tutanota.com", "wanadoo.fr", "web.de", "yahoo.co.in",
    "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.fr", "yandex.com", "yandex.ru", "ymail.com",
    "zoho.com",
})  # fmt: skip


class Evidence(NamedTuple):
    """One thing that speaks for two people being one, or with a negative weight against it.

    `words` is a clause about the two: "the bio names Acme".
    """

    name: str
    weight: int
    words: str


_SAME_NAME = Evidence("name", 4, "the same name")
_ONLY_ONES = Evidence("only ones of this name", 1, "nobody else there has this name")
_SIMILAR = Evidence("similar name", 2, "a similar name")
_OTHER_FIRST_NAME = Evidence("another first name", -3, "another first name")
_OTHER_LINK = Evidence("another profile link", -3, "the bio links to another profile")
_OTHER_NAME = Evidence("another name", -5, "another name")
#: It weighs nothing, but letters that only look the same are a way to pose as somebody.
_OTHER_SCRIPT = Evidence("another script", 0, "names in different scripts")
_WEBSITE = Evidence("website", 3, "the website is that of the e-mail address")
#: Kind of key -> its weight where it fits nobody else, and how it is told.
_STRONG = {
    "profile link": (11, "the bio links to the profile"),
    "e-mail address": (8, "the same e-mail address"),
    "phone": (8, "the same phone number"),
}
#: Where two are called by the same word -> how it is told.
_CALLED = {
    frozenset({"handle", "profile link"}): "the handle is the end of the profile link",
    frozenset({"handle", "e-mail address"}): "the e-mail address begins with the handle",
    frozenset({"profile link", "e-mail address"}): "the e-mail address begins as the link ends",
}


def verdict(evidence: Iterable[Evidence]) -> Verdict:
    """Return what all the evidence comes to.

    `same` is never said by names that are alike, by a name alone, or of names in different
    scripts: only where a strong key fits nobody else, or where a name that nobody else has goes
    with a fact that agrees.
    """
    weights = {one.name: one.weight for one in evidence}
    score = sum(weights.values())
    sure = _ONLY_ONES.name in weights or any(weight >= SAME for weight in weights.values())
    if score >= SAME and sure and _OTHER_SCRIPT.name not in weights:
        return "same"
    return "likely" if score >= LIKELY else "possible" if score >= POSSIBLE else "none"


def reason(evidence: Iterable[Evidence]) -> str:
    """Return in words why two are one: what weighs most, as "the same name, and ..."."""
    *first, last = [one.words for one in evidence if one.weight >= 3]
    return f"{', '.join(first)}, and {last}" if first else last


def weigh(one: Side, other: Side, among: Sides) -> tuple[Evidence, ...]:
    """Return what speaks for and against two being one, the weightiest first."""
    found = [*_keys(one, other, among), *_names(one, other, among), *_facts(one, other)]
    return tuple(sorted(found, key=lambda e: -e.weight))


def _keys(one: Side, other: Side, among: Sides) -> Iterator[Evidence]:
    shared = one.keys & other.keys
    for kind, (full, said) in _STRONG.items():
        if any(of_kind(kind, shared)):
            weight, stated = full, any(of_kind(kind, one.stated & other.stated))
            if not among.fit_only(one, other, kind):
                weight = LIKELY
            elif not stated and not _agree(one, other):
                weight = SAME - 1
            yield Evidence(kind, weight, said)
    links = [set(of_kind("profile link", side.keys)) for side in (one, other)]
    if all(links) and links[0].isdisjoint(links[1]):
        yield _OTHER_LINK


def _agree(one: Side, other: Side) -> bool:
    """Tell whether two have a name that agrees: the same, nearly so, or one holds the other.

    Who names an address or a profile may be a friend, an office or a fan.
    """
    return any(
        name == named or _alike(name, named) or _holds(set(name.split()), set(named.split()))
        for name, named in product(one.names, other.names)
    )


def _holds(one: set[str], other: set[str]) -> bool:
    return (one <= other or other <= one) and _NO_PERSON.isdisjoint(one ^ other)


def _names(one: Side, other: Side, among: Sides) -> Iterator[Evidence]:
    if shared := one.names & other.names:
        yield _SAME_NAME
        if any(among.is_only(one, name) and among.is_only(other, name) for name in shared):
            yield _ONLY_ONES
        return
    if one.names and other.names:
        against = list(_unlike(one.names, other.names))
        yield from against
        if against:
            return
    for called, named in ((one, other), (other, one)):
        if spelling := sorted(called.callings.keys() & named.spellings):
            said = f"the {called.callings[spelling[0]]} spells the name"
            yield Evidence("handle spells the name", 2, said)
            return


def _unlike(these: Iterable[str], those: Iterable[str]) -> Iterator[Evidence]:
    """Yield what is to be said of names of which no two are the same."""
    both = list(product(these, those))
    alike = any(_alike(*names) for names in both)
    if alike:
        yield _SIMILAR
    if all(_scripts(name) != _scripts(other) for name, other in both):
        yield _OTHER_SCRIPT
    elif not alike and not any(agree(names) for names in both):
        shared = any(set(name.split()) & set(other.split()) for name, other in both)
        yield _OTHER_FIRST_NAME if shared else _OTHER_NAME


def agree(names: Iterable[str]) -> bool:
    """Tell whether names can be one person's: the first word is the same, or one holds the other.

    Offices share addresses, and families a telephone and a surname.
    """
    found = [name.split() for name in names]
    first = {name[0] for name in found if name}
    nested = pairwise(sorted(map(set, found), key=len))
    return len(first) <= 1 or all(shorter <= longer for shorter, longer in nested)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # most who resolve accounts have none to compare so

    letters = min(len(name.replace(" ", "")) for name in (one, other))
    return letters >= LETTERS and fuzz.ratio(one, other) >= ALIKE


@lru_cache(maxsize=1024)
def _scripts(name: str) -> frozenset[str]:
    """Return the scripts in which a name is written, as the names of its letters begin."""
    letters = (character_name(c, "").partition(" ")[0] for c in name if c.isalpha())
    return frozenset(letters)


def _facts(one: Side, other: Side) -> Iterator[Evidence]:
    both = ((one, other), (other, one))
    named = [e for worker, teller in both for e in _companies(worker, teller)]
    yield from sorted(named, key=lambda e: (-e.weight, e.words))[:1]
    for place, mailed in both:
        own = mailed.domains - _COMMON_PROVIDERS
        if own and not own.isdisjoint(place.sites):
            yield _WEBSITE
            break
    words_of_both = [
        (word, frozenset({where, other.callings[word]}))
        for word, where in one.callings.items()
        if word in other.callings
    ]
    telling = [
        Evidence("handle and profile link", _weight(word, one.names | other.names), _CALLED[where])
        for word, where in words_of_both
        if len(where) > 1
    ]
    yield from sorted(telling, key=lambda e: (-e.weight, e.words))[:1]


def _companies(worker: Side, teller: Side) -> Iterator[Evidence]:
    """Yield the company of one that the other's bio names, also where it is called by its handle.

    A company that is called like the person is no second fact. Of people who are known by one word
    it is never much: many are called so.
    """
    if not teller.texts:
        return
    own = {word for name in worker.names | teller.names for word in name.split()}
    named = [
        shown
        for shown in worker.companies
        if (found := company(shown))
        if f" {' '.join(found)} " in teller.bio or f" {''.join(found)} " in teller.bio
        if not own.issuperset(found)
    ]
    shared = worker.names & teller.names
    many = bool(shared) and not any(" " in name for name in shared)
    for shown in named:
        weight = max(companies.weight(shown, text) for text in teller.texts)
        told = "names" if weight == companies.NAMED else "has the words of"
        yield Evidence("company", companies.WORDS if many else weight, f"the bio {told} {shown}")


def _weight(word: str, names: Iterable[str]) -> int:
    """Return the weight of a word by which two are called: by their names, many are called so.

    So they are by names with a title, a year, or a letter or digit or two behind.
    """
    if len(word) < _TELLING:
        return 1
    bare = {word, *(word.removeprefix(title) for title in _TITLES)}
    cores = bare | {core for one in bare for core in (one[:-1], one[:-2], _YEAR.sub("", one))}
    chance = any(_spells(core, words(name)) for name in names for core in cores)
    return 1 if chance else 3


def _spells(word: str, name: Sequence[str]) -> bool:
    """Tell whether a word is made of the beginnings of the words of a name, in any order."""
    reached = {(0, frozenset(range(len(name[:_MOST_WORDS]))))}
    while reached:
        start, left = reached.pop()
        if start == len(word):
            return True
        for n in left:
            for size, letter in enumerate(name[n]):
                if not word.startswith(letter, start + size):
                    break
                reached.add((start + size + 1, left - {n}))
    return False
