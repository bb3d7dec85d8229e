"""Completion by the Tab key: real shells are asked, and the words are the program's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.program import Run
from netaudit.audits.catalogue import empty_reports
from netaudit.cli import completing, shells
from netaudit.config import ALIASES, CHANNELS
from netaudit.errors import ExitCode
from netaudit.importers import named
from netaudit.render import FORMATS

#: The program as it is installed: shells ask what its name is.
BIN = Path(sys.executable).parent


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the shells find the program by its name."""
    monkeypatch.setenv("PATH", f"{BIN}:{os.environ['PATH']}")
    for name in ("XDG_DATA_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)


def asked(*words: str) -> list[str]:
    """Return what is offered in place of the last word, as bash asks for it."""
    done = subprocess.run(
        [BIN / "netaudit"], capture_output=True, check=True, text=True,
        env=os.environ | {
            "_NETAUDIT_COMPLETE": "complete_bash",
            "_NETAUDIT_LINE": " ".join(("netaudit", *words)),
            "_NETAUDIT_PART": words[-1],
        },
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines() if done.stdout.strip() else []


def shell(name: str, *arguments: str) -> str:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run(
        [name, *arguments], capture_output=True, check=False, text=True, stdin=subprocess.DEVNULL
    )
    assert done.stderr == ""
    return done.stdout


def test_bash_completes_for_real(run: Run) -> None:
    program = (
        "source <(netaudit --show-completion bash)\n"
        'ask() { COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; _netaudit_completion netaudit "${!#}";'
        ' echo "${COMPREPLY[@]}"; }\n'
        "ask netaudit rep; ask netaudit report --wi; ask netaudit weekly -f m;"
        " ask netaudit report --section sta; ask netaudit import ./; complete -p netaudit"
    )
    offered = shell("bash", "--norc", "-c", program).split("\n")
    assert offered[:5] == ["report", "--window", "markdown", "stale", ""]
    assert "-o default" in offered[5], "where nothing is offered, bash completes files"


def test_fish_completes_for_real(run: Run) -> None:
    shown = run("--show-completion", "fish").stdout
    for typed, word in (
        ("rep", "report"),
        ("report --wi", "--window"),
        ("weekly -f m", "markdown"),
    ):
        offered = shell("fish", "--no-config", "-c", f"{shown}complete -C 'netaudit {typed}'")
        assert [line.split("\t")[0] for line in offered.splitlines()] == [word]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_shell_can_read_its_script(run: Run, home: Path, name: str) -> None:
    (home / "script").write_text(run("--show-completion", name).stdout, "utf-8")
    assert shell(name, "-n", "script") == ""


def test_zsh_and_fish_are_told_what_a_command_is_for() -> None:
    for name in ("zsh", "fish"):
        done = subprocess.run(
            [BIN / "netaudit"], capture_output=True, check=True, text=True,
            env=os.environ | {
                "_NETAUDIT_COMPLETE": f"complete_{name}",
                "_NETAUDIT_LINE": "netaudit mer",
            },
        )  # fmt: skip
        assert "merge" in done.stdout
        assert "two people are one" in done.stdout


def test_commands_and_options_are_offered() -> None:
    assert asked("im") == ["import", "imports"]
    assert asked("report", "--stale", "30d", "--as") == ["--as-of"]
    assert asked("--show-completion", "") == list(shells.SCRIPTS)
    assert asked("--install-completion", "z") == ["zsh"]


def test_options_offer_their_words() -> None:
    assert asked("report", "--format", "") == list(FORMATS)
    assert asked("report", "--by", "") == ["anyone", "me"]
    assert asked("weekly", "--section", "w") == ["week", "waiting"]
    assert asked("report", "--section", "coverage", "--table", "") == [
        "sources", "channels", "imports", "set_aside"
    ]  # fmt: skip
    assert asked("imports", "--table", "") == ["imports", "files"]
    assert asked("report", "--timezone", "Europe/Lis") == ["Europe/Lisbon"]
    assert asked("log", "Ana", "--on", "t") == ["today", "tuesday", "thursday"]
    assert asked("import", "--as", "follow") == ["following", "followers"]
    assert asked("schedule", "--print", "") == ["cron", "systemd", "launchd"]
    assert asked("schedule", "--weekday", "t") == ["tuesday", "thursday"]
    assert named("followers").name == "followers"
    assert set(asked("log", "'Ana Ruiz'", "--via", "")) == {*CHANNELS, *ALIASES}


def test_channels_of_the_users_own_are_offered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETAUDIT_CONFIG", str(home / "own.toml"))
    (home / "own.toml").write_text("[channels]\nbowling = 'in_person'\n", "utf-8")
    assert asked("log", "'Ana Ruiz'", "--via", "bow") == ["bowling"]
    (home / "own.toml").write_text("[channels\n", "utf-8")
    assert asked("log", "'Ana Ruiz'", "--via", "coff") == ["coffee"]


def test_the_keys_are_those_of_the_reports() -> None:
    names = {"audit": "report", "matches": "match", "person": "show"}
    assert {
        names.get(report.name, report.name): {
            section.key: tuple(table.key for table in section.tables) for section in report.sections
        }
        for report in empty_reports()
    } == completing.KEYS


def test_completion_needs_no_numbers_and_no_store(home: Path) -> None:
    code = (
        "import sys\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit']\n"
        "try: main()\n"
        "finally:\n"
        "    loaded = {'pandas', 'numpy', 'rapidfuzz', 'jinja2'} & set(sys.modules)\n"
        "    assert not loaded, loaded"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, text=True,
        env=os.environ | {
            "_NETAUDIT_COMPLETE": "complete_bash", "_NETAUDIT_LINE": "netaudit report --section s",
            "_NETAUDIT_PART": "s",
        },
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("stale\n", "")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", ["bash", "zsh"])
@pytest.mark.parametrize("before", [None, b"", b"alias l=ls\n", b"# caf\xe9\r\nalias l=ls"])
def test_installing_adds_one_line_once(
    run: Run, home: Path, name: str, before: bytes | None
) -> None:
    own = home / f".{name}rc"
    if before is not None:
        own.write_bytes(before)
    said = run("--install-completion", name)
    assert said.exit_code == 0
    script = home / f".config/netaudit/completion.{name}"
    assert script.read_text("utf-8") == shells.SCRIPTS[name]
    assert f"Added one line to {own}" in said.stdout
    after = own.read_bytes()
    assert after.startswith(before or b"")
    line = f"[ -r {script} ] && . {script}  # netaudit completion\n".encode()
    assert after.removeprefix(before or b"").lstrip(b"\n") == line
    again = run("--install-completion", name)
    assert "already" in again.stdout
    assert own.read_bytes() == after


def test_bash_reads_what_was_installed(run: Run, home: Path) -> None:
    (home / "with space").mkdir()
    os.environ["NETAUDIT_CONFIG"] = str(home / "with space/config.toml")
    try:
        assert run("--install-completion", "bash").exit_code == 0
    finally:
        del os.environ["NETAUDIT_CONFIG"]
    assert "_netaudit_completion" in shell("bash", "--norc", "-c", ". ~/.bashrc; complete -p")


def test_fish_has_a_folder_for_it(run: Run, home: Path) -> None:
    assert run("--install-completion", "fish").exit_code == 0
    assert [p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file()] == [
        ".config/fish/completions/netaudit.fish"
    ]


def test_what_cannot_be_completed_is_said(run: Run, home: Path) -> None:
    for option in ("--show-completion", "--install-completion"):
        unknown = run(option, "tcsh")
        assert unknown.exit_code == ExitCode.USAGE
        assert "there is no completion for 'tcsh'" in unknown.stderr
        assert "bash, zsh, fish" in unknown.stderr
        missing = run(option)
        assert missing.exit_code == ExitCode.USAGE
        assert "requires an argument" in missing.stderr
    (home / ".bashrc").mkdir()
    refused = run("--install-completion", "bash")
    assert refused.exit_code == ExitCode.UNWRITABLE
    assert "Traceback" not in refused.output


def test_to_complete_a_line_installs_nothing(home: Path) -> None:
    assert asked("--install-completion", "bash", "") != []
    assert list(home.iterdir()) == []
