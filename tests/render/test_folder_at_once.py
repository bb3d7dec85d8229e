"""Folders that are replaced while others are at work on them, or after somebody was killed."""

import errno
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netaudit.errors import StoreBusy, Unwritable, UsageError
from netaudit.render.folder import write_folder
from render_folders import ASIDE, FILES, OLD, beside, held


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that an earlier report wrote, with nothing beside it."""
    place = tmp_path / "place" / "tables"
    place.parent.mkdir()
    write_folder(OLD, place)
    return place


@pytest.mark.parametrize("step", [1, 2])
def test_an_interruption_between_the_names_puts_the_old_one_back(
    folder: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, steps = Path.rename, []

    def interrupted(self: Path, target: Path) -> Path:
        steps.append(target)
        if len(steps) == step:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(FILES, folder)
    assert held(folder) == OLD
    assert beside(folder) == ["tables"]


KILLED = """
import os, sys
from pathlib import Path
from netaudit.render.folder import write_folder
rename, steps = Path.rename, []
def killed(self, target):
    steps.append(target)
    if len(steps) == int(sys.argv[2]):
        os._exit(9)
    return rename(self, target)
Path.rename = killed
if sys.argv[2] == "3":
    Path.rmdir = lambda self: os._exit(9)
write_folder({"notes.csv": "new"}, Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("step", "left"), [("1", {"tables"}), ("2", {ASIDE}), ("3", {"tables", ASIDE})]
)
def test_whoever_is_killed_leaves_one_of_the_two_whole_and_the_next_run_clears_up(
    folder: Path, step: str, left: set[str]
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder), step], check=False)
    assert done.returncode == 9
    assert left <= set(beside(folder))
    whole = {"1": OLD, "2": OLD, "3": {"notes.csv": "new"}}[step]
    assert held(folder.with_name(ASIDE) if step == "2" else folder) == whole
    write_folder(FILES, folder)
    assert held(folder) == FILES
    assert ASIDE not in beside(folder)


def test_what_was_left_is_put_back_before_anything_can_be_refused(folder: Path) -> None:
    folder.rename(folder.with_name(ASIDE))
    with pytest.raises(ValueError, match="no text"):
        write_folder(_Failing(), folder)
    assert held(folder) == OLD
    assert beside(folder) == ["tables"]


class _Failing(dict[str, str]):
    def items(self) -> object:  # type: ignore[override]
        raise ValueError("no text")


@pytest.mark.parametrize("left", [["tables"], []])
def test_a_foreign_folder_of_that_name_is_not_taken_away(folder: Path, left: list[str]) -> None:
    aside = folder.with_name(ASIDE)
    aside.mkdir()
    (aside / "letter.txt").write_text("dear")
    if not left:
        folder.rename(folder.parent.with_name("away"))
    with pytest.raises(UsageError, match=r"netaudit-old is nothing that netaudit wrote"):
        write_folder(FILES, folder)
    assert held(aside) == {"letter.txt": "dear"}
    assert beside(folder) == [ASIDE, *left]


def test_a_link_of_that_name_is_not_followed(folder: Path) -> None:
    folder.with_name(ASIDE).symlink_to(folder)
    with pytest.raises(UsageError, match=r"netaudit-old is nothing that netaudit wrote"):
        write_folder(FILES, folder)
    assert held(folder) == OLD


def at_rename(monkeypatch: pytest.MonkeyPatch, number: int, act: Callable[[], object]) -> None:
    """Let something happen right before a folder changes its name for the n-th time."""
    rename, seen = Path.rename, []

    def busy(self: Path, target: Path) -> Path:
        seen.append(self)
        if len(seen) == number:
            act()
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)


def test_what_comes_into_the_old_folder_meanwhile_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_rename(monkeypatch, 1, lambda: (folder / "letter.txt").write_text("dear"))
    with pytest.raises(UsageError, match=r"tables/letter\.txt is nothing that netaudit wrote"):
        write_folder(FILES, folder)
    assert held(folder) == OLD | {"letter.txt": "dear"}
    assert beside(folder) == ["tables"]


def test_what_comes_even_later_goes_to_the_new_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = folder.with_name(ASIDE)
    at_rename(monkeypatch, 2, lambda: (aside / "letter.txt").write_text("dear"))
    write_folder(FILES, folder)
    assert held(folder) == FILES | {"letter.txt": "dear"}
    assert beside(folder) == ["tables"]
    monkeypatch.undo()
    with pytest.raises(UsageError, match=r"tables/letter\.txt is nothing that netaudit wrote"):
        write_folder(FILES, folder)


def test_what_has_no_place_in_the_new_folder_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = folder.with_name(ASIDE)
    at_rename(monkeypatch, 2, lambda: (aside / "notes.csv").write_text("dear"))
    for _ in range(2):
        with pytest.raises(Unwritable, match=rf"{ASIDE}/notes\.csv came while"):
            write_folder(FILES, folder)
        assert held(folder) == FILES
        assert held(aside) == {"notes.csv": "dear"}


WRITER = """
import sys
from pathlib import Path
from netaudit.render.folder import write_folder
for number in range(20):
    write_folder({f"{n}.csv": sys.argv[2] for n in range(5)}, Path(sys.argv[1]))
"""


def test_several_at_once_write_one_after_the_other(folder: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(folder.with_name("busy"))]
    runs = [subprocess.Popen([*command, f"{n}"], stderr=subprocess.PIPE) for n in range(4)]
    for run in runs:
        _, errors = run.communicate(timeout=60)
        assert (run.returncode, errors) == (0, b"")
    found = held(folder.with_name("busy"))
    assert len(found) == 5
    assert len(set(found.values())) == 1
    assert beside(folder) == ["busy", "tables"]


def test_whoever_waits_too_long_is_told_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    handle = os.open(folder.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(StoreBusy, match=r"another netaudit is writing beside .*tables"):
        write_folder(FILES, folder)
    os.close(handle)
    write_folder(FILES, folder)


LEFT = """
import os, sys
from pathlib import Path
from netaudit.render import folder
count = 0
def killed(_):
    global count
    count += 1
    if count == int(sys.argv[2]):
        os._exit(9)
os.fsync = killed
folder.write_folder({"a.csv": "private", "b.csv": "private"}, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", [1, 2, 3])
def test_what_a_killed_one_left_half_made_is_taken_away(folder: Path, after: int) -> None:
    done = subprocess.run([sys.executable, "-c", LEFT, str(folder), f"{after}"], check=False)
    assert done.returncode == 9
    assert len(beside(folder)) == 2
    write_folder(FILES, folder.with_name("other"))
    assert beside(folder) == ["other", "tables"]


def test_what_only_looks_like_it_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (".netaudit-mine0000", ".netaudit-more0000", ".netaudit-link0000"):
        if "link" in name:
            folder.with_name(name).symlink_to(folder)
        else:
            folder.with_name(name).mkdir()
    (folder.with_name(".netaudit-mine0000") / "letter.txt").write_text("dear")
    write_folder(OLD, folder.with_name(".netaudit-more0000"))
    (folder.with_name(".netaudit-more0000") / "letter.txt").write_text("dear")
    folder.with_name(".netaudit-file0000").write_text("dear")
    names = beside(folder)
    write_folder(FILES, folder)
    assert beside(folder) == names

    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    (folder.with_name(".netaudit-more0000") / "letter.txt").unlink()
    monkeypatch.setattr(fcntl, "flock", unknown)  # then somebody may be at work in it
    write_folder(FILES, folder)
    assert beside(folder) == names
    monkeypatch.undo()
    write_folder(FILES, folder)
    assert beside(folder) == [name for name in names if "more" not in name]
