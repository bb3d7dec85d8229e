"""Records without those of people whom the user had forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from netaudit.calendar import EPOCH_DAY, SECONDS_PER_DAY
from netaudit.records import (
    Contact,
    End,
    Entry,
    Interaction,
    Interactions,
    Note,
    Problem,
    Profile,
    Record,
    SetAside,
    Signal,
    Tie,
)
from netaudit.store.tombstones import STATED, Forgotten

#: The kind under which such rows are set aside.
KIND = "rows of people you had forgotten"


class Sieve:
    """Sets the rows of forgotten people aside; takes them out of what others have part in.

    `latest` is the latest day of what was left out: the day of an export does not depend on whom
    the user had forgotten.
    """

    def __init__(self, forgotten: Forgotten) -> None:
        self._forgotten = forgotten
        self.latest = 0
        #: Ends -> the same without forgotten people, None where nobody is left.
        self._ends: dict[End, End | None] = {}
        #: Ends that continue a row -> the same as the first of the row.
        self._heads: dict[End, End] = {}
        #: The line of a row of which all so far was left out: it counts if nothing follows.
        self._owed: int | None = None

    def sift(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records that stay, and a `SetAside` for each row that does not."""
        for record in records:
            match record:
                case Interactions():
                    yield from self._many(record)
                case Interaction():
                    yield from self._one(record)
                case _:
                    yield from self._settled()
                    yield from self._other(record)
        yield from self._settled()

    def _other(
        self, record: Tie | Entry | Signal | Note | Contact | Profile | SetAside | Problem
    ) -> Iterator[Record]:
        match record:
            case SetAside() | Problem():
                yield record
            case Profile():
                if record.account not in self._forgotten:
                    yield record
            case Contact():
                yield SetAside(record.line, KIND) if self._is_theirs(record) else record
            case _:
                if record.account not in self._forgotten:
                    yield record
                    return
                self._seen(record)
                if not (isinstance(record, Tie) and record.continues):
                    yield SetAside(record.line, KIND)

    def _is_theirs(self, contact: Contact) -> bool:
        """Tell whether an entry of an address book is a forgotten one's, by any of its keys."""
        keys = [(STATED, "email", profile.email) for profile in contact.profiles]
        keys += [(STATED, "phone", profile.phone) for profile in contact.profiles]
        return contact.profiles[0].account in self._forgotten or any(
            key in self._forgotten for key in keys if key[-1]
        )

    def _seen(self, record: Tie | Entry | Signal | Note) -> None:
        match record:
            case Tie():
                day = record.since
            case Note():
                day = record.day
            case Signal():
                day = _day(record.at)
            case Entry():
                day = record.day or _day(record.at or 0)
        self.latest = max(self.latest, day or 0)

    def _many(self, record: Interactions) -> Iterator[Record]:
        if self._owed is None and all(self._without(end) is end for end in set(record.ends)):
            yield record
            return
        kept = []
        for line, end, at, conversation in zip(*record, strict=True):
            if not end.continues:
                yield from self._settled()
            new = self._placed(line, end, self._without(end), at)
            if new is not None:
                kept.append((line, new, at, conversation))
        if kept:
            lines, ends, moments, conversations = map(list, zip(*kept, strict=True))
            yield Interactions(lines, ends, moments, conversations)

    def _one(self, record: Interaction) -> Iterator[Record]:
        if not record.continues:
            yield from self._settled()
        end = End(
            record.accounts, record.direction, record.channel, record.size, record.continues
        )  # fmt: skip
        new = self._placed(record.line, end, self._left(end), record.at)
        if new is not None:
            yield record._replace(accounts=new.accounts, continues=new.continues)

    def _without(self, end: End) -> End | None:
        """Return an end as `_left` does, the same object for the same object."""
        if end not in self._ends:
            self._ends[end] = self._left(end)
        return self._ends[end]

    def _left(self, end: End) -> End | None:
        """Return an end without forgotten people: itself if it has none, None if no other."""
        staying = tuple(account for account in end.accounts if account not in self._forgotten)
        if len(staying) == len(end.accounts):
            return end
        return replace(end, accounts=staying) if staying else None

    def _placed(self, line: int, end: End, new: End | None, at: int) -> End | None:
        """Return what stays of an end; the first that stays of a row stands for the row."""
        if new is None:
            self.latest = max(self.latest, _day(at))
            if not end.continues:
                self._owed = line
        elif self._owed is not None:
            self._owed = None
            if new not in self._heads:
                self._heads[new] = replace(new, continues=False)
            return self._heads[new]
        return new

    def _settled(self) -> Iterator[Record]:
        """Yield the account of a row that is over, and of which nothing stayed."""
        if self._owed is not None:
            yield SetAside(self._owed, KIND)
            self._owed = None


def _day(at: int) -> int:
    return EPOCH_DAY + at // SECONDS_PER_DAY
