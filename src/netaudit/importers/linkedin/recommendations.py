"""Recommendations_Given.csv and Recommendations_Received.csv. Their words are never kept."""

from collections import Counter
from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_us_day
from netaudit.importers.linkedin.table import basename, named_cells, open_export
from netaudit.importers.source import File
from netaudit.normal import clean
from netaudit.records import (
    Account,
    Direction,
    Entry,
    Platform,
    Problem,
    Record,
    SetAside,
    TieKind,
    Where,
)

_OPTIONAL = frozenset({"company", "job title", "status"})


class _Recommendations:
    """What both files share, their columns included: only the name tells which one it is."""

    platform: Platform = "linkedin"
    required = frozenset({"first name", "last name", "text", "creation date"})
    lists: TieKind | None = None
    single = True
    basename: str
    direction: Direction
    purpose: str

    def identify(self, file: File) -> bool:
        """Claim by the header and the basename."""
        return basename(file) == self.basename and find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield an Entry for each recommendation; hidden and pending ones were written too."""
        table = open_export(file, context, self.required, _OPTIONAL)
        rows: set[tuple[str, ...]] = set()
        same: Counter[Entry] = Counter()
        places: Counter[tuple[Account, int | None]] = Counter()
        for item in named_cells(table, sorted(self.required | _OPTIONAL)):
            if isinstance(item, Problem):
                yield item
                continue
            line, cells = item
            record = self._recommendation(line, cells, file)
            if not isinstance(record, Entry):
                yield record
            elif tuple(cells.values()) in rows:
                yield SetAside(line, "repeated rows")
            else:
                rows.add(tuple(cells.values()))
                plain, place = record._replace(line=0, profile=None), (record.account, record.day)
                yield record._replace(occurrence=same[plain], position=places[place])
                same[plain] += 1
                places[place] += 1

    def _recommendation(self, line: int, cells: dict[str, str], file: File) -> Record:
        """Read one row. The zone of its time is unknown, so the day is as it stands there."""
        where = Where(file.shown, line)
        name = accounts.full_name(cells["first name"], cells["last name"])
        if accounts.is_departed(name):
            return SetAside(line, "departed members")
        account = accounts.by_name(name)
        if account is None:
            return Problem(where, "no-person", "no name")
        try:
            day = read_us_day(cells["creation date"])
        except ValueError:
            message = "'Creation Date' is not a date like 02/08/26, 09:15 AM"
            return Problem(where, "bad-date", message)
        profile = accounts.profile(account, name)._replace(
            company=clean(cells["company"]), position=clean(cells["job title"])
        )
        return Entry(
            line, account, name, None, day, "linkedin", "text", self.direction, self.purpose,
            note="", size=1, logged=False, profile=profile,
        )  # fmt: skip


class RecommendationsReceived(_Recommendations):
    """Recommendations of the owner, written by others."""

    name = "linkedin-recommendations-received"
    title = "LinkedIn recommendations received"
    basename = "recommendations received"
    direction: Direction = "in"
    purpose = "got"


class RecommendationsGiven(_Recommendations):
    """Recommendations that the owner wrote."""

    name = "linkedin-recommendations-given"
    title = "LinkedIn recommendations given"
    basename = "recommendations given"
    direction: Direction = "out"
    purpose = "gave"
