"""Who is meant, and who is who."""

from collections.abc import Iterable, Sequence

from netaudit.errors import UsageError
from netaudit.identity import Known, resolve
from netaudit.importers.log import account_of
from netaudit.normal import clean, core_name_key, name_key
from netaudit.records import Account, Decision, Link
from netaudit.store import Store
from netaudit.store.links import Described
from netaudit.store.people import Found, find, suggest

#: How many people are offered for a name that is nobody's.
_OFFERED = 8


def resolve_links(described: Iterable[Described], decisions: Sequence[Decision]) -> list[Link]:
    """Derive who is who from all accounts of the store."""
    return resolve((Known(*account) for account in described), decisions)


def who(opened: Store, text: str) -> tuple[list[Found], list[Found]]:
    """Return the people whom `text` names exactly, and, if nobody, those it is like."""
    text = clean(text)
    exact = find(opened, text)
    return exact, [] if exact else suggest(opened, text, limit=_OFFERED)


def refuse_owner(opened: Store, text: str) -> None:
    """Refuse to make a new person of the owner of the exports."""
    account = account_of(clean(text))
    for owner in filter(None, map(opened.owner, ("linkedin", "x"))):
        names = {name_key(owner.name), core_name_key(owner.name)} - {""}
        mine = {owner.slug, *owner.emails, *owner.handles}
        if account and account.key in (names if account.kind == "name" else mine):
            raise UsageError(f"'{clean(text)[:60]}' is you")


def written_person(text: str, found: Found | None) -> tuple[Account, str]:
    """Return the account an entry is kept under, and the person as written.

    A full name, link or address is kept as the user wrote it; anything shorter, such as an
    id, stands for the person found.
    """
    account = account_of(clean(text))
    if account is None:
        raise UsageError(f"'{text[:40]}' is no name")
    if found is None or (account.kind != "name" or name_key(found.name) == account.key):
        return account, clean(text)
    return found.account, found.name
