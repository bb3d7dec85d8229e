"""Walking through pairs of people who may be one: both side by side, and a question."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import typer

from netaudit.calendar import iso
from netaudit.cli.terminal import fold, harmless, line_width
from netaudit.config import Config
from netaudit.render import cells
from netaudit.store import Store
from netaudit.store.accounts import to_show
from netaudit.store.portraits import OnList, Portrait
from netaudit.workflows import deciding, matching
from netaudit.workflows.matching import Match
from netaudit.workflows.showing import list_in_words

_GAP = 3
#: Below this width two people stand one above the other.
_BESIDE = 60
#: Longest text that people say of themselves, in cells.
_ABOUT = 160
_QUESTION = "same, different, later or quit? [s/d/l/q]"
_TOLD = {"same": "the same", "different": "different"}
_ANSWERS = {"s": "same", "d": "different", "l": "later", "q": "quit"}


def walk(opened: Store, config: Config, *, possible: bool, dry_run: bool) -> None:
    """Ask about each pair, the likeliest first; every answer is stored before the next question.

    What an answer makes impossible is not asked any more. To look at all people takes a while, so
    that what else follows from the answers is looked at when the pairs are through.
    """
    answers: Counter[str] = Counter()
    asked: set[frozenset[str]] = set()
    waiting, others = _waiting(opened, asked, possible=possible)
    stale = False
    try:
        while waiting:
            pair = waiting[0]
            place = (len(asked) + 1, len(asked) + len(waiting))
            if (answer := _ask(opened, pair, config, place)) == "quit":
                break
            if answer in _TOLD:
                _store(opened, pair, answer, dry_run=dry_run)
            answers[answer] += 1
            asked.add(_ids(pair))
            waiting = _without(pair, waiting, answer)
            stale |= answer != "later" and not dry_run
            if stale and not waiting:
                waiting, others = _waiting(opened, asked, possible=possible)
                stale = False
            typer.echo()
    finally:
        left = len(waiting) + answers["later"]
        summary = _summary(answers, left, others, possible=possible)
        for line in fold(summary.split(), line_width(sys.stdout)):
            typer.echo(line)


def _without(pair: Match, waiting: list[Match], answer: str) -> list[Match]:
    """Return the pairs that an answer leaves: who is somebody by now is nobody else."""
    gone = _ids(pair) if answer == "same" else frozenset[str]()
    return [match for match in waiting[1:] if gone.isdisjoint(_ids(match))]


def _waiting(
    opened: Store, asked: set[frozenset[str]], *, possible: bool
) -> tuple[list[Match], int]:
    """Return the pairs to ask about, and how many more are possible but not to be asked."""
    found = [match for match in matching.matches(opened) if _ids(match) not in asked]
    waiting = [match for match in found if possible or match.verdict == "likely"]
    return waiting, len(found) - len(waiting)


def _ids(pair: Match) -> frozenset[str]:
    return frozenset({pair.one.person_id, pair.other.person_id})


def _ask(opened: Store, pair: Match, config: Config, place: tuple[int, int]) -> str:
    """Show a pair and return the answer; `gone` where they are no two people any more."""
    people = matching.portray(opened, [pair.one.person_id, pair.other.person_id], config)
    if len(people) < 2:
        return "gone"
    for line in _shown(pair, people, place):
        typer.echo(line)
    while True:
        try:
            text = typer.prompt(_QUESTION, "", err=True, prompt_suffix=" ", show_default=False)
        except typer.Abort as stopped:
            typer.echo(err=True)  # the cursor is behind the question
            if isinstance(stopped.__context__, EOFError):  # Ctrl-D: there is no more to say
                return "quit"
            raise
        word = text.strip().casefold()
        for letter, answer in _ANSWERS.items():
            if word in {letter, answer}:
                return answer
        typer.echo("One of these letters, please: s, d, l or q.", err=True)


def _store(opened: Store, pair: Match, answer: str, *, dry_run: bool) -> None:
    decide = deciding.merge if answer == "same" else deciding.keep_apart
    number = decide(opened, pair.one.person_id, pair.other.person_id, dry_run=dry_run)
    said = "One person" if answer == "same" else "Two people"
    if number is None:
        why = "this is a dry run" if dry_run else "you said so before"
        typer.echo(f"{said}; nothing was written, as {why}.")
    else:
        typer.echo(f"{said} from now on. To take it back: netaudit undo {number}")


def _summary(answers: Counter[str], left: int, others: int, *, possible: bool) -> str:
    """Say in one line what was answered and what is left."""
    again = "netaudit match --possible"
    told = ", ".join(f"{answers[kind]:,} {words}" for kind, words in _TOLD.items() if answers[kind])
    more = f"{left:,} left: {again if possible else 'netaudit match'}" if left else "none is left"
    if others and not left:
        more = f"{others:,} merely possible: {again}"
    if not left and not others and not answers:
        return "No two people look like one."
    return f"Pairs: {told or 'none answered'}; {more}"


def _shown(pair: Match, people: Sequence[Portrait], place: tuple[int, int]) -> Iterator[str]:
    number, of = place
    yield f"{number:,} of {of:,}: {pair.verdict} one person"
    one, other = (list(_lines(portrait)) for portrait in people)
    yield from _beside(one, other, line_width(sys.stdout))
    yield from filled(matching.in_words(pair.evidence), "  because: ", "    ")


def filled(text: str, first: str, rest: str) -> list[str]:
    """Fill lines with a text of others; `first` and `rest` begin them. Longer words are broken."""
    width = line_width(sys.stdout)
    room = width - max(len(first), len(rest))
    words = [part for word in harmless(text).split() for part in cells.wrap(word, room)]
    return fold(words, width, first, rest)


def _beside(one: list[str], other: list[str], width: int) -> Iterator[str]:
    """Set the lines of two people beside one another; where there is no room, one above."""
    if width < _BESIDE:
        for place, lines in enumerate((one, other)):
            yield from [""] * place
            yield from (f"  {line}" for text in lines for line in _hung(text, width - 2))
        return
    room = (width - 2 - _GAP) // 2
    left, right = ([line for text in of for line in _hung(text, room)] for of in (one, other))
    for here, there in zip_longest(left, right, fillvalue=""):
        yield f"  {cells.pad(here, room + _GAP)}{there}".rstrip()


def _hung(text: str, room: int) -> Iterator[str]:
    """Break a text that does not fit; what is not its first line stands in a little."""
    first, *rest = [text] if cells.width(text) <= room else cells.wrap(text, room - 2)
    yield first
    yield from (f"  {line}" for line in rest)


def _lines(portrait: Portrait) -> Iterator[str]:
    """Tell what is known of a person, a line for each thing."""
    yield harmless(portrait.name)
    yield portrait.person_id
    for named in (held.named for held in to_show(portrait.accounts)):
        alias = "" if named.name == portrait.name else named.name
        if named.account.kind != "name" or alias:
            yield harmless(named.beside(alias))
    yield from map(harmless, portrait.addresses)
    if job := ", ".join(filter(None, (portrait.position, portrait.company))):
        yield harmless(job)
    if portrait.about:
        yield cells.cut(harmless(f"'{portrait.about}'"), _ABOUT, "...")
    yield from map(_on_list, portrait.lists)
    if portrait.last_on is None:
        yield "no interaction on record"
    else:
        noun = "interaction, on" if portrait.interactions == 1 else "interactions, last on"
        yield f"{portrait.interactions:,} {noun} {iso(portrait.last_on)}"


def _on_list(tie: OnList) -> str:
    words = list_in_words(tie.platform, tie.kind)
    since = "" if tie.since is None else f" since {iso(tie.since)}"
    return f"{words}{since}" + ("" if tie.until is None else f" until {iso(tie.until)}")
