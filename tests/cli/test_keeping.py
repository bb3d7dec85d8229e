"""`netaudit backup` and `netaudit restore`, as they are typed."""

import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from cli.program import Run
from netaudit.cli import keeping
from netaudit.errors import ExitCode
from store.broken import cut_short

HELD = "4 people and 0 interactions; last import or entry 2026-11-15 18:00"


@pytest.fixture
def store(run: Run, connections: Path, home: Path) -> Path:
    assert run("import", "linkedin.csv").exit_code == 0
    return home / ".local/share/netaudit/netaudit.db"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_backup_says_what_it_wrote_and_whose_data_it_is(run: Run, store: Path, home: Path) -> None:
    made = run("backup", "copy.db")
    assert made.exit_code == 0
    first, second, third = made.stdout.splitlines()
    assert re.fullmatch(rf"Written: {re.escape(str(home))}/copy\.db \(\d+\.\d kB\)", first)
    assert second == f"It holds {HELD}."
    assert "as private as the store" in third
    assert (home / "copy.db").stat().st_mode & 0o777 == 0o600


def test_in_a_folder_the_copy_is_named_by_the_day(run: Run, store: Path, home: Path) -> None:
    (home / "usb").mkdir()
    abandoned = home / "usb/netaudit-2026-11-08.db.new-99999999"
    abandoned.touch()
    for place in ("usb", "usb/"):
        assert run("backup", place, "--yes").exit_code == 0
    assert names(home / "usb") == ["netaudit-2026-11-15.db"]
    assert run("backup", "usb/", "--timezone", "Pacific/Auckland").exit_code == 0
    assert names(home / "usb") == ["netaudit-2026-11-15.db", "netaudit-2026-11-16.db"]
    missing = run("backup", "stick/")
    assert (missing.exit_code, "is the disk there?" in missing.stderr) == (
        ExitCode.UNWRITABLE, True
    )  # fmt: skip
    assert run("backup", "stick/copy.db").exit_code == ExitCode.UNWRITABLE


