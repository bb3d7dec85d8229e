"""messages.csv: who wrote to whom, and when. What was written is never kept.

The largest file by far, so the loop over its rows looks at each cell once and remembers
every profile link that it has seen.
"""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.csvfile import Header, Table, find_header
from netaudit.importers.linkedin import accounts
from netaudit.importers.linkedin.dates import read_instant
from netaudit.importers.source import File
from netaudit.normal import clean, linkedin_slug
from netaudit.records import (
    Account,
    Direction,
    Interaction,
    Owner,
    Problem,
    Profile,
    Record,
    SetAside,
    Where,
)

_COACH_FILES = frozenset({
    "guide messages.csv", "coach messages.csv", "learning coach messages.csv",
    "learning role play messages.csv", "learningcoachmessages.csv",
})  # fmt: skip
_SPINMAIL = '<p class="spinmail-quill-editor__spin-break">'
_BETWEEN_URLS = re.compile(r",(?=\s*https?://)")
#: Behind a comma in a list of names this is the rest of a name: "Ada Okafor, PhD".
_CREDENTIAL = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z]?[a-z]?|[A-Z][a-z]?[A-Z]{1,4}[a-z]?|Jr|Sr|I{2,3}")

REQUIRED = frozenset({"from", "to", "date", "content"})
#: Stands for the conversation of a message that has none in a file that has conversations.
_NO_CONVERSATION = 1


