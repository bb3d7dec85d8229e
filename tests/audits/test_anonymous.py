"""A report that names nobody says the same of nobody in particular."""

import re
from collections import Counter
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given

from metrics.oracle import World
from metrics.reported import figures, options
from metrics.strategies import any_world, examples, frames_of
from metrics.worlds import (
    D,
    InteractionRow,
    LeftOutRow,
    MoveRow,
    PersonRow,
    SnapshotRow,
    TieRow,
    interaction,
    kept,
    meeting,
    text,
    tie,
    world,
)
from netaudit import frames as contracts
from netaudit.audits.anonymous import KEPT, anonymous, disguised
from netaudit.audits.full import audit
from netaudit.audits.options import Options
from netaudit.audits.suggestions import whom_to_talk_to
from netaudit.audits.weekly import weekly
from netaudit.calendar import Span
from netaudit.frames import Frames
from netaudit.render import FORMATS, Look, renderer, to_text
from netaudit.render.csv import csv_files
from netaudit.report import Person, Report, Table, Value

#: Stands in every text of a world that tells who or what is meant.
MARK = "qxz"
NUMBERED = re.compile(r"(Person|Company|Position|Tag|File|Channel) \d+")
#: What else those texts are made of, as far as netaudit's own sentences have no such letters.
WORDS = ("acme", "gmbh", "straße", "strasse", "émile", "engineer", "director", "mentor", ".zip")


def marked(words: str) -> str:
    """Put the mark before the first letter; what was alike stays alike, in the same order."""
    bare = words.lstrip()
    return words.replace(bare, f"{MARK}{bare}", 1) if bare else words


def marked_person(row: PersonRow) -> PersonRow:
    name = marked(row.name)
    return row._replace(
        person_id=marked(row.person_id), name=name, sort_key=name.casefold(),
        company=marked(row.company), position=marked(row.position),
        tags=tuple(map(marked, row.tags)), cadence_tag=marked(row.cadence_tag),
    )  # fmt: skip


def marked_move(row: MoveRow) -> MoveRow:
    return MoveRow(*row[:3], *map(marked, row[3:]))


def marked_channel(row: InteractionRow) -> InteractionRow:
    return row._replace(channel=marked("bowling")) if row.channel == "email" else row


def marked_world(one: World) -> World:
    return replace(
        one,
        people=[marked_person(row) for row in one.people],
        interactions=[marked_channel(row) for row in one.interactions],
        moves=[marked_move(row) for row in one.moves],
        snapshots=[row._replace(name=marked(row.name)) for row in one.snapshots],
    )


def made(one: World, frames: Frames) -> tuple[Report, ...]:
    """Return every report that can be had without names."""
    chosen = replace(options(one), compare=Span(90, "d"))
    return (
        audit(frames, one.as_of, chosen),
        weekly(frames, one.as_of, options(one)),
        whom_to_talk_to(frames, one.as_of, options(one)),
    )


def everything_written(report: Report) -> str:
    """Render a report in full in every format, and as a folder of tables."""
    look = Look(width=200, full=True)
    texts = [to_text(renderer(form, look), report) for form in FORMATS if form != "csv"]
    return "".join((*texts, *csv_files(report, ids=True).values()))


def nobody(value: Value) -> Value:
    """Return a cell without whom or what it names."""
    if isinstance(value, Person):
        return "somebody"
    if isinstance(value, str) and (MARK in value.casefold() or NUMBERED.fullmatch(value)):
        return "something"
    return value


def rows_of(table: Table) -> "Counter[tuple[Value, ...]]":
    return Counter(tuple(map(nobody, row)) for row in table.rows)


@examples(40)
@given(any_world())
def test_no_word_of_the_record_is_left_and_every_figure_is_the_same(one: World) -> None:
    one = marked_world(one)
    frames = frames_of(one)
    named = made(one, frames)
    with kept(frames):
        numbered = anonymous(frames, partial(made, one))
    for plain, report in zip(named, numbered, strict=True):
        text = everything_written(report).casefold()
        assert MARK not in text
        assert not [word for word in WORDS if word in text]
        assert not re.search("[\ue000-\uf8ff]|\\\\u[ef]", text)
        assert report.options == plain.options | {"anonymized": "yes"}
        for before, now in zip(plain.sections, report.sections, strict=True):
            assert figures(now) == figures(before)
            assert now.previous == before.previous
            for table, other in zip(now.tables, before.tables, strict=True):
                if (now.key, table.key) == ("next", "people"):  # of a tie, others may be taken
                    assert len(table.rows) == len(other.rows)
                else:
                    assert rows_of(table) == rows_of(other)


