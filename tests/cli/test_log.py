"""`netaudit log`: one line, nobody guessed."""

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from cli.program import EXAMPLES, Run
from netaudit.cli import asking
from netaudit.errors import ExitCode
from netaudit.records import Account
from netaudit.store.facts import short_id

ANA_ID = short_id(Account("linkedin", "url", "ana-example"))


@pytest.fixture(autouse=True)
def _list(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")


def _entries(home: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(home / ".local/share/netaudit/netaudit.db") as store:
        return store.execute(
            "SELECT written, date(day - 719163 + 2440587.5), channel, direction, purpose, note,"
            " size FROM entry ORDER BY id"
        ).fetchall()


def _ids(home: Path) -> list[str]:
    with sqlite3.connect(home / ".local/share/netaudit/netaudit.db") as store:
        return [row[0] for row in store.execute("SELECT short_id FROM entry ORDER BY id")]


def _id(run: Run, name: str) -> list[str]:
    shown = run("report", "--section", "stale", "--format", "json", "--ids", "--stale", "1d")
    rows = json.loads(shown.stdout)["sections"][0]["tables"]["stale_people"]
    return [row["person_id"] for row in rows if row["person"] == name]


def test_name_and_channel_are_enough(run: Run, home: Path) -> None:
    result = run("log", "ana ruiz-EXAMPLE", "coffee")
    assert result.exit_code == 0
    (entry_id,) = _ids(home)
    assert result.stdout == (
        f"Logged: coffee with Ana Ruiz-Example ({ANA_ID}) on 2026-11-15 (both ways)\n"
        f"To take it back: netaudit undo 2; to change it: netaudit log --edit {entry_id}\n"
    )
    assert _entries(home) == [("ana ruiz-EXAMPLE", "2026-11-15", "coffee", 2, "", "", 1)]
    shown = json.loads(run("report", "--format", "json").stdout)
    states = shown["sections"][0]["tables"]["states"]
    assert {s["state"]: s["people"] for s in states}["met"] == 1


def test_everything_can_be_said(run: Run, home: Path) -> None:
    result = run(
        "log", "Ben Okoro-Example", "--via", "mail", "--on", "last friday", "--in",
        "--gave", "intro to Ana", "--asked", "", "--note", "second  try",
    )  # fmt: skip
    assert result.exit_code == 0
    assert _entries(home) == [
        ("Ben Okoro-Example", "2026-11-13", "email", 0, "gave+asked",
         "gave: intro to Ana; second try", 1)
    ]  # fmt: skip


def test_several_people_make_a_group(run: Run, home: Path) -> None:
    result = run("log", "Ana Ruiz-Example", "https://linkedin.com/in/ben-example/", "dinner")
    assert result.exit_code == 0
    assert [(e[0], e[2], e[6]) for e in _entries(home)] == [
        ("Ana Ruiz-Example", "meal", 2), ("https://linkedin.com/in/ben-example/", "meal", 2),
    ]  # fmt: skip


def test_a_written_message_goes_out_unless_said(run: Run, home: Path) -> None:
    run("log", "ana@example.com", "sms")
    run("log", "ana@example.com", "sms", "--in")
    assert [e[3] for e in _entries(home)] == [1, 0]


@pytest.mark.parametrize("name", ["Cleo Twin", "Ana Riuz", "Nobody Known"])
def test_a_doubtful_name_is_refused_with_the_ids_it_could_mean(
    run: Run, home: Path, name: str
) -> None:
    result = run("log", name, "coffee")
    assert result.exit_code == ExitCode.USAGE
    assert _entries(home) == []
    expected = {"Cleo Twin": 2, "Ana Riuz": 1, "Nobody Known": 0}[name]
    told = (
        r"\w{8}  (Cleo Twin, linkedin\.com/in/cleo-[12]-example|Ana Ruiz-Example, Engineer, Acme)\n"
    )
    assert len(re.findall(told, result.stderr)) == expected
    assert ("say which by id:\n" in result.stderr) == (name == "Cleo Twin")
    assert ("perhaps:\n" in result.stderr) == (name == "Ana Riuz")
    assert ("--new" in result.stderr) == (name != "Cleo Twin")


def test_an_id_says_which(run: Run, home: Path) -> None:
    refused = run("log", "Cleo Twin", "coffee")
    number = refused.stderr.partition("by id:")[2].split()[0]
    result = run("log", number, "coffee")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Logged: coffee with Cleo Twin ({number}) on")
    assert _id(run, "Cleo Twin") == []
    shown = run(
        "report", "--section", "stale", "--format", "json", "--ids", "--stale", "1d",
        "--as-of", "2026-11-20",
    )  # fmt: skip
    rows = json.loads(shown.stdout)["sections"][0]["tables"]["stale_people"]
    assert [(r["person"], r["person_id"]) for r in rows] == [("Cleo Twin", number)]


def test_new_makes_a_person_once(run: Run, home: Path) -> None:
    assert run("log", "Zoran Unheard", "call", "--new").exit_code == 0
    again = run("log", "zoran  unheard", "call", "--new")
    assert again.exit_code == ExitCode.USAGE
    assert "Zoran Unheard is there" in again.stderr
    assert run("log", "Zoran Unheard", "call").exit_code == 0


def test_known_and_new_people_can_be_logged_together(run: Run, home: Path) -> None:
    result = run("log", "Ana Ruiz-Example", "Zoran Unheard", "lunch", "--new")
    assert result.exit_code == 0
    assert f"with Ana Ruiz-Example ({ANA_ID}), Zoran Unheard (new) on" in result.stdout
    assert [e[0] for e in _entries(home)] == ["Ana Ruiz-Example", "Zoran Unheard"]


def test_one_new_person_is_one_word_of_the_command_line(run: Run, home: Path) -> None:
    result = run("log", "Zed", "Newman", "coffee", "--new")
    assert (result.exit_code, _entries(home)) == (ExitCode.USAGE, [])
    assert "two people would be new: 'Zed', 'Newman'" in result.stderr
    assert "put a name in quotes" in result.stderr
    assert "3 people" in run("log", "Al", "Bo", "Cy", "coffee", "--new").stderr
    whole = run("log", "Zed Newman", "coffee", "--new").stdout
    assert whole.startswith("Logged: coffee with Zed Newman (new) on 2026-11-15")
    assert "(new)" not in run("log", "Zed Newman", "coffee").stdout


def test_bytes_that_are_no_text_are_no_bug(run: Run, home: Path) -> None:
    assert run("log", "\udcff\udcfe Abel", "coffee").exit_code == ExitCode.USAGE


def test_the_owner_is_nobody_to_log(run: Run, home: Path) -> None:
    run("import", str(EXAMPLES / "linkedin"), "--yes")
    for own in ("Robin Quist", "https://www.linkedin.com/in/robin-quist-example"):
        result = run("log", own, "coffee", "--new")
        assert result.exit_code == ExitCode.USAGE
        assert "is you" in result.stderr


def test_the_same_entry_again_counts_and_is_said(run: Run, home: Path) -> None:
    run("log", "Ana Ruiz-Example", "coffee")
    result = run("log", "Ana Ruiz-Example", "coffee")
    assert result.exit_code == 0
    assert "counts twice" in result.stderr
    assert len(_entries(home)) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("coffee",), "whom did you talk to?"),
        (("Ana Ruiz-Example", "--via", "telepathy"), "no channel 'telepathy'"),
        (("Ana Ruiz-Example", "--on", "may"), "no day netaudit is sure of"),
        (("Ana Ruiz-Example", "--on", "2026-11-16"), "has not come yet"),
        (("Ana Ruiz-Example", "--in", "--out"), "exclude one another"),
        (("", "coffee"), "is no name"),
        (("", "coffee", "--new"), "is no name"),
        (("Ana", "Ruiz-Example", "coffee"), "is one person, but came as 2 words"),
        (("Ana Ruiz-Example", "cofee"), "the nearest channel is 'coffee'"),
        (("Ana Ruiz-Example", "cofee", "--new"), "and no channel"),
        (("Ana Ruiz-Example", "beer"), "'beer' is nobody in the store, and no channel"),
        (("Ana Ruiz-Example", "beer"), "hint: known: comment, mention, "),
        (("Ana Ruiz-Example", "beer"), "say the channel with --via, and --new"),
        (("Zoran Unheard", "0001", "--on", "0001-01-01"), "before anybody's time"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    run: Run, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("log", *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert _entries(home) == []


def test_a_name_without_end_is_cut_in_a_sentence(run: Run, home: Path) -> None:
    name = "Zoran " + "x" * 10_000
    told = run("log", name, "call", "--new").stdout
    (entry_id,) = _ids(home)
    assert "Logged: call with Zoran xxx" in " ".join(told.split())
    assert max(map(len, told.splitlines())) < 80
    shown = run("log", "--remove", entry_id, "--dry-run").stdout
    assert max(map(len, shown.splitlines())) < 80
    assert [e[0] for e in _entries(home)] == [name]


def test_own_channels_are_known(run: Run, home: Path) -> None:
    config = home / ".config" / "netaudit" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[channels]\nbowling = "in_person"\ntelex = "letter"\n', "utf-8")
    assert run("log", "Ana Ruiz-Example", "bowling").exit_code == 0
    assert run("log", "Ana Ruiz-Example", "Telex").exit_code == 0
    assert [(e[2], e[3]) for e in _entries(home)] == [("bowling", 2), ("letter", 1)]


@pytest.mark.parametrize(
    ("answer", "logged", "code"),
    [
        ("1\n", 1, 0),
        ("\n", 1, 0),
        ("Y\n", 1, 0),
        ("ruiz acme\n", 1, 0),
        (f"{ANA_ID}\n", 1, 0),
        ("0\nn\n", 0, 2),
        ("n\nn\n", 0, 2),
        ("q\n\n", 0, 2),
        ("x\n7\n1\n", 1, 0),
        ("", 0, 130),
    ],
)
def test_a_terminal_is_asked(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, logged: int, code: int
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("log", "Ana Riuz", "coffee", stdin=answer)
    assert "Who is 'Ana Riuz'?" in result.stderr
    assert f"\nAna Ruiz-Example, Engineer, Acme ({ANA_ID})? [Y/n]" in result.stderr
    assert result.exit_code == code
    assert len(_entries(home)) == logged
    assert result.stderr.count("Nobody fits that") == (2 if "x" in answer else 0)


def test_of_several_of_one_name_the_address_tells_which(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("log", "Cleo Twin", "coffee", stdin="2\n")
    assert (result.exit_code, len(_entries(home))) == (0, 1)
    for link in ("linkedin.com/in/cleo-1-example", "linkedin.com/in/cleo-2-example"):
        assert re.search(rf"\n   [12]  \w{{8}}  Cleo Twin, {link}\n", result.stderr)
    none = run("log", "Cleo Twin", "coffee", stdin="0\n")
    assert (none.exit_code, len(_entries(home))) == (ExitCode.USAGE, 1)
    assert "somebody new?" not in none.stderr
    assert "a name that tells them apart" in none.stderr


@pytest.mark.parametrize(
    ("name", "answer", "logged", "code"),
    [
        ("Zoran Unheard", "y\n", 1, 0), ("Zoran Unheard", "\n", 0, ExitCode.USAGE),
        ("Zoran Unheard", "perhaps\nn\n", 0, ExitCode.USAGE),
        ("Zoran Unheard", "", 0, ExitCode.INTERRUPTED), ("Ana Riuz", "0\ny\n", 1, 0),
        ("Ana Riuz", "0\nn\n", 0, ExitCode.USAGE),
    ],
)  # fmt: skip
def test_at_a_terminal_somebody_new_is_asked_about(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, answer: str, logged: int, code: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    result = run("log", name, "coffee", stdin=answer)
    assert f"Nobody is called '{name}'; somebody new? [y/N]" in result.stderr
    assert (result.exit_code, len(_entries(home))) == (code, logged)
    assert (f"Logged: coffee with {name} (new) on" in result.stdout) == bool(logged)


@pytest.mark.parametrize("name", ["", "Robin Quist"])
def test_who_cannot_be_new_is_not_asked_about(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    run("import", str(EXAMPLES / "linkedin"), "--yes")
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    before = len(_entries(home))
    result = run("log", name, "coffee", stdin="0\ny\n")
    assert (result.exit_code, len(_entries(home))) == (ExitCode.USAGE, before)
    assert "somebody new?" not in result.stderr


def test_a_log_written_by_a_newcomer_needs_no_export(run: Run, home: Path) -> None:
    store = home / "fresh.db"
    missing = run("log", "Ana Ruiz", "coffee", "--store", str(store))
    assert missing.exit_code == ExitCode.NO_STORE
    assert not store.exists()
    assert run("log", "Ana Ruiz", "coffee", "--new", "--store", str(store)).exit_code == 0
    assert store.exists()
