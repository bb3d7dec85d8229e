"""Rows K12 to K17, K19 and K20: what is odd around the program, its terminal and its folders."""

import os
import pty
import pwd
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZIP_STORED

import pytest

from catalogue.catalogue import A, Case, U, covers, each_of, hold
from cli.program import Run
from faults.runs import PLAIN
from importers.hostile import EXPORT, TEXT, packed
from netaudit.config import store_path
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched
ODD = 'date,person\n2026-05-01,"José 長 Kaltenbrun"\n'
TAKEN = "read 1 = 1 new"
PEOPLE = ("people", "--all")


def widest(text: str) -> int:
    return max(map(len, text.splitlines()))


#: What COLUMNS may say, and how wide a line then is at most.
COLUMNS = {
    "0": 80, "abc": 80, "-5": 80, "": 80, "1e3": 80, "٤٠": 80, "9" * 5000: 80,
    "1": 40, "40": 40, "79": 79, "9999": 200,
}  # fmt: skip


@covers("K12")
@pytest.mark.parametrize("columns", COLUMNS, ids=lambda columns: f"K12 COLUMNS={columns:.9}")
def test_the_width_is_never_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """Whatever COLUMNS says, everything is there, and as wide as a screen that can be read."""
    monkeypatch.setenv("COLUMNS", columns)
    result = run(*PEOPLE)
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert widest(result.stdout) == COLUMNS[columns]
    assert "2 people are on record" in result.stdout
    assert "Ada Kaltenbrun" in result.stdout


def netaudit(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program by itself; the terminal and the language are only what is said here."""
    names = ("LANG", "LC_ALL", "LC_CTYPE", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM")
    plain = {name: value for name, value in PLAIN.items() if name not in names}
    return subprocess.run(
        [sys.executable, "-m", "netaudit", *arguments], stdin=subprocess.DEVNULL,
        env={**plain, "HOME": str(home), **environment}, capture_output=True, check=False,
    )  # fmt: skip


@covers("K14")
@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="K14 told to write ASCII"),
        pytest.param(
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="K14 without UTF-8"
        ),
    ],
)
def test_what_cannot_be_written_is_escaped(
    run: Run, home: Path, environment: dict[str, str]
) -> None:
    (home / "log.csv").write_text(ODD, "utf-8")
    assert run("import", "log.csv").exit_code == ExitCode.DONE
    done = netaudit(home, *PEOPLE, **environment)
    assert (done.returncode, done.stderr) == (ExitCode.DONE, b"")
    assert b"Jose \\u9577 Kaltenbrun" in done.stdout
    assert done.stdout.isascii()


COLOURFUL = {"FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm"}


@covers("K15")
def test_a_mail_has_no_colours_whatever_is_forced(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody looks there is nothing to colour."""
    plain = run(*PEOPLE).stdout, run("report").stdout, run("next").stdout
    for name, value in COLOURFUL.items():
        monkeypatch.setenv(name, value)
    assert (run(*PEOPLE).stdout, run("report").stdout, run("next").stdout) == plain
    assert "\x1b" not in "".join(plain)


@covers("K15")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({"TERM": "xterm"}, True, id="K15 a terminal"),
        pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="K15 NO_COLOR"),
        pytest.param({"TERM": "dumb", "FORCE_COLOR": "1"}, False, id="K15 a dumb terminal"),
    ],
)
def test_a_terminal_has_colours_unless_it_wants_none(
    home: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    names = ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    plain = {name: value for name, value in PLAIN.items() if name not in names}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "netaudit", "report"], stdin=theirs, stdout=theirs, stderr=theirs,
        env={**plain, "HOME": str(home), **environment},
    ) as process:  # fmt: skip
        os.close(theirs)
        said = b""
        try:
            while more := os.read(ours, 10_000):
                said += more
        except OSError:  # how Linux says that nobody writes to a terminal any more
            pass
    os.close(ours)
    assert process.returncode == ExitCode.DONE
    assert b"Network audit" in said
    assert (b"\x1b[" in said) == coloured


NOBODY_KNOWS = "nobody knows your home folder"


