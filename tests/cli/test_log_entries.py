"""`netaudit log --list`, `--edit` and `--remove`."""

import csv
import io
import re
import sqlite3
from pathlib import Path

import pytest

from cli.program import Run
from netaudit.cli import logging
from netaudit.errors import ExitCode

ANA, BEN = "Ana Ruiz-Example", "Ben Okoro-Example"


@pytest.fixture(autouse=True)
def _list(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")


def listed(run: Run, *words: str) -> list[dict[str, str]]:
    """Return the entries that `--list` tells programs of."""
    shown = run("log", "--list", *words, "--format", "csv")
    assert shown.exit_code == 0, shown.stderr
    return list(csv.DictReader(io.StringIO(shown.stdout)))


def logged(run: Run, *words: str) -> str:
    """Log something; return the id of the entry, or of the first."""
    result = run("log", *words)
    assert result.exit_code == 0, result.stderr
    return result.stdout.split()[-1]


def done(run: Run, *words: str) -> str:
    result = run("log", *words)
    assert (result.exit_code, result.stderr) == (0, ""), result.stderr
    return result.stdout


def digest(home: Path) -> list[str]:
    with sqlite3.connect(home / ".local/share/netaudit/netaudit.db") as store:
        return list(store.iterdump())


def test_the_log_is_listed_the_newest_first(run: Run) -> None:
    first = logged(run, ANA, "coffee", "--on", "3 Nov", "--gave", "a map", "--note", "by the river")
    logged(run, BEN, "call", "--on", "2 days ago", "--asked", "")
    logged(run, ANA, BEN, "meal", "--on", "yesterday")
    told = listed(run)
    assert [(e["day"], e["person"], e["channel"]) for e in told] == [
        ("2026-11-14", ANA, "meal"), ("2026-11-14", BEN, "meal"), ("2026-11-13", BEN, "call"),
        ("2026-11-03", ANA, "coffee"),
    ]  # fmt: skip
    assert told[-1]["id"] == first
    assert told[-1] | {"person_id": ""} == {
        "id": first, "day": "2026-11-03", "person": ANA, "person_id": "", "channel": "coffee",
        "direction": "both", "purpose": "gave", "note": "gave: a map; by the river",
    }  # fmt: skip
    shown = done(run, "--list")
    assert "  4 entries.\n" in shown
    assert f"  {first}  2026-11-03  {ANA} " in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "[asked]" in shown, "a purpose of which nothing is said"


def test_the_list_is_narrowed_by_people_and_days(run: Run) -> None:
    for day in ("2026-11-01", "2026-11-08", "2026-11-15"):
        logged(run, ANA, "call", "--on", day)
    logged(run, BEN, "call", "--on", "2026-11-09")
    assert len(listed(run, "--since", "8 nov")) == 3
    assert len(listed(run, "--since", "7d")) == 3
    assert [e["person"] for e in listed(run, BEN)] == [BEN]
    assert len(listed(run, BEN, "ana@example.com")) == 4
    assert [e["day"] for e in listed(run, ANA, "--limit", "1")] == ["2026-11-15"]
    assert "no such entry" in done(run, "--list", BEN, "--since", "today")


def test_where_people_read_twenty_are_shown(run: Run) -> None:
    lines = "".join(f"'{ANA}' call --on '{n} days ago'\n" for n in range(21))
    assert run("log", "-", stdin=lines).exit_code == 0
    assert len(listed(run)) == 21
    shown = done(run, "--list")
    assert shown.count(" call ") == 20
    assert "The newest 20 of 21 entries." in shown
    assert "21 in all: the same with --limit 21" in shown
    assert done(run, "--list", "--limit", "21").count(" call ") == 21


def test_of_one_day_what_was_logged_last_comes_first(run: Run, home: Path) -> None:
    """The clock of the test stands still: all of it is logged within one second."""
    (home / "log.csv").write_text(
        f"date,person,channel\n2026-11-15T09:00,{ANA},sms\n2026-11-15,{ANA},email\n", "utf-8"
    )
    run("import", "log.csv")
    for channel in ("coffee", "call"):
        logged(run, ANA, channel)
    logged(run, ANA, BEN, "meal")
    told = [(e["channel"], e["person"]) for e in listed(run)]
    assert told == [
        ("meal", ANA), ("meal", BEN), ("call", ANA), ("coffee", ANA), ("sms", ANA), ("email", ANA),
    ]  # fmt: skip
    assert [e["channel"] for e in listed(run, "--limit", "1")] == ["meal"]


@pytest.mark.parametrize(("name", "found"), [("log.json", '"report": "log"'), ("log.md", "# What"),
                                             ("log.html", "<title>")])  # fmt: skip
def test_the_log_is_written_in_every_format(run: Run, home: Path, name: str, found: str) -> None:
    logged(run, ANA, "coffee")
    assert done(run, "--list", "-o", name) == ""
    assert found in (home / name).read_text("utf-8")
    assert ANA in (home / name).read_text("utf-8")


def test_an_empty_log_says_how_to_begin(run: Run) -> None:
    assert "nothing logged yet: netaudit log 'Ana Ruiz' coffee" in done(run, "--list")
    missing = run("log", "--list", "--store", "none.db")
    assert missing.exit_code == ExitCode.NO_STORE


def test_only_what_is_said_becomes_different(run: Run) -> None:
    old = logged(run, ANA, "coffee", "--on", "3 Nov", "--gave", "a map", "--note", "by the river")
    told = done(run, "--edit", old, "--on", "2 Nov")
    (now,) = listed(run)
    assert told == (
        f"Before: coffee with {ANA} on 2026-11-03 (both ways): gave: a map; by\n"
        "        the river\n"
        f"Now:    coffee with {ANA} on 2026-11-02 (both ways): gave: a map; by\n"
        "        the river\n"
        f"To take it back: netaudit undo 3; to change it: netaudit log --edit {now['id']}\n"
    )
    assert now["id"] != old
    done(run, "--edit", now["id"][:4], BEN, "sms", "--in", "--got", "a lift", "--note", "")
    (now,) = listed(run)
    assert [now[key] for key in ("day", "person", "channel", "direction", "purpose", "note")] == [
        "2026-11-02", BEN, "sms", "in", "gave+got", "gave: a map; got: a lift",
    ]  # fmt: skip
    done(run, "--edit", now["id"], "--no-purpose", "--asked", "")
    (now,) = listed(run)
    assert (now["purpose"], now["note"]) == ("asked", "")


def test_an_edit_is_taken_back_as_one(run: Run, home: Path) -> None:
    old = logged(run, ANA, "coffee")
    before = digest(home)
    done(run, "--edit", old, "--via", "call")
    assert "  changed: coffee with Ana Ruiz-Example on 2026-11-15 is" in run("imports").stdout
    back = run("undo", "--yes")
    assert "goes: 1 log entry or recommendation\n      comes back: 1 log entry\n" in back.stdout
    assert [e["id"] for e in listed(run)] == [old]
    assert [line for line in digest(home) if "sqlite_sequence" not in line] == [
        line for line in before if "sqlite_sequence" not in line
    ]


@pytest.mark.parametrize(
    "words",
    [(), ("--on", "today"), ("coffee",), ("--via", "Coffee"), ("--both",), (ANA,),
     ("ana@example.com",), ("--note", "by  the river"), ("--gave", "a map"),
     ("ana", "--gave", " a map ")],
    ids=str,
)  # fmt: skip
def test_what_changes_nothing_writes_nothing(run: Run, home: Path, words: tuple[str, ...]) -> None:
    old = logged(run, ANA, "coffee", "--gave", "a map", "--note", "by the river")
    before = digest(home)
    told = done(run, "--edit", old, *words)
    assert told.startswith(f"It stays: coffee with {ANA} on 2026-11-15")
    assert told.endswith("Nothing was written: nothing of it is said to be different.\n")
    assert digest(home) == before


def test_an_interaction_with_several_people_is_changed_for_all_of_them(run: Run) -> None:
    logged(run, ANA, BEN, "meal", "--on", "yesterday")
    of_ben = listed(run, BEN)[0]["id"]
    told = done(run, "--edit", of_ben, "--on", "today")
    assert told.count(f"meal with {ANA}, {BEN} on") == 2
    assert {(e["person"], e["day"]) for e in listed(run)} == {
        (ANA, "2026-11-15"), (BEN, "2026-11-15")
    }  # fmt: skip
    # Named are all who were there.
    of_ben = listed(run, BEN)[0]["id"]
    done(run, "--edit", of_ben, ANA)
    assert [e["person"] for e in listed(run)] == [ANA]
    assert _sizes(run) == [1]
    done(run, "--edit", listed(run)[0]["id"], BEN, ANA, "Zoran Unheard", "--new")
    assert {e["person"] for e in listed(run)} == {ANA, BEN, "Zoran Unheard"}
    assert _sizes(run) == [3, 3, 3]


def _sizes(run: Run) -> list[int]:
    path = Path.home() / ".local/share/netaudit/netaudit.db"
    with sqlite3.connect(path) as store:
        return [row[0] for row in store.execute("SELECT size FROM current_entry")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--remove",), "which entries go?"),
        (("--remove", "k7rt2mcx", "--yes"), "there is no entry 'k7rt2mcx'"),
        (("--edit", "k7rt", "coffee"), "there is no entry 'k7rt'"),
        (("--list", "--edit", "k7rt"), "--list and --edit exclude one another"),
        (("--list", "--in", "--note", "x"), "--in, --note: not with --list"),
        (("--remove", "k7rt", "--on", "today"), "--on: not with --remove"),
        (("--edit", "k7rt", "--limit", "3"), "--limit: not with --edit"),
        ((ANA, "--since", "today"), "hint: --since goes with --list"),
        ((ANA, "--since", "1y", "--limit", "3"), "hint: --limit and --since go with --list"),
        (("-", ANA), "'-' stands alone"), ((ANA, "-"), "'-' stands alone"),
        (("--list", "Ana", "Ruiz-Example"), "put the name in quotes"),
        ((ANA, "--no-purpose", "--yes"), "--no-purpose, --yes: not with an entry"),
        (("-", "--note", "x"), "--note: not with log -"),
        (("--list", "Nobody Known"), "is nobody in the store by that name"),
        (("--list", "--since", "may"), "'may' is neither a day nor a span"),
        ((), "whom did you talk to?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_does_not_go_together_is_refused(
    run: Run, home: Path, words: tuple[str, ...], said: str
) -> None:
    before = digest(home)
    result = run("log", *words)
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert said in result.stderr
    assert digest(home) == before


def test_an_entry_that_was_changed_is_told_by_the_id_it_has_now(run: Run) -> None:
    """Also after the next change, and of each of several people."""
    old = logged(run, ANA, BEN, "meal")
    of_ben = listed(run, BEN)[0]["id"]
    done(run, "--edit", old, "coffee")
    done(run, "--edit", listed(run, ANA)[0]["id"], "call")
    for name, was in ((ANA, old), (BEN, of_ben)):
        now = listed(run, name)[0]["id"]
        for words in (("--edit", was, "sms"), ("--remove", was, "--yes")):
            result = run("log", *words)
            assert result.exit_code == ExitCode.USAGE
            assert f"entry {was} was changed, and is {now} now" in result.stderr


def test_undo_tells_the_id_of_an_entry_from_the_number_of_an_import(run: Run) -> None:
    entry = logged(run, ANA, "coffee")
    result = run("undo", entry, "--yes")
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert f"{entry} is the id of an entry: netaudit log --remove {entry}\n" in result.stderr
    for typed in ("k7rt2mcx", "last", "9" * 30, "\u0663"):
        other = run("undo", typed, "--yes")
        assert other.exit_code == ExitCode.USAGE
        assert f"'{typed}' is no number of an import\n" in other.stderr
    assert "imports have numbers: netaudit imports" in result.stderr
    assert [e["id"] for e in listed(run)] == [entry]


def test_a_change_is_refused_like_an_entry(run: Run) -> None:
    old = logged(run, ANA, "coffee")
    for words, said in (
        (("--on", "tomorrow"), "has not come yet"),
        (("--in", "--out"), "exclude one another"),
        (("cofee",), "the nearest channel is 'coffee'"),
        (("Cleo Twin",), "fits several people"),
        (("--new",), "--new is said of a name"),
        (("--via", "telepathy"), "no channel 'telepathy'"),
    ):
        result = run("log", "--edit", old, *words)
        assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
        assert said in result.stderr
    assert [e["id"] for e in listed(run)] == [old]


def test_a_change_to_what_is_there_already_is_said(run: Run) -> None:
    logged(run, ANA, "coffee")
    other = logged(run, ANA, "call")
    result = run("log", "--edit", other, "coffee")
    assert result.exit_code == 0
    assert "counts twice" in result.stderr
    assert "netaudit undo 4" in result.stderr


def test_a_change_can_be_tried(run: Run, home: Path) -> None:
    old = logged(run, ANA, "coffee")
    before = digest(home)
    told = done(run, "--edit", old, "call", "--dry-run")
    assert f"Now:    call with {ANA} on" in told
    assert told.endswith("Nothing was written: this was a dry run.\n")
    assert done(run, BEN, "call", "--dry-run").endswith("this was a dry run.\n")
    assert digest(home) == before


def test_one_person_by_two_names_counts_once(run: Run) -> None:
    told = done(run, ANA, "ana@example.com", "linkedin.com/in/ana-example", BEN, "ana", "meal")
    assert re.match(rf"Logged: meal with {ANA} \(\w{{8}}\), {BEN} \(\w{{8}}\) on", told)
    assert _sizes(run) == [2, 2]


def test_every_option_of_an_entry_is_known_to_the_lists_of_what_goes_together() -> None:
    import inspect

    known = {name for names in logging._MEANING.values() for name in names}
    names = set(inspect.signature(logging.log).parameters) - {"context"}
    assert names == known | set(logging._ALWAYS)
