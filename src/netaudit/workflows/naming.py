"""Who is meant, and who is who."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from netaudit.errors import UsageError
from netaudit.normal import clean, name_key
from netaudit.records import Account, Decision, Link, account_of
from netaudit.store import Store, links
from netaudit.store.links import Described, describe, own_names
from netaudit.store.people import Found, beginning, by_last_contact, find, fitting, suggest, unclear

if TYPE_CHECKING:
    from netaudit.identity import Known

#: How many people are offered for a name that is nobody's.
_OFFERED = 8


def resolve_links(
    described: Iterable[Described],
    decisions: Sequence[Decision],
    standing: Iterable[tuple[Described, Link]] | None = None,
) -> list[Link]:
    """Derive who is who from all accounts; where others stand, of new names in the log only."""
    from netaudit.identity import Known, resolve, resolve_logged

    accounts = (Known(*account) for account in described)
    if standing is None:
        return resolve(accounts, decisions)
    return resolve_logged(accounts, ((Known(*account), link) for account, link in standing))


def known(opened: Store) -> "list[Known]":
    """Return all accounts of the store with what is known of them."""
    from netaudit.identity import Known

    with opened.reading() as connection:
        return [Known(*account) for account in describe(connection)]


def exactly(opened: Store, text: str) -> list[Found]:
    """Return the people whom `text` names exactly: by id, link, address, handle or full name."""
    return find(opened, clean(text))


def who_fits(opened: Store, text: str) -> list[Found]:
    """Return the people whom `text` names exactly, else those whom its words fit."""
    text = clean(text)
    return find(opened, text) or fitting(opened, text)


def who(opened: Store, text: str) -> tuple[list[Found], list[Found]]:
    """Return the people whom `text` fits, and, if nobody, those it begins or is like."""
    fits = who_fits(opened, text)
    return fits, [] if fits else _near(opened, text)


def who_is_meant(opened: Store, text: str) -> tuple[list[Found], list[Found]]:
    """Return the same of somebody to decide about: also an unclear name, by its id."""
    fits = who_fits(opened, text) or unclear(opened, clean(text))
    return fits, [] if fits else _near(opened, text)


def _near(opened: Store, text: str) -> list[Found]:
    text = clean(text)
    begun = by_last_contact(opened, beginning(opened, text))
    return begun or suggest(opened, text, limit=_OFFERED)


def refuse_owner(opened: Store, text: str) -> None:
    """Refuse to make a new person of the owner of the exports."""
    if account_of(clean(text)) in own_accounts(opened):
        raise UsageError(f"'{clean(text)[:60]}' is you")


def own_accounts(opened: Store) -> frozenset[Account]:
    """Return the accounts that are the owner's, a bare name among them unless it is unclear."""
    with opened.reading() as connection:
        named = {
            Account(platform, "name", key)
            for key in own_names(connection)
            for platform in ("log", "linkedin")
        }
        unclear = connection.execute(
            "SELECT a.platform, a.kind, a.key FROM account a JOIN link l ON l.account_id = a.id"
            " WHERE l.verdict = 'ambiguous'"
        )
        return links.own_accounts(connection) | (named - {Account(*row) for row in unclear})


def refuse_own(opened: Store, person_id: str, text: str) -> None:
    """Refuse to say of the owner who they are."""
    if is_owner(opened, person_id):
        raise UsageError(f"'{text[:60]}' is you", hint="this is for the people you know")


def is_owner(opened: Store, person_id: str) -> bool:
    """Tell whether a person, given by id, is the owner."""
    with opened.reading() as connection:
        rows = connection.execute(
            "SELECT l.person_id, l.verdict, a.platform, a.kind, a.key FROM link l"
            " JOIN account a ON a.id = l.account_id JOIN account p ON p.id = l.person_id"
            " WHERE p.short_id = ?",
            (person_id,),
        )
        return bool(links.owners(connection, ((*row[:2], Account(*row[2:])) for row in rows)))


def written_person(text: str, found: Found | None) -> tuple[Account, str]:
    """Return the account an entry is kept under, and the person as written.

    A full name, link or address is kept as the user wrote it; anything shorter, such as an
    id, stands for the person found, and so does a handle, which may be somebody else's one day.
    """
    account = account_of(clean(text))
    if account is None:
        raise UsageError(f"'{text[:40]}' is no name")
    firm = account.kind != "handle" and (
        account.kind != "name" or found is None or name_key(found.name) == account.key
    )
    if found is None or firm:
        return account, clean(text)
    return found.account, found.name
