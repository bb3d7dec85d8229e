"""The owner is nobody on the record, whatever else was read before or after the own export."""

from itertools import permutations
from pathlib import Path

import pytest

from netaudit.normal import name_key
from netaudit.records import Account, Entry, Interaction, Owner, Profile
from netaudit.store import Store
from netaudit.store.links import own_accounts, owners
from netaudit.workflows import naming as workflow
from store.on_x import archive, bearer, listed, member
from store.snapshots import (
    DAY,
    Snapshot,
    add,
    bring,
    connection,
    contact,
    entry,
    export,
    frames,
    log,
    message,
    noon,
    url,
)

OWN_ID = 900
SEEN = {"Robin Quist": 900, "Bo Lind": 17}


def programs_list() -> Snapshot:
    """Return a list of another program, in which the owner stands as anybody does."""
    rows = [listed(member(number, name.split()[0].casefold(), name, "Acme Labs"))
            for name, number in SEEN.items()]  # fmt: skip
    return Snapshot({"following.csv": rows}, None, "following.csv", "x", (), Owner())


def linkedin() -> Snapshot:
    return export(
        connection(url("robin-quist-2"), "Robin Quist", company="Acme Labs"),
        connection(url("bo-lind"), "Bo Lind", company="Acme Labs"),
    )


def on_record(path: Path) -> dict[str, int]:
    """Return the names on record, and how many people have each."""
    names = list(frames(path).people["name"])
    return {name: names.count(name) for name in names}


def by_handle(handle: str) -> Entry:
    account = Account("x", "handle", handle)
    return Entry(
        1, account, f"@{handle}", None, DAY, "coffee", "in_person", "both", "", "", 1, "", 0, 0,
    )  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_owner_in_a_list_is_nobody_in_every_order(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    steps = [programs_list(), linkedin(), archive(listed(member(17, "bo", "Bo Lind")))]
    path = tmp_path / "netaudit.db"
    for step in order:
        bring(path, steps[step])
    with Store.open(path) as store:
        own = workflow.own_accounts(store)
        owned = [one.account for one in workflow.known(store) if one.own]
    assert on_record(path) == {"Bo Lind": 1, "Robin Quist": 1}
    assert owned == [Account("x", "id", str(OWN_ID))]
    assert own >= {*owned, Account("x", "handle", "robin")}


def test_before_anybody_says_who_the_owner_is_it_is_somebody(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    bring(path, programs_list())
    bring(path, linkedin())
    assert on_record(path) == {"Bo Lind": 1, "Robin Quist": 1}
    with Store.open(path) as store:
        assert not any(one.own for one in workflow.known(store))


@pytest.mark.parametrize("names", [1, 2])
def test_the_owners_name_in_the_log_is_the_owner_unless_somebody_has_it(
    tmp_path: Path, names: int
) -> None:
    path = tmp_path / "netaudit.db"
    somebody = [listed(member(18, "rq", "Robin Quist"))] if names == 2 else []
    bring(path, programs_list(), archive(listed(member(17)), *somebody))
    bring(path, log(entry("Robin Quist")))
    people = frames(path)
    assert len(people.interactions) == names - 1
    assert on_record(path).get("Robin Quist", 0) == names - 1


def test_a_name_that_fits_several_is_not_taken_for_the_owners(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    with Store.open(path, create=True) as store:
        others = [listed(member(n, name="Robin Quist")) for n in (18, 19)]
        add(store, archive(*others), log(entry("Robin Quist")))
        name = Account("log", "name", name_key("Robin Quist"))
        assert name not in workflow.own_accounts(store)
        assert Account("linkedin", "name", name.key) in workflow.own_accounts(store)


def test_an_old_handle_of_the_owner_that_somebody_bears_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    bring(path, archive(listed(member(7, "robinquist", "Ana Ruiz", on=DAY))))
    bring(path, log(by_handle("robinquist")))
    with Store.open(path) as store:
        assert Account("x", "handle", "robinquist") not in own_accounts(store.connection)
    assert on_record(path) == {"Ana Ruiz": 1}
    assert len(frames(path).interactions) == 1


def test_an_old_handle_that_somebody_else_gave_up_too_is_the_owners(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    old = member(7, "robinquist", "Ana Ruiz", on=DAY)
    bring(path, archive(listed(old), listed(member(7, "ana", "Ana Ruiz", on=DAY + 9))))
    bring(path, log(by_handle("robinquist")))
    with Store.open(path) as store:
        assert Account("x", "handle", "robinquist") in own_accounts(store.connection)
    assert len(frames(path).interactions) == 0


def test_a_handle_of_the_own_id_is_own(tmp_path: Path) -> None:
    with Store.open(tmp_path / "netaudit.db", create=True) as store:
        add(store, archive(listed(member(OWN_ID, "rq_old", on=DAY)), listed(bearer("rq_old"))))
        assert Account("x", "handle", "rq_old") in own_accounts(store.connection)
        assert {one.account.key for one in workflow.known(store) if one.own} == {"900", "rq_old"}


def mailed(address: str) -> Interaction:
    return message(Account("email", "email", address), at=noon(DAY))


def owning(*keys: str, books: tuple[tuple[str, tuple[str, ...]], ...]) -> Snapshot:
    """Return an export of an owner with these addresses, and with entries in an address book."""
    records = [contact(name, *emails) for name, emails in books]
    messages = [mailed(email) for _, emails in books for email in emails]
    owner = Owner("robin-quist", "Robin Quist", emails=keys)
    return Snapshot({"f": [*records, *messages]}, DAY + 100, "export", owner=owner)


def test_the_own_entry_in_an_address_book_is_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "netaudit.db"
    both = ("robin@work.example", "robin@home.example")
    book = (("Robin Quist", both), ("Cy Quist", ("cy@home.example", "robin@home.example")))
    with Store.open(path, create=True) as store:
        add(store, owning("robin@home.example", books=book))
        own = own_accounts(store.connection)
    assert {Account("email", "email", address) for address in both} <= own
    assert Account("email", "email", "cy@home.example") not in own
    assert on_record(path) == {"Cy Quist": 1}


def test_what_the_user_said_of_an_own_account_holds(tmp_path: Path) -> None:
    second = member(OWN_ID + 1, "rq2", "Robin Q")
    with Store.open(tmp_path / "netaudit.db", create=True) as store:
        add(store, archive(listed(second), listed(member(OWN_ID))))
        one, other = Account("x", "id", "900"), Account("x", "id", "901")
        assert owners(store.connection, [(1, "alone", one), (1, "same", other)]) == {1}
        assert owners(store.connection, [(2, "alone", other), (2, "same", one)]) == {2}
        assert owners(store.connection, [(3, "alone", other)]) == set()


def test_profiles_are_told_apart_from_own_ones_of_another_source(tmp_path: Path) -> None:
    with Store.open(tmp_path / "netaudit.db", create=True) as store:
        add(store, archive(listed(member(17))))
        assert Account("linkedin", "url", str(OWN_ID)) not in own_accounts(store.connection)
        assert Profile(Account("x", "id", "900"), "").account in own_accounts(store.connection)
