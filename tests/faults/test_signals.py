"""Ctrl-C and a polite end: the program goes at once and leaves everything as it was."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from faults.runs import Case, left_beside, make_case, start

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="looks into /proc"),
]


@pytest.fixture(scope="module", params=["first import", "further import"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("signals")
    return make_case(folder, messages=40_000, first=request.param == "first import")


def wait_until_it_reads(run: subprocess.Popen[str], name: str) -> None:
    """Wait until the program has opened a file."""
    handles = Path(f"/proc/{run.pid}/fd")
    for _ in range(2000):
        assert run.poll() is None, "it was over too soon"
        for handle in handles.iterdir():
            try:
                if handle.readlink().name == name:
                    return
            except FileNotFoundError:
                continue
        time.sleep(0.002)
    raise AssertionError("it never read the file")


@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
)
def test_a_signal_while_reading_changes_nothing(
    case: Case, tmp_path: Path, sent: signal.Signals, code: int, said: str
) -> None:
    path = case.begin(tmp_path / "store")
    run = start(path, case.source)
    wait_until_it_reads(run, "messages.csv")
    run.send_signal(sent)
    out, errors = run.communicate(timeout=60)
    assert run.returncode == code
    assert out == ""
    assert errors.startswith(f"netaudit: {said}")
    assert "Traceback" not in errors
    assert case.state(path) == "before"
    assert left_beside(path) == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_any_moment_leaves_the_store_as_before_or_complete(
    case: Case, tmp_path: Path, sent: signal.Signals
) -> None:
    for number in range(4):
        path = case.begin(tmp_path / f"{number}")
        run = start(path, case.source)
        wait_until_it_reads(run, "messages.csv")
        time.sleep(case.seconds * 0.2 * number)
        run.send_signal(sent)
        run.communicate(timeout=60)
        assert run.returncode in {0, 128 + sent}
        state = case.state(path)
        assert state == "after" or run.returncode != 0
        assert left_beside(path) == []
