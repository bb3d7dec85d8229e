"""Harnesses of what is read as JSON: the scripts of an X archive, and exports of netaudit's own."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any, NoReturn

from fuzz import seeds
from fuzz.harness import Harness, assert_storable, context_of, made, may_refuse, split
from fuzz.tables import OWNERS, lines_of, texts
from importers import test_exported as exported_made
from importers import x_made
from netaudit.errors import InputRefused
from netaudit.importers import IMPORTERS, TABLES_OF_X, claim, read_checked, refusal
from netaudit.importers.exported import is_exported, read
from netaudit.importers.exported.told import Talk
from netaudit.importers.source import File
from netaudit.importers.twitter import js, manifest
from netaudit.importers.twitter.own import find_owner
from netaudit.records import Problem

OF_X = tuple(one for one in IMPORTERS if one.platform == "x" and one.name not in TABLES_OF_X)
#: What a script may begin with; the first way is nothing at all.
BEGINNINGS = (
    "", "window.__THAR_CONFIG = ", "var user_details = ", "Grailbird.data.tweets_2013_01 = ",
    *(
        f"window.YTD.{name}.part0 = "
        for name in (
            "account", "screen_name_change", "following", "follower", "block", "mute", "contact",
            "direct_messages", "direct_message_headers", "direct_messages_group",
            "direct_message_group_headers", "tweet", "tweets", "note_tweet", "community_tweet",
            "like", "ad_engagements",
        )
    ),
)  # fmt: skip
KEYS = (
    "account", "following", "tweet", "like", "dmConversation", "contact", None, "blocking",
    "screenNameChange",
)  # fmt: skip
_ENDS = ("", exported_made.END, f"\n{exported_made.END}\n")


def _scripts(data: bytes) -> None:
    (begins, who, key, _), body = split(data)
    _elements(body, KEYS[key % len(KEYS)], bare=key >= 128)
    file = made(BEGINNINGS[begins % len(BEGINNINGS)].encode() + body, "data.js")
    importer = None
    with may_refuse():
        importer = claim(file)
        if importer is None:
            assert refusal(file).message.isprintable()
    if importer not in OF_X:
        return
    with suppress(InputRefused):
        assert_storable(list(asdict(find_owner({importer.name: [file]}, None, None)).values()))
    context = context_of(OWNERS[who % len(OWNERS)], (file,))
    with may_refuse():
        last = file_lines(file)
        for record in read_checked(importer, file, context):
            assert_storable(texts(record))
            for line in lines_of(record):
                assert 1 <= line <= last, "a line that the file does not have"
        assert_storable(context.notices)
        assert_storable(manifest.check([file], [file], context.elements).notices)


def file_lines(file: File) -> int:
    """Return how many lines a file has, whatever its encoding."""
    with file.open() as stream:
        return stream.read().count(b"\n") + 1


def _elements(body: bytes, key: str | None, *, bare: bool) -> None:
    """Read a list element by element, and hold it against what `json` makes of it as a whole."""
    file = made(b"window.YTD.any.part0 = " + body, "any.js")
    context = context_of(OWNERS[0])
    found: list[js.Item | Problem] = []
    with may_refuse():
        found += js.elements(file, context, key, bare=bare)
        assert context.elements == {file.shown: len(found)}
    if context.elements:
        whole = json.loads(body.decode().rstrip(" \t\r\n").removesuffix(";"), **_AS_TEXT)
        for index, (item, element) in enumerate(zip(found, whole, strict=True)):
            if isinstance(item, js.Item):
                assert item.index == index
                assert item.value in (element, element.get(key))
    line = 1
    for one in found:
        at = one.where.line if isinstance(one, Problem) else one.line
        assert at >= line, "an element before the one before it"
        line = at
        if isinstance(one, js.Item):
            _fields(one.value)


def _fields(value: dict[str, Any]) -> None:
    """Take what an element holds for everything that it could be."""
    for name in value:
        number = js.number(value, name)
        assert not number or (number.isascii() and number.isdigit() and len(number) <= 20)
        assert isinstance(js.text(value, name), str)
        assert isinstance(js.record(value, name), dict)
        assert all(isinstance(one, dict) for one in js.records(value, name))


def _exported(data: bytes) -> None:
    (begins, ends, *_), body = split(data, 2)
    head = f"{exported_made.HEAD}\n" if begins % 2 else ""
    file = made(head.encode() + body + _ENDS[ends % len(_ENDS)].encode(), "export.jsonl")
    if not is_exported(file):
        return
    notices: list[str] = []
    lines = file_lines(file)
    with may_refuse():
        for told in read(file, notices):
            if isinstance(told, Problem):
                assert 1 < told.where.line <= lines
                assert told.message.isprintable()
            elif isinstance(told, Talk):
                assert len(set(map(len, told.messages))) == 1
                assert all(at >= 0 for at in told.messages.at)
                assert all(0 <= one < 1 << 63 for one in told.messages.conversations)
            else:
                told_is_sound(told, lines)
    assert all(map(str.isprintable, notices))


def told_is_sound(told: object, lines: int) -> None:
    """Assert of what a line tells that it has a line, and that SQLite can take its texts."""
    line = getattr(told, "line", None)
    assert line is None or 1 <= line <= lines
    for text in _strings(told):
        text.encode()
        assert "\0" not in text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _strings(list(value.items()))
    elif isinstance(value, (tuple, list, frozenset)):
        for part in value:
            yield from _strings(part)


def _no_number(_name: str) -> NoReturn:
    raise AssertionError("NaN or Infinity was read")


_AS_TEXT: dict[str, Any] = {
    "parse_int": str, "parse_float": str, "parse_constant": _no_number,
}  # fmt: skip


def _script_seeds() -> Iterator[bytes]:
    for number, file in enumerate((
        *seeds.of_cases("x/*", ending=".js"), *seeds.of_examples("x/data/*.js"),
    )):  # fmt: skip
        yield bytes([0, number % len(OWNERS), number % len(KEYS), 0]) + file
    for begins in range(len(BEGINNINGS)):
        for body in (b"[]", b"{}", b'[ {"a": {"b": [1, -2.5e3, true, null]}}, "\\u0041"\n];'):
            yield bytes([begins, 0, KEYS.index(None) if begins % 2 else begins, 0]) + body
    deep = b"[" * 3000
    yield bytes(4) + b"window.YTD.tweets.part0 = [{" + deep
    whole = x_made.script("tweets", [x_made.post("2026-02-18T12:00", "hi", "2222", ["3333"])])
    for encoding in ("utf-8-sig", "utf-16"):
        yield bytes(4) + whole.encode(encoding)


def _exported_seeds() -> Iterator[bytes]:
    world = [exported_made.SNAPSHOT, exported_made.ANA]
    rest = [
        exported_made.MESSAGE, exported_made.ENTRY, exported_made.SIGNAL, exported_made.NOTE,
        exported_made.WISH, *_MORE,
    ]  # fmt: skip
    yield b"\0\0" + exported_made.text(*world, *rest).encode()
    for line in rest:
        yield b"\1\2" + "\n".join(map(json.dumps, [*world, line])).encode()
    yield b"\1\1" + b"[" * 3000
    yield b"\1\1" + b"9" * 5000


#: Lines of the types that the importers' tests have no example of.
_MORE: list[dict[str, object]] = [
    {"type": "decision", "decision": "same", "account": "cdfghjkm", "other": "cdfghjkm"},
    {"type": "removed", "entry": "bcdfghjk"},
    {"type": "forgotten", "key": "ab" * 32, "digest": "cd" * 32},
    {"type": "preference", "matter": "cadence", "tag": "kiln", "value": "3w"},
    {"type": "preference", "matter": "snooze", "value": "2026-12-01", "account": "cdfghjkm"},
    {"type": "snapshot", "snapshot": 2, "source": "x", "name": "twitter.zip",
     "exported_on": "2026-11-01", "whole_lists": ["follower"], "hidden": {"2026-01-02": 3},
     "owner": {"name": "Robin Quist", "link": "111", "keys": ["@robin_q", "robin@example.org"]},
     "files": [{"name": "follower.js", "format": "x-follower", "read": 2, "new": 1, "updated": 0,
                "unchanged": 1, "skipped": 0, "set_aside": {"repeated rows": 1}}]},
    {"type": "weather", "sunny": True},
]  # fmt: skip
_OF_JSON = (
    "{", "}", "[", "]", ",", ":", '"', "\\u0000", "\\ud800", "null", "true", "NaN", "-1", "1e999",
    "[[[[[[[[", "\n",
)  # fmt: skip

SCRIPTS = (
    Harness(
        "x-scripts", "the scripts of an X archive, element by element, and what they tell",
        _scripts, _script_seeds,
        (*_OF_JSON, *BEGINNINGS[1:8], *(key for key in KEYS if key), "accountId", "userLink",
         "userName", "messageCreate", "joinConversation", "participantsLeave", "senderId",
         "recipientId", "createdAt", "2026-02-18T12:00:00.000Z", "conversationId", "111-2222",
         "created_at", "Wed Feb 18 12:00:00 +0000 2026", "id_str", "in_reply_to_user_id_str",
         "user_mentions", "screen_name", "full_text", "RT @bo_lind: ", "tweetId", "dataTypes",
         "globalName", "YTD.tweets.part0", "generationDate"),
    ),
    Harness(
        "exported", "netaudit's own exports, line by line", _exported, _exported_seeds,
        (*_OF_JSON, '{"type":"', *(f'"{name}"' for name in (
            "snapshot", "person", "interaction", "signal", "note", "decision", "preference",
            "removed", "forgotten", "end", "account", "accounts", "profiles", "lists", "in", "at",
            "day", "key", "digest", "owner", "hidden", "files", "entry", "conversation", "others",
        )), "2021-02-03T04:05:06Z", "2021-02-03", "9223372036854775807"),
    ),
)  # fmt: skip
