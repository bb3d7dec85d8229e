"""A restore that is killed at any step leaves the store as before or restored, and whole."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from faults.stepwise import Fuse
from netaudit.store import Store, copies, restoring
from store.broken import cut_short
from store.snapshots import NOW, ORDINARY, bring, entry, log, rows

pytestmark = pytest.mark.slow

_CONNECT = sqlite3.connect


def restore_until(fuse: Fuse, copy: Path, path: Path) -> None:
    """Restore in a process of its own, which dies when the fuse is burnt; then end it."""

    def connect(*given: object, **named: object) -> sqlite3.Connection:
        made: sqlite3.Connection = _CONNECT(*given, **named)  # type: ignore[call-overload]
        made.set_trace_callback(fuse.burn)
        return made

    sqlite3.connect = connect  # type: ignore[assignment]
    for module, name in ((os, "link"), (os, "fsync"), (Path, "unlink"), (Path, "replace")):
        setattr(module, name, fuse.around(getattr(module, name)))
    restoring.restore(copy, path, NOW, lambda _: 0)


def killed(folder: Path, copy: Path, begun: Path | None) -> Iterator[Path]:
    """Yield the store after each kill, each some steps later; the last one was not killed."""
    for steps in range(1, 2_000, 5):
        path = folder / f"{steps}" / "netaudit.db"
        path.parent.mkdir()
        if begun is not None:
            path.write_bytes(begun.read_bytes())
        child = os.fork()
        if not child:
            restore_until(Fuse(steps), copy, path)
            os._exit(0)
        alive = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL
        yield path
        if alive:
            return
    raise AssertionError("it never ends")


def entries(path: Path) -> int:
    with Store.open(path) as store:
        store.check()
    return int(rows(path, "SELECT count(*) FROM entry")[0][0])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    first = tmp_path / "first.db"
    bring(first, *ORDINARY)
    with Store.open(first) as store:
        copies.write(store, tmp_path / "copy.db", over=False)
    return tmp_path / "copy.db"


def test_in_the_place_of_a_store(tmp_path: Path, copy: Path) -> None:
    begun = tmp_path / "begun.db"
    begun.write_bytes(copy.read_bytes())
    bring(begun, log(*(entry("Ana Ruiz", 738_100 + day) for day in range(3))))
    ends = [entries(path) for path in killed(tmp_path, copy, begun)]
    assert set(ends) == {entries(begun), entries(copy)}
    assert ends == sorted(ends, reverse=True), "once restored, it stays so"


@pytest.mark.parametrize("there", ["nothing", "a damaged store"])
def test_in_the_place_of(tmp_path: Path, copy: Path, there: str) -> None:
    """Whatever the moment, restoring again ends well, and the damaged file is still there."""
    begun = None
    if there != "nothing":
        begun = tmp_path / "begun.db"
        begun.write_bytes(copy.read_bytes())
        cut_short(begun)
    for path in killed(tmp_path, copy, begun):
        restoring.restore(copy, path, NOW, lambda _: 0)
        assert entries(path) == entries(copy)
        kept = [file.read_bytes() for file in path.parent.glob("*.damaged-*")]
        assert begun is None or begun.read_bytes() in kept
        with closing(_CONNECT(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
