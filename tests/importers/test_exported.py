"""An export of netaudit is a text file that anybody may have written."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.made import made
from netaudit.errors import InputRefused
from netaudit.importers import claim
from netaudit.importers.exported import is_exported, read
from netaudit.importers.exported.accounts import read_account
from netaudit.importers.exported.told import Person, Snapshot, Stated, Talk, Told, Unknown
from netaudit.importers.source import File
from netaudit.normal import core_name_key, email_key, linkedin_slug, name_key
from netaudit.records import Problem

HEAD = '{"netaudit":"export","version":1}'
END = '{"type":"end"}'
SNAPSHOT = {"type": "snapshot", "snapshot": 1, "source": "linkedin", "name": "export.zip"}
ANA = {
    "type": "person", "accounts": [
        {
            "account": "cdfghjkm", "platform": "linkedin", "kind": "url", "key": "ana-ruiz",
            "profiles": [{"in": [1], "name": "Ana Ruiz"}],
            "lists": [{"in": [1], "list": "connection", "since": "2020-01-02"}],
        }
    ],
}  # fmt: skip
MESSAGE = {
    "type": "interaction", "account": "cdfghjkm", "at": "2021-02-03T04:05:06Z",
    "channel": "linkedin", "medium": "text", "direction": "in", "others": 1,
    "conversation": "9223372036854775807", "in": 1,
}  # fmt: skip
ENTRY = {
    "type": "interaction", "account": "cdfghjkm", "day": "2021-02-03", "channel": "bowling",
    "medium": "in_person", "direction": "both", "others": 1, "entry": "bcdfghjk", "logged": True,
    "written": "Ana", "in": 1,
}  # fmt: skip
SIGNAL = {
    "type": "signal", "account": "cdfghjkm", "signal": "like", "at": "2021-02-03T04:05:06Z",
    "direction": "out", "with_note": False, "in": 1,
}  # fmt: skip
NOTE = {"type": "note", "account": "cdfghjkm", "text": "of the kiln", "in": [1]}
WISH = {"type": "preference", "matter": "tag", "tag": "kiln", "value": "yes", "account": "cdfghjkm"}


def text(*lines: object, end: str = END) -> str:
    return "\n".join([
        HEAD, *(line if isinstance(line, str) else json.dumps(line) for line in lines), end, ""
    ])  # fmt: skip


def told(*lines: object, notices: list[str] | None = None) -> list[Told]:
    return list(read(made(text(*lines), "x.jsonl"), [] if notices is None else notices))


def problem(*lines: object) -> str:
    """Return the one problem that there is."""
    (found,) = [one for one in told(SNAPSHOT, ANA, *lines) if isinstance(one, Problem)]
    assert str(found.where) == f"x.jsonl:{len(lines) + 3}"
    return found.message


def test_it_is_known_by_its_first_line_and_by_nobody_else() -> None:
    file = made(text(SNAPSHOT), "anything.csv")
    assert is_exported(file)
    assert claim(file) is None
    for other in ("", "[]", "{", '{"netaudit":[]}', '{"netaudit":' + "[" * 900, "netaudit", "a,b"):
        assert not is_exported(made(f"{other}\n", "x.jsonl"))


def test_what_is_told_is_read() -> None:
    found = told(SNAPSHOT, ANA, MESSAGE, ENTRY, SIGNAL, NOTE, WISH)
    kinds = [type(one) for one in found]
    assert kinds[:2] == [Snapshot, Person]
    assert kinds[2:5] == [Stated, Stated, Stated]
    assert kinds[-1] == Talk
    (talk,) = (one for one in found if isinstance(one, Talk))
    assert talk.messages.at == [1_612_325_106]
    assert talk.messages.conversations == [(1 << 63) - 1]


@pytest.mark.parametrize(
    ("line", "field", "value", "words"),
    [
        (MESSAGE, "at", 5, "'at' is no instant"),
        (MESSAGE, "at", "2021-W05-3T04:05:06Z", "'at' is no"),
        (MESSAGE, "at", "2021-02-03T24:05:06Z", "'at' is no instant"),
        (MESSAGE, "at", "1821-02-03T04:05:06Z", "'at' is no day"),
        (MESSAGE, "at", "1921-02-03T04:05:06Z", "'at' is before 1970"),
        (MESSAGE, "account", "nobody", "an account that no line before"),
        (MESSAGE, "account", ["cdfghjkm"], "lacks a field, or has a list"),
        (MESSAGE, "in", 2, "a snapshot that no line before"),
        (MESSAGE, "in", None, "a snapshot that no line before"),
        (MESSAGE, "direction", "both", "'direction' is none of in, out"),
        (MESSAGE, "channel", "bowling", "'channel' is none of"),
        (MESSAGE, "medium", "voice", "'medium' is none of text"),
        (MESSAGE, "others", 1 << 40, "'others' is no whole number"),
        (MESSAGE, "conversation", 1 << 63, "'conversation' is out of range"),
        (MESSAGE, "conversation", "9" * 19 + "9", "'conversation' is no number"),
        (MESSAGE, "conversation", True, "'conversation' is no number"),
        (ENTRY, "at", "2021-02-03T04:05:06Z", "either 'at' or 'day'"),
        (ENTRY, "day", "2021-02-30", "'day' is no day"),
        (ENTRY, "purpose", "got+gave", "'purpose' is none"),
        (ENTRY, "others", 1.5, "'others' is no whole number"),
        (ENTRY, "note", "\ud800", "no part of text"),
        (ENTRY, "note", "\0", "no part of text"),
        (ENTRY, "note", "a" * 100_001, "longer than anything"),
        (ENTRY, "logged", "yes", "neither true nor false"),
        (SIGNAL, "signal", "poke", "'signal' is none of"),
        (NOTE, "in", [], "a snapshot that no line before"),
        (WISH, "tag", "", "'tag' and 'account' do not go together"),
        (WISH, "value", "no", "'value' is none that 'tag' can have"),
        (WISH, "matter", "cadence", "'tag' and 'account' do not go together"),
    ],
    ids=lambda one: one["type"] if isinstance(one, dict) else repr(one)[:20],
)
def test_a_line_with_a_wrong_field_is_left_out_in_words(
    line: dict[str, Any], field: str, value: object, words: str
) -> None:
    assert words in problem({**line, field: value})


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("email name ana@mill.example", "'kind' is none of email"),
        ("x url ana", "'kind' is none of id, handle"),
        ("x id 07", "the 'id' of an account"),
        ("x handle @Ana", "the 'handle' of an account"),
        ("linkedin url Ana-Ruiz", "the 'url' of an account"),
        ("email email Ana@mill.example", "the 'email' of an account"),
        ("phone phone 555-0100", "the 'phone' of an account"),
        ("log name Ana", "the 'name' of an account"),
        ("linkedin listed ana  ruiz", "the 'listed' of an account"),
    ],
)
def test_an_account_that_no_importer_makes_is_left_out_in_words(account: str, words: str) -> None:
    platform, kind, key = account.split(" ", 2)
    told = {"account": "ghjkmnpq", "platform": platform, "kind": kind, "key": key}
    assert words in problem({"type": "person", "accounts": [told]})


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=6))
def test_whatever_a_file_calls_somebody_is_read_as_it_is_kept(text: str) -> None:
    day = "2020-01-02"
    made = [("log", "name", name_key(text)), ("linkedin", "listed", name_key(f"{text} {day}"))]
    made += [("linkedin", "name", core_name_key(text))]
    made += [("linkedin", "url", linkedin_slug(f"linkedin.com/in/{text}") or "")]
    made += [("email", "email", email_key(f"{text}@{text}.example") or "")]
    for platform, kind, key in made:
        if key and key.isprintable():
            told = {"platform": platform, "kind": kind, "key": key}
            assert read_account(told) == (platform, kind, key)


@pytest.mark.parametrize("key", ["bjørn", "sæby", "a%2fb", "a/b?c", "a b", "ana-ruiz-ü"])
def test_odd_ends_of_links_and_letters_are_keys(key: str) -> None:
    kind = "name" if key in {"bjørn", "sæby"} else "url"
    told = {"platform": "linkedin", "kind": kind, "key": key}
    assert read_account(told).key == key


@pytest.mark.parametrize(
    "line",
    ["[1]", "{", "nothing", "\ufeff{}", '{"a":1}{"a":1}', "[" * 5000, '{"a":' + "1" * 5000 + "}"],
    ids=["list", "open", "word", "mark", "two", "deep", "huge"],
)  # fmt: skip
def test_a_line_that_is_no_object_is_left_out(line: str) -> None:
    assert problem(line) == "no object of JSON in UTF-8"


def test_bytes_that_are_no_text_are_left_out() -> None:
    file = made(f"{HEAD}\n".encode() + b'{"type":"\xff"}\n' + END.encode(), "x.jsonl")
    (found,) = read(file, [])
    assert isinstance(found, Problem)


@pytest.mark.parametrize(
    "line",
    [
        SNAPSHOT, {**SNAPSHOT, "snapshot": 2, "source": "nowhere"},
        {**SNAPSHOT, "snapshot": 2, "exported_on": 5}, {**SNAPSHOT, "snapshot": 0},
        {**SNAPSHOT, "snapshot": 2, "hidden": {"2020-01-01": 0}},
        {**SNAPSHOT, "snapshot": 2, "owner": {"keys": ["a b"]}},
        {**SNAPSHOT, "snapshot": 2, "files": [{"name": "a", "format": "b", "read": -1}]},
        {**SNAPSHOT, "snapshot": 2, "files": [{"name": "a", "format": "b", "read": 1 << 31}]},
        {**SNAPSHOT, "snapshot": 2, "hidden": {"2020-01-01": 1 << 31}},
    ],
    ids=[
        "twice", "source", "day", "number", "hidden", "owner", "files", "many rows", "many hidden",
    ],
)  # fmt: skip
def test_an_export_whose_snapshots_are_wrong_is_refused_with_the_line(line: object) -> None:
    with pytest.raises(InputRefused, match=r"x\.jsonl:3: "):
        told(SNAPSHOT, line)


@pytest.mark.parametrize(
    ("written", "words", "hint"),
    [
        (text(SNAPSHOT).replace('"version":1', '"version":2'), "version 2; this", "upgrade"),
        (text(SNAPSHOT).replace('"version":1', '"version":true'), "version True", "make the"),
        (text(SNAPSHOT, end=""), "breaks off", "make the export again"),
        (text("\n".join(["x"] * 10_001)), "more than 10,000 lines", "make the export again"),
    ],
    ids=["newer", "true", "cut off", "broken"],
)
def test_what_is_not_whole_or_not_ours_is_refused(written: str, words: str, hint: str) -> None:
    with pytest.raises(InputRefused, match=words) as refused:
        list(read(made(written, "x.jsonl"), []))
    assert hint in str(refused.value.hint)


class _Endless(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return b"x" * max(size, 0)


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory() -> None:
    file = made(text(SNAPSHOT), "x.jsonl")
    assert is_exported(file)
    endless = File("x.jsonl", "x.jsonl", _Endless)  # type: ignore[arg-type]  # it is only read
    endless.__dict__["head"] = file.head
    with pytest.raises(InputRefused, match="longer than 16 MiB"):
        list(read(endless, []))


def test_what_a_newer_netaudit_adds_is_passed_over_with_a_notice() -> None:
    notices: list[str] = []
    found = told(SNAPSHOT, ANA, {**NOTE, "mood": 1}, {"type": "dream"}, notices=notices)
    assert [type(one) for one in found] == [Snapshot, Person, Stated, Unknown]
    (notice,) = notices
    assert "the field 'mood' of 'note', lines of the type 'dream'" in notice


LINES = [SNAPSHOT, ANA, MESSAGE, ENTRY, SIGNAL, NOTE, WISH]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.sampled_from(["cdfghjkm", "linkedin", "2021-02-03", "2021-02-03T04:05:06Z", "in", 1]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.integers(0, 12), VALUES), max_size=4))
def test_any_lines_are_read_or_refused_in_words(
    changed: list[tuple[dict[str, Any], int, object]],
) -> None:
    lines: list[dict[str, Any]] = [SNAPSHOT, ANA]
    for line, place, value in changed:
        fields = list(line)
        lines.append({**line, fields[place % len(fields)]: value})
    try:
        found = told(*lines)
    except InputRefused:
        return
    rows = sum(len(one.messages.at) if isinstance(one, Talk) else 1 for one in found)
    assert rows >= len(lines) - sum(line.get("type") == "end" for line in lines)
