"""Tombstones, sign by sign: what a text can stand for, and by which marks somebody is known."""

import hashlib
import hmac
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from netaudit.calendar import iso
from netaudit.errors import StoreBusy
from netaudit.records import Account
from netaudit.store import Store, tombstones
from netaudit.store.tombstones import Mark
from store.forgettable import forgotten
from store.on_x import archive, bearer, member
from store.on_x import listed as on_list
from store.snapshots import (
    ANA,
    BO,
    DAY,
    bring,
    connection,
    contact,
    endorsement,
    entry,
    export,
    log,
    logged,
    mention,
    message,
    noon,
    rows,
    url,
)

NAME, SLUG = "Quillon Zanderphule", "quillon-zanderphule-77"
EMAIL, SECOND = "q.zander@zmail.example", "second@zmail.example"
WHO = url(SLUG)
BOOK = Account("email", "email", EMAIL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "netaudit.db"


# What a text can stand for.


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("https://www.linkedin.com/in/Ana-Ruiz/", [("linkedin", "url", "ana-ruiz")]),
        (
            "Ana@Example.org",
            [
                ("email", "email", "ana@example.org"), ("linkedin", "email", "ana@example.org"),
                ("stated", "email", "ana@example.org"),
            ],
        ),
        ("+49 170 987", [("phone", "phone", "+49170987"), ("stated", "phone", "+49170987")]),
        ("@AnaRuiz", [("x", "handle", "anaruiz")]),
        ("https://x.com/i/user/777123", [("x", "id", "777123")]),
        (
            "AnaRuiz",
            [("log", "name", "anaruiz"), ("linkedin", "name", "anaruiz"),
             ("x", "handle", "anaruiz")],
        ),
        ("Ana Ruiz", [("log", "name", "ana ruiz"), ("linkedin", "name", "ana ruiz")]),
        (
            "Ana Ruiz, PhD",
            [("log", "name", "ana ruiz, phd"), ("linkedin", "name", "ana ruiz, phd"),
             ("log", "name", "ana ruiz"), ("linkedin", "name", "ana ruiz")],
        ),
        ("", []),
    ],
    ids=["link", "email", "phone", "handle", "id", "word", "name", "credentials", "nothing"],
)  # fmt: skip
def test_all_that_a_text_can_stand_for(text: str, marks: list[tombstones.Mark]) -> None:
    assert [tuple(mark) for mark in tombstones.marks_of(text)] == marks


@pytest.mark.parametrize(
    ("mark", "also"),
    [
        (("log", "name", "ana ruiz, phd"), ("log", "name", "ana ruiz")),
        (("linkedin", "name", "ana (annie) ruiz"), ("linkedin", "name", "ana ruiz")),
        (("linkedin", "listed", "ana ruiz, phd 2019-03-04"),
         ("linkedin", "listed", "ana ruiz 2019-03-04")),
        (("linkedin", "listed", "ana ruiz 2019-03-04"), None),
        (("log", "name", "ana ruiz"), None),
        (("linkedin", "url", "ana, phd"), None),
        (("email", "email", "a,b@example.org"), None),
    ],
    ids=["credentials", "nickname", "list entry", "plain entry", "plain name", "link", "email"],
)  # fmt: skip
def test_a_name_is_known_without_credentials_and_nicknames_too(
    mark: tombstones.Mark, also: tombstones.Mark | None
) -> None:
    assert tombstones.spellings(mark) == [mark, *([also] if also else [])]


@pytest.mark.parametrize("mark", [WHO, ("log", "name", "\ud800"), ("a", "b", "c")])
def test_a_hash_depends_on_the_key_and_on_every_part(mark: tombstones.Mark) -> None:
    one, other = b"1" * 32, b"2" * 32
    known = tombstones.digest(one, mark)
    assert len(known) == 32
    assert known == tombstones.digest(one, mark)
    platform, kind, key = mark
    others = [("ab", "", "c"), (platform, f"{kind}{key}", ""), (platform, kind, f"{key} ")]
    assert known not in {
        tombstones.digest(other, mark),
        *(tombstones.digest(one, o) for o in others),
    }


def test_the_hash_is_hmac_of_the_parts_with_a_nul_between() -> None:
    wanted = hmac.new(b"key", b"linkedin\0url\0ana-ruiz", hashlib.sha256).digest()
    assert tombstones.digest(b"key", ANA) == wanted


