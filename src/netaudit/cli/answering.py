"""What is told of an answer of the user's: what was written, and how to take it back."""

from typing import Annotated

import typer

from netaudit.store.people import Found

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be written, and write nothing.")
]


def with_id(person: Found) -> str:
    """Return a person as a line shows them: the name, and the id that can be typed."""
    return f"{person.name} ({person.person_id})"


def tell_written(number: int | None, *, dry_run: bool) -> None:
    """Tell how to take an import back; without one that nothing was written, and why."""
    if number is not None:
        typer.echo(f"To take it back: netaudit undo {number}")
    elif dry_run:
        typer.echo("Nothing was written: this was a dry run.")
    else:
        typer.echo("Nothing was written: you said so before.")
