"""Scripts of an X archive, made of plain values. All people are invented."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

ME = "111"
BO, CLEO, DOV, EDA = "2222", "3333", "4444", "5555"
HANDLES = {BO: "bo_lind", CLEO: "cleo_v", DOV: "dov_example", EDA: "eda_example"}
NAMES = {BO: "Bo Lind 🌿", CLEO: "Cleo Vance", DOV: "Dov Example", EDA: "Eda Example"}
#: `data/…` -> content.
Archive = dict[str, str]
Element = dict[str, object]


def moment(text: str) -> datetime:
    """Return an instant written like 2026-02-18T12:00."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def snowflake(at: datetime, number: int = 0) -> str:
    """Return an id that X would give at a moment."""
    return str(((int(at.timestamp() * 1000) - 1288834974657) << 22) + number)


def script(name: str, elements: Sequence[object], part: int = 0) -> str:
    """Write a list as X does."""
    text = json.dumps(elements, indent=2, ensure_ascii=False).replace('":', '" :')
    return f"window.YTD.{name}.part{part} = {text}"


def post(when: str, text: str = "", reply_to: str = "", mentions: Sequence[str] = ()) -> Element:
    """Return a post of the owner."""
    at = moment(when)
    found: dict[str, Any] = {
        "id_str": snowflake(at), "full_text": text,
        "created_at": at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "entities": {
            "user_mentions": [
                {"name": NAMES[m], "screen_name": HANDLES[m], "id_str": m, "id": m}
                for m in mentions
            ]
        },
    }  # fmt: skip
    if reply_to:
        found["in_reply_to_user_id_str"] = found["in_reply_to_user_id"] = reply_to
        found["in_reply_to_status_id_str"] = "1626000000000000000"
        found["in_reply_to_screen_name"] = HANDLES.get(reply_to, "somebody")
    return {"tweet": found}


def message(when: str, sender: str, recipient: str, *, text: str | None = "hi") -> Element:
    """Return a message; without text, as in the headers."""
    at = moment(when)
    found = {"recipientId": recipient, "senderId": sender, "id": snowflake(at, int(sender) % 7)}
    found["createdAt"] = at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {"messageCreate": found if text is None else {**found, "text": text}}


def conversation(other: str, *messages: object) -> Element:
    """Return a conversation of two."""
    return {"dmConversation": {"conversationId": f"{ME}-{other}", "messages": [*messages]}}


def manifest(day: str = "2026-11-14", **counts: int) -> str:
    """Write a manifest that says how many elements the scripts have."""
    kinds = {
        name: {
            "files": [{
                "fileName": f"data/{name.replace('_', '-')}.js",
                "globalName": f"YTD.{name}.part0", "count": str(count),
            }]
        }
        for name, count in counts.items()
    }  # fmt: skip
    content = {
        "userInfo": {"accountId": ME, "userName": "robin_q", "displayName": "Robin Quist"},
        "archiveInfo": {"generationDate": f"{day}T04:05:06.789Z", "isPartialArchive": False},
        "dataTypes": {**kinds, "tweetsMedia": {"mediaDirectory": "data/tweets_media"}},
    }
    return f"window.__THAR_CONFIG = {json.dumps(content, indent=2)}"


def ids(name: str, key: str, *accounts: str) -> str:
    """Write one of the lists of ids."""
    link = "https://twitter.com/intent/user?user_id="
    return script(name, [{key: {"accountId": one, "userLink": link + one}} for one in accounts])


def account(number: str = ME) -> str:
    """Write account.js."""
    inner = {"accountId": number, "username": "robin_q", "accountDisplayName": "Robin Quist"}
    return script("account", [{"account": inner}])


def archive(day: str = "2026-11-14") -> Archive:
    """Return a small archive of the current generation, whole and without a fault."""
    following, followers = (BO, CLEO, DOV), (BO, EDA)
    return {
        "data/manifest.js": manifest(day, following=3, follower=2, tweets=2, direct_messages=1),
        "data/account.js": account(),
        "data/following.js": ids("following", "following", *following),
        "data/follower.js": ids("follower", "follower", *followers),
        "data/block.js": ids("block", "blocking"),
        "data/tweets.js": script(
            "tweets",
            [
                post("2026-10-02T10:00", "@bo_lind yes", BO, (BO, CLEO)),
                post("2026-10-01T10:00", "with @dov_example 🎉", "", (DOV,)),
            ],
        ),
        "data/direct-messages.js": script(
            "direct_messages",
            [
                conversation(
                    BO,
                    message("2026-10-05T09:00", BO, ME),
                    message("2026-10-04T09:00", ME, BO),
                )
            ],
        ),
    }
