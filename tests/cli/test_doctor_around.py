"""What `netaudit doctor` tells of the files around the store, the disk, and what runs by itself."""

import json
import os
import shutil
import time
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine

from cli.doctor_world import begin, told
from cli.program import Run
from netaudit.errors import ExitCode
from netaudit.store import Store
from netaudit.workflows import checking, surroundings
from scheduling.fake_crontab import Crontab
from store.broken import cut_short


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, crontab: Crontab, tmp_path: Path) -> None:
    """Let the machine on which the tests run be one on which all is well."""
    monkeypatch.setattr(checking, "_notices_overlaps", lambda: True)
    monkeypatch.setattr(surroundings, "MOUNTS", tmp_path / "mountinfo")


@pytest.fixture
def store(run: Run, connections: Path, home: Path) -> Path:
    return begin(run, connections, home)


def test_modes_are_made_private_by_fix(run: Run, store: Path, home: Path) -> None:
    with Store.open(store) as opened:
        copy = opened.back_up()
    outside = home / "outside"
    outside.touch()
    outside.chmod(0o644)
    store.with_name("netaudit.db.v1-20200101T000000Z.bak").symlink_to(outside)
    opened_up = {store.parent: 0o755, store: 0o644, copy: 0o660}
    for path, mode in opened_up.items():
        path.chmod(mode)
    result, found, advice = told(run, code=ExitCode.UNWRITABLE)["permissions"]
    assert result == "problem"
    assert all(f"{path} ({mode:04o})" in found for path, mode in opened_up.items())
    assert advice == "netaudit doctor --fix"
    dry = run("doctor", "--fix", "--dry-run")
    assert f"{store}: would be made private: mode 0600 in place of 0644" in (
        dry.stdout.replace("\n    ", " ")
    )
    assert {path: path.stat().st_mode & 0o777 for path in opened_up} == opened_up
    fixed = json.loads(run("doctor", "--fix", "-f", "json").stdout)
    assert {row["path"] for row in fixed["sections"][0]["tables"]["fixes"]} == {
        str(path) for path in opened_up
    }
    assert [path.stat().st_mode & 0o777 for path in opened_up] == [0o700, 0o600, 0o600]
    assert outside.stat().st_mode & 0o777 == 0o644, "no link is followed out"
    assert told(run)["permissions"][0] == "ok"


def test_a_folder_of_the_users_is_not_made_private(run: Run, store: Path, home: Path) -> None:
    documents = home / "Documents"
    documents.mkdir(mode=0o755)
    moved = documents / "my.db"
    shutil.copy2(store, moved)
    assert told(run, "--store", str(moved))["permissions"][0] == "ok"
    documents.chmod(0o777)
    result, found, _ = told(run, "--fix", "--store", str(moved))["permissions"]
    assert (result, "others can write in" in found) == ("warning", True)
    assert documents.stat().st_mode & 0o777 == 0o777


def test_files_of_somebody_else_are_told_and_left(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)
    monkeypatch.setattr(
        "pwd.getpwuid", lambda uid: SimpleNamespace(pw_name="root" if uid < 4_000_000 else "ana")
    )
    found = told(run, "--fix")
    assert found["owner"][0] == "warning"
    assert "belongs to root, not to ana" in found["owner"][1]
    assert store.stat().st_mode & 0o777 == 0o644


def test_what_killed_processes_left_is_removed_by_fix(run: Run, store: Path) -> None:
    left = [store.with_name(f"{store.name}{end}.new-99999999") for end in ("", ".v1-x.bak")]
    for path in left:
        path.touch(0o600)
    busy = store.with_name(f"{store.name}.new-{os.getpid()}")
    busy.touch(0o600)
    with time_machine.travel(time.time()):
        found = told(run)["leftovers"]
        assert found[0] == "warning"
        assert all(str(path) in found[1] for path in left)
        assert told(run, "--fix", "--dry-run")["leftovers"] == found
        assert told(run, "--fix")["leftovers"][0] == "ok"
    assert not any(path.exists() for path in left)
    assert busy.exists()


