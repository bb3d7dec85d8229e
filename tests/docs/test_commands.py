"""The page of all commands and what `--help` shows are the program's, and can be read."""

import os
import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from netaudit.cli import app
from netaudit.cli.documenting import commands_page
from netaudit.cli.helping import EXAMPLES, HEADINGS
from netaudit.errors import EXIT_CODES

PAGE = Path(__file__).parents[2] / "docs/commands.md"
PROGRAM = typer.main.get_command(app)
assert isinstance(PROGRAM, TyperGroup)
COMMANDS = PROGRAM.commands


def help_of(name: str | None = None, columns: int = 80) -> str:
    """Return what `--help` shows in a terminal of that width."""
    program = typer.Context(PROGRAM, info_name="netaudit", terminal_width=columns - 2)
    if name is None:
        return PROGRAM.get_help(program)
    return COMMANDS[name].get_help(typer.Context(COMMANDS[name], info_name=name, parent=program))


def test_the_page_is_made_from_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("40", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        page = commands_page(app)
        if os.environ.get("UPDATE_EXPECTED") and not os.environ.get("CI"):
            PAGE.write_text(page, "utf-8")
        assert PAGE.read_text("utf-8") == page, "run: make docs"


def test_the_page_has_every_command_in_the_order_of_the_help() -> None:
    told = re.findall(r"^## netaudit (\S+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)
    shown = re.findall(
        r"^  ([a-z]+) ", help_of().partition("Begin:")[2].partition("Exit codes")[0], re.MULTILINE
    )
    assert shown == told


def test_the_page_has_every_option() -> None:
    sections = re.split(r"^## netaudit ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    told = {section.split("\n")[0]: section for section in sections}
    for name, command in COMMANDS.items():
        options = [o for p in command.params if p.param_type_name == "option" for o in p.opts]
        for option in options:
            assert re.search(rf"`[^`]*{option}\b", told[name]), (name, option)


def test_rows_of_tables_have_two_cells() -> None:
    rows = [line for line in PAGE.read_text("utf-8").split("\n") if line.startswith("|")]
    assert rows
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}


def test_every_command_stands_under_a_heading_and_has_an_example() -> None:
    placed = [name for names in HEADINGS.values() for name in names]
    assert sorted(placed) == sorted(COMMANDS)
    assert all(EXAMPLES.get(name) for name in COMMANDS)


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in EXAMPLES.items() for line in lines]
)
def test_the_examples_are_understood(name: str, line: str) -> None:
    words = shlex.split(line)
    assert words[:2] == ["netaudit", name]
    COMMANDS[name].make_context(name, words[2:])
    assert f"\n  {line}\n" in f"{help_of(name)}\n", "an example is in one line, to be copied"


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_is_whole_and_fits(name: str | None, columns: int) -> None:
    lines = help_of(name, columns).split("\n")
    examples = [f"  {line}" for line in EXAMPLES.get(name or "", ())]
    assert max(len(line) for line in lines if line not in examples) < columns
    assert not [line for line in lines[1:] if re.search(r"\w\.\.\.$", line)], "cut off"
    assert not set("{}<>").intersection(lines[0]), "no types in Python's words"


def test_help_lists_every_exit_code_in_a_line() -> None:
    shown = help_of().partition("Exit codes:\n")[2]
    assert re.findall(r"^  (\d+) +(.+)$", shown, re.MULTILINE) == [
        (str(code.value), text) for code, text in EXIT_CODES.items()
    ]
