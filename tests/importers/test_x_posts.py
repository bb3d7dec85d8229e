"""Posts on X, beyond their case folders: who is addressed, who is who, and what is odd."""

import json

import pytest

from importers.made import aside, made, problems
from importers.posts_made import (
    ADA,
    AT,
    BO,
    HEADER,
    POST,
    context,
    mention,
    people,
    post,
    profiles,
    read,
    reply,
    script,
    told,
)
from netaudit.errors import InputRefused
from netaudit.importers.twitter.classic import ClassicPosts, ClassicTable
from netaudit.importers.twitter.likes import Likes
from netaudit.importers.twitter.posts import Posts
from netaudit.records import Account, Interaction, Owner, Problem, Profile, Signal


def test_a_reply_and_its_mentions_are_one_row() -> None:
    items = read(reply(ADA, entities={"user_mentions": [mention(ADA), mention(BO), mention(BO)]}))
    assert [one for one in items if isinstance(one, Interaction)] == [
        Interaction(1, (Account("x", "id", ADA[0]),), AT, "out", "reply", 2, number()),
        Interaction(
            1, (Account("x", "id", BO[0]),), AT, "out", "mention", 2, number(), continues=True
        ),
    ]


def number() -> int:
    """Return the number that stands for POST."""
    (found,) = {one.conversation for one in read(post(mention(BO))) if isinstance(one, Interaction)}
    return found


def test_a_post_is_the_same_one_in_every_archive() -> None:
    modern = told(Posts(), script([reply(ADA)]))
    bare = told(Posts(), script([reply(ADA)], "YTD.tweet.part0", ""))
    listed = json.dumps(
        [reply(ADA, created_at="2023-02-18 12:33:11 +0000", text="@ada_kaltenbrun")]
    )
    month = told(ClassicPosts(), made(f"Grailbird.data.tweets_2023_02 = \n {listed}"))
    row = f"{POST},,{ADA[0]},2023-02-18 12:33:11 +0000,,@ada_kaltenbrun Hello,,,,\n"
    table = told(ClassicTable(), made(f"{HEADER}\n{row}"))
    said = [
        one._replace(line=1)
        for items in (modern, bare, month, table)
        for one in items
        if isinstance(one, Interaction)
    ]
    assert said == said[:1] * 4
    assert 2 <= said[0].conversation < 1 << 63


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (reply(ADA), [("reply", [ADA[0]], 1)]),
        (reply((ADA[0], "")), [("reply", [ADA[0]], 1)]),
        (reply(("", "Ada_Kaltenbrun")), [("reply", ["ada_kaltenbrun"], 1)]),
        (reply(("-1", "Ada_Kaltenbrun"), entities={"user_mentions": [mention(ADA)]}),
         [("reply", [ADA[0]], 1)]),
        (reply(("-1", "gone"), entities={"user_mentions": [mention(BO)]}),
         [("mention", [BO[0]], 1)]),
        (reply(("", "old"), entities={"user_mentions": [{"screen_name": "Old"}, mention(BO)]}),
         [("reply", ["old"], 2), ("mention", [BO[0]], 2)]),
        (
            reply(("", "ADA_kaltenbrun"), entities={"user_mentions": [mention(ADA)]}),
            [("reply", [ADA[0]], 1)],
        ),
        (
            reply(("111", "robin_quist"), entities={"user_mentions": [mention(BO)]}),
            [("mention", [BO[0]], 1)],
        ),
        (post(mention(ADA), mention(("111", "robin_quist")), mention(BO)),
         [("mention", [ADA[0], BO[0]], 2)]),
        (post(mention(("-1", "gone")), None, 7, mention(BO, id_str=None)),
         [("mention", [BO[0]], 1)]),
        (post(mention(("18446744073709551616", "big"))),
         [("mention", ["18446744073709551616"], 1)]),
        (post(mention(("7", "ok"), id_str="-1")), [("mention", ["7"], 1)]),
        (post(mention(("7", "ok"), id_str=7, id=None)), [("mention", ["7"], 1)]),
    ],
)  # fmt: skip
def test_people_are_known_by_what_there_is(one: object, said: object) -> None:
    items = read(one)
    assert people(items) == said
    assert aside(items) == []


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (post(), "posts to nobody in particular"),
        (post(entities=None), "posts to nobody in particular"),
        (post(entities={"user_mentions": None}), "posts to nobody in particular"),
        (post(mention(("111", "robin_quist"))), "posts to nobody in particular"),
        (reply(("111", "robin_quist")), "replies to yourself"),
        (reply(("111", "robin_before_all")), "replies to yourself"),
        (reply(("", "Robin_Old")), "replies to yourself"),
        (reply(("", "ROBIN_quist"), entities={"user_mentions": [None]}), "replies to yourself"),
        (post(mention(("-1", "gone"))), "posts to accounts that are gone"),
        (post(mention(("0", "gone"))), "posts to accounts that are gone"),
        (post(mention(("123456789012345678901", "long"))),
         "posts to accounts that are gone"),
        (post(None), "posts to accounts that are gone"),
        (reply(("-1", "")), "posts to accounts that are gone"),
        (reply(("-1", "Ada_Kaltenbrun")), "posts to accounts that are gone"),
        (reply(("", "ada"), in_reply_to_user_id=None), "posts to accounts that are gone"),
        (reply(("", "ada"), in_reply_to_user_id_str="-1"), "posts to accounts that are gone"),
        (reply(("", "gone"), entities={"user_mentions": [mention(("-1", "Gone"))]}),
         "posts to accounts that are gone"),
        (post(mention(BO), mention(("-1", "gone")), full_text="RT @Gone: News"),
         "posts to accounts that are gone"),
        (post(mention(BO), full_text="RT @somebody_else: News"), "posts to accounts that are gone"),
        (post(None, full_text="RT @BoManyfold: News"), "posts to accounts that are gone"),
        (post(retweeted_status={"user": {"id_str": "-1", "screen_name": "gone"}}),
         "posts to accounts that are gone"),
        (post(retweeted_status={"user": {"id": "-1"}}, full_text="RT @gone: News"),
         "posts to accounts that are gone"),
        (post(in_reply_to_status_id="5"), "posts to accounts that are gone"),
        (post(in_reply_to_status_id_str="5"), "posts to accounts that are gone"),
        (post(full_text="RT @Robin_Old: My own"), "retweets of your own posts"),
        (post(mention(("111", "robin_new")), full_text="RT @robin_new: My own"),
         "retweets of your own posts"),
    ],
)  # fmt: skip
def test_what_is_said_to_nobody_else_is_set_aside_by_its_kind(one: object, kind: str) -> None:
    items = read(one)
    assert aside(items) == [kind]
    assert people(items) == []