class Messages:
    """Direct messages of every era since 2017."""

    name = "linkedin-messages"
    title = "LinkedIn messages"
    platform = "linkedin"
    required = REQUIRED
    lists = None

    def identify(self, file: File) -> bool:
        """Claim by the header; where a chat with an AI coach has the same one, by a row in
        which one member writes to another, or by the usual name.
        """
        header = find_header(file, REQUIRED)
        if header is None or is_coach_file(file.name):
            return False
        if _stem(file.name) in {"messages", "inbox"} or not _could_be_coach(header):
            return True
        return _between_members(file, header)

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield an Interaction for each message, then the names of those who appeared."""
        header = find_header(file, REQUIRED)
        if header is None:
            return
        table = Table(file, header, context.notices)
        table.refuse_repeated(REQUIRED | frozenset({"sender profile url", "conversation id"}))
        reader = _Reader(_Columns.of(table), context.owner, file)
        reader.require_owner()
        for item in table.rows():
            yield item if isinstance(item, Problem) else reader.message(*item)
        for account, (name, url) in reader.names.items():
            yield accounts.profile(account, name, url)


class CoachMessages:
    """Chats with LinkedIn's AI coaches: recognised so that they are not taken for people."""

    name = "linkedin-coach"
    title = "LinkedIn AI coach chat"
    platform = "linkedin"
    required = REQUIRED
    lists = None

    def identify(self, file: File) -> bool:
        """Claim by the basename, which is all that tells it from messages.csv."""
        return is_coach_file(file.name)

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Set every row aside."""
        header = find_header(file, REQUIRED)
        if header is None:
            return
        for item in Table(file, header, context.notices).rows():
            yield item if isinstance(item, Problem) else SetAside(item[0], "AI coach chats")


def is_coach_file(name: str) -> bool:
    """Tell a coach file by its basename."""
    return name.casefold().replace("_", " ") in _COACH_FILES


def _stem(name: str) -> str:
    """Return the basename without ending, copy marks and member id: `messages (1).csv`."""
    return re.sub(r"(?:[ _-]*(?:\(\d+\)|\d+|copy))*(?:\.csv)?$", "", name.casefold())


def _could_be_coach(header: Header) -> bool:
    return header.names[-1] == "folder" and "recipient profile urls" in header.names


def _between_members(file: File, header: Header) -> bool:
    """Look in the first 64 KiB for a row with two different members."""
    head = File(file.name, file.shown, lambda: io.BytesIO(file.head))
    table = Table(head, header)
    sender, recipients = table.columns["sender profile url"], table.columns["recipient profile urls"]
    try:
        for item in table.rows():
            if isinstance(item, Problem):
                continue
            one, others = linkedin_slug(item[1][sender]), item[1][recipients]
            if one and any(linkedin_slug(u) not in {None, one} for u in _BETWEEN_URLS.split(others)):
                return True
    except InputRefused:  # the cut at 64 KiB fell into a quoted field
        pass
    return False


@dataclass(frozen=True)
class _Columns:
    """Where each column stands; -1 where this era has none."""

    sender: int
    recipients: int
    date: int
    content: int
    sender_url: int
    recipient_urls: int
    conversation: int
    title: int
    folder: int
    direction: int
    draft: int
    conversation_draft: int

    @classmethod
    def of(cls, table: Table) -> "_Columns":
        names = (
            "from", "to", "date", "content", "sender profile url", "recipient profile urls",
            "conversation id", "conversation title", "folder", "direction", "is message draft",
            "is conversation draft",
        )  # fmt: skip
        return cls(*(table.columns.get(name, -1) for name in names))


@dataclass
class _Reader:
    """Turns rows into records; remembers links and names it has met.

    `names`: account -> (name, link) for everybody who took part.
    """

    columns: _Columns
    owner: Owner
    file: File
    names: dict[Account, tuple[str, str]] = field(default_factory=dict)
    _accounts: dict[tuple[str, str], Account | None] = field(default_factory=dict)
    _conversations: dict[str, int] = field(default_factory=dict)

    def require_owner(self) -> None:
        """Refuse a file whose directions cannot be known."""
        known = self.owner.slug if self.columns.sender_url >= 0 else self.owner.name
        if self.columns.direction < 0 and not known:
            raise InputRefused(
                f"{self.file.shown}: cannot tell which of these people is you",
                hint="name yourself: --me https://www.linkedin.com/in/your-name (or --me 'Your Name')",
            )

    def message(self, line: int, row: list[str]) -> Record:
        """Return what one row says."""
        columns = self.columns
        if kind := self._aside(row):
            return SetAside(line, kind)
        try:
            at = read_instant(row[columns.date])
        except ValueError:
            return Problem(
                Where(self.file.shown, line), "bad-date", "'DATE' is not a date of this export"
            )
        sender = self._account(
            row[columns.sender], row[columns.sender_url] if columns.sender_url >= 0 else ""
        )
        recipients, lost = self._recipients(row)
        direction = self._direction(row, sender)
        if direction == "in":
            people = () if sender is None else (sender,)
        else:
            people = recipients
        people = tuple(p for p in people if not accounts.is_owner(self.owner, p))
        if not people:
            return SetAside(line, self._nobody(direction, row, lost))
        size = max(len(recipients) + lost, 1)
        return Interaction(
            line, people, at, direction, "linkedin", size, self._conversation(row)
        )

    def _aside(self, row: list[str]) -> str | None:
        columns = self.columns
        if row[columns.content].startswith(_SPINMAIL):
            return "sponsored messages"
        if columns.title >= 0 and row[columns.title] == "Sponsored Conversation":
            return "sponsored messages"
        if columns.folder >= 0 and row[columns.folder].upper() == "SPAM":
            return "spam folder"
        draft = columns.draft >= 0 and row[columns.draft].casefold() == "yes"
        if draft or (
            columns.conversation_draft >= 0
            and row[columns.conversation_draft].casefold() == "yes"
        ):
            return "drafts"
        if not row[columns.recipients] and columns.folder >= 0 and not row[columns.folder]:
            return "drafts"
        return None

    def _direction(self, row: list[str], sender: Account | None) -> Direction:
        if self.columns.direction >= 0:
            return "out" if row[self.columns.direction].strip().upper() == "OUTGOING" else "in"
        mine = sender is not None and accounts.is_owner(self.owner, sender)
        return "out" if mine else "in"

    def _account(self, name: str, url: str) -> Account | None:
        """Return whom a name and a link point at; None for a departed or unlinked sender."""
        key = (url, "") if url else ("", name)
        if key not in self._accounts:
            account = accounts.by_url(url) if url else None
            if account is None and self.columns.sender_url < 0 and not accounts.is_departed(name):
                account = accounts.by_name(name)
            self._accounts[key] = account
        found = self._accounts[key]
        if found is not None and found not in self.names:
            self.names[found] = (name, url)
        return found

    def _recipients(self, row: list[str]) -> tuple[tuple[Account, ...], int]:
        """Return the recipients that can be pointed at, and how many cannot."""
        names = row[self.columns.recipients]
        if self.columns.recipient_urls >= 0:
            urls = row[self.columns.recipient_urls]
            lost = names.casefold().count(accounts.DEPARTED)
            if "," not in urls:
                one = self._account(names, urls) if urls else None
                return ((), lost) if one is None else ((one,), lost)
            listed = [u.strip() for u in _BETWEEN_URLS.split(urls)]
            split = split_names(names)
            labels = split if len(split) == len(listed) else [""] * len(listed)
            found = [self._account(n, u) for n, u in zip(labels, listed, strict=True) if u]
            return tuple(dict.fromkeys(a for a in found if a is not None)), lost
        split = split_names(names)
        found = [accounts.by_name(n) for n in split if not accounts.is_departed(n)]
        for account, name in zip(found, (n for n in split if not accounts.is_departed(n)), strict=True):
            if account is not None:
                self.names.setdefault(account, (name, ""))
        known = tuple(dict.fromkeys(a for a in found if a is not None))
        return known, len(split) - len(known)

    def _nobody(self, direction: Direction, row: list[str], lost: int) -> str:
        """Say why a message has nobody on its other end."""
        if direction == "in":
            name = row[self.columns.sender]
            departed = not name.strip() or accounts.is_departed(name)
            return "departed members" if departed else "senders without a profile"
        return "departed members" if lost else "messages to nobody"

    def _conversation(self, row: list[str]) -> int:
        """Return a 63-bit number for the conversation, 0 in eras without one."""
        if self.columns.conversation < 0:
            return 0
        key = row[self.columns.conversation]
        number = self._conversations.get(key)
        if number is None:
            digest = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()
            number = max(int.from_bytes(digest) >> 1, 2) if key else _NO_CONVERSATION
            self._conversations[key] = number
        return number


def split_names(names: str) -> list[str]:
    """Split a list of names at its commas; a credential behind a comma stays with its name."""
    split: list[str] = []
    for part in (p.strip() for p in names.split(",")):
        if split and (not part or all(_CREDENTIAL.fullmatch(w) for w in part.split())):
            split[-1] = f"{split[-1]}, {part}".rstrip(", ")
        elif part:
            split.append(part)
    return split
