"""What must hold of every answer to who is who, whatever the accounts and decisions."""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from netaudit.identity import Known, about, evidence_between, pairs, resolve
from netaudit.identity.evidence import POSSIBLE, SAME
from netaudit.normal import name_key
from netaudit.records import Account, Decision, Link, Listing

often = settings(max_examples=150, deadline=None)

NAMES = ("Ana Ruiz", "ana ruiz", "Ana Ruiz, PhD", "Bo Lind", "Cy Orr")
COMPANIES = ("Acme", "Bolt Works")
ABOUT = ("Acme", "linkedin.com/in/p", "linkedin.com/in/q Acme", "ana@example.org")
ADDRESSES = ("ana@example.org", "bo@example.org")
names = st.frozensets(st.sampled_from(NAMES), max_size=2)
keys = st.frozensets(st.sampled_from(ADDRESSES), max_size=2)
since = st.frozensets(st.integers(737_000, 737_004), max_size=2)
listings = st.frozensets(
    st.builds(
        lambda day, first, more: Listing(day, first, first + more),
        st.integers(737_000, 737_001), st.integers(738_000, 738_003),
        st.integers(0, 2),
    ),
    max_size=2,
)  # fmt: skip
handles = st.dictionaries(st.sampled_from(["ana", "bo"]), st.integers(0, 3), max_size=2).map(
    lambda days: frozenset(days.items())
)
accounts = st.one_of(
    st.builds(Account, st.just("linkedin"), st.just("url"), st.sampled_from("pqrs")),
    st.builds(Account, st.just("x"), st.just("id"), st.sampled_from("123")),
    st.builds(Account, st.just("x"), st.just("handle"), st.sampled_from(["ana", "bo"])),
    st.builds(Account, st.just("linkedin"), st.just("listed"), st.sampled_from("uvw")),
    st.builds(
        Account, st.sampled_from(["linkedin", "email"]), st.just("email"),
        st.sampled_from(ADDRESSES),
    ),
    st.builds(
        Account, st.sampled_from(["linkedin", "log"]), st.just("name"),
        st.sampled_from([name_key(name) for name in NAMES]),
    ),
)  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> list[Known]:
    found = draw(st.lists(accounts, max_size=12, unique=True))
    numbers = draw(st.permutations(range(1, len(found) + 1)))
    known = [
        Known(number, account, draw(names), draw(keys), draw(since), draw(listings))
        for number, account in zip(numbers, found, strict=True)
    ]
    works = st.frozensets(st.sampled_from(COMPANIES), max_size=1)
    says = st.frozensets(st.sampled_from(ABOUT), max_size=1)
    return [
        replace(one, handles=draw(handles), about=draw(says), present=draw(st.integers(0, 3)) > 0)
        if one.account.platform == "x"
        else replace(one, companies=draw(works))
        for one in known
    ]


@st.composite
def decided(draw: st.DrawFn, kinds: tuple[str, ...]) -> tuple[list[Known], list[Decision]]:
    known = draw(registers())
    decisions: list[Decision] = []
    if known:
        some = st.sampled_from([one.account for one in known])
        for _ in range(draw(st.integers(0, 4))):
            kind, one, other = draw(st.sampled_from(kinds)), draw(some), draw(some)
            if kind == "same":
                decisions.append(Decision("same", one, other))
            elif one != other:
                decisions.append(Decision("different", one, other))
    return known, decisions


any_case = decided(("same", "different"))


def by_account(known: list[Known], links: list[Link]) -> set[tuple[object, ...]]:
    """Return links with accounts in place of the numbers they happen to have."""
    account = {one.account_id: one.account for one in known}
    return {
        (account[n], account[p], verdict, reason, tuple(account[c] for c in fits))
        for n, p, verdict, reason, fits in links
    }


@often
@given(any_case)
def test_every_account_gets_one_link_in_the_order_of_their_numbers(
    case: tuple[list[Known], list[Decision]],
) -> None:
    known, decisions = case
    links = resolve(known, decisions)
    assert [link.account_id for link in links] == sorted(one.account_id for one in known)


