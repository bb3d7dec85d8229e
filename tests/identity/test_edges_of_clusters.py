"""Who leads, who is judged together, and what a decision keeps apart while others are joined."""

import sys

import pytest

from identity.register import DAY, Register
from netaudit.identity import Known, resolve, resolve_logged
from netaudit.identity.clusters import rank
from netaudit.identity.companies import WORDS, weight
from netaudit.records import Account, Decision, Link, Listing


def test_some_accounts_tell_a_person_better_than_others() -> None:
    kinds: list[list[Account]] = [
        [Account("linkedin", "url", "a"), Account("x", "id", "1")],
        [Account("linkedin", "email", "a@b.example")],
        [Account("linkedin", "listed", "a 2020-01-01")],
        [Account("x", "handle", "a")],
        [Account("email", "email", "a@b.example"), Account("phone", "phone", "+1")],
        [Account("linkedin", "name", "a"), Account("log", "name", "a")],
    ]
    assert [{rank(one) for one in alike} for alike in kinds] == [{n} for n in range(6)]


def test_a_written_name_takes_no_place_on_a_platform(register: Register) -> None:
    profile = register.profile("ana", "Ana Ruiz")
    number = register.on_x("17", "Ana", {"anar": 1})
    handle, name = register.on_x("anar"), register.mentioned("Somebody")
    register.same(number, profile)
    register.same(handle, name)
    assert register.of(handle) == profile


def test_a_profile_takes_its_place(register: Register) -> None:
    profile, second = register.profile("ana", "Ana Ruiz"), register.profile("cy", "Cy Orr")
    number, handle = register.on_x("17", "Ana", {"anar": 1}), register.on_x("anar")
    register.same(number, profile)
    register.same(handle, second)
    assert register.of(handle) == second


def test_three_accounts_that_the_user_joined_are_no_single_one(register: Register) -> None:
    keys = ["a@b.example", "b@b.example", "c@b.example"]
    one, two, three = map(register.email, keys)
    register.same(two, three)
    register.same(one, two)
    ana, bo = register.profile("ana", "Ana Ruiz"), register.profile("bo", "Bo Lind")
    for number in (ana, bo):
        register.states(number, *keys)
    assert register.links()[one] == Link(one, one, "alone", "")
    assert register.links()[three] == Link(three, one, "same", "you said so")


def test_those_whom_the_user_joined_are_settled_before_single_ones(register: Register) -> None:
    """Where one of them is told apart from a single one, the person is theirs."""
    single = register.email("a@b.example")
    one, two = register.email("y@b.example"), register.email("z@b.example")
    register.same(one, two)
    register.different(single, two)
    ana = register.profile("ana", "Ana Ruiz")
    register.states(ana, "a@b.example", "y@b.example", "z@b.example")
    assert (register.of(one), register.of(two)) == (ana, ana)
    assert register.of(single) == single


def test_who_is_told_apart_later_is_left_out_of_what_is_ambiguous(register: Register) -> None:
    office = register.email("office@b.example")
    ana = register.profile("ana", "Ana Ruiz", "office@b.example")
    bo = register.profile("bo", "Bo Lind", "office@b.example")
    on_x = register.on_x("17", "Ana Ruiz", about="linkedin.com/in/ana")
    assert register.links()[office].candidates == (ana, bo)
    register.different(office, on_x)
    assert register.of(on_x) == ana
    assert register.of(office) == bo


def test_links_that_fit_an_entry_by_different_names_are_all_left_alone(register: Register) -> None:
    entry = register.add(
        Account("linkedin", "listed", "ana ruiz 2020-01-01"), ["Ana Ruiz", "Anna Ruiz"], since=[9]
    )
    one, two = register.profile("ana", "Ana Ruiz"), register.profile("anna", "Anna Ruiz")
    assert [register.of(number) for number in (entry, one, two)] == [entry, one, two]


def test_a_link_that_fits_two_entries_by_different_names_is_left_alone(register: Register) -> None:
    key = "{} 2020-01-01"
    one, two = (
        register.add(Account("linkedin", "listed", key.format(name)), [name], since=[9])
        for name in ("ana ruiz", "anna ruiz")
    )
    link = register.add(Account("linkedin", "url", "ana"), ["Ana Ruiz", "Anna Ruiz"])
    assert [register.of(number) for number in (one, two, link)] == [one, two, link]


def test_the_name_of_a_site_is_no_part_of_what_is_written_with_capitals() -> None:
    assert weight("github.com Kiln", "like Github Com Kiln things") == WORDS


def test_a_link_that_is_the_only_one_of_the_name_of_an_entry(register: Register) -> None:
    entry, link = register.entry("Ana Ruiz", DAY), register.profile("ana", "Ana Ruiz, PhD")
    reason = "the only ones of this name"
    assert register.links()[entry] == Link(entry, link, "same", reason)


def test_two_links_of_a_name_are_two_people_though_one_is_not_listed(register: Register) -> None:
    one, two = register.profile("ana", "Ana Ruiz", since=DAY), register.profile("a2", "Ana Ruiz")
    assert [register.of(number) for number in (one, two)] == [one, two]


