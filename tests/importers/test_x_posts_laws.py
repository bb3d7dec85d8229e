"""Laws that the readers of posts and likes keep, whatever stands in their files."""

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.made import Told, made
from importers.posts_made import ADA, BO, HEADER, ME, POST, WHEN, context, mention, reply, told
from netaudit.importers.twitter.classic import ClassicPosts, ClassicTable
from netaudit.importers.twitter.likes import Likes
from netaudit.importers.twitter.posts import Posts
from netaudit.records import Account, Interaction, Problem, Profile, SetAside, Signal

MINE = {Account("x", "id", "111"), *(Account("x", "handle", handle) for handle in ME.handles)}
KEYS = st.sampled_from([
    "id", "id_str", "created_at", "full_text", "text", "entities", "user_mentions", "screen_name",
    "name", "in_reply_to_user_id", "in_reply_to_user_id_str", "in_reply_to_screen_name",
    "in_reply_to_status_id", "retweeted_status", "user", "tweet", "tweetId", "expandedUrl", "like",
    "edit_info", "edit", "initial", "initialTweetId", "editTweetIds",
])  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec=None), max_size=6),
    st.sampled_from([
        POST, "-1", "0", "111", "5", 1 << 63, (1 << 64) + 7, WHEN, "2013-01-31 20:19:24 +0000",
        "Tue Feb 18 16:00:00 +0000 1997", "RT @BoManyfold: News", "RT @robin_quist: Mine",
        "BoManyfold", "robin_quist", "&#13;&amp;\ud83d", "9" * 30,
        f"https://x.com/BoManyfold/status/{POST}",
    ]),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6)
)
USUAL = st.fixed_dictionaries(
    {"id_str": st.integers(1, 9).map(str), "created_at": st.just(WHEN)},
    optional={
        "entities": st.fixed_dictionaries({"user_mentions": st.lists(
            st.dictionaries(KEYS, LEAVES, max_size=4)
            | st.sampled_from([mention(ADA), mention(BO), mention(("111", "robin_quist"))]),
            max_size=4,
        )}),
        "in_reply_to_user_id": LEAVES, "in_reply_to_screen_name": LEAVES, "full_text": LEAVES,
        "retweeted_status": VALUES, "edit_info": VALUES,
    },
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(posts=st.lists(VALUES | USUAL | st.builds(dict.__or__, USUAL, st.dictionaries(KEYS, VALUES)),
                      max_size=5))  # fmt: skip
@example(posts=[{"id": "1e400", "created_at": WHEN}])
def test_whatever_a_post_holds_it_is_told_once_and_can_be_stored(posts: list[Any]) -> None:
    for importer, start, key in (
        (Posts(), "window.YTD.tweets.part0", "tweet"),
        (Posts(), "window.YTD.tweet.part0", ""),
        (ClassicPosts(), "Grailbird.data.tweets_2023_02", ""),
        (Likes(), "window.YTD.like.part0", "like"),
    ):
        listed = json.dumps([{key: one} for one in posts] if key else posts)
        items = told(importer, made(f"{start} = {listed}"))
        rows = [
            one for one in items
            if not isinstance(one, Profile) and not (isinstance(one, Interaction) and one.continues)
        ]  # fmt: skip
        assert len(rows) == len(posts)
        for one in items:
            repr(one).encode()
            check(one)


def check(record: Told) -> None:
    """Assert what the store relies on."""
    match record:
        case Interaction(_, accounts, at, "out", channel, size, conversation):
            assert channel in {"reply", "mention"}
            assert len(set(accounts)) == len(accounts) >= 1
            assert not MINE & set(accounts)
            assert size >= len(accounts)
            assert 2 <= conversation < 1 << 63
            assert 0 < at < 1 << 33
        case Signal(_, account, kind, at, "out"):
            assert kind in {"retweet", "like"}
            assert account not in MINE
            assert 0 < at < 1 << 33
        case Profile(account):
            assert account.kind == "id"
            assert account.key != ME.slug
            assert record.handle == record.handle.casefold() != ""
            assert record.name.isprintable()
            assert record.said_on > 700_000
        case SetAside() | Problem():
            repr(record).encode("ascii")
        case _:
            pytest.fail("a record of another kind")


CELLS = st.sampled_from([
    "", " ", "-1", "0", "5", "111", POST, ADA[0], "2.97E+17", "9" * 30, "2023-02-18 12:33:11 +0000",
    "2003-02-18 12:33:11 +0000", "RT @BoManyfold: News", "@ada_kaltenbrun @BoManyfold Hi", "Hi",
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=10, max_size=10), max_size=6))
def test_whatever_a_row_of_the_table_holds_it_is_told_once(rows: list[list[str]]) -> None:
    text = "".join(",".join(cells) + "\n" for cells in rows)
    items = told(ClassicTable(), made(f"{HEADER}\n{text}"))
    filled = [cells for cells in rows if any(map(str.strip, cells))]
    assert sum(not isinstance(one, Profile) for one in items) == len(filled)
    for one in items:
        check(one)


@pytest.mark.unwatched
@pytest.mark.slow
def test_of_a_large_file_little_is_kept() -> None:
    count = 40_000
    posts = (
        json.dumps({"tweet": reply(ADA, id_str=str(int(POST) + n), full_text="@ada " + "x" * 800)})
        for n in range(count)
    )
    file = made("window.YTD.tweets.part0 = [" + ",".join(posts) + "]", "tweets.js")

    def counted() -> Iterator[int]:
        for record in Posts().read(file, context()):
            yield isinstance(record, Interaction)

    tracemalloc.start()
    try:
        assert sum(counted()) == count
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert file.size > 40_000_000
    assert most < 16 << 20
