"""`netaudit log -`: entries from standard input, one in each line, all of them or none."""

import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from netaudit.cli.entering import (
    Chosen,
    Place,
    Words,
    entry,
    say_logged,
    tell_logged,
    warn_of_repeated,
)
from netaudit.cli.terminal import is_terminal, warn
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

#: So many lines that cannot be used are named.
_NAMED = 20

Line = tuple[int, Words]
Said = tuple[NewEntry, list[Chosen]]
#: Words as the shell takes them -> what they say, by parameter, and two things of no use here.
Parse = Callable[[list[str]], tuple[dict[str, Any], object, object]]


def log_lines(context: typer.Context, place: Place, *, dry_run: bool) -> None:
    """Log what the lines of standard input say, as one import; nothing is asked."""
    texts = list(_lines(_read()))
    if not texts:
        typer.echo("Nothing was written: there is no entry in it.")
        return
    wrong: list[InputRefused] = []
    lines = list(_understood(context, texts, wrong))
    if not lines:
        raise _refused(wrong)
    with Store.open(place.store, create=any(line.new for _, line in lines)) as opened:
        said = list(_entries(opened, place, lines, wrong))
        if wrong:
            raise _refused(wrong)
        done = log_interactions(opened, [one for one, _ in said], dry_run=dry_run)
    for one, people in said:
        say_logged(one, people, dry_run=dry_run)
    tell_logged(done, several=len(said) > 1)
    if done.repeated:
        warn_of_repeated(done, _which(lines, done))


def _read() -> str:
    if sys.stdin is None:
        raise UsageError(f"there is no {_NAME}")
    if is_terminal(sys.stdin):
        typer.echo("One entry a line; Ctrl-D ends.", err=True)
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


def _words(context: typer.Context, parse: Parse, number: int, text: str) -> Words:
    """Read a line as the shell and the command would."""
    from typer._click.exceptions import UsageError as NotUnderstoodError

    try:
        split = shlex.split(text)
    except ValueError:
        raise _wrong(
            number, "a quote is not closed", 'a name in quotes: "Conan O\'Brien"'
        ) from None
    try:
        found, _, _ = parse(split)
    except NotUnderstoodError as error:
        # Without the options it is like: most of them are not for a line.
        raise _wrong(number, error.message.rstrip("."), None) from None
    if idle := [name for name in found if name not in _IN_A_LINE]:
        params = context.command.get_params(context)
        # The longest: Typer has the two of --help in no order.
        flag = next(max(param.opts, key=len) for param in params if param.name == idle[0])
        raise _wrong(number, f"{flag} goes with the whole command, and not with a line", None)
    texts = {one: found[one] for one in purposes.WITH_TEXT if one in found}
    said = {name: found[name] for name in found if name not in {"words", *texts}}
    return Words(tuple(found.get("words") or ()), **said, texts=texts)


def _wrong(number: int, message: str, hint: str | None) -> InputRefused:
    return InputRefused(f"{_NAME}:{number}: {message}", hint=hint)


def _understood(
    context: typer.Context, texts: Iterable[tuple[int, str]], wrong: list[InputRefused]
) -> Iterator[Line]:
    """Yield the lines that are words of the command; the others go to those that are `wrong`."""
    parse = context.command.make_parser(context).parse_args
    for number, text in texts:
        try:
            yield number, _words(context, parse, number, text)
        except InputRefused as error:
            wrong.append(error)


def _entries(
    opened: Store, place: Place, lines: Iterable[Line], wrong: list[InputRefused]
) -> Iterator[Said]:
    """Yield what each line says; who is new in one is known in the next."""
    made: dict[Account, Chosen] = {}
    for number, line in lines:
        try:
            said, people = entry(opened, line, place, made=made)
        except UsageError as error:
            wrong.append(_wrong(number, error.message, error.hint))
        else:
            made |= {person.account: person for person in people if person.new}
            yield said, people


def _refused(wrong: list[InputRefused]) -> InputRefused:
    """Return the error for lines that cannot be used; of several, each is named before."""
    if len(wrong) == 1:
        return wrong[0]
    wrong.sort(key=lambda error: int(error.message.split(":")[1]))
    for error in wrong[:_NAMED]:
        warn(f"error: {error.message}", hint=error.hint)
    more = f", of which {_NAMED} are named" if len(wrong) > _NAMED else ""
    return InputRefused(f"{_NAME}: {len(wrong):,} lines cannot be used{more}; nothing was written")


def _which(lines: list[Line], done: Logged) -> str:
    numbers = ", ".join(str(lines[place][0]) for place in done.repeated[:8])
    more = len(done.repeated) - 8
    numbers += f" and {more} more" if more > 0 else ""
    return f"{_NAME}: the very same entry as in line {numbers}"
