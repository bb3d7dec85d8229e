"""Under a real cron: what `netaudit schedule` installs is run, and all else is left alone.

It changes the crontab of root for a minute or two, so it runs only where it may.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
USERS = b"# my own\nMAILTO=\"\"\n0 0 1 1 * /usr/bin/true 'caf\xe9'\n"
PATIENCE = 130

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        os.environ.get("CI") != "true" and os.environ.get("NETAUDIT_TEST_CRON") != "1",
        reason="it changes the crontab of root: only with CI=true or NETAUDIT_TEST_CRON=1",
    ),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can start cron"),
    pytest.mark.skipif(
        shutil.which("cron") is None or shutil.which("crontab") is None,
        reason="Debian's cron is not installed",
    ),
]


def crontab(*arguments: str, content: bytes | None = None) -> bytes:
    done = subprocess.run(["crontab", *arguments], input=content, capture_output=True, check=False)
    if b"no crontab for" not in done.stderr:
        assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def users_crontab() -> Iterator[bytes]:
    """Put some lines into the crontab of root, and afterwards what stood there before."""
    before = crontab("-l")
    crontab("-", content=USERS)
    yield USERS
    if before:
        crontab("-", content=before)
    else:
        crontab("-r")


@pytest.fixture
def cron() -> Iterator[None]:
    """Run cron, unless one runs."""
    started = subprocess.Popen(["cron", "-f"], stderr=subprocess.DEVNULL)
    time.sleep(0.5)  # it ends at once where another holds its lock
    yield
    if started.poll() is None:
        started.terminate()
    started.wait(10)


def netaudit(*arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "TZ"}
    done = subprocess.run(
        [sys.executable, "-m", "netaudit", *arguments],
        env=environment, capture_output=True, check=False, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def next_minute() -> tuple[str, str]:
    """Return weekday and time of a minute that cron will reach with the new crontab read."""
    if time.time() % 60 > 50:
        time.sleep(11)
    environment = {name: value for name, value in os.environ.items() if name != "TZ"}
    said = subprocess.run(
        ["date", "--date=+1 minute", "+%A %H:%M"],
        env=environment | {"LC_ALL": "C"}, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    weekday, at = said.split()
    return weekday, at


def test_cron_runs_what_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, users_crontab: bytes, cron: None
) -> None:
    place = tmp_path / "it's a place"
    place.mkdir()
    store, summary = place / "n.db", place / "week.txt"
    monkeypatch.setenv("NETAUDIT_STORE", str(store))
    monkeypatch.setenv("NETAUDIT_CONFIG", str(place / "none.toml"))
    netaudit("import", str(EXAMPLES / "linkedin"), str(EXAMPLES / "log.csv"))
    weekday, at = next_minute()
    netaudit("schedule", "--install", "--weekday", weekday, "--at", at, "-o", str(summary))
    assert crontab("-l").startswith(users_crontab)

    until = time.monotonic() + PATIENCE
    while not summary.exists() and time.monotonic() < until:
        time.sleep(0.5)
    text = summary.read_text("utf-8")
    assert text.startswith("Your week")
    assert re.search(r"From .* to .* you were in touch|The week ─", text)
    assert stat.S_IMODE(summary.stat().st_mode) == 0o600
    assert crontab("-l").startswith(users_crontab)
    assert "Taken out" in netaudit("schedule", "--remove")
    assert crontab("-l") == users_crontab
