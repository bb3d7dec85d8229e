"""The people of the example world: who they are, and since when they are on the list."""

import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import quote

import words

FIRST_DAY = date(2023, 11, 16)
LAST_DAY = date(2026, 11, 15)  # the day on which the owner asked for the export
CONNECTIONS = 600
_FAIRS = (date(2024, 5, 14), date(2025, 5, 20), date(2025, 10, 7), date(2026, 5, 12))
_LAST_WEEK = (date(2026, 11, 9), date(2026, 11, 11), date(2026, 11, 12), date(2026, 11, 12),
              date(2026, 11, 13), date(2026, 11, 14))  # fmt: skip
_SPECIAL_LETTERS = str.maketrans({"ø": "o", "ł": "l"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as LinkedIn shows them; without a slug nothing leads to their profile."""

    first: str
    last: str
    slug: str = ""
    email: str = ""
    company: str = ""
    position: str = ""
    since: date = FIRST_DAY

    @property
    def name(self) -> str:
        """The name as it stands in messages and invitations."""
        return f"{self.first.strip()} {self.last.strip()}".strip()

    @property
    def plain_name(self) -> str:
        """The name as one would write it in a log: without credentials, emoji and nickname."""
        parts = self.name.split(",")[0].replace("\N{ZERO WIDTH SPACE}", "").split()
        return " ".join(p for p in parts if p[0] != "(" and unicodedata.category(p[0]) != "So")

    @property
    def url(self) -> str:
        """The profile link; letters beyond ASCII are percent-encoded."""
        return f"https://www.linkedin.com/in/{quote(self.slug)}" if self.slug else ""


OWN_LINK = "pebbleexample"  # the end of a link that somebody chose, and not by name
OWNER = Person("Robin", "Quist", "robin-quist-example", "robin.quist@example.com")
DEPARTED = Person("LinkedIn", "Member")


def make_connections(rng: random.Random) -> list[Person]:
    """Return everybody on the list, in the order in which they joined it."""
    people = list(_named_people(rng, CONNECTIONS))
    days = _joining_days(rng, CONNECTIONS)
    joined = [replace(person, since=day) for person, day in zip(people, days, strict=True)]
    return _with_own_link(_with_namesakes(rng, joined))


def make_strangers(rng: random.Random, taken: list[Person], count: int) -> list[Person]:
    """Return people who are not on the list and share no name with those who are."""
    names = {person.plain_name for person in taken}
    strangers = []
    for person in _named_people(rng, 3 * count):
        if person.plain_name not in names:
            strangers.append(replace(person, email=""))
            names.add(person.plain_name)
    return strangers[:count]


def hidden_days(rng: random.Random) -> list[date]:
    """Return the days on which the connections joined who have closed their account since."""
    return [FIRST_DAY + timedelta(rng.randrange(900)) for _ in range(13)]


def _joining_days(rng: random.Random, count: int) -> list[date]:
    """Spread `count` days: a steady drip, heaps after each fair, some in the last week."""
    fairs = [day + timedelta(rng.randrange(4)) for day in _FAIRS for _ in range(22)]
    drip = count - len(fairs) - len(_LAST_WEEK)
    span = (_LAST_WEEK[0] - FIRST_DAY).days
    ordinary = [FIRST_DAY + timedelta(rng.randrange(span)) for _ in range(drip)]
    return sorted([*fairs, *ordinary, *_LAST_WEEK])


def _named_people(rng: random.Random, count: int) -> Iterator[Person]:
    pairs = [(first, last) for first in words.FIRST_NAMES for last in words.LAST_NAMES]
    chosen = [*rng.sample(pairs, count - len(words.OTHER_SCRIPTS)), *words.OTHER_SCRIPTS]
    rng.shuffle(chosen)
    for first, last in chosen:
        yield _person(rng, first, last)


def _person(rng: random.Random, first: str, last: str) -> Person:
    slug = _slug(rng, first, last)
    blank = rng.random() < 0.06
    company = words.COMPANIES[int(len(words.COMPANIES) * rng.random() * rng.random())]
    return Person(
        *_decorated(rng, first, last),
        slug=slug,
        email=f"{slug.removesuffix('-example')}@example.org"
        if rng.random() < 0.03 and slug.isascii()
        else "",
        company="" if blank else company,
        position="" if blank or rng.random() < 0.03 else rng.choice(words.POSITIONS),
    )


def _slug(rng: random.Random, first: str, last: str) -> str:
    """Make a slug as LinkedIn would; most drop their accents, some keep them."""
    plain = f"{first}-{last}".casefold().replace("'", "")
    if rng.random() < 0.7:
        decomposed = unicodedata.normalize("NFKD", plain.translate(_SPECIAL_LETTERS))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
        plain = bare if bare.isascii() else plain
    if rng.random() < 0.4:
        plain += f"-{rng.randrange(0x10000, 0x1000000):x}"
    return unicodedata.normalize("NFC", plain) + "-example"


def _decorated(rng: random.Random, first: str, last: str) -> tuple[str, str]:
    """Give some names what people put into these fields besides a name."""
    draw = rng.random()
    for limit, pair in (
        (0.07, (first, last + rng.choice(words.CREDENTIALS))),
        (0.08, (first, f"{last} {rng.choice(words.EMOJI)}")),
        (0.09, (f"{first} ({rng.choice(words.NICKNAMES)})", last)),
        (0.105, (first, last + " ")),
        (0.11, (" " + first, last)),
        (0.113, (first, "\N{ZERO WIDTH SPACE}" + last)),
        (0.116, (first, last.replace("-", "\N{NO-BREAK SPACE}"))),
    ):
        if draw < limit:
            return pair
    return first, last


def _with_namesakes(rng: random.Random, people: list[Person]) -> list[Person]:
    """Let four people bear the very name of somebody else, with a slug of their own."""
    plain = [i for i, person in enumerate(people) if person.name == person.plain_name]
    chosen = rng.sample(plain[:400], 8)
    for one, other in zip(chosen[:4], chosen[4:], strict=True):
        first, last = people[one].first, people[one].last
        slug = _slug(rng, first, last).removesuffix("-example") + "-2-example"
        people[other] = replace(people[other], first=first, last=last, slug=slug, email="")
    return people


def _with_own_link(people: list[Person]) -> list[Person]:
    """Let one person have chosen the end of their link; everywhere else it is one of a name."""
    once = {person.plain_name for person in unmistakable(people)}
    plain = (p for p in people[200:] if p.name == p.plain_name in once and not p.email)
    chosen = next(person for person in plain if person.company)
    return [replace(p, slug=OWN_LINK) if p is chosen else p for p in people]


def unmistakable(people: list[Person]) -> list[Person]:
    """Return those whose name nobody else bears, so that a log can call them by it."""
    times = Counter(person.plain_name for person in people)
    return [person for person in people if times[person.plain_name] == 1]
