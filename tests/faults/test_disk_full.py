"""No room on the disk, at every size: the store stays as it was, and the user is told."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.commands import BY_NAME, WORK, Cases, judge, left
from faults.forked import Forks
from faults.runs import LIMITED, PLAIN, Case, finish, left_beside, make_case, start

pytestmark = pytest.mark.slow

LIMITS = 12


@pytest.fixture(scope="module", params=["first import", "further import"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("full")
    return make_case(folder, messages=4000, first=request.param == "first import")


def test_where_the_disk_is_full_nothing_changes_and_the_user_is_told(
    case: Case, tmp_path: Path
) -> None:
    ends = []
    for number in range(LIMITS):
        path = case.begin(tmp_path / f"{number}")
        held = path.stat().st_size if path.exists() else 0
        limit = held + (case.size - held) * number // (LIMITS - 3)
        run = start(path, case.source, limit)
        out, errors = run.communicate(timeout=60)
        assert left_beside(path) == []
        ends.append(case.state(path))
        if run.returncode == 0:
            assert ends[-1] == "after"
        else:
            assert run.returncode == 13, errors
            assert ends[-1] == "before"
            assert out == ""
            assert errors.startswith(f"netaudit: error: {path}: ")
            assert errors.count("\n") <= 2
    assert ends == sorted(ends, reverse=True)
    assert set(ends) == {"before", "after"}


def test_killed_while_the_file_grows_the_store_is_as_before(case: Case, tmp_path: Path) -> None:
    """In the middle of a commit: some pages are new, and the journal holds the old ones."""
    for number in range(LIMITS):
        path = case.begin(tmp_path / f"{number}")
        held = path.stat().st_size if path.exists() else 0
        limit = held + (case.size - held) * number // LIMITS
        run = start(path, case.source, limit, deadly=True)
        run.communicate(timeout=60)
        assert run.returncode == -signal.SIGXFSZ
        assert case.state(path) == "before"


def test_a_backup_for_which_there_is_no_room_leaves_the_earlier_one(
    case: Case, tmp_path: Path
) -> None:
    path = case.begin(tmp_path / "data")
    if not path.exists():
        finish(path, case.source)
    copy = tmp_path / "copy.db"
    shutil.copyfile(path, copy)
    before = copy.read_bytes()
    words = ["backup", str(copy), "--yes", "--store", str(path)]
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, f"{len(before) // 2}", "0", *words],
        env={**PLAIN, "HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (13, "")
    assert run.stderr.startswith(f"netaudit: error: {copy}: cannot be written")
    assert copy.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "data"]


#: Kilobytes of the disk.
SIZE = 1536


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}k", "tmpfs", str(place)]
    if os.getuid() != 0:
        pytest.skip("only root may mount a disk")
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"no disk may be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", BY_NAME)
def test_on_a_disk_with_hardly_any_room_it_does_nothing_or_all(
    name: str, cases: Cases, program: Forks, disk: Path
) -> None:
    """Until there is room enough; what is free doubles each time."""
    case, states, free = cases[name], [], 2
    while "after" not in states:
        place = disk / f"{free}"
        place.mkdir()
        for lying in case.template.iterdir():
            if lying.name != WORK:  # what is read may lie elsewhere
                (place / lying.name).symlink_to(lying)
        shutil.copytree(case.template / WORK, place / WORK)
        filler = disk / "filler"
        room = os.statvfs(disk)
        filler.write_bytes(b"-" * max(room.f_bavail * room.f_bsize - free * 1024, 0))
        done = case.run(program, place)
        filler.unlink()
        verdict = judge(case, place, done)
        assert not verdict.wrong, f"{free} KiB: {verdict} {done}"
        assert (done.code, verdict.state) in {(0, "after"), (13, "before")}, done
        assert [one for one in left(place) if not one.endswith("-journal")] == []
        states.append(verdict.state)
        shutil.rmtree(place)
        free *= 2
    assert states[0] == "before"
