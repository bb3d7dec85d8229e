"""What only the user knows: tags, whom to ignore or leave alone, how often to be in touch."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from netaudit.calendar import Span, iso
from netaudit.config import Config
from netaudit.errors import UsageError
from netaudit.frames import NEVER
from netaudit.metrics.cadence import State, due_on, state
from netaudit.normal import clean
from netaudit.records import NONE, YES, Preference
from netaudit.store import Store
from netaudit.store.accounts import Whose, called
from netaudit.store.portraits import last_contacts
from netaudit.store.preferences import (
    Preferred,
    Written,
    cadence_by_tags,
    cadences,
    last_words,
    prefer,
    preferred_of,
    preferred_on_record,
)
from netaudit.workflows.naming import resolve_links

_STATES: tuple[State, ...] = ("overdue", "due", "kept")
#: Most characters of a tag.
_LONGEST = 50


def ignore(opened: Store, person_id: str, *, dry_run: bool = False) -> Written:
    """Write that a person, given by id, is to be left out."""
    said = Preference("ignore", YES)
    return prefer(opened, "ignore", [said], resolve_links, person_id, dry_run=dry_run)


def unignore(opened: Store, person_id: str, *, dry_run: bool = False) -> Written:
    """Write that a person is not to be left out any more."""
    said = Preference("ignore", "")
    return prefer(opened, "unignore", [said], resolve_links, person_id, dry_run=dry_run)


def read_tag(text: str) -> str:
    """Read a tag, with or without its #, in the one form in which it is kept.

    NFKC, lower case, invisible characters out, runs of spaces as one. What cannot be a tag is a
    UsageError.
    """
    shown = clean(text)
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shown).lower())
    seen = "".join(c for c in lower if unicodedata.category(c) != "Cf")
    tag = " ".join(seen.lstrip("# ").split())
    if not tag:
        raise UsageError(f"'{shown[:40]}' is no tag", hint="write a word, such as friends")
    if len(tag) > _LONGEST:
        raise UsageError(
            f"'{shown[:40]}...' is too long for a tag", hint=f"at most {_LONGEST} characters"
        )
    if "," in tag or "\N{REPLACEMENT CHARACTER}" in tag or not tag.isprintable():
        raise UsageError(
            f"'{shown[:40]}' is no tag",
            hint="tags have no commas and no control characters; several are written apart",
        )
    return tag


def tag(
    opened: Store, person_id: str, tags: Sequence[str], *, remove: bool, dry_run: bool = False
) -> Written:
    """Write that a person has these tags, or that they have them no more."""
    said = [Preference("tag", "" if remove else YES, read_tag(text)) for text in tags]
    return prefer(opened, "tag", said, resolve_links, person_id, dry_run=dry_run)


def snooze(opened: Store, person_id: str, until: int, *, dry_run: bool = False) -> Written:
    """Write that a person is not to be suggested before the day `until`."""
    said = Preference("snooze", iso(until))
    return prefer(opened, "snooze", [said], resolve_links, person_id, dry_run=dry_run)


def wake(opened: Store, person_id: str, today: int, *, dry_run: bool = False) -> Written:
    """Write that a person may be suggested again, unless each account of theirs may."""
    snoozed = any(until > iso(today) for until in last_words(opened, person_id, "snooze"))
    said = [Preference("snooze", "")] if snoozed else []
    return prefer(opened, "snooze", said, resolve_links, person_id, dry_run=dry_run)


def set_cadence(opened: Store, person_id: str, cadence: str, *, dry_run: bool = False) -> Written:
    """Write within which span to be in touch with a person; empty: what their tags bring holds.

    Their own cadence outweighs what tags bring, now or later, and so does `NEVER`.
    """
    said = Preference("cadence", NONE if cadence == NEVER else cadence)
    return prefer(opened, "cadence", [said], resolve_links, person_id, dry_run=dry_run)


def set_cadence_of_tag(opened: Store, text: str, cadence: str, *, dry_run: bool = False) -> Written:
    """Write within which span to be in touch with everybody who has a tag; empty for none."""
    said = Preference("cadence", cadence, read_tag(text))
    return prefer(opened, "cadence", [said], resolve_links, dry_run=dry_run)


class CadenceOf(NamedTuple):
    """Why a cadence holds of somebody: their `own` outweighs what a `tag` of theirs brings.

    Each is empty where there is none; `own` may be `NEVER`.
    """

    own: str
    brought: str
    tag: str


def cadence_of(opened: Store, person_id: str) -> CadenceOf:
    """Return which cadences there are of a person, given by id."""
    one = preferred_of(opened, person_id)
    return CadenceOf("" if one.cadence_tag else one.cadence, *cadence_by_tags(opened, person_id))


def ignored_people(opened: Store) -> list[Whose]:
    """Return whom the user ignores of those on record, by name."""
    return [whose for whose, _ in _people(opened, None, lambda one: one.ignored)]


def tags(opened: Store) -> list[tuple[str, int]]:
    """Return all tags that people who count have, each with their number, by name."""
    with opened.reading() as connection:
        found = preferred_on_record(connection).values()
    had = Counter(tag for one in found if not one.ignored for tag in one.tags)
    return sorted(had.items())


def snoozed(opened: Store, today: int, only: Whose | None = None) -> list[tuple[int, Whose]]:
    """Return who is not to be suggested today, and until when; the soonest first.

    The ignored are left out; with `only` that one is told of, ignored or not.
    """
    found = _counted(opened, only, lambda one: (one.snoozed_until or 0) > today)
    return sorted(((one.snoozed_until or 0, whose) for whose, one in found), key=lambda row: row[0])


class InTouch(NamedTuple):
    """Somebody to be in touch with; `tag` brings the cadence, empty where it is their own."""

    whose: Whose
    cadence: str
    tag: str
    last: int | None
    due: int | None
    state: State


def in_touch(opened: Store, config: Config, today: int, only: Whose | None = None) -> list[InTouch]:
    """Return all who have a cadence and are not ignored: the overdue first, then by the due day.

    With `only` that one, ignored or not.
    """
    found = _counted(opened, only, lambda one: one.cadence not in {"", NEVER})
    ids = [whose.person_id for whose, _ in found]
    last = last_contacts(opened, ids, config.timezone, today, config["max_group"])
    rows = []
    for whose, one in found:
        day = last[whose.person_id]
        due = due_on(day, Span.parse(one.cadence))
        rows.append(InTouch(whose, one.cadence, one.cadence_tag, day, due, state(due, today)))
    return sorted(rows, key=lambda row: (_STATES.index(row.state), row.due is None, row.due or 0))


def never_in_touch(opened: Store) -> list[Whose]:
    """Return whom the user means to be in touch with at no time, by name."""
    return [whose for whose, _ in _counted(opened, None, lambda one: one.cadence == NEVER)]


def cadences_of_tags(opened: Store) -> list[tuple[str, str]]:
    """Return the tags that bring a cadence, each with its span, by name."""
    with opened.reading() as connection:
        return sorted(cadences(connection).items())


def _counted(
    opened: Store, only: Whose | None, wanted: Callable[[Preferred], bool]
) -> list[tuple[Whose, Preferred]]:
    """Return the same without those who are ignored, unless it is `only` that one."""
    return [
        (whose, one)
        for whose, one in _people(opened, only, wanted)
        if only is not None or not one.ignored
    ]


def _people(
    opened: Store, only: Whose | None, wanted: Callable[[Preferred], bool]
) -> list[tuple[Whose, Preferred]]:
    """Return the people on record of whom something wanted holds, by name, or `only` that one."""
    if only is not None:
        one = preferred_of(opened, only.person_id)
        return [(only, one)] if wanted(one) else []
    with opened.reading() as connection:
        found = {n: one for n, one in preferred_on_record(connection).items() if wanted(one)}
        known = called(connection, list(found))
    rows = [(known[number], one) for number, one in found.items()]
    return sorted(rows, key=lambda row: (row[0].name.casefold(), row[0].person_id))
