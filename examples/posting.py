"""What the owner of the example world does on X: posts, likes, and messages to and fro."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import words
from accounts import Account, Circle, snowflake
from cast import FIRST_DAY, LAST_DAY

MADE = datetime.combine(LAST_DAY, time(5, 21, 8, 123_000), UTC)  # when X made the archive
_HERE_SINCE = FIRST_DAY + timedelta(120)
#: Somebody of whom X says no more than the name.
GONE = Account("-1", "oldmap_example", "An old map", MADE)


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the owner's; one that answers has the author and the id of what it answers."""

    number: str
    at: datetime
    text: str
    mentions: tuple[Account, ...] = ()
    answers: Account | None = None
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Like:
    """A post that the owner liked."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """A direct message; in a group it has no recipient. `welcome`: a machine sent it."""

    number: str
    at: datetime
    sender: Account
    recipient: Account | None
    text: str
    welcome: bool = False
    liked: bool = False


@dataclass(frozen=True, slots=True)
class GroupChange:
    """Something that happened to a group: who joined or left, or what it is called now."""

    at: datetime
    by: Account
    joined: tuple[Account, ...] = ()
    left: tuple[Account, ...] = ()
    name: str = ""


@dataclass(slots=True)
class Activity:
    """Everything the owner did on X, in the order in which it was made up."""

    rng: random.Random
    me: Account
    posts: list[Post] = field(default_factory=list)
    likes: list[Like] = field(default_factory=list)
    talks: list[list[Message]] = field(default_factory=list)
    group: list[Message | GroupChange] = field(default_factory=list)

    def moment(self, day: date) -> datetime:
        """Return some time of the day at which people look at their phones."""
        milliseconds = self.rng.randrange(50_000_000)
        return datetime.combine(day, time(6, 30), UTC) + timedelta(milliseconds=milliseconds)

    def some_day(self, since: date = _HERE_SINCE) -> date:
        """Return a day before the archive was made."""
        return since + timedelta(self.rng.randrange((LAST_DAY - since).days))

    def post(self, text: str, *mentions: Account, at: datetime | None = None) -> Post:
        """Write something, to nobody or with names in it; `{}` is where these go."""
        at = at or self.moment(self.some_day())
        handles = " and ".join(f"@{one.handle_on(at.date())}" for one in mentions)
        post = Post(snowflake(self.rng, at), at, text.format(handles), mentions)
        self.posts.append(post)
        return post

    def answer(self, to: Account, text: str, *others: Account, at: datetime | None = None) -> Post:
        """Answer a post of somebody's, made within the hours before."""
        at = at or self.moment(self.some_day())
        answered = snowflake(self.rng, at - timedelta(minutes=self.rng.randrange(2, 900)))
        people = tuple(one for one in (to, *others) if one is not self.me)
        handles = [f"@{one.handle_on(at.date())}" for one in people]
        post = Post(
            snowflake(self.rng, at), at, " ".join([*handles, text]), people, to, answered
        )  # fmt: skip
        self.posts.append(post)
        return post

    def talk(self, with_: Account, days: Sequence[date], turns: tuple[int, int]) -> None:
        """Write to and fro on each of these days."""
        messages = []
        for day in days:
            at, mine = self.moment(day), self.rng.random() < 0.5
            for turn in range(self.rng.randint(*turns)):
                text = self.rng.choice(words.REPLIES if turn else words.OPENERS)
                messages.append(self.message(with_, at, text, mine=mine))
                mine = not mine
                at += timedelta(milliseconds=self.rng.randrange(40_000, 9_000_000))
        self.talks.append([message for message in messages if message.at < MADE])

    def message(self, with_: Account, at: datetime, text: str, *, mine: bool) -> Message:
        """Return a message to or from somebody."""
        sender, recipient = (self.me, with_) if mine else (with_, self.me)
        liked = mine and self.rng.random() < 0.1
        return Message(snowflake(self.rng, at), at, sender, recipient, text, liked=liked)


def be_active(rng: random.Random, circle: Circle) -> Activity:
    """Let two and a half years on X pass."""
    activity = Activity(rng, circle.me)
    _answer(activity, circle)
    _name_people(activity, circle)
    _pass_on(activity, circle)
    _muse(activity)
    _like(activity)
    _write_to(activity, circle)
    _write_in_vain(activity, circle)
    _talk_in_a_group(activity, circle)
    return activity


def _answer(activity: Activity, circle: Circle) -> None:
    """Answer friends now and then, and strangers once."""
    rng, friends = activity.rng, circle.acquaintances
    often = (friends[0], friends[0], friends[0], friends[2], friends[2], circle.colleagues[0])
    once = (circle.own_link, circle.doubles[0], circle.doubles[1], friends[4], circle.audience[0])
    for person in (*often, *once):
        others = (rng.choice(friends[5:12]),) if rng.random() < 0.3 else ()
        activity.answer(person, rng.choice(words.ANSWERS), *others)
    early = activity.moment(date(2024, 9, 3))  # when that friend had another handle
    activity.answer(friends[0], words.ANSWERS[0], at=early)


