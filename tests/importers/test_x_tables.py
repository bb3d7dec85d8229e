"""Lists of people on X: what they are taken for, and what nobody may take for one."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from importers.cases import FOLDER
from importers.made import CHANNELS, made
from importers.test_importers_laws import CELL, HEADERS, OLD, line_of
from netaudit.errors import InputRefused
from netaudit.importers import Context, File, Importer, read_checked
from netaudit.importers.source import HEAD
from netaudit.importers.twitter.tables import (
    FollowersTable,
    FollowingTable,
    Form,
    Names,
    Relations,
    form,
    unsettled,
)
from netaudit.normal import clean, x_id
from netaudit.records import Contact, Owner, Problem, Profile, Record, SetAside, Tie

ME = Owner("111", "Robin Quist", handles=("robin_q", "robin_old"))
TABLES: tuple[Importer, ...] = (Relations(), FollowingTable(), FollowersTable(), Names())
BY_NAME = {importer.name: importer for importer in TABLES}
LONG = "1626922779105759235"
NAMES_ONLY = (
    "names for accounts known by id; if it is a list of your own, say --as following or "
    "--as followers"
)


def told(
    content: str | bytes, name: str = "list.csv", said: str | None = None, owner: Owner = ME
) -> tuple[list[Record], list[str]]:
    """Read a file as what it is `said` to be, else as what it is taken for; and the notices."""
    file = made(content, name)
    notices: list[str] = []
    importer = BY_NAME[said or str(form(file))]
    return list(read_checked(importer, file, Context(owner, "UTC", CHANNELS, notices))), notices


def ties(records: list[Record]) -> list[tuple[int, str, str]]:
    """Return line, kind and key of every tie."""
    return [(r.line, r.kind, r.account.key) for r in records if isinstance(r, Tie)]


def bad(records: list[Record]) -> list[tuple[int, str]]:
    """Return line and code of every problem."""
    return [(r.where.line, r.code) for r in records if isinstance(r, Problem)]


def aside(records: list[Record]) -> list[tuple[int, str]]:
    """Return line and kind of what was set aside."""
    return [(r.line, r.kind) for r in records if isinstance(r, SetAside)]


@pytest.mark.parametrize(
    ("header", "row", "name", "expected"),
    [
        ("screen_name,following,followed_by", "ada,true,", "x.csv", "x-people"),
        ("screen_name,following,followed_by", "ada,yes,NO", "followers.csv", "x-people"),
        ("screen_name,following,followed_by", "ada,1,0", "x.csv", "x-people"),
        ("screen_name,following,followed_by", "ada,,", "x.csv", "unsettled"),
        ("screen_name,following,followed_by", "ada,,", "followers.csv", "followers"),
        ("screen_name,following,followed_by", "ada,12,true", "x.csv", "unsettled"),
        ("screen_name,following,followed_by", "ada,12,true", "following.csv", "following"),
        ("screen_name,following,followed_by", "ada,true,", "followers.csv", "followers"),
        ("Screen Name,Following,Follows You", "ada,true,false", "x.csv", "x-people"),
        ("handle,following,followers", "ada,1,1", "x.csv", "unsettled"),
        ("handle,following,followers,followsyou", "ada,true,9,true", "x.csv", "x-people"),
        ("handle,followed_by_you,follows_back", "ada,true,true", "x.csv", "x-people"),
        ("handle,following,followsyou", "ada,true,true", "following.csv", "x-people"),
        ("handle,bio", "ada,hi", "my_friends.csv", "following"),
        ("handle,bio", "ada,hi", "Followers (2).csv", "followers"),
        ("handle,bio", "ada,hi", "followers-and-following.csv", "unsettled"),
        ("handle,bio", "ada,hi", "unfollowers.csv", "unsettled"),
        ("handle,bio", "ada,hi", "not_following_back.csv", "unsettled"),
        ("handle,bio", "ada,hi", "non-followers.csv", "unsettled"),
        ("username", "ada", "x.csv", "unsettled"),
        ("user_id,screen_name", "12,ada", "x.csv", "x-names"),
        ("id,name", "12,Ada", "twitter names.csv", "x-names"),
        ("id,name", "ada,Ada", "twitter names.csv", "unsettled"),
        ("id,name,url", "12,Ada,https://x.com/ada", "x.csv", "unsettled"),
        ("sep=,\nscreen_name,name", "ada,Ada", "followers.csv", "followers"),
        ("\n\nscreen_name,name", "ada,Ada", "followers.csv", "followers"),
        ("screen_name;name", "ada;Ada", "followers.csv", "followers"),
        ("SCREEN__NAME\tName", "ada\tAda", "followers.csv", "followers"),
    ],
)
def test_a_list_is_known_by_its_columns_its_cells_and_its_name(
    header: str, row: str, name: str, expected: Form
) -> None:
    file = made(f"{header}\n{row}\n", name)
    assert form(file) == expected
    claimed = [importer.name for importer in TABLES if importer.identify(file)]
    assert claimed == ([] if expected == "unsettled" else [expected])
    assert (unsettled(file) is not None) == (expected == "unsettled")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("id,name", "1,Jones"),
        ("id,name,email", "1,Jones,jones@example.org"),
        ("id,name,description,price", "1,Chair,Oak,20"),
        ("id,username,email,verified", "1,jones,jones@example.org,true"),
        ("username,verified", "jones@example.org,true"),
        ("user,followers", "Ada Kaltenbrun,3"),
        ("username,biography,followers", "jones,Oak,3"),
        ("profile_url,name,followers", "https://www.linkedin.com/in/ada-example,Ada,3"),
        ("username,profile_url,followers", "ada,https://www.instagram.com/ada,3"),
        ("id,screen_name,full_text,retweet_count", "1,ada,hi,2"),
        ("first_name,last_name,email,twitter_handle", "Ada,K,a@example.org,ada"),
        ("following", "ada"),
        ("name", "Ada"),
        ("profile_url", "https://www.linkedin.com/in/ada-example"),
        ("Ada Kaltenbrun", "Bodil Manyfold"),
    ],
)
def test_a_table_of_something_else_is_not_taken_for_people_on_x(header: str, row: str) -> None:
    for name in ("followers.csv", "list.csv"):
        assert form(made(f"{header}\n{row}\n", name)) is None


INPUTS = [
    path for path in sorted(FOLDER.glob("*/*/input/**/*"))
    if path.is_file() and not path.relative_to(FOLDER).parts[1].startswith("csv-")
]  # fmt: skip


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_no_file_of_linkedin_of_the_log_or_of_an_archive_is_taken_for_one(path: Path) -> None:
    data = path.read_bytes()
    for name in (path.name, "followers.csv", "twitter-Following-1.csv"):
        assert form(File(name, name, lambda: io.BytesIO(data), len(data))) is None


@pytest.mark.parametrize(
    "header", [*HEADERS.values(), *OLD.values()], ids=lambda header: header[:40]
)
def test_no_header_of_linkedin_or_of_the_log_is_taken_for_one(header: str) -> None:
    assert form(made(f"{header}\n", "followers.csv")) is None


def test_what_does_not_say_which_ties_it_lists_is_refused_with_the_words_that_settle_it() -> None:
    said = unsettled(made("handle,bio\n@ada,hi\n", "export.csv"))
    assert said is not None
    assert said.message == (
        "export.csv: does not say whether these people on X follow you or you follow them"
    )
    assert said.hint == "import it by itself, and say which: --as following, or --as followers"


@pytest.mark.parametrize(
    ("said", "kind"), [("following", "following"), ("followers", "follower")]
)  # fmt: skip
def test_who_says_what_a_list_is_settles_it(said: str, kind: str) -> None:
    for header in ("handle,bio", "username,full_name", "id,handle,name", "user,email"):
        content = f"{header}\n{'ada' if header[0] != 'i' else '12'},x,y\n".replace(",x,y", ",x")
        records, _ = told(content, said=said)
        assert [(line, tie) for line, tie, _ in ties(records)] == [(2, kind)]


def test_what_is_said_of_somebody_is_said_once() -> None:
    records, _ = told(f"id,following,followed_by,screen_name\n{LONG},true,true,ada\n")
    said = [(r.kind, r.profile is not None, r.continues) for r in records if isinstance(r, Tie)]
    assert said == [("following", True, False), ("follower", False, True)]
    records, _ = told(f"{LONG}\n", said="followers")
    assert [r.profile for r in records if isinstance(r, Tie)] == [None]


@pytest.mark.parametrize("content", ["Ada Kaltenbrun\nBodil M\n", "a,b\nada,bo\n", "name\nAda\n"])
@pytest.mark.parametrize("said", ["following", "followers", "x-people"])
def test_what_names_nobody_is_refused_without_a_word_of_what_is_in_it(
    content: str, said: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        told(content, said=said)
    assert refused.value.message == "list.csv: no column with ids, handles or profile links of X"


def test_a_table_without_answers_is_no_list_of_relations() -> None:
    with pytest.raises(InputRefused, match="does not say whether these people on X follow you"):
        told("handle,bio\nada,hi\n", said="x-people")
    with pytest.raises(InputRefused, match="no column with ids, and one with handles or names"):
        told("handle,bio\nada,hi\n", said="x-names", owner=Owner())


def test_counts_far_down_are_seen_even_if_the_start_looks_like_answers() -> None:
    rows = "".join(f"user_{n},{n % 2},1,{'x' * 60}\n" for n in range(1200))
    content = f"screen_name,following,followed_by,bio\n{rows}"
    assert len(content) > HEAD
    assert form(made(content)) == "x-people"
    assert len(ties(told(content)[0])) == 1200 + 600
    with pytest.raises(InputRefused, match="does not say whether"):
        told(f"{content}many,345,1,hi\n")


def test_the_start_of_a_long_list_may_end_within_a_row() -> None:
    quoted = "".join(f'user_{n},"{"y" * 90}\n{n}"\n' for n in range(900))
    for content in (f"screen_name,bio\n{quoted}", "screen_name,bio\n" + 'ada,"x\n' * 20_000):
        assert len(content) > HEAD
        assert form(made(content, "followers.csv")) == "followers"


def test_you_are_not_among_your_own_people() -> None:
    content = "id,screen_name\n111,renamed\n112,robin_q\n,robin_old\n113,ada\n"
    records, _ = told(content, "followers.csv")
    assert aside(records) == [(2, "yourself"), (4, "yourself")]
    assert ties(records) == [(3, "follower", "112"), (5, "follower", "113")]
    unknown = Owner(handles=("robin_q",))
    records, _ = told(content, "followers.csv", owner=unknown)
    assert aside(records) == [(3, "yourself")]


def test_nobody_is_counted_twice() -> None:
    content = f"id,screen_name\n{LONG},ada\n{LONG},ada_renamed\n,ADA\n12,ada\n"
    records, _ = told(content, "followers.csv")
    assert ties(records) == [(2, "follower", LONG), (5, "follower", "12")]
    assert aside(records) == [(3, "repeated rows"), (4, "repeated rows")]


@pytest.mark.parametrize(
    ("cell", "others", "key"),
    [
        ("1.62692E+18", [], None), ("1,62692e+18", [], None), ("1E18", [], None),
        ("1626922779105750000", [], None), ("1626922779105760000", [LONG], None),
        ("732980797985149000", [], None), ("732980797985149000", [LONG], "732980797985149000"),
        ("1626922779105759235.0", [], None), ("99887766.0", [], "99887766"),
        ("99880000", [], "99880000"), ("'99887766", [], "99887766"), (f'"=""{LONG}"""', [], LONG),
    ],
)  # fmt: skip
def test_an_id_that_a_spreadsheet_mangled_is_none(
    cell: str, others: list[str], key: str | None
) -> None:
    quoted = cell if cell.startswith('"') else f'"{cell}"'
    more = "".join(f"{other},other\n" for other in others)
    records, notices = told(f"id,handle,bio\n{quoted},ada\n{more}", "followers.csv")
    assert ties(records)[0] == (2, "follower", key or "ada")
    said = "list.csv: ids of 1 rows were mangled by a spreadsheet; their handles are used"
    assert notices == ([] if key else [said.replace("list", "followers")])
    records, notices = told(f"id,handle,bio\n{quoted},\n{more}", "followers.csv")
    assert bad(records) == ([] if key else [(2, "mangled-id")])
    assert notices == []


