"""The program as a whole: versions, help, failures, signals, and what it leaves unloaded."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from cli.program import EXAMPLES, Run
from netaudit import __version__
from netaudit.cli.commands import TerminatedError
from netaudit.cli.mistyping import mistake
from netaudit.errors import EXIT_CODES, ExitCode, Unwritable
from netaudit.workflows import importing

COMMANDS = (
    "import", "log", "report", "weekly", "config", "tag", "ignore", "unignore", "snooze", "cadence",
)  # fmt: skip


def _netaudit(
    *arguments: str, home: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"} | (env or {})
    if "COVERAGE_PROCESS_CONFIG" in os.environ:  # pragma: no branch - how it is measured
        environment["COVERAGE_PROCESS_CONFIG"] = os.environ["COVERAGE_PROCESS_CONFIG"]
    return subprocess.run(
        [sys.executable, "-m", "netaudit", *arguments],
        env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"netaudit {__version__}\n"


def test_help_names_commands_and_exit_codes(run: Run) -> None:
    # A line may end within a word that has a hyphen.
    shown = " ".join(run("--help").stdout.split()).replace("- ", "-")
    for command in COMMANDS:
        assert command in shown
        assert run(command, "--help").exit_code == 0
    for code, text in EXIT_CODES.items():
        assert f"{code.value} {text}" in shown


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("nonsense", "there is no command 'nonsense'", "netaudit --help"),
        ("imort", "there is no command 'imort'",
         "did you mean netaudit import or netaudit imports? Or: netaudit --help"),
        ("--nonsense", "netaudit has no option --nonsense", "netaudit --help"),
        ("report --nonsense", "netaudit report has no option --nonsense", "netaudit report --help"),
        ("next --limt 3", "netaudit next has no option --limt",
         "did you mean --limit? Or: netaudit next --help"),
        ("import", "PATH... is missing", "netaudit import --help"),
        ("next --limit x", "--limit has to be a whole number", "netaudit next --help"),
        ("next --limit 0", "--limit has to be a number of at least 1", "netaudit next --help"),
        ("next --limit", "--limit requires an argument", "netaudit next --help"),
        ("config --show=1", "--show does not take a value", "netaudit config --help"),
        ("next to me", "too many words: to me", "netaudit next --help"),
    ],
)  # fmt: skip
def test_wrong_commands_are_usage_errors(run: Run, typed: str, said: str, hint: str) -> None:
    result = run(*typed.split())
    assert result.exit_code == ExitCode.USAGE
    assert (result.stdout, result.stderr) == ("", f"netaudit: error: {said}\n  hint: {hint}\n")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Odd.", "invalid value: Odd"),
        ("'x' is not a valid integer.", "a value has to be a whole number"),
        ("9 is not in the range x<=7.", "a value has to be a number of at most 7"),
    ],
)
def test_whatever_typer_says_is_a_sentence_of_netaudit(said: str, told: str) -> None:
    made = mistake(typer.BadParameter(said), "next")
    assert made is not None
    assert (made.message, made.hint) == (told, "netaudit next --help")


def test_a_bare_netaudit_shows_its_help(run: Run) -> None:
    result = run()
    assert (result.exit_code, "Usage: netaudit" in result.output) == (ExitCode.USAGE, True)


@pytest.mark.parametrize("arguments", [["--help"], ["log", "--help"], ["config"]])
def test_what_needs_no_numbers_loads_no_pandas(home: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from netaudit.cli import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "loaded = {'pandas', 'numpy', 'rapidfuzz', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded {loaded}' if loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"HOME": str(home)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_a_log_entry_loads_no_pandas(home: Path, connections: Path, run: Run) -> None:
    run("import", "linkedin.csv")
    code = (
        "import sys; from netaudit.cli import app\n"
        "try: app(['log', 'Ana Ruiz-Example', 'coffee'])\n"
        "except SystemExit as end: assert not end.code\n"
        "sys.exit('pandas' in sys.modules or 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"HOME": str(home)}, check=False
    )
    assert done.returncode == 0


def test_a_bug_is_one_sentence_without_the_data(
    run: Run, monkeypatch: pytest.MonkeyPatch, connections: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Ana Ruiz-Example, ana@example.com")

    monkeypatch.setattr(importing, "import_paths", broken)
    result = run("import", "linkedin.csv")
    assert result.exit_code == ExitCode.BUG
    assert "a bug in netaudit" in result.stderr
    assert "ValueError" in result.stderr
    assert "Ana" not in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
        (TerminatedError(), ExitCode.TERMINATED),
        (Unwritable("the disk is full"), ExitCode.UNWRITABLE),
        (OSError(28, "No space left on device"), ExitCode.UNWRITABLE),
        (MemoryError(), ExitCode.BUG),
    ],
)
def test_every_failure_has_its_code(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    connections: Path,
    error: BaseException,
    code: ExitCode,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(importing, "import_paths", broken)
    result = run("import", "linkedin.csv")
    assert result.exit_code == code
    assert result.stderr.startswith("netaudit: ")


def test_the_program_runs_from_a_bare_environment_like_crons(home: Path) -> None:
    done = _netaudit("import", str(EXAMPLES / "linkedin"), home=home)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    report = _netaudit("report", "--as-of", "2026-11-15", home=home)
    assert report.returncode == 0
    assert b"\x1b" not in report.stdout
    ascii_only = _netaudit(
        "report", "--as-of", "2026-11-15", home=home,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )  # fmt: skip
    assert ascii_only.returncode == 0
    ascii_only.stdout.decode("ascii")


def test_a_file_has_all_signs_whatever_the_screen_has(home: Path) -> None:
    _netaudit("import", str(EXAMPLES / "linkedin"), home=home)
    small = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    for name, env in (("small.txt", small), ("large.txt", {"PYTHONIOENCODING": "utf-8"})):
        done = _netaudit(
            "report", "--as-of", "2026-11-15", "-o", str(home / name), home=home, env=env
        )
        assert done.returncode == 0
    assert (home / "small.txt").read_bytes() == (home / "large.txt").read_bytes()
    assert not (home / "small.txt").read_text("utf-8").isascii()


def test_a_full_disk_behind_stdout_is_said(home: Path) -> None:
    _netaudit("import", str(EXAMPLES / "log.csv"), home=home)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "netaudit", "report"],
            stdout=full, stderr=subprocess.PIPE, check=False,
            env=os.environ | {"HOME": str(home)},
        )  # fmt: skip
    assert done.returncode == ExitCode.UNWRITABLE
    assert b"Traceback" not in done.stderr


def test_everything_written_is_private_whatever_the_umask(home: Path) -> None:
    before = os.umask(0)
    try:
        _netaudit("import", str(EXAMPLES / "log.csv"), home=home)
    finally:
        os.umask(before)
    for place in (home / ".local").rglob("*"):
        assert place.stat().st_mode & 0o077 == 0, place


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_end_with_their_code(home: Path, number: signal.Signals) -> None:
    fifo_reader = (
        "import os, signal, sys\n"
        "from netaudit.workflows import importing, reporting\n"
        f"importing.import_paths = lambda *a, **k: os.kill(os.getpid(), {int(number)})"
        " or __import__('time').sleep(5)\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit', 'import', 'x']\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", fifo_reader], capture_output=True, check=False,
        env=os.environ | {"HOME": str(home)},
    )  # fmt: skip
    assert done.returncode == (130 if number == signal.SIGINT else 143)
    assert b"Traceback" not in done.stderr


def test_a_terminal_that_is_closed_ends_it_as_politely(home: Path) -> None:
    """Nothing private stays behind in the folder for temporary files; nobody can be told."""
    waiting = (
        "import sys, time\n"
        "from netaudit.workflows import importing, reporting\n"
        "def wait(*_):\n"
        "    print('ready', flush=True); time.sleep(30)\n"
        "reporting.audit_report = wait\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit', 'demo']\n"
        "main()"
    )
    environment = os.environ | {"HOME": str(home), "TMPDIR": str(home)}
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", waiting], environment)  # noqa: S606 - ours
    said = b""
    while b"ready" not in said:
        said += os.read(terminal, 10_000)
    assert len(list(home.iterdir())) == 1
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == ExitCode.TERMINATED
    assert list(home.iterdir()) == []


def test_a_closed_terminal_is_no_end_under_nohup(home: Path) -> None:
    """It has the signal ignored, so that the program can go on."""
    ignoring = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from netaudit.workflows import importing, reporting\n"
        "made = importing.import_paths\n"
        "def hung_up(*arguments, **named):\n"
        "    os.kill(os.getpid(), signal.SIGHUP)\n"
        "    return made(*arguments, **named)\n"
        "importing.import_paths = hung_up\n"
        "from netaudit.cli import main\n"
        f"sys.argv = ['netaudit', 'import', {str(EXAMPLES / 'log.csv')!r}]\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", ignoring], capture_output=True, check=False,
        env=os.environ | {"HOME": str(home)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_after_the_work_is_done_changes_nothing(
    home: Path, number: signal.Signals
) -> None:
    late = (
        "import atexit, os, sys\n"
        f"atexit.register(os.kill, os.getpid(), {int(number)})\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit', '--version']\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", late], capture_output=True, check=False,
        env=os.environ | {"HOME": str(home)},
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.startswith(b"netaudit ")
