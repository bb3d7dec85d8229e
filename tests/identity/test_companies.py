"""Where the words of a company in a bio are its name, and where they are words."""

import pytest

from identity.register import Register
from netaudit.identity import Evidence


@pytest.mark.parametrize(
    ("company", "bio"),
    [
        ("Acme", "the acme of cooking"),
        ("Acme", "#acme"),
        ("Acme", "ACME is a word, says a friend"),
        ("acme", "Acme"),
        ("Apple", "I love apple pie and dogs"),
        ("Apple", "I love my Apple things"),
        ("Next", "What comes next?"),
        ("Mother", "mother of two"),
        ("Berlin", "Berlin"),
        ("New York", "at New York"),
        ("Software Engineer", "Software Engineer. Rust."),
        ("Freelance Photographer", "Freelance photographer in Oslo"),
        ("Retired Teacher", "Retired teacher"),
        ("Seeking Data", "Seeking Data"),
        ("The Art of Living", "the art of living well"),
        ("The Art of Living", "The art of living"),
        ("Acme Corp", "I do NOT work for Acme Corp"),
        ("Acme", "not affiliated with @acme"),
        ("Acme", "Never worked at Acme"),
    ],
)
def test_words_of_a_company_that_may_be_plain_words_are_no_fact(
    register: Register, company: str, bio: str
) -> None:
    one, other = register.on_both(bio)
    register.works(one, company)
    words = f"the bio has the words of {company}"
    assert Evidence("company", 1, words) in register.evidence(one, other)
    assert register.verdict(one, other) == "likely"


@pytest.mark.parametrize(
    ("company", "bio"),
    [
        ("Apple", "Engineer at apple"),
        ("Next", "founder of Next"),
        ("The Art of Living", "I teach The Art of Living"),
        ("The Art of Living", "teacher at the art of living"),
        ("Acme Robotics", "not shy. I like cats. We make small things. Acme Robotics"),
        ("Acme", "not Acme, but later Director of dogs and of cats at Acme"),
        ("Élan", "Joined Elan in spring"),
    ],
)
def test_where_a_company_is_meant_its_words_do_not_matter(
    register: Register, company: str, bio: str
) -> None:
    one, other = register.on_both(bio)
    register.works(one, company)
    assert register.weights(one, other)["company"] == 3
    assert register.verdict(one, other) == "same"


def test_of_two_companies_the_one_that_is_named_counts(register: Register) -> None:
    one, other = register.on_both("I love apple pie, at Zeta")
    register.works(one, "Apple", "Zeta")
    assert Evidence("company", 3, "the bio names Zeta") in register.evidence(one, other)


def test_a_name_of_one_word_and_a_company_are_not_enough(register: Register) -> None:
    one, other = register.profile("p", "Max"), register.on_x("17", "Max", about="at Acme")
    register.works(one, "Acme")
    assert register.weights(one, other)["company"] == 1
    assert register.verdict(one, other) == "likely"


@pytest.mark.parametrize(
    "bio",
    [
        "Builds things at Acme",
        "ex-ACME, now elsewhere",
        "@acme",
        "(Acmé)",
        "www.acme.example",
        "Coffee. CTO of Acme since 2019",
        "I work for acme!",
        "I build things with Acme",
        "Tea 🍵 Acme 🍵 running",
    ],
)
def test_a_bio_that_names_the_company(register: Register, bio: str) -> None:
    one, other = register.on_both(bio)
    register.works(one, "Acme, Inc.", "Other Co")
    assert Evidence("company", 3, "the bio names Acme, Inc.") in register.evidence(one, other)
    assert register.verdict(one, other) == "same"


@pytest.mark.parametrize("bio", ["acme robotics", "Eng @AcmeRobotics", "at Acme_Robotics!"])
def test_a_company_of_two_words_is_also_a_handle(register: Register, bio: str) -> None:
    one, other = register.on_both(bio)
    register.works(one, "Acme Robotics GmbH")
    assert register.weights(one, other)["company"] == 3


@pytest.mark.parametrize(
    ("company", "bio"),
    [
        ("Acme", "Acmeist poetry"),
        ("Self-employed", "self-employed and happy"),
        ("Freelance", "Freelance writer"),
        ("AB", "ab initio"),
        ("Ana Ruiz Consulting", "I am Ana Ruiz"),
        ("Ruiz", "Ana Ruiz, herself"),
        ("LinkedIn", "https://linkedin.com/company/else"),
        ("", "anything"),
    ],
)
def test_what_names_no_company(register: Register, company: str, bio: str) -> None:
    one, other = register.on_both(bio)
    register.works(one, company)
    assert "company" not in register.weights(one, other)
    assert register.verdict(one, other) == "likely"
