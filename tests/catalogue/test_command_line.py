"""Rows K6 to K11 and K18: what is wrong with a command, and with what it is to write to."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, E, N, S, U, covers, each_of, fsdecode, hold, state
from cli.program import Run
from importers.made import CONNECTIONS
from netaudit.config import store_path
from netaudit.errors import ExitCode

pytestmark = pytest.mark.unwatched
LOG = "date,person,channel\n2026-05-01,Ada Kaltenbrun,call\n"
WRONG = "date,person,channel\n2026-13-01,Ada Kaltenbrun,call\n2026-05-01,Ada Kaltenbrun,call\n"
TAKEN = "read 1 = 1 new"
NO_FILE = "not a regular file or folder"
NOBODY = "is nobody in the store by that name"
STRANGE = "a\nb\x1b[2Jc\u202e.csv"
SHOWN = "a\\x0ab\\x1b[2Jc\\x202e"
#: A name in the bytes of an older system, as Python holds it.
BYTES = fsdecode(b"J\xfcrgen")


def a_socket(home: Path) -> None:
    os.mknod(home / "socket.csv", stat.S_IFSOCK | 0o600)


def a_file_and_a_link(home: Path) -> None:
    (home / "log.csv").write_text(LOG, "utf-8")
    (home / "link.csv").symlink_to("log.csv")


@each_of(
    Case("K6", "no such file", U, command=("import", "none.csv"),
         complaints=("none.csv: no such file or folder",)),
    Case("K6", "an empty folder", E, lambda home: (home / "none").mkdir(),
         complaints=("none: no file in it that netaudit knows; it is empty",), hinted=True),
    Case("K6", "a pipe", U, lambda home: os.mkfifo(home / "pipe.csv"),
         complaints=(f"pipe.csv: {NO_FILE}",)),
    Case("K6", "an endless device", U, command=("import", "/dev/zero"),
         complaints=(f"/dev/zero: {NO_FILE}",)),
    Case("K6", "a device without an end or a beginning", U, command=("import", "/dev/null"),
         complaints=(f"/dev/null: {NO_FILE}",)),
    Case("K6", "a socket", U, a_socket, complaints=(f"socket.csv: {NO_FILE}",)),
    Case("K6", "a link to itself", U, lambda home: (home / "x.csv").symlink_to("x.csv"),
         complaints=("x.csv: cannot be read: ",)),
    Case("K6", "a name longer than any", U, command=("import", "x" * 5000),
         complaints=(": cannot be read: File name too long",)),
    # Standard input would have to be spooled; nobody has asked for it, and `-` is a name.
    Case("K6", "standard input", U, command=("import", "-"),
         complaints=("-: no such file or folder",)),
    Case("K6", "an endless device for a store", U, command=("report", "--store", "/dev/zero"),
         complaints=("/dev/zero: not a file",), code=ExitCode.DAMAGED),
    Case("K7", "a file whose name begins with a hyphen", A, {"-x.csv": LOG},
         ("import", "--", "-x.csv"), account=TAKEN),
    Case("K7", "the same without the two hyphens", U, {"-x.csv": LOG}, ("import", "-x.csv"),
         ("netaudit import has no option -x",), hinted=True),
    Case("K7", "escape codes and a line break in a name", S, {STRANGE: WRONG}, complaints=(
         f"{SHOWN}.csv:2: 'date' is neither a day",), told=(f"{SHOWN}.csv  read 2",),
         account="read 2 = 1 new + 1 skipped"),
    Case("K7", "the same in the name of no file", U, command=("import", STRANGE),
         complaints=(f"{SHOWN}.csv: no such file or folder",)),
    Case("K7", "a name that is no UTF-8", A, {f"{BYTES}.csv": LOG}, account=TAKEN),
    Case("K7", "the same bytes in the name of no file", U, command=("import", f"{BYTES}.csv"),
         complaints=("no such file or folder",)),
    Case("K7", "escape codes in the place of a command", U, command=("\x1b[2J\n",),
         complaints=("there is no command '\\x1b[2J\\n'",), hinted=True),
    Case("K8", "a file twice", N, {"log.csv": LOG}, ("import", "log.csv", "./log.csv"),
         ("log.csv: given twice, and read once",), account=TAKEN),
    Case("K8", "a file and a link to it", N, a_file_and_a_link, ("import", "log.csv", "link.csv"),
         ("link.csv: given twice, and read once",), account=TAKEN),
    Case("K8", "a pattern that fits nothing", U, command=("import", "*.csv"),
         complaints=("*.csv: no such file or folder",)),
    Case("K8", "a variable that is unset", U, command=("import", ""),
         complaints=("an empty path",), hinted=True),
    Case("K8", "nothing", U, command=("import",), complaints=("PATH... is missing",), hinted=True),
)  # fmt: skip
def test_inputs(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


@contextmanager
def few_open_files(at_most: int) -> Iterator[None]:
    """Have no more files open than these and those that are open already."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(
        resource.RLIMIT_NOFILE,
        (len(os.listdir("/dev/fd")) + at_most, limits[1]),  # noqa: PTH208
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


