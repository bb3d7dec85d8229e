"""Direct messages on X: who wrote to whom, and when. What was written is never kept.

A message is known by its own id. So it is one message in the file with the texts and in the file
without them (the headers), in conversations that stand there twice, and in every later archive.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.conversation import conversation_number
from netaudit.importers.source import File
from netaudit.importers.twitter.accounts import account_of
from netaudit.importers.twitter.dates import is_possible, read_instant
from netaudit.importers.twitter.js import Item, elements, number, records, script, text
from netaudit.records import (
    Direction,
    End,
    Interactions,
    Platform,
    Problem,
    Record,
    SetAside,
    TieKind,
    Where,
)

#: Finds the other end of a message of an instant (in milliseconds), or what it is instead: a key
#: of `_WRONG`, or a kind to be set aside.
Finder = Callable[[Item, dict[str, Any], int], End | str]

KEY = "dmConversation"
#: Stands for somebody whose id X no longer gives: it writes -1 or 0.
GONE = "0"
OF_THE_GONE = "messages of accounts that are gone"
NO_ENDS = "no ends"
_OTHERS, _NO_EVENT, _NO_ID, _BAD_DATE = "between others", "no event", "no id", "bad date"
#: Of what is wrong with an event: the code, and what is said of it.
_WRONG = {
    _OTHERS: ("not-yours", "neither from you nor to you"),
    _NO_EVENT: ("bad-element", "an event of the conversation is not an object of one kind"),
    _NO_ID: ("no-id", "a message of the conversation has no 'id'"),
    _BAD_DATE: ("bad-date", "'createdAt' is not a date of this archive"),
    NO_ENDS: ("no-ends", "it is not said who wrote to whom"),
}
_ASIDE = {
    "welcomeMessageCreate": "automatic welcome messages",
    "reactionCreate": "reactions",
    "joinConversation": "changes of a group",
    "participantsJoin": "changes of a group",
    "participantsLeave": "changes of a group",
    "conversationNameUpdate": "changes of a group",
}
_PAIR = re.compile(r"([1-9]\d{0,19})-([1-9]\d{0,19})", re.ASCII)
#: So many messages between others at the start, and the owner is the wrong one.
_TOO_MANY = 1000
#: The owner is an end of so many conversations at least, and of all but one in so many.
_FEWEST, _ODD_ONE_IN = 3, 20


class DirectMessages:
    """Conversations of two, with their texts or as headers, of every era."""

    name = "x-messages"
    title = "X direct messages"
    platform: Platform = "x"
    required: frozenset[str] = frozenset()
    lists: TieKind | None = None
    single = False

    def identify(self, file: File) -> bool:
        """Claim by what the script assigns."""
        found = script(file)
        names = {"direct_message", "direct_messages", "direct_message_headers"}
        return found is not None and found.name in names

    def read(self, file: File, context: Context) -> Iterator[Record]:
        """Yield Interactions of the messages, a conversation at a time."""
        ends = _Ends(context.owner.slug or "")
        for item in elements(file, context, KEY):
            if isinstance(item, Problem):
                yield item
                continue
            require_owner(file, context)
            yield from events(item, file, ends.find)
            if ends.of_another >= _TOO_MANY:
                break
        if ends.of_another:
            raise InputRefused(
                f"{file.shown}: none of these messages is from you or to you",
                hint="say whose archive it is by your numeric id: --me 123456789",
            )


def require_owner(file: File, context: Context) -> None:
    """Refuse a file of which nobody knows whose it is."""
    if not context.owner.slug:
        raise InputRefused(
            f"{file.shown}: cannot tell which of these people is you",
            hint="give your numeric id: --me 123456789; it stands in account.js",
        )


def events(item: Item, file: File, find: Finder) -> Iterator[Record]:
    """Yield what each event of a conversation says, messages that follow one another at once."""
    where = Where(file.shown, item.line)
    listed = item.value.get("messages")
    if not isinstance(listed, list):
        yield Problem(where, "bad-element", "the conversation has no list of 'messages'")
        return
    waiting: list[tuple[End, int, int]] = []
    for event in listed:
        found = _judged(event, item, find)
        if not isinstance(found, str):
            waiting.append(found)
            continue
        if waiting:
            yield _together(item.line, waiting)
            waiting.clear()
        yield _problem(where, found, event) if found in _WRONG else SetAside(item.line, found)
    if waiting:
        yield _together(item.line, waiting)


def only(event: object) -> tuple[str, object]:
    """Return the kind of an event, which is its only key, and what it holds; "" if it is none."""
    return next(iter(event.items())) if isinstance(event, dict) and len(event) == 1 else ("", None)


def person(value: dict[str, Any], key: str) -> str:
    """Return the id of a person; GONE for what is none, empty where nothing is said."""
    return (number(value, key) or GONE) if text(value, key).strip() else ""


def looked_over(file: File, context: Context) -> Iterator[Item]:
    """Yield the conversations of a file that is read once more: so nothing is said of it here."""
    aside = replace(context, notices=[], elements={})
    found = elements(replace(file, watch=None), aside, KEY)
    return (item for item in found if isinstance(item, Item))


def owner_of(files: Sequence[File], context: Context) -> str | None:
    """Return the id that is an end of nearly all conversations of two, None if none is.

    So it can be told whose a loose file is; from fewer than three conversations it cannot.
    """
    pairs: set[tuple[str, str]] = set()
    for file in files:
        for conversation in looked_over(file, context):
            pairs |= _pairs(conversation.value)
    counts: dict[str, int] = {}
    for one in (end for pair in pairs for end in pair):
        counts[one] = counts.get(one, 0) + 1
    best = max(counts, key=counts.__getitem__, default="")
    count = counts.get(best, 0)
    sure = count >= _FEWEST and (len(pairs) - count) * _ODD_ONE_IN <= len(pairs)
    return best if sure else None


def _pairs(conversation: dict[str, Any]) -> set[tuple[str, str]]:
    """Return who talk to each other in a conversation, as its id tells; else as its messages do."""
    found = _PAIR.fullmatch(text(conversation, "conversationId"))
    if found is not None:
        said = [(found[1], found[2])]
    else:
        messages = (event.get("messageCreate") for event in records(conversation, "messages"))
        said = [_between("", each) for each in messages if isinstance(each, dict)]
    return {(min(pair), max(pair)) for pair in said if _are_two(*pair)}


def _are_two(one: str, other: str) -> bool:
    return one != other and not {one, other} & {"", GONE}


def _between(conversation: str, message: dict[str, Any]) -> tuple[str, str]:
    """Return who wrote to whom, each as `person` does.

    Where a message says only one of the two, the id of its conversation tells the other.
    """
    sender, recipient = person(message, "senderId"), person(message, "recipientId")
    if bool(sender) != bool(recipient) and (pair := _PAIR.fullmatch(conversation)):
        two = pair.groups()
        if (known := sender or recipient) in two:
            other = two[1 - two.index(known)]
            return sender or other, recipient or other
    return sender, recipient


class _Ends:
    """The other end of each message, one object for all messages between the same two.

    `_mine`: a message is the owner's; `_others` counts those between others.
    """

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._known: dict[tuple[str, Direction], End] = {}
        self._mine, self._others = False, 0

    @property
    def of_another(self) -> int:
        """How many messages are between others; 0 as soon as one is the owner's."""
        return 0 if self._mine else self._others

    def find(self, item: Item, message: dict[str, Any], _at: int) -> End | str:
        """Be a Finder."""
        two = sender, recipient = _between(text(item.value, "conversationId"), message)
        if "" in two:
            return NO_ENDS
        if self._owner not in two:
            self._others += GONE not in two
            return OF_THE_GONE if GONE in two else _OTHERS
        self._mine = True
        direction: Direction = "out" if sender == self._owner else "in"
        other = recipient if direction == "out" else sender
        if other == self._owner:
            return "messages to yourself"
        return OF_THE_GONE if other == GONE else self._end(other, direction)

    def _end(self, other: str, direction: Direction) -> End:
        found = self._known.get((other, direction))
        if found is None:
            found = End((account_of(other),), direction, "dm")
            self._known[other, direction] = found
        return found


