"""Profile.csv: one row about the owner. Only the name is used; it is read by `owner`."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.csvfile import open_table
from netaudit.importers.header import find_header
from netaudit.importers.linkedin.accounts import full_name
from netaudit.importers.linkedin.table import open_export
from netaudit.importers.source import File
from netaudit.records import Platform, Problem, Record, SetAside, TieKind


class Profile:
    """The owner's own profile."""

    name = "linkedin-profile"
    title = "LinkedIn profile"
    platform: Platform = "linkedin"
    required = frozenset({"first name", "last name", "headline"})
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield nothing to keep: the row is about the owner."""
        for item in open_export(file, context, self.required, frozenset()).rows():
            yield item if isinstance(item, Problem) else SetAside(item[0], "your own profile")


def owner_name(file: File) -> str:
    """Return the owner's name as Profile.csv has it, "" if it has none."""
    table = open_table(file, Profile.required, [])
    columns = table.columns
    for item in table.rows():
        if not isinstance(item, Problem):
            row = item[1]
            return full_name(row[columns["first name"]], row[columns["last name"]])
    return ""
