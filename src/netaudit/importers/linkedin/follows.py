"""Member_Follows.csv: whom the owner follows, by name alone."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.csvfile import Table
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import is_rewritten, puts_day_first, read_iso_day
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.records import (
    Account,
    Platform,
    Problem,
    Record,
    SetAside,
    Tie,
    TieKind,
    Where,
)


class Follows:
    """The members whom the owner follows without being connected to them, or besides."""

    name = "linkedin-follows"
    title = "LinkedIn member follows"
    platform: Platform = "linkedin"
    required = frozenset({"date", "status", "fullname"})
    lists: TieKind | None = "following"
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Tie for each member who is followed still."""
        table = open_export(file, context, self.required, frozenset())
        day_first = _puts_day_first(table)
        seen: set[Account] = set()
        for item in named_cells(table, self.required):
            if isinstance(item, Problem):
                yield item
                continue
            record = _follow(*item, file, day_first=day_first)
            if isinstance(record, Tie):
                if record.account in seen:
                    record = SetAside(record.line, "repeated rows")
                else:
                    seen.add(record.account)
            yield record


def _follow(line: int, cells: dict[str, str], file: File, *, day_first: bool | None) -> Record:
    where = Where(file.shown, line)
    name, status = cells["fullname"], cells["status"].strip().casefold()
    if accounts.is_departed(name):
        return SetAside(line, "departed members")
    if status == "unfollow":
        return SetAside(line, "people no longer followed")
    if status != "active":
        return Problem(where, "bad-status", "'Status' is not Active or Unfollow")
    account = accounts.by_name(name)
    if account is None:
        return Problem(where, "no-person", "no name")
    try:
        since = read_iso_day(cells["date"], day_first=day_first)
    except ValueError:
        return Problem(where, "bad-date", "'Date' is not a date like 2026-02-08 09:15:00")
    return Tie(line, account, "following", since, accounts.profile(account, name))


def _puts_day_first(table: Table) -> bool | None:
    """Tell the order of dates that a spreadsheet rewrote; where nothing does, say so.

    One that parts fields by semicolons is set to a country of decimal commas, and in those
    the day comes first.
    """
    silent = Table(table.file, table.header, table.required, [])
    dates = [
        item[1]["date"] for item in named_cells(silent, ["date"]) if not isinstance(item, Problem)
    ]
    order = True if table.header.delimiter == ";" else puts_day_first(dates)
    if order is None and any(map(is_rewritten, dates)):
        table.notices.append(
            f"{table.file.shown}: a spreadsheet rewrote the dates, and which number is the month "
            "cannot be told; such dates are left out"
        )
    return order
