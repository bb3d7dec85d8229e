"""The classic archive, which X made until 2019: posts only, by month as scripts and in one table.

Both hold the same posts.
"""

import re
from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.csvfile import open_table
from netaudit.importers.header import find_header
from netaudit.importers.source import File
from netaudit.importers.twitter.accounts import account_of, is_owner
from netaudit.importers.twitter.js import elements, script
from netaudit.importers.twitter.posts import (
    NOBODY,
    TO_YOURSELF,
    UNKNOWN,
    Form,
    Reading,
    Stamp,
    read_posts,
    retweeted_handle,
)
from netaudit.normal import x_id
from netaudit.records import Interaction, Platform, Problem, Record, SetAside, TieKind

_FORM = Form("2016-02-19 22:21:05 +0000", "user_details.js")
_AT = re.compile(r"(?<![\w@.])@([A-Za-z0-9_]{1,20})(?!\w)")
#: What is filled in where a post answers or passes on another one.
_OF_SOMEBODY = (
    "in reply to status id", "in reply to user id", "retweeted status id",
    "retweeted status user id",
)  # fmt: skip


class ClassicPosts:
    """A month of the classic archive, `data/js/tweets/2013_01.js`."""

    name = "x-classic-posts"
    title = "X posts (classic archive)"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by what the script assigns."""
        found = script(file)
        return found is not None and found.name.startswith("Grailbird")

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield what each post says, then the handles and names of those who appeared."""
        yield from read_posts(Reading(file, context, _FORM), elements(file, context, None))


class ClassicTable:
    """tweets.csv: who was answered and whose posts were passed on, by id, but not who is mentioned.

    Mentions stand in its texts only, by handles that may be somebody else's today.
    """

    name = "x-classic-table"
    title = "X posts (tweets.csv)"
    platform: Platform = "x"
    required = frozenset({
        "tweet id", "in reply to status id", "in reply to user id", "timestamp", "source", "text",
        "retweeted status id", "retweeted status user id", "retweeted status timestamp",
        "expanded urls",
    })  # fmt: skip
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield what each post says, then the handles of those who were retweeted."""
        reading = Reading(file, context, _FORM)
        table = open_table(file, self.required, context.notices)
        table.refuse_repeated(self.required)
        places = {name: table.columns[name] for name in self.required}
        for item in table.rows():
            if isinstance(item, Problem):
                yield item
                continue
            line, row = item
            cells = {name: row[place] for name, place in places.items()}
            stamp = reading.stamp(line, "this row", x_id(cells["tweet id"]), cells["timestamp"])
            yield _told(stamp, cells, reading) if isinstance(stamp, Stamp) else stamp
        yield from reading.people.profiles()


def _told(stamp: Stamp, cells: dict[str, str], reading: Reading) -> Record:
    """Return what a row says."""
    retweeted, replied = (
        x_id(cells[f"{which} user id"]) for which in ("retweeted status", "in reply to")
    )
    reading.wrote(x_id(cells["retweeted status id"]), retweeted)
    reading.wrote(x_id(cells["in reply to status id"]), replied)
    if retweeted is not None:
        reading.people.meet(retweeted, retweeted_handle(cells["text"]) or "", "", stamp.at)
        return reading.retweet(stamp, account_of(retweeted))
    named = {handle.casefold() for handle in _AT.findall(cells["text"])}
    named -= set(reading.owner.handles)
    if replied is not None:
        account = account_of(replied)
        if is_owner(account, reading.owner):
            return SetAside(stamp.line, TO_YOURSELF)
        size = max(len(named), 1)
        return Interaction(
            stamp.line, (account,), stamp.at, "out", "reply", size, stamp.conversation
        )
    if any(cells[name].strip() for name in _OF_SOMEBODY):
        return SetAside(stamp.line, UNKNOWN)
    return SetAside(stamp.line, "posts that name people without their ids" if named else NOBODY)
