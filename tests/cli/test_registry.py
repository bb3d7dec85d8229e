"""The list of commands says of each what its function says, and loads none of them for that."""

import subprocess
import sys
from importlib.util import find_spec
from types import CodeType, SimpleNamespace

import pytest
import typer
from typer.core import TyperGroup

from netaudit.cli import app, registry
from netaudit.cli.registry import PLACES, Place, Registered

LISTED = """
import sys
from netaudit.cli import app
app(["--help"], standalone_mode=False)
print(*sorted(name for name in sys.modules if name.startswith("netaudit.")), file=sys.stderr)
"""


@pytest.mark.parametrize("name", PLACES)
def test_a_sentence_is_that_of_the_command_itself(name: str) -> None:
    commands = Registered()
    assert commands.sentence(name) == commands[name].get_short_help_str(1_000)
    assert len(commands.sentence(name)) > 10


@pytest.mark.parametrize("name", PLACES)
def test_a_sentence_is_found_without_the_module(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Registered().sentence(name)
    monkeypatch.setattr(registry, "import_module", None)
    assert Registered().sentence(name) == expected


def test_where_no_docstring_is_found_the_command_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Registered().sentence("tag")
    monkeypatch.setattr(registry, "find_spec", lambda _: None)
    assert Registered().sentence("tag") == expected


def test_a_docstring_that_was_left_out_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As by -OO."""
    code = compile("def f():\n    return 1\n", "f.py", "exec", optimize=2)

    class Loader:
        def get_code(self, _: str) -> object:
            return code

    spec = find_spec("netaudit.cli.registry")
    assert spec is not None
    monkeypatch.setattr(spec, "loader", Loader())
    monkeypatch.setattr(registry, "find_spec", lambda _: spec)
    assert registry._docstring(Place("any", "f")) is None
    assert registry._docstring(Place("any", "g")) is None


def test_without_docstrings_nothing_else_is_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """As by -OO, under which Python 3.14 begins the constants of a function with any of them."""
    compiled = compile("def f():\n    return 'a path'\n", "f.py", "exec", optimize=2)
    function = next(one for one in compiled.co_consts if isinstance(one, CodeType))
    later = function.replace(co_consts=("a path",))
    module = compiled.replace(
        co_consts=tuple(later if one is function else one for one in compiled.co_consts)
    )
    spec = SimpleNamespace(name="f", loader=SimpleNamespace(get_code=lambda _: module))
    monkeypatch.setattr(registry, "find_spec", lambda _: spec)
    assert registry._docstring(Place("any", "f")) == "a path"
    monkeypatch.setattr(registry, "sys", SimpleNamespace(flags=SimpleNamespace(optimize=2)))
    assert registry._docstring(Place("any", "f")) is None


def test_the_list_of_commands_loads_no_command() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LISTED], capture_output=True, text=True, check=True
    )
    loaded = {name.rpartition(".")[2] for name in done.stderr.split() if ".cli." in name}
    assert "Whom to talk to, and why." in done.stdout
    assert "registry" in loaded
    assert not loaded & {place.module for place in PLACES.values()}
    assert not any(".workflows" in name or ".store" in name for name in done.stderr.split())


def test_the_program_lists_its_commands_without_making_them() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    assert group.list_commands(typer.Context(group)) == list(PLACES)
