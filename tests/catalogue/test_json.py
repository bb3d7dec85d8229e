"""Rows J1 to J18: scripts of an X archive, and the lines of netaudit's own exports."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from typer.testing import CliRunner

from catalogue.catalogue import A, Case, Content, E, N, S, covers, each_of, hold
from catalogue.measuring import measured
from cli.program import Run
from importers import x_made
from importers.x_made import BO, CLEO, DOV, EDA, ME, conversation, ids, message, post, script
from netaudit.cli import app
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched
POSTS, MESSAGES, LIST = "data/tweets.js", "data/direct-messages.js", "data/following.js"
BEGUN = "window.YTD.tweets.part0 = "
GOOD = [
    post("2026-10-02T10:00", "@bo_lind yes", BO, (BO, CLEO)),
    post("2026-10-01T10:00", "with @dov_example", "", (DOV,)),
]


def archive(
    files: Mapping[str, str] = MappingProxyType({}), *, posts: int = 2, following: int = 3
) -> Mapping[str, Content]:
    """Return an archive whose manifest agrees with it, some files replaced or added."""
    manifest = x_made.manifest(tweets=posts, following=following, follower=2, direct_messages=1)
    whole = {**x_made.archive(), "data/manifest.js": manifest, **files}
    return {f"x/{name}": content for name, content in whole.items()}


def posts(*elements: object) -> Mapping[str, Content]:
    """Return an archive with these posts."""
    return archive({POSTS: script("tweets", elements)}, posts=len(elements))


def refused(row: str, what: str, text: str, complaint: str, at: int | None = None) -> Case:
    """Return an entry of an archive whose posts are such that nothing of it is taken.

    Unless the complaint says the place, it is that of the character `at`.
    """
    if at is not None:
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        complaint = f":{line}:{column}: {complaint}"
    return Case(
        row, f"{what} in a script", E, archive({POSTS: text}), hinted=True,
        complaints=(f"tweets.js{complaint}",),
    )  # fmt: skip


def told(name: str, what: str) -> str:
    """Return what is said of a file's rows."""
    return f"{name} read {what}"


WHOLE = script("tweets", GOOD)
DEEP = "objects or lists lie deeper within each other than can be read"
NO_NUMBER = "NaN or Infinity stands in what begins here, which is no JSON"
NEITHER = "is not an object that holds a 'tweet' [bad-element]"
NO_DATE = "has no date like Wed Oct 10 20:19:24 +0000 2018 [bad-date]"
HUGE, LARGER = str(2**63), str(2**64 - 1)
NOT_WHOLE = "following.js: with rows that cannot be read, nobody is taken off the list"


def dated(at: object) -> Mapping[str, Content]:
    """Return an archive with one post of that date."""
    odd = post("2026-10-02T10:00", "@bo_lind yes", BO, (BO,))
    tweet: Any = odd["tweet"]
    tweet["created_at"] = at
    return posts(odd, GOOD[1])


def sent(at: object) -> Mapping[str, Content]:
    """Return an archive with one message of that date."""
    odd = message("2026-10-05T09:00", BO, ME)
    inner: Any = odd["messageCreate"]
    inner["createdAt"] = at
    both = conversation(BO, odd, message("2026-10-04T09:00", ME, BO))
    return archive({MESSAGES: script("direct_messages", [both])})


def named(name: str) -> Mapping[str, Content]:
    """Return an archive in which Bo bears that name."""
    return archive({POSTS: script("tweets", GOOD).replace("Bo Lind 🌿", name)})


def at_the_top() -> Mapping[str, Content]:
    """Return an archive of 2019: posts bare, no manifest, and another name for them."""
    kept = {
        name: text for name, text in x_made.archive().items()
        if name not in {POSTS, "data/manifest.js"}
    }  # fmt: skip
    files = {**kept, "data/tweet.js": script("tweet", [one["tweet"] for one in GOOD])}
    return {name.replace("data/", "x/"): text for name, text in files.items()}


