"""What each type of line tells, field by field."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, cast, get_args

from netaudit.calendar import Span
from netaudit.config import CHANNELS, MEDIA
from netaudit.errors import UsageError
from netaudit.importers.exported import fields
from netaudit.importers.exported.accounts import read_account
from netaudit.importers.exported.fields import Line, Wrong
from netaudit.importers.exported.told import (
    Decided,
    Forgotten,
    Person,
    Preferred,
    ReadFile,
    Removed,
    Snapshot,
    Stated,
    Talk,
    Told,
)
from netaudit.importers.log import read_purpose
from netaudit.records import (
    NONE,
    YES,
    Account,
    Decision,
    Direction,
    End,
    Entry,
    Interactions,
    Matter,
    Note,
    Owner,
    Preference,
    Profile,
    Signal,
    Tie,
    TieKind,
)

_DIRECTIONS = ("in", "out", "both")
_SOURCES = ("linkedin", "x", "log")
#: Where messages of exports come from; other channels are those of entries.
_MESSAGES = ("linkedin", "dm", "reply", "mention")
_SIGNALS = ("invitation", "endorsement", "retweet", "like")
_DECISIONS = ("same", "different")
_SHORT_ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxyz]{8}")
#: An interaction that was written down.
ENTRY = "interaction entry"


class Parser:
    """Reads lines in their order: which snapshots and accounts were told so far.

    Messages wait in it, for each would take longer by itself than with others.
    """

    def __init__(self) -> None:
        self.waiting = 0
        self._snapshots: set[int] = set()
        self._accounts: dict[str, Account] = {}
        self._at = fields.Instants()
        self._ends: dict[tuple[Any, ...], tuple[int, End]] = {}
        self._talk: dict[int, Interactions] = {}

    def messages(self) -> Iterator[Talk]:
        """Yield the messages that wait."""
        for snapshot, messages in self._talk.items():
            yield Talk(snapshot, messages)
        self._talk, self.waiting = {}, 0

    def _in(self, line: Line) -> tuple[int, ...]:
        """Return the snapshots that state what a line says."""
        value = line.get("in")
        found = value if isinstance(value, list) else [value]
        if not found or not all(type(n) is int and n in self._snapshots for n in found):
            raise Wrong("'in' names a snapshot that no line before this one tells")
        return tuple(dict.fromkeys(found))

    def _account(self, line: Line, name: str = "account") -> Account:
        found = self._accounts.get(fields.text(line, name))
        if found is None:
            raise Wrong(f"'{name}' is an account that no line before this one tells")
        return found

    def snapshot(self, number: int, line: Line) -> Snapshot:
        """Read a line that tells of a source as it was on one day."""
        of = fields.number(line, "snapshot", 1, 1_000_000)
        if of in self._snapshots:
            raise Wrong(f"a second snapshot {of}")
        self._snapshots.add(of)
        owner = fields.mapped(line, "owner")
        keys = [fields.text({"key": key}, "key", None) for key in fields.items(owner, "keys")]
        if any(key != "".join(key.split()) for key in keys):
            raise Wrong("a key of the owner holds a space")
        lists = [
            fields.word({"list": one}, "list", get_args(TieKind))
            for one in fields.items(line, "whole_lists")
        ]
        hidden = fields.mapped(line, "hidden")
        return Snapshot(
            number, of, fields.word(line, "source", _SOURCES), fields.text(line, "name"),
            fields.day(line, "exported_on"), frozenset(lists),
            Owner(
                fields.text(owner, "link") or None, fields.text(owner, "name"),
                tuple(key for key in keys if "@" in key[1:]),
                tuple(key for key in keys if "@" not in key),
                tuple(key[1:] for key in keys if key.startswith("@") and "@" not in key[1:]),
            ),
            {fields.read_day(day, "hidden"): fields.count(hidden, day, 1) for day in hidden},
            tuple(map(_file, fields.objects(line, "files"))),
        )  # fmt: skip

    def person(self, number: int, line: Line) -> Person:
        """Read a line that tells of somebody."""
        accounts: dict[str, Account] = {}
        profiles, ties = [], []
        for told in fields.objects(line, "accounts"):
            account = read_account(told)
            accounts[fields.text(told, "account", None)] = account
            profiles += [
                (self._in(one), _profile(account, one)) for one in fields.objects(told, "profiles")
            ]
            ties += [
                (self._in(one), _tie(number, account, one)) for one in fields.objects(told, "lists")
            ]
        if not accounts:
            raise Wrong("a person without an account")
        if accounts.keys() & self._accounts.keys():
            raise Wrong("an account that an earlier line tells")
        self._accounts |= accounts
        return Person(number, tuple(accounts.values()), tuple(profiles), tuple(ties))

    def message(self, number: int, line: Line) -> None:
        """Read a line that tells of a message, which waits for others."""
        try:
            key = (
                line["in"], line["account"], line["direction"], line["channel"], line["medium"],
                line["others"],
            )  # fmt: skip
            end = self._ends.get(key)
        except (KeyError, TypeError):
            raise Wrong("an interaction that lacks a field, or has a list in its place") from None
        if end is None:
            end = self._ends[key] = self._end(line)
        at = self._at.read(line.get("at"))
        if at < 0:
            raise Wrong("'at' is before 1970")
        conversation = line.get("conversation", 0)
        if type(conversation) is not int:
            conversation = _large(conversation)
        if not 0 <= conversation < 1 << 63:
            raise Wrong("'conversation' is out of range")
        talk = self._talk.get(end[0])
        if talk is None:
            talk = self._talk[end[0]] = Interactions([], [], [], [])
        lines, ends, moments, conversations = cast("tuple[list[Any], ...]", talk)
        lines.append(number)
        ends.append(end[1])
        moments.append(at)
        conversations.append(conversation)
        self.waiting += 1

    def _end(self, line: Line) -> tuple[int, End]:
        channel = fields.word(line, "channel", _MESSAGES)
        fields.word(line, "medium", (CHANNELS[channel],))
        snapshots = self._in(line)
        if len(snapshots) != 1:
            raise Wrong("'in' names several snapshots")
        return snapshots[0], End(
            (self._account(line),), _direction(line, _DIRECTIONS[:2]), channel,
            fields.number(line, "others", 0, (1 << 31) - 1),
        )  # fmt: skip

    def entry(self, number: int, line: Line) -> Stated:
        """Read a line that tells of an interaction that was written down."""
        at, day = line.get("at"), fields.day(line, "day")
        if (at is None) is (day is None):
            raise Wrong("an interaction has either 'at' or 'day'")
        purpose = fields.text(line, "purpose")
        try:
            well_written = read_purpose(purpose) == purpose
        except ValueError:
            well_written = False
        if not well_written:
            raise Wrong("'purpose' is none that netaudit knows")
        return Stated(
            self._in(line),
            Entry(
                number, self._account(line), fields.text(line, "written"),
                None if at is None else self._at.read(at), day,
                fields.text(line, "channel", None), fields.word(line, "medium", MEDIA),
                _direction(line), purpose, fields.text(line, "note"),
                fields.number(line, "others", 1, 1_000_000), fields.text(line, "ref"),
                fields.number(line, "occurrence", 0, default=0),
                fields.number(line, "place", 0, default=0), fields.flag(line, "logged"),
            ),
        )  # fmt: skip

    def signal(self, number: int, line: Line) -> Stated:
        """Read a line that tells of a trace that is no exchange."""
        signal = Signal(
            number, self._account(line), fields.word(line, "signal", _SIGNALS),
            self._at.read(line.get("at")), _direction(line), fields.flag(line, "with_note"),
        )  # fmt: skip
        return Stated(self._in(line), signal)

    def note(self, number: int, line: Line) -> Stated:
        """Read a line that holds a note of the user's."""
        account = self._account(line)
        note = Note(
            number, account, fields.text(line, "text", None), fields.day(line, "day"),
            Profile(account, ""),
        )  # fmt: skip
        return Stated(self._in(line), note)

    def decision(self, _: int, line: Line) -> Decided:
        """Read a line that says who is who."""
        kind = cast("Literal['same', 'different']", fields.word(line, "decision", _DECISIONS))
        one, other = self._account(line), self._account(line, "other")
        if one == other:
            raise Wrong("a decision about an account and itself")
        return Decided(Decision(kind, one, other))

    def preference(self, _: int, line: Line) -> Preferred:
        """Read a line that says what the user prefers of somebody."""
        matter = cast("Matter", fields.word(line, "matter", get_args(Matter)))
        tag, value = fields.text(line, "tag"), fields.text(line, "value")
        account = None if line.get("account") is None else self._account(line)
        if bool(tag) is not (matter == "tag" or account is None):
            raise Wrong("'tag' and 'account' do not go together")
        if (account is None and matter != "cadence") or len(tag) > 50 or "," in tag:
            raise Wrong("'tag' is none")
        if value and not _holds(matter, value, of_tag=account is None):
            raise Wrong(f"'value' is none that '{matter}' can have")
        return Preferred(Preference(matter, value, tag), account)

    def removed(self, _: int, line: Line) -> Removed:
        """Read a line that says of an entry that it counts no more."""
        entry = fields.text(line, "entry", None)
        if not _SHORT_ID.fullmatch(entry):
            raise Wrong("'entry' is no id of an entry")
        return Removed(entry)

    def forgotten(self, _: int, line: Line) -> Forgotten:
        """Read a line that keeps somebody from coming back."""
        return Forgotten(fields.digest(line, "key"), fields.digest(line, "digest"))


