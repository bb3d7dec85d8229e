"""A folder is replaced as a whole or left alone."""

import errno
import os
import stat
import subprocess
from pathlib import Path

import pytest

from netaudit.errors import Unwritable, UsageError
from netaudit.render.folder import MANIFEST, check_folder, write_folder
from render_folders import FILES, OLD, beside, held


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that an earlier report wrote, with nothing beside it."""
    place = tmp_path / "place" / "tables"
    place.parent.mkdir()
    write_folder(OLD, place)
    return place


def test_a_new_folder_is_private_and_whole(folder: Path) -> None:
    before = os.umask(0)
    try:
        write_folder(FILES, folder.with_name("new"))
    finally:
        os.umask(before)
    new = folder.with_name("new")
    assert held(new) == FILES
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in new.iterdir()} == {0o600}
    assert beside(folder) == ["new", "tables"]


def test_an_earlier_one_is_replaced_with_all_that_was_in_it(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\0")
    write_folder(FILES, folder)
    assert held(folder) == FILES
    assert beside(folder) == ["tables"]


def test_an_empty_folder_is_filled(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    write_folder(FILES, folder)
    assert held(folder) == FILES


def test_the_manifest_can_be_checked_by_others(folder: Path) -> None:
    write_folder(FILES, folder)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", MANIFEST], cwd=folder, capture_output=True, check=True
    )
    assert done.stdout.count(b": OK\n") == len(FILES)
    assert stat.S_IMODE((folder / MANIFEST).stat().st_mode) == 0o600


def refused(folder: Path, said: str) -> None:
    """Check that writing is refused, and that nothing is changed by it."""
    names = sorted(folder.iterdir())
    texts = [one.read_bytes() for one in names if one.is_file()]
    for refusing in (check_folder, write_folder):
        with pytest.raises(UsageError, match=said) as caught:
            refusing(FILES, folder)
        assert caught.value.hint == "name a folder that is empty or not there yet"
        assert sorted(folder.iterdir()) == names
        assert [one.read_bytes() for one in names if one.is_file()] == texts
        assert beside(folder) == ["tables"]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "other case", "hidden"])
def test_a_folder_with_anything_else_is_left_alone(folder: Path, kind: str) -> None:
    names = {"other case": "A.rows.csv", "hidden": ".letter", "file": "letter.txt"}
    foreign = folder / names.get(kind, "notes.csv")
    if kind == "folder":
        foreign.mkdir()
    elif kind == "link":
        foreign.symlink_to(folder / "a.rows.csv")
    else:
        foreign.write_text("dear")
    refused(folder, rf"{foreign.name} is nothing that netaudit wrote, and would be lost")


@pytest.mark.parametrize("name", ["notes.csv", "a.rows.csv", ".netaudit"])
def test_a_name_alone_makes_no_file_one_of_ours(folder: Path, name: str) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / name).write_text("mine\n")
    refused(folder, rf"{name} is nothing that netaudit wrote, and would be lost")


def test_a_file_that_was_changed_is_kept(folder: Path) -> None:
    (folder / "a.rows.csv").write_text("old\nand a remark\n")
    refused(folder, r"a\.rows\.csv was changed since netaudit wrote it, and would be lost")


@pytest.mark.parametrize("more", ["", "a remark\n", "0" * 64 + "  b.csv"])
def test_a_manifest_that_says_anything_else_is_none(folder: Path, more: str) -> None:
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text() + more if more else "")
    refused(folder, r"\.netaudit is nothing that netaudit wrote")


def test_a_listed_name_that_became_a_link_or_a_folder_is_kept(folder: Path) -> None:
    (folder / "a.rows.csv").rename(folder.parent / "moved")
    (folder / "a.rows.csv").symlink_to("../moved")
    with pytest.raises(UsageError, match=r"a\.rows\.csv is nothing that netaudit wrote"):
        write_folder(FILES, folder)
    assert (folder / "a.rows.csv").is_symlink()


def test_a_file_that_was_taken_out_is_no_hindrance(folder: Path) -> None:
    (folder / "a.rows.csv").unlink()
    write_folder(FILES, folder)
    assert held(folder) == FILES


def test_what_is_in_use_comes_into_no_folder(folder: Path) -> None:
    """A store or a configuration of such a name may not be there yet."""
    for refusing in (check_folder, write_folder):
        with pytest.raises(UsageError, match=r"new/notes\.csv is in use by netaudit"):
            refusing(FILES, folder.with_name("new"), refuse=[folder.with_name("new") / "notes.csv"])
    assert beside(folder) == ["tables"]


def test_checking_alone_writes_nothing(folder: Path) -> None:
    for place in (folder, folder.with_name("new")):
        check_folder(FILES, place)
    assert held(folder) == OLD
    assert beside(folder) == ["tables"]


def test_a_file_is_no_folder(folder: Path) -> None:
    file = folder.with_name("file")
    file.write_text("kept")
    with pytest.raises(UsageError, match="file is a file, and no folder"):
        write_folder(FILES, file)
    assert file.read_text() == "kept"


@pytest.mark.parametrize("way", [".", "../tables", "..", "../../place/tables", "/"])
def test_the_folder_one_is_in_stays(
    folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError, match="is the folder you are in"):
        write_folder(FILES, Path(way))
    assert held(folder) == OLD


def test_the_root_is_refused_also_from_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(UsageError, match=r"^/ is the folder you are in or one around it"):
        write_folder(FILES, Path("/"))
    with pytest.raises(Unwritable, match="cannot write tables: No such file"):
        write_folder(FILES, Path("tables"))


def test_a_link_to_a_folder_stays_a_link(folder: Path) -> None:
    link = folder.parent.with_name("link")
    link.symlink_to(folder)
    write_folder(FILES, link)
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
        write_folder(FILES, folder)
    assert (folder / "a.rows.csv").read_text() == "old\n"
    assert beside(folder) == ["tables"]


def test_a_parent_that_is_not_there(folder: Path) -> None:
    with pytest.raises(Unwritable, match=r"there is no folder .*/no$") as caught:
        write_folder(FILES, folder / "no" / "such")
    assert caught.value.hint == "make the folder, or name another"


def test_what_is_read_only_in_it_is_kept(folder: Path) -> None:
    (folder / "a.rows.csv").chmod(0o444)
    with pytest.raises(Unwritable, match=r"a\.rows\.csv is read-only, and is kept"):
        write_folder(FILES, folder)
    assert held(folder) == OLD
    assert beside(folder) == ["tables"]
