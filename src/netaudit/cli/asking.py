"""Which person a word of the command line means: nobody is guessed."""

import shlex
import sys
from collections import Counter
from collections.abc import Sequence

import typer

from netaudit.cli.terminal import can_ask, fold, harmless, line_width
from netaudit.errors import UsageError
from netaudit.normal import clean, core_name_key
from netaudit.render import safe
from netaudit.store import Store
from netaudit.store.accounts import held
from netaudit.store.people import Found, by_last_contact, placed
from netaudit.workflows import naming

_NEW = "if it is somebody new, add --new"
#: So many people are offered; whoever fits beside them is counted.
_MOST = 8
_YES, _NONE = {"y", "yes"}, {"", "0", "n", "no", "q"}


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
    opened: Store,
    text: str,
    exact: list[Found],
    near: list[Found],
    *,
    ask: bool = True,
    otherwise: str = _NEW,
) -> Found | None:
    """Return which of those whom `text` fits is meant; None: somebody new, as the user says.

    Of people of just that name nobody new can be told by it. Without `ask` it is refused, as where
    nobody can be asked; `otherwise` is what is said there of whom nobody is like.
    """
    if not (ask and can_ask()):
        raise _refusal(opened, text, exact, near, "" if exact else otherwise)
    likely = by_last_contact(opened, exact) or near
    if likely and (found := _ask(opened, text, likely)):
        return found
    if exact:
        raise UsageError(
            "nobody chosen; nothing was logged",
            hint="for somebody new, write a name that tells them apart",
        )
    naming.refuse_owner(opened, text)
    if not typer.confirm(f"Nobody is called '{safe.terminal(text)}'; somebody new?", err=True):
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
        words = shlex.join(clean(text)[:60].split()) or "ana"
        raise _refusal(
            opened, text, exact, near,
            "write the name in full, an e-mail, an @handle, a link or an id, or look: "
            f"netaudit people {words}",
        )  # fmt: skip
    if not can_ask():
        raise _refusal(opened, text, exact, near, "")
    if found := _ask(opened, text, by_last_contact(opened, exact) or near):
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
        name, work = safe.terminal(person.name), safe.terminal(works[person])
        address = known[person].address
        parts = [] if person.name in address else [name]
        if work:
            parts = [name, work]
        if not work or alike[person.name, works[person]] > 1:
            parts.append(address)
        told[person] = ", ".join(parts)
    return told


def _refusal(
    opened: Store, text: str, exact: list[Found], near: list[Found], otherwise: str
) -> UsageError:
    """Return what is said where nobody can be asked; `otherwise` is what else can be done."""
    reason = "fits several people" if exact else "is nobody in the store by that name"
    people = by_last_contact(opened, exact) if exact else near
    told = told_apart(opened, people[:_MOST])
    hints = ["say which by id:" if exact else "perhaps:"] if told else []
    hints += [harmless(f"  {person.person_id}  {line}") for person, line in told.items()]
    hints += filter(None, (_more(people), otherwise))
    return UsageError(f"'{text[:60]}' {reason}", hint="\n".join(hints))


def _more(people: Sequence[Found]) -> str:
    """Tell how many there are beside those who are offered."""
    return f"and {len(people) - _MOST:,} more" if len(people) > _MOST else ""


def _ask(opened: Store, text: str, people: Sequence[Found]) -> Found | None:
    """Ask which of these people is meant; None for none of them.

    An answer may be a number, an id, or more of the name.
    """
    typer.echo(f"Who is '{safe.terminal(text)}'?", err=True)
    while True:
        question = _offer(opened, people)
        found: Found | list[Found] | None = []
        while found == []:
            answer = typer.prompt(question, "", prompt_suffix=" ", err=True, show_default=False)
            found = _answered(opened, text, answer.strip(), people[:_MOST])
            if found == []:
                typer.echo("Nobody fits that: a number, an id, or more of the name.", err=True)
        if not isinstance(found, list):
            return found
        if len(found) == 1:
            return found[0]
        people = by_last_contact(opened, found)


def _offer(opened: Store, people: Sequence[Found]) -> str:
    """Show who can be meant, and return the question; of one alone it is that one."""
    told = told_apart(opened, people[:_MOST])
    width = line_width(sys.stderr)
    if len(told) == 1:
        ((person, line),) = told.items()
        *lines, question = fold(
            f"{harmless(line)} ({person.person_id})? [Y/n]".split(), width - 2, rest="  "
        )
    else:
        lines = []
        for number, (person, line) in enumerate(told.items(), 1):
            head = f"  {number:2}  {person.person_id}  "
            lines += fold(harmless(line).split(), width, head, " " * len(head))
        if more := _more(people):
            lines.append(f"      {more}: write more of the name")
        lines.append("   0  none of them")
        question = f"Number, 0 to {len(told)}:"
    for line in lines:
        typer.echo(line, err=True)
    return question


def _answered(
    opened: Store, text: str, answer: str, offered: Sequence[Found]
) -> Found | list[Found] | None:
    """Return who is meant by an answer, None for nobody, or whom it fits, if not just one."""
    word = answer.casefold()
    if len(offered) == 1 and word in {"", *_YES}:
        return offered[0]
    if word in _NONE:
        return None
    if word.isascii() and word.isdigit() and len(word) <= len(str(_MOST)):
        return offered[int(word) - 1] if int(word) <= len(offered) else []
    return naming.who_fits(opened, f"{text} {answer}") or naming.who_fits(opened, answer)
