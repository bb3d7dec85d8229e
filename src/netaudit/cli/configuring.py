"""`netaudit config`."""

from typing import Annotated

import typer

from netaudit.config import CHANNELS, MEDIA, OPTIONS, config_path, describe, load, store_path


def config(
    show: Annotated[
        bool, typer.Option("--show", help="Print every option with its value in force.")
    ] = False,
    path: Annotated[
        bool, typer.Option("--path", help="Print where the configuration file is looked for.")
    ] = False,
) -> None:
    """Show what can be set, what is in force, and where it comes from."""
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


_PAGE = """\
# Configuration

One TOML file, and none is needed. `netaudit config --path` prints where it belongs, and
`netaudit config` what is in force; `NETAUDIT_CONFIG` names another file. What the command line
says goes before it.

A key that is unknown or a value that makes no sense is an error that names the line. A file that
others can write is not read.

| key | default | what it does |
|---|---|---|
{options}

Spans of time are written `30d`, `4w`, `3mo` or `1y`; months and years are calendar steps.

```toml
timezone = "Europe/Lisbon"

[channels]
bowling = "in_person"
telex = "letter"

[report]
stale = "6w"
```

The channels there are, by medium:

{channels}
"""


def configuration_page() -> str:
    """Return docs/configuration.md, made from the table of options."""
    options = "\n".join(
        f"| `{option.key}` | `{describe(option.default)}` | {option.about} |" for option in OPTIONS
    )
    channels = "\n".join(
        f"* `{medium}`: {', '.join(c for c, m in CHANNELS.items() if m == medium)}"
        for medium in MEDIA
    )
    return _PAGE.format(options=options, channels=channels)
