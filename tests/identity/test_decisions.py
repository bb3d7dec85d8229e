"""What the user decides goes before every rule."""

from identity.register import Register
from netaudit.records import Account, Decision, Link


def test_the_user_joins_what_no_rule_would(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    name = register.logged("Ani")
    register.same(name, ana)
    assert register.links()[name] == Link(name, ana, "same", "you said so")
    assert register.links()[ana] == Link(ana, ana, "alone", "")


def test_the_user_settles_an_ambiguous_name(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz")
    other = register.profile("ana-ruiz-2", "Ana Ruiz")
    name = register.logged("Ana Ruiz")
    register.same(other, name)
    assert register.of(name) == other


def test_the_user_parts_what_a_rule_would_join(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    name = register.logged("Ana Ruiz")
    register.different(name, ana)
    assert register.of(name) == name


def test_parting_from_one_leaves_the_other(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    other = register.profile("ana-ruiz-2", "Ana Ruiz")
    name = register.logged("Ana Ruiz")
    register.different(ana, name)
    assert register.of(name) == other


def test_whom_the_user_parted_do_not_meet_again_through_a_third(register: Register) -> None:
    """The name is not the address, but both fit the profile."""
    ana = register.profile("ana-ruiz", "Ana Ruiz", "ana@example.org")
    address = register.email("ana@example.org")
    name = register.logged("Ana Ruiz")
    register.different(name, address)
    assert register.of(address) == ana
    assert register.of(name) == name


def test_a_parting_holds_for_all_that_is_joined_to_its_ends(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    nick, name = register.logged("Ani"), register.logged("Ana Ruiz")
    register.same(nick, name)
    register.different(nick, ana)
    assert register.of(name) == register.of(nick) == name


def test_two_names_the_user_made_one_are_judged_together(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    nick, name = register.logged("Aaa"), register.logged("Ana Ruiz")
    register.same(nick, name)
    assert register.of(nick) == register.of(name) == ana
    links = register.links()
    assert {links[nick].reason, links[name].reason} == {
        "you said so",
        "the only person of this name",
    }


def test_two_names_the_user_made_one_that_fit_two_stay_one_person(register: Register) -> None:
    register.profile("ana-ruiz", "Ana Ruiz")
    register.profile("bo-lind", "Bo Lind")
    ana, bo = register.logged("Ana Ruiz"), register.logged("Bo Lind")
    register.same(bo, ana)
    assert register.of(ana) == register.of(bo) == ana


def test_same_goes_before_different(register: Register) -> None:
    ana, bo = register.profile("ana-ruiz"), register.profile("bo-lind")
    register.different(ana, bo)
    register.same(ana, bo)
    assert register.of(bo) == ana


def test_saying_the_same_twice_or_of_one_account_changes_nothing(register: Register) -> None:
    ana, bo = register.profile("ana-ruiz"), register.profile("bo-lind")
    for one, other in ((ana, bo), (bo, ana), (ana, ana)):
        register.same(one, other)
    assert list(register.links().values()) == [
        Link(ana, ana, "alone", ""),
        Link(bo, ana, "same", "you said so"),
    ]


def test_decisions_about_accounts_nobody_has_any_more_are_kept_quiet(register: Register) -> None:
    ana = register.profile("ana-ruiz", "Ana Ruiz")
    gone = Account("linkedin", "url", "gone")
    register.decisions += [
        Decision("same", register.known[0].account, gone),
        Decision("different", gone, register.known[0].account),
    ]
    assert register.of(ana) == ana
