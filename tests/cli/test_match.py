"""`netaudit match`: pairs are listed, asked about, and explained."""

import csv
import io
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from cli import matching_world as world
from cli.program import Run
from netaudit.cli import asking, matching, walking
from netaudit.errors import ExitCode
from netaudit.store import Store
from netaudit.store.accounts import Whose
from netaudit.workflows import matching as workflow
from store.on_x import archive, bearer, listed, member
from store.snapshots import DAY, bring, connection, contact, digest, entry, export, log, url

QUESTION = "same, different, later or quit? [s/d/l/q]"


@pytest.fixture
def store(home: Path, run: Run) -> Path:
    return world.begin(home)


@pytest.fixture
def at_terminal(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program believe that somebody sits there."""
    monkeypatch.setattr(matching, "_somebody_is_there", lambda: True)


LIKELY = [
    ("Ada Kaltenbrun", "Ada Kaltenbrun", "likely"),
    ("Cleo Vantongeren", "Cleo Vantongeren", "likely"),
]
POSSIBLE = [("Ben Okoro", "Ben Okoro", "possible")] * 2


def test_the_likely_pairs_are_listed_the_possible_ones_if_asked_for(run: Run, store: Path) -> None:
    assert sorted(world.pairs(run)) == LIKELY
    found = world.pairs(run, "--possible")
    assert sorted(found[:2]) == LIKELY
    assert found[2:] == POSSIBLE


def test_the_list_on_the_screen_has_the_ids_that_one_types(run: Run, store: Path) -> None:
    shown = run("match")
    assert shown.exit_code == 0
    assert max(map(len, shown.stdout.splitlines())) <= 80
    ids = world.ids(run)
    assert all(f"{ids[f'Ada Kaltenbrun {on}']} Ada" in shown.stdout for on in ("linkedin", "x"))
    assert "2 pairs are likely one person each; 2 more are possible." in shown.stdout
    assert "netaudit match --possible" in shown.stdout
    assert "netaudit match --possible" not in run("match", "--list", "--possible").stdout
    assert "Ben" not in shown.stdout
    assert "\x1b" not in shown.stdout


def test_other_formats_have_the_ids_beside_the_names(run: Run, store: Path, home: Path) -> None:
    made = json.loads(run("match", "--format", "json").stdout)
    assert (made["report"], made["as_of"]) == ("matches", "2026-11-15")
    (row, _) = made["sections"][0]["tables"]["pairs"]
    columns = [
        "one", "one_id", "one_account", "other", "other_id", "other_account", "verdict",
        "evidence", "score",
    ]  # fmt: skip
    assert list(row) == columns
    assert "the same name" in row["evidence"]
    assert isinstance(row["score"], int)
    rows = list(csv.reader(io.StringIO(run("match", "--list", "-f", "csv").stdout)))
    assert rows[0] == columns
    assert rows[1] == [str(value) for value in row.values()]
    assert run("match", "-o", "pairs.md", "--possible").exit_code == 0
    page = (home / "pairs.md").read_text("utf-8")
    assert page.count(" Ben Okoro, ") == 4


def test_nobody_like_anybody_is_said(run: Run, connections: Path) -> None:
    run("import", "linkedin.csv")
    shown = run("match")
    assert (shown.exit_code, "No two people are likely one." in shown.stdout) == (0, True)
    assert "no two people look like one" in shown.stdout
    assert run("match", "--format", "csv").stdout.count("\n") == 1


def test_without_a_store_there_is_nothing_to_match(run: Run, home: Path) -> None:
    for words in (("match",), ("merge", "a", "b"), ("split", "a")):
        assert run(*words).exit_code == ExitCode.NO_STORE
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("--same", "a", "b", "--different", "a", "b"), ("--same", "a", "b", "--list"),
        ("--explain", "a", "--format", "json"), ("--explain", "a", "--same", "a", "b"),
        ("--same", "a"), ("--format", "pdf"), ("--timezone", "Nowhere"),
    ],
)  # fmt: skip
def test_what_excludes_one_another_is_refused(
    run: Run, store: Path, words: tuple[str, ...]
) -> None:
    assert run("match", *words).exit_code == ExitCode.USAGE


def test_at_a_terminal_every_answer_is_stored_at_once(
    run: Run, store: Path, at_terminal: None
) -> None:
    before = world.people(run)
    result = run("match", stdin="what\n\nS\nlater\n")
    assert result.exit_code == 0
    assert result.stdout.startswith("1 of 2: likely one person\n")
    assert "\n2 of 2: likely one person\n" in result.stdout
    assert result.stderr.count(QUESTION) == 4
    assert result.stderr.count("One of these letters, please: s, d, l or q.\n") == 2
    assert "One person from now on. To take it back: netaudit undo 2\n" in result.stdout
    assert result.stdout.endswith("\nPairs: 1 the same; 1 left: netaudit match\n")
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert world.people(run) == before - 1
    assert len(world.pairs(run)) == 1
    assert run("undo", "2", "--yes").exit_code == 0
    assert sorted(world.pairs(run)) == LIKELY


def test_who_was_told_apart_is_not_asked_about_again(
    run: Run, store: Path, at_terminal: None
) -> None:
    told = run("match", stdin="d\nd\n").stdout
    assert told.count("Two people from now on. To take it back: netaudit undo ") == 2
    assert told.endswith("\nPairs: 2 different; 2 merely possible: netaudit match --possible\n")
    assert world.pairs(run, "--possible") == POSSIBLE
    assert (
        run("match").stdout
        == "Pairs: none answered; 2 merely possible: netaudit match --possible\n"
    )


def test_what_an_answer_makes_impossible_is_not_asked(
    run: Run, store: Path, at_terminal: None
) -> None:
    """Ben has one account on X, and so is not asked about with the other."""
    result = run("match", "--possible", stdin="l\nl\ns\n")
    assert result.exit_code == 0
    assert "3 of 4: possible" in result.stdout
    assert result.stderr.count(QUESTION) == 3
    assert result.stdout.endswith("Pairs: 1 the same; 2 left: netaudit match --possible\n")
    last = run("match", "--possible", stdin="d\nd\n")
    assert last.stdout.endswith("Pairs: 2 different; none is left\n")
    assert run("match", "--possible").stdout == "No two people look like one.\n"


def test_what_an_answer_leaves_open_is_asked_in_the_end(
    run: Run, store: Path, at_terminal: None
) -> None:
    """Ada of the address book may be Ada of LinkedIn still, when she is Ada of X."""
    bring(store, export(contact("Ada Kaltenbrun", "tea@example.net"), name="book.zip"))
    before = world.pairs(run, "--possible")
    assert len([pair for pair in before if "Ada Kaltenbrun" in pair]) == 3
    result = run("match", "--possible", stdin="s\nl\nl\nl\ns\n")
    assert result.exit_code == 0
    assert result.stderr.count(QUESTION) == 5
    assert "tea@example.net" in result.stdout.rpartition("5 of 5: ")[2]
    assert "Pairs: 2 the same; 3 left" in result.stdout


def test_a_pair_that_is_no_pair_any_more_is_passed_over(
    run: Run, store: Path, at_terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = workflow.matches

    def outdated(opened: Store) -> list[workflow.Match]:
        """Return also somebody whom another window has joined meanwhile."""
        first, *others = found(opened)
        return [first._replace(one=Whose("zzzzzzzz", "Nobody")), *others]

    monkeypatch.setattr(workflow, "matches", outdated)
    result = run("match", stdin="q\n")
    assert (result.exit_code, result.stderr.count(QUESTION)) == (0, 1)
    assert "Nobody" not in result.stdout


def test_on_a_narrow_screen_one_stands_above_the_other(
    run: Run, store: Path, at_terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "line_width", lambda _: 44)
    lines = run("match", stdin="q\n").stdout.splitlines()
    assert max(map(len, lines)) <= 45  # the answer that was typed is not ours
    ada, heron = lines.index("  linkedin.com/in/ada-example"), lines.index("  x.com/silver_heron")
    assert "" in lines[ada:heron]


def test_after_quitting_what_was_answered_stays(run: Run, store: Path, at_terminal: None) -> None:
    result = run("match", "--possible", stdin="s\nq\n")
    assert result.exit_code == 0
    assert result.stdout.endswith("Pairs: 1 the same; 3 left: netaudit match --possible\n")
    ended = run("match", stdin="")  # Ctrl-D
    assert (ended.exit_code, ended.stderr) == (0, f"{QUESTION}\n")
    assert ended.stdout.endswith("Pairs: none answered; 1 left: netaudit match\n")


def test_an_interrupted_walk_tells_what_is_left(
    run: Run, store: Path, at_terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> str:
        raise typer.Abort from KeyboardInterrupt()

    monkeypatch.setattr(typer, "prompt", interrupt)
    interrupted = run("match")
    assert interrupted.exit_code == ExitCode.INTERRUPTED
    assert interrupted.stdout.endswith("Pairs: none answered; 2 left: netaudit match\n")


def test_a_dry_run_of_the_questions_stores_nothing(
    run: Run, store: Path, at_terminal: None
) -> None:
    before = store.read_bytes()
    result = run("match", "--dry-run", stdin="s\nd\n")
    assert (result.exit_code, result.stdout.count("this is a dry run")) == (0, 2)
    assert store.read_bytes() == before


def test_both_people_are_shown_with_what_is_known(run: Run, store: Path, at_terminal: None) -> None:
    run("log", "ada@example.org", "coffee", "--on", "2026-11-14")
    shown = run("match", stdin="q\n").stdout
    ids = world.ids(run)
    pages = [line for line in shown.splitlines() if line.startswith("  ")]
    columns = [[line[2:39].strip() for line in pages], [line[42:].strip() for line in pages]]
    assert columns[0][:4] == [
        "Ada Kaltenbrun", ids["Ada Kaltenbrun linkedin"], "linkedin.com/in/ada-example",
        "ada@example.org",
    ]  # fmt: skip
    assert "Alto Rail" in columns[0]
    assert "LinkedIn connection since 2021-07-29" in columns[0]
    assert "1 interaction, on 2026-11-14" in columns[0]
    assert columns[1][:7] == [
        "Ada Kaltenbrun", ids["Ada Kaltenbrun x"], "x.com/silver_heron", "'Trains and tea'",
        "follows you on X", "you follow them on X", "1 interaction, on 2021-08-18",
    ]  # fmt: skip
    assert "  because: the same name" in shown


def test_an_address_of_two_accounts_is_shown_once(run: Run, store: Path, at_terminal: None) -> None:
    """Ada stands by her id on one list, and by her handle on another."""
    bring(store, archive(listed(bearer("silver_heron"), "follower"), name="handles.zip"))
    assert run("match", stdin="q\n").stdout.count("x.com/silver_heron") == 1
    run("merge", "ada@example.org", "@silver_heron")
    shown = run("match", "--explain", "ada@example.org").stdout
    assert shown.count("x.com/silver_heron, Ada Kaltenbrun\n") == 1
    assert shown.count("x.com/silver_heron") == 1


def test_what_others_wrote_acts_on_no_terminal(run: Run, store: Path, at_terminal: None) -> None:
    odd = member(77, "odd", "Dan Ilvesniemi", "\x1b]0;mine\x07 \u202egnirts " + "long " * 100)
    bring(store, archive(listed(odd), name="more.zip"))
    shown = run("match", "--possible", stdin="l\nl\nl\nl\nl\n")
    assert "Dan Ilvesniemi" in shown.stdout
    assert not set("\x1b\x07\u202e") & set(shown.stdout)
    assert max(map(len, shown.stdout.splitlines())) <= 80
    assert "\x1b" not in run("match", "--explain", "@zedzed").stdout


def test_explain_tells_why_and_what_was_said(run: Run, store: Path) -> None:
    shown = run("match", "--explain", "ada@example.org").stdout.splitlines()
    number = world.ids(run)["Ada Kaltenbrun linkedin"]
    other = world.ids(run)["Ada Kaltenbrun x"]
    assert shown[:4] == [
        f"Ada Kaltenbrun ({number})", f"  {number} linkedin.com/in/ada-example, Ada Kaltenbrun",
        "You said nothing of them.", "May be the same person:",
    ]  # fmt: skip
    near = " ".join("".join(shown[4:]).split())
    assert near.startswith(f"{other} x.com/silver_heron, Ada Kaltenbrun, likely: the same name;")
    run("merge", number, other)
    after = run("match", "--explain", other).stdout
    assert f"  {other} x.com/silver_heron, Ada Kaltenbrun\n           you said so (" in after
    assert "You said:\n  Ada Kaltenbrun and @silver_heron are one person (netaudit undo 2)" in after
    assert after.endswith("Nobody else looks like them.\n")


def test_no_line_is_wider_than_the_screen(
    run: Run, store: Path, at_terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names, links and companies can be words longer than a line."""
    name, company = f"Ann {'Kaltenbrun' * 10}", "Kiln" * 30
    long = url("-".join(["kaltenbrun"] * 9))
    on_x = member(90, "ann_of_the_kiln", name, f"Works at {company}")
    bring(store, log(entry(name)), archive(listed(on_x), name="more.zip"))
    bring(store, export(connection(long, name, DAY + 5, company), exported_on=DAY + 10))
    for width in (44, 79):
        monkeypatch.setattr(walking, "line_width", lambda _, width=width: width)
        for words in (("--explain", "@ann_of_the_kiln"), ("--list", "--possible"), ("--possible",)):
            shown = run("match", *words, stdin="l\n" * 5).stdout.splitlines()
            assert max(map(len, shown)) <= (80 if "--list" in words else width)
    joined = "".join(run("match", "--explain", "@ann_of_the_kiln").stdout.split())
    assert f"linkedin.com/in/{long.key}" in joined
    assert f"thebionames{company}" in joined


def test_explain_tells_of_a_name_that_could_be_theirs(run: Run, store: Path) -> None:
    bring(store, archive(listed(member(78, "dan_x", "Dan Ilvesniemi")), name="more.zip"))
    shown = run("match", "--explain", "linkedin.com/in/dan-example").stdout
    assert "in the log fits others too" in shown
    words = shown.rpartition("netaudit merge ")[2].split()
    assert run("match", "--explain", words[1]).stdout.count("fits 2 people") == 1
    assert run("merge", *words).exit_code == 0
    assert "fits others" not in run("match", "--explain", words[0]).stdout


def test_explain_asks_who_is_meant(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("match", "--explain", "Ben Okoro")
    assert refused.exit_code == ExitCode.USAGE
    assert "fits several people" in refused.stderr
    assert "linkedin.com/in/ben-example" in refused.stderr
    assert "x.com/quietkiln" in refused.stderr
    monkeypatch.setattr(asking, "can_ask", lambda: True)
    asked = run("match", "--explain", "Ben Okoro", stdin="9\n1\n")
    assert asked.exit_code == 0
    assert "Who is 'Ben Okoro'?" in asked.stderr
    assert "\nBen Okoro (" in asked.stdout
    nobody = run("match", "--explain", "Ben Okoro", stdin="0\n")
    assert (nobody.exit_code, "nobody chosen" in nobody.stderr) == (ExitCode.USAGE, True)


def sit(home: Path, keys: str, *arguments: str, width: int = 80, **env: str) -> str:
    """Run the program at a terminal of its own, type, and return what stood on it."""
    controller, end = pty.openpty()
    environment = os.environ | {"HOME": str(home), "COLUMNS": str(width), "TERM": "xterm"} | env
    with subprocess.Popen(
        [sys.executable, "-m", "netaudit", *arguments],
        stdin=end, stdout=end, stderr=end, env=environment, start_new_session=True,
    ) as program:  # fmt: skip
        os.close(end)
        seen = b""
        waiting = list(keys)
        while select.select([controller], [], [], 30)[0]:
            try:
                seen += os.read(controller, 65_536)
            except OSError:  # the other end was closed
                break
            if waiting and seen.endswith(b"] "):
                os.write(controller, f"{waiting.pop(0)}\n".encode())
        assert program.wait(30) == 0
    os.close(controller)
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.slow
def test_a_real_terminal_is_asked_in_its_width_and_without_colours(home: Path, store: Path) -> None:
    before = digest(store)
    for width in (80, 44):
        seen = sit(home, "lq", "match", width=width)
        assert seen.count(QUESTION) == 2
        assert "\x1b" not in seen
        assert max(map(len, seen.splitlines())) <= width
    assert "\x1b[" in sit(home, "", "match", "--list")
    assert "\x1b[" not in sit(home, "", "match", "--list", NO_COLOR="1")
    assert digest(store) == before
    assert "netaudit undo 2" in sit(home, "sq", "match")
    assert digest(store) != before
