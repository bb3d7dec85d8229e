"""`netaudit ignore`, `unignore`, `tag`, `snooze` and `cadence`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Any

import typer

from netaudit import clock
from netaudit.audits import wording
from netaudit.calendar import Span, iso, read_day_to_come
from netaudit.cli import completing
from netaudit.cli.answering import WHOM, DryRun, say, tell_written, with_id
from netaudit.cli.asking import chosen_person, refuse_more_words, suggest_quotes
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    chosen_store,
    harmless,
    warn,
    with_timezone,
)
from netaudit.config import Config, config_path, load
from netaudit.errors import UsageError
from netaudit.frames import NEVER
from netaudit.normal import clean
from netaudit.render import cells, safe
from netaudit.store import Store
from netaudit.store.accounts import Whose
from netaudit.store.people import Found
from netaudit.store.preferences import Preferred, Written, is_on_record, preferred_of
from netaudit.workflows import naming, preferences
from netaudit.workflows.preferences import CadenceOf

_NO_TAG = "No tag of theirs brings a cadence"


def _person_or_all(complete: Callable[..., completing.Offered]) -> Any:  # noqa: ANN401 - as Typer
    return typer.Argument(
        help=f"A person: {WHOM}; without one all are listed.",
        metavar="[PERSON]", show_default=False, autocompletion=complete,
    )  # fmt: skip


def ignore(
    context: typer.Context,
    person: Annotated[str | None, _person_or_all(completing.people)] = None,
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Leave somebody out of all reports, lists of changes and pairs. Back: netaudit unignore."""
    with Store.open(chosen_store(store)) as opened:
        if person is None:
            found = preferences.ignored_people(opened)
            rows = [(one.person_id, safe.terminal(one.name)) for one in found]
            _print([("id", "person")][: len(rows)] + rows, "Nobody is ignored.")
            return
        refuse_more_words(opened, [person, *context.args], 1, "ignore 'Ana Ruiz'")
        chosen = _chosen(opened, person, ignoring=True)
        done = preferences.ignore(opened, chosen.person_id, dry_run=dry_run)
    whom = with_id(chosen)
    _tell(f"Ignored: {whom}", f"{whom} is ignored already", done, dry_run=dry_run)


def unignore(
    context: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            help=f"A person: {WHOM}; it is enough to fit one of those you ignore.",
            metavar="PERSON",
            show_default=False,
            autocompletion=completing.ignored,
        ),
    ],
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Count somebody again whom you ignored."""
    with Store.open(chosen_store(store)) as opened:
        refuse_more_words(opened, [person, *context.args], 1, "unignore 'Ana Ruiz'")
        chosen = _chosen(opened, person, ends=lambda one: one.ignored)
        done = preferences.unignore(opened, chosen.person_id, dry_run=dry_run)
    whom = with_id(chosen)
    _tell(f"Not ignored: {whom}", f"{whom} is not ignored", done, dry_run=dry_run)


def tag(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"A person: {WHOM}. Then tags for them; without tags theirs are listed, "
            "without anybody all tags.",
            metavar="[PERSON] [TAG]...",
            show_default=False,
            autocompletion=completing.person_and_tags,
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", "-d", "--off", help="Take these tags away.")
    ] = False,
    dry_run: DryRun = False,
    store: StoreOption = None,
) -> None:
    """Tag somebody: friends, lisbon, conference-2026. Case and a leading # do not matter."""
    if remove and len(words or ()) < 2:
        raise UsageError("which tag goes?", hint="netaudit tag --remove 'Ana Ruiz' friends")
    with Store.open(chosen_store(store)) as opened:
        if not words:
            rows = [(name, f"{count:,}") for name, count in preferences.tags(opened)]
            _print(rows, "Nobody is tagged.")
            return
        text, *tags = words
        suggest_quotes(opened, words)
        gone = set(map(preferences.read_tag, tags)) if remove else set()
        ends = (lambda one: not gone.isdisjoint(one.tags)) if remove else None
        chosen = _chosen(opened, text, ends=ends)
        if not tags:
            theirs = preferred_of(opened, chosen.person_id).tags
            _print([(one,) for one in theirs], f"{with_id(chosen)} has no tag.")
            return
        done = preferences.tag(opened, chosen.person_id, tags, remove=remove, dry_run=dry_run)
    whom, now = with_id(chosen), "No longer tagged" if remove else "Tagged"
    had = ", ".join(dict.fromkeys(map(preferences.read_tag, tags)))
    _tell(
        f"{now} {', '.join(one.tag for one in done.news)}: {whom}",
        f"{whom} is not tagged {had}" if remove else f"{whom} is tagged {had} already",
        done, dry_run=dry_run,
    )  # fmt: skip


