"""The report of pairs: what it says at the top, and which rows it has."""

import pytest

from netaudit.audits.matches import Row, matches
from netaudit.report import Person

DAY = 739_570


def row(verdict: str, number: int = 1) -> Row:
    one, other = Person("Ana Ruiz", f"one{number}"), Person("Ana R.", f"other{number}")
    accounts = "linkedin.com/in/ana-ruiz", "x.com/ana_r"
    return (one, accounts[0], other, accounts[1], verdict, "the same name", 5)


@pytest.mark.parametrize(
    ("likely", "possible", "headline"),
    [
        (0, 0, "No two people are likely one."), (1, 0, "1 pair is likely one person."),
        (2, 0, "2 pairs are likely one person each."),
        (1, 1, "1 pair is likely one person; 1 more is possible."),
        (0, 2, "No two people are likely one; 2 more are possible."),
    ],
)  # fmt: skip
def test_the_headline_counts(likely: int, possible: int, headline: str) -> None:
    rows = [row("likely")] * likely + [row("possible")] * possible
    assert matches(rows, DAY).headline == matches(rows, DAY, possible=True).headline == headline


def test_only_the_likely_ones_are_rows_unless_all_are_asked_for() -> None:
    rows = [row("likely"), row("possible", 2)]
    (section,) = matches(rows, DAY).sections
    assert section.tables[0].rows == (rows[0],)
    every = matches(rows, DAY, possible=True)
    assert every.sections[0].tables[0].rows == tuple(rows)
    assert every.options == {"verdict": "likely, possible"}
    assert (every.as_of, every.name) == ("2025-11-15", "matches")


def test_notes_say_how_to_go_on() -> None:
    assert matches([], DAY).notes == ()
    (only,) = matches([row("likely")], DAY).notes
    assert "netaudit merge ID ID" in only
    decide, more = matches([row("likely"), row("possible")], DAY).notes
    assert (decide, "--possible" in more) == (only, True)
    assert len(matches([row("possible")], DAY, possible=True).notes) == 1


def test_for_reading_it_is_said_who_is_who() -> None:
    told = matches([row("likely")], DAY, for_reading=True)
    assert told.sections[0].tables[0].rows[0] == (
        Person("one1 Ana Ruiz, LinkedIn", "one1"), Person("other1 Ana R., @ana_r", "other1"),
        "likely", "the same name",
    )  # fmt: skip
    assert told.options == {}
    one, at, other, _, verdict, evidence, score = row("likely")
    nameless = (one, at, other, "x.com/i/user/2222", verdict, evidence, score)
    (shown,) = matches([nameless], DAY, for_reading=True).sections[0].tables[0].rows
    assert shown[1] == Person("other1 Ana R., x.com/i/user/2222", "other1")