def test_of_several_people_each_is_known_by_their_own_key() -> None:
    keys = {bytes([n]) * 32: who for n, who in enumerate((ANA, BO, WHO))}
    known = tombstones.Forgotten({key: {tombstones.digest(key, who)} for key, who in keys.items()})
    assert [who in known for who in (ANA, BO, WHO, url("cy"))] == [True, True, True, False]
    on_record = tombstones.Forgotten(
        {key: {tombstones.digest(key, who)} for key, who in keys.items()}, lambda who: who == BO
    )
    assert [who in on_record for who in (ANA, BO, WHO)] == [True, False, True]


def test_who_is_on_record_is_asked_once_for_each() -> None:
    asked = list[tombstones.Mark]()

    def is_on_record(mark: tombstones.Mark) -> bool:
        asked.append(mark)
        return False

    known = tombstones.Forgotten({b"k": {tombstones.digest(b"k", ANA)}}, is_on_record)
    assert [who in known for who in (ANA, ANA, BO, BO)] == [True, True, False, False]
    assert asked == [ANA, BO]


# The tombstones of a store.


def tombs(path: Path) -> list[tuple[int, int]]:
    """Return how many hashes there are under each key, and how long the key is."""
    query = (
        "SELECT count(t.digest), length(s.key) FROM secret s"
        " LEFT JOIN tombstone t ON t.secret_id = s.id GROUP BY s.id ORDER BY s.id"
    )
    return [(count, length) for count, length in rows(path, query)]


def begin(path: Path) -> None:
    bring(path, export(connection(ANA, "Ana Ruiz"), connection(WHO, NAME, DAY + 1)))


def test_every_person_has_a_key_of_their_own(path: Path) -> None:
    begin(path)
    first, second = forgotten(path), forgotten(path, ANA)
    assert tombs(path) == [(first.marks, 32), (second.marks, 32)]
    keys = rows(path, "SELECT DISTINCT key FROM secret")
    assert len(keys) == 2


def test_a_mark_that_two_have_is_lifted_of_both_and_counted_twice(path: Path) -> None:
    begin(path)
    with Store.open(path) as store, store.transaction() as connected:
        tombstones.lay(connected, [WHO, mention(NAME), mention(NAME)])
        tombstones.lay(connected, [ANA, mention(NAME)])
        tombstones.lay(connected, [BO])
    assert tombs(path) == [(2, 32), (2, 32), (1, 32)]
    with Store.open(path) as store, store.transaction() as connected:
        assert tombstones.lift(connected, [mention(NAME)], whole=False) == 2
        held = tombstones.held(connected)
        assert held is not None
        assert [one in held for one in (WHO, ANA, BO, mention(NAME))] == [True, True, True, False]
        assert tombstones.lift(connected, [ANA, url("nobody")], whole=True) == 1
        assert tombstones.lift(connected, [], whole=True) == 0
    assert tombs(path) == [(1, 32), (1, 32)]
    with Store.open(path) as store, store.transaction() as connected:
        assert tombstones.lift(connected, [WHO, BO], whole=True) == 2
        assert tombstones.held(connected) is None
    assert tombs(path) == []


def test_whole_people_are_lifted_by_any_mark(path: Path) -> None:
    begin(path)
    with Store.open(path) as store, store.transaction() as connected:
        tombstones.lay(connected, [WHO, mention(NAME)])
        assert tombstones.lift(connected, [mention(f"{NAME}, PhD")], whole=True) == 1
    assert tombs(path) == []


def test_who_is_on_record_is_known_by_account_and_by_stated_address(path: Path) -> None:
    bring(path, export(contact(NAME, EMAIL), connection(ANA, "Ana Ruiz")))
    with Store.open(path) as store:
        is_on_record = tombstones.on_record(store)
        asked = [
            ANA, BO, ("linkedin", "email", EMAIL), BOOK, ("stated", "email", EMAIL),
            ("stated", "email", SECOND), ("stated", "phone", EMAIL), ("linkedin", "url", EMAIL),
        ]  # fmt: skip
        known = [is_on_record(mark) for mark in asked]
    assert known == [True, False, False, True, True, False, False, False]


