"""Plain lists of people on X: nothing but handles, ids or links, one a line."""

import pytest

from importers.made import made
from importers.test_x_tables import LONG, ties, told
from netaudit.importers.twitter.tables import Form, form
from netaudit.records import Tie


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ("ada_kaltenbrun\nbodilm\n", "following.txt", "following"),
        ("@ada_kaltenbrun\n\n@bodilm\n", "my followers.csv", "followers"),
        (f"{LONG}\n12\n", "followers", "followers"),
        ("https://x.com/ada\nsome words\n", "X-Following-2026.txt", "following"),
        ("id\n12\n", "following.csv", "following"),
        ("Followers\nada\n", "followers.csv", "followers"),
        ("Following\nada\n", "followers.csv", None),
        ("ada\nbo\n", "list.txt", None),
        ("ada\nbo\n", "unfollowers.txt", None),
        ("ada,bo\n", "followers.csv", None),
        ("ada\nsome words\nAnd more words\n", "followers.txt", None),
        ("\n", "followers.txt", None),
        ("id\n", "followers.txt", None),
    ],
)  # fmt: skip
def test_a_plain_list_is_known_by_its_name_alone(
    content: str, name: str, expected: Form | None
) -> None:
    file = made(content, name)
    assert form(file) == expected
    if expected is not None:
        records, _ = told(content, name)
        assert ties(records)


@pytest.mark.parametrize("said", ["following", "followers"])
def test_a_list_without_header_is_read_from_its_first_line(said: str) -> None:
    kind = {"following": "following", "followers": "follower"}[said]
    lists = {
        "ada_k\nBodilM\n\n@ciro_v\nada_k\n": ["ada_k", "bodilm", "ciro_v"],
        "\ufeff@ada_k\r\n@bodilm\r\n": ["ada_k", "bodilm"],
        f"{LONG}\n99887766\n": [LONG, "99887766"],
        "https://x.com/Ada_K\nhttps://twitter.com/intent/user?user_id=12\n": ["ada_k", "12"],
        "12345\nada_k\nbodilm\n": ["12345", "ada_k", "bodilm"],
        "Users\nada_k\n": ["ada_k"],
        "Profiles;\nx.com/ada_k;\n": ["ada_k"],
    }
    for content, keys in lists.items():
        records, notices = told(content, said=said)
        assert [(tie, key) for _, tie, key in ties(records)] == [(kind, key) for key in keys]
        assert notices == []
    records, _ = told("ada_k\n\nBodilM\n".encode("utf-16"), said=said)
    assert ties(records) == [(1, kind, "ada_k"), (3, kind, "bodilm")]
    assert isinstance(records[0], Tie)
    assert records[0].account.kind == "handle"


def test_a_number_is_a_handle_where_most_around_it_are_handles() -> None:
    records, _ = told("12345\nada_k\nbodilm\n", said="following")
    assert [r.account.kind for r in records if isinstance(r, Tie)] == ["handle"] * 3
    records, _ = told("12345\n67890\nada_k\n", said="following")
    assert [r.account.kind for r in records if isinstance(r, Tie)] == ["id", "id", "handle"]