@examples(20)
@given(any_world())
def test_it_is_made_of_the_record_and_not_of_the_order_of_its_rows(one: World) -> None:
    people = [row._replace(snoozed_until=None) for row in one.people]
    again = frames_of(replace(one, people=people, ties=one.ties[::-1], moves=one.moves[::-1]))
    frames = frames_of(replace(one, people=people))
    assert anonymous(again, partial(made, one)) == anonymous(frames, partial(made, one))


def people(*companies: str, tags: tuple[str, ...] = ()) -> list[PersonRow]:
    return [
        PersonRow(f"i{n}", f"Name {n}", f"name {n}", company, tags=tags)
        for n, company in enumerate(companies)
    ]


def listed(number: int) -> list[TieRow]:
    return [tie(who, since=D - 900) for who in range(number)]


def bowling() -> InteractionRow:
    return interaction(0, D, "both", channel="bowling", medium="in_person", logged=True)


def audited(frames: Frames) -> Report:
    (report,) = anonymous(frames, lambda disguise: (audit(disguise, D, Options()),))
    return report


def section_of(report: Report, key: str) -> dict[str, tuple[tuple[Value, ...], ...]]:
    (section,) = (section for section in report.sections if section.key == key)
    return {table.key: table.rows for table in section.tables}


def test_people_are_numbered_as_they_appear_and_keep_their_number() -> None:
    talks = [text(n, D - 40 - n, way) for n in (2, 0, 1) for way in ("in", "out")]
    waits = [text(1, D - 5, "in")]
    frames = world(people=people("", "", ""), ties=listed(3), interactions=[*talks, *waits])
    report = audited(frames)
    stale = section_of(report, "stale")["stale_people"]
    assert [row[0] for row in stale] == [Person("Person 1", "1"), Person("Person 2", "2")]
    (waiting,) = section_of(report, "reciprocity")["waiting_on_me"]
    assert waiting[0] == Person("Person 3", "3")
    assert section_of(report, "next")["people"][0][0] == waiting[0]


def test_companies_and_tags_go_by_their_size() -> None:
    one = [*people(*"aabbb", tags=("zoo",)), *people("c c", "C C ", "c c", "C c")]
    rows = [row._replace(person_id=f"i{n}", tags=row.tags) for n, row in enumerate(one)]
    talk = [text(0, D - 9, way) for way in ("in", "out")]
    report = audited(world(people=rows, ties=listed(len(rows)), interactions=talk))
    tables = section_of(report, "circles")
    assert [row[:3] for row in tables["companies"]] == [
        ("Company 1", 4, 0), ("Company 2", 3, 0), ("Company 3", 2, 1)
    ]  # fmt: skip
    assert [row[:2] for row in tables["tags"]] == [("Tag 1", 5)]
    (circles,) = (section for section in report.sections if section.key == "circles")
    assert circles.summary == (
        "The largest company on your list is Company 1: 4 people, none of them network. More of"
        " your network is at Company 3: 2 people, 1 of them network. The largest tag on your list"
        " is Tag 1: 5 people, 1 of them network."
    )


def test_companies_that_circles_tell_apart_stay_apart_and_are_still_no_move() -> None:
    frames = world(
        people=people("Café Sol", "Café Sol", "Cafe Sol", "Cafe Sol", "cafe sol"),
        ties=listed(5),
        moves=[
            MoveRow(0, D - 9, None, "Cafe Sol", "Cook", "Café Sol", "Chef"),
            MoveRow(2, D - 9, None, "Bar", "Cook", "Cafe Sol", "Cook"),
        ],
    )
    report = audited(frames)
    assert [row[:2] for row in section_of(report, "circles")["companies"]] == [
        ("Company 1", 3), ("Company 2", 2)
    ]  # fmt: skip
    assert [row[1] for row in section_of(report, "next")["people"]] == [
        "now at Company 1 (before: Company 3)", "now Position 1 (before: Position 2)"
    ]  # fmt: skip