def test_who_has_neither_tie_is_set_aside_and_so_is_a_follow_that_ended() -> None:
    header = "screen_name,following,followed_by,unfollowedAt\n"
    records, _ = told(f"{header}ada,no,no,\nbo,yes,no,2026-02-08\nada,yes,,\n")
    assert aside(records) == [(2, "people without a tie to you"), (3, "follows that ended")]
    assert ties(records) == [(4, "following", "ada")]


def test_a_link_tells_the_id_that_a_spreadsheet_mangled() -> None:
    content = f"id,handle,user_link\n1.6E+18,ada,https://x.com/i/user/{LONG}\n"
    records, notices = told(content, "followers.csv")
    assert ties(records) == [(2, "follower", LONG)]
    assert notices == []


def test_names_whose_ids_were_mangled_are_left_out_and_said_to_be() -> None:
    records, notices = told("id_str,screen_name\n1.6E+18,ada\n12,bo\n1.6E+18,\n111,me\n12,bo,x\n")
    assert aside(records) == [(5, "yourself")]
    assert [r.line for r in records if isinstance(r, Contact)] == [3]
    assert bad(records) == [(2, "no-id"), (4, "mangled-id"), (6, "too-many-fields")]
    assert notices == [
        f"list.csv: {NAMES_ONLY}",
        "list.csv: ids of 1 rows were mangled by a spreadsheet; their names are left out",
    ]


