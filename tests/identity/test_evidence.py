"""Each kind of evidence, on the smallest cases, and what all of it comes to."""

import pytest

from identity.register import DAY, Register
from netaudit.identity import Evidence
from netaudit.identity.evidence import verdict
from netaudit.records import Account


def test_one_name_that_nobody_else_has_is_likely(register: Register) -> None:
    one, other = register.on_both()
    assert register.weights(one, other) == {"name": 4, "only ones of this name": 1}
    assert register.verdict(one, other) == "likely"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ána RUIZ, PhD", "ana ruiz 🚀"), ('Ana "Anita" Ruiz', "✨Ana Ruiz✨"), ("李 明", "李 明")],
)
def test_credentials_and_decorations_are_no_part_of_a_name(
    register: Register, one: str, other: str
) -> None:
    here, there = register.profile("p", one), register.on_x("17", other)
    assert register.weights(here, there)["name"] == 4


@pytest.mark.parametrize("name", ["🚀", "-", "A", "A."])
def test_signs_and_single_letters_are_no_name(register: Register, name: str) -> None:
    one, other = register.profile("p", name), register.on_x("17", name)
    assert register.evidence(one, other) == ()


@pytest.mark.parametrize("where", ["linkedin", "x"])
def test_a_name_that_somebody_else_has_is_possible(register: Register, where: str) -> None:
    one, other = register.on_both()
    if where == "x":
        register.on_x("18", "Ana Ruiz")
    else:
        register.profile("ana-2", "Ana Ruiz, MBA")
    assert register.weights(one, other) == {"name": 4}
    assert register.verdict(one, other) == "possible"


def test_who_is_absent_takes_no_name_away(register: Register) -> None:
    one, other = register.on_both()
    register.on_x("18", "Ana Ruiz", present=False)
    assert "only ones of this name" in register.weights(one, other)


def test_a_bio_that_links_to_the_profile(register: Register) -> None:
    one = register.profile("ana-ruiz", "Ana Ruiz")
    other = register.on_x("17", "Ana 🚀", about="https://www.linkedin.com/in/Ana-Ruiz/")
    assert register.weights(one, other) == {"profile link": 11}
    assert register.verdict(one, other) == "same"
    assert register.links()[other].reason == "the bio links to the profile"


def test_a_bio_that_links_to_somebody_else(register: Register) -> None:
    one, other = register.on_both("linkedin.com/in/bo-lind, Acme")
    register.works(one, "Acme")
    assert register.weights(one, other)["another profile link"] == -3
    assert register.verdict(one, other) == "likely"


def test_a_bio_with_the_address(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "anita@example.org")
    other = register.on_x("17", "Ana 🚀", about="DM or Anita@Example.org")
    assert register.weights(one, other) == {"e-mail address": 8}
    assert register.verdict(one, other) == "same"
    assert register.links()[other].reason == "the same e-mail address"