# Retweets


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("RT @bomanyfold: News", Account("x", "id", BO[0])),
        ("RT @BoManyfold:", Account("x", "id", BO[0])),
        ("RT &#64;BoManyfold: News", Account("x", "id", BO[0])),
        ("RT @Ada_Kaltenbrun: News", Account("x", "id", ADA[0])),
        ("RT @Old_one: News", Account("x", "handle", "old_one")),
    ],
)
def test_a_retweet_is_a_signal_and_mentions_nobody(text: str, account: Account) -> None:
    mentions = [mention(BO), mention(ADA), {"screen_name": "Old_One"}, mention(("-1", "gone"))]
    items = read(post(*mentions, full_text=text))
    assert [one for one in items if isinstance(one, Signal)] == [
        Signal(1, account, "retweet", AT, "out", with_note=False)
    ]
    assert people(items) == []


@pytest.mark.parametrize(
    "text",
    [" RT @BoManyfold: News", "rt @BoManyfold: News", "RT @BoManyfold News", "RT BoManyfold: News",
     "RT @a_handle_of_more_than_twenty: News", "Yes! RT @BoManyfold: News", "RT @: News"],
)  # fmt: skip
def test_what_only_looks_like_a_retweet_mentions_people(text: str) -> None:
    assert people(read(post(mention(BO), full_text=text))) == [("mention", [BO[0]], 1)]


def test_the_classic_archive_holds_what_was_retweeted() -> None:
    user = {"id_str": BO[0], "id": BO[0], "screen_name": BO[1], "name": "Bo &lt;3"}
    original = {"id_str": "1626922770000000000", "user": user}
    one = post(retweeted_status=original, text="RT @old_handle: News", user={"id_str": "111"})
    within = context()
    listed = json.dumps([one])
    items = told(ClassicPosts(), made(f"Grailbird.data.tweets_2023_02 = {listed}"), within)
    assert [one.account.key for one in items if isinstance(one, Signal)] == [BO[0]]
    assert within.authors == {"1626922770000000000": BO[0]}
    assert profiles(items) == [(BO[0], "bomanyfold", "Bo <3", "2023-02-18")]