@often
@given(any_case, st.randoms(use_true_random=False))
def test_neither_the_order_of_accounts_nor_their_numbers_matter(
    case: tuple[list[Known], list[Decision]], random: Random
) -> None:
    known, decisions = case
    shuffled = random.sample(known, len(known))
    assert resolve(shuffled, decisions) == resolve(known, decisions)
    numbers = random.sample(range(1, 50), len(known))
    renumbered = [
        replace(one, account_id=number) for number, one in zip(numbers, known, strict=True)
    ]
    assert by_account(renumbered, resolve(renumbered, decisions)) == by_account(
        known, resolve(known, decisions)
    )


@often
@given(any_case, st.randoms(use_true_random=False))
def test_the_order_of_decisions_does_not_matter(
    case: tuple[list[Known], list[Decision]], random: Random
) -> None:
    known, decisions = case
    people = {(link.account_id, link.person_id, link.verdict) for link in resolve(*case)}
    shuffled = random.sample(decisions, len(decisions))
    again = resolve(known, shuffled)
    assert {(link.account_id, link.person_id, link.verdict) for link in again} == people


@often
@given(any_case)
def test_links_lead_in_one_step_to_a_leader_who_is_linked_to_itself(
    case: tuple[list[Known], list[Decision]],
) -> None:
    links = {link.account_id: link for link in resolve(*case)}
    for link in links.values():
        if link.verdict == "same":
            assert link.person_id != link.account_id
            assert links[link.person_id].verdict == "alone"
        else:
            assert link.person_id == link.account_id


@often
@given(any_case)
def test_who_is_ambiguous_fits_several_people_and_says_so(
    case: tuple[list[Known], list[Decision]],
) -> None:
    links = {link.account_id: link for link in resolve(*case)}
    for link in links.values():
        if link.verdict == "ambiguous":
            assert len(set(link.candidates)) == len(link.candidates) >= 2
            assert str(len(link.candidates)) in link.reason
            assert {links[fit].verdict for fit in link.candidates} == {"alone"}
        else:
            assert link.candidates == ()
            assert bool(link.reason) == (link.verdict == "same")


@often
@given(decided(("different",)))
def test_whom_the_user_parted_are_never_one_person(
    case: tuple[list[Known], list[Decision]],
) -> None:
    known, decisions = case
    person = {link.account_id: link.person_id for link in resolve(known, decisions)}
    number = {one.account: one.account_id for one in known}
    for decision in decisions:
        assert person[number[decision.account]] != person[number[decision.other]]


@often
@given(decided(("same",)))
def test_whom_the_user_joined_are_one_person(case: tuple[list[Known], list[Decision]]) -> None:
    known, decisions = case
    person = {link.account_id: link.person_id for link in resolve(known, decisions)}
    number = {one.account: one.account_id for one in known}
    for decision in decisions:
        assert person[number[decision.account]] == person[number[decision.other]]


@often
@given(registers())
def test_names_alone_join_no_two_list_entries(known: list[Known]) -> None:
    """Without a shared address, and days of connection apart, entries stay who they are."""
    bare = [
        Known(one.account_id, one.account, one.names, since=frozenset({10 * place}))
        for place, one in enumerate(known, 1)
        if one.account.kind != "email"
    ]
    entries = [one for one in bare if one.account.kind != "name"]
    person = {link.account_id: link.person_id for link in resolve(bare)}
    assert len({person[one.account_id] for one in entries}) == len(entries)


@often
@given(registers())
def test_profiles_are_one_only_by_a_changed_link(known: list[Known]) -> None:
    """One of the same name was gone from the list when the other, of the same day, came."""
    people: dict[int, list[Known]] = defaultdict(list)
    by_number = {one.account_id: one for one in known}
    for link in resolve(known):
        if by_number[link.account_id].account.kind == "url":
            people[link.person_id].append(by_number[link.account_id])
    for found in people.values():
        for one in found:
            assert len(found) == 1 or any(follow(one, other) for other in found if other != one)


def follow(one: Known, other: Known) -> bool:
    """Tell whether of two links one could have become the other."""
    return bool({name_key(n) for n in one.names} & {name_key(n) for n in other.names}) and any(
        old.last_on < new.first_on and old.since == new.since
        for first, second in ((one, other), (other, one))
        for old in first.listings
        for new in second.listings
    )