def test_what_people_say_of_themselves_is_kept_short_and_without_links_to_x() -> None:
    header = "screen_name,description,website,url\n"
    for cells, about in {
        "hi,https://ada.example,https://x.com/ada": "hi https://ada.example",
        "hi,https://t.co/abc,https://ada.example": "hi https://ada.example",
        ",,": "",
        f"{'é' * 600},https://ada.example,": "é" * 500,
    }.items():
        records, _ = told(f"{header}ada,{cells}\n", "followers.csv")
        said = [r.profile for r in records if isinstance(r, Tie)]
        assert [profile and profile.about for profile in said] == [about]


def test_a_column_that_is_read_and_stands_there_twice_is_refused() -> None:
    for header in (
        "screen_name,Screen Name",
        "screen_name,bio,bio",
        "handle,followsyou,followsyou",
    ):
        with pytest.raises(InputRefused, match="stands there twice"):
            told(f"{header}\nada,true,true\n", "followers.csv")


NAMES = st.sampled_from([
    "id", "id_str", "User ID", "screen_name", "Handle", "username", "profile_url", "url", "name",
    "bio", "website", "following", "followed_by", "FollowsYou", "followsBack", "followers",
    "unfollowedAt", "", "verified",
])  # fmt: skip
LIKELY = st.sampled_from([
    "", " ", "ada", "@ada", "@", "robin_q", "111", "12", LONG, "1.6E+18", "1626922779105760000",
    "https://x.com/ada", "https://x.com/i/user/12", "https://ada.example", "true", "FALSE", "1",
    "0", "345", "N/A", "Ada Kaltenbrun", "=1+1", "'12", '="12"', "\x1b[2J", "\u202e", "&amp;",
    "a\\nb", "two\nlines",
])  # fmt: skip
HEADER = st.lists(NAMES, min_size=1, max_size=6, unique_by=lambda name: name.casefold())
ROWS = st.lists(st.lists(CELL | LIKELY, min_size=1, max_size=6), max_size=8)


