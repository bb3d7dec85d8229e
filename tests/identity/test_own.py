"""What is the owner's is nobody else's."""

import pytest

from identity.register import DAY, Register
from netaudit.records import Link


def test_an_own_account_is_no_part_of_a_person(register: Register) -> None:
    one, own = register.on_both("linkedin.com/in/ana-r ana@example.org", "ana@example.org")
    assert register.of(own) == one
    register.owns(own)
    assert register.links()[own] == Link(own, own, "alone", "")
    assert register.of(one) == one
    assert register.pairs() == []
    assert register.evidence(one, own) == ()


@pytest.mark.parametrize("kind", ["profile", "id"])
def test_an_own_account_takes_no_name_from_anybody(register: Register, kind: str) -> None:
    one, other = register.on_both("Acme")
    register.works(one, "Acme")
    if kind == "profile":
        own = register.profile("ana-ruiz", "Ana Ruiz")
    else:
        own = register.on_x("18", "Ana Ruiz")
    assert register.verdict(one, other) == "likely"
    register.owns(own)
    assert register.verdict(one, other) == "same"
    assert register.of(register.logged("Ana Ruiz")) == one
    assert register.of(own) == own


def test_an_own_account_takes_no_key_from_anybody(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    other = register.on_x("17", "Ana", about="ana@example.org")
    own = register.on_x("18", about="ana@example.org")
    assert register.verdict(one, other) == "likely"
    register.owns(own)
    assert register.verdict(one, other) == "same"


def test_an_own_name_means_whoever_else_has_it(register: Register) -> None:
    own = register.on_x("17", "Ana Ruiz")
    register.owns(own)
    name = register.logged("Ana Ruiz")
    assert register.links()[name] == Link(name, name, "alone", "")
    other = register.profile("p", "Ana Ruiz")
    assert register.of(name) == other


def test_an_own_id_bears_no_handle_for_others(register: Register) -> None:
    own = register.on_x("17", handles={"ana": DAY + 9})
    register.owns(own)
    handle = register.on_x("ana")
    assert register.of(handle) == handle
    number = register.on_x("18", handles={"ana": DAY})
    assert register.of(handle) == number


def test_an_own_address_states_nothing(register: Register) -> None:
    address = register.email("ana@example.org")
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    assert register.of(address) == one
    register.owns(address)
    assert register.of(address) == address


def test_what_the_user_made_one_with_an_own_account_is_the_owners(register: Register) -> None:
    own, second = register.on_x("17"), register.on_x("18", "Ana Ruiz", about="linkedin.com/in/p")
    other = register.profile("p", "Ana Ruiz")
    register.owns(own)
    register.same(own, second)
    assert register.of(second) == own
    assert register.of(other) == other
    assert register.pairs() == []
