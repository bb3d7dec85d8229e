"""Forgetting somebody, and letting them come back."""

from dataclasses import dataclass

from netaudit.errors import UsageError
from netaudit.normal import clean
from netaudit.records import Account
from netaudit.store import Store, tombstones
from netaudit.store.forget import Gone, Tidied, tidy
from netaudit.store.forget import forget as forget_in
from netaudit.store.people import Found
from netaudit.store.tombstones import Forgotten
from netaudit.workflows import naming
from netaudit.workflows.naming import resolve_links


@dataclass(frozen=True)
class Forgot:
    """What went, and what was done of giving its room back."""

    gone: Gone
    tidied: Tidied


def plan(opened: Store, person_id: str, *, tombstone: bool) -> Gone:
    """Tell what forgetting a person, given by id, would delete; nothing is written."""
    return forget_in(opened, person_id, resolve_links, tombstone=tombstone, dry_run=True)


def forget(opened: Store, person_id: str, *, tombstone: bool) -> Forgot:
    """Delete all that is on record of a person, given by id, in the store and its copies."""
    gone = forget_in(opened, person_id, resolve_links, tombstone=tombstone)
    return Forgot(gone, tidy(opened, copy=bool(gone.copies)))


def finish(opened: Store) -> Tidied:
    """Give the room back of what was forgotten before, where that was cut short."""
    return tidy(opened, copy=False)


def forgotten(opened: Store) -> Forgotten | None:
    """Return what tells of an account whether it is of somebody forgotten; None: nobody is."""
    with opened.reading() as connection:
        return tombstones.held(connection, tombstones.on_record(opened))


def is_forgotten(opened: Store, text: str) -> bool:
    """Tell whether the user had somebody forgotten whom a text names."""
    known = forgotten(opened)
    return known is not None and any(mark in known for mark in tombstones.marks_of(clean(text)))


def written_person(opened: Store, text: str, found: Found) -> tuple[Account, str]:
    """Return as what an entry of a person is kept, and how they are written.

    Where somebody of that name was forgotten, it is kept as the person's own account.
    """
    account, written = naming.written_person(text, found)
    if account in (forgotten(opened) or ()):
        return found.account, found.name
    return account, written


def lift(opened: Store, text: str, *, dry_run: bool = False) -> int:
    """Let those come back with the next import whom a text names; return how many these are.

    Nobody is a UsageError.
    """
    marks = tombstones.marks_of(clean(text))
    with opened.transaction() as connection:
        people = tombstones.lift(connection, marks, whole=True)
        if dry_run:
            opened.forgo()
    if not people:
        raise UsageError(
            f"you had nobody forgotten as '{clean(text)[:60]}'",
            hint="write a name in full, a link, an e-mail address or an @handle that was on record",
        )
    return people
