"""Contacts.csv and ImportedContacts.csv: address books that the owner once uploaded.

Addresses and numbers tell who is who. Birthdays, postal addresses and the like are never read.
"""

from collections.abc import Iterator

from netaudit.importers.addresses import addresses, numbers
from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.normal import clean
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

#: The columns of 2018, by the names they have had since.
_OF_2018 = {
    "firstname": "first name", "lastname": "last name", "fullname": "full name",
    "emails": "email address", "phonenumbers": "phone numbers", "createdat": "created at",
    "companies": "companies", "title": "title",
}  # fmt: skip
_OPTIONAL = frozenset({"fullname", "companies", "title"})


class Contacts:
    """The address book of every era. It makes nobody a contact: it says what is known of them."""

    name = "linkedin-contacts"
    title = "LinkedIn imported contacts"
    platform: Platform = "linkedin"
    required = frozenset({"firstname", "lastname", "emails", "phonenumbers", "createdat"})
    lists: TieKind | None = None
    single = False
    _required_2018 = frozenset(_OF_2018[name] for name in required)

    def identify(self, file: File) -> bool:
        """Claim by the header of either era."""
        return any(find_header(file, r) is not None for r in (self.required, self._required_2018))

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Contact for each entry that has an address or an international number."""
        modern = find_header(file, self.required) is not None
        columns = {name: name if modern else _OF_2018[name] for name in self.required | _OPTIONAL}
        required = self.required if modern else self._required_2018
        table = open_export(file, context, required, frozenset(columns.values()))
        seen: set[tuple[Profile, ...]] = set()
        for item in named_cells(table, columns.values()):
            if isinstance(item, Problem):
                yield item
                continue
            line, cells = item
            profiles = _profiles({name: cells[column] for name, column in columns.items()})
            if not profiles:
                yield SetAside(line, "contacts without address or number")
            elif profiles in seen:
                yield SetAside(line, "repeated rows")
            elif any(p.email in context.owner.emails for p in profiles):
                yield SetAside(line, "your own addresses")
            else:
                yield Contact(line, profiles)
            seen.add(profiles)


def _profiles(cells: dict[str, str]) -> tuple[Profile, ...]:
    """Return a profile for each address and each number, all of the account of the first."""
    emails, phones = addresses(cells["emails"]), numbers(cells["phonenumbers"])
    if emails:
        account = Account("email", "email", emails[0])
    elif phones:
        account = Account("phone", "phone", phones[0])
    else:
        return ()
    name = accounts.full_name(cells["firstname"], cells["lastname"])
    said = Profile(
        account, name or clean(cells["fullname"]),
        company=clean(cells["companies"]), position=clean(cells["title"]),
    )  # fmt: skip
    return (
        *(said._replace(email=email) for email in emails),
        *(said._replace(phone=phone) for phone in phones),
    )
