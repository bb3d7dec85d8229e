"""`netaudit ignore`, `unignore`, `tag`, `snooze` and `cadence`."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Annotated

import typer

from netaudit import clock, workflows
from netaudit.calendar import Span, iso, read_iso
from netaudit.cli.answering import DryRun, tell_written, with_id
from netaudit.cli.asking import chosen_person
from netaudit.cli.importing import with_timezone
from netaudit.cli.terminal import StoreOption, TimezoneOption, chosen_store, harmless, warn
from netaudit.config import Config, config_path, load
from netaudit.errors import UsageError
from netaudit.normal import clean
from netaudit.render import cells
from netaudit.store import Store
from netaudit.store.accounts import Whose
from netaudit.store.people import Found, find
from netaudit.store.preferences import Written, is_on_record, preferred_of

_WHOM = "by name, profile link, @handle, e-mail or id"
Person = Annotated[
    str,
    typer.Argument(help=f"A person, {_WHOM}.", metavar="PERSON", show_default=False),
]
PersonOrAll = Annotated[
    str | None,
    typer.Argument(
        help=f"A person, {_WHOM}; without one all are listed.",
        metavar="[PERSON]",
        show_default=False,
    ),
]


def ignore(person: PersonOrAll = None, dry_run: DryRun = False, store: StoreOption = None) -> None:
    """Leave somebody out of all reports, lists of changes and pairs. Back: netaudit unignore."""
    with Store.open(chosen_store(store)) as opened:
        if person is None:
            found = workflows.ignored_people(opened)
            _print([(one.person_id, one.name) for one in found], "Nobody is ignored.")
            return
        chosen = _chosen(opened, person)
        done = workflows.ignore(opened, chosen.person_id, dry_run=dry_run)
    _tell(f"Ignored: {with_id(chosen)}", done, dry_run=dry_run)


def unignore(person: Person, dry_run: DryRun = False, store: StoreOption = None) -> None:
    """Count somebody again whom you ignored."""
    with Store.open(chosen_store(store)) as opened:
        chosen = _chosen(opened, person, ends=True)
        done = workflows.unignore(opened, chosen.person_id, dry_run=dry_run)
    _tell(f"Not ignored: {with_id(chosen)}", done, dry_run=dry_run)


def tag(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"A person, {_WHOM}, and tags for them; without tags theirs are listed, "
            "without anybody all tags.",
            metavar="[PERSON] [TAG]...",
            show_default=False,
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", "-d", help="Take these tags away.")] = False,
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Tag somebody: friends, lisbon, conference-2026. Case and a leading # do not matter."""
    if remove and len(words or ()) < 2:
        raise UsageError("which tag goes?", hint="netaudit tag --remove 'Ana Ruiz' friends")
    with Store.open(chosen_store(store)) as opened:
        if not words:
            rows = [(name, f"{count:,}") for name, count in workflows.tags(opened)]
            _print(rows, "Nobody is tagged.")
            return
        text, *tags = words
        _suggest_quotes(opened, words)
        chosen = _chosen(opened, text, ends=remove)
        if not tags:
            theirs = preferred_of(opened, chosen.person_id).tags
            _print([(one,) for one in theirs], f"{with_id(chosen)} has no tag.")
            return
        done = workflows.tag(opened, chosen.person_id, tags, remove=remove, dry_run=dry_run)
    told = [one.tag for one in done.news] or list(map(workflows.read_tag, tags))
    said = "No longer tagged" if remove else "Tagged"
    _tell(f"{said} {', '.join(told)}: {with_id(chosen)}", done, dry_run=dry_run)


def snooze(
    person: PersonOrAll = None,
    until: Annotated[
        str | None,
        typer.Argument(
            help="For how long, as 30d, 4w, 3mo or 1y, or the day on which it ends.",
            metavar="[SPAN|DAY]",
            show_default=False,
        ),
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="End it now.")] = False,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Have somebody not suggested for a while; reports count them as before."""
    today = clock.today(with_timezone(load(config_path()), timezone).timezone).toordinal()
    if off and (person is None or until is not None):
        raise UsageError("--off goes with a person alone", hint="netaudit snooze 'Ana Ruiz' --off")
    day = None if until is None else _day_to_come(until, today)
    with Store.open(chosen_store(store)) as opened:
        chosen = None if person is None else _chosen(opened, person, ends=off)
        if chosen is None or not (day or off):
            _list_snoozed(opened, chosen, today)
            return
        if day:
            said = f"Snoozed until {iso(day)}: {with_id(chosen)}"
            done = workflows.snooze(opened, chosen.person_id, day, dry_run=dry_run)
        else:
            said = f"Not snoozed: {with_id(chosen)}"
            done = workflows.wake(opened, chosen.person_id, today, dry_run=dry_run)
    _tell(said, done, dry_run=dry_run)


def cadence(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"A person, {_WHOM}, and the span within which to be in touch, as 2w or 3mo; "
            "without a span it is told, without anybody all are listed.",
            metavar="[PERSON] [SPAN]",
            show_default=False,
        ),
    ] = None,
    tag: Annotated[
        str | None,
        typer.Option("--tag", help="Everybody with this tag, in place of one.", metavar="TAG"),
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="None, whatever was said before.")] = False,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Say how often you mean to be in touch: with somebody, or with everybody of a tag.

    Somebody's own cadence outweighs those of their tags; of several tags the shortest holds.
    """
    config = with_timezone(load(config_path()), timezone)
    person, span = _person_and_span(words or [], tag=tag, off=off)
    with Store.open(chosen_store(store)) as opened:
        chosen = None if person is None else _chosen(opened, person, ends=off)
        if span is None and not off:
            _list_cadences(opened, chosen, config)
            return
        if chosen is not None:
            whom = with_id(chosen)
            done = workflows.set_cadence(opened, chosen.person_id, span, dry_run=dry_run)
        else:
            whom = f"everybody tagged {workflows.read_tag(tag or '')}"
            done = workflows.set_cadence_of_tag(opened, tag or "", span, dry_run=dry_run)
    now = "No cadence" if span is None else f"In touch every {span}"
    _tell(f"{now}: {whom}", done, dry_run=dry_run)


