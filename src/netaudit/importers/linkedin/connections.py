"""Connections.csv: the list itself."""

from collections.abc import Iterator

from netaudit.calendar import iso
from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_day
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.normal import clean, email_key, name_key
from netaudit.records import (
    Account,
    Platform,
    Problem,
    Profile,
    Record,
    SetAside,
    Tie,
    TieKind,
    Where,
)

_OPTIONAL = frozenset({"url", "email address", "company", "position"})
_OUTLOOK = "linkedin connections export microsoft outlook.csv"
_OUTLOOK_REQUIRED = frozenset({"first name", "last name", "e-mail address"})
_OUTLOOK_COLUMNS = {
    "email address": "e-mail address", "position": "job title", "company": "company",
}  # fmt: skip


class Connections:
    """The connections list of every era, and the address-book file of the old web tool."""

    name = "linkedin-connections"
    title = "LinkedIn connections"
    platform: Platform = "linkedin"
    required = frozenset({"first name", "last name", "connected on"})
    lists: TieKind | None = "connection"
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the header; the Outlook file of old by its name as well."""
        return find_header(file, self.required) is not None or _is_outlook(file)

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Tie for each connection; rows with a date only are members who left."""
        outlook = _is_outlook(file)
        required = _OUTLOOK_REQUIRED if outlook else self.required
        renamed = _OUTLOOK_COLUMNS if outlook else {}
        keys = {key: renamed.get(key, key) for key in self.required | _OPTIONAL}
        optional = frozenset(keys.values())
        table = open_export(file, context, required, optional, for_windows=outlook)
        seen: set[Account] = set()
        for item in named_cells(table, keys.values()):
            if isinstance(item, Problem):
                yield item
                continue
            line, cells = item
            cells = {key: cells[column] for key, column in keys.items()}
            record = _connection(line, cells, file, dated=not outlook)
            if isinstance(record, Tie):
                if record.account in seen:
                    record = SetAside(line, "repeated rows")
                else:
                    seen.add(record.account)
            yield record


def _is_outlook(file: File) -> bool:
    return (
        file.name.casefold().replace("_", " ") == _OUTLOOK
        and find_header(file, _OUTLOOK_REQUIRED) is not None
    )


def _connection(line: int, cells: dict[str, str], file: File, *, dated: bool) -> Record:
    """Read one row; where rows are `dated`, one with a name and without a day is damaged."""
    name = accounts.full_name(cells["first name"], cells["last name"])
    url, email = clean(cells["url"]), clean(cells["email address"])
    if not name and not url and not email:
        return SetAside(line, "entries with only a date", _day_of_hidden(cells["connected on"]))
    where = Where(file.shown, line)
    try:
        since = read_day(cells["connected on"]) if dated else None
    except ValueError:
        return Problem(where, "bad-date", "'Connected On' is not a date like 08 Feb 2026")
    if accounts.is_slugless(url):
        url = ""
    linked = accounts.by_url(url) if url else None
    if url and linked is None:
        return Problem(where, "bad-link", "'URL' is not the link of a LinkedIn profile")
    account = linked or _without_link(name, email, since)
    if account is None:
        return Problem(where, "no-person", "neither a profile link nor a name")
    profile = Profile(
        account, name, url, email_key(email) or "",
        clean(cells["company"]), clean(cells["position"]), listed=True,
    )  # fmt: skip
    return Tie(line, account, "connection", since, profile)


def _day_of_hidden(text: str) -> int | None:
    """Return the day from which a member was on the list who is hidden now."""
    try:
        return read_day(text)
    except ValueError:
        return None


def _without_link(name: str, email: str, since: int | None) -> Account | None:
    """Key a row of before 2023 by its e-mail address, else by name and day."""
    if email and (key := email_key(email)):
        return Account("linkedin", "email", key)
    if not (key := name_key(name)):
        return None
    return Account("linkedin", "listed", f"{key} {iso(since)}" if since else key)
