"""What one line says of an interaction: with whom, by which channel, when, and what for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from netaudit.calendar import iso, read_day
from netaudit.cli.answering import say
from netaudit.cli.asking import chosen_or_new
from netaudit.cli.terminal import warn
from netaudit.config import Channels, Config
from netaudit.errors import UsageError
from netaudit.records import Account, Direction, default_direction
from netaudit.render import safe
from netaudit.store import Store
from netaudit.store.people import Found
from netaudit.workflows import forgetting, naming, purposes
from netaudit.workflows.entries import WAYS
from netaudit.workflows.logging import Logged, NewEntry

_LONG_AGO = date(1900, 1, 1).toordinal()
_UNSAID = ("meeting", "in_person")
_WITH_VIA = "of somebody new say the channel with --via, and --new"


@dataclass(frozen=True)
class Words:
    """The words of a line as they came; None where nothing is said."""

    words: Sequence[str]
    via: str | None = None
    on: str | None = None
    into: bool = False
    out: bool = False
    both: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    new: bool = False

    @property
    def direction(self) -> Direction | None:
        """The direction, if one is said."""
        said: list[Direction] = []
        said += ["in"] if self.into else []
        said += ["out"] if self.out else []
        said += ["both"] if self.both else []
        if len(said) > 1:
            raise UsageError("--in, --out and --both exclude one another")
        return said[0] if said else None

    def day(self, today: int) -> int | None:
        """Return the day, if one is said: nothing can be logged that is yet to come."""
        if self.on is None:
            return None
        day = read_day(self.on, today)
        if day > today:
            raise UsageError(f"{iso(day)} has not come yet", hint="only what was can be logged")
        if day < _LONG_AGO:
            raise UsageError(f"{iso(day)} is before anybody's time")
        return day

    def split(self, channels: Channels) -> tuple[list[str], tuple[str, str] | None]:
        """Part the names from the channel with its medium, which may be the last word."""
        words = list(dict.fromkeys(self.words))
        if self.via is not None:
            found = channels.resolve(self.via)
            if found is None:
                raise UsageError(
                    f"there is no channel '{self.via[:40]}'", hint=known_channels(channels)
                )
            return words, found
        found = channels.resolve(words[-1]) if words else None
        return (words, None) if found is None else (words[:-1], found)


class Place(NamedTuple):
    """What whatever is done with the log needs: the store, the configuration, and the day it is."""

    store: Path
    config: Config
    today: int


class Chosen(NamedTuple):
    """Whom an entry is about: the account it is kept under, the id of the person, and the name.

    Who is not in the store has no id yet.
    """

    account: Account
    written: str
    person_id: str
    shown: str
    new: bool = False

    @property
    def told(self) -> str:
        """Return the name with the id, or with that they are new; who was new has neither."""
        known = self.person_id or ("new" if self.new else "")
        return safe.terminal(self.shown) + (f" ({known})" if known else "")


#: Whom earlier lines of the same import bring into the store.
Made = Mapping[Account, Chosen]


def entry(
    opened: Store, line: Words, place: Place, *, made: Made | None = None
) -> tuple[NewEntry, list[Chosen]]:
    """Return the interaction that a line tells of, and its people.

    With `made` it is one of several lines, and nothing is asked.
    """
    channels, today = place.config.channels, place.today
    names, found = line.split(channels)
    if not names:
        some = line.words[0][:20] if line.words else "coffee"
        raise UsageError("whom did you talk to?", hint=f"netaudit log 'Ana Ruiz' {some}")
    channel, medium = found or _UNSAID
    day = line.day(today)
    direction = line.direction or default_direction(medium)
    people = chosen(opened, line, names, channels, may_slip=len(line.words) > 1, made=made)
    said = NewEntry(
        tuple((one.account, one.written) for one in people), channel, medium, direction,
        (None, today if day is None else day), purposes.purpose_of(line.texts),
        purposes.note_of(line.texts, line.note or ""), len(people),
    )  # fmt: skip
    return said, people


def chosen(
    opened: Store,
    line: Words,
    names: Sequence[str],
    channels: Channels,
    *,
    may_slip: bool = True,
    made: Made | None = None,
) -> list[Chosen]:
    """Return who is meant by the names of a line, each person once.

    The last may be a channel with a slip in it, if it `may_slip`.
    """
    _suggest_quotes(opened, names)
    doubtful = line.words[-1] if line.via is None and may_slip else None
    people: dict[object, Chosen] = {}
    for name in names:
        slips = channels if name == doubtful else None
        one = _person(opened, name, slips, made, new=line.new)
        people.setdefault(one.person_id or one.account, one)
    if line.new:
        _refuse_all_but_one_new(list(people.values()))
    return list(people.values())


def _person(
    opened: Store, name: str, slips: Channels | None, made: Made | None, *, new: bool
) -> Chosen:
    """Return who is meant by `name`; ask, or refuse, when in doubt.

    `slips` are given for the last word, which may be a channel with a slip in it.
    """
    exact, near = naming.exactly(opened, name), list[Found]()
    if slips and not exact and (like := slips.nearest(name)):
        raise _no_channel(name, f"the nearest channel is '{like}'; {_WITH_VIA}")
    if not (exact or new):
        _refuse_forgotten(opened, name, made)
        exact, near = naming.who(opened, name)
    if len(exact) == 1:
        kept = forgetting.written_person(opened, name, exact[0])
        return Chosen(*kept, exact[0].person_id, exact[0].name)
    account, written = naming.written_person(name, None)
    if not exact and made and account in made:
        return made[account]._replace(new=False)
    somebody_new = Chosen(account, written, "", written, new=True)
    if new and not exact:
        naming.refuse_owner(opened, name)
        return somebody_new
    if slips and not (exact or near):
        raise _no_channel(name, f"{known_channels(slips)}; {_WITH_VIA}")
    otherwise = (
        {"otherwise": f"or a channel? {known_channels(slips)}; {_WITH_VIA}"} if slips else {}
    )
    found = chosen_or_new(opened, name, exact, near, ask=made is None, **otherwise)
    return Chosen(found.account, found.name, found.person_id, found.name) if found else somebody_new


def _no_channel(word: str, hint: str) -> UsageError:
    return UsageError(f"'{word[:40]}' is nobody in the store, and no channel", hint=hint)


def known_channels(channels: Channels) -> str:
    """Name the channels, and where more are defined."""
    return f"known: {', '.join(channels.media)}; add your own under [channels]"


def _refuse_forgotten(opened: Store, name: str, made: Made | None) -> None:
    """Refuse a name of somebody forgotten, unless a line before says that they are new."""
    is_made = bool(made) and naming.written_person(name, None)[0] in (made or ())
    if not is_made and forgetting.is_forgotten(opened, name):
        raise UsageError(
            f"you had somebody forgotten whom '{name[:40]}' names",
            hint="to log them all the same, or somebody new of that name, add --new",
        )


def _suggest_quotes(opened: Store, names: Sequence[str]) -> None:
    """Refuse the parts of a name that the shell took apart."""
    whole = " ".join(names)
    if len(names) > 1 and naming.exactly(opened, whole):
        raise UsageError(
            f"'{whole[:60]}' is one person, but came as {len(names)} words",
            hint=f"put the name in quotes: netaudit log '{whole[:60]}'",
        )


def _refuse_all_but_one_new(people: Sequence[Chosen]) -> None:
    """Refuse --new where nobody is new, and where several are: parts of one name, likely."""
    new = [one.shown for one in people if one.new]
    if not new:
        raise UsageError(
            "nobody of these is new: " + ", ".join(f"{one.shown[:60]} is there" for one in people),
            hint="leave out --new, or give the new one a name that tells them apart",
        )
    if len(new) > 1:
        many = "two" if len(new) == 2 else str(len(new))
        raise UsageError(
            f"{many} people would be new: " + ", ".join(f"'{name[:40]}'" for name in new),
            hint="put a name in quotes, or log them one at a time",
        )


def say_logged(said: NewEntry, people: list[Chosen], *, dry_run: bool) -> None:
    """Tell of an interaction that is logged, or would be, with who is new."""
    who = ", ".join(one.told for one in people)
    lead = "Would be logged" if dry_run else "Logged"
    way = WAYS[said.direction]
    say(f"{lead}: {said.channel} with {who} on {iso(said.when[1] or 0)} ({way})")


def tell_logged(done: Logged, *, several: bool = False) -> None:
    """Tell how to take back, or to correct, what was logged, and whom imports leave in again."""
    for written in done.welcome:
        name = safe.terminal(written)
        say(f"No longer forgotten: {name}, as far as imports name them so")
    if done.import_id is None:
        typer.echo("Nothing was written: this was a dry run.")
        return
    one = "--list" if several else f"--edit {done.entry_ids[0]}"
    say(
        "To take it back:", f"netaudit undo {done.import_id};",
        f"to change {'one' if several else 'it'}:", f"netaudit log {one}",
    )  # fmt: skip


def warn_of_repeated(done: Logged, what: str) -> None:
    """Warn of what the log has already: it may be a slip, and may be meant."""
    if done.import_id is None:
        warn(f"{what} is there already, and would count twice")
    else:
        warn(
            f"{what} was there already; it now counts twice",
            hint=f"if that is a slip: netaudit undo {done.import_id}",
        )
