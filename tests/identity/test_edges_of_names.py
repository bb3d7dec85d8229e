"""Whose a name is that somebody wrote, and which names tell people apart at all."""

from dataclasses import replace

import pytest

from identity.register import DAY, Register
from netaudit.records import Account, Link


def test_two_names_on_linkedin_are_not_each_others(register: Register) -> None:
    one, two = register.mentioned("Ana Ruiz"), register.mentioned("Ana Ruiz, PhD")
    assert [register.of(number) for number in (one, two)] == [one, two]


def test_names_in_the_log_are_those_on_linkedin_where_nobody_else_bears_them(
    register: Register,
) -> None:
    told = [register.mentioned(name) for name in ("Ana Ruiz", "Bo Lind", "Cy Orr")]
    logged = [register.logged(name) for name in ("Ana Ruiz", "Bo Lind", "Cy Orr")]
    assert [register.of(number) for number in logged] == told


def test_who_is_absent_bears_no_name_and_keeps_nobody_from_theirs(register: Register) -> None:
    absent = register.on_x("10", "Ana Ruiz", present=False)
    bo = register.on_x("17", "Bo Lind")
    ana, name = register.logged("Ana Ruiz"), register.logged("Bo Lind")
    assert [register.of(number) for number in (absent, bo, ana, name)] == [absent, bo, ana, bo]


@pytest.mark.parametrize(
    "address",
    [Account("email", "email", "annie@b.example"), Account("phone", "phone", "+15550177")],
    ids=["email", "phone"],
)
def test_what_an_address_book_calls_somebody_is_a_name_of_theirs(
    register: Register, address: Account
) -> None:
    profile = register.add(Account("linkedin", "url", "ana"), ["A. Ruiz"], [address.key], [DAY])
    book = register.add(address, ["Annie Ruiz"])
    register.same(book, profile)
    name, longer = register.logged("Annie Ruiz"), register.logged("Annie Ruiz, PhD")
    assert [register.of(number) for number in (name, longer)] == [profile, longer]


def test_whoever_stands_only_in_an_address_book_is_meant_where_nobody_else_can_be(
    register: Register,
) -> None:
    book = register.add(Account("email", "email", "annie@b.example"), ["Annie Ruiz"])
    name = register.logged("Annie Ruiz")
    assert register.links()[name] == Link(name, book, "same", "the only person of this name")
    profile = register.profile("ana", "Annie Ruiz, PhD")
    assert register.of(name) == profile


def test_just_that_name_comes_before_one_with_credentials(register: Register) -> None:
    with_phd, plain = register.profile("a", "Ana Ruiz, PhD"), register.profile("b", "Ana Ruiz")
    name = register.logged("Ana Ruiz")
    assert register.of(name) == plain
    other = register.on_x("17", "Ana Ruiz 🚀")
    assert register.links()[name].candidates == (plain, other)
    assert register.of(with_phd) == with_phd


def test_a_name_in_the_log_speaks_for_nobody(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz")
    name = register.add(Account("log", "name", "ana ruiz"), ["Ana Ruiz"])
    register.different(one, name)
    assert register.of(name) == name
    assert register.evidence(one, name) == ()


@pytest.mark.parametrize(
    ("name", "tells"), [("Bo", True), ("李明", True), ("B2", False), ("B 2", False), ("B O", True)]
)
def test_names_that_tell_people_apart_have_two_letters(
    register: Register, name: str, *, tells: bool
) -> None:
    one, other = register.profile("p", name), register.on_x("17", name)
    assert (register.weights(one, other).get("name") == 4) == tells


def test_of_a_written_name_nothing_can_be_stated(register: Register) -> None:
    name = register.add(Account("linkedin", "name", "ana ruiz"), ["Ana Ruiz"], ["ana@b.example"])
    other = register.on_x("17", about="ana@b.example")
    assert register.evidence(name, other) == ()


def test_what_is_said_beside_a_written_name_is_nobodys(register: Register) -> None:
    name = register.add(Account("linkedin", "name", "ana ruiz"), ["Ana Ruiz"])
    said = replace(register.known[name - 1], about=frozenset({"ana@b.example"}))
    register.known[name - 1] = said
    other = register.on_x("17", about="ana@b.example")
    assert register.evidence(name, other) == ()


def test_a_written_name_is_no_name_of_whom_it_was_joined_to(register: Register) -> None:
    profile, name = register.profile("p", "A. Quist"), register.mentioned("Ana Ruiz")
    register.same(name, profile)
    other = register.on_x("17", "Ana Ruiz")
    assert "name" not in register.weights(profile, other)


@pytest.mark.parametrize(
    ("account", "key"),
    [
        (Account("phone", "phone", "+442079460018"), "phone"),
        (Account("email", "email", "ana@b.example"), "e-mail address"),
    ],
)
def test_the_key_of_an_address_is_stated_as_theirs(
    register: Register, account: Account, key: str
) -> None:
    one = register.add(account, ["Ana Ruiz"])
    other = register.on_x("17", about=account.key)
    register.states(other, account.key)
    third = register.on_x("18", "Bo Lind")
    register.different(one, other)
    assert register.weights(one, other) == {key: 8}
    assert register.weights(one, third) == {"another name": -5}
