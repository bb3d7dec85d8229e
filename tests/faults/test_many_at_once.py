"""Several netaudits on one store: none loses a write, and none is told that it is locked."""

import os
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from faults.every_command import about_the_store
from faults.forked import Forks, Running
from netaudit.cli import main
from netaudit.errors import ExitCode
from netaudit.normal import name_key
from netaudit.records import Account
from netaudit.store import Store
from netaudit.workflows.logging import NewEntry, log_interactions
from store.snapshots import DAY, counts, rows
from worlds.big import write_world

PEOPLE = [f"Person {who}" for who in range(8)]
WRITES = 200
#: So many of the writes of each are made by the command itself, in a process for each.
BY_COMMAND = 5


def write_often(path: str, who: str) -> None:
    """Log again and again, each time as the command does: what a fork runs as `call`."""
    write(path, who, WRITES - BY_COMMAND)
    for _ in range(BY_COMMAND):
        child = os.fork()
        if child == 0:
            sys.argv = ["netaudit", "log", who, "call", "--store", path]
            main()
        assert os.waitpid(child, 0)[1] == 0


def write_a_little(path: str, who: str) -> None:
    write(path, who, 12)


def write(path: str, who: str, times: int) -> None:
    account = Account("log", "name", name_key(who))
    for number in range(times):
        said = NewEntry(
            ((account, who),), "coffee", "in_person", "both", (None, DAY + number), "", "", 1
        )
        with Store.open(Path(path)) as opened:
            log_interactions(opened, [said])


def impatient(*_: str) -> None:
    """Be the program, but wait for a lock for a moment only, in place of half a minute."""
    connect = sqlite3.connect

    def connect_impatiently(*place: Any, **settings: Any) -> sqlite3.Connection:  # noqa: ANN401 - as it is
        made: sqlite3.Connection = connect(*place, **{**settings, "timeout": 0.1})
        return made

    sqlite3.connect = connect_impatiently  # type: ignore[assignment]  # it has many forms
    main()


def writers(program: Forks, store: Path, write: Callable[[str, str], None]) -> list[Running]:
    call = f"{__name__}.{write.__name__}"
    return [program.start(store, who, call=call, now=None) for who in PEOPLE]


@pytest.mark.slow
def test_eight_that_write_two_hundred_times_each_lose_nothing(program: Forks, store: Path) -> None:
    before = counts(store)["entry"]
    for one in writers(program, store, write_often):
        done = one.wait()
        assert done.code == 0, done
        assert "locked" not in done.err
    with Store.open(store) as opened:
        opened.check()
    query = "SELECT written, count(*) FROM entry WHERE written LIKE 'Person %' GROUP BY written"
    assert dict(rows(store, query)) == dict.fromkeys(PEOPLE, WRITES)
    assert counts(store)["entry"] == before + len(PEOPLE) * WRITES
    assert program.run("doctor", "--deep", "--store", store).code == 0


def test_who_reads_while_others_write_sees_whole_changes_only(program: Forks, store: Path) -> None:
    running = writers(program, store, write_a_little)
    seen: list[int] = []
    for words in (("report",), ("show", "Ana Ruiz"), ("export", "interactions")) * 4:
        done = program.run(*words, "--store", store, now=None)
        assert (done.code, done.err) == (0, "")
        if words[0] == "export":
            seen.append(done.out.count("Person "))
    for one in running:
        assert one.wait().code == 0
    assert seen == sorted(seen)
    assert program.run("export", "interactions", "--store", store).out.count("Person ") == 96


@pytest.mark.slow
def test_reports_during_an_import_are_of_before_or_after(program: Forks, tmp_path: Path) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    write_world(small, connections=50, messages=100, seed=1)
    write_world(large, connections=300, messages=20_000, seed=2)
    path = tmp_path / "netaudit.db"
    assert program.run("import", small, "--store", path).code == 0
    words = ("imports", "--format", "csv", "--table", "imports", "--store", path)
    importing = program.start("import", large, "--store", path)
    seen = Counter(program.run(*words, now=None).out.count("\n") for _ in range(12))
    reported = program.run("report", "--store", path)
    assert importing.wait().code == 0
    assert reported.code == 0
    after = program.run(*words).out.count("\n")
    assert set(seen) <= {after - 1, after}
    assert after == 3


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
def test_who_waits_too_long_is_told_that_another_is_running(
    program: Forks, store: Path, seed: Path, tmp_path: Path, lock: str
) -> None:
    """There is no option for how long: it is half a minute, here a moment."""
    (tmp_path / "more.csv").write_text("date,person,channel\n2026-11-10,Ana Ruiz,call\n", "utf-8")
    shutil.copyfile(seed, tmp_path / "copy.db")
    codes: Counter[int] = Counter()
    with closing(sqlite3.connect(store, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        before = counts(store) if lock == "IMMEDIATE" else None
        for words in about_the_store(str(tmp_path)):
            done = program.run(*words, "--store", store, call=f"{__name__}.impatient", now=None)
            codes[done.code] += 1
            assert done.code in {0, ExitCode.BUSY}, (words, done)
            if done.code == ExitCode.BUSY:
                assert done.err == (
                    f"netaudit: error: {store}: another netaudit is running\n"
                    "  hint: try again in a moment\n"
                )
        assert before is None or counts(store) == before
    assert codes[ExitCode.BUSY] > 10
    # Who only reads may read on while another has begun to write.
    assert (codes[0] > 0) is (lock == "IMMEDIATE")
