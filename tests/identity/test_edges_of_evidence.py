"""What names, handles and addresses weigh, letter by letter."""

import pytest

from identity.register import Register
from netaudit.identity.evidence import Evidence, agree, reason


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ([3], "clause 0"),
        ([4, 3], "clause 0, and clause 1"),
        ([8, 4, 3, 2, -3], "clause 0, clause 1, and clause 2"),
        ([2, 5, 2], "clause 1"),
    ],
)
def test_the_reason_is_what_weighs_three_or_more(weights: list[int], told: str) -> None:
    pieces = [Evidence(f"piece {n}", one, f"clause {n}") for n, one in enumerate(weights)]
    assert reason(pieces) == told


@pytest.mark.parametrize(
    ("names", "can_be_one"),
    [
        ([], True),
        (["ana ruiz"], True),
        (["ana ruiz", ""], True),
        (["ana ruiz", "ana diaz"], True),
        (["ana ruiz", "bo ruiz"], False),
        (["ana ruiz", "ruiz ana"], True),
        (["ana maria ruiz", "maria ruiz"], True),
        (["ana maria ruiz", "maria diaz"], False),
        (["ruiz", "ana ruiz", "maria ana ruiz"], True),
        (["ruiz", "ana ruiz", "maria bo ruiz"], False),
        (["maria ana ruiz", "ruiz", "ana ruiz"], True),
    ],
)
def test_names_that_can_be_one_persons(names: list[str], *, can_be_one: bool) -> None:
    assert agree(names) == can_be_one


def pair(register: Register, name: str, named: str) -> dict[str, int]:
    """Return what two names weigh against each other."""
    return register.weights(register.profile("p1", name), register.on_x("17", named))


@pytest.mark.parametrize(
    ("name", "named", "weights"),
    [
        ("Ana Ruiz", "Ana Ruis", {}),
        ("Marianne Ruiz", "Mariane Ruiz", {"similar name": 2}),
        ("Marianne Ruiz", "Marianne Diaz", {}),
        ("Maria Ruiz", "Marie Ruiz", {"similar name": 2}),
        ("Mari Ruiz", "Mary Ruiz", {"another first name": -3}),
        ("Quinn", "Quinny", {"similar name": 2}),
        ("Quin", "Quinn", {"another name": -5}),
        ("Ana Ruiz", "Bo Lind", {"another name": -5}),
        ("Ana Ruiz", "Ana", {}),
        ("Ana Ruiz", "Ruiz Ana Maria", {}),
        ("Ana Ruiz", "Bo Ruiz", {"another first name": -3}),
        ("Анна Руис", "Anna Ruis", {"another script": 0}),
        ("Anna Руис", "Anna Ruis", {"another script": 0}),
    ],
)
def test_names_that_are_not_the_same(
    register: Register, name: str, named: str, weights: dict[str, int]
) -> None:
    assert pair(register, name, named) == weights


@pytest.mark.parametrize(
    ("slug", "handle", "weight"),
    [
        ("quietkiln", "quietkiln", 3),
        ("quiet-kiln", "quiet_kiln", 3),
        ("kiln", "kiln", 1),
        ("kilns", "kilns", 3),
        ("kil", "kil", None),
        ("anaruiz", "anaruiz", 1),
        ("ruizana", "ruizana", 1),
        ("anar", "anar", 1),
        ("arui", "arui", 1),
        ("aruiz", "aruiz", 1),
        ("anaru", "anaru", 1),
        ("ranaz", "ranaz", 1),
        ("rzana", "rzana", 3),
        ("anaruizx", "anaruizx", 1),
        ("anaruizxy", "anaruizxy", 1),
        ("anaruizxyz", "anaruizxyz", 3),
        ("anaruiz1984", "anaruiz1984", 1),
        ("anaruiz2084", "anaruiz2084", 1),
        ("anaruiz1884", "anaruiz1884", 3),
        ("dranaruiz", "dranaruiz", 1),
        ("therealanaruiz", "therealanaruiz", 1),
        ("missanaruiz", "missanaruiz", 3),
        ("quiet-kiln-1a2b3c", "quietkiln", 3),
        ("quiet-kiln-abcdef", "quietkiln", None),
        ("quiet-kiln-1a2b3", "quietkiln", None),
        ("quietkiln", "loudkiln", None),
    ],
)
def test_a_handle_that_is_the_end_of_the_link(
    register: Register, slug: str, handle: str, weight: int | None
) -> None:
    one = register.profile(slug, "Ana Ruiz")
    other = register.on_x("17", "Ana Ruiz", {handle: 1})
    weights = register.weights(one, other)
    assert weights.get("handle and profile link") == weight
    told = {e.name: e.words for e in register.evidence(one, other)}
    if weight is not None:
        words = "the handle is the end of the profile link"
        assert told["handle and profile link"] == words


