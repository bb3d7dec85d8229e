"""The files of an X archive and of a list that a browser extension saved, as these write them."""

import csv
import json
import random
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from io import StringIO

from accounts import Account, Circle, snowflake
from cast import OWNER, Person
from posting import MADE, Activity, GroupChange, Like, Message, Post

Json = str | bool | list["Json"] | dict[str, "Json"]

README = """\
This folder stands for an archive of X, of a person who does not exist.

manifest.js lists the files and how much is in each. Those without entries are part of every
archive; most of what X keeps of somebody says nothing about other people.
"""
#: Name in the manifest -> file: what is in the archive too, here without anything in it.
_EMPTY = {
    "adImpressions": "ad-impressions", "deletedTweets": "deleted-tweets", "mute": "mute",
    "noteTweet": "note-tweet",
}  # fmt: skip
_COLUMNS = (
    "id", "screen_name", "name", "description", "followers_count", "friends_count", "location",
    "website", "following", "followed_by", "protected", "created_at", "url",
)  # fmt: skip


def archive(
    rng: random.Random, circle: Circle, activity: Activity, people: Iterable[Person]
) -> dict[str, str]:
    """Return the files of the archive by their names below `data`."""
    everybody = list(circle.everybody())
    rng.shuffle(everybody)
    lists: dict[str, list[Json]] = {
        "account": [{"account": _account(circle.me)}],
        "block": [{"blocking": _listed(circle.blocked)}],
        "contact": [{"contact": entry} for entry in _contacts(rng, people)],
        "directMessages": [{"dmConversation": _talk(talk)} for talk in _latest_first(activity)],
        "directMessagesGroup": [{"dmConversation": _group(rng, activity.group)}],
        "follower": [{"follower": _listed(one)} for one in everybody if one.follows],
        "following": [{"following": _listed(one)} for one in everybody if one.followed],
        "like": [{"like": _like(like)} for like in activity.likes],
        "profile": [{"profile": _profile()}],
        "screenNameChange": [{"screenNameChange": _renaming(circle.me)}],
        "tweets": [{"tweet": _post(post)} for post in
                   sorted(activity.posts, key=lambda post: post.at, reverse=True)],
        **{name: [] for name in _EMPTY},
    }  # fmt: skip
    files = {_file_name(kind): _script(kind, entries) for kind, entries in lists.items()}
    files["README.txt"] = README
    files["manifest.js"] = _manifest(circle.me, lists, files)
    return dict(sorted(files.items()))


def following(circle: Circle) -> str:
    """Return the list of those whom the owner follows, as prinsss/twitter-web-exporter saves it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in circle.everybody():
        if one.followed:
            writer.writerow((
                one.number, one.handle, one.name, one.bio.replace("\n", "\\n"),
                int(one.number[-4:]), int(one.number[-3:]) + 5, one.place, one.website,
                "true", str(one.follows).lower(), "false",
                f"{one.opened:%Y-%m-%d %H:%M:%S +00:00}", f"https://twitter.com/{one.handle}",
            ))  # fmt: skip
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + out.getvalue()


def _script(kind: str, entries: list[Json]) -> str:
    name = _file_name(kind).removesuffix(".js").replace("-", "_")
    return f"window.YTD.{name}.part0 = {_written(entries)}"


def _written(value: object) -> str:
    """Return JSON as X prints it: a space before each colon, and one in what is empty."""
    text = json.dumps(value, indent=2, separators=(",", " : "), ensure_ascii=False)
    return re.sub(r"\[\](,?)$", r"[ ]\1", text, flags=re.MULTILINE)  # no text ends a line so


def _file_name(kind: str) -> str:
    """Return the file of what the manifest calls, for example, `directMessages`."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind) + ".js"


def _manifest(me: Account, lists: Mapping[str, list[Json]], files: Mapping[str, str]) -> str:
    kinds: dict[str, Json] = {}
    for kind in sorted([*lists, "directMessagesMedia", "tweetsMedia"]):
        if kind.endswith("Media"):
            media = _file_name(kind).removesuffix(".js").replace("-", "_")
            kinds[kind] = {"mediaDirectory": f"data/{media}"}
            continue
        name = _file_name(kind)
        kinds[kind] = {"files": [{
            "fileName": f"data/{name}",
            "globalName": f"YTD.{name.removesuffix('.js').replace('-', '_')}.part0",
            "count": str(len(lists[kind])),
        }]}  # fmt: skip
    size = sum(len(text.encode()) for text in files.values())
    return "window.__THAR_CONFIG = " + _written({
        "userInfo": {
            "accountId": me.number, "userName": me.handle, "displayName": me.name,
        },
        "archiveInfo": {
            "sizeBytes": str(size), "generationDate": _instant(MADE),
            "isPartialArchive": False, "maxPartSizeBytes": "53687091200",
        },
        "readmeInfo": {
            "fileName": "data/README.txt", "directory": "data/", "name": "README.txt",
        },
        "dataTypes": kinds,
    })  # fmt: skip


def _account(me: Account) -> Json:
    return {
        "email": OWNER.email, "createdVia": "web", "username": me.handle, "accountId": me.number,
        "createdAt": _instant(me.opened), "accountDisplayName": me.name,
    }  # fmt: skip


