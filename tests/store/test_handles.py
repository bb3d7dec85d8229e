"""Finding somebody on X: handles change hands, numbers do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netaudit.records import Profile
from netaudit.store import Store
from netaudit.store.facts import short_id
from netaudit.store.people import find, unclear
from store.on_x import archive, bearer, listed, member
from store.snapshots import ANA, BO, DAY, add, bring, connection, entry, export, log, logged

ANA_X = member(42, "ana_r", "Ana R.")
CY_X = member(44, "cyorr")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "netaudit.db"
    bring(
        path,
        export(connection(ANA, "Ana Ruiz"), connection(BO, "Bo Lind")),
        archive(listed(ANA_X), listed(CY_X), listed(bearer("handle_only"))),
    )
    with Store.open(path) as opened:
        yield opened


def ids(store: Store, text: str) -> set[str]:
    """Return the keys of the leading accounts of whom a text means."""
    return {person.account.key for person in find(store, text)}


@pytest.mark.parametrize(
    "text",
    [
        "@ana_r", "@Ana_R", " @ana_r ", "ana_r", "ANA_R", "x.com/ana_r", "https://x.com/ana_r",
        "https://twitter.com/Ana_R?s=20", "twitter.com/ana_r/status/7", "mobile.twitter.com/ana_r",
        "https://x.com/intent/user?screen_name=ana_r", "https://x.com/i/user/42",
        "https://twitter.com/intent/user?user_id=42", "Ana R.", short_id(ANA_X.account),
    ],
)  # fmt: skip
def test_somebody_on_x_is_found_by_handle_link_number_and_name(store: Store, text: str) -> None:
    assert ids(store, text) == {"42"}


@pytest.mark.parametrize(
    "text", ["@nobody", "@", "x.com/i/user/7", "x.com/home", "x.com/i/user/0", "42", "@42", "ana-r"]
)
def test_nobody_on_x_is_found_by_anything_else(store: Store, text: str) -> None:
    assert find(store, text) == []


def test_somebody_of_whom_only_the_handle_is_known_is_found(store: Store) -> None:
    assert ids(store, "@handle_only") == ids(store, "handle_only") == {"handle_only"}


def said(store: Store, *profiles: Profile, on: int) -> None:
    add(store, archive(*map(listed, profiles), exported_on=on, name=f"{on}.zip"))


def test_a_handle_means_who_has_it_now(store: Store) -> None:
    """Ana gave it up, and Bea took it."""
    said(store, member(42, "ana_new", "Ana R."), member(45, "ana_r", "Bea"), on=DAY + 200)
    assert ids(store, "@ana_r") == {"45"}
    assert ids(store, "@ana_new") == {"42"}


def test_a_handle_that_nobody_has_any_more_means_who_had_it(store: Store) -> None:
    said(store, member(42, "ana_new"), on=DAY + 200)
    assert ids(store, "@ana_r") == {"42"}
    said(store, member(44, "ana_r"), on=DAY + 210)
    said(store, member(44, "cyorr"), on=DAY + 220)
    assert ids(store, "@ana_r") == {"42", "44"}


def test_of_two_who_seem_to_have_a_handle_it_is_the_one_last_seen_with_it(store: Store) -> None:
    said(store, member(45, "ana_r"), on=DAY + 200)
    assert ids(store, "@ana_r") == {"45"}
    said(store, member(46, "ana_r"), on=DAY + 200)
    assert ids(store, "@ana_r") == {"45", "46"}


def test_a_post_tells_the_handle_of_its_day(store: Store) -> None:
    """An old post in a new archive does not make its handle a new one."""
    said(store, member(42, "ana_old", on=DAY - 900), member(44, "cyorr"), on=DAY + 200)
    assert ids(store, "@ana_r") == {"42"}
    assert ids(store, "@ana_old") == {"42"}
    said(store, member(47, "ana_old", on=DAY - 800), on=DAY + 210)
    assert ids(store, "@ana_old") == {"47"}


def test_somebody_blocked_is_found(store: Store) -> None:
    blocked = member(66, "dreadful")
    add(store, archive(listed(blocked, "blocked"), name="blocked.zip"))
    assert ids(store, "@dreadful") == {"66"}


def test_a_name_goes_before_a_handle(store: Store) -> None:
    said(store, member(48, "zoe"), on=DAY + 200)
    add(store, export(connection(ANA._replace(key="zoe-hale"), "Zoe"), name="more.zip"))
    assert ids(store, "zoe") == {"zoe-hale"}
    assert ids(store, "@zoe") == {"48"}


def test_an_id_goes_before_a_handle_and_its_beginning_beside_one(store: Store) -> None:
    whole = short_id(BO)
    said(store, member(48, whole), member(49, whole[:5]), on=DAY + 200)
    assert ids(store, whole) == {"bo-lind"}
    assert ids(store, whole[:5]) == {"bo-lind", "49"}
    assert ids(store, f"@{whole}") == {"48"}


def test_an_unclear_name_is_found_by_its_whole_id_only(store: Store) -> None:
    add(store, export(connection(ANA._replace(key="bo-2"), "Bo Lind"), name="more.zip"))
    add(store, log(entry("Bo Lind")))
    number = short_id(logged("Bo Lind"))
    assert find(store, number) == []
    assert [(one.person_id, one.name) for one in unclear(store, f" {number.upper()}")] == [
        (number, "Bo Lind")
    ]
    assert unclear(store, number[:7]) == unclear(store, "Bo Lind") == []
    assert unclear(store, short_id(BO)) == []
