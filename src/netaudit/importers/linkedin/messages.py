"""messages.csv: who wrote to whom, and when. What was written is never kept.

The largest file by far: whoever stands between whom is worked out once for each pair of
ends (see `ends`) and only looked up afterwards.
"""

import io
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, cast

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.blocks import Block
from netaudit.importers.conversation import conversation_number
from netaudit.importers.csvfile import Run, Table, open_table
from netaudit.importers.header import Header, find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.columns import Heads, read_column
from netaudit.importers.linkedin.dates import read_instants
from netaudit.importers.linkedin.ends import COLUMN_NAMES, OTHERS, Columns, Ends, split_links
from netaudit.importers.linkedin.table import open_export
from netaudit.importers.source import File, stem
from netaudit.normal import linkedin_slug
from netaudit.records import (
    End,
    Interactions,
    Platform,
    Problem,
    Record,
    SetAside,
    TieKind,
    Where,
)

_COACH_FILES = frozenset({
    "guide messages", "coach messages", "learning coach messages", "learning role play messages",
    "learningcoachmessages",
})  # fmt: skip
#: So many messages between others at the start, and the owner is the wrong one.
_TOO_MANY = 1000
_SPINMAIL = '<p class="spinmail-quill-editor__spin-break">'
#: What of it stands so in the file, whatever becomes of its quotation marks.
_SPINNING = b"spinmail-quill-editor__spin-break"
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
        """Yield Interactions of the messages, then the names of those who appeared."""
        table = open_export(file, context, REQUIRED, COLUMN_NAMES)
        columns = Columns.of(table)
        ends = Ends(columns.among_themselves, context.owner)
        if not ends.direction_known:
            raise InputRefused(
                f"{file.shown}: cannot tell which of these people is you",
                hint="name yourself: --me https://www.linkedin.com/in/you, or --me 'Your Name'",
            )
        yield from _messages(table, columns, ends)
        for account, (name, url) in ends.names.items():
            yield accounts.profile(account, name, url)


def _messages(table: Table, columns: Columns, ends: Ends) -> Iterator[Record]:
    """Yield what each row says, by runs of rows: a million rows are not looked at one by one."""
    reading = _Reading(table.file.shown, table.header.delimiter, columns, ends)
    for part in table.blocks("date"):
        if isinstance(part, Problem):
            yield part
            continue
        yield from reading.records(part)
        if reading.of_another:
            break
    if reading.others and not reading.any:
        raise InputRefused(
            f"{table.file.shown}: none of these messages is from you or to you",
            hint="say whose export it is: --me https://www.linkedin.com/in/you",
        )


class _Rows(NamedTuple):
    """What rows that follow one another say, by column; `at` is None where the date is none.

    `spun` are the places of sponsored messages that only their text tells.
    """

    lines: Sequence[int]
    ends: Sequence[End | str]
    at: Sequence[int | None]
    conversations: Sequence[int]
    spun: frozenset[int]


class _Reading:
    """One messages file on its way. `others` counts messages between others; `any`: one counts."""

    def __init__(self, shown: str, delimiter: str, columns: Columns, ends: Ends) -> None:
        self._shown = shown
        self._between = itemgetter(*columns.between)
        self._date = itemgetter(columns.date)
        self._content = itemgetter(columns.content)
        self._columns = columns
        self._ends = _Known(ends)
        self._conversations = _Conversations()
        self._heads = Heads(columns, delimiter, self._ends, self._conversations)
        self.others = 0
        self.any = False

    @property
    def of_another(self) -> bool:
        """Whether so much is between others that the owner must be the wrong one."""
        return self.others >= _TOO_MANY and not self.any

    def records(self, part: Run | Block) -> Iterator[Record]:
        """Yield what some rows say: what stands between two odd ones all at once."""
        rows = self._run(part) if isinstance(part, Run) else self._block(part)
        start = 0
        for place in _odd(rows):
            if place > start:
                yield self._plain(rows, start, place)
            yield self._of_odd(rows, place)
            if self.of_another:
                return
            start = place + 1
        if len(rows.lines) > start:
            yield self._plain(rows, start, len(rows.lines))

    def _run(self, run: Run) -> _Rows:
        lines, rows = run
        if self._columns.conversation >= 0:
            ids = map(itemgetter(self._columns.conversation), rows)
            conversations = list(map(self._conversations.__getitem__, ids))
        else:
            conversations = [0] * len(rows)
        return _Rows(
            lines,
            list(map(self._ends.__getitem__, map(self._between, rows))),
            read_instants(list(map(self._date, rows))),
            conversations,
            _spun(list(map(self._content, rows))),
        )

    def _block(self, block: Block) -> _Rows:
        ends, conversations = self._heads.of(block)
        return _Rows(
            block.lines, ends, read_column(block, self._columns.date), conversations,
            frozenset(
                place for place in block.holding(_SPINNING, self._columns.content)
                if block.cell(place, self._columns.content).startswith(_SPINMAIL)
            ),
        )  # fmt: skip

    def _plain(self, rows: _Rows, start: int, stop: int) -> Interactions:
        """Return the rows from `start` to `stop`, none of which is odd."""
        self.any = True
        # Without odd rows the columns hold ends and instants, and nothing else.
        columns = cast("tuple[Sequence[Any], ...]", rows[:4])
        return Interactions(*(column[start:stop] for column in columns))

    def _of_odd(self, rows: _Rows, place: int) -> Record:
        line, end = rows.lines[place], rows.ends[place]
        self.any |= isinstance(end, End)
        if place in rows.spun:
            return SetAside(line, "sponsored messages")
        where = Where(self._shown, line)
        if isinstance(end, End):
            return Problem(where, "bad-date", "'DATE' is not a date of this export")
        if end == OTHERS:
            self.others += 1
            return Problem(where, "not-yours", "neither from you nor to you")
        return SetAside(line, end)


def _odd(rows: _Rows) -> Sequence[int]:
    """Return the places of the rows that are no interactions."""
    odd = set(rows.spun)
    if set(map(type, rows.ends)) != {End}:
        odd.update(place for place, end in enumerate(rows.ends) if isinstance(end, str))
    if None in rows.at:
        odd.update(place for place, at in enumerate(rows.at) if at is None)
    return sorted(odd)


def _spun(contents: Sequence[str]) -> frozenset[int]:
    """Return the places of the texts that begin as sponsored messages do."""
    if _SPINMAIL not in "".join(contents):  # seldom: then which ones begin with it matters
        return frozenset()
    return frozenset(place for place, text in enumerate(contents) if text.startswith(_SPINMAIL))


class _Known(dict[tuple[str, ...], End | str]):
    """The cells of `Columns.between` -> the ends of the message, or its kind if it has none."""

    def __init__(self, ends: Ends) -> None:
        super().__init__()
        self._ends = ends

    def __missing__(self, key: tuple[str, ...]) -> End | str:
        found = self[key] = self._ends.of(key)
        return found


class _Conversations(dict[str, int]):
    """The id of a conversation -> a 63-bit number that stands for it."""

    def __missing__(self, key: str) -> int:
        number = conversation_number(key) if key else _NO_CONVERSATION
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
