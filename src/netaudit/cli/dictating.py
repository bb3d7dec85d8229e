"""`netaudit log -`: entries from standard input, one in each line, all of them or none."""

import re
import shlex
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from netaudit.calendar import iso
from netaudit.cli.entering import (
    Chosen,
    Place,
    Words,
    entry,
    logged_words,
    tell_logged,
    warn_of_repeated,
)
from netaudit.cli.terminal import harmless
from netaudit.errors import InputRefused, UsageError
from netaudit.store import Store
from netaudit.workflows import purposes
from netaudit.workflows.logging import Logged, NewEntry, log_interactions

if TYPE_CHECKING:
    from netaudit.records import Account

_NAME = "standard input"
_MOST = 4_000_000
#: Parameters that a line may have; all others are of the whole command.
_IN_A_LINE = {"words", "via", "on", "into", "out", "both", *purposes.WITH_TEXT, "note", "new"}
_AS_CSV = "a log as CSV is imported: netaudit import log.csv"

Line = tuple[int, Words]
Said = tuple[NewEntry, list[Chosen]]


def log_lines(context: typer.Context, place: Place, *, dry_run: bool) -> None:
    """Log what the lines of standard input say, as one import; nothing is asked."""
    lines = [(number, _words(context, number, text)) for number, text in _lines(_read())]
    if not lines:
        typer.echo("Nothing was written: there is no entry in it.")
        return
    with Store.open(place.store, create=any(line.new for _, line in lines)) as opened:
        said = _entries(opened, place, lines)
        done = log_interactions(opened, [one for one, _ in said], dry_run=dry_run)
    for line in _told(said, in_full=dry_run):
        typer.echo(line)
    tell_logged(done)
    if done.repeated:
        warn_of_repeated(done, _which(lines, done))


def _read() -> str:
    if sys.stdin is None:
        raise UsageError(f"there is no {_NAME}")
    raw = sys.stdin.buffer.read(_MOST + 1)
    if len(raw) > _MOST:
        raise InputRefused(f"{_NAME}: more than {_MOST:,} bytes", hint=_AS_CSV)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        raise InputRefused(f"{_NAME}:{number}: this is not UTF-8") from None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold an entry, with their numbers."""
    is_first = True
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if not line or line.startswith("#"):
            continue
        cells = {cell.strip(" \"'").casefold() for cell in re.split("[,;\t]", line)}
        if is_first and {"date", "person"} <= cells:
            raise InputRefused(f"{_NAME}:{number}: this is the header of a CSV", hint=_AS_CSV)
        is_first = False
        yield number, line


def _words(context: typer.Context, number: int, text: str) -> Words:
    """Read a line as the shell and the command would."""
    from typer._click.exceptions import UsageError as NotUnderstoodError

    try:
        split = shlex.split(text)
    except ValueError:
        raise _wrong(
            number, "a quote is not closed", 'a name in quotes: "Conan O\'Brien"'
        ) from None
    try:
        found, _, _ = context.command.make_parser(context).parse_args(split)
    except NotUnderstoodError as error:
        raise _wrong(number, error.format_message().rstrip("."), None) from None
    # The longest: Typer has the two of --help in no order.
    flags = {param.name: max(param.opts, key=len) for param in context.command.get_params(context)}
    if idle := [flags[name] for name in found if name not in _IN_A_LINE]:
        raise _wrong(number, f"{idle[0]} goes with the whole command, and not with a line", None)
    texts = {one: found[one] for one in purposes.WITH_TEXT if one in found}
    said = {name: found[name] for name in found if name not in {"words", *texts}}
    return Words(tuple(found.get("words") or ()), **said, texts=texts)


def _wrong(number: int, message: str, hint: str | None) -> InputRefused:
    return InputRefused(f"{_NAME}:{number}: {message}", hint=hint)


def _entries(opened: Store, place: Place, lines: list[Line]) -> list[Said]:
    """Return what each line says; who is new in one is known in the next."""
    made: dict[Account, Chosen] = {}
    said = []
    for number, line in lines:
        try:
            one, people = entry(opened, line, place, made=made)
        except UsageError as error:
            raise _wrong(number, error.message, error.hint) from None
        made |= {person.account: person for person in people if person.new}
        said.append((one, people))
    return said


def _told(said: list[Said], *, in_full: bool) -> Iterator[str]:
    """Tell what was logged: in full, or how much, and who is new."""
    if in_full or len(said) == 1:
        yield from (f"Logged: {logged_words(*one)}" for one in said)
        return
    days = sorted(one.when[1] or 0 for one, _ in said)
    span = f"on {iso(days[0])}"
    if days[0] != days[-1]:
        span = f"from {iso(days[0])} to {iso(days[-1])}"
    yield f"Logged: {len(said):,} interactions {span}"
    everybody = [person for _, people in said for person in people]
    new = [person.shown for person in everybody if person.new]
    if new:
        yield harmless(f"New: {', '.join(new)}")


def _which(lines: list[Line], done: Logged) -> str:
    numbers = ", ".join(str(lines[place][0]) for place in done.repeated[:8])
    more = len(done.repeated) - 8
    numbers += f" and {more} more" if more > 0 else ""
    return f"{_NAME}: the very same entry as in line {numbers}"
