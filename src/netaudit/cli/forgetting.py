"""`netaudit forget`."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from netaudit.audits.wording import counted, people
from netaudit.cli import completing
from netaudit.cli.answering import WHOM, DryRunOfLoss, with_id
from netaudit.cli.asking import chosen_person, refuse_more_words
from netaudit.cli.history import goes_lines
from netaudit.cli.terminal import (
    StoreOption,
    can_ask,
    chosen_store,
    fold,
    harmless,
    line_width,
    warn,
)
from netaudit.errors import UsageError
from netaudit.render import safe
from netaudit.store import Store
from netaudit.store.forget import Gone, Tidied
from netaudit.store.people import Found
from netaudit.workflows import forgetting, naming

_BEYOND = (
    "Beyond its reach: exports and archives, logs and reports that you keep as files, copies of the"
    " store elsewhere, copies of the disk, and what you typed, in the history of your shell."
)
_MENTIONS = {
    "entry": "log entry", "note": "note", "profile": "description", "preference": "tag",
}  # fmt: skip
_MANY = {"entry": "log entries"}


def forget(
    context: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            help=f"A person: {WHOM}.",
            metavar="PERSON",
            show_default=False,
            autocompletion=completing.people,
        ),
    ],
    no_tombstone: Annotated[
        bool,
        typer.Option(
            "--no-tombstone", help="Keep nothing at all: the next import brings them back."
        ),
    ] = False,
    lift: Annotated[
        bool,
        typer.Option(
            "--lift", help="The reverse: let the next import bring back whom you had forgotten."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")] = False,
    dry_run: DryRunOfLoss = False,
    store: StoreOption = None,
) -> None:
    """Delete all that is on record of somebody, for good; no import brings them back.

    A tombstone is kept of each of their accounts: a keyed hash, by which imports know what to
    leave out. No `netaudit undo` takes this back.
    """  # fmt: skip
    if lift and no_tombstone:
        raise UsageError("--lift and --no-tombstone exclude one another")
    with Store.open(chosen_store(store)) as opened:
        refuse_more_words(opened, [person, *context.args], 1, "forget 'Ana Ruiz'")
        if lift:
            _lift(opened, person, dry_run=dry_run)
            return
        if _was_forgotten(opened, person):
            if not dry_run:
                _warn_of(forgetting.finish(opened))
            typer.echo("Forgotten already: nothing of them is on record.")
            return
        chosen = chosen_person(opened, person)
        sure = yes and _is_sure(opened, person, chosen)
        plan = forgetting.plan(opened, chosen.person_id, tombstone=not no_tombstone)
        for line in _plan_lines(chosen, plan, tombstone=not no_tombstone):
            typer.echo(line)
        if dry_run:
            typer.echo("Nothing was changed: this was a dry run.")
        elif not (sure or _agreed(chosen)):
            typer.echo("Nothing was changed.")
        else:
            done = forgetting.forget(opened, chosen.person_id, tombstone=not no_tombstone)
            _warn_of(done.tidied)
            for line in _done_lines(done):
                typer.echo(line)


def _was_forgotten(opened: Store, person: str) -> bool:
    """Tell whether a text names somebody forgotten, and nobody on record by their full name."""
    return not naming.exactly(opened, person) and forgetting.is_forgotten(opened, person)


def _is_sure(opened: Store, text: str, chosen: Found) -> bool:
    """Tell whether a text names just this person: whom it only fits may be another next time."""
    if chosen in naming.exactly(opened, text):
        return True
    if can_ask():
        return False
    raise UsageError(
        f"'{text[:60]}' only fits {with_id(chosen)}",
        hint=f"to forget them without being asked, say it by id: {chosen.person_id}",
    )


def _lift(opened: Store, text: str, *, dry_run: bool) -> None:
    count = forgetting.lift(opened, text, dry_run=dry_run)
    typer.echo(f"Lifted: the next import brings back {people(count)} whom you had forgotten.")
    if dry_run:
        typer.echo("Nothing was changed: this was a dry run.")


def _agreed(chosen: Found) -> bool:
    if not can_ask():
        raise UsageError("nobody is there to confirm it", hint="to do it unasked, add --yes")
    try:
        question = f"Forget {with_id(chosen)}? This cannot be taken back."
        return typer.confirm(question, err=True)
    except typer.Abort:  # leaves the cursor behind the question
        typer.echo(err=True)
        raise


def _plan_lines(chosen: Found, plan: Gone, *, tombstone: bool) -> Iterator[str]:
    """Say what goes, what stays, and what becomes unclear or clear by it."""
    words = f"To be forgotten: {with_id(chosen)}".split()
    yield from fold(words, line_width(sys.stdout), rest=" " * 4)
    more = [
        (plan.accounts, "account"), (plan.decisions, "decision"), (plan.preferences, "preference"),
        (plan.withdrawn, "removal of a log entry"), (plan.files, "name of a file"),
        (plan.imports, "import of nobody else"),
    ]  # fmt: skip
    plural = {"removal of a log entry": "removals of log entries", "name of a file": "file names",
              "import of nobody else": "imports of nobody else"}  # fmt: skip
    yield from goes_lines(
        plan.facts, [counted(n, noun, plural.get(noun, "")) for n, noun in more if n]
    )
    if plan.copies:
        yield from _told("copies of the store go:", *(harmless(one.name) for one in plan.copies))
    for name in plan.unclear:
        then = f"count for {name.left} alone" if name.left else "still count for nobody"
        yield from _told(
            f"stays, though it may be about them: {counted(name.facts, 'entry', 'entries')} under"
            f" the name {safe.terminal(name.name)}, which fits others too; from then on they"
            f" {then}. To sort them out before: netaudit log --list"
        )
    if plan.namesakes:
        yield from _told(
            f"of the same name, and so they stay: {people(plan.namesakes)};"
            " if that is the same one: netaudit merge first"
        )
    if plan.mentions:
        found = [counted(n, _MENTIONS[t], _MANY.get(t, "")) for t, n in plan.mentions.items()]
        yield from _told(
            f"of others, and so they stay: {', '.join(found)} that name them;"
            " look with: netaudit log --list"
        )
    yield from _told(
        "later imports leave them out; with --no-tombstone nothing would be kept, and the next"
        " import of their data would bring them back"
        if tombstone
        else "nothing is kept of them, so that the next import of their data brings them back"
    )


def _done_lines(done: forgetting.Forgot) -> Iterator[str]:
    yield "Forgotten. No `netaudit undo` brings this back."
    if done.tidied.copy:
        yield from _told(f"a new copy of the store: {harmless(done.tidied.copy.name)}")
    yield from fold(_BEYOND.split(), line_width(sys.stdout))


def _told(sentence: str, *names: str) -> list[str]:
    return fold([*sentence.split(), *names], line_width(sys.stdout), " " * 6, " " * 8)


def _warn_of(tidied: Tidied) -> None:
    """Say what of the room could not be given back; of the person nothing is left even so."""
    if tidied.left:
        warn(
            f"they are forgotten, and overwritten; but the file was not made smaller:"
            f" {tidied.left.message}",
            hint="free some room; the next `netaudit forget` does it",
        )