def test_a_bio_with_the_telephone(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    register.add(
        Account("email", "email", "ana@example.org"),
        ["Ana Ruiz"],
        ["ana@example.org", "+442079460018"],
    )
    other = register.on_x("17", "Ana", about="+44 20 7946 0018")
    assert register.weights(one, other)["phone"] == 8
    assert register.verdict(one, other) == "same"


@pytest.mark.parametrize("where", ["linkedin", "x"])
def test_a_key_that_fits_several_is_likely(register: Register, where: str) -> None:
    one = register.profile("p", "Ana Ruiz", "office@example.org")
    other = register.on_x("17", about="office@example.org")
    if where == "x":
        register.on_x("18", about="office@example.org")
    else:
        register.profile("q", "Bo Lind", "office@example.org")
    assert register.weights(one, other) == {"e-mail address": 5}
    assert register.verdict(one, other) == "likely"


def test_a_bio_that_links_to_two_profiles_is_neither(register: Register) -> None:
    one, two = register.profile("ana", "Ana Ruiz"), register.profile("bo", "Bo Lind")
    other = register.on_x("17", about="linkedin.com/in/ana linkedin.com/in/bo")
    assert register.weights(one, other) == register.weights(two, other) == {"profile link": 5}
    assert register.verdict(one, other) == register.verdict(two, other) == "likely"


def test_a_key_of_several_with_the_only_name_is_the_same(register: Register) -> None:
    one, other = register.on_both("office@example.org", "office@example.org")
    register.profile("bo", "Bo Lind", "office@example.org")
    assert sum(register.weights(one, other).values()) == 10
    assert register.verdict(one, other) == "same"


@pytest.mark.parametrize(
    ("name", "about", "against", "expected"),
    [
        ("Ben Ruiz", "ana@example.org", "another first name", "possible"),
        ("Bo Lind", "ana@example.org", "another name", "possible"),
        ("Ben Ruiz", "linkedin.com/in/p", "another first name", "possible"),
        ("Bo Lind", "linkedin.com/in/p", "another name", "possible"),
        ("Acme Support", "linkedin.com/in/p ana@example.org", "another name", "likely"),
    ],
)
def test_a_key_under_another_name(
    register: Register, name: str, about: str, against: str, expected: str
) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    other = register.on_x("17", name, about=about)
    assert register.weights(one, other)[against] < 0
    assert register.verdict(one, other) == expected


@pytest.mark.parametrize("about", ["DM or ana@example.org", "fan of linkedin.com/in/p"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana", "same"), ("Ana Maria Ruiz de León", "same"), ("Ana Maria Ruizz", "same"),
        ("", "likely"), ("🚀", "likely"), ("Ana Ruiz Fans", "likely"), ("Ana Lind", "likely"),
    ],
)  # fmt: skip
def test_a_key_in_a_bio_wants_a_name_that_agrees(
    register: Register, name: str, about: str, expected: str
) -> None:
    one = register.profile("p", "Ana Maria Ruiz", "ana@example.org")
    other = register.on_x("17", name, about=about)
    assert register.verdict(one, other) == expected


def test_a_key_that_both_state_wants_no_name(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    other = register.on_x("17")
    register.states(other, "ana@example.org")
    assert register.verdict(one, other) == "same"


@pytest.mark.parametrize("name", ["Аnna Ruizmann", "Анна Руизманн", "アンナ"])
def test_names_in_different_scripts_are_never_the_same(register: Register, name: str) -> None:
    one = register.profile("p", "Anna Ruizmann", "anna@example.org")
    other = register.on_x("17", name, about="linkedin.com/in/p anna@example.org")
    assert register.weights(one, other)["another script"] == 0
    assert register.verdict(one, other) == "likely"


def test_letters_that_only_look_the_same_are_a_hint(register: Register) -> None:
    one, other = register.profile("p", "Anna Ruizmann"), register.on_x("17", "Аnna Ruizmann")
    assert register.weights(one, other) == {"similar name": 2, "another script": 0}
    assert register.verdict(one, other) == "possible"


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        ("Jon Smithson", "John Smithson", True),
        ("Anna Schmidt", "Hanna Schmidt", True),
        ("Ana Ruiz", "Ana Ruis", False),
        ("Li", "Oliver", False),
        ("Anna", "Anna Maria Schmidt", False),
        ("Anna Schmidt", "Schmidt Anna", False),
        ("Bo L", "Bo Li", False),
    ],
)
def test_names_are_alike_to_a_letter_or_not_at_all(
    register: Register, one: str, other: str, *, similar: bool
) -> None:
    here, there = register.profile("p", one), register.on_x("17", other)
    assert ("similar name" in register.weights(here, there)) == similar
    assert register.verdict(here, there) == ("possible" if similar else "none")


def test_a_similar_name_with_a_fact_is_likely_and_with_two_no_more(register: Register) -> None:
    one = register.profile("p", "Jon Smithson", "jon@acme.example")
    other = register.on_x("17", "John Smithson", about="Acme Labs")
    register.works(one, "Acme Labs")
    assert sum(register.weights(one, other).values()) == 5
    assert register.verdict(one, other) == "likely"
    more = register.on_x("18", "John Smithson", about="Acme Labs, https://acme.example")
    assert sum(register.weights(one, more).values()) == 8
    assert register.verdict(one, more) == "likely"


def test_a_name_that_others_have_is_likely_with_facts(register: Register) -> None:
    one, other = register.on_both("Acme Labs, https://acme.example", "ana@acme.example")
    register.works(one, "Acme Labs")
    register.profile("q", "Ana Ruiz")
    assert sum(register.weights(one, other).values()) == 10
    assert register.verdict(one, other) == "likely"


@pytest.mark.parametrize(
    ("email", "bio", "agrees"),
    [
        ("ana@acme.example", "https://www.acme.example/team", True),
        ("ana@acme.example", "acme.example", True),
        ("ana@acme.example", "acme.example.org", False),
        ("ana@acme.example", "bo@acme.example", False),
        ("ana@gmail.com", "gmail.com", False),
    ],
)
def test_a_site_that_is_the_domain_of_the_address(
    register: Register, email: str, bio: str, *, agrees: bool
) -> None:
    one, other = register.on_both(bio, email)
    assert ("website" in register.weights(one, other)) == agrees
    assert register.verdict(one, other) == ("same" if agrees else "likely")


@pytest.mark.parametrize(
    ("slug", "handle", "weight"),
    [
        ("zanaru77", "zanaru77", 3),
        ("zana-ru", "Zana_Ru", 3),
        ("zaná-rú", "zanaru", 3),
        ("ana-ruiz", "ana_ruiz", 1),
        ("ruiz-ana", "ruizana", 1),
        ("anar", "anar", 1),
        ("aruiz", "aruiz", 1),
        ("ana-ruiz-1a2b3c", "anaruiz", 1),
        ("ana-ruiz-1a2b3c", "anaruiz1a2b3c", 3),
        ("ana-ruiz-2b", "anaruiz2b", 1),
        ("ana-ruiz-1", "anaruiz1", 1),
        ("dr-ana-ruiz", "drAnaRuiz", 1),
        ("real-ruiz", "real_ruiz", 1),
        ("ana-ruiz-1990", "anaruiz1990", 1),
        ("ana-ruiz-marketing", "anaruizmarketing", 3),
        ("ana-ruiz-2b", "anaruiz", None),
        ("ana-ruiz-marketing", "anaruiz", None),
        ("zz7", "zz7", None),
        ("zz77", "zz77", 1),
        ("zanaru", "zanaru7", None),
    ],
)
def test_a_handle_that_is_the_end_of_the_profile_link(
    register: Register, slug: str, handle: str, weight: int | None
) -> None:
    one = register.profile(slug, "Ana Ruiz")
    other = register.on_x("17", "Ana Ruiz", {handle.casefold(): DAY})
    assert register.weights(one, other).get("handle and profile link") == weight
    assert register.verdict(one, other) == ("same" if weight == 3 else "likely")


