"""The commands that write, each with a place to run in, and how one sees what it has done there.

Runs of the same words write the same bytes: what is drawn by chance is drawn from them. So what a
run leaves is what was there before, or what an undisturbed run leaves, or wrong.
"""

import hashlib
import os
import random
import secrets
import shutil
import signal
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from faults.forked import NOW, Done, Forks, Running
from netaudit.store import Store, migrations
from store.broken import cut_short
from store.snapshots import digest
from worlds.big import write_world

#: All that a command writes lies below a folder of this name.
WORK = "work"
STORE = f"{WORK}/data/netaudit.db"
COPY = f"{WORK}/kept/copy.db"
EXPORT = f"{WORK}/kept/everything.jsonl"
SEEDED, AHEAD = "faults.commands.seeded", "faults.commands.ahead"
#: The way to a store that no program knows yet: a new column, and a table that is laid out anew.
_STEPS = (
    "ALTER TABLE tie ADD COLUMN novel INTEGER",
    "UPDATE tie SET novel = 7",
    "CREATE TABLE note_new (id INTEGER PRIMARY KEY, text TEXT)",
    "INSERT INTO note_new SELECT id, text FROM note",
    "DROP TABLE note",
    "ALTER TABLE note_new RENAME TO note",
)
#: How a run ends that was killed.
KILLED = 128 + signal.SIGKILL
#: Who is logged, and forgotten.
PERSON = "Kaisa Quillon"
#: What may be left by a killed process until the next command.
LEFTOVERS = (".new-", ".netaudit-", "-journal")


@dataclass(frozen=True)
class Command:
    """A command that writes: its words, and what it answers once it is done.

    `start` is what lies there before. `again`: how it may end when it is done already. `gone` is
    a name of which then no byte may be left.
    """

    name: str
    start: str
    words: tuple[str, ...]
    said: str
    call: str = SEEDED
    again: frozenset[int] = frozenset({0})
    gone: str = ""


COMMANDS = (
    Command("first import", "nothing", ("import", "first"), "This was import 1"),
    Command("further import", "begun", ("import", "second"), "This was import 3"),
    Command("log", "begun", ("log", "{person}", "call", "--note", "a walk"), "Logged: call"),
    Command("log --edit", "begun", ("log", "--edit", "{entry}", "--on", "2026-11-12"),
            "netaudit undo 3", again=frozenset({0, 2})),
    Command("log --remove", "begun", ("log", "--remove", "{entry}", "--yes"), "Removed.",
            again=frozenset({2})),
    Command("tag", "begun", ("tag", "{person}", "rowing"), "rowing"),
    Command("undo", "imported twice", ("undo", "3", "--yes"), "Taken back.",
            again=frozenset({2})),
    Command("forget", "copied", ("forget", "{person}", "--yes"), "Forgotten",
            gone="{person}"),
    Command("migration", "begun", ("imports",), "import", call=AHEAD),
    Command("export", "exported", ("export", "-o", EXPORT), ""),
    Command("backup", "exported", ("backup", COPY, "--yes"), "Written:"),
    Command("restore", "to be restored", ("restore", COPY, "--yes"), "Restored."),
    Command("restore where nothing is", "lost", ("restore", COPY, "--yes"), "Restored."),
    Command("restore over damage", "damaged", ("restore", COPY, "--yes"), "Restored."),
)  # fmt: skip
BY_NAME = {command.name: command for command in COMMANDS}

