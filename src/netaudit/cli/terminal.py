"""What is said beside the answer: warnings on stderr, questions where somebody can answer."""

import os
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from netaudit.config import store_path
from netaudit.render import safe
from netaudit.render.base import Look

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        help="The store to use; else NETAUDIT_STORE, else one in your data folder.",
        show_default=False,
        metavar="FILE",
    ),
]
TimezoneOption = Annotated[
    str | None,
    typer.Option(
        "--timezone",
        help="Count days in this time zone, such as Europe/Lisbon.",
        show_default=False,
        metavar="ZONE",
    ),
]

_NARROWEST, _WIDEST = 40, 200


_LONGEST = 10_000


def harmless(text: str) -> str:
    """Return a line of any length that can act on no terminal."""
    return safe.terminal(text, _LONGEST)


def chosen_store(store: Path | None) -> Path:
    """Return the store an option names, or the usual one."""
    return store.expanduser() if store is not None else store_path()


def warn(sentence: str, *, hint: str | None = None) -> None:
    """Say something on stderr; text from files is made harmless."""
    typer.echo(f"netaudit: {harmless(sentence)}", err=True)
    if hint:
        typer.echo(f"  hint: {harmless(hint)}", err=True)


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def look(*, full: bool, ids: bool, table: str | None, plain_width: int = 80) -> Look:
    """Return how the place of output looks: width, colours, and which signs it knows."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size((80, 24)).columns if on_terminal else plain_width
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").casefold().replace("-", "")
    return Look(
        width=max(_NARROWEST, min(_WIDEST, width)),
        colour=on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not encoding.startswith("utf"),
        full=full,
        ids=ids,
        table=table,
    )
