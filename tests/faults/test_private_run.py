"""A whole life of a store: no word of anybody's in any output, no network, nothing for others."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.canaries import write_all
from faults.every_command import ANA, PRINTED, REPORTS, in_formats
from faults.forked import Forks, forks
from faults.test_nothing_private import forms
from scheduling.fake_crontab import in_path

Words = tuple[str | Path, ...]


def whole_life(inputs: list[Path], place: Path) -> Iterator[Words]:
    """Yield a line for everything that there is to do with a store."""
    yield ("import", *inputs)
    yield ("log", ANA, "coffee", "--note", "about glazes")
    yield ("tag", ANA, "friends")
    yield from in_formats()
    yield from PRINTED
    for name in ("report", "weekly"):
        for ending in (".html", ".json", ".md", ".txt"):
            yield (*REPORTS[name], "-o", place / f"{name}{ending}")
        yield (*REPORTS[name], "-f", "csv", "-o", f"{place / name}/")
    yield ("report", "--all", "--anonymize")
    yield ("export", "-o", place / "all.jsonl")
    yield ("export", "people", "-f", "vcard", "-o", place / "people.vcf")
    yield ("schedule", "--print", "systemd", "-o", place / "unit.html")
    yield ("schedule", "--install", "-o", place / "scheduled.html")
    yield (
        "schedule",
        "--remove",
    )
    yield ("backup", place / "copy.db")
    yield ("demo", "-o", place / "demo.html")
    yield ("forget", "Mara Holt", "--yes")
    yield ("restore", place / "copy.db", "--yes")
    yield ("undo", "--yes")
    yield ("doctor", "--deep", "--fix")


@pytest.fixture(scope="module")
def crontab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Put a harmless `crontab` into the PATH: the real one asks the system who is who."""
    folder = tmp_path_factory.mktemp("programs") / "bin"
    with pytest.MonkeyPatch.context() as monkeypatch:
        in_path(folder, monkeypatch)
        yield folder


def live(program: Forks, inputs: list[Path], place: Path, umask: int = 0o022) -> list[bytes]:
    """Do all of it, and return what was printed."""
    place.mkdir(mode=0o700)
    env = {
        "NETAUDIT_STORE": str(place.parent / "a/b/netaudit.db"),
        "NETAUDIT_CONFIG": str(place.parent / "none.toml"),
    }
    said = []
    for words in whole_life(inputs, place):
        done = program.run(*words, env=env, umask=umask)
        assert done.code in {0, 3}, (words, done)
        assert "Traceback" not in done.err
        said.append(f"{done.out}{done.err}".encode())
    return said


def written(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if not one.is_symlink())


@pytest.mark.slow
def test_what_people_wrote_is_in_no_output_and_nobody_else_can_read_any(
    crontab: Path, tmp_path: Path
) -> None:
    """Under a umask that would give everything to everybody."""
    inputs = write_all(tmp_path / "inputs")
    home = tmp_path / "home"
    home.mkdir()
    with forks(tmp_path / "runs", env={"PATH": os.environ["PATH"]}) as program:
        said = live(program, inputs, home / "place", umask=0)
    everything = [one for one in written(home) if one.is_file()]
    assert {one.name for one in everything} >= {"netaudit.db", "copy.db", "all.jsonl"}
    held = [*said, *(one.read_bytes() for one in everything)]
    assert any(b"Ana Ruiz" in text for text in held)
    for form in [*forms("CANARY"), *forms("2-THREAD")]:
        found = [text for text in held if form in text]
        assert not found, found[0][max(0, found[0].find(form) - 100) :][:200]
    for one in written(home):
        mode = stat.S_IMODE(one.stat().st_mode)
        assert mode == (0o700 if one.is_dir() else 0o600) or one == home, (one, oct(mode))


def test_the_journal_is_private_while_it_is_written(tmp_path: Path, seed: Path) -> None:
    """Held in the middle of a change, as it would be found by whoever looks just then."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    path = folder / "netaudit.db"
    shutil.copyfile(seed, path)
    path.chmod(0o600)
    held = (
        "import os, sys; from pathlib import Path; from netaudit.store import Store\n"
        "os.umask(0)\n"
        "with Store.open(Path(sys.argv[1])) as store, store.transaction() as connection:\n"
        "    connection.execute('UPDATE profile SET stated_on = 7')\n"
        "    beside = Path(sys.argv[1]).parent.iterdir()\n"
        "    print({one.name: one.stat().st_mode & 0o777 for one in beside})"
    )
    done = subprocess.run(
        [sys.executable, "-c", held, path], capture_output=True, text=True, check=True
    )
    assert "-journal" in done.stdout
    assert done.stdout.count("384") == done.stdout.count(":"), "each is 0600"


NETWORKLESS = ("unshare", "-rn")


@pytest.mark.slow
def test_a_whole_life_asks_for_no_network(crontab: Path, tmp_path: Path) -> None:
    """Watched from outside: not one call of the kind, of the program or of a library."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    trace = tmp_path / "trace"
    watched = ("strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", str(trace))
    inputs = write_all(tmp_path / "inputs")
    home = tmp_path / "home"
    home.mkdir()
    under: tuple[str, ...] = watched
    if subprocess.run([*NETWORKLESS, "true"], check=False, capture_output=True).returncode == 0:
        under = (*NETWORKLESS, *watched)  # where there is none to be had, it misses none
    with forks(tmp_path / "runs", env={"PATH": os.environ["PATH"]}, under=under) as program:
        live(program, inputs, home / "place")
    calls = [line for line in trace.read_text("utf-8").splitlines() if "(" in line]
    assert calls == []
