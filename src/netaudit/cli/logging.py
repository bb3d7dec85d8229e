"""`netaudit log`."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from netaudit import clock
from netaudit.calendar import iso, read_day
from netaudit.cli import completing
from netaudit.cli.asking import chosen_or_new
from netaudit.cli.terminal import (
    StoreOption,
    TimezoneOption,
    chosen_store,
    harmless,
    warn,
    with_timezone,
)
from netaudit.config import Channels, config_path, load
from netaudit.errors import UsageError
from netaudit.normal import clean
from netaudit.records import Account, Direction, default_direction
from netaudit.store import Store
from netaudit.store.people import Found
from netaudit.workflows import logging, naming
from netaudit.workflows.logging import NewEntry

_LONG_AGO = date(1900, 1, 1).toordinal()
_PURPOSES = ("gave", "got", "asked", "was_asked")


def log(
    words: Annotated[
        list[str],
        typer.Argument(
            help="Whom you met, by name, profile link, e-mail or id; the last word may be the "
            "channel: netaudit log 'Ana Ruiz' coffee",
            metavar="NAME... [CHANNEL]",
            show_default=False,
        ),
    ],
    via: Annotated[
        str | None,
        typer.Option(
            "--via",
            help="The channel, such as coffee, call or email.",
            metavar="CHANNEL",
            autocompletion=completing.channels,
        ),
    ] = None,
    on: Annotated[
        str,
        typer.Option(
            "--on",
            help="The day: 2026-11-03, yesterday, 'last friday', '3 days ago'.",
            metavar="DAY",
        ),
    ] = "today",
    into: Annotated[bool, typer.Option("--in", help="They turned to me.")] = False,
    out: Annotated[bool, typer.Option("--out", help="I turned to them.")] = False,
    both: Annotated[bool, typer.Option("--both", help="It went both ways.")] = False,
    gave: Annotated[
        str | None, typer.Option("--gave", help="What I gave or did for them.", metavar="TEXT")
    ] = None,
    got: Annotated[
        str | None, typer.Option("--got", help="What I got from them.", metavar="TEXT")
    ] = None,
    asked: Annotated[
        str | None, typer.Option("--asked", help="What I asked for.", metavar="TEXT")
    ] = None,
    was_asked: Annotated[
        str | None, typer.Option("--was-asked", help="What they asked me for.", metavar="TEXT")
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", help="Anything to remember.", metavar="TEXT")
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Somebody who is not in the store yet.")
    ] = False,
    timezone: TimezoneOption = None,
    store: StoreOption = None,
) -> None:
    """Write down that you talked to somebody, in one line.

    Nobody is guessed: a name that fits nobody or several is asked about on a terminal, and
    elsewhere refused with the ids it could mean.
    """  # fmt: skip
    config = with_timezone(load(config_path()), timezone)
    channels = config.channels
    names, (channel, medium) = _split(words, via, channels)
    day = _past_day(on, clock.today(config.timezone).toordinal())
    texts = dict(zip(_PURPOSES, (gave, got, asked, was_asked), strict=True))
    said = NewEntry(
        channel, medium, _direction(medium, into=into, out=out, both=both), (None, day),
        "+".join(p for p, text in texts.items() if text is not None),
        _note(texts, note),
    )  # fmt: skip
    with Store.open(chosen_store(store), create=new) as opened:
        _suggest_quotes(opened, names)
        doubtful = None if via or len(words) == 1 else words[-1]
        people = [
            _person(opened, name, new=new, channels=channels if name == doubtful else None)
            for name in dict.fromkeys(names)
        ]
        if new:
            _refuse_all_but_one_new(people)
        logged = logging.log_interaction(opened, [(p.account, p.written) for p in people], said)
    who = ", ".join(f"{harmless(p.shown)} (new)" if p.new else harmless(p.shown) for p in people)
    typer.echo(f"Logged: {channel} with {who} on {iso(day)} ({_WAYS[said.direction]})")
    typer.echo(f"To take it back: netaudit undo {logged.import_id}")
    if logged.repeated:
        warn("the very same entry was there already; it now counts twice")


def _suggest_quotes(opened: Store, names: list[str]) -> None:
    """Refuse the parts of a name that the shell took apart."""
    whole = " ".join(names)
    if len(names) > 1 and naming.exactly(opened, whole):
        raise UsageError(
            f"'{whole[:60]}' is one person, but came as {len(names)} words",
            hint=f"put the name in quotes: netaudit log '{whole[:60]}'",
        )


class _Chosen(NamedTuple):
    """Whom an entry is about: the account it is kept under, and how they are shown."""

    account: Account
    written: str
    shown: str
    new: bool = False


def _refuse_all_but_one_new(people: Sequence[_Chosen]) -> None:
    """Refuse --new where nobody is new, and where several are: parts of one name, likely."""
    new = {person.account: person.shown for person in people if person.new}
    if not new:
        raise UsageError(
            "nobody of these is new: " + ", ".join(f"{p.shown} is there" for p in people),
            hint="leave out --new, or give the new one a name that tells them apart",
        )
    if len(new) > 1:
        many = "two" if len(new) == 2 else str(len(new))
        raise UsageError(
            f"{many} people would be new: " + ", ".join(f"'{name[:40]}'" for name in new.values()),
            hint="put a name in quotes, or log them one at a time",
        )


_WAYS: dict[Direction, str] = {"in": "from them", "out": "from me", "both": "both ways"}


def _split(
    words: list[str], via: str | None, channels: Channels
) -> tuple[list[str], tuple[str, str]]:
    """Part the names from the channel."""
    if via is not None:
        found = channels.resolve(via)
        if found is None:
            raise UsageError(
                f"there is no channel '{via[:40]}'",
                hint=f"known: {', '.join(channels.media)}; add your own under [channels]",
            )
        return words, found
    last = channels.resolve(words[-1])
    if last is None:
        return words, ("meeting", "in_person")
    if len(words) == 1:
        raise UsageError("whom did you talk to?", hint=f"netaudit log 'Ana Ruiz' {words[0][:20]}")
    return words[:-1], last


def _past_day(on: str, today: int) -> int:
    day = read_day(on, today)
    if day > today:
        raise UsageError(f"{iso(day)} has not come yet", hint="only what was can be logged")
    if day < _LONG_AGO:
        raise UsageError(f"{iso(day)} is before anybody's time")
    return day


def _direction(medium: str, *, into: bool, out: bool, both: bool) -> Direction:
    said: list[Direction] = []
    said += ["in"] if into else []
    said += ["out"] if out else []
    said += ["both"] if both else []
    if len(said) > 1:
        raise UsageError("--in, --out and --both exclude one another")
    return said[0] if said else default_direction(medium)


def _note(texts: dict[str, str | None], note: str | None) -> str:
    """Join what was said of each purpose and the note into the one text that is kept."""
    parts = [f"{p.replace('_', ' ')}: {clean(text)}" for p, text in texts.items() if text]
    return "; ".join([*parts, *([clean(note)] if note else [])])


def _person(opened: Store, name: str, *, new: bool, channels: Channels | None = None) -> _Chosen:
    """Return who is meant by `name`; ask, or refuse, when in doubt.

    `channels` are given for the last word, which may be a channel with a slip in it.
    """
    exact, near = naming.exactly(opened, name), list[Found]()
    if channels and not exact and (like := channels.nearest(name)):
        raise UsageError(
            f"'{name[:40]}' is nobody in the store, and no channel",
            hint=f"the nearest channel is '{like}'; of a person say the channel with --via",
        )
    if not (exact or new):
        exact, near = naming.who(opened, name)
    if len(exact) == 1:
        account, written = naming.written_person(name, exact[0])
        return _Chosen(account, written, exact[0].name)
    account, written = naming.written_person(name, None)
    somebody_new = _Chosen(account, written, written, new=True)
    if new and not exact:
        naming.refuse_owner(opened, name)
        return somebody_new
    found = chosen_or_new(opened, name, exact, near)
    return _Chosen(found.account, found.name, found.name) if found else somebody_new
