"""The two ends of a LinkedIn message: who wrote to whom, and whether it counts at all."""

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field

from netaudit.importers.csvfile import Table
from netaudit.importers.linkedin import accounts
from netaudit.records import Account, Direction, End, Owner

_BETWEEN_LINKS = re.compile(r",(?=\s*https?://)")
#: Behind a comma in a list of names these are the rest of a name: "Ada Okafor, PhD".
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.)+[A-Z]?[a-z]?|[A-Z][a-z]?[A-Z]{1,4}[a-z]?|Jr|Sr|I{2,3}"
)


#: An account with the name and the link it stands under in a row.
_Named = tuple[Account, tuple[str, str]]
#: Said of a message that is neither from the owner nor to the owner.
OTHERS = "between others"


_NAMES = (
    "from", "to", "sender profile url", "recipient profile urls", "conversation title",
    "folder", "direction", "is message draft", "is conversation draft",
    "date", "content", "conversation id",
)  # fmt: skip
COLUMN_NAMES = frozenset(_NAMES)


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
        return cls(*(table.columns.get(name, -1) for name in _NAMES))

    @property
    def between(self) -> tuple[int, ...]:
        """The columns that decide the ends of a message: all but date, content, conversation."""
        return tuple(i for i in astuple(self)[:9] if i >= 0)

    @property
    def among_themselves(self) -> "Columns":
        """Where the columns of `between` stand in a row that has no others."""
        places = {column: place for place, column in enumerate(self.between)}
        return Columns(*(places.get(column, -1) for column in astuple(self)))


@dataclass
class Ends:
    """Works out the ends of messages from the cells of `Columns.between`.

    `names`: account -> (name, link) of those at the other end of messages that count.
    """

    columns: Columns
    owner: Owner
    names: dict[Account, tuple[str, str]] = field(default_factory=dict)

    @property
    def direction_known(self) -> bool:
        """Whether the file, or what is known of the owner, tells sent from received."""
        mine = self.owner.slug if self.columns.sender_link >= 0 else self.owner.name
        return self.columns.direction >= 0 or bool(mine)

    def of(self, row: Sequence[str]) -> End | str:
        """Return the ends of a row, or for a row that is no message between people its kind."""
        sender = self._sender(row)
        direction = self._direction(row, sender)
        if kind := self._aside(row, direction):
            return kind
        recipients, lost = self._recipients(row)
        found = recipients if direction == "out" else {} if sender is None else dict([sender])
        people = {p: n for p, n in found.items() if not accounts.is_owner(self.owner, p)}
        if not people:
            return self._nobody(row, direction, len(recipients), lost)
        if direction == "in" and self._between_others(recipients):
            return OTHERS
        for account, named in people.items():
            if named[0]:
                self.names.setdefault(account, named)
        return End(tuple(people), direction, "linkedin", max(len(recipients) + lost, 1))

    def _aside(self, row: Sequence[str], direction: Direction) -> str | None:
        columns = self.columns

        def cell(column: int) -> str:
            return row[column].strip().casefold() if column >= 0 else ""

        if cell(columns.title) == "sponsored conversation":
            return "sponsored messages"
        if cell(columns.folder) == "spam":
            return "spam folder"
        if "yes" in {cell(columns.draft), cell(columns.conversation_draft)}:
            return "drafts"
        unsent = direction == "out" and not cell(columns.recipients) and not cell(columns.folder)
        return "drafts" if unsent and columns.folder >= 0 and cell(columns.draft) != "no" else None

    def _direction(self, row: Sequence[str], sender: _Named | None) -> Direction:
        if self.columns.direction >= 0:
            return "out" if row[self.columns.direction].strip().upper() == "OUTGOING" else "in"
        mine = sender is not None and accounts.is_owner(self.owner, sender[0])
        return "out" if mine else "in"

    def _between_others(self, recipients: dict[Account, tuple[str, str]]) -> bool:
        """Tell whether a message that I did not send names its recipients, and not me.

        Only links tell that: a name may be written in many ways.
        """
        if self.columns.recipient_links < 0 or self.columns.direction >= 0 or not recipients:
            return False
        return not any(accounts.is_owner(self.owner, account) for account in recipients)

    def _sender(self, row: Sequence[str]) -> _Named | None:
        """Return who sent a message; in files with links a bare name means nobody."""
        name = row[self.columns.sender]
        if self.columns.sender_link >= 0:
            link = row[self.columns.sender_link]
            account = accounts.by_url(link)
        else:
            link = ""
            account = None if accounts.is_departed(name) else accounts.by_name(name)
        return None if account is None else (account, (name, link))

    def _recipients(self, row: Sequence[str]) -> tuple[dict[Account, tuple[str, str]], int]:
        """Return the recipients that can be told, and how many have left."""
        names = split_names(row[self.columns.recipients])
        present = [name for name in names if not accounts.is_departed(name)]
        if self.columns.recipient_links < 0:
            found = [(accounts.by_name(name), (name, "")) for name in present]
        else:
            links = split_links(row[self.columns.recipient_links])
            labels = [", ".join(present)] if len(links) == 1 else present
            if len(labels) != len(links):  # commas within names do not tell who is who
                labels = [""] * len(links)
            found = [
                (accounts.by_url(link), (name, link))
                for link, name in zip(links, labels, strict=True)
            ]
        told: dict[Account, tuple[str, str]] = {}
        for account, named in found:
            if account is not None:
                told.setdefault(account, named)
        return told, len(names) - len(present)

    def _nobody(self, row: Sequence[str], direction: Direction, told: int, lost: int) -> str:
        """Say why a message has nobody at its other end."""
        if direction == "out":
            if told:
                return "messages to yourself"
            gone = lost or not row[self.columns.recipients].strip()
            return "departed members" if gone else "recipients without a profile"
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
