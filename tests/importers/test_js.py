"""Scripts of an X archive: whole, cut off, changed, and written by somebody else."""

import errno
import io
import json
import math
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from importers.made import CHANNELS, ME, made
from netaudit.errors import InputRefused
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter import js
from netaudit.importers.twitter.js import Item, Script, elements, script, single
from netaudit.records import Problem, Where

TWEETS = "window.YTD.tweets.part0 = "
NEITHER = "element {} of the list is not an object that holds a 'tweet'"


class Got(NamedTuple):
    """What a file gave: its elements, the notices, and how many elements were counted."""

    items: list[Item | Problem]
    notices: list[str]
    counts: dict[str, int]


def read(
    content: str | bytes, key: str | None = "tweet", *, bare: bool = False, name: str = "tweets.js"
) -> Got:
    context = Context(ME, "UTC", CHANNELS, [])
    items = list(elements(made(content, name), context, key, bare=bare))
    return Got(items, context.notices, context.elements)


def values(content: str | bytes, key: str | None = None) -> list[dict[str, Any]]:
    """Return the values of a list in which nothing is wrong."""
    return [item.value for item in read(content, key).items if isinstance(item, Item)]


def refused(content: str | bytes, key: str | None = None) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        read(content, key)
    return caught.value


def read_single(content: str) -> dict[str, Any]:
    return single(made(content, "manifest.js"), Context(ME, "UTC", CHANNELS, []))


