"""Say what is preferred of people, and ask what holds."""

from netaudit.records import YES, Account, Decision, Preference
from netaudit.store import Store
from netaudit.store.decide import decide
from netaudit.store.preferences import Command, Preferred, prefer, preferred_of
from netaudit.workflows.naming import resolve_links


def whose(store: Store, account: Account) -> str:
    """Return the id of the person to whom an account belongs."""
    row = store.connection.execute(
        "SELECT p.short_id FROM account a JOIN link l ON l.account_id = a.id"
        " JOIN account p ON p.id = l.person_id WHERE (a.platform, a.kind, a.key) = (?, ?, ?)",
        account,
    ).fetchone()
    return str(row[0])


def say(store: Store, account: Account, *said: Preference, command: Command = "tag") -> int | None:
    """Say something of the person to whom an account belongs."""
    return prefer(store, command, said, resolve_links, whose(store, account)).import_id


def now(store: Store, account: Account) -> Preferred:
    """Return what holds of the person to whom an account belongs."""
    return preferred_of(store, whose(store, account))


def merge(store: Store, one: Account, other: Account) -> int | None:
    """Say that two accounts are one person's."""
    return decide(store, [Decision("same", one, other)], resolve_links)


def tagged(*tags: str) -> list[Preference]:
    """Return what gives somebody these tags."""
    return [Preference("tag", YES, tag) for tag in tags]


def every(span: str) -> Preference:
    """Return what sets somebody's own cadence."""
    return Preference("cadence", span)
