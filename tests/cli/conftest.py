"""The program as a user has it: an empty home folder, nothing configured."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine
from typer.testing import CliRunner, Result

from cli.program import EXAMPLES, Run
from netaudit.cli import app
from netaudit.config import store_path
from scheduling.fake_crontab import Crontab, in_path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, with nothing in it."""
    place = tmp_path / "home"
    place.mkdir()
    _move_to(place, monkeypatch)
    return place


def _move_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NETAUDIT_STORE", "NETAUDIT_CONFIG", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(place)


def _on_the_day() -> time_machine.travel:
    return time_machine.travel("2026-11-15T18:00:00Z", tick=False)


@pytest.fixture
def run() -> Iterator[Run]:
    """Run the program on 15 November 2026."""
    runner = CliRunner()

    def invoke(*arguments: str, stdin: str | None = None) -> Result:
        return runner.invoke(app, [str(a) for a in arguments], input=stdin)

    with _on_the_day():
        yield invoke


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder into which the example of the project was imported, to be copied."""
    place = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as monkeypatch, _on_the_day():
        _move_to(place, monkeypatch)
        exports = [str(EXAMPLES / "linkedin"), str(EXAMPLES / "log.csv")]
        result = CliRunner().invoke(app, ["import", *exports])
        assert result.exit_code == 0, result.output
        return store_path().parent


@pytest.fixture
def imported(home: Path, example: Path) -> None:
    """Give the user the example of the project."""
    place = store_path().parent
    place.parent.mkdir(mode=0o700, parents=True)
    shutil.copytree(example, place)


@pytest.fixture
def connections(home: Path) -> Path:
    """Return a small connections list under a name of the user's own."""
    place = home / "linkedin.csv"
    place.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ana,Ruiz-Example,https://www.linkedin.com/in/ana-example,ana@example.com,"
        "Acme,Engineer,12 Nov 2026\n"
        "Ben,Okoro-Example,https://www.linkedin.com/in/ben-example,,Acme,Baker,3 Feb 2024\n"
        "Cleo,Twin,https://www.linkedin.com/in/cleo-1-example,,,,3 Feb 2023\n"
        "Cleo,Twin,https://www.linkedin.com/in/cleo-2-example,,,,3 Feb 2022\n",
        "utf-8",
    )
    return place


@pytest.fixture
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the test's home the one that schedulers know, and its clock the machine's."""
    monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    monkeypatch.delenv("TZ")


@pytest.fixture
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Crontab:
    """Keep the tests from the crontab of whoever runs them."""
    return in_path(tmp_path / "bin", monkeypatch)


@pytest.fixture
def mail(tmp_path: Path, crontab: Crontab) -> Path:
    """Return where a program `mail` writes what it is to send."""
    program = crontab.folder / "mail"
    program.write_text(f"#!/bin/sh\n{{ echo \"$@\"; cat; }} >'{tmp_path}/sent'\n", "utf-8")
    program.chmod(0o700)
    return tmp_path / "sent"