def _name_people(activity: Activity, circle: Circle) -> None:
    """Name people in posts: some are friends, one is nobody any more, one was blocked later."""
    friends = circle.acquaintances
    activity.post(words.SHOUTS[0], circle.colleagues[1], circle.colleagues[2])
    activity.post(words.SHOUTS[1], circle.lookalikes[0])
    activity.post(words.SHOUTS[2], friends[6], friends[8])
    activity.post(words.SHOUTS[3], circle.lookalikes[1])
    activity.post(words.SHOUTS[3], circle.old_friend)
    activity.post(words.SHOUTS[4], friends[1])
    activity.post(words.SHOUTS[1], GONE)
    activity.post(words.SHOUTS[0], circle.blocked, at=activity.moment(date(2024, 5, 2)))


def _pass_on(activity: Activity, circle: Circle) -> None:
    """Pass posts on: X keeps of them only their first words."""
    authors = (*circle.acquaintances[9:11], circle.lookalikes[2], circle.shop, circle.old_friend)
    for author, text in zip(authors, words.PASSED_ON, strict=True):
        activity.post(f"RT @{author.handle}: {text}", author, at=activity.moment(
            activity.some_day(date(2025, 7, 1))))  # fmt: skip


def _muse(activity: Activity) -> None:
    """Say things to nobody, and once in three posts that follow one another."""
    for text in words.MUSINGS:
        activity.post(text)
    at = activity.moment(date(2025, 2, 11))
    before = activity.post(words.THREAD[0], at=at)
    for text in words.THREAD[1:]:
        at += timedelta(seconds=activity.rng.randrange(50, 400))
        post = Post(snowflake(activity.rng, at), at, text, (), activity.me, before.number)
        activity.posts.append(post)
        before = post


def _like(activity: Activity) -> None:
    """Like posts: of two of them a reply tells whose they are."""
    replied = [post for post in activity.posts if post.answers not in {None, activity.me}]
    for post in replied[:2]:
        activity.likes.append(Like(post.answered, words.LIKED[0]))
    for _ in range(15):
        at = activity.moment(activity.some_day())
        activity.likes.append(Like(snowflake(activity.rng, at), activity.rng.choice(words.LIKED)))


def _write_to(activity: Activity, circle: Circle) -> None:
    """Talk: with the old friend every few weeks, and with others less."""
    friends = circle.acquaintances
    for person, first, gap, turns in (
        (circle.old_friend, date(2025, 6, 20), (14, 45), (2, 3)),
        (circle.lookalikes[0], date(2025, 8, 9), (50, 90), (2, 2)),
        (friends[0], date(2024, 11, 1), (90, 160), (2, 4)),
        (friends[2], date(2026, 2, 2), (70, 120), (1, 2)),
        (circle.colleagues[0], date(2026, 8, 12), (40, 50), (2, 3)),
        (circle.own_link, date(2026, 9, 30), (99, 99), (3, 3)),
        (circle.doubles[0], date(2026, 3, 14), (999, 999), (2, 2)),
        (circle.audience[1], date(2025, 5, 4), (999, 999), (2, 2)),
    ):
        activity.talk(person, list(_days(activity.rng, first, gap)), turns)


def _days(rng: random.Random, first: date, gap: tuple[int, int]) -> Iterator[date]:
    day = first
    while day < LAST_DAY - timedelta(1):
        yield day
        day += timedelta(rng.randint(*gap))


def _write_in_vain(activity: Activity, circle: Circle) -> None:
    """Write and hear nothing, hear and write nothing, and hear from a machine."""
    friends, rng = circle.acquaintances, activity.rng
    for person, day, text, mine in (
        (friends[12], date(2026, 10, 2), words.NUDGES[2], True),
        (circle.doubles[1], date(2025, 9, 8), words.NUDGES[0], True),
        (circle.audience[2], date(2026, 4, 20), words.PITCHES[1], False),
        (friends[4], LAST_DAY - timedelta(6), words.OPENERS[2], False),
    ):
        activity.talks.append([activity.message(person, activity.moment(day), text, mine=mine)])
    at = activity.moment(date(2025, 12, 3))
    asked = activity.message(circle.shop, at, "Do you mend handles?", mine=True)
    at += timedelta(milliseconds=870)
    answer = Message(
        snowflake(rng, at), at, circle.shop, circle.me, words.WELCOME, welcome=True
    )  # fmt: skip
    activity.talks.append([asked, answer])


def _talk_in_a_group(activity: Activity, circle: Circle) -> None:
    """Share one group of five; somebody leaves it at the end."""
    members = (circle.old_friend, *circle.acquaintances[:3])
    at = activity.moment(date(2026, 8, 30))
    activity.group.append(GroupChange(at, circle.me, joined=members))
    at += timedelta(seconds=20)
    activity.group.append(GroupChange(at, circle.me, name="Reading group"))
    for turn in range(7):
        sender = circle.me if turn % 3 == 0 else activity.rng.choice(members)
        text = activity.rng.choice(words.REPLIES if turn else words.OPENERS)
        at += timedelta(milliseconds=activity.rng.randrange(60_000, 40_000_000))
        activity.group.append(Message(snowflake(activity.rng, at), at, sender, None, text))
    activity.group.append(GroupChange(at + timedelta(hours=5), circle.me, left=members[-1:]))
