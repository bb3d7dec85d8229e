"""Which person a word of the command line means: nobody is guessed."""

from collections.abc import Mapping

import typer

from netaudit.cli.terminal import can_ask, harmless
from netaudit.errors import UsageError
from netaudit.store import Store
from netaudit.store.accounts import Named, held
from netaudit.store.people import Found
from netaudit.workflows import deciding, naming

_NEW = "if it is somebody new, add --new"


def chosen_person(opened: Store, text: str) -> Found:
    """Return the person whom `text` means; ask on a terminal, elsewhere refuse, when in doubt.

    The owner is refused: what is asked for is somebody to decide about.
    """
    exact, near = naming.who_is_meant(opened, text)
    if not exact:
        naming.refuse_owner(opened, text)
    found = exact[0] if len(exact) == 1 else _asked(opened, text, exact, near)
    deciding.refuse_own(opened, found.person_id, text)
    return found


def chosen_or_new(opened: Store, text: str, exact: list[Found], near: list[Found]) -> Found | None:
    """Return which of those whom `text` fits is meant; None: somebody new, as the user says.

    Of people of just that name nobody new can be told by it.
    """
    if not can_ask():
        raise _refusal(opened, text, exact, near, "" if exact else _NEW)
    if (exact or near) and (found := _ask(text, _known(opened, exact or near))):
        return found
    if exact:
        raise UsageError(
            "nobody chosen; nothing was logged",
            hint="for somebody new, write a name that tells them apart",
        )
    naming.refuse_owner(opened, text)
    if not typer.confirm(f"Nobody is called '{harmless(text)}'; somebody new?", err=True):
        raise UsageError("nobody chosen; nothing was logged")
    return None


def _asked(opened: Store, text: str, exact: list[Found], near: list[Found]) -> Found:
    if not (exact or near):
        raise _refusal(opened, text, exact, near, "write the name in full, a link, or an @handle")
    if not can_ask():
        raise _refusal(opened, text, exact, near, "")
    if found := _ask(text, _known(opened, exact or near)):
        return found
    raise UsageError("nobody chosen; nothing was changed")


def _known(opened: Store, people: list[Found]) -> dict[Found, Named]:
    return {person: held(opened, person.person_id)[0].named for person in people}


def _refusal(
    opened: Store, text: str, exact: list[Found], near: list[Found], otherwise: str
) -> UsageError:
    """Return what is said where nobody can be asked; `otherwise` is what else can be done."""
    reason = "fits several people" if exact else "is nobody in the store by that name"
    known = _known(opened, exact or near).items()
    ids = ", ".join(f"{p.person_id} ({named.beside(p.name)})" for p, named in known)
    hints = filter(None, (f"say which by id: {ids}" if ids else "", otherwise))
    return UsageError(f"'{text[:60]}' {reason}", hint="; ".join(hints))


def _ask(text: str, known: Mapping[Found, Named]) -> Found | None:
    """Ask which of these people is meant; None for none of them."""
    candidates = list(known)
    typer.echo(f"Who is '{harmless(text)}'?", err=True)
    for number, person in enumerate(candidates, 1):
        told = harmless(known[person].beside(person.name))
        typer.echo(f"  {number:2}  {told}  ({person.person_id})", err=True)
    typer.echo("   0  none of them", err=True)
    question = f"Number, 0 to {len(candidates)}"
    while True:
        answer = typer.prompt(question, "", err=True, show_default=False).strip()
        if answer.isascii() and answer.isdigit() and int(answer) <= len(candidates):
            return candidates[int(answer) - 1] if int(answer) else None
        typer.echo(f"A number, please: 0 to {len(candidates)}.", err=True)