@pytest.fixture
def no_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the user stand on no list of users, as in many containers."""

    def missing(_: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", missing)


@covers("K16")
@pytest.mark.usefixtures("no_user")
@pytest.mark.parametrize("home_is", [None, ""], ids=["K16 no HOME", "K16 an empty HOME"])
def test_without_a_home_nothing_is_written_anywhere(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, home_is: str | None
) -> None:
    (home / "log.csv").write_text(ODD, "utf-8")
    before = sorted(home.rglob("*"))
    if home_is is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home_is)
    for command in (("import", "log.csv"), ("report",), ("doctor",), ("config", "--path")):
        result = run(*command)
        assert result.exit_code == ExitCode.USAGE, command
        assert result.stderr.startswith(f"netaudit: error: {NOBODY_KNOWS}\n  hint: set HOME")
    for name, place in (("STORE", "x/netaudit.db"), ("CONFIG", "x/config.toml")):
        monkeypatch.setenv(f"NETAUDIT_{name}", str(home / place))
    assert sorted(home.rglob("*")) == before
    assert run("import", "log.csv").exit_code == ExitCode.DONE
    assert (home / "x/netaudit.db").exists()


@covers("K16")
@pytest.mark.parametrize("home_is", [None, ""], ids=["K16 no HOME", "K16 an empty HOME"])
def test_the_list_of_users_knows_the_home(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, home_is: str | None
) -> None:
    monkeypatch.setattr(pwd, "getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    if home_is is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home_is)
    assert run("config", "--path").stdout.strip() == str(home / ".config/netaudit/config.toml")
    assert "2 people are on record" in run(*PEOPLE).stdout


@covers("K16")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("HOME", "somewhere", "HOME is not an absolute path", id="K16 a relative HOME"),
        pytest.param(
            "NETAUDIT_STORE", "~nobody-at-all/x.db",
            "nobody knows the home folder of '~nobody-at-all'", id="K16 a store at nobody's home",
        ),
    ],
)  # fmt: skip
def test_no_place_for_the_store(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    (home / "log.csv").write_text(ODD, "utf-8")
    before = sorted(home.rglob("*"))
    monkeypatch.setenv(name, value)
    result = run("import", "log.csv")
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.startswith(f"netaudit: error: {said}\n  hint: set HOME")
    assert sorted(home.rglob("*")) == before


LOG = {"log.csv": ODD}
IMPORT = ("import", "log.csv")


@each_of(
    Case("K16", "a relative XDG_DATA_HOME", A, LOG, IMPORT, account=TAKEN,
         environment={"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"}, then=PEOPLE,
         shown=("3 people are on record",)),
    Case("K16", "the home of nobody for the configuration", U, LOG, IMPORT,
         ("nobody knows the home folder of '~nobody-at-all'",), hinted=True,
         environment={"NETAUDIT_CONFIG": "~nobody-at-all/config.toml"}),
    *(
        Case("K16", f"the home of nobody for {command[0]}", U, command=command, hinted=True,
             complaints=("nobody knows the home folder of '~nobody-at-all'",))
        for command in (("report", "--store", "~nobody-at-all/x"), ("backup", "~nobody-at-all/x"),
                        ("restore", "~nobody-at-all/x", "--yes"),
                        ("schedule", "--print", "cron", "-o", "~nobody-at-all/x"))
    ),
)  # fmt: skip
def test_homes(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)
    assert not {"data", "config", "somewhere", "~nobody-at-all"} & {p.name for p in home.iterdir()}


@covers("K17")
def test_whatever_is_written_is_the_users_alone(home: Path) -> None:
    (home / "log.csv").write_text(ODD, "utf-8")
    already = set(home.rglob("*"))
    before = os.umask(0)
    try:
        for command in (
            ("import", "log.csv", "--store", "new/netaudit.db"), ("backup", "copy.db"),
            ("report", "-o", "report.html"), ("report", "-f", "csv", "-o", "tables/"),
            ("export", "-o", "all.jsonl"),
        ):  # fmt: skip
            assert netaudit(home, *command).returncode == ExitCode.DONE, command
    finally:
        os.umask(before)
    made = set(home.rglob("*")) - already
    assert len(made) > 20
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@covers("K19")
def test_a_store_of_somebody_else_is_told_of(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root, or by sudo, everything can be done with it; the doctor says whose it is."""
    store = store_path()
    uid = store.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: uid + 1)
    shown = run("doctor").stdout
    assert "was netaudit run with sudo?" in " ".join(shown.split())
    assert run(*PEOPLE).exit_code == ExitCode.DONE
    assert store.stat().st_uid == uid


@covers("K20")
@pytest.mark.parametrize("place", ["none", "file"], ids=["K20 gone", "K20 a file"])
def test_a_folder_for_temporary_files_that_is_none(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Another one is found, and the export within an archive is read from there."""
    (home / "file").write_text("", "utf-8")
    (home / "x.zip").write_bytes(packed((EXPORT, packed(("Connections.csv", TEXT)))))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(home / place))
    result = run("import", "x.zip")
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert "read 40 = 40 new" in result.stdout
    assert run("export", "-o", "all.jsonl").exit_code == ExitCode.DONE


#: A folder for temporary files with little room, in a view of the system of its own.
LITTLE = """
mount -t tmpfs -o size=16k none "$0" && TMPDIR="$0" SQLITE_TMPDIR="$0" exec "$@"
"""
UNSHARED = ("unshare", "-rm", "sh", "-c", LITTLE)


@covers("K20")
def test_little_room_for_temporary_files(home: Path) -> None:
    """What has to be spooled is refused as a whole; what need not be goes on."""
    little = home / "little"
    little.mkdir()
    if subprocess.run([*UNSHARED, little, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system gives nobody a view of their own")
    inner = packed(
        ("Connections.csv", TEXT), ("Ad_Targeting.csv", "x" * 100_000), method=ZIP_STORED
    )
    (home / "x.zip").write_bytes(packed((EXPORT, inner)))
    (home / "log.csv").write_text(ODD, "utf-8")
    said = []
    for name in ("x.zip", "log.csv"):
        done = subprocess.run(
            [*UNSHARED, little, sys.executable, "-m", "netaudit", "import", name],
            env={**PLAIN, "HOME": str(home)}, capture_output=True, check=False, text=True,
        )  # fmt: skip
        said.append((done.returncode, done.stderr, TAKEN in " ".join(done.stdout.split())))
    (code, refusal, taken), second = said
    assert (code, taken) == (ExitCode.REFUSED, False)
    assert refusal == (
        f"netaudit: error: x.zip/{EXPORT}: cannot be copied to a temporary file:"
        " No space left on device\n  hint: unpack the outer archive and import the folder\n"
    )
    assert second == (ExitCode.DONE, "", True)