@pytest.mark.parametrize("said", list(BY_NAME))
@settings(max_examples=250, deadline=None)
@given(header=HEADER, rows=ROWS, name=st.sampled_from(["x.csv", "followers.csv", "following.csv"]))
def test_every_row_is_told_once_in_order_and_in_text_that_can_be_stored(
    said: str, header: list[str], rows: list[list[str]], name: str
) -> None:
    # A header of one name tells no delimiter: see the test after this one.
    assume(len(header) > 1 or not any(set(cell) & set("\r\n") for row in rows for cell in row))
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    try:
        records, _ = told(out.getvalue(), name, said)
    except InputRefused:
        return
    found = [r for r in records if not (isinstance(r, Tie) and r.continues)]
    lines = [line_of(r) for r in found if not isinstance(r, Profile)]  # type: ignore[arg-type]
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert lines == sorted(set(lines))
    assert len(lines) - len(filled) in {0, 1}  # a first row that is no header is somebody
    for record in records:
        check(record)


def test_a_row_of_several_under_a_header_of_one_breaks_off_at_each_line() -> None:
    """By the header alone the comma is no delimiter, and so the quotation marks do not pair up."""
    records, _ = told('"following"\r\n"\r","0\r","0"\r\n', "x.csv", "following")
    problems = [record for record in records if isinstance(record, Problem)]
    assert [(one.where.line, one.code) for one in problems] == [
        (2, "bad-quoting"), (3, "bad-quoting"), (4, "bad-quoting"),
    ]  # fmt: skip


def check(record: Record) -> None:
    """Assert what the store relies on."""
    assert isinstance(record, (Tie, Contact, SetAside, Problem))
    profiles: tuple[Profile | None, ...] = ()
    if isinstance(record, Tie):
        assert record.since is None
        assert record.account not in {("x", "id", "111"), ("x", "handle", "robin_q")}
        profiles = (record.profile,)
        assert record.profile is None or record.account == record.profile.account
    if isinstance(record, Contact):
        profiles = record.profiles
        assert [profile.account.kind for profile in record.profiles] == ["id"]
    for profile in filter(None, profiles):
        assert profile.account.platform == "x"
        assert profile.account.key in {profile.handle, x_id(profile.account.key)}
        for text in (profile.name, profile.about, profile.url, profile.handle):
            assert text == clean(text)


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(["followers.csv", "a"]))
def test_looking_at_anything_at_all_never_fails(data: bytes, name: str) -> None:
    for start in (b"", b"screen_name,following\n", b"\xff\xfe", b'handle,bio\n"'):
        assert form(made(start + data, name)) in {
            None, "x-people", "following", "followers", "x-names", "unsettled",
        }  # fmt: skip
