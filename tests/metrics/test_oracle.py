"""Every metric against plain Python that follows the definitions word by word."""

import math
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import example, given

from metrics import oracle
from metrics.reported import view_of
from metrics.strategies import any_world, examples, frames_of
from metrics.worlds import D, kept
from netaudit.frames import Frames
from netaudit.metrics.cadence import cadence
from netaudit.metrics.circles import circles
from netaudit.metrics.cohorts import cohorts
from netaudit.metrics.coverage import coverage
from netaudit.metrics.depth_breadth import depth_breadth
from netaudit.metrics.giving import giving
from netaudit.metrics.horizon import sources
from netaudit.metrics.invitations import invitations
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.momentum import momentum
from netaudit.metrics.online_to_offline import online_to_offline
from netaudit.metrics.openers import openers
from netaudit.metrics.reciprocity import reciprocity
from netaudit.metrics.stale import stale
from netaudit.metrics.suggestions import suggestions
from netaudit.metrics.waiting import waiting_on_me
from netaudit.metrics.week import week

EMPTY = oracle.World([], [], [], as_of=D)
World = oracle.World


def covered(frames: Frames, one: World) -> object:
    return coverage(frames, as_of=one.as_of, max_group=one.max_group)


def weekly(frames: Frames, one: World) -> object:
    view = view_of(one, frames)
    before = view.history.at(one.as_of - 7)
    return week(view, before, window=one.window, stale=one.stale, by=one.by)


def suggested(frames: Frames, one: World) -> object:
    """Return what is suggested, with ids and kinds for people and reasons."""
    view, reach = view_of(one, frames), sources(frames, as_of=one.as_of)
    found = suggestions(view, window=one.window, limit=len(one.people), sources=reach)
    people = (
        (each.person.person_id, each.reason.kind, tuple(other.kind for other in each.also))
        for each in found.people
    )
    return shallow(found) | {"people": tuple(people)}


def opened(frames: Frames, one: World) -> tuple[tuple[int, int, int], ...]:
    """Return person, and the places of opener and answer among what is of that person."""
    found = view_of(one, frames).interactions
    who = found.person.tolist()
    pairs = openers(found)
    return tuple(
        (
            who[place],
            place - who.index(who[place]),
            answer - who.index(who[place]) if answer >= 0 else -1,
        )
        for place, answer in zip(pairs.place.tolist(), pairs.answer.tolist(), strict=True)
    )


def opened_by_definition(one: World) -> tuple[tuple[int, int, int], ...]:
    return tuple(
        (number, place, -1 if answer is None else answer)
        for number in range(len(one.people))
        for place, answer in oracle.openers(oracle.of(one, number))
    )


#: What the program says, and what the definition says.
QUESTIONS: dict[str, tuple[Callable[[Frames, World], object], Callable[[World], object]]] = {
    "list_vs_network": (
        lambda frames, one: list_vs_network(view_of(one, frames), window=one.window),
        oracle.list_vs_network,
    ),
    "stale": (
        lambda frames, one: stale(view_of(one, frames), span=one.stale, by=one.by),
        oracle.stale,
    ),
    "depth_breadth": (
        lambda frames, one: depth_breadth(view_of(one, frames), window=one.window),
        oracle.depth_breadth,
    ),
    "openers": (opened, opened_by_definition),
    "reciprocity": (
        lambda frames, one: reciprocity(view_of(one, frames), window=one.window),
        oracle.reciprocity,
    ),
    "online_to_offline": (
        lambda frames, one: online_to_offline(view_of(one, frames)),
        oracle.online_to_offline,
    ),
    "giving": (lambda frames, one: giving(view_of(one, frames), window=one.window), oracle.giving),
    "invitations": (
        lambda frames, one: invitations(view_of(one, frames), window=one.window),
        oracle.invitations,
    ),
    "cohorts": (lambda frames, one: cohorts(view_of(one, frames)), oracle.cohorts),
    "momentum": (
        lambda frames, one: momentum(view_of(one, frames), window=one.window),
        oracle.momentum,
    ),
    "circles": (
        lambda frames, one: circles(view_of(one, frames), window=one.window),
        oracle.circles,
    ),
    "cadence": (lambda frames, one: cadence(view_of(one, frames)), oracle.cadence),
    "coverage": (covered, oracle.coverage),
    "next": (suggested, oracle.suggestions),
    "waiting": (lambda frames, one: waiting_on_me(view_of(one, frames)), oracle.waiting_on_me),
    "week": (weekly, oracle.week),
}


def shallow(found: Any) -> dict[str, Any]:  # noqa: ANN401 - a result of any question
    """Return the fields of a result by name."""
    if isinstance(found, dict):
        return found
    names = [f.name for f in fields(found)] if is_dataclass(found) else found._fields
    return {name: getattr(found, name) for name in names}


def agree(found: Any, wanted: Any, where: str) -> None:  # noqa: ANN401 - results of any shape
    """Hold a result against an answer; floats may differ in the last digits."""
    if isinstance(wanted, dict):
        parts = shallow(found)
        assert parts.keys() == wanted.keys(), where
        for key, value in wanted.items():
            agree(parts[key], value, f"{where}.{key}")
    elif isinstance(wanted, tuple) and isinstance(found, tuple):
        assert len(found) == len(wanted), (where, found, wanted)
        for place, (one, other) in enumerate(zip(found, wanted, strict=True)):
            agree(one, other, f"{where}[{place}]")
    elif isinstance(wanted, float):
        assert type(found) is float, (where, found, wanted)
        assert math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-12), (where, found, wanted)
    else:
        assert found == wanted, where
        assert type(found) is type(wanted), (where, type(found))


@pytest.mark.parametrize("question", QUESTIONS)
@examples(120)
@example(EMPTY)
@given(any_world())
def test_the_program_says_what_the_definition_says(question: str, one: World) -> None:
    program, definition = QUESTIONS[question]
    agree(program(frames_of(one), one), definition(one), question)


@examples(100)
@given(any_world())
def test_nothing_that_is_given_changes(one: World) -> None:
    frames = frames_of(one)
    with kept(frames):
        for program, _ in QUESTIONS.values():
            program(frames, one)