@often
@given(registers())
def test_only_accounts_with_something_in_common_are_one_person(known: list[Known]) -> None:
    """A join needs an address, a link or a name that both ends or a third between them have."""

    def traits(one: Known) -> set[str]:
        found = {name_key(name).split(",")[0] for name in one.names} | set(one.keys)
        said = {key.removeprefix("in/") for text in one.about for key in about.keys(text)}
        borne = {handle for handle, _ in one.handles}
        return found | said | borne | {one.account.key.split(",")[0]}

    people: dict[int, list[Known]] = defaultdict(list)
    number = {one.account_id: one for one in known}
    for link in resolve(known):
        people[link.person_id].append(number[link.account_id])
    for cluster in people.values():
        for one in cluster:
            others = [two for pair in combinations(cluster, 2) if one in pair for two in pair]
            if others:
                assert any(traits(one) & traits(two) for two in others if two is not one)


@often
@given(decided(("different",)))
def test_nobody_is_two_ids_of_x_unless_the_user_says_so(
    case: tuple[list[Known], list[Decision]],
) -> None:
    known, decisions = case
    account = {one.account_id: one.account for one in known}
    ids = [
        link.person_id
        for link in resolve(known, decisions)
        if account[link.account_id].kind == "id"
    ]
    assert len(set(ids)) == len(ids)


@often
@given(registers())
def test_accounts_of_x_never_split_people_of_linkedin(known: list[Known]) -> None:
    without = [one for one in known if one.account.platform != "x"]
    profiles = {
        one.account_id
        for one in without
        if one.account.platform == "linkedin" and one.account.kind != "name"
    }
    before = {link.account_id: link.person_id for link in resolve(without)}
    after = {link.account_id: link.person_id for link in resolve(known)}
    for one, other in combinations(profiles, 2):
        assert (before[one] == before[other]) == (after[one] == after[other])


@often
@given(registers())
def test_whoever_is_known_of_and_not_present_changes_nobody_else(known: list[Known]) -> None:
    """But for handles, which only accounts of X have."""
    apart = [one for one in known if one.account.kind != "handle"]
    present = [one for one in apart if one.present]
    after = {link.account_id: link for link in resolve(apart)}
    assert [after[one.account_id] for one in sorted(present, key=lambda k: k.account_id)] == (
        resolve(present)
    )


@often
@given(any_case, st.randoms(use_true_random=False))
def test_pairs_are_of_two_people_and_the_same_in_every_order(
    case: tuple[list[Known], list[Decision]], random: Random
) -> None:
    known, decisions = case
    links = resolve(known, decisions)
    found = pairs(known, links, decisions)
    leads = {link.account_id for link in links if link.verdict == "alone"}
    assert len({frozenset(pair[:2]) for pair in found}) == len(found)
    for pair in found:
        assert pair.one != pair.other
        assert {pair.one, pair.other} <= leads
        assert pair.score == sum(evidence.weight for evidence in pair.evidence) >= POSSIBLE
    shuffled = random.sample(known, len(known))
    assert pairs(shuffled, links, decisions) == found
    for lead in leads:
        of_one = [pair for pair in found if lead in pair[:2]]
        assert pairs(known, links, decisions, person=lead) == of_one


@often
@given(registers())
def test_what_the_evidence_joined_it_still_explains(everybody: list[Known]) -> None:
    """But for address books: once two are one, nothing tells whose an address was before."""
    known = [one for one in everybody if one.account.platform != "email"]
    links = resolve(known)
    platform = {one.account_id: one.account.platform for one in known}
    within = {
        "the same handle", "a handle they had before", "the same name and date of connection",
        "the only person of this name",
    }  # fmt: skip
    for link in links:
        one, other = link.account_id, link.person_id
        across = {platform[one], platform[other]} == {"linkedin", "x"}
        if link.verdict == "same" and across and link.reason not in within:
            found = evidence_between(known, links, one, other)
            assert sum(evidence.weight for evidence in found) >= SAME
            assert any(evidence.words in link.reason for evidence in found)


@often
@given(any_case)
def test_what_the_user_says_of_a_pair_is_never_asked_again(
    case: tuple[list[Known], list[Decision]],
) -> None:
    known, decisions = case
    account = {one.account_id: one.account for one in known}
    for pair in pairs(known, resolve(known, decisions), decisions):
        for said in (
            Decision("same", account[pair.one], account[pair.other]),
            Decision("different", account[pair.other], account[pair.one]),
        ):
            more = [*decisions, said]
            again = pairs(known, resolve(known, more), more)
            assert {pair.one, pair.other} not in [set(p[:2]) for p in again]