def test_an_earlier_copy_is_replaced_when_somebody_says_so(
    run: Run, store: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", "copy.db")
    before = (home / "copy.db").stat().st_ino
    refused = run("backup", "copy.db")
    assert (refused.exit_code, "--yes" in refused.stderr) == (ExitCode.USAGE, True)
    dry = run("backup", "copy.db", "--dry-run")
    assert "in the place of an earlier copy" in dry.stdout
    monkeypatch.setattr(keeping, "can_ask", lambda: True)
    assert "Nothing was written." in run("backup", "copy.db", stdin="n\n").stdout
    assert run("backup", "copy.db", stdin="").exit_code == ExitCode.INTERRUPTED
    assert (home / "copy.db").stat().st_ino == before
    assert run("backup", "copy.db", stdin="y\n").exit_code == 0
    assert (home / "copy.db").stat().st_ino != before


def test_a_dry_run_writes_nothing(run: Run, store: Path, home: Path) -> None:
    before = names(home)
    made = run("backup", "copy.db", "--dry-run")
    assert f"It would hold {HELD}." in made.stdout
    assert made.stdout.endswith("Nothing was written: this was a dry run.\n")
    assert names(home) == before


@pytest.mark.parametrize("place", ["the store", "a link", "a journal", "beside", "mine", "a pipe"])
def test_nothing_is_lost_by_a_backup(run: Run, store: Path, home: Path, place: str) -> None:
    target = home / "target"
    match place:
        case "the store":
            target = store
        case "a link":
            target.symlink_to(store)
        case "a journal":
            target = store.with_name("netaudit.db-journal")
        case "beside":
            target = store.with_name("copy.db")
        case "mine":
            target.write_text("Dear diary", "utf-8")
        case _:
            os.mkfifo(target)
    before = store.read_bytes()
    assert run("backup", str(target), "--yes").exit_code == ExitCode.USAGE
    assert store.read_bytes() == before
    assert names(store.parent) == ["netaudit.db"]
    assert place != "mine" or target.read_text("utf-8") == "Dear diary"


def test_without_a_store_there_is_nothing_to_copy(run: Run, home: Path) -> None:
    assert run("backup", "copy.db").exit_code == ExitCode.NO_STORE
    assert not (home / "copy.db").exists()


def test_where_others_can_read_the_copy_it_is_said(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the disks of cameras and Windows, which keep no permissions."""
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, flags, *_: real(path, flags, 0o644))
    before = os.umask(0)
    try:
        made = run("backup", "copy.db")
    finally:
        os.umask(before)
    assert "others can read it" in made.stderr


def test_restore_puts_the_copy_back_and_says_how_to_take_that_back(
    run: Run, store: Path, home: Path
) -> None:
    run("backup", "copy.db")
    run("log", "Ana Ruiz-Example", "coffee")
    for file, written in ((home / "copy.db", "2026-11-16 07:30"), (store, "2026-11-17 08:45")):
        at = datetime.fromisoformat(f"{written}+00:00").timestamp()
        os.utime(file, (at, at))
    dry = run("restore", "copy.db", "--dry-run")
    held = HELD.replace("0 interactions", "1 interaction")
    assert dry.stdout.splitlines() == [
        f"copy.db holds {HELD}; file written 2026-11-16 07:30.",
        f"The store now holds {held}; file written 2026-11-17 08:45.",
        "Nothing was changed: this was a dry run.",
    ]
    refused = run("restore", "copy.db")
    assert (refused.exit_code, "--yes" in refused.stderr) == (ExitCode.USAGE, True)
    assert "coffee" in run("imports").stdout
    done = run("restore", "copy.db", "--yes")
    assert done.exit_code == 0
    assert "coffee" not in run("imports").stdout
    undo = done.stdout.splitlines()[-1].removeprefix("To take it back: netaudit ").split()
    assert run(*undo).exit_code == 0
    assert "coffee" in run("imports").stdout


def test_restore_asks_on_a_terminal(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup", "copy.db")
    run("log", "Ana Ruiz-Example", "coffee")
    monkeypatch.setattr(keeping, "can_ask", lambda: True)
    assert "Nothing was changed." in run("restore", "copy.db", stdin="n\n").stdout
    assert "coffee" in run("imports").stdout
    assert "Restored." in run("restore", "copy.db", stdin="y\n").stdout


def test_on_a_terminal_lines_are_folded_between_words(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # whoever runs the tests may export it
    run("backup", "copy.db")
    monkeypatch.setattr(keeping, "is_terminal", lambda _: True)
    dry = run("restore", "copy.db", "--dry-run")
    lines = dry.stdout.splitlines()
    assert max(map(len, lines)) <= 79
    assert lines[1].startswith("    ")
    assert f"copy.db holds {HELD}; file written " in " ".join(dry.stdout.split())
    done = run("restore", "copy.db", "--yes", "--store", str(store.with_name("other.db")))
    assert done.exit_code == 0
    done = run("restore", "copy.db", "--yes", "--store", str(store.with_name("other.db")))
    command = done.stdout.splitlines()[-1]
    assert (command[:20], command[-8:]) == ("    netaudit restore", "other.db")


def test_on_another_machine_the_copy_becomes_the_store(run: Run, store: Path, home: Path) -> None:
    run("backup", "copy.db")
    new = home / "new/netaudit.db"
    done = run("restore", "copy.db", "--store", str(new))
    assert done.exit_code == 0
    assert "There is no store yet" in done.stdout
    assert "To take it back" not in done.stdout
    assert run("imports", "--store", str(new)).stdout == run("imports").stdout
    again = run("restore", "copy.db", "--yes", "--store", str(new))
    assert again.stdout.splitlines()[-1].endswith(f"--yes --store {new}")


def test_a_damaged_store_does_not_stop_it(run: Run, store: Path) -> None:
    run("backup", "copy.db")
    cut_short(store)
    assert "cannot be read from the store" in run("restore", "copy.db", "--dry-run").stdout
    done = run("restore", "copy.db", "--yes")
    assert done.exit_code == 0
    assert f"What was there, damaged as it is, is now {store}.damaged-20261115T180000Z" in (
        done.stdout
    )
    assert "netaudit forget PERSON" in done.stderr
    assert run("imports").exit_code == 0


def test_whom_one_had_forgotten_stays_forgotten(run: Run, store: Path) -> None:
    run("backup", "copy.db")
    assert run("forget", "Ana Ruiz-Example", "--yes").exit_code == 0
    before = store.read_bytes()
    dry = run("restore", "copy.db", "--dry-run")
    assert "Would be left out, as you had them forgotten: 1 person\n" in dry.stdout
    assert store.read_bytes() == before
    done = run("restore", "copy.db", "--yes")
    assert "Left out, as you had them forgotten: 1 person" in done.stdout
    assert b"ana-example" not in store.read_bytes()
    assert run("report").exit_code == 0


def test_what_is_no_copy_is_refused(run: Run, store: Path, home: Path) -> None:
    before = store.read_bytes()
    (home / "diary").write_text("Dear diary", "utf-8")
    for name, code in (
        ("diary", ExitCode.DAMAGED), ("nowhere.db", ExitCode.REFUSED), (".", ExitCode.USAGE),
        (str(store), ExitCode.USAGE),
    ):  # fmt: skip
        assert run("restore", name, "--yes").exit_code == code
    assert "nothing was changed" in run("restore", "diary").stderr
    assert run("export", "-o", "all.jsonl").exit_code == 0
    for name in ("all.jsonl", "linkedin.csv"):
        refused = run("restore", name, "--yes")
        assert refused.exit_code == ExitCode.DAMAGED
        assert f"netaudit import {name}" in refused.stderr
    assert store.read_bytes() == before
    assert names(store.parent) == ["netaudit.db"]
