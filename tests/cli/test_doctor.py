"""`netaudit doctor` has an answer for every state, and changes nothing unasked."""

import json
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import time_machine

from cli.doctor_world import begin, content, told
from cli.program import Run
from netaudit.cli.checking import check_lines
from netaudit.errors import ExitCode
from netaudit.render.base import Look
from netaudit.store import Store, copies, migrations
from netaudit.workflows import checking, surroundings
from scheduling.fake_crontab import Crontab
from store.broken import cut_short, half_changed


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, crontab: Crontab, tmp_path: Path) -> None:
    """Let the machine on which the tests run be one on which all is well."""
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: True)
    monkeypatch.setattr(surroundings, "MOUNTS", tmp_path / "mountinfo")


@pytest.fixture
def store(run: Run, connections: Path, home: Path) -> Path:
    return begin(run, connections, home)


def test_where_all_is_well_a_line_is_said_of_each(run: Run, store: Path, home: Path) -> None:
    before = content(store.parent)
    made = run("doctor")
    assert made.exit_code == 0
    lines = made.stdout.splitlines()
    assert lines[-1] == "All is well."
    assert {line[:9].strip() for line in lines[:-2]} <= {"ok", ""}
    assert not any(advice for _, _, advice in told(run).values())
    assert max(len(line) for line in lines if str(home) not in line) <= 79
    for said in (
        "ok store whole, ", "LinkedIn reaches to 12 Nov 2026.",
        "The log reaches to 14 Nov 2026.", "none of your files can be read by others",
        "nothing half-made",
        "none, so the defaults hold", "no weekly run in your crontab", "no import is of the future",
    ):  # fmt: skip
        assert said in " ".join(made.stdout.split())
    assert "Ruiz" not in made.stdout
    assert content(store.parent) == before


def test_the_report_has_what_monitoring_asks_for(run: Run, store: Path) -> None:
    made = json.loads(run("doctor", "--format", "json").stdout)
    assert (made["report"], made["as_of"]) == ("doctor", "2026-11-15")
    (section,) = made["sections"]
    checks = section["tables"]["checks"]
    assert section["figures"] == {"ok": len(checks), "warning": 0, "problem": 0}
    assert [row["check"] for row in checks] == [
        "store", "exports", "log", "clock", "place", "permissions", "owner", "copies", "leftovers",
        "room", "configuration", "schedule", "versions",
    ]  # fmt: skip
    assert "SQLite" in checks[-1]["found"]


def test_the_checks_are_what_a_file_of_csv_holds(run: Run, store: Path, home: Path) -> None:
    plain = run("doctor", "--format", "csv")
    assert (plain.exit_code, plain.stdout[:19]) == (0, '"check","result","f')
    assert run("doctor", "-o", "checks.csv").exit_code == 0
    assert (home / "checks.csv").read_text("utf-8") == plain.stdout
    assert run("doctor", "--fix", "--format", "csv").stdout == plain.stdout
    assert run("doctor", "--fix", "-f", "csv", "--table", "fixes").stdout == '"path","fix"\n'
    assert "Done" not in run("doctor", "--format", "markdown").stdout
    assert run("doctor", "-f", "csv", "-o", "all/").exit_code == 0
    assert not (home / "all/checks.fixes.csv").exists()


def test_what_to_do_is_marked_and_results_differ_on_a_terminal(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: False)
    plain = run("doctor").stdout
    assert f"\n{' ' * 24}→ use Python 3.11.8" in plain
    monkeypatch.setattr("netaudit.cli.checking.look", lambda **_: Look(colour=True))
    lines = list(check_lines(checking.look_after(store, "UTC", deep=False), [], dry_run=False))
    assert lines[0].startswith("\x1b[2mok\x1b[0m       store")
    assert any(line.startswith("\x1b[33mwarning\x1b[0m  versions") for line in lines)
    assert re.sub(r"\x1b\[\d+m", "", "\n".join(lines)) == plain.rstrip("\n")


def test_without_a_store_nothing_is_said_of_whose_it_is(run: Run, home: Path) -> None:
    found = told(run, code=ExitCode.NO_STORE)
    assert {"owner", "copies"}.isdisjoint(found)
    assert "room" in found


def test_a_text_in_the_place_of_the_store_is_the_same_to_every_command(
    run: Run, store: Path
) -> None:
    diary(store)
    message, hint = f"{store}: not a store of netaudit", "name another one: --store"
    assert told(run, code=ExitCode.DAMAGED)["store"][1] == message
    assert run("people").stderr == f"netaudit: error: {message}\n  hint: {hint}\n"


def test_what_is_due_is_said_as_the_reports_say_it(run: Run, store: Path) -> None:
    with time_machine.travel("2026-12-24T18:00:00Z", tick=False):
        result, found, advice = told(run)["exports"]
    assert result == "warning"
    assert found == (
        "LinkedIn data ends 12 Nov 2026; silence after that is unknown. A new export is due."
    )
    assert advice.startswith("To get it from LinkedIn: Settings & Privacy")


def test_a_clock_that_went_back_is_noticed(run: Run, store: Path) -> None:
    with time_machine.travel("2025-11-15T18:00:00Z", tick=False):
        found = told(run)
    assert found["clock"][:2] == ("warning", "2 imports say they were made later than now")
    assert found["log"][1] == "nothing is logged"


def missing(store: Path) -> None:
    store.unlink()


def lost(store: Path) -> None:
    with Store.open(store) as opened:
        opened.back_up()
    store.unlink()


def empty(store: Path) -> None:
    store.write_bytes(b"")


def folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


def pipe(store: Path) -> None:
    store.unlink()
    os.mkfifo(store)


def diary(store: Path) -> None:
    store.write_text("Dear diary", "utf-8")


def pragma(text: str) -> Callable[[Path], None]:
    def make(store: Path) -> None:
        with closing(sqlite3.connect(store)) as connection:
            connection.execute(f"PRAGMA {text}")

    return make


def truncated(store: Path) -> None:
    cut_short(store)


def hard_linked(store: Path) -> None:
    os.link(store, store.with_name("other.db"))


def dangling(store: Path) -> None:
    store.unlink()
    store.symlink_to("nowhere.db")


@pytest.mark.parametrize(
    ("make", "code", "said", "advice"),
    [
        (missing, ExitCode.NO_STORE, "no store yet", "netaudit import"),
        (dangling, ExitCode.NO_STORE, "no store yet", "netaudit import"),
        (lost, ExitCode.DAMAGED, "the store is gone", "netaudit restore"),
        (empty, ExitCode.DAMAGED, "empty", "netaudit restore"),
        (folder, ExitCode.DAMAGED, "not a file", "netaudit restore"),
        (pipe, ExitCode.DAMAGED, "not a file", "netaudit restore"),
        (diary, ExitCode.DAMAGED, "not a store of netaudit", "netaudit restore"),
        (pragma("application_id = 7"), ExitCode.DAMAGED, "not a store of netaudit", ""),
        (pragma("user_version = 99"), ExitCode.DAMAGED, "newer netaudit", "upgrade netaudit"),
        (truncated, ExitCode.DAMAGED, "damaged", "netaudit restore"),
        (hard_linked, ExitCode.DAMAGED, "second name", "copy it"),
    ],
    ids=[
        "missing", "dangling", "lost", "empty", "folder", "pipe", "diary", "foreign", "newer",
        "truncated", "hard-linked",
    ],
)  # fmt: skip
def test_every_broken_state_has_an_answer(
    run: Run, store: Path, make: Callable[[Path], None], code: ExitCode, said: str, advice: str
) -> None:
    make(store)
    before = content(store.parent) if make is not pipe else {}
    result, found, todo = told(run, code=code)["store"]
    assert result == "problem"
    assert said in found
    assert advice in todo
    assert make is pipe or content(store.parent) == before
    shown = run("doctor")
    assert shown.exit_code == code
    assert shown.stdout.startswith("problem  store")
    assert told(run, "--fix", code=code)["store"][0] == "problem"


def test_a_busy_store_is_no_damaged_one(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = copies.looking
    with closing(sqlite3.connect(store, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(copies, "looking", lambda path: looking(path, 0.01))
        found = told(run, code=ExitCode.BUSY)
    assert found["store"][:2] == ("problem", f"{store}: another netaudit is running")


def test_what_was_never_finished_is_rolled_back_by_fix_alone(run: Run, store: Path) -> None:
    whole = store.read_bytes()
    half_changed(store)
    before = content(store.parent)
    result, found, advice = told(run)["store"]
    assert (result, "never finished" in found) == ("warning", True)
    assert "--fix" in advice
    assert told(run, "--fix", "--dry-run")["store"][0] == "warning"
    assert content(store.parent) == before
    assert told(run, "--fix")["store"][0] == "ok"
    assert content(store.parent) == {store.name: whole}


def test_an_older_store_is_left_for_a_command_that_uses_it(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    before = content(store.parent)
    result, found, _ = told(run)["store"]
    assert (result, f"this netaudit has version {migrations.VERSION}" in found) == ("warning", True)
    told(run, "--fix")
    assert content(store.parent) == before


def test_deep_finds_what_does_not_follow_from_the_facts(run: Run, store: Path) -> None:
    before = content(store.parent)
    assert told(run, "--deep")["derived"][0] == "ok"
    assert content(store.parent) == before
    with closing(sqlite3.connect(store, isolation_level=None)) as tool:
        tool.execute("UPDATE account SET short_id = 'bbbbbbbb' WHERE id = 1")
        tool.execute("UPDATE entry SET note = 'another'")
        tool.execute("UPDATE link SET reason = 'a whim' WHERE account_id = 2")
        tool.execute("UPDATE stated SET first_id = 900 WHERE fact = 'tie'")
    assert "derived" not in told(run)
    result, found, advice = told(run, "--deep", code=ExitCode.DAMAGED)["derived"]
    assert result == "problem"
    assert found == (
        "does not follow from the facts: 1 short ids of accounts, 1 short ids of entries,"
        " 1 links of accounts to people, 1 lists of what an import stated"
    )
    assert "netaudit restore" in advice


def test_a_python_that_does_not_notice_overlaps_is_warned_of(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: False)
    assert told(run)["versions"][0] == "warning"


def test_a_store_without_an_export_is_told_how_to_get_one(run: Run, home: Path) -> None:
    assert run("log", "Ana Ruiz-Example", "coffee", "--new").exit_code == 0
    result, _, advice = told(run)["exports"]
    assert (result, advice.startswith("To get one from LinkedIn")) == ("warning", True)


def test_a_dry_run_is_one_of_fixing(run: Run, store: Path) -> None:
    assert run("doctor", "--dry-run").exit_code == ExitCode.USAGE


def test_a_store_that_may_not_be_read_is_no_damaged_one(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(copies, "header", refused)
    found = told(run, code=ExitCode.UNWRITABLE)["store"]
    assert found[:2] == ("problem", f"{store}: Permission denied")