@pytest.mark.parametrize(
    ("address", "handle", "weight"),
    [
        ("zana.ru@gmail.com", "zanaru", 3),
        ("zana.ru+x@gmail.com", "zana_ru", 3),
        ("a.ruiz@example.org", "aruiz", 1),
        ("info@example.org", "info", None),
    ],
)
def test_a_handle_that_begins_the_address(
    register: Register, address: str, handle: str, weight: int | None
) -> None:
    one = register.profile("p", "Ana Ruiz", address)
    other = register.on_x(handle, "Ana Ruiz")
    assert register.weights(one, other).get("handle and profile link") == weight


def test_an_address_that_begins_as_the_link_ends(register: Register) -> None:
    one, other = register.profile("zanaru77", "Ana Ruiz"), register.email("zanaru77@gmail.com")
    assert register.weights(one, other) == {"handle and profile link": 3}
    assert register.verdict(one, other) == "possible"


def test_the_address_itself_is_one_fact_and_not_two(register: Register) -> None:
    one, other = register.on_both("zanaru77@gmail.com", "zanaru77@gmail.com")
    assert "handle and profile link" not in register.weights(one, other)


@pytest.mark.parametrize(
    ("name", "handle", "spells"),
    [
        ("Ana Ruiz", "anaruiz", True),
        ("Ana María Ruiz", "ana_ruiz", True),
        ("Ana Ruiz", "ruizana", True),
        ("Ana Ruiz", "anaruiz7", False),
        ("Ana Ruiz", "aruiz", False),
        ("A Bo", "abo", False),
    ],
)
def test_a_handle_that_spells_the_name(
    register: Register, name: str, handle: str, *, spells: bool
) -> None:
    one, other = register.profile("p", name), register.on_x(handle)
    found = register.evidence(one, other)
    told = Evidence("handle spells the name", 2, "the handle spells the name")
    assert found == ((told,) if spells else ())
    assert register.verdict(one, other) == ("possible" if spells else "none")


@pytest.mark.parametrize(("name", "expected"), [("Ana", 2), ("Captain", -5), ("Ana Ruiz", 5)])
def test_a_handle_spells_the_name_where_the_name_says_less(
    register: Register, name: str, expected: int
) -> None:
    one, other = register.profile("p", "Ana Ruiz"), register.on_x("anaruiz", name)
    assert sum(register.weights(one, other).values()) == expected


def test_an_address_without_a_name_spells_one(register: Register) -> None:
    one = register.on_x("17", "Ana Ruiz")
    other = register.email("ana.ruiz@example.org")
    assert register.evidence(one, other) == (
        Evidence("handle spells the name", 2, "the e-mail address spells the name"),
    )


def test_the_weightiest_evidence_comes_first_and_explains_a_join(register: Register) -> None:
    one, other = register.on_both("Acme. linkedin.com/in/ana-r")
    register.works(one, "Acme")
    assert register.of(other) == one
    found = register.evidence(one, other)
    assert [e.name for e in found] == ["profile link", "name", "company", "only ones of this name"]
    assert register.evidence(other, one) == found
    said = "the bio links to the profile, the same name, and the bio names Acme"
    assert register.links()[other].reason == said


def test_between_accounts_of_one_platform_there_is_no_evidence(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@example.org")
    address, name = register.email("ana@example.org"), register.logged("Ana Ruiz")
    twice = register.profile("q", "Ana Ruiz")
    for other in (address, name, twice, one):
        assert register.evidence(one, other) == ()


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({}, "none"),
        ({"a": 1}, "none"),
        ({"a": 2}, "possible"),
        ({"name": 4}, "possible"),
        ({"name": 4, "only ones of this name": 1}, "likely"),
        ({"name": 4, "only ones of this name": 1, "a": 2}, "likely"),
        ({"name": 4, "only ones of this name": 1, "a": 3}, "same"),
        ({"name": 4, "a": 3, "b": 3}, "likely"),
        ({"a": 5, "b": 5}, "likely"),
        ({"a": 8}, "same"),
        ({"a": 8, "b": -1}, "likely"),
        ({"a": 8, "b": -4}, "possible"),
        ({"a": 11, "another script": 0}, "likely"),
        ({"name": 4, "a": -5}, "none"),
    ],
)
def test_what_the_sum_comes_to(weights: dict[str, int], expected: str) -> None:
    assert verdict(Evidence(name, weight, "") for name, weight in weights.items()) == expected
