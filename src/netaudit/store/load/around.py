"""What the whole record tells that matters for one person: how far the log reaches, and calls."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from netaudit.calendar import local_day
from netaudit.records import Account
from netaudit.store.links import owners
from netaudit.store.preferences import ignored
from netaudit.store.store import Store


class Around(NamedTuple):
    """The record up to a day: that of the last entry of the log, and whether it has any call.

    Or any meeting; of people who count: not of the owner, and not of whom the user ignores.
    """

    last_entry: int | None
    calls: bool


def around(store: Store, timezone: str, as_of: int) -> Around:
    """Look at the log up to the local day `as_of`."""
    zone = ZoneInfo(timezone)
    local = date.fromordinal(as_of)
    midnight = datetime(local.year, local.month, local.day, tzinfo=zone) + timedelta(days=1)
    until = {"day": as_of, "at": int(midnight.astimezone(UTC).timestamp())}
    with store.reading() as connection:
        counts = (
            " FROM current_entry e JOIN link l ON l.account_id = e.account_id"
            " JOIN account a ON a.id = l.account_id WHERE l.verdict <> 'ambiguous'"
            " AND (e.day <= :day OR e.at < :at)"
            " AND e.account_id NOT IN (SELECT account_id FROM shunned)"
        )
        rows = connection.execute(
            "SELECT l.person_id, l.verdict, a.platform, a.kind, a.key, max(e.day), max(e.at),"
            f" max(e.logged), max(e.medium IN ('voice', 'in_person')){counts}"
            " GROUP BY e.account_id, e.logged",
            until,
        ).fetchall()
        own = owners(connection, ((row[0], row[1], Account(*row[2:5])) for row in rows))
        unwanted = own | ignored(connection)
    days = [
        max(row[5] or 0, 0 if row[6] is None else local_day(row[6], None, zone))
        for row in rows
        if row[7] and row[0] not in own
    ]
    return Around(max(days, default=None), any(row[8] and row[0] not in unwanted for row in rows))
