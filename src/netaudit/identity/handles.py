"""Rules among accounts of X: a handle without an id is the id that bears it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from netaudit.identity.clusters import Kinds, People
from netaudit.identity.known import Known

_ID: Kinds = frozenset({("x", "id")})


class _Bearer(NamedTuple):
    """An id that bears or bore a handle, and the day of which the newest word of it is."""

    account_id: int
    day: int
    is_newest: bool


def join_handles(ranked: list[Known], people: People) -> None:
    """Join handles to the ids that bear them, else to the only one that ever did.

    A handle goes from one account to another, and an account from one handle to another. Where
    several ids have it as their newest, one of them has lost it, and nobody knows on which day:
    the handle stays alone.
    """
    wanted = {one.account.key for one in ranked if one.account.kind == "handle"}
    bearers: dict[str, list[_Bearer]] = defaultdict(list)
    for one in ranked:
        if one.account.kind == "id" and one.handles:
            newest = max(day for _, day in one.handles)
            for handle, day in (said for said in one.handles if said[0] in wanted):
                bearers[handle].append(_Bearer(one.account_id, day, day == newest))
    now: dict[str, list[int]] = {}
    before: dict[str, list[int]] = {}
    for handle, found in bearers.items():
        bearing_now = [bearer for bearer in found if bearer.is_newest]
        if bearing_now:
            is_last = max(b.day for b in bearing_now) == max(b.day for b in found)
            now[handle] = [b.account_id for b in bearing_now if is_last]
        else:
            before[handle] = [b.account_id for b in found]
    _join(ranked, people, now, "the same handle")
    _join(ranked, people, before, "a handle they had before")


def _join(
    ranked: list[Known], people: People, bearers: Mapping[str, list[int]], reason: str
) -> None:
    """Join each person who has a handle and no id to the one id that fits."""
    fits: dict[int, set[int]] = defaultdict(set)
    for one in ranked:
        if one.account.kind == "handle" and not people.has(one.account_id, _ID):
            fits[people.of(one.account_id)].update(bearers.get(one.account.key, ()))
    for person, candidates in fits.items():
        found = {people.of(c) for c in candidates if _may_be_one(people, person, c)}
        if len(found) == 1:
            people.join(person, found.pop(), reason)


def _may_be_one(people: People, handle: int, number: int) -> bool:
    """Tell whether a person without an id may be that of an id: nobody has two profiles."""
    of_both = people.platforms(handle) & people.platforms(number) - {"x"}
    return not of_both and not people.are_apart(handle, number)
