"""Pairs for the user to look at."""

from dataclasses import replace

import pytest

from identity.register import DAY, Register
from netaudit.identity import Pair, resolve
from netaudit.identity import pairs as find_pairs
from netaudit.records import Account, Decision


def test_nobody_makes_no_pair() -> None:
    assert find_pairs([], []) == []


def test_a_pair_tells_who_and_why(register: Register) -> None:
    one, other = register.on_both()
    found = register.evidence(one, other)
    assert register.pairs() == [Pair(one, other, "likely", 5, found)]


def test_the_likeliest_pair_comes_first_then_by_account(register: Register) -> None:
    register.on_x("5", "Cy Smithson")
    register.on_x("4", "Bo Lindqvist")
    register.on_x("3", "Ana Ruiz")
    register.profile("a", "Cyd Smithson")
    register.profile("c", "Ana Ruiz")
    register.profile("b", "Bo Lindqvist")
    found = register.pairs()
    assert [(one, other) for one, other, *_ in found] == [(6, 2), (5, 3), (4, 1)]
    assert [pair.score for pair in found] == [5, 5, 2]


def test_people_are_named_by_their_leading_accounts(register: Register) -> None:
    address = register.email("ana@example.org")
    one = register.profile("ana", "Ana Ruiz", "ana@example.org")
    handle = register.on_x("ana_r", "Ana Ruiz")
    number = register.on_x("17", handles={"ana_r": DAY})
    assert register.of(address) == one
    assert register.of(handle) == number
    assert [pair[:2] for pair in register.pairs()] == [(one, number)]


@pytest.mark.parametrize("kind", ["same", "different"])
def test_what_the_user_said_is_not_asked_again(register: Register, kind: str) -> None:
    one, other = register.on_both()
    if kind == "same":
        register.same(other, one)
    else:
        register.different(other, one)
    assert register.pairs() == []


def test_whoever_is_ignored_is_in_no_pair(register: Register) -> None:
    one, other = register.on_both()
    links = list(register.links().values())
    for ignored in ([one], [other], [one, other]):
        assert find_pairs(register.known, links, ignored=ignored) == []
    assert len(find_pairs(register.known, links, ignored=[404])) == 1


def test_what_the_user_said_holds_for_all_accounts_of_the_two(register: Register) -> None:
    address = register.email("ana@example.org")
    register.profile("ana", "Ana Ruiz", "ana@example.org")
    register.on_x("17", "Ana Ruiz", {"ana_r": DAY})
    handle = register.on_x("ana_r")
    assert len(register.pairs()) == 1
    register.different(handle, address)
    assert register.pairs() == []


def test_decisions_about_unknown_accounts_change_nothing(register: Register) -> None:
    register.on_both()
    gone = Account("x", "id", "404")
    register.decisions.append(Decision("different", gone, gone))
    assert len(register.pairs()) == 1


def test_a_contact_of_an_address_book_is_found_by_name_on_both(register: Register) -> None:
    contact = register.add(Account("email", "email", "a@example.org"), ["Ana Ruiz"])
    one, other = register.on_both()
    found = [pair[:2] for pair in register.pairs()]
    assert found == [(one, contact), (one, other), (other, contact)]


def test_a_contact_who_is_on_both_platforms_makes_one_pair(register: Register) -> None:
    one, other = register.on_both("linkedin.com/in/ana-r")
    contact = register.add(Account("email", "email", "a@example.org"), ["Ana Ruiz"])
    assert register.of(other) == one
    assert [pair[:2] for pair in register.pairs()] == [(one, contact)]


def test_two_contacts_are_no_pair(register: Register) -> None:
    for key in ("a@example.org", "b@example.org"):
        register.add(Account("email", "email", key), ["Ana Ruiz"], [key])
    assert register.pairs() == []


def test_a_name_on_linkedin_is_a_person_where_it_is_all_there_is(register: Register) -> None:
    name, other = register.mentioned("Ana Ruiz"), register.on_x("17", "Ana Ruiz")
    register.logged("Bo Lind")
    register.on_x("18", "Bo Lindt")
    assert [pair[:2] for pair in register.pairs()] == [(name, other)]


