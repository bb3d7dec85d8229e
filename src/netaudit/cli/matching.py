"""`netaudit match`, `netaudit merge` and `netaudit split`."""

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netaudit import clock
from netaudit.cli import completing
from netaudit.cli.answering import WHOM, DryRun, tell_written, with_id
from netaudit.cli.asking import chosen_person, refuse_more_words, suggest_quotes
from netaudit.cli.output import Format, Output, chosen_format, show
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    can_ask,
    chosen_store,
    harmless,
    is_terminal,
    warn,
    with_timezone,
)
from netaudit.config import Config, config_path, load
from netaudit.errors import UsageError
from netaudit.render import FOR_READING
from netaudit.store import Store
from netaudit.store.accounts import Held, held, to_show
from netaudit.store.people import Found
from netaudit.store.preferences import are_ignored_as_one

if TYPE_CHECKING:
    from netaudit.workflows.matching import Explained

Person = Annotated[
    str,
    typer.Argument(
        help=f"A person: {WHOM}.",
        metavar="PERSON",
        show_default=False,
        autocompletion=completing.people,
    ),
]
Other = Annotated[
    str,
    typer.Argument(
        help="The other one, said in the same way.",
        metavar="OTHER",
        show_default=False,
        autocompletion=completing.people,
    ),
]


def match(
    context: typer.Context,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also the pairs that are merely possible.")
    ] = False,
    listing: Annotated[
        bool, typer.Option("--list", help="List the pairs in place of asking about them.")
    ] = False,
    same: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--same",
            help="These two are one person.",
            metavar="A B",
            autocompletion=completing.people,
        ),
    ] = None,
    different: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--different",
            help="These two are not one person.",
            metavar="A B",
            autocompletion=completing.people,
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            help="Why this person's accounts are one person's.",
            metavar="PERSON",
            autocompletion=completing.people,
        ),
    ] = None,
    form: Format = None,
    output: Output = None,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Go through pairs of people who may be one, and decide.

    Nobody is joined for a name alone. At a terminal you are asked pair by pair, the likeliest
    first; elsewhere, or with --list, the pairs are listed. Every answer can be taken back.
    """
    listed = listing or form is not None or output is not None
    if sum((listed, same is not None, different is not None, explain is not None)) > 1:
        raise UsageError(
            "--list, --same, --different and --explain exclude one another",
            hint="--format and -o are those of the list",
        )
    config = with_timezone(load(config_path()), timezone)
    with Store.open(chosen_store(store)) as opened:
        if context.args:
            said, example = _said(same, different, explain)
            refuse_more_words(opened, [*said, *context.args], len(said), example)
        if same is not None:
            _join(opened, same, dry_run=dry_run)
        elif different is not None:
            _keep_apart(opened, different, dry_run=dry_run)
        elif explain is not None:
            _explain(opened, explain, config)
        elif not listed and _somebody_is_there():
            from netaudit.cli.walking import walk

            walk(opened, config, possible=possible, dry_run=dry_run)
        else:
            _list(opened, config.timezone, (form, output, store), possible=possible)


def merge(
    context: typer.Context,
    one: Person,
    other: Other,
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Say that two people are one. To take it back: netaudit undo."""
    with Store.open(chosen_store(store)) as opened:
        refuse_more_words(opened, [one, other, *context.args], 2, "merge 'Ana Ruiz' 'Bo Lind'")
        _join(opened, (one, other), dry_run=dry_run)


