"""The line that `netaudit schedule` installs, run as cron runs it; and the page about it."""

import re
import subprocess
from pathlib import Path

import pytest

from cli.program import EXAMPLES, Run
from cli.scheduled import as_cron, line_of
from netaudit.errors import ExitCode
from scheduling.fake_crontab import Crontab

pytestmark = pytest.mark.usefixtures("at_home", "crontab")


def test_the_line_runs_as_cron_runs_it(run: Run, home: Path, crontab: Crontab) -> None:
    place = home / "it's $HOME; a"
    place.mkdir()
    store = place / "n.db"
    run("import", str(EXAMPLES / "linkedin"), str(EXAMPLES / "log.csv"), "--store", str(store))
    options = ("--install", "--store", str(store))
    run("schedule", *options, "-o", str(place / "week.txt"))
    done = as_cron(line_of(crontab.content), home)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (place / "week.txt").read_text("utf-8").startswith("Your week")
    assert (place / "week.txt").stat().st_mode & 0o777 == 0o600
    run("schedule", *options)
    done = as_cron(line_of(crontab.content), home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (place / "week.txt").read_text("utf-8")


def test_a_mailed_line_runs_as_cron_runs_it(
    run: Run, home: Path, crontab: Crontab, mail: Path
) -> None:
    place = home / "a b"
    place.mkdir()
    options = ("--install", "--store", str(place / "n.db"), "--mail", "you@example.org")
    run("schedule", *options)
    done = as_cron(line_of(crontab.content), home)
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.NO_STORE, "", "")
    failed = "-s netaudit weekly failed you@example.org\nnetaudit: error: there is no store"
    assert mail.read_text("utf-8").startswith(failed)
    run("import", str(EXAMPLES / "log.csv"), "--store", str(place / "n.db"))
    done = as_cron(line_of(crontab.content), home)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert mail.read_text("utf-8").startswith("-s netaudit weekly you@example.org\nYour week")
    assert sorted(p.name for p in place.iterdir()) == ["n.db"]


def test_what_went_wrong_is_kept_and_told_until_it_goes_well(
    run: Run, home: Path, crontab: Crontab
) -> None:
    place = home / "a b"
    place.mkdir()
    errors = place / "netaudit-weekly-errors.txt"
    run("schedule", "--install", "--store", str(place / "n.db"), "-o", str(place / "week.txt"))
    done = as_cron(line_of(crontab.content), home)
    assert done.returncode == ExitCode.NO_STORE
    assert "there is no store" in done.stderr
    assert errors.read_text("utf-8") == done.stderr
    assert errors.stat().st_mode & 0o777 == 0o600
    told = run("schedule")
    assert told.exit_code == 0
    assert "a weekly run went wrong, 20" in told.stderr
    assert str(errors) in told.stderr
    run("import", str(EXAMPLES / "log.csv"), "--store", str(place / "n.db"))
    assert as_cron(line_of(crontab.content), home).returncode == 0
    assert errors.read_text("utf-8") == ""
    assert run("schedule").stderr == ""


def test_what_launchd_kept_is_told_too(run: Run, home: Path) -> None:
    errors = home / "netaudit-weekly-errors.txt"
    errors.write_text("netaudit: error: x\n", "utf-8")
    assert str(errors) in run("schedule", "--store", "n.db").stderr


def test_a_file_of_the_users_own_beside_the_store_stays(
    run: Run, home: Path, crontab: Crontab, mail: Path
) -> None:
    for name in ("weekly-mail.txt", "weekly-errors.txt"):
        (home / name).write_text("mine", "utf-8")
    run("import", str(EXAMPLES / "log.csv"), "--store", "n.db")
    for way in (("--mail", "you"), ("-o", "week.md")):
        run("schedule", "--install", "--store", "n.db", *way)
        assert as_cron(line_of(crontab.content), home).returncode == 0
    for name in ("weekly-mail.txt", "weekly-errors.txt"):
        assert (home / name).read_text("utf-8") == "mine"


PAGE = EXAMPLES.parent / "docs/scheduling.md"


def test_every_command_of_the_page_runs(run: Run, mail: Path) -> None:
    run("import", str(EXAMPLES / "log.csv"))
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.split("\n") if line[:2] == "$ "]
    assert len(lines) >= 9
    for line in lines:
        program, *words = line.partition(" #")[0].split()
        assert program == "netaudit"
        result = run(*words)
        assert (result.exit_code, result.stderr.partition(" mails nothing")[2] == "") == (
            0,
            "systemd" not in words and "launchd" not in words,
        ), line


def test_the_page_names_every_option(run: Run) -> None:
    shown = set(re.findall(r"--[a-z-]+", run("schedule", "--help").stdout))
    named = set(re.findall(r"--[a-z-]+", PAGE.read_text("utf-8")))
    assert shown - named == {"--store", "--help", "--output"}


@pytest.mark.parametrize("way", [("-o", "week.txt"), ("--mail", "you"), ()])
def test_the_page_tells_how_to_try_the_line_now(
    run: Run, home: Path, crontab: Crontab, mail: Path, way: tuple[str, ...]
) -> None:
    run("import", str(EXAMPLES / "log.csv"))
    crontab.content = b"0 1 * * * touch mine\n"
    run("schedule", "--install", *way)
    (block,) = [
        block
        for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
        if "crontab -l" in block
    ]
    done = subprocess.run(["/bin/sh", "-c", block], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (home / "mine").exists()
    written = {"-o": home / "week.txt", "--mail": mail}
    said = written[way[0]].read_text("utf-8") if way else done.stdout
    assert "Your week" in said
