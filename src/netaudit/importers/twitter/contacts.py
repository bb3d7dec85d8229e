"""contact.js: the address book that the owner uploaded, addresses and numbers without names."""

from collections.abc import Iterator
from typing import Any

from netaudit.importers.addresses import addresses, numbers
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter import js
from netaudit.records import (
    Account,
    Contact,
    Platform,
    Problem,
    Profile,
    Record,
    SetAside,
    TieKind,
)


class Contacts:
    """It makes nobody a contact: it says which addresses and numbers are one person's."""

    name = "x-contacts"
    title = "X contacts"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the name of what the script assigns."""
        found = js.script(file)
        return found is not None and found.name == "contact"

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Contact for each entry with an address or an international number."""
        seen: set[tuple[Profile, ...]] = set()
        for item in js.elements(file, context, "contact"):
            if isinstance(item, Problem):
                yield item
                continue
            profiles = _profiles(item.value)
            if not profiles:
                yield SetAside(item.line, "contacts without address or number")
            elif any(p.email and p.email in context.owner.emails for p in profiles):
                yield SetAside(item.line, "your own addresses")
            elif profiles in seen:
                yield SetAside(item.line, "repeated rows")
            else:
                seen.add(profiles)
                yield Contact(item.line, profiles)


def _profiles(value: dict[str, Any]) -> tuple[Profile, ...]:
    """Return a profile for each address and each number, all of the account of the first."""
    emails = sorted({key for text in _texts(value, "emails") for key in addresses(text)})
    phones = sorted({key for text in _texts(value, "phoneNumbers") for key in numbers(text)})
    if emails:
        account = Account("email", "email", emails[0])
    elif phones:
        account = Account("phone", "phone", phones[0])
    else:
        return ()
    return (
        *(Profile(account, "", email=email) for email in emails),
        *(Profile(account, "", phone=phone) for phone in phones),
    )


def _texts(value: dict[str, Any], key: str) -> list[str]:
    found = value.get(key)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
