"""What systemd and launchd are given."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netaudit.scheduling import launchd, systemd
from netaudit.scheduling.command import Job, Mail
from netaudit.scheduling.timing import Moment

MONDAY = Moment(0, 7, 0)
JOB = Job(
    ("/opt/netaudit", "weekly", "--store", '/home/you/100% "x" $y\\z it\'s;é', "--quiet"),
    {"NETAUDIT_CONFIG": "/home/you/$c d%.toml"},
)
MAIL = Mail(Path("/usr/bin/mail"), "you@example.org")
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30)


def test_the_units_to_the_letter() -> None:
    assert systemd.units(MONDAY, JOB) == (
        "# The folder of both files:\n"
        "#   mkdir -p ~/.config/systemd/user\n"
        "\n"
        "# ~/.config/systemd/user/netaudit-weekly.service\n"
        "[Unit]\n"
        "Description=The weekly summary of netaudit\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        "UMask=0077\n"
        'Environment="NETAUDIT_CONFIG=/home/you/$c d%%.toml"\n'
        "ExecStart=/opt/netaudit weekly --store "
        '"/home/you/100%% \\"x\\" $$y\\\\z it\'s;é" --quiet\n'
        "\n"
        "# ~/.config/systemd/user/netaudit-weekly.timer\n"
        "[Unit]\n"
        "Description=The weekly summary of netaudit, every Monday at 07:00\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=Mon *-*-* 07:00:00\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
        "\n"
        "# With both files in their place:\n"
        "#   systemctl --user daemon-reload\n"
        "#   systemctl --user enable --now netaudit-weekly.timer\n"
        "# For it to run while you are logged out too:\n"
        "#   loginctl enable-linger\n"
    )


def read_as_systemd(text: str) -> list[str]:
    """Read ExecStart by the rules of systemd.service(5): quotes, escapes, %% and $$."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', text)
    plain = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in words]
    return [word.replace("%%", "%").replace("$$", "$") for word in plain]


@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_systemd_gets_back_every_word(words: list[str]) -> None:
    job = Job(("/opt/netaudit", *words))
    (command,) = re.findall(r"^ExecStart=(.*)$", systemd.service(job), re.MULTILINE)
    assert read_as_systemd(command) == ["/opt/netaudit", *words]


@pytest.mark.parametrize(
    "job",
    [
        Job(JOB.words, JOB.environment, MAIL),
        Job(('/opt/a "b" $c\\d', *JOB.words), JOB.environment),
    ],
)
def test_what_systemd_cannot_start_itself_is_one_word_for_the_shell(job: Job) -> None:
    text = systemd.service(job)
    (command,) = re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE)
    assert read_as_systemd(command) == ["/bin/sh", "-c", job.shell()]
    assert "Environment=" not in text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
@pytest.mark.parametrize("mail", [None, MAIL])
def test_systemd_finds_nothing_wrong(tmp_path: Path, mail: Mail | None) -> None:
    program = tmp_path / 'a $b "c" %d \'e\\f' / "netaudit"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o700)
    job = Job((str(program), *JOB.words[1:]), JOB.environment, mail)
    files = [tmp_path / systemd.SERVICE, tmp_path / systemd.TIMER]
    for file, text in zip(files, (systemd.service(job), systemd.timer(MONDAY)), strict=True):
        file.write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    files[0].write_text(systemd.service(Job(("/nonexistent/netaudit",))), "utf-8")
    broken = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert broken.returncode != 0


def test_the_agent_is_a_property_list() -> None:
    text = launchd.agent(MONDAY, JOB, Path("/home/you/errors.txt"))
    assert plistlib.loads(text.encode()) == {
        "Label": "netaudit.weekly",
        "ProgramArguments": list(JOB.words),
        "StartCalendarInterval": {"Weekday": 1, "Hour": 7, "Minute": 0},
        "StandardErrorPath": "/home/you/errors.txt",
        "Umask": 0o077,
        "EnvironmentVariables": dict(JOB.environment),
    }
    assert "launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/netaudit.weekly.plist" in text
    comment = text.partition("<!--")[2].partition("-->")[0]
    assert "--" not in comment


def test_a_mailed_agent_starts_a_shell() -> None:
    job = Job(JOB.words, JOB.environment, MAIL)
    agent = plistlib.loads(launchd.agent(MONDAY, job, Path("/e")).encode())
    assert agent["ProgramArguments"] == ["/bin/sh", "-c", job.shell()]
    assert "EnvironmentVariables" not in agent


@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_launchd_gets_back_every_word(words: list[str]) -> None:
    agent = launchd.agent(MONDAY, Job(tuple(words)), Path("/e"))
    assert plistlib.loads(agent.encode())["ProgramArguments"] == words