@pytest.fixture(params=[1 << 18, 1, 7])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have files read by so many bytes."""
    value: int = request.param
    monkeypatch.setattr(js, "CHUNK", value)
    return value


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("window.YTD.tweets.part0 = [", Script("tweets", "0")),
        ("window.YTD.tweet.part0 = [ {", Script("tweet", "0")),
        ("window.YTD.like.part12 = [\n", Script("like", "12")),
        ("window.YTD.direct_messages_group.part0=[", Script("direct_messages_group", "0")),
        (" \r\n\twindow.YTD.p1_x.part0\n=\n[ ]", Script("p1_x", "0")),
        ("window.__THAR_CONFIG = {", Script("__THAR_CONFIG", "")),
        ("var user_details =  {", Script("user_details", "")),
        ("Grailbird.data.tweets_2013_01 = \n [ {", Script("Grailbird.tweets", "2013_01")),
        ("window.YTD.tweets.part0 =", Script("tweets", "0")),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_script_assigns_is_told_from_its_start(
    start: str, found: Script, encoding: str
) -> None:
    assert script(made(start.encode(encoding))) == found


@pytest.mark.parametrize(
    "start",
    [
        "",
        "[",
        "window.YTD.tweets.part0",
        "window.YTD.tweets.part0 == [",
        "window.YTD.tweets.part = [",
        "window.YTD.tweets.part\u0661 = [",
        "window.YTD.twe-ets.part0 = [",
        "window.YTD..part0 = [",
        "window.ytd.tweets.part0 = [",
        "windowxYTD.tweets.part0 = [",
        "alert(1); window.YTD.tweets.part0 = [",
        "// window.YTD.tweets.part0 = [",
        "var x = [",
        "var payload_details = {",
        "Grailbird.data.tweets_2013 = [",
        "\xa0window.YTD.tweets.part0 = [",
        " " * 5000 + "window.YTD.tweets.part0 = [",
        "tweet_id,text\n1,window.YTD.tweets.part0 = [\n",
    ],
)
def test_anything_else_is_no_script_and_is_not_read_as_one(start: str) -> None:
    assert script(made(start)) is None
    error = refused(start)
    assert error.message == "tweets.js: begins as no script of an X archive"


@settings(deadline=None)
@given(st.binary(max_size=80) | st.binary(max_size=80).map(TWEETS.encode().__add__))
@example(b"\xff\xfew")
@example(b"\xff\xfe\0\0")
@example(b"\xef\xbb")
def test_whether_any_bytes_are_a_script_can_be_told(data: bytes) -> None:
    assert script(made(data)) is None or data.startswith(TWEETS.encode())


@pytest.mark.parametrize("end", ["", ";", "\n", " ;\r\n\n"])
@pytest.mark.parametrize("empty", ["[]", "[ ]", "[\n]"])
def test_an_empty_list_is_the_normal_case(empty: str, end: str, chunk: int) -> None:
    assert read(TWEETS + empty + end) == ([], [], {"tweets.js": 0})


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize(
    "content",
    [
        '[{"tweet":{"id":"1"}},{"tweet":{"id":"2"}}]',
        '[ {\n  "tweet" : {\n    "id" : "1"\n  }\n}, {\n  "tweet" : {\n    "id" : "2"\n  }\n} ]\n',
        '[\n  {"tweet":{"id":"1"}}\n , {"tweet":{"id":"2"}}\n];',
    ],
)
def test_one_line_or_many_are_the_same(content: str) -> None:
    for start in (TWEETS, "Grailbird.data.tweets_2013_01 = \n "):
        assert values(start + content, "tweet") == [{"id": "1"}, {"id": "2"}]


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_element_has_the_line_where_it_begins(end: str) -> None:
    lines = [
        "",
        f"{TWEETS}[ {{",
        '"tweet": {"a": "1"',
        "}} ,",
        "",
        '{"tweet":',
        '{}}, 3, {"tweet":{}}',
        "]",
    ]
    got = read(end.join(lines))
    assert got.items == [
        Item(2, 0, {"a": "1"}),
        Item(6, 1, {}),
        Problem(Where("tweets.js", 7), "bad-element", NEITHER.format(3)),
        Item(7, 3, {}),
    ]
    assert got.counts == {"tweets.js": 4}


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize(
    "bad", ["null", "true", "1", "-1.5e3", '"tweet"', "[]", '[{"tweet":{}}]', "{}", '{"Tweet":{}}',
            '{"tweet":null}', '{"tweet":[]}', '{"tweet":"1"}']
)  # fmt: skip
def test_an_element_of_another_kind_costs_itself(bad: str) -> None:
    got = read(f'{TWEETS}[{{"tweet":{{"id":"1"}}}},\n{bad}\n,{{"tweet":{{"id":"3"}}}}]')
    problem = Problem(Where("tweets.js", 2), "bad-element", NEITHER.format(2))
    assert got.items == [Item(1, 0, {"id": "1"}), problem, Item(3, 2, {"id": "3"})]


def test_elements_are_numbered_as_people_read_numbers() -> None:
    got = read(f"{TWEETS}[{'{},' * 1233}0]", None)
    assert got.items[-1] == Problem(
        Where("tweets.js", 1), "bad-element", "element 1,234 of the list is not an object"
    )


def test_without_a_key_an_element_is_what_it_is() -> None:
    assert values(TWEETS + '[{"tweet":1},{}]') == [{"tweet": "1"}, {}]


def test_of_bare_elements_some_may_be_wrapped() -> None:
    got = read(TWEETS + '[{"id":"1"},{"tweet":{"id":"2"}},{"tweet":null},0]', bare=True)
    assert got.items[:2] == [Item(1, 0, {"id": "1"}), Item(1, 1, {"id": "2"})]
    assert [type(item) for item in got.items[2:]] == [Problem, Problem]


@pytest.mark.parametrize(
    "content",
    [
        'window.__THAR_CONFIG = {"a":{"b":["c"]}}',
        'window.__THAR_CONFIG = {\r\n "a" : {"b" : [ "c" ] }\r\n};\r\n',
        'var user_details =  {"a":{"b":["c"]}}',
    ],
)
def test_a_manifest_is_one_object(content: str, chunk: int) -> None:
    assert read_single(content) == {"a": {"b": ["c"]}}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[]", "1:26: expected an object"),
        ("", "1:26: the file breaks off"),
        ('{"a":1', "1:32: the file breaks off"),
        ("{}{}", "1:28: there is more after the end of the object"),
        ("{};\nalert(1)", "2:1: there is more after the end of the object"),
    ],
)
def test_a_manifest_that_is_none_is_refused(content: str, told: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read_single(f"window.__THAR_CONFIG =   {content}")
    assert caught.value.message == f"manifest.js:{told}"


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("other", ["{}", "null", '"[]"', "1", "JSON.parse('[]')", "]", "/* */ []"])
def test_what_is_no_list_is_refused(other: str) -> None:
    assert refused(TWEETS + other).message == "tweets.js:1:27: expected a list"


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("[{},]", "1:5"),
        ("[,{}]", "1:2"),
        ('[{"a":1,}]', None),
        ('[{"a":[1,]}]', None),
        ("[{}, // c\n{}]", "1:6"),
        ("[/* c */{}]", "1:2"),
        ('[{"a":1 /* c */}]', "1:9"),
        ("[{'a':1}]", "1:3"),
        ("[{\"a\":'b'}]", "1:7"),
        ("[{a:1}]", "1:3"),
        ('[{"a":1 "b":2}]', "1:9"),
        ('[{"a" 1}]', "1:7"),
        ('[{"a":\n01}]', "2:2"),
        ('[{"a":+1}]', "1:7"),
        ('[{"a":.5}]', "1:7"),
        ('[{"a":0x10}]', "1:8"),
        ('[{"a":undefined}]', "1:7"),
        ('[{"a":True}]', "1:7"),
        ('[\n{"a":"b\nc"}]', "2:8"),
        ('[\n{"a":"b\tc"}]', "2:8"),
        ('[{"a":"\0"}]', "1:8"),
        ('[{"a":"\\x41"}]', None),
        ('[{"a":"\\u12G4"}]', None),
        ('[{"a":1}}]', "1:9"),
        ("[{}]]", "1:5"),
        ("[[}]", "1:3"),
        ("[alert(1)]", "1:2"),
        ("[{}\xa0]", "1:4"),
    ],
)
def test_what_is_no_json_is_refused_where_it_is(content: str, place: str | None) -> None:
    text = TWEETS + "\n" + content + " " * 20
    message = refused(text).message
    line, column = map(int, message.split(":")[1:3])
    if place is None:  # versions of Python point at different ends of it
        assert line == 2
    else:
        there, where = map(int, place.split(":"))
        assert (line, column) == (there + 1, where)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[{}{}]", "1:30: neither a comma nor the end of the list"),
        ("[{}\n{}]", "2:1: neither a comma nor the end of the list"),
        ("[{};]", "1:30: neither a comma nor the end of the list"),
        ("[]\n[]", "2:1: there is more after the end of the list"),
        ("[];;", "1:30: there is more after the end of the list"),
        ("[];\nalert(1)\n", "2:1: there is more after the end of the list"),
        ("[] + alert(1)", "1:30: there is more after the end of the list"),
        ("[].concat([])", "1:29: there is more after the end of the list"),
        ("[]\n\0\0\0", "2:1: there is more after the end of the list"),
        ("[{},]", "1:31: this is no JSON"),
        ("{}\n{}", "1:27: expected a list"),
    ],
)
def test_what_was_changed_is_told_in_our_own_words(content: str, told: str, chunk: int) -> None:
    error = refused(TWEETS + content)
    assert error.message == f"tweets.js:{told}"
    assert error.hint == "the file was changed or damaged; download the archive again"


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("element", ['{"a": [#]}', "#"])
def test_numbers_that_are_none_are_refused(number: str, element: str) -> None:
    error = refused(f"{TWEETS}[{{}},\n {element.replace('#', number)}, {{}}]")
    told = "NaN or Infinity stands in what begins here, which is no JSON"
    assert error.message == f"tweets.js:2:2: {told}"


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize(
    "number",
    ["0", "-1", "1.50", "1e400", "9223372036854775808", "18446744073709551616", "7" * 5000],
)
def test_numbers_stay_as_they_are_written(number: str) -> None:
    assert values(f'{TWEETS}[{{"a":{number},"b":[{number}]}}]') == [{"a": number, "b": [number]}]


def test_of_a_repeated_key_the_last_one_is_taken_and_a_file_says_so_once() -> None:
    got = read(TWEETS + '[{"tweet":{"a":"1","a":"2"}},{"tweet":{"b":"1","b":"3"}}]')
    assert [item.value for item in got.items if isinstance(item, Item)] == [{"a": "2"}, {"b": "3"}]
    assert got.notices == ["tweets.js: a key stands twice in one object; the last one was taken"]


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("one", ["[", '{"a":'])
def test_what_lies_too_deep_is_refused(one: str) -> None:
    limit = sys.getrecursionlimit()
    error = refused(TWEETS + "[\n " + one * 100_000)
    told = "objects or lists lie deeper within each other than can be read"
    assert error.message == f"tweets.js:2:2: {told}"
    assert sys.getrecursionlimit() == limit


@pytest.mark.parametrize("depth", [200, 1_100])
def test_what_lies_less_deep_is_read_if_python_can(depth: int) -> None:
    text = f'{TWEETS}[{{"a":{"[" * depth}{"]" * depth}}}]'
    if depth > 200:
        with suppress(InputRefused):
            assert len(values(text)) == 1
    else:
        assert len(values(text)) == 1


@pytest.mark.parametrize("place", ["one", "few", "cut"])
@pytest.mark.parametrize("step", [1, 64, 1 << 18])
def test_an_element_has_a_longest_length(
    place: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(js, "MAX_ELEMENT", 100)
    monkeypatch.setattr(js, "CHUNK", step)
    longest = '{"a":"' + "🌱" * 92 + '"}'
    assert len(values(f"{TWEETS}[{longest},\n{longest}]")) == 2
    longer = longest.replace('"}', {"one": ' "}', "few": '", "b":["c"]}', "cut": " " * 9}[place])
    error = refused(f"{TWEETS}[{longest},\n{longer}, {{}}]")
    assert error.message == "tweets.js:2:1: what begins here is longer than 32 Mi characters"


def test_spaces_between_elements_have_no_longest_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(js, "MAX_ELEMENT", 100)
    monkeypatch.setattr(js, "CHUNK", 64)
    space = " \r\n" * 500
    got = read(f"{TWEETS}{space}[{space}{{}}{space},{space}{{}}{space}]{space};{space}", None)
    assert got.items == [Item(1001, 0, {}), Item(2001, 1, {})]


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_files_saved_anew_are_read_by_their_mark(encoding: str) -> None:
    text = TWEETS + '[{"a":"Zoë Ørn 🌱"},\r\n{"\u20ac":"\u2028"}]'
    mark = "\ufeff" if encoding.startswith("utf-16-") else ""
    assert values((mark + text).encode(encoding)) == [{"a": "Zoë Ørn 🌱"}, {"\u20ac": "\u2028"}]


def test_the_mark_is_no_column() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert refused((TWEETS + "null").encode(encoding)).message.startswith("tweets.js:1:27:")


@pytest.mark.parametrize("bad", [b"\xe9", b"\xed\xa0\xbd", b"\xc0\x80", b"\xf5\x80\x80\x80"])
def test_bytes_that_are_not_the_encoding_are_refused_by_line(bad: bytes, chunk: int) -> None:
    error = refused(TWEETS.encode() + b'[\n{"a":"\xc3\xa9"},\n{"a":"' + bad + b'"}]')
    assert error.message == "tweets.js:3: not in the encoding that its start announces"
    wide = "\ufeff" + TWEETS + '[\n{"a":"#"},\n{"a":"'
    error = refused(wide.encode("utf-16-le") + b"\x3d\xd8" + '"}]'.encode("utf-16-le"))
    assert error.message == "tweets.js:3: not in the encoding that its start announces"


@pytest.mark.usefixtures("chunk")
def test_a_file_cut_off_within_a_character_breaks_off() -> None:
    error = refused(TWEETS.encode() + b'[\n{"a":"\xf0\x9f\x8c')
    assert error.message == "tweets.js:2: breaks off"
    assert error.hint == "the file is probably cut off; download the archive again"


@pytest.mark.usefixtures("chunk")
def test_escapes_are_read_and_half_a_character_stays_half() -> None:
    text = r'[{"a":"\ud83c\udf31 \u00e9 \/ \"\\ \n"},{"a":"\ud83d"},{"a":"\udf31\ud83c"}]'
    assert values(TWEETS + text) == [
        {"a": '🌱 é / "\\ \n'},
        {"a": "\ud83d"},
        {"a": "\udf31\ud83c"},
    ]


def test_entities_are_left_to_those_who_know_where_they_stand() -> None:
    assert values(TWEETS + '[{"a":"Ana &amp; Bo"}]') == [{"a": "Ana &amp; Bo"}]


SMALL = (
    'window.YTD.tweets.part0 = [\r\n{"tweet":{"id":12,"t":"\\u00e9 \\ud83c\\udf31 \\n🌱",'
    '"f":[1.5e-3,-0,true,null,false]}} ,\n7 ]\n;\n'
).encode()


def test_a_file_cut_off_anywhere_is_refused() -> None:
    whole = read(SMALL).items
    kept = SMALL.rindex(b"]") + 1
    for cut in range(len(SMALL)):
        if cut >= kept:
            assert read(SMALL[:cut]).items == whole
            continue
        error = refused(SMALL[:cut])
        assert error.message.startswith("tweets.js:")
        if cut > SMALL.index(b"="):
            assert error.message.endswith("breaks off")
            assert error.hint == "the file is probably cut off; download the archive again"


@settings(max_examples=600, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SMALL)),
            st.integers(0, 4),
            st.binary(max_size=3)
            | st.sampled_from([b"[", b"]", b"{", b"}", b'"', b",", b"\\", b"NaN"]),
        ),
        max_size=4,
    ),
    st.integers(1, 64),
)
def test_a_changed_file_is_read_or_refused_and_never_quoted(
    changes: list[tuple[int, int, bytes]], step: int
) -> None:
    data = SMALL.replace(b"tweet", b"canary").replace(b"canarys", b"tweets")
    for place, gone, instead in changes:
        data = data[:place] + instead + data[place + gone :]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(js, "CHUNK", step)
        told = outcome(data)
    assert told.isprintable()
    assert "canary" not in told


def outcome(data: bytes) -> str:
    """Return what a refusal says, nothing if a file is read."""
    try:
        got = read(data)
    except InputRefused as error:
        return f"{error.message} {error.hint}"
    assert got.counts == {"tweets.js": len(got.items)}
    return ""


KEYS = st.text(max_size=3) | st.sampled_from(["tweet", "id", "🌱"])
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=12)
    | st.text('"\\/\n🌱\u2028é', max_size=6)
)
NESTED = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.dictionaries(KEYS, NESTED, max_size=4) | LEAVES, max_size=5),
    st.sampled_from(["ascii", "all"]),
    st.sampled_from([None, 0, 2]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.integers(1, 64),
)
def test_read_piece_by_piece_a_list_is_what_it_is_as_a_whole(
    whole: list[Any], characters: str, indent: int | None, end: str, encoding: str, step: int
) -> None:
    written = json.dumps(whole, ensure_ascii=characters == "ascii", indent=indent).replace(
        "\n", end
    )
    # Half a character can only be escaped.
    written = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in written)
    expected = json.loads(written, parse_int=str, parse_float=str)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(js, "CHUNK", step)
        got = read((TWEETS + written + end).encode(encoding), None)
    assert got.counts == {"tweets.js": len(whole)}
    for index, (item, value) in enumerate(zip(got.items, expected, strict=True)):
        if isinstance(value, dict):
            assert isinstance(item, Item)
            assert (item.index, item.value) == (index, value)
        else:
            assert isinstance(item, Problem)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.text("\n\r \t", max_size=5), st.dictionaries(KEYS, LEAVES, max_size=2)),
        max_size=6,
    ),
    st.integers(1, 64),
)
def test_lines_are_those_an_editor_shows(
    spaced: list[tuple[str, dict[str, Any]]], step: int
) -> None:
    text = TWEETS + "["
    lines: list[int] = []
    for space, value in spaced:
        text += ("," if lines else "") + space
        lines.append(1 + text.count("\n"))
        text += json.dumps(value, indent=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(js, "CHUNK", step)
        got = read(text + "]", None)
        error = refused(text + " ?")
    assert [item.line for item in got.items if isinstance(item, Item)] == lines
    line, column = map(int, error.message.split(":")[1:3])
    assert line == 1 + text.count("\n")
    assert column == len(text.rpartition("\n")[2]) + 2


def test_what_is_seen_before_a_file_breaks_off_is_no_count() -> None:
    context = Context(ME, "UTC", CHANNELS, [])
    items = elements(made(TWEETS + '[{"a":1,"a":2},', "tweets.js"), context, None)
    assert next(items) == Item(1, 0, {"a": "2"})
    with pytest.raises(InputRefused):
        next(items)
    assert (context.elements, context.notices) == ({}, [])


@pytest.mark.parametrize("bad", ['"b"', ":", "NaN", "[" * 100_000, "\udcff", ""])
def test_a_refusal_holds_nothing_of_the_file(bad: str) -> None:
    error = refused((TWEETS + '[{"a":"canary","b":' + bad).encode("utf-8", "surrogateescape"))
    assert "canary" not in "".join(traceback.format_exception(error))
    assert error.__context__ is None  # what json raises holds the whole text


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a", "a"), ("", ""), ("12", "12"), (None, ""), (True, ""), (["a"], ""), ({"a": "b"}, "")],
)
def test_text_is_a_string_or_nothing(value: object, expected: str) -> None:
    assert js.text({"k": value}, "k") == expected
    assert js.text({}, "k") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12", "12"), ("0", "0"), ("0012", "12"), ("000", "0"), ("18446744073709551615",) * 2,
        ("0" * 90 + "7", "7"), ("1" * 21, ""), ("7" * 5000, ""), ("-1", ""), ("+1", ""),
        ("1.0", ""), ("1e3", ""), (" 1", ""), ("1_0", ""), ("\u0661", ""), ("\xb2", ""),
        ("", ""), ("x", ""), (None, ""), (True, ""), ([], ""),
    ],
)  # fmt: skip
def test_a_number_is_digits_or_nothing(value: object, expected: str) -> None:
    assert js.number({"k": value}, "k") == expected
    assert js.number({}, "k") == ""


def test_a_number_may_stand_with_or_without_quotes() -> None:
    one, other = values(TWEETS + '[{"id":"1626922779105759235"},{"id":1626922779105759235}]')
    assert js.number(one, "id") == js.number(other, "id") == "1626922779105759235"


@pytest.mark.parametrize("value", [None, "a", {"a": {}}, [], [None, "a", []]])
def test_records_are_objects_or_nothing(value: object) -> None:
    assert js.records({"k": value}, "k") == []
    assert js.records({}, "k") == []


def test_records_leave_out_what_is_none() -> None:
    assert js.records({"k": [{"a": 1}, None, {}]}, "k") == [{"a": 1}, {}]


def test_many_short_reads_of_a_long_element_take_no_square_of_its_length() -> None:
    """An element of 8 MiB, read by 256 KiB, is tried six times or so, not thirty-two."""
    tries = 0

    class Counted(json.JSONDecoder):
        def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
            nonlocal tries
            tries += 1
            return super().raw_decode(s, idx)

    text = f'{TWEETS}[{{"a":["{"x" * (8 << 20)}"]}}]'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json, "JSONDecoder", Counted)
        assert len(values(text)) == 1
    assert tries <= math.log2(32) + 2


def test_a_file_that_cannot_be_read_to_its_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 100:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    monkeypatch.setattr(js, "CHUNK", 64)
    content = TWEETS + '[{"a":1}' + ',{"a":1}' * 100 + "]"
    file = made(content, "tweets.js")
    assert script(file) == Script("tweets", "0")
    failing = File("tweets.js", "tweets.js", lambda: Failing(content.encode()))
    with pytest.raises(InputRefused, match=r"^tweets\.js: cannot be read: Input/output error$"):
        list(elements(failing, Context(ME, "UTC", CHANNELS, []), None))


MEASURED = """
import sys
from pathlib import Path
from importers.made import CHANNELS, ME
from netaudit.importers.base import Context
from netaudit.importers.source import File
from netaudit.importers.twitter.js import elements

