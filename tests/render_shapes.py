"""Reports of every shape that a renderer may be given; their words are plain ones."""

from collections.abc import Callable

import render_commands
import render_people
import render_samples
from netaudit.report import Column, Figure, Kind, Report, Section, Table, Value
from render_samples import person

_PERSON = Column("person", "person", "person")
_KINDS: tuple[Kind, ...] = ("count", "ratio", "number", "days", "date", "text", "person", "flag")
#: Numbers of every size that a screen has room for.
NUMBERS = (0, 1, -1, 7, 10**15, -(10**9), 0.0, -0.0, 0.5, 1e-9, 0.9999, 1.0, 123_456.789)
MANY = 30_000


def _of(*sections: Section) -> Report:
    return Report("audit", "Title", "A headline.", "2026-11-15", {"by": "me"}, sections)


def _table(columns: tuple[Column, ...], rows: tuple[tuple[Value, ...], ...]) -> Report:
    return _of(Section("one", "One", "A summary.", tables=(Table("rows", "Rows", columns, rows),)))


def empty_sections() -> Report:
    """Return sections that hold nothing but their keys."""
    return _of(*(Section(key, "", "") for key in ("list_vs_network", "stale", "next", "odd")))


def list_only() -> Report:
    """Return what is known where there is a list and not a word: zeros, and what is unknown."""
    states: tuple[tuple[Value, ...], ...] = (("never", 600, 1.0, 0), ("two_way", 0, 0.0, 0))
    columns = (
        Column("state", "state"), Column("people", "people", "count"),
        Column("share", "share", "ratio"), Column("live", "touched lately", "count"),
    )  # fmt: skip
    return _of(
        Section(
            "list_vs_network", "List", "None of 600.", (Figure("list", "people", 600),),
            (Table("states", "States", columns, states),),
        ),
        Section("reciprocity", "Answers", "No conversation.", (Figure("a", "answered", None),)),
    )  # fmt: skip


def figures_only() -> Report:
    """Return figures of every kind, and no table."""
    values: tuple[Value, ...] = (3, 0.25, 1.5, 12, "2026-01-31", "words", person("Ana"), True)
    pairs = zip(_KINDS, values, strict=True)
    figures = tuple(Figure(kind, f"a {kind}", value, kind) for kind, value in pairs)
    return _of(Section("one", "One", "", figures))


def no_rows() -> Report:
    """Return tables without a row: a list of people, and one of several columns."""
    return _of(
        Section(
            "one", "One", "",
            tables=(
                render_samples.people_table("left", "Left", [], "nobody left"),
                Table("rows", "Rows", (_PERSON, Column("days", "days", "days")), (), "nothing yet"),
            ),
        )
    )  # fmt: skip


def nothing_known() -> Report:
    """Return figures and cells of every kind that are all unknown, also in comparison."""
    figures = tuple(Figure(kind, f"a {kind}", None, kind) for kind in _KINDS)
    columns = tuple(Column(kind, kind, kind) for kind in _KINDS)
    table = Table("rows", "Rows", columns, ((None,) * len(columns),) * 3)
    previous: dict[str, Value] = dict.fromkeys(_KINDS)
    return _of(
        Section("one", "One", "", figures, (table,)),
        Section("two", "Two", "", figures, (table,), previous=previous),
    )


def numbers() -> Report:
    """Return numbers of every size in figures, comparisons and cells."""
    kinds: tuple[Kind, ...] = ("count", "ratio", "number", "days")
    figures = tuple(
        Figure(f"{kind}_{at}", f"{kind} {at}", number, kind)
        for kind in kinds for at, number in enumerate(NUMBERS)
    )  # fmt: skip
    rows = tuple((number,) * len(kinds) for number in NUMBERS)
    table = Table("rows", "Rows", tuple(Column(kind, kind, kind) for kind in kinds), rows)
    return _of(
        Section("one", "One", "", figures, (table,)),
        Section("two", "Two", "", figures, previous={figure.key: 1 for figure in figures}),
    )


def previous_unknown() -> Report:
    """Return a comparison with a day of which some figures are unknown."""
    figures = (
        Figure("a", "known", 3),
        Figure("b", "unknown before", 4),
        Figure("c", "never", None),
    )
    return _of(Section("one", "One", "", figures, previous={"a": 5, "b": None, "c": None}))


def in_time() -> Report:
    """Return a long table whose newest rows stand last."""
    columns = (Column("date", "date", "date"), Column("list", "list", "count"))
    rows = tuple((f"{1990 + at // 12}-{at % 12 + 1:02}-28", at) for at in range(200))
    table = Table("months", "Months", columns, rows, in_time=True)
    return _of(Section("momentum", "Momentum", "It grows.", tables=(table,)))


def namesakes() -> Report:
    """Return two people of one name."""
    rows: tuple[tuple[Value, ...], ...] = (
        (person("Ana Ruiz", 1), "2026-01-01"), (person("Ana Ruiz", 2), "2026-02-02"),
    )  # fmt: skip
    return _table((_PERSON, Column("since", "since", "date")), rows)


def many_rows() -> Report:
    """Return a table of as many rows as a large list has."""
    columns = (_PERSON, Column("since", "since", "date"), Column("share", "share", "ratio"))
    rows = tuple((person(f"Ana {at}", at), "2026-01-01", at / MANY) for at in range(MANY))
    return _table(columns, rows)


def one_column() -> Report:
    """Return a table of one column of numbers."""
    return _table((Column("days", "days", "days"),), tuple((at,) for at in range(50)))


def twelve_columns() -> Report:
    """Return a table wider than most screens."""
    columns = (_PERSON, *(Column(f"c{at}", f"number{at}", "count") for at in range(11)))
    return _table(columns, ((person("Ana Ruiz"), *range(1_000, 1_011)),) * 3)


def long_cells() -> Report:
    """Return cells of three thousand letters, in words and in one."""
    rows: tuple[tuple[Value, ...], ...] = (
        (person("Ana " * 750), "word " * 600), (person("A" * 3_000), "w" * 3_000),
    )  # fmt: skip
    return _table((_PERSON, Column("note", "note")), rows)


#: Every report name, as the program makes it for programs and for people.
COMMANDS: dict[str, Callable[[], Report]] = {
    "audit": render_samples.audit,
    "weekly": render_samples.weekly,
    "next": render_commands.next_,
    "changes": render_commands.changes,
    "imports": render_commands.imports,
    "doctor": render_commands.doctor,
    "log": render_commands.log,
    "matches": render_commands.matches,
    "people": render_people.people,
    "person": render_people.one_person,
}
FOR_READING: dict[str, Callable[[], Report]] = COMMANDS | {
    "next": lambda: render_commands.next_(for_reading=True),
    "changes": lambda: render_commands.changes(for_reading=True),
    "matches": lambda: render_commands.matches(for_reading=True),
    "people": lambda: render_people.people(for_reading=True),
    "person": lambda: render_people.one_person(for_reading=True),
}
SHAPES: dict[str, Callable[[], Report]] = {
    **COMMANDS,
    **{f"{name}_read": FOR_READING[name] for name in ("next", "changes", "matches", "people")},
    "section": lambda: render_samples.narrowed("stale"),
    "empty": render_samples.empty,
    **{
        shape.__name__: shape
        for shape in (
            empty_sections, list_only, figures_only, no_rows, nothing_known, numbers,
            previous_unknown, in_time, namesakes, many_rows, one_column, twelve_columns, long_cells,
        )
    },
}  # fmt: skip
