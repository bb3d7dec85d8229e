"""messages.csv: who wrote to whom, and when. What was written is never kept.

The largest file by far: whoever stands between whom is worked out once for each pair of
ends (see `ends`) and only looked up afterwards.
"""

import hashlib
import io
from collections.abc import Iterator
from operator import itemgetter

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.csvfile import Header, Table, find_header, open_table
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_instant
from netaudit.importers.linkedin.ends import COLUMN_NAMES, OTHERS, Columns, End, Ends, split_links
from netaudit.importers.linkedin.table import open_export
from netaudit.importers.source import File, stem
from netaudit.normal import linkedin_slug
from netaudit.records import Interaction, Platform, Problem, Record, SetAside, TieKind, Where

_COACH_FILES = frozenset({
    "guide messages", "coach messages", "learning coach messages", "learning role play messages",
    "learningcoachmessages",
})  # fmt: skip
#: So many messages between others at the start, and the owner is the wrong one.
_TOO_MANY = 1000
_SPINMAIL = '<p class="spinmail-quill-editor__spin-break">'
REQUIRED = frozenset({"from", "to", "date", "content"})
#: Stands for the conversation of a message that has none in a file that has conversations.
_NO_CONVERSATION = 1


class Messages:
    """Direct messages of every era since 2017."""

    name = "linkedin-messages"
    title = "LinkedIn messages"
    platform: Platform = "linkedin"
    required = REQUIRED
    lists: TieKind | None = None
    single = True

    def identify(self, file: File) -> bool:
        """Claim by the header; where a coach's chat has the same one, by name or by a row.

        A row settles it in which one member writes to another.
        """
        header = find_header(file, REQUIRED)
        if header is None or is_coach_file(file.name):
            return False
        if stem(file.name) in {"messages", "inbox"} or not _could_be_coach(header):
            return True
        return _between_members(file, header)

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield an Interaction for each message, then the names of those who appeared."""
        table = open_export(file, context, REQUIRED, COLUMN_NAMES)
        columns = Columns.of(table)
        ends = Ends(columns, context.owner)
        if not ends.direction_known:
            raise InputRefused(
                f"{file.shown}: cannot tell which of these people is you",
                hint="name yourself: --me https://www.linkedin.com/in/you, or --me 'Your Name'",
            )
        yield from _messages(table, columns, ends)
        for account, (name, url) in ends.names.items():
            yield accounts.profile(account, name, url)


def _messages(table: Table, columns: Columns, ends: Ends) -> Iterator[Record]:
    """Yield what each row says. Runs once a row, a million times: it only looks things up."""
    date, content, conversation_column = columns.date, columns.content, columns.conversation
    between = itemgetter(*columns.between)
    known: dict[tuple[str, ...], End | str] = {}
    conversations = _Conversations()
    others = 0
    make = tuple.__new__  # what a named tuple does in the end, without the steps before it
    for item in table.rows():
        if isinstance(item, Problem):
            yield item
            continue
        line, row = item
        key = between(row)
        end = known.get(key)
        if end is None:
            end = known[key] = ends.of(row)
        if row[content].startswith(_SPINMAIL):
            yield SetAside(line, "sponsored messages")
            continue
        if isinstance(end, str):
            yield _uncounted(Where(table.file.shown, line), end)
            others += end == OTHERS
            if others >= _TOO_MANY and not ends.any:
                break
            continue
        try:
            at = read_instant(row[date])
        except ValueError:
            yield Problem(
                Where(table.file.shown, line), "bad-date", "'DATE' is not a date of this export"
            )
            continue
        number = conversations[row[conversation_column]] if conversation_column >= 0 else 0
        people, direction, size = end
        yield make(Interaction, (line, people, at, direction, "linkedin", size, number))
    if others and not ends.any:
        raise InputRefused(
            f"{table.file.shown}: none of these messages is from you or to you",
            hint="say whose export it is: --me https://www.linkedin.com/in/you",
        )


def _uncounted(where: Where, kind: str) -> Record:
    if kind == OTHERS:
        return Problem(where, "not-yours", "neither from you nor to you")
    return SetAside(where.line, kind)


class _Conversations(dict[str, int]):
    """The id of a conversation -> a 63-bit number that stands for it."""

    def __missing__(self, key: str) -> int:
        digest = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()
        number = max(int.from_bytes(digest) >> 1, 2) if key else _NO_CONVERSATION
        self[key] = number
        return number


class CoachMessages:
    """Chats with LinkedIn's AI coaches: recognised so that they are not taken for people."""

    name = "linkedin-coach"
    title = "LinkedIn AI coach chat"
    platform: Platform = "linkedin"
    required = REQUIRED
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by the basename, which is all that tells it from messages.csv."""
        return is_coach_file(file.name)

    def read(
        self,
        file: File,
        context: Context,  # noqa: ARG002 - that there are no rows is no news here
    ) -> Iterator[Record]:
        """Set every row aside."""
        if find_header(file, REQUIRED) is None:  # "No conversations found"
            return
        for item in open_table(file, REQUIRED, []).rows():
            yield item if isinstance(item, Problem) else SetAside(item[0], "AI coach chats")


def is_coach_file(name: str) -> bool:
    """Tell a coach file by its basename."""
    return stem(name).replace("_", " ") in _COACH_FILES


def _could_be_coach(header: Header) -> bool:
    return header.names[-1] == "folder" and "recipient profile urls" in header.names


def _between_members(file: File, header: Header) -> bool:
    """Look in the first 64 KiB for a row with two different members."""
    head = File(file.name, file.shown, lambda: io.BytesIO(file.head))
    table = Table(head, header, REQUIRED, [])
    sender = table.columns.get("sender profile url", table.columns["from"])
    recipients = table.columns["recipient profile urls"]
    try:
        for item in table.rows():
            if isinstance(item, Problem):
                continue
            one, others = linkedin_slug(item[1][sender]), item[1][recipients]
            if one and any(linkedin_slug(u) not in {None, one} for u in split_links(others)):
                return True
    except InputRefused:  # the cut at 64 KiB fell into a quoted field
        pass
    return False
