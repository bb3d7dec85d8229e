"""One whole life of a store in several surroundings: the same bytes come out of each.

Locales, the way Python is started, the order of its hashes, and where output goes must not matter.
The commands of a life are run in one process; what they said is compared as bytes.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

import netaudit
from catalogue import living
from catalogue.catalogue import covers
from cli.program import EXAMPLES
from faults.runs import PLAIN

pytestmark = [pytest.mark.unwatched, pytest.mark.slow]
AT = ("--as-of", "2026-11-15", "--timezone", "Europe/Lisbon")
ODD = (
    'date,person,note\n2026-01-01,"[red]\x1b[2J\u202eAna <b>","=1+1"\n2026-02-02,José 長 👍🏽,x\n'
    "2026-02-03,Jose\u0301 長 👍🏽,x\n2026-02-04,Null,\n2026-13-01,Ada,\n"
)
#: A life, and how each of its commands ends.
LIFE: tuple[tuple[int, tuple[str, ...]], ...] = (
    (3, ("import", f"{EXAMPLES}/linkedin", f"{EXAMPLES}/x", "odd.csv", *AT[2:])),
    (0, ("imports",)),
    (0, ("log", "Null", "coffee", "--on", "2026-11-14", "--note", "a café – 長", *AT[2:])),
    (0, ("log", "--list")),
    (0, ("report", "--all", *AT)),
    *((0, ("report", "-f", form, *AT)) for form in ("html", "markdown", "json")),
    (0, ("report", "-f", "csv", "-o", "tables/", *AT)),
    (0, ("report", "--anonymize", "-o", "report.txt", *AT)),
    (0, ("weekly", *AT)),
    (0, ("next", *AT)),
    (0, ("show", "Null", *AT)),
    (0, ("people", "--all", *AT)),
    (0, ("match", "--list")),
    (0, ("export", "-o", "all.jsonl")),
    (0, ("export", "people", "-o", "people.csv")),
    (0, ("export", "people", "-o", "people.vcf")),
    (0, ("forget", "Null", "--yes")),
    (0, ("doctor",)),
    (0, ("undo", "1", "--yes")),
    (0, ("config",)),
    (2, ("show", "Null")),
    (2, ("nonsense",)),
    (4, ("import", "people.vcf")),
)
ENTRY = re.compile(rb'"entry":"(\w{8})".*"ref":"(\w{8})"')
#: What the machine has to spare may change from one run to the next.
ROOM = re.compile(rb"^.* free on the disk\n", re.MULTILINE)


def live(folder: Path, flags: tuple[str, ...], surroundings: Mapping[str, str]) -> dict[str, bytes]:
    """Live the life in a home of its own; return all that was said and written, by its name."""
    home, said = folder / "home", folder / "said"
    home.mkdir(parents=True)
    said.mkdir()
    (home / "odd.csv").write_text(ODD, "utf-8")
    (folder / "life.json").write_text(json.dumps([command for _, command in LIFE]), "utf-8")
    names = {"LANG", "LANGUAGE", "PYTHONWARNINGS", "PYTHONUTF8", "COLUMNS", "NO_COLOR", "TZ"}
    plain = {
        name: value for name, value in PLAIN.items()
        if name not in names and not name.startswith(("LC_", "XDG_", "NETAUDIT_"))
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, *flags, living.__file__, str(said), str(folder / "life.json")],
        cwd=home, env={**plain, "HOME": str(home), **surroundings}, capture_output=True,
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db"]
    whole = {str(path.relative_to(folder)): path.read_bytes() for path in files}
    return {name: _alike(content, folder, whole) for name, content in whole.items()}


def _alike(content: bytes, folder: Path, whole: Mapping[str, bytes]) -> bytes:
    """Return what was said without what is another in each run: ids by chance, and the place."""
    found = ENTRY.search(whole["home/all.jsonl"])
    assert found
    for chance in found.groups():
        content = content.replace(chance, b"........")
    return ROOM.sub(b"", content.replace(os.fsencode(folder), b"FOLDER"))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what comes out in the usual surroundings."""
    folder = tmp_path_factory.mktemp("life") / "0"
    return live(folder, (), {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"})


def test_the_life_is_lived(usual: dict[str, bytes]) -> None:
    """Else nothing would be compared below."""
    assert json.loads(usual["said/codes.json"]) == [code for code, _ in LIFE]
    assert len([name for name in usual if name.startswith("home/tables/")]) > 20
    said = b"".join(usual.values())
    assert b"Traceback" not in said
    assert b"a bug in netaudit" not in said
    assert "長 👍🏽".encode() in usual["said/13.1"]
    assert b"\x1b" not in said.replace(ODD.encode(), b"")


@covers("K13", "K21")
@pytest.mark.parametrize(
    ("flags", "surroundings"),
    [
        pytest.param((), {"LC_ALL": "C", "PYTHONHASHSEED": "1"}, id="K13 the locale C"),
        # Where the machine has no such locale, it is what a program meets that was told of one.
        pytest.param(
            ("-W", "error"),
            {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "PYTHONHASHSEED": "2"},
            id="K13 K21 German, warnings are errors",
        ),
        pytest.param(("-O",), {"LANG": "tr_TR.ISO-8859-9"}, id="K13 K21 Turkish, optimized"),
        pytest.param(
            ("-OO", "-X", "utf8"), {"LC_ALL": "POSIX"}, id="K21 optimized without docstrings"
        ),
    ],
)
def test_the_same_comes_out(
    usual: dict[str, bytes],
    tmp_path: Path,
    flags: tuple[str, ...],
    surroundings: dict[str, str],
) -> None:
    found = live(tmp_path / "0", flags, surroundings)
    assert found.keys() == usual.keys()
    assert [name for name in sorted(found) if found[name] != usual[name]] == []


#: What says days or numbers in the words of a locale, or asks for one.
OF_LOCALES = {"setlocale", "strcoll", "strxfrm", "gettext", "ctime", "asctime"}
_DIGITS_ONLY = re.compile("(?:%[YmdHMS]|[^%])*")


@cache
def sources() -> Mapping[str, tuple[ast.AST, ...]]:
    """Return all there is in each module of the program."""
    files = sorted(Path(netaudit.__file__).parent.rglob("*.py"))
    return {str(file): tuple(ast.walk(ast.parse(file.read_bytes()))) for file in files}


@covers("K21")
def test_no_check_is_an_assertion() -> None:
    """They are gone under `-O`."""
    found = [
        name
        for name, nodes in sources().items()
        for node in nodes
        if isinstance(node, ast.Assert)
        or (isinstance(node, ast.Name) and node.id in {"__debug__", "AssertionError"})
    ]
    assert found == []
    assert len(sources()) > 100


@covers("K13")
def test_nothing_is_said_in_the_words_of_a_locale() -> None:
    """Also where no machine of ours has the locale: nothing asks for one, so none can matter."""
    found = [name for name, nodes in sources().items() if any(map(_asks_for_a_locale, nodes))]
    assert found == []


def _asks_for_a_locale(node: ast.AST) -> bool:
    match node:
        case ast.Import(names=names):
            return any(one.name == "locale" for one in names)
        case ast.ImportFrom(module=module):
            return module == "locale"
        case ast.Attribute(attr=name):
            return name in OF_LOCALES
        case ast.Call(func=ast.Attribute(attr="strftime"), args=[ast.Constant(value=str(form))]):
            return not _DIGITS_ONLY.fullmatch(form)
        case ast.Call(func=ast.Attribute(attr="strftime")):
            return True
    return False
