"""In which texts somebody is found who was forgotten, by other words than names."""

from pathlib import Path

import pytest

from netaudit.records import Account
from store.forgettable import forgotten
from store.on_x import bearer
from store.snapshots import (
    DAY,
    Snapshot,
    bring,
    connection,
    entry,
    export,
    log,
    logged,
    noted,
    rows,
    url,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netaudit.db"


def noted_of(*texts: str, name: str = "log.csv") -> Snapshot:
    """Return a log in which others have these notes."""
    others = [entry(f"Other {n}", DAY + n)._replace(note=text) for n, text in enumerate(texts)]
    return log(*others, name=name)


@pytest.mark.parametrize(
    ("account", "found", "missed"),
    [
        (url("qzbrass77"), "see qzbrass77", "see qzbrass"),
        (url("qz-brass-77"), "see qz brass 77", "see brass 77"),
        (url("brass"), "", "of brass"),
        (url("brassy"), "of brassy", "of brass"),
        (url("a-b"), "see a-b", "see ab"),
        (bearer("qzbrass").account, "ask @QZBrass!", "ask @qzbras"),
        (bearer("qzbra").account, "", "ask @qzbra"),
        (Account("email", "email", "q@b.example"), "q@b.example?", "q b exampl"),
        (Account("phone", "phone", "+15550177"), "call +15550177", "call +1555017"),
        (url("connections"), "", "of my connections"),
    ],
    ids=[
        "slug",
        "parts",
        "short slug",
        "six letters",
        "short parts",
        "handle",
        "short handle",
        "email",
        "phone",
        "usual word",
    ],
)
def test_a_text_names_them_by_a_key_that_is_no_plain_word(
    path: Path, account: Account, found: str, missed: str
) -> None:
    theirs = log(entry("Quillon Zanderphule")._replace(account=account), name="theirs.csv")
    bring(path, theirs, noted_of(missed, "of nothing", *([found] if found else [])))
    assert forgotten(path, account).mentions == ({"entry": 1} if found else {})


def test_a_name_of_signs_is_found_in_no_text_without_words(path: Path) -> None:
    bring(path, log(entry("🚀")), noted_of("!!!", "", "rocket"))
    assert forgotten(path, logged("🚀")).mentions == {}


def test_every_text_of_others_is_looked_at_and_counted_by_row(path: Path) -> None:
    name = "Quillon Zanderphule"
    other = connection(url("bo"), "Bo Lind", company=f"{name} Ltd")
    about = other._replace(profile=other.profile and other.profile._replace(about=f"of {name}"))
    rows = [
        entry("Cy Orr")._replace(note=name, ref=f"from {name}"),
        entry("Cy Orr", DAY + 1)._replace(ref=name),
        entry("Cy Orr", DAY + 2)._replace(purpose=name),
        entry("Cy Orr", DAY + 3)._replace(channel=name),
        entry(name, DAY + 4),
    ]
    bring(path, export(about, noted(url("bo"), f"knows {name}", name="Bo Lind")), log(*rows))
    assert forgotten(path, logged(name)).mentions == {"entry": 4, "note": 1, "profile": 1}


@pytest.mark.parametrize(
    ("name", "file", "is_named"),
    [
        ("Ana Lee", "xanaleex.csv", True),
        ("Al Lee", "xalleex.csv", False),
        ("Al Lee", "AlLee.csv", True),
        ("______", "---", False),
        ("🚀", "---", False),
    ],
)
def test_a_file_is_named_for_them_by_six_letters_anywhere_or_by_a_word(
    path: Path, name: str, file: str, *, is_named: bool
) -> None:
    account = bearer(name).account if name == "______" else logged(name)
    bring(path, log(entry(name)._replace(account=account)), noted_of("tea", name=file))
    named = [row for (row,) in rows(path, "SELECT name FROM snapshot_file ORDER BY 1")]
    assert named == sorted(["log.csv", file])
    assert forgotten(path, account).files == int(is_named)
