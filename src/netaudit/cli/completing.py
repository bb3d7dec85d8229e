"""The words that the Tab key offers for arguments and options.

Whatever is wrong with the store, the command itself will say so: here, nothing is offered.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from netaudit.config import ALIASES, BY, CHANNELS, config_path, load, store_path
from netaudit.errors import NetauditError, UsageError
from netaudit.normal import name_key
from netaudit.render import safe

if TYPE_CHECKING:
    from netaudit.store.accounts import Whose

#: What a shell sets that asks for words.
ASKED = "_NETAUDIT_COMPLETE"

#: Report -> section -> its tables; a test holds them to the catalogue, which needs pandas.
KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "report": {
        "list_vs_network": ("states",), "stale": ("stale_people",),
        "depth_breadth": ("quarter_ends",), "reciprocity": ("never_answer", "waiting_on_me"),
        "online_to_offline": (), "giving": ("only_asked", "open_asks"), "invitations": (),
        "cohorts": ("quarters",), "momentum": ("months",), "circles": ("companies", "tags"),
        "cadence": ("overdue", "due"),
        "coverage": ("sources", "channels", "imports", "set_aside"), "next": ("people",),
    },
    "weekly": {
        "week": ("added_to_list", "joined_network", "left_network", "newly_stale"),
        "waiting": ("waiting_on_me",), "next": ("people",),
    },
    "changes": {
        kind: (kind,)
        for kind in (
            "company", "position", "joined", "left", "hidden", "visible", "link", "followed",
            "unfollowed",
        )
    },
    "imports": {"imports": ("imports", "files")},
    "log": {"entries": ("entries",)},
    "doctor": {"checks": ("checks", "fixes")},
    "match": {"pairs": ("pairs",)},
    "next": {"next": ("people",)},
    "people": {"people": ("people",)},
    "show": {
        "who": ("accounts", "lists", "jobs"), "why": ("reasons",), "contact": ("years", "latest"),
        "balance": (), "notes": ("notes",),
    },
})  # fmt: skip


#: So many words are offered at most.
_MOST = 50
#: So many entries of the log.
_NEWEST = 20
#: A longer name is offered by its id.
_LONGEST = 100

Complete = Callable[[str], list[str]]


def one_of(words: Iterable[str]) -> Complete:
    """Return what completes an option that takes one of these words."""
    known = tuple(words)

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete


shells = one_of(("bash", "zsh", "fish"))
whose = one_of(BY)
days = one_of(
    ("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
     "sunday")
)  # fmt: skip
lists_of_people = one_of(("following", "followers", "log"))


def sections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a section of the report that the command makes."""
    return one_of(KEYS.get(ctx.info_name or "", {}))(incomplete)


