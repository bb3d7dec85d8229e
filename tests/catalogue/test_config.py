"""Rows K1 to K5: what is wrong with the configuration file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalogue.catalogue import A, Case, Content, U, each_of, hold
from cli.program import Run

pytestmark = pytest.mark.unwatched
FILE = ".config/netaudit/config.toml"
LOG = "date,person,channel\n2026-05-01,Ada Kaltenbrun,call\n"
TAKEN = "read 1 = 1 new"


def refused(row: str, what: str, content: Content, complaint: str) -> Case:
    """Return an entry about a file that makes no sense, so that nothing is imported."""
    files = {"log.csv": LOG, FILE: content}
    said = (f"config.toml{complaint}",)
    return Case(row, what, U, files, ("import", "log.csv"), said)


def taken(row: str, what: str, content: Content) -> Case:
    """Return an entry about a file that is read, so that an import goes on."""
    files = {"log.csv": LOG, FILE: content}
    return Case(row, what, A, files, ("import", "log.csv"), account=TAKEN)


WHOLE = "'max_group' must be a whole number from 1 to 100000"
SPAN = "'report.stale' must be a span of time such as '30d', '4w', '3mo' or '1y'"
ZONE = "'timezone' must be an IANA time zone such as 'Europe/Lisbon'"
MEDIUM = "'channels' must be for 'golf' a medium (public, text, voice, in_person) or a channel"
NO_TOML = "this is not valid TOML"


@each_of(
    refused("K1", "no value", "\n\nmax_group =\n", f":3: {NO_TOML}"),
    refused("K1", "one key twice", "max_group = 8\nmax_group = 9\n", f":2: {NO_TOML}"),
    refused("K1", "one table twice", "[report]\nby='me'\n[report]\n", f":3: {NO_TOML}"),
    refused("K1", "a text without an end", "\ntimezone = '''Europe\n", f":2: {NO_TOML}"),
    refused("K1", "another language", '{"max_group": 8}\n', f":1: {NO_TOML}"),
    refused("K1", "old Macintosh line ends", "max_group = 8\rchannels = 3\r", f":1: {NO_TOML}"),
    refused("K1", "zeros", b"\0" * 4096, f":1: {NO_TOML}"),
    refused("K1", "an escape code", "timezone = 'UTC\x1b[2J'\n", f":1: {NO_TOML}"),
    refused("K1", "Windows-1252", b"[channels]\ncaf\xe9 = 'meal'\n", ": this is not UTF-8 text"),
    refused("K1", "UTF-16", "max_group = 8\n".encode("utf-16"), ": this is not UTF-8 text"),
    taken("K1", "a byte-order mark", b"\xef\xbb\xbfmax_group = 9\n"),
    taken("K1", "Windows line ends", "max_group = 9\r\n\r\n[report]\r\nstale = '6w'\r\n"),
    taken("K1", "nothing", ""),
    refused("K2", "an unknown key", "max_group = 9\nmax_groop = 9\n",
            ":2: unknown option 'max_groop'"),
    refused("K2", "an unknown table", "[rapport]\nstale = '30d'\n", ":1: unknown option 'rapport'"),
    refused("K2", "an escape code in a key", '"\\u001b[2J\\u202e" = 1\n',
            ":1: unknown option '\N{REPLACEMENT CHARACTER}[2J'"),
    refused("K2", "a table for an array", "[[report]]\nstale = '30d'\n",
            ":1: unknown option 'report'"),
    refused("K2", "a negative number", "max_group = -3\n", f":1: {WHOLE}"),
    refused("K2", "a fraction", "max_group = 8.0\n", f":1: {WHOLE}"),
    refused("K2", "nan", "max_group = nan\n", f":1: {WHOLE}"),
    refused("K2", "infinity", "max_group = inf\n", f":1: {WHOLE}"),
    refused("K2", "true", "max_group = true\n", f":1: {WHOLE}"),
    refused("K2", "a huge integer", f"max_group = {10**30}\n", f":1: {WHOLE}"),
    refused("K2", "an integer of 5,000 digits", f"max_group = {'9' * 5000}\n",
            ": a number has more digits than can be read"),
    refused("K2", "negative days", "[report]\nstale = '-30d'\n", f":2: {SPAN}"),
    refused("K2", "days as a number", "[report]\nstale = 30\n", f":2: {SPAN}"),
    refused("K2", "a span of 99,999 years", "[report]\nstale = '99999y'\n", f":2: {SPAN}"),
    refused("K2", "a path for a time zone", "timezone = '../../etc/passwd'\n", f":1: {ZONE}"),
    refused("K2", "a list for a time zone", "timezone = ['UTC']\n", f":1: {ZONE}"),
    refused("K2", "a time of day for a time zone", "timezone = 12:00:00\n", f":1: {ZONE}"),
    refused("K2", "a list for a word", "[report]\nby = ['me']\n",
            ":2: 'report.by' must be 'anyone' or 'me'"),
    refused("K2", "a table for a word", "[report]\nby = { me = 1 }\n",
            ":2: 'report.by' must be 'anyone' or 'me'"),
    refused("K2", "a number for channels", "channels = 3\n", ":1: 'channels' must be a table"),
    refused("K2", "an unknown medium", "[channels]\nchess = 'visit'\ngolf = 'fun'\n",
            f":3: {MEDIUM}"),
    refused("K2", "a list for a medium", "[channels]\ngolf = ['text']\n", f":2: {MEDIUM}"),
    refused("K2", "a table for a medium", "\nchannels = { golf = { a = 1 } }\n", f":2: {MEDIUM}"),
    refused("K3", "5,000 lists in one another", f"a = {'[' * 5000}", ": this is nested too deeply"),
    refused("K3", "5,000 tables in one another", f"{'a.' * 5000}b = 1\n", ":1: unknown option 'a'"),
    refused("K3", "two mebibytes", "# a comment\n" * 200_000, ": larger than 1 MiB"),
)  # fmt: skip
def test_config(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


def laid(make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Return what lays a log in the folder, and something where the configuration belongs."""

    def lay(home: Path) -> None:
        (home / "log.csv").write_text(LOG, "utf-8")
        place = home / FILE
        place.parent.mkdir(parents=True)
        make(place)

    return lay


