"""Messages that are only the echo of an invitation's note.

LinkedIn files the note of an accepted invitation as the first message of a conversation, from
the inviter, on the UTC day of the connection. Which messages those are follows from stored
facts, so that it does not matter which export came first.
"""

import sqlite3
from typing import NamedTuple


class Echo(NamedTuple):
    """The key of a message that is an echo."""

    account_id: int
    at: int
    direction: int
    conversation: int


def echoes(connection: sqlite3.Connection, condition: str = "true") -> list[Echo]:
    """Return the echoes in the store, in the order of their keys.

    `condition` is on `s.account_id`, of the invitation.
    """
    # CROSS JOIN keeps SQLite from beginning elsewhere than with the few invitations.
    rows = connection.execute(
        "SELECT DISTINCT m.account_id, m.at, m.direction, m.conversation"
        " FROM signal s CROSS JOIN link noted ON noted.account_id = s.account_id"
        " CROSS JOIN link l ON l.person_id = noted.person_id"
        " CROSS JOIN link listed ON listed.person_id = noted.person_id"
        " CROSS JOIN tie t ON t.account_id = listed.account_id AND t.kind = 'connection'"
        " CROSS JOIN message m ON m.account_id = l.account_id AND m.direction = s.direction"
        "  AND m.at BETWEEN (t.since - 719163) * 86400 AND (t.since - 719163) * 86400 + 86399"
        f" WHERE s.kind = 'invitation' AND s.with_note AND {condition}"
        "  AND m.size = 1 AND m.conversation <> 0"
        "  AND NOT EXISTS (SELECT 1 FROM link other"
        "   JOIN message e ON e.account_id = other.account_id"
        "   WHERE other.person_id = noted.person_id"
        "   AND e.at < m.at AND e.conversation = m.conversation)"
        " ORDER BY 1, 2, 3, 4"
    )
    return [Echo(*row) for row in rows]
