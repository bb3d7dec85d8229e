"""Notes.csv: what the owner noted about connections."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_any_day
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.normal import clean
from netaudit.records import Note, Platform, Problem, Record, SetAside, TieKind, Where


class Notes:
    """The owner's own notes. They are the only text of the archive that is kept."""

    name = "linkedin-notes"
    title = "LinkedIn notes"
    platform: Platform = "linkedin"
    required = frozenset({"connection first name", "connection last name", "note"})
    lists: TieKind | None = None
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Note for each row that holds one."""
        optional = frozenset({"connection profile url", "created on"})
        table = open_export(file, context, self.required, optional)
        seen: set[Note] = set()
        for item in named_cells(table, self.required | optional):
            if isinstance(item, Problem):
                yield item
                continue
            record = _note(*item, file)
            if isinstance(record, Note):
                plain = record._replace(line=0)
                if plain in seen:
                    record = SetAside(record.line, "repeated rows")
                seen.add(plain)
            yield record


def _note(line: int, cells: dict[str, str], file: File) -> Record:
    text = clean(cells["note"])
    if not text:
        return SetAside(line, "blank notes")
    name = accounts.full_name(cells["connection first name"], cells["connection last name"])
    url = cells["connection profile url"]
    linked = accounts.by_url(url)
    if linked is None and accounts.is_departed(name):
        return SetAside(line, "departed members")
    account = linked or accounts.by_name(name)
    if account is None:
        return Problem(Where(file.shown, line), "no-person", "neither a profile link nor a name")
    profile = accounts.profile(account, name, url if linked else "")
    return Note(line, account, text, read_any_day(cells["created on"]), profile)
