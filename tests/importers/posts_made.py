"""Posts of X made on the spot, odd ones too, and what the importers make of them."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

from importers.made import CHANNELS, Told, made, singly
from netaudit.importers import Context, File, Importer, read_checked
from netaudit.importers.twitter.posts import Posts
from netaudit.records import Interaction, Owner, Profile

ME = Owner("111", "Robin Quist", handles=("robin_old", "robin_quist"))
ADA, BO = ("2222222222", "ada_kaltenbrun"), ("732980797985148928", "BoManyfold")
WHEN = "Sat Feb 18 12:33:11 +0000 2023"
AT = int(datetime(2023, 2, 18, 12, 33, 11, tzinfo=UTC).timestamp())
#: The id of a post of that instant.
POST = "1626922779105759235"
HEADER = (
    "tweet_id,in_reply_to_status_id,in_reply_to_user_id,timestamp,source,text,"
    "retweeted_status_id,retweeted_status_user_id,retweeted_status_timestamp,expanded_urls"
)


def mention(person: tuple[str, str], name: str = "", **changes: object) -> dict[str, object]:
    """Return what a post says of somebody in it."""
    number, handle = person
    return {"name": name, "screen_name": handle, "id_str": number, "id": number, **changes}


def reply(person: tuple[str, str], **changes: object) -> dict[str, object]:
    """Return a post that answers somebody, as before there were ids where there is none."""
    number, handle = person
    answered = {"in_reply_to_user_id": number} if number else {}
    return post(**{**answered, "in_reply_to_screen_name": handle, **changes})


def post(*mentions: object, **changes: object) -> dict[str, object]:
    """Return a post with these mentions."""
    entities = {"user_mentions": list(mentions)}
    return {
        "id_str": POST,
        "created_at": WHEN,
        "full_text": "Hello",
        "entities": entities,
    } | changes


def script(posts: Iterable[object], name: str = "YTD.tweets.part0", key: str = "tweet") -> File:
    """Return a file that assigns these posts, bare without a key."""
    listed = [{key: one} for one in posts] if key else list(posts)
    return made(f"window.{name} = {json.dumps(listed)}", "tweets.js")


def context(owner: Owner = ME, authors: dict[str, str] | None = None) -> Context:
    """Return what an importer knows beside the file."""
    return Context(owner, "UTC", CHANNELS, [], {}, {} if authors is None else authors)


def told(importer: Importer, file: File, within: Context | None = None) -> list[Told]:
    """Read a file with an importer that claims it."""
    assert importer.identify(file)
    return singly(read_checked(importer, file, within or context()))


def read(*posts: object) -> list[Told]:
    """Read posts in the form of today."""
    return told(Posts(), script(posts))


def profiles(items: list[Told]) -> list[tuple[str, str, str, str]]:
    """Return id, handle, name and day of everybody."""
    return [
        (p.account.key, p.handle, p.name, date.fromordinal(p.said_on).isoformat())
        for p in items
        if isinstance(p, Profile)
    ]


def people(items: list[Told]) -> list[tuple[str, list[str], int]]:
    """Return channel, keys and size of every interaction."""
    return [
        (one.channel, [account.key for account in one.accounts], one.size)
        for one in items
        if isinstance(one, Interaction)
    ]
