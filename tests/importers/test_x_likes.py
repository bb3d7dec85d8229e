"""Likes on X, beyond their case folders: whose a post was, and when."""

import pytest

from importers.made import Told, aside, problems
from importers.posts_made import ADA, AT, POST, context, script, told
from netaudit.importers import Context
from netaudit.importers.twitter.likes import Likes
from netaudit.records import Account, Owner, Problem, Signal


def likes(*items: object, within: Context | None = None) -> list[Told]:
    return told(Likes(), script(items, "YTD.like.part0", "like"), within)


def test_a_like_has_the_date_of_the_post_and_the_author_whom_a_reply_told() -> None:
    within = context(authors={POST: ADA[0]})
    web = f"https://twitter.com/i/web/status/{POST}"
    items = likes({"tweetId": POST, "fullText": "Hello", "expandedUrl": web}, within=within)
    account = Account("x", "id", ADA[0])
    assert items == [Signal(1, account, "like", AT, "out", with_note=False)]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        (f"https://twitter.com/BoManyfold/status/{POST}", "bomanyfold"),
        (f"https://x.com/BoManyfold/status/{POST}?s=20", "bomanyfold"),
        (f" http://mobile.twitter.com/BoManyfold/statuses/{POST}/photo/1 ", "bomanyfold"),
        (f"https://twitter.com/i/web/status/{POST}", None),
        (f"https://twitter.com/i/status/{POST}", None),
        (f"https://x.com/search?q=/status/{POST}", None),
        ("https://twitter.com/BoManyfold/status/5", None),
        ("https://twitter.com/BoManyfold", None),
        (f"https://example.org/BoManyfold/status/{POST}", None),
        ("", None),
        (None, None),
        (["https://twitter.com/"], None),
    ],
)
def test_a_like_is_of_whom_its_link_names(url: object, key: str | None) -> None:
    items = likes({"tweetId": POST, "expandedUrl": url}, within=context(Owner()))
    if key is None:
        assert aside(items) == ["likes of unknown authors"]
    else:
        account = Account("x", "handle", key)
        assert items == [Signal(1, account, "like", AT, "out", with_note=False)]


def test_likes_that_say_nothing_are_set_aside() -> None:
    within = context(authors={POST: "111", "5": ADA[0]})
    own = "https://twitter.com/Robin_Old/status/1626922779105759999"
    items = likes(
        {"tweetId": POST}, {"tweetId": POST}, {"tweetId": "5"}, {"tweetId": "6"},
        {"tweetId": "1626922779105759999", "expandedUrl": own},
        {"tweetId": None}, {"tweetId": "-1"}, within=within,
    )  # fmt: skip
    assert aside(items) == [
        "likes of your own posts", "repeated rows", "likes without a date",
        "likes of unknown authors", "likes of your own posts",
    ]  # fmt: skip
    assert problems(items) == [(1, "bad-id"), (1, "bad-id")]
    assert [one.message for one in items if isinstance(one, Problem)] == [
        "element 6 of the list has no numeric 'tweetId'",
        "element 7 of the list has no numeric 'tweetId'",
    ]