def with_mode(mode: int) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        place.write_text("max_group = 9\n", "utf-8")
        place.chmod(mode)

    return laid(make)


def linked(target: Path) -> None:
    """Link to a file elsewhere, as people do who keep such files under version control."""
    elsewhere = target.parent / "elsewhere.toml"
    elsewhere.write_text("max_group = 9\n", "utf-8")
    target.symlink_to(elsewhere)


def linked_to_what_others_write(target: Path) -> None:
    linked(target)
    target.resolve().chmod(0o666)


IMPORT = ("import", "log.csv")
OTHERS = "others can write to this file, so it is not read"


@each_of(
    Case("K4", "the group can write it", U, with_mode(0o620), IMPORT, (OTHERS,), hinted=True),
    Case("K4", "everybody can write it", U, with_mode(0o606), IMPORT, (OTHERS,), hinted=True),
    Case("K4", "a link to what everybody can write", U, laid(linked_to_what_others_write), IMPORT,
         (OTHERS,), hinted=True),
    # There is nothing private in it, so that others may read it.
    Case("K4", "others can read it", A, with_mode(0o644), IMPORT, account=TAKEN),
    Case("K4", "a link to elsewhere", A, laid(linked), IMPORT, account=TAKEN,
         then=("config",), shown=("max_group = 9",)),
    Case("K5", "none", A, {"log.csv": LOG}, IMPORT, account=TAKEN),
    Case("K5", "a link that leads nowhere", A, laid(lambda place: place.symlink_to("nowhere")),
         IMPORT, account=TAKEN),
    Case("K5", "a file in the place of its folder", A,
         {"log.csv": LOG, ".config/netaudit": "max_group = 9\n"}, IMPORT, account=TAKEN),
    Case("K5", "no file on purpose", A, {"log.csv": LOG}, IMPORT, account=TAKEN,
         environment={"NETAUDIT_CONFIG": "/dev/null"}),
    Case("K5", "a folder", U, laid(Path.mkdir), IMPORT,
         ("config.toml: cannot be read: Is a directory",)),
    Case("K5", "a pipe into which nobody writes", U, laid(os.mkfifo), IMPORT,
         ("config.toml: not a regular file",)),
    Case("K5", "an endless device", U, {"log.csv": LOG}, IMPORT,
         ("/dev/zero: not a regular file",), environment={"NETAUDIT_CONFIG": "/dev/zero"}),
    # For root nothing is unreadable by its mode; a link to itself is so for everybody.
    Case("K5", "unreadable", U, laid(lambda place: place.symlink_to(place.name)), IMPORT,
         ("config.toml: cannot be read: ",)),
)  # fmt: skip
def test_config_file(case: Case, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(case, run, home, monkeypatch)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("max_groop = 9", "max_group"), ("[report]\nstael = '3d'", "report.stale")],
    ids=["K2 a slip", "K2 a slip in a table"],
)
def test_the_nearest_key_is_named(run: Run, home: Path, typed: str, meant: str) -> None:
    place = home / FILE
    place.parent.mkdir(parents=True)
    place.write_text(typed, "utf-8")
    assert f"did you mean '{meant}'?" in run("people").stderr