def _chosen(opened: Store, text: str, *, ends: bool = False) -> Found:
    """Return who is meant; a name in the log that fits several people is refused.

    What was said of somebody who turned out to be the owner can only end.
    """
    exact, _ = workflows.who_is_meant(opened, text)
    found = exact[0] if ends and len(exact) == 1 else chosen_person(opened, text)
    preferred_of(opened, found.person_id)
    if not ends and not is_on_record(opened, found.person_id):
        warn(f"{with_id(found)} is not on record: reports and lists leave them out until they are")
    return found


def _suggest_quotes(opened: Store, words: Sequence[str]) -> None:
    """Refuse the parts of a name that the shell took apart."""
    for end in (2, 3):
        whole = clean(" ".join(words[:end]))
        if len(words) >= end and find(opened, whole):
            raise UsageError(
                f"'{whole[:60]}' is one person, but came as {end} words",
                hint="put the name in quotes",
            )


def _day_to_come(text: str, today: int) -> int:
    """Read a day after today, or a span that begins today."""
    with suppress(UsageError):
        return Span.parse(text).after(today)
    try:
        day = read_iso(text.strip())
    except ValueError:
        raise UsageError(
            f"'{text[:40]}' is neither a span nor a day",
            hint="write 30d, 3mo or 2027-01-31, and a name in quotes",
        ) from None
    if day <= today:
        raise UsageError(f"{iso(day)} has come already", hint="to end a snooze: --off")
    return day


def _person_and_span(
    words: Sequence[str], *, tag: str | None, off: bool
) -> tuple[str | None, Span | None]:
    """Take the words of `cadence` apart; with a tag there is no person among them."""
    names, spans = (words[:1], words[1:]) if tag is None else ([], words)
    if len(spans) > 1:
        raise UsageError(
            "these are too many words",
            hint="put a name in quotes, and none beside --tag: netaudit cadence 'Ana Ruiz' 3w",
        )
    if off and (spans or not (names or tag)):
        raise UsageError(
            "--off goes with a person or a tag alone", hint="netaudit cadence 'Ana Ruiz' --off"
        )
    if tag is not None and not (spans or off):
        raise UsageError("how often?", hint="netaudit cadence --tag friends 3w")
    return next(iter(names), None), Span.parse(spans[0]) if spans else None


def _list_snoozed(opened: Store, only: Found | None, today: int) -> None:
    found = workflows.snoozed(opened, today, _whose(only))
    rows = [(iso(end), one.person_id, one.name) for end, one in found]
    _print(rows, "Nobody is snoozed." if only is None else f"{with_id(only)} is not snoozed.")


def _list_cadences(opened: Store, only: Found | None, config: Config) -> None:
    """Print who is due when; without anybody also what tags bring."""
    today = clock.today(config.timezone).toordinal()
    rows = [
        (
            one.state,
            "" if one.due is None else iso(one.due),
            "never" if one.last is None else iso(one.last),
            f"{one.cadence} ({one.tag})" if one.tag else one.cadence,
            f"{one.whose.name} ({one.whose.person_id})",
        )
        for one in workflows.in_touch(opened, config, today, _whose(only))
    ]
    head = [("", "due", "last contact", "every", "")] if rows else []
    nobody = "Nobody has a cadence." if only is None else f"{with_id(only)} has no cadence."
    _print([*head, *rows], nobody)
    if only is None:
        for name, span in workflows.cadences_of_tags(opened):
            typer.echo(harmless(f"Everybody tagged {name}: {span}"))


def _whose(person: Found | None) -> Whose | None:
    return None if person is None else Whose(person.person_id, person.name)


def _tell(said: str, done: Written, *, dry_run: bool) -> None:
    """Tell what was said, and how to take it back or why nothing was written."""
    typer.echo(harmless(said))
    tell_written(done.import_id, dry_run=dry_run and bool(done.news), otherwise="it is so already")


def _print(rows: Iterable[Sequence[str]], empty: str) -> None:
    """Print rows in columns, or a sentence where there is none."""
    safe = [[harmless(word) for word in row] for row in rows]
    if not safe:
        typer.echo(harmless(empty))
    widths = [max(map(cells.width, column)) for column in zip(*safe, strict=True)]
    for row in safe:
        padded = (cells.pad(word, width) for word, width in zip(row, widths, strict=True))
        typer.echo("  ".join(padded).rstrip())