@pytest.mark.parametrize("entities", [None, {}, {"user_mentions": []}])
def test_a_retweet_of_which_no_mention_is_left_is_known_by_its_text(entities: object) -> None:
    items = read(post(entities=entities, full_text="RT @Somebody_Else: News"))
    assert [one.account for one in items if isinstance(one, Signal)] == [
        Account("x", "handle", "somebody_else")
    ]


def test_an_original_of_before_there_were_ids_is_known_by_its_handle() -> None:
    items = read(post(retweeted_status={"user": {"screen_name": "Old_One"}}, full_text="News"))
    assert [one.account.key for one in items if isinstance(one, Signal)] == ["old_one"]


@pytest.mark.parametrize("original", [None, "x", {}, {"user": None}, {"user": {"id": "-1"}}])
def test_a_retweet_without_its_original_is_known_by_its_text(original: object) -> None:
    items = read(post(mention(BO), retweeted_status=original, full_text="RT @BoManyfold: News"))
    assert [one.account.key for one in items if isinstance(one, Signal)] == [BO[0]]


# Who is who


def test_of_each_handle_the_newest_name_and_day_are_told_in_whatever_order() -> None:
    posts = [
        post(mention(ADA, "Ada K."), id_str="11", created_at="Mon Jan 10 08:00:00 +0000 2011"),
        post(mention(ADA, "Ada &amp;amp; Co"), id_str="12",
             created_at="Tue Jan 10 08:00:00 +0000 2012"),
        reply(ADA, id_str="13", created_at="Thu Jan 10 08:00:00 +0000 2013"),
        post(mention((ADA[0], "ada_new"), "Ada\n\ud83dK. 🌱"), id_str="14",
             created_at="Fri Jan 10 23:59:59 +0000 2014"),
        post(mention(("111", "robin_quist"), "Robin"), mention(("-1", "gone"), "Gone"),
             mention((BO[0], "not a handle"), "Bo"), id_str="15"),
    ]  # fmt: skip
    expected = {
        (ADA[0], "ada_kaltenbrun", "Ada &amp; Co", "2013-01-10"),
        (ADA[0], "ada_new", "Ada \ufffdK. 🌱", "2014-01-10"),
    }
    for order in (posts, posts[::-1]):
        items = read(*order)
        assert set(profiles(items)) == expected
        assert len(profiles(items)) == 2


def test_a_profile_is_listed_with_its_link() -> None:
    (profile,) = [one for one in read(post(mention(BO, "Bo"))) if isinstance(one, Profile)]
    assert profile.listed
    assert profile.url == "https://x.com/bomanyfold"


def test_all_who_stand_in_a_retweet_are_met_and_nobody_of_an_impossible_day() -> None:
    items = read(
        post(mention(BO, "Bo"), mention(ADA, "Ada"), full_text="RT @BoManyfold: with @ada…"),
        post(mention(("77", "late")), id_str="20", created_at="Tue Feb 18 16:00:00 +0000 1997"),
    )  # fmt: skip
    assert [handle for _, handle, *_ in profiles(items)] == ["bomanyfold", "ada_kaltenbrun"]


def test_replies_tell_who_wrote_what_they_answer() -> None:
    within = context()
    posts = [
        reply(ADA, in_reply_to_status_id="5"),
        reply(("-1", "gone"), in_reply_to_status_id="6", id_str="21"),
        reply(("111", "robin_quist"), in_reply_to_status_id_str="7", id_str="22"),
        reply(BO, in_reply_to_status_id="-1", id_str="23"),
    ]
    told(Posts(), script(posts), within)
    assert within.authors == {"5": ADA[0], "7": "111"}


# What is odd