def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])

path = Path(sys.argv[1])
before = peak()
context = Context(ME, "UTC", CHANNELS, [])
for item in elements(File(path.name, path.name, lambda: path.open("rb")), context, "tweet"):
    item.value["id"]
print(context.elements[path.name], peak() - before)
"""


@pytest.mark.unwatched
@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")
@pytest.mark.parametrize("end", [",\n", ","], ids=["lines", "one line"])
def test_a_hundred_megabytes_take_little_memory(tmp_path: Path, end: str) -> None:
    path = tmp_path / "tweets.js"
    mention = {"name": "Bo Vance 🌱", "screen_name": "bo_example", "id_str": str(10**18)}
    value = {"id": "NUMBER", "full_text": "Words & “more” 🎉 " * 12,
             "entities": {"user_mentions": [mention]}, "lang": "en"}  # fmt: skip
    written = json.dumps({"tweet": value}, ensure_ascii=False, indent=2 if "\n" in end else None)
    before, _, after = written.partition("NUMBER")
    count = size = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(TWEETS + "[")
        while size < 100_000_000:
            size += file.write(f"{end if count else ''}{before}{10**18 + count}{after}")
            count += 1
        file.write("]")
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, path],
        cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True,
    )  # fmt: skip
    read_count, kibibytes = map(int, run.stdout.split())
    assert read_count == count
    assert kibibytes < 64 << 10