def split(
    person: Person,
    accounts: Annotated[
        list[str] | None,
        typer.Argument(
            help="The accounts that are somebody else's, by link, @handle, e-mail or id; can be "
            "left out where the person has accounts of two sources.",
            metavar="[ACCOUNT]...",
            show_default=False,
        ),
    ] = None,
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Take accounts out of a person to whom they do not belong. To take it back: netaudit undo."""
    from netaudit.workflows import deciding

    with Store.open(chosen_store(store)) as opened:
        suggest_quotes(opened, [person, *(accounts or [])])
        found = chosen_person(opened, person)
        leaving = _leaving(found, held(opened, found.person_id), accounts or [])
        parted = deciding.split(opened, found.person_id, leaving, dry_run=dry_run)
    told = []
    for account, whose in parted.now:
        now = f", now {whose.name} ({whose.person_id})" if whose and not dry_run else ""
        told.append(f"Taken out of {with_id(found)}: {account.address}{now}")
    for line in dict.fromkeys(told):
        typer.echo(harmless(line))
    for account in parted.unclear:
        warn(
            f"'{account.name}' in the log fits several people now, and counts for nobody",
            hint=f"say whose it is: netaudit merge ID {account.short_id}",
        )
    tell_written(parted.import_id, dry_run=dry_run)


def _somebody_is_there() -> bool:
    return can_ask() and is_terminal(sys.stdout)


def _said(
    same: tuple[str, str] | None, different: tuple[str, str] | None, explain: str | None
) -> tuple[tuple[str, ...], str]:
    """Return which people the options name, and how that is written with names in quotes."""
    if said := same or different:
        return said, f"match {'--same' if same else '--different'} 'Ana Ruiz' 'Bo Lind'"
    return () if explain is None else (explain,), "match --explain 'Ana Ruiz'"


def _explain(opened: Store, text: str, config: Config) -> None:
    from netaudit.workflows import matching

    person = chosen_person(opened, text)
    for line in _explained(matching.explain(opened, person.person_id, config)):
        typer.echo(line)


def _list(
    opened: Store, zone: str, where: tuple[str | None, Path | None, Path | None], *, possible: bool
) -> None:
    from netaudit.workflows import matching

    form, output, store = where
    for_reading = chosen_format(form, output) in FOR_READING
    made = matching.matches_report(
        matching.matches(opened), clock.today(zone).toordinal(), possible=possible,
        for_reading=for_reading,
    )  # fmt: skip
    show(made, form, full=True, ids=not for_reading, table=None, output=output, store=store)


def _two(opened: Store, texts: tuple[str, str]) -> tuple[Found, Found]:
    if texts[0].strip().casefold() == texts[1].strip().casefold():
        raise UsageError("a person and themself", hint="name two people")
    return chosen_person(opened, texts[0]), chosen_person(opened, texts[1])


def _join(opened: Store, texts: tuple[str, str], *, dry_run: bool) -> None:
    from netaudit.workflows import deciding

    one, other = _two(opened, texts)
    if one.person_id == other.person_id:
        typer.echo(harmless(f"{with_id(one)} is one person already; nothing was written."))
        return
    ignored = are_ignored_as_one(opened, one.person_id, other.person_id)
    number = deciding.merge(opened, one.person_id, other.person_id, dry_run=dry_run)
    typer.echo(harmless(f"One person: {with_id(one)} and {with_id(other)}"))
    if ignored:
        typer.echo(f"They are ignored: netaudit unignore {one.person_id} counts them")
    tell_written(number, dry_run=dry_run)


def _keep_apart(opened: Store, texts: tuple[str, str], *, dry_run: bool) -> None:
    from netaudit.workflows import deciding

    one, other = _two(opened, texts)
    if one.person_id == other.person_id:
        raise UsageError(
            f"'{texts[0][:60]}' and '{texts[1][:60]}' are one person by now",
            hint=f"take out whose account it is not: netaudit split {shlex.join(texts)}",
        )
    number = deciding.keep_apart(opened, one.person_id, other.person_id, dry_run=dry_run)
    typer.echo(harmless(f"Two people: {with_id(one)} and {with_id(other)}"))
    tell_written(number, dry_run=dry_run)


def _leaving(person: Found, accounts: Sequence[Held], texts: Sequence[str]) -> list[Held]:
    """Return which accounts a split takes out; refuse none, all, and what could be several."""
    from netaudit.workflows import deciding

    number = person.person_id
    if len(accounts) == 1 or (not texts and len(to_show(accounts)) == 1):
        raise UsageError(f"{number} has only one account, and nothing to take out")
    if not texts:
        if found := deciding.by_source(accounts):
            return found
        raise _refusal(number, accounts, "which accounts are somebody else's?")
    leaving: dict[Held, None] = {}
    for text in texts:
        fitting = deciding.meant(accounts, text)
        if len(fitting) != 1:
            reason = "are several accounts" if fitting else "is no account"
            raise _refusal(number, accounts, f"'{text[:60]}' {reason} of {number}")
        leaving.update(dict.fromkeys(fitting[0]))
    if len(leaving) == len(accounts):
        raise _refusal(number, accounts, f"these are all accounts of {number}")
    return list(leaving)


def _refusal(number: str, accounts: Sequence[Held], reason: str) -> UsageError:
    """List the accounts of a person, and return what to say beside."""
    typer.echo("The accounts:", err=True)
    shown = to_show(accounts)
    for one in shown:
        typer.echo(
            f"  {one.named.short_id}  {harmless(one.named.beside(one.named.name))}", err=True
        )
    last = shown[-1].named.short_id
    return UsageError(reason, hint=f"for instance: netaudit split {number} {last}")


def _explained(told: "Explained") -> Iterator[str]:
    """Tell why a person's accounts are theirs, what was said of them, and who is near."""
    from netaudit.workflows import history, matching

    number = told.portrait.person_id
    yield from _line(f"{told.portrait.name} ({number})", 2)
    for account, evidence in told.accounts:
        known = account.named
        yield from _line(f"  {known.short_id} {known.beside(known.name)}", 11)
        if account.reason:
            more = matching.in_words(evidence, beside=account.reason)
            yield from _line(f"{' ' * 11}{account.reason}{f' ({more})' if more else ''}", 11)
    yield "You said:" if told.said else "You said nothing of them."
    # Of an id of X and its handle the same was said.
    for said in dict.fromkeys((history.decision_words(s), s.import_id) for s in told.said):
        yield from _line("  {} (netaudit undo {})".format(*said), 4)
    nobody = "You ignore them" if told.ignored else "Nobody else looks like them"
    yield "May be the same person:" if told.near else f"{nobody}."
    for match, other in told.near:
        found = f"{match.verdict}: {matching.in_words(match.evidence)}"
        yield from _line(f"  {other.short_id} {other.beside(other.name)}, {found}", 11)
    for name in told.unclear:
        yield from _line(f"'{name.name}' in the log fits others too. If it is theirs:", 2)
        yield f"  netaudit merge {number} {name.short_id}"


def _line(text: str, hang: int) -> list[str]:
    from netaudit.cli.walking import filled

    lead = text[: len(text) - len(text.lstrip())]
    return filled(text, lead, " " * hang)