def _profile() -> Json:
    bio = "Programme lead, mostly volunteers & rotas."
    return {
        "description": {"bio": bio, "website": "https://robin-quist.example.org", "location": ""},
    }  # fmt: skip


def _renaming(me: Account) -> Json:
    change: Json = {
        "changedAt": _instant(me.opened + timedelta(days=800)), "changedFrom": "rotas_example",
        "changedTo": me.handle,
    }  # fmt: skip
    return {"accountId": me.number, "screenNameChange": change}  # one within the other, as X does


def _listed(account: Account) -> Json:
    link = f"https://twitter.com/intent/user?user_id={account.number}"
    return {"accountId": account.number, "userLink": link}


def _contacts(rng: random.Random, people: Iterable[Person]) -> Iterable[Json]:
    """Yield an address book: people without names, one with a number of no country."""
    known = [person.email for person in people if person.email][:2]
    for emails, phones in (
        (known[:1], ["+44 20 7946 0018"]),
        (known[1:], []),
        (["anneli.k@example.net"], ["+1 202 555 0143"]),
        ([], ["020 7946 0991"]),
    ):
        number = str(rng.getrandbits(60))
        yield {"id": number, "emails": [*emails], "phoneNumbers": [*phones]}


def _like(like: Like) -> Json:
    link = f"https://twitter.com/i/web/status/{like.number}"
    return {"tweetId": like.number, "fullText": like.text, "expandedUrl": link}


def _post(post: Post) -> Json:
    post_id: Json = post.number
    edits: Json = {"initial": {
        "editTweetIds": [post_id],
        "editableUntil": f"{post.at + timedelta(hours=1):%Y-%m-%dT%H:%M:%S}.000Z",
        "editsRemaining": "5", "isEditEligible": post.answers is None and "RT" not in post.text,
    }}  # fmt: skip
    told: dict[str, Json] = {
        "edit_info": edits,
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {
            "hashtags": [], "symbols": [],
            "user_mentions": [_mention(one, post) for one in post.mentions], "urls": [],
        },
        "display_text_range": ["0", str(len(post.text))],
        "favorite_count": str(int(post.number) % 7),
    }  # fmt: skip
    if post.answers is not None:
        told |= {
            "in_reply_to_status_id_str": post.answered, "in_reply_to_status_id": post.answered,
            "in_reply_to_user_id": post.answers.number,
            "in_reply_to_user_id_str": post.answers.number,
            "in_reply_to_screen_name": post.answers.handle_on(post.at.date()),
        }  # fmt: skip
    return told | {
        "id_str": post_id, "truncated": False, "retweet_count": "0", "id": post_id,
        "created_at": f"{post.at:%a %b %d %H:%M:%S +0000 %Y}", "favorited": False,
        "full_text": post.text, "lang": "en",
    }  # fmt: skip


def _mention(account: Account, post: Post) -> Json:
    handle = account.handle_on(post.at.date())
    start = post.text.index(f"@{handle}")
    return {
        "name": account.name, "screen_name": handle,
        "indices": [str(start), str(start + len(handle) + 1)],
        "id_str": account.number, "id": account.number,
    }  # fmt: skip


def _latest_first(activity: Activity) -> list[list[Message]]:
    """Return the conversations, the one with the newest message first."""
    return sorted(activity.talks, key=lambda talk: talk[-1].at, reverse=True)


def _talk(messages: list[Message]) -> Json:
    """Return a conversation of two, its newest message first."""
    ends = {messages[0].sender.number, (messages[0].recipient or messages[0].sender).number}
    told: list[Json] = [_message(message) for message in reversed(messages)]
    return {"conversationId": "-".join(sorted(ends, key=int)), "messages": told}


def _message(message: Message) -> Json:
    liked: list[Json] = []
    if message.liked and message.recipient is not None:
        liked.append({
            "senderId": message.recipient.number, "reactionKey": "like",
            "eventId": str(int(message.number) + (61_000 << 22)),
            "createdAt": _instant(message.at + timedelta(seconds=61)),
        })  # fmt: skip
    told: dict[str, Json] = {}
    if message.recipient is not None:
        told["recipientId"] = message.recipient.number
    if not message.welcome:
        told["reactions"] = liked
    told |= {
        "urls": [], "text": message.text, "mediaUrls": [], "senderId": message.sender.number,
        "id": message.number, "createdAt": _instant(message.at),
    }  # fmt: skip
    return {"welcomeMessageCreate" if message.welcome else "messageCreate": told}


def _group(rng: random.Random, events: list[Message | GroupChange]) -> Json:
    told = [_message(e) if isinstance(e, Message) else _change(e) for e in reversed(events)]
    return {"conversationId": snowflake(rng, events[0].at), "messages": told}


def _change(change: GroupChange) -> Json:
    at: Json = _instant(change.at)
    if change.name:
        return {"conversationNameUpdate": {
            "initiatingUserId": change.by.number, "name": change.name, "createdAt": at,
        }}  # fmt: skip
    if change.left:
        gone: list[Json] = [one.number for one in change.left]
        return {"participantsLeave": {"userIds": gone, "createdAt": at}}
    joined: list[Json] = [one.number for one in change.joined]
    return {"participantsJoin": {
        "initiatingUserId": change.by.number, "userIds": joined, "createdAt": at,
    }}  # fmt: skip


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03}Z"