# Pairs to look at.

PAIRS, SIDES = (sys.modules[f"netaudit.identity.{name}"] for name in ("pairs", "sides"))


def test_of_pairs_that_are_merely_possible_the_best_are_kept(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PAIRS, "_MOST_POSSIBLE", 2)
    spelled = [register.profile(f"p{n}", f"{name} Quist") for n, name in enumerate(("Ana", "Bea"))]
    for n, handle in enumerate(("anaquist", "beaquist")):
        register.on_x(str(n), "", {handle: 1})
    shared = [register.profile(f"q{n}", "Cy Orr") for n in range(2)]
    register.on_x("17", "Cy Orr")
    likely = register.profile("r", "Dee Moss")
    register.on_x("18", "Dee Moss")
    found = register.pairs()
    assert [(pair.verdict, pair.score) for pair in found] == [
        ("likely", 5), ("possible", 4), ("possible", 4)
    ]  # fmt: skip
    assert [pair.one for pair in found] == [likely, *shared]
    monkeypatch.setattr(PAIRS, "_MOST_POSSIBLE", 3)
    assert [pair.one for pair in register.pairs()] == [likely, *shared, spelled[0]]


def test_a_similar_name_of_usual_words_is_a_pair_only_with_something_else(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SIDES, "_RARE", 1)
    one = register.profile("p", "Anna Ruizmann")
    register.works(one, "Apple")
    register.on_x("17", "\N{CYRILLIC CAPITAL LETTER A}nna Ruizmann")
    register.on_x("18", "Ana Ruizmann")
    assert register.pairs() == []
    eater = register.on_x("19", "Anne Ruizmann", about="I love apple pie")
    assert [(pair.one, pair.other, pair.score) for pair in register.pairs()] == [(one, eater, 3)]
    monkeypatch.setattr(SIDES, "_RARE", 4)
    assert len(register.pairs()) == 3
    monkeypatch.setattr(SIDES, "_RARE", 3)
    assert len(register.pairs()) == 1


def test_what_the_user_said_of_whoever_is_not_there_parts_nobody(register: Register) -> None:
    one = register.profile("p1", "Ana Ruiz")
    register.profile("p2", "Ana Ruiz")
    other = register.on_x("17", "Ana Ruiz")
    gone = Account("x", "id", "99")
    for decision in (
        Decision("different", gone, register.known[other - 1].account),
        Decision("different", register.known[one - 1].account, gone),
        Decision("same", gone, register.known[other - 1].account),
    ):
        register.decisions.append(decision)
    assert len(register.pairs()) == 2
    register.different(one, other)
    assert len(register.pairs()) == 1


# What is told of those who are joined.


def listing(first_on: int, last_on: int) -> list[Listing]:
    return [Listing(DAY, first_on, last_on)]


def test_an_entry_that_follows_another_is_told_so(register: Register) -> None:
    old = register.add(
        Account("linkedin", "listed", "ana ruiz 2018-10-31"), ["Ana Ruiz"], since=[DAY],
        listings=listing(DAY + 1, DAY + 10),
    )  # fmt: skip
    new = register.add(
        Account("linkedin", "email", "a@b.example"), ["Ana Ruiz"], since=[DAY],
        listings=listing(DAY + 11, DAY + 20),
    )  # fmt: skip
    reason = "the same name and date of connection"
    assert register.links()[old] == Link(old, new, "same", reason)


def test_a_link_that_follows_another_is_told_so(register: Register) -> None:
    old = register.on_list("ana-z", "Ana Ruiz", DAY + 1, DAY + 10)
    new = register.on_list("ana-b", "Ana Ruiz", DAY + 11, DAY + 20)
    reason = "the same name and date, by a changed link"
    assert register.links()[old] == Link(old, new, "same", reason)


def test_addresses_that_say_the_same_are_told_so(register: Register) -> None:
    one = register.add(Account("email", "email", "a@b.example"), ["Ana"], ["+15550100"])
    two = register.add(Account("phone", "phone", "+15550100"), ["Ana Ruiz"])
    assert register.links()[two] == Link(two, one, "same", "the same address")


def test_addresses_of_one_person_may_be_several(register: Register) -> None:
    profile = register.add(Account("linkedin", "url", "zanaru77"), ["Ana Ruiz", "Ana Quist"])
    books = [
        register.add(Account("email", "email", f"zanaru77@{host}.example"), [name])
        for host, name in (("b", "Ana Ruiz"), ("c", "Ana Quist"))
    ]
    assert [register.of(number) for number in books] == [profile, profile]


def test_new_names_in_the_log_are_judged_each_by_itself(register: Register) -> None:
    ana = register.profile("ana", "Ana Ruiz")
    standing = list(zip(register.known, resolve(register.known), strict=True))
    names = ["Zoe Orr", "Ana Ruiz", "Bo Lind"]
    new = [
        Known(9 - n, Account("log", "name", name.casefold()), frozenset({name}))
        for n, name in enumerate(names)
    ]
    links = resolve_logged(new, standing)
    assert [(link.account_id, link.person_id) for link in links] == [(7, 7), (8, ana), (9, 9)]
