"""Each rule by which accounts become people, on the smallest cases."""

from dataclasses import replace

import pytest

from identity.register import DAY, Register
from netaudit.identity import resolve
from netaudit.records import Account, Link, Listing


def test_nobody_known_gives_no_link() -> None:
    assert resolve([]) == []


def test_a_profile_link_is_a_person(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    other = register.profile("ana-ruiz-2", "Ana Ruiz", since=DAY)
    assert list(register.links().values()) == [
        Link(one, one, "alone", ""),
        Link(other, other, "alone", ""),
    ]


def test_a_numeric_id_is_a_person(register: Register) -> None:
    one = register.add(Account("x", "id", "17"), ["Ana Ruiz"])
    assert register.of(one) == one


def test_an_address_joins_whoever_states_it(register: Register) -> None:
    register.profile("bo-lind", "Bo Lind", "bo@example.org")
    ana = register.profile("ana-ruiz", "Ana Ruiz", "ana@example.org")
    address = register.email("ana@example.org")
    assert register.links()[address] == Link(address, ana, "same", "the same e-mail address")


def test_an_address_that_two_people_state_is_nobodys(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz", "office@example.org")
    bo = register.profile("bo-lind", "Bo Lind", "office@example.org")
    address = register.email("office@example.org")
    found = register.links()[address]
    assert found == Link(address, address, "ambiguous", "fits 2 people", (ana, bo))


def test_an_address_that_nobody_states_stands_alone(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz", "ana@example.org")
    address = register.email("bo@example.org")
    assert register.links()[address] == Link(address, address, "alone", "")


def test_a_name_states_no_address_for_somebody_else(register: Register) -> None:
    register.add(Account("linkedin", "name", "ana ruiz"), ["Ana Ruiz"], ["ana@example.org"])
    address = register.email("ana@example.org")
    assert register.of(address) == address


def test_an_entry_by_address_joins_the_profile_that_states_it(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz", "ana@example.org", DAY)
    entry = register.entry_by_email("ana@example.org", "Ana R.", DAY - 400)
    assert register.links()[entry].reason == "the same e-mail address"
    assert register.of(entry) == ana


@pytest.mark.parametrize("shift", [-1, 0, 1])
def test_an_entry_joins_the_profile_of_its_name_and_day(register: Register, shift: int) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruíz", since=DAY)
    register.profile("bo-lind", "Bo Lind", since=DAY)
    entry = register.entry("ANA RUIZ", DAY + shift)
    by_email = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY + shift)
    for number in (entry, by_email):
        found = register.links()[number]
        assert found == Link(number, ana, "same", "the same name and date of connection")


@pytest.mark.parametrize("shift", [-2, 2, 365])
def test_an_entry_of_another_day_is_somebody_else(register: Register, shift: int) -> None:
    register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    entry = register.entry("Ana Ruiz", DAY + shift)
    assert register.links()[entry] == Link(entry, entry, "alone", "")


def test_an_entry_without_a_day_is_somebody_else(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    entry = register.entry("Ana Ruiz")
    assert register.of(entry) == entry


def test_an_entry_that_fits_two_profiles_is_ambiguous(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    other = register.profile("ana-ruiz-2", "Ana Ruiz", since=DAY + 1)
    entry = register.entry("Ana Ruiz", DAY)
    assert register.links()[entry].candidates == (one, other)


def test_a_stated_address_goes_before_name_and_day(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    moved = register.profile("ana-ruiz-2", "Ana Ruiz", "ana@example.org", DAY + 500)
    entry = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    assert register.of(entry) == moved


def test_an_address_two_profiles_state_is_not_settled_by_a_third_name(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz", "office@example.org")
    other = register.profile("bo-lind", "Bo Lind", "office@example.org")
    register.profile("cy-orr", "Cy Orr", since=DAY)
    entry = register.entry_by_email("office@example.org", "Cy Orr", DAY)
    assert register.links()[entry].candidates == (one, other)


def test_a_logged_address_follows_the_entry_of_an_old_export(register: Register) -> None:
    """The old export has the address, the new one the link: all three are one person."""
    address = register.email("ana@example.org")
    entry = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    ana = register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    assert register.of(entry) == ana
    assert register.of(address) == ana


def test_a_logged_address_is_not_ambiguous_between_old_and_new_export(register: Register) -> None:
    address = register.email("ana@example.org")
    register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    ana = register.profile("ana-ruiz", "Ana Ruiz", "ana@example.org", DAY)
    assert register.of(address) == ana


def test_an_old_entry_by_address_leads_the_logged_address(register: Register) -> None:
    address = register.email("ana@example.org")
    entry = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    assert register.of(address) == entry


def test_an_address_of_an_ambiguous_entry_is_as_ambiguous(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz", since=DAY)
    other = register.profile("ana-ruiz-2", "Ana Ruiz", since=DAY)
    entry = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    address = register.email("ana@example.org")
    for number in (entry, address):
        assert register.links()[number].candidates == (one, other)


def test_a_mentioned_name_is_the_only_person_of_its_core(register: Register) -> None:
    ana = register.profile("ana-ruiz", 'Ana "Anita" Ruiz, PhD')
    name = register.mentioned("Ana Ruiz")
    found = register.links()[name]
    assert found == Link(name, ana, "same", "the only person of this name")


def test_a_logged_name_needs_no_credentials(register: Register) -> None:
    ana = register.profile("ana-ruiz", 'Ana "Anita" Ruiz, PhD')
    assert register.of(register.logged("Ana Ruiz")) == ana


def test_a_logged_name_means_first_of_all_who_bears_just_that_name(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz, PhD")
    plain = register.profile("ana-ruiz-2", "Ana Ruiz")
    assert register.of(register.logged("Ana Ruiz")) == plain


def test_a_logged_name_that_fits_two_but_for_credentials_is_ambiguous(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz, PhD")
    other = register.profile("ana-ruiz-2", "Ana Ruiz, MBA")
    name = register.logged("Ana Ruiz")
    assert register.links()[name].candidates == (one, other)


def test_a_mentioned_name_looks_among_linkedin_people_only(register: Register) -> None:
    register.add(Account("x", "id", "17"), ["Ana Ruiz"])
    name = register.mentioned("Ana Ruiz")
    assert register.of(name) == name


def test_a_logged_name_looks_among_all(register: Register) -> None:
    somebody = register.add(Account("x", "id", "17"), ["Ána  RUIZ"])
    name = register.logged("Ana Ruiz")
    assert register.of(name) == somebody


def test_a_logged_name_may_be_one_that_was_only_mentioned(register: Register) -> None:
    mentioned = register.mentioned("Ana Ruiz")
    logged = register.logged("Ana Ruiz")
    assert register.of(logged) == mentioned


def test_a_logged_name_stays_with_a_mention_that_finds_its_person(register: Register) -> None:
    """The list calls her "Ana Ruiz, PhD"; a message without a link called her "Ana Ruiz"."""
    register.mentioned("Ana Ruiz")
    logged = register.logged("Ana Ruiz")
    ana = register.profile("ana-ruiz", "Ana Ruiz, PhD")
    assert register.of(logged) == ana


def test_a_name_of_two_people_is_ambiguous_and_names_them(register: Register) -> None:
    two = register.profile("ana-ruiz-2", "Ana Ruiz")
    one = register.profile("ana-ruiz", "Ana Ruiz")
    for number in (register.logged("Ana Ruiz"), register.mentioned("Ana Ruiz")):
        found = register.links()[number]
        assert found == Link(number, number, "ambiguous", "fits 2 people", (one, two))


def test_a_logged_name_is_as_ambiguous_as_the_mention_of_it(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz, PhD")
    two = register.profile("ana-ruiz-2", "Ana Ruiz, MBA")
    register.mentioned("Ana Ruiz")
    logged = register.logged("Ana Ruiz")
    assert register.links()[logged].candidates == (one, two)


def test_a_name_nobody_bears_stands_alone(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz")
    assert [register.of(n) for n in (register.mentioned("Bo"), register.logged("Cy"))] == [2, 3]


def test_a_name_never_makes_two_entries_one(register: Register) -> None:
    one, other = register.entry("Ana Ruiz", DAY), register.entry("Ana Ruiz", DAY + 99)
    name = register.logged("Ana Ruiz")
    assert (register.of(one), register.of(other)) == (one, other)
    assert register.links()[name].candidates == (one, other)


def test_a_link_that_follows_on_another_is_the_same_person(register: Register) -> None:
    old = register.on_list("zoe", "Ana Ruiz", DAY + 10, DAY + 19)
    new = register.on_list("ana-ruiz", "ana ruiz", DAY + 20, DAY + 30)
    newest = register.on_list("ana", "Ana Ruiz", DAY + 30, DAY + 40)
    assert len({register.of(n) for n in (old, new, newest)}) == 3  # the last two meet
    gone = frozenset([Listing(DAY, DAY + 20, DAY + 29)])
    register.known[1] = replace(register.known[1], listings=gone)
    assert {register.of(n) for n in (old, new, newest)} == {newest}
    assert register.links()[old].reason == "the same name and date, by a changed link"
    register.different(old, new)
    assert register.of(old) == old
    assert register.of(new) == newest


@pytest.mark.parametrize(
    ("name", "first_on", "since"),
    [("Bo Lind", DAY + 20, DAY), ("Ana Ruiz", DAY + 19, DAY), ("Ana Ruiz", DAY + 20, DAY + 1)],
)
def test_a_link_of_another_name_or_day_or_before_is_another_person(
    register: Register, name: str, first_on: int, since: int
) -> None:
    old = register.on_list("ana-ruiz", "Ana Ruiz", DAY + 10, DAY + 19)
    listing = Listing(since, first_on, DAY + 40)
    account = Account("linkedin", "url", "ana-ruiz-now")
    new = register.add(account, [name], [], [since], [listing])
    assert (register.of(old), register.of(new)) == (old, new)


def test_which_address_joins_first_is_the_same_in_every_run(register: Register) -> None:
    """An order of sets of text is drawn anew with each run of the program."""
    for n in range(8):
        keys = [f"a{n}@example.org", f"b{n}@example.org"]
        both = register.add(Account("email", "email", f"1-{n}@example.org"), keys=keys)
        first = register.add(Account("email", "email", f"2-{n}@example.org"), keys=keys[:1])
        second = register.add(Account("email", "email", f"3-{n}@example.org"), keys=keys[1:])
        register.different(first, second)
        assert (register.of(first), register.of(second)) == (both, second)


def test_a_link_that_only_messages_have_is_the_only_entry_of_its_name(register: Register) -> None:
    entry, link = register.entry("Ana Ruiz", DAY), register.profile("ana-ruiz", "Ana Ruiz, PhD")
    mention = register.mentioned("Ana Ruiz")
    assert [register.of(number) for number in (link, entry, mention)] == [link, link, link]


@pytest.mark.parametrize("other", ["entry", "link", "listed link"])
def test_of_two_that_could_be_meant_by_a_link_neither_is(register: Register, other: str) -> None:
    entry, link = register.entry("Ana Ruiz", DAY), register.profile("ana-ruiz", "Ana Ruiz")
    if other == "entry":
        register.entry("Ana Ruiz", DAY + 9)
    else:
        register.profile("ana-2", "Ana Ruiz", since=DAY + 9 if other == "listed link" else 0)
    assert register.of(entry) != register.of(link)


def test_a_link_that_stands_in_a_list_is_an_entry_by_its_date_only(register: Register) -> None:
    entry = register.entry("Ana Ruiz", DAY)
    link = register.profile("ana-ruiz", "Ana Ruiz", since=DAY + 9)
    assert register.of(entry) != register.of(link)


def test_who_shares_a_telephone_and_a_surname_stays_who_they_are(register: Register) -> None:
    home = "+15550100"
    ada = register.profile("ada", "Ada Ruiz", "ada@example.org", DAY)
    ben = register.profile("ben", "Ben Ruiz", "ben@example.org", DAY + 1)
    for name in ("Ada", "Ben"):
        key = f"{name.casefold()}@example.org"
        register.add(Account("email", "email", key), [f"{name} Ruiz"], [key, home])
    assert (register.of(3), register.of(4)) == (ada, ben)
    short = register.add(Account("phone", "phone", home), ["Ben"], [home])
    assert register.of(short) != register.of(ben)  # three share it, and they are two


def test_an_entry_that_shows_its_address_no_more_is_the_same_entry(register: Register) -> None:
    shown = register.entry_by_email("ana@example.org", "Ana Ruiz", DAY)
    bare = register.entry("Ana Ruiz", DAY)
    for number, first_on in ((shown, DAY + 10), (bare, DAY + 20)):
        known = register.known[number - 1]
        listing = frozenset([Listing(DAY, first_on, first_on + 5)])
        register.known[number - 1] = replace(known, listings=listing)
    assert register.of(bare) == register.of(shown) == shown
