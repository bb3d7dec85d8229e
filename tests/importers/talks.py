"""Conversations on X made on the spot, and what the importers make of them."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from importers.made import CHANNELS, Told, made, singly
from netaudit.importers.base import Context, Importer, read_checked
from netaudit.importers.source import File
from netaudit.importers.twitter.groups import GroupMessages
from netaudit.importers.twitter.messages import DirectMessages
from netaudit.records import Interaction, Owner, Problem, SetAside

ME, ANA, BO, CY = "111", "222", "33", "4444"
ALONE, GROUPS = DirectMessages(), GroupMessages()
#: 2023-11-14T22:13:20Z
T = 1_700_000_000
Value = dict[str, Any]


def iso(second: float) -> str:
    """Write so many seconds after T as X does; less than 40 of them."""
    return f"2023-11-14T22:13:{20 + second:06.3f}Z"


def sent(
    number: object, sender: str | None, recipient: str | None = None, at: float | str = 0
) -> Value:
    """Return the event of a message; None is what is not said."""
    said = {
        "senderId": sender, "recipientId": recipient, "id": str(number),
        "createdAt": at if isinstance(at, str) else iso(at), "text": "Hello",
    }  # fmt: skip
    return {"messageCreate": {key: value for key, value in said.items() if value is not None}}


def talk(*events: object, name: str = f"{ME}-{ANA}") -> Value:
    return {"dmConversation": {"conversationId": name, "messages": list(events)}}


def script(
    *elements: object,
    name: str = "direct_messages",
    watch: Callable[[int], None] | None = None,
) -> File:
    """Return a script of one element a line, the first one in the second line."""
    lines = ",\n".join(map(json.dumps, elements))
    file = made(f"window.YTD.{name}.part0 = [\n{lines}\n]", f"{name.replace('_', '-')}.js")
    return File(file.name, file.shown, file.opener, file.size, watch)


def context(owner: str | None = ME) -> Context:
    return Context(Owner(owner), "UTC", CHANNELS, [])


def read(file: File, owner: str | None = ME, importer: Importer | None = None) -> list[Told]:
    if importer is None:
        importer = next(one for one in (ALONE, GROUPS) if one.identify(file))
    return singly(read_checked(importer, file, context(owner)))


def direct(*events: object, name: str = f"{ME}-{ANA}") -> list[Told]:
    return read(script(talk(*events, name=name)))


def group(*events: object) -> list[Told]:
    return read(script(talk(*events, name="777"), name="direct_messages_group"))


def ends(told: Sequence[Told]) -> list[tuple[str, list[str], int]]:
    """Return direction, ids of the people and size of every message."""
    return [
        (one.direction, [account.key for account in one.accounts], one.size)
        for one in told
        if isinstance(one, Interaction)
    ]


def kinds(told: Sequence[Told]) -> list[str]:
    """Return what was set aside, or the code of what is wrong."""
    return [
        one.kind if isinstance(one, SetAside) else one.code
        for one in told
        if isinstance(one, SetAside | Problem)
    ]
