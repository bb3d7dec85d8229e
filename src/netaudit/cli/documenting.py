"""The page docs/commands.md: every command, argument and option, as the program knows them."""

import inspect

import typer
from typer.core import TyperCommand, TyperGroup

from netaudit.cli.helping import EXAMPLES, OPTIONS, Rows, headed, panelled
from netaudit.errors import EXIT_CODES

_PAGE = """\
# Commands

<!-- Made from the program by `make docs`; a test holds it to that. -->

`netaudit COMMAND --help` says the same in a terminal. What is in square brackets can be left out,
and `...` stands for more of the same.

{contents}

## For all of them

{program}
{commands}
## Exit codes

| code | meaning |
|---|---|
{exit_codes}
"""


def commands_page(app: typer.Typer) -> str:
    """Return docs/commands.md, made from the commands of the program."""
    group = typer.main.get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError("a program of several commands")
    context = typer.Context(group, info_name="netaudit")
    contents, commands = [], []
    for heading, names in headed(list(group.commands)):
        links = " · ".join(f"[{name}](#netaudit-{name})" for name in names)
        contents.append(f"* **{heading}**: {links}")
        commands += [_command(group.commands[name], name, context) for name in names]
    return _PAGE.format(
        contents="\n".join(contents),
        program="\n".join(_table("option", panelled(group, context)[1][OPTIONS])),
        commands="\n".join(commands),
        exit_codes="\n".join(f"| {code.value} | {text} |" for code, text in EXIT_CODES.items()),
    )


def _command(command: object, name: str, parent: typer.Context) -> str:
    if not isinstance(command, TyperCommand):
        raise TypeError(f"{name} is no command")
    context = typer.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    arguments, panels = panelled(command, context)
    lines = [f"## netaudit {name}", "", inspect.cleandoc(command.help or ""), ""]
    lines += ["```text", f"netaudit {name} {usage}", "```", ""]
    lines += _table("argument", arguments)
    for title, rows in panels.items():
        lines += _table("option" if title == OPTIONS else title.lower(), rows)
    if EXAMPLES.get(name):
        lines += ["```console", *(f"$ {line}" for line in EXAMPLES[name]), "```", ""]
    return "\n".join(lines)


def _table(title: str, rows: Rows) -> list[str]:
    """Return a table of two columns, without the option that all commands have."""
    told = [(_cell(name), _cell(text)) for name, text in rows if not name.endswith("--help")]
    if not told:
        return []
    return [f"| {title} | |", "|---|---|", *(f"| `{name}` | {text} |" for name, text in told), ""]


def _cell(text: str) -> str:
    """Return a text as it stands in a cell: a bar would end it, and a tag would vanish."""
    return text.replace("|", "\\|").replace("<", "&lt;")