def snooze(
    context: typer.Context,
    person: Annotated[str | None, _person_or_all(completing.person_to_snooze)] = None,
    until: Annotated[
        str | None,
        typer.Argument(
            help="For how long, as 30d, 4w, 3mo or 1y, or the day on which it ends: tomorrow, "
            "monday, '2 weeks', '1 Dec', 2027-01-31.",
            metavar="[SPAN|DAY]",
            show_default=False,
        ),
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="End it now.")] = False,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Suggest somebody no more for a while; reports count them as before."""
    today = clock.today(with_timezone(load(config_path()), timezone).timezone).toordinal()
    words = [word for word in (person, until, *context.args) if word is not None]
    if off and len(words) != 1:
        raise UsageError("--off goes with a person alone", hint="netaudit snooze 'Ana Ruiz' --off")
    with Store.open(chosen_store(store)) as opened:
        day = _day_to_come(opened, words, today)
        ends = (lambda one: (one.snoozed_until or 0) > today) if off else None
        chosen = None if person is None else _chosen(opened, person, ends=ends)
        if chosen is None or not (day or off):
            _list_snoozed(opened, chosen, today)
            return
        whom = with_id(chosen)
        if day:
            now, fact = f"Snoozed until {iso(day)}", f"is snoozed until {iso(day)} already"
            done = preferences.snooze(opened, chosen.person_id, day, dry_run=dry_run)
        else:
            now, fact = "Not snoozed", "is not snoozed"
            done = preferences.wake(opened, chosen.person_id, today, dry_run=dry_run)
    _tell(f"{now}: {whom}", f"{whom} {fact}", done, dry_run=dry_run)


def cadence(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=f"A person: {WHOM}. Then the span within which to be in touch, as 2w or 3mo, or "
            "never, whatever their tags bring; without a span it is told what holds, without "
            "anybody all are listed.",
            metavar="[PERSON] [SPAN|never]",
            show_default=False,
            autocompletion=completing.person_and_span,
        ),
    ] = None,
    tag: Annotated[
        str | None,
        typer.Option(
            "--tag",
            help="Everybody with this tag, in place of one person.",
            metavar="TAG",
            autocompletion=completing.tags,
        ),
    ] = None,
    off: Annotated[
        bool,
        typer.Option("--off", help="Take it back: of a person, what their tags bring holds again."),
    ] = False,
    dry_run: DryRun = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Say how often to be in touch with somebody, or with all of a tag.

    Somebody's own cadence outweighs those of their tags; of several tags the shortest holds.
    """
    config = with_timezone(load(config_path()), timezone)
    person, wish = _person_and_cadence(words or [], tag=tag, off=off)
    with Store.open(chosen_store(store)) as opened:
        if tag is not None:
            _cadence_of_tag(opened, preferences.read_tag(tag), wish, dry_run=dry_run)
            return
        ends = (lambda one: bool(one.cadence and not one.cadence_tag)) if off else None
        chosen = None if person is None else _chosen(opened, person, ends=ends)
        if chosen is None or wish is None:
            _list_cadences(opened, chosen, config)
            return
        done = preferences.set_cadence(opened, chosen.person_id, wish, dry_run=dry_run)
        held = preferences.cadence_of(opened, chosen.person_id)
    whom = with_id(chosen)
    if not wish:
        now = f"No cadence of their own any more: {whom}"
        fact = f"{whom} has no cadence of their own"
    elif wish == NEVER:
        now = f"No cadence, whatever their tags bring: {whom}"
        fact = f"{whom} has no cadence, whatever their tags bring, already"
    else:
        now = f"In touch every {wish}: {whom}"
        fact = f"{whom} has a cadence of {wish} already"
    _tell(now, fact, done, dry_run=dry_run, then="" if wish else _why(held._replace(own="")))


def _cadence_of_tag(opened: Store, tag: str, wish: str | None, *, dry_run: bool) -> None:
    """Set what a tag brings, end it, or tell it."""
    from difflib import get_close_matches

    people = dict(preferences.tags(opened))
    whom = _everybody(tag, people)
    like = [] if tag in people or wish == "" else get_close_matches(tag, people, 1)
    if like:
        warn(f"nobody is tagged {tag}", hint=f"did you mean {like[0]}?")
    if wish is None:
        span = dict(preferences.cadences_of_tags(opened)).get(tag)
        typer.echo(harmless(f"{whom.capitalize()}: {f'every {span}' if span else 'no cadence'}"))
        return
    done = preferences.set_cadence_of_tag(opened, tag, wish, dry_run=dry_run)
    if wish:
        now, fact = f"In touch every {wish}: {whom}", f"{wish} already"
    else:
        now, fact = f"No cadence by this tag any more: {whom}", "no cadence"
    _tell(now, f"The tag {tag} brings {fact}", done, dry_run=dry_run)


def _everybody(tag: str, people: Mapping[str, int]) -> str:
    number = people.get(tag)
    count = wording.people(number) if number else "nobody in the reports has this tag yet"
    return f"everybody tagged {tag} ({count})"


def _why(held: CadenceOf) -> str:
    """Tell which cadence holds of somebody, and why."""
    brought = f"every {held.brought} by the tag {held.tag}"
    if not held.own:
        return f"By the tag {held.tag}: every {held.brought}" if held.tag else _NO_TAG
    own = held.own if held.own == NEVER else f"every {held.own}"
    return f"Their own: {own}{f', in place of {brought}' if held.tag else ''}"


