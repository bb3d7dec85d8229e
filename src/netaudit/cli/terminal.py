"""What is said beside the answer: warnings on stderr, questions where somebody can answer."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from netaudit.cli import completing
from netaudit.config import Config, expanded, store_path
from netaudit.render import cells, safe
from netaudit.render.base import Look, abandon

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        help="The store to use; else NETAUDIT_STORE, else one in your data folder.",
        show_default=False,
        metavar="FILE",
        readable=False,  # opening it says so better, and with the exit code for it
    ),
]
TimezoneOption = Annotated[
    str | None,
    typer.Option(
        "--timezone",
        help="Count days in this time zone, such as Europe/Lisbon.",
        show_default=False,
        metavar="ZONE",
        autocompletion=completing.timezones,
    ),
]

_NARROWEST, _WIDEST = 40, 200
#: Beyond this a line of words is hard to read; where there is no terminal, a line is this long.
_READABLE, _PLAIN = 100, 79

#: How wide a report is where there is no terminal, and at most in a mail.
PLAIN, MAIL = 80, 78

_LONGEST = 10_000


def harmless(text: str) -> str:
    """Return a line of any length that can act on no terminal."""
    return safe.terminal(text, _LONGEST)


def chosen_store(store: Path | None) -> Path:
    """Return the store an option names, or the usual one."""
    return expanded(store) if store is not None else store_path()


def with_timezone(config: Config, timezone: str | None) -> Config:
    """Return the configuration with the time zone of an option in place of its own."""
    return config if timezone is None else config.with_values(timezone=timezone)


def warn(sentence: str, *, hint: str | None = None) -> None:
    """Say something on stderr; text from files is made harmless.

    It is folded for a terminal only: whoever searches a log wants the sentence on one line. A
    hint may be several lines, such as one for each who can be meant.
    """
    texts = [("netaudit: ", " " * 4, sentence)]
    for number, line in enumerate(hint.split("\n") if hint else ()):
        texts.append((" " * 8 if number else "  hint: ", " " * 10 if number else " " * 8, line))
    for first, rest, text in texts:
        whole = harmless(text)
        lines = [first + whole]
        if is_terminal(sys.stderr):
            lines = fold(whole.split(" "), line_width(sys.stderr), first, rest)
        for line in lines:
            try:
                typer.echo(line, err=True)
            except OSError:  # a terminal that was closed: the exit code tells it still
                abandon(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether somebody looks at a stream; a closed one is None."""
    return stream is not None and stream.isatty()


def line_width(stream: TextIO | None) -> int:
    """Return how long lines of words may be on a stream; see `look`."""
    width = _exported_width(_PLAIN)
    if stream is not None and stream.isatty():
        try:
            size = os.get_terminal_size(stream.fileno())
        except (OSError, ValueError):
            size = os.terminal_size((_PLAIN, 24))
        width = shutil.get_terminal_size(size).columns
    return max(_NARROWEST, min(_READABLE, width))


def fold(words: Iterable[str], width: int, first: str = "", rest: str = "") -> list[str]:
    """Fill lines with words, which may hold spaces; `first` and `rest` are what lines begin with.

    No word is broken, so that a path or a command can be copied: a longer one has its own line.
    """
    lines: list[str] = []
    line, is_empty = first, True
    for word in words:
        longer = f"{line}{word}" if is_empty else f"{line} {word}"
        if not is_empty and cells.width(longer) > width:
            lines.append(line)
            longer = f"{rest}{word}"
        line, is_empty = longer, False
    return [*lines, line]


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def look(*, full: bool, ids: bool, table: str | None, for_mail: bool = False) -> Look:
    """Return how the place of output looks: width, colours, and which signs it knows.

    Where it is no terminal, an exported COLUMNS says the width; `for_mail` keeps it short there.
    """
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    if on_terminal:
        width = shutil.get_terminal_size((80, 24)).columns
    else:
        width = min(_exported_width(PLAIN), MAIL if for_mail else _WIDEST)
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").casefold().replace("-", "")
    return Look(
        width=max(_NARROWEST, min(_WIDEST, width)),
        colour=on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not encoding.startswith("utf"),
        full=full,
        ids=ids,
        table=table,
    )


def _exported_width(otherwise: int) -> int:
    """Return the width that COLUMNS says, if it says any."""
    written = os.environ.get("COLUMNS", "")
    is_number = written.isascii() and written.isdigit() and len(written) < 10
    return (int(written) if is_number else 0) or otherwise
