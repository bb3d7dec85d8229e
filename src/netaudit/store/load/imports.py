"""What was imported, and what of it was left out."""

import json
from collections import Counter
from typing import Any

from netaudit.store.load.people import People
from netaudit.store.store import Store

#: Formats of files that hold what was said.
COVERING = (
    "linkedin-messages", "x-messages", "x-group-messages", "x-posts", "x-classic-posts",
    "x-classic-table", "log",
)  # fmt: skip


def snapshots(store: Store) -> dict[str, Any]:
    """Return the columns of `frames.SNAPSHOTS`: what was imported, by the day it speaks of."""
    rows = store.connection.execute(
        # What was imported under two names is one snapshot.
        "SELECT source, min(name), exported_on, read, skipped, aside, covers FROM ("
        " SELECT s.*, sum(f.rows_read) AS read, sum(f.skipped) AS skipped,"
        "  max(EXISTS (SELECT 1 FROM json_each(?) WHERE value = f.format)) AS covers,"
        "  sum((SELECT sum(value) FROM json_each(f.set_aside))) AS aside"
        " FROM snapshot s JOIN import i ON i.id = s.import_id"
        " JOIN snapshot_file f ON f.snapshot_id = s.id"
        " WHERE i.command = 'import' GROUP BY s.id)"
        " GROUP BY source, exported_on, lists, owner_slug, owner_name, owner_keys, read, skipped,"
        "  aside, covers"
        " ORDER BY exported_on, source, 2",
        (json.dumps(COVERING),),
    ).fetchall()
    return {
        "source": [r[0] for r in rows],
        "name": [r[1] for r in rows],
        "exported_on": [float("nan") if r[2] is None else float(r[2]) for r in rows],
        "covers": [bool(r[6]) for r in rows],
        "read": [r[3] for r in rows],
        "set_aside": [r[5] or 0 for r in rows],
        "skipped": [r[4] for r in rows],
    }


def left_out(store: Store, echoes: int) -> dict[str, Any]:
    """Return the columns of `frames.LEFT_OUT`: what was set aside.

    By the newest snapshot that has a file of a format. A log, or a list by another
    program, is a file of its own by its name.
    """
    # Source, format and snapshot -> its day, rows and kinds.
    found: dict[tuple[str, str, int], tuple[int, int, Counter[str]]] = {}
    for number, source, day, form, read, aside in store.connection.execute(
        "SELECT s.id, s.source, coalesce(s.exported_on, 0), CASE WHEN s.source = 'log'"
        " OR s.source = 'x' AND f.name = s.name THEN f.format || ' ' || s.name ELSE f.format END,"
        " f.rows_read, f.set_aside"
        " FROM snapshot s JOIN snapshot_file f ON f.snapshot_id = s.id"
        " JOIN import i ON i.id = s.import_id WHERE i.command = 'import'"
    ):
        _, before, kinds = found.get((source, form, number), (day, 0, Counter()))
        kinds.update(json.loads(aside))
        found[source, form, number] = day, before + read, kinds
    newest: dict[tuple[str, str], Counter[str]] = {}
    # Of one day, the larger one; numbers depend on the order of imports.
    for (source, form, _), (*_, kinds) in sorted(
        found.items(), key=lambda one: (*one[1][:2], sorted(one[1][2].items()))
    ):
        newest[source, form] = kinds
    total: dict[tuple[str, str], int] = {}
    for (source, _), kinds in newest.items():
        for kind, count in kinds.items():
            total[source, kind] = total.get((source, kind), 0) + count
    if echoes:
        total["linkedin", "notes of invitations"] = echoes
    keys = sorted(total)
    return {
        "source": [k[0] for k in keys],
        "kind": [k[1] for k in keys],
        "records": [total[k] for k in keys],
    }


#: The columns of `frames.LEFT_OUT` without a row.
NOTHING: dict[str, Any] = {"source": [], "kind": [], "records": []}


def ambiguous_entries(store: Store, people: People) -> int:
    """Count the log entries whose name fits several people."""
    return sum(
        account in people.ambiguous
        for (account,) in store.connection.execute(
            # At whatever place of its day, an entry is one.
            "SELECT account_id FROM current_entry WHERE logged GROUP BY account_id, at, day,"
            " written, channel, medium, direction, purpose, note, size, ref, occurrence"
        )
    )
