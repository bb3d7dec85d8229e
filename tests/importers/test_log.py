"""The interaction log, beyond its case folders."""

import pytest

from importers.cases import instant
from importers.made import made, problems, records
from netaudit.calendar import iso
from netaudit.records import Entry, SetAside


def entries(text: str, timezone: str = "UTC") -> list[Entry]:
    items = records(made(text, "log.csv"), timezone=timezone)
    return [item for item in items if isinstance(item, Entry)]


def when(date: str, timezone: str = "UTC") -> str | None:
    for entry in entries(f"date,person\n{date},Ada\n", timezone):
        return instant(entry.at) if entry.at is not None else iso(entry.day or 0)
    return None


def problem_of(header: str, row: str) -> list[tuple[int, str]]:
    return problems(records(made(f"{header}\n{row}\n")))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-11-03", "2026-11-03"),
        (" 2026-11-03 ", "2026-11-03"),
        ("1900-01-01", "1900-01-01"),
        ("2200-01-01", "2200-01-01"),
        ("2024-02-29", "2024-02-29"),
        ("2026-11-03T15:00", "2026-11-03T14:00:00Z"),
        ("2026-07-03 15:00:30", "2026-07-03T13:00:30Z"),
        ("2026-11-03T15:00:00.999999", "2026-11-03T14:00:00Z"),
        ("2026-11-03T15:00Z", "2026-11-03T15:00:00Z"),
        ("2026-11-03T15:00-0530", "2026-11-03T20:30:00Z"),
        ("2026-11-03T15:00+14:00", "2026-11-03T01:00:00Z"),
        ("2026-03-29T02:30", "2026-03-29T01:30:00Z"),  # in no hour of that night
        ("2026-10-25T02:30", "2026-10-25T00:30:00Z"),  # the first of two
    ],
)
def test_days_and_instants_are_read_on_the_clocks_of_the_user(date: str, expected: str) -> None:
    assert when(date, "Europe/Paris") == expected


@pytest.mark.parametrize(
    "date",
    [
        "", "may", "1", "10:00", "2026-2-3", "2026-02-30", "2023-02-29", "20261103", "2026-W01-1",
        "2026-11-03T24:00", "2026-11-03T23:59:60", "2026-11-03T25:00", "2026-11-03T10:60",
        "2026-11-03T10", "2026-11-03T10:00+24:00", "2026-11-03T10:00+99:99", "9999-12-31",
        "9999-12-31T23:59:59-12:00", "0001-01-01T00:00+12:00", "1899-12-31", "2200-01-02",
        "\uff12026-11-03", "2026-11-03T10:00:00 UTC", "2026-11-03\x00", "-2026-11-03",
    ],
)  # fmt: skip
def test_any_other_date_is_a_problem(date: str) -> None:
    (problem,) = problem_of("date,person", f'"{date}",Ada')
    assert problem in {(2, "bad-date"), (2, "nul")}


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("channel", "emial", "unknown-channel"),
        ("direction", "inout", "bad-direction"),
        ("purpose", "gave,got", "unknown-purpose"),
        ("group", "0", "bad-group"),
        ("group", "-1", "bad-group"),
        ("group", "1.5", "bad-group"),
        ("group", "\u0663", "bad-group"),
        ("group", "1000001", "bad-group"),
        ("group", "9" * 400, "bad-group"),
    ],
)
def test_a_cell_that_says_nothing_is_a_problem(header: str, cell: str, code: str) -> None:
    assert problem_of(f"date,person,{header}", f'2026-01-01,Ada,"{cell}"') == [(2, code)]


def test_a_misspelt_channel_is_told_the_nearest() -> None:
    (problem,) = records(made("date,person,channel\n2026-01-01,Ada,emial\n"))
    assert getattr(problem, "message", "") == "unknown channel; the nearest is 'email'"


@pytest.mark.parametrize("group", ["1", " 12 ", "1000000"])
def test_a_group_is_a_number_of_people(group: str) -> None:
    (entry,) = entries(f"date,person,group\n2026-01-01,Ada,{group}\n")
    assert entry.size == int(group)


@pytest.mark.parametrize("person", ["", "  ", "\u200b", "\xa0"])
def test_nobody_is_no_person(person: str) -> None:
    assert problem_of("date,person", f"2026-01-01,{person}") == [(2, "no-person")]


@pytest.mark.parametrize("formula", ["=1+1", "+49 1", "-x", "@ada", "\uff1dx", " =x"])
def test_the_guard_that_an_export_of_ours_puts_before_formulas_is_taken_off(formula: str) -> None:
    (entry,) = entries(f"date,person,note\n2026-01-01,'{formula},'{formula}\n")
    assert (entry.written, entry.note) == (formula.strip(), formula.strip())


def test_an_apostrophe_of_a_name_stays() -> None:
    (entry,) = entries("date,person\n2026-01-01,'Ana' Ruiz\n")
    assert entry.written == "'Ana' Ruiz"


def test_the_place_of_an_entry_is_counted_on_local_days() -> None:
    text = "date,person\n2026-01-01,Ada\n2026-01-01T23:30Z,Ada\n2026-01-02,Ada\n2026-01-02,Bo\n"
    assert [entry.position for entry in entries(text)] == [0, 1, 0, 0]
    assert [entry.position for entry in entries(text, "Europe/Paris")] == [0, 0, 1, 0]


def test_an_entry_repeated_under_one_id_is_one_and_without_id_it_is_two() -> None:
    items = records(made("date,person,id\n2026-01-01,Ada,a\n2026-01-01,Ada,a\n2026-01-01,Ada,\n"))
    assert items[1] == SetAside(3, "repeated rows")
    assert [(e.ref, e.occurrence, e.position) for e in items if isinstance(e, Entry)] == [
        ("a", 0, 0), ("", 0, 1),
    ]  # fmt: skip


def test_unknown_columns_are_named_once() -> None:
    notices: list[str] = []
    records(made("date,person,Mood,,place\n2026-01-01,Ada,,,\n"), notices=notices)
    assert notices == ["file.csv: not read are the columns 'mood', 'place'"]


def test_problems_name_no_people() -> None:
    text = "date,person,channel\nno,Ada Kaltenbrun,x\n2026-01-01,Ada Kaltenbrun,Ada Kaltenbrun\n"
    for item in records(made(text)):
        assert "Ada" not in str(item)
