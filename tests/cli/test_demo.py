"""`netaudit demo`: the report of a fictitious person, and nothing of the user's is touched."""

import errno
import json
import os
import shlex
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from netaudit.errors import ExitCode
from netaudit.workflows import demonstrating


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files, which only this test has."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


def test_it_prints_the_report_of_the_examples(run: Run) -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert result.stdout == (EXAMPLES / "reports/report.txt").read_text("utf-8")


def test_what_is_said_beside_leads_to_the_first_import(run: Run) -> None:
    lines = run("demo").stderr.split("\n")
    assert lines[0] == "$ netaudit import linkedin.zip x.zip x-following.csv log.csv"
    assert [line.partition(":")[0] for line in lines[1:5]] == [
        "LinkedIn", "X", "X", "Interaction log"
    ]  # fmt: skip
    assert "$ netaudit report --stale 30d --as-of 2026-11-15" in lines
    assert "All of these people are invented. Your own store was not touched." in lines
    assert "With your own export: netaudit import YOUR-EXPORT.zip" in lines


def test_every_source_is_accounted_for_in_one_line(run: Run) -> None:
    for line in run("demo").stderr.split("\n")[1:5]:
        read, equal, rest = line.rpartition(": ")[2].partition(" = ")
        assert equal
        counts = [int(part.split()[0].replace(",", "")) for part in rest.split(" + ")]
        assert int(read.removeprefix("read ").replace(",", "")) == sum(counts) > 0


def test_it_can_be_read_by_programs(run: Run) -> None:
    shown = json.loads(run("demo", "--format", "json").stdout)
    assert (shown["report"], shown["as_of"]) == ("audit", "2026-11-15")
    assert shown["options"]["timezone"] == "UTC"


