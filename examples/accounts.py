"""The people of the example world on X: what they are called there, and who follows whom.

Some of them are on the owner's list on LinkedIn, too. Every id is made of the instant at which the
account was opened, as X does since 2016, and of chance: no such id is anybody's.
"""

import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import words
from cast import LAST_DAY, OWN_LINK, OWNER, Person, unmistakable
from life import Life

RENAMED = date(2025, 6, 1)  # the day on which one of them took another handle
_SNOWFLAKES_SINCE = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)
_OPENED = (datetime(2016, 3, 1, tzinfo=UTC), datetime(2023, 9, 1, tzinfo=UTC))
#: Employers that say nothing of who somebody is.
_VAGUE = frozenset({"", "Self-employed", "Juniper Bank (fictitious)"})


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on X; `former` is the handle until RENAMED, for one who changed it."""

    number: str
    handle: str
    name: str
    opened: datetime
    bio: str = ""
    website: str = ""
    place: str = ""
    followed: bool = False
    follows: bool = False
    former: str = ""

    def handle_on(self, day: date) -> str:
        """Return the handle as others knew it on that day."""
        return self.former if self.former and day < RENAMED else self.handle


@dataclass(frozen=True, slots=True)
class Circle:
    """Who is who on X.

    The old friend's page leads to LinkedIn, the colleagues' pages name where they work; the
    lookalikes bear names of people on the list and say no more, one of them the name of two; the
    one with a link of their own has the handle that ends it. Two doubles share their name.
    """

    old_friend: Account
    colleagues: tuple[Account, ...]
    lookalikes: tuple[Account, ...]
    own_link: Account
    doubles: tuple[Account, ...]
    acquaintances: tuple[Account, ...]
    audience: tuple[Account, ...]
    shop: Account
    blocked: Account
    me: Account

    def everybody(self) -> tuple[Account, ...]:
        """Return all of them but the owner and who is blocked."""
        return (
            self.old_friend, *self.colleagues, *self.lookalikes, self.own_link, *self.doubles,
            *self.acquaintances, *self.audience, self.shop,
        )  # fmt: skip


def snowflake(rng: random.Random, at: datetime) -> str:
    """Return an id as X makes them: the milliseconds since late in 2010, and 22 bits."""
    milliseconds = (at - _SNOWFLAKES_SINCE) // timedelta(milliseconds=1)
    return str(milliseconds << 22 | rng.getrandbits(22))


def make_circle(
    rng: random.Random, listed: list[Person], life: Life, strangers: list[Person]
) -> Circle:
    """Find out who of the list is on X, and add those whom nobody knows from elsewhere."""
    maker = _Maker(rng)
    known = unmistakable(listed)
    friend, talker = _lost_friends(known, life)
    silent = [p for p in _silent(known, life) if p.company not in _VAGUE and p.position]
    unseen = silent.pop(len(silent) // 2)
    twin = next(p for p in listed if p not in known and p.name == p.plain_name)
    own = next(p for p in listed if p.slug == OWN_LINK)
    new = iter(strangers)
    return Circle(
        maker.account(friend, website=friend.url, mutual=True),
        tuple(_colleagues(maker, rng.sample(silent, 5))),
        (maker.account(talker, mutual=True), maker.account(unseen), maker.account(twin)),
        maker.account(own, handle=OWN_LINK, mutual=True),
        _doubles(maker, next(new)),
        tuple(_acquaintances(maker, new)),
        tuple(maker.account(next(new), followed=False, mutual=True) for _ in range(26)),
        maker.account(Person("Zenith Kettle", "Shop"), bio="Kettles. Mended, too."),
        maker.account(next(new), followed=False),
        maker.account(OWNER, handle="robinq_example", followed=False),
    )


class _Maker:
    """Opens accounts, each with a handle of its own that says it is an example."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._handles: set[str] = set()

    def account(
        self, person: Person, *, handle: str = "", bio: str = "", website: str = "",
        followed: bool = True, mutual: bool = False,
    ) -> Account:  # fmt: skip
        """Open an account for somebody; `mutual`: they follow the owner."""
        rng = self._rng
        first, last = _OPENED
        opened = first + timedelta(seconds=rng.randrange(int((last - first).total_seconds())))
        return Account(
            snowflake(rng, opened), handle or self._handle(person), person.plain_name, opened,
            bio or rng.choice(words.BIOS), website, rng.choice(words.PLACES), followed, mutual,
        )  # fmt: skip

    def _handle(self, person: Person) -> str:
        """Make a handle of at most fifteen characters from a name."""
        first = _letters(person.first)[:6] or "Nobody"
        for end in (_letters(person.last)[:1], *map(str, range(9))):
            handle = f"{first}{end}_example"
            if handle.casefold() not in self._handles:
                self._handles.add(handle.casefold())
                return handle
        raise ValueError("ten people of one first name")


def _letters(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if c.isascii() and c.isalpha())


def _colleagues(maker: _Maker, people: list[Person]) -> Iterator[Account]:
    """Yield people who say where they work; one gives the link in so many words, too."""
    for n, person in enumerate(people):
        bio = (
            f"{person.position} at {person.company}. {words.BIOS[n]}",
            f"{words.BIOS[n]}\n{person.company}",
            f"{person.position}, {person.company}",
        )[n % 3]
        if n == 4:
            bio = f"{words.BIOS[n]} Work things: {person.url}"
        account = maker.account(person, bio=bio, mutual=n != 3)
        yield replace(account, name=f"{account.name} (they/them)") if n == 1 else account


def _doubles(maker: _Maker, person: Person) -> tuple[Account, ...]:
    """Open two accounts for two people of one name."""
    return maker.account(person, mutual=True), maker.account(person)


def _acquaintances(maker: _Maker, new: Iterator[Person]) -> Iterator[Account]:
    """Yield people of whom nothing else is known; one has changed the handle since."""
    for n in range(34):
        person = next(new)
        account = maker.account(person, mutual=n % 2 == 0)
        names = {3: person.first.casefold(), 8: f"{account.name} 🌱", 13: person.first}
        former = "oldpen_example" if n == 0 else ""
        yield replace(account, name=names.get(n, account.name), former=former)


def _lost_friends(people: list[Person], life: Life) -> list[Person]:
    """Return two who wrote much on LinkedIn, until over a year ago.

    The log names the first one at most: a name that two people bear would be nobody's there.
    """
    written = Counter(message.thread for message in life.messages)
    lately = {m.thread for m in life.messages if m.at.date() > LAST_DAY - timedelta(400)}
    logged = {entry.person for entry in life.log}
    lost = [person for person in people if person.slug not in lately]
    lost.sort(key=lambda person: -written[person.slug])
    return [lost[0], next(one for one in lost[1:] if one.plain_name not in logged)]


def _silent(people: list[Person], life: Life) -> list[Person]:
    """Return those with plain names who never wrote or were written to."""
    met = {entry.person for entry in life.log} | {message.thread for message in life.messages}
    for message in life.messages:
        met.update(person.slug for person in message.recipients)
    return [p for p in people if p.name == p.plain_name and met.isdisjoint({p.slug, p.name})]