def test_copies_are_counted(run: Run, store: Path) -> None:
    assert "none" in told(run)["copies"][1]
    with Store.open(store) as opened:
        opened.back_up()
    result, found, _ = told(run)["copies"]
    assert result == "ok"
    assert found.startswith("1 beside the store, the oldest of ")
    assert found.endswith("as private as the store")
    run("backup", "copy.db")
    cut_short(store)
    run("restore", "copy.db", "--yes")
    result, found, advice = told(run)["copies"]
    assert (result, ", 1 damaged: " in found) == ("warning", True)
    assert advice.endswith(f"{store}.damaged-*")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 1 0:1 / / rw - ext4 /dev/sda rw", None),
        ("1 1 0:1 / / rw - nfs4 host:/home rw", "(nfs4)"),
        ("1 1 0:1 / {home} rw shared:1 - fuse.sshfs host: rw", "(fuse.sshfs)"),
        ("1 1 0:1 / {home}/.local rw - cifs //host/home rw", "(cifs)"),
        ("1 1 0:1 / {home}/.loc rw - cifs //host/home rw", None),
        ("broken - - line", None),
    ],
    ids=["local", "nfs", "sshfs", "cifs", "of a like name", "broken"],
)
def test_a_network_is_warned_of(
    run: Run, store: Path, home: Path, tmp_path: Path, line: str, said: str | None
) -> None:
    first = "1 1 0:1 / / rw - ext4 /dev/sda rw"
    mounts = f"{first}\n{line.format(home=home)}\n"
    (tmp_path / "mountinfo").write_text(mounts, "utf-8")
    result, found, advice = told(run)["place"]
    assert result == ("ok" if said is None else "warning")
    assert said is None or (said in found and "--store FILE" in advice)


def test_a_mount_may_have_spaces_in_its_name(run: Run, store: Path, tmp_path: Path) -> None:
    odd = tmp_path / "my disk"
    odd.mkdir()
    shutil.copy2(store, odd / "netaudit.db")
    place = str(odd).replace(" ", r"\040")
    (tmp_path / "mountinfo").write_text(f"1 1 0:1 / {place} rw - 9p host rw\n", "utf-8")
    found = told(run, "--store", str(odd / "netaudit.db"))["place"]
    assert "(9p)" in found[1]


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Alto Rail", "Nextcloud", "marked"])
def test_a_synchronised_folder_is_warned_of(run: Run, store: Path, home: Path, name: str) -> None:
    place = home / name / "data"
    place.mkdir(parents=True)
    if name == "marked":
        (home / name / ".stfolder").mkdir()
    shutil.copy2(store, place / "netaudit.db")
    result, found, advice = told(run, "--store", str(place / "netaudit.db"))["place"]
    assert (result, f"{home / name} is synchronised" in found) == ("warning", True)
    assert "netaudit backup" in advice


def test_a_full_disk_is_warned_of(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", ["total", "used", "free"])
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(9, 9, 1_000_000))
    assert told(run)["room"][:2] == ("warning", "1.0 MB free on the disk")


def test_a_broken_configuration_is_a_problem_of_its_own(run: Run, store: Path, home: Path) -> None:
    place = home / ".config/netaudit/config.toml"
    place.parent.mkdir(parents=True)
    place.write_text("stail = 1\n", "utf-8")
    result, found, _ = told(run, code=ExitCode.USAGE)["configuration"]
    assert (result, f"{place}:1: unknown option 'stail'" in found) == ("problem", True)
    place.write_text("", "utf-8")
    place.chmod(0o664)
    assert told(run, code=ExitCode.UNWRITABLE)["configuration"][0] == "problem"
    assert told(run, "--fix")["configuration"] == ("ok", str(place), "")
    assert place.stat().st_mode & 0o777 == 0o644


def test_a_weekly_run_that_went_wrong_is_told(
    run: Run, store: Path, at_home: None, crontab: Crontab
) -> None:
    assert run("schedule", "--install", "-o", "week.html").exit_code == 0
    assert told(run)["schedule"][1] == "a weekly run is in your crontab, and went well"
    errors = store.with_name("netaudit-weekly-errors.txt")
    errors.write_text("error\n", "utf-8")
    result, found, advice = told(run)["schedule"]
    assert (result, "went wrong" in found, str(errors) in advice) == ("warning", True, True)
    crontab.behave(before_list="exit 7;")
    assert told(run)["schedule"][0] == "warning"
