"""like.js: which posts the owner liked. Neither when nor whose they are is in it."""

import re
from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter.accounts import account_of, is_owner
from netaudit.importers.twitter.dates import date_of_id
from netaudit.importers.twitter.js import Item, elements, script, text
from netaudit.normal import x_id, x_key
from netaudit.records import (
    Account,
    Platform,
    Problem,
    Record,
    SetAside,
    Signal,
    TieKind,
    Where,
)

_STATUS = re.compile(r"[^?#]*/status(?:es)?/0*(\d+)(?:[/?#].*)?", re.ASCII)


class Likes:
    """Likes of posts whose author is known: from a reply to them, or from their link.

    They have the date of the post, which its id holds. The like came later, nobody knows when.
    """

    name = "x-likes"
    title = "X likes"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by what the script assigns."""
        found = script(file)
        return found is not None and found.name == "like"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Signal for each like of which the author and the date are known."""
        seen: set[int] = set()
        for item in elements(file, context, "like"):
            if isinstance(item, Problem):
                yield item
                continue
            post_id = x_id(text(item.value, "tweetId"))
            if post_id is None:
                message = f"element {item.index + 1:,} of the list has no numeric 'tweetId'"
                yield Problem(Where(file.shown, item.line), "bad-id", message)
            elif int(post_id) in seen:
                yield SetAside(item.line, "repeated rows")
            else:
                seen.add(int(post_id))
                yield _like(item, post_id, context)


def _like(item: Item, post_id: str, context: Context) -> Signal | SetAside:
    author = _author(post_id, text(item.value, "expandedUrl"), context)
    if author is None:
        return SetAside(item.line, "likes of unknown authors")
    if is_owner(author, context.owner):
        return SetAside(item.line, "likes of your own posts")
    at = date_of_id(post_id)
    if at is None:
        return SetAside(item.line, "likes without a date")
    return Signal(item.line, author, "like", at, "out", with_note=False)


def _author(post_id: str, url: str, context: Context) -> Account | None:
    """Return who wrote a post; the usual link, `/i/web/status/…`, does not tell."""
    if (author := context.authors.get(post_id)) is not None:
        return account_of(author)
    status = _STATUS.fullmatch(url.strip())
    if status is None or status[1] != post_id or (key := x_key(url)) is None:
        return None
    return Account("x", *key)
