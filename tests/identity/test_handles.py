"""Handles of X: whom one without an id means."""

from dataclasses import replace

import pytest

from identity.register import DAY, Register
from netaudit.records import Link


def test_a_handle_is_the_id_that_bears_it(register: Register) -> None:
    one = register.on_x("17", handles={"ana": DAY})
    register.on_x("18", handles={"bo": DAY})
    handle = register.on_x("ana")
    assert register.links()[handle] == Link(handle, one, "same", "the same handle")


def test_a_handle_that_no_id_bears_is_somebody(register: Register) -> None:
    register.on_x("17", handles={"ana": DAY})
    handle = register.on_x("ana_r", "Ana Ruiz")
    assert register.of(handle) == handle
    assert register.of(register.logged("Ana Ruiz")) == handle


def test_a_handle_that_went_to_another_id_is_that_of_the_last_one(register: Register) -> None:
    register.on_x("17", handles={"ana": DAY, "ana_old": DAY + 9})
    now = register.on_x("18", handles={"ana": DAY + 20})
    handle = register.on_x("ana")
    assert register.of(handle) == now


def test_a_handle_given_up_is_the_only_id_that_ever_had_it(register: Register) -> None:
    one = register.on_x("17", handles={"ana": DAY, "ana_now": DAY + 9})
    handle = register.on_x("ana")
    assert register.links()[handle] == Link(handle, one, "same", "a handle they had before")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"ana": DAY}, {"ana": DAY}),
        ({"ana": 0}, {"ana": 0}),
        ({"ana": DAY}, {"ana": DAY + 3000}),
        ({"ana": DAY, "x": DAY + 1}, {"ana": DAY + 1, "y": DAY + 2}),
        ({"ana": DAY}, {"ana": DAY + 1, "y": DAY + 2}),
    ],
    ids=["same day", "no day", "years apart", "both before", "after whoever has it as the newest"],
)
def test_a_handle_that_several_ids_may_bear_stays_alone(
    register: Register, first: dict[str, int], second: dict[str, int]
) -> None:
    register.on_x("17", handles=first)
    register.on_x("18", handles=second)
    handle = register.on_x("ana")
    assert register.links()[handle] == Link(handle, handle, "alone", "")


def test_both_handles_of_one_day_are_the_newest(register: Register) -> None:
    one = register.on_x("17", handles={"ana": DAY, "ana_r": DAY})
    assert {register.of(register.on_x(handle)) for handle in ("ana", "ana_r")} == {one}


def test_a_handle_is_not_the_id_it_was_parted_from(register: Register) -> None:
    one = register.on_x("17", handles={"ana": DAY})
    other = register.on_x("18", handles={"ana": DAY})
    handle = register.on_x("ana")
    register.different(handle, one)
    assert register.of(handle) == other
    register.different(handle, other)
    assert register.of(handle) == handle


def test_a_handle_the_user_gave_to_one_id_brings_no_other(register: Register) -> None:
    one = register.on_x("17", handles={"ana": DAY})
    other = register.on_x("18", handles={"bo": DAY})
    handle = register.on_x("ana")
    register.same(handle, other)
    assert register.of(handle) == other
    assert register.of(one) == one


def test_a_handle_the_user_gave_to_somebody_brings_the_id(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    handle = register.on_x("ana")
    number = register.on_x("17", handles={"ana": DAY})
    register.same(handle, ana)
    assert register.of(handle) == register.of(number) == ana


def test_handles_of_one_id_do_not_make_two_profiles_one_person(register: Register) -> None:
    ana, bo = register.profile("ana-ruiz", "Ana Ruiz"), register.profile("bo-lind", "Bo Lind")
    number = register.on_x("17", handles={"ana": DAY, "bo": DAY - 1})
    register.same(register.on_x("ana"), ana)
    register.same(register.on_x("bo"), bo)
    assert register.of(number) == ana
    assert register.of(bo) == bo


def test_an_absent_id_may_lead_and_the_person_is_present(register: Register) -> None:
    number = register.on_x("17", "Ana Ruiz", {"ana": DAY}, present=False)
    name = register.logged("Ana Ruiz")
    assert register.of(name) == name
    handle = register.on_x("ana")
    assert register.of(handle) == register.of(name) == number


def test_an_absent_handle_is_joined_and_states_nothing(register: Register) -> None:
    number = register.on_x("17", handles={"ana": DAY})
    handle = register.on_x("ana", present=False)
    register.on_x("bo", "Bo Lind", present=False)
    name = register.logged("Bo Lind")
    assert register.of(handle) == number
    assert register.links()[name] == Link(name, name, "alone", "")


def test_who_is_absent_states_no_address(register: Register) -> None:
    absent = register.on_x("17", present=False)
    stated = frozenset({"ana@example.org"})
    register.known[absent - 1] = replace(register.known[absent - 1], keys=stated)
    address = register.email("ana@example.org")
    assert register.of(address) == address
    register.known[absent - 1] = replace(register.known[absent - 1], present=True)
    assert register.of(address) == absent
