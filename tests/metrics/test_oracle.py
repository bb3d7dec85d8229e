"""Every metric against plain Python that follows the definitions word by word."""

import math
from dataclasses import asdict, is_dataclass

from hypothesis import example, given, settings

from metrics import oracle
from metrics.strategies import any_world
from metrics.worlds import D, kept, world
from netaudit.frames import Frames
from netaudit.metrics.coverage import coverage
from netaudit.metrics.depth_breadth import depth_breadth
from netaudit.metrics.list_vs_network import list_vs_network
from netaudit.metrics.openers import openers
from netaudit.metrics.scope import History, View
from netaudit.metrics.stale import stale
from netaudit.metrics.waiting import waiting_on_me
from netaudit.metrics.week import week

thorough = settings(max_examples=250, deadline=None)
EMPTY = oracle.World([], [], [], as_of=D)


def seen(given_world: oracle.World) -> View:
    history = History.of(frames_of(given_world), max_group=given_world.max_group)
    return history.at(given_world.as_of)


def frames_of(one: oracle.World) -> Frames:
    return world(
        people=one.people,
        ties=one.ties,
        interactions=one.interactions,
        snapshots=one.snapshots,
        signals=one.signals,
    )


def agree(found: object, wanted: object) -> None:
    """Hold a result against an answer; floats may differ in the last digits."""
    if is_dataclass(found) and not isinstance(found, type) and isinstance(wanted, dict):
        assert set(wanted) <= set(asdict(found))
        for key, value in wanted.items():
            agree(getattr(found, key), value)
    elif isinstance(wanted, tuple) and isinstance(found, tuple):
        assert len(found) == len(wanted)
        for one, other in zip(found, wanted, strict=True):
            agree(one, other)
    elif isinstance(wanted, float):
        assert isinstance(found, float)
        assert math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-12)
    else:
        assert found == wanted
        assert type(found) is type(wanted)


@thorough
@example(EMPTY)
@given(any_world())
def test_list_vs_network(one: oracle.World) -> None:
    agree(list_vs_network(seen(one), window=one.window), oracle.list_vs_network(one))


@thorough
@example(EMPTY)
@given(any_world())
def test_stale(one: oracle.World) -> None:
    agree(stale(seen(one), span=one.stale, by=one.by), oracle.stale(one))


@thorough
@example(EMPTY)
@given(any_world())
def test_depth_breadth(one: oracle.World) -> None:
    agree(depth_breadth(seen(one), window=one.window), oracle.depth_breadth(one))


@thorough
@example(EMPTY)
@given(any_world())
def test_openers_and_their_answers(one: oracle.World) -> None:
    found = seen(one).interactions
    start = {number: found.person.tolist().index(number) for number in set(found.person.tolist())}
    wanted = [
        (start[number] + place, -1 if answer is None else start[number] + answer)
        for number in sorted(start)
        for place, answer in oracle.openers(oracle.of(one, number))
    ]
    opened = openers(found)
    assert list(zip(opened.place.tolist(), opened.answer.tolist(), strict=True)) == wanted


@thorough
@example(EMPTY)
@given(any_world())
def test_waiting_on_me(one: oracle.World) -> None:
    agree(waiting_on_me(seen(one)), oracle.waiting_on_me(one))


@thorough
@example(EMPTY)
@given(any_world())
def test_week(one: oracle.World) -> None:
    view = seen(one)
    before = view.history.at(one.as_of - 7)
    agree(week(view, before, window=one.window, stale=one.stale, by=one.by), oracle.week(one))


@thorough
@example(EMPTY)
@given(any_world())
def test_coverage(one: oracle.World) -> None:
    found = coverage(frames_of(one), as_of=one.as_of, max_group=one.max_group)
    agree(found, oracle.coverage(one))


@thorough
@given(any_world())
def test_nothing_that_is_given_changes(one: oracle.World) -> None:
    frames = frames_of(one)
    with kept(frames):
        history = History.of(frames)
        view, before = history.at(one.as_of), history.at(one.as_of - 7)
        list_vs_network(view, window=one.window)
        stale(view, span=one.stale)
        depth_breadth(view, window=one.window)
        waiting_on_me(view)
        week(view, before, window=one.window, stale=one.stale)
        coverage(frames, as_of=one.as_of)
