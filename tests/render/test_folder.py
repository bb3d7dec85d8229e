"""A folder is replaced as a whole or left alone."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from netaudit.errors import Unwritable, UsageError
from netaudit.render.folder import write_folder

OURS = ("a.figures.csv", "a.rows.csv", "notes.csv")
FILES = {"a.rows.csv": "é\n", "notes.csv": "note\n"}
ASIDE = ".tables.netaudit-old"


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the place of a folder, with nothing beside it."""
    return tmp_path / "place" / "tables"


@pytest.fixture(autouse=True)
def old(folder: Path) -> Path:
    """Make a folder that an earlier report wrote."""
    folder.mkdir(parents=True)
    (folder / "a.rows.csv").write_text("old\n")
    (folder / "a.figures.csv").write_text("old\n")
    return folder


def test_a_new_folder_is_private_and_whole(folder: Path) -> None:
    before = os.umask(0)
    try:
        write_folder(FILES, folder.with_name("new"), ours=OURS)
    finally:
        os.umask(before)
    new = folder.with_name("new")
    assert held(new) == FILES
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in new.iterdir()} == {0o600}
    assert beside(folder) == ["new", "tables"]


def test_an_earlier_one_is_replaced_with_all_that_was_in_it(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\0")
    write_folder(FILES, folder, ours=OURS)
    assert held(folder) == FILES
    assert beside(folder) == ["tables"]


def test_an_empty_folder_is_filled(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    write_folder(FILES, folder, ours=OURS)
    assert held(folder) == FILES


@pytest.mark.parametrize("kind", ["file", "folder", "link", "other case"])
def test_a_folder_with_anything_else_is_left_alone(folder: Path, kind: str) -> None:
    foreign = folder / {"other case": "A.rows.csv"}.get(kind, "notes.csv")
    if kind == "folder":
        foreign.mkdir()
    elif kind == "link":
        foreign.symlink_to(folder / "a.rows.csv")
    else:
        foreign = foreign if kind == "other case" else folder / "letter.txt"
        foreign.write_text("dear")
    names = sorted(folder.iterdir())
    with pytest.raises(UsageError, match=rf"{foreign.name} is nothing that this report writes"):
        write_folder(FILES, folder, ours=OURS)
    assert sorted(folder.iterdir()) == names
    assert (folder / "a.rows.csv").read_text() == "old\n"
    assert beside(folder) == ["tables"]


def test_a_file_is_no_folder(folder: Path) -> None:
    file = folder.with_name("file")
    file.write_text("kept")
    with pytest.raises(UsageError, match="file is a file, and no folder"):
        write_folder(FILES, file, ours=OURS)
    assert file.read_text() == "kept"


@pytest.mark.parametrize("way", [".", "../tables", "..", "../../place/tables", "/"])
def test_the_folder_one_is_in_stays(
    folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError, match="is the folder you are in"):
        write_folder(FILES, Path(way), ours=OURS)
    assert (folder / "a.rows.csv").read_text() == "old\n"


def test_a_link_to_a_folder_stays_a_link(folder: Path) -> None:
    link = folder.parent.with_name("link")
    link.symlink_to(folder)
    write_folder(FILES, link, ours=OURS)
    assert link.is_symlink()
    assert held(folder) == FILES
    assert beside(folder) == ["tables"]


def test_a_full_disk_leaves_the_old_folder_and_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match=r"cannot write .*tables: No space left"):
        write_folder(FILES, folder, ours=OURS)
    assert (folder / "a.rows.csv").read_text() == "old\n"
    assert beside(folder) == ["tables"]


def test_a_parent_that_is_not_there(folder: Path) -> None:
    with pytest.raises(Unwritable, match=r"there is no folder .*/no$") as caught:
        write_folder(FILES, folder / "no" / "such", ours=OURS)
    assert caught.value.hint == "make the folder, or name another"


def test_what_is_read_only_in_it_is_kept(folder: Path) -> None:
    (folder / "a.rows.csv").chmod(0o444)
    with pytest.raises(Unwritable, match=r"a\.rows\.csv is read-only, and is kept"):
        write_folder(FILES, folder, ours=OURS)
    assert held(folder) == {"a.figures.csv": "old\n", "a.rows.csv": "old\n"}
    assert beside(folder) == ["tables"]


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
        write_folder(FILES, folder, ours=OURS)
    assert held(folder) == {"a.figures.csv": "old\n", "a.rows.csv": "old\n"}
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
ours = ("a.figures.csv", "a.rows.csv", "notes.csv")
write_folder({"notes.csv": "new"}, Path(sys.argv[1]), ours=ours)
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
    old = {"a.figures.csv": "old\n", "a.rows.csv": "old\n"}
    whole = {"1": old, "2": old, "3": {"notes.csv": "new"}}[step]
    assert held(folder.with_name(ASIDE) if step == "2" else folder) == whole
    write_folder(FILES, folder, ours=OURS)
    assert held(folder) == FILES
    assert ASIDE not in beside(folder)


def test_what_was_left_is_put_back_before_anything_can_be_refused(folder: Path) -> None:
    folder.rename(folder.with_name(ASIDE))
    with pytest.raises(ValueError, match="no text"):
        write_folder(_Failing(), folder, ours=OURS)
    assert held(folder) == {"a.figures.csv": "old\n", "a.rows.csv": "old\n"}
    assert beside(folder) == ["tables"]


class _Failing(dict[str, str]):
    def items(self) -> object:  # type: ignore[override]
        raise ValueError("no text")


def test_a_foreign_folder_of_that_name_is_not_taken_away(folder: Path) -> None:
    aside = folder.with_name(ASIDE)
    aside.mkdir()
    (aside / "letter.txt").write_text("dear")
    with pytest.raises(UsageError, match=r"letter\.txt is nothing that this report writes"):
        write_folder(FILES, folder, ours=OURS)
    assert (aside / "letter.txt").read_text() == "dear"
    assert (folder / "a.rows.csv").read_text() == "old\n"


def test_what_comes_into_the_old_folder_meanwhile_is_not_lost(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self == folder:
            (folder / "letter.txt").write_text("dear")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    write_folder(FILES, folder, ours=OURS)
    assert held(folder) == FILES
    assert held(folder.with_name(ASIDE)) == {"letter.txt": "dear"}