LATER = script("tweets", [post("2025-10-02T10:00", "@eda_example", EDA, (EDA,))], 1)
EPOCHS = {
    "seconds": "1759654800", "milliseconds": "1759654800000", "microseconds": "1759654800000000",
    "nanoseconds": "1759654800000000000", "a number": 1759654800, "zero": "0", "minus one": "-1",
    "nothing": None, "an empty text": "", "a fraction beyond all": 1.5e300,
}  # fmt: skip


@each_of(
    Case("J1", "an assignment before the list", A, archive(),
         account=told("tweets.js", "2 = 2 new")),
    Case("J2", "a second part, older than the first", A,
         archive({"data/tweets-part1.js": LATER}), account=told("tweets-part1.js", "1 = 1 new")),
    Case("J2", "a part missing", N,
         archive({"data/tweets-part2.js": LATER.replace("part1", "part2")}),
         complaints=("tweets: part 1 is missing",), account=told("tweets-part2.js", "1 = 1 new")),
    Case("J3", "posts under their name of 2019", N, at_the_top(),
         complaints=("without manifest.js nobody can tell whether its lists are whole",),
         account=told("tweet.js", "2 = 2 new")),
    Case("J4", "followers with nothing but a number", A, archive(),
         account=told("follower.js", "2 = 2 new"), then=("export", "people"),
         shown=('"x.com/i/user/5555"', '"Bo Lind 🌿"')),
    refused("J5", "lists 1,100 deep", f'{BEGUN}[{{"tweet":{{"a":{"[" * 1100}{"]" * 1100}}}}}]',
            f":1:28: {DEEP}"),
    refused("J5", "lists 100,000 deep", f"{BEGUN}[{'[' * 100_000}", f":1:28: {DEEP}"),
    refused("J6", "the end missing", WHOLE[:-3], "the file breaks off", len(WHOLE) - 3),
    refused("J6", "the half missing", WHOLE[: len(WHOLE) // 2], "the file breaks off",
            len(WHOLE) // 2),
    refused("J7", "NaN", f'{BEGUN}[\n{{"tweet":{{"a":NaN}}}}]', f":2:1: {NO_NUMBER}"),
    refused("J7", "-Infinity", f"{BEGUN}[{{}}, -Infinity]", f":1:32: {NO_NUMBER}"),
    Case("J8", "an integer of 5,000 digits", S,
         archive({POSTS: script("tweets", [{"tweet": {"id_str": 0}}, *GOOD]).replace(
             '"id_str" : 0', f'"id_str" : {"7" * 5000}')}, posts=3),
         complaints=("tweets.js:2: element 1 of the list has no numeric id [bad-id]",),
         account=told("tweets.js", "3 = 2 new + 1 skipped")),
    Case("J9", "ids beyond 63 bits", A,
         archive({LIST: ids("following", "following", BO, CLEO, DOV, HUGE, LARGER)}, following=5),
         account=told("following.js", "5 = 5 new"), then=("export", "people"),
         shown=(f"x.com/i/user/{HUGE}", f"x.com/i/user/{LARGER}")),
    Case("J9", "ids that are no ids", S,
         archive({LIST: script("following", [
             {"following": {"accountId": one}} for one in (10**20, 1e19, BO)])}),
         complaints=(NOT_WHOLE, "following.js:2: element 1 of the list has no id of an account",
                     "following.js:7: element 2 of the list has no id of an account"),
         account=told("following.js", "3 = 1 new + 2 skipped")),
    Case("J10", "a key twice", N,
         archive({POSTS: WHOLE.replace('"full_text"', '"full_text": "a", "full_text"')}),
         complaints=("tweets.js: a key stands twice in one object; the last one was taken",),
         account=told("tweets.js", "2 = 2 new")),
    refused("J11", "a comma too many", f"{BEGUN}[{{}},]", ":1:31: this is no JSON"),
    refused("J11", "a comment", f"{BEGUN}[{{}}, // Kaltenbrun\n{{}}]", ":1:32: this is no JSON"),
    refused("J11", "single quotes", f"{BEGUN}[{{'tweet': 'Kaltenbrun'}}]",
            ":1:29: this is no JSON"),
    refused("J11", "code", f"{BEGUN}[alert('Kaltenbrun')]", ":1:28: this is no JSON"),
    *(
        refused("J12", f"{top} in place of a list", BEGUN + top, ":1:27: expected a list")
        for top in ("{}", "null", '"text"', "1")
    ),
    Case("J13", "elements of other types", S, posts(3, None, "Kaltenbrun", [], {"tweet": None},
         {"tweet": "Kaltenbrun"}, {"other": {}}, *GOOD),
         complaints=(*(f"element {n} of the list {NEITHER}" for n in range(1, 7)),
                     "element 7 of the list has no numeric id [bad-id]"),
         account=told("tweets.js", "9 = 2 new + 7 skipped")),
    Case("J13", "keys missing, and null for a text", S,
         posts({"tweet": {}}, {"tweet": {"id_str": None, "created_at": None}}, *GOOD),
         complaints=("element 1 of the list has no numeric id", "element 2 of the list has no"),
         account=told("tweets.js", "4 = 2 new + 2 skipped")),
    refused("J15", "a bell in a text", WHOLE.replace("yes", "y\x07es"), "this is no JSON",
            WHOLE.index("yes") + 1),
    refused("J15", "a line break in a text", WHOLE.replace("yes", "y\nes"), "this is no JSON",
            WHOLE.index("yes") + 1),
    refused("J16", "two lists", f"{WHOLE}\n{WHOLE}", "there is more after the end of the list",
            len(WHOLE) + 1),
    refused("J16", "objects without a list", f"{BEGUN}{{}}\n{{}}", ":1:27: expected a list"),
    Case("J17", "entities in a name", A, named("Bo &amp; Kaltenbrun &lt;b&gt; &#39;"),
         then=("export", "people"), shown=('"Bo & Kaltenbrun <b> \'"',)),
    # Once: somebody may be called `&amp;`.
    Case("J17", "entities of entities", A, named("Bo &amp;amp;"), then=("export", "people"),
         shown=('"Bo &amp;"',)),
    *(
        Case("J18", f"{what} for the date of a post", S, dated(at),
             complaints=(f"tweets.js:2: element 1 of the list {NO_DATE}",),
             account=told("tweets.js", "2 = 1 new + 1 skipped"))
        for what, at in EPOCHS.items()
    ),
    *(
        Case("J18", f"{what} for the date of a message", S, sent(at),
             complaints=("'createdAt' is not a date of this archive [bad-date]",),
             account=told("direct-messages.js", "2 = 1 new + 1 skipped"))
        for what, at in EPOCHS.items()
    ),
    # An impossible date is X's own doing; such posts are counted, and set aside: docs/formats.md.
    Case("J18", "the year 9999 in a post", A, dated("Fri Dec 31 00:00:00 +0000 9999"),
         account=told("tweets.js", "2 = 1 new + 1 set aside")),
    Case("J18", "the year 9999 in a message", A, sent("9999-12-31T00:00:00.000Z"),
         account=told("direct-messages.js", "2 = 1 new + 1 set aside")),
)  # fmt: skip
def test_json(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


def exported(spoil: Callable[[list[str]], list[str]]) -> Callable[[Path], None]:
    """Return what lays an export of the store in the folder, its lines spoilt."""

    def lay(home: Path) -> None:
        made = CliRunner().invoke(app, ["export"])
        assert made.exit_code == ExitCode.DONE
        spoilt = "\n".join(spoil(made.stdout.splitlines())) + "\n"
        (home / "all.jsonl").write_text(spoilt, "utf-8")

    return lay


def in_place(make: Callable[[str], str]) -> Callable[[Path], None]:
    """Return what lays an export in the folder, the line of the newest message replaced."""

    def spoil(lines: list[str]) -> list[str]:
        at = next(place for place, line in enumerate(lines) if '"2026-03-01T' in line)
        return [*lines[:at], make(lines[at]), *lines[at + 1 :]]

    return exported(spoil)


BROKEN = "all.jsonl: with lines that cannot be read, nobody is taken off a list"
READ = "interactions read 4 = 4 unchanged"
NO_END = "all.jsonl: breaks off, as its last line is missing"


def left_out(row: str, what: str, make: Callable[[str], str], words: str = "") -> Case:
    """Return an entry of an export of which one line is left out and named."""
    wrong = words or "no object of JSON in UTF-8 [no-json]"
    return Case(
        row, f"{what} in our own lines", S, in_place(make), complaints=(BROKEN, f":6: {wrong}"),
        account="read 1 = 1 skipped interactions read 3 = 3 unchanged",
    )  # fmt: skip


def another(at: object) -> Callable[[str], str]:
    """Return what gives a line another instant."""
    return lambda line: line.replace('"2026-03-01T10:00:00Z"', json.dumps(at))


NO_INSTANT = "'at' is no instant such as 2026-11-03T15:00:00Z [bad-line]"


@each_of(
    Case("J16", "an object in each line", A, exported(lambda lines: lines), account=READ),
    left_out("J5", "lists 1,100 deep", lambda _: f'{{"a":{"[" * 1100}{"]" * 1100}}}'),
    left_out("J5", "lists 100,000 deep", lambda _: f'{{"a":{"[" * 100_000}'),
    Case("J6", "the last line missing", E, exported(lambda lines: lines[:-1]),
         complaints=(NO_END,), hinted=True),
    Case("J6", "half a line at the end", E, exported(lambda lines: [*lines[:5], lines[5][:60]]),
         complaints=(NO_END,), hinted=True),
    left_out("J7", "NaN", lambda line: line.replace('"others":1', '"others":NaN'),
             "'others' is no whole number"),
    left_out("J7", "Infinity", lambda line: line.replace('"others":1', '"others":Infinity'),
             "'others' is no whole number"),
    left_out("J8", "an integer of 5,000 digits",
             lambda line: line.replace('"others":1', f'"others":{"7" * 5000}')),
    left_out("J9", "an integer beyond 63 bits",
             lambda line: line.replace('"others":1', f'"others":{2**63}'),
             "'others' is no whole number"),
    # netaudit writes no key twice; of what somebody else wrote the last one is taken.
    Case("J10", "a key twice in our own lines", A,
         in_place(lambda line: line.replace('{"type"', '{"type":"x","type"')), account=READ),
    left_out("J11", "a comma too many", lambda line: f"{line[:-1]},}}"),
    left_out("J11", "a comment", lambda line: f"{line} // Kaltenbrun"),
    left_out("J11", "single quotes", lambda line: line.replace('"', "'")),
    left_out("J12", "null", lambda _: "null"),
    left_out("J12", "a list", lambda line: f"[{line}]"),
    left_out("J13", "null for a text",
             lambda line: line.replace('"direction":"in"', '"direction":null'),
             "'direction' is none of "),
    left_out("J13", "a key missing", lambda line: line.replace('"direction":"in",', ""),
             "an interaction that lacks a field"),
    left_out("J15", "a bell", lambda line: line.replace('"in"', '"i\x07n"')),
    left_out("J16", "two objects in one", lambda line: line * 2),
    Case("J16", "all lines as one list", E, exported(lambda lines: [f"[{','.join(lines)}]"]),
         complaints=("all.jsonl: not a file that netaudit knows",), hinted=True),
    *(
        left_out("J18", what, another(at), NO_INSTANT)
        for what, at in EPOCHS.items()
    ),
)  # fmt: skip
def test_exported(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


@covers("J14")
@pytest.mark.slow
def test_a_large_script_takes_little_memory(home: Path) -> None:
    """An element at a time: twelve times the size, and not the size more of memory."""
    element = json.dumps(post("2026-10-02T10:00", "to nobody in particular " * 30))
    peaks = []
    for name, count in (("small", 2_000), ("large", 24_000)):
        folder = home / name / "data"
        folder.mkdir(parents=True)
        (folder / "account.js").write_text(x_made.account(), "utf-8")
        text = ",\n".join([element] * count)
        (folder / "tweets.js").write_text(f"{BEGUN}[{text}]", "utf-8")
        run = measured(home / "peak", "import", name, "--store", f"{name}.db")
        assert (run.code, f"read {count:,} = " in run.out) == (ExitCode.DONE, True), run.errors
        peaks.append(run.peak)
    assert (home / "large/data/tweets.js").stat().st_size > 19 << 20
    assert peaks[1] < peaks[0] + 10