def _chosen(
    opened: Store,
    text: str,
    *,
    ends: Callable[[Preferred], bool] | None = None,
    ignoring: bool = False,
) -> Found:
    """Return who is meant; a name in the log that fits several people is refused.

    Of several whom `text` fits the one is meant of whom that holds which `ends`. What was said of
    somebody who turned out to be the owner can only end. Whom reports leave out is said to be so,
    unless that is what is asked for.
    """
    exact, _ = naming.who_is_meant(opened, text)
    if ends and len(exact) > 1:
        held = [one for one in exact if ends(preferred_of(opened, one.person_id))]
        exact = held if len(held) == 1 else exact
    found = exact[0] if ends and len(exact) == 1 else chosen_person(opened, text)
    ignored = preferred_of(opened, found.person_id).ignored
    if not ends and not is_on_record(opened, found.person_id):
        warn(f"{with_id(found)} is not on record: reports and lists leave them out until they are")
    elif ignored and not (ends or ignoring):
        warn(
            f"{with_id(found)} is ignored: reports and lists leave them out",
            hint=f"netaudit unignore {found.person_id} counts them again",
        )
    return found


def _day_to_come(opened: Store, words: Sequence[str], today: int) -> int | None:
    """Read the day behind a person, if there is one: it may be several words, as in `2 weeks`."""
    suggest_quotes(opened, words)
    if len(words) > 2:
        with suppress(UsageError):
            return read_day_to_come(" ".join(words[1:]), today)
        refuse_more_words(opened, words, 2, "snooze 'Ana Ruiz' 30d")
    return read_day_to_come(words[1], today) if len(words) > 1 else None


def _person_and_cadence(
    words: Sequence[str], *, tag: str | None, off: bool
) -> tuple[str | None, str | None]:
    """Take the words of `cadence` apart; with a tag there is no person among them.

    The cadence is a span, `NEVER`, empty to end it, and None to be told of it.
    """
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
    wish = "" if off else None
    if spans:
        wish = NEVER if clean(spans[0]).casefold() == NEVER else str(Span.parse(spans[0]))
    if tag is not None and wish == NEVER:
        raise UsageError(
            "'never' is for one person", hint="a tag brings no cadence any more by --off"
        )
    return next(iter(names), None), wish


def _list_snoozed(opened: Store, only: Found | None, today: int) -> None:
    found = preferences.snoozed(opened, today, _whose(only))
    rows = [(one.person_id, iso(end), safe.terminal(one.name)) for end, one in found]
    _print(
        [("id", "until", "person")][: len(rows)] + rows,
        "Nobody is snoozed." if only is None else f"{with_id(only)} is not snoozed.",
    )


def _list_cadences(opened: Store, only: Found | None, config: Config) -> None:
    """Print who is due when; of one also why, of all also who never is, and what tags bring."""
    today = clock.today(config.timezone).toordinal()
    rows = [
        (
            one.whose.person_id,
            one.state,
            "" if one.due is None else iso(one.due),
            "never" if one.last is None else iso(one.last),
            f"{one.cadence} ({one.tag})" if one.tag else one.cadence,
            safe.terminal(one.whose.name),
        )
        for one in preferences.in_touch(opened, config, today, _whose(only))
    ]
    head = [("id", "", "due", "last contact", "every", "person")] if rows else []
    nobody = "Nobody has a cadence." if only is None else f"{with_id(only)} has no cadence."
    _print([*head, *rows], nobody)
    if only is not None:
        held = preferences.cadence_of(opened, only.person_id)
        if held.own or held.tag:
            typer.echo(harmless(_why(held)))
        return
    for one in preferences.never_in_touch(opened):
        name = safe.terminal(one.name)
        say(f"Never, whatever their tags bring: {name} ({one.person_id})")
    people = dict(preferences.tags(opened))
    for name, span in preferences.cadences_of_tags(opened):
        say(f"{_everybody(name, people).capitalize()}: every {span}")


def _whose(person: Found | None) -> Whose | None:
    return None if person is None else Whose(person.person_id, person.name)


def _tell(now: str, fact: str, done: Written, *, dry_run: bool, then: str = "") -> None:
    """Tell what is new and how to take it back; where nothing is, what holds as before.

    `then` follows in either case.
    """
    say(now if done.news else f"{fact}; nothing was written.")
    if then:
        say(then)
    if done.news:
        tell_written(done.import_id, dry_run=dry_run)


def _print(rows: Iterable[Sequence[str]], empty: str) -> None:
    """Print rows in columns, or a sentence where there is none."""
    safe = [[harmless(word) for word in row] for row in rows]
    if not safe:
        typer.echo(harmless(empty))
    widths = [max(map(cells.width, column)) for column in zip(*safe, strict=True)]
    for row in safe:
        padded = (cells.pad(word, width) for word, width in zip(row, widths, strict=True))
        typer.echo("  ".join(padded).rstrip())