def test_each_post_counts_once_and_what_is_odd_is_named_by_its_place() -> None:
    items = read(
        reply(ADA),
        reply(BO),
        reply(ADA, id_str="-1", id="0"),
        reply(ADA, id_str="30", created_at="yesterday"),
        reply(ADA, id_str="31", created_at=None),
        reply(ADA, id_str="32", created_at="Tue Feb 18 16:00:00 +0000 1997"),
        reply(ADA, id_str=str((1 << 63) + 5)),
    )
    assert problems(items) == [(1, "bad-id"), (1, "bad-date"), (1, "bad-date")]
    assert [one.message for one in items if isinstance(one, Problem)] == [
        "element 3 of the list has no numeric id",
        "element 4 of the list has no date like Wed Oct 10 20:19:24 +0000 2018",
        "element 5 of the list has no date like Wed Oct 10 20:19:24 +0000 2018",
    ]
    assert aside(items) == ["repeated rows", "posts with impossible dates"]
    assert len(people(items)) == 2


#: Of what was edited: the first version, half an hour before POST.
FIRST = str(int(POST) - (1_800_000 << 22))
EDITED = {"edit": {"initialTweetId": FIRST, "editControlInitial": {"editTweetIds": [FIRST, POST]}}}


@pytest.mark.parametrize(
    "info",
    [EDITED, {"initial": {"editTweetIds": [FIRST, POST]}}, {"initial": None, **EDITED}],
)
def test_all_versions_of_an_edited_post_are_one(info: object) -> None:
    first = reply(
        ADA, id_str=FIRST, created_at="Sat Feb 18 12:03:11 +0000 2023",
        edit_info={"initial": {"editTweetIds": [FIRST]}},
    )  # fmt: skip
    last = reply(ADA, edit_info=info)
    alone = [one for one in read(first) if isinstance(one, Interaction)]
    assert len(alone) == 1
    for posts in ([last], [first, last], [last, first], [last, last]):
        items = read(*posts)
        assert [one for one in items if isinstance(one, Interaction)] == alone
        assert aside(items) == ["repeated rows"] * (len(posts) - 1)


@pytest.mark.parametrize(
    "info",
    [
        None, "x", {"edit": "x"}, {"initial": {"editTweetIds": []}},
        {"initial": {"editTweetIds": FIRST}}, {"initial": {"editTweetIds": [None, FIRST]}},
        {"edit": {"initialTweetId": "-1"}}, {"edit": {"initialTweetId": "12"}},
        {"edit": {"initialTweetId": str(int(POST) - (90_000_000 << 22))}},
    ],
)  # fmt: skip
def test_what_does_not_say_its_first_version_is_a_post_of_its_own(info: object) -> None:
    assert read(reply(ADA, edit_info=info)) == read(reply(ADA))


def test_without_an_owner_posts_are_refused() -> None:
    empty = f"{HEADER}\n"
    month = "Grailbird.data.tweets_2023_02 = []"
    for importer, file, where in (
        (Posts(), script([]), "account.js"),
        (ClassicPosts(), made(month, "2023_02.js"), "user_details.js"),
        (ClassicTable(), made(empty, "tweets.csv"), "user_details.js"),
    ):
        with pytest.raises(InputRefused) as caught:
            told(importer, file, context(Owner()))
        assert caught.value.message == f"{file.shown}: cannot tell whose posts these are"
        assert caught.value.hint == (f"give your numeric id: --me 123456789; it stands in {where}")


@pytest.mark.parametrize(
    ("name", "importer"),
    [
        ("window.YTD.tweet.part0", Posts),
        ("window.YTD.tweets.part13", Posts),
        ("window.YTD.community_tweet.part0", Posts),
        ("window.YTD.twitter_circle_tweet.part0", Posts),
        ("window.YTD.like.part1", Likes),
        ("Grailbird.data.tweets_2013_01", ClassicPosts),
        ("window.YTD.tweet_headers.part0", None),
        ("window.YTD.deleted_tweets.part0", None),
        ("window.YTD.deleted_tweet_headers.part0", None),
        ("window.YTD.note_tweet.part0", None),
        ("window.YTD.tweetdeck.part0", None),
        ("var user_details", None),
    ],
)
def test_a_script_is_claimed_by_what_it_assigns(name: str, importer: type[object] | None) -> None:
    file = made(f"{name} = [", "tweets.js")
    claims = [
        one for one in (Posts(), Likes(), ClassicPosts(), ClassicTable()) if one.identify(file)
    ]
    assert [type(one) for one in claims] == ([importer] if importer else [])