def test_whose_name_is_ambiguous_is_no_person(register: Register) -> None:
    for slug in ("a", "b"):
        register.profile(slug, "Ana Ruiz")
    name, other = register.mentioned("Ana Ruiz"), register.on_x("17", "Ana Ruiz")
    assert register.links()[name].verdict == "ambiguous"
    assert {pair[:2] for pair in register.pairs()} == {(1, other), (2, other)}
    assert register.evidence(name, other) == ()


def test_the_end_of_a_link_is_found_in_a_handle_and_in_an_address(register: Register) -> None:
    link = register.profile("zanaru77")
    handle, address = register.on_x("zanaru77"), register.email("zanaru77@gmail.com")
    found = {pair[:2] for pair in register.pairs()}
    assert found == {(link, handle), (link, address), (handle, address)}


def test_a_name_that_a_crowd_has_tells_nobody(register: Register) -> None:
    for number in range(11):
        register.profile(f"p{number}", "Ana Ruiz")
        register.on_x(f"1{number}", "Ana Ruiz")
    assert register.pairs() == []
    for number in (1, 2):
        register.states(number, "ana@example.org", "office@example.org")
    register.states(4, "office@example.org")
    assert [pair[:2] for pair in register.pairs()] == [(1, 2), (1, 4)]


def test_the_order_of_accounts_does_not_matter(register: Register) -> None:
    for number in range(4):
        register.profile(f"ana-{number}", f"Ana Smithso{'n' * number}")
        register.on_x(f"1{number}", f"Ana Smithso{'n' * number}", about="Gardener")
    expected = register.pairs()
    assert len(expected) > 4
    for start in range(len(register.known)):
        turned = [*register.known[start:], *register.known[:start]]
        assert find_pairs(turned, resolve(turned)) == expected
        assert find_pairs(turned[::-1], resolve(turned)[::-1]) == expected


def test_the_pairs_of_one_person(register: Register) -> None:
    one, other = register.on_both()
    similar = register.on_x("18", "Ana Ruizz")
    spelled = register.on_x("anaruiz")
    mailed = register.on_x("19", about="ana@example.org")
    register.states(one, "ana@example.org")
    register.profile("zanaru77", "Bo Lind")
    register.on_x("zanaru77")
    links = resolve(register.known)
    found = find_pairs(register.known, links, person=one)
    assert {pair.other for pair in found} == {other, similar, spelled, mailed}
    assert found == [pair for pair in register.pairs() if pair.one == one]
    assert find_pairs(register.known, links, person=similar) == [found[-1]]
    assert find_pairs(register.known, links, person=404) == []


def test_a_name_like_another_of_words_that_many_have_is_no_pair(register: Register) -> None:
    one, other = register.profile("p", "Jon Smithson"), register.on_x("17", "John Smithson")
    assert register.verdict(one, other) == "possible"
    for number in range(60):
        register.profile(f"s{number}", f"{'abcdefghij'[number % 10] * (number // 10 + 3)} Smithson")
    assert register.verdict(one, other) == "none"
    register.works(one, "Acme")
    told = register.known[other - 1]
    register.known[other - 1] = replace(told, about=frozenset({"at Acme"}))
    assert register.verdict(one, other) == "likely"


@pytest.mark.unwatched
def test_no_more_possible_pairs_than_somebody_looks_at(register: Register) -> None:
    for number in range(220):
        for place in range(10):
            name = f"Ana Ruiz{number:03}".translate(str.maketrans("0123456789", "abcdefghij"))
            if place < 5:
                register.profile(f"{number}-{place}", name)
            else:
                register.on_x(f"{number}{place}", name)
    likely = (register.profile("bo", "Bo Lind"), register.on_x("5", "Bo Lind"))
    found = register.pairs()
    assert len(found) == 2001
    assert found[0][:2] == likely
