"""The owner's own addresses and numbers, by which they are told from the others."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.csvfile import open_table
from netaudit.importers.header import find_header
from netaudit.importers.linkedin.table import basename, named_cells, open_export
from netaudit.importers.source import File
from netaudit.normal import email_key, phone_key
from netaudit.records import Platform, Problem, Record, SetAside, TieKind


class _OwnKeys:
    """What both files share. Their columns are those of many lists: the name has to fit, too."""

    platform: Platform = "linkedin"
    lists: TieKind | None = None
    single = False
    required: frozenset[str]
    basenames: frozenset[str]
    kind: str

    def identify(self, file: File) -> bool:
        """Claim by the header and the basename."""
        return basename(file) in self.basenames and find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing to keep: the rows are about the owner (see `owner`)."""
        for item in open_export(file, context, self.required, frozenset()).rows():
            yield item if isinstance(item, Problem) else SetAside(item[0], self.kind)


class OwnAddresses(_OwnKeys):
    """Email Addresses.csv."""

    name = "linkedin-emails"
    title = "LinkedIn e-mail addresses of your own"
    required = frozenset({"email address", "confirmed"})
    basenames = frozenset({"email addresses", "emailaddresses"})
    kind = "your own addresses"


class OwnNumbers(_OwnKeys):
    """PhoneNumbers.csv, and the same of WhatsApp."""

    name = "linkedin-phones"
    title = "LinkedIn phone numbers of your own"
    required = frozenset({"extension", "number"})
    basenames = frozenset({"phonenumbers", "phone numbers", "whatsapp phone numbers"})
    kind = "your own numbers"


def own_emails(file: File) -> Iterator[str]:
    """Yield the keys of the confirmed addresses: anybody could have entered another's."""
    for item in named_cells(open_table(file, OwnAddresses.required, []), OwnAddresses.required):
        if not isinstance(item, Problem) and item[1]["confirmed"].strip().casefold() == "yes":
            key = email_key(item[1]["email address"])
            if key is not None:
                yield key


def own_phones(file: File) -> Iterator[str]:
    """Yield the keys of the numbers, with the country from the extension where need be."""
    for item in named_cells(open_table(file, OwnNumbers.required, []), OwnNumbers.required):
        if isinstance(item, Problem):
            continue
        number, extension = item[1]["number"].strip(), item[1]["extension"].strip()
        key = phone_key(number)
        if key is None and extension.startswith(("+", "00")):
            key = phone_key(extension + number.removeprefix("0"))
        if key is not None:
            yield key
