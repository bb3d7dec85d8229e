"""All that a store holds, with what ids stand for in their place: to compare two stores.

Left out is what cannot be alike in two stores that hold the same: ids, the moments of imports,
and how many rows of a file were new at the time.
"""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

FACTS = ("profile", "tie", "message", "entry", "signal", "note")
#: Tables that are no facts.
OTHERS = {
    "account", "channel", "decision", "hidden", "import", "link", "message_column", "preference",
    "secret", "snapshot", "snapshot_file", "sqlite_sequence", "stated", "tombstone", "withdrawn",
}  # fmt: skip
_AT_THE_TIME = {"added", "updated", "unchanged"}

Row = dict[str, Any]
Dump = dict[str, list[str]]


def contents(path: Path) -> Dump:
    """Return all that the store at `path` holds, by table."""
    with closing(sqlite3.connect(path)) as connection:
        return dump(connection)


def dump(connection: sqlite3.Connection) -> Dump:
    """Return all that a store holds, by table, each row as text, sorted."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    assert {name for (name,) in connection.execute(tables)} == {*FACTS, *OTHERS}
    account = {
        row["id"]: "{platform}:{kind}:{key}".format(**row) for row in _rows(connection, "account")
    }
    channel = {row["id"]: row["name"] for row in _rows(connection, "channel")}
    meaning: dict[str, Callable[[Any], Any]] = {
        "account_id": account.__getitem__,
        "person_id": account.__getitem__,
        "channel_id": channel.__getitem__,
    }
    found = {}
    facts: dict[str, dict[int, Row]] = {}
    for table in FACTS:
        facts[table] = {
            row.pop("id"): {name: meaning.get(name, _same)(value) for name, value in row.items()}
            for row in _rows(connection, table)
        }
        found[table] = _texts(facts[table].values())
    found["link"] = _texts(
        {n: meaning.get(n, _same)(v) for n, v in row.items()} for row in _rows(connection, "link")
    )
    found["decision"] = list(_decisions(connection, account))
    found["preference"] = list(_preferences(connection, account))
    found["withdrawn"] = sorted(
        json.dumps([place, row["entry"]])
        for place, row in _in_order(connection, "withdrawn", "import_id, entry")
    )
    key = {row["id"]: row["key"].hex() for row in _rows(connection, "secret")}
    found["tombstone"] = sorted(
        f"{key[row['secret_id']]}:{row['digest'].hex()}" for row in _rows(connection, "tombstone")
    )
    short = {row["id"]: row["short_id"] for row in _rows(connection, "account")}
    found["account"] = sorted(f"{account[n]} {short[n]}" for n in account)
    found["channel"] = _texts(_rows(connection, "channel"))
    found["import"] = _texts(_imports(connection, facts))
    return found


def _decisions(connection: sqlite3.Connection, account: dict[int, str]) -> Iterator[str]:
    """Yield what was decided in its order, as the last word about two accounts holds."""
    for place, row in _in_order(connection, "decision"):
        about = [account[row[name]] for name in ("account_id", "other_id")]
        yield json.dumps([place, row["kind"], *about])


def _preferences(connection: sqlite3.Connection, account: dict[int, str]) -> Iterator[str]:
    """Return what was preferred in its order; what was said at once in the order of accounts."""
    rows = [
        (place, row["matter"], row["tag"], row["value"], account.get(row["account_id"], ""))
        for place, row in _in_order(connection, "preference")
    ]
    return map(json.dumps, sorted(rows))


def _in_order(
    connection: sqlite3.Connection, table: str, order: str = "import_id, id"
) -> Iterator[tuple[int, Row]]:
    """Yield what the user said, with the place of its import among those that said such a thing."""
    rows = _rows(connection, f"{table} ORDER BY {order}")
    place = {number: n for n, number in enumerate(dict.fromkeys(r["import_id"] for r in rows))}
    return ((place[row["import_id"]], row) for row in rows)


def _imports(connection: sqlite3.Connection, facts: dict[str, dict[int, Row]]) -> Iterator[Row]:
    """Yield the imports with all that they stated."""
    known = {
        fact: {number: json.dumps(_stable(row)) for number, row in rows.items()}
        for fact, rows in facts.items()
    }
    snapshots: dict[int, list[Row]] = {}
    for row in _rows(connection, "snapshot"):
        number, of = row.pop("id"), row.pop("import_id")
        row["hidden"] = sorted(
            connection.execute(
                "SELECT since, entries FROM hidden WHERE snapshot_id = ?", (number,)
            ).fetchall()
        )
        row["files"] = _texts(
            {n: v for n, v in file.items() if n not in _AT_THE_TIME and n != "snapshot_id"}
            for file in _rows(connection, "snapshot_file")
            if file["snapshot_id"] == number
        )
        row["stated"] = {
            fact: sorted(known[fact][n] for n in _ids(first, bits))
            for fact, first, bits in connection.execute(
                "SELECT fact, first_id, bits FROM stated WHERE snapshot_id = ? ORDER BY fact",
                (number,),
            )
        }
        snapshots.setdefault(of, []).append(row)
    for row in _rows(connection, "import"):
        yield {"command": row["command"], "snapshots": _texts(snapshots.get(row["id"], []))}


def _ids(first: int, bits: bytes) -> Iterator[int]:
    """Yield the ids in a bitmap, read as schema.sql describes it."""
    field = zlib.decompress(bits)
    return (first + n for n in range(len(field) * 8) if field[n // 8] >> n % 8 & 1)


#: Derived of the whole store, and so no part of what a snapshot stated.
_DERIVED = {"first_on", "last_on", "until", "stated_on"}


def _stable(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _DERIVED}


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def _texts(rows: Iterable[Row]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def _same(value: object) -> object:
    return value
