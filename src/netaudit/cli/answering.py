"""What is told of an answer of the user's: what was written, and how to take it back."""

import sys
from typing import Annotated

import typer

from netaudit.cli.terminal import fold, harmless, line_width
from netaudit.render import safe
from netaudit.store.people import Found

#: What a person is named by, wherever a command wants one.
WHOM = "an id, a name, a profile link, an @handle, an e-mail, or words that fit one person"

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be written, and write nothing.")
]
DryRunOfLoss = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would go, and change nothing.")
]


def with_id(person: Found) -> str:
    """Return a person as a sentence names them: the name, and the id that can be typed."""
    return f"{safe.terminal(person.name)} ({person.person_id})"


def say(sentence: str, *commands: str, indent: int = 4) -> None:
    """Print a sentence, folded; of `commands` behind it, to be copied, none is broken."""
    words = [*harmless(sentence).split(), *commands]
    for line in fold(words, line_width(sys.stdout), rest=" " * indent):
        typer.echo(line)


def tell_written(number: int | None, *, dry_run: bool) -> None:
    """Tell how to take an import back; without one that nothing was written, and why."""
    if number is not None:
        typer.echo(f"To take it back: netaudit undo {number}")
    elif dry_run:
        typer.echo("Nothing was written: this was a dry run.")
    else:
        typer.echo("Nothing was written: you said so before.")
