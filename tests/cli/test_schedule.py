"""`netaudit schedule`: what it says, what it changes, and that the line it installs runs."""

import os
import plistlib
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli.program import EXAMPLES, Run
from netaudit.errors import ExitCode
from netaudit.render import FORMATS
from scheduling.fake_crontab import Crontab, in_path

USERS = b"# my own\nMAILTO=you@example.org\n*/5 * * * * /usr/bin/true\r\n@reboot caf\xe9 \\%\n"
PROGRAM = Path(sys.executable).with_name("netaudit")


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the test's home the one that schedulers know, and its clock the machine's."""
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    monkeypatch.delenv("TZ")


@pytest.fixture(autouse=True)
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Crontab:
    """Keep the tests from the crontab of whoever runs them."""
    return in_path(tmp_path / "bin", monkeypatch)


@pytest.fixture
def mail(tmp_path: Path, crontab: Crontab) -> Path:
    """Return where a program `mail` writes what it is to send."""
    program = crontab.folder / "mail"
    program.write_text(f"#!/bin/sh\n{{ echo \"$@\"; cat; }} >'{tmp_path}/sent'\n", "utf-8")
    program.chmod(0o700)
    return tmp_path / "sent"


def line_of(content: bytes | str | None) -> str:
    """Return the command of the line that cron runs."""
    assert content is not None
    text = content if isinstance(content, str) else content.decode(errors="replace")
    (command,) = re.findall(r"^# From .*\n(?:\S+ ){5}(.*)\n# <<<", text, re.MULTILINE)
    return str(command)


def test_without_options_it_tells_and_changes_nothing(run: Run, crontab: Crontab) -> None:
    crontab.content = USERS
    result = run("schedule")
    assert result.exit_code == 0
    assert "Nothing is scheduled in your crontab." in result.stdout
    assert "netaudit schedule --install" in result.stdout
    assert "every Monday at 07:00, for the week up to Sunday" in result.stdout
    assert crontab.content == USERS
    run("schedule", "--install", "--weekday", "fri", "--at", "16:30")
    result = run("schedule")
    assert result.exit_code == 0
    assert "\n30 16 * * 5 " in result.stdout
    assert "netaudit schedule --remove" in result.stdout


def test_the_line_says_all_that_decides(run: Run, home: Path) -> None:
    store = home / ".local/share/netaudit/netaudit.db"
    expected = f"{PROGRAM} weekly --as-of sunday --quiet --store {store}"
    assert line_of(run("schedule", "--print", "cron").stdout) == expected


@pytest.mark.parametrize("variable", ["NETAUDIT_CONFIG", "XDG_CONFIG_HOME", "HOME"])
def test_a_configuration_in_another_place_is_named(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(home / "a b"))
    line = line_of(run("schedule", "--print", "cron").stdout)
    assert line.startswith(f"NETAUDIT_CONFIG='{home}/a b")


def test_where_the_store_is_and_which_zone_holds_stands_in_the_line(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETAUDIT_STORE", "~/s.db")
    assert f"--store {home}/s.db" in line_of(run("schedule", "--print", "cron").stdout)
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "x"))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    line = line_of(run("schedule", "--print", "cron", "--store", "here.db").stdout)
    assert f"--store {home}/here.db --timezone Asia/Tokyo" in line
    config = home / ".config/netaudit/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('timezone = "Europe/Lisbon"\n', "utf-8")
    assert "--timezone" not in line_of(run("schedule", "--print", "cron").stdout)


def test_a_program_under_another_name_is_started_by_python(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked = home / "bin/netaudit"
    linked.parent.mkdir()
    linked.symlink_to(PROGRAM)
    monkeypatch.setattr(sys, "argv", ["bin/netaudit"])
    assert line_of(run("schedule", "--print", "cron").stdout).startswith(f"{linked} weekly")
    monkeypatch.setattr(sys, "argv", ["netaudit"])
    monkeypatch.setattr(sys, "executable", str(home / "python"))
    line = line_of(run("schedule", "--print", "cron").stdout)
    assert line.startswith(f"{home}/python -m netaudit weekly")


def test_installing_keeps_all_else_and_removing_brings_it_back(run: Run, crontab: Crontab) -> None:
    crontab.content = USERS
    result = run("schedule", "--install", "-o", "week.md", "--only-if-changed")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("Added in your crontab:")
    assert "netaudit schedule --remove" in result.stdout
    assert "netaudit weekly --as-of DATE" in result.stdout
    assert "It names people" in result.stdout
    installed = crontab.content
    assert installed is not None
    assert installed.startswith(USERS)
    assert line_of(installed).endswith(f"--only-if-changed --output {Path.cwd()}/week.md")
    crontab.calls()

    again = run("schedule", "--install", "-o", "week.md", "--only-if-changed")
    assert again.exit_code == 0
    assert "Already in your crontab; nothing was written." in again.stdout
    assert crontab.calls() == ["-l"]

    crontab.content = installed + b"0 1 * * * below\n"
    changed = run("schedule", "--install", "--at", "08:15")
    assert changed.stdout.startswith("Changed in your crontab:")
    replaced = bytes(crontab.content or b"")
    assert replaced.startswith(USERS + b"# >>>")
    assert replaced.endswith(b"# <<< netaudit weekly <<<\n0 1 * * * below\n")
    assert replaced.count(b"\n15 8 * * 1 ") == 1
    assert b"week.md" not in replaced

    removed = run("schedule", "--remove")
    assert removed.exit_code == 0
    assert removed.stdout.startswith("Taken out of your crontab:")
    assert crontab.content == USERS + b"0 1 * * * below\n"
    assert "Nothing is scheduled" in run("schedule", "--remove").stdout


def test_a_crontab_of_nothing_else_is_none_again(run: Run, crontab: Crontab) -> None:
    run("schedule", "--install")
    assert crontab.content is not None
    run("schedule", "--remove")
    assert crontab.content is None
    assert crontab.calls()[-2] == "-r"


def test_a_dry_run_writes_nothing(run: Run, crontab: Crontab) -> None:
    crontab.content = USERS
    result = run("schedule", "--install", "--dry-run")
    assert result.exit_code == 0
    assert "would be added to your crontab; nothing was written" in result.stdout
    assert crontab.content == USERS
    run("schedule", "--install")
    installed = crontab.content
    crontab.calls()
    assert (
        "would go from your crontab"
        in run("schedule", "--install", "--at", "08:00", "--dry-run").stdout
    )
    assert "nothing was written" in run("schedule", "--remove", "--dry-run").stdout
    assert crontab.content == installed
    assert set(crontab.calls()) == {"-l"}


def test_damaged_marks_are_refused_and_nothing_is_written(run: Run, crontab: Crontab) -> None:
    damaged = USERS + b"# >>> netaudit weekly >>>\n0 1 * * * a\n"
    crontab.content = damaged
    for option in ("--install", "--remove"):
        result = run("schedule", option)
        assert result.exit_code == ExitCode.REFUSED
        assert "crontab -e" in result.stderr
    assert crontab.content == damaged


def test_a_crontab_that_fails_is_said_and_kept(run: Run, crontab: Crontab) -> None:
    crontab.content = USERS
    crontab.behave(before_list="echo 'You are not allowed to use this program' >&2; exit 1")
    for option in ("--install", "--remove"):
        result = run("schedule", option)
        assert result.exit_code == ExitCode.UNWRITABLE
        assert "You are not allowed" in result.stderr
    assert crontab.content == USERS
    assert crontab.calls() == ["-l", "-l"]


def test_without_a_crontab_the_other_schedulers_are_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    told = run("schedule")
    assert told.exit_code == 0
    assert "--print systemd" in told.stdout
    result = run("schedule", "--install")
    assert result.exit_code == ExitCode.UNWRITABLE
    assert "--print launchd" in result.stderr


def test_settings_of_the_crontab_that_hold_for_the_line_are_told(
    run: Run, crontab: Crontab
) -> None:
    crontab.content = b"SHELL=/usr/bin/fish\nCRON_TZ=Asia/Tokyo\nMAILTO=\n"
    said = run("schedule", "--install").stderr
    assert "sets SHELL" in said
    assert "sets CRON_TZ" in said
    assert "MAILTO to nobody" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--install", "--remove"), "exclude"),
        (("--print", "cron", "--install"), "exclude"),
        (("--dry-run",), "--install or --remove"),
        (("--print", "at"), "cron, systemd, launchd"),
        (("--weekday", "1"), "no weekday"),
        (("--at", "7:00"), "no time of day"),
        (("-o", "a.md", "--mail", "you"), "exclude"),
        (("--install", "--mail", "a b"), "no plain address"),
        (("--install", "-o", "-"), "is no file"),
        (("--install", "-o", "tables/"), "is no file"),
        (("--install", "-o", "."), "is a folder"),
        (("--install", "-o", "gone/week.md"), "no folder"),
        (("--install", "-o", "s.db", "--store", "s.db", "--format", "json"), "in use"),
        (("--install", "-o", "linkedin.csv", "--format", "json"), "that netaudit imports"),
        (("--install", "-o", "week.pdf"), "no format has the ending"),
        (("--install", "--format", "pdf"), "no format 'pdf'"),
        (("--install", "-o", "week.csv"), "several tables"),
        (("--install", "--format", "html"), "plain text"),
        (("--install", "-o", "100%.md"), "%"),
        (("--install", "--store", "a\nb.db"), "no scheduler"),
        (("--install", "--store", "/x" * 480), "998 bytes"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    run: Run, crontab: Crontab, mail: Path, connections: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("schedule", *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert result.stdout == ""
    assert "-" not in crontab.calls()
    assert crontab.content is None


def test_a_file_in_a_folder_that_cannot_be_written_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and allowed(path, mode))
    result = run("schedule", "--install", "-o", "week.md")
    assert result.exit_code == ExitCode.UNWRITABLE


def test_mail_without_a_program_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    result = run("schedule", "--print", "cron", "--mail", "you@example.org")
    assert result.exit_code == ExitCode.USAGE
    assert "bsd-mailx" in result.stderr


def test_a_page_can_be_written_and_what_is_unknown_is_told(run: Run) -> None:
    assert "html" in FORMATS
    result = run("schedule", "--print", "cron", "--format", "html", "-o", "week.html")
    assert result.exit_code == 0
    assert "there is no store yet" in result.stderr


def test_a_day_that_has_not_begun_is_told(run: Run, home: Path) -> None:
    config = home / ".config/netaudit/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('timezone = "Pacific/Pago_Pago"\n', "utf-8")
    assert (
        "has not begun in Pacific/Pago_Pago"
        in run("schedule", "--print", "cron", "--at", "00:00").stderr
    )


def test_systemd_and_launchd_write_a_file_where_nothing_is_said(run: Run, home: Path) -> None:
    place = home / "s/weekly.txt"
    units = run("schedule", "--print", "systemd", "--store", "s/n.db")
    assert f"--output {place}" in units.stdout
    assert str(place) in units.stderr
    agent = run("schedule", "--print", "launchd", "--store", "s/n.db")
    assert plistlib.loads(agent.stdout.encode())["ProgramArguments"][-1] == str(place)
    assert str(place) in agent.stderr
    named = run("schedule", "--print", "systemd", "--store", "s/n.db", "-o", "week.md")
    assert "mails nothing" not in named.stderr


def as_cron(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LOGNAME": "you"}
    if "COVERAGE_PROCESS_CONFIG" in os.environ:  # pragma: no branch - how it is measured
        environment["COVERAGE_PROCESS_CONFIG"] = os.environ["COVERAGE_PROCESS_CONFIG"]
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=home, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


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
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    head = "-s netaudit weekly you@example.org\n"
    assert mail.read_text("utf-8").startswith(f"{head}netaudit: error: there is no store")
    run("import", str(EXAMPLES / "log.csv"), "--store", str(place / "n.db"))
    done = as_cron(line_of(crontab.content), home)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert mail.read_text("utf-8").startswith(f"{head}Your week")
    assert sorted(p.name for p in place.iterdir()) == ["n.db"]


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
