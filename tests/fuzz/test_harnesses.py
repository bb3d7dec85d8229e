"""Every harness takes its seeds, and some hundred inputs near them, the same ones each time.

`make fuzz` does this for minutes, and looks for inputs that reach new lines: docs/fuzzing.md.
"""

import time
from collections.abc import Iterator

import pytest

from fuzz import tables
from fuzz.harness import (
    CELL,
    LONGEST,
    ROW,
    SECONDS,
    Harness,
    assert_lines,
    assert_storable,
    may_refuse,
)
from fuzz.harnesses import ALL, named
from fuzz.mutating import mutations
from netaudit.errors import InputRefused, NoStore
from netaudit.importers import Context
from netaudit.importers.linkedin.connections import Connections
from netaudit.importers.source import File
from netaudit.records import Problem, Profile, Record, SetAside, Where

#: So many inputs take a second or so of each parser.
_NEAR = 500

every = pytest.mark.parametrize("harness", ALL, ids=[one.name for one in ALL])


@pytest.mark.unwatched
@every
def test_seeds_and_what_is_near_them_are_read_or_refused(harness: Harness) -> None:
    for data in (*harness.seeds(), *mutations(harness, _NEAR, seed=1), b"", bytes(9)):
        began = time.process_time()
        harness(data)
        assert time.process_time() - began < SECONDS, data[:200]


@every
def test_seeds_are_no_longer_than_inputs_may_be_and_all_differ(harness: Harness) -> None:
    seeds = list(harness.seeds())
    assert len(set(seeds)) > 10
    assert max(map(len, seeds)) <= LONGEST


@every
def test_inputs_near_the_seeds_are_the_same_each_time_and_others_than_the_seeds(
    harness: Harness,
) -> None:
    near = list(mutations(harness, 40, seed=2))
    assert near == list(mutations(harness, 40, seed=2))
    assert len(set(near) - set(harness.seeds())) > 20
    assert near != list(mutations(harness, 40, seed=3))


def test_no_two_harnesses_have_one_name() -> None:
    assert len({one.name for one in ALL}) == len(ALL)


def _broken(monkeypatch: pytest.MonkeyPatch, *told: Record | Exception) -> None:
    """Have the connections of LinkedIn read as something else."""

    def read(_self: Connections, _file: File, _context: Context) -> Iterator[Record]:
        for one in told:
            if isinstance(one, Exception):
                raise one
            yield one

    monkeypatch.setattr(Connections, "read", read)


def _connections() -> bytes:
    """Return an input for the harness of LinkedIn: a file with two connections."""
    forms = [name for name, _ in tables.OF_LINKEDIN]
    row = "Ada|Okafor|||||08 Feb 2026".replace("|", CELL)
    return bytes([forms.index(Connections.name), 0, 0, 0]) + f"{row}{ROW}{row}".encode()


_ROW = SetAside(2, "repeated rows")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((_ROW,), "told twice, or not at all"),
        ((_ROW, _ROW), "told twice, or out of order"),
        ((SetAside(3, "a"), _ROW), "told twice, or out of order"),
        ((SetAside(0, "a"),), "told twice, or out of order"),
        ((_ROW, SetAside(3, "\x1b[2J")), "a control character"),
        ((_ROW, Problem(Where("a", 3), "b", "\x9b")), "a control character"),
        ((NoStore("there is none"),), "not for a parser to say"),
        ((InputRefused(" "),), "without a word"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_parser_that_does_what_it_may_not_is_noticed(
    monkeypatch: pytest.MonkeyPatch, told: tuple[Record | Exception, ...], why: str
) -> None:
    _broken(monkeypatch, *told)
    with pytest.raises(AssertionError, match=why):
        named("linkedin")(_connections())


def test_what_a_parser_raises_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    _broken(monkeypatch, KeyError("Ada"))
    with pytest.raises(KeyError):
        named("linkedin")(_connections())


def test_a_parser_may_refuse_and_may_tell_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    named("linkedin")(_connections())
    _broken(monkeypatch, InputRefused("a sentence"))
    named("linkedin")(_connections())
    _broken(monkeypatch, _ROW, SetAside(3, "repeated rows"))
    named("linkedin")(_connections())


def test_text_that_cannot_be_stored_is_noticed_wherever_it_is() -> None:
    for text in ("a\0", "\x85", "\x1b"):
        with pytest.raises(AssertionError):
            assert_storable([{"a": ("b", text)}])
    with pytest.raises(UnicodeEncodeError):
        assert_storable({"\ud800": 1})
    assert_storable(Profile(tables.OWNERS[0], "Łukasz \u202e 🚀"))  # type: ignore[arg-type]


def test_lines_are_in_order_and_counted_from_one() -> None:
    assert_lines([1, 2, 5])
    for lines in ([0], [1, 1], [2, 1]):
        with pytest.raises(AssertionError):
            assert_lines(lines)


def test_a_sentence_is_all_that_leaves() -> None:
    with may_refuse():
        raise InputRefused("a sentence")
    with pytest.raises(ZeroDivisionError), may_refuse():
        raise ZeroDivisionError
