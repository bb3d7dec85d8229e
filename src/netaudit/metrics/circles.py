"""Where the network lives: list and network by company and by tag."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from netaudit.calendar import Span
from netaudit.metrics.scope import View

#: People on the list who make a circle.
LEAST = 2


class Circle(NamedTuple):
    """People on the list who have a company or a tag in common, and how many are network."""

    name: str
    listed: int
    network: int
    share: float


@dataclass(frozen=True, slots=True)
class Circles:
    """The circles of the list, the largest first, then by name.

    `without_company`: people on the list of whom no company is known. `lone_companies` and
    `lone_tags`: how many have a single person on the list, and so are no circles.
    """

    listed: int
    network: int
    without_company: int
    lone_companies: int
    lone_tags: int
    companies: tuple[Circle, ...]
    tags: tuple[Circle, ...]


def circles(view: View, *, window: Span) -> Circles:
    """Sort the people on the list by their newest known company, and by their tags.

    Case and the space around a word are overlooked; it is shown in its commonest spelling.
    """
    lively = view.network(window)[view.listed].tolist()
    names = view.history.companies[view.listed].tolist()
    given = view.history.tags[view.listed].tolist()
    companies, lone_companies = _circles([(name,) for name in names], lively)
    tags, lone_tags = _circles(given, lively)
    return Circles(
        listed=len(lively),
        network=sum(lively),
        without_company=sum(not name.strip() for name in names),
        lone_companies=lone_companies,
        lone_tags=lone_tags,
        companies=companies,
        tags=tags,
    )


def _circles(
    members: Iterable[tuple[str, ...]], network: Iterable[bool]
) -> tuple[tuple[Circle, ...], int]:
    """Return who has a word in common, and how many words only one person has.

    `members` are the words of each person, `network` whether that person is network.
    """
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    listed, lively = Counter[str](), Counter[str]()
    alike = Counter(zip(members, network, strict=True))
    for (words, is_network), number in alike.items():
        mine = {word.casefold(): word for word in map(str.strip, words) if word}
        for key, word in mine.items():
            spellings[key][word] += number
            listed[key] += number
            lively[key] += number * is_network
    keys = sorted(
        (key for key, number in listed.items() if number >= LEAST),
        key=lambda key: (-listed[key], key),
    )
    found = tuple(
        Circle(_commonest(spellings[key]), listed[key], lively[key], lively[key] / listed[key])
        for key in keys
    )
    return found, len(listed) - len(found)


def _commonest(spellings: Counter[str]) -> str:
    """Return the commonest spelling; of several, the first in the order of characters."""
    return min(spellings, key=lambda word: (-spellings[word], word))