def _file(line: Line) -> ReadFile:
    counts = ("read", "new", "updated", "unchanged", "skipped")
    return ReadFile(
        fields.text(line, "name"), fields.text(line, "format"),
        set_aside=fields.counted(line, "set_aside"),
        **{name: fields.count(line, name) for name in counts},
    )  # fmt: skip


def _profile(account: Account, line: Line) -> Profile:
    return Profile(
        account, fields.text(line, "name"), fields.text(line, "url"), fields.text(line, "email"),
        fields.text(line, "company"), fields.text(line, "position"), fields.flag(line, "listed"),
        fields.text(line, "phone"), fields.text(line, "handle"), fields.text(line, "about"),
        fields.day(line, "said_on") or 0,
    )  # fmt: skip


def _tie(number: int, account: Account, line: Line) -> Tie:
    kind = cast("TieKind", fields.word(line, "list", get_args(TieKind)))
    return Tie(number, account, kind, fields.day(line, "since"), None)


def _direction(line: Line, words: tuple[str, ...] = _DIRECTIONS) -> Direction:
    return cast("Direction", fields.word(line, "direction", words))


def _large(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        return int(value)
    raise Wrong("'conversation' is no number")


def _holds(matter: Matter, value: str, *, of_tag: bool) -> bool:
    """Tell whether a matter can have that value."""
    try:
        match matter:
            case "snooze":
                return fields.read_day(value, "value") > 0
            case "cadence":
                return (value == NONE and not of_tag) or str(Span.parse(value)) == value
    except (Wrong, UsageError):
        return False
    return value == YES


_Reading = Callable[[Parser, int, Line], Told | None]
_STATED = "type person account in"
_WRITTEN_DOWN = (
    "at day channel medium direction others entry logged removed written purpose note ref"
    " occurrence place"
)
#: Type of a line -> the fields it can have, and what reads it.
READ: dict[str, tuple[frozenset[str], _Reading]] = {
    kind: (frozenset(names.split()), reader)
    for kind, names, reader in (
        (
            "snapshot",
            "type snapshot source name exported_on whole_lists owner hidden files",
            Parser.snapshot,
        ),
        (
            "person",
            "type person name me fits company position tags ignored accounts",
            Parser.person,
        ),
        (
            "interaction",
            f"{_STATED} at channel medium direction others conversation",
            Parser.message,
        ),
        (
            ENTRY,
            f"{_STATED} {_WRITTEN_DOWN}",
            Parser.entry,
        ),
        ("signal", f"{_STATED} signal at direction with_note", Parser.signal),
        ("note", f"{_STATED} day text", Parser.note),
        ("decision", "type decision account other", Parser.decision),
        ("preference", "type matter tag value account", Parser.preference),
        ("removed", "type entry", Parser.removed),
        ("forgotten", "type key digest", Parser.forgotten),
    )
}


def known_fields() -> dict[str, frozenset[str]]:
    """Return type of a line -> the fields it can have."""
    found = {kind: names for kind, (names, _) in READ.items() if kind != ENTRY}
    return {**found, "interaction": found["interaction"] | READ[ENTRY][0]}