@pytest.mark.parametrize(
    ("email", "handle", "weight"),
    [
        ("quietkiln@b.example", "quietkiln", 3),
        ("quiet.kiln+news@b.example", "quietkiln", 3),
        ("info@b.example", "info", None),
        ("support@b.example", "support", None),
        ("anaruiz@b.example", "anaruiz", 1),
    ],
)
def test_a_handle_with_which_the_address_begins(
    register: Register, email: str, handle: str, weight: int | None
) -> None:
    one = register.profile("p1", "Ana Ruiz", email)
    other = register.on_x("17", "Ana Ruiz", {handle: 1})
    found = {e.name: e for e in register.evidence(one, other)}
    if weight is None:
        assert "handle and profile link" not in found
    else:
        words = "the e-mail address begins with the handle"
        assert found["handle and profile link"] == ("handle and profile link", weight, words)


def test_what_is_called_alike_counts_once_and_by_the_most_telling(register: Register) -> None:
    one = register.profile("quietkiln", "Ana Ruiz", "anaruiz@b.example")
    other = register.on_x("17", "Ana Ruiz", {"anaruiz": 1, "quietkiln": 2})
    found = [e for e in register.evidence(one, other) if e.name == "handle and profile link"]
    assert [e.weight for e in found] == [3]


@pytest.mark.parametrize(
    ("handle", "spells"),
    [
        ("anaruiz", True),
        ("ana_ruiz", True),
        ("anamariaruiz", True),
        ("ruizana", True),
        ("ruizmaria", False),
        ("anamaria", False),
        ("aruiz", False),
        ("anaruizx", False),
    ],
)
def test_a_handle_that_spells_the_name(register: Register, handle: str, *, spells: bool) -> None:
    one = register.profile("p1", "Ana Maria Ruiz")
    other = register.on_x("17", "", {handle: 1})
    found = [e for e in register.evidence(one, other) if e.name == "handle spells the name"]
    assert bool(found) == spells
    if spells:
        assert found == [("handle spells the name", 2, "the handle spells the name")]


def test_a_link_that_spells_the_name(register: Register) -> None:
    one, other = register.profile("ana-ruiz-1a2b3c"), register.on_x("17", "Ana Ruiz")
    found = {e.name: (e.weight, e.words) for e in register.evidence(one, other)}
    assert found == {"handle spells the name": (2, "the profile link spells the name")}


@pytest.mark.parametrize(
    ("name", "weight"),
    [
        ("Ana Ruiz", 8),
        ("Ana", 8),
        ("Ana Maria Ruiz", 8),
        ("Bo Lind", 7),
        ("Ana Ruiz Fanclub", 7),
        ("", 7),
    ],
)
def test_an_address_in_a_bio_is_theirs_where_the_names_agree(
    register: Register, name: str, weight: int
) -> None:
    one = register.profile("p1", "Ana Ruiz", "ana@kiln.example")
    other = register.on_x("17", name, about="ana@kiln.example")
    assert register.weights(one, other)["e-mail address"] == weight


def test_evidence_comes_with_the_weightiest_first(register: Register) -> None:
    one = register.profile("quietkiln", "Ana Ruiz", "ana@kiln.example")
    register.works(one, "Zeta")
    other = register.on_x(
        "17", "Ana Ruiz", {"quietkiln": 1}, "at Zeta, kiln.example, linkedin.com/in/quietkiln"
    )
    weights = [e.weight for e in register.evidence(one, other)]
    assert weights == [11, 4, 3, 3, 3, 1]
    assert register.evidence(one, other) == register.evidence(other, one)


def test_of_several_companies_one_counts(register: Register) -> None:
    one = register.profile("p1", "Ana Ruiz")
    register.works(one, "Zeta", "Acme", "Omega")
    other = register.on_x("17", "Ana Ruiz", about="at Zeta, at Acme; I love omega things")
    found = [e.words for e in register.evidence(one, other) if e.name == "company"]
    assert found == ["the bio names Acme"]


def test_a_name_of_either_makes_a_handle_a_common_one(register: Register) -> None:
    one, other = register.profile("anaruiz", "Ana Ruiz"), register.on_x("17", "Ana", {"anaruiz": 1})
    assert register.weights(one, other)["handle and profile link"] == 1
    two, third = register.profile("bolind", "Bo"), register.on_x("18", "Bo Lind", {"bolind": 1})
    assert register.weights(two, third)["handle and profile link"] == 1


def test_a_company_called_like_either_of_them_is_no_second_fact(register: Register) -> None:
    one, other = register.profile("p1", "Ana Ruiz"), register.on_x("17", "Ana", about="at Ruiz")
    register.works(one, "Ruiz")
    assert "company" not in register.weights(one, other)


@pytest.mark.parametrize(("name", "weight"), [("", 3), ("Maximus", 3), ("Max", 1), ("Max Orr", 3)])
def test_only_a_name_of_one_word_that_both_have_makes_a_company_weigh_less(
    register: Register, name: str, weight: int
) -> None:
    one, other = register.profile("p1", "Max"), register.on_x("17", name, about="at Zeta")
    register.works(one, "Zeta")
    assert register.weights(one, other)["company"] == weight
