"""No row of the catalogue is forgotten."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from catalogue.catalogue import TABLES, UNREAD, Case, rows_of

MODULES = [
    import_module(f"catalogue.{path.stem}")
    for path in sorted(Path(__file__).parent.glob("test_*.py"))
    if path != Path(__file__)
]
PROVEN = frozenset[str]().union(*map(rows_of, MODULES))
LEFT_OUT: dict[str, str] = {
    row: reason
    for module in MODULES
    for row, reason in getattr(module, "LEFT_OUT", {}).items()
}  # fmt: skip
ROWS = [f"{letter}{number}" for letter, rows in TABLES.items() for number in range(1, rows + 1)]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_an_entry_or_a_reason_to_have_none(row: str) -> None:
    assert (row in PROVEN) != (row in LEFT_OUT)
    assert row in PROVEN or re.fullmatch(r"[a-zA-Z].{15,}", LEFT_OUT[row])


def test_every_entry_is_of_a_row_that_there_is() -> None:
    faults = {row for row in PROVEN if re.fullmatch(r"[TP]\d{1,2}", row)}
    assert PROVEN - faults <= set(ROWS)
    assert set(LEFT_OUT) <= set(ROWS)
    assert "T11" in faults


def test_tables_of_what_is_not_read_have_a_reason() -> None:
    assert not UNREAD.keys() & TABLES.keys()
    assert sorted([*UNREAD, *TABLES]) == sorted("CEZJVMIDUKX")


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_two_entries_of_a_module_have_one_name(module: ModuleType) -> None:
    marks = [
        mark for value in vars(module).values() for mark in getattr(value, "pytestmark", ())
        if callable(value) and mark.name == "parametrize"
    ]  # fmt: skip
    names = [str(case) for mark in marks for case in mark.args[1] if isinstance(case, Case)]
    assert len(names) == len(set(names))
