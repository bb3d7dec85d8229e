"""Values that no import ever writes: by them a damaged store is told from a bug of the program.

SQLite sees whether its own pages and references are whole. A byte that turned within a cell makes
a day of a year that there is none of, or a text that is none; only we know that.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY

#: What comes of a value that is none, where it is worked with.
ODD = (ValueError, TypeError, LookupError, ArithmeticError)

_LAST_DAY = date.max.toordinal()
_INSTANTS = (-EPOCH_DAY * SECONDS_PER_DAY, (_LAST_DAY - EPOCH_DAY + 1) * SECONDS_PER_DAY)
_DAYS = (
    ("hidden", "since"), ("snapshot", "exported_on"), ("profile", "said_on"),
    ("profile", "stated_on"), ("tie", "since"), ("tie", "first_on"), ("tie", "last_on"),
    ("tie", "until"), ("entry", "day"), ("note", "day"), ("note", "stated_on"),
)  # fmt: skip
_MOMENTS = (("import", "imported_at"), ("message", "at"), ("entry", "at"), ("signal", "at"))
_OTHERS = (
    ("snapshot_file", "NOT json_valid(set_aside)", "counts of rows"),
    ("signal", "direction NOT IN (0, 1)", "directions"),
    ("message", "size < 0", "numbers of people"),
    ("preference", "matter = 'snooze' AND value <> '' AND date(value) IS NOT value", "days"),
)


def impossible(connection: sqlite3.Connection) -> Iterator[str]:
    """Tell of all values that netaudit cannot have written; SQLite raises where a text is none."""
    for table, column in _DAYS:
        yield from _told(connection, table, f"{column} NOT BETWEEN 0 AND {_LAST_DAY}", "days")
    first, end = _INSTANTS
    for table, column in _MOMENTS:
        yield from _told(connection, table, f"{column} NOT BETWEEN {first} AND {end}", "moments")
    for table, condition, what in _OTHERS:
        yield from _told(connection, table, condition, what)
    for table, columns in _texts(connection).items():
        for _ in connection.execute(f'SELECT {", ".join(columns)} FROM "{table}"'):
            pass  # Python decodes every text


def _texts(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns that may hold texts, by table; messages, the most of all, have none."""
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT t.name, '\"' || c.name || '\"' FROM sqlite_master t, pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND c.type NOT IN ('INTEGER', 'BLOB') ORDER BY t.name, c.cid"
    ):
        found.setdefault(table, []).append(column)
    return found


def _told(connection: sqlite3.Connection, table: str, condition: str, what: str) -> Iterator[str]:
    query = f'SELECT count(*) FROM "{table}" WHERE {condition}'
    if wrong := connection.execute(query).fetchone()[0]:
        yield f"{wrong:,} {what} of table {table}"
