"""Invitations.csv: who asked whom to connect, for the last six to twelve months only."""

from collections.abc import Iterator

from netaudit.importers.base import Context
from netaudit.importers.header import find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import PACIFIC, read_us
from netaudit.importers.linkedin.table import named_cells, open_export
from netaudit.importers.source import File
from netaudit.records import Direction, Platform, Problem, Record, SetAside, Signal, TieKind, Where


class Invitations:
    """Invitations sent and received. Whether a note came with one is kept, its words are not."""

    name = "linkedin-invitations"
    title = "LinkedIn invitations"
    platform: Platform = "linkedin"
    required = frozenset({"from", "to", "sent at", "direction"})
    lists: TieKind | None = None
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the header."""
        return find_header(file, self.required) is not None

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield a Signal for each invitation."""
        optional = frozenset({"message", "inviterprofileurl", "inviteeprofileurl"})
        table = open_export(file, context, self.required, optional)
        seen: set[tuple[object, ...]] = set()
        for item in named_cells(table, self.required | optional):
            if isinstance(item, Problem):
                yield item
                continue
            record = _invitation(*item, file)
            if isinstance(record, Signal):
                if record[1:6] in seen:
                    record = SetAside(record.line, "repeated rows")
                else:
                    seen.add(record[1:6])
            yield record


def _invitation(line: int, cells: dict[str, str], file: File) -> Record:
    where = Where(file.shown, line)
    direction: Direction
    match cells["direction"].strip().upper():
        case "OUTGOING":
            direction, name, url = "out", cells["to"], cells["inviteeprofileurl"]
        case "INCOMING":
            direction, name, url = "in", cells["from"], cells["inviterprofileurl"]
        case _:
            return Problem(where, "bad-direction", "'Direction' is not INCOMING or OUTGOING")
    if accounts.is_departed(name):
        return SetAside(line, "departed members")
    account = accounts.by_url(url) or accounts.by_name(name)
    if account is None:
        return Problem(where, "no-person", "neither a profile link nor a name")
    try:
        at = read_us(cells["sent at"], PACIFIC)
    except ValueError:
        return Problem(where, "bad-date", "'Sent At' is not a date like 2/8/26, 9:15 AM")
    profile = accounts.profile(account, name, url if account.kind == "url" else "")
    with_note = bool(cells["message"].strip())
    return Signal(line, account, "invitation", at, direction, with_note, profile)
