"""What the page makes of results; and that the page in docs/ is one that shows enough."""

import re
import tomllib
from pathlib import Path

from mutation.page import TARGET, counted, page, rows
from mutation.survivors import Listed

DOCS = Path(__file__).parents[2] / "docs/mutation.md"
GROUPS = Path(__file__).with_name("groups.toml")

LISTED = Listed("""
[[rule]]
reason = "Politeness changes nothing."
where = 'please'
differs = ', please=\\w+'
[survivor."netaudit/a.py"]
one = [{ was = "x = 0", now = ["x = 1"], equivalent = "It is set again." }]
two = [{ was = "return 1", now = ["return 2"], accepted = "Nobody asks." }]
""")
RESULTS = [
    {"group": group, "path": f"netaudit/{path}.py", "function": function, "was": was, "now": now,
     "status": status}
    for group, path, function, was, now, status in (
        ("first", "a", "one", "x = 0", "x = 1", "survived"),
        ("first", "a", "one", "x = 0", "x = 2", "killed"),
        ("first", "a", "two", "return 1", "return 2", "untested"),
        ("first", "b", "f", "y < `0`", "y <= `0`", "survived"),
        ("second", "c", "f", "z", "a", "killed"),
        ("second", "c", "f", "z", "b", "killed"),
        ("second", "c", "f", "z", "c", "timeout"),
    )
]  # fmt: skip


def test_equivalents_are_taken_out_and_what_never_ends_is_killed() -> None:
    found = list(rows(RESULTS, LISTED))
    first, second = (
        counted([row for row in found if row.group == name]) for name in ("first", "second")
    )
    assert (first.all, first.killed, first.timeout, first.equivalent) == (4, 1, 0, 1)
    assert (first.survived, first.unseen) == (2, 1)
    assert round(first.score, 1) == 33.3
    assert (second.all, second.killed, second.timeout, second.score) == (3, 2, 1, 100.0)
    assert counted([]).score == 0


def test_the_page_tells_of_every_module_and_of_every_survivor() -> None:
    text = page(
        list(rows(RESULTS, LISTED)), LISTED, machine="A machine.", mutmut="3.8.1", examples=20,
        most=12, minutes=12.4, percents={"first": 100, "second": 25},
    )  # fmt: skip
    lines = text.splitlines()
    assert "| **first** | 4 | 1 | 0 | 1 | 2 | 33.3 % | 25.0 % |" in lines
    assert "| `a.py` | 3 | 1 | 0 | 1 | 1 | 50.0 % | 33.3 % |" in lines
    assert "| `b.py` | 1 | 0 | 0 | 0 | 1 | 0.0 % | 0.0 % |" in lines
    assert "| **second** | 3 | 2 | 1 | 0 | 0 | 100.0 % | 100.0 % |" in lines
    assert "**1 have no reason yet:**" in lines
    assert "* `b.py` f: `` y < `0` `` became `` y <= `0` ``" in lines
    assert lines.index("### Faults that no test finds") < lines.index("Nobody asks.")
    assert "* `a.py` two: `return 1` became `return 2`" in lines
    assert lines.index("### Equivalents") < lines.index("It is set again.")
    assert "* `a.py`: one" in lines
    assert "* Politeness changes nothing." in lines
    assert "A machine." in lines
    assert "12 minutes" in text
    assert "Of second a sample of 25 % is tried" in text
    assert "Of first" not in text
    assert text.endswith("one\n")


def test_the_page_in_docs_is_of_all_groups_and_shows_enough() -> None:
    text = DOCS.read_text(encoding="utf-8")
    scores = dict(
        re.findall(r"^\| \*\*(\w+)\*\* \|.* ([\d.]+) % \| [\d.]+ % \|$", text, re.MULTILINE)
    )
    assert list(scores) == list(tomllib.loads(GROUPS.read_text(encoding="utf-8")))
    assert min(map(float, scores.values())) >= TARGET
    assert "no reason yet" not in text
