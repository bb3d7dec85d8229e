"""The two ends of a LinkedIn message: who wrote to whom, and whether it counts at all."""

import re
from dataclasses import astuple, dataclass, field
from typing import NamedTuple

from netaudit.importers.csvfile import Table
from netaudit.importers.linkedin import accounts
from netaudit.records import Account, Direction, Owner

_BETWEEN_LINKS = re.compile(r",(?=\s*https?://)")
#: Behind a comma in a list of names these are the rest of a name: "Ada Okafor, PhD".
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z]?[a-z]?|[A-Z][a-z]?[A-Z]{1,4}[a-z]?|Jr|Sr|I{2,3}"
)


class End(NamedTuple):
    """The people at the other end of a message, which way it went, and how many it had."""

    people: tuple[Account, ...]
    direction: Direction
    size: int


@dataclass(frozen=True)
class Columns:
    """Where each column of a messages file stands; -1 where its era has none."""

    sender: int
    recipients: int
    sender_link: int
    recipient_links: int
    title: int
    folder: int
    direction: int
    draft: int
    conversation_draft: int
    date: int
    content: int
    conversation: int

    @classmethod
    def of(cls, table: Table) -> "Columns":
        """Find the columns by their names."""
        names = (
            "from", "to", "sender profile url", "recipient profile urls", "conversation title",
            "folder", "direction", "is message draft", "is conversation draft",
            "date", "content", "conversation id",
        )  # fmt: skip
        return cls(*(table.columns.get(name, -1) for name in names))

    @property
    def between(self) -> tuple[int, ...]:
        """The columns that decide the ends of a message: all but date, content, conversation."""
        return tuple(i for i in astuple(self)[:9] if i >= 0)


@dataclass
class Ends:
    """Works out the ends of messages; `names`: account -> (name, link) of all who took part."""

    columns: Columns
    owner: Owner
    names: dict[Account, tuple[str, str]] = field(default_factory=dict)

    @property
    def direction_known(self) -> bool:
        """Whether the file, or what is known of the owner, tells sent from received."""
        mine = self.owner.slug if self.columns.sender_link >= 0 else self.owner.name
        return self.columns.direction >= 0 or bool(mine)

    def of(self, row: list[str]) -> End | str:
        """Return the ends of a row, or for a row that is no message between people its kind."""
        if kind := self._aside(row):
            return kind
        columns = self.columns
        link = row[columns.sender_link] if columns.sender_link >= 0 else ""
        sender = self._account(row[columns.sender], link)
        recipients, lost = self._recipients(row)
        direction = self._direction(row, sender)
        found = recipients if direction == "out" else (sender,)
        people = tuple(p for p in found if p is not None and not accounts.is_owner(self.owner, p))
        if not people:
            return self._nobody(row, direction, lost)
        return End(people, direction, max(len(recipients) + lost, 1))

    def _aside(self, row: list[str]) -> str | None:
        columns = self.columns

        def cell(column: int) -> str:
            return row[column].strip().casefold() if column >= 0 else ""

        if cell(columns.title) == "sponsored conversation":
            return "sponsored messages"
        if cell(columns.folder) == "spam":
            return "spam folder"
        unsent = not cell(columns.recipients) and columns.folder >= 0 and not cell(columns.folder)
        if unsent or "yes" in {cell(columns.draft), cell(columns.conversation_draft)}:
            return "drafts"
        return None

    def _direction(self, row: list[str], sender: Account | None) -> Direction:
        if self.columns.direction >= 0:
            return "out" if row[self.columns.direction].strip().upper() == "OUTGOING" else "in"
        mine = sender is not None and accounts.is_owner(self.owner, sender)
        return "out" if mine else "in"

    def _account(self, name: str, link: str) -> Account | None:
        """Return whom a name and a link mean; in files with links a bare name means nobody."""
        account = accounts.by_url(link) if link else None
        if account is None and self.columns.sender_link < 0 and not accounts.is_departed(name):
            account = accounts.by_name(name)
        if account is not None and name:
            self.names.setdefault(account, (name, link))
        return account

    def _recipients(self, row: list[str]) -> tuple[tuple[Account, ...], int]:
        """Return the recipients that can be told, and how many cannot."""
        names = split_names(row[self.columns.recipients])
        if self.columns.recipient_links < 0:
            present = [name for name in names if not accounts.is_departed(name)]
            found = [(accounts.by_name(name), name, "") for name in present]
        else:
            links = split_links(row[self.columns.recipient_links])
            if len(links) == 1:
                names = [row[self.columns.recipients]]
            # Where the counts differ, commas within names do not tell who is who.
            labels = names if len(names) == len(links) else [""] * len(links)
            found = [
                (accounts.by_url(link), name, link)
                for link, name in zip(links, labels, strict=True)
            ]
        for account, name, link in found:
            if account is not None and name:
                self.names.setdefault(account, (name, link))
        told = tuple(dict.fromkeys(account for account, _, _ in found if account is not None))
        return told, sum(accounts.is_departed(name) for name in names)

    def _nobody(self, row: list[str], direction: Direction, lost: int) -> str:
        """Say why a message has nobody at its other end."""
        if direction == "out":
            return "departed members" if lost else "messages to nobody"
        name = row[self.columns.sender]
        departed = not name.strip() or accounts.is_departed(name)
        return "departed members" if departed else "senders without a profile"


def split_links(links: str) -> list[str]:
    """Split a list of profile links; a comma inside a link does not part it."""
    return [link.strip() for link in _BETWEEN_LINKS.split(links) if link.strip()]


def split_names(names: str) -> list[str]:
    """Split a list of names at its commas; a credential behind a comma stays with its name."""
    split: list[str] = []
    for part in (p.strip() for p in names.split(",")):
        if split and (not part or all(_CREDENTIAL.fullmatch(w) for w in part.split())):
            split[-1] = f"{split[-1]}, {part}".rstrip(", ")
        elif part:
            split.append(part)
    return split
