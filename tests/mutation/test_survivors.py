"""The list of mutants that survive is one of faults in the program as it is."""

import ast
from pathlib import Path

import pytest

from mutation.survivors import Listed, listed

SOURCES = Path(__file__).parents[2] / "src"
LISTED = listed()

EXAMPLE = """
[[rule]]
reason = "Letters of any case."
where = '\\bSELECT\\b'
[[rule]]
reason = "Nothing but a word of politeness."
where = 'please'
differs = ', please=\\w+'
[survivor."a.py"]
one = [{ was = "x = 0", now = ["x = 1", "x = None"], equivalent = "It is set again." }]
two = [{ was = "return 1", now = ["return 2"], accepted = "Nobody asks." }]
"""


def lines_of(path: str, function: str) -> str:
    """Return the lines of a function without their indentation, as one."""
    text = (SOURCES / path).read_text(encoding="utf-8")
    owner: ast.AST = ast.parse(text)
    for name in function.split("."):
        (owner,) = (one for one in ast.iter_child_nodes(owner) if getattr(one, "name", "") == name)
    source = ast.get_source_segment(text, owner) or ""
    return " ".join(line.strip() for line in source.splitlines())


@pytest.mark.parametrize("path", sorted({key[0] for key in LISTED.reasons}))
def test_what_is_listed_stands_in_the_program(path: str) -> None:
    for listed_path, function, was, _ in LISTED.reasons:
        if listed_path == path:
            assert was in lines_of(path, function), (function, was)


def test_every_reason_is_a_sentence() -> None:
    texts = [reason.text for reason in LISTED.reasons.values()]
    for text in [*texts, *(rule.text for rule in LISTED.rules)]:
        assert text[0].isupper() or text[0] == "`"
        assert text.endswith(".")


def test_a_survivor_is_known_by_its_lines() -> None:
    known = Listed(EXAMPLE)
    for now in ("x = 1", "x = None"):
        reason = known.reason(("a.py", "one", "x = 0", now))
        assert reason is not None
        assert reason.equivalent
    accepted = known.reason(("a.py", "two", "return 1", "return 2"))
    assert accepted is not None
    assert not accepted.equivalent
    assert known.reason(("a.py", "one", "x = 0", "x = 2")) is None
    assert known.reason(("b.py", "one", "x = 0", "x = 1")) is None


@pytest.mark.parametrize(
    ("was", "now", "is_covered"),
    [
        ('f("SELECT a FROM b")', 'f("select a from b")', True),
        ("f(\"SELECT a WHERE b = 'c'\")", "f(\"SELECT A WHERE B = 'C'\")", False),
        ('f("SELECT a")', 'f("SELECT b")', False),
        ('f("a")', 'f("A")', False),
        ("f(x, please=True)", "f(x, please=None)", True),
        ("f(x, please=True)", "f(x)", True),
        ("f(x, please=True)", "f(None, please=True)", False),
    ],
)
def test_a_rule_covers_its_kind_and_no_other(was: str, now: str, *, is_covered: bool) -> None:
    assert (Listed(EXAMPLE).reason(("any.py", "any", was, now)) is not None) == is_covered


@pytest.mark.parametrize(
    "entry",
    [
        '{ was = "x", now = ["y"] }',
        '{ was = "x", now = ["y"], equivalent = "A.", accepted = "B." }',
        '{ was = "x", now = ["y", "y"], equivalent = "A." }',
        '{ was = "x", equivalent = "A." }',
    ],
    ids=["no reason", "two reasons", "twice", "half"],
)
def test_an_entry_that_is_none_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match=r"a\.py|twice"):
        Listed(f'[survivor."a.py"]\none = [{entry}]')


def test_what_is_listed_in_vain_is_told() -> None:
    survived = {("a.py", "one", "x = 0", "x = 1"), ("a.py", "two", "return 1", "return 2")}
    known = Listed(EXAMPLE)
    assert list(known.in_vain(survived, {"a.py"})) == [("a.py", "one", "x = 0", "x = None")]
    assert not list(known.in_vain(survived, {"b.py"}))
