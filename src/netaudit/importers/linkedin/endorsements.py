"""Endorsement_Received_Info.csv and Endorsement_Given_Info.csv: who vouched for whose skills."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_utc
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.records import (
    Account,
    Direction,
    Platform,
    Problem,
    Record,
    SetAside,
    Signal,
    TieKind,
    Where,
)


class _Endorsements:
    """What both files share; which one it is, its columns say."""

    platform: Platform = "linkedin"
    lists: TieKind | None = None
    #: 2022 has the received ones twice, by two names (see the planning of imports).
    single = True
    required: frozenset[str]
    #: The role of the other person, as the columns name it.
    role: str
    direction: Direction

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Signal for each endorsement, however many skills it was for.

        Hidden and pending ones count: they were given all the same.
        """
        optional = frozenset({f"{self.role} public url"})
        table = open_export(file, context, self.required, optional)
        seen: set[tuple[Account, int]] = set()
        for item in named_cells(table, self.required | optional):
            if isinstance(item, Problem):
                yield item
                continue
            record = self._endorsement(*item, file)
            if isinstance(record, Signal):
                if (record.account, record.at) in seen:
                    record = SetAside(record.line, "further skills of one endorsement")
                else:
                    seen.add((record.account, record.at))
            yield record

    def _endorsement(self, line: int, cells: dict[str, str], file: File) -> Record:
        """Read one row. The minute stands for all skills of it, in whatever order they come."""
        where = Where(file.shown, line)
        first, last = cells[f"{self.role} first name"], cells[f"{self.role} last name"]
        name, url = accounts.full_name(first, last), cells[f"{self.role} public url"]
        linked = accounts.by_url(url)
        if linked is None and accounts.is_departed(name):
            return SetAside(line, "departed members")
        account = linked or accounts.by_name(name)
        if account is None:
            return Problem(where, "no-person", "neither a profile link nor a name")
        try:
            at = read_utc(cells["endorsement date"])
        except ValueError:
            message = "'Endorsement Date' is not a date like 2026/02/08 09:15:00 UTC"
            return Problem(where, "bad-date", message)
        profile = accounts.profile(account, name, url if linked else "")
        return Signal(
            line, account, "endorsement", at - at % 60, self.direction,
            with_note=False, profile=profile,
        )  # fmt: skip


class EndorsementsReceived(_Endorsements):
    """Endorsements of the owner's skills."""

    name = "linkedin-endorsements-received"
    title = "LinkedIn endorsements received"
    required = frozenset({"endorsement date", "endorser first name", "endorser last name"})
    role = "endorser"
    direction: Direction = "in"


class EndorsementsGiven(_Endorsements):
    """Endorsements by the owner."""

    name = "linkedin-endorsements-given"
    title = "LinkedIn endorsements given"
    required = frozenset({"endorsement date", "endorsee first name", "endorsee last name"})
    role = "endorsee"
    direction: Direction = "out"
