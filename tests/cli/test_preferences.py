"""`netaudit tag`, `ignore`, `unignore`, `snooze` and `cadence`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import matching_world as world
from cli.preferring import (
    CLEO,
    CLEO_ID,
    CLEO_SHOWN,
    DAN,
    DAN_ID,
    DAN_SHOWN,
    section,
    told,
    unwritten,
    written,
)
from cli.program import Run
from netaudit.cli import asking
from netaudit.errors import ExitCode
from netaudit.store.facts import short_id
from store.snapshots import DAY, bring, digest, entry, log, rows


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


def test_whoever_is_ignored_counts_nowhere_until_counted_again(run: Run, store: Path) -> None:
    assert section(run, "list_vs_network")["list"] == 9
    assert written(run, "ignore", CLEO) == f"Ignored: {CLEO_SHOWN}"
    assert told(run, "ignore") == ["id        person", f"{CLEO_ID}  Cleo Vantongeren"]
    assert section(run, "list_vs_network")["list"] == 8
    assert section(run, "coverage")["people_ignored"] == 1
    assert ("Cleo Vantongeren", "Cleo Vantongeren", "likely") not in world.pairs(run)
    assert told(run, "match", "--explain", CLEO)[-1] == "You ignore them."
    assert written(run, "unignore", CLEO) == f"Not ignored: {CLEO_SHOWN}"
    assert told(run, "ignore") == ["Nobody is ignored."]
    assert section(run, "list_vs_network")["list"] == 9
    assert ("Cleo Vantongeren", "Cleo Vantongeren", "likely") in world.pairs(run)


def test_the_ignored_can_be_found_by_every_command(run: Run, store: Path) -> None:
    for words in (("ignore", "Dan Ilvesniemi"), ("unignore", "dan ilvesniemi"), ("ignore", DAN)):
        written(run, *words)
    assert run("log", "Dan Ilvesniemi", "call").exit_code == 0
    assert run("merge", "Dan Ilvesniemi", CLEO).exit_code == 0
    assert run("unignore", DAN_ID[:4]).exit_code == 0


def test_a_merge_with_somebody_ignored_is_ignored_until_taken_back(run: Run, store: Path) -> None:
    written(run, "ignore", "@palegreen")
    run("merge", CLEO, "@palegreen")
    assert told(run, "ignore") == ["id        person", f"{CLEO_ID}  Cleo Vantongeren"]
    run("undo", "--yes")
    assert told(run, "ignore")[1:] == [f"{short_id(world.CLEO_X.account)}  Cleo Vantongeren"]


def test_tags_are_added_listed_and_taken_away(run: Run, store: Path) -> None:
    assert told(run, "tag") == ["Nobody is tagged."]
    assert told(run, "tag", DAN) == [f"{DAN_SHOWN} has no tag."]
    assert written(run, "tag", DAN, "#Friends", "lisbon") == f"Tagged friends, lisbon: {DAN_SHOWN}"
    assert written(run, "tag", CLEO, "FRIENDS", "friends") == f"Tagged friends: {CLEO_SHOWN}"
    assert told(run, "tag") == ["friends  2", "lisbon   1"]
    assert told(run, "tag", DAN) == ["friends", "lisbon"]
    assert written(run, "tag", DAN, "friends", "work") == f"Tagged work: {DAN_SHOWN}"
    gone = written(run, "tag", "-d", DAN, "work", "Lisbon", "nonsense")
    assert gone == f"No longer tagged work, lisbon: {DAN_SHOWN}"
    assert told(run, "tag", DAN) == ["friends"]
    assert unwritten(run, "tag", "-d", DAN, "nope") == f"{DAN_SHOWN} is not tagged nope"
    run("undo", "--yes")
    assert told(run, "tag", DAN) == ["friends", "lisbon", "work"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("#ﬁrst", "first"), (" Old   Friends ", "old friends"), ("ÀÉ", "àé"), ("## x", "x"),
        ("＃ｗｏｒｋ", "work"), ("Stra\u00adße", "straße"), ("x\ty", "x y"), ("🎾", "🎾"),
        ("c#", "c#"), ("--", "--"), ("a" * 50, "a" * 50),
    ],
)  # fmt: skip
def test_a_tag_is_kept_in_one_form(run: Run, store: Path, text: str, kept: str) -> None:
    written(run, "tag", DAN, "--", text)
    assert told(run, "tag", DAN) == [kept]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no tag"), ("#", "is no tag"), (" \u200b", "is no tag"), ("a,b", "is no tag"),
        ("a\x1bb", "is no tag"), ("\udcff", "is no tag"), ("a\ue000", "is no tag"),
        ("a" * 51, "is too long for a tag"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_tag_is_refused(run: Run, store: Path, text: str, said: str) -> None:
    before = digest(store)
    for words in (("tag", DAN, "fine", text), ("cadence", "--tag", text, "3w")):
        result = run(*words)
        assert (result.exit_code, said in result.stderr) == (ExitCode.USAGE, True)
        assert "\x1b" not in result.stderr
    assert digest(store) == before


def test_a_name_without_quotes_is_seen(run: Run, store: Path) -> None:
    name = ("Cleo", "Vantongeren")
    for words in (
        ("tag", *name, "friends"), ("tag", *name), ("ignore", *name), ("unignore", *name),
        ("snooze", *name), ("snooze", *name, "30d"), ("snooze", *name, "30d", "more"),
    ):  # fmt: skip
        result = run(*words)
        assert result.exit_code == ExitCode.USAGE
        assert "'Cleo Vantongeren' is one person, but came as 2 words" in result.stderr
    result = run("cadence", "Cleo", "Vantongeren", "3w")
    assert (result.exit_code, "in quotes" in result.stderr) == (ExitCode.USAGE, True)


def test_a_word_that_adds_nothing_to_the_name_before_it_is_no_part_of_it(
    run: Run, store: Path
) -> None:
    for nothing in ("", "#"):
        result = run("tag", "Dan Ilvesniemi", nothing)
        assert (result.exit_code, f"'{nothing}' is no tag" in result.stderr) == (2, True)
    assert written(run, "tag", "Dan Ilvesniemi", "🎾") == f"Tagged 🎾: {DAN_SHOWN}"


def test_a_snooze_is_for_a_while_or_until_a_day(run: Run, store: Path) -> None:
    """Today is 15 November 2026."""
    assert told(run, "snooze") == ["Nobody is snoozed."]
    assert told(run, "snooze", DAN) == [f"{DAN_SHOWN} is not snoozed."]
    assert written(run, "snooze", DAN, "1mo") == f"Snoozed until 2026-12-15: {DAN_SHOWN}"
    assert written(run, "snooze", CLEO, "2026-11-16") == f"Snoozed until 2026-11-16: {CLEO_SHOWN}"
    assert told(run, "snooze") == [
        "id        until       person", f"{CLEO_ID}  2026-11-16  Cleo Vantongeren",
        f"{DAN_ID}  2026-12-15  Dan Ilvesniemi",
    ]  # fmt: skip
    assert told(run, "snooze", DAN)[1:] == [f"{DAN_ID}  2026-12-15  Dan Ilvesniemi"]
    assert written(run, "snooze", DAN, "--off") == f"Not snoozed: {DAN_SHOWN}"
    assert told(run, "snooze", DAN) == [f"{DAN_SHOWN} is not snoozed."]
    assert unwritten(run, "snooze", DAN, "--off") == f"{DAN_SHOWN} is not snoozed"


def test_a_snooze_takes_days_to_come_as_people_write_them(run: Run, store: Path) -> None:
    for words, day in (
        (("tomorrow",), "2026-11-16"), (("2 weeks",), "2026-11-29"), (("1", "Dec"), "2026-12-01"),
        (("in", "3", "weeks"), "2026-12-06"),
    ):  # fmt: skip
        assert written(run, "snooze", DAN, *words) == f"Snoozed until {day}: {DAN_SHOWN}"


def test_of_several_whom_words_fit_the_one_is_meant_of_whom_there_is_something_to_end(
    run: Run, store: Path
) -> None:
    """Two are called Ben Okoro."""
    ids = [line.split()[0] for line in run("tag", "Ben Okoro").stderr.splitlines()[2:]]
    for begin, end in (
        (("ignore", ids[0]), ("unignore", "ben okoro")),
        (("snooze", ids[0], "3w"), ("snooze", "ben okoro", "--off")),
        (("tag", ids[0], "a"), ("tag", "ben okoro", "a", "--off")),
        (("cadence", ids[0], "3w"), ("cadence", "ben okoro", "--off")),
    ):
        assert "fits several people" in run(*end).stderr
        written(run, *begin)
        assert f"({ids[0]})" in written(run, *end)
        assert "fits several people" in run(*end).stderr
    for number in ids:
        written(run, "ignore", number)
    assert "fits several people" in run("unignore", "ben okoro").stderr


def test_of_a_tag_that_nobody_has_the_nearest_is_named(run: Run, store: Path) -> None:
    written(run, "tag", DAN, "friends")
    result = run("cadence", "--tag", "friend", "3w")
    assert result.exit_code == 0
    assert "hint: did you mean friends?\n" in result.stderr
    assert run("cadence", "--tag", "friends", "3w").stderr == ""


def test_a_snooze_counts_from_the_day_of_the_time_zone_and_is_over_by_itself(
    run: Run, store: Path
) -> None:
    """At 18:00 in UTC it is the 16th in Auckland."""
    said = written(run, "snooze", DAN, "1d", "--timezone", "Pacific/Auckland")
    assert said == f"Snoozed until 2026-11-17: {DAN_SHOWN}"
    written(run, "snooze", CLEO, "2026-11-16")
    assert len(told(run, "snooze")[1:]) == 2
    later = ("--timezone", "Pacific/Auckland")
    assert told(run, "snooze", *later)[1:] == [f"{DAN_ID}  2026-11-17  Dan Ilvesniemi"]
    assert unwritten(run, "snooze", CLEO, "--off", *later) == f"{CLEO_SHOWN} is not snoozed"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("snooze", DAN, "soon"), "no day or span netaudit is sure of"),
        (("snooze", DAN, "2026-11-15"), "has come already"),
        (("snooze", DAN, "2026-13-01"), "no day or span netaudit is sure of"),
        (("snooze", DAN, "next monday"), "no day or span netaudit is sure of"),
        (("snooze", DAN, "1 Dec 2025"), "has come already"),
        (("snooze", DAN, "0d"), "no day or span netaudit is sure of"),
        (("snooze", DAN, "30d", "--off"), "--off goes with a person alone"),
        (("snooze", "--off"), "--off goes with a person alone"),
        (("cadence", DAN, "often"), "is not a span of time"),
        (("cadence", DAN, "3w", "--off"), "--off goes with a person or a tag alone"),
        (("cadence", "--off"), "--off goes with a person or a tag alone"),
        (("cadence", "--tag", "a", "never"), "'never' is for one person"),
        (("cadence", "--tag", "a", "b", "3w"), "too many words"),
        (("ignore", DAN, CLEO), "too many words"),
        (("unignore", DAN, CLEO), "too many words"),
        (("snooze", DAN, "30d", "60d"), "too many words"),
        (("unignore",), "PERSON is missing"),
        (("cadence", "--tag", "a", DAN, "3w"), "too many words"),
        (("tag", "--remove", DAN), "which tag goes?"),
        (("tag", "--remove"), "which tag goes?"),
        (("unignore", "Nobody Atall"), "is nobody in the store"),
        (("ignore", "Ben Okoro"), "fits several people"),
        (("ignore", "Robin Quist"), "is you"),
        (("cadence", "Ben Okoro", "3w"), "fits several people"),
        (("snooze", "Ben Okoro"), "fits several people"),
        (("tag", "Ben Okoro"), "fits several people"),
    ],
)
def test_what_is_not_clear_is_refused(
    run: Run, store: Path, words: tuple[str, ...], said: str
) -> None:
    before = digest(store)
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (ExitCode.USAGE, True), result.stderr
    assert digest(store) == before


def test_a_name_in_the_log_that_fits_several_is_refused_by_its_id(run: Run, store: Path) -> None:
    bring(store, log(entry("Ben Okoro", DAY + 40), name="more.csv"))
    query = "SELECT short_id FROM account WHERE platform = 'log' AND key = 'ben okoro'"
    number = rows(store, query)[0][0]
    for words in (("ignore", number), ("tag", number), ("snooze", number, "3w")):
        result = run(*words)
        assert result.exit_code == ExitCode.USAGE
        assert f"hint: say whose it is: netaudit merge ID {number}" in result.stderr


def test_who_is_meant_is_asked_at_a_terminal(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("ignore", "Ben Okoro", stdin="1\n")
    assert (result.exit_code, "Who is 'Ben Okoro'?" in result.stderr) == (0, True)
    assert len(told(run, "ignore")[1:]) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("ignore", DAN), ("tag", DAN, "a"), ("snooze", DAN, "3w"), ("cadence", DAN, "3w"),
        ("cadence", "--tag", "a", "3w"),
    ],
)  # fmt: skip
def test_a_dry_run_tells_the_same_and_what_holds_is_not_written_again(
    run: Run, store: Path, words: tuple[str, ...]
) -> None:
    untouched = store.read_bytes()
    tried = run(*words, "--dry-run").stdout.splitlines()
    assert store.read_bytes() == untouched
    said = written(run, *words)
    assert tried == [said, "Nothing was written: this was a dry run."]
    before = digest(store)
    for again in (words, (*words, "--dry-run")):
        assert unwritten(run, *again).split()[-1] == "already"
    assert digest(store) == before


def test_the_history_says_what_was_done(run: Run, store: Path) -> None:
    for words in (
        ("tag", DAN, "friends", "work", "lisbon"), ("tag", "-d", DAN, "work"), ("ignore", DAN),
        ("unignore", DAN), ("snooze", DAN, "30d"), ("snooze", DAN, "--off"),
        ("cadence", DAN, "3w"), ("cadence", DAN, "--off"), ("cadence", DAN, "never"),
        ("cadence", "--tag", "friends", "1y"), ("cadence", "--tag", "friends", "--off"),
    ):  # fmt: skip
        written(run, *words)
    said = [
        "Dan Ilvesniemi is tagged friends, work and lisbon",
        "Dan Ilvesniemi is no longer tagged work", "Dan Ilvesniemi is ignored",
        "Dan Ilvesniemi is not ignored",
        "Dan Ilvesniemi is snoozed until 2026-12-15", "Dan Ilvesniemi is not snoozed",
        "meant to be in touch with Dan Ilvesniemi every 3w",
        "no cadence of their own for Dan Ilvesniemi",
        "no cadence for Dan Ilvesniemi, whatever their tags bring",
        "meant to be in touch with everybody tagged friends every 1y",
        "no cadence by the tag friends",
    ]  # fmt: skip
    shown = " ".join(run("imports", "--last", "11").stdout.split())
    assert [words for words in said if f"said: {words}" not in shown] == []
    made = json.loads(run("imports", "--last", "11", "--format", "json").stdout)
    table = made["sections"][0]["tables"]["imports"]
    assert [row["name"] for row in table] == said
    commands = ["tag"] * 2 + ["ignore", "unignore"] + ["snooze"] * 2 + ["cadence"] * 5
    assert [row["command"] for row in table] == [row["source"] for row in table] == commands
    undone = run("undo", "2", "--yes").stdout.splitlines()
    assert undone[-2:] == ["      goes: 3 decisions", "Taken back."]


def test_none_of_them_loads_pandas(home: Path, store: Path) -> None:
    code = (
        "import sys; from netaudit.cli import app\n"
        f"for words in (['ignore', '{DAN_ID}'], ['ignore'], ['unignore', '{DAN_ID}'],\n"
        f"    ['tag', '{DAN_ID}', 'a'], ['tag'], ['snooze', '{DAN_ID}', '3w'], ['snooze'], [],\n"
        f"    ['cadence', '{DAN_ID}', '3w'], ['cadence']):\n"
        "    if not words:  # what follows counts contacts, by the rules of reports on arrays\n"
        "        assert 'numpy' not in sys.modules\n"
        "        continue\n"
        "    try: app(words)\n"
        "    except SystemExit as end: assert not end.code\n"
        "sys.exit('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"HOME": str(home)}, check=False
    )
    assert done.returncode == 0


def test_names_of_others_can_act_on_no_terminal(run: Run, store: Path) -> None:
    for words in (("ignore", "@zedzed"), ("ignore",), ("cadence", "@zedzed", "3w")):
        result = run(*words)
        assert result.exit_code == 0
        assert "\x1b" not in result.output