def test_own_channels_and_files_are_numbered_and_the_usual_ones_are_not() -> None:
    frames = world(
        people=people("", ""),
        interactions=[
            bowling(),
            interaction(1, D, "out", channel="call", medium="voice", logged=True),
        ],
        snapshots=[SnapshotRow("linkedin", "ana-example.zip", D)],
        left_out=[LeftOutRow("linkedin", "sponsored messages", 3)],
    )
    tables = section_of(audited(frames), "coverage")
    assert [row[0] for row in tables["channels"]] == ["call", "Channel 1"]
    assert [row[:2] for row in tables["imports"]] == [("linkedin", "File 1")]
    assert [row[1] for row in tables["set_aside"]] == ["sponsored messages"]
    alone = world(people=people(""), ties=listed(1), interactions=[bowling()])
    assert audited(alone).headline.endswith("Built from one channel only: Channel 1.")


def test_the_order_of_names_does_not_show() -> None:
    """Of people who are alike in all else, the first by name is not always Person 1."""
    firsts = set()
    for salt in range(20):
        rows = [row._replace(person_id=f"{salt}-{n}") for n, row in enumerate(people(*[""] * 4))]
        disguise = disguised(world(people=rows))
        names = disguise.people["sort_key"].tolist()
        assert len(set(names)) == 4
        firsts.add(names.index(min(names)))
    assert len(firsts) > 1


def test_two_weeks_have_the_same_numbers() -> None:
    frames = world(
        people=people("", ""), ties=listed(2),
        interactions=[text(0, D - 20, "in"), text(1, D - 30, "in"), meeting(1, D - 2)],
    )  # fmt: skip
    now, before = anonymous(
        frames, lambda found: tuple(weekly(found, day, Options()) for day in (D, D - 7))
    )
    waiting = [
        [row[0] for row in section_of(week, "waiting")["waiting_on_me"]] for week in (now, before)
    ]
    assert section_of(now, "week")["joined_network"] == ((Person("Person 1", "1"),),)
    assert waiting[0] == [Person("Person 2", "2")]
    assert set(waiting[1]) == {Person("Person 1", "1"), Person("Person 2", "2")}


def test_nobody_keeps_a_position() -> None:
    rows = [row._replace(position="Baker of Acme") for row in people("Acme", "")]
    frames = world(people=rows)
    assert set(frames.people["position"]) == {"Baker of Acme"}
    assert set(disguised(frames).people["position"]) == {""}


def test_figures_of_before_are_numbered_as_those_of_now() -> None:
    """None is a name today; one that becomes so must not slip through."""

    def leading(found: Frames) -> tuple[Report]:
        now, then = found.people["name"]
        section = audit(found, D, Options()).sections[0]
        figure = replace(section.figures[0], value=now)
        changed = replace(section, tables=(), figures=(figure,), previous={figure.key: then})
        return (replace(audit(found, D, Options()), sections=(changed,)),)

    (report,) = anonymous(world(people=people("", "")), leading)
    (section,) = report.sections
    assert [one.value for one in section.figures] == ["Person 1"]
    assert section.previous is not None
    assert list(section.previous.values()) == ["Person 2"]


def test_the_report_says_that_people_are_numbered() -> None:
    report = audited(world())
    assert report.notes[0].startswith("People, companies, positions, tags and files are numbered")
    assert report.options["anonymized"] == "yes"


@pytest.mark.parametrize("name", list(contracts.CONTRACTS))
def test_a_new_column_has_to_be_decided_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is neither kept nor replaced fails the report instead of telling a name."""
    assert set(KEPT[name]) <= set(contracts.CONTRACTS[name])
    frames = world(people=people("Acme"))
    table = getattr(frames, name).assign(nickname="secret")
    disguise = getattr(disguised(replace(frames, **{name: table})), name)
    assert list(disguise.columns) == list(contracts.CONTRACTS[name])
    wider = {**contracts.CONTRACTS, name: {**contracts.CONTRACTS[name], "nickname": "object"}}
    monkeypatch.setattr("netaudit.audits.anonymous.CONTRACTS", wider)
    monkeypatch.setattr("netaudit.audits.anonymous.PEOPLE", wider["people"])
    with pytest.raises(KeyError):
        disguised(replace(frames, **{name: table}))
