"""tweets.js: what the owner wrote to others, and whose posts the owner passed on.

What others wrote is not in the archive. Every post that mentions people says which handle and
name they bore on its day: the only place where ids, of which the lists consist, have names.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.conversation import conversation_number
from netaudit.importers.source import File
from netaudit.importers.twitter.accounts import account_of, is_owner
from netaudit.importers.twitter.dates import date_of_id, is_possible, read_date, settled
from netaudit.importers.twitter.js import Item, elements, record, script, text
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
    "in_reply_to_user_id_str", "in_reply_to_screen_name",
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
        self.owner = owner
        self._authors = context.authors
        self._seen: set[int] = set()
        self.people = _People(owner.slug)

    def wrote(self, post_id: str | None, author: str | None) -> None:
        """Remember who wrote a post."""
        if post_id is not None and author is not None:
            self._authors[post_id] = author

    def stamp(
        self, line: int, what: str, post_id: str | None, written: str, edited: str | None = None
    ) -> Stamp | Record:
        """Return the stamp of a post, or what there is to say in place of it.

        `what` is what the post is called in a message, `written` its date. Where it is an
        `edited` one, it counts as the post of that id: all versions are one, and of its instant.
        """
        where = Where(self._shown, line)
        if post_id is None:
            return Problem(where, "bad-id", f"{what} has no numeric id")
        first = edited or post_id
        if int(first) in self._seen:
            return SetAside(line, "repeated rows")
        self._seen.add(int(first))
        try:
            at = read_date(written)
        except ValueError:
            return Problem(where, "bad-date", f"{what} has no date like {self._form.date}")
        if not is_possible(at, post_id):
            return SetAside(line, "posts with impossible dates")
        at = (date_of_id(edited) if edited else None) or settled(at)
        return Stamp(line, at, conversation_number(first))

    def post(self, item: Item) -> Iterator[Record]:
        """Yield what a post says: one record, and a second one where a reply mentions others."""
        post = item.value
        what = f"element {item.index + 1:,} of the list"
        post_id = _id(post, "id")
        edited = None if post_id is None else _edited(post, post_id)
        stamp = self.stamp(item.line, what, post_id, text(post, "created_at"), edited)
        if not isinstance(stamp, Stamp):
            yield stamp
            return
        mentions = _mentions(post)
        self._note_people(post, mentions, stamp.at)
        retweeted = self._retweeted(post, mentions, stamp.at)
        if retweeted is None:
            yield from self._addressed(stamp, post, mentions)
        elif isinstance(retweeted, Account):
            yield self.retweet(stamp, retweeted)
        else:
            yield SetAside(stamp.line, retweeted)

    def retweet(self, stamp: Stamp, author: Account) -> Signal | SetAside:
        """Tell of a post that passes on another one."""
        if is_owner(author, self.owner):
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
    ) -> Account | str | None:
        """Return whose post this one passes on, UNKNOWN of the gone; None if it is no retweet.

        Only the classic archive holds that one, too.
        """
        original = record(post, "retweeted_status")
        user = record(original, "user")
        number, handle = _id(user, "id"), text(user, "screen_name")
        self.people.meet(number, handle, text(user, "name"), at)
        self.wrote(_id(original, "id"), number)
        if number is not None:
            return account_of(number)
        named = retweeted_handle(text(post, "full_text") or text(post, "text"))
        if (author := x_handle(handle) or named) is None:
            return None
        # Where anybody is left, nothing was cut: an author who is not among them is gone.
        people = [user, *mentions] if user else mentions
        is_gone = bool(people) and not _bearers(author, people)
        return _bearer(author, people, is_gone=is_gone) or UNKNOWN

    def _addressed(
        self, stamp: Stamp, post: dict[str, Any], mentions: list[dict[str, Any]]
    ) -> Iterator[Record]:
        """Yield whom a post answers and whom it mentions besides.

        One whose id X no longer gives could be anybody: the handle may be another's today.
        """
        line, at, conversation = stamp
        replied = _replied(post, mentions)
        to_yourself = replied is not None and is_owner(replied, self.owner)
        if to_yourself:
            replied = None
        ids = (_id(one, "id") for one in mentions)
        people = dict.fromkeys(None if key is None else account_of(key) for key in ids)
        mentioned = tuple(
            one for one in people if one not in {None, replied} and not is_owner(one, self.owner)
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
            unknown = None in people or any(text(post, key) for key in _OF_REPLIES)
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


def _says_id(value: dict[str, Any], key: str) -> bool:
    """Tell whether there is anything under the `key` of an id, such as the -1 of the gone."""
    return key in value or f"{key}_str" in value


def _edited(post: dict[str, Any], post_id: str) -> str | None:
    """Return the id of the first version of a post, None if this is the first.

    Posts can be edited for an hour: a first version of another day is none.
    """
    info = record(post, "edit_info")
    versions = record(info, "initial").get("editTweetIds")
    told = [record(info, "edit").get("initialTweetId")]
    told += versions[:1] if isinstance(versions, list) else []
    first = next((x_id(one) for one in told if isinstance(one, str)), None)
    if first is None or first == post_id:
        return None
    at = date_of_id(first)
    return first if at is not None and is_possible(at, post_id) else None


def _replied(post: dict[str, Any], mentions: list[dict[str, Any]]) -> Account | None:
    """Return whom a post answers, as far as that can be known."""
    if (number := _id(post, "in_reply_to_user_id")) is not None:
        return account_of(number)
    handle = x_handle(text(post, "in_reply_to_screen_name"))
    if handle is None:
        return None
    return _bearer(handle, mentions, is_gone=_says_id(post, "in_reply_to_user_id"))


def _bearers(handle: str, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in mentions if x_handle(text(one, "screen_name")) == handle]


def _bearer(handle: str, mentions: list[dict[str, Any]], *, is_gone: bool) -> Account | None:
    """Return who bore a handle: by the id in a mention, else by the handle alone.

    None where that could be another's today: an `is_gone` account, or one whose id is given as
    one that is none. Only posts from before there were ids in them say nothing at all.
    """
    bearers = _bearers(handle, mentions)
    number = next(filter(None, (_id(one, "id") for one in bearers)), None)
    if number is not None:
        return account_of(number)
    if is_gone or any(_says_id(one, "id") for one in bearers):
        return None
    return Account("x", "handle", handle)


def _mentions(post: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the people whom a post mentions, empty ones for those of whom nothing is left."""
    found = record(post, "entities").get("user_mentions")
    if not isinstance(found, list):
        return []
    return [one if isinstance(one, dict) else {} for one in found]
