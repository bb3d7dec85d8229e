"""The committed archive of X looks as X writes one, agrees with itself, and is about nobody."""

import csv
import json
import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DATA = EXAMPLES / "x" / "data"
SCRIPTS = sorted(DATA.glob("*.js"))
MADE = datetime(2026, 11, 15, 5, 21, 8, 123_000, tzinfo=UTC)
EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)


def read(name: str) -> Any:  # noqa: ANN401 - a list, or the one object of the manifest
    """Return what a script assigns."""
    text = (DATA / f"{name}.js").read_text(encoding="utf-8")
    assignment = re.match(r"window\.(?:YTD\.\w+\.part0|__THAR_CONFIG) = ", text)
    assert assignment
    return json.loads(text[assignment.end() :])


def elements(name: str, key: str) -> list[dict[str, Any]]:
    return [element[key] for element in read(name)]


def made(number: str) -> datetime:
    """Return the instant that an id holds."""
    return EPOCH + timedelta(milliseconds=int(number) >> 22)


def followed() -> list[dict[str, str]]:
    with (EXAMPLES / "x-following.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def events(name: str) -> list[tuple[str, dict[str, Any]]]:
    talks = elements(name, "dmConversation")
    return [pair for talk in talks for event in talk["messages"] for pair in event.items()]


OWNER = elements("account", "account")[0]["accountId"]
POSTS = elements("tweets", "tweet")


def test_the_archive_is_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 150_000


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_printed_as_x_prints_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.endswith("\n")
    assert "[]" not in text
    assert not re.search(r'^ *"\w+": ', text, re.MULTILINE)


def test_the_manifest_agrees_with_the_files() -> None:
    manifest = read("manifest")
    listed = {
        file["fileName"]: int(file["count"])
        for kind in manifest["dataTypes"].values()
        for file in kind.get("files", ())
    }
    counted = {
        f"data/{path.name}": len(read(path.stem)) for path in SCRIPTS if path.stem != "manifest"
    }
    assert listed == counted
    sizes = sum(path.stat().st_size for path in DATA.iterdir() if path.stem != "manifest")
    assert int(manifest["archiveInfo"]["sizeBytes"]) == sizes
    assert manifest["userInfo"]["accountId"] == OWNER


def test_the_archive_was_made_on_the_day_the_exports_end() -> None:
    assert read("manifest")["archiveInfo"]["generationDate"] == "2026-11-15T05:21:08.123Z"
    days = [post["created_at"][-4:] for post in POSTS]
    assert set(days) == {"2024", "2025", "2026"}
    assert max(made(post["id"]) for post in POSTS) < MADE
    instants = [event["createdAt"] for _, event in events("direct-messages")]
    assert max(map(datetime.fromisoformat, instants)) < MADE


def test_ids_hold_the_instant_of_what_they_stand_for() -> None:
    for post in POSTS:
        at = datetime.strptime(post["created_at"], "%a %b %d %H:%M:%S %z %Y")
        assert timedelta() <= made(post["id"]) - at < timedelta(seconds=1)
    for kind, event in events("direct-messages"):
        assert kind in {"messageCreate", "welcomeMessageCreate"}
        assert made(event["id"]) == datetime.fromisoformat(event["createdAt"])


def test_ids_of_accounts_are_none_that_were_counted_up() -> None:
    """Before 2016 ids were counted up: such an id would be somebody's."""
    listed = {one["accountId"] for name, key in (("following",) * 2, ("follower",) * 2)
              for one in elements(name, key)}  # fmt: skip
    opened = {made(number).year for number in {OWNER, *listed}}
    assert opened <= set(range(2016, 2024))


def test_every_handle_says_that_it_is_an_example() -> None:
    text = (DATA / "tweets.js").read_text(encoding="utf-8")
    handles = set(re.findall(r'"screen_name" : "(\w+)"|@(\w+)', text))
    named = {handle for pair in handles for handle in pair if handle}
    named |= {row["screen_name"] for row in followed()}
    assert len(named) > 40
    assert {h for h in named if "example" not in h or len(h) > 15} == set()


def test_there_is_a_post_of_every_kind() -> None:
    kinds = Counter(map(kind_of, POSTS))
    assert {
        "reply",
        "reply that mentions",
        "thread",
        "retweet",
        "mention",
        "nobody",
        "gone",
    } == set(kinds)
    assert min(kinds.values()) >= 1


def kind_of(post: dict[str, Any]) -> str:
    mentions = post["entities"]["user_mentions"]
    if post["full_text"].startswith("RT @"):
        return "retweet"
    if "in_reply_to_user_id" in post:
        if post["in_reply_to_user_id"] == OWNER:
            return "thread"
        return "reply that mentions" if len(mentions) > 1 else "reply"
    if not mentions:
        return "nobody"
    return "gone" if mentions[0]["id"] == "-1" else "mention"


def test_mentions_point_to_where_they_stand() -> None:
    for post in POSTS:
        for one in post["entities"]["user_mentions"]:
            start, end = map(int, one["indices"])
            assert post["full_text"][start:end] == f"@{one['screen_name']}"


def test_somebody_changed_their_handle() -> None:
    handles: dict[str, set[str]] = {}
    for post in POSTS:
        for one in post["entities"]["user_mentions"]:
            handles.setdefault(one["id"], set()).add(one["screen_name"])
    assert Counter(map(len, handles.values()))[2] == 1


def test_messages_go_both_ways_one_way_and_come_from_a_machine() -> None:
    ways: Counter[str] = Counter()
    for talk in elements("direct-messages", "dmConversation"):
        told = [event for each in talk["messages"] for event in each.values()]
        ends = {frozenset((event["senderId"], event["recipientId"])) for event in told}
        assert {frozenset(talk["conversationId"].split("-"))} == ends
        senders = {event["senderId"] for event in told}
        ways["both" if len(senders) == 2 else "out" if OWNER in senders else "in"] += 1
    assert min(ways["both"], ways["out"], ways["in"]) >= 2
    assert [kind for kind, _ in events("direct-messages")].count("welcomeMessageCreate") == 1


def test_a_group_has_messages_of_several_and_changes() -> None:
    found = events("direct-messages-group")
    assert {kind for kind, _ in found} == {
        "messageCreate", "participantsJoin", "participantsLeave", "conversationNameUpdate",
    }  # fmt: skip
    senders = {event["senderId"] for kind, event in found if kind == "messageCreate"}
    assert OWNER in senders
    assert len(senders) > 2


def test_some_likes_are_of_posts_that_were_answered() -> None:
    answered = {post.get("in_reply_to_status_id") for post in POSTS}
    likes = [like["tweetId"] for like in elements("like", "like")]
    assert 0 < sum(number in answered for number in likes) < len(likes)


def test_the_list_of_the_exporter_is_the_list_of_the_archive() -> None:
    followers = {one["accountId"] for one in elements("follower", "follower")}
    rows = followed()
    assert {row["id"] for row in rows} == {
        one["accountId"] for one in elements("following", "following")
    }
    assert {row["followed_by"] == "true" for row in rows} == {True, False}
    for row in rows:
        assert (row["followed_by"] == "true") == (row["id"] in followers)
        assert timedelta() <= made(row["id"]) - datetime.fromisoformat(row["created_at"])


def test_two_people_share_their_name() -> None:
    names = Counter(row["name"] for row in followed())
    assert [count for count in names.values() if count > 1] == [2]


def test_people_of_the_list_are_on_x_with_and_without_a_further_fact() -> None:
    with (EXAMPLES / "linkedin/Connections.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.reader(file))[5:]
    by_name: dict[str, list[list[str]]] = {}
    for person in listed:
        by_name.setdefault(" ".join(" ".join(person[:2]).split()), []).append(person)
    facts: Counter[str] = Counter()
    for row in followed():
        for person in by_name.get(row["name"].partition(" (")[0], ()):
            facts[fact(row, person)] += 1
    assert facts == {"link": 2, "company": 4, "handle": 1, "": 4}


def fact(row: dict[str, str], person: list[str]) -> str:
    """Return what agrees besides the name; one name of two people fits both."""
    if person[2] in row["website"] + row["description"]:
        return "link"
    if row["screen_name"] == person[2].rpartition("/")[2]:
        return "handle"
    return "company" if person[4] in row["description"] else ""
