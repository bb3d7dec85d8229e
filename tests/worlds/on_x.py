"""Invented owners of X accounts: their archives of two days, as JSON values and as files.

Everything that X is known to do stands side by side here, as often as a `Random` wants it: parts,
headers without texts, conversations in several pieces, groups that people join and leave, ids that
X no longer gives, dates that cannot be, renamed people, followers who come and go.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

ME = "111"
#: Each list, and the key of its entries.
LISTS = {"following": "following", "follower": "follower", "block": "blocking", "mute": "muting"}
POSTS = ("tweets", "tweet", "community-tweet")
TALKS = ("direct-messages", "direct-message-headers")
GROUPS = ("direct-messages-group", "direct-message-group-headers")
Element = dict[str, Any]
#: The latest day on which an archive may have been made.
LAST = date(2026, 11, 10)
_NAMES = (
    "Ana 🌿 Ruiz",
    "Bo Lind",
    "Céline Ødegård",
    "Дана Орлова",
    "E",
    "神田 はな",
    "Zoë 👩🏽‍🔬 Roy",
    "O'Fee",
)


@dataclass(frozen=True)
class Archive:
    """What X gives on one day: the lists in its scripts, by the file's name without part."""

    day: date
    files: dict[str, list[Element]]
    #: How many entries of each file stand in its second part.
    second: dict[str, int]
    #: `whole`, `partial`, or the name of a file with one entry less than the manifest says.
    claim: str

    def is_whole(self, name: str) -> bool:
        """Tell whether a list of it says who is not on it."""
        return self.claim not in {"partial", name}


#: When something happened, of which kind, and what X keeps of it.
Event = tuple[datetime, str, Element]
#: The id of a conversation, and what happened in it.
Talk = tuple[str, list[Event]]


_POSTS = (*["reply"] * 4, *["mention"] * 3, *["repost"] * 2, "self", "bogus", "odd")
_TEXT = ("text", "mediaUrls", "urls", "reactions", "editHistory")


def snowflake(at: datetime, number: int) -> str:
    """Return an id that X gives at an instant."""
    return str(((int(at.timestamp() * 1000) - 1288834974657) << 22) + number)


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"