@covers("K8")
def test_more_files_than_can_be_open_at_once(run: Run, home: Path) -> None:
    names = [f"{number}.csv" for number in range(500)]
    for number, name in enumerate(names):
        (home / name).write_text(f"date,person,id\n2026-05-01,Ada Kaltenbrun,{number}\n", "utf-8")
    with few_open_files(40):
        result = run("import", *names)
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    assert result.stdout.count("  read 1 = 1 new\n") == len(names)


STORE = ".local/share/netaudit/netaudit.db"
LOST = "and would be lost"
EXPORT = {"Connections.csv": f"{CONNECTIONS}\n"}


def a_hard_link(home: Path) -> None:
    (home / "report.html").hardlink_to(store_path())


def a_link_to_the_store(home: Path) -> None:
    (home / "report.html").symlink_to(store_path())


def to(place: str, *more: str) -> tuple[str, ...]:
    """Return a command that writes to a place: a light one, as reports go."""
    return ("imports", "-o", place, *more)


HTML = ("-f", "html")


@each_of(
    Case("K9", "the store", U, command=to(STORE, *HTML),
         complaints=(f"in use by netaudit {LOST}",)),
    Case("K9", "a hard link to the store", U, a_hard_link, to("report.html"),
         ("the file has a second name (a hard link), so it is not written",),
         code=ExitCode.DAMAGED, hinted=True),
    Case("K9", "a link to the store", U, a_link_to_the_store, to("report.html"),
         (f"in use by netaudit {LOST}",)),
    Case("K9", "the journal of the store", U, command=to(f"{STORE}-journal", *HTML),
         complaints=(f"in use by netaudit {LOST}",)),
    Case("K9", "the configuration", U, {".config/netaudit/config.toml": ""},
         to(".config/netaudit/config.toml", *HTML), (f"in use by netaudit {LOST}",)),
    Case("K9", "an input", U, {"log.csv": LOG}, to("log.csv", *HTML),
         (f"log.csv is a file that netaudit imports, {LOST}",)),
    Case("K9", "an input, by its ending", U, EXPORT, to("Connections.csv", "--table", "imports"),
         (f"Connections.csv is a file that netaudit imports, {LOST}",)),
    Case("K9", "somebody's own table", U, {"sums.csv": "item,sum\nbread,2\n"},
         to("sums.csv", "--table", "imports"),
         (f"sums.csv is no table that netaudit wrote, {LOST}",)),
    Case("K9", "an archive", U, {"x.html": b"PK\x03\x04" + bytes(26)}, to("x.html"),
         (f"x.html is an archive, {LOST}",)),
    Case("K9", "a folder", U, {"x.html/y": ""}, to("x.html"), ("x.html is a folder",), hinted=True),
    Case("K9", "a file in no folder", U, command=to("none/x.html"), code=ExitCode.UNWRITABLE,
         complaints=("cannot write none/x.html: there is no folder none",), hinted=True),
    Case("K9", "a name longer than any", U, command=to(f"{'x' * 5000}.html"),
         code=ExitCode.UNWRITABLE, complaints=("File name too long",)),
    Case("K9", "no name", U, command=to(""), complaints=("-o names no file",), hinted=True),
    Case("K10", "a day that does not exist", U, command=("report", "--as-of", "2024-13-45"),
         complaints=("'2024-13-45' is no day netaudit is sure of",), hinted=True),
    Case("K10", "a day before all others", U, command=("report", "--as-of", "0001-01-01"),
         complaints=("--as-of leads to a day before 1900-01-01",)),
    Case("K10", "the last of all days", U, command=("report", "--as-of", "9999-12-31"),
         complaints=("--as-of leads to a day after 2200-01-01",)),
    Case("K10", "the same for one person", U, command=("show", "Ada", "--as-of", "9999-12-31"),
         complaints=("--as-of leads to a day after 2200-01-01",)),
    Case("K10", "an unknown zone", U, command=("report", "--timezone", "Mars/Phobos"),
         complaints=("--timezone must be an IANA time zone",)),
    Case("K10", "a format that there is not", U, command=("report", "--format", "pdf"),
         complaints=("there is no format 'pdf'",), hinted=True),
    Case("K10", "an ending of none", U, command=("report", "-o", "x.pdf"),
         complaints=("no format has the ending '.pdf'",), hinted=True),
    Case("K10", "words for a span", U, command=("report", "--stale", "abc"),
         complaints=("--stale must be a span of time",)),
    Case("K10", "words for a number", U, command=("next", "--limit", "abc"),
         complaints=("--limit has to be a whole number",), hinted=True),
    Case("K10", "a number of 5,000 digits", U, command=("next", "--limit", "9" * 5000),
         complaints=("--limit",), hinted=True),
    Case("K10", "an import of 5,000 digits", U, command=("undo", "9" * 5000, "--yes"),
         complaints=("9999",), hinted=True),
    Case("K10", "an import beyond 64 bits", U, command=("undo", "9" * 30, "--yes"),
         complaints=("is no number of an import",), hinted=True),
    Case("K10", "bytes for the id of an import", U, command=("undo", BYTES, "--yes"),
         complaints=("rgen' is no number of an import",), hinted=True),
    Case("K10", "bytes for the id of an entry", U, command=("log", "--edit", BYTES, "--note", "x"),
         complaints=("there is no entry 'J",), hinted=True),
    Case("K11", "two options that exclude each other", U, complaints=("--logged goes with",),
         command=("export", "people", "--logged")),
    Case("K11", "ids of whoever has no name", U, command=("report", "--ids", "--anonymize"),
         complaints=("--ids and --anonymize exclude each other",), hinted=True),
    *(
        Case("K11", f"forget {what}", U, command=("forget", word, "--yes"), complaints=(NOBODY,),
             hinted=True)
        for what, word in (("nobody", ""), ("a space", " "), ("everybody", "*"), ("a path", "../*"),
                           ("what SQL takes for all", "%"), ("what SQL takes for one", "_"),
                           ("what cannot be seen", "\u200b\u3164"), ("an odd quote", "' OR 1=1 --"))
    ),
    Case("K11", "forget whoever has this name too", U, command=("forget", "Robin", "--yes"),
         complaints=(NOBODY,), hinted=True),
    Case("K11", "forget without a word of consent", U, command=("forget", "Ada Kaltenbrun"),
         complaints=("nobody is there to confirm it",), hinted=True),
)  # fmt: skip
def test_commands(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {path: path.read_bytes() for path in home.glob("*.csv")}
    hold(case, run, home, monkeypatch)
    assert {path: path.read_bytes() for path in kept} == kept


@covers("K9")
def test_a_link_gives_way_and_what_it_leads_to_stays(run: Run, home: Path) -> None:
    (home / "kept.txt").write_text("a diary", "utf-8")
    (home / "report.html").symlink_to("kept.txt")
    assert run("imports", "-o", "report.html").exit_code == ExitCode.DONE
    assert not (home / "report.html").is_symlink()
    assert (home / "kept.txt").read_text("utf-8") == "a diary"


@covers("K11")
def test_part_of_a_name_forgets_nobody_unasked(run: Run) -> None:
    """Who may be meant is named, which is of the user's own people and on their own screen."""
    before = state()
    result = run("forget", "Ada", "--yes")
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.startswith("netaudit: error: 'Ada' only fits Ada Kaltenbrun (")
    assert state() == before


@covers("K18")
@pytest.mark.parametrize(
    ("what", "why"),
    [("closed", "it is closed"), ("a closed pipe", ""), ("a full disk", "No space left on device")],
    ids=["closed", "a closed pipe", "a full disk"],
)
def test_output_that_nobody_takes(home: Path, what: str, why: str) -> None:
    """The command writes nothing else, so that nothing is half-written; it says so by its code."""
    reader, writer = os.pipe()
    os.close(reader)
    out = os.open("/dev/full", os.O_WRONLY) if what == "a full disk" else writer
    closing = "exec >&-; " if what == "closed" else ""
    done = subprocess.run(
        ["sh", "-c", f'{closing}exec "$0" -m netaudit imports', sys.executable],
        stdout=out, stderr=subprocess.PIPE, check=False, text=True,
    )  # fmt: skip
    os.close(writer)
    code = ExitCode.PIPE if what == "a closed pipe" else ExitCode.UNWRITABLE
    assert done.returncode == code
    assert (
        done.stderr.splitlines()
        == [
            f"netaudit: error: cannot write to standard output: {why}",
            "  hint: a change that could not be told is made: netaudit imports",
        ][: 2 if why else 0]
    )
