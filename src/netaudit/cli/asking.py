"""Which person a word of the command line means: nobody is guessed."""

from collections.abc import Mapping

import typer

from netaudit import workflows
from netaudit.cli.terminal import can_ask, harmless
from netaudit.errors import UsageError
from netaudit.store import Store
from netaudit.store.accounts import Named, held
from netaudit.store.people import Found


def chosen_person(opened: Store, text: str) -> Found:
    """Return the person whom `text` means; ask on a terminal, elsewhere refuse, when in doubt.

    The owner is refused: what is asked for is somebody to decide about.
    """
    exact, near = workflows.who_is_meant(opened, text)
    if not exact:
        workflows.refuse_owner(opened, text)
    found = exact[0] if len(exact) == 1 else _asked(opened, text, exact, near)
    workflows.refuse_own(opened, found.person_id, text)
    return found


def _asked(opened: Store, text: str, exact: list[Found], near: list[Found]) -> Found:
    candidates = exact or near
    known = {p: held(opened, p.person_id)[0].named for p in candidates}
    if candidates and can_ask():
        return _ask(text, known)
    reason = "fits several people" if exact else "is nobody in the store by that name"
    ids = ", ".join(f"{p.person_id} ({named.beside(p.name)})" for p, named in known.items())
    hint = f"say which by id: {ids}" if ids else "write the name in full, a link, or an @handle"
    raise UsageError(f"'{text[:60]}' {reason}", hint=hint)


def _ask(text: str, known: Mapping[Found, Named]) -> Found:
    candidates = list(known)
    typer.echo(f"Who is '{harmless(text)}'?", err=True)
    for number, person in enumerate(candidates, 1):
        told = harmless(known[person].beside(person.name))
        typer.echo(f"  {number:2}  {told}  ({person.person_id})", err=True)
    typer.echo("   0  none of them", err=True)
    while True:
        answer = typer.prompt(f"Number, 0 to {len(candidates)}", err=True).strip()
        if answer.isascii() and answer.isdigit() and int(answer) <= len(candidates):
            break
    if int(answer) == 0:
        raise UsageError("nobody chosen; nothing was changed")
    return candidates[int(answer) - 1]
