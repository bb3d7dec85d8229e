"""What must hold of all suggestions: true reasons, taken in turns, of people one may hear of."""

from hypothesis import given
from hypothesis import strategies as st

from metrics.oracle import World
from metrics.oracle.reasons import KINDS, true
from metrics.reported import figures, options, sections, view_of
from metrics.strategies import any_world, examples, frames_of
from netaudit.audits.full import audit
from netaudit.audits.suggestions import whom_to_talk_to
from netaudit.metrics.horizon import sources
from netaudit.metrics.suggestions import Suggestion, Suggestions, suggestions

often = examples(50)
#: More than there are people in any world.
ALL = 100


def suggested(one: World, limit: int) -> Suggestions:
    frames = frames_of(one)
    reach = sources(frames, as_of=one.as_of)
    return suggestions(view_of(one, frames), window=one.window, limit=limit, sources=reach)


@often
@given(any_world(), st.integers(1, 7))
def test_a_limit_cuts_off_the_end(one: World, limit: int) -> None:
    few, everybody = suggested(one, limit), suggested(one, ALL)
    assert few.people == everybody.people[:limit]
    assert few.with_reason == everybody.with_reason == len(everybody.people)


@often
@given(any_world())
def test_nobody_is_suggested_twice_or_against_the_users_will(one: World) -> None:
    found = [suggestion.person.person_id for suggestion in suggested(one, ALL).people]
    assert len(found) == len(set(found))
    for row in one.people:
        snoozed = row.snoozed_until is not None and row.snoozed_until > one.as_of
        assert row.person_id not in found or not (row.ignored or snoozed)


def turn(found: tuple[Suggestion, ...], place: int) -> tuple[int, int]:
    """Return how many of its kind came before, and whose turn in a round a kind has."""
    kinds = [one.reason.kind for one in found]
    return kinds[:place].count(kinds[place]), KINDS.index(kinds[place])


@often
@given(any_world())
def test_kinds_of_reasons_take_turns(one: World) -> None:
    found = suggested(one, ALL).people
    turns = [turn(found, place) for place in range(len(found))]
    assert turns == sorted(turns)


@often
@given(any_world())
def test_every_reason_is_true(one: World) -> None:
    for person, reason, also in suggested(one, ALL).people:
        kinds = [each.kind for each in (reason, *also)]
        assert len(kinds) == len(set(kinds))
        for each in (reason, *also):
            assert one.people[each.person].person_id == person.person_id
            assert true(one, each), each


@often
@given(any_world())
def test_the_next_conversations_are_the_same_in_every_report(one: World) -> None:
    chosen = options(one, limit=3)
    alone = whom_to_talk_to(frames_of(one), one.as_of, chosen).sections
    within = audit(frames_of(one), one.as_of, chosen).sections[-1:]
    assert alone == within
    assert figures(sections(one)["next"])["suggested"] <= 5