Held = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A command with its place: `template` is copied for each run of the `words`."""

    command: Command
    template: Path
    words: tuple[str, ...]
    gone: bytes
    before: Held
    after: Held

    def begin(self, folder: Path) -> Path:
        """Lay out a place for a run."""
        shutil.copytree(self.template, folder)
        return folder

    def start(self, program: Forks, folder: Path, env: Mapping[str, str] | None = None) -> Running:
        """Begin a run in such a place."""
        return program.start(
            *self.words, cwd=folder, call=self.command.call, umask=0o077,
            env={"NETAUDIT_STORE": str(folder / STORE), **(env or {})},
        )  # fmt: skip

    def run(self, program: Forks, folder: Path) -> Done:
        """Run it to its end."""
        return self.start(program, folder).wait()

    def state(self, folder: Path) -> str:
        """Return `before`, `after`, or `half`, which must never be.

        It is a copy that is looked at, as it is for the next command to clear up.
        """
        with TemporaryDirectory(dir=folder) as seen:
            shutil.copytree(folder / WORK, Path(seen) / WORK)
            found = held(Path(seen))
        if found == self.before:
            return "before"
        return "after" if found == self.after and not self._traces(folder) else "half"

    def _traces(self, folder: Path) -> list[str]:
        """Return the files that still name who was to be gone."""
        files = [file for file in (folder / WORK).rglob("*") if self.gone and file.is_file()]
        return [file.name for file in files if self.gone in file.read_bytes().lower()]

    def wrong_when_run_again(self, program: Forks, folder: Path) -> str:
        """Run the command once more, and say what is not well then; an empty text: all is."""
        was = self.state(folder)
        done = self.run(program, folder)
        if done.code not in (self.command.again if was == "after" else {0}):
            return f"once more, it ends with {done.code}: {done.err}"
        if found := left(folder):
            return f"once more, and this lies about still: {found}"
        if was == "before" and self.state(folder) != "after":
            return "once more, it does not come to what it should"
        return "once more, and somebody is named still" if self._traces(folder) else ""


@dataclass(frozen=True)
class Verdict:
    """What became of a run: its `state`, and what is `wrong` about it, if anything.

    `lost`: it said that it was done, and it is not. `untrue`: it said that it failed, and it is
    done. `traceback`: it ended as a program with a mistake in it does.
    """

    state: str
    lost: bool
    untrue: bool
    traceback: bool

    @property
    def wrong(self) -> bool:
        """Whether any of what must never be is so."""
        return self.state == "half" or self.lost or self.untrue or self.traceback


def judge(case: Case, folder: Path, done: Done) -> Verdict:
    """Look at what a run has left, and what it said."""
    state, said = case.state(folder), case.command.said
    acknowledged = done.code == 0 or bool(said and said in done.out)
    killed = done.code == KILLED
    return Verdict(
        state,
        lost=acknowledged and state == "before",
        untrue=state == "after" and done.code != 0 and not killed,
        traceback=done.code == 1 or "Traceback" in done.err or "a bug in" in done.err,
    )


def held(folder: Path) -> Held:
    """Return what a command could have changed in a place, in a short form for each file."""
    return {name: _held(folder / name) for name in (STORE, COPY, EXPORT)}


def _held(path: Path) -> str:
    if not path.exists():
        return "nothing"
    if path.suffix != ".db":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        with closing(sqlite3.connect(path)) as connection:
            answer = connection.execute("PRAGMA quick_check").fetchone()[0]
            foreign = connection.execute("PRAGMA foreign_key_check").fetchone()
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        if (answer, foreign) == ("ok", None):
            return f"{version} {digest(path)}"
    except sqlite3.DatabaseError:
        pass
    return f"damaged {hashlib.sha256(path.read_bytes()).hexdigest()}"


def left(folder: Path) -> list[str]:
    """Return what lies about that nobody asked for."""
    names = [file.name for file in (folder / WORK).rglob("*")]
    return sorted(name for name in names if any(one in name for one in LEFTOVERS))


class Cases:
    """The commands in their places, each made when it is asked for."""

    def __init__(self, folder: Path, program: Forks) -> None:
        self.program = program
        self._folder = folder
        self._starts = _starts(folder / "starts", program)
        begun = self._starts["begun"]
        found = program.run(
            "log",
            "--list",
            "--format",
            "csv",
            cwd=begun,
            env={"NETAUDIT_STORE": str(begun / STORE)},
        )
        entry = found.out.splitlines()[1].split(",")[0].strip('"')
        self._meaning = {"person": PERSON, "entry": entry}
        self._made: dict[str, Case] = {}

    def __getitem__(self, name: str) -> Case:
        """Return the case of that name."""
        if name not in self._made:
            self._made[name] = self._case(BY_NAME[name])
        return self._made[name]

    def _case(self, command: Command) -> Case:
        """Run a command once undisturbed, to know what it comes to."""
        words = tuple(word.format(**self._meaning) for word in command.words)
        gone = command.gone.format(**self._meaning).casefold().encode()
        template = self._starts[command.start]
        before = held(template)
        case = Case(command, template, words, gone, before, before)
        place = case.begin(self._folder / command.name)
        done = case.run(self.program, place)
        assert done.code == 0, done
        assert command.said in done.out, done
        case = replace(case, after=held(place))
        assert case.state(place) == "after", "an undisturbed run changes something, and all of it"
        assert left(place) == []
        return case


def _starts(folder: Path, program: Forks) -> dict[str, Path]:
    """Return the places that commands begin with, by name."""

    def made(name: str, like: str = "", *runs: tuple[str, ...]) -> Path:
        place = folder / name
        if like:
            shutil.copytree(folder / like, place)
        for within in ("data", "kept"):
            (place / WORK / within).mkdir(mode=0o700, parents=True, exist_ok=True)
        for words in runs:
            done = program.run(
                *words, cwd=place, call=SEEDED, env={"NETAUDIT_STORE": str(place / STORE)}
            )
            assert done.code == 0, done
        return place

    empty = made("nothing")
    write_world(empty / "first", connections=12, messages=30, seed=1)
    write_world(empty / "second", connections=16, messages=40, seed=2)
    starts = {"nothing": empty}
    known = ("log", PERSON, "coffee", "--new", "--on", "2026-11-10")
    starts["begun"] = made("begun", "nothing", ("import", "first"), known)
    starts["imported twice"] = made("imported twice", "begun", ("import", "second"))
    starts["copied"] = made("copied", "begun")
    with Store.open(starts["copied"] / STORE, now=lambda: NOW - 60) as store:
        store.back_up()
    starts["exported"] = made(
        "exported", "begun", ("backup", COPY), ("export", "-o", EXPORT),
        ("log", PERSON, "call", "--on", "2026-11-11"),
    )  # fmt: skip
    # Of the copy somebody is left out, who was forgotten since.
    starts["to be restored"] = made(
        "to be restored", "begun", ("backup", COPY), ("import", "second"),
        ("forget", PERSON, "--yes"),
    )  # fmt: skip
    for place in (starts["to be restored"] / WORK / "data").glob("*.bak"):
        place.unlink()
    starts["lost"] = made("lost", "exported")
    (starts["lost"] / STORE).unlink()
    starts["damaged"] = made("damaged", "exported")
    cut_short(starts["damaged"] / STORE)
    return starts


def seeded(*words: str) -> None:
    """Run the program so that the same words write the same; held until a fifo is written to."""
    drawn = random.Random("\0".join(words))  # noqa: S311 - nothing secret about it
    mock.patch.object(secrets, "token_hex", lambda count: drawn.randbytes(count).hex()).start()
    mock.patch.object(os, "urandom", drawn.randbytes).start()
    if held_by := os.environ.pop("HELD", None):
        _wait(Path(held_by))
    from netaudit.cli import main

    sys.argv = ["netaudit", *words]
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    # What Python does at its end takes longer than the command.
    os._exit(code if isinstance(code, int) else 1)


def _wait(fifo: Path) -> None:
    """Say that all is ready, by a file beside a fifo, and wait until that is written to."""
    handle = os.open(fifo, os.O_RDWR)  # for reading alone, one would wait here already
    fifo.with_suffix(".ready").touch()
    os.read(handle, 1)
    os.close(handle)


def whole(call: str, *words: str) -> None:
    """Run it with its start, as `python -c` does: on the day on which the others run."""
    import time_machine

    time_machine.travel(NOW, tick=False).start()
    {SEEDED: seeded, AHEAD: ahead}[call](*words)


def ahead(*words: str) -> None:
    """Run it as a program would that knows a newer store."""
    mock.patch.multiple(migrations, VERSION=2, STEPS={1: _STEPS}).start()
    seeded(*words)
