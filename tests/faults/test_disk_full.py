"""No room on the disk, at every size: the store stays as it was, and the user is told."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

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
