"""A store like a user's, and the program ready to run in as many processes as it takes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.canaries import write_all
from faults.commands import Cases
from faults.forked import Forks, forks
from faults.traced import Call, Recorded, record


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """Return what runs the program, with a home of its own and nothing configured."""
    with forks(tmp_path_factory.mktemp("program")) as made:
        yield made


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return exports of LinkedIn and X and a log, to be read only."""
    return write_all(tmp_path_factory.mktemp("inputs") / "all")


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory, program: Forks, inputs: list[Path]) -> Path:
    """Return a store with all of that in it, to be copied."""
    path = tmp_path_factory.mktemp("seed") / "netaudit.db"
    done = program.run("import", *inputs, "--store", path)
    assert done.code == 0, done
    return path


@pytest.fixture
def store(tmp_path: Path, seed: Path) -> Path:
    """Return a store of the test's own."""
    path = tmp_path / "data" / "netaudit.db"
    path.parent.mkdir(mode=0o700)
    shutil.copyfile(seed, path)
    path.chmod(0o600)
    return path


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory, program: Forks) -> Cases:
    """Return the commands that write, each with what it begins with and what it comes to."""
    return Cases(tmp_path_factory.mktemp("cases"), program)


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory, cases: Cases, program: Forks) -> Recorded:
    """Return what tells the calls of a command: each is recorded once."""
    folder, known = tmp_path_factory.mktemp("recorded"), dict[str, list[Call]]()

    def calls(name: str) -> list[Call]:
        if name not in known:
            known[name] = record(cases[name], program, folder / name)
        return known[name]

    return calls
