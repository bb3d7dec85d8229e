"""Who on one platform is joined to whom on another."""

import pytest

from identity.register import DAY, Register
from netaudit.records import Account, Link


def test_a_name_and_a_fact_join_two(register: Register) -> None:
    one, other = register.on_both("Building Acme")
    register.works(one, "Acme")
    found = register.links()[other]
    assert found == Link(other, one, "same", "the same name, and the bio names Acme")


@pytest.mark.parametrize("about", ["", "Gardener"])
def test_a_name_alone_joins_nobody(register: Register, about: str) -> None:
    one, other = register.on_both(about)
    register.works(one, "Acme")
    assert (register.of(one), register.of(other)) == (one, other)


@pytest.mark.parametrize("platform", ["linkedin", "x"])
def test_where_two_have_the_name_nobody_is_joined(register: Register, platform: str) -> None:
    one, other = register.on_both("Building Acme")
    register.works(one, "Acme")
    if platform == "x":
        again = register.on_x("18", "Ana Ruiz", about="Building Acme")
    else:
        again = register.profile("ana-2", "Ana Ruiz")
    assert [register.of(n) for n in (one, other, again)] == [one, other, again]


def test_who_is_absent_is_joined_to_nobody(register: Register) -> None:
    one = register.profile("ana-r", "Ana Ruiz")
    other = register.on_x("17", "Ana Ruiz", about="linkedin.com/in/ana-r", present=False)
    assert register.of(other) == other
    assert register.evidence(one, other) == ()
    assert register.pairs() == []


def test_the_bio_of_an_absent_id_speaks_once_its_handle_is_present(register: Register) -> None:
    one = register.profile("ana-r", "Ana Ruiz")
    register.on_x("17", "Ana", {"ana": DAY}, "linkedin.com/in/ana-r", present=False)
    handle = register.on_x("ana")
    assert register.of(handle) == one


def test_an_entry_of_a_list_without_links_is_led_by_the_account_of_x(register: Register) -> None:
    entry = register.entry("Ana Ruiz", DAY)
    register.works(entry, "Acme")
    other = register.on_x("17", "Ana Ruiz", about="Acme")
    assert register.of(entry) == register.of(other) == other


def test_a_handle_without_an_id_is_joined_too(register: Register) -> None:
    one = register.profile("zanaru77", "Ana Ruiz")
    other = register.on_x("zanaru77", "Ana Ruiz")
    assert register.of(other) == one


def test_a_contact_is_the_account_of_that_name_whose_bio_has_the_address(
    register: Register,
) -> None:
    contact = register.add(Account("email", "email", "ana@example.org"), ["Ana R"])
    other = register.on_x("17", "Ana R 🚀", about="ana@example.org")
    reason = "the same e-mail address, and the same name"
    assert register.links()[contact] == Link(contact, other, "same", reason)


def test_an_address_without_a_name_may_be_anybodys_who_names_it(register: Register) -> None:
    address = register.email("ana@example.org")
    other = register.on_x("17", "Ana Ruiz", about="ana@example.org")
    assert register.verdict(address, other) == "likely"


def test_the_user_parts_what_the_evidence_joins(register: Register) -> None:
    one, other = register.on_both("linkedin.com/in/ana-r")
    register.different(other, one)
    assert (register.of(one), register.of(other)) == (one, other)
    assert register.pairs() == []


def test_the_user_joins_what_the_evidence_does_not(register: Register) -> None:
    one, other = register.profile("ana", "Ana Ruiz"), register.on_x("17", "Bo Lind")
    register.same(other, one)
    assert register.links()[other] == Link(other, one, "same", "you said so")


@pytest.mark.parametrize("taken", ["linkedin", "x"])
def test_nobody_gets_a_second_account_of_a_platform(register: Register, taken: str) -> None:
    one, other = register.on_both("linkedin.com/in/ana-r")
    if taken == "x":
        third = register.on_x("18", "Ana's other self")
        register.same(third, one)
    else:
        third = register.profile("bo-lind", "Bo Lind")
        register.same(third, other)
    assert register.of(one) != register.of(other)
    assert register.pairs() == []


def test_the_surest_of_two_is_joined(register: Register) -> None:
    one = register.profile("ana-r", "Ana Ruiz")
    register.works(one, "Acme")
    linked = register.on_x("17", "Ana", about="linkedin.com/in/ana-r")
    named = register.on_x("18", "Ana Ruiz", about="Acme")
    assert register.of(linked) == one
    assert register.of(named) == named


