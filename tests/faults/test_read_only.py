"""Where little is allowed: read-only files and folders, files of others, no home."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import netaudit
from faults.every_command import PRINTED, REPORTS, TAKEN, WRITING, about_the_store
from faults.forked import Done, Forks
from netaudit.errors import ExitCode
from netaudit.store import Store
from store.test_open import content

NOBODY = 65534
#: The folders above the program and its libraries: what is needed late is read late.
OURS = [*Path(netaudit.__file__).parents, *Path(sys.prefix).parents, Path(sys.prefix)]
pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user without rights"),
    pytest.mark.skipif(
        any(folder.exists() and not folder.stat().st_mode & 0o001 for folder in OURS),
        reason="a user without rights cannot read the program here: it is in a private folder",
    ),
]


@pytest.fixture
def theirs(seed: Path) -> Iterator[Path]:
    """Return the store of a user without rights, in a folder that they can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir(mode=0o700)
    path = data / "netaudit.db"
    shutil.copyfile(seed, path)
    path.chmod(0o600)
    (folder / "more.csv").write_text("date,person,channel\n2026-11-10,Ana Ruiz,call\n", "utf-8")
    shutil.copyfile(seed, folder / "copy.db")
    for one in (folder, *folder.rglob("*")):
        os.chown(one, NOBODY, NOBODY)
    yield path
    for one in (folder, data):
        one.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="module", autouse=True)
