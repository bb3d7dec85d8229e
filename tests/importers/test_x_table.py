"""tweets.csv of the classic archive, beyond its case folders."""

import pytest

from importers.made import made
from importers.posts_made import ADA, BO, HEADER, POST, context, people, profiles, told
from netaudit.errors import InputRefused
from netaudit.importers.twitter.classic import ClassicTable
from netaudit.records import Signal


def row(text: str = "Hello", **cells: str) -> str:
    filled = {"tweet_id": POST, "timestamp": "2023-02-18 12:33:11 +0000", "text": text} | cells
    return ",".join(filled.get(name, "") for name in HEADER.split(",")) + "\n"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("@ada_kaltenbrun yes", 1),
        ("no handle at all", 1),
        ("@ada_kaltenbrun @BoManyfold @bomanyfold @robin_quist yes", 2),
        ("@ada_kaltenbrun mail me@example.org or @@nobody", 1),
        (".@ada_kaltenbrun (@BoManyfold)", 1),
    ],
)
def test_the_table_tells_by_text_alone_how_many_a_reply_went_to(text: str, size: int) -> None:
    items = told(ClassicTable(), made(f"{HEADER}\n{row(text, in_reply_to_user_id=ADA[0])}"))
    assert people(items) == [("reply", [ADA[0]], size)]


def test_the_table_tells_the_handles_of_those_retweeted_and_who_wrote_what() -> None:
    within = context()
    rows = row("RT @BoManyfold: News", retweeted_status_id="5", retweeted_status_user_id=BO[0])
    rows += row("RT cut off", tweet_id="20", retweeted_status_user_id=BO[0])
    rows += row(tweet_id="21", in_reply_to_user_id=ADA[0], in_reply_to_status_id="6")
    items = told(ClassicTable(), made(f"{HEADER}\n{rows}"), within)
    assert [one.account.key for one in items if isinstance(one, Signal)] == [BO[0], BO[0]]
    assert profiles(items) == [(BO[0], "bomanyfold", "", "2023-02-18")]
    assert within.authors == {"5": BO[0], "6": ADA[0]}


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputRefused, match="the column 'text' stands there twice"):
        told(ClassicTable(), made(f"{HEADER},text\n"))
