"""`netaudit config`."""

from typing import Annotated

import typer

from netaudit.config import OPTIONS, config_path, describe, load, store_path


def config(
    show: Annotated[
        bool, typer.Option("--show", help="Print every option with its value in force.")
    ] = False,
    path: Annotated[
        bool, typer.Option("--path", help="Print where the configuration file is looked for.")
    ] = False,
) -> None:
    """Show the configuration: what can be set, what is in force, and where it comes from."""
    place = config_path()
    if path and not show:
        typer.echo(place)
        return
    found = load(place)
    typer.echo(f"# {'read from' if found.path else 'defaults; to change them, write'} {place}")
    typer.echo(f"# the store is {store_path()}")
    table = ""
    for option in OPTIONS:
        name, _, key = option.key.rpartition(".")
        if name != table:
            typer.echo(f"\n[{name}]")
            table = name
        typer.echo(f"\n# {option.about}")
        typer.echo(f"{key} = {describe(found[option.key])}")
    typer.echo(f"\n# days are counted in {found.timezone}")
