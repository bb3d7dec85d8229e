"""What is said of a command line that Typer does not understand, in netaudit's own words."""

import re
from typing import Any, cast

import typer

from netaudit.errors import NetauditError, UsageError

#: Typer's own class for all of them, of which it exports a heir only.
NotUnderstoodError = cast("type[Exception]", typer.BadParameter.__base__)
_LONGEST = 60
#: What Typer says of a value -> what it should have been; a number in it is a bound.
_WANTED = (
    (re.compile(r"valid integer"), "a whole number"),
    (re.compile(r"(?:greater than or equal to |x>=)(-?\d+)"), "a number of at least {}"),
    (re.compile(r"(?:less than or equal to |x<=)(-?\d+)"), "a number of at most {}"),
)


def mistake(error: Exception, subcommand: str | None) -> NetauditError | None:
    """Return what is wrong and where to look it up; None for a bare command, which gets its help.

    Typer knows these kinds by classes that it does not export.
    """
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return None
    command = f"netaudit {subcommand}" if subcommand else "netaudit"
    said, near = _worded(kind, error, command)
    hint = f"{command} --help"
    return UsageError(said, hint=f"did you mean {' or '.join(near)}? Or: {hint}" if near else hint)


def _worded(kind: str, error: Any, command: str) -> tuple[str, list[str]]:  # noqa: ANN401 - as below
    """Return the sentence, and what can have been meant."""
    said: str = error.format_message()
    if kind == "NoSuchOption":
        name = error.option_name[:_LONGEST]
        return f"{command} has no option {name}", sorted(error.possibilities or ())
    if unknown := re.match(r"No such command '(.*?)'\.(.*)", said, re.DOTALL):
        near = [f"netaudit {one}" for one in re.findall(r"'(\w+)'", unknown[2])]
        return f"there is no command '{unknown[1][:_LONGEST]}'", near
    if extra := re.search(r"unexpected extra argument\S* \((.*)\)", said, re.DOTALL):
        return f"too many words: {extra[1][:_LONGEST]}", []
    if kind == "BadOptionUsage":
        return said.removeprefix("Option ").replace("'", "").rstrip("."), []
    return _of_value(kind, error, said), []


def _of_value(kind: str, error: Any, said: str) -> str:  # noqa: ANN401 - as below
    if kind == "MissingParameter":
        return f"{_named(error)} is missing"
    for pattern, words in _WANTED:
        if match := pattern.search(said):
            return f"{_named(error)} has to be {words.format(*match.groups())}"
    return said[:1].lower() + said[1:].rstrip(".")


def _named(error: Any) -> str:  # noqa: ANN401 - of a class that Typer does not export
    """Return how an option or an argument is written."""
    parameter = error.param
    if parameter is None:
        return "a value"
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return str(max(parameter.opts, key=len))
