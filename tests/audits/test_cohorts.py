"""What the section on cohorts says."""

from datetime import date

from metrics.worlds import D, InteractionRow, TieRow, meeting, text, tie, world
from netaudit.audits.cohorts import section
from netaudit.metrics.cohorts import cohorts
from netaudit.metrics.horizon import Source
from netaudit.metrics.scope import History
from netaudit.report import Section

OLD = date(2024, 2, 10).toordinal()
LAST_SUMMER = date(2025, 8, 1).toordinal()


def said(
    ties: list[TieRow], interactions: list[InteractionRow], *sources: Source, as_of: int = D
) -> Section:
    view = History.of(world(ties=ties, interactions=interactions)).at(as_of)
    return section(cohorts(view), sources)


def test_the_first_days_and_now_in_a_sentence() -> None:
    ties = [*(tie(number, since=LAST_SUMMER) for number in range(4)), tie(4, since=D)]
    rows = [
        text(9, OLD, "in"),
        text(0, LAST_SUMMER, "out"),
        meeting(1, LAST_SUMMER + 9),
        text(2, LAST_SUMMER + 100, "out"),
        text(2, LAST_SUMMER + 100, "in"),
        meeting(4, D),
    ]
    found = said(ties, rows)
    assert found.summary == (
        "Within 90 days of their coming onto your list you reached out to 2 of 4 people, were in"
        " touch both ways with 1 and met 1. By now contact has gone both ways with 3 of 5 people,"
        " and you have met 2."
    )
    assert found.tables[0].rows == (
        ("2025-Q3", 4, 2, 1, 1, 2, 1),
        ("2026-Q3", 1, None, None, None, 1, 1),
    )
    assert found.notes[1:] == (
        (
            "The first 90 days are unknown where not all of a quarter have had them, and where they"
            " ended before the first interaction on record, 10 Feb 2024."
        ),
    )


def test_a_list_that_was_never_talked_to() -> None:
    found = said([tie(0, since=LAST_SUMMER)], [text(9, OLD, "in")])
    assert found.summary == (
        "Within 90 days of their coming onto your list you reached out to nobody, were in touch"
        " both ways with none and met none. By now contact has gone both ways with nobody, and you"
        " have met none."
    )
    assert len(found.notes) == 1
    met = said([tie(0, since=LAST_SUMMER)], [text(9, OLD, "in"), meeting(0, LAST_SUMMER)])
    assert "you reached out to the one person, were in touch" in met.summary


def test_first_days_that_are_not_over() -> None:
    found = said([tie(0, since=D), tie(1, since=D)], [meeting(0, D)])
    assert found.summary == (
        "What followed within 90 days of coming onto your list cannot be told yet. By now contact"
        " has gone both ways with 1 of 2 people, and you have met 1."
    )


def test_without_interactions_nothing_followed_that_is_known() -> None:
    found = said([tie(0, since=OLD)], [])
    assert found.summary == (
        "1 person came onto your list on a known date; what followed is not known,"
        " as no interaction is on record."
    )
    assert found.notes[-1] == "Without any interaction on record the first 90 days are unknown."


def test_who_came_before_the_record_is_noted() -> None:
    ties = [tie(0, since=LAST_SUMMER - 1), tie(1, since=LAST_SUMMER)]
    found = said(ties, [text(0, LAST_SUMMER, "in")])
    assert found.notes[-1] == (
        "1 person came onto the list before the first interaction on record, 1 Aug 2025:"
        " what passed until then is not known."
    )


def test_the_undated_are_in_the_figure_and_in_a_note() -> None:
    some = said([tie(0), tie(1, since=LAST_SUMMER)], [text(9, OLD, "in")])
    assert [(one.key, one.value) for one in some.figures] == [("undated", 1)]
    assert some.notes[1] == "1 person on the list has no known date and is in no quarter."
    more = said([tie(0), tie(1), tie(2, since=LAST_SUMMER)], [text(9, OLD, "in")])
    assert more.notes[1] == "2 people on the list have no known date and are in no quarter."


def test_a_list_without_dates_and_no_list() -> None:
    assert said([tie(0)], []).summary == (
        "When the one person on your list came onto it is not known."
    )
    undated = said([tie(0), tie(1)], [meeting(0, D)])
    assert undated.summary == "When the 2 people on your list came onto it is not known."
    assert (undated.tables[0].rows, undated.tables[0].empty) == (
        (),
        "nobody on the list has a date",
    )
    assert said([tie(0, "follower", since=D)], []).summary == (
        "Your list is empty: nobody came onto it."
    )


def test_silence_beyond_an_export_is_noted() -> None:
    found = said([tie(0, since=OLD)], [meeting(0, D)], Source("linkedin", D - 30, 30))
    assert found.notes[-1] == "LinkedIn data ends 15 Jun 2026; silence after that is unknown."
