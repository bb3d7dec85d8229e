"""Outputs that take nothing: a full disk, a closed stream, a reader that went away.

Where output was lost the exit code says so, there is never a traceback, and a change that could not
be acknowledged is whole.
"""

import shutil
from pathlib import Path

import pytest

from faults.every_command import ANA, PRINTED, REPORTS, WRITING, in_formats
from faults.forked import Forks
from netaudit.errors import ExitCode
from store.snapshots import counts

#: Where output goes -> the exit code, and what is said of it.
LOST = {
    "/dev/full": (ExitCode.UNWRITABLE, "cannot write to standard output: No space left on device"),
    "closed": (ExitCode.UNWRITABLE, "cannot write to standard output: it is closed"),
    "gone": (ExitCode.PIPE, ""),
}


#: A line for each way in which text is printed that is no report.
OTHERWISE = (("export",), ("tag",), ("match", "--explain", ANA), ("config", "--show"), ("--help",))


def named(words: tuple[str, ...]) -> str:
    return " ".join(words)


@pytest.mark.slow
@pytest.mark.parametrize("words", [*in_formats(), *PRINTED], ids=named)
def test_a_full_disk_behind_any_format_is_said(
    program: Forks, store: Path, words: tuple[str, ...]
) -> None:
    env = {"NETAUDIT_STORE": str(store)}
    done = program.run(*words, env=env, stdout="/dev/full")
    code, said = LOST["/dev/full"]
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err
    assert len(done.err.strip().splitlines()) <= 2


@pytest.mark.parametrize("words", [*REPORTS.values(), *OTHERWISE], ids=named)
@pytest.mark.parametrize("lost", ["closed", "gone"])
def test_an_output_that_nobody_reads_is_said_or_ends_quietly(
    program: Forks, store: Path, words: tuple[str, ...], lost: str
) -> None:
    """`gone` is what `| head -1` leaves; `closed` is the shell's `>&-`."""
    done = program.run(*words, env={"NETAUDIT_STORE": str(store)}, stdout=lost)
    code, said = LOST[lost]
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.slow
@pytest.mark.parametrize("command", WRITING)
def test_a_change_that_cannot_be_acknowledged_is_whole(
    program: Forks, store: Path, seed: Path, tmp_path: Path, command: str
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "more.csv").write_text("date,person,channel\n2026-11-10,Ana Ruiz,call\n", "utf-8")
    shutil.copyfile(seed, place / "copy.db")
    words = [word.format(place=place) for word in WRITING[command]]
    assert program.run(*words, env={"NETAUDIT_STORE": str(store)}).code == 0
    after = counts(store)
    for number, lost in enumerate(LOST):
        another = tmp_path / f"{number}" / "netaudit.db"
        another.parent.mkdir()
        shutil.copyfile(seed, another)
        done = program.run(*words, env={"NETAUDIT_STORE": str(another)}, stdout=lost)
        assert done.code == LOST[lost][0], done
        assert "Traceback" not in done.err
        assert "bug" not in done.err
        assert LOST[lost][1] in done.err
        # Whoever says what it does before it does it has done nothing yet.
        assert counts(another) in (after, counts(seed))


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("lost", ["closed", "/dev/full"])
def test_a_change_that_could_not_be_told_is_said_to_be_made(
    program: Forks, store: Path, lost: str, unbuffered: str
) -> None:
    """Or the user would take it for failed, and make it once more."""
    before = counts(store)["entry"]
    env = {"NETAUDIT_STORE": str(store), "PYTHONUNBUFFERED": unbuffered}
    done = program.run("log", ANA, "coffee", env=env, stdout=lost)
    assert counts(store)["entry"] == before + 1
    assert done.code == ExitCode.UNWRITABLE
    assert done.err == (
        f"netaudit: error: {LOST[lost][1]}\n"
        "  hint: a change that could not be told is made: netaudit imports\n"
    )


@pytest.mark.parametrize("lost", ["closed", "gone", "/dev/full"])
def test_where_errors_cannot_be_told_the_exit_code_tells_them(
    program: Forks, tmp_path: Path, lost: str
) -> None:
    env = {"NETAUDIT_STORE": str(tmp_path / "none.db")}
    done = program.run("people", env=env, stderr=lost)
    assert (done.code, done.out) == (ExitCode.NO_STORE, "")


def test_a_log_entry_is_made_with_all_streams_closed(program: Forks, store: Path) -> None:
    """SQLite would else open the store in the place of a stream, and text be written into it."""
    before = counts(store)["entry"]
    done = program.run(
        "log", "Ana Ruiz", "coffee", env={"NETAUDIT_STORE": str(store)}, stdin=Path("closed"),
        stdout="closed", stderr="closed",
    )  # fmt: skip
    assert done.code == ExitCode.UNWRITABLE
    assert counts(store)["entry"] == before + 1
    assert program.run("doctor", "--deep", "--store", store).code == 0
