"""`netaudit schedule`: what it says and what it changes."""

import os
import plistlib
import shutil
import sys
from pathlib import Path

import pytest

from cli.program import Run
from cli.scheduled import line_of
from netaudit.errors import ExitCode
from netaudit.render import FORMATS
from scheduling.fake_crontab import Crontab

pytestmark = pytest.mark.usefixtures("at_home", "crontab")

USERS = b"# my own\nMAILTO=you@example.org\n*/5 * * * * /usr/bin/true\r\n@reboot caf\xe9 \\%\n"
PROGRAM = Path(sys.executable).with_name("netaudit")


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
    assert f"--only-if-changed --output {Path.cwd()}/week.md 2>" in line_of(installed)
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
        (("--install", "-o", ""), "is no file"),
        (("--install", "-o", "old.db", "-f", "json"), "is a database"),
        (("--install", "-o", "s.db-journal", "--store", "s.db", "-f", "json"), "in use"),
        (("--install", "-o", "program"), "is a program"),
        (("--install", "-o", "netaudit-weekly-errors.txt", "--store", "s.db"), "in use"),
        (("--install", "-o", "a.md", "--store", "taken/s.db"), "needed for one"),
        (("--install", "--mail", "you", "-f", "json"), "plain text"),
        (("--print", "systemd", "--store", "taken/s.db"), "is a database"),
        (("--print", "systemd", "--mail", "you", "-f", "html"), "plain text"),
        (("--remove", "--weekday", "monday"), "takes the whole line out"),
        (("--remove", "--store", "s.db"), "takes the whole line out"),
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
    run: Run,
    home: Path,
    crontab: Crontab,
    mail: Path,
    connections: Path,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    (home / "taken/netaudit-weekly-errors.txt").mkdir(parents=True)
    for place in ("old.db", "taken/weekly.txt"):
        (home / place).write_bytes(b"SQLite format 3\0")
    (home / "program").touch(0o700)
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


@pytest.mark.parametrize(
    ("form", "name"), [("json", "weekly.json"), ("md", "weekly.md"), ("html", "weekly.html")]
)
def test_a_file_that_nobody_named_has_the_ending_of_its_format(
    run: Run, home: Path, form: str, name: str
) -> None:
    units = run("schedule", "--print", "systemd", "--store", "s/n.db", "-f", form)
    assert units.exit_code == 0
    assert f"--output {home}/s/{name}" in units.stdout


def test_without_names_is_for_every_week(run: Run, crontab: Crontab) -> None:
    result = run("schedule", "--install", "--anonymize")
    assert " --quiet " in line_of(crontab.content)
    assert " --anonymize" in line_of(crontab.content)
    assert "names people" not in result.stdout


def test_other_options_show_what_they_would_change(run: Run, crontab: Crontab) -> None:
    run("schedule", "--install", "--weekday", "fri")
    installed = crontab.content
    shown = run("schedule", "--weekday", "sun", "-o", "week.md")
    assert shown.exit_code == 0
    old, marked, new = shown.stdout.partition("netaudit schedule --install would make it:")
    assert marked
    assert "\n0 7 * * 5 " in old
    assert "\n0 7 * * 0 " in new
    assert "week.md" in new
    assert "it stays the same" in run("schedule", "--weekday", "friday").stdout
    assert "would make it" not in run("schedule").stdout
    assert crontab.content == installed


def test_a_missed_week_is_asked_for_where_the_store_is(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"netaudit weekly --as-of DATE --store '{home}/a b.db'\n"
    assert command in run("schedule", "--install", "--store", "a b.db").stdout
    monkeypatch.setenv("NETAUDIT_STORE", str(home / "a b.db"))
    assert "netaudit weekly --as-of DATE\n" in run("schedule", "--install").stdout


def test_where_cron_cannot_mail_it_is_said(
    run: Run, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netaudit.workflows.scheduling._SENDMAILS", ("/nonexistent/sendmail",))
    found = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "sendmail" else found(name))
    for arguments in (("--install",), ("--print", "cron")):
        assert "nobody would get the summary" in run("schedule", *arguments).stderr
        for way in (("-o", "week.md"), ("--mail", "you")):
            assert "nobody would" not in run("schedule", *arguments, *way).stderr
    assert "nobody would" not in run("schedule", "--print", "systemd").stderr
    monkeypatch.setattr("netaudit.workflows.scheduling._SENDMAILS", (sys.executable,))
    assert "nobody would" not in run("schedule", "--install").stderr