def test_what_is_the_users_own_is_not_even_opened(home: Path) -> None:
    own = [home / "own.db", home / "own.toml"]
    for path in own:
        path.write_text("neither a store nor a configuration\n", "utf-8")
    code = (
        "import os, sys\n"
        "from netaudit.cli import main\n"
        "opened = 0\n"
        "def explode(event, arguments):\n"
        "    global opened\n"
        "    if event in {'open', 'sqlite3.connect'}:\n"
        "        opened += 1\n"
        "        if str(arguments[0]).endswith(('/own.db', '/own.toml')): os._exit(99)\n"
        "sys.addaudithook(explode)\n"
        "sys.argv = ['netaudit', 'demo', '-o', 'report.md']\n"
        "try: main()\n"
        "finally: assert opened > 3"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False,
        env=os.environ | {"NETAUDIT_STORE": str(own[0]), "NETAUDIT_CONFIG": str(own[1])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert {path.name for path in home.iterdir()} == {"own.db", "own.toml", "report.md"}


def test_nothing_is_left_behind(run: Run, home: Path, temporary: Path) -> None:
    assert run("demo").exit_code == 0
    assert [*home.iterdir(), *temporary.iterdir()] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind_by_an_interruption(
    home: Path, temporary: Path, number: signal.Signals
) -> None:
    """Interrupt the program when the store is there and the report is to come."""
    code = (
        "import os, pathlib, sys, time\n"
        "from netaudit.workflows import reporting\n"
        "def stop(store, *_):\n"
        "    assert store.exists() and store.parent.stat().st_mode & 0o077 == 0\n"
        f"    os.kill(os.getpid(), {int(number)}); time.sleep(5)\n"
        "reporting.audit_report = stop\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit', 'demo']\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == (130 if number == signal.SIGINT else 143), done.stderr
    assert [*home.iterdir(), *temporary.iterdir()] == []


def test_what_lies_beside_the_own_store_is_kept(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a transaction of the own store may be in it, or it would be taken for that."""
    monkeypatch.setenv("NETAUDIT_STORE", str(home / "own.db"))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(home / "own.toml"))
    for name in ("own.db-journal", "own.db-wal", "own.db-shm", "own.toml"):
        for option in (("-o",), ("--keep",), ("-f", "json", "-o")):
            result = run("demo", *option, name)
            assert result.exit_code == ExitCode.USAGE, (option, name)
            assert "error: " in result.stderr
            assert f"{name} is in use by netaudit" in result.stderr or option[0] == "-o"
    for name in ("own.db-wal", "own.toml"):
        (home / name).write_text("mine")
        assert run("demo", "-f", "json", "-o", name).exit_code == ExitCode.USAGE
        assert (home / name).read_text() == "mine"
    assert run("demo", "-o", "own.db").stderr.count("own.db is the place of your own store") == 1
    assert run("demo", "--keep", "k.db", "-f", "json", "-o", "k.db-wal").exit_code == ExitCode.USAGE
    assert sorted(path.name for path in home.iterdir()) == ["own.db-wal", "own.toml"]


def test_the_store_is_kept_for_other_commands(run: Run, home: Path, temporary: Path) -> None:
    said = run("demo", "--keep", "their store.db").stderr
    kept = home / "their store.db"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(temporary.iterdir()) == []
    command = next(line for line in said.split("\n") if "--store" in line)
    shown = run(*shlex.split(command.partition(": netaudit ")[2]))
    assert shown.exit_code == 0
    assert "Farida (Nia) Fairlocke" in shown.stdout


def test_what_is_there_is_not_mixed_with_invented_people(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "notes.db").write_text("mine\n", "utf-8")
    (home / "dangling.db").symlink_to("nowhere.db")
    monkeypatch.setenv("NETAUDIT_STORE", str(home / "own.db"))
    for arguments in (
        ("--keep", "notes.db"), ("--keep", "dangling.db"), ("--keep", "own.db"), ("-o", "own.db"),
        ("--keep", "new.db", "-f", "terminal", "-o", "new.db"),
    ):  # fmt: skip
        result = run("demo", *arguments)
        assert result.exit_code == ExitCode.USAGE, arguments
        assert result.stdout == ""
        assert "error: " in result.stderr
    assert (home / "notes.db").read_text("utf-8") == "mine\n"
    assert sorted(path.name for path in home.iterdir()) == ["dangling.db", "notes.db"]


def test_an_unknown_format_is_said_before_anything_is_done(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demonstrating, "import_demo", None)
    for arguments in (("-f", "pdf"), ("-o", "report.pdf")):
        result = run("demo", *arguments)
        assert result.exit_code == ExitCode.USAGE
        assert "no format" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("-f", "csv"), ExitCode.USAGE, "netaudit demo -o FOLDER/"),
        (("-o", "report.csv"), ExitCode.USAGE, "--keep demo.db"),
        (("-o", "."), ExitCode.USAGE, "-f csv -o ./"),
        (("-o", "tables/", "-f", "json"), ExitCode.USAGE, "a folder is for --format csv"),
        (("-o", "missing/a.html"), ExitCode.UNWRITABLE, "make the folder"),
        (("-o", "report.md"), ExitCode.UNWRITABLE, "read-only"),
        (("-o", "old.db", "-f", "html"), ExitCode.USAGE, "a database"),
    ],
)
def test_what_cannot_be_written_is_said_before_anything_is_done(
    run: Run, home: Path, arguments: tuple[str, ...], code: ExitCode, said: str
) -> None:
    (home / "report.md").touch(0o400)
    (home / "old.db").write_bytes(b"SQLite format 3\0")
    result = run("demo", "--keep", "k.db", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
    assert result.stderr.startswith("netaudit: error: ")
    assert "--table" not in result.stderr
    assert sorted(path.name for path in home.iterdir()) == ["old.db", "report.md"]


def test_a_store_is_kept_only_where_its_folder_is(run: Run, home: Path) -> None:
    result = run("demo", "--keep", "missing/k.db")
    assert (result.exit_code, result.stdout) == (ExitCode.UNWRITABLE, "")
    assert "there is no folder missing" in result.stderr
    assert list(home.iterdir()) == []


def test_a_report_that_fails_late_keeps_no_store(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("netaudit.render.base.os.fsync", full)
    result = run("demo", "--keep", "k.db", "-o", "report.md")
    assert result.exit_code == ExitCode.UNWRITABLE
    assert list(home.iterdir()) == []


def test_who_has_read_enough_of_the_report_has_the_store(home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "netaudit", "demo", "--keep", "k.db"],
        stdout=writer, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == ExitCode.PIPE
    assert [path.name for path in home.iterdir()] == ["k.db"]


def test_all_tables_go_into_a_folder(run: Run, home: Path) -> None:
    assert run("demo", "-o", "tables/").exit_code == 0
    assert (home / "tables" / "notes.csv").read_text("utf-8")


def test_it_does_not_depend_on_the_day_nor_the_time_zone(home: Path, temporary: Path) -> None:
    """Run it today, far from UTC."""
    done = subprocess.run(
        [sys.executable, "-m", "netaudit", "demo"],
        env=os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONIOENCODING": "utf-8"},
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert done.stdout == (EXAMPLES / "reports/report.txt").read_text("utf-8")