class _Life:
    """What happened, from which an archive of any day can be made."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.number = 0
        self.people = [
            str(random.choice([2000, 1_543_577_479_283_556_000]) + n)
            for n in range(random.randint(1, 12))
        ]
        second = LAST - timedelta(days=random.randint(0, 300))
        self.days = (second - timedelta(days=random.choice([1, 9, 80, 200])), second)
        self.renamed = {p: random.randint(0, 700) for p in self.people if random.random() < 0.3}
        #: Whom the owner may block or mute.
        self.avoided = [p for p in self.people if random.random() < 0.2]
        self.replied: list[str] = []
        self.posts = [self._post() for _ in range(random.choice([0, 1, 5, 25]))]
        self.community = [self._post() for _ in range(random.choice([0, 0, 2]))]
        self.talks = [self._talk(p) for p in self.people if random.random() < 0.5]
        self.groups = [self._group(n) for n in range(random.choice([0, 0, 1, 2]))]

    def moment(self) -> datetime:
        """Return a moment before the second archive, often near a midnight."""
        back = self.random.choice([3, 40, 300, 900])
        day = self.days[1] - timedelta(days=self.random.randint(1, back))
        clock = self.random.choice([0, 30, 12 * 60, 23 * 60 + 45])
        second = self.random.randint(0, 59)
        start = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return start + timedelta(minutes=clock, seconds=second)

    def next_id(self, at: datetime) -> str:
        self.number += 1
        return snowflake(at, self.number)

    def _called(self, person: str, at: datetime) -> tuple[str, str]:
        """Return handle and name of somebody at an instant."""
        if person in {ME, "-1"}:
            return ("robin_q", "Robin Quist") if person == ME else ("gone_one", "Gone")
        number = self.people.index(person)
        name = _NAMES[number % len(_NAMES)]
        if (self.days[1] - at.date()).days < self.renamed.get(person, -1):
            return f"New_{number}_example", f"{name} the Second"
        return f"First_{number}_example", name

    def _mention(self, person: str, at: datetime) -> Element:
        handle, name = self._called(person, at)
        found = {"name": name, "screen_name": handle, "indices": ["0", "5"], "id_str": person}
        if self.random.random() < 0.7:
            found["id"] = person
        return found

    def _some(self, most: int) -> list[str]:
        wanted = self.random.randint(0, most)
        pool = [*self.people, *self.people, ME, "-1"]
        return [self.random.choice(pool) for _ in range(wanted)]

    def _post(self) -> tuple[datetime, Element]:
        random, at = self.random, self.moment()
        kind = random.choice(_POSTS)
        named = self._some(random.choice([0, 1, 3, 12]))
        post: Element = {
            "retweeted": False, "source": "<a>X</a>", "id_str": self.next_id(at),
            "created_at": at.strftime("%a %b %d %H:%M:%S +0000 %Y"), "lang": "en",
            "full_text": "hello &amp; \U0001f44b",
        }  # fmt: skip
        post["id"] = post["id_str"]
        if kind == "repost":
            named = [random.choice([*self.people, "-1"]), *named[:1]]
            post["full_text"] = f"RT @{self._called(named[0], at)[0]}: so it is…"
            if random.random() < 0.2:
                named = []
        if kind in {"reply", "self"}:
            to = ME if kind == "self" else random.choice([*self.people, *self.people, "-1"])
            status = self.next_id(at - timedelta(hours=30))
            self.replied.append(status)
            post |= {"in_reply_to_status_id_str": status, "in_reply_to_status_id": status}
            post |= {"in_reply_to_user_id_str": to, "in_reply_to_user_id": to}
            if to in self.people:
                if random.random() < 0.8:
                    post["in_reply_to_screen_name"] = self._called(to, at)[0]
                if random.random() < 0.8:
                    named.insert(0, to)
        post["entities"] = {
            "hashtags": [], "user_mentions": [self._mention(one, at) for one in named],
        }  # fmt: skip
        if kind == "bogus":
            post["created_at"] = random.choice(
                ["Thu Jan 02 03:04:05 +0000 1997", "Sat Feb 01 00:00:00 +0000 2003"]
            )
            post["id"] = post["id_str"] = str(800 + self.number)
        if kind == "odd":
            mentions = random.choice([None, [None], [*post["entities"]["user_mentions"], None]])
            post["entities"]["user_mentions"] = mentions
        return at, post

    def _message(self, sender: str, recipient: str | None) -> Event:
        at = self.moment()
        kind = "messageCreate"
        if recipient is not None and self.random.random() < 0.1:
            kind = "welcomeMessageCreate"
        inner = {
            "senderId": sender, "id": self.next_id(at), "createdAt": _iso(at),
            "text": "hi", "mediaUrls": [], "urls": [], "reactions": [], "editHistory": [],
        }  # fmt: skip
        if recipient is not None:
            inner["recipientId"] = recipient
        elif self.random.random() < 0.5:
            inner["recipientId"] = "0"
        return at, kind, inner

    def _talk(self, person: str) -> Talk:
        ways = self.random.choice([[(ME, person)], [(person, ME)], [(ME, person), (person, ME)]])
        if self.random.random() < 0.05:
            ways = [(ME, ME)]
        events = [
            self._message(*self.random.choice(ways)) for _ in range(self.random.randint(1, 9))
        ]
        if self.random.random() < 0.2:
            at = self.moment()
            events.append((at, "reactionCreate", {
                "senderId": person, "reactionKey": "like", "eventId": self.next_id(at),
                "createdAt": _iso(at),
            }))  # fmt: skip
        ends = sorted({ME, *ways[0]}, key=int)
        return f"{ends[0]}-{ends[-1]}", events

    def _group(self, number: int) -> Talk:
        random = self.random
        size = random.choice([1, 2, 4, len(self.people)])
        members = random.sample(self.people, min(size, len(self.people)))
        events = [
            self._message(random.choice([ME, *members]), None) for _ in range(random.randint(0, 9))
        ]
        for _ in range(random.choice([0, 0, 1, 3])):
            at, whom = self.moment(), random.choice([*members, ME])
            kind = random.choice(["participantsJoin", "participantsLeave"])
            inner = {"userIds": [whom], "createdAt": _iso(at)}
            if kind == "participantsJoin":
                inner["initiatingUserId"] = random.choice([ME, *members])
            events.append((at, kind, inner))
        if random.random() < 0.3:
            at = self.moment()
            events.append((at, "joinConversation", {
                "initiatingUserId": members[0], "participantsSnapshot": [*members, ME],
                "createdAt": _iso(at),
            }))  # fmt: skip
        return str(1_700_000_000_000_000_000 + number), events

    def archive(self, index: int, lists: dict[str, list[str]]) -> Archive:
        random, day = self.random, self.days[index]
        end = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        wrapped = random.random() < 0.8
        files: dict[str, list[Element]] = {
            "account": [{"account": {
                "accountId": ME, "username": "robin_q", "accountDisplayName": "Robin Quist",
                "email": "robin@example.org", "createdAt": "2011-06-23T13:04:14.000Z",
            }}],
        }  # fmt: skip
        for name, key in LISTS.items():
            if name in lists:
                files[name] = [{key: {"accountId": one}} for one in lists[name]]
        posts = [
            self._later(p, index) for at, p in self.posts if at < end and random.random() < 0.95
        ]
        if posts and random.random() < 0.2:
            posts.append(random.choice(posts))
        random.shuffle(posts)
        place = random.choice(["tweets", "tweet"])
        files[place] = [{"tweet": p} if wrapped else p for p in posts]
        files["community-tweet"] = [{"tweet": p} for at, p in self.community if at < end]
        files["like"] = [
            {"like": {"tweetId": one, "fullText": "so"}}
            for one in ["1697051672621597026", *self.replied] if random.random() < 0.3
        ]  # fmt: skip
        self._messages(files, *TALKS, self.talks, end)
        self._messages(files, *GROUPS, self.groups, end)
        second = {n: random.randint(0, len(e)) for n, e in files.items() if random.random() < 0.2}
        claim = random.choice(["whole"] * 8 + ["partial", "following"])
        return Archive(day, files, second, claim)

    def _later(self, post: Element, index: int) -> Element:
        """Return a post as a later archive has it: somebody in it may have closed the account."""
        mentions = post["entities"]["user_mentions"]
        if index == 0 or not mentions or self.random.random() < 0.9:
            return post
        gone = [m and {**m, "id_str": "-1", "id": "-1"} for m in mentions[-1:]]
        return {**post, "entities": {"user_mentions": [*mentions[:-1], *gone]}}

    def _messages(
        self, files: dict[str, list[Element]], texts: str, headers: str,
        talks: Sequence[Talk], end: datetime,
    ) -> None:  # fmt: skip
        files |= {name: [] for name in self.random.choice([(texts,), (headers,), (texts, headers)])}
        for name in (texts, headers):
            for conversation, events in talks if name in files else ():
                seen = sorted((e for e in events if e[0] < end), key=lambda e: e[0], reverse=True)
                for piece in self._pieces([{kind: _bare(inner) if name == headers else inner}
                                           for _, kind, inner in seen]):  # fmt: skip
                    files[name].append(
                        {"dmConversation": {"conversationId": conversation, "messages": piece}}
                    )

    def _pieces(self, events: list[Element]) -> Iterator[list[Element]]:
        cut = self.random.randint(0, len(events))
        if self.random.random() < 0.3:
            yield events[:cut]
            yield events[max(0, cut - 1) :]
        else:
            yield events


def _bare(inner: Element) -> Element:
    return {key: value for key, value in inner.items() if key not in _TEXT}


def archives(random: Random) -> tuple[Archive, Archive]:
    """Return the archives of one person that `random` makes up, the older one first."""
    life = _Life(random)
    lists: dict[str, list[str]] = {}
    found = []
    for index in (0, 1):
        for name in LISTS:
            pool = life.avoided if name in {"block", "mute"} else life.people
            kept = [p for p in lists.get(name, []) if random.random() < 0.8]
            more = [p for p in pool if p not in kept and random.random() < 0.5]
            lists[name] = [*more, *kept]
        known = {k: v for k, v in lists.items() if random.random() < 0.95}
        found.append(life.archive(index, known))
    return found[0], found[1]
