"""Which person a word of the command line means: nobody is guessed."""

from collections import Counter
from collections.abc import Sequence

import typer

from netaudit.cli.terminal import can_ask, harmless
from netaudit.errors import UsageError
from netaudit.normal import clean, core_name_key
from netaudit.store import Store
from netaudit.store.accounts import held
from netaudit.store.people import Found, placed
from netaudit.workflows import naming

_NEW = "if it is somebody new, add --new"
#: So many people are offered; whoever fits beside them is counted.
_MOST = 8


def chosen_person(opened: Store, text: str) -> Found:
    """Return the person whom `text` means; ask on a terminal, elsewhere refuse, when in doubt.

    The owner is refused: what is asked for is somebody to decide about.
    """
    exact, near = naming.who_is_meant(opened, text)
    if not exact:
        naming.refuse_owner(opened, text)
    found = exact[0] if len(exact) == 1 else _asked(opened, text, exact, near)
    naming.refuse_own(opened, found.person_id, text)
    return found


def chosen_or_new(
    opened: Store, text: str, exact: list[Found], near: list[Found], *, ask: bool = True
) -> Found | None:
    """Return which of those whom `text` fits is meant; None: somebody new, as the user says.

    Of people of just that name nobody new can be told by it. Without `ask` it is refused, as where
    nobody can be asked.
    """
    if not (ask and can_ask()):
        raise _refusal(opened, text, exact, near, "" if exact else _NEW)
    if (exact or near) and (found := _ask(opened, text, exact or near)):
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


def refuse_more_words(opened: Store, words: Sequence[str], most: int, example: str) -> None:
    """Refuse more words than a command takes, and the parts of a name."""
    suggest_quotes(opened, words)
    if len(words) > most:
        raise UsageError(
            "these are too many words", hint=f"put a name in quotes: netaudit {example}"
        )


def suggest_quotes(opened: Store, words: Sequence[str]) -> None:
    """Refuse the parts of a name that the shell took apart.

    A word that adds nothing to the name before it is no part: '', # or PhD.
    """
    first = core_name_key(words[0]) if words else ""
    for end in range(2, min(3, len(words)) + 1) if first else ():
        whole = clean(" ".join(words[:end]))
        if core_name_key(whole) != first and naming.exactly(opened, whole):
            raise UsageError(
                f"'{whole[:60]}' is one person, but came as {end} words",
                hint="put the name in quotes",
            )


def _asked(opened: Store, text: str, exact: list[Found], near: list[Found]) -> Found:
    if not (exact or near):
        raise _refusal(opened, text, exact, near, "write the name in full, a link, or an @handle")
    if not can_ask():
        raise _refusal(opened, text, exact, near, "")
    if found := _ask(opened, text, exact or near):
        return found
    raise UsageError("nobody chosen; nothing was changed")


def told_apart(opened: Store, people: Sequence[Found]) -> dict[Found, str]:
    """Return each of these people with what tells them from the others.

    That is where they work, else their address; both where two would read the same.
    """
    works = placed(opened, people)
    known = {person: held(opened, person.person_id)[0].named for person in people}
    alike = Counter((person.name, works[person]) for person in people)
    told = {}
    for person in people:
        work, address = works[person], known[person].address
        parts = [] if person.name in address else [person.name]
        if work:
            parts = [person.name, work]
        if not work or alike[person.name, work] > 1:
            parts.append(address)
        told[person] = ", ".join(parts)
    return told


def _refusal(
    opened: Store, text: str, exact: list[Found], near: list[Found], otherwise: str
) -> UsageError:
    """Return what is said where nobody can be asked; `otherwise` is what else can be done."""
    reason = "fits several people" if exact else "is nobody in the store by that name"
    people = exact or near
    told = told_apart(opened, people[:_MOST])
    ids = ", ".join(f"{person.person_id} ({line})" for person, line in told.items())
    hints = filter(None, (f"say which by id: {ids}{_more(people)}" if ids else "", otherwise))
    return UsageError(f"'{text[:60]}' {reason}", hint="; ".join(hints))


def _more(people: Sequence[Found]) -> str:
    """Tell how many there are beside those who are offered."""
    return f" and {len(people) - _MOST:,} more" if len(people) > _MOST else ""


def _ask(opened: Store, text: str, people: Sequence[Found]) -> Found | None:
    """Ask which of these people is meant; None for none of them."""
    told = told_apart(opened, people[:_MOST])
    candidates = list(told)
    typer.echo(f"Who is '{harmless(text)}'?", err=True)
    for number, (person, line) in enumerate(told.items(), 1):
        typer.echo(f"  {number:2}  {harmless(line)}  ({person.person_id})", err=True)
    if more := _more(people):
        typer.echo(f"     {more}: write more of the name", err=True)
    typer.echo("   0  none of them", err=True)
    question = f"Number, 0 to {len(candidates)}"
    while True:
        answer = typer.prompt(question, "", err=True, show_default=False).strip()
        if answer.isascii() and answer.isdigit() and int(answer) <= len(candidates):
            return candidates[int(answer) - 1] if int(answer) else None
        typer.echo(f"A number, please: 0 to {len(candidates)}.", err=True)
