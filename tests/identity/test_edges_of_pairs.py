"""Who is looked at as a pair: crowds and similar names at their edges, and pairs of one person."""

import sys

import pytest

from identity.register import DAY, Register
from netaudit.identity import pairs, resolve

PAIRS = sys.modules["netaudit.identity.pairs"]


def crowd(register: Register) -> list[int]:
    """Make up people who have something in common in every way there is; return them all."""
    ana = register.profile("quietkiln", "Ana Ruiz", "ana@kiln.example", DAY)
    register.works(ana, "Zeta")
    return [
        ana,
        register.profile("bo-lind", "Bo Lind", "bo@b.example", DAY),
        register.profile("p3", "Marianne Quist", since=DAY),
        register.profile("p4", "Dee Moss", since=DAY),
        register.profile("p5", "Dee Moss, PhD", since=DAY),
        register.profile("p6", "Élan Vital", since=DAY),
        register.on_x("11", "Ana Ruiz"),
        register.on_x("12", "Quiet", {"quietkiln": 1}),
        register.on_x("13", "", {"bolind": 1}),
        register.on_x("14", "Mariane Quist"),
        register.on_x("15", "Dee Moss"),
        register.on_x("16", "Somebody", about="bo@b.example"),
        register.on_x("17", "elan_vital"),
        register.on_x("18", "", {"vitalelan": 1}),
        register.on_x("19", "Nobody Else"),
        register.email("ana.ruiz@c.example"),
    ]


def test_the_pairs_of_one_person_are_those_of_all_in_which_they_are(register: Register) -> None:
    everybody = crowd(register)
    links = resolve(register.known)
    found = pairs(register.known, links)
    assert len(found) >= 9
    for person in everybody:
        theirs = [pair for pair in found if person in {pair.one, pair.other}]
        assert pairs(register.known, links, person=person) == theirs
    assert pairs(register.known, links, person=999) == []


def test_whom_the_user_ignores_is_in_no_pair(register: Register) -> None:
    everybody = crowd(register)
    links = resolve(register.known)
    found = pairs(register.known, links)
    for person in everybody:
        left = [pair for pair in found if person not in {pair.one, pair.other}]
        assert pairs(register.known, links, ignored=[person]) == left


@pytest.mark.parametrize(("alike", "are_pairs"), [(1, True), (2, False)])
def test_a_similar_name_that_a_crowd_bears_is_no_pair(
    register: Register, monkeypatch: pytest.MonkeyPatch, alike: int, *, are_pairs: bool
) -> None:
    monkeypatch.setattr(PAIRS, "_CROWD", 1)
    register.profile("p", "Marianne Quist")
    for number in range(alike):
        register.on_x(str(number), "Mariane Quist")
    assert bool(register.pairs()) == are_pairs


@pytest.mark.parametrize(("bearers", "verdicts"), [(1, ["likely"]), (2, [])])
def test_a_name_that_a_crowd_bears_is_no_pair(
    register: Register, monkeypatch: pytest.MonkeyPatch, bearers: int, verdicts: list[str]
) -> None:
    monkeypatch.setattr(PAIRS, "_CROWD", 1)
    register.profile("p", "Ana Ruiz")
    for number in range(bearers):
        register.on_x(str(number), "Ana Ruiz")
    assert [pair.verdict for pair in register.pairs()] == verdicts


@pytest.mark.parametrize(("most", "are_pairs"), [(2, True), (1, False)])
def test_a_word_that_a_crowd_has_makes_no_similar_names(
    register: Register, monkeypatch: pytest.MonkeyPatch, most: int, *, are_pairs: bool
) -> None:
    monkeypatch.setattr(PAIRS, "_CROWD_OF_WORDS", most)
    register.profile("p", "Marianne Quist")
    register.on_x("1", "Mariane Quist")
    register.on_x("2", "Somebody Quist")
    assert bool(register.pairs()) == are_pairs


def test_names_with_a_word_in_common_are_no_pair_for_their_facts_alone(register: Register) -> None:
    one = register.profile("p", "Ana Ruiz", "ana@kiln.example")
    register.works(one, "Zeta")
    other = register.on_x("17", "Bea Ruiz", about="at Zeta, kiln.example")
    assert sum(register.weights(one, other).values()) == 3
    assert register.pairs() == []


@pytest.mark.parametrize(
    ("name", "named", "verdict"),
    [
        ("Al Wee", "Al Weee", "possible"),
        ("Al Ve", "Al Vee", "none"),
        ("Ana Wee", "Ana Wee", "likely"),
    ],
)
def test_similar_names_have_five_letters(
    register: Register, name: str, named: str, verdict: str
) -> None:
    one, other = register.profile("p", name), register.on_x("17", named)
    assert register.verdict(one, other) == verdict


def test_a_name_that_somebody_wrote_is_joined_with_nobody_on_another_platform(
    register: Register,
) -> None:
    written, other = (
        register.mentioned("Ana Ruiz"),
        register.on_x("17", "Ana Ruiz", about="at Zeta"),
    )
    register.works(written, "Zeta")
    assert sum(register.weights(written, other).values()) == 8
    assert [register.of(number) for number in (written, other)] == [written, other]
    assert [pair.verdict for pair in register.pairs()] == ["likely"]
