"""Messages to groups on X. Who was in a group is nowhere written, and follows from its events."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter.accounts import account_of
from netaudit.importers.twitter.dates import read_instant
from netaudit.importers.twitter.js import Item, elements, number, records, script, text
from netaudit.importers.twitter.messages import (
    GONE,
    KEY,
    NO_ENDS,
    OF_THE_GONE,
    events,
    looked_over,
    only,
    person,
    require_owner,
)
from netaudit.records import End, Platform, Problem, Record, TieKind

#: Marks of one person and instant count in this order: who left and joined at once is there.
_LEFT, _THERE, _JOINED = 0, 1, 2
_ALWAYS, _NEVER = -(1 << 62), 1 << 62
#: No group is larger. Where more seem to be in one, its messages are not counted for each of them.
_MOST = 1000

#: Instants (in milliseconds) at which somebody left, was there, or joined.
_Marks = list[tuple[int, int]]


class GroupMessages:
    """Conversations of groups, with their texts or as headers, of every era.

    Such a file is read twice, with all others of its kind: who wrote last, or in another part, may
    have been there from the beginning.
    """

    name = "x-group-messages"
    title = "X group messages"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by what the script assigns."""
        found = script(file)
        names = {"direct_message_group", "direct_messages_group", "direct_message_group_headers"}
        return found is not None and found.name in names

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield Interactions of the messages, a conversation at a time."""
        ends: _Ends | None = None
        for item in elements(file, context, KEY):
            if isinstance(item, Problem):
                yield item
                continue
            if ends is None:
                require_owner(file, context)
                owner = context.owner.slug or ""
                every = (looked_over(one, context) for one in context.beside or [file])
                ends = _Ends(owner, _groups(chain.from_iterable(every), owner))
            yield from events(item, file, ends.find)


class _Group:
    """Who was in a group when, without the owner.

    `ends` takes the ends of the owner's messages by their `stretch`.
    """

    def __init__(self, marks: dict[str, _Marks]) -> None:
        self._spans = {who: _spans(sorted(those)) for who, those in marks.items()}
        every = [span for spans in self._spans.values() for span in spans]
        self._starts = sorted(start for start, _ in every)
        self._stops = sorted(stop for _, stop in every)
        self.ends: dict[tuple[int, int], End | str] = {}

    def stretch(self, at: int) -> tuple[int, int]:
        """Return how often anybody had come and gone: while that is the same, so are the people."""
        return bisect_right(self._starts, at), bisect_right(self._stops, at)

    def count(self, at: int) -> int:
        """Return how many were in it."""
        come, gone = self.stretch(at)
        return come - gone

    def holds(self, who: str, at: int) -> bool:
        """Tell whether somebody was in it."""
        return any(start <= at < stop for start, stop in self._spans.get(who, ()))

    def people(self, at: int) -> tuple[str, ...]:
        """Return who was in it, by their ids."""
        return tuple(sorted((who for who in self._spans if self.holds(who, at)), key=int))


def _spans(marks: _Marks) -> list[tuple[int, int]]:
    """Return from when until when somebody was in a group, as far as marks in order tell.

    Before the first mark they were in it, unless that is their joining; after the last as it says.
    """
    spans = []
    since = None if marks and marks[0][1] == _JOINED else _ALWAYS
    for at, mark in marks:
        if mark != _LEFT:
            since = at if since is None else since
        elif since is not None:
            spans.append((since, at))
            since = None
    return spans if since is None else [*spans, (since, _NEVER)]


def _name(conversation: Item) -> str:
    """Return the id of a conversation, which several pieces may bear; one without is on its own."""
    return text(conversation.value, "conversationId") or f"element {conversation.index}"


def _groups(conversations: Iterable[Item], owner: str) -> dict[str, _Group]:
    """Return the groups by their names."""
    marks: defaultdict[str, defaultdict[str, _Marks]] = defaultdict(lambda: defaultdict(list))
    for conversation in conversations:
        found = marks[_name(conversation)]
        for who, mark in _marks(conversation.value):
            those = found[who]  # also of whom only this is known: that they were in it
            if mark is not None:
                those.append(mark)
        for nobody in ("", GONE, owner):
            found.pop(nobody, None)
    return {group: _Group(found) for group, found in marks.items()}


def _marks(conversation: dict[str, Any]) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Yield whom the events of a conversation name, with a mark where one tells of an instant."""
    for event in records(conversation, "messages"):
        kind, value = only(event)
        if not isinstance(value, dict):
            continue
        at = read_instant(text(value, "createdAt"))
        match kind:
            case "messageCreate":
                yield person(value, "senderId"), None
            case "joinConversation":
                yield person(value, "initiatingUserId"), None
                yield from _marked(value, "participantsSnapshot", at, _THERE)
            case "participantsJoin":
                yield person(value, "initiatingUserId"), None
                yield from _marked(value, "userIds", at, _JOINED)
            case "participantsLeave":
                yield from _marked(value, "userIds", at, _LEFT)
            case "conversationNameUpdate":
                yield person(value, "initiatingUserId"), None


def _marked(
    value: dict[str, Any], key: str, at: int | None, mark: int
) -> Iterator[tuple[str, tuple[int, int] | None]]:
    listed = value.get(key)
    for each in listed if isinstance(listed, list) else ():
        yield number({key: each}, key), None if at is None else (at, mark)


class _Ends:
    """The other ends of each message, one object for all messages between the same people."""

    def __init__(self, owner: str, groups: dict[str, _Group]) -> None:
        self._owner, self._groups = owner, groups
        self._out: dict[tuple[str, ...], End] = {}
        self._in: dict[tuple[str, int], End] = {}
        self._nobody = _Group({})  # in what was not there yet when the file was read first

    def find(self, item: Item, message: dict[str, Any], at: int) -> End | str:
        """Be a Finder."""
        sender = person(message, "senderId")
        if sender in {"", GONE}:
            return OF_THE_GONE if sender else NO_ENDS
        group = self._groups.get(_name(item), self._nobody)
        return self._to(group, at) if sender == self._owner else self._from(sender, group, at)

    def _from(self, sender: str, group: _Group, at: int) -> End:
        """Return the end of a message of another: its size is the others, and the owner."""
        size = group.count(at) - group.holds(sender, at) + 1
        found = self._in.get((sender, size))
        if found is None:
            found = self._in[sender, size] = End((account_of(sender),), "in", "dm", size)
        return found

    def _to(self, group: _Group, at: int) -> End | str:
        """Return the end of a message of the owner's."""
        stretch = group.stretch(at)
        found = group.ends.get(stretch)
        if found is None:
            found = group.ends[stretch] = self._everybody(group, at)
        return found

    def _everybody(self, group: _Group, at: int) -> End | str:
        if group.count(at) > _MOST:
            return f"messages to more than {_MOST:,} people"
        people = group.people(at)
        if not people:
            return "messages to a group of nobody known"
        found = self._out.get(people)
        if found is None:
            everybody = tuple(map(account_of, people))
            found = self._out[people] = End(everybody, "out", "dm", len(people))
        return found
