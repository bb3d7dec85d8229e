"""Looking for people: who fits what is asked for, and in which order."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from netaudit.calendar import Span
from netaudit.config import Config
from netaudit.normal import name_key
from netaudit.store import Store
from netaudit.store.accounts import called
from netaudit.store.looking import Sieved, Wanted, anybody, sieve
from netaudit.store.preferences import ignored

if TYPE_CHECKING:
    from collections.abc import Callable

    from netaudit.audits.options import Options
    from netaudit.frames import Frames
    from netaudit.metrics.directory import Entry
    from netaudit.metrics.scope import History
    from netaudit.report import Report

#: The record of so many people is loaded alone; of more, the whole record is loaded in less time.
_FEW = 1000
#: What lists of people can be sorted by; all but names from the largest or latest.
SORTS = ("name", "last", "days", "since", "company")


@dataclass(frozen=True)
class Filter:
    """What people are to fit, all of it at once.

    `states` are those of the report's list; `stale`: the last touch lies so long back or longer;
    `on_list`: only who is on the list, or only who is not; None for both.
    """

    wanted: Wanted
    states: tuple[str, ...] = ()
    stale: Span | None = None
    on_list: bool | None = None
    sort: str = "name"
    reverse: bool = False
    limit: int | None = None


def people_report(
    opened: Store,
    config: Config,
    as_of: int,
    options: "Options",
    chosen: Filter,
    *,
    for_reading: bool = False,
) -> "Report":
    """Make a list of the people who fit, on the day `as_of`; whom the user ignores is left out."""
    from netaudit.audits.people import NOBODY_YET, people

    with opened.reading() as connection:
        sieved = sieve(connection, chosen.wanted)
        unwanted = frozenset(
            one.person_id for one in called(connection, ignored(connection)).values()
        )
        on_record = anybody(connection)
    may_fit = sieved.may_fit
    wanted = None if may_fit is None else may_fit - unwanted
    left_out = unwanted if may_fit is None else may_fit & unwanted

    def fitting(ids: frozenset[str] | None) -> "tuple[History, list[Entry]]":
        history = options.narrowed(_frames(opened, config.timezone, ids))
        return history, _fitting(history, as_of, chosen, sieved._replace(may_fit=ids))

    history, found = fitting(wanted)
    made = people(
        history, _sorted(history, found, chosen), as_of,
        _stated(chosen, config.timezone, for_reading=for_reading), limit=chosen.limit,
        ignored=len(fitting(left_out)[1]) if left_out else 0,
        for_reading=for_reading,
    )  # fmt: skip
    return made if on_record else replace(made, headline=NOBODY_YET)


def _fitting(history: "History", as_of: int, chosen: Filter, sieved: Sieved) -> "list[Entry]":
    """Return those who fit of whom the sieve has left."""
    from netaudit.metrics.directory import directory

    may_fit = sieved.may_fit
    return [
        one
        for one in directory(history.at(as_of))
        if (may_fit is None or history.ids[one.number] in may_fit)
        and _stands(one, chosen, as_of)
        and _says(history, one.number, chosen.wanted, sieved.by_address)
    ]


def _frames(opened: Store, timezone: str, may_fit: frozenset[str] | None) -> "Frames":
    from netaudit.store.load import load_columns, load_few

    if may_fit is None or len(may_fit) > _FEW:
        return load_columns(opened, timezone)
    return load_few(opened, sorted(may_fit), timezone)


def _stands(one: "Entry", chosen: Filter, as_of: int) -> bool:
    """Tell whether it fits how things stand with somebody."""
    if chosen.states and one.state not in chosen.states:
        return False
    if chosen.on_list is not None and one.listed != chosen.on_list:
        return False
    if chosen.stale is None:
        return True
    return one.last is not None and one.last <= chosen.stale.before(as_of)


def _says(
    history: "History", number: int, wanted: Wanted, by_address: dict[str, frozenset[str]]
) -> bool:
    """Tell whether what is known of somebody by now says all that is looked for."""
    company, position = name_key(history.companies[number]), name_key(history.positions[number])
    if name_key(wanted.company) not in company or name_key(wanted.position) not in position:
        return False
    tags = history.tags[number]
    if wanted.tag and wanted.tag not in tags:
        return False
    texts = (name_key(history.names[number]), company, position, *map(name_key, tags))
    return all(
        any(word in text for text in texts) or history.ids[number] in addressed
        for word, addressed in by_address.items()
    )


def _sorted(history: "History", found: list["Entry"], chosen: Filter) -> list["Entry"]:
    """Sort by name, or by what else is asked for: the latest or the most first, then by name."""
    keys: dict[str, Callable[[Entry], Any]] = {
        "name": lambda _: 0,
        "last": lambda one: -(one.last or 0),
        "days": lambda one: -one.contact_days,
        "since": lambda one: -(one.since or 0),
        "company": lambda one: _company(history.companies[one.number]),
    }
    key = keys[chosen.sort]
    found = sorted(found, key=lambda one: (key(one), history.name_order(one.number)))
    return found[::-1] if chosen.reverse else found


def _company(text: str) -> tuple[bool, str]:
    return not text, name_key(text)


def _stated(chosen: Filter, timezone: str, *, for_reading: bool) -> dict[str, str]:
    """Return what was asked for as it stands in the report; states in words where people read."""
    from netaudit.render.values import WORDS

    wanted, states = chosen.wanted, ", ".join(chosen.states)
    if for_reading:
        states = " or ".join(WORDS["state"][one] for one in chosen.states)
    on_list = {None: "", True: "yes", False: "no"}[chosen.on_list]
    said = {
        "words": " ".join(wanted.words), "company": wanted.company, "position": wanted.position,
        "tag": wanted.tag, "source": wanted.source, "state": states,
        "stale": str(chosen.stale or ""), "on_list": on_list, "sort": chosen.sort,
        "timezone": timezone,
    }  # fmt: skip
    return {key: text for key, text in said.items() if text}
