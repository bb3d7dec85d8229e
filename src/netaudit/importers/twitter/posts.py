"""tweets.js: what the owner wrote to others, and whose posts the owner passed on.

What others wrote is not in the archive. Every post that mentions people says which handle and
name they bore on its day: the only place where ids, of which the lists consist, have names.
"""

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter.dates import is_possible, read_date, settled
from netaudit.importers.twitter.js import Item, elements, script, text
from netaudit.normal import clean, x_handle, x_id
from netaudit.records import (
    Account,
    Interaction,
    Platform,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    TieKind,
    Where,
)

#: Not the headers, which name nobody, nor what the owner deleted.
_SCRIPTS = frozenset({"tweet", "tweets", "community_tweet", "twitter_circle_tweet"})
_RETWEET = re.compile(r"RT @([A-Za-z0-9_]{1,20}):", re.ASCII)
#: What a post has that answers another one, or did before X forgot whose that was.
_OF_REPLIES = (
    "in_reply_to_status_id", "in_reply_to_status_id_str", "in_reply_to_user_id",
    "in_reply_to_user_id_str",
)  # fmt: skip
NOBODY = "posts to nobody in particular"
UNKNOWN = "posts to accounts that are gone"
TO_YOURSELF = "replies to yourself"


class Form(NamedTuple):
    """What the posts of an archive look like: a date, and the file that says whose they are."""

    date: str = "Wed Oct 10 20:19:24 +0000 2018"
    owner_in: str = "account.js"


class Posts:
    """The posts of every archive since 2018: bare until early in 2020, then each in a `tweet`."""

    name = "x-posts"
    title = "X posts"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by what the script assigns."""
        found = script(file)
        return found is not None and found.name in _SCRIPTS

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield what each post says, then the handles and names of those who appeared."""
        items = elements(file, context, "tweet", bare=True)
        yield from read_posts(Reading(file, context, Form()), items)


def read_posts(reading: "Reading", items: Iterable[Item | Problem]) -> Iterator[Record]:
    """Yield what each post of a script says, then the handles and names of those who appeared."""
    for item in items:
        if isinstance(item, Problem):
            yield item
        else:
            yield from reading.post(item)
    yield from reading.people.profiles()


def person(number: str | None, handle: str | None) -> Account | None:
    """Return the account of an id, else of a handle, None where there is neither."""
    if number is not None:
        return Account("x", "id", number)
    return None if handle is None else Account("x", "handle", handle)


def retweeted_handle(full_text: str) -> str | None:
    """Return the handle of whose post this one passes on: only its text tells."""
    found = _RETWEET.match(html.unescape(full_text[:100]))
    return None if found is None else found[1].casefold()


class Stamp(NamedTuple):
    """A post that is to be told of: its line, its instant, and the number that stands for it."""

    line: int
    at: int
    conversation: int


