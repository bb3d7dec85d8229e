"""The commands of the program by name; the module of each is imported when it is asked for.

So that what answers in a moment does not wait for what makes reports.
"""

import inspect
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from types import CodeType, MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from typer.main import get_command_from_info
from typer.models import CommandInfo

from netaudit.cli.helping import Command

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand


class Place(NamedTuple):
    """Where a command is: the module beside this one, and the function in it.

    One that takes `more_words` says more of a name without quotes than that there is a word too
    many.
    """

    module: str
    function: str
    more_words: bool = False


PLACES: Mapping[str, Place] = MappingProxyType({
    "demo": Place("demonstrating", "demo"),
    "import": Place("importing", "import_"),
    "log": Place("logging", "log"),
    "match": Place("matching", "match", more_words=True),
    "merge": Place("matching", "merge", more_words=True),
    "split": Place("matching", "split"),
    "tag": Place("preferences", "tag"),
    "ignore": Place("preferences", "ignore", more_words=True),
    "unignore": Place("preferences", "unignore", more_words=True),
    "snooze": Place("preferences", "snooze", more_words=True),
    "cadence": Place("preferences", "cadence"),
    "imports": Place("history", "imports"),
    "changes": Place("history", "changes"),
    "undo": Place("history", "undo"),
    "forget": Place("forgetting", "forget", more_words=True),
    "report": Place("reports", "report"),
    "weekly": Place("reports", "weekly"),
    "schedule": Place("scheduling", "schedule"),
    "next": Place("suggesting", "next_"),
    "people": Place("listing", "people"),
    "show": Place("showing", "show", more_words=True),
    "backup": Place("keeping", "backup"),
    "restore": Place("keeping", "restore"),
    "export": Place("exporting", "export"),
    "doctor": Place("checking", "doctor"),
    "config": Place("configuring", "config"),
})  # fmt: skip


class Registered(Mapping[str, "AnyCommand"]):
    """All commands, made of their functions as they are asked for."""

    def __init__(self) -> None:
        self._made: dict[str, AnyCommand] = {}

    def __getitem__(self, name: str) -> "AnyCommand":
        """Return a command; KeyError if there is none of that name."""
        if name not in self._made:
            self._made[name] = _made(name, PLACES[name])
        return self._made[name]

    def sentence(self, name: str) -> str:
        """Return what a list of commands says of one, whose module need not run for that."""
        text = _docstring(PLACES[name])
        command = self[name] if text is None else Command(name, help=inspect.cleandoc(text))
        return command.get_short_help_str(1_000)

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)


def _docstring(place: Place) -> str | None:
    """Return what a function says of itself, from its compiled module; None if that is not there.

    The module itself would import all that the command works with.
    """
    if sys.flags.optimize > 1:  # none there: from Python 3.14 on another constant is the first
        return None
    spec = find_spec(f"netaudit.cli.{place.module}")
    find = getattr(spec and spec.loader, "get_code", None)
    module = find(spec.name) if spec and find else None
    for code in module.co_consts if module else ():
        if isinstance(code, CodeType) and code.co_name == place.function:
            text = code.co_consts[0]  # where Python has it, or None
            return text if isinstance(text, str) else None
    return None


def _made(name: str, place: Place) -> "AnyCommand":
    function = getattr(import_module(f"netaudit.cli.{place.module}"), place.function)
    settings = {"allow_extra_args": True} if place.more_words else None
    info = CommandInfo(name, cls=Command, callback=function, context_settings=settings)
    return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
