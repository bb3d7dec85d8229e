"""Who leads, who is judged together, and what a decision keeps apart while others are joined."""

from identity.register import Register
from netaudit.identity.clusters import rank
from netaudit.identity.companies import WORDS, weight
from netaudit.records import Account, Link


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