def _judged(event: object, item: Item, find: Finder) -> tuple[End, int, int] | str:
    """Return end, instant and number of a message, or what an event is instead."""
    kind, message = only(event)
    if kind != "messageCreate":
        return _ASIDE.get(kind, "other events") if kind else _NO_EVENT
    return _told(message, item, find) if isinstance(message, dict) else _NO_EVENT


def _told(message: dict[str, Any], item: Item, find: Finder) -> tuple[End, int, int] | str:
    message_id = text(message, "id").strip()
    at = read_instant(text(message, "createdAt"))
    if not message_id or at is None:
        return _BAD_DATE if message_id else _NO_ID
    end = find(item, message, at)
    if isinstance(end, str):
        return end
    if not is_possible(at // 1000, number(message, "id") or "0"):
        return "messages with impossible dates"
    return end, at // 1000, conversation_number(message_id)


def _together(line: int, messages: list[tuple[End, int, int]]) -> Interactions:
    ends, at, conversations = zip(*messages, strict=True)
    return Interactions([line] * len(ends), ends, at, conversations)


def _problem(where: Where, wrong: str, event: object) -> Problem:
    """Say what is wrong with an event, and by its id which: its line is only the conversation's."""
    code, said = _WRONG[wrong]
    message = only(event)[1]
    found = number(message, "id") if isinstance(message, dict) else ""
    return Problem(where, code, f"message {found}: {said}" if found else said)