def loaded(program: Forks, seed: Path, inputs: list[Path]) -> None:
    """Have all loaded that any of these needs: nobody may read the program's own files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "netaudit.db"
        archive = shutil.make_archive(f"{folder}/zipped", "zip", inputs[0])
        here = ("--store", path)
        program.load(
            ("import", *inputs, archive, *here), ("report", *here), ("report", "-f", "html", *here),
            ("weekly", "-f", "csv", "-o", f"{folder}/weekly/", *here), ("doctor", "--deep", *here),
            ("export", *here), ("backup", f"{folder}/copy.db", *here), ("demo",),
            ("people", *here), ("show", "Ana Ruiz", *here), ("next", *here), ("match", *here),
            ("log", "Ana Ruiz", "call", *here), ("undo", "--yes", *here),
            ("export", "people", "-f", "vcard", *here), ("changes", *here),
            ("restore", f"{folder}/copy.db", "--yes", *here), ("config", "--show"),
            ("forget", "Ana Ruiz", "--yes", *here), ("schedule", "--print", "systemd", *here),
        )  # fmt: skip


def as_nobody(program: Forks, path: Path, *words: str) -> Done:
    home = str(path.parents[1])
    return program.run(*words, "--store", path, uid=NOBODY, env={"HOME": home}, cwd=Path(home))


def assert_one_line(done: Done) -> None:
    first, *rest = done.err.splitlines()
    assert first.startswith("netaudit: error: ")
    assert [line[:8] for line in rest] in ([], ["  hint: "])


READ = [words for words in (*REPORTS.values(), *PRINTED) if words[0] not in {"config", "schedule"}]


@pytest.mark.slow
def test_what_may_only_be_read_is_read_by_every_command_and_written_by_none(
    program: Forks, theirs: Path
) -> None:
    theirs.chmod(0o400)
    theirs.parent.chmod(0o500)
    place = str(theirs.parents[1])
    before = content(theirs.parent)
    for words in READ:
        done = as_nobody(program, theirs, *words)
        assert (done.code, done.err) == (0, ""), (words, done)
    for command, words in WRITING.items():
        done = as_nobody(program, theirs, *(word.format(place=place) for word in words))
        if done.code == 0:  # nothing was to be written
            assert command == "unignore"
            continue
        assert done.code == ExitCode.UNWRITABLE, (words, done)
        assert_one_line(done)
        assert str(theirs) in done.err
    for words in TAKEN.values():
        assert as_nobody(program, theirs, *(w.format(place=place) for w in words)).code == 0
    assert content(theirs.parent) == before


@pytest.mark.slow
def test_a_store_of_somebody_else_is_not_opened_and_said_so(program: Forks, theirs: Path) -> None:
    os.chown(theirs, 0, 0)
    before = content(theirs.parent)
    for words in about_the_store(str(theirs.parents[1])):
        done = as_nobody(program, theirs, *words)
        assert done.code == ExitCode.UNWRITABLE, (words, done)
        assert_one_line(done)
    done = as_nobody(program, theirs, "doctor")
    assert done.code == ExitCode.UNWRITABLE
    assert "belongs to root" in " ".join(done.out.split())
    assert content(theirs.parent) == before


def test_an_output_in_a_folder_of_somebody_else_is_refused_in_one_line(
    program: Forks, theirs: Path
) -> None:
    closed = theirs.parents[1] / "closed"
    closed.mkdir(mode=0o755)
    for words in (
        ("report", "-o", f"{closed}/r.html"), ("weekly", "-f", "csv", "-o", f"{closed}/w/"),
        ("export", "-o", f"{closed}/all.jsonl"), ("backup", f"{closed}/copy.db"),
        ("schedule", "--print", "systemd", "-o", f"{closed}/s.html"),
        ("demo", "--keep", f"{closed}/demo.db"),
    ):  # fmt: skip
        here = () if words[0] == "demo" else ("--store", theirs)
        done = program.run(*words, *here, uid=NOBODY, env={"HOME": str(closed.parent)})
        assert done.code == ExitCode.UNWRITABLE, (words, done)
        assert_one_line(done)
        assert list(closed.iterdir()) == []


@pytest.mark.parametrize("home", [None, "", "/nonexistent", "relative"])
def test_without_a_home_nothing_is_written_and_a_named_store_is_used(
    program: Forks, theirs: Path, home: str | None
) -> None:
    """Where HOME is not said, the system knows one; that of `nobody` does not exist either."""
    env = {"HOME": home, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
    here = theirs.parents[1]
    before = content(here) | content(theirs.parent)
    log = here / "more.csv"
    for words in (("import", str(log)), ("log", "Ana Ruiz", "coffee", "--new")):
        done = program.run(*words, uid=NOBODY, env=env, cwd=here)
        expected = ExitCode.USAGE if home == "relative" else ExitCode.UNWRITABLE
        assert done.code == expected, done
        assert_one_line(done)
    done = program.run("report", uid=NOBODY, env=env, cwd=here)
    assert done.code == (ExitCode.USAGE if home == "relative" else ExitCode.NO_STORE), done
    assert content(here) | content(theirs.parent) == before
    named = {"NETAUDIT_STORE": str(theirs), "NETAUDIT_CONFIG": str(here / "none.toml")}
    assert program.run("report", uid=NOBODY, env={**env, **named}, cwd=here).code == 0
    assert program.run("log", "Ana Ruiz", uid=NOBODY, env={**env, **named}, cwd=here).code == 0


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("mode", [0o600, 0o400], ids=lambda m: f"{m:o}")
def test_inputs_are_only_read(program: Forks, theirs: Path, inputs: list[Path], mode: int) -> None:
    """Also where they could be written; neither content nor time nor name of any file changes."""
    here = theirs.parents[1]
    mine = [here / one.name for one in inputs]
    for one, copy in zip(inputs, mine, strict=True):
        (shutil.copytree if one.is_dir() else shutil.copyfile)(one, copy)
    mine.append(Path(shutil.make_archive(str(here / "zipped"), "zip", inputs[0])))
    files = [file for one in mine for file in (one.rglob("*") if one.is_dir() else [one])]
    for file in (*files, *mine):
        os.chown(file, NOBODY, NOBODY)
        file.chmod(mode | 0o100 if file.is_dir() else mode)

    def state() -> dict[Path, tuple[str, int, int, int]]:
        found = {}
        for file in sorted(
            one for one in here.rglob("*") if theirs.parent not in (one, one.parent)
        ):
            about = file.stat()
            digest = "" if file.is_dir() else sha256(file)
            found[file] = (digest, about.st_mtime_ns, about.st_ctime_ns, about.st_mode)
        return found

    before = state()
    new = theirs.with_name("new.db")
    for words in (("import", *mine), ("import", "--dry-run", *mine), ("import", "--yes", *mine)):
        done = as_nobody(program, new, *map(str, words))
        assert done.code == 0, done
        assert state() == before
    with Store.open(new) as opened:
        opened.check()