def test_of_two_who_fit_equally_well_neither_is_joined(register: Register) -> None:
    one = register.profile("ana-r", "Ana Ruiz", "ana@example.org")
    register.works(one, "Acme")
    mailed = register.on_x("17", "Ana", about="ana@example.org")
    named = register.on_x("18", "Ana Ruiz", about="Acme")
    assert [register.of(n) for n in (one, mailed, named)] == [one, mailed, named]
    assert {pair.verdict for pair in register.pairs()} == {"likely"}


def test_after_a_tie_nobody_less_sure_is_joined(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz")
    register.states(one, "ana@example.org", "+442079460018")
    register.works(one, "Acme")
    mailed = register.on_x("17", "Ana", about="Acme. ana@example.org")
    called = register.on_x("18", "Ana", about="Acme. +442079460018")
    named = register.on_x("19", "Ana Ruiz", about="Acme")
    scores = [sum(register.weights(one, n).values()) for n in (mailed, called, named)]
    assert scores == [11, 11, 8]
    assert [register.of(n) for n in (one, mailed, called, named)] == [one, mailed, called, named]


def test_an_address_that_both_state_is_theirs_once_they_are_one(register: Register) -> None:
    one = register.profile("ana-r", "Ana Ruiz", "ana@example.org")
    other = register.add(Account("x", "id", "17"), ["Ana Ruiz"], ["ana@example.org"])
    address = register.email("ana@example.org")
    assert register.of(other) == one
    assert register.links()[address] == Link(address, one, "same", "the same e-mail address")
    register.different(one, other)
    assert register.links()[address].candidates == (one, other)


def test_of_whom_an_account_fits_one_may_get_another_leader(register: Register) -> None:
    """Two list entries state an address; one of them turns out to be an account of X as well."""
    entry = register.entry_by_email("ana@example.org", "Ana Ruiz")
    register.works(entry, "Acme")
    other = register.entry("Ana Lind")
    register.states(other, "ana@example.org")
    address = register.email("ana@example.org")
    number = register.on_x("17", "Ana Ruiz", about="Acme")
    assert register.of(entry) == number
    assert register.links()[address].candidates == (number, other)


def test_a_logged_name_that_fits_two_who_are_one_is_theirs(register: Register) -> None:
    one, other = register.on_both("Acme")
    name = register.logged("Ana Ruiz")
    assert register.links()[name].candidates == (one, other)
    register.works(one, "Acme")
    assert register.of(name) == register.of(other) == one


def test_a_logged_name_is_not_the_account_of_x_for_want_of_credentials(register: Register) -> None:
    one, other = register.profile("p", "Ana Ruiz, PhD"), register.on_x("17", "Ana Ruiz 🚀")
    name = register.logged("Ana Ruiz")
    assert register.links()[name].candidates == (one, other)


def test_a_logged_name_needs_no_decorations(register: Register) -> None:
    other = register.on_x("17", "Ana Ruiz 🚀")
    assert register.of(register.logged("Ana Ruiz")) == other


def test_a_link_decided_to_be_on_x_is_still_found_by_the_lists(register: Register) -> None:
    """What the user said of an entry holds for the link that a newer export brings."""
    entry, number = register.entry("Ana Ruiz", DAY), register.on_x("17", "Zana")
    register.same(entry, number)
    link = register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    assert register.of(entry) == register.of(number) == link


def test_a_link_of_messages_with_another_account_of_x_is_somebody_else(register: Register) -> None:
    entry, link = register.entry("Ana Ruiz", DAY), register.profile("ana-ruiz", "Ana Ruiz")
    one, other = register.on_x("17"), register.on_x("18")
    register.same(entry, one)
    assert register.of(entry) == link
    register.same(link, other)
    assert register.of(entry) != link


def test_an_address_does_not_make_two_profiles_one_person(register: Register) -> None:
    ana, bo = register.profile("ana", "Ana Ruiz"), register.profile("bo", "Bo Lind")
    keys = ["home@example.org"]
    first = register.add(Account("email", "email", "1@example.org"), keys=keys)
    second = register.add(Account("email", "email", "2@example.org"), keys=keys)
    register.same(first, ana)
    register.same(second, bo)
    assert (register.of(first), register.of(second)) == (ana, bo)