def tables(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a table: of the sections that were named before, else of all."""
    report = KEYS.get(ctx.info_name or "", {})
    named = [key for key in ctx.params.get("section") or () if key in report]
    found = dict.fromkeys(table for key in named or report for table in report[key])
    return one_of(found)(incomplete)


def channels(incomplete: str) -> list[str]:
    """Complete a channel, the user's own included."""
    try:
        media = load(config_path()).channels.media
    except UsageError:  # the command itself will say so
        media = CHANNELS
    return one_of(sorted({*media, *ALIASES}))(incomplete)


def timezones(incomplete: str) -> list[str]:
    """Complete a time zone."""
    from zoneinfo import available_timezones

    return one_of(sorted(available_timezones()))(incomplete)


class _Fitting(str):
    """A word that fits what was typed in another way than by beginning so; Typer drops others."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Say yes: whether it fits was decided before."""
        return True


Offered = list[str | tuple[str, str]]


def people(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete a person: names of which a word begins so, and ids with the name of each."""
    from netaudit.store import glance

    store = _store(ctx)
    if store is None:
        return []
    if incomplete.startswith("@"):
        found = glance.handles(store, incomplete[1:], _MOST)
        return [(_Fitting(f"@{handle}"), safe.terminal(name)) for handle, name in found]
    offered: dict[str, str] = {
        _Fitting(word): about
        for one in glance.named(store, incomplete, _MOST)
        for word, about in [_typed(one.person_id, one.name)]
    }
    for one in glance.identified(store, incomplete, _MOST):
        offered[_Fitting(one.person_id)] = safe.terminal(one.name)
    return [(word, about) if about else word for word, about in offered.items()][:_MOST]


def _typed(person_id: str, name: str) -> tuple[str, str]:
    """Return what is typed for somebody, and what is said of it: the id for a name of odd signs."""
    shown = safe.terminal(name, _LONGEST + 1)
    if shown == name and len(name) <= _LONGEST and name_key(name) and not name.startswith("-"):
        return name, ""
    return person_id, safe.terminal(name)


def _store(ctx: typer.Context) -> Path | None:
    """Return the store of the line so far, or the usual one."""
    given = ctx.params.get("store")
    try:
        return store_path() if given is None else Path(given).expanduser()
    except (NetauditError, RuntimeError):  # there is no home folder
        return None


def ignored(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete somebody whom the user ignores."""
    from netaudit.store import glance

    store = _store(ctx)
    return _fitting(glance.ignored(store) if store else (), incomplete)


def person_to_snooze(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete a person; after --off somebody who is snoozed."""
    if not ctx.params.get("off"):
        return people(ctx, incomplete)
    from netaudit import clock
    from netaudit.store import glance

    store = _store(ctx)
    today = clock.today(_timezone()).toordinal()
    return _fitting(glance.snoozed(store, today) if store else (), incomplete)


def _timezone() -> str:
    try:
        return load(config_path()).timezone
    except UsageError:  # the command itself will say so
        return "UTC"


def _fitting(found: "Iterable[Whose]", incomplete: str) -> Offered:
    """Offer those of whose names a word begins so, or whose ids do."""
    key, begun = name_key(incomplete), incomplete.casefold()
    offered: Offered = []
    for one in found:
        if f" {key}" in f" {name_key(one.name)}" or one.person_id.startswith(begun):
            word, about = _typed(one.person_id, one.name)
            offered.append((_Fitting(word), about) if about else _Fitting(word))
    return offered[:_MOST]


def entries(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete the id of an entry of the log, the newest first, with what it is."""
    from zoneinfo import ZoneInfo

    from netaudit.calendar import iso, local_day
    from netaudit.store import glance

    store, zone = _store(ctx), ZoneInfo(_timezone())
    found = glance.entries(store, incomplete, _NEWEST) if store else []
    return [
        (one.entry_id, safe.terminal(f"{iso(local_day(one.at, one.day, zone))} {one.told}"))
        for one in found
    ]


def people_and_channels(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete whom somebody talked to; after one person also the channel.

    To remove entries, it is their ids.
    """
    if ctx.params.get("remove"):
        return entries(ctx, incomplete)
    if ctx.params.get("listing"):
        return people(ctx, incomplete)
    more = channels(incomplete) if ctx.params.get("words") else []
    return [*more, *people(ctx, incomplete)]


def person_and_tags(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete a person, and after that one tags."""
    return [*tags(ctx, incomplete)] if ctx.params.get("words") else people(ctx, incomplete)


def person_and_span(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete a person; after that one and in place of one a span is typed."""
    if ctx.params.get("words") or ctx.params.get("tag"):
        return []
    return people(ctx, incomplete)


def tags(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete a tag that is in use."""
    from netaudit.store import glance

    store = _store(ctx)
    return one_of(glance.tags(store) if store else ())(incomplete.removeprefix("#").casefold())


def imports(ctx: typer.Context, incomplete: str) -> Offered:
    """Complete the id of an import, the newest first."""
    from netaudit.store import glance

    store = _store(ctx)
    found = glance.imports(store, _MOST) if store else []
    return [(str(n), command) for n, command in found if str(n).startswith(incomplete)]