class Reading:
    """One file of posts on its way. Of a post nothing is kept but its id."""

    def __init__(self, file: File, context: Context, form: Form) -> None:
        """Begin to read; without an owner nobody can tell replies from threads."""
        owner = context.owner
        if owner.slug is None:
            raise InputRefused(
                f"{file.shown}: cannot tell whose posts these are",
                hint=f"give your numeric id: --me 123456789; it stands in {form.owner_in}",
            )
        self._shown, self._form = file.shown, form
        self._owner, self.handles = owner.slug, frozenset(owner.handles)
        self._authors = context.authors
        self._seen: set[int] = set()
        self.people = _People(owner.slug)

    def is_owner(self, account: Account) -> bool:
        """Tell whether an account is the owner; by a handle only where there is no id."""
        if account.kind == "id":
            return account.key == self._owner
        return account.key in self.handles

    def wrote(self, post_id: str | None, author: str | None) -> None:
        """Remember who wrote a post."""
        if post_id is not None and author is not None:
            self._authors[post_id] = author

    def stamp(self, line: int, what: str, post_id: str | None, written: str) -> Stamp | Record:
        """Return the stamp of a post, or what there is to say in place of it.

        `what` is what the post is called in a message, `written` its date.
        """
        where = Where(self._shown, line)
        if post_id is None:
            return Problem(where, "bad-id", f"{what} has no numeric id")
        if int(post_id) in self._seen:
            return SetAside(line, "repeated rows")
        self._seen.add(int(post_id))
        try:
            at = read_date(written)
        except ValueError:
            return Problem(where, "bad-date", f"{what} has no date like {self._form.date}")
        if not is_possible(at, post_id):
            return SetAside(line, "posts with impossible dates")
        return Stamp(line, settled(at), _number(post_id))

    def post(self, item: Item) -> Iterator[Record]:
        """Yield what a post says: one record, and a second one where a reply mentions others."""
        post = item.value
        what = f"element {item.index + 1:,} of the list"
        stamp = self.stamp(item.line, what, _id(post, "id"), text(post, "created_at"))
        if not isinstance(stamp, Stamp):
            yield stamp
            return
        mentions = _mentions(post)
        self._note_people(post, mentions, stamp.at)
        if (retweeted := self._retweeted(post, mentions, stamp.at)) is not None:
            yield self.retweet(stamp, retweeted)
        else:
            yield from self._addressed(stamp, post, mentions)

    def retweet(self, stamp: Stamp, author: Account) -> Signal | SetAside:
        """Tell of a post that passes on another one."""
        if self.is_owner(author):
            return SetAside(stamp.line, "retweets of your own posts")
        return Signal(stamp.line, author, "retweet", stamp.at, "out", with_note=False)

    def _note_people(self, post: dict[str, Any], mentions: list[dict[str, Any]], at: int) -> None:
        """Remember who bears which handle, and who wrote the post that this one answers."""
        for one in mentions:
            self.people.meet(_id(one, "id"), text(one, "screen_name"), text(one, "name"), at)
        replied = _id(post, "in_reply_to_user_id")
        self.people.meet(replied, text(post, "in_reply_to_screen_name"), "", at)
        self.wrote(_id(post, "in_reply_to_status_id"), replied)

    def _retweeted(
        self, post: dict[str, Any], mentions: list[dict[str, Any]], at: int
    ) -> Account | None:
        """Return whose post this one passes on. Only the classic archive holds that one, too."""
        original = _object(post, "retweeted_status")
        user = _object(original, "user")
        number, handle = _id(user, "id"), text(user, "screen_name")
        self.people.meet(number, handle, text(user, "name"), at)
        self.wrote(_id(original, "id"), number)
        if (author := person(number, x_handle(handle))) is not None:
            return author
        named = retweeted_handle(text(post, "full_text") or text(post, "text"))
        return None if named is None else person(_id_of(named, mentions), named)

    def _addressed(
        self, stamp: Stamp, post: dict[str, Any], mentions: list[dict[str, Any]]
    ) -> Iterator[Record]:
        """Yield whom a post answers and whom it mentions besides.

        One who is mentioned only, and whose id X no longer gives, could be anybody.
        """
        line, at, conversation = stamp
        handle = x_handle(text(post, "in_reply_to_screen_name"))
        number = _id(post, "in_reply_to_user_id") or _id_of(handle, mentions)
        replied = person(number, handle)
        to_yourself = replied is not None and self.is_owner(replied)
        if to_yourself:
            replied = None
        ids = dict.fromkeys(_id(one, "id") for one in mentions)
        mentioned = tuple(
            Account("x", "id", key) for key in ids if key not in {None, number, self._owner}
        )
        size = len(mentioned) + (replied is not None)
        if replied is not None:
            yield Interaction(line, (replied,), at, "out", "reply", size, conversation)
        if mentioned:
            yield Interaction(
                line, mentioned, at, "out", "mention", size, conversation,
                continues=replied is not None,
            )  # fmt: skip
        if to_yourself and not size:
            yield SetAside(line, TO_YOURSELF)
        elif not size:
            unknown = None in ids or any(text(post, key) for key in _OF_REPLIES)
            yield SetAside(line, UNKNOWN if unknown else NOBODY)


class _People:
    """Who bore which handle, when last, and by which name: an entry for each person and handle."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        #: Id -> handle -> the newest instant, and that of the newest name with this name.
        self._met: dict[str, dict[str, tuple[int, tuple[int, str]]]] = {}

    def meet(self, number: str | None, screen_name: str, name: str, at: int) -> None:
        """Take in what a post of the instant `at` says of somebody; of the owner nothing."""
        handle = x_handle(screen_name)
        if number is None or handle is None or number == self._owner:
            return
        handles = self._met.setdefault(number, {})
        newest, named = handles.get(handle, (0, (0, "")))
        handles[handle] = max(newest, at), max(named, (at, name)) if name else named

    def profiles(self) -> Iterator[Profile]:
        """Yield each handle of each person with the day of which it was said last."""
        for number, handles in self._met.items():
            for handle, (at, (_, name)) in handles.items():
                yield Profile(
                    Account("x", "id", number),
                    clean(html.unescape(name)),
                    url=f"https://x.com/{handle}",
                    listed=True,
                    handle=handle,
                    said_on=EPOCH_DAY + at // SECONDS_PER_DAY,
                )


def _id(value: dict[str, Any], key: str) -> str | None:
    """Return the id under `key`, of which most eras have a second writing; `-1` is none."""
    return x_id(text(value, f"{key}_str")) or x_id(text(value, key))


def _id_of(handle: str | None, mentions: list[dict[str, Any]]) -> str | None:
    """Return the id of whoever is mentioned by this handle."""
    if handle is None:
        return None
    bearers = (_id(one, "id") for one in mentions if x_handle(text(one, "screen_name")) == handle)
    return next(filter(None, bearers), None)


def _object(value: dict[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _mentions(post: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the people whom a post mentions, empty ones for those of whom nothing is left."""
    found = _object(post, "entities").get("user_mentions")
    if not isinstance(found, list):
        return []
    return [one if isinstance(one, dict) else {} for one in found]


def _number(post_id: str) -> int:
    """Return the 63-bit number that stands for a post, in whatever file it is."""
    digest = hashlib.blake2b(post_id.encode(), digest_size=8).digest()
    return max(int.from_bytes(digest) >> 1, 2)