def test_what_an_entry_calls_them_is_a_name_where_it_names_nobody_by_link(path: Path) -> None:
    old = Account("linkedin", "listed", f"{NAME.casefold()} {iso(DAY)}")
    bring(
        path,
        export(connection(old, NAME, DAY)),
        log(entry("Quill Z")._replace(account=old)),
    )
    assert forgotten(path, old).marks == 2 * (2 + 3)
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        assert [one in held for one in (logged("Quill Z"), logged("Quill"))] == [True, False]


def test_a_link_that_an_entry_was_written_with_is_no_name(path: Path) -> None:
    bring(path, log(entry(f"linkedin.com/in/{SLUG}")._replace(account=WHO)))
    assert forgotten(path).marks == 1


@pytest.mark.parametrize(
    ("account", "marks"),
    [
        (BOOK, {BOOK, ("linkedin", "email", EMAIL)}),
        (Account("phone", "phone", "+491709876543"), set[Mark]()),
        (bearer("zanderquill").account, set[Mark]()),
        (mention(NAME), {logged(NAME)}),
        (logged(NAME), {mention(NAME)}),
    ],
    ids=["email", "phone", "handle", "name on LinkedIn", "name in the log"],
)
def test_an_account_of_which_nothing_is_said_is_known_by_its_key(
    path: Path, account: Account, marks: set[Mark]
) -> None:
    said = entry("somebody")._replace(account=account)
    bring(path, export(message(account, at=noon(DAY))) if account.kind == "name" else log(said))
    forgotten(path, account)
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        assert all(mark in held for mark in {account, *marks})
        stated = ("stated", account.kind, account.key)
        assert (stated in held) == (account.kind in {"email", "phone"})


def test_a_handle_they_have_is_a_mark_unless_somebody_else_had_it(path: Path) -> None:
    who, other = member(777_123, "zanderquill", NAME), member(43, "quietkiln", "Cy Orr")
    lent = member(43, "lentout", "Cy Orr")
    bring(path, archive(*map(on_list, (who, member(777_123, "lentout", NAME), other, lent))))
    forgotten(path, who.account)
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        handles = [bearer(handle).account for handle in ("zanderquill", "lentout", "quietkiln")]
        assert [one in held for one in handles] == [True, False, False]


@pytest.mark.parametrize(
    ("link", "account"),
    [
        (f"https://www.linkedin.com/in/{SLUG}/", WHO),
        ("https://x.com/ZanderQuill", bearer("zanderquill").account),
        ("https://x.com/i/user/777123", member(777_123).account),
        ("https://blog.example/in/tea", BOOK),
    ],
    ids=["LinkedIn", "handle", "id", "other"],
)
def test_a_profile_that_somebody_links_to_is_theirs(
    path: Path, link: str, account: Account
) -> None:
    linked = contact(NAME, EMAIL)
    profiles = tuple(one._replace(url=link) for one in linked.profiles)
    bring(path, export(linked._replace(profiles=profiles)))
    forgotten(path, BOOK)
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        assert [one in held for one in (account, ANA)] == [True, False]


def test_a_profile_of_somebody_else_that_they_link_to_is_no_mark(path: Path) -> None:
    linked = contact(NAME, EMAIL)
    profiles = tuple(one._replace(url="linkedin.com/in/ana-ruiz") for one in linked.profiles)
    bring(path, export(linked._replace(profiles=profiles), connection(ANA, "Ana Ruiz")))
    forgotten(path, BOOK)
    with Store.open(path) as store, store.reading() as connected:
        held = tombstones.held(connected)
        assert held is not None
        assert [one in held for one in (BOOK, ANA)] == [True, False]


def test_only_people_count_as_namesakes(path: Path) -> None:
    """And no name that fits several of them."""
    twins = connection(ANA, NAME, DAY + 9), connection(BO, f"{NAME}, PhD", DAY + 20)
    bring(path, export(connection(WHO, NAME), *twins, endorsement(NAME, noon(DAY))))
    assert forgotten(path).namesakes == 2


def test_a_busy_store_is_named_where_it_cannot_tell_who_is_on_record(path: Path) -> None:
    begin(path)
    with Store.open(path) as store, closing(sqlite3.connect(path)) as other:
        is_on_record = tombstones.on_record(store)
        store.connection.execute("PRAGMA busy_timeout = 1")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match="another netaudit is running") as told:
            is_on_record(WHO)
    assert str(told.value).startswith(f"{path}: ")
