"""What lies in the store afterwards: ids, facts and who stated them, views to browse."""

from pathlib import Path

import pytest

from netaudit.calendar import iso
from netaudit.records import Account
from netaudit.store import bitmap
from netaudit.store.facts import short_id
from store.snapshots import (
    ANA,
    BO,
    CY,
    DAY,
    ORDINARY,
    bring,
    connection,
    counts,
    entry,
    export,
    frames,
    invitation,
    log,
    logged,
    mention,
    message,
    noon,
    rows,
    url,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netaudit.db"


@pytest.mark.parametrize(
    ("account", "short"),
    [
        (Account("linkedin", "url", "ana-ruiz"), "5hrbvjh4"),
        (Account("linkedin", "name", "ana ruiz"), "xkx59bp8"),
        (Account("log", "name", "ana ruiz"), "df72fz2r"),
        (Account("email", "email", "ana@example.org"), "2vxp3z22"),
        (Account("linkedin", "url", "\u674e\u5c0f\u9f8d"), "d4t6cx9q"),
        (Account("linkedin", "url", "\ud800"), "vtzv2kwx"),
    ],
)
def test_an_id_is_the_same_in_every_store_of_every_version(account: Account, short: str) -> None:
    assert short_id(account) == short


def test_two_accounts_never_share_an_id(path: Path) -> None:
    """These two do by their digest, as two accounts of one store in a thousand will."""
    one, other = url("person-51562-example"), url("person-386007-example")
    assert short_id(one) == short_id(other)
    bring(path, export(connection(one, "Ana Ruiz"), connection(other, "Bo Lind")))
    found = dict(rows(path, "SELECT key, short_id FROM account"))
    assert found == {one.key: short_id(one), other.key: short_id(other, 1)}
    assert len(frames(path).people) == 2


def test_names_are_data_whatever_they_look_like(path: Path) -> None:
    names = ("Robert'); DROP TABLE tie;--", '"; --', "%s {0} ?1 :name", "NULL", "0x00", "a\0b")
    ties = [connection(url(f"p'{n}\""), name, company=name) for n, name in enumerate(names)]
    entries = [entry(name, DAY + n) for n, name in enumerate(names)]
    bring(path, export(*ties, name="x'; DROP TABLE link;--"), log(*entries))
    assert frames(path).people["name"].tolist() == sorted(names, key=str.casefold)
    assert counts(path)["tie"] == len(names)


def test_the_views_speak_of_names_and_dates(path: Path) -> None:
    bring(path, *ORDINARY)
    people = dict(rows(path, "SELECT name, accounts FROM people"))
    assert people == {
        "Ana Ruiz": 4, "Bo Lind, PhD": 2, "Dee Moss": 1, "Cy Orr": 1, "Gil Hart": 1,
        "Eve Hale": 1, "Hal Ives": 1, "Fay Ingle": 1,
    }  # fmt: skip
    found = rows(path, "SELECT id, name, kind, since FROM connections ORDER BY since, kind")
    assert found[0] == (short_id(ANA), "Ana Ruiz", "connection", iso(DAY))
    assert found[1] == (short_id(ANA), "Ana Ruiz", "following", iso(DAY))
    assert [row[3] for row in found[1:]] == [iso(DAY + n) for n in (0, 1, 2, 3, 6)]
    talks = rows(path, "SELECT * FROM interactions ORDER BY coalesce(at_utc, day), id")
    assert len(talks) == 9
    assert (
        short_id(ANA), f"{iso(DAY)} 12:01:00", None, "linkedin", "text", "in", 1, "", ""
    ) in talks  # fmt: skip
    assert (
        short_id(logged("Fay Ingle")), None, iso(DAY + 4), "coffee", "in_person", "both", 1, "", ""
    ) in talks  # fmt: skip


def test_what_each_snapshot_stated_is_exactly_what_it_said(path: Path) -> None:
    """Checked against the facts by their content, in two exports that overlap."""
    first = export(
        connection(ANA, "Ana Ruiz"), message(ANA, at=noon(DAY)), message(BO, at=noon(DAY)),
        invitation(ANA, noon(DAY)),
    )  # fmt: skip
    second = export(
        connection(BO, "Bo Lind"), message(BO, at=noon(DAY)), message(ANA, CY, at=noon(DAY, 3)),
        invitation(ANA, noon(DAY)), message(mention("Ana Ruiz"), at=noon(DAY), conversation=0),
        exported_on=DAY + 200,
    )  # fmt: skip
    diary = log(entry("Ana Ruiz"), entry("Bo Lind"))
    for one in (first, second, diary):
        bring(path, one)
    content = {
        "profile": "SELECT f.id, a.key, f.name FROM profile f",
        "tie": "SELECT f.id, a.key, f.since FROM tie f",
        "message": "SELECT f.id, a.key, f.at FROM message f",
        "signal": "SELECT f.id, a.key, f.at FROM signal f",
        "entry": "SELECT f.id, a.key, f.day FROM entry f",
    }
    facts = {
        fact: {r[0]: r[1:] for r in rows(path, f"{sql} JOIN account a ON a.id = f.account_id")}
        for fact, sql in content.items()
    }
    said = {
        (snapshot, fact): {
            facts[fact][n] for n in bitmap.bits(bitmap.as_integer(bitmap.Stored(first_id, bits)))
        }
        for snapshot, fact, first_id, bits in rows(path, "SELECT * FROM stated")
    }
    assert said == {
        (1, "profile"): {("ana-ruiz", "Ana Ruiz"), ("ana-ruiz", "")},
        (1, "tie"): {("ana-ruiz", DAY)},
        (1, "message"): {("ana-ruiz", noon(DAY)), ("bo-lind", noon(DAY))},
        (1, "signal"): {("ana-ruiz", noon(DAY))},
        (2, "profile"): {("bo-lind", "Bo Lind"), ("ana-ruiz", "")},
        (2, "tie"): {("bo-lind", DAY)},
        (2, "message"): {
            ("bo-lind", noon(DAY)), ("ana-ruiz", noon(DAY, 3)), ("cy-orr", noon(DAY, 3)),
            ("ana ruiz", noon(DAY)),
        },
        (2, "signal"): {("ana-ruiz", noon(DAY))},
        (3, "entry"): {("ana ruiz", DAY), ("bo lind", DAY)},
    }  # fmt: skip
