"""What the section on momentum says."""

from metrics.worlds import D, InteractionRow, TieRow, meeting, text, tie, world
from netaudit.audits.momentum import section
from netaudit.audits.options import Options
from netaudit.calendar import Span
from netaudit.metrics.horizon import Source
from netaudit.metrics.momentum import momentum
from netaudit.metrics.scope import History
from netaudit.report import Section

LONG_AGO = text(99, D - 2000, "in")


def said(
    ties: list[TieRow],
    interactions: list[InteractionRow],
    *sources: Source,
    window: Span | None = None,
) -> Section:
    options = Options() if window is None else Options(window=window)
    view = History.of(world(ties=ties, interactions=interactions)).at(D)
    return section(momentum(view, window=options.window), options, sources)


def figures(found: Section) -> list[object]:
    return [figure.value for figure in found.figures]


def test_list_and_network_that_grew() -> None:
    ties = [tie(0, since=D - 500), tie(1, since=D - 9), tie(2, since=D - 8)]
    found = said(ties, [LONG_AGO, meeting(0, D), meeting(7, D)])
    assert found.summary == (
        "In 365 days your list grew by 2 people to 3; your network grew by 1 person to 1."
        " With those on no list, contact went both ways with 2 people within the last year,"
        " 2 more than 365 days before."
    )
    assert figures(found) == [2, 1, 2]
    assert len(found.notes) == 2


def test_list_and_network_that_shrank() -> None:
    ties = [tie(0, since=D - 900, until=D - 10), tie(1, since=D - 900)]
    rows = [LONG_AGO, *(meeting(number, D - 400) for number in (0, 1, 2)), meeting(2, D)]
    found = said(ties, rows, window=Span(60, "d"))
    assert found.summary == (
        "In 365 days your list shrank by 1 person to 1; your network shrank by 2 people to 0."
        " With those on no list, contact went both ways with 1 person within the last 60 days,"
        " 2 fewer than 365 days before."
    )
    assert figures(found) == [-1, -2, -2]


def test_list_and_network_that_stayed() -> None:
    rows = [LONG_AGO, meeting(0, D - 400), meeting(0, D)]
    assert said([tie(0, since=D - 900)], rows).summary == (
        "In 365 days your list stayed at 1 person; your network stayed at 1 person."
        " With those on no list, contact went both ways with 1 person within the last year,"
        " as many as 365 days before."
    )
    assert said([tie(0, since=D - 900)], [LONG_AGO]).summary == (
        "In 365 days your list stayed at 1 person; your network stayed empty."
    )


def test_a_record_too_short_for_a_change() -> None:
    found = said([tie(0, since=D)], [meeting(0, D - 40)])
    assert found.summary == (
        "In 365 days your list grew by 1 person to 1; how your network moved is not known."
    )
    assert figures(found) == [1, None, None]
    assert found.notes[-1] == (
        "A window is partial where it begins before the first interaction on record, 5 Jun 2026:"
        " what counts contact is too low there, and a change from there to now is not shown."
    )


def test_no_record_at_all() -> None:
    found = said([], [])
    assert found.summary == (
        "In 365 days your list stayed empty; how your network moved is not known."
    )
    assert (
        found.notes[-1] == "No interaction is on record by then: how the network moved is unknown."
    )
    assert len(found.tables[0].rows) == 25


def test_entries_of_unknown_date_are_noted() -> None:
    one = said([tie(0)], [LONG_AGO]).notes[2]
    assert one == (
        "At the earliest date 1 person is on the list by an entry of unknown date, taken to be"
        " there from the beginning."
    )
    assert (
        said([tie(0), tie(1)], [LONG_AGO])
        .notes[2]
        .startswith("At the earliest date 2 people are on the list by an entry of unknown date")
    )


def test_whoever_left_since_is_still_counted_where_the_note_says() -> None:
    found = said([tie(0, until=D - 10), tie(1, since=D - 900)], [LONG_AGO])
    assert found.tables[0].rows[0][1] == 2
    assert found.tables[0].rows[-1][1] == 1
    assert found.notes[2].startswith("At the earliest date 1 person is on the list")


def test_the_table_has_the_columns_that_are_drawn() -> None:
    (table,) = said([tie(0)], [LONG_AGO, meeting(0, D)]).tables
    assert table.key == "months"
    assert [column.key for column in table.columns] == [
        "date", "list", "network", "two_way_people", "partial",
    ]  # fmt: skip
    assert table.rows[-1] == ("2026-07-15", 1, 1, 1, False)


def test_silence_beyond_an_export_is_noted() -> None:
    found = said([], [LONG_AGO], Source("x", D - 8, 8))
    assert found.notes[-1] == "X data ends 7 Jul 2026; silence after that is unknown."
