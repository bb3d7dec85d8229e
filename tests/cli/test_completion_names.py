"""Names by the Tab key: who is offered, and that real shells insert one word and run nothing."""

import os
import pty
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
import typer

from cli.program import Run
from netaudit.cli import completing, shells
from store.snapshots import bring, connection, digest, entry, export, log, url

BIN = Path(sys.executable).parent
HOSTILE = "$(touch ran) 'Q' \"x\" `touch ran`; !! \\ Quux"
NAMES = (
    "Ana Ruíz", "Ana Silva", "Kit O'Brien", "Al Almeida", "Alba Almeida", "Robin Quist",
    "-rf Dash", "Way\u202e Turned", HOSTILE,
)  # fmt: skip


@pytest.fixture
def store(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a store of people with such names, the owner Robin Quist among them."""
    monkeypatch.setenv("PATH", f"{BIN}:{os.environ['PATH']}")
    people = [connection(url(name.casefold().replace(" ", "-")), name) for name in NAMES]
    bring(home / "s.db", export(*people), log(entry("Fay Ingle")))
    monkeypatch.setenv("NETAUDIT_STORE", str(home / "s.db"))
    return home / "s.db"


def context(**params: object) -> typer.Context:
    made = typer.Context(typer.core.TyperCommand("tag"))
    made.params = dict(params)
    return made


def offered(begun: str, **params: object) -> list[str]:
    words = completing.people(context(**params), begun)
    return [word if isinstance(word, str) else word[0] for word in words]


@pytest.mark.parametrize(
    ("begun", "words"),
    [
        ("ana", ["Ana Ruíz", "Ana Silva"]), ("ANA r", ["Ana Ruíz"]), ("ruiz", ["Ana Ruíz"]),
        ("al", ["Al Almeida", "Alba Almeida"]), ("almeida", ["Al Almeida", "Alba Almeida"]),
        ("bri", ["Kit O'Brien"]), ("fay", ["Fay Ingle"]), ("quist", []), ("lmeida", []),
        ("%", []), ("Ana ", ["Ana Ruíz", "Ana Silva"]), ("al ", ["Al Almeida"]), ("x", [HOSTILE]),
    ],
)  # fmt: skip
def test_names_of_which_a_word_begins_so_are_offered(
    store: Path, begun: str, words: list[str]
) -> None:
    assert offered(begun) == words


def test_an_id_is_offered_for_its_beginning_and_for_names_of_odd_signs(
    store: Path, run: Run
) -> None:
    for begun in ("dash", "turned"):
        (offer,) = completing.people(context(), begun)
        assert isinstance(offer, tuple)
        number, about = offer
        assert number not in NAMES
        assert "\u202e" not in about
        assert offered(number[:3]) == [number]
        assert run("tag", number).exit_code == 0


def test_without_a_word_the_first_names_are_offered(store: Path) -> None:
    assert set(offered("")) >= {"Al Almeida", "Fay Ingle"}
    assert "Robin Quist" not in offered("")


def test_tags_imports_and_channels_are_offered(store: Path, run: Run) -> None:
    run("tag", "Ana Silva", "friends", "lisbon")
    run("tag", "Ana Silva", "lisbon", "--remove")
    assert completing.tags(context(), "") == ["friends"]
    assert completing.person_and_tags(context(words=["Ana Silva"]), "#Fr") == ["friends"]
    assert completing.person_and_tags(context(), "silva") == ["Ana Silva"]
    assert completing.person_and_span(context(tag="friends"), "") == []
    assert completing.imports(context(), "") == [("3", "tag"), ("2", "tag"), ("1", "import")]
    assert completing.people_and_channels(context(words=["Ana Silva"]), "al") == [
        "Al Almeida", "Alba Almeida"
    ]  # fmt: skip
    assert completing.people_and_channels(context(words=["Ana Silva"]), "coff") == ["coffee"]
    assert completing.people_and_channels(context(), "coff") == []


def test_entries_and_whoever_something_ends_for_are_offered(store: Path, run: Run) -> None:
    run("log", "Ana Silva", "Kit O'Brien", "coffee", "--on", "yesterday")
    run("log", "Ana Silva", "call")
    first, *others = completing.entries(context(), "")
    assert first[1] == "2026-11-15 call with Ana Silva"
    assert others[0][1] == "2026-11-14 coffee with Kit O'Brien"
    assert completing.entries(context(), first[0][:3]) == [first]
    assert completing.people_and_channels(context(remove=True), first[0][:3]) == [first]
    assert completing.people_and_channels(context(listing=True, words=["x"]), "coff") == []
    run("ignore", "Ana Silva")
    run("snooze", "Alba Almeida", "3w")
    assert (
        completing.ignored(context(), "") == completing.ignored(context(), "sil") == ["Ana Silva"]
    )
    assert completing.ignored(context(), "alba") == []
    assert completing.person_to_snooze(context(off=True), "") == ["Alba Almeida"]
    assert completing.person_to_snooze(context(), "silva") == ["Ana Silva"]


def test_a_handle_is_offered_for_its_beginning(store: Path, run: Run) -> None:
    run("log", "@Daring_Heron", "dm", "--new")
    assert offered("@da") == ["@daring_heron"]
    assert offered("@x") == []


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + bytes(200), "folder"])
def test_where_there_is_no_store_nothing_is_offered_or_made(
    home: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | str | None
) -> None:
    place = home / "none.db"
    monkeypatch.setenv("NETAUDIT_STORE", str(place))
    if content == "folder":
        place.mkdir()
    elif isinstance(content, bytes):
        place.write_bytes(content)
    before = sorted(home.rglob("*"))
    assert (offered("a"), completing.tags(context(), ""), completing.imports(context(), "")) == (
        [], [], []
    )  # fmt: skip
    assert sorted(home.rglob("*")) == before


def test_a_damaged_store_and_one_that_is_elsewhere(store: Path, home: Path) -> None:
    assert offered("ana", store=home / "elsewhere.db") == []
    before = digest(store)
    assert offered("ana") == offered("ana", store=str(store)) == ["Ana Ruíz", "Ana Silva"]
    assert digest(store) == before
    with store.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    assert offered("ana") == []


def test_a_name_is_completed_without_what_takes_long(store: Path) -> None:
    code = (
        "import sys\n"
        "from netaudit.cli import main\n"
        "sys.argv = ['netaudit']\n"
        "try: main()\n"
        "finally:\n"
        "    slow = {'pandas', 'numpy', 'rapidfuzz', 'pydantic', 'rich'} & set(sys.modules)\n"
        "    assert not slow, slow"
    )
    for line in ("tag sil", "log sil", "merge sil", "match --explain sil", "show sil"):
        asked = {"_NETAUDIT_COMPLETE": "complete_bash", "_NETAUDIT_LINE": f"netaudit {line}"}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=False, text=True,
            env=os.environ | asked | {"_NETAUDIT_PART": "sil"},
        )  # fmt: skip
        assert (done.stdout, done.stderr) == ("'Ana Silva'\n", "")


@pytest.mark.parametrize(
    ("text", "fish", "line"),
    [
        ("netaudit tag Ana\\ R", False, (["netaudit", "tag"], "Ana R", "Ana\\ R", "")),
        ("netaudit tag 'Ana R", False, (["netaudit", "tag"], "Ana R", "'Ana R", "'")),
        ('netaudit "a\\"b\\c" ', False, (["netaudit", 'a"b\\c'], "", "", "")),
        ("A=1 netaudit '' 'O'\\''B", False, (["netaudit", ""], "O'B", "'O'\\''B", "'")),
        ("netaudit 'O\\'B", True, (["netaudit"], "O'B", "'O\\'B", "'")),
        ("netaudit Ana\\", False, (["netaudit"], "Ana", "Ana\\", "")),
    ],
)  # fmt: skip
def test_a_line_is_taken_apart_as_shells_do(
    text: str,
    fish: bool,  # noqa: FBT001 - a parameter of the test
    line: tuple[list[str], str, str, str],
) -> None:
    assert shells.read_line(text, fish=fish) == line


def test_what_bash_inserts_is_one_word_again(home: Path) -> None:
    for name in (*NAMES, "!Xav", "'Y' Z", "~", "a=b", "*", "# no"):
        for typed, quote in (("", ""), ("'", "'"), ('"', '"')):
            (word,) = shells.for_bash([name], shells.read_line(f"netaudit tag {typed}"), "", "9")
            # As readline does: what begins with the open quote takes its place.
            whole = word + quote if quote and word.startswith(quote) else typed + word + quote
            done = subprocess.run(
                ["bash", "-c", f"printf %s. {whole}"], capture_output=True, check=True, text=True
            )
            assert done.stdout == f"{name}."
    assert not (home / "ran").exists()


def test_of_several_bash_is_offered_what_leaves_the_line_alone() -> None:
    line = shells.read_line("netaudit tag Alm")
    names = ["Al Almeida", "Alba Almeida"]
    words = ["'Al Almeida'", "'Alba Almeida'"]
    assert shells.for_bash(names, line, "Alm", "9") == [*words, ",,,"]
    assert shells.for_bash(names, line, "Alm", "63") == words, "these are only shown"
    assert shells.for_bash(names, shells.read_line("netaudit tag al"), "al", "9") == words


SHELLS = {
    "bash": ("--noprofile", "--rcfile", ".rc", "-i"), "zsh": ("-i",), "fish": ("-i",),
}  # fmt: skip


@pytest.mark.parametrize("name", SHELLS)
def test_a_shell_inserts_one_word_and_runs_nothing(store: Path, home: Path, name: str) -> None:
    """Real keys at a real terminal: Tab, then Enter."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    places = {"bash": ".rc", "zsh": ".zshrc", "fish": ".config/fish/completions/netaudit.fish"}
    (home / places[name]).parent.mkdir(parents=True, exist_ok=True)
    (home / places[name]).write_text(shells.SCRIPTS[name], "utf-8")
    (home / "bin").mkdir()
    told = home / "told"
    (home / "bin/netaudit").write_text(
        f'#!/bin/sh\n[ "$_NETAUDIT_COMPLETE" ] && exec {BIN}/netaudit\n'
        f'for word; do echo "$word"; done >>{told}\n',
        "utf-8",
    )
    (home / "bin/netaudit").chmod(0o700)
    lines = ["'Ana R\t", "quux\t", '"quux\t', "Alm\t"]
    keys(name, [f"netaudit tag {line}\n" for line in lines], home, told)
    said = told.read_text("utf-8").split("\n")
    assert said == ["tag", "Ana Ruíz", "tag", HOSTILE, "tag", HOSTILE, "tag", "Alm", ""]
    assert not (home / "ran").exists()


def keys(name: str, lines: Sequence[str], home: Path, told: Path) -> None:
    """Type lines at a terminal of that shell, each when it asks for one."""
    env = os.environ | {
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "TERM": "xterm", "LC_ALL": "C.UTF-8",
        "ZDOTDIR": str(home),
    }  # fmt: skip
    main, other = pty.openpty()
    # The terminal that is opened first is that of the session.
    open_terminal = f'exec "$@" <{os.ttyname(other)} >{os.ttyname(other)} 2>&1'
    shell = subprocess.Popen(
        ["sh", "-c", open_terminal, "sh", name, *SHELLS[name]], env=env, start_new_session=True
    )
    shown = bytearray()

    def read() -> None:
        with suppress(OSError):  # the terminal was closed
            while some := os.read(main, 4096):
                shown.extend(some)

    reading = threading.Thread(target=read)
    reading.start()
    # What shells say of themselves when they begin to read a line.
    wait_until(lambda: b"\x1b[?2004h" in shown)
    for number, line in enumerate(lines, 1):
        os.write(main, line.encode())
        wait_until(lambda: told.exists() and told.read_text("utf-8").count("tag\n") >= number)  # noqa: B023 - called at once
    shell.kill()
    shell.wait()
    os.close(other)
    reading.join()
    os.close(main)


def wait_until(is_done: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not is_done() and time.monotonic() < end:
        time.sleep(0.02)
