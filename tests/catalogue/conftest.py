"""A user of whom the program already knows something: the same small store for every entry."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner, Result

from cli.program import Run
from importers.made import INVITATIONS, LINK, MESSAGES, message
from netaudit.cli import app
from netaudit.config import store_path

ME = "Robin Quist|robin-quist-example"
ADA, BO = "Ada Kaltenbrun|ada-example", "Bo Kaltenbrun|bo-example"
#: What was imported before: who the user is, whom they wrote to, and an entry of the log. There
#: is no list of connections, so that none of the entries' seems to be somebody else's.
ALREADY = {
    "Profile.csv": "First Name,Last Name,Headline\nRobin,Quist,Beekeeper\n",
    "messages.csv": f"{MESSAGES}\n"
    + message(ME, ADA)
    + message(ADA, ME, "2026-02-09 10:00:00 UTC")
    + message(BO, ME, "2026-03-01 10:00:00 UTC", conversation="2-b"),
    "Invitations.csv": f'{INVITATIONS}\nRobin Quist,Bo Kaltenbrun,"1/2/26, 9:15 AM",,OUTGOING,'
    f"{LINK}robin-quist-example,{LINK}bo-example\n",
    "log.csv": "date,person,channel\n2026-04-01,Ada Kaltenbrun,coffee\n",
}


def _move_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NETAUDIT_STORE", "NETAUDIT_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(place)


def _on_the_day() -> time_machine.travel:
    return time_machine.travel("2026-11-15T18:00:00Z", tick=False)


@pytest.fixture(scope="session")
def already(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the small store, to be copied."""
    place = tmp_path_factory.mktemp("already")
    with pytest.MonkeyPatch.context() as monkeypatch, _on_the_day():
        _move_to(place, monkeypatch)
        for name, text in ALREADY.items():
            (place / name).write_text(text, "utf-8")
        result = CliRunner().invoke(app, ["import", *ALREADY])
        assert result.exit_code == 0, result.output
        return store_path().parent


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, already: Path) -> Path:
    """Give the test a home of its own with the small store in it, and nothing else."""
    place = tmp_path / "home"
    place.mkdir()
    _move_to(place, monkeypatch)
    folder = store_path().parent
    folder.parent.mkdir(mode=0o700, parents=True)
    shutil.copytree(already, folder)
    return place


@pytest.fixture
def run() -> Iterator[Run]:
    """Run the program on 15 November 2026."""
    runner = CliRunner()

    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        return runner.invoke(app, [str(a) for a in arguments], input=stdin)

    with _on_the_day():
        yield invoke
